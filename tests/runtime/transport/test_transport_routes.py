"""Proxies, tunnels and certificates."""

from __future__ import annotations

import ssl
import sys
from typing import Any

import pytest

from ezlink import AsyncEZLink, ConfigurationError, EZLink
from generator.runtime.transport import TransportError
from generator.runtime.transport.proxy import bypasses
from tests.runtime.transport.raw_server import CERTIFICATE, Peer, Serve, http_response, keeps_responding, responds
from tests.runtime.transport.transports import TransportCase, exchange, request

HTTP, HTTPS = "http://api.invalid/v1/things?x=1", "https://localhost:4433/v1/things"
AUTHORIZATION = b"proxy-authorization: basic dxnlcjpwqhnz"


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


def through(case: TransportCase, proxy: str, url: str) -> bytes:
    return case.run(lambda t: exchange(t, url), proxy=proxy, verify=str(CERTIFICATE)).body


def test_http_goes_through_a_proxy(case: TransportCase, serve: Serve) -> None:
    proxy = serve(forwards)
    assert through(case, proxy.url.replace("://", "://user:p%40ss@"), HTTP) == b"by proxy"
    assert proxy.requests[0].startswith(b"POST http://api.invalid/v1/things?x=1 HTTP/1.1\r\n")
    assert b"\r\nhost: api.invalid\r\n" in proxy.requests[0].lower()
    assert AUTHORIZATION in proxy.requests[0].lower()


def test_https_goes_through_a_tunnel(case: TransportCase, serve: Serve) -> None:
    proxy = serve(forwards)
    assert through(case, proxy.url.replace("://", "://user:p%40ss@"), HTTPS) == b"by proxy"
    tunnel, inner = proxy.requests
    assert tunnel.startswith(b"CONNECT localhost:4433 HTTP/1.")
    assert AUTHORIZATION in tunnel.lower()
    assert b"sk-test" not in tunnel
    assert inner.startswith(b"POST /v1/things HTTP/1.1\r\n")
    assert b"proxy-authorization" not in inner.lower()


@pytest.mark.parametrize("url", [HTTP, HTTPS], ids=["proxy is not there", "proxy refuses the tunnel"])
def test_a_proxy_that_fails_proves_that_nothing_was_sent(case: TransportCase, serve: Serve, url: str) -> None:
    proxy = serve(responds(http_response(b"", status="407 Proxy Authentication Required")))
    if url == HTTP:
        proxy.close()
    with pytest.raises(TransportError) as caught:
        through(case, proxy.url, url)
    assert caught.value.sent is False
    if case.library == "httpx2":  # it does not always say that it was the proxy
        assert caught.value.kind in ("proxy", "connect")
    else:
        assert caught.value.kind == "proxy"
        assert " through the proxy http://127.0.0.1:" in caught.value.message


def test_the_environment_names_proxies_and_exceptions(
    case: TransportCase, serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", serve(forwards).url)
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    assert case.exchange(HTTP).body == b"by proxy"
    assert case.exchange(serve(keeps_responding).url).body == b'{"ok":true}'


NO_PROXY = [
    ("*", "h", True),
    ("h", "h", True),
    ("h", "a.h", True),
    ("h", "ah", False),
    (".H", "a.h", True),
    ("*.h", "a.h", True),
    ("x, h:80", "h", True),
    ("h:81", "h", False),
    ("10.0.0.0/8", "10.1.2.3", True),
    ("10.0.0.0/8", "11.1.2.3", False),
    ("10.0.0.0/8", "h", False),
    ("[::1]", "::1", True),
    ("[::1]:80 ", "::1", True),
    ("[::1]:81", "::1", False),
    ("::1", "0:0:0:0:0:0:0:1", True),
    ("fd00::/8", "fd00::1", True),
    ("127.0.0.1", "127.0.0.1", True),
    ("nonsense/8,[,", "h", False),
    ("", "h", False),
]


@pytest.mark.parametrize(("words", "host", "direct"), NO_PROXY)
def test_the_words_of_no_proxy(words: str, host: str, direct: bool) -> None:
    assert bypasses(words, host, 80) is direct


@pytest.mark.parametrize("words", ["127.0.0.0/8", "[::1],127.0.0.1:1 127.0.0.0/30"])
def test_a_network_in_no_proxy_is_reached_directly(
    case: TransportCase, serve: Serve, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", serve(forwards).url)
    monkeypatch.setenv("NO_PROXY", words)
    assert case.exchange(serve(keeps_responding).url).body == b'{"ok":true}'
    assert case.exchange(HTTP).body == b"by proxy"


@pytest.mark.parametrize(
    "url",
    [
        *("ftp://user:secret@127.0.0.1:1", "socks5://user:secret@127.0.0.1:1", "socks4://user:secret@127.0.0.1:1"),
        *("http://", "http://127.0.0.1:secret", "http://[::1", "http://user:secret@[::1"),
    ],
)
def test_another_kind_of_proxy_is_refused_when_the_client_is_made(
    case: TransportCase, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "socksio", None)
    client: Any = (EZLink if case.sync else AsyncEZLink)("sk-KEY", transport=case.library, proxy=url)
    with pytest.raises(ConfigurationError, match=r"^transport: .*(prox|SOCKS)") as raised:
        client._connections.transport()
    assert "secret" not in str(raised.value)


def test_a_proxy_needs_no_scheme_and_an_empty_one_is_none(
    case: TransportCase, serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    proxy = serve(forwards).url
    assert case.run(lambda t: exchange(t, HTTP), proxy=proxy.removeprefix("http://")).body == b"by proxy"
    monkeypatch.setenv("HTTP_PROXY", proxy)
    assert case.run(lambda t: exchange(t, serve(keeps_responding).url), proxy="").body == b'{"ok":true}'


def test_a_socks_proxy_is_named_with_its_port_and_what_is_missing(
    case: TransportCase, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ALL_PROXY", "socks5://user:secret@127.0.0.1:1081")
    monkeypatch.setitem(sys.modules, "socksio", None)
    error = case.failure(HTTP)
    assert (error.kind, error.sent) == ("proxy", False)
    assert "socks5://127.0.0.1:1081 is a SOCKS proxy" in error.message
    assert "pip install 'httpx2[socks]'" in error.message
    assert "secret" not in str(error)


@pytest.mark.parametrize("url", ["socks5://user:secret@127.0.0.1:1", "http://127.0.0.1:port", "http://"])
def test_a_proxy_of_the_environment_that_is_of_no_use_is_named(
    case: TransportCase, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ALL_PROXY", url)
    error = case.failure(HTTP)
    assert error.sent is False
    assert "secret" not in str(error)
    if case.library == "httpx2":  # it reads the environment itself, and does not tell the variable
        says = ("proxy cannot be used", "no connection", "cannot find the host")
        assert any(text in error.message for text in says)
    else:
        assert "ALL_PROXY in the environment" in error.message


def test_certificates_are_checked_as_asked(case: TransportCase, serve: Serve) -> None:
    context = ssl.create_default_context(cafile=str(CERTIFICATE))
    nameless = ssl.create_default_context(cafile=str(CERTIFICATE))
    nameless.check_hostname = False
    server = serve(keeps_responding, tls=True)
    for verify in (str(CERTIFICATE), context, nameless, False):
        assert case.run(lambda t: exchange(t, server.url), verify=verify).status == 200
    sent = len(server.requests)

    async def with_its_defaults(transport: Any) -> None:
        await type(transport)().send(request(server.url))

    async def sync_with_its_defaults(transport: Any) -> None:
        type(transport.inner)().send(request(server.url))

    with pytest.raises(TransportError) as caught:
        case.run(sync_with_its_defaults if case.sync else with_its_defaults)
    assert caught.value.kind == "tls"
    error = case.failure(server.url)
    assert (error.kind, error.sent) == ("tls", False)
    assert error.message == f"no TLS connection to {server.url}: self-signed certificate"
    assert len(server.requests) == sent
