# Rendered by `make generate` from spec/openapi.yaml. Do not edit.
"""Models of responses: structs, decoded straight from bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING

__all__ = [
    "Album",
    "AsyncAlbum",
    "AsyncCover",
    "AsyncPrint",
    "Caption",
    "Cover",
    "LongCaption",
    "Print",
    "Waiting",
    "api",
]

# Checkers see plain imports; at run time each name is imported when it is first used.
if TYPE_CHECKING:
    from . import api
    from .api import Album, AsyncAlbum, AsyncCover, AsyncPrint, Caption, Cover, LongCaption, Print, Waiting
else:
    from ..runtime.lazy import lazy

    __getattr__ = lazy(
        __name__,
        {
            "Album": "api",
            "AsyncAlbum": "api",
            "AsyncCover": "api",
            "AsyncPrint": "api",
            "Caption": "api",
            "Cover": "api",
            "LongCaption": "api",
            "Print": "api",
            "Waiting": "api",
            "api": "api:",
        },
    )


def __dir__() -> list[str]:
    return __all__
