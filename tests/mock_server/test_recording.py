"""Fixtures made anew: the same come back, what changed is shown, and no money, key or name goes where it should not."""

from __future__ import annotations

import json
import re
import shutil
import socket
import ssl
import subprocess
import sys
import threading
import time
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator.cli_output.console import Console, Failure
from generator.mock_server import Fixture, MockServer, load, load_all
from generator.mock_server.replay.bodies import rebuild
from generator.mock_server.replay.fixtures import Chunk, Response
from generator.recorder import RecordOptions, record, safe_operations
from generator.recorder.cases import find
from generator.recorder.diff import changes
from generator.recorder.raw_client import RawRequest, Service, parse_service, send
from generator.recorder.redact import Redactor
from generator.recorder.serialize import describe_response, to_json

ROOT = Path(__file__).parents[2]
FIXTURES = ROOT / "tests" / "fixtures"
OPERATIONS = sorted({path.parent.name for path in FIXTURES.glob("*/*.json")})
SECRET = "sk-live-4eC39HqLyjWDarjtT1zdp7dc"
AT = Service(True, "api.ours.net", 443, "")
EVENTS = b'data: {"a": 1}\n\ndata: [DONE]\n\n'
SOME = ("createEmbedding", "createModeration", "listModels")


@pytest.fixture(scope="module")
def gateway() -> Iterator[MockServer]:
    with MockServer(FIXTURES) as gateway:
        yield gateway


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    """A copy of some fixtures that may be written over."""
    for operation in SOME:
        shutil.copytree(FIXTURES / operation, tmp_path / operation)
    return tmp_path


def wishes(gateway: MockServer, shelf: Path, **more: Any) -> RecordOptions:
    return RecordOptions(gateway.url, shelf, read_timeout=5.0)._replace(**more)


def make(wished: RecordOptions, monkeypatch: pytest.MonkeyPatch, key: str = "sk-KEY") -> dict[str, Any]:
    """One run; what a machine would have been told."""
    monkeypatch.setenv("EZLINK_API_KEY", key)
    console = Console("record", machine=True)
    try:
        record(wished, console)
    except Failure as error:
        console.summary["failure"] = error.what
    return console.summary


def changed(fixture: Fixture, **changes: Any) -> Fixture:
    return replace(fixture, response=replace(fixture.response, **changes))


def timeless(answer: Response) -> Response:
    pieces = tuple(Chunk(0, piece.data) for piece in answer.chunks)
    return replace(answer, chunks=pieces, head_ms=0, total_ms=0)


def chunks(response: dict[str, Any]) -> list[dict[str, Any]]:
    return response["body"].get("chunks", [])


def edge(chunk: dict[str, Any]) -> dict[str, Any]:
    return {**chunk, "ms": 0}


def body(fixture: Fixture, old: str, new: str) -> Fixture:
    assert old.encode() in fixture.response.body
    return replace(fixture, response=fixture.response.replacing(old.encode(), new.encode()))


@pytest.mark.parametrize("operation", OPERATIONS)
def test_what_is_played_comes_back(gateway: MockServer, operation: str) -> None:
    at = parse_service(gateway.url)
    for case in find(FIXTURES, [f"{operation}/{path.stem}" for path in (FIXTURES / operation).glob("*.json")]):
        fixture = load(case.path)
        gateway.play(fixture)
        heard = send(at, case.raw_request(at, "sk-KEY"), read_timeout=5)
        assert timeless(heard) == timeless(fixture.response), case.name
        scrubbed = Redactor(SECRET, at).redact(heard, to_json(case.recorded))
        assert (scrubbed.response, scrubbed.removed) == (heard, ()), case.name
        streamed = "chunks" in case.recorded["response"]["body"]
        described = describe_response(scrubbed.response, streamed=streamed)
        assert [edge(one) for one in chunks(described)] == [edge(one) for one in chunks(case.recorded["response"])]
        assert rebuild(described["body"], None, FIXTURES) == fixture.response.body
        assert gateway.requests[-1].body == fixture.request.body
        assert gateway.requests[-1].header("host") == at.authority
        assert gateway.requests[-1].headers[1:] == fixture.request.headers[1:]  # but Host


@pytest.mark.parametrize("operation", OPERATIONS)
def test_recorded_anew_from_the_embedded_gateway(
    gateway: MockServer, operation: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(FIXTURES / operation, tmp_path / operation)
    if (FIXTURES / "sources").is_dir():
        shutil.copytree(FIXTURES / "sources", tmp_path / "sources")
    told = make(wishes(gateway, tmp_path, paid=True, yes=True, all=True), monkeypatch)
    assert "failure" not in told
    assert told["changed"] == {}
    assert told["written"]
    for name in told["written"]:
        before, after = load(FIXTURES / f"{name}.json"), load(tmp_path / f"{name}.json")
        assert (after.arguments, after.about, after.request) == (before.arguments, before.about, before.request)
        assert (after.response.status, after.response.framing) == (before.response.status, before.response.framing)
    assert not list(tmp_path.rglob("*.part"))


def test_files_are_written_as_they_stand() -> None:
    for path in FIXTURES.glob("*/*.json"):
        text = path.read_text(encoding="utf-8")
        assert to_json(json.loads(text)) + "\n" == text, path


def test_a_changed_shape_is_shown_and_written_only_when_agreed(shelf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fixtures = [
        body(f, '"object":"list"', '"object":7,"next_page":null')
        if f.name == "listModels/all"
        else changed(f, headers=(*f.response.headers, ("Retry-After", "3")))
        if f.name == "listModels/no-key"
        else f
        for f in load_all(FIXTURES)
    ]
    before = {path: path.read_bytes() for path in shelf.glob("*/*.json")}
    with MockServer(fixtures) as gateway:
        wished = wishes(gateway, shelf, only=("listModels",))
        told = make(wished, monkeypatch)
        assert told["changed"] == {
            "listModels/all": ["+ /next_page  null", "~ /object  string → number"],
            "listModels/no-key": ["+ header Retry-After  present"],
        }
        assert told["failure"] == "2 recordings are to be written; nothing was"
        assert {path: path.read_bytes() for path in shelf.glob("*/*.json")} == before
        told = make(wished._replace(yes=True), monkeypatch)
    assert told["written"] == ["listModels/all", "listModels/no-key"]
    rewritten = {path.stem for path, data in before.items() if path.read_bytes() != data}
    assert rewritten == {"all", "no-key"}
    assert b'"next_page":null' in load(shelf / "listModels" / "all.json").response.body


def test_other_values_are_not_another_shape(shelf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with MockServer(
        [body(f, "dall-e-2", "dall-e-9") if f.name == "listModels/all" else f for f in load_all(FIXTURES)]
    ) as g:
        told = make(wishes(g, shelf, only=("listModels/all",), yes=True), monkeypatch)
    assert (told["changed"], told["written"]) == ({}, [])


def test_a_success_that_fails_now_is_held_back(shelf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    busy = load(FIXTURES / "listModels" / "no-key.json").response
    fixtures = [
        changed(f, status=429, headers=busy.headers, chunks=busy.chunks, framing="length")
        if f.name == "listModels/all"
        else f
        for f in load_all(FIXTURES)
    ]
    with MockServer(fixtures) as gateway:
        told = make(wishes(gateway, shelf, only=("listModels",), yes=True), monkeypatch)
        assert "~ status  200 → 429" in told["changed"]["listModels/all"]
        assert told["written"] == []
        told = make(wishes(gateway, shelf, only=("listModels/all",), yes=True), monkeypatch)
        assert told["written"] == ["listModels/all"]


def test_nothing_that_costs_is_sent_unasked(gateway: MockServer, shelf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gateway.requests.clear()
    told = make(wishes(gateway, shelf), monkeypatch)
    assert (told["paid"], told["asked"]) == (0, len(gateway.requests))
    assert told["skipped"]["createEmbedding/minimal"] == "it may cost money: --paid sends it"
    assert "createEmbedding/unknown-model" not in told["skipped"]  # refused before anybody is asked
    assert "createEmbedding/no-key" not in told["skipped"]  # no key, no bill
    assert "createModeration/missing-model" in told["skipped"]  # it has a default model
    opened = [r for r in gateway.requests if r.method == "POST" and r.header("authorization") == "Bearer sk-KEY"]
    statuses = [gateway_answer(gateway, request) for request in opened]
    assert statuses
    assert min(statuses) >= 400


def gateway_answer(gateway: MockServer, request: Any) -> int:
    question = RawRequest(request.method, request.target, request.headers, request.body)
    return send(parse_service(gateway.url), question, read_timeout=5).status


def test_a_body_that_came_whole_is_not_called_rewritten(
    gateway: MockServer, shelf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = shelf / "listModels" / "all.json"
    path.write_text(
        json.dumps({**json.loads(path.read_text(encoding="utf-8")), "rewritten": "names"}), encoding="utf-8"
    )
    make(wishes(gateway, shelf, only=("listModels/all",), yes=True, all=True), monkeypatch)
    assert "rewritten" not in json.loads(path.read_text(encoding="utf-8"))


def test_what_is_paid_needs_a_yes_too(gateway: MockServer, shelf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gateway.requests.clear()
    wished = wishes(gateway, shelf, paid=True, only=("createEmbedding/minimal", "listModels/all"))
    told = make(wished, monkeypatch)
    assert (told["paid"], told["asked"], told["failure"]) == (1, 2, "nothing was sent")
    assert not gateway.requests
    assert "failure" not in make(wished._replace(yes=True), monkeypatch)
    assert len(gateway.requests) == 2


def test_what_only_reads_is_free() -> None:
    (listed,) = find(FIXTURES, ["createEmbedding/minimal"])
    assert listed.may_cost(())
    assert not listed.may_cost({"createEmbedding"})
    refused = {**listed.recorded, "request": {**listed.request, "key": "wrong"}}
    assert not listed._replace(recorded=refused).may_cost(())
    tree = {
        "paths": {"/a": {"post": {"operationId": "a", "x-retry": "safe"}, "put": {"operationId": "b"}, "summary": "x"}}
    }
    assert safe_operations(tree) == {"a"}


def test_keys_that_nobody_has_are_left_out(gateway: MockServer, shelf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gateway.requests.clear()
    told = make(wishes(gateway, shelf, only=("listModels",)), monkeypatch)
    for case in ("key-banned", "key-disabled", "key-spent"):
        assert "good key" in told["skipped"][f"listModels/{case}"]
    shown = {request.header("authorization") for request in gateway.requests}
    assert shown == {None, "Bearer sk-KEY", "Bearer sk-WRONG-KEY"}


def test_stand_ins_are_not_asked_for_elsewhere() -> None:
    (case,) = find(FIXTURES, ["createChatCompletion/upstream-429"])
    assert case.unsendable(parse_service("http://127.0.0.1:8765")) is None
    assert case.unsendable(parse_service("http://[::1]:8765")) is None
    assert case.unsendable(AT) is not None


def test_no_secret_is_kept_or_told(
    shelf: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    fixture = load(FIXTURES / "createModeration" / "minimal.json")
    leaking = body(fixture, '"model"', f'"seen": "{SECRET}", "user": "jane.doe", "mail": "jane@ours.net", "model"')
    cookie = ("Set-Cookie", "session=hunter2"), ("CF-Ray", "8f2-FRA"), ("Openai-Organization", "ours-inc")
    leaking = changed(leaking, headers=(*leaking.response.headers, *cookie))
    monkeypatch.setenv("EZLINK_API_KEY", SECRET)
    with MockServer(FIXTURES) as gateway:
        gateway.play(leaking)
        wished = wishes(gateway, shelf, paid=True, yes=True, only=("createModeration/minimal",))
        with Console("record") as console:
            record(wished, console)
        assert gateway.requests[-1].header("authorization") == f"Bearer {SECRET}"
    text = (shelf / "createModeration" / "minimal.json").read_text(encoding="utf-8") + "".join(capsys.readouterr())
    for word in (SECRET, SECRET[3:], "hunter2", "8f2-FRA", "jane", "ours"):
        assert word not in text
    assert '"rewritten"' in text
    assert "left out of the responses: header CF-Ray, header Set-Cookie" in text
    load(shelf / "createModeration" / "minimal.json")  # length and hash fit


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        (f"Incorrect key {SECRET}.", "Incorrect key sk-KEY."),
        (f"token {SECRET[3:]}!", "token KEY!"),
        ("provided: sk-ab12****9xYz", "provided: sk-KEY"),
        ("use sk-WRONG-KEY or sk-KEY", "use sk-WRONG-KEY or sk-KEY"),
        ("AKIAIOSFODNN7EXAMPLE", "REMOVED"),
        ('{"access_token": "abc"}', '{"access_token": "ACCOUNT"}'),
        ('{"user_id":4711,"username":"J \\"x\\""}', '{"user_id":1,"username":"ACCOUNT"}'),
        ("in organization org-9fA8b7C6d5E4 for", "in organization org-lab for"),
        ("write to jane@ours.net or help@ezlinkai.com", "write to ACCOUNT or help@ezlinkai.com"),
        ("from 203.0.113.9 to 127.0.0.1", "from 127.0.0.1 to 127.0.0.1"),
        ("http://10.0.0.7:3000/x", "http://host.lab.invalid/x"),
        ("https://api.ours.net/mj/image/1", "https://gateway.lab.invalid/mj/image/1"),
        ("https://platform.openai.com/docs", "https://platform.openai.com/docs"),
        ("https://u:p@platform.openai.com/docs", "https://platform.openai.com/docs"),
        ("https://x.blob.net/a.png?sig=Zm9v%3D\\u0026n=2", "https://host.lab.invalid/a.png?sig=REMOVED\\u0026n=2"),
        ("seen qQ1wW2eE3rR4tT5yY6uU7iI8", "seen REMOVED"),
        (
            '{"id":"qQ1wW2eE3rR4tT5yY6uU7iI8"} qQ1wW2eE3rR4tT5yY6uU7iI8',
            '{"id":"qQ1wW2eE3rR4tT5yY6uU7iI8"} qQ1wW2eE3rR4tT5yY6uU7iI8',
        ),
        ("chatcmpl-f649596be4782d8fc6a6ec80d4d4e", "chatcmpl-f649596be4782d8fc6a6ec80d4d4e"),
    ],
)
def test_what_is_kept_of_a_text(said: str, kept: str) -> None:
    assert Redactor(SECRET, AT).text(said) == kept


def test_a_secret_over_the_edge_of_two_chunks() -> None:
    pieces = (Chunk(1, f"data: {SECRET[:9]}".encode()), Chunk(2, f"{SECRET[9:]}\n\n".encode()))
    answer = Response(200, "OK", (("Content-Type", "text/event-stream"),), pieces, "chunked")
    assert Redactor(SECRET, AT).redact(answer).response.body == b"data: sk-KEY\n\n"


def test_the_length_fits_what_was_taken_out() -> None:
    data = f"<{SECRET}>".encode()
    answer = Response(200, "OK", (("content-length", str(len(data) + 5)),), (Chunk(0, data),), "length", "cut")
    scrubbed = Redactor(SECRET, AT).redact(answer).response
    assert scrubbed.headers == (("content-length", str(len(b"<sk-KEY>") + 5)),)


def test_the_key_in_what_is_no_text_stops_it(shelf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with MockServer(FIXTURES) as gateway:
        fixture = load(FIXTURES / "listModels" / "all.json")
        gateway.play(changed(fixture, chunks=(Chunk(0, b"\x00" + SECRET.encode()),)))
        told = make(wishes(gateway, shelf, only=("listModels/all",), yes=True), monkeypatch, SECRET)
    assert "holds the key" in told["failure"]
    assert told["written"] == []


@pytest.mark.parametrize("ended", ["cut", "reset", "timeout"])
@pytest.mark.parametrize("name", ["createChatCompletion/stream-minimal", "createChatCompletion/minimal"])
def test_bad_ends_are_heard(gateway: MockServer, name: str, ended: Any) -> None:
    fixture = load(FIXTURES / f"{name}.json")
    fixture = changed(fixture, ended=ended, chunks=(Chunk(0, fixture.response.chunks[0].data[:40]),))
    gateway.play(fixture)
    (case,) = find(FIXTURES, [name])
    at = parse_service(gateway.url)
    heard = send(at, case.raw_request(at, "sk-KEY"), read_timeout=0.3)
    assert heard.ended == ended
    if ended != "reset":  # which may overtake what was sent before it
        assert timeless(heard) == timeless(fixture.response)


@contextmanager
def saying(*said: bytes | float, tls: bool = False) -> Generator[Service]:
    """A server that says this, with pauses of so many seconds, and hangs up."""
    listener = socket.create_server(("127.0.0.1", 0))

    def talk() -> None:
        sock, _ = listener.accept()
        if tls:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(ROOT / "tests" / "runtime" / "transport" / "localhost.pem")
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
    return send(at, RawRequest(method, "/v1/models", (("Host", at.authority),), b""), read_timeout=2)


def test_what_came_is_kept_to_the_letter() -> None:
    said = b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.0 299 Odd  One\r\nx-B: 1\r\nX-a:2 \r\nx-B: \xe9\r\n\r\nrest"
    with saying(said) as at:
        heard = get(at)
    assert (heard.version, heard.status, heard.reason) == ("HTTP/1.0", 299, "Odd  One")
    assert heard.headers == (("x-B", "1"), ("X-a", "2"), ("x-B", "\xe9"))
    assert (heard.framing, heard.ended, heard.body) == ("close", "complete", b"rest")


def test_chunks_keep_their_edges_and_their_time() -> None:
    head = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
    with saying(head + b"3;x=y\r\nabc\r\n2\r", b"\nde\r\n", 0.3, b"0001\r\nf\r\n0\r\nTrailer: x\r\n\r\n") as at:
        heard = get(at)
    assert [piece.data for piece in heard.chunks] == [b"abc", b"de", b"f"]
    assert heard.ended == "complete"
    assert heard.chunks[0].ms < 250 < heard.chunks[2].ms <= heard.total_ms


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
    with saying(said) as at:
        heard = get(at)
    assert (heard.framing, heard.ended, heard.body) == (framing, ended, whole)


def test_tls(monkeypatch: pytest.MonkeyPatch) -> None:
    said = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"
    with saying(said, tls=True) as at, pytest.raises(Failure, match=r"no TLS connection: .*certificate"):
        get(at)
    monkeypatch.setenv("SSL_CERT_FILE", str(ROOT / "tests" / "runtime" / "transport" / "localhost.pem"))
    with saying(said, tls=True) as at:
        assert get(at).body == b"ok"
    with saying(said) as at, pytest.raises(Failure, match="is it http://"):
        get(at._replace(secure=True))


def test_what_is_not_http_is_told() -> None:
    with saying(b"220 mail.example ESMTP\r\n\r\n") as at, pytest.raises(Failure, match="not HTTP"):
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
        ("https://api.ours.net:port", "cannot be read"),
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


def test_a_wrong_key_and_nobody_there_are_told(
    shelf: Path, monkeypatch: pytest.MonkeyPatch, gateway: MockServer
) -> None:
    told = make(wishes(gateway, shelf, only=("listModels/all",)), monkeypatch, SECRET)
    assert told["failure"] == f"{gateway.url} refuses the key in EZLINK_API_KEY (401)"
    assert "no key in EZLINK" in make(wishes(gateway, shelf, only=("listModels/all",)), monkeypatch, "")["failure"]
    assert (
        "cannot be a header" in make(wishes(gateway, shelf, only=("listModels/all",)), monkeypatch, "sk-\n1")["failure"]
    )
    assert "failure" not in make(wishes(gateway, shelf, only=("listModels/no-key",)), monkeypatch, "")
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    told = make(wishes(gateway, shelf, base_url=f"http://127.0.0.1:{port}"), monkeypatch)
    assert "cannot be reached: Connection refused" in told["failure"]
    with pytest.raises(Failure, match="no recording is called 'x'"):
        find(shelf, ["x"])


def test_what_was_recorded_before_a_failure_is_not_lost(shelf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = load(FIXTURES / "createEmbedding" / "minimal.json")
    refused = load(FIXTURES / "listModels" / "wrong-key.json")
    with MockServer(FIXTURES) as gateway:
        gateway.play(body(first, '"object"', '"kind"'), refused)
        names = ("createEmbedding/minimal", "listModels/all")
        told = make(wishes(gateway, shelf, only=names, paid=True, yes=True), monkeypatch)
    assert "refuses the key" in told["failure"]
    assert told["written"] == ["createEmbedding/minimal"]


def test_a_case_that_was_never_recorded(gateway: MockServer, shelf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    recorded = json.loads((FIXTURES / "listModels" / "all.json").read_text(encoding="utf-8"))
    new = {key: recorded[key] for key in ("operation", "era", "arguments", "request")}
    new |= {"case": "new", "about": "one more"}
    (shelf / "listModels" / "new.json").write_text(json.dumps(new), encoding="utf-8")
    told = make(wishes(gateway, shelf, only=("listModels",), yes=True), monkeypatch)
    assert told["written"] == ["listModels/new"]
    fixture = load(shelf / "listModels" / "new.json")
    assert (fixture.about, fixture.arguments) == ("one more", {})
    assert timeless(fixture.response) == timeless(load(FIXTURES / "listModels" / "all.json").response)


def test_states_of_one_task_are_asked_for_by_name_only(
    shelf: Path, monkeypatch: pytest.MonkeyPatch, gateway: MockServer
) -> None:
    other = json.loads((shelf / "listModels" / "no-key.json").read_text(encoding="utf-8"))
    other["request"] = json.loads((shelf / "listModels" / "all.json").read_text(encoding="utf-8"))["request"]
    (shelf / "listModels" / "later.json").write_text(json.dumps({**other, "case": "later"}), encoding="utf-8")
    told = make(wishes(gateway, shelf, only=("listModels",)), monkeypatch)
    assert {"listModels/all", "listModels/later"} <= told["skipped"].keys()
    told = make(wishes(gateway, shelf, only=("listModels/later",)), monkeypatch)
    assert told["changed"].keys() == {"listModels/later"}


@pytest.mark.parametrize(
    ("was", "now", "said"),
    [
        (b'{"a": 1, "b": [{"c": "x"}, {"d": 1.5}]}', b'{"a": 2, "b": [{"d": 1, "c": "y"}]}', []),
        (b'{"a": 1}', b'{"a": true}', ["~ /a  number → boolean"]),
        (b'{"a/b": 1}', b"{}", ["- /a~1b  number"]),
        (b'[{"a": null}]', b'[{"a": null}, {"a": "x"}]', ["~ /*/a  null → null or string"]),
        (b"{}", b"<html>", ["~ body  JSON → HTML", "- /  object"]),
        (b"plain", b"", ["~ body  text → empty"]),
        (b"plain", b"\x89PNG\x00", ["~ body  text → bytes"]),
        (EVENTS, b'data: {"b": 1}\n\n', ["- event [DONE]  text", "- /(event)/a  number", "+ /(event)/b  number"]),
    ],
)  # fmt: skip
def test_shapes(was: bytes, now: bytes, said: list[str]) -> None:
    def response(data: bytes) -> dict[str, Any]:
        return describe_response(Response(200, "OK", (), (Chunk(0, data),) if data else ()), streamed=False)

    assert [str(change) for change in changes(response(was), response(now))] == said


def test_status_headers_framing_and_end_are_shape() -> None:
    old = Response(200, "OK", (("Content-Type", "text/plain; a=b"), ("Date", "1")), ())
    new = Response(202, "OK", (("content-type", "TEXT/plain"), ("dAte", "2"), ("Via", "x")), (), "close", "cut")
    said = [
        str(change)
        for change in changes(describe_response(old, streamed=False), describe_response(new, streamed=False))
    ]
    assert said == [
        "~ ended  complete → cut",
        "~ framing  length → close",
        "+ header Via  present",
        "~ status  200 → 202",
    ]


def test_the_verb(gateway: MockServer, shelf: Path) -> None:
    code = "from generator.cli import main; main()"
    line = [sys.executable, "-c", code, "record", "--base-url", gateway.url, "--fixtures", str(shelf)]
    run = subprocess.run(
        line, cwd=ROOT, env={"EZLINK_API_KEY": "sk-KEY"}, capture_output=True, text=True, stdin=subprocess.DEVNULL
    )
    assert (run.returncode, run.stderr) == (0, "")
    assert re.search(r"^\d+ requests to http://127.0.0.1:\d+, 0 of them paid\.$", run.stdout, re.MULTILINE)
    assert re.search(r"^left out: \d+: it may cost money: --paid sends it$", run.stdout, re.MULTILINE)
    assert re.search(r"^\d+ asked, 0 changed in shape, 0 written\.", run.stdout, re.MULTILINE)
    run = subprocess.run([*line, "--json", "--only", "nope"], cwd=ROOT, capture_output=True, text=True)
    assert run.returncode == 2
    assert json.loads(run.stdout)["ok"] is False
