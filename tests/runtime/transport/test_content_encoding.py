"""Compressed bodies: decoded alike by every transport, and refused where they are cut, broken or encoded otherwise."""

from __future__ import annotations

import gzip
import zlib

import pytest

from generator.runtime.errors import UnreadableAnswer
from generator.runtime.transport import TransportError
from generator.runtime.transport.body_decoder import PIECE
from tests.runtime.fake_json_api import CALL, ORDER
from tests.runtime.transport.raw_server import Script, Serve, chunked, http_response, responds
from tests.runtime.transport.transports import TransportCase, send

TEXT = b'{"text":"' + b"na " * 5000 + b'"}'
MEMBERS = [b"%d," % number for number in range(9000)]  # compressed, they fill several slices
UNFRAMED, STORED, HELD = (zlib.compressobj(level, wbits=-zlib.MAX_WBITS) for level in (-1, 0, 9))

FULL = bytes(2 * PIECE)
OVER = b"A" * (PIECE + 20)  # without a frame zlib has taken it all when the first piece is full


def encoded(encoding: str, body: bytes, step: int = 0) -> Script:
    """Send a body under this encoding, in chunks where `step` says how long they are."""
    if not step:
        return responds(http_response(body, f"Content-Encoding: {encoding}"))
    head = f"HTTP/1.1 200 OK\r\nContent-Encoding: {encoding}\r\nTransfer-Encoding: chunked\r\n\r\n"
    return responds(head.encode(), chunked(*[body[at : at + step] for at in range(0, len(body), step)]))


@pytest.mark.parametrize("step", [0, 7])
@pytest.mark.parametrize(
    ("encoding", "body", "text"),
    [
        pytest.param("gzip", gzip.compress(TEXT), TEXT, id="gzip"),
        pytest.param("X-GZIP", gzip.compress(TEXT), TEXT, id="in other letters"),
        pytest.param("gzip, identity", gzip.compress(TEXT), TEXT, id="gzip and nothing"),
        pytest.param("deflate", zlib.compress(TEXT), TEXT, id="deflate"),
        pytest.param("deflate", UNFRAMED.compress(TEXT) + UNFRAMED.flush(), TEXT, id="deflate without its frame"),
        pytest.param("deflate", STORED.compress(TEXT) + STORED.flush(), TEXT, id="deflate that compresses nothing"),
        pytest.param("deflate", HELD.compress(OVER) + HELD.flush(), OVER, id="deflate that holds its end back"),
        pytest.param("gzip", b"".join(map(gzip.compress, MEMBERS)), b"".join(MEMBERS), id="gzip of many members"),
        pytest.param("gzip", gzip.compress(FULL) * 9, FULL * 9, id="gzip of members that fill a piece"),
        pytest.param("identity", TEXT, TEXT, id="identity"),
        pytest.param("gzip", b"", b"", id="nothing as gzip"),
        pytest.param("br", b"", b"", id="nothing as brotli"),
    ],
)
def test_a_compressed_body_is_read_whole_and_in_pieces(
    case: TransportCase, serve: Serve, encoding: str, body: bytes, text: bytes, step: int
) -> None:
    if step and len(body) > 100_000:
        step = 10_007
    server = serve(encoded(encoding, body, step))
    assert case.exchange(server.url).body == text
    assert b"".join(case.read_stream(server.url)) == text


@pytest.mark.parametrize(
    ("encoding", "body", "kind", "said"),
    [
        pytest.param("gzip", gzip.compress(TEXT)[:-9], "broken", "the compressed body was cut", id="gzip, cut"),
        pytest.param("gzip", gzip.compress(TEXT)[:5], "broken", "the compressed body was cut", id="cut in its head"),
        pytest.param("deflate", zlib.compress(TEXT)[:-1], "broken", "the compressed body was cut", id="deflate, cut"),
        pytest.param("gzip", b"plain text", "broken", "the compressed body is broken: ", id="plain text"),
        pytest.param("gzip", gzip.compress(TEXT) + b"rest", "broken", "the compressed body is broken: ", id="a rest"),
        pytest.param("br", b"\x0b\x02\x80", "encoding", "the response is encoded as 'br', ", id="brotli"),
        pytest.param("zstd", b"\x28\xb5\x2f\xfd", "encoding", "the response is encoded as 'zstd', ", id="zstd"),
        pytest.param("gzip, br", gzip.compress(TEXT), "encoding", "the response is encoded as 'gzip, br'", id="both"),
    ],
)
def test_a_body_that_cannot_be_decoded_is_an_error(
    case: TransportCase, serve: Serve, encoding: str, body: bytes, kind: str, said: str
) -> None:
    for step in (0, 3):
        server = serve(encoded(encoding, body[:100] if step and kind == "encoding" else body, step))
        for read in (case.exchange, case.read_stream):
            with pytest.raises(TransportError) as caught:
                read(server.url)
            error = caught.value
            assert (error.kind, error.sent, error.status) == (kind, None, 200)
            assert error.message.startswith(said)


def test_a_call_whose_response_cannot_be_decoded_was_executed(case: TransportCase, serve: Serve) -> None:
    cut = serve(encoded("gzip", gzip.compress(ORDER)[:-1]))
    with pytest.raises(UnreadableAnswer, match="the response was cut off: the compressed body was cut") as caught:
        send(case, CALL, cut.url)
    assert (caught.value.outcome, caught.value.retryable, len(cut.requests)) == ("executed", False, 1)
    brotli = serve(encoded("br", b"\x0b\x02\x80"))
    with pytest.raises(UnreadableAnswer, match=r"^the response is encoded as 'br', which") as caught:
        send(case, CALL, brotli.url)
    assert (caught.value.outcome, caught.value.retryable, len(brotli.requests)) == ("executed", False, 1)
