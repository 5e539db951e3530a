"""Files in responses and in requests, against the mock server: pictures and films to save, uploads to name."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from ezlink import APIError
from generator.mock_server import Fixture, MockServer

from .callers import SOURCES, Caller, build, lacks_arguments, python_arguments
from .document import bodies_of, is_form, operations, recorded_operations
from .expected import succeeds
from .recorded import BY_NAME, is_typed, of, request_json

PNG = b"\x89PNG\r\n\x1a\n"


@pytest.fixture(autouse=True)
def quiet(server: MockServer) -> None:
    server.forget()
    server.requests.clear()


@pytest.mark.parametrize("form", ["url", "b64_json"])
def test_a_picture_is_one_thing_in_either_form(server: MockServer, caller: Caller, tmp_path: Path, form: str) -> None:
    made = caller.method("images.generate")(prompt="two otters", n=2, response_format=form)
    assert len(made.data) == 2
    image = made.data[0]
    assert (image.url is None, image.b64_json is None) == (form != "url", form != "b64_json")
    path = caller.run(image.save(tmp_path / "otters.png"))
    assert path.read_bytes().startswith(PNG)
    assert caller.run(image.bytes()) == path.read_bytes()
    fetched = [request for request in server.requests if request.method == "GET"]
    assert bool(fetched) == (form == "url")
    assert [request.header("authorization") for request in fetched] == [None] * len(fetched)


def test_a_picture_in_json_is_its_bytes(caller: Caller, tmp_path: Path) -> None:
    made = caller.method("stability.generate.core")(prompt="a heron", accept="application/json")
    assert made.image.startswith(PNG)
    assert caller.run(made.save(tmp_path / "heron.png")).read_bytes() == made.image == caller.run(made.bytes())


def test_pieces_of_a_file(caller: Caller) -> None:
    pieces: list[bytes] = []
    speech = caller.method("audio.speech.create")(model="tts-1", input="Hello", voice="nova")
    caller.take(speech, pieces)
    whole = caller.method("audio.speech.create")(model="tts-1", input="Hello", voice="nova")
    assert b"".join(pieces) == caller.run(whole.bytes()) != b""


def changed(name: str, body: bytes, **changes: Any) -> Fixture:
    fixture = BY_NAME[name]
    return replace(fixture, response=replace(fixture.response.with_body(body), **changes))


def headers(name: str, value: str) -> tuple[tuple[str, str], ...]:
    return ("Content-Type", "image/png"), (name, value)


HALF = BY_NAME["createStableImageCore/minimal"].response.body[:300]
NO_FILES = [
    ("createStableImageCore/minimal", b"<!DOCTYPE html><html><body>busy</body></html>", {}, "UnreadableAnswer"),
    ("createStableImageCore/minimal", b'{"unheard": "of"}', {}, "UnreadableAnswer"),
    ("createStableImageCore/minimal", b"", {}, "EmptyAnswer"),
    *(
        (
            "createStableImageCore/minimal",
            HALF,
            {"ended": "cut", "framing": framing, "headers": headers},
            "UnreadableAnswer",
        )
        for framing, headers in (
            ("length", headers("Content-Length", "9999")),
            ("chunked", headers("Transfer-Encoding", "chunked")),
        )
    ),
    ("createStableImageCore/minimal", b'{"error": "failed to get response"}', {}, "APIStatusError"),
    ("createSpeech/minimal", b"<html><body>busy</body></html>", {}, "UnreadableAnswer"),
    ("createSpeech/minimal", b'{"error": {"message": "no", "type": "server_error"}}', {}, "APIStatusError"),
    (
        "createSpeech/minimal",
        b'ID3\x04 half a song {"error": {"message": "lost", "type": "x"}}',
        {},
        "UnreadableAnswer",
    ),
]


@pytest.mark.parametrize(("name", "body", "changes", "kind"), NO_FILES)
def test_what_is_no_file_raises_and_leaves_no_trace(
    server: MockServer, caller: Caller, tmp_path: Path, name: str, body: bytes, changes: dict[str, Any], kind: str
) -> None:
    fixture = changed(name, body, **changes)
    kept = tmp_path / "kept"
    kept.write_bytes(b"from before")
    server.play(fixture)
    with pytest.raises(APIError) as raised:
        caller.run(caller.call(fixture, fixture.arguments or {})[0].save(kept))
    assert type(raised.value).__name__ == kind
    assert raised.value.status == 200
    assert list(tmp_path.iterdir()) == [kept]
    assert kept.read_bytes() == b"from before"


def test_uploads_from_everything_that_holds_bytes(server: MockServer, caller: Caller, tmp_path: Path) -> None:
    data = (SOURCES / "speech.wav").read_bytes()
    path = tmp_path / "演讲 1.wav"
    path.write_bytes(data)
    with path.open("rb") as opened:
        for file, filename in (
            (path, path.name),
            (str(path), path.name),
            (opened, path.name),
            ((f"{path.name}.bak", io.BytesIO(data)), f"{path.name}.bak"),
            (("named.wav", data, "audio/x-special"), "named.wav"),
        ):
            caller.method("audio.transcriptions.create")(file=file, model="whisper-1")
            form = server.requests[-1].form
            assert form is not None
            part = next(part for part in form if part.name == "file")
            assert (part.filename, part.size) == (filename, len(data))
    assert part.content_type == "audio/x-special"


class Upload:
    """An upload as Starlette passes it: reading it needs `await`, and it may have no name."""

    filename = None

    def __init__(self, file: Any) -> None:
        self.file = file

    async def read(self, size: int = -1) -> bytes:
        raise AssertionError("the client must read `file`, since this would have to be awaited")


def files_of(fixture: Fixture) -> dict[str, Any]:
    """The files among the arguments of a fixture, by their names."""
    arguments = python_arguments(fixture.arguments) if is_typed(fixture) and succeeds(fixture) else {}
    return {name: value for name, value in arguments.items() if isinstance(value, Path)}


FIRST_UPLOADS = [next(filter(files_of, of(name)), None) for name in recorded_operations() if is_form(name)]
UPLOADS = [fixture for fixture in FIRST_UPLOADS if fixture]


@pytest.mark.parametrize("fixture", UPLOADS, ids=lambda one: one.operation)
def test_a_file_without_a_name_is_sent_as_its_bytes_are(server: MockServer, caller: Caller, fixture: Fixture) -> None:
    operation, arguments = fixture.operation, python_arguments(fixture.arguments)
    files = {name: path.read_bytes() for name, path in files_of(fixture).items()}
    described = []
    for wrap in (bytes, io.BytesIO, lambda content: Upload(io.BytesIO(content))):
        server.requests.clear()
        server.play(fixture)
        call = build(operation, {**arguments, **{name: wrap(content) for name, content in files.items()}})
        caller.run(caller.client.send(call))
        form = server.requests[-1].form or ()
        described.append([(part.filename, part.content_type, part.sha256) for part in form if part.filename])
    assert described[0] == described[1] == described[2]
    assert len(described[0]) == len(files)


TYPES = {".wav": "audio/wav", ".png": "image/png", ".txt": "text/plain", ".bin": "application/octet-stream"}


def test_each_file_is_sent_with_a_type_of_its_own_and_texts_with_none(server: MockServer, caller: Caller) -> None:
    for name in ("createTranscription/minimal", "createFile/minimal", "eraseImage/full", "createStableImageUltra/full"):
        fixture = BY_NAME[name]
        server.play(fixture)
        caller.call(fixture, fixture.arguments or {})
        form = server.requests[-1].form
        assert form
        for part in form:
            named = None if part.filename is None else TYPES[Path(part.filename).suffix]
            assert part.content_type == named, part


def test_a_variants_function_builds_the_same_request_as_the_common_one() -> None:
    variants = [one for one in operations().values() if one.id not in recorded_operations()]
    built: set[str] = set()
    for variant, common in ((one, one.base.id) for one in variants if one.base):
        for fixture in filter(is_typed, of(common)):
            keywords = python_arguments(fixture.arguments)
            if variant.body in bodies_of(common, request_json(fixture)) and not lacks_arguments(variant.id, keywords):
                one, other = build(variant.id, keywords), build(common, keywords)
                assert (one.method, one.target, one.content) == (other.method, other.target, other.content)
                built.add(variant.id)
    assert built == {one.id for one in variants}
