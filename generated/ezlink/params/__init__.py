# Rendered by `make generate` from spec/openapi.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""What goes in: TypedDicts, for type checkers and editors."""

from __future__ import annotations

from typing import TYPE_CHECKING

__all__ = [
    "ChatCompletionAssistantContentPartParam",
    "ChatCompletionAssistantMessageParam",
    "ChatCompletionContentPartImageParam",
    "ChatCompletionContentPartParam",
    "ChatCompletionContentPartRefusalParam",
    "ChatCompletionContentPartTextParam",
    "ChatCompletionFunctionCallOptionParam",
    "ChatCompletionFunctionCallParam",
    "ChatCompletionFunctionMessageParam",
    "ChatCompletionFunctionParam",
    "ChatCompletionMessageParam",
    "ChatCompletionMessageToolCallParam",
    "ChatCompletionNamedToolChoiceParam",
    "ChatCompletionStreamOptionsParam",
    "ChatCompletionSystemMessageParam",
    "ChatCompletionToolChoiceOptionParam",
    "ChatCompletionToolMessageParam",
    "ChatCompletionToolParam",
    "ChatCompletionUserMessageParam",
    "CreateChatCompletion",
    "CreateChatCompletionBase",
    "CreateChatCompletionStreamed",
    "CreateChatCompletionWhole",
    "CreateCompletion",
    "CreateCompletionBase",
    "CreateCompletionStreamed",
    "CreateCompletionWhole",
    "CreateEmbedding",
    "CreateModeration",
    "FunctionDefinition",
    "FunctionParameters",
    "ImageURL",
    "JSONSchema",
    "ResponseFormatJSONObject",
    "ResponseFormatJSONSchema",
    "ResponseFormatText",
    "chat",
    "completions",
    "embeddings",
    "moderations",
]

# Checkers see plain imports; at run time each name is imported when it is first used.
if TYPE_CHECKING:
    from . import chat, completions, embeddings, moderations
    from .chat import (
        ChatCompletionAssistantContentPartParam,
        ChatCompletionAssistantMessageParam,
        ChatCompletionContentPartImageParam,
        ChatCompletionContentPartParam,
        ChatCompletionContentPartRefusalParam,
        ChatCompletionContentPartTextParam,
        ChatCompletionFunctionCallOptionParam,
        ChatCompletionFunctionCallParam,
        ChatCompletionFunctionMessageParam,
        ChatCompletionFunctionParam,
        ChatCompletionMessageParam,
        ChatCompletionMessageToolCallParam,
        ChatCompletionNamedToolChoiceParam,
        ChatCompletionStreamOptionsParam,
        ChatCompletionSystemMessageParam,
        ChatCompletionToolChoiceOptionParam,
        ChatCompletionToolMessageParam,
        ChatCompletionToolParam,
        ChatCompletionUserMessageParam,
        CreateChatCompletion,
        CreateChatCompletionBase,
        CreateChatCompletionStreamed,
        CreateChatCompletionWhole,
        FunctionDefinition,
        FunctionParameters,
        ImageURL,
        JSONSchema,
        ResponseFormatJSONObject,
        ResponseFormatJSONSchema,
        ResponseFormatText,
    )
    from .completions import CreateCompletion, CreateCompletionBase, CreateCompletionStreamed, CreateCompletionWhole
    from .embeddings import CreateEmbedding
    from .moderations import CreateModeration
else:
    from ..runtime.lazy import lazy

    __getattr__ = lazy(
        __name__,
        {
            "ChatCompletionAssistantContentPartParam": "chat",
            "ChatCompletionAssistantMessageParam": "chat",
            "ChatCompletionContentPartImageParam": "chat",
            "ChatCompletionContentPartParam": "chat",
            "ChatCompletionContentPartRefusalParam": "chat",
            "ChatCompletionContentPartTextParam": "chat",
            "ChatCompletionFunctionCallOptionParam": "chat",
            "ChatCompletionFunctionCallParam": "chat",
            "ChatCompletionFunctionMessageParam": "chat",
            "ChatCompletionFunctionParam": "chat",
            "ChatCompletionMessageParam": "chat",
            "ChatCompletionMessageToolCallParam": "chat",
            "ChatCompletionNamedToolChoiceParam": "chat",
            "ChatCompletionStreamOptionsParam": "chat",
            "ChatCompletionSystemMessageParam": "chat",
            "ChatCompletionToolChoiceOptionParam": "chat",
            "ChatCompletionToolMessageParam": "chat",
            "ChatCompletionToolParam": "chat",
            "ChatCompletionUserMessageParam": "chat",
            "CreateChatCompletion": "chat",
            "CreateChatCompletionBase": "chat",
            "CreateChatCompletionStreamed": "chat",
            "CreateChatCompletionWhole": "chat",
            "CreateCompletion": "completions",
            "CreateCompletionBase": "completions",
            "CreateCompletionStreamed": "completions",
            "CreateCompletionWhole": "completions",
            "CreateEmbedding": "embeddings",
            "CreateModeration": "moderations",
            "FunctionDefinition": "chat",
            "FunctionParameters": "chat",
            "ImageURL": "chat",
            "JSONSchema": "chat",
            "ResponseFormatJSONObject": "chat",
            "ResponseFormatJSONSchema": "chat",
            "ResponseFormatText": "chat",
            "chat": "chat:",
            "completions": "completions:",
            "embeddings": "embeddings:",
            "moderations": "moderations:",
        },
    )


def __dir__() -> list[str]:
    return __all__
