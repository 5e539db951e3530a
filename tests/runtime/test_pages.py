"""Lists that come in pages: the request for each, and where they end."""

from __future__ import annotations

import asyncio
import warnings
from collections.abc import Callable, Coroutine
from typing import Any

import msgspec
import pytest

from generator.runtime.client.resource import AsyncResource, Resource
from generator.runtime.operation.call import Call, build_call
from generator.runtime.operation.endpoint import endpoint
from generator.runtime.operation.operation import Operation
from generator.runtime.operation.page_request import next_link
from generator.runtime.operation.pagination_spec import PaginationSpec
from tests.runtime.fake_json_api import JSON, KEY, AsyncShop, shop
from tests.runtime.fake_transport import FakeAsyncTransport, FakeTransport, Pairs, Result

_ADDRESS = "https://api.shop.example/v1/orders"
_QUERY = ("cursor", "page", "offset", "limit")


def listing(spec: PaginationSpec) -> Callable[..., Call[Any]]:
    operation = Operation(
        id="listOrders", name="orders.list", method="GET", path="/v1/orders", query=_QUERY, pagination=spec
    )

    @endpoint(operation)
    def build(**params: Any) -> Call[Any]:
        return build_call(operation, params)

    return build


class Orders(Resource):
    def list(self, build: Any, **options: Any) -> Any:
        return self._paginate(build, {"self": self, "options": options})


class AsyncOrders(AsyncResource):
    def list(self, build: Any, **options: Any) -> Any:
        return self._paginate(build, {"self": self, "options": options})


def page(value: Any, link: str = "") -> Result:
    headers: Pairs = [JSON, *([("Link", link)] if link else [])]
    return 200, headers, msgspec.json.encode(value)


def answers(pages: list[Any]) -> list[Result]:
    """The responses with these pages; asked for more, the server says so."""
    return [*(one if isinstance(one, tuple) else page(one) for one in pages), (418, [JSON], b"{}")]


def sent(server: FakeTransport) -> list[str]:
    return [request.url.removeprefix(_ADDRESS) for request in server.requests]


CURSOR = PaginationSpec(kind="cursor", items="/data", parameter="cursor", next="/next")
LAST = PaginationSpec(kind="cursor", items="/data", parameter="cursor", last="/id", more="/more")
NUMBER = PaginationSpec(kind="page", items="/data", parameter="page", first=1)
FROM_0, PAGES, TOTAL = NUMBER._replace(first=0), NUMBER._replace(pages="/pages"), NUMBER._replace(total="/total")
MORE = NUMBER._replace(more="/more")
OFFSET = PaginationSpec(kind="offset", parameter="offset")
UP_TO = OFFSET._replace(items="/data", total="/total")
LINK = PaginationSpec(kind="link")
NEXT = PaginationSpec(kind="link", items="/data", next="/next")
SOME = NEXT._replace(total="/total")


def holding(*items: Any, **beside: Any) -> dict[str, Any]:
    return {"data": items, **beside}


def linking(item: Any, link: str) -> Result:
    return page([item], f"<https://elsewhere.example/x{link}>; rel=next")


@pytest.mark.parametrize(
    ("spec", "given", "pages", "found", "asked"),
    [
        # The cursor is what the page before says.
        (CURSOR, {}, [holding(1, 2, next="a"), holding(3, next=None)], [1, 2, 3], ["", "?cursor=a"]),
        (CURSOR, {"limit": 1}, [holding(1, next="a"), holding(2)], [1, 2], ["?limit=1", "?limit=1&cursor=a"]),
        (CURSOR, {"cursor": "a"}, [holding(1, next="")], [1], ["?cursor=a"]),
        (CURSOR, {}, [holding(1, next=0), holding(2)], [1, 2], ["", "?cursor=0"]),
        (CURSOR, {}, [holding(next="a"), holding(2)], [2], ["", "?cursor=a"]),  # all items were filtered out
        (CURSOR, {}, [holding(1, next="a"), holding(2, next="a")], [1, 2], ["", "?cursor=a"]),
        (CURSOR, {}, [{"data": None}], [], [""]),
        # Or it is in its last item, as long as there is more.
        (LAST, {}, [holding({"id": 7}, more=True), holding(more=True)], [{"id": 7}], ["", "?cursor=7"]),
        (LAST, {}, [holding({"id": 6}, {"id": 7}, more=0)], [{"id": 6}, {"id": 7}], [""]),
        (LAST, {}, [holding({"id": 6}, {"id": 7}, more=1), holding()], [{"id": 6}, {"id": 7}], ["", "?cursor=7"]),
        (LAST, {}, [holding({"id": 7})], [{"id": 7}], [""]),
        # Pages go on until one is empty, comes again, or is the last of those that were counted.
        (NUMBER, {}, [holding(1), holding(2), holding()], [1, 2], ["", "?page=2", "?page=3"]),
        (NUMBER, {"page": 4}, [holding(1), holding()], [1], ["?page=4", "?page=5"]),
        (FROM_0, {}, [holding(1), holding()], [1], ["", "?page=1"]),
        (FROM_0, {"page": 0}, [holding(1), holding()], [1], ["?page=0", "?page=1"]),
        (NUMBER, {}, [holding(1), holding(2), holding(2)], [1, 2], ["", "?page=2", "?page=3"]),
        (PAGES, {}, [holding(1, pages=2), holding(2, pages=2)], [1, 2], ["", "?page=2"]),
        (PAGES, {"page": 2}, [holding(1, pages=2)], [1], ["?page=2"]),
        (PAGES._replace(first=0), {}, [holding(1, pages=2), holding(2, pages=2)], [1, 2], ["", "?page=1"]),
        (PAGES, {}, [holding(1, pages=True), holding(2, pages="1"), holding()], [1, 2], ["", "?page=2", "?page=3"]),
        (TOTAL, {}, [holding(1, 2, total=3), holding(3, total=3)], [1, 2, 3], ["", "?page=2"]),
        (TOTAL, {}, [holding(1, 2, total=4), holding(3, 4, total=4)], [1, 2, 3, 4], ["", "?page=2"]),
        (TOTAL, {}, [holding(1, total=0)], [1], [""]),
        (MORE, {}, [holding(1, more=True), holding(2)], [1, 2], ["", "?page=2"]),
        # Counted pages may be alike. Where they are not counted, or not readably, that is the last one once more.
        (PAGES, {}, [holding(1, pages=3)] * 3, [1, 1, 1], ["", "?page=2", "?page=3"]),
        (PAGES, {"page": 3}, [holding(1, pages=4)] * 2, [1, 1], ["?page=3", "?page=4"]),
        (TOTAL, {}, [holding(1, total=3)] * 3, [1, 1, 1], ["", "?page=2", "?page=3"]),
        (TOTAL, {}, [holding(1, total="3")] * 2, [1], ["", "?page=2"]),
        (MORE, {}, [holding(1, more=True)] * 2, [1], ["", "?page=2"]),
        # An offset goes on by the items that came.
        (OFFSET, {}, [[1, 2], [3], []], [1, 2, 3], ["", "?offset=2", "?offset=3"]),
        (OFFSET, {"offset": 10}, [[1, 2], []], [1, 2], ["?offset=10", "?offset=12"]),
        (OFFSET, {}, [[1, 2], [1, 2]], [1, 2], ["", "?offset=2"]),
        (OFFSET._replace(first=1), {}, [[1, 2], []], [1, 2], ["", "?offset=3"]),
        (UP_TO, {}, [holding(1, 2, total=3), holding(3, total=3)], [1, 2, 3], ["", "?offset=2"]),
        (UP_TO, {"offset": 2}, [holding(3, total=4), holding(4, total=4)], [3, 4], ["?offset=2", "?offset=3"]),
        # Of a link, in a header or in the page, only the query counts.
        (LINK, {"limit": 1}, [linking(1, "?p=2&a=b"), [2]], [1, 2], ["?limit=1", "?p=2&a=b"]),
        (LINK, {}, [linking(1, "?p=2"), linking(2, "?p=2")], [1, 2], ["", "?p=2"]),
        (NEXT, {}, [holding(1, next="?p=2#end"), holding(2, next=None)], [1, 2], ["", "?p=2"]),
        (NEXT, {}, [holding(1, next="/v1/orders")], [1], [""]),
        (NEXT, {}, [holding(1, next=7)], [1], [""]),
        (NEXT, {}, [holding(1, next="?p=2")] * 2, [1, 1], ["", "?p=2"]),
        (SOME, {}, [holding(1, next="?p=2", total=2), holding(2, next="?p=3", total=2)], [1, 2], ["", "?p=2"]),
    ],
)
def test_pages_are_asked_for_until_the_list_ends(
    spec: PaginationSpec, given: dict[str, Any], pages: list[Any], found: list[Any], asked: list[str]
) -> None:
    server, other = FakeTransport(*answers(pages)), FakeAsyncTransport(*answers(pages))

    async def items() -> list[Any]:
        return [one async for one in AsyncOrders(AsyncShop(KEY, transport=other)).list(listing(spec), **given)]

    assert [*Orders(shop(server)).list(listing(spec), **given)] == found
    assert (asyncio.run(items()), sent(server), sent(other)) == (found, asked, asked)


def test_a_page_is_what_the_api_returned() -> None:
    server = FakeTransport(*answers([[1, 2], [3], [], [3], []]))
    found = Orders(shop(server)).list(listing(OFFSET))
    assert (found.page, sent(server), repr(found)) == ([1, 2], [""], "Paginator(page=[1, 2])")
    assert [*found.iter_pages()] == [[1, 2], [3], []]
    assert [*found] == [1, 2, 3]  # the first page is not asked for again
    assert len(server.requests) == 5


def test_an_async_list_is_a_call_for_its_first_page() -> None:
    async def use() -> None:
        server = FakeAsyncTransport(*answers([[1, 2], [3], []]))
        orders = AsyncOrders(AsyncShop(KEY, transport=server))
        first: Coroutine[Any, Any, Any] = orders.list(listing(OFFSET))
        assert not server.requests
        assert await asyncio.create_task(first) == [1, 2]
        server.results[:0] = [page([1, 2])]
        assert [one async for one in orders.list(listing(OFFSET)).iter_pages()] == [[1, 2], [3], []]
        assert sent(server) == ["", "", "?offset=2", "?offset=3"]

    asyncio.run(use())


def test_an_async_list_that_is_given_up_is_not_sent() -> None:
    server = FakeAsyncTransport(*answers([[1]]))
    orders = AsyncOrders(AsyncShop(KEY, transport=server))
    with pytest.raises(KeyError, match="enough"):
        orders.list(listing(OFFSET)).throw(KeyError("enough"))
    with warnings.catch_warnings(action="error"):
        orders.list(listing(OFFSET)).close()
    with pytest.warns(RuntimeWarning, match=r"coroutine 'orders\.list' was never awaited"):
        orders.list(listing(OFFSET))
    assert not server.requests


def test_the_response_of_a_list_is_that_of_its_first_page() -> None:
    server, other = FakeTransport(*answers([[1], []])), FakeAsyncTransport(*answers([[1], []]))
    orders = AsyncOrders(AsyncShop(KEY, transport=other))
    assert Orders(shop(server)).with_raw_response.list(listing(OFFSET)).parse() == [1]
    assert asyncio.run(orders.with_raw_response.list(listing(OFFSET))).parse() == [1]
    assert len(server.requests) == len(other.requests) == 1


def test_options_go_with_every_page() -> None:
    server = FakeTransport(*answers([[1], []]))
    headers = {"X-Branch": "york"}
    assert [*Orders(shop(server)).list(listing(OFFSET), extra_headers=headers, timeout=7)] == [1]
    assert [request.timeout.total for request in server.requests] == [7, 7]
    assert [server.sent(number)["X-Branch"] for number in (0, 1)] == ["york", "york"]


@pytest.mark.parametrize(
    ("header", "url"),
    [
        ('<https://a.example/?p=2>; rel="next"', "https://a.example/?p=2"),
        ('</?p=1>; rel=prev, </?p=3,4>; title="x"; rel="last next"', "/?p=3,4"),
        ("</?p=1>; REL=Next", "/?p=1"),
        ('</?p=1>; rel="next", </?p=2>; rel="next"', "/?p=1"),
        ('</?p=1>; rel="nextish"', ""),
        ('</?p=1>; title="next"', ""),
        ("nothing", ""),
    ],
)
def test_the_next_link_is_found(header: str, url: str) -> None:
    assert next_link(header) == url
