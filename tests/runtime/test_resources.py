"""Endpoint functions as methods of a client."""

from __future__ import annotations

import asyncio
import inspect
from typing import Any

import pytest

from generator.runtime.client.resource import AsyncResource, Omit, Resource, omit
from generator.runtime.operation.call import Call, build_call
from tests.runtime.fake_json_api import CREATE, KEY, RETRIEVE, AsyncServer, AsyncShop, Order, Server, shop


def create_order(**params: Any) -> Call[Order]:
    """Order something."""
    return build_call(CREATE, params)


def retrieve_order(order: str, **options: Any) -> Call[Order]:
    """Look an order up."""
    return build_call(RETRIEVE, options, order=order)


class Orders(Resource):
    def create(self, *, name: str, lines: list[str] | Omit | None = omit, **options: Any) -> Order:
        return self._client.send(self._call(create_order, locals()))

    def retrieve(self, order: str, **options: Any) -> Order:
        return self._client.send(self._call(retrieve_order, locals()))


class AsyncOrders(AsyncResource):
    async def create(self, *, name: str, lines: list[str] | Omit | None = omit, **options: Any) -> Order:
        return await self._client.send(self._call(create_order, locals()))

    async def retrieve(self, order: str, **options: Any) -> Order:
        return await self._client.send(self._call(retrieve_order, locals()))


def test_a_method_builds_and_sends() -> None:
    server = Server()
    orders = Orders(shop(server))
    assert orders.retrieve("a/b", extra_headers={"X-A": "1"}).id == "o1"
    assert server.requests[0].url == "https://api.shop.example/v1/orders/a%2Fb"
    assert server.sent()["X-A"] == "1"
    assert orders.create(name="x").id == "o1"
    assert server.requests[1].content == b'{"name":"x"}'


def test_errors_name_a_method_as_callers_do() -> None:
    class Shops(Resource, path="shops"):
        def create(self, *, name: str) -> None: ...

    with pytest.raises(TypeError, match=r"^shops\.create\(\) missing 1 required keyword-only argument: 'name'"):
        Shops(shop(Server())).create()  # type: ignore[call-arg]


def test_an_async_method_builds_and_sends() -> None:
    server = AsyncServer()
    orders = AsyncOrders(AsyncShop(KEY, transport=server))  # type: ignore[arg-type]
    assert asyncio.run(orders.retrieve(order="o1")).id == "o1"
    assert asyncio.run(orders.create(name="x")).id == "o1"
    assert inspect.iscoroutinefunction(AsyncOrders.create)


def test_what_was_not_given_is_not_sent_and_none_is() -> None:
    server = Server()
    create = Orders(shop(server)).create
    bound = inspect.signature(create).bind(name="x")
    bound.apply_defaults()
    create(*bound.args, **bound.kwargs)
    create(name="x", lines=None)
    assert [request.content for request in server.requests] == [b'{"name":"x"}', b'{"name":"x","lines":null}']
