# Rendered by `make generate` from spec/families/chat.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""Chat: models of responses whose outputs are parsed."""

from __future__ import annotations

from typing import Any, Generic

from ..models.chat import (
    ChatCompletion,
    ChatCompletionChoice,
    ChatCompletionMessage,
    ChatCompletionMessageToolCall,
    FunctionCall,
)
from ..runtime.response.model import ParsedT


class ParsedFunctionCall(FunctionCall, frozen=True, kw_only=True):
    """`FunctionCall` of a call whose output is parsed."""

    @property
    def parsed_arguments(self) -> Any:
        """`arguments` as the type that was given for the tool; None where none was."""
        return vars(self).get("parsed_arguments")


class ParsedChatCompletionMessageToolCall(ChatCompletionMessageToolCall, frozen=True, kw_only=True):
    """`ChatCompletionMessageToolCall` of a call whose output is parsed."""

    function: ParsedFunctionCall


class ParsedChatCompletionMessage(ChatCompletionMessage, Generic[ParsedT], frozen=True, kw_only=True):
    """`ChatCompletionMessage` of a call whose output is parsed."""

    tool_calls: list[ParsedChatCompletionMessageToolCall] | None = None  # type: ignore[assignment]

    @property
    def parsed(self) -> ParsedT | None:
        """`content` as the type that was asked for; None for a refusal, and where no type was."""
        return vars(self).get("parsed")


class ParsedChatCompletionChoice(ChatCompletionChoice, Generic[ParsedT], frozen=True, kw_only=True):
    """`ChatCompletionChoice` of a call whose output is parsed."""

    message: ParsedChatCompletionMessage[ParsedT]


class ParsedChatCompletion(ChatCompletion, Generic[ParsedT], frozen=True, kw_only=True):
    """`ChatCompletion` of a call whose output is parsed."""

    choices: list[ParsedChatCompletionChoice[ParsedT]]  # type: ignore[assignment]
