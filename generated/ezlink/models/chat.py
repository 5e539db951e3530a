# Rendered by `make generate` from spec/families/chat.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""Chat: models of responses."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from ..models.usage import CompletionUsage
from ..runtime.deprecation import deprecated
from ..runtime.response.model import ResponseModel


class ChatCompletion(ResponseModel, frozen=True, kw_only=True):
    """A chat completion.

    (聊天完成对象, doc-4994288)
    """

    _reusable: ClassVar[dict[str, tuple[str, ...]]] = {
        "choices": (
            "/choices/*/message",
            "/choices/*/message/tool_calls/*",
            "/choices/*/message/tool_calls/*/function",
            "/choices/*/message/function_call",
        )
    }

    id: str
    """Id of the completion."""
    choices: list[ChatCompletionChoice]
    """Choices, as many as `n` asked for."""
    created: int
    """Creation time, in Unix seconds."""
    model: str
    """Model that was used; a vendor may name it more precisely than the request did."""
    service_tier: Literal["scale", "default"] | str | None = None
    """Service tier that was used, if the request named one. Vendors use values of their own."""
    system_fingerprint: str | None = None
    """Identifies the vendor's system behind the model; some vendors send none."""
    object: Literal["chat.completion"] | str
    """Always `chat.completion`."""
    usage: CompletionUsage | None = None
    """Token usage of the request; some vendors send none."""


class ChatCompletionChoice(ResponseModel, frozen=True, kw_only=True):
    """One choice.

    (聊天完成对象, doc-4994288)
    """

    finish_reason: Literal["stop", "length", "tool_calls", "content_filter", "function_call"] | str
    """Reason why the choice ended: `stop` for a natural end or a stop sequence, `length` for the token limit,
    `tool_calls` or `function_call` for a requested call, `content_filter` for omitted content. Vendors also use
    values of their own.
    """
    index: int
    """Index of the choice, from 0."""
    message: ChatCompletionMessage
    """Message of the model."""
    logprobs: ChoiceLogprobs | None = None
    """Log probabilities, if the request asked for them."""


class ChatCompletionMessage(ResponseModel, frozen=True, kw_only=True):
    """A message of the model. It can go back into the conversation as it is.

    (聊天完成对象, doc-4994288)
    """

    content: str | None = None
    """The text. Null if the message refuses or asks for calls."""
    refusal: str | None = None
    """Text with which the model refused, if it did."""
    tool_calls: list[ChatCompletionMessageToolCall] | None = None
    """The calls that the model asks for."""
    role: Literal["assistant"] | str
    """Always `assistant`."""
    if TYPE_CHECKING:

        @property
        @deprecated("function_call is deprecated")
        def function_call(self) -> FunctionCall | None:
            """The call that the model asks for, in the form before tools. Deprecated."""
            ...
    else:
        function_call: FunctionCall | None = None


class ChatCompletionMessageToolCall(ResponseModel, frozen=True, kw_only=True):
    """A call that the model asks for.

    (聊天完成对象, doc-4994288)
    """

    id: str
    """Id of the call, to be named by the message that brings its result."""
    type: Literal["function"] | str
    """Always `function`."""
    function: FunctionCall
    """The function and its arguments."""


class FunctionCall(ResponseModel, frozen=True, kw_only=True):
    """The function that the model asks for, and with what.

    (聊天完成对象, doc-4994288)
    """

    arguments: str
    """The arguments as JSON text, as the model wrote it. It may be invalid, or name what your function does not
    have; check it before you call.
    """
    name: str
    """Name of the function."""


class ChoiceLogprobs(ResponseModel, frozen=True, kw_only=True):
    """Log probabilities of the tokens of a choice.

    (聊天完成对象, doc-4994288)
    """

    content: list[ChatCompletionTokenLogprob] | None
    """The tokens of `content`."""
    refusal: list[ChatCompletionTokenLogprob] | None = None
    """The tokens of `refusal`."""


class ChatCompletionTokenLogprob(ResponseModel, frozen=True, kw_only=True):
    """A token, how likely it was, and what else was likely.

    (聊天完成对象, doc-4994288)
    """

    token: str
    """The token."""
    logprob: float
    """Its natural log probability; -9999 stands for very unlikely."""
    bytes: list[int] | None
    """Its UTF-8 bytes, 0 to 255. A character may be spread over several tokens."""
    top_logprobs: list[TopLogprob]
    """Most likely tokens at this position, as many as `top_logprobs` asked for."""


class TopLogprob(ResponseModel, frozen=True, kw_only=True):
    """A likely token at a position.

    (聊天完成对象, doc-4994288)
    """

    token: str
    """The token."""
    logprob: float
    """Its natural log probability; -9999 stands for very unlikely."""
    bytes: list[int] | None
    """Its UTF-8 bytes, 0 to 255."""


class ChatCompletionChunk(ResponseModel, frozen=True, kw_only=True):
    """One event of a streamed completion.

    (聊天完成块对象, doc-4994289)
    """

    id: str
    """Id of the completion, the same in each event."""
    choices: list[ChatCompletionChunkChoice]
    """Next part of each choice. Empty in the event with the usage."""
    created: int
    """When the completion was begun, in Unix seconds, the same in each event."""
    model: str
    """Model that is used."""
    service_tier: Literal["scale", "default"] | str | None = None
    """Service tier that is used, if the request named one. Vendors use values of their own."""
    system_fingerprint: str | None = None
    """Identifies the vendor's system behind the model; some vendors send none."""
    object: Literal["chat.completion.chunk"] | str
    """Always `chat.completion.chunk`."""
    usage: CompletionUsage | None = None
    """Token usage of the whole request, in one event near the end, if `include_usage` asked for it."""


class ChatCompletionChunkChoice(ResponseModel, frozen=True, kw_only=True):
    """Next part of one choice.

    (聊天完成块对象, doc-4994289)
    """

    delta: ChoiceDelta
    """Part of the message that this event adds."""
    finish_reason: Literal["stop", "length", "tool_calls", "content_filter", "function_call"] | str | None = None
    """Reason why the choice ended, in its last event; null or absent before. Values as in a whole completion."""
    index: int
    """Index of the choice, from 0."""
    logprobs: ChoiceLogprobs | None = None
    """Log probabilities of the tokens of this piece."""


class ChoiceDelta(ResponseModel, frozen=True, kw_only=True):
    """Part of a message that one event adds. Join strings in the order of the events.

    (聊天完成块对象, doc-4994289)
    """

    content: str | None = None
    """More of the text."""
    refusal: str | None = None
    """More of the refusal."""
    role: Literal["system", "user", "assistant", "tool"] | str | None = None
    """Role of the message, usually in the first event only."""
    tool_calls: list[ChoiceDeltaToolCall] | None = None
    """More of the calls that the model asks for."""
    if TYPE_CHECKING:

        @property
        @deprecated("function_call is deprecated")
        def function_call(self) -> ChoiceDeltaFunctionCall | None:
            """More of the call that the model asks for, in the form before tools. Deprecated."""
            ...
    else:
        function_call: ChoiceDeltaFunctionCall | None = None


class ChoiceDeltaToolCall(ResponseModel, frozen=True, kw_only=True):
    """A piece of a call. The first brings id and name, those after it only more of the arguments.

    (聊天完成块对象, doc-4994289)
    """

    index: int
    """Index of the call within the message, from 0."""
    id: str | None = None
    """Id of the call."""
    type: Literal["function"] | str | None = None
    """Always `function`."""
    function: ChoiceDeltaFunctionCall | None = None
    """The function, and more of its arguments."""


class ChoiceDeltaFunctionCall(ResponseModel, frozen=True, kw_only=True):
    """A piece of the function's name and arguments.

    (聊天完成块对象, doc-4994289)
    """

    name: str | None = None
    """Name of the function."""
    arguments: str | None = None
    """More of the arguments' JSON text."""
