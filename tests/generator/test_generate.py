"""The plain command line of `generate`, which is read without typer, means the same as typer reads."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from weakref import ReferenceType, ref

import pytest
from typer.testing import CliRunner

import generator.cli
import generator.generate
import generator.plan
import generator.render.render
from generator.generate import Options, plain_options, run, run_plain
from generator.plan import Plan, plan
from generator.spec import Document

ROOT = Path(__file__).parents[2]
PLAIN = (
    "",
    "--spec a.yaml",
    "--out=generated/x --package p",
    "--package= --config=c.yaml",
    "--limit bytes=1 --limit=values=2",
    "--dry-run --json --strict",
    "--json --spec a --json --spec b",
)
LEFT_TO_TYPER = (
    "--help",
    "--spec",
    "--spec --json",
    "--spec -x",
    "--strict=yes",
    "--sp a",
    "--dry_run",
    "-x",
    "--",
    "a",
    "--=a",
)


@pytest.mark.skipif(os.name == "nt", reason="typer reads every command line there")
@pytest.mark.parametrize("line", PLAIN)
def test_a_plain_command_line_means_what_typer_reads(line: str, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[Options] = []
    monkeypatch.setattr(generator.cli, "render", lambda options, _: read.append(options))
    assert CliRunner().invoke(generator.cli.app, ["generate", *line.split()]).exit_code == 0
    assert read == [plain_options(line.split())]


@pytest.mark.parametrize("line", LEFT_TO_TYPER)
def test_any_other_command_line_is_left_to_typer(line: str) -> None:
    assert plain_options(line.split()) is None


def test_a_plain_command_line_is_run_without_typer() -> None:
    code = "import sys, generator.__main__ as it\ntry: it.main()\nfinally: print('typer' in sys.modules)"
    command = [sys.executable, "-c", code, "generate", "--spec", "nowhere.yaml"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.strip()) == (2, str(os.name == "nt"))
    assert done.stderr.startswith("--spec nowhere.yaml: no such file\n")


@pytest.mark.parametrize(("error", "code"), [(KeyboardInterrupt(), 130), (BrokenPipeError(), 1)])
def test_a_run_that_is_stopped_ends_without_a_traceback(
    error: BaseException, code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object) -> None:
        raise error

    monkeypatch.setattr(generator.generate, "run", stop)
    monkeypatch.setattr(os, "dup2", lambda *_: None)
    with pytest.raises(SystemExit) as ended:
        run_plain(Options(), ["generate"])
    assert ended.value.code == code


def test_a_document_leaves_its_memory_to_rendering(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[ReferenceType[Document]] = []
    left: list[Document | None] = []

    def planned(document: Document) -> Plan:
        read.append(ref(document))
        return plan(document)

    def rendered(_: Plan) -> dict[str, str]:
        left.append(read[0]())
        return {}

    monkeypatch.setattr(generator.plan, "plan", planned)
    monkeypatch.setattr(generator.render.render, "render", rendered)
    (tmp_path / "a.yaml").write_text("openapi: 3.1.0\ninfo: {title: A, version: '1'}\npaths: {}\n")
    run(Options(spec=tmp_path / "a.yaml", out=tmp_path / "a"))
    assert left == [None]
