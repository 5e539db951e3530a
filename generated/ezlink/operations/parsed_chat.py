# Rendered by `make generate` from spec/families/chat.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""Chat: functions that build calls whose outputs are parsed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..models.parsed_chat import ParsedChatCompletion
from ..operations.chat import create_chat_completion
from ..runtime.operation.endpoint import operation_of
from ..runtime.operation.parsing import build_parsing_call, describe_tool, parsing_operation
from ..runtime.operation.parsing_spec import ParsingSpec, ToolCallFields, TypeSlot

if TYPE_CHECKING:
    from ..models.chat import ChatCompletionChunk
    from ..params.chat import ChatCompletionToolParam
    from ..runtime.operation.call import Call
    from ..runtime.streaming.parsed_stream import AsyncParsedStream, ParsedStream

_PARSING_CREATE_CHAT_COMPLETION = ParsingSpec(
    output=TypeSlot(
        field="response_format",
        constants={"type": "json_schema", "json_schema": {"strict": True}},
        name="/json_schema/name",
        schema="/json_schema/schema",
    ),
    tools=TypeSlot(
        field="tools",
        constants={"type": "function", "function": {"strict": True}},
        name="/function/name",
        schema="/function/parameters",
        description="/function/description",
    ),
    each="choices",
    message="message",
    text="content",
    refusal="refusal",
    reason="finish_reason",
    cut=("length",),
    filtered=("content_filter",),
    calls=ToolCallFields(each="tool_calls", function="function"),
    logprobs="logprobs",
)
_PARSE_CHAT_COMPLETION = parsing_operation(
    operation_of(create_chat_completion),
    _PARSING_CREATE_CHAT_COMPLETION,
    "chat.completions.parse",
    ParsedChatCompletion,
)
_STREAM_CHAT_COMPLETION = parsing_operation(
    operation_of(create_chat_completion),
    _PARSING_CREATE_CHAT_COMPLETION,
    "chat.completions.stream",
    ParsedChatCompletion,
    streams=True,
)


def parse_chat_completion(**params: Any) -> Call[ParsedChatCompletion[Any]]:
    """Build the call of `client.chat.completions.parse(...)`, which takes the same arguments."""
    return build_parsing_call(_PARSE_CHAT_COMPLETION, params)


def stream_chat_completion(
    **params: Any,
) -> Call[
    ParsedStream[ChatCompletionChunk, ParsedChatCompletion[Any], Any],
    AsyncParsedStream[ChatCompletionChunk, ParsedChatCompletion[Any], Any],
]:
    """Build the call of `client.chat.completions.stream(...)`, which takes the same arguments."""
    return build_parsing_call(_STREAM_CHAT_COMPLETION, params | {"stream": True})


def function_tool(model: type, *, name: str | None = None, description: str | None = None) -> ChatCompletionToolParam:
    """Describe a type as a tool, for `tools`.

    `client.chat.completions.parse(...)` parses the arguments of its calls into the type.

    Args:
        model: A pydantic model, a msgspec Struct, a dataclass or a TypedDict.
        name: Name of the tool, unless it is that of the type.
        description: Purpose of the tool, unless it is the docstring of the type.

    Raises:
        TypeError: The type has no JSON Schema, or is no object in JSON.
    """
    tool: ChatCompletionToolParam = describe_tool(_PARSE_CHAT_COMPLETION, model, name, description)
    return tool
