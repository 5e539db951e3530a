"""Clients: what is sent, what is returned, what is raised, and what is shared."""

from __future__ import annotations

import asyncio
import threading
from typing import Any

import pytest

from generator.runtime import errors
from generator.runtime.calls import Timeout
from generator.runtime.errors import APIError, ConfigurationError
from generator.runtime.replies import Reply
from generator.runtime.transport import TransportError
from tests.runtime.shop import (
    CREATE,
    EVENTS,
    JSON,
    KEY,
    ORDER,
    RETRIEVE,
    SEARCH,
    AsyncServer,
    AsyncShop,
    Order,
    Server,
    Shop,
    shop,
)

CALL = CREATE({"name": "x"})
STREAM = CREATE({"name": "x", "stream": True})
REFUSAL = b'{"message":"no such order","type":"t","param":"id","code":"order_not_found"}'


def failure(server: Server, call: Any = CALL, **settings: Any) -> Any:
    with pytest.raises(APIError) as raised:
        shop(server, **settings).send(call)
    assert raised.value.call == call
    return raised.value


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
    assert request.timeout == Timeout(5, 600, 120)
    assert not request.stream
    assert server.sent == {
        "User-Agent": "shop-python/1.2.3",
        "Accept": "application/json",
        "Authorization": f"Bearer {KEY}",
        "Content-Type": "application/json",
    }


def test_a_call_without_a_body_has_no_content_type() -> None:
    server = Server()
    shop(server).send(RETRIEVE({}, order="o1"))
    assert "Content-Type" not in server.sent


def test_a_stream_asks_for_events() -> None:
    server = Server(headers=[EVENTS])
    shop(server).send(STREAM).close()
    assert server.sent["Accept"] == "text/event-stream"
    assert server.requests[0].stream


def test_headers_of_the_call_go_over_those_of_the_client_in_any_case() -> None:
    server = Server()
    client = shop(server, default_headers={"X-Team": "a", "accept": "text/x", "X-Other": "o"})
    client.send(CREATE({"extra_headers": {"x-team": "b", "AUTHORIZATION": "Basic x"}}))
    sent = server.requests[0].headers
    assert len({name.lower() for name, _ in sent}) == len(sent)
    assert server.sent["x-team"] == "b"
    assert server.sent["AUTHORIZATION"] == "Basic x"
    assert server.sent["accept"] == "text/x"
    client.send(CALL)
    assert server.sent["X-Team"] == "a"


def test_a_transport_that_changes_its_headers_changes_no_other_request() -> None:
    server = Server()
    client = shop(server)
    client.send(CALL)
    server.requests[0].headers.append(("X-Mine", "1"))
    client.send(CALL)
    assert "X-Mine" not in server.sent


@pytest.mark.parametrize(
    ("base_url", "url"),
    [
        ("http://h", "http://h/v1/orders"),
        ("http://h/", "http://h/v1/orders"),
        ("http://h:8080//", "http://h:8080/v1/orders"),
        ("http://h/v1", "http://h/v1/orders"),
        ("http://h/v1/", "http://h/v1/orders"),
        ("http://h/proxy/v1", "http://h/proxy/v1/orders"),
        ("http://h/proxy", "http://h/proxy/v1/orders"),
        ("http://h/v2", "http://h/v2/v1/orders"),
        ("http://[::1]:80", "http://[::1]:80/v1/orders"),
        ("HTTPS://h", "HTTPS://h/v1/orders"),
    ],
)
def test_base_url(base_url: str, url: str) -> None:
    server = Server()
    shop(server, base_url=base_url).send(CALL)
    assert server.requests[0].url == url


def test_only_a_version_is_not_said_twice() -> None:
    server = Server()
    shop(server, base_url="http://h/vans").request("GET", "/vans/1")
    assert server.requests[0].url == "http://h/vans/vans/1"


def test_base_url_and_key_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHOP_API_KEY", "sk-env")
    monkeypatch.setenv("SHOP_BASE_URL", "http://env:1/p/")
    server = Server()
    Shop(transport=server).send(CALL)
    assert server.requests[0].url == "http://env:1/p/v1/orders"
    assert server.sent["Authorization"] == "Bearer sk-env"
    Shop(KEY, transport=server, base_url="http://arg").send(CALL)
    assert server.requests[1].url == "http://arg/v1/orders"
    assert server.sent["Authorization"] == f"Bearer {KEY}"


@pytest.mark.parametrize(
    ("given", "per_call", "limits"),
    [
        ({}, {}, Timeout(5, 600, 120)),
        ({"timeout": 7}, {}, Timeout(5, 7, 120)),
        ({"timeout": None}, {}, Timeout(5, None, None)),
        ({"timeout": Timeout(1, 2, 3)}, {}, Timeout(1, 2, 3)),
        ({"timeout": Timeout(1, 2, 3)}, {"timeout": 9}, Timeout(1, 9, 3)),
        ({"timeout": Timeout(1, 2, 3)}, {"timeout": None}, Timeout(1, None, None)),
        ({"timeout": 7}, {"timeout": Timeout(1, 2, 3)}, Timeout(1, 2, 3)),
    ],
)
def test_timeouts(given: dict[str, Any], per_call: dict[str, Any], limits: Timeout) -> None:
    server = Server()
    shop(server, **given).send(CREATE(per_call))
    assert server.requests[0].timeout == limits


# Settings that cannot work


def test_no_key_says_where_to_put_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SHOP_API_KEY", raising=False)
    with pytest.raises(ConfigurationError, match=r"api_key=... to Shop\(\), or set SHOP_API_KEY"):
        Shop()
    monkeypatch.setenv("SHOP_API_KEY", "")
    with pytest.raises(ConfigurationError, match="SHOP_API_KEY"):
        AsyncShop()


@pytest.mark.parametrize("key", ["", "  ", "hush\n", "hu\rsh", "hush\x00", "hush模型", 7, b"hush"])
def test_a_key_that_cannot_be_sent_is_refused_and_not_shown(key: Any) -> None:
    with pytest.raises(ConfigurationError, match="api_key") as raised:
        shop(Server(), api_key=key)
    assert "hu" not in str(raised.value)
    server = Server()
    with pytest.raises(ConfigurationError, match="api_key") as raised:
        shop(server, api_key=lambda: key).send(CALL)
    assert "hu" not in str(raised.value)
    assert server.requests == []


def test_a_bad_key_of_the_environment_names_the_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHOP_API_KEY", "hush\n")
    with pytest.raises(ConfigurationError, match="SHOP_API_KEY holds a line break"):
        Shop()


@pytest.mark.parametrize(
    ("base_url", "said"),
    [
        ("api.shop.example", "must begin with https://"),
        ("ftp://h", "must begin with https://"),
        ("", "must begin with https://"),
        ("http://", "names no host"),
        ("http:///v1", "names no host"),
        ("http://h?token=hush", "query"),
        ("http://h/#x", "fragment"),
        ("http://u:hush@h", "user name or password"),
        ("http://u:hush@h:port", "user name or password"),
        ("http://h:port", "no URL"),
        ("http://h/a b", "space"),
        ("http://h/\n", "character|control|space"),
        ("http://hä", "character"),
    ],
)
def test_a_base_url_that_cannot_work(base_url: str, said: str) -> None:
    with pytest.raises(ConfigurationError, match=said) as raised:
        shop(Server(), base_url=base_url)
    assert "base_url" in str(raised.value)
    assert "hush" not in str(raised.value)


@pytest.mark.parametrize(
    "settings",
    [
        {"timeout": -1},
        {"base_url": 7},
        {"timeout": "5"},
        {"default_headers": {"X-A": "hush\n"}},
        {"default_headers": {"X-A": 3}},
        {"transport": "carrier pigeon"},
        {"transport": Server(), "proxy": "http://p"},
        {"transport": Server(), "verify": False},
    ],
)
def test_other_settings_that_cannot_work(settings: dict[str, Any]) -> None:
    for kind in (Shop, AsyncShop):
        with pytest.raises(ConfigurationError) as raised:
            kind(KEY, **settings)
        assert "hush" not in str(raised.value)


# Keys that change


def test_a_function_gives_the_key_of_each_request() -> None:
    keys = iter(["sk-one", "sk-two"])
    server = Server()
    client = shop(server, api_key=lambda: next(keys))
    client.send(CALL)
    assert server.sent["Authorization"] == "Bearer sk-one"
    client.send(CALL)
    assert server.sent["Authorization"] == "Bearer sk-two"


def test_an_async_function_gives_the_key_to_an_async_client_only() -> None:
    async def key() -> str:
        return "sk-async"

    server = AsyncServer()
    client = AsyncShop(key, transport=server)  # type: ignore[arg-type]
    assert asyncio.run(client.send(CALL)).id == "o1"
    assert server.sent["Authorization"] == "Bearer sk-async"
    client = AsyncShop(lambda: "sk-plain", transport=server)  # type: ignore[arg-type]
    asyncio.run(client.send(CALL))
    assert server.sent["Authorization"] == "Bearer sk-plain"
    with pytest.raises(ConfigurationError, match="async"):
        shop(Server(), api_key=key).send(CALL)


# What comes back


def test_an_answer_is_the_operations_type() -> None:
    found = shop(Server(b"[" + ORDER + b"]")).send(SEARCH({}))
    assert [type(order) for order in found] == [Order]


def test_exchange_gives_the_answer_with_what_it_came_with() -> None:
    reply = shop(Server(headers=[("X-Request-Id", "r1")])).exchange(CALL)
    assert isinstance(reply, Reply)
    assert (reply.value.id, reply.status, reply.request_id, reply.raw) == ("o1", 200, "r1", ORDER)
    assert reply.headers["x-request-id"] == "r1"
    assert "raw" not in repr(reply)
    slim = shop(Server(), keep_raw=False).exchange(CALL)
    assert slim.raw is None


def test_exchange_of_a_stream_gives_the_stream() -> None:
    server = Server(b'data: {"id":"o1","lines":[]}\n\ndata: [END]\n\n', headers=[EVENTS, ("X-Request-Id", "r1")])
    reply = shop(server).exchange(STREAM)
    assert (reply.status, reply.request_id, reply.raw) == (200, "r1", None)
    assert [event.id for event in reply.value] == ["o1"]


@pytest.mark.parametrize(
    ("status", "raw", "kind", "outcome"),
    [
        (400, REFUSAL, "NotFoundError", "rejected"),
        (401, b'{"error":{"message":"m","type":"t"}}', "AuthenticationError", "rejected"),
        (429, b"", "RateLimitError", "rejected"),
        (500, b"", "InternalServerError", "unknown"),
        (502, b"<html>Bad gateway</html>", "InternalServerError", "unknown"),
        (503, b'{"error":{"message":"m","type":"t"}}', "InternalServerError", "rejected"),
        (503, b'{"error":"m"}', "InternalServerError", "unknown"),
        (404, b'{"detail":"m"}', "NotFoundError", "rejected"),
        (404, ORDER, "NotFoundError", "rejected"),
        (200, REFUSAL, "NotFoundError", "rejected"),
        (200, b'{"error":{"message":"m","type":"t","code":"x"}}', "APIStatusError", "rejected"),
        (200, b'{"error":"m"}', "APIStatusError", "rejected"),
        (200, b'\xef\xbb\xbf{"error":"m"}', "APIStatusError", "rejected"),
        (200, ORDER[:-1] + b',"error":{"message":"m","type":"t"}}', "APIStatusError", "rejected"),
        (200, b"", "EmptyAnswer", "executed"),
        (200, b" \n", "EmptyAnswer", "executed"),
        (204, b"", "EmptyAnswer", "executed"),
        (200, b"<html>hello</html>", "UnreadableAnswer", "executed"),
        (200, ORDER[:30], "UnreadableAnswer", "executed"),
        (200, b"{}", "UnreadableAnswer", "executed"),
        (200, b'{"id":"o1","lines":null}', "UnreadableAnswer", "executed"),
        (200, b'{"error":{"what":1}}', "UnreadableAnswer", "executed"),
        (200, b"[]", "UnreadableAnswer", "executed"),
        (200, b"null", "UnreadableAnswer", "executed"),
        (200, b'data: {"id":"o1"}\n\n', "UnreadableAnswer", "executed"),
        (307, b"", "APIStatusError", "rejected"),
    ],
)
def test_nothing_passes_as_success_that_is_not(status: int, raw: bytes, kind: str, outcome: str) -> None:
    error = failure(Server(raw, status, [JSON, ("X-Request-Id", "r1")]))
    assert (type(error).__name__, error.outcome) == (kind, outcome)
    assert (error.status, error.raw, error.request_id) == (status, raw, "r1")
    assert "\n" not in str(error)
    error = failure(Server(raw, status, [JSON]), STREAM)
    assert (type(error).__name__, error.outcome, error.raw) == (kind, outcome, raw)


@pytest.mark.parametrize("where", [b"{%s,%s}", b"{%s}"])
def test_an_error_beside_a_large_result_is_found(where: bytes) -> None:
    large = ORDER[1:-1].replace(b"bread", b"x" * 2_000_000)
    told = b'"error":{"message":"m","type":"t"}'
    raw = where % ((told, large) if where.count(b"%") == 2 else large + b"," + told)
    with pytest.raises(errors.APIStatusError, match="m"):
        shop(Server(raw)).send(CALL)


def test_an_error_of_the_word_only_is_no_error() -> None:
    raw = ORDER[:-1] + b',"error":null,"tags":{"error":1}}'
    assert shop(Server(raw)).send(CALL).tags == {"error": 1}


def test_a_refusal_carries_what_the_server_said() -> None:
    error = failure(Server(REFUSAL))
    assert (error.message, error.code, error.type, error.param) == ("no such order", "order_not_found", "t", "id")


@pytest.mark.parametrize(
    ("server", "said"),
    [
        (Server(b"<html>\n<b>Bad</b>" + b"x" * 999, 502), "the server answered 502: '<html> <b>Bad</b>xxx"),
        (Server(b"", 500), "the server answered 500 with an empty body"),
        (Server(b"", 301, [("Location", "https://www.h/")]), "redirects to https://www.h/, which is not followed"),
        (Server(b'{"message":"","type":"t","param":"","code":""}', 500), "the server answered 500 and gave no reason"),
        (Server(b"data: x\n\n"), "a stream of events, and none was asked for"),
        (Server(b"<html>"), "it begins '<html>'"),
    ],
)
def test_messages_say_what_came(server: Server, said: str) -> None:
    error = failure(server)
    assert said in str(error)
    assert len(str(error)) < 400


def test_a_whole_answer_to_a_stream_is_an_error_that_carries_it() -> None:
    error = failure(Server(ORDER), STREAM)
    assert type(error) is errors.UnreadableAnswer
    assert "stream was asked for" in error.message
    assert error.raw == ORDER


@pytest.mark.parametrize("status", [200, 500])
@pytest.mark.parametrize(
    "shape", ['{"message":"bad key %s","type":"%s","code":"%s","param":""}', "<p>%s %s %s", "%s%s%s"]
)
def test_an_echoed_key_is_masked_in_all_that_an_error_carries(status: int, shape: str) -> None:
    raw = (shape % (KEY, KEY, KEY)).encode()
    for call in (CALL, STREAM):
        error = failure(Server(raw, status, [JSON, ("X-Echo", f"Bearer {KEY}"), ("Location", KEY)]), call)
        assert KEY not in f"{error} {error!r} {vars(error)!r} {error.headers.pairs()}"
        assert "***" in str(error)


def test_a_key_cut_by_an_excerpt_is_masked_too() -> None:
    for fill in range(100, 140):
        assert KEY[:8] not in str(failure(Server(b"x" * fill + KEY.encode(), 500)))


def test_the_key_is_in_no_repr() -> None:
    client = shop(Server())
    assert repr(client) == "Shop(base_url='https://api.shop.example')"
    assert KEY not in repr(client.with_options(timeout=1))


# Streams


def test_a_stream_of_events() -> None:
    raw = (
        b'data: {"id":"o1","lines":[{"index":0,"text":"br"}],"x":1}\n\n'
        b'data: {"id":"o1","lines":[{"index":0,"text":"ead"}]}\n\ndata: [END]\n\n'
    )
    stream = shop(Server(raw, headers=[EVENTS])).send(STREAM)
    assert "".join(stream.text()) == "bread"
    whole = stream.whole()
    assert type(whole) is Order
    assert (whole.id, whole.lines[0].text, whole.state) == ("o1", "bread", "done")


def test_events_know_what_they_came_with() -> None:
    from generator.runtime.models import extras, received

    raw = b'data: {"id":"o1","lines":[],"x":1}\n\ndata: [END]\n\n'
    (event,) = shop(Server(raw, headers=[EVENTS, ("X-Request-Id", "r1")])).send(STREAM)
    assert extras(event) == {"/x": 1}
    assert received(event).request_id == "r1"
    (event,) = shop(Server(raw, headers=[EVENTS]), keep_raw=False).send(STREAM)
    assert received(event).raw is None


@pytest.mark.parametrize(
    ("event", "code"),
    [
        (b'{"error":{"message":"out","type":"t","code":"c"}}', "c"),
        (b'{"error":{"odd":"out"}}', None),
        (b'{"message":"out","type":"t","code":"c","param":null}', "c"),
        (b'{"id":"o","lines":[],"error":{"message":"out","type":"t","code":"c"}}', "c"),
    ],
)
def test_an_error_event_ends_the_stream(event: bytes, code: str | None) -> None:
    raw = b'data: {"id":"o1","lines":[]}\n\ndata: ' + event + b"\n\ndata: [END]\n\n"
    stream = shop(Server(raw, headers=[EVENTS])).send(STREAM)
    assert next(stream).id == "o1"
    with pytest.raises(errors.StreamFailed, match="out") as raised:
        next(stream)
    assert (raised.value.outcome, raised.value.code, raised.value.raw) == ("executed", code, event)
    assert raised.value.call == STREAM


def test_an_event_is_read_tolerantly_and_told() -> None:
    told: list[Any] = []
    raw = b'data: {"lines":[]}\n\ndata: {"id":1,"other":[]}\n\ndata: [END]\n\n'
    stream = shop(Server(raw, headers=[EVENTS]), on_deviation=told.append).send(STREAM)
    assert not hasattr(next(stream), "id")
    assert [(deviation.pointer, deviation.operation) for deviation in told] == [("/id", "createOrder")]
    with pytest.raises(errors.UnreadableAnswer, match="event cannot be read"):
        next(stream)


def test_a_page_in_place_of_a_stream_is_an_answer_that_cannot_be_read() -> None:
    error = failure(Server(b"<html>hello</html>", headers=[("content-type", "text/HTML; charset=utf-8")]), STREAM)
    assert type(error) is errors.UnreadableAnswer


def test_a_stream_may_be_mislabelled() -> None:
    raw = b'data: {"id":"o1","lines":[]}\n\ndata: [END]\n\n'
    for headers in ([("content-type", "text/plain")], []):
        assert len(list(shop(Server(raw, headers=headers)).send(STREAM))) == 1


# What does not arrive


@pytest.mark.parametrize(
    ("fault", "kind", "outcome", "said"),
    [
        (
            TransportError("connection refused by 127.0.0.1:9", kind="connect", sent=False),
            errors.APIConnectionError,
            "not_sent",
            "connection refused by 127.0.0.1:9 (is the server running? base_url is https://api.shop.example)",
        ),
        (TransportError("gone", kind="broken"), errors.APIConnectionError, "unknown", "gone"),
        (TransportError("gone", kind="broken", sent=True), errors.APIConnectionError, "unknown", "gone"),
        (TransportError("slow", kind="timeout", sent=False), errors.APITimeoutError, "not_sent", "slow"),
        (TransportError("slow", kind="timeout", sent=True), errors.APITimeoutError, "unknown", "slow"),
        (TransportError("cut", kind="broken", sent=True, status=200), errors.UnreadableAnswer, "executed", "cut"),
    ],
)
def test_no_answer(fault: TransportError, kind: type[APIError], outcome: str, said: str) -> None:
    error = failure(Server(refuses=fault))
    assert (type(error), error.outcome) == (kind, outcome)
    assert said in error.message
    assert error.__cause__ is fault


@pytest.mark.parametrize(
    ("status", "fault", "kind", "outcome"),
    [
        (200, "broken", "UnreadableAnswer", "executed"),
        (200, "timeout", "APITimeoutError", "executed"),
        (400, "broken", "BadRequestError", "rejected"),
        (429, "timeout", "RateLimitError", "rejected"),
        (503, "broken", "InternalServerError", "unknown"),
    ],
)
def test_an_answer_that_is_cut_keeps_its_status(status: int, fault: Any, kind: str, outcome: str) -> None:
    broken = TransportError("cut after 3 bytes", kind=fault, sent=True, status=status)
    error = failure(Server(status=status, fault=broken, headers=[("X-Request-Id", "r1")]))
    assert (type(error).__name__, error.outcome, error.status, error.request_id) == (kind, outcome, status, "r1")
    assert "cut after 3 bytes" in error.message
    assert error.__cause__ is broken


# request()


def test_request_calls_what_has_no_function() -> None:
    server = Server(b'{"a":[1]}')
    client = shop(server)
    assert client.request("PUT", "/v1/odd?x=1", json=None, query={"y": "z"}, headers={"X-A": "1"}, timeout=3) == {
        "a": [1]
    }
    request = server.requests[0]
    assert (request.method, request.url, request.content) == (
        "PUT",
        "https://api.shop.example/v1/odd?x=1&y=z",
        b"null",
    )
    assert request.timeout.total == 3
    assert server.sent["X-A"] == "1"
    client.request("GET", "/v1/odd")
    assert server.requests[1].content is None


def test_request_reads_the_type_that_it_is_given() -> None:
    assert shop(Server()).request("GET", "/x", type=Order).id == "o1"
    assert shop(Server(b"\x89PNG")).request("GET", "/x", type=bytes) == b"\x89PNG"
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


def test_with_options_changes_settings_and_shares_connections() -> None:
    server = Server()
    client = shop(server, default_headers={"X-A": "1", "X-B": "1"})
    other = client.with_options(timeout=3, default_headers={"x-b": "2"}, api_key="sk-other", base_url="http://other")
    assert type(other) is Shop
    other.send(CALL)
    assert server.sent["Authorization"] == "Bearer sk-other"
    assert (server.sent["X-A"], server.sent["x-b"]) == ("1", "2")
    assert "X-B" not in server.sent
    assert server.requests[0].url == "http://other/v1/orders"
    assert server.requests[0].timeout.total == 3
    client.send(CALL)
    assert server.sent["Authorization"] == f"Bearer {KEY}"
    assert server.requests[1].timeout.total == 600


@pytest.mark.parametrize(
    ("timeout", "limits"), [(9, Timeout(1, 9, 3)), (None, Timeout(1, None, None)), (Timeout(4, 5, 6), Timeout(4, 5, 6))]
)
def test_with_options_changes_the_limit_that_it_names(timeout: Any, limits: Timeout) -> None:
    server = Server()
    shop(server, timeout=Timeout(1, 2, 3)).with_options(timeout=timeout).with_options(keep_raw=False).send(CALL)
    assert server.requests[0].timeout == limits


def test_with_options_keeps_a_key_that_is_a_function() -> None:
    server = Server()
    shop(server, api_key=lambda: "sk-made").with_options(timeout=1).send(CALL)
    assert server.sent["Authorization"] == "Bearer sk-made"


def test_with_options_refuses_what_belongs_to_the_connections() -> None:
    with pytest.raises(TypeError, match="proxy"):
        shop(Server()).with_options(proxy="http://p")  # type: ignore[call-arg]
    with pytest.raises(ConfigurationError):
        shop(Server()).with_options(base_url="nowhere")


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Server]:
    """The transports that clients open by themselves."""
    made: list[Server] = []

    def open_one(kind: type[Server]) -> Any:
        def opener(choice: str, **settings: Any) -> Server:
            made.append(kind())
            return made[-1]

        return opener

    monkeypatch.setattr("generator.runtime.client.open_transport", open_one(Server))
    monkeypatch.setattr("generator.runtime.client.open_async_transport", open_one(AsyncServer))
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


# The async twin


def test_the_async_client_does_the_same(opened: list[Server]) -> None:
    async def run() -> None:
        async with AsyncShop(KEY) as client:
            assert (await client.send(CALL)).id == "o1"
            assert (await client.exchange(CALL)).raw == ORDER
            assert (await client.request("GET", "/v1/odd"))["id"] == "o1"
            opened[0].answer = (400, [JSON], REFUSAL)
            for call in (CALL, STREAM):
                with pytest.raises(errors.NotFoundError):
                    await client.send(call)
            opened[0].answer = (200, [EVENTS], b'data: {"id":"o1","lines":[]}\n\ndata: [END]\n\n')
            stream = await client.with_options(timeout=1).send(STREAM)
            assert [event.id async for event in stream] == ["o1"]
            assert (await (await client.exchange(STREAM)).value.whole()).id == "o1"
            opened[0].fault = TransportError("cut", kind="broken", status=200)
            opened[0].answer = (200, [JSON], ORDER)
            with pytest.raises(errors.UnreadableAnswer, match="cut"):
                await client.send(CALL)
            opened[0].refuses = TransportError("no", kind="connect", sent=False)
            with pytest.raises(errors.APIConnectionError, match="is the server running"):
                await client.send(CALL)
        assert opened[0].closed == 1
        with pytest.raises(errors.APIConnectionError, match="closed"):
            await client.send(CALL)

    asyncio.run(run())
