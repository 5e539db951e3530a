# Rendered by `make generate` from spec/openapi.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""Api: models of responses."""

from __future__ import annotations

from typing import ClassVar

import msgspec

from ..runtime.response.model import ResponseModel


class Answer(ResponseModel, frozen=True, kw_only=True):
    text: str


class Word(ResponseModel, frozen=True, kw_only=True):
    word: str


class ListAuthorsResult(ResponseModel, frozen=True, kw_only=True):
    results: list[Author]
    meta: ListAuthorsResultMeta | None = None


class Author(ResponseModel, frozen=True, kw_only=True):
    id: int


class ListAuthorsResultMeta(ResponseModel, frozen=True, kw_only=True):
    total_pages: int | None = None


class BookPage(ResponseModel, frozen=True, kw_only=True):
    data: list[Book]
    next_cursor: str | None = None


class Book(ResponseModel, frozen=True, kw_only=True):
    id: str
    title: str | None = None


class Loan(ResponseModel, frozen=True, kw_only=True):
    id: int
    book_id: str | None = msgspec.field(default=None, name="bookId")


class RetrieveReaderResult(ResponseModel, frozen=True, kw_only=True):
    _reusable: ClassVar[dict[str, tuple[str, ...]]] = {"results": ("/results/*",)}

    count: int
    next: str | None = None
    previous: str | None = None
    results: list[Reader]


class Reader(ResponseModel, frozen=True, kw_only=True):
    full_name: str = msgspec.field(name="name")


class Scan(ResponseModel, frozen=True, kw_only=True):
    id: str
    state: str
    pages: int | None = None


class SearchBooksResult(ResponseModel, frozen=True, kw_only=True):
    found: SearchBooksResultFound
    more: bool | None = None


class SearchBooksResultFound(ResponseModel, frozen=True, kw_only=True):
    books: list[Book]
