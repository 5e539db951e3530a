"""Settings of a client: keys, base URLs, timeouts, and what `with_options` changes."""

from __future__ import annotations

import asyncio
import copy
import pickle
import sys
from typing import Any

import msgspec
import pytest

from generator.runtime.client.resource import Resource
from generator.runtime.errors import ConfigurationError
from generator.runtime.http.timeout import Timeout
from tests.runtime.fake_json_api import CALL, CREATE, KEY, AsyncServer, AsyncShop, Server, Shop, shop
from tests.runtime.fake_transport import run_now


def test_a_library_that_is_missing_is_named_with_its_cure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "httpx2", None)
    monkeypatch.delitem(sys.modules, "generator.runtime.transport.httpx2_transport", raising=False)
    client = Shop(KEY, transport="httpx2")
    with pytest.raises(ConfigurationError, match=r"^transport: httpx2 is not installed: pip install httpx2$"):
        client.send(CALL)


@pytest.mark.parametrize(("kind", "library"), [(Shop, "urllib3"), (AsyncShop, "aiohttp")])
def test_the_default_library(kind: Any, library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    class Created(Exception): ...

    def create(choice: str, **settings: Any) -> Any:
        raise Created(choice)

    monkeypatch.setattr(kind, "_create_transport", staticmethod(create))
    for chosen in (None, library):
        with pytest.raises(Created, match=library):
            run_now(kind(KEY, transport=chosen).send(CALL))


@pytest.mark.parametrize(
    ("file", "why"),
    [("nowhere.pem", "No such file or directory"), (__file__, ".*NO_CERTIFICATE")],
    ids=["missing", "of something else"],
)
def test_a_file_without_certificates_is_named(file: str, why: str) -> None:
    said = f"verify: no certificates can be read from '{file}': {why}"
    for library in ("urllib3", "httpx2"):
        with pytest.raises(ConfigurationError, match=f"^transport: {said}"):
            Shop(KEY, transport=library, verify=file).send(CALL)
    for library in ("aiohttp", "httpx2"):
        with pytest.raises(ConfigurationError, match=f"^transport: {said}"):
            run_now(AsyncShop(KEY, transport=library, verify=file).send(CALL))


@pytest.mark.parametrize("has_sent", [False, True], ids=["before the first call", "after it"])
def test_a_client_is_shared_by_copies_and_not_pickled_because_of_its_key(has_sent: bool) -> None:
    client: Any = shop(Server())
    async_client: Any = AsyncShop(KEY, transport=AsyncServer())
    if has_sent:
        client.send(CALL)
        run_now(async_client.send(CALL))
    for one in (client, async_client, client.with_options(timeout=1)):
        assert copy.copy(one) is copy.deepcopy(one) is one
        assert copy.deepcopy({"resource": Resource(one)})["resource"]._client is one
        for holder in (one, Resource(one)):
            with pytest.raises(TypeError, match="a client holds its key and cannot be pickled"):
                pickle.dumps(holder)


@pytest.mark.parametrize(
    ("base_url", "url"),
    [
        ("http://h", "http://h/v1/orders"),
        ("http://h/", "http://h/v1/orders"),
        ("http://h:8080//", "http://h:8080/v1/orders"),
        ("http://h/v1", "http://h/v1/orders"),
        ("http://h/v1/", "http://h/v1/orders"),
        (" http://h/v1\n", "http://h/v1/orders"),
        ("http://h/orders", "http://h/orders/v1/orders"),
        ("http://h/status", "http://h/status/v1/orders"),
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


@pytest.mark.parametrize(
    ("base_url", "path", "url"),
    [
        ("http://h/v1", "/orders/1", "http://h/orders/1"),  # not every path has a version
        ("http://h/v2", "/v2/orders", "http://h/v2/v2/orders"),  # no path of this API has that one
        ("http://h/vans", "/vans/1", "http://h/vans/vans/1"),
    ],
)
def test_only_a_version_of_this_api_may_end_a_base_url(base_url: str, path: str, url: str) -> None:
    server = Server()
    shop(server, base_url=base_url).request("GET", path)
    assert server.requests[0].url == url


@pytest.mark.parametrize(
    ("base_url", "url"),
    [
        (None, "https://files.shop.example/v1/orders"),
        ("http://h", "http://h/v1/orders"),
        ("https://test.shop.example", "https://test.shop.example/v1/orders"),
    ],
)
def test_an_operation_with_a_server_of_its_own_goes_there_unless_another_base_url_is_given(
    base_url: str | None, url: str
) -> None:
    elsewhere = msgspec.structs.replace(CALL.operation, server="https://files.shop.example")
    server = Server()
    shop(server, base_url=base_url).send(msgspec.structs.replace(CALL, operation=elsewhere))
    assert server.requests[0].url == url


@pytest.mark.parametrize("key", [f" {KEY}", f"{KEY}\t ", lambda: f" {KEY} "])
def test_blanks_around_a_key_are_not_sent(key: Any) -> None:
    server = Server()
    shop(server, api_key=key).send(CALL)
    assert server.sent()["Authorization"] == f"Bearer {KEY}"


@pytest.mark.parametrize("path", ["/v1/../x", "/v1/./x", "/v1/%2E%2e", "/..", "/v1/.%2e?x=/../"])
def test_a_path_that_libraries_would_change_is_refused(path: str) -> None:
    with pytest.raises(ValueError, match=r"must not contain \. or \.\. as a segment"):
        shop(Server()).request("GET", path)


def test_base_url_and_key_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHOP_API_KEY", "sk-env")
    monkeypatch.setenv("SHOP_BASE_URL", "http://env:1/p/")
    server = Server()
    Shop(transport=server).send(CALL)
    assert server.requests[0].url == "http://env:1/p/v1/orders"
    assert server.sent()["Authorization"] == "Bearer sk-env"
    Shop(KEY, transport=server, base_url="http://arg").send(CALL)
    assert server.requests[1].url == "http://arg/v1/orders"
    assert server.sent()["Authorization"] == f"Bearer {KEY}"


@pytest.mark.parametrize(
    ("given", "per_call", "limits"),
    [
        ({}, {}, Timeout(600, connect=5, read_idle=120)),
        ({"timeout": 7}, {}, Timeout(7, connect=5, read_idle=120)),
        ({"timeout": None}, {}, Timeout(None, connect=5, read_idle=None)),
        ({"timeout": Timeout(2, connect=1, read_idle=3)}, {}, Timeout(2, connect=1, read_idle=3)),
        ({"timeout": Timeout(2, connect=1, read_idle=3)}, {"timeout": 9}, Timeout(9, connect=1, read_idle=3)),
        ({"timeout": Timeout(2, connect=1, read_idle=3)}, {"timeout": None}, Timeout(None, connect=1, read_idle=None)),
        ({"timeout": 7}, {"timeout": Timeout(2, connect=1, read_idle=3)}, Timeout(2, connect=1, read_idle=3)),
    ],
)
def test_timeouts(given: dict[str, Any], per_call: dict[str, Any], limits: Timeout) -> None:
    server = Server()
    shop(server, **given).send(CREATE(per_call))
    assert server.requests[0].timeout == limits


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
    assert ("strip()" in str(raised.value)) is (key == "hush\n")  # which would cure no other
    server = Server()
    with pytest.raises(ConfigurationError, match="api_key") as raised:
        shop(server, api_key=lambda: key).send(CALL)
    assert "hu" not in str(raised.value)
    assert server.requests == []


def test_a_bad_key_of_the_environment_names_the_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHOP_API_KEY", "hush\n")
    with pytest.raises(ConfigurationError, match="SHOP_API_KEY contains a line break"):
        Shop()


@pytest.mark.parametrize(
    ("base_url", "said"),
    [
        ("api.shop.example", "must begin with https:// or http://: is it https://api.shop.example\\?"),
        ("localhost:3000/v1", "is it http://localhost:3000/v1"),
        ("127.0.0.1:8765", "is it http://127.0.0.1:8765"),
        ("http://h/v1/orders", "ends with the path of an endpoint, /v1/orders: pass what is before it, .http://h."),
        ("http://h/v1/orders/", "/v1/orders"),
        ("http://h/x/orders/export", "/orders/export: pass what is before it, .http://h/x."),
        ("ftp://h", "must begin with https://"),
        ("", "must begin with https://"),
        ("shop:3000", "must begin with https:// or http://$"),
        ("http://", "has no host"),
        ("http:///v1", "has no host"),
        ("http://h?token=hush", "base_url: 'http://h' must not have a query or fragment"),
        ("http://h/#hush", "base_url: 'http://h/' must not have a query or fragment"),
        ("http://u:hush@h", "user name or password"),
        ("http://u:hush@h:port", "user name or password"),
        ("u:hush@h", "user name or password"),
        ("http://h:port", "is malformed"),
        ("http://a..b", "part of its host"),
        ("http://.", "part of its host"),
        (f"http://{'a' * 64}.example", "part of its host"),
        ("http://h\\evil", "character that no host has"),
        ("http://xn--a.example", "encoded wrongly"),
        ("http://[v1.x]:1", "IPv6"),
        ("http://h/a b", "space"),
        ("http://h/\na", "character|control|space"),
        ("http://hä", "character"),
    ],
)
def test_a_base_url_that_cannot_work(base_url: str, said: str) -> None:
    with pytest.raises(ConfigurationError, match=said) as raised:
        shop(Server(), base_url=base_url)
    assert "base_url" in str(raised.value)
    assert "hush" not in str(raised.value)


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"timeout": -1}, "timeout must be over 0 and at most 2000000 seconds, or None (got -1)"),
        ({"timeout": "5"}, "timeout must be a number of seconds, a Timeout or None, not str"),
        ({"base_url": 7}, "base_url must be a string, not int"),
        ({"default_headers": {"X-A": "hush\n"}}, None),
        ({"default_headers": {"X-A": 3}}, None),
        ({"default_headers": [("X-A", "b")]}, "default_headers must be a mapping of names to values, not list"),
        ({"on_deviation": "print"}, "on_deviation must be a function, not str"),
        ({"transport": "carrier pigeon"}, None),
        ({"transport": 7}, None),
        ({"transport": Server(), "proxy": "http://p"}, None),
        ({"transport": Server(), "verify": False}, None),
        ({"transport": Server(), "max_connections": 5}, None),
        ({"max_connections": 0}, "max_connections must be a whole number over 0, or None (got 0)"),
        ({"max_connections": True}, None),
        ({"max_connections": 2.0}, None),
    ],
)
def test_other_settings_that_cannot_work(settings: dict[str, Any], message: str | None) -> None:
    for kind in (Shop, AsyncShop):
        with pytest.raises(ConfigurationError) as raised:
            kind(KEY, **settings)
        assert "hush" not in str(raised.value)
        assert next(iter(settings)).split("_")[-1].rstrip("s") in str(raised.value)
        assert message in (None, str(raised.value))


@pytest.mark.parametrize("settings", [{"max_connections": 1}, {"max_connections": None}, {"timeout": 2_000_000}])
def test_other_settings_that_work(settings: dict[str, Any]) -> None:
    for kind in (Shop, AsyncShop):
        kind(KEY, **settings)


def test_a_function_gives_the_key_of_each_request() -> None:
    keys = iter(["sk-one", "sk-two"])
    server = Server()
    client = shop(server, api_key=lambda: next(keys))
    client.send(CALL)
    assert server.sent()["Authorization"] == "Bearer sk-one"
    client.send(CALL)
    assert server.sent()["Authorization"] == "Bearer sk-two"


def test_an_async_function_gives_the_key_to_an_async_client_only() -> None:
    async def key() -> str:
        return "sk-async"

    server = AsyncServer()
    client = AsyncShop(key, transport=server)  # type: ignore[arg-type]
    assert asyncio.run(client.send(CALL)).id == "o1"
    assert server.sent()["Authorization"] == "Bearer sk-async"
    client = AsyncShop(lambda: "sk-plain", transport=server)  # type: ignore[arg-type]
    asyncio.run(client.send(CALL))
    assert server.sent()["Authorization"] == "Bearer sk-plain"
    with pytest.raises(ConfigurationError, match="async"):
        shop(Server(), api_key=key).send(CALL)


def test_with_options_changes_settings_and_shares_connections() -> None:
    server = Server()
    client = shop(server, default_headers={"X-A": "1", "X-B": "1"})
    other = client.with_options(timeout=3, default_headers={"x-b": "2"}, api_key="sk-other", base_url="http://other")
    assert type(other) is Shop
    other.send(CALL)
    assert server.sent()["Authorization"] == "Bearer sk-other"
    assert (server.sent()["X-A"], server.sent()["x-b"]) == ("1", "2")
    assert "X-B" not in server.sent()
    assert server.requests[0].url == "http://other/v1/orders"
    assert server.requests[0].timeout.total == 3
    client.send(CALL)
    assert server.sent()["Authorization"] == f"Bearer {KEY}"
    assert server.requests[1].timeout.total == 600


@pytest.mark.parametrize(
    ("timeout", "limits"),
    [
        (9, Timeout(9, connect=1, read_idle=3)),
        (None, Timeout(None, connect=1, read_idle=None)),
        (Timeout(5, connect=4, read_idle=6), Timeout(5, connect=4, read_idle=6)),
    ],
)
def test_with_options_changes_the_limit_that_it_names(timeout: Any, limits: Timeout) -> None:
    server = Server()
    shop(server, timeout=Timeout(2, connect=1, read_idle=3)).with_options(timeout=timeout).with_options(
        keep_raw=False
    ).send(CALL)
    assert server.requests[0].timeout == limits


def test_with_options_keeps_a_key_that_is_a_function() -> None:
    server = Server()
    shop(server, api_key=lambda: "sk-made").with_options(timeout=1).send(CALL)
    assert server.sent()["Authorization"] == "Bearer sk-made"


def test_with_options_refuses_what_belongs_to_the_connections() -> None:
    with pytest.raises(TypeError, match="proxy"):
        shop(Server()).with_options(proxy="http://p")  # type: ignore[call-arg]
    with pytest.raises(ConfigurationError):
        shop(Server()).with_options(base_url="nowhere")
