"""Endpoint functions as methods of a client."""

from __future__ import annotations

import asyncio
import inspect
import operator
import re
from typing import Any

import pytest

from ezlink import AsyncEZLink, EZLink
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


@pytest.mark.parametrize(
    ("method", "given", "message"),
    [
        ("chat.completions.create", {"modle": "m", "messages": []}, "no parameter 'modle': did you mean 'model'?"),
        ("chat.completions.create", {"modle": "m"}, "also missing 1 required argument: 'messages'."),
        ("chat.completions.create", {}, "is missing 2 required arguments: 'messages' and 'model'"),
        ("chat.completions.parse", {"modle": "m", "messages": []}, "no parameter 'modle': did you mean 'model'?"),
        ("chat.completions.stream", {"modle": "m", "messages": []}, "no parameter 'modle': did you mean 'model'?"),
        ("images.edit", {"imge": b"", "prompt": "x"}, "no parameter 'imge': did you mean 'image'?"),
        ("models.retrieve", {"modle": "m"}, "no parameter 'modle': did you mean 'model'?"),
        ("models.retrieve", {}, "is missing 1 required argument: 'model'"),
        ("models.list", {"limti": 1}, "no parameter 'limti'."),
    ],
)
def test_a_misspelt_argument_and_what_is_missing_are_both_named(
    method: str, given: dict[str, Any], message: str
) -> None:
    def method_of(client: Any) -> Any:
        return operator.attrgetter(method)(client)

    with pytest.raises(TypeError, match=re.escape(message)) as raised:
        method_of(EZLink(KEY))(**given)
    assert str(raised.value).startswith(f"{method}() ")

    async def run() -> None:
        result = method_of(AsyncEZLink(KEY))(**given)
        await result

    with pytest.raises(TypeError, match=re.escape(message)):
        asyncio.run(run())


@pytest.mark.parametrize("client", [EZLink, AsyncEZLink])
def test_a_signature_has_no_default_for_what_is_required(client: Any) -> None:
    for method in (client(KEY).models.retrieve, client(KEY).chat.completions.create):
        assert inspect.signature(method).parameters["model"].default is inspect.Parameter.empty


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
