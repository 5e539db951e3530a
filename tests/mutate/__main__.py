"""Mutation test of the spec (`make mutate`): change one statement in a copy of it, and see whether anything fails.

A mutant is killed by the generator (it refuses the document), by `generator check`, or by a contract test. Left out are
those that no recording can show to be wrong: untestable.yaml lists them, and `not_shown` finds more.
"""

from __future__ import annotations

import argparse
import fnmatch
import multiprocessing
import os
import random
import re
import shutil
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

import pytest
import yaml

from generator.diagnostics import DiagnosticsError
from generator.evidence import registers
from generator.evidence.coverage import coverage
from generator.pipeline import build

from .mutants import SPEC, Mutant, load, mutants
from .progress import Progress

ROOT = SPEC.parent
BY_SPEC = ["tests/contract/test_claims.py", "tests/contract/test_spec.py", "tests/spec"]
BY_CLIENT = [
    *(f"tests/contract/test_{name}.py" for name in ("exchanges", "tasks", "files", "other_vendors")),
    "tests/runtime/test_parsing.py",  # of which there are no recordings
]
PYTEST = ["-x", "-q", "-p", "no:cacheprovider", "-k", "not async and not httpx2"]


class FirstFailure:
    """A pytest plugin that keeps the first failure."""

    name = ""

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self.name = self.name or (report.nodeid if report.failed else "")


def killer(mutant: Mutant | None) -> str:
    """The killer of a mutant, or an empty string. Without a mutant the spec is tested as it is.

    Runs in a process of its own, because the tests import the rendered client.
    """
    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, 1)
    os.dup2(null, 2)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        spec = shutil.copytree(SPEC, folder / "spec")
        for beside in ("README.md", "docs"):
            (folder / beside).symlink_to(ROOT / beside)
        if mutant:
            tree = _replaced(load(spec / mutant.file), mutant.place, mutant.node)
            (spec / mutant.file).write_text(yaml.dump(tree, allow_unicode=True, sort_keys=False, Dumper=_Dumper))
        return _refused(folder) or _failed(folder, BY_SPEC) or _failed(folder, BY_CLIENT)


class _Dumper(yaml.CSafeDumper):
    def ignore_aliases(self, data: object) -> bool:
        return True


def _replaced(tree: object, place: tuple[str | int, ...], new: object) -> object:
    if not place:
        return new
    inside = tree
    for key in place[:-1]:
        inside = inside[key]  # type: ignore[index]
    inside[place[-1]] = new  # type: ignore[index]
    return tree


def _refused(folder: Path) -> str:
    """Return the name of what refuses a spec, the generator or its check; render the client if none does."""
    try:
        document, client = build(folder / "spec/openapi.yaml")
    except DiagnosticsError:
        return "generator"
    for path, text in client.files.items():
        target = folder / "generated/ezlink" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    recorded = coverage(document, ROOT / "tests/fixtures", client.files["api.txt"])
    return "generator check" if recorded.diagnostics or [*registers(document)] else ""


def _failed(folder: Path, tests: list[str]) -> str:
    """The first test that fails for a spec and its client."""
    os.environ["SPEC_UNDER_TEST"] = str(folder / "spec")
    first = FirstFailure()
    code = pytest.main([*PYTEST, "-o", f"pythonpath={folder / 'generated'} .", *tests], [first])
    return first.name or (f"pytest: {code}" if code else "")


def not_shown() -> set[str]:
    """Return the claims that no recording shows: fields and words that no recorded request sends, statuses not met.

    A recording cannot show either that a request may not have a word, or null.
    """
    from tests.contract.claims import claimed, claimed_of_requests, shown

    statuses = {claim for claim in claimed() if claim.partition(" ")[2].isdecimal()}
    received = {re.split(r"[ .\[]", claim)[0] for claim in claimed() if not claim.endswith(" absent")}
    sent = {re.split(r"[ .\[]", claim)[0] for claim in claimed_of_requests()} - received
    additions = {f"{name} {kind}" for name in sent for kind in ("word added", "nullable +null")}
    never_sent = sent - {re.split(r"[ .\[]", claim)[0] for claim in shown()}
    return (statuses | claimed_of_requests() - claimed()) - shown() | additions | never_sent


def sample(only: str, size: int, seed: int) -> list[Mutant]:
    """A sample of each kind of mutant, the same for the same seed."""
    kinds: dict[str, list[Mutant]] = defaultdict(list)
    for mutant in mutants():
        kinds[mutant.kind].append(mutant)
    if only and only not in kinds:
        sys.exit(f"There is no kind {only!r}. The kinds are: {', '.join(kinds)}.")
    found = [kinds[kind] for kind in kinds if kind == only or not only]
    return [one for all in found for one in random.Random(seed).sample(all, min(size or len(all), len(all)))]


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.mutate", description=__doc__)
    parser.add_argument("--only", metavar="KIND", default="", help="one kind of mutation")
    parser.add_argument(
        "--sample", metavar="N", type=int, default=15, help="mutants of each kind, 0: all (default: 15)"
    )
    parser.add_argument("--seed", metavar="N", type=int, default=0, help="another sample (default: 0)")
    parser.add_argument("--verbose", action="store_true", help="show each mutant and what killed it")
    options = parser.parse_args()
    os.chdir(ROOT)
    patterns = [one for entry in load(Path(__file__).with_name("untestable.yaml")) for one in entry["mutants"]]
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])  # killed, survived, untestable
    with multiprocessing.get_context("fork").Pool(2, maxtasksperchild=1) as pool:
        unseen, failed = pool.apply(not_shown), pool.apply(killer, [None])
        if failed:
            sys.exit(f"The spec fails as it is: {failed}")
        testable: list[Mutant] = []
        for mutant in sample(options.only, options.sample, options.seed):
            name = f"{mutant.kind}: {mutant.name}"
            if mutant.claims & unseen or any(fnmatch.fnmatchcase(name, pattern) for pattern in patterns):
                counts[mutant.kind][2] += 1
            else:
                testable.append(mutant)
        progress = Progress(len(testable))
        for mutant, killed_by in zip(testable, pool.imap(killer, testable), strict=True):
            counts[mutant.kind][0 if killed_by else 1] += 1
            if options.verbose or not killed_by:
                print(f"{mutant.kind}: {mutant.name}  {killed_by or 'SURVIVED'}", flush=True)
            progress.note(killed=bool(killed_by))
    print(f"{'kind':<20}{'killed':>8}{'survived':>10}{'untestable':>12}")
    for kind, (killed, survived, untestable) in sorted(counts.items()):
        print(f"{kind:<20}{killed:>8}{survived:>10}{untestable:>12}")
    progress.summarize()
    if progress.killed < 0.95 * progress.done:
        sys.exit("Fewer than 95 in 100: write a test or a recording that shows the survivors to be wrong.")


if __name__ == "__main__":
    main()
