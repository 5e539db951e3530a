"""`python -m bench.reach FOLDER...`: what becomes of every OpenAPI document below some folders.

Each document is rendered in a process of its own with a limit of time; the client is compiled, imported and made, and
every result type of its operations is built. `--types` runs mypy and pyright strict over what was rendered, `--calls`
holds what every operation sends and reads to the document (`bench.oracle`). The table has a line for each document, the
first diagnostic of each that is refused, and how often each rule left something out.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import yaml

from generator.spec.operations import METHODS
from generator.spec.pointer import mapping

ROOT = Path(__file__).resolve().parent.parent
WORK = ROOT / "build" / "reach"
HEAD = b"openapi", b"swagger"
TOGETHER = 20  # clients in one run of a checker
# Lines of a checker that are about a rendered file.
COMPLAINT = re.compile(r"^\s*(\S+?\.py):\d+.*\berror\b")


@dataclass
class Outcome:
    """The outcome for one document."""

    document: str
    described: int = 0  # operations
    rendered: bool = False
    imports: bool = False
    operations: int = 0
    unsupported: int = 0
    seconds: float = 0.0
    types: dict[str, int] = field(default_factory=dict[str, int])  # complaints by checker
    called: int = 0  # operations that the oracle could call
    right: int = 0  # of which the request is right
    wrong: list[str] = field(default_factory=list[str])  # told by the oracle
    skipped: list[str] = field(default_factory=list[str])  # of the oracle
    code: str = ""  # the rule that refused it, or the stage that failed
    first: str = ""  # its first diagnostic
    left_out: dict[str, int] = field(default_factory=dict[str, int])  # diagnostics by rule


def documents(folders: list[Path]) -> Iterator[Path]:
    """The OpenAPI documents of some folders: files that name the version of OpenAPI near the start of a line."""
    for folder in folders:
        for path in sorted(folder.rglob("*")) if folder.is_dir() else [folder]:
            if path.suffix in (".yaml", ".yml", ".json") and path.is_file() and _names_version(path):
                yield path


def _names_version(path: Path) -> bool:
    text = path.read_bytes()
    return any(re.search(rb"""(?m)^\s*\{?\s*["']?%s["']?\s*:""" % word, text) for word in HEAD)


def reach(path: Path, place: Path, limit: float) -> Outcome:
    """Render one document, import the client and look at it."""
    outcome = Outcome(path.as_posix(), _described(path))
    command = ["generate", "--spec", str(path.resolve()), "--out", str(place), "--json"]
    done = _run(["-m", "generator", *command], ROOT, limit)
    if isinstance(done, str):
        outcome.code, outcome.first = "time", done
        return outcome
    try:
        told: dict[str, Any] = json.loads(done.stdout)
    except ValueError:
        outcome.code, outcome.first = "crash", _last(done.stderr)
        return outcome
    found = told["diagnostics"]
    outcome.left_out = dict(Counter(one.get("code") or "other" for one in found))
    if not told["ok"]:
        refused = next((one for one in found if one.get("severity", "error") == "error"), found[0])
        outcome.code = refused.get("code") or "read"
        outcome.first = f"{refused.get('file', '')}:{refused.get('line', '')}: {refused['message']}"
        return outcome
    outcome.rendered, outcome.seconds = True, told["seconds"]
    outcome.unsupported = told.get("unsupported", 0)
    probed = _run(["-m", "bench.reach_probe", str(place)], ROOT, limit)
    if isinstance(probed, str) or probed.returncode:
        outcome.code, outcome.first = "import", probed if isinstance(probed, str) else _last(probed.stderr)
        return outcome
    outcome.imports, outcome.operations = True, json.loads(probed.stdout)["operations"]
    return outcome


def _described(path: Path) -> int:
    """The operations that a document describes."""
    try:
        tree = yaml.load(path.read_bytes(), getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except (yaml.YAMLError, ValueError, RecursionError):
        return 0
    items = mapping(mapping(tree).get("paths")).values()
    return sum(method in METHODS for item in items for method in mapping(item))


def _run(arguments: list[str], directory: Path, limit: float) -> subprocess.CompletedProcess[str] | str:
    """Run Python; the text says why if it took too long."""
    try:
        return subprocess.run(
            [sys.executable, *arguments], cwd=directory, capture_output=True, text=True, timeout=limit, check=False
        )
    except subprocess.TimeoutExpired:
        return f"not done in {limit:.0f} s"


def _last(text: str) -> str:
    return next((line.strip() for line in reversed(text.splitlines()) if line.strip()), "no output")


def check_calls(path: Path, place: Path, outcome: Outcome, limit: float) -> None:
    """Have the oracle call every operation of a client."""
    done = _run(["-m", "bench.oracle", str(path.resolve()), str(place)], ROOT, limit)
    if isinstance(done, str) or done.returncode:
        outcome.wrong = [f"the oracle: {done if isinstance(done, str) else _last(done.stderr)}"]
        return
    told: dict[str, Any] = json.loads(done.stdout)
    outcome.called, outcome.right = told["called"], told["requests"]
    outcome.wrong, outcome.skipped = told["wrong"], told["skipped"]


def check_types(outcomes: dict[Path, Outcome], work: Path) -> None:
    """Count what mypy and pyright strict say about each client; the runtime is the same in all and left out."""
    names = [place.name for place, outcome in outcomes.items() if outcome.imports]
    (work / "pyrightconfig.json").write_text(json.dumps({"typeCheckingMode": "strict"}))
    mypy = ["-m", "mypy", "--strict", "--follow-imports=silent", "--no-error-summary", "--cache-dir=.mypy"]
    for start in range(0, len(names), TOGETHER):
        some = names[start : start + TOGETHER]
        packages = [word for name in some for word in ("-p", name)]
        files = [str(path) for name in some for path in (work / name).rglob("*.py") if "runtime" not in path.parts]
        pyright = ["-m", "pyright", "--pythonpath", sys.executable, *files]
        for checker, arguments in (("mypy", [*mypy, *packages]), ("pyright", pyright)):
            done = _run(arguments, work, 1800)
            told = done if isinstance(done, str) else done.stdout + done.stderr
            (work / f"{start:03}.{checker}.txt").write_text(told)
            found = [m[1] for line in told.splitlines() if (m := COMPLAINT.match(line)) and "runtime/" not in m[1]]
            wrong = Counter(next((part for part in Path(path).parts if part in some), "") for path in found)
            failed = isinstance(done, str) or done.returncode not in (0, 1)
            for name in some:
                outcomes[work / name].types[checker] = -1 if failed else wrong[name]


def table(outcomes: list[Outcome]) -> str:
    """The outcomes for people: a line each, then what stops most."""
    lines = [f"{'document':56} {'rendered':8} {'imports':7} {'operations':>10} {'calls':>9} {'types':>11}  refused"]
    for one in outcomes:
        counted = f"{one.operations}/{one.described}"
        types = " ".join(f"{name[0]}{count}" for name, count in one.types.items())
        calls = f"{one.right}/{one.called}" if one.called else ""
        flags = f"{_mark(one.rendered):8} {_mark(one.imports):7} {counted:>10} {calls:>9} {types:>11}"
        lines.append(f"{one.document[-56:]:56} {flags}  {f'{one.code}: {one.first}' if one.code else ''}".rstrip())
    sums = {
        "documents": len(outcomes),
        "rendered": sum(one.rendered for one in outcomes),
        "import": sum(one.imports for one in outcomes),
        "with operations": sum(one.imports and one.operations > 0 for one in outcomes),
        "with all operations": sum(one.imports and one.operations == one.described for one in outcomes),
        "type-check": sum(one.imports and bool(one.types) and not any(one.types.values()) for one in outcomes),
    }
    operations = sum(one.operations for one in outcomes), sum(one.described for one in outcomes)
    lines += ["", "  ".join(f"{name} {count}" for name, count in sums.items())]
    lines += [f"operations {operations[0]} of {operations[1]}"]
    if called := sum(one.called for one in outcomes):
        lines += [f"right requests {sum(one.right for one in outcomes)} of {called} that could be made", "", "wrong:"]
        lines += [f"  {Path(one.document).name}: {text}" for one in outcomes for text in one.wrong]
    lines += ["", "refused by:"]
    lines += [f"  {count:4} {code}" for code, count in Counter(one.code for one in outcomes if one.code).most_common()]
    lines += ["left out or told by (documents):"]
    told = Counter(code for one in outcomes for code in one.left_out)
    return "\n".join([*lines, *(f"  {count:4} {code}" for code, count in told.most_common())])


def _mark(good: bool) -> str:
    return "yes" if good else "-"


def main() -> None:
    """Measure every document, print the table and write build/reach.json."""
    parser = argparse.ArgumentParser(prog="python -m bench.reach", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER")
    parser.add_argument("--types", action="store_true", help="run mypy and pyright strict over each client")
    parser.add_argument("--calls", action="store_true", help="hold what each operation sends and reads to the document")
    parser.add_argument("--limit", type=float, default=120, metavar="SECONDS", help="for each document (120)")
    parser.add_argument("--work", type=Path, default=WORK, metavar="PATH", help="where clients are written")
    options = parser.parse_args()
    work = options.work.resolve()
    work.mkdir(parents=True, exist_ok=True)
    outcomes: dict[Path, Outcome] = {}
    for number, path in enumerate(documents(options.folders)):
        place = work / f"client_{number:03}"
        outcomes[place] = one = reach(path, place, options.limit)
        if options.calls and one.imports:
            check_calls(path, place, one, options.limit)
        print(f"{path}: {one.code or 'ok'} {one.first}", file=sys.stderr, flush=True)
    if options.types:
        check_types(outcomes, work)
    print(table(list(outcomes.values())))
    (work / "reach.json").write_text(json.dumps([asdict(one) for one in outcomes.values()], indent=1))


if __name__ == "__main__":
    os.environ.setdefault("PYTHONHASHSEED", "0")
    main()
