"""Raw requests over a socket: responses are kept to the letter, whatever their framing and end."""

from __future__ import annotations

import socket
import ssl
import threading
import time
from collections.abc import Generator
from contextlib import contextmanager
from typing import Any

import pytest

from generator.cli_output.console import Failure
from generator.mock_server import MockServer, load
from generator.mock_server.replay.fixtures import Chunk, Request, Response
from generator.recorder.cases import find
from generator.recorder.raw_client import Service, parse_service, send

from .conftest import FIXTURES, changed, timeless

CERTIFICATE = FIXTURES.parent / "runtime" / "transport" / "localhost.pem"


@pytest.mark.parametrize("ended", ["cut", "reset", "timeout"])
@pytest.mark.parametrize("name", ["createChatCompletion/stream-minimal", "createChatCompletion/minimal"])
def test_bad_ends_are_recorded(gateway: MockServer, name: str, ended: Any) -> None:
    fixture = load(FIXTURES / f"{name}.json")
    fixture = changed(fixture, ended=ended, chunks=(Chunk(0, fixture.response.chunks[0].data[:40]),))
    gateway.play(fixture)
    (case,) = find(FIXTURES, [name])
    at = parse_service(gateway.url)
    response = send(at, case.raw_request(at, "sk-KEY"), read_timeout=0.3)
    assert response.ended == ended
    if ended != "reset":  # which may overtake what was sent before it
        assert timeless(response) == timeless(fixture.response)


@contextmanager
def serving(*said: bytes | float, tls: bool = False) -> Generator[Service]:
    """A server that says this, with pauses of so many seconds, and hangs up."""
    listener = socket.create_server(("127.0.0.1", 0))

    def talk() -> None:
        sock, _ = listener.accept()
        if tls:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(CERTIFICATE)
            try:
                sock = context.wrap_socket(sock, server_side=True)
            except ssl.SSLError:
                return
        with sock:
            sock.recv(65536)
            for one in said:
                if isinstance(one, bytes):
                    sock.sendall(one)
                else:
                    time.sleep(one)

    thread = threading.Thread(target=talk, daemon=True)
    thread.start()
    with listener:
        yield parse_service(f"http{'s' if tls else ''}://localhost:{listener.getsockname()[1]}/at")
        thread.join(5)


def get(at: Service, method: str = "GET") -> Response:
    return send(at, Request(method, "/v1/models", (("Host", at.authority),), b""), read_timeout=2)


def test_what_came_is_kept_to_the_letter() -> None:
    said = b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.0 299 Odd  One\r\nx-B: 1\r\nX-a:2 \r\nx-B: \xe9\r\n\r\nrest"
    with serving(said) as at:
        response = get(at)
    assert (response.version, response.status, response.reason) == ("HTTP/1.0", 299, "Odd  One")
    assert response.headers == (("x-B", "1"), ("X-a", "2"), ("x-B", "\xe9"))
    assert (response.framing, response.ended, response.body) == ("close", "complete", b"rest")


def test_chunks_keep_their_edges_and_their_time() -> None:
    head = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
    with serving(head + b"3;x=y\r\nabc\r\n2\r", b"\nde\r\n", 0.3, b"0001\r\nf\r\n0\r\nTrailer: x\r\n\r\n") as at:
        response = get(at)
    assert [chunk.data for chunk in response.chunks] == [b"abc", b"de", b"f"]
    assert response.ended == "complete"
    assert response.chunks[0].ms < 250 < response.chunks[2].ms <= response.total_ms


@pytest.mark.parametrize(
    ("said", "framing", "ended", "whole"),
    [
        (b"", "none", "closed", b""),
        (b"HTTP/1.1 200 OK\r\nConte", "none", "cut", b""),
        (b"HTTP/1.1 204 No Content\r\n\r\n", "none", "complete", b""),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc", "length", "cut", b"abc"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", "length", "complete", b""),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab", "chunked", "cut", b"ab"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n", "chunked", "cut", b"ab"),
    ],
)
def test_framings_and_ends(said: bytes, framing: str, ended: str, whole: bytes) -> None:
    with serving(said) as at:
        response = get(at)
    assert (response.framing, response.ended, response.body) == (framing, ended, whole)


def test_tls(monkeypatch: pytest.MonkeyPatch) -> None:
    said = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"
    with serving(said, tls=True) as at, pytest.raises(Failure, match=r"no TLS connection: .*certificate"):
        get(at)
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
    with serving(said, tls=True) as at:
        assert get(at).body == b"ok"
    with serving(said) as at, pytest.raises(Failure, match="is it http://"):
        get(at._replace(secure=True))


def test_what_is_not_http_is_told() -> None:
    with serving(b"220 mail.example ESMTP\r\n\r\n") as at, pytest.raises(Failure, match="not HTTP"):
        get(at)


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("api.ours.net", "no scheme"),
        ("ftp://api.ours.net", "no scheme"),
        ("https://", "no scheme"),
        ("https://jane:hunter2@api.ours.net", "a user"),
        ("https://api.ours.net/?key=hunter2", "a query"),
        ("https://api.ours.net/v1/", "ends in /v1"),
        ("https://api.ours.net:port", "cannot be used: Port"),
    ],
)
def test_base_urls_that_are_none(url: str, said: str) -> None:
    with pytest.raises(Failure, match=said) as raised:
        parse_service(url)
    assert raised.value.code == 2
    assert "hunter2" not in f"{raised.value} {raised.value.hint}"


def test_base_urls() -> None:
    assert parse_service("https://api.ours.net/").url == "https://api.ours.net"
    assert parse_service("http://[::1]:80/x/").url == "http://[::1]/x"
    assert parse_service("http://a:443").authority == "a:443"
