# Rendered by `make generate` from spec/openapi.yaml. Do not edit.
"""Models of responses: structs, decoded straight from bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING

__all__ = [
    "Any_",
    "Any_2",
    "Api",
    "Base",
    "Model",
    "ModelNes",
    "Resource_",
    "RoLe",
    "api",
]

# Checkers see plain imports; at run time each name is imported when it is first used.
if TYPE_CHECKING:
    from . import api
    from .api import Any_, Any_2, Api, Base, Model, ModelNes, Resource_, RoLe
else:
    from ..runtime.lazy import lazy

    __getattr__ = lazy(
        __name__,
        {
            "Any_": "api",
            "Any_2": "api",
            "Api": "api",
            "Base": "api",
            "Model": "api",
            "ModelNes": "api",
            "Resource_": "api",
            "RoLe": "api",
            "api": "api:",
        },
    )


def __dir__() -> list[str]:
    return __all__
