"""Forms with files through a client: what is sent, and which errors come out."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

from generator.runtime.encoding.multipart import FormField
from generator.runtime.errors import APIConnectionError, APIStatusError
from tests.runtime.endpoints import Endpoint
from tests.runtime.fake_json_api import Order
from tests.runtime.transport.raw_server import Peer, Serve, http_response, responds
from tests.runtime.transport.transports import TransportCase, send

SCAN = Endpoint(
    id="scanOrder",
    method="POST",
    path="/v1/scans",
    multipart=(FormField("image", file=True), FormField("note")),
    result=Order,
    proof=("lines",),
)
ORDER = http_response(b'{"id":"o1","lines":[],"state":"open"}', "Content-Type: application/json")

responds_with_an_order = responds(ORDER, each=True)


def test_a_form_arrives_whole_under_its_boundary(case: TransportCase, serve: Serve, tmp_path: Path) -> None:
    path = tmp_path / "账单.png"
    path.write_bytes(os.urandom(300_000))
    call = SCAN({"image": path, "note": "a", "extra_headers": {"content-type": "text/plain", "X-A": "b"}})
    server = serve(responds_with_an_order)
    assert [send(case, call, server.url).id for _ in range(2)] == ["o1", "o1"]
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
    case: TransportCase, serve: Serve, tmp_path: Path, name: str, error: type[OSError]
) -> None:
    server = serve(responds_with_an_order)
    with pytest.raises(error, match="image: "):
        send(case, SCAN({"image": tmp_path / name}), server.url)
    assert server.connections == 0


def test_the_error_of_the_callers_file_comes_through(case: TransportCase, serve: Serve) -> None:
    mine = ConnectionResetError("the share was lost")

    class Failing(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            raise mine

    server = serve(responds_with_an_order)
    with pytest.raises(ConnectionResetError) as caught:
        send(case, SCAN({"image": Failing(b"x" * 10)}), server.url)
    assert (caught.value, server.requests) == (mine, [])


def test_a_file_that_shrinks_is_an_error_of_the_connection(case: TransportCase, serve: Serve, tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(b"x" * 1000)

    class Shrinking(io.FileIO):
        def read(self, size: int | None = -1, /) -> bytes:
            os.truncate(path, 10)
            return super().read(size)

    server = serve(responds_with_an_order)
    changed = "image: the file changed while it was sent: it had 1000 bytes, and now 990 fewer"
    with Shrinking(path) as file, pytest.raises(APIConnectionError, match=changed) as caught:
        send(case, SCAN({"image": file}), server.url)
    assert caught.value.outcome == "unknown"
    assert server.requests == []


def test_a_refusal_in_the_middle_of_an_upload_is_reported(case: TransportCase, serve: Serve, tmp_path: Path) -> None:
    def refuses(peer: Peer) -> None:
        peer.connection.recv(65536)
        peer.send(http_response(b'{"error":"too large"}', "Connection: close", status="413 Too Large"))
        peer.server.ended.wait(0.2)
        peer.reset()

    path = tmp_path / "a.png"
    path.write_bytes(b"x" * 20_000_000)
    with pytest.raises(APIStatusError) as caught:
        send(case, SCAN({"image": path}), serve(refuses).url)
    assert (caught.value.status, caught.value.message) == (413, "too large")
