# Rendered by `make generate` from spec/openapi.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""Parameters: TypedDicts, for type checkers and editors."""

from __future__ import annotations

from typing import TYPE_CHECKING

__all__ = [
    "CreateAnswer",
    "CreateScan",
    "ListAuthors",
    "ListBooks",
    "ListLoans",
    "ListShelves",
    "ListVisits",
    "ReaderParam",
    "RetrieveReader",
    "SearchBooks",
    "api",
]

# Checkers see plain imports; at run time each name is imported when it is first used.
if TYPE_CHECKING:
    from . import api
    from .api import (
        CreateAnswer,
        CreateScan,
        ListAuthors,
        ListBooks,
        ListLoans,
        ListShelves,
        ListVisits,
        ReaderParam,
        RetrieveReader,
        SearchBooks,
    )
else:
    from ..runtime.lazy import lazy

    __getattr__ = lazy(
        __name__,
        {
            "CreateAnswer": "api",
            "CreateScan": "api",
            "ListAuthors": "api",
            "ListBooks": "api",
            "ListLoans": "api",
            "ListShelves": "api",
            "ListVisits": "api",
            "ReaderParam": "api",
            "RetrieveReader": "api",
            "SearchBooks": "api",
            "api": "api:",
        },
    )


def __dir__() -> list[str]:
    return __all__
