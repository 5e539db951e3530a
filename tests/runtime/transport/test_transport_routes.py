"""Proxies, tunnels and certificates."""

from __future__ import annotations

import ssl

import pytest

from generator.runtime.transport import AsyncTransport, TransportError, create_async_transport, create_transport
from tests.runtime.transport.raw_server import (
    CERTIFICATE,
    Peer,
    http_response,
    keeps_responding,
    serving,
)
from tests.runtime.transport.transports import Received, TransportCase, exchange


def forwards(peer: Peer) -> None:
    """A proxy that responds to http itself, and opens a tunnel for https to itself."""
    first = peer.request()
    if first.startswith(b"CONNECT "):
        peer.send(b"HTTP/1.1 200 Connection established\r\n\r\n")
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(CERTIFICATE)
        peer.connection = context.wrap_socket(peer.connection, server_side=True)
        peer.request()
    peer.send(http_response(b"by proxy"))


def test_http_goes_through_a_proxy(case: TransportCase) -> None:
    with serving(forwards) as proxy:
        url = proxy.url.replace("://", "://user:p%40ss@")
        got = case.run(lambda t: exchange(t, "http://api.invalid/v1/things?x=1"), proxy=url)
    assert got.body == b"by proxy"
    assert proxy.requests[0].startswith(b"POST http://api.invalid/v1/things?x=1 HTTP/1.1\r\n")
    assert b"\r\nhost: api.invalid\r\n" in proxy.requests[0].lower()
    assert b"proxy-authorization: basic dxnlcjpwqhnz" in proxy.requests[0].lower()


def test_https_goes_through_a_tunnel(case: TransportCase) -> None:
    with serving(forwards) as proxy:
        url = proxy.url.replace("://", "://user:p%40ss@")
        got = case.run(lambda t: exchange(t, "https://localhost:4433/v1/things"), proxy=url, verify=str(CERTIFICATE))
    assert got.body == b"by proxy"
    tunnel, inner = proxy.requests
    assert tunnel.startswith(b"CONNECT localhost:4433 HTTP/1.")
    assert b"proxy-authorization: basic dxnlcjpwqhnz" in tunnel.lower()
    assert b"sk-test" not in tunnel
    assert inner.startswith(b"POST /v1/things HTTP/1.1\r\n")
    assert b"proxy-authorization" not in inner.lower()


def assert_no_way_through_the_proxy(case: TransportCase, error: TransportError) -> None:
    assert error.sent is False
    if case.library == "httpx2":  # it does not always say that it was the proxy
        assert error.kind in ("proxy", "connect")
    else:
        assert error.kind == "proxy"
        assert " through the proxy http://127.0.0.1:" in error.message


def test_a_proxy_that_refuses_the_tunnel_proves_that_nothing_was_sent(case: TransportCase) -> None:
    def script(peer: Peer) -> None:
        peer.request()
        peer.send(http_response(b"", status="407 Proxy Authentication Required"))

    with serving(script) as proxy, pytest.raises(TransportError) as caught:
        case.run(lambda t: exchange(t, "https://localhost:4433/v1/things"), proxy=proxy.url)
    assert_no_way_through_the_proxy(case, caught.value)


def test_a_proxy_that_is_not_there_proves_that_nothing_was_sent(case: TransportCase) -> None:
    with serving(forwards) as proxy:
        pass
    with pytest.raises(TransportError) as caught:
        case.run(lambda t: exchange(t, "http://api.invalid/v1/things"), proxy=proxy.url)
    assert_no_way_through_the_proxy(case, caught.value)


def test_the_environment_names_proxies_and_exceptions(case: TransportCase, monkeypatch: pytest.MonkeyPatch) -> None:
    async def scenario(transport: AsyncTransport) -> tuple[Received, Received]:
        return await exchange(transport, "http://api.invalid/v1/things"), await exchange(transport, server.url)

    with serving(forwards) as proxy, serving(keeps_responding) as server:
        monkeypatch.setenv("HTTP_PROXY", proxy.url)
        monkeypatch.setenv("NO_PROXY", "127.0.0.1")
        through, direct = case.run(scenario)
    assert (through.body, direct.body) == (b"by proxy", b'{"ok":true}')


@pytest.mark.parametrize("url", ["ftp://127.0.0.1:1", "socks5://127.0.0.1:1"])
def test_another_kind_of_proxy_is_refused_when_the_client_is_made(url: str) -> None:
    for opened in (create_transport, create_async_transport):
        with pytest.raises(ValueError, match="http"):
            opened(proxy=url.replace("://", "://user:secret@"))


@pytest.mark.parametrize("url", ["socks5://user:secret@127.0.0.1:1", "http://127.0.0.1:port", "http://"])
def test_a_proxy_of_the_environment_that_is_of_no_use_is_named(
    case: TransportCase, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ALL_PROXY", url)
    # httpx2 reads the environment itself, and does not tell the variable.
    says = (
        "proxy cannot be used|no connection|cannot find the host"
        if case.library == "httpx2"
        else "ALL_PROXY in the environment"
    )
    with pytest.raises(TransportError, match=says) as caught:
        case.run(lambda t: exchange(t, "http://api.invalid/v1/things"))
    assert caught.value.sent is False
    assert "secret" not in str(caught.value)


def test_certificates_are_checked_as_asked(case: TransportCase) -> None:
    context = ssl.create_default_context(cafile=str(CERTIFICATE))
    with serving(keeps_responding, tls=True) as server:
        for verify in (str(CERTIFICATE), context, False):
            assert case.run(lambda t: exchange(t, server.url), verify=verify).status == 200
        sent = len(server.requests)
        with pytest.raises(TransportError) as caught:
            case.run(lambda t: exchange(t, server.url))
        assert (caught.value.kind, caught.value.sent) == ("tls", False)
        assert caught.value.message == f"no TLS connection to {server.url}: self-signed certificate"
        assert len(server.requests) == sent
