# Rendered by `make generate` from spec/families/chat.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""Chat: every function builds a call and sends nothing; `client.send(call)` sends it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, Unpack, overload

from ..models.chat import ChatCompletion, ChatCompletionChunk
from ..runtime.operation.call import Call, build_call
from ..runtime.operation.endpoint import endpoint
from ..runtime.operation.operation import Operation
from ..runtime.operation.stream_spec import StreamSpec

if TYPE_CHECKING:
    from ..params.chat import CreateChatCompletion
    from ..runtime.streaming.stream import AsyncStream, Stream

_CREATE_CHAT_COMPLETION = Operation(
    id="createChatCompletion",
    name="chat.completions.create",
    method="POST",
    path="/v1/chat/completions",
    body=(
        "messages",
        "model",
        "frequency_penalty",
        "logit_bias",
        "logprobs",
        "top_logprobs",
        "max_tokens",
        "max_completion_tokens",
        "n",
        "presence_penalty",
        "response_format",
        "seed",
        "service_tier",
        "stop",
        "stream",
        "stream_options",
        "temperature",
        "top_p",
        "tools",
        "tool_choice",
        "parallel_tool_calls",
        "user",
        "function_call",
        "functions",
    ),
    required=("messages", "model"),
    model_params=("messages",),
    deprecated={
        "max_tokens": "deprecated: Replaced by `max_completion_tokens`.",
        "function_call": "deprecated: Legacy form of `tool_choice`.",
        "functions": "deprecated: Legacy form of `tools`.",
    },
    result=ChatCompletion,
    proof=("choices",),
    stream=StreamSpec(
        when=("stream", True),
        event=ChatCompletionChunk,
        end="[DONE]",
        proof=("choices",),
        text=("choices", ("index", 0), ("delta", "content")),
        concat_fields=(
            "content",
            "refusal",
            "reasoning_content",
            "reasoning",
            "arguments",
            "text",
            "thinking",
            "transcript",
        ),
        aliases={"delta": "message"},
        constants={"object": "chat.completion"},
    ),
)


@overload
def create_chat_completion(
    *, stream: Literal[False] | None = ..., **params: Unpack[CreateChatCompletion]
) -> Call[ChatCompletion]: ...


@overload
def create_chat_completion(
    *, stream: Literal[True], **params: Unpack[CreateChatCompletion]
) -> Call[Stream[ChatCompletionChunk, ChatCompletion], AsyncStream[ChatCompletionChunk, ChatCompletion]]: ...


@overload
def create_chat_completion(
    *, stream: bool | None = ..., **params: Unpack[CreateChatCompletion]
) -> Call[
    ChatCompletion | Stream[ChatCompletionChunk, ChatCompletion],
    ChatCompletion | AsyncStream[ChatCompletionChunk, ChatCompletion],
]: ...


@endpoint(_CREATE_CHAT_COMPLETION)
def create_chat_completion(**params: Any) -> Call[Any]:
    """Create a chat completion.

    Sends the messages to the model and returns its next message, or several to choose from. With `stream` the
    message arrives in pieces while the model writes it. A message can ask for tools to be called; to continue,
    send their results back in messages of the role `tool`.

    Args:
        messages: Messages of the conversation so far, oldest first.
        model: Id of the model, of any vendor that the gateway serves; `GET /v1/models` lists them.
        stream: Stream the response as events while it is generated.
        All others: see `CreateChatCompletion` in params/chat.py.

    POST /v1/chat/completions (创建聊天补全, api-205931265)
    """
    return build_call(_CREATE_CHAT_COMPLETION, params)
