"""Forms: read part by part at any cut, written as recorded, found again by their parts, and never held in memory."""

from __future__ import annotations

import hashlib
import json
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from generator.mock_server import BrokenFixture, MockServer, load
from generator.mock_server.http import multipart as forms
from generator.mock_server.replay.endpoints import SPEC, endpoints_of
from generator.mock_server.replay.fixtures import Fixture, Request, Response
from generator.mock_server.replay.index import FixtureIndex

FIXTURES = Path(__file__).parents[1] / "fixtures"
TYPE = "multipart/form-data; boundary=cut-here"
FILE = {"name": "file", "filename": "笔记 1.wav", "content_type": "audio/wav", "source": "note.wav"}
TEXT = {"name": "prompt", "text": "悬崖上的灯塔"}
SOUND = bytes(range(256)) * 40 + b"\r\n--cut-her"


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "note.wav").write_bytes(SOUND)
    return tmp_path / "sources"


def form(sources: Path, *parts: dict[str, Any]) -> bytes:
    return forms.written(parts, b"cut-here", sources)


@pytest.mark.parametrize("step", [1, 7, 100, 1_000_000])
def test_a_form_is_read_at_any_cut(sources: Path, step: int) -> None:
    body = form(sources, FILE, TEXT)
    reader = forms.FormReader(b"cut-here")
    for start in range(0, len(body), step):
        assert reader.feed(body[start : start + step])
    assert reader.finish() == (
        forms.Part("file", "笔记 1.wav", "audio/wav", None, len(SOUND), hashlib.sha256(SOUND).hexdigest()),
        forms.Part("prompt", None, None, TEXT["text"], 18, hashlib.sha256(TEXT["text"].encode()).hexdigest()),
    )


@pytest.mark.parametrize(
    ("content_type", "body"),
    [("multipart/form-data", b"x"), (TYPE, b""), (TYPE, b"--cut-here\r\nhalf"), (TYPE, b"{}"), ("text/plain", b"x")],
)
def test_what_is_no_form(content_type: str, body: bytes) -> None:
    assert forms.read(content_type, body) is None


def asked(body: bytes, content_type: str = TYPE) -> Request:
    return Request("POST", "/v1/files", (("Content-Type", content_type),), body, forms.read(content_type, body))


def test_forms_match_part_by_part_whatever_the_boundary_and_order(sources: Path) -> None:
    recorded = Fixture(
        "createFile", "full", "nov", "", None, asked(form(sources, FILE, TEXT)), Response(200, "OK", (), ())
    )
    shelf = FixtureIndex([recorded], endpoints_of(SPEC))
    other = forms.written([TEXT, {**FILE, "content_type": "audio/x-wav"}], b"another", sources)
    assert shelf.match(asked(other, "multipart/form-data; boundary=another")) is recorded
    for changed in (
        [FILE],
        [FILE, {"name": "prompt", "text": "else"}],
        [FILE, {"name": "prompts", "text": TEXT["text"]}],
        [{**FILE, "filename": "b.wav"}, TEXT],
        [FILE, TEXT, TEXT],
    ):
        assert shelf.match(asked(form(sources, *changed))) is None


def test_a_recorded_form_is_rebuilt_from_its_sources(sources: Path) -> None:
    body = form(sources, FILE, TEXT)
    recorded = json.loads((FIXTURES / "createEmbedding" / "minimal.json").read_text(encoding="utf-8"))
    recorded["request"]["headers"] = [["Content-Type", TYPE]]
    recorded["request"]["body"] = {
        "bytes": len(body),
        "sha256": hashlib.sha256(body).hexdigest(),
        "parts": [FILE, TEXT],
    }
    path = sources.parent / "createFile" / "full.json"
    path.parent.mkdir()
    path.write_text(json.dumps(recorded), encoding="utf-8")
    assert load(path).request.body == body
    (sources / "note.wav").write_bytes(b"other")
    with pytest.raises(BrokenFixture, match="were recorded"):
        load(path)
    (sources / "note.wav").unlink()
    with pytest.raises(BrokenFixture, match=r"note\.wav"):
        load(path)


def test_an_upload_larger_than_what_is_kept_is_counted_and_hashed() -> None:
    megabyte, head = b"m" * 1_000_000, b'--b\r\nContent-Disposition: form-data; name="file"; filename="f"\r\n\r\n'
    length = len(head) + 20 * len(megabyte) + len(b"\r\n--b--\r\n")
    with MockServer([load(FIXTURES / "listModels" / "all.json")]) as gateway:
        host, port = gateway.url.removeprefix("http://").split(":")
        with socket.create_connection((host, int(port)), timeout=10) as sock:
            sock.sendall(b"POST /v1/files HTTP/1.1\r\nHost: x\r\nConnection: close\r\n")
            sock.sendall(b"Content-Type: multipart/form-data; boundary=b\r\nContent-Length: %d\r\n\r\n" % length)
            for piece in (head, *[megabyte] * 20, b"\r\n--b--\r\n"):
                sock.sendall(piece)
            assert sock.recv(100).startswith(b"HTTP/1.1 ")
        (request,) = gateway.requests
    assert (request.body, request.dropped) == (b"", length)
    assert request.form is not None
    assert [part.size for part in request.form] == [20_000_000]
    assert request.form[0].sha256 == hashlib.sha256(megabyte * 20).hexdigest()


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the peak is read from Linux")
def test_memory_does_not_grow_with_the_upload() -> None:
    code = """
import socket, sys
from pathlib import Path
from generator.mock_server import MockServer, load

def peak() -> int:
    return int(Path("/proc/self/status").read_text().split("VmHWM:")[1].split()[0])

with MockServer([load(Path("tests/fixtures/listModels/all.json"))]) as gateway:
    host, port = gateway.url.removeprefix("http://").split(":")
    head, tail = b'--b\\r\\nContent-Disposition: form-data; name="file"; filename="f"\\r\\n\\r\\n', b"\\r\\n--b--\\r\\n"
    block = b"x" * 2**20
    before = peak()
    with socket.create_connection((host, int(port))) as sock:
        length = len(head) + 256 * len(block) + len(tail)
        sock.sendall(b"POST /v1/files HTTP/1.1\\r\\nHost: x\\r\\nContent-Type: multipart/form-data; boundary=b\\r\\n")
        sock.sendall(b"Content-Length: %d\\r\\n\\r\\n" % length + head)
        for _ in range(256):
            sock.sendall(block)
        sock.sendall(tail)
        assert sock.recv(100).startswith(b"HTTP/1.1 ")
    print(peak() - before)
"""
    ran = subprocess.run(
        [sys.executable, "-c", code], cwd=FIXTURES.parents[1], capture_output=True, text=True, check=True
    )
    assert int(ran.stdout) < 32 * 1024  # KiB, for an upload of 256 MiB
