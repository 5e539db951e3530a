# Rendered by `make generate` from spec/openapi.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""Models of responses: structs, decoded straight from bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING

__all__ = [
    "Answer",
    "Author",
    "Book",
    "BookPage",
    "ListAuthorsResult",
    "ListAuthorsResultMeta",
    "Loan",
    "Reader",
    "RetrieveReaderResult",
    "Scan",
    "SearchBooksResult",
    "SearchBooksResultFound",
    "Word",
    "api",
]

# Checkers see plain imports; at run time each name is imported when it is first used.
if TYPE_CHECKING:
    from . import api
    from .api import (
        Answer,
        Author,
        Book,
        BookPage,
        ListAuthorsResult,
        ListAuthorsResultMeta,
        Loan,
        Reader,
        RetrieveReaderResult,
        Scan,
        SearchBooksResult,
        SearchBooksResultFound,
        Word,
    )
else:
    from ..runtime.lazy import lazy

    __getattr__ = lazy(
        __name__,
        {
            "Answer": "api",
            "Author": "api",
            "Book": "api",
            "BookPage": "api",
            "ListAuthorsResult": "api",
            "ListAuthorsResultMeta": "api",
            "Loan": "api",
            "Reader": "api",
            "RetrieveReaderResult": "api",
            "Scan": "api",
            "SearchBooksResult": "api",
            "SearchBooksResultFound": "api",
            "Word": "api",
            "api": "api:",
        },
    )


def __dir__() -> list[str]:
    return __all__
