"""Endpoint functions as methods of a client."""

from __future__ import annotations

import asyncio
import inspect
import pydoc
from typing import Any

from generator.runtime.client.resource import AsyncResource, Resource, async_method, method
from generator.runtime.operation.call import Call
from tests.runtime.fake_json_api import CREATE, KEY, RETRIEVE, AsyncServer, AsyncShop, Order, Server, shop


def create_order(**params: Any) -> Call[Order]:
    """Order something."""
    return CREATE(params)


create_order.__text_signature__ = "(*, name, lines=None)"  # type: ignore[attr-defined]


def retrieve_order(order: str, **options: Any) -> Call[Order]:
    """Look an order up."""
    return RETRIEVE(options, order=order)


class Orders(Resource):
    create = method(create_order)
    retrieve = method(retrieve_order)


class AsyncOrders(AsyncResource):
    create = async_method(create_order)
    retrieve = async_method(retrieve_order)


def test_a_method_builds_and_sends() -> None:
    server = Server()
    orders = Orders(shop(server))
    assert orders.retrieve("a/b", extra_headers={"X-A": "1"}).id == "o1"
    assert server.requests[0].url == "https://api.shop.example/v1/orders/a%2Fb"
    assert server.sent["X-A"] == "1"
    assert orders.create(name="x").id == "o1"
    assert server.requests[1].content == b'{"name":"x"}'


def test_the_async_twin_builds_and_sends() -> None:
    server = AsyncServer()
    orders = AsyncOrders(AsyncShop(KEY, transport=server))  # type: ignore[arg-type]
    assert asyncio.run(orders.retrieve(order="o1")).id == "o1"
    assert asyncio.run(orders.create(name="x")).id == "o1"
    assert inspect.iscoroutinefunction(AsyncOrders.create)


def test_help_shows_every_parameter() -> None:
    for resource in (Orders, AsyncOrders):
        assert str(inspect.signature(resource.create)) == "(self, /, *, name, lines=None)"
        assert str(inspect.signature(resource.retrieve)) == "(self, /, order, **options)"
        text = pydoc.plain(pydoc.render_doc(resource.create))
        assert "create(self, /, *, name, lines=None)" in text
        assert "Order something." in text


def test_a_bound_method_shows_no_self() -> None:
    assert str(inspect.signature(Orders(shop(Server())).create)) == "(*, name, lines=None)"


def test_a_method_is_known_by_its_own_name() -> None:
    assert (Orders.create.__name__, Orders.create.__qualname__) == ("create", "Orders.create")
    assert (AsyncOrders.create.__qualname__, AsyncOrders.create.__module__) == ("AsyncOrders.create", __name__)
