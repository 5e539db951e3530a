"""Tracebacks of failed calls: short, and without the key, also where local variables are printed."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import traceback
from pathlib import Path
from typing import Any

import pytest

from generator.runtime.encoding.multipart import FormField
from generator.runtime.http.timeout import Timeout
from generator.runtime.transport import Request, TransportError
from tests.runtime.endpoints import Endpoint
from tests.runtime.fake_json_api import CALL, STREAM, AsyncShop, Shop
from tests.runtime.transport.raw_server import CHUNKED, Peer, Script, Serve, chunked, http_response, responds, serving
from tests.runtime.transport.transports import TransportCase

ROOT = Path(__file__).parents[3]
KEY = "sk-hush"
UPLOAD = Endpoint(id="upload", method="POST", path="/v1/files", multipart=(FormField("file", file=True),))


class BrokenFile(io.BytesIO):
    def read(self, size: int | None = -1, /) -> bytes:
        raise OSError(5, "the disk fell out")


SCENARIOS: dict[str, tuple[Any, Script]] = {
    "reset": (CALL, responds(Peer.reset)),
    "refused": (CALL, responds(http_response(b'{"error":"who?"}', status="401 Unauthorized"))),
    "timeout": (CALL, responds(5.0)),
    "cut body": (CALL, responds(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{")),
    "cut stream": (STREAM, responds(CHUNKED, chunked(b"data: {}\n\n", end=False))),
    "unreadable": (CALL, responds(http_response(b"<html>"))),
    "broken file": (UPLOAD({"file": BrokenFile()}), responds(http_response(b"{}"))),
    "no connection": (CALL, responds()),
}


def failure(case: TransportCase, url: str, call: Any) -> BaseException:
    """Send a call with a client over this transport, and return what it raises. No variable here holds the key."""

    async def play() -> None:
        if case.sync:
            with Shop(base_url=url, transport=case.library, timeout=0.5, max_retries=0) as client:
                list(client.send(call))
        else:
            async with AsyncShop(base_url=url, transport=case.library, timeout=0.5, max_retries=0) as client:
                async for _ in await client.send(call):
                    pass

    try:
        case.loop(play)
    except Exception as error:
        return error
    raise AssertionError("the call did not fail")


def printed(error: BaseException) -> str:
    """The traceback with local variables."""
    return "".join(traceback.TracebackException.from_exception(error, capture_locals=True).format())


@pytest.mark.parametrize("name", SCENARIOS)
def test_no_traceback_shows_the_key(
    case: TransportCase, serve: Serve, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SHOP_API_KEY", KEY)
    call, script = SCENARIOS[name]
    server = serve(script)
    if name == "no connection":
        server.close()
    error = failure(case, server.url, call)
    text = printed(error)
    if isinstance(error.__context__, TransportError):  # for whoever sends without a client
        text += printed(error.__context__)
    assert "call = Call(" in text
    assert "hush" not in text


def test_a_request_shows_neither_headers_nor_query_nor_body() -> None:
    shown = repr(Request("POST", "http://h/v1?q=hush", [("X-Key", "hush")], b"hush", Timeout()))
    assert shown == "Request(POST http://h/v1, headers X-Key)"


SYNC = """
import ezlink
ezlink.EZLink(base_url=URL).chat.completions.create(model="m", messages=[])
"""
ASYNC = """
import asyncio, ezlink
async def main():
    async with ezlink.AsyncEZLink(base_url=URL) as client:
        await client.chat.completions.create(model="m", messages=[])
asyncio.run(main())
"""


@pytest.mark.parametrize("program", [SYNC, ASYNC], ids=["sync", "async"])
def test_an_unreachable_host_is_a_short_traceback(program: str, tmp_path: Path) -> None:
    with serving(responds()) as server:
        pass
    script = tmp_path / "script.py"
    script.write_text(f"URL = {server.url!r}{program}")
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "generated"), "EZLINK_API_KEY": KEY}
    done = subprocess.run([sys.executable, str(script)], env=environment, capture_output=True, text=True)
    lines = done.stderr.rstrip().splitlines()
    assert "Connection refused" in lines[-1]
    assert "hush" not in done.stderr
    # From the line of the caller down; what asyncio.run() adds above it is not ours.
    start = max(number for number, line in enumerate(lines) if ".create(" in line and "script.py" in lines[number - 1])
    assert len(lines) - start + 1 <= 25
