"""Mutation test of the spec (`make mutate`): change one statement in a copy of it, and see whether anything fails.

A mutant is killed by the generator (it refuses the document), by the coverage of `generator check`, or by a contract
test. untestable.yaml lists those that no recording can show to be wrong.
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
import time
from collections import defaultdict
from pathlib import Path

import pytest
import yaml

from generator.diagnostics import DiagnosticsError
from generator.evidence import registers
from generator.evidence.coverage import coverage
from generator.pipeline import build

from .mutants import SPEC, Mutant, load, mutants

ROOT = SPEC.parent
BY_SPEC = ["tests/contract/test_claims.py", "tests/contract/test_spec.py", "tests/spec"]
BY_CLIENT = [f"tests/contract/test_{name}.py" for name in ("exchanges", "tasks", "files", "other_vendors")]

_UNCHANGED = Mutant("unchanged", "openapi.yaml", (), "", lambda tree: None)
_chosen = [_UNCHANGED]  # shared with the processes that are forked: a mutant cannot be pickled


class FirstFailure:
    """A pytest plugin that keeps the first failure."""

    name = ""

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self.name = self.name or (report.nodeid if report.failed else "")

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        self.name = self.name or (f"{report.nodeid} (collection)" if report.failed else "")


def run(index: int) -> tuple[str, float]:
    """The killer of a mutant, or an empty string, and the seconds that it took. Runs in a process of its own."""
    started, null = time.monotonic(), os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, 1)
    os.dup2(null, 2)
    with tempfile.TemporaryDirectory() as folder:
        return _killer(_chosen[index], Path(folder)), time.monotonic() - started


def _killer(mutant: Mutant, folder: Path) -> str:
    spec = shutil.copytree(SPEC, folder / "spec")
    for name in ("README.md", "docs"):
        (folder / name).symlink_to(ROOT / name)
    tree = node = load(spec / mutant.file)
    for key in mutant.place:
        node = node[key]
    mutant.change(node)
    (spec / mutant.file).write_text(yaml.dump(tree, allow_unicode=True, sort_keys=False, Dumper=yaml.CSafeDumper))
    try:
        built = build(spec / "openapi.yaml")
    except DiagnosticsError:
        return "generator"
    recorded = coverage(built.document, ROOT / "tests/fixtures", built.files["api.txt"])
    if recorded.diagnostics or [*registers(built.document)]:
        return "generator check"
    for path, text in built.files.items():
        target = folder / "generated/ezlink" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    os.environ["SPEC_UNDER_TEST"] = str(spec)
    options = ["-x", "-q", "-p", "no:cacheprovider", "-k", "not async and not httpx2"]
    for tests in (BY_SPEC, BY_CLIENT):
        first = FirstFailure()
        code = pytest.main([*options, "-o", f"pythonpath={folder / 'generated'} .", *tests], [first])
        if first.name or code:
            return first.name or f"pytest: {code}"
    return ""


def untestable() -> list[str]:
    """Patterns of the mutants that no recording can show to be wrong."""
    return [pattern for entry in load(Path(__file__).with_name("untestable.yaml")) for pattern in entry["mutants"]]


def not_shown() -> set[str]:
    """What no recording shows: fields and words that no recorded request sends, and statuses that were not met.

    A recording cannot show either that a request may not have a word, or null.
    """
    from tests.contract.claims import claimed, claimed_of_requests, shown

    statuses = {claim for claim in claimed() if claim.partition(" ")[2].isdecimal()}
    received = {re.split(r"[ .\[]", claim)[0] for claim in claimed() if not claim.endswith(" absent")}
    sent = {re.split(r"[ .\[]", claim)[0] for claim in claimed_of_requests()} - received
    additions = {f"{name} {kind}" for name in sent for kind in ("word added", "nullable +null")}
    return (statuses | claimed_of_requests() - claimed()) - shown() | additions


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
    parser.add_argument("--jobs", metavar="N", type=int, default=2, help="processes (default: 2)")
    parser.add_argument("--verbose", action="store_true", help="show each mutant and what killed it")
    options = parser.parse_args()
    os.chdir(ROOT)
    context = multiprocessing.get_context("fork")
    with context.Pool(1) as pool:  # not in this process, from which all others are forked
        unseen = pool.apply(not_shown)
    patterns, left_out = untestable(), defaultdict[str, int](int)
    for mutant in sample(options.only, options.sample, options.seed):
        is_listed = any(fnmatch.fnmatchcase(f"{mutant.kind}: {mutant.name}", pattern) for pattern in patterns)
        if is_listed or mutant.claims & unseen:
            left_out[mutant.kind] += 1
        else:
            _chosen.append(mutant)
    killed: dict[str, list[bool]] = defaultdict(list)
    with context.Pool(options.jobs, maxtasksperchild=1) as pool:
        for mutant, (killer, seconds) in zip(_chosen, pool.imap(run, range(len(_chosen))), strict=True):
            if mutant is _UNCHANGED:
                if killer:
                    sys.exit(f"The spec as it stands fails: {killer}")
                continue
            killed[mutant.kind].append(bool(killer))
            if options.verbose or not killer:
                print(f"{seconds:5.1f} s  {mutant.kind}: {mutant.name}  {killer or 'SURVIVED'}", flush=True)
    report(killed, left_out)


def report(killed: dict[str, list[bool]], left_out: dict[str, int]) -> None:
    """Print a table of killed and surviving mutants; fails if fewer than 95 in 100 were killed."""
    print(f"{'kind':<20}{'killed':>8}{'survived':>10}{'untestable':>12}")
    for kind in sorted({*killed, *left_out}):
        results = killed.get(kind, [])
        print(f"{kind:<20}{sum(results):>8}{len(results) - sum(results):>10}{left_out.get(kind, 0):>12}")
    results = [one for kind in killed.values() for one in kind]
    share = 100 * sum(results) / max(len(results), 1)
    print(f"{sum(results)} of {len(results)} killed: {share:.1f} %")
    if share < 95:
        sys.exit("Fewer than 95 in 100: write a test or a recording that shows the survivors to be wrong.")


if __name__ == "__main__":
    main()
