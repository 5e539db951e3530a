# Rendered by `make generate` from spec/openapi.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""What comes back: structs, decoded straight from bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING

__all__ = [
    "ChatCompletion",
    "ChatCompletionChoice",
    "ChatCompletionChunk",
    "ChatCompletionChunkChoice",
    "ChatCompletionMessage",
    "ChatCompletionMessageToolCall",
    "ChatCompletionTokenLogprob",
    "ChoiceDelta",
    "ChoiceDeltaFunctionCall",
    "ChoiceDeltaToolCall",
    "ChoiceLogprobs",
    "Completion",
    "CompletionChoice",
    "CompletionLogprobs",
    "CompletionTokensDetails",
    "CompletionUsage",
    "CreateEmbeddingResponse",
    "Embedding",
    "EmbeddingUsage",
    "FunctionCall",
    "Model",
    "ModelList",
    "ModelPermission",
    "Moderation",
    "ModerationCategories",
    "ModerationCategoryScores",
    "ModerationCreateResponse",
    "TopLogprob",
    "chat",
    "completions",
    "embeddings",
    "models",
    "moderations",
    "usage",
]

# Checkers see plain imports; at run time each name is imported when it is first used.
if TYPE_CHECKING:
    from . import chat, completions, embeddings, models, moderations, usage
    from .chat import (
        ChatCompletion,
        ChatCompletionChoice,
        ChatCompletionChunk,
        ChatCompletionChunkChoice,
        ChatCompletionMessage,
        ChatCompletionMessageToolCall,
        ChatCompletionTokenLogprob,
        ChoiceDelta,
        ChoiceDeltaFunctionCall,
        ChoiceDeltaToolCall,
        ChoiceLogprobs,
        FunctionCall,
        TopLogprob,
    )
    from .completions import Completion, CompletionChoice, CompletionLogprobs
    from .embeddings import CreateEmbeddingResponse, Embedding, EmbeddingUsage
    from .models import Model, ModelList, ModelPermission
    from .moderations import Moderation, ModerationCategories, ModerationCategoryScores, ModerationCreateResponse
    from .usage import CompletionTokensDetails, CompletionUsage
else:
    from ..runtime.lazy import lazy

    __getattr__ = lazy(
        __name__,
        {
            "ChatCompletion": "chat",
            "ChatCompletionChoice": "chat",
            "ChatCompletionChunk": "chat",
            "ChatCompletionChunkChoice": "chat",
            "ChatCompletionMessage": "chat",
            "ChatCompletionMessageToolCall": "chat",
            "ChatCompletionTokenLogprob": "chat",
            "ChoiceDelta": "chat",
            "ChoiceDeltaFunctionCall": "chat",
            "ChoiceDeltaToolCall": "chat",
            "ChoiceLogprobs": "chat",
            "Completion": "completions",
            "CompletionChoice": "completions",
            "CompletionLogprobs": "completions",
            "CompletionTokensDetails": "usage",
            "CompletionUsage": "usage",
            "CreateEmbeddingResponse": "embeddings",
            "Embedding": "embeddings",
            "EmbeddingUsage": "embeddings",
            "FunctionCall": "chat",
            "Model": "models",
            "ModelList": "models",
            "ModelPermission": "models",
            "Moderation": "moderations",
            "ModerationCategories": "moderations",
            "ModerationCategoryScores": "moderations",
            "ModerationCreateResponse": "moderations",
            "TopLogprob": "chat",
            "chat": "chat:",
            "completions": "completions:",
            "embeddings": "embeddings:",
            "models": "models:",
            "moderations": "moderations:",
            "usage": "usage:",
        },
    )


def __dir__() -> list[str]:
    return __all__
