"""Recording anew: the same comes back, changes are shown, and no money, key or name goes where it should not."""

from __future__ import annotations

import json
import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator.cli_output.console import Console, Failure
from generator.mock_server import Fixture, MockServer, load, load_all
from generator.mock_server.replay.bodies import rebuild
from generator.mock_server.replay.fixtures import Chunk
from generator.recorder import RecordOptions, record, safe_operations
from generator.recorder.cases import find
from generator.recorder.raw_client import parse_service, send
from generator.recorder.redact import Redactor
from generator.recorder.serialize import describe, to_json

from .conftest import FIXTURES, Run, changed, timeless

ROOT = FIXTURES.parents[1]
OPERATIONS = sorted({path.parent.name for path in FIXTURES.glob("*/*.json")})
SECRET = "sk-live-4eC39HqLyjWDarjtT1zdp7dc"


def fixture(name: str) -> Fixture:
    return load(FIXTURES / f"{name}.json")


def saying(fixture: Fixture, old: str, new: str) -> Fixture:
    assert old.encode() in fixture.response.body
    return replace(fixture, response=fixture.response.replacing(old.encode(), new.encode()))


def server(changes: dict[str, Callable[[Fixture], Fixture]]) -> MockServer:
    """A server of all fixtures, some of them changed."""
    return MockServer([changes.get(one.name, lambda same: same)(one) for one in load_all(FIXTURES)])


def untimed(described: dict[str, Any]) -> list[dict[str, Any]]:
    return [{**chunk, "ms": 0} for chunk in described["body"].get("chunks", [])]


@pytest.mark.parametrize("operation", OPERATIONS)
def test_what_is_played_comes_back(gateway: MockServer, operation: str) -> None:
    service = parse_service(gateway.url)
    for case in find(FIXTURES, [f"{operation}/{path.stem}" for path in (FIXTURES / operation).glob("*.json")]):
        played = load(case.path)
        gateway.play(played)
        response = send(service, case.raw_request(service, "sk-KEY"), read_timeout=5)
        assert timeless(response) == timeless(played.response), case.name
        redacted = Redactor(SECRET, service).redact(response, to_json(case.recorded))
        assert (redacted.response, redacted.removed) == (response, ()), case.name
        before = case.recorded["response"]
        described = describe(redacted.response, streamed="chunks" in before["body"])["response"]
        assert untimed(described) == untimed(before)
        assert rebuild(described["body"], None, FIXTURES) == played.response.body
        sent = gateway.requests[-1]
        assert (sent.body, sent.header("host")) == (played.request.body, service.authority)
        assert sent.headers[1:] == played.request.headers[1:]  # all but Host


@pytest.mark.parametrize("operation", OPERATIONS)
def test_recorded_anew_from_the_mock_server(run: Run, operation: str, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    for name in (operation, "sources"):
        shutil.copytree(FIXTURES / name, copy / name)
    summary = run(fixtures=copy, paid=True, yes=True, all=True)
    assert "failure" not in summary
    assert summary["changed"] == {}
    assert summary["written"]
    for name in summary["written"]:
        before, after = fixture(name), load(copy / f"{name}.json")
        assert (after.arguments, after.about, after.request) == (before.arguments, before.about, before.request)
        assert (after.response.status, after.response.framing) == (before.response.status, before.response.framing)
    assert not list(copy.rglob("*.part"))


def test_files_are_formatted_as_they_are_written() -> None:
    for path in FIXTURES.glob("*/*.json"):
        text = path.read_text(encoding="utf-8")
        assert to_json(json.loads(text)) + "\n" == text, path


def test_a_changed_shape_is_shown_and_written_only_when_agreed(run: Run, directory: Path) -> None:
    before = {path: path.read_bytes() for path in directory.glob("*/*.json")}
    changes: dict[str, Callable[[Fixture], Fixture]] = {
        "listModels/all": lambda one: saying(one, '"object":"list"', '"object":7,"next_page":null'),
        "listModels/no-key": lambda one: changed(one, headers=(*one.response.headers, ("Retry-After", "3"))),
    }
    with server(changes) as other:
        summary = run("listModels", server=other)
        assert summary["changed"] == {
            "listModels/all": ["+ /next_page  null", "~ /object  string → number"],
            "listModels/no-key": ["+ header Retry-After  present"],
        }
        assert summary["failure"] == "2 recordings are to be written; nothing was"
        assert {path: path.read_bytes() for path in directory.glob("*/*.json")} == before
        assert run("listModels", server=other, yes=True)["written"] == ["listModels/all", "listModels/no-key"]
    assert {path.stem for path, data in before.items() if path.read_bytes() != data} == {"all", "no-key"}
    assert b'"next_page":null' in load(directory / "listModels" / "all.json").response.body


def test_other_values_are_not_another_shape(run: Run) -> None:
    with server({"listModels/all": lambda one: saying(one, "dall-e-2", "dall-e-9")}) as other:
        summary = run("listModels/all", server=other, yes=True)
    assert (summary["changed"], summary["written"]) == ({}, [])


def test_a_success_that_fails_now_is_held_back(run: Run) -> None:
    busy = replace(fixture("listModels/no-key").response, status=429)
    with server({"listModels/all": lambda one: replace(one, response=busy)}) as other:
        summary = run("listModels", server=other, yes=True)
        assert "~ status  200 → 429" in summary["changed"]["listModels/all"]
        assert summary["written"] == []
        assert run("listModels/all", server=other, yes=True)["written"] == ["listModels/all"]


def test_nothing_that_costs_is_sent_unasked(run: Run, gateway: MockServer, directory: Path) -> None:
    gateway.requests.clear()
    summary = run()
    assert (summary["paid"], summary["asked"]) == (0, len(gateway.requests))
    assert summary["skipped"]["createEmbedding/minimal"] == "it may cost money: --paid sends it"
    assert "createEmbedding/unknown-model" not in summary["skipped"]  # refused before any vendor is asked
    assert "createEmbedding/no-key" not in summary["skipped"]  # no key, no bill
    assert "createModeration/missing-model" in summary["skipped"]  # it has a default model
    posted = [one for one in gateway.requests if one.method == "POST" and one.header("authorization")]
    refused = [one.request for one in load_all(directory) if one.response.status >= 400]
    assert posted
    assert all(any(one.body == request.body for request in refused) for one in posted)


def test_an_unchanged_body_is_not_called_rewritten(run: Run, directory: Path) -> None:
    path = directory / "listModels" / "all.json"
    path.write_text(json.dumps({**json.loads(path.read_text("utf-8")), "rewritten": "names"}), "utf-8")
    run("listModels/all", yes=True, all=True)
    assert "rewritten" not in json.loads(path.read_text("utf-8"))


def test_what_is_paid_needs_a_yes_too(run: Run, gateway: MockServer) -> None:
    gateway.requests.clear()
    names = "createEmbedding/minimal", "listModels/all"
    summary = run(*names, paid=True)
    assert (summary["paid"], summary["asked"], summary["failure"]) == (1, 2, "nothing was sent")
    assert not gateway.requests
    assert "failure" not in run(*names, paid=True, yes=True)
    assert len(gateway.requests) == 2


def test_what_only_reads_is_free() -> None:
    (case,) = find(FIXTURES, ["createEmbedding/minimal"])
    assert case.may_cost(())
    assert not case.may_cost({"createEmbedding"})
    refused = {**case.recorded, "request": {**case.request, "key": "wrong"}}
    assert not case._replace(recorded=refused).may_cost(())
    operations = {"post": {"operationId": "a", "x-retry": "safe"}, "put": {"operationId": "b"}, "summary": "x"}
    assert safe_operations({"paths": {"/a": operations}}) == {"a"}


def test_only_keys_that_somebody_has_are_sent(run: Run, gateway: MockServer) -> None:
    gateway.requests.clear()
    summary = run("listModels")
    for case in ("key-banned", "key-disabled", "key-spent"):
        assert "good key" in summary["skipped"][f"listModels/{case}"]
    shown = {request.header("authorization") for request in gateway.requests}
    assert shown == {None, "Bearer sk-KEY", "Bearer sk-WRONG-KEY"}


def test_triggers_of_stand_ins_stay_on_this_machine() -> None:
    (case,) = find(FIXTURES, ["createChatCompletion/upstream-429"])
    assert case.unsendable(parse_service("http://127.0.0.1:8765")) is None
    assert case.unsendable(parse_service("http://[::1]:8765")) is None
    assert case.unsendable(parse_service("https://api.ours.net")) is not None


def test_no_secret_is_kept_or_printed(
    gateway: MockServer, directory: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    one = fixture("createModeration/minimal")
    leaking = saying(one, '"model"', f'"seen": "{SECRET}", "user": "jane.doe", "mail": "jane@ours.net", "model"')
    extra = ("Set-Cookie", "session=hunter2"), ("CF-Ray", "8f2-FRA"), ("Openai-Organization", "ours-inc")
    gateway.play(changed(leaking, headers=(*leaking.response.headers, *extra)))
    monkeypatch.setenv("EZLINK_API_KEY", SECRET)
    options = RecordOptions(gateway.url, directory, ("createModeration/minimal",), paid=True, yes=True)
    with Console("record") as console:
        record(options, console)
    assert gateway.requests[-1].header("authorization") == f"Bearer {SECRET}"
    text = (directory / "createModeration" / "minimal.json").read_text("utf-8") + "".join(capsys.readouterr())
    for word in (SECRET, SECRET[3:], "hunter2", "8f2-FRA", "jane", "ours"):
        assert word not in text
    assert '"rewritten"' in text
    assert "left out of the responses: header CF-Ray, header Set-Cookie" in text
    load(directory / "createModeration" / "minimal.json")  # length and hash fit


def test_the_key_in_a_binary_response_stops_it(run: Run, gateway: MockServer) -> None:
    gateway.play(changed(fixture("listModels/all"), chunks=(Chunk(0, b"\x00" + SECRET.encode()),)))
    summary = run("listModels/all", yes=True, key=SECRET)
    assert "holds the key" in summary["failure"]
    assert summary["written"] == []


def test_a_wrong_key_and_an_unreachable_service_are_reported(run: Run, gateway: MockServer, directory: Path) -> None:
    refused = f"{gateway.url} refuses the key in EZLINK_API_KEY (401)"
    assert run("listModels/all", key=SECRET)["failure"] == refused
    for key, failure in (("", "no key in EZLINK"), ("sk-\n1", "cannot be a header")):
        assert failure in run("listModels/all", key=key)["failure"]
    assert "failure" not in run("listModels/no-key", key="")
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    assert "cannot be reached: Connection refused" in run(base_url=f"http://127.0.0.1:{port}")["failure"]
    with pytest.raises(Failure, match="no recording is called 'x'"):
        find(directory, ["x"])


def test_what_was_recorded_before_a_failure_is_not_lost(run: Run, gateway: MockServer) -> None:
    gateway.play(saying(fixture("createEmbedding/minimal"), '"object"', '"kind"'), fixture("listModels/wrong-key"))
    summary = run("createEmbedding/minimal", "listModels/all", paid=True, yes=True)
    assert "refuses the key" in summary["failure"]
    assert summary["written"] == ["createEmbedding/minimal"]


def test_a_case_that_was_never_recorded(run: Run, directory: Path) -> None:
    models = directory / "listModels"
    recorded = json.loads((models / "all.json").read_text("utf-8"))
    new = {key: recorded[key] for key in ("operation", "era", "arguments", "request")}
    (models / "new.json").write_text(json.dumps({**new, "case": "new", "about": "one more"}), "utf-8")
    assert run("listModels", yes=True)["written"] == ["listModels/new"]
    made = load(models / "new.json")
    assert (made.about, made.arguments) == ("one more", {})
    assert timeless(made.response) == timeless(fixture("listModels/all").response)


def test_states_of_one_task_are_recorded_by_name_only(run: Run, directory: Path) -> None:
    models = directory / "listModels"
    other, recorded = (json.loads((models / f"{name}.json").read_text("utf-8")) for name in ("no-key", "all"))
    later = {**other, "request": recorded["request"], "case": "later"}
    (models / "later.json").write_text(json.dumps(later), "utf-8")
    assert {"listModels/all", "listModels/later"} <= run("listModels")["skipped"].keys()
    assert run("listModels/later")["changed"].keys() == {"listModels/later"}


def test_the_command(gateway: MockServer, directory: Path) -> None:
    command = [sys.executable, "-m", "generator", "record", "--base-url", gateway.url, "--fixtures", str(directory)]
    environment = {"EZLINK_API_KEY": "sk-KEY"}
    done = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    for line in (
        r"^\d+ requests to http://127.0.0.1:\d+, 0 of them paid\.$",
        r"^left out: \d+: it may cost money: --paid sends it$",
        r"^\d+ asked, 0 changed in shape, 0 written\.",
    ):
        assert re.search(line, done.stdout, re.MULTILINE)
    wrong = subprocess.run(
        [*command, "--json", "--only", "nope"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (wrong.returncode, json.loads(wrong.stdout)["ok"]) == (2, False)
