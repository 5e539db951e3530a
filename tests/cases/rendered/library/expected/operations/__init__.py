# Rendered by `make generate` from spec/openapi.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""Endpoint functions: each builds a call and sends nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

__all__ = [
    "api",
    "create_answer",
    "create_scan",
    "list_authors",
    "list_books",
    "list_loans",
    "list_shelves",
    "list_visits",
    "retrieve_reader",
    "retrieve_scan",
    "search_books",
]

# Checkers see plain imports; at run time each name is imported when it is first used.
if TYPE_CHECKING:
    from . import api
    from .api import (
        create_answer,
        create_scan,
        list_authors,
        list_books,
        list_loans,
        list_shelves,
        list_visits,
        retrieve_reader,
        retrieve_scan,
        search_books,
    )
else:
    from ..runtime.lazy import lazy

    __getattr__ = lazy(
        __name__,
        {
            "api": "api:",
            "create_answer": "api",
            "create_scan": "api",
            "list_authors": "api",
            "list_books": "api",
            "list_loans": "api",
            "list_shelves": "api",
            "list_visits": "api",
            "retrieve_reader": "api",
            "retrieve_scan": "api",
            "search_books": "api",
        },
    )


def __dir__() -> list[str]:
    return __all__
