# Rendered by `make generate` from spec/families/completions.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""Completions: every function builds a call and sends nothing; `client.send(call)` sends it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, Unpack, overload

from ..models.completions import Completion
from ..runtime.operation.call import Call, build_call
from ..runtime.operation.endpoint import endpoint
from ..runtime.operation.operation import Operation
from ..runtime.operation.stream_spec import StreamSpec

if TYPE_CHECKING:
    from ..params.completions import CreateCompletion
    from ..runtime.streaming.stream import AsyncStream, Stream

_CREATE_COMPLETION = Operation(
    id="createCompletion",
    name="completions.create",
    method="POST",
    path="/v1/completions",
    body=(
        "model",
        "prompt",
        "best_of",
        "echo",
        "frequency_penalty",
        "logit_bias",
        "logprobs",
        "max_tokens",
        "n",
        "presence_penalty",
        "seed",
        "stop",
        "stream",
        "stream_options",
        "suffix",
        "temperature",
        "top_p",
        "user",
    ),
    required=("model", "prompt"),
    result=Completion,
    proof=("choices",),
    stream=StreamSpec(
        when=("stream", True),
        event=Completion,
        end="[DONE]",
        proof=("choices",),
        text=("choices", ("index", 0), ("text",)),
        concat_fields=("text",),
        constants={"object": "text_completion"},
    ),
)


@overload
def create_completion(
    *, stream: Literal[False] | None = ..., **params: Unpack[CreateCompletion]
) -> Call[Completion]: ...


@overload
def create_completion(
    *, stream: Literal[True], **params: Unpack[CreateCompletion]
) -> Call[Stream[Completion, Completion], AsyncStream[Completion, Completion]]: ...


@overload
def create_completion(
    *, stream: bool | None = ..., **params: Unpack[CreateCompletion]
) -> Call[Completion | Stream[Completion, Completion], Completion | AsyncStream[Completion, Completion]]: ...


@endpoint(_CREATE_COMPLETION)
def create_completion(**params: Any) -> Call[Any]:
    """Create a text completion.

    Returns text that continues the prompt. This is the legacy form; most models support chat only. With `stream`
    the text arrives in pieces while the model writes it.

    Args:
        model: Id of the model, of any vendor that the gateway serves.
        prompt: One text, several texts, or the same as lists of token ids.
        stream: Stream the text as events while it is generated.
        All others: see `CreateCompletion` in params/completions.py.

    POST /v1/completions (创建完成, api-205931266)
    """
    return build_call(_CREATE_COMPLETION, params)
