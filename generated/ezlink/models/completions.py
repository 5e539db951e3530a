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
    """Identifies the vendor's system behind the model. Not in a stream, and some vendors send none."""
    object: Literal["text_completion"] | str
    """Always `text_completion`."""
    usage: CompletionUsage | None = None
    """Token usage of the request. In a stream only in one event near the end, if `include_usage` asked for it."""


class CompletionChoice(ResponseModel, frozen=True, kw_only=True):
    """One text, or a piece of it.

    (创建完成, api-205931266)
    """

    finish_reason: Literal["stop", "length", "content_filter"] | str | None = None
    """Reason why the text ended: `stop` for a natural end or a stop sequence, `length` for the token limit,
    `content_filter` for omitted content. Vendors also use values of their own. Null before the last event of a
    stream.
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
    """Most likely tokens at each position, with their log probabilities."""
