# Rendered by `make generate` from spec/openapi.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""Api: parameters."""

from __future__ import annotations

from typing import Required, TypedDict

from ..models.api import Reader
from ..runtime.operation.operation import Options


class CreateAnswer(Options, total=False):
    """The parameters of `create_answer`."""

    question: Required[str]
    asked_as: ReaderParam | Reader


class ReaderParam(TypedDict):
    name: str


class ListAuthors(Options, total=False):
    """The parameters of `list_authors`."""

    page: int
    """Default: `1`."""
    per_page: int


class ListBooks(Options, total=False):
    """The parameters of `list_books`."""

    cursor: str
    limit: int


class ListLoans(Options, total=False):
    """The parameters of `list_loans`."""

    since: str


class RetrieveReader(Options, total=False):
    """The parameters of `retrieve_reader`."""

    limit: int


class CreateScan(Options, total=False):
    """The parameters of `create_scan`."""

    book: str


class SearchBooks(Options, total=False):
    """The parameters of `search_books`."""

    text: Required[str]
    after: str


class ListShelves(Options, total=False):
    """The parameters of `list_shelves`."""

    offset: int
    limit: int


class ListVisits(Options, total=False):
    """The parameters of `list_visits`."""

    visited: str
    """The page that was visited."""
    reader_id: str
    limit: int
