"""`generate` where nothing changed: answered from the record of the last run, and run again after any change."""

from __future__ import annotations

import importlib
import json
import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import SimpleNamespace

import pytest

import generator.plan
import generator.render.render
import generator.spec
from generator import unchanged
from generator.spec import Document

SPEC = """
openapi: 3.1.0
info: {title: A, version: "1"}
paths:
  /a: {$ref: "families/a.yaml#/paths/~1a"}
"""
FAMILY = """
paths:
  /a:
    get: {operationId: getA, x-client: {resource: a, method: list}, responses: {"200": {description: ok}}}
"""
EXTENSIONS = "x-client: {type: object}"
MARK = "# Rendered by `make generate` from spec/openapi.yaml. Do not edit.\n"
ROOT = Path(__file__).parents[2]
NONE = SimpleNamespace(all=())  # no models
Run = Callable[..., str]


def planned(document: Document) -> SimpleNamespace:
    """Stands for a plan of the document."""
    return SimpleNamespace(endpoints=document.operations, diagnostics=document.diagnostics, models=NONE)


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run `python -m generator` with the arguments in a project of one operation, and return what it prints."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(sys, "platform", "linux")
    (tmp_path / "spec" / "families").mkdir(parents=True)
    (tmp_path / "spec" / "openapi.yaml").write_text(SPEC)
    (tmp_path / "spec" / "families" / "a.yaml").write_text(FAMILY)
    monkeypatch.setattr(generator.plan, "plan", planned)
    monkeypatch.setattr(generator.render.render, "render", lambda plan: {"__init__.py": MARK, "a/b.py": MARK})
    main = importlib.import_module("generator.__main__").main

    def invoke(*arguments: str) -> str:
        monkeypatch.setattr(sys, "argv", ["generator", *arguments])
        with suppress(SystemExit):
            main()
        said = capsys.readouterr()
        return said.out + said.err

    return invoke


def ran(output: str) -> bool:
    return "nothing has changed" not in output


def test_the_second_run_says_what_the_first_one_said(run: Run) -> None:
    first, second = run("generate"), run("generate")
    assert ran(first)
    assert not ran(second)
    lines = ["operations     1", "models         0", "files          2"]
    assert second.splitlines()[:3] == first.splitlines()[:3] == lines
    machine = [json.loads(run("generate", "--json")) for _ in range(2)]
    assert [list(one["stages"]) for one in machine] == [["read", "check", "plan", "render", "write"], []]
    for one in machine:
        del one["stages"], one["seconds"]
    assert machine[0] == machine[1]


CHANGES: dict[str, Callable[[Path], object]] = {
    "the document": lambda root: (root / "spec/openapi.yaml").write_text(SPEC + "# more"),
    "a file that it refers to": lambda root: (root / "spec/families/a.yaml").write_text(FAMILY + " # more"),
    "a file that nothing refers to": lambda root: (root / "spec/families/b.txt").write_text(""),
    "a file that was looked for": lambda root: (root / "spec/extensions.yaml").write_text(EXTENSIONS),
    "the target of a link": lambda root: _move_behind_link(root / "spec", "elsewhere"),
    "a rendered file": lambda root: (root / "generated/ezlink/a/b.py").write_text("x = 1"),
    "a rendered file that is gone": lambda root: (root / "generated/ezlink/a/b.py").unlink(),
    "a file beside the rendered ones": lambda root: (root / "generated/ezlink/c.py").write_text(MARK),
}


def _move_behind_link(spec: Path, name: str) -> None:
    spec.rename(spec.with_name(name))
    spec.symlink_to(spec.with_name(name))


@pytest.mark.parametrize("change", CHANGES)
def test_any_change_of_a_file_runs(run: Run, tmp_path: Path, change: str) -> None:
    run("generate")
    assert not ran(run("generate"))
    CHANGES[change](tmp_path)
    assert ran(run("generate"))
    assert not ran(run("generate"))


def test_another_option_directory_or_generator_runs(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("generate")
    assert ran(run("generate", "--out", "other"))
    assert ran(run("generate", "--out", "generated/ezlink"))
    monkeypatch.setattr(sys, "version", "3.99")
    assert ran(run("generate"))
    assert not ran(run("generate"))
    (tmp_path / "tool-2.dist-info").mkdir()
    monkeypatch.syspath_prepend(str(tmp_path))
    assert ran(run("generate"))
    (tmp_path / "source.py").write_text("")
    monkeypatch.setattr(unchanged, "_HERE", str(tmp_path))
    assert ran(run("generate"))


def test_a_link_that_leads_elsewhere_is_a_change(run: Run, tmp_path: Path) -> None:
    spec, link = tmp_path / "spec", tmp_path / "spec" / "link.yaml"
    for name in ("one.yaml", "two.yaml"):
        (spec / name).write_text(FAMILY)
    link.symlink_to("one.yaml")
    (spec / "openapi.yaml").write_text(SPEC.replace("families/a.yaml", "link.yaml"))
    read = generator.spec.read(spec / "openapi.yaml").inputs()
    assert all(unchanged.is_same(path, known) for path, known in read)
    link.unlink()
    link.symlink_to("two.yaml")
    assert [path for path, known in read if not unchanged.is_same(path, known)] == [str(link)]


def test_a_file_that_was_missing_is_a_change(run: Run, tmp_path: Path) -> None:
    lost = tmp_path / "spec" / "lost.yaml"
    (tmp_path / "spec" / "openapi.yaml").write_text(SPEC.replace("families/a.yaml", "lost.yaml"))
    read = generator.spec.read(tmp_path / "spec" / "openapi.yaml").inputs()
    assert all(unchanged.is_same(path, known) for path, known in read)
    lost.write_text(FAMILY)
    assert [path for path, known in read if not unchanged.is_same(path, known)] == [str(lost)]


def test_a_record_that_cannot_be_read_or_written_is_none(run: Run, tmp_path: Path) -> None:
    run("generate")
    (record,) = (tmp_path / "cache" / "ezlink-generator").iterdir()
    for broken in ("", "[]", "{}", '{"run": 1}'):
        record.write_text(broken)
        assert ran(run("generate"))
        assert not ran(run("generate"))
    record.unlink()
    record.parent.rmdir()
    record.parent.write_text("in the way")
    assert ran(run("generate"))
    assert ran(run("generate"))


def test_old_records_are_dropped(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "cache" / "ezlink-generator"
    folder.mkdir(parents=True)
    for number in range(unchanged.KEPT + 5):
        (folder / f"{number}.json").write_text("")
        os.utime(folder / f"{number}.json", (number, number))
    run("generate")
    kept = {path.name for path in folder.iterdir()}
    assert len(kept) == unchanged.KEPT
    assert "0.json" not in kept
    assert not ran(run("generate"))


def test_a_run_with_problems_is_not_remembered(run: Run, tmp_path: Path) -> None:
    (tmp_path / "spec" / "families" / "a.yaml").write_text("paths: {/a: {get: [nothing]}}")
    assert "nothing was written" in run("generate")
    assert not (tmp_path / "cache").exists()


def test_nothing_heavy_is_imported_to_find_out() -> None:
    code = "import sys; import generator.__main__; print(*sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-S", "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    heavy = {"typer", "click", "yaml", "pathlib", "re", "subprocess", "typing_extensions", "importlib.metadata"}
    assert heavy & {*done.stdout.split()} <= {"re"}
