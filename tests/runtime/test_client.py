"""Clients: what is sent, what is returned, what is raised, and what is shared."""

from __future__ import annotations

import asyncio
import threading
from typing import Any

import pytest

from generator.runtime import errors
from generator.runtime.http.timeout import Timeout
from generator.runtime.transport import TransportError
from tests.runtime.fake_json_api import (
    CALL,
    CREATE,
    EVENTS,
    JSON,
    KEY,
    ORDER,
    REFUSAL,
    RETRIEVE,
    STREAM,
    AsyncServer,
    AsyncShop,
    Order,
    Server,
    Shop,
    shop,
)

# What is sent


def test_a_request_has_the_calls_parts_and_the_clients_headers() -> None:
    server = Server()
    assert shop(server).send(CALL).id == "o1"
    request = server.requests[0]
    assert (request.method, request.url, request.content) == (
        "POST",
        "https://api.shop.example/v1/orders",
        b'{"name":"x"}',
    )
    assert request.timeout == Timeout(600, connect=5, read_idle=120)
    assert not request.stream
    assert server.sent() == {
        "User-Agent": "shop-python/1.2.3",
        "Accept": "application/json",
        "Authorization": f"Bearer {KEY}",
        "Content-Type": "application/json",
    }


def test_a_call_without_a_body_has_no_content_type() -> None:
    server = Server()
    shop(server).send(RETRIEVE({}, order="o1"))
    assert "Content-Type" not in server.sent()


def test_a_stream_asks_for_events() -> None:
    server = Server(headers=[EVENTS])
    shop(server).send(STREAM).close()
    assert server.sent()["Accept"] == "text/event-stream"
    assert server.requests[0].stream


def test_headers_of_the_call_go_over_those_of_the_client_in_any_case() -> None:
    server = Server()
    client = shop(server, default_headers={"X-Team": "a", "accept": "text/x", "X-Other": "o"})
    client.send(CREATE({"extra_headers": {"x-team": "b", "AUTHORIZATION": "Basic x"}}))
    sent = server.requests[0].headers
    assert len({name.lower() for name, _ in sent}) == len(sent)
    assert server.sent()["x-team"] == "b"
    assert server.sent()["AUTHORIZATION"] == "Basic x"
    assert server.sent()["accept"] == "text/x"
    client.send(CALL)
    assert server.sent()["X-Team"] == "a"


def test_a_transport_that_changes_its_headers_changes_no_other_request() -> None:
    server = Server()
    client = shop(server)
    client.send(CALL)
    server.requests[0].headers.append(("X-Mine", "1"))
    client.send(CALL)
    assert "X-Mine" not in server.sent()


# request()


@pytest.mark.parametrize("is_async", [False, True])
def test_get_and_post_are_requests(is_async: bool) -> None:
    server: Server = AsyncServer() if is_async else Server()
    client: Any = AsyncShop(KEY, transport=server) if is_async else shop(server)

    def send(result: Any) -> Any:
        return asyncio.run(result) if is_async else result

    assert type(send(client.get("/v1/x", cast_to=Order))) is Order
    for options in ({}, {"body": None}, {"body": {"a": 1}}):
        assert send(client.post("/v1/x", **options)) == {
            "id": "o1",
            "lines": [{"index": 0, "text": "bread"}],
            "state": "open",
        }
    assert type(send(client.post("/v1/x", cast_to=Order))) is Order
    sent = [(request.method, request.content) for request in server.requests]
    assert sent == [("GET", None), ("POST", None), ("POST", b"null"), ("POST", b'{"a":1}'), ("POST", None)]
    for method in (client.get, client.post):
        with pytest.raises(TypeError):
            method("/v1/x", Order)
    with pytest.raises(TypeError):
        client.request("GET", "/v1/x", Order)


@pytest.mark.parametrize("status", [300, 400])
def test_a_status_that_is_no_success_is_no_stream(status: int) -> None:
    body = b'data: {"id":"o1","lines":[]}\n\ndata: [END]\n\n'
    with pytest.raises(errors.APIStatusError):
        shop(Server(body, status, [EVENTS])).send(STREAM)
    with pytest.raises(errors.APIStatusError):
        asyncio.run(AsyncShop(KEY, transport=AsyncServer(body, status, [EVENTS])).send(STREAM))


def test_request_calls_what_has_no_function() -> None:
    server = Server(b'{"a":[1]}')
    client = shop(server)
    assert client.request("PUT", "/v1/odd?x=1", json=None, query={"y": "z"}, headers={"X-A": "1"}, timeout=3) == {
        "a": [1]
    }
    request = server.requests[0]
    assert (request.method, request.url, request.content) == ("PUT", "https://api.shop.example/v1/odd?x=1&y=z", b"null")
    assert request.timeout.total == 3
    assert server.sent()["X-A"] == "1"
    client.request("GET", "/v1/odd", query={"y": "z"})
    assert (server.requests[1].url, server.requests[1].content) == ("https://api.shop.example/v1/odd?y=z", None)


def test_request_reads_the_type_that_it_is_given() -> None:
    assert shop(Server()).request("GET", "/x", type=Order).id == "o1"
    png = Server(b"\x89PNG")
    assert shop(png).request("GET", "/x", type=bytes) == b"\x89PNG"
    assert png.sent()["Accept"] == "*/*"
    shop(png).request("GET", "/x", type=bytes, headers={"accept": "image/png"})
    assert [value for name, value in png.requests[1].headers if name.lower() == "accept"] == ["image/png"]
    assert shop(Server(b"[1,2]")).request("GET", "/x", type=list[int]) == [1, 2]
    assert shop(Server(b"", 204)).request("DELETE", "/x") is None
    with pytest.raises(errors.UnreadableAnswer, match="Order"):
        shop(Server(b'{"lines":[]}')).request("GET", "/x", type=Order)


@pytest.mark.parametrize("type", [Order, dict, Any, bytes])
def test_request_knows_the_error_shapes(type: Any) -> None:
    with pytest.raises(errors.NotFoundError, match="GET /x"):
        shop(Server(REFUSAL)).request("GET", "/x?key=hush", type=type)


@pytest.mark.parametrize("path", ["x", "http://evil/", "@evil/", "/a b", "/a\n", "/ä", "/a#b", ""])
def test_request_refuses_what_is_no_path(path: str) -> None:
    server = Server()
    with pytest.raises(ValueError, match="path"):
        shop(server).request("GET", path)
    assert server.requests == []


def test_request_refuses_what_is_no_method() -> None:
    with pytest.raises(ValueError, match="method"):
        shop(Server()).request("GET / HTTP/1.1\r\n", "/x")


# Sharing and closing


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Server]:
    """The transports that clients open by themselves."""
    made: list[Server] = []

    def open_one(kind: type[Server]) -> Any:
        def opener(choice: str, **settings: Any) -> Server:
            made.append(kind())
            return made[-1]

        return opener

    monkeypatch.setattr("generator.runtime.client.client.create_transport", open_one(Server))
    monkeypatch.setattr("generator.runtime.client.client.create_async_transport", open_one(AsyncServer))
    return made


def test_nothing_is_opened_before_it_is_needed_and_then_once(opened: list[Server]) -> None:
    client = Shop(KEY)
    other = client.with_options(timeout=1)
    assert opened == []
    other.send(CALL)
    client.send(CALL)
    assert len(opened) == 1
    other.close()
    assert opened[0].closed == 0
    client.send(CALL)
    client.close()
    client.close()
    assert opened[0].closed == 1


def test_threads_share_one_transport(opened: list[Server]) -> None:
    client = Shop(KEY)
    barrier = threading.Barrier(8)

    def work() -> None:
        barrier.wait()
        client.send(CALL)

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    used = [server for server in opened if server.requests]
    assert len(used) == 1
    assert len(used[0].requests) == 8


def test_a_closed_client_says_so(opened: list[Server]) -> None:
    with Shop(KEY) as client:
        client.send(CALL)
    assert opened[0].closed == 1
    with pytest.raises(errors.APIConnectionError, match="the client is closed") as raised:
        client.send(CALL)
    assert raised.value.outcome == "not_sent"


def test_a_transport_of_ones_own_stays_open() -> None:
    server = Server()
    with shop(server) as client:
        client.send(CALL)
    assert server.closed == 0


# Async


def test_the_async_client_does_the_same(opened: list[Server]) -> None:
    async def run() -> None:
        async with AsyncShop(KEY) as client:
            assert (await client.send(CALL)).id == "o1"
            assert (await client.send_raw(CALL)).raw == ORDER
            assert (await client.request("GET", "/v1/odd"))["id"] == "o1"
            opened[0].results = [(400, [JSON], REFUSAL)]
            for call in (CALL, STREAM):
                with pytest.raises(errors.NotFoundError):
                    await client.send(call)
            opened[0].results = [(200, [EVENTS], b'data: {"id":"o1","lines":[]}\n\ndata: [END]\n\n')]
            stream = await client.with_options(timeout=1).send(STREAM)
            assert [event.id async for event in stream] == ["o1"]
            assert (await (await client.send_raw(STREAM)).value.collect()).id == "o1"
            opened[0].fault = TransportError("cut", kind="broken", status=200)
            opened[0].results = [(200, [JSON], ORDER)]
            with pytest.raises(errors.UnreadableAnswer, match="cut"):
                await client.send(CALL)
            opened[0].results = [TransportError("no", kind="connect", sent=False)]
            with pytest.raises(errors.APIConnectionError, match="no"):
                await client.send(CALL)
        assert opened[0].closed == 1
        with pytest.raises(errors.APIConnectionError, match="closed"):
            await client.send(CALL)

    asyncio.run(run())
