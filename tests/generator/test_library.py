"""A client of a document that nobody edits, against a server: lists in pages, streams, tasks and errors, configured."""

from __future__ import annotations

import asyncio
import importlib
import json
import sys
from collections.abc import Iterator
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from generator.check import check
from generator.diagnostics import DiagnosticsError
from generator.normalize import normalize
from generator.spec import read
from tests.generator.rendered_cases import CASES, rendered, write

BOOKS = [{"id": f"b{number}", "title": f"Book {number}"} for number in range(5)]
SHELVES = ["A", "B", "C", "D", "E"]


class Library(BaseHTTPRequestHandler):
    """Two items a page; every request is kept."""

    protocol_version = "HTTP/1.1"
    server: Any

    def log_message(self, *_: object) -> None: ...

    def do_GET(self) -> None:
        url = urlsplit(self.path)
        query = {name: values[0] for name, values in parse_qs(url.query).items()}
        self.server.asked.append(self.path)
        headers: dict[str, str] = {}
        number = int(query.get("page", "1"))
        ids = [{"id": each, "bookId": f"b{each}"} for each in (2 * number - 1, 2 * number) if each <= 5]
        match url.path.split("/")[1]:
            case "books":
                start = int(query.get("cursor", "c0")[1:])
                following = f"c{start + 2}" if start + 2 < len(BOOKS) else None
                body: Any = {"data": BOOKS[start : start + 2], "next_cursor": following}
            case "authors":
                body = {"results": ids, "meta": {"total_pages": 3}}
            case "shelves":
                start = int(query.get("offset", "0"))
                body = SHELVES[start : start + 2]
            case "loans":
                body = ids
                links = ['<https://elsewhere.example/loans?page=1>; rel="first"']
                links += [f'<https://elsewhere.example/all?page={number + 1}&a=b>; rel="next"'] if number < 3 else []
                headers = {"Link": ", ".join(links)}
            case "visits":
                body = []
            case "scans":
                state = "done" if self.server.asked.count(self.path) > 1 else "busy"
                body = {"id": "s1", "state": state, "pages": 7}
            case _:
                more = f"http://elsewhere.example/readers?page={number + 1}" if number < 3 else None
                body = {"count": 5, "next": more, "results": [{"name": f"r{one['id']}"} for one in ids]}
        self.reply(body, headers)

    def do_POST(self) -> None:
        sent = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.asked.append(sent)
        headers: dict[str, str] = {}
        match self.path:
            case "/scans" if not sent:
                body: Any = {"fault": {"text": "There is no such book.", "kind": "no_such_book"}}
                headers = {"X-Trace": "t1"}
            case "/scans":
                body = {"id": "s1", "state": "busy"}
            case "/answers" if sent.get("live"):
                body = b'data: {"word":"Go"}\n\ndata: {"word":"home"}\n\ndata: END\n\n'
                headers = {"Content-Type": "text/event-stream"}
            case "/answers":
                body = {"text": "Go home"}
            case _:
                start = int(sent.get("after", "b-1")[1:]) + 1
                body = {"found": {"books": BOOKS[start : start + 2]}, "more": start + 2 < len(BOOKS)}
        self.reply(body, headers)

    def reply(self, body: Any, headers: dict[str, str]) -> None:
        raw = body if isinstance(body, bytes) else json.dumps(body).encode()
        self.send_response(200)
        for name, value in {"Content-Type": "application/json", "Content-Length": str(len(raw)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(raw)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    folder = tmp_path_factory.mktemp("library")
    write(rendered(CASES / "rendered" / "library"), folder / "library")
    sys.path.insert(0, str(folder))
    yield importlib.import_module("library")
    sys.path.remove(str(folder))


@pytest.fixture
def server() -> Iterator[Any]:
    server: Any = ThreadingHTTPServer(("127.0.0.1", 0), Library)
    server.asked = []
    thread = Thread(target=partial(server.serve_forever, poll_interval=0.01))
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


def address(server: Any) -> str:
    return f"http://127.0.0.1:{server.server_port}"


def listed(library: Any, server: Any, method: str, *path: str, **arguments: Any) -> tuple[Any, Any]:
    """The items of all pages by the sync client, and the pages by the async one."""
    group, _, verb = method.partition(".")
    with library.Library(base_url=address(server)) as client:
        items = list(getattr(getattr(client, group), verb)(*path, **arguments))

    async def pages() -> Any:
        async with library.AsyncLibrary(base_url=address(server)) as client:
            of = getattr(getattr(client, group), verb)
            first = await of(*path, **arguments)
            found = [page async for page in of(*path, **arguments).iter_pages()]
            assert found[0] == first
            assert [one async for one in of(*path, **arguments)] == items
            return found

    return items, asyncio.run(pages())


@pytest.mark.parametrize(
    ("method", "asked"),
    [
        ("books.list", ["/books?limit=2", "/books?limit=2&cursor=c2", "/books?limit=2&cursor=c4"]),
        ("authors.list", ["/authors?per_page=2", "/authors?per_page=2&page=2", "/authors?per_page=2&page=3"]),
        ("shelves.list", [f"/shelves?limit=2{more}" for more in ("", "&offset=2", "&offset=4", "&offset=5")]),
        ("loans.list", ["/loans?since=x", "/loans?page=2&a=b", "/loans?page=3&a=b"]),
        ("readers.retrieve", ["/readers/york?limit=2", "/readers/york?page=2", "/readers/york?page=3"]),
        ("books.search", [{"text": "t"}, {"text": "t", "after": "b1"}, {"text": "t", "after": "b3"}]),
    ],
)
def test_iterating_sends_for_every_page(library: Any, server: Any, method: str, asked: list[Any]) -> None:
    needed: dict[str, dict[str, Any]] = {
        "authors.list": {"per_page": 2},
        "loans.list": {"since": "x"},
        "books.search": {"text": "t"},
    }
    arguments = needed.get(method, {"limit": 2})
    items, pages = listed(library, server, method, *(["york"] if "readers" in method else []), **arguments)
    assert len(items) == 5
    assert len({repr(item) for item in items}) == 5
    assert server.asked[: len(asked)] == asked
    assert len(pages) == len(asked)


def test_a_list_is_a_paginator_and_its_call_returns_a_page(library: Any, server: Any) -> None:
    with library.Library(base_url=address(server)) as client:
        found = client.books.list(cursor="c2")
        assert (type(found), found.page.next_cursor) == (library.Paginator, "c4")
        assert client.books.with_raw_response.list().parse().next_cursor == "c2"
        assert [one.id for one in client.send(library.operations.list_books()).data] == ["b0", "b1"]


def test_names_are_those_of_python_and_of_the_configuration(library: Any, server: Any) -> None:
    with library.Library(base_url=address(server)) as client:
        client.visits.list(reader_id="r1", visited="2")
        loan = next(iter(client.loans.list()))
        reader = client.readers.retrieve("york").page.results[0]
        client.librarian.ask(question="where", asked_as=reader)
        client.librarian.ask(question="where", asked_as={"name": "r2"})
    assert (loan.book_id, loan.to_dict()["bookId"], reader.full_name) == ("b1", "b1", "r1")
    assert server.asked[0] == "/visits?page=2&readerId=r1"
    assert [sent["askedAs"] for sent in server.asked[-2:]] == [{"name": "r1"}, {"name": "r2"}]


def test_a_stream_that_the_document_does_not_describe(library: Any, server: Any) -> None:
    async def asked() -> list[str]:
        async with library.AsyncLibrary(base_url=address(server)) as client:
            return [event.word async for event in await client.librarian.ask(question="where", live=True)]

    with library.Library(base_url=address(server)) as client:
        assert client.librarian.ask(question="where").text == "Go home"
        with client.librarian.ask(question="where", live=True) as stream:
            assert [event.word for event in stream] == asyncio.run(asked()) == ["Go", "home"]


def test_a_task_is_polled_as_configured(library: Any, server: Any) -> None:
    async def waited() -> Any:
        async with library.AsyncLibrary(base_url=address(server)) as client:
            return await (await client.scans.create(book="b1")).wait()

    with library.Library(base_url=address(server)) as client:
        assert client.scans.create(book="b1").wait() == asyncio.run(waited())
    assert server.asked.count("/scans/s1") == 3


def test_an_error_in_a_200_is_recognised_as_configured(library: Any, server: Any) -> None:
    with library.Library(base_url=address(server)) as client, pytest.raises(library.NotFoundError) as error:
        client.scans.create()
    assert (error.value.message, error.value.code) == ("There is no such book.", "no_such_book")
    assert (error.value.request_id, error.value.outcome) == ("t1", "rejected")


def test_package_environment_and_licence_are_those_of_the_configuration(
    library: Any, server: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TOWN_LIBRARY_BASE_URL", address(server))
    with library.Library() as client:
        assert client.scans.retrieve("s1").pages == 7
    assert "# SPDX-License-Identifier: MIT" in Path(library.client.__file__).read_text("utf-8")


LIST = "type: array, items: {type: object, properties: {id: {type: string}}}"
HEAD = 'openapi: 3.1.0\ninfo: {title: Acme, version: "1"}\npaths:\n  /disks:\n    get:\n      operationId: listDisks\n'


def document(folder: Path, parameters: str, page: str, more: str = "", configuration: str = "strict: false") -> Any:
    listed = "".join(f"\n      - {{in: query, name: {one}}}" for one in parameters.split("; ") if one)
    text = (
        f"{HEAD}      parameters: {listed or '[]'}\n      responses:\n        '200':\n          description: d\n{more}"
    )
    text += f"          content: {{application/json: {{schema: {{{page}}}}}}}\n"
    (folder / "openapi.yaml").write_text(text)
    (folder / "generator.yaml").write_text(configuration)
    return normalize(read(folder / "openapi.yaml"))


def holding(fields: str) -> str:
    return f"type: object, properties: {{disks: {{{LIST}}}, {fields}}}"


CURSOR, LIMIT = "cursor, schema: {type: string}", "limit, schema: {type: integer}"
PAGE = "page, schema: {type: integer, minimum: 1}"


@pytest.mark.parametrize(
    ("parameters", "page", "found"),
    [
        (
            CURSOR,
            holding("nextCursor: {type: string}"),
            {"kind": "cursor", "parameter": "cursor", "next": "/nextCursor"},
        ),
        (
            "pageToken, schema: {type: string}",
            holding("paging: {type: object, properties: {next_page_token: {type: string}, hasMore: {type: boolean}}}"),
            {"kind": "cursor", "parameter": "pageToken", "next": "/paging/next_page_token", "more": "/paging/hasMore"},
        ),
        (
            "starting_after, schema: {type: string}",
            holding("has_more: {type: boolean}"),
            {"kind": "cursor", "parameter": "starting_after", "last": "/id", "more": "/has_more"},
        ),
        (
            f"{PAGE}; {LIMIT}",
            holding("total: {type: integer}"),
            {"kind": "page", "parameter": "page", "first": 1, "total": "/total"},
        ),
        (
            "'page[number]', schema: {type: integer}",
            holding("links: {type: object, properties: {next: {type: string}}}"),
            {"kind": "link", "next": "/links/next"},
        ),
        (
            f"skip, schema: {{type: integer}}; {LIMIT}",
            holding("total: {type: integer}"),
            {"kind": "offset", "parameter": "skip", "first": 0, "total": "/total"},
        ),
        # Whether the first page is 0 or 1 is not said.
        (f"page, schema: {{type: integer}}; {LIMIT}", holding("total: {type: integer}"), None),
        # A point in time, and a cursor that nothing returns.
        ("after, schema: {type: string, format: date-time}", holding("has_more: {type: boolean}"), None),
        (CURSOR, holding("name: {type: string}"), None),
        # Two lists, and none.
        (CURSOR, holding(f"next_cursor: {{type: string}}, discs: {{{LIST}}}").replace("disks", "a"), None),
        (CURSOR, "type: object, properties: {next_cursor: {type: string}}", None),
        ("offset, schema: {type: integer}", LIST, None),
    ],
)
def test_only_what_leaves_no_doubt_is_recognised(tmp_path: Path, parameters: str, page: str, found: Any) -> None:
    made = document(tmp_path, parameters, page).operations[0].node.get("x-pagination")
    assert made == (found and {**found, "items": "/disks"})


def test_the_configuration_says_it_for_all_or_for_none(tmp_path: Path) -> None:
    rule = "{kind: page, parameter: page, first: 0, items: /disks}"
    page = holding("total: {type: integer}")
    for written in (f"pagination: {rule}", f"pagination: [{{kind: cursor, parameter: x}}, {rule}]"):
        made = document(tmp_path, f"page, schema: {{type: integer}}; {LIMIT}", page, configuration=written)
        assert made.operations[0].node["x-pagination"]["first"] == 0
    for written in ("pagination: false", "operations: {listDisks: {pagination: false}}"):
        made = document(tmp_path, f"{PAGE}; {LIMIT}", page, configuration=written)
        assert not made.operations[0].node.get("x-pagination")


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        ("{kind: page, parameter: pag}", "listDisks has no field 'pag' [pagination]"),
        ("{kind: page, parameter: page, items: /discs}", "'/discs' leads nowhere: there is no field 'discs'"),
        ("{kind: pages}", "invalid enum value 'pages' [policy]"),
        ("{parameter: page}", "the key 'kind' is missing [policy]"),
        ("{kind: cursor, parameter: page, items: /disks}", "the next cursor is in one place"),
    ],
)
def test_wrong_pages_are_told_at_their_place(tmp_path: Path, rule: str, told: str) -> None:
    configuration = f"operations: {{listDisks: {{pagination: {rule}}}}}"
    with pytest.raises(DiagnosticsError) as error:
        check(document(tmp_path, PAGE, holding("total: {type: integer}"), configuration=configuration))
    assert any("generator.yaml:1:" in one.headline and told in one.headline for one in error.value.diagnostics)
