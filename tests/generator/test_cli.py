"""The command line: what it prints, and what it answers with."""

from __future__ import annotations

import json
import os
import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable
from importlib.metadata import packages_distributions
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import jinja2
import pytest
from typer.testing import CliRunner, Result

import generator.plan
import generator.render.render
from generator.cli import app
from generator.cli_output.console import Console
from generator.diagnostics import DiagnosticsError
from generator.pipeline import build
from generator.render.errors import diagnostic_of
from generator.spec import Document

ROOT = Path(__file__).parents[2]
SPEC = """
openapi: 3.1.0
info: {title: A, version: "1"}
paths:
  /a:
    get: {operationId: getA, responses: {"200": {description: ok}}}
"""
ANSWER = "content: {application/json: {schema: {type: object, properties: {a: {type: string}}}}}"
MARK = "# Rendered by `make generate` from spec/openapi.yaml. Do not edit.\n"
RENDERED = {"__init__.py": MARK, "models/a.py": "\nclass A: ...\n"}
NONE = SimpleNamespace(all=())  # no models
Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command in a project of one operation; what is planned and rendered is given, not made."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "spec").mkdir()
    (tmp_path / "spec" / "openapi.yaml").write_text(SPEC)
    for status in (200, 404):
        path = tmp_path / "tests" / "fixtures" / "getA" / f"{status}.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps({"response": {"status": status, "body": {}}}))

    def planned(document: Document) -> SimpleNamespace:
        return SimpleNamespace(endpoints=document.operations, diagnostics=document.diagnostics, models=NONE)

    monkeypatch.setattr(generator.plan, "plan", planned)
    monkeypatch.setattr(generator.render.render, "render", lambda plan: dict(RENDERED))

    def invoke(*arguments: str) -> Result:
        return CliRunner().invoke(app, arguments)

    return invoke


def python(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run Python in the project's directory."""
    command, settings = [sys.executable, *arguments], {**os.environ, **environment}
    return subprocess.run(command, cwd=ROOT, env=settings, capture_output=True, text=True, check=False)


def test_generate_writes_and_sums_up(run: Run, tmp_path: Path) -> None:
    result = run("generate")
    assert result.exit_code == 0, result.output
    assert "2 files written, 0 unchanged, 0 removed." in result.stdout
    assert "operations     1" in result.stdout
    assert (tmp_path / "generated/ezlink/models/a.py").read_text() == RENDERED["models/a.py"]
    assert "0 files written, 2 unchanged" in run("generate").stdout


def test_generate_for_machines(run: Run) -> None:
    summary = json.loads(run("generate", "--json", "--out", "other").stdout)
    seconds, stages = summary.pop("seconds"), summary.pop("stages")
    counts = {"operations": 1, "models": 1, "files": 2, "written": 2, "unchanged": 0, "removed": 0}
    assert summary == {"ok": True, **counts, "diagnostics": []}
    assert list(stages) == ["read", "check", "plan", "render", "write"]
    assert sum(stages.values()) <= seconds + 0.1


def test_coverage_is_a_table_for_people_and_one_object_for_machines(run: Run, tmp_path: Path) -> None:
    result = run("coverage")
    assert result.exit_code == 0, result.output
    assert result.stdout.startswith("operation  page          spec")
    assert re.search(r"^getA +undocumented +spec/openapi.yaml:6 +1 +1 ", result.stdout, re.MULTILINE)
    assert "recordings     1 operations, 1 successes, 1 failures, 0 not_served" in result.stdout
    assert "Every operation is covered." in result.stdout
    (tmp_path / "spec" / "documentation.yaml").write_text("entries: [{title: 甲, page: null, covers: [getA]}]\n")
    told = json.loads(run("coverage", "--json").stdout)
    assert told["pages"] == [
        {"id": "甲", "title": "甲", "covered": True, "by": ["getA"], "guide": None, "reason": None},
    ]
    assert [(row["id"], row["page"], row["successes"], row["covered"]) for row in told["operations"]] == [
        ("getA", None, 1, True),
    ]


def test_what_is_not_recorded_is_told_by_coverage_and_check(run: Run, tmp_path: Path) -> None:
    run("generate")
    (tmp_path / "tests" / "fixtures" / "getA" / "404.json").unlink()
    result = run("coverage")
    assert result.exit_code == 1
    assert result.stdout.startswith("operation")
    assert "getA has no recorded failure" in result.stderr
    told, summary = json.loads(run("coverage", "--json").stdout), json.loads(run("check", "--json").stdout)
    assert (told["ok"], len(told["diagnostics"]), told["operations"][0]["covered"]) == (False, 1, False)
    assert summary["ok"] is False
    assert summary["fixtures"] == {"operations": 1, "successes": 1, "failures": 0, "not_served": 0}
    assert [one["message"] for one in summary["diagnostics"]] == ["getA has no recorded failure"]


def test_check_tells_of_drift_and_generate_mends_it(run: Run, tmp_path: Path) -> None:
    result = run("check")
    assert result.exit_code == 1
    assert "generated/ezlink: is missing" in result.stderr
    assert "run `generate` again" in result.stderr
    assert result.stderr.endswith("1 problem found\n")
    assert run("generate").exit_code == 0
    result = run("check")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "fixtures       1 operations, 1 successes, 1 failures, 0 not_served" in result.stdout
    assert "documentation  0 pages" in result.stdout


def test_check_reads_the_accepted_changes(run: Run, tmp_path: Path) -> None:
    run("generate")
    (tmp_path / "spec" / "accepted-changes.yaml").write_text(
        "accepted: [{id: method-remove, reason: It never worked.}]\n"
    )
    result = run("check")
    assert result.exit_code == 1
    assert "spec/accepted-changes.yaml:1:12: 'method-remove' is no id of a rule" in result.stderr


@pytest.mark.parametrize("verb", ["generate", "check"])
def test_a_wrong_spec_writes_nothing(run: Run, tmp_path: Path, verb: str) -> None:
    run("generate")
    before = {path: path.read_bytes() for path in tmp_path.rglob("generated/**/*.py")}
    (tmp_path / "spec/extensions.yaml").write_text("{}\n")  # its own spec: a reference that leads nowhere is an error
    (tmp_path / "spec/openapi.yaml").write_text(SPEC + "  /b: {$ref: nowhere.yaml}\n")
    result = run(verb)
    assert result.exit_code == 1
    assert result.stdout == ""
    assert "spec/openapi.yaml:7:14: $ref 'nowhere.yaml'" in result.stderr
    assert "1 problem found" in result.stderr
    machine = json.loads(run(verb, "--json").stdout)
    assert machine["diagnostics"][0]["file"] == "spec/openapi.yaml"
    assert {path: path.read_bytes() for path in before} == before


@pytest.mark.parametrize("name", ["$(shell date).yaml", "two words.yaml", "-f.yaml", "a;b.yaml", "`b`.yaml", "b#.yaml"])
def test_a_document_whose_name_is_no_word_for_make_starts_no_project(run: Run, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(SPEC)
    result = run("init", "--package", "shop", "--", name, "shop")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"{name!r} cannot be the name of a document\n   hint: call it openapi.yaml")
    assert not (tmp_path / "shop").exists()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["generate", "--spec", "none.yaml"], "--spec none.yaml: no such file"),
        (["generate", "--spec", "spec"], "--spec spec/openapi.yaml"),
        (["check", "--spec", "none.yaml"], "no such file"),
        (["generate", "--out", "spec/openapi.yaml"], "spec/openapi.yaml is not a directory"),
        (["generate", "--out", "spec/openapi.yaml/x"], "spec/openapi.yaml is not a directory"),
        (["generate", "--colour"], "--colour"),
        (["generat"], "generat"),
        (["serve", "--fixtures", "none"], "none is not a directory of fixtures"),
        (["serve", "--port", "99999"], "65535"),
        (["serve", "--port", "http"], "--port"),
    ],
)
def test_wrong_usage_is_exit_code_2(run: Run, arguments: list[str], message: str) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert message in result.stderr
    assert "Traceback" not in result.stderr


def test_wrong_usage_for_machines(run: Run) -> None:
    result = run("check", "--spec", "none.yaml", "--json")
    assert result.exit_code == 2
    assert json.loads(result.stdout)["diagnostics"][0]["hint"]


def test_a_directory_that_cannot_be_written_is_told(run: Run, tmp_path: Path) -> None:
    blocked = tmp_path / "generated" / "ezlink"
    blocked.mkdir(parents=True)
    (blocked / "models").write_text("mine\n")
    result = run("generate")
    assert result.exit_code == 1
    assert "models: is in the way of a rendered file" in result.stderr


def test_what_keeps_the_mock_server_from_starting_is_told_with_a_hint(run: Run) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        result = run("serve", "--port", port, "--fixtures", str(ROOT / "tests" / "fixtures"))
    assert result.exit_code == 1
    assert f"Port {port} is in use: python -m generator serve --port 0" in result.stderr
    result = run("serve", "--host", "no-such-host.invalid", "--fixtures", str(ROOT / "tests" / "fixtures"))
    assert result.exit_code == 1
    assert "set --host" in result.stderr
    result = run("serve")
    assert result.exit_code == 1
    assert result.stderr.startswith("tests/fixtures/getA/200.json: ")
    assert "hint: " in result.stderr


def test_the_demo_shows_the_client_at_work() -> None:
    # A terminal that has no pictures among its letters.
    shown = python("-m", "generator", "demo", PYTHONIOENCODING="ascii")
    assert shown.returncode == 0
    # How tasks get on is told beside the output, a line at each look where nobody can see a bar.
    assert all(line.startswith("task ") for line in shown.stderr.splitlines()), shown.stderr
    assert "NotFoundError" in shown.stdout


@pytest.mark.parametrize(
    ("name", "imports"),
    [("demo", "generator.cli, generator.mock_server"), ("bench", "bench.exchanges, generator.mock_server")],
)
def test_an_environment_has_what_its_program_imports(name: str, imports: str) -> None:
    locked = set(re.findall(r"(?m)^([\w-]+)==", (ROOT / "requirements" / f"{name}.txt").read_text()))
    owners = {
        name: {re.sub(r"[-_.]+", "-", one.lower()) for one in all} for name, all in packages_distributions().items()
    }
    missing = [name for name, all in owners.items() if name not in {"generator", "ezlink"} and not locked & all]
    program = f"import sys; sys.modules.update(dict.fromkeys({missing})); import {imports}"
    assert python("-c", program).stderr == ""


def test_the_demo_needs_a_key_for_the_real_service(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("EZLINK_API_KEY", raising=False)
    result = run("demo", "--live")
    assert result.exit_code == 2
    assert "EZLINK_API_KEY" in result.stderr


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("http://127.0.0.1:9", "APIConnectionError: no connection to http://127.0.0.1:9"),
        ("127.0.0.1:9", "ConfigurationError: EZLINK_BASE_URL: "),
    ],
)
def test_the_demo_tells_what_is_in_the_way(url: str, says: str) -> None:
    settings = {"EZLINK_API_KEY": "sk-KEY", "EZLINK_BASE_URL": url, "NO_PROXY": "127.0.0.1"}
    told = python("-m", "generator", "demo", "--live", **settings)
    assert told.returncode == 1
    assert told.stderr.startswith(says)
    assert "\n   hint: " in told.stderr


def test_a_python_without_the_libraries_is_told_where_they_are() -> None:
    told = python("-S", "-m", "generator", "check")  # -S: Python without what is installed into it
    assert told.returncode == 2
    assert re.fullmatch(r"this Python \(.+\) has no \w+\n   hint: `make environment` .+\n", told.stderr), told.stderr


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["-f", str(ROOT / "Makefile"), "demo"], f"run make in the project's directory: make -C {ROOT} demo"),
        (["-C", str(ROOT), "demo", "DEMO=Live"], "DEMO=Live is unknown"),
    ],
)
@pytest.mark.skipif(shutil.which("make") is None, reason="there is no make here")
def test_make_tells_what_it_was_asked_wrongly(options: list[str], says: str, tmp_path: Path) -> None:
    told = subprocess.run(["make", *options], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert told.returncode == 2
    assert says in told.stderr


TEMPLATES = {
    "undefined.jinja": "one\n{% for x in [1] %}\n  {{ plan.nothing.at_all }}\n{% endfor %}\n",
    "syntax.jinja": "one\n{% if x %}\n{{ y\n",
    "absent.jinja": "{% include 'nowhere.jinja' %}\n",
    "inner.jinja": "one\n{% include 'undefined.jinja' %}\n",
    "filter.jinja": "one\ntwo\n{{ x|nofilter }}\n",
    "division.jinja": "one\n{{ x / 0 }}\n",
}


@pytest.mark.parametrize(
    ("name", "place", "what"),
    [
        ("undefined", "undefined.jinja:3:3", "template: 'dict object' has no attribute 'nothing'"),
        ("inner", "undefined.jinja:3:3", "template: 'dict object' has no attribute 'nothing'"),
        ("syntax", "syntax.jinja:3:1", "template: unexpected end of template"),
        ("filter", "filter.jinja:3:1", "template: No filter named 'nofilter'"),
        ("division", "division.jinja:2:1", "template: ZeroDivisionError: division by zero"),
        ("absent", "nowhere.jinja", "there is no such template"),
    ],
)
def test_a_templates_mistake_is_told_at_its_line(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, place: str, what: str
) -> None:
    templates = tmp_path / "templates"
    templates.mkdir()
    for file, text in TEMPLATES.items():
        (templates / file).write_text(text)
    environment = jinja2.Environment(loader=jinja2.FileSystemLoader(templates), undefined=jinja2.StrictUndefined)

    def render(plan: Any) -> dict[str, str]:
        return {"a.py": environment.get_template(f"{name}.jinja").render(plan={}, x=1)}

    monkeypatch.setattr(generator.render.render, "render", render)
    result = run("generate")
    assert result.exit_code == 1
    assert result.stderr.startswith(f"generator/render/templates/{place}: {what}")
    assert not (tmp_path / "generated").exists()


@pytest.mark.parametrize(
    ("file", "text", "what"),
    [
        ("client.jinja", b"def (:\n", "ruff rejects the rendered code: client.py:8:5: invalid-syntax: "),
        ("client.jinja", b"x = nowhere\n", "ruff rejects the rendered code: client.py:6:5: F821 Undefined name"),
        ("client.jinja", b"\xff", "client.jinja is not UTF-8"),
        ("package.jinja", b"def (:\n", "ruff rejects the rendered code: __init__.py:1:5: invalid-syntax: "),
        ("models.jinja", b"x: nowhere\n", "ruff rejects the rendered code: models/api.py:6:4: F821 Undefined name"),
    ],
)
def test_a_template_that_prints_what_cannot_be_used_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, file: str, text: bytes, what: str
) -> None:
    templates = shutil.copytree(generator.render.render.TEMPLATES, tmp_path / "templates")
    (templates / file).write_bytes(text)
    monkeypatch.setattr(generator.render.render, "TEMPLATES", templates)
    spec = tmp_path / "openapi.yaml"
    spec.write_text(SPEC.replace("description: ok", f"description: ok, {ANSWER}"))
    with pytest.raises(DiagnosticsError) as raised:
        build(spec, Console("generate", machine=True))
    assert str(raised.value).startswith(f"generator/render/templates: template: {what}")


@pytest.mark.parametrize(("error", "hint"), [(FileNotFoundError, "make environment"), (OSError, "free space")])
def test_a_machine_that_cannot_format_is_told(
    run: Run, monkeypatch: pytest.MonkeyPatch, error: type[OSError], hint: str
) -> None:
    def render(plan: Any) -> dict[str, str]:
        raise error(28, "No space left on device", "/tmp/x")

    monkeypatch.setattr(generator.render.render, "render", render)
    result = run("generate")
    assert result.exit_code == 1
    assert result.stderr.startswith("/tmp/x: cannot be written or run: No space left on device")
    assert hint in result.stderr


def test_what_is_no_templates_mistake_is_not_dressed_up_as_one(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert diagnostic_of(KeyError("x")) is None
    monkeypatch.setattr(generator.render.render, "render", lambda plan: {}["x"])
    assert isinstance(run("generate").exception, KeyError)
