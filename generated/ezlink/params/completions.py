# Rendered by `make generate` from spec/families/completions.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""Completions: parameters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal, Required

from ..params.chat import ChatCompletionStreamOptionsParam
from ..runtime.operation.operation import Options


class CreateCompletion(Options, total=False):
    """The parameters of `create_completion`.

    A prompt, and how to go on from it.

    (创建完成, api-205931266)
    """

    model: Required[Literal["gpt-3.5-turbo-instruct", "davinci-002", "babbage-002"] | str]
    """Id of the model, of any vendor that the gateway serves."""
    prompt: Required[str | Sequence[str] | Sequence[int] | Sequence[Sequence[int]] | None]
    """One text, several texts, or the same as lists of token ids. Each gets `n` completions. Null starts from an
    empty document (`<|endoftext|>`), where the vendor allows it. The gateway rejects an empty text.
    """
    best_of: int | None
    """Number of texts to generate on the server, at most 20, of which the `n` most likely are returned. You pay for
    all of them. At least `n`, and not in a stream. Default: `1`.
    """
    echo: bool | None
    """Repeat the prompt before the text. Default: `False`."""
    frequency_penalty: float | None
    """From -2 to 2. Positive values penalize a token for each time it has been used already. Default: `0`."""
    logit_bias: Mapping[str, int] | None
    """Bias to add to the likelihood of tokens, by token id as a string: -100 forbids a token, 100 practically forces
    it.
    """
    logprobs: int | None
    """Number of most likely alternatives to return for each token, 0 to 5. Null returns no log probabilities."""
    max_tokens: int | None
    """Maximum number of output tokens. From 0 to 1073741824. Default: `16`."""
    n: int | None
    """Number of texts to generate for each prompt, 1 to 128. You pay for the tokens of each. Default: `1`."""
    presence_penalty: float | None
    """From -2 to 2. Positive values penalize tokens that have been used at all. Default: `0`."""
    seed: int | None
    """Request the same text for the same request, on a best-effort basis. `system_fingerprint` tells when the
    vendor's system has changed.
    """
    stop: str | Sequence[str] | None
    """Up to four sequences at which generation stops. The sequence itself is not returned."""
    stream_options: ChatCompletionStreamOptionsParam | None
    """Options of the stream. Only with `stream`."""
    suffix: str | None
    """Text that follows the generated text, which is written to fit in between. Only `gpt-3.5-turbo-instruct`."""
    temperature: float | None
    """Sampling temperature, 0 to 2: 0.2 makes the output focused, 0.8 varied. Change this or `top_p`, not both.
    Default: `1`.
    """
    top_p: float | None
    """Nucleus sampling, 0 to 1: consider only the most likely tokens whose probabilities add up to this. Default:
    `1`.
    """
    user: str
    """Your id of the end user, which helps the vendor to trace abuse."""
