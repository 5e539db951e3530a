"""Files of hosts that a server named: no private address is connected to, and nothing of the client's goes there."""

from __future__ import annotations

import asyncio
import contextlib
import socket
from collections.abc import Callable
from typing import Any

import httpx2
import pytest

from generator.runtime.errors import APIConnectionError, APIStatusError, ConfigurationError
from generator.runtime.http.private_hosts import is_private_host, is_public
from generator.runtime.transport import AsyncTransport, TransportError, public_hosts
from generator.runtime.transport.httpx2_async_transport import AsyncHttpx2Transport
from generator.runtime.transport.httpx2_transport import Httpx2Transport
from tests.runtime.fake_json_api import KEY, AsyncShop, Shop
from tests.runtime.fake_media_api import PNG, async_studio, file, studio
from tests.runtime.transport.raw_server import Serve, Server, http_response, keeps_responding
from tests.runtime.transport.transports import HTTPX2, TRANSPORTS, TransportCase, exchange, request

PUBLIC = "93.184.216.34"
ADDRESSES = {
    True: (
        *(PUBLIC, "2606:2800:220:1::1", "::ffff:93.184.216.34", "64:ff9b::93.184.216.34"),
        "198.18.0.7",  # what a proxy on the same machine answers for any name
    ),
    False: (
        *("127.0.0.1", "127.9.9.9", "0.0.0.0", "0.1.2.3", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254"),
        *("100.100.100.200", "224.0.0.1", "240.0.0.1", "255.255.255.255", "::", "::1", "fe80::1", "fe80::1%eth0"),
        *("fc00::1", "fd12::1", "fec0::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::10.0.0.1"),
        "64:ff9b::10.255.255.255",
        *("2002:7f00:1::", "::127.0.0.1", "2001:0:7f00:1::"),
    ),
}


@pytest.mark.parametrize(("address", "public"), [(each, public) for public in ADDRESSES for each in ADDRESSES[public]])
def test_an_address_is_public_or_not(address: str, public: bool) -> None:
    assert is_public(address) is public


@pytest.mark.parametrize(
    ("host", "private"),
    [
        *((each, True) for each in ("127.1", "2130706433", "0x7f.1", "0177.0.0.1", "0", "10.0.0.1", "::1", "fe80::1")),
        *((each, True) for each in ("localhost", "LOCALHOST.", "a.localhost", "nas.local", "metadata.google.internal")),
        *((each, False) for each in (PUBLIC, "files.example", "localhost.example", "notlocal", "2606:2800:220:1::1")),
    ],
)
def test_a_host_is_private_by_its_address_or_its_name(host: str, private: bool) -> None:
    assert is_private_host(host) is private


Answer = Callable[[str], list[str]]


@pytest.fixture
def resolve(monkeypatch: pytest.MonkeyPatch) -> Callable[[Answer], None]:
    """Have names resolved by a function; addresses are left alone."""
    system = socket.getaddrinfo

    def install(answer: Answer) -> None:
        def getaddrinfo(host: Any, port: Any, *args: Any, **options: Any) -> Any:
            name = host.decode() if isinstance(host, bytes) else host
            if options.get("flags", 0) & socket.AI_NUMERICHOST or not name.endswith(".example"):
                return system(host, port, *args, **options)
            return [
                (socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP, "", (each, int(port or 0)))
                for each in answer(name)
            ]

        monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)

    return install


def other(transport: Any, public_only: bool) -> Any:
    """The transport for other hosts, behind the same interface."""
    made = getattr(transport, "inner", transport).for_other_hosts(public_only)
    return type(transport)(made) if hasattr(transport, "inner") else made


def get(case: TransportCase, url: str, public_only: bool = True, **options: Any) -> bytes:
    async def play(transport: AsyncTransport) -> bytes:
        second = other(transport, public_only)
        try:
            return (await exchange(second, url, method="GET", content=None, connect=0.5)).body
        finally:
            await second.close()

    return case.run(play, **options)


def named(server: Server, host: str = "files.example") -> str:
    return f"http://{host}:{server.port}/x"


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "2130706433", "files.example"])
def test_nothing_is_sent_to_an_address_that_is_not_public(
    case: TransportCase, serve: Serve, resolve: Any, host: str
) -> None:
    resolve(lambda name: ["127.0.0.1"])
    server = serve(keeps_responding)
    with pytest.raises(TransportError, match=f"^{host} is not fetched from: .*not (a )?public") as caught:
        get(case, named(server, host))
    assert (caught.value.kind, caught.value.sent, caught.value.status) == ("private", False, None)
    assert server.requests == []
    if host != "2130706433" or case.name != "aiohttp":  # which refuses such an address by itself
        assert get(case, named(server, host), public_only=False) == b'{"ok":true}'


def test_a_name_that_changes_its_address_after_the_check_is_not_fetched_from(
    case: TransportCase, serve: Serve, resolve: Any
) -> None:
    asked: list[str] = []

    def rebind(name: str) -> list[str]:
        asked.append(name)
        return [PUBLIC if len(asked) == 1 else "127.0.0.1"]

    resolve(rebind)
    server = serve(keeps_responding)
    with pytest.raises(TransportError) as caught:
        get(case, named(server))
    assert caught.value.sent is False
    assert server.requests == []


@pytest.mark.parametrize("first", [False, True])
def test_the_public_ones_of_several_addresses_are_tried(
    case: TransportCase, serve: Serve, resolve: Any, first: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(public_hosts, "is_public", lambda address: address != "127.0.0.2")
    server = serve(keeps_responding)
    addresses = ["127.0.0.3", "127.0.0.1"]  # nothing listens on one of them
    resolve(lambda name: addresses[::-1] if first else addresses)
    assert get(case, named(server)) == b'{"ok":true}'


@pytest.mark.parametrize("host", ["0.example", "files.example"])
def test_a_proxy_may_be_private(case: TransportCase, serve: Serve, host: str) -> None:
    proxy = serve(keeps_responding)
    assert get(case, f"http://{host}/x", proxy=proxy.url) == b'{"ok":true}'
    assert proxy.requests[0].startswith(f"GET http://{host}/x ".encode())


def test_a_connection_that_is_kept_for_other_requests_is_not_used(
    case: TransportCase, serve: Serve, resolve: Any
) -> None:
    resolve(lambda name: ["127.0.0.1"])
    server = serve(keeps_responding)

    async def play(transport: AsyncTransport) -> None:
        await exchange(transport, named(server))
        with pytest.raises(TransportError, match="not public"):
            await other(transport, True).send(request(named(server)))

    case.run(play)
    assert len(server.requests) == 1


@pytest.mark.parametrize("public", [False, True])
def test_a_kept_connection_of_your_client_is_used_for_public_hosts_only(
    serve: Serve, resolve: Any, monkeypatch: pytest.MonkeyPatch, public: bool
) -> None:
    monkeypatch.setattr(public_hosts, "is_public", lambda address: public and address == "127.0.0.1")
    resolve(lambda name: ["127.0.0.1"])
    server = serve(keeps_responding)
    allowed = contextlib.nullcontext() if public else pytest.raises(TransportError, match="not public")

    async def use() -> None:
        async with httpx2.AsyncClient() as client:
            transport = AsyncHttpx2Transport(client=client)
            await (await transport.send(request(named(server)))).read()
            with allowed:
                await (await transport.for_other_hosts(True).send(request(named(server)))).read()

    with httpx2.Client() as client:
        transport = Httpx2Transport(client=client)
        transport.send(request(named(server))).read()
        with allowed:
            transport.for_other_hosts(True).send(request(named(server))).read()
    asyncio.run(use())
    assert (server.connections, len(server.requests)) == (2, 4 if public else 2)


class Auth(httpx2.Auth):
    def auth_flow(self, request: httpx2.Request) -> Any:
        request.headers["X-Signed"] = "private"
        yield request


def mine(kind: Any, **more: Any) -> Any:
    """A client of httpx2's with everything that may hold a secret."""
    secret = {"headers": {"X-Mine": "private"}, "cookies": {"mine": "private"}, "params": {"mine": "private"}}
    return kind(auth=Auth(), **secret, **more)


@pytest.mark.parametrize("allow", [True, False])
def test_a_client_of_httpx2_adds_nothing_of_its_own(
    serve: Serve, resolve: Any, monkeypatch: pytest.MonkeyPatch, allow: bool
) -> None:
    monkeypatch.setattr(public_hosts, "is_public", lambda address: True)
    resolve(lambda name: ["127.0.0.1"])
    server = serve(lambda peer: [peer.send(http_response(PNG, "Set-Cookie: a=b")) for _ in iter(peer.request, b"")])

    def hook(sent: httpx2.Request) -> None:
        sent.headers["X-Hook"] = "private"

    async def async_hook(sent: httpx2.Request) -> None:
        hook(sent)

    settings: dict[str, Any] = {"base_url": "https://api.example", "allow_private_hosts": allow}
    with mine(httpx2.Client, event_hooks={"request": [hook]}) as brought:
        shop = Shop(KEY, transport=Httpx2Transport(client=brought), **settings)
        assert [shop.fetch(named(server)).bytes() for _ in range(2)] == [PNG] * 2
        assert list(brought.cookies) == ["mine"]

    async def play() -> None:
        async with mine(httpx2.AsyncClient, event_hooks={"request": [async_hook]}) as client:
            async_shop = AsyncShop(KEY, transport=AsyncHttpx2Transport(client=client), **settings)
            for _ in range(2):
                assert await (await async_shop.fetch(named(server))).bytes() == PNG
            assert list(client.cookies) == ["mine"]

    asyncio.run(play())
    assert len(server.requests) == 4
    for sent in server.requests:
        assert sent.startswith(b"GET /x HTTP/1.1\r\n")
        assert b"private" not in sent
        assert KEY.encode() not in sent
        assert b"cookie" not in sent.lower()


def test_the_transports_of_a_client_of_httpx2_count() -> None:
    seen: list[str] = []

    def answer(sent: httpx2.Request) -> httpx2.Response:
        seen.append(f"{sent.url} {sorted(sent.headers)}")
        return httpx2.Response(200, content=PNG, headers={"Content-Type": "image/png"})

    mock = httpx2.MockTransport(answer)
    with mine(httpx2.Client, mounts={"all://files.example": mock}) as brought:
        assert Shop(KEY, transport=Httpx2Transport(client=brought)).fetch("https://files.example/x").bytes() == PNG

    async def play() -> None:
        async with mine(httpx2.AsyncClient, mounts={"all://files.example": mock}) as client:
            shop = AsyncShop(KEY, transport=AsyncHttpx2Transport(client=client))
            assert await (await shop.fetch("https://files.example/x")).bytes() == PNG

    asyncio.run(play())
    assert seen == ["https://files.example/x ['accept', 'accept-encoding', 'host', 'user-agent']"] * 2


# Clients


@pytest.mark.parametrize(
    ("base_url", "allow", "url", "fetched"),
    [
        ("https://api.example", False, "https://files.example/x", True),
        ("https://api.example", False, "http://10.0.0.1/x", False),
        ("https://api.example", False, "http://[::ffff:7f00:1]/x", False),
        ("https://api.example", False, "http://2852039166/latest/meta-data", False),
        ("https://api.example", False, "http://localhost/x", False),
        ("https://api.example", True, "http://10.0.0.1/x", True),
        ("http://192.168.0.9:8080/v1", False, "http://10.0.0.1/x", True),
        ("http://gateway:8080", False, "http://10.0.0.1/x", True),
        ("http://localhost:8080", False, "http://localhost:9/x", True),
        ("https://[2606:2800:220:1::1]", False, "http://10.0.0.1/x", False),
    ],
)
def test_a_client_fetches_from_private_hosts_where_its_api_is_one_or_it_may(
    base_url: str, allow: bool, url: str, fetched: bool
) -> None:
    settings: dict[str, Any] = {"base_url": base_url, "allow_private_hosts": allow}
    client, server = studio(file(PNG), **settings)
    async_client, async_server = async_studio(file(PNG), **settings)

    async def play() -> bytes:
        return await (await async_client.fetch(url)).bytes()

    if fetched:
        assert client.fetch(url).bytes() == asyncio.run(play()) == PNG
        return
    for run in (lambda: client.fetch(url), lambda: asyncio.run(play())):
        with pytest.raises(APIConnectionError, match="is not fetched from: it is not a public host") as caught:
            run()
        error = caught.value
        assert (error.outcome, error.retryable, error.attempts) == ("not_sent", False, 1)
        assert f"[GET {url}, outcome not_sent] If it may be fetched from" in str(error)
    assert server.requests == async_server.requests == []


def test_a_redirect_to_a_private_host_is_not_followed() -> None:
    hop = (302, [("Location", "http://169.254.169.254/latest/meta-data?x=1")], b"")
    client, server = studio(hop, file(PNG))
    with pytest.raises(APIConnectionError, match=r"169\.254\.169\.254 is not fetched from") as caught:
        client.fetch("http://files.example/x")
    assert "GET http://169.254.169.254/latest/meta-data, outcome" in str(caught.value)
    assert len(server.requests) == 1
    assert client.with_options(allow_private_hosts=True).fetch("http://files.example/x").bytes() == PNG


@pytest.mark.parametrize(("places", "said"), [("babab", "5 redirects, in a circle"), ("bcdef", r"5 redirects \[")])
def test_redirects_come_to_an_end(places: str, said: str) -> None:
    hops = [(302, [("Location", f"/{place}")], b"") for place in places]
    assert studio(*hops, file(PNG))[0].fetch("https://files.example/a").bytes() == PNG
    client, server = studio(*hops, (302, [("Location", "/g")], b""))
    with pytest.raises(APIStatusError, match=f"more than {said}"):
        client.fetch("https://files.example/a")
    assert len(server.requests) == 6


@pytest.mark.parametrize("name", [case.name for case in TRANSPORTS])
def test_a_name_with_a_private_address_is_an_error_of_the_call(serve: Serve, resolve: Any, name: str) -> None:
    case = next(case for case in TRANSPORTS if case.name == name)
    resolve(lambda name: ["127.0.0.1"])
    url = named(serve(keeps_responding)) + "?signature=private"

    async def play() -> None:
        if case.sync:
            with Shop(KEY, transport=case.library) as shop:
                shop.fetch(url)
        else:
            async with AsyncShop(KEY, transport=case.library) as async_shop:
                await async_shop.fetch(url)

    with pytest.raises(APIConnectionError, match=r"its address, 127\.0\.0\.1, is not public") as caught:
        case.loop(play)
    assert (caught.value.outcome, caught.value.attempts) == ("not_sent", 1)
    assert "private" not in str(caught.value).replace("allow_private_hosts", "")


def test_closing_a_client_closes_what_it_fetched_with(serve: Serve) -> None:
    server = serve(keeps_responding)
    client = HTTPX2.open()
    shop = Shop(KEY, base_url=server.url, transport="urllib3")
    shop.fetch(server.url).bytes()
    fetching = shop._connections.for_other_hosts(False)
    shop.close()
    for transport in (fetching, client):
        getattr(transport, "inner", transport).close()
    with pytest.raises(TransportError, match="closed"):
        fetching.send(request(server.url))


def test_a_setting_that_is_no_bool_is_refused() -> None:
    value: Any = "yes"
    with pytest.raises(ConfigurationError, match="allow_private_hosts must be True or False, not str"):
        Shop(KEY, allow_private_hosts=value)
