"""Forms with files through a client: what is sent, and which errors come out."""

from __future__ import annotations

import asyncio
import io
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.runtime.encoding.multipart import FormField
from generator.runtime.errors import APIConnectionError, APIStatusError
from generator.runtime.operation.call import Call
from tests.runtime.endpoints import Endpoint
from tests.runtime.fake_json_api import KEY, AsyncShop, Order, Shop
from tests.runtime.transport.raw_server import Peer, Script, http_response, serving

SCAN = Endpoint(
    id="scanOrder",
    method="POST",
    path="/v1/scans",
    multipart=(FormField("image", file=True), FormField("note")),
    result=Order,
    proof=("lines",),
)
ORDER = http_response(b'{"id":"o1","lines":[],"state":"open"}', "Content-Type: application/json")

Send = Callable[[Call[Any, Any], str], Any]


def _sync(library: str) -> Send:
    def send(call: Call[Any, Any], url: str) -> Any:
        with Shop(KEY, base_url=url, transport=library) as client:
            return client.send(call)

    return send


def _async(library: str) -> Send:
    def send(call: Call[Any, Any], url: str) -> Any:
        async def main() -> Any:
            async with AsyncShop(KEY, base_url=url, transport=library) as client:
                return await client.send(call)

        return asyncio.run(main())

    return send


TRANSPORTS = {"urllib3": _sync("urllib3"), "httpx2": _sync("httpx2")}
TRANSPORTS |= {"aiohttp": _async("aiohttp"), "httpx2-async": _async("httpx2")}


@pytest.fixture(params=TRANSPORTS)
def send(request: pytest.FixtureRequest) -> Send:
    return TRANSPORTS[request.param]


def responses(peer: Peer) -> None:
    while peer.request():
        peer.send(ORDER)


def refused(send: Send, call: Call[Any, Any], error: type[BaseException], script: Script = responses) -> Any:
    """The error that sending raises, and how many whole requests arrived."""
    with serving(script) as server, pytest.raises(error) as caught:
        send(call, server.url)
    return caught.value, len(server.requests)


def test_a_form_arrives_whole_under_its_boundary(send: Send, tmp_path: Path) -> None:
    path = tmp_path / "账单.png"
    path.write_bytes(os.urandom(300_000))
    call = SCAN({"image": path, "note": "a", "extra_headers": {"content-type": "text/plain", "X-A": "b"}})
    with serving(responses) as server:
        assert send(call, server.url).id == "o1"
        assert send(call, server.url).id == "o1"
    for request in server.requests:
        head, _, body = request.partition(b"\r\n\r\n")
        kinds = [line for line in head.split(b"\r\n") if line.lower().startswith(b"content-type")]
        assert len(kinds) == 1
        boundary = kinds[0].partition(b"boundary=")[2]
        assert body.startswith(b"--" + boundary + b"\r\n")
        assert body.endswith(b"\r\na\r\n--" + boundary + b"--\r\n")
        assert path.read_bytes() in body
        assert f'filename="{path.name}"'.encode() in body
        assert b"x-a: b" in head.lower()
    first, second = (request.partition(b"boundary=")[2][:32] for request in server.requests)
    assert first != second


@pytest.mark.parametrize(("name", "error"), [("missing.png", FileNotFoundError), (".", IsADirectoryError)])
def test_a_file_that_cannot_be_read_stops_the_call_before_it_begins(
    send: Send, tmp_path: Path, name: str, error: type[OSError]
) -> None:
    with serving(responses) as server, pytest.raises(error, match="image: "):
        send(SCAN({"image": tmp_path / name}), server.url)
    assert server.connections == 0


def test_the_error_of_the_callers_file_comes_through(send: Send) -> None:
    mine = ConnectionResetError("the share was lost")

    class Failing(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            raise mine

    assert refused(send, SCAN({"image": Failing(b"x" * 10)}), ConnectionResetError) == (mine, 0)


def test_a_file_that_shrinks_is_an_error_of_the_connection(send: Send, tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(b"x" * 1000)

    class Shrinking(io.FileIO):
        def read(self, size: int | None = -1, /) -> bytes:
            os.truncate(path, 10)
            return super().read(size)

    with Shrinking(path) as file:
        error, whole = refused(send, SCAN({"image": file}), APIConnectionError)
    assert whole == 0
    assert error.outcome == "unknown"
    assert "image: the file changed while it was sent: it had 1000 bytes, and now 990 fewer" in str(error)


# httpx2 reads nothing of a connection, in asyncio, before it has written all: what came by then is lost with it.
@pytest.mark.parametrize("name", ["urllib3", "httpx2", "aiohttp"])
def test_a_refusal_in_the_middle_of_an_upload_is_reported(name: str, tmp_path: Path) -> None:
    def refuses(peer: Peer) -> None:
        peer.connection.recv(65536)
        peer.send(http_response(b'{"error":"too large"}', "Connection: close", status="413 Too Large"))
        peer.server.ended.wait(0.2)
        peer.reset()

    path = tmp_path / "a.png"
    path.write_bytes(b"x" * 20_000_000)
    error, _ = refused(TRANSPORTS[name], SCAN({"image": path}), APIStatusError, refuses)
    assert (error.status, error.message) == (413, "too large")
