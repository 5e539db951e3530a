# Rendered by `make generate` from spec/openapi.yaml. Do not edit.
"""Parameters: TypedDicts, for type checkers and editors."""

from __future__ import annotations

from typing import TYPE_CHECKING

__all__ = [
    "BaseParam",
    "CreateThing",
    "ModelNesParam",
    "ModelParam",
    "ReqNestedParam",
    "Resource_2",
    "RoLeParam",
    "api",
]

# Checkers see plain imports; at run time each name is imported when it is first used.
if TYPE_CHECKING:
    from . import api
    from .api import BaseParam, CreateThing, ModelNesParam, ModelParam, ReqNestedParam, Resource_2, RoLeParam
else:
    from ..runtime.lazy import lazy

    __getattr__ = lazy(
        __name__,
        {
            "BaseParam": "api",
            "CreateThing": "api",
            "ModelNesParam": "api",
            "ModelParam": "api",
            "ReqNestedParam": "api",
            "Resource_2": "api",
            "RoLeParam": "api",
            "api": "api:",
        },
    )


def __dir__() -> list[str]:
    return __all__
