"""Chunked bodies taken off their framing, wherever the bytes are cut."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.runtime.transport.urllib3_response import ChunkedDecoder
from tests.runtime.transport.raw_server import chunked


@given(st.lists(st.binary(min_size=1, max_size=40), max_size=6), st.lists(st.integers(0, 300)), st.booleans())
def test_a_body_is_the_same_however_it_is_cut(chunks: list[bytes], cuts: list[int], trailer: bool) -> None:
    framed = chunked(*chunks)
    if trailer:
        framed = framed[:-2] + b"X-Sum: 1\r\n\r\n"
    places = sorted({0, len(framed), *(cut for cut in cuts if cut < len(framed))})
    decoder = ChunkedDecoder()
    got = []
    for start, end in pairwise(places):
        assert not decoder.done
        got.append(decoder.feed(framed[start:end]))
    assert b"".join(got) == b"".join(chunks)
    assert decoder.done
    assert decoder.ended
    assert not decoder.excess


@pytest.mark.parametrize("extra", [b"x", b"HTTP/1.1 200 OK\r\n"])
def test_what_follows_the_end_is_noticed(extra: bytes) -> None:
    decoder = ChunkedDecoder()
    assert decoder.feed(chunked(b"a") + extra) == b"a"
    assert decoder.done
    assert decoder.excess


NUMBERS = [b"zz\r\n", b"\r\n", b"\n1\r\na\r\n", b"-1\r\n", b"+1\r\na\r\n", b"0x1\r\na\r\n", b"1_0\r\n", b"f" * 20_000]
ENDS = [b"1\r\nab\r\n", b"2\r\nabc\r\n", b"1\r\naX\n", b"1\r\na\rX", b"1\r\na\n\n\n"]


@pytest.mark.parametrize("framed", NUMBERS + ENDS)
@pytest.mark.parametrize("whole", [True, False])
def test_broken_framing_is_refused(framed: bytes, whole: bool) -> None:
    decoder = ChunkedDecoder()
    pieces = [framed] if whole else [framed[at : at + 1] for at in range(len(framed))]
    with pytest.raises(ValueError, match=r"chunk"):
        list(map(decoder.feed, pieces))
