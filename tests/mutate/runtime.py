"""Mutation test of the runtime (`make mutate-runtime`): change one expression of it, and see whether a test fails.

cosmic-ray makes the mutants. Each meets tests that run its line; of a line that runs when its module is imported, those
of the whole file; where they take too long, the fastest of all and of each file. Left out are annotations, which
nothing evaluates; orders of words where the code asks whether they are equal; keywords that only guard what the code
itself does; and what equivalent.yaml lists: changes that no test can notice, each with its reason. What no test noticed
is listed in build/mutate/survivors.txt.
"""

from __future__ import annotations

import argparse
import ast
import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import suppress
from difflib import unified_diff
from functools import cache
from itertools import zip_longest
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from cosmic_ray import plugins
from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code

from .coverage_of_tests import ROOT, RUNTIME, Lines, measured
from .progress import Progress
from .trial import LATE, Trial, failures

BUILD = ROOT / "build" / "mutate"
SURVIVORS = BUILD / "survivors.txt"
GOAL = 0.9
_LONGEST = 30.0  # seconds of tests for one mutant, as they last alone
_PATIENCE = 120.0, 20.0  # the limit of a trial in seconds, and times its tests' own: other programs may be busy
_CONTROL = 3600.0
_ORDERS = re.compile(r"_(Eq|NotEq)_(Lt|LtE|Gt|GtE)$")
# Settings of speed and memory that no test can tell, and what only type checkers read.
_LEFT_OUT = ("__all__", "__slots__", "TypeVar", "@overload", "lru_cache")
# What holds these where no line of theirs runs, or in a process of its own.
_HOLDS = {
    "@public": "tests/package/test_public_names.py::test_classes_are_of_the_package[ezlink]",
    "frozen=True": "tests/runtime/test_calls.py",
}


@cache
def _code(path: str, _: int, operator: str, occurrence: int) -> str | None:
    with suppress(AttributeError, SyntaxError):  # it cannot replace a dotted name, and takes a `**` for an operator
        code: str = mutate_code((ROOT / path).read_text(), plugins.get_operator(operator)(), occurrence)
        ast.parse(code)
        return code
    return None


class Mutant(NamedTuple):
    """One change of one file of the runtime."""

    path: str
    line: int
    operator: str
    occurrence: int

    @property
    def room(self) -> str:
        """The package of the runtime that it is in."""
        return self.path.removeprefix("generator/runtime/").partition("/")[0]

    def code(self) -> str | None:
        """Return the code of the whole file, or None where cosmic-ray cannot make this change, or makes no code."""
        return _code(*self)

    def diff(self) -> str:
        """Return the changed lines, before and after."""
        before = (ROOT / self.path).read_text().splitlines()
        lines = unified_diff(before, (self.code() or "").splitlines(), lineterm="", n=0)
        return "\n".join(line for line in lines if line[:1] in "+-" and line[:3] not in ("+++", "---"))


def mutants(path: Path) -> Iterator[Mutant]:
    """Iterate the mutants of a file."""
    source = path.read_text()
    nodes, ignored, lines = [*ast_nodes(get_ast(source))], [*_ignored(ast.parse(source))], source.splitlines()
    for name in plugins.operator_names():
        operator = plugins.get_operator(name)
        if operator.arguments():
            continue
        made = operator()
        places = [place for node in nodes for place in made.mutation_positions(node)]
        for occurrence, (start, stop) in enumerate(places):
            if any(begin <= start < end for begin, end in ignored):
                continue
            line = lines[start[0] - 1]
            if any(word in line for word in _LEFT_OUT) or _is_idle(
                name, line[: start[1]], lines[stop[0] - 1][stop[1] :]
            ):
                continue
            yield Mutant(str(path.relative_to(ROOT)), start[0], name, occurrence)


def _is_idle(operator: str, before: str, behind: str) -> bool:
    """Return whether a change between these texts changes nothing that anybody relies on."""
    if _ORDERS.search(operator):
        return before.rstrip().endswith('"') or behind.lstrip().startswith('"')
    return operator.endswith("ReplaceTrueWithFalse") and before.endswith("strict=")


def _ignored(tree: ast.Module) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Iterate the places of annotations, of what makes parameters keyword-only (api.txt holds that), and of what only
    type checkers read, each from its start to its end.
    """
    for node in ast.walk(tree):
        parts: list[ast.expr | ast.stmt | None] = []
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            arguments = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
            parts = [node.returns, *(argument.annotation for argument in arguments)]
            if node.args.kwonlyargs and node.args.vararg is None:
                before = [*node.args.posonlyargs, *node.args.args, *node.args.defaults]
                start = max(((one.end_lineno or 0, one.end_col_offset or 0) for one in before), default=None)
                first = node.args.kwonlyargs[0]
                yield start or (node.lineno, node.col_offset), (first.lineno, first.col_offset)
        elif isinstance(node, ast.AnnAssign):
            parts = [node.annotation]
        elif isinstance(node, ast.ClassDef):
            parts = [keyword.value for keyword in node.keywords if keyword.arg == "kw_only"]
        elif isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            parts = [node]
        for part in parts:
            if part is not None:
                yield (part.lineno, part.col_offset), (part.end_lineno or 0, part.end_col_offset or 0)


def _is_tested(path: Path) -> bool:
    # These are tested in the rendered package, not where they are written.
    return path.relative_to(RUNTIME).parts[0] not in ("batch", "vendor", "testing")


class _Statements:
    """The lines of a module by their statements: coverage may know a statement of several lines by one of them."""

    def __init__(self, path: str) -> None:
        self.once: set[int] = set()
        """Lines that run with the module's import, or in a cached function: coverage counts them to the first test."""
        self._of_line: dict[int, range] = {}
        self._walk(ast.parse((ROOT / path).read_text()).body, inside=False)

    def lines(self, line: int) -> range:
        """Return the lines of the statement that this line belongs to."""
        return self._of_line.get(line, range(line, line + 1))

    def _walk(self, body: list[ast.stmt], *, inside: bool) -> None:
        for statement in body:
            parts = [getattr(statement, name, []) for name in ("body", "orelse", "handlers", "finalbody")]
            below: list[Any] = [*parts, *(case.body for case in getattr(statement, "cases", ()))]
            end = min((node.lineno for nodes in below for node in nodes), default=(statement.end_lineno or 0) + 1)
            above: list[ast.expr] = getattr(statement, "decorator_list", [])
            decorators = [ast.unparse(node) for node in above]
            lines = range(min([statement.lineno, *(node.lineno for node in above)]), max(end, statement.lineno + 1))
            self._of_line.update(dict.fromkeys(lines, lines))
            if not inside:
                self.once.update(lines)
            is_function = isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef))
            in_function = inside or (is_function and not any("cache" in one for one in decorators))
            for nodes in below:
                self._walk(nodes, inside=in_function)


def _trial(mutant: Mutant, lines: Lines, statements: _Statements) -> Trial:
    """The trial of a mutant; without tests where no test runs its line."""
    own = {test for line in statements.lines(mutant.line) for test in lines.of_line[mutant.path, line]}
    once = mutant.line in statements.once or (mutant.path, mutant.line) in lines.at_import
    others = {*lines.of_file[mutant.path]} - own if once else set[str]()
    text = (ROOT / mutant.path).read_text().splitlines()[mutant.line - 1]
    chosen, total = list[str](), 0.0
    for order, longest in ((_fastest, _LONGEST / 2), (_by_turns, _LONGEST)):
        for test in (*order(own, lines.seconds), *order(others, lines.seconds)):
            if test not in chosen and (total + lines.seconds[test] <= longest or not chosen):
                chosen.append(test)
                total += lines.seconds[test]
    chosen.sort(key=lines.seconds.__getitem__)
    chosen[:0] = [test for words, test in _HOLDS.items() if words in text]
    return Trial(mutant.path, mutant.code() or "", chosen, _PATIENCE[0] + _PATIENCE[1] * total, anew=once)


def _fastest(tests: set[str], seconds: dict[str, float]) -> list[str]:
    return sorted(tests, key=lambda test: (seconds[test], test))


def _by_turns(tests: set[str], seconds: dict[str, float]) -> Iterator[str]:
    """Iterate tests, the fastest of each file first, then the next of each: another file tests something else."""
    files: dict[str, list[str]] = defaultdict(list)
    for test in _fastest(tests, seconds):
        files[test.partition("::")[0]].append(test)
    yield from (test for turn in zip_longest(*files.values()) for test in turn if test is not None)


class _Equivalent:
    """The mutants listed in equivalent.yaml."""

    def __init__(self) -> None:
        entries = yaml.safe_load(Path(__file__).with_name("equivalent.yaml").read_text())
        self._operators = {one for entry in entries for one in entry.get("operators", ())}
        changes = [(entry.get("file"), change) for entry in entries for change in entry.get("changes", ())]
        self._changes = {(f"generator/runtime/{file}", _squeezed(change)) for file, change in changes}
        self._lines = {(f"generator/runtime/{one['file']}", line) for one in entries for line in one.get("lines", ())}

    def __contains__(self, mutant: Mutant) -> bool:
        line = (ROOT / mutant.path).read_text().splitlines()[mutant.line - 1].strip()
        if mutant.operator.rpartition("/")[2] in self._operators or (mutant.path, line) in self._lines:
            return True
        return (mutant.path, _squeezed(mutant.diff())) in self._changes


def _squeezed(diff: str) -> str:
    return " ".join(diff.split())


def _survivors() -> set[tuple[str, str, str]]:
    """The survivors of the last run, by file, operator and change."""
    blocks = SURVIVORS.read_text().split("\n\n") if SURVIVORS.exists() else []
    found = [re.match(r"(\S+):\d+ (\S+)\n(.*)", block, re.DOTALL) for block in blocks]
    return {(one[1], one[2], _squeezed(one[3])) for one in found if one is not None}


def sample(only: str, size: int, seed: int, again: bool) -> tuple[list[Mutant], int]:
    """A sample of the mutants, the same for the same seed, and how many there are."""
    files = [
        path for path in sorted(RUNTIME.rglob("*.py")) if only in str(path.relative_to(RUNTIME)) and _is_tested(path)
    ]
    found = [mutant for path in files for mutant in mutants(path)]
    if again:
        before = _survivors()
        names = {(path, operator) for path, operator, _ in before}
        found = [one for one in found if one[0:3:2] in names and (*one[0:3:2], _squeezed(one.diff())) in before]
    random.Random(seed).shuffle(found)
    chosen = list[Mutant]()
    for mutant in found:
        if len(chosen) == (size or len(found)):
            break
        if mutant.code() is not None:
            chosen.append(mutant)
    return chosen, len(found)


def _false_killers(killers: set[str], unloadable: set[str]) -> set[str]:
    """Return those among what killed that fail without a mutant too, and say so.

    A run of tests that ended with an exit code did so because one of these, `unloadable`, could not be loaded.
    """
    path = str((RUNTIME / "__init__.py").relative_to(ROOT))
    text, named, found = (ROOT / path).read_text(), {one for one in killers if "::" in one}, set[str]()

    def failed(*tests: str) -> str:
        return next(failures([Trial(path, text, [*tests], _CONTROL)], BUILD))[1]

    if unloadable and failed("--collect-only", *sorted(unloadable)):
        found = killers - named
    while named and (name := failed(*sorted(named))):
        found.add(name)
        named = named - found if name in named else set()
    if found:
        print(f"These fail without a mutant too, and do not count: {', '.join(sorted(found))}", flush=True)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.mutate.runtime", description=__doc__)
    parser.add_argument("--only", metavar="PATH", default="", help="files whose path in the runtime contains this")
    parser.add_argument("--sample", metavar="N", type=int, default=150, help="mutants, 0: all (default: 150)")
    parser.add_argument("--seed", metavar="N", type=int, default=0, help="another sample (default: 0)")
    parser.add_argument("--again", action="store_true", help="only those that survived the last run")
    options = parser.parse_args()
    BUILD.mkdir(parents=True, exist_ok=True)
    lines, equivalent = measured(BUILD), _Equivalent()
    chosen, all = sample(options.only, 0 if options.again else options.sample, options.seed, options.again)
    rooms: dict[str, Counter[str]] = defaultdict(Counter)  # killed, survived, equivalent
    tried = list[Mutant]()
    for mutant in chosen:
        if mutant in equivalent:
            rooms[mutant.room]["equivalent"] += 1
        else:
            tried.append(mutant)
    statements = {path: _Statements(path) for path in {one.path for one in tried}}
    survivors, progress = list[Mutant](), Progress(len(tried))
    trials, killers = (_trial(one, lines, statements[one.path]) for one in tried), dict[Mutant, str]()
    for number, killer in failures(trials, BUILD):
        if killer:
            killers[tried[number]] = killer
        else:
            print(f"{tried[number].path}:{tried[number].line} SURVIVED\n{tried[number].diff()}", flush=True)
        progress.note(killed=bool(killer))
    ended = [_trial(one, lines, statements[one.path]) for one, killer in killers.items() if "::" not in killer]
    false = _false_killers({*killers.values()}, {test for trial in ended for test in trial.tests})
    for mutant in tried:
        killed = killers.get(mutant, "") not in {"", *false}
        rooms[mutant.room]["killed" if killed else "survived"] += 1
        if not killed:
            survivors.append(mutant)
            progress.killed -= mutant in killers
    listed = "\n\n".join(f"{m.path}:{m.line} {m.operator}\n{m.diff()}" for m in sorted(survivors))
    SURVIVORS.write_text(listed + "\n")
    _report(rooms, all)
    print(f"{[*killers.values()].count(LATE)} of the killed ran for too long")
    progress.summarize()
    if progress.killed < GOAL * progress.done:
        sys.exit(f"Fewer than {GOAL:.0%}: write tests for the survivors, build/mutate/survivors.txt lists them.")


def _report(rooms: dict[str, Counter[str]], all: int) -> None:
    print(f"{'room':<14}{'killed':>8}{'survived':>10}{'equivalent':>12}{'score':>8}")
    for room, counts in sorted(rooms.items()):
        killed, survived = counts["killed"], counts["survived"]
        score = f"{killed / max(killed + survived, 1):.1%}"
        print(f"{room:<14}{killed:>8}{survived:>10}{counts['equivalent']:>12}{score:>8}")
    print(f"a sample of {sum(rooms.values(), Counter()).total()} of {all}")


if __name__ == "__main__":
    main()
