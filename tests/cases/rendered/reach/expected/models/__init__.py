# Rendered by `make generate` from spec/openapi.yaml. Do not edit.
"""Models of responses: structs, decoded straight from bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING

__all__ = [
    "Alone",
    "Amount",
    "Amounts",
    "Branch",
    "Cat",
    "Circle",
    "Dog",
    "Extras",
    "Leaf",
    "Mark",
    "Pair",
    "Pet",
    "PetLostWebhook",
    "Receipt",
    "Shape",
    "Square",
    "Tag",
    "Tree",
    "api",
]

# Checkers see plain imports; at run time each name is imported when it is first used.
if TYPE_CHECKING:
    from . import api
    from .api import (
        Alone,
        Amount,
        Amounts,
        Branch,
        Cat,
        Circle,
        Dog,
        Extras,
        Leaf,
        Mark,
        Pair,
        Pet,
        PetLostWebhook,
        Receipt,
        Shape,
        Square,
        Tag,
        Tree,
    )
else:
    from ..runtime.lazy import lazy

    __getattr__ = lazy(
        __name__,
        {
            "Alone": "api",
            "Amount": "api",
            "Amounts": "api",
            "Branch": "api",
            "Cat": "api",
            "Circle": "api",
            "Dog": "api",
            "Extras": "api",
            "Leaf": "api",
            "Mark": "api",
            "Pair": "api",
            "Pet": "api",
            "PetLostWebhook": "api",
            "Receipt": "api",
            "Shape": "api",
            "Square": "api",
            "Tag": "api",
            "Tree": "api",
            "api": "api:",
        },
    )


def __dir__() -> list[str]:
    return __all__
