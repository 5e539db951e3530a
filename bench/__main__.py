"""`python -m bench`: every figure for us, for openai-python and for the bare transport, in one run, in turn.

The contenders run in an environment of their own, each measurement in a process of its own, all three after one another
in every round: on a machine whose speed drifts only the ratios within a round mean something.
"""

from __future__ import annotations

import json
import math
import os
import statistics
import subprocess
import sys
import venv
from collections.abc import Iterable
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

from rich.console import Console
from rich.table import Table

from generator.spec import read

from .synthetic import LARGE

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / "build"
ENVIRONMENT = BUILD / "bench-env"
REQUIREMENTS = ROOT / "requirements" / "bench.txt"
PYTHON = ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
SPEC = BUILD / "openapi.json"
CONTENDERS = ("ours", "peer", "limit")

# Where nobody looks (a pipe, a log) the table keeps its shape.
console = Console(width=None if sys.stdout.isatty() else 140)


class Figure(NamedTuple):
    """One row of the table: what is measured, in which unit, in how many rounds, and what it must reach."""

    name: str
    about: str
    unit: str
    goal: float | None
    """The most that ours may be of the peer's."""
    rounds: int = 5
    part: int = 0
    """Its place among the numbers of one measurement."""
    limit_goal: float | None = None
    """The most that ours may be of the limit."""
    paired: bool = False
    """Ours measures the limit too, in its own process and in turn, and returns both with their ratio: two processes
    differ by a few hundredths for no reason."""


FIGURES = {
    "first_answer": Figure("import", "import to the first answer, fresh process", "ms", 1 / 5),
    "sync": Figure("sync", "one request, one connection, CPU", "µs", 1 / 4),
    "retries": Figure(
        "retries", "a call without I/O, retries on; the limit: ours with max_retries=0", "µs", None, paired=True
    ),
    "hooks": Figure(
        "hooks",
        "the sync request with retries, three hooks, and a log below its level; the limit: ours with none of them",
        "µs",
        None,
        limit_goal=1.03,
        paired=True,
    ),
    "info_log": Figure(
        "logging",
        "the sync request with a line in a log; the limit: ours without, and one logger.info(...)",
        "µs",
        None,
        paired=True,
    ),
    "concurrent": Figure("async", "one request, 64 at a time, CPU", "µs", 1 / 12),
    "stream": Figure("stream", "one event of 20,000, one a chunk, CPU", "µs", 1 / 25),
    "stream_async": Figure("stream_async", "the same, async", "µs", 1 / 25, limit_goal=1.2),
    "stream_first": Figure("stream_first_event", "the first event after the request, wall", "ms", None, limit_goal=2),
    "streams": Figure("streams_failed", "1,000 streams opened at once over TLS, on one core: failed", "", None, 3, 0),
    "streams/block": Figure(
        "streams_block", "... longest block of the loop by opening them, wall (goal: 50)", "ms", None, 3, 1
    ),
    "streams/event": Figure("streams_event", "... p99 of an event, from its departure", "ms", None, 3, 2),
    "streams/memory": Figure("streams_memory", "... memory of a stream", "KiB", None, 3, 3),
    "batch": Figure("batch", "a call of a batch of 5,000 (BATCH=N), 100 at a time, CPU", "µs", 1 / 10, 3, 0),
    "batch/memory": Figure("batch_memory", "... memory that the batch takes", "MiB", None, 3, 1),
    "decode": Figure("decode", "a chat completion, bytes to object", "µs", 1 / 30, limit_goal=1.5),
    "embeddings_floats": Figure("embeddings_floats", "2048 x 1536 as JSON numbers", "ms", 1 / 30, 3),
    "embeddings_base64": Figure("embeddings_base64", "2048 x 1536 packed as base64", "ms", 1 / 4, 3),
    "generate": Figure("generate", "spec to client, cold, whole process", "s", 0.8, 3),
    "generate_again": Figure("generate_again", "... once more, where nothing has changed", "s", None, 3),
    "generate_large": Figure("generate_large", f"... of a synthetic document of {LARGE} operations", "s", None, 1),
}


def environment() -> None:
    """Make the environment that the contenders share, once."""
    stamp = ENVIRONMENT / "ready"
    if stamp.exists() and stamp.stat().st_mtime >= REQUIREMENTS.stat().st_mtime:
        return
    console.print("Making the environment of the peers (once) ...")
    venv.create(ENVIRONMENT, with_pip=True, clear=True)
    pip = [str(PYTHON), "-m", "pip", "--quiet", "--disable-pip-version-check", "install", "--require-hashes"]
    subprocess.run([*pip, "--requirement", str(REQUIREMENTS)], check=True)
    stamp.touch()


def run(*arguments: str) -> str:
    """Return the output of a program that a fresh Python runs in the peers' environment."""
    place = os.pathsep.join([str(ROOT), str(ROOT / "generated")])
    answer = subprocess.run(
        [str(PYTHON), *arguments],
        env={
            **os.environ,
            "PYTHONPATH": place,
            "PYTHONHASHSEED": "0",
            "PYTHONDONTWRITEBYTECODE": "",  # imports are measured as they are the second time
            "BENCH_GENERATOR": sys.executable,
            "BENCH_SPEC": str(SPEC),
        },
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return answer.stdout


def measure(contender: str, function: str, base: str) -> list[float]:
    """Run one measurement in a fresh process and return its numbers, mostly one."""
    numbers = json.loads(
        run("-c", f"import json; from bench.{contender} import {function} as run; print(json.dumps(run({base!r})))")
    )
    return numbers if isinstance(numbers, list) else [numbers]


def exchanges() -> dict[str, dict[str, int]]:
    """Return one line per client that summarizes how it handled the recorded exchanges."""
    counts: dict[str, dict[str, int]] = json.loads(run("-m", "bench.exchanges"))
    for who, seen in counts.items():
        told = ", ".join(f"{number} {name.replace('_', ' ')}" for name, number in seen.items())
        console.print(f"{who}: {told}")
    return counts


def compare(figures: list[str], base: str) -> dict[str, dict[str, Any]]:
    """The figures of one measurement: all three contenders in turn, round after round; medians, and the median of the
    ratios within a round.
    """
    function, rounds = figures[0].partition("/")[0], list[dict[str, list[float]]]()
    for _ in range(FIGURES[figures[0]].rounds):
        rounds.append(_round(function, base, FIGURES[figures[0]].paired))
    return {figure: _row(FIGURES[figure], rounds) for figure in figures}


def _round(function: str, base: str, paired: bool) -> dict[str, list[float]]:
    if not paired:
        return {who: measure(who, function, base) for who in CONTENDERS}
    ours, limit, to_limit = measure("ours", function, base)
    return {"ours": [ours], "peer": measure("peer", function, base), "limit": [limit], "to_limit": [to_limit]}


def _row(spec: Figure, rounds: list[dict[str, list[float]]]) -> dict[str, Any]:
    numbers = [{who: measured[spec.part] for who, measured in each.items()} for each in rounds]
    return {
        **{who: _median(each[who] for each in numbers) for who in CONTENDERS},
        "ratio": _median(_ratio(each["ours"], each["peer"]) for each in numbers),
        "to_limit": _median(each.get("to_limit") or _ratio(each["ours"], each["limit"]) for each in numbers),
        "unit": spec.unit,
    }


def _ratio(number: float, other: float) -> float:
    return number / other if other else math.nan


def _median(numbers: Iterable[float]) -> float | None:
    known = [number for number in numbers if not math.isnan(number)]
    return statistics.median(known) if known else None


def table(results: dict[str, dict[str, Any]]) -> Table:
    """The results as a person wants to see them."""
    view = Table(title="ezlink beside openai-python and the bare transport", title_justify="left")
    for name in ("figure", "what"):
        view.add_column(name)
    for name in ("ours", "peer", "ours/peer", "goal", "limit", "ours/limit", "goal"):
        view.add_column(name, justify="right")
    for figure, spec in FIGURES.items():
        if (row := results.get(figure)) is None:
            continue
        numbers = {who: "-" if row[who] is None else f"{row[who]:,.1f} {row['unit']}" for who in CONTENDERS}
        ratio = _coloured(row["ratio"], f"1/{1 / row['ratio']:.1f}" if row["ratio"] else "-", spec.goal)
        goal = f"1/{1 / spec.goal:.3g}" if spec.goal else "-"
        view.add_row(
            spec.name,
            spec.about,
            numbers["ours"],
            numbers["peer"],
            ratio,
            goal,
            numbers["limit"],
            _coloured(row["to_limit"], "-" if row["to_limit"] is None else f"{row['to_limit']:.2f}", spec.limit_goal),
            f"{spec.limit_goal:g}" if spec.limit_goal else "-",
        )
    return view


def _coloured(ratio: float | None, text: str, goal: float | None) -> str:
    return f"[{'green' if goal is None or (ratio is not None and ratio <= goal) else 'red'}]{text}"


def main(chosen: list[str]) -> int:
    """Measure the chosen figures (all without a choice), print the table, write build/bench.json."""
    by_name = {spec.name: figure for figure, spec in FIGURES.items()}
    if unknown := [name for name in chosen if name not in by_name]:
        console.print(f"No figure named {unknown[0]}. There are: {', '.join(by_name)}.")
        return 2
    BUILD.mkdir(exist_ok=True)
    environment()
    SPEC.write_text(json.dumps(read(ROOT / "spec" / "openapi.yaml").tree))
    server = subprocess.Popen(
        [sys.executable, "-m", "bench.server"], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert server.stdout is not None
    plain, tls = (
        f"{origin}:{server.stdout.readline().strip()}" for origin in ("http://127.0.0.1", "https://localhost")
    )
    results: dict[str, dict[str, Any]] = {}
    try:
        figures = [by_name[name] for name in chosen] or list(FIGURES)
        for function, group in groupby(figures, lambda figure: figure.partition("/")[0]):
            with console.status(FIGURES[function].about):
                results.update(compare([*group], tls if function == "streams" else plain))
    finally:
        server.kill()
    console.print(table(results))
    report: dict[str, Any] = {FIGURES[figure].name: row for figure, row in results.items()}
    if not chosen:
        report["exchanges"] = exchanges()
    (BUILD / "bench.json").write_text(json.dumps(report, indent=2) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
