"""Mutation test of the runtime (`make mutate-runtime`): change one expression of it, and see whether a test fails.

cosmic-ray makes the mutants. Each meets the tests that run its line, the fastest first; coverage knows them. Left out
are annotations, which nothing evaluates. build/mutate/survivors.txt lists what no test noticed.
"""

from __future__ import annotations

import argparse
import ast
import json
import os
import queue
import random
import shutil
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from difflib import unified_diff
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import coverage
from cosmic_ray import plugins
from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code

ROOT = Path(__file__).resolve().parents[2]
RUNTIME = ROOT / "generator" / "runtime"
BUILD = ROOT / "build" / "mutate"
COVERAGE, SECONDS = BUILD / "coverage", BUILD / "seconds.json"
PYTEST = ["-m", "pytest", "-q", "-p", "no:cacheprovider"]
GOAL = 0.9
_LONGEST = 20.0  # seconds of tests for one mutant, as they last alone
# Settings of speed and memory that no test can tell, and what only type checkers read.
_LEFT_OUT = ("__all__", "__slots__", "TypeVar", "lru_cache")


class Mutant(NamedTuple):
    """One change of one file of the runtime."""

    path: str
    line: int
    operator: str
    occurrence: int

    def code(self) -> str | None:
        """Return the code of the whole file, or None where cosmic-ray cannot make this change."""
        with suppress(AttributeError):  # it cannot replace a dotted name
            return mutate_code((ROOT / self.path).read_text(), plugins.get_operator(self.operator)(), self.occurrence)
        return None

    def diff(self) -> str:
        before = (ROOT / self.path).read_text().splitlines()
        lines = unified_diff(before, (self.code() or "").splitlines(), lineterm="", n=0)
        return "\n".join(line for line in lines if line[:1] in "+-" and line[:3] not in ("+++", "---"))


def measure() -> tuple[dict[tuple[str, int], list[str]], dict[str, float]]:
    """Return the tests of each line, and the seconds of each test; measured anew where the code or a test is newer."""
    sources = [*RUNTIME.rglob("*.py"), *(ROOT / "tests" / "runtime").rglob("*.py")]
    if not SECONDS.exists() or SECONDS.stat().st_mtime < max(path.stat().st_mtime for path in sources):
        print("Running the tests once, to see which of them run which line ...", flush=True)
        command = ["-m", "coverage", "run", f"--data-file={COVERAGE}", "--include=generator/runtime/*", *PYTEST]
        environment = {**os.environ, "TEST_SECONDS": str(SECONDS)}
        subprocess.run(
            [sys.executable, *command, "-p", "tests.mutate.contexts", "tests/runtime"],
            cwd=ROOT, env=environment, check=False, stdout=subprocess.DEVNULL,
        )  # fmt: skip
    data = coverage.CoverageData(str(COVERAGE))
    data.read()
    tests: dict[tuple[str, int], list[str]] = defaultdict(list)
    for file in data.measured_files():
        for line, contexts in data.contexts_by_lineno(file).items():
            tests[str(Path(file).relative_to(ROOT)), line] += filter(None, contexts)
    return tests, json.loads(SECONDS.read_text())


def mutants(path: Path) -> Iterator[Mutant]:
    """Iterate the mutants of a file."""
    source = path.read_text()
    nodes, ignored = [*ast_nodes(get_ast(source))], _ignored_lines(ast.parse(source))
    for name in plugins.operator_names():
        operator = plugins.get_operator(name)
        if operator.arguments():
            continue
        made = operator()
        places = [place for node in nodes for place in made.mutation_positions(node)]
        for occurrence, ((line, _), _) in enumerate(places):
            if line not in ignored and not any(word in source.splitlines()[line - 1] for word in _LEFT_OUT):
                yield Mutant(str(path.relative_to(ROOT)), line, name, occurrence)


def _ignored_lines(tree: ast.Module) -> set[int]:
    found: set[int] = set()
    for node in ast.walk(tree):
        ignored: list[ast.AST | None] = []
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            arguments = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
            ignored = [node.returns, *(argument.annotation for argument in arguments)]
        elif isinstance(node, ast.AnnAssign) and (node.value is None or isinstance(node.annotation, ast.BinOp)):
            ignored = [node.annotation]
        elif isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            ignored = [node]
        for part in ignored:
            if part is not None and hasattr(part, "lineno"):
                found.update(range(part.lineno, (part.end_lineno or part.lineno) + 1))
    return found


def _is_tested(path: Path) -> bool:
    # The commands of the client are tested in the rendered package, not where they are written.
    return path.relative_to(RUNTIME).parts[0] not in ("batch", "vendor")


def survives(mutant: Mutant, tests: list[str], seconds: dict[str, float], tree: Path) -> bool:
    """Return whether no test fails for a mutant."""
    chosen, total = list[str](), 0.0
    for test in sorted({*tests} & seconds.keys(), key=seconds.__getitem__):
        total += seconds[test]
        if total > _LONGEST and chosen:
            break
        chosen.append(test)
    if not chosen:
        return True
    target = tree / mutant.path
    names = tree / "chosen-tests.txt"
    names.write_text("\n".join(chosen))
    target.write_text(mutant.code() or "")
    try:
        done = subprocess.run(
            [sys.executable, *PYTEST, "-x", f"@{names}"],
            cwd=tree, env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}, capture_output=True, timeout=60 + 10 * total,
        )  # fmt: skip
        return done.returncode == 0
    except subprocess.TimeoutExpired:
        return False
    finally:
        shutil.copyfile(ROOT / mutant.path, target)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.mutate.runtime", description=__doc__)
    parser.add_argument("--only", metavar="PATH", default="", help="files whose path contains this")
    parser.add_argument("--sample", metavar="N", type=int, default=150, help="mutants, 0: all (default: 150)")
    parser.add_argument("--seed", metavar="N", type=int, default=0, help="another sample (default: 0)")
    options = parser.parse_args()
    BUILD.mkdir(parents=True, exist_ok=True)
    tests, seconds = measure()
    files = [path for path in sorted(RUNTIME.rglob("*.py")) if options.only in str(path) and _is_tested(path)]
    found = [mutant for path in files for mutant in mutants(path)]
    random.Random(options.seed).shuffle(found)
    chosen = [*islice((mutant for mutant in found if mutant.code() is not None), options.sample or None)]
    trees: queue.Queue[Path] = queue.Queue()
    for number in range(2):
        tree = BUILD / f"tree{number}"
        shutil.rmtree(tree, ignore_errors=True)
        shutil.copytree(
            ROOT, tree, ignore=shutil.ignore_patterns(".git", ".venv", "build", "__pycache__", ".hypothesis")
        )
        trees.put(tree)

    of_file: dict[str, list[str]] = defaultdict(list)
    for (file, _), names in tests.items():
        of_file[file] += names

    def play(mutant: Mutant) -> bool:
        tree = trees.get()
        try:
            # A line that runs at import belongs to no test: those of its file tell.
            return survives(mutant, tests.get((mutant.path, mutant.line)) or of_file[mutant.path], seconds, tree)
        finally:
            trees.put(tree)

    survivors: list[Mutant] = []
    with ThreadPoolExecutor(trees.qsize()) as pool:
        for number, (mutant, survived) in enumerate(zip(chosen, pool.map(play, chosen), strict=True), 1):
            if survived:
                survivors.append(mutant)
                print(f"{mutant.path}:{mutant.line} SURVIVED\n{mutant.diff()}", flush=True)
            if number % 10 == 0:
                print(f"{number} of {len(chosen)}", flush=True)
    listed = "\n\n".join(f"{m.path}:{m.line} {m.operator}\n{m.diff()}" for m in sorted(survivors))
    (BUILD / "survivors.txt").write_text(listed + "\n")
    killed = len(chosen) - len(survivors)
    print(f"{killed} of {len(chosen)} killed ({len(found)} there are): {100 * killed / max(len(chosen), 1):.1f} %")
    if killed < GOAL * len(chosen):
        sys.exit(f"Fewer than {GOAL:.0%}: write tests for the survivors, build/mutate/survivors.txt lists them.")


if __name__ == "__main__":
    main()
