# Rendered by `make generate` from spec/openapi.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""Endpoint functions: each builds a call and sends nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

__all__ = [
    "create_chat_completion",
    "create_completion",
    "create_embedding",
    "create_moderation",
    "list_models",
    "retrieve_model",
]

# Checkers see plain imports; at run time each name is imported when it is first used.
if TYPE_CHECKING:
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
            "create_chat_completion": "chat",
            "create_completion": "completions",
            "create_embedding": "embeddings",
            "create_moderation": "moderations",
            "list_models": "models",
            "retrieve_model": "models",
        },
    )


def __dir__() -> list[str]:
    return __all__
