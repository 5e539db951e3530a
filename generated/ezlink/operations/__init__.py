# Rendered by `make generate` from spec/openapi.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""Endpoint functions: each builds a call and sends nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

__all__ = [
    "chat",
    "completions",
    "create_chat_completion",
    "create_completion",
    "create_embedding",
    "create_moderation",
    "embeddings",
    "list_models",
    "models",
    "moderations",
    "retrieve_model",
]

# Checkers see plain imports; at run time each name is imported when it is first used.
if TYPE_CHECKING:
    from . import chat, completions, embeddings, models, moderations
    from .chat import create_chat_completion
    from .completions import create_completion
    from .embeddings import create_embedding
    from .models import list_models, retrieve_model
    from .moderations import create_moderation
else:
    from ..runtime.lazy import lazy

    __getattr__ = lazy(
        __name__,
        {
            "chat": "chat:",
            "completions": "completions:",
            "create_chat_completion": "chat",
            "create_completion": "completions",
            "create_embedding": "embeddings",
            "create_moderation": "moderations",
            "embeddings": "embeddings:",
            "list_models": "models",
            "models": "models:",
            "moderations": "moderations:",
            "retrieve_model": "models",
        },
    )


def __dir__() -> list[str]:
    return __all__
