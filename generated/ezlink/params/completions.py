# Rendered by `make generate` from spec/families/completions.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""Completions: what goes in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal, Required

from ..params.chat import ChatCompletionStreamOptionsParam
from ..runtime.operation.operation import Options


class CreateCompletion(Options, total=False):
    """The parameters of `create_completion`.

    (创建完成, api-205931266)
    """

    model: Required[Literal["gpt-3.5-turbo-instruct", "davinci-002", "babbage-002"] | str]
    """Id of the model that writes, of any vendor that the gateway serves."""
    prompt: Required[str | Sequence[str] | Sequence[int] | Sequence[Sequence[int]] | None]
    """One text, several texts, or the same as lists of token ids. Each text gets `n` answers. Null begins a text
    without one (`<|endoftext|>`), where the vendor allows it. The gateway refuses an empty text.
    """
    best_of: int | None
    """How many texts to write in secret, at most 20, of which the `n` likeliest are returned. All are paid for. Not
    less than `n`, and not in a stream. Default: `1`.
    """
    echo: bool | None
    """Whether the prompt is repeated before the text. Default: `False`."""
    frequency_penalty: float | None
    """From -2 to 2. Positive values make a token less likely each time it has been used already. Default: `0`."""
    logit_bias: Mapping[str, int] | None
    """Token ids, written as strings, and what to add to their likelihood: -100 forbids a token, 100 all but enforces
    it.
    """
    logprobs: int | None
    """How many of the likeliest alternatives to list for each token, 0 to 5. Null lists no token at all."""
    max_tokens: int | None
    """The most tokens to write. From 0 to 1073741824. Default: `16`."""
    n: int | None
    """How many texts to write for each prompt, 1 to 128. Each costs its tokens. Default: `1`."""
    presence_penalty: float | None
    """From -2 to 2. Positive values make a token less likely once it has been used at all. Default: `0`."""
    seed: int | None
    """Asks for the same text to the same request, as well as the vendor can. `system_fingerprint` tells when its
    system has changed. From -9223372036854775808 to 9223372036854775807.
    """
    stop: str | Sequence[str] | None
    """Up to four strings at which writing stops. The string itself is not returned."""
    stream_options: ChatCompletionStreamOptionsParam | None
    """What else a stream should tell. Only with `stream`."""
    suffix: str | None
    """What comes after the text, so that it is written to fit in between. Only `gpt-3.5-turbo-instruct`."""
    temperature: float | None
    """How freely to choose among likely tokens, 0 to 2: 0.2 is sober, 0.8 varied. Change this or `top_p`, not both.
    Default: `1`.
    """
    top_p: float | None
    """Choose only among the likeliest tokens whose probabilities add up to this much, 0 to 1. Default: `1`."""
    user: str
    """A name of yours for the end user, which helps the vendor to trace abuse."""
