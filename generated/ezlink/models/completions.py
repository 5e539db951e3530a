# Rendered by `make generate` from spec/families/completions.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""Completions: models of responses."""

from __future__ import annotations

from typing import Literal

from ..models.usage import CompletionUsage
from ..runtime.response.model import ResponseModel


class Completion(ResponseModel, frozen=True, kw_only=True):
    """Text that goes on from a prompt; in a stream, a piece of it.

    (完成对象, doc-4994290)
    """

    id: str
    """Id of the completion, the same in each event of a stream."""
    choices: list[CompletionChoice]
    """The texts, or a piece of each that goes on. Empty in the event that brings the usage."""
    created: int
    """Creation time, in Unix seconds."""
    model: str
    """The model that wrote."""
    system_fingerprint: str | None = None
    """Stands for the vendor's system behind the model. Not in a stream, and some vendors send none."""
    object: Literal["text_completion"] | str
    """Always `text_completion`."""
    usage: CompletionUsage | None = None
    """What the request used. In a stream only in one event near the end, if `include_usage` asked for it."""


class CompletionChoice(ResponseModel, frozen=True, kw_only=True):
    """One text, or a piece of it.

    (创建完成, api-205931266)
    """

    finish_reason: Literal["stop", "length", "content_filter"] | str | None = None
    """Why the text ended: `stop` by itself or at a stop string, `length` at the token limit, `content_filter`
    because content was left out. Vendors have words of their own besides. Null before the last piece of a stream.
    """
    index: int
    """Place of this text among the choices, from 0."""
    logprobs: CompletionLogprobs | None = None
    """Log probabilities, if the request asked for them."""
    text: str
    """The text."""


class CompletionLogprobs(ResponseModel, frozen=True, kw_only=True):
    """Log probabilities as lists of one length, an item for each token.

    (创建完成, api-205931266)
    """

    text_offset: list[int] | None = None
    """Where each token begins in the text, in characters."""
    token_logprobs: list[float | None] | None = None
    """The natural log probability of each token; null for the first one of an echoed prompt."""
    tokens: list[str] | None = None
    """The tokens."""
    top_logprobs: list[dict[str, float] | None] | None = None
    """For each place the likeliest tokens and their log probabilities."""
