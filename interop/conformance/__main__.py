"""Run the corpus against a program: `python -m interop.conformance [--suite NAME] -- PROGRAM ARGUMENTS`."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence

from .corpus import SUITES, Case, differences, load


def main() -> int:
    """Return 0 if the client conforms, 1 if it does not, 2 if it cannot be run."""
    parser = argparse.ArgumentParser(prog="python -m interop.conformance", description=__doc__)
    parser.add_argument("--suite", action="append", choices=SUITES, help="run this suite alone; may be repeated")
    parser.add_argument("program", nargs="+", help="the program to run, with its arguments, after --")
    options = parser.parse_args()
    cases = list(load(tuple(options.suite or SUITES)))
    passed: Counter[str] = Counter()
    skipped: dict[str, str] = {}
    failed = 0
    for case, problems in run(options.program, cases):
        if isinstance(problems, str):
            skipped[case.suite] = problems
            continue
        passed[case.suite] += not problems
        failed += bool(problems)
        for problem in problems:
            print(f"{case.suite} {case.name}: {problem}")
    for suite in options.suite or SUITES:
        total = sum(case.suite == suite for case in cases)
        print(f"{suite}: {passed[suite]}/{total}" + (f" skipped: {skipped[suite]}" if suite in skipped else ""))
    return 1 if failed else 0


def run(program: Sequence[str], cases: Sequence[Case]) -> Iterator[tuple[Case, list[str] | str]]:
    """Yield each case with the differences, or with the reason for which the client skips it."""
    with subprocess.Popen(
        program, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    ) as client:
        assert client.stdin is not None and client.stdout is not None  # noqa: PT018
        for number, case in enumerate(cases):
            client.stdin.write(json.dumps({"id": number, "suite": case.suite, "given": case.given}) + "\n")
            client.stdin.flush()
            line = client.stdout.readline()
            if not line:
                yield case, ["the program ended without an answer"]
                return
            answer = json.loads(line)
            if answer.get("id") != number:
                yield case, [f"the answer has the id {answer.get('id')!r}, not {number}"]
            elif "skipped" in answer:
                yield case, str(answer["skipped"])
            else:
                yield case, differences(case, answer.get("observed"))
        client.stdin.close()


if __name__ == "__main__":
    sys.exit(main())
