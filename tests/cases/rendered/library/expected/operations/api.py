# Rendered by `make generate` from spec/openapi.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""Api: every function builds a call and sends nothing; `client.send(call)` sends it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, Unpack, overload

from ..models.api import Answer, BookPage, ListAuthorsResult, Loan, RetrieveReaderResult, Scan, SearchBooksResult, Word
from ..runtime.operation.call import Call, build_call
from ..runtime.operation.endpoint import endpoint
from ..runtime.operation.operation import Operation, Options
from ..runtime.operation.pagination_spec import PaginationSpec
from ..runtime.operation.polling_spec import PollingSpec
from ..runtime.operation.stream_spec import StreamSpec

if TYPE_CHECKING:
    from ..params.api import (
        CreateAnswer,
        CreateScan,
        ListAuthors,
        ListBooks,
        ListLoans,
        ListShelves,
        ListVisits,
        RetrieveReader,
        SearchBooks,
    )
    from ..runtime.polling.task import AsyncTask, Task
    from ..runtime.streaming.stream import AsyncStream, Stream

_RETRIEVE_SCAN_POLLING = PollingSpec(
    id="/id",
    fetch="retrieve_scan",
    parameter="id",
    status="/state",
    states={"busy": "running", "done": "succeeded", "broken": "failed"},
    interval=(0.01, 0.01),
)


_CREATE_ANSWER = Operation(
    id="create_answer",
    name="librarian.ask",
    method="POST",
    path="/answers",
    body=("question", "live", "askedAs"),
    required=("question",),
    model_params=("askedAs",),
    wire_names={"asked_as": "askedAs"},
    result=Answer,
    proof=("text",),
    stream=StreamSpec(when=("live", True), event=Word, end="END"),
)


@overload
def create_answer(*, live: Literal[False] | None = ..., **params: Unpack[CreateAnswer]) -> Call[Answer]: ...


@overload
def create_answer(
    *, live: Literal[True], **params: Unpack[CreateAnswer]
) -> Call[Stream[Word, Answer], AsyncStream[Word, Answer]]: ...


@overload
def create_answer(
    *, live: bool | None = ..., **params: Unpack[CreateAnswer]
) -> Call[Answer | Stream[Word, Answer], Answer | AsyncStream[Word, Answer]]: ...


@endpoint(_CREATE_ANSWER)
def create_answer(**params: Any) -> Call[Any]:
    """Ask the librarian.

    Args:
        All: see `CreateAnswer` in params/api.py.

    POST /answers
    """
    return build_call(_CREATE_ANSWER, params)


_LIST_AUTHORS = Operation(
    id="list_authors",
    name="authors.list",
    method="GET",
    path="/authors",
    query=("page", "per_page"),
    retry="safe",
    result=ListAuthorsResult,
    proof=("results",),
    pagination=PaginationSpec(kind="page", items="/results", parameter="page", pages="/meta/total_pages", first=1),
)


@endpoint(_LIST_AUTHORS)
def list_authors(**params: Unpack[ListAuthors]) -> Call[ListAuthorsResult]:
    """List the authors.

    Args:
        All: see `ListAuthors` in params/api.py.

    GET /authors
    """
    return build_call(_LIST_AUTHORS, params)


_LIST_BOOKS = Operation(
    id="list_books",
    name="books.list",
    method="GET",
    path="/books",
    query=("cursor", "limit"),
    retry="safe",
    result=BookPage,
    proof=("data",),
    pagination=PaginationSpec(kind="cursor", items="/data", parameter="cursor", next="/next_cursor"),
)


@endpoint(_LIST_BOOKS)
def list_books(**params: Unpack[ListBooks]) -> Call[BookPage]:
    """List the books.

    Args:
        All: see `ListBooks` in params/api.py.

    GET /books
    """
    return build_call(_LIST_BOOKS, params)


_LIST_LOANS = Operation(
    id="list_loans",
    name="loans.list",
    method="GET",
    path="/loans",
    query=("since",),
    retry="safe",
    result=list[Loan],
    proof=("id",),
    pagination=PaginationSpec(kind="link"),
)


@endpoint(_LIST_LOANS)
def list_loans(**params: Unpack[ListLoans]) -> Call[list[Loan]]:
    """List the loans.

    Args:
        All: see `ListLoans` in params/api.py.

    GET /loans
    """
    return build_call(_LIST_LOANS, params)


_RETRIEVE_READER = Operation(
    id="retrieve_reader",
    name="readers.retrieve",
    method="GET",
    path="/readers/{town}",
    query=("limit",),
    retry="safe",
    result=RetrieveReaderResult,
    proof=("count",),
    pagination=PaginationSpec(kind="link", items="/results", next="/next"),
)


@endpoint(_RETRIEVE_READER)
def retrieve_reader(town: str, **params: Unpack[RetrieveReader]) -> Call[RetrieveReaderResult]:
    """List the readers of a town.

    Args:
        All: see `RetrieveReader` in params/api.py.

    GET /readers/{town}
    """
    return build_call(_RETRIEVE_READER, params, town=town)


_CREATE_SCAN = Operation(
    id="create_scan",
    name="scans.create",
    method="POST",
    path="/scans",
    body=("book",),
    result=Scan,
    proof=("id",),
    polling=_RETRIEVE_SCAN_POLLING,
)


@endpoint(_CREATE_SCAN)
def create_scan(**params: Unpack[CreateScan]) -> Call[Task[Scan], AsyncTask[Scan]]:
    """Scan a book.

    Args:
        All: see `CreateScan` in params/api.py.

    POST /scans
    """
    return build_call(_CREATE_SCAN, params)


_RETRIEVE_SCAN = Operation(
    id="retrieve_scan",
    name="scans.retrieve",
    method="GET",
    path="/scans/{id}",
    retry="safe",
    result=Scan,
    proof=("id",),
)


@endpoint(_RETRIEVE_SCAN)
def retrieve_scan(id: str, **options: Unpack[Options]) -> Call[Scan]:
    """Look at a scan.

    GET /scans/{id}
    """
    return build_call(_RETRIEVE_SCAN, options, id=id)


_SEARCH_BOOKS = Operation(
    id="searchBooks",
    name="books.search",
    method="POST",
    path="/search",
    body=("text", "after"),
    required=("text",),
    result=SearchBooksResult,
    proof=("found",),
    pagination=PaginationSpec(kind="cursor", items="/found/books", parameter="after", last="/id", more="/more"),
)


@endpoint(_SEARCH_BOOKS)
def search_books(**params: Unpack[SearchBooks]) -> Call[SearchBooksResult]:
    """Search for books.

    Args:
        All: see `SearchBooks` in params/api.py.

    POST /search
    """
    return build_call(_SEARCH_BOOKS, params)


_LIST_SHELVES = Operation(
    id="list_shelves",
    name="shelves.list",
    method="GET",
    path="/shelves",
    query=("offset", "limit"),
    retry="safe",
    result=list[str],
    pagination=PaginationSpec(kind="offset", parameter="offset"),
)


@endpoint(_LIST_SHELVES)
def list_shelves(**params: Unpack[ListShelves]) -> Call[list[str]]:
    """List the shelves.

    Args:
        All: see `ListShelves` in params/api.py.

    GET /shelves
    """
    return build_call(_LIST_SHELVES, params)


_LIST_VISITS = Operation(
    id="list_visits",
    name="visits.list",
    method="GET",
    path="/visits",
    query=("page", "readerId", "limit"),
    wire_names={"visited": "page", "reader_id": "readerId"},
    retry="safe",
    result=list[str],
)


@endpoint(_LIST_VISITS)
def list_visits(**params: Unpack[ListVisits]) -> Call[list[str]]:
    """List the visits of a day, all of them.

    Args:
        All: see `ListVisits` in params/api.py.

    GET /visits
    """
    return build_call(_LIST_VISITS, params)
