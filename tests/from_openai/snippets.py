"""Programs for the OpenAI SDK, run with it or with ezlink: `python -m tests.from_openai.snippets openai|ezlink`."""

from __future__ import annotations

import ast
import contextlib
import io
import json
import os
import shutil
import sys
import tempfile
import warnings
from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any
from unittest import mock

import yaml

from generator.mock_server import Fixture, MockServer, load_all
from generator.spec import read

ROOT = Path(__file__).resolve().parents[2]
SNIPPETS = sorted((ROOT / "examples" / "from_openai").glob("*.py"))
FIXTURES = ROOT / "tests" / "fixtures"
PRINTED = Path(__file__).parent / "printed.json"
DIFFERENT = Path(__file__).parent / "different.yaml"


def printed() -> dict[str, str]:
    """Return the output of each snippet with the OpenAI SDK, as `make from-openai` recorded it."""
    recorded: dict[str, str] = json.loads(PRINTED.read_text(encoding="utf-8"))
    return recorded


def different() -> dict[str, str]:
    """The snippets that print something else with ezlink, each with what to write instead."""
    listed: dict[str, str] = yaml.safe_load(DIFFERENT.read_text(encoding="utf-8"))
    return listed


def migration() -> dict[str, Any]:
    """Return the specification's entries for names of the OpenAI SDK."""
    found: dict[str, Any] = read(ROOT / "spec" / "openapi.yaml").tree["x-client"]["migration"]
    return found


def with_our_imports(source: str, table: Mapping[str, Any]) -> str:
    """The program with other import lines, and nothing else changed."""
    lines = source.splitlines(keepends=True)
    for node in reversed(ast.parse(source).body):
        if isinstance(node, (ast.Import, ast.ImportFrom)) and (changed := "".join(_imports(node, table))):
            lines[node.lineno - 1 : node.end_lineno] = [changed]
    return "".join(lines)


def _imports(node: ast.Import | ast.ImportFrom, table: Mapping[str, Any]) -> Iterator[str]:
    """The lines in place of an import of the OpenAI SDK; none for any other import."""
    theirs, modules = str(table["package"]), table["modules"]
    if isinstance(node, ast.Import):
        yield from (f"import {modules[one.name][0]} as {one.name}\n" for one in node.names if one.name == theirs)
        return
    module = str(node.module)
    if module != theirs and not module.startswith(f"{theirs}."):
        return
    while module not in modules:
        module = module.rpartition(".")[0]
    for alias in node.names:
        ours = table["names"].get(alias.name, alias.name)
        known = (one for one in modules[module] if ours in import_module(one).__all__)
        yield f"from {next(known, modules[module][0])} import {ours} as {alias.asname or alias.name}\n"


def run_all(*, ours: bool) -> dict[str, str]:
    """Run every snippet and return its output, by name."""
    table, start = migration(), Path.cwd()
    package = import_module(table["modules"][table["package"]][0] if ours else table["package"])
    with (
        MockServer(_of_today()) as server,
        tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as directory,
        mock.patch.dict(vars(package)),  # some set attributes of the module
    ):
        for source in (FIXTURES / "sources").iterdir():
            shutil.copy(source, directory)
        os.chdir(directory)
        try:
            return {path.stem: _run(_text(path, table, ours=ours), str(path), server.url) for path in SNIPPETS}
        finally:
            os.chdir(start)


def _of_today() -> list[Fixture]:
    """Keep the latest recording of each case."""
    fixtures = load_all(FIXTURES)
    latest = {(one.operation, one.case) for one in fixtures if one.era == "head"}
    return [one for one in fixtures if one.era == "head" or (one.operation, one.case) not in latest]


def _text(path: Path, table: Mapping[str, Any], *, ours: bool) -> str:
    source = path.read_text(encoding="utf-8")
    return with_our_imports(source, table) if ours else source


def _run(source: str, name: str, url: str) -> str:
    """Run a program in this process and return what it printed, with the exception that ended it."""
    output, settings = io.StringIO(), {"NO_PROXY": "127.0.0.1", "no_proxy": "127.0.0.1"}
    for vendor in ("OPENAI", "EZLINK"):
        settings |= {f"{vendor}_API_KEY": "sk-KEY", f"{vendor}_BASE_URL": f"{url}/v1"}
    with mock.patch.dict(os.environ, settings), contextlib.redirect_stdout(output), warnings.catch_warnings():
        try:
            exec(compile(source, name, "exec"), {"__name__": "__main__"})
        except Exception as error:
            print(f"{type(error).__name__}: {error}")
    return output.getvalue()


if __name__ == "__main__":
    json.dump(run_all(ours=sys.argv[1] == "ezlink"), sys.stdout)
