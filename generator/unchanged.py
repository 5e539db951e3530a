"""Recognise a run of `generate` that would change nothing, before anything heavy is imported.

A run that succeeded leaves a record in the user's cache: its command line, the digests of every file that it read and
rendered, of the generator's own files, and the installed packages with their versions. The next run of the same command
compares them all; any difference, and any doubt, means that everything runs. `check` never looks here. The record is
not part of MANIFEST.json, which goes where the client goes: what a machine has installed says nothing about the client.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .diagnostics import Diagnostic

VERB = "generate"
FORMAT = 1
# Records of other commands that are kept, such as those of other checkouts.
KEPT = 64
PIECE = 2**20
# What stands for a digest where a path is a link to another one.
LINK = "-> "
_HERE = os.path.dirname(os.path.abspath(__file__))


def report(arguments: list[str], started: float) -> str | None:
    """The output of a run with these arguments if it would change nothing, None if it has to run."""
    if arguments[:1] != [VERB]:
        return None
    try:
        with open(_record(arguments), encoding="utf-8") as file:
            record: dict[str, Any] = json.load(file)
        if record["run"] != _run(arguments) or record["generator"] != _generator() or not _same(record):
            return None
        summary: dict[str, Any] = {**record["summary"], "written": 0, "unchanged": record["rendered"], "removed": 0}
        seconds = round(time.perf_counter() - started, 2)
        if "--json" in arguments:
            about: dict[str, Any] = {"seconds": seconds, "stages": {}, "diagnostics": record["diagnostics"]}
            return json.dumps({"ok": True, **summary, **about}, indent=2)
        lines = [f"{name:14} {value}" for name, value in record["summary"].items()]
        return "\n".join([*lines, f"{record['out']}: nothing has changed since it was rendered. {seconds} s"])
    except (OSError, ValueError, LookupError, TypeError):
        return None


class Record:
    """The record of one run of the command line."""

    def __init__(self, arguments: list[str]) -> None:
        self.arguments = arguments
        # Taken before the run: what is edited while it runs is a change.
        self.generator = _generator()

    def keep(
        self,
        inputs: list[tuple[str, str]],
        out: str,
        files: Mapping[str, str],
        summary: dict[str, Any],
        diagnostics: Iterable[Diagnostic] = (),
    ) -> None:
        """Keep the record of a run that succeeded: its inputs with their digests, and what it rendered and said."""
        rendered = {os.path.normpath(path): digest_of(text) for path, text in files.items()}
        record = {
            "run": _run(self.arguments),
            "generator": self.generator,
            "inputs": inputs,
            "out": out,
            "outputs": digests(out) | rendered,
            "rendered": len(rendered),
            "summary": summary,
            "diagnostics": [one.as_dict() for one in diagnostics],
        }
        path = _record(self.arguments)
        try:
            os.makedirs(os.path.dirname(path), exist_ok=True)
            _drop_old(os.path.dirname(path))
            temporary = f"{path}.{os.getpid()}"
            with open(temporary, "w", encoding="utf-8") as file:
                json.dump(record, file)
            os.replace(temporary, path)
        except OSError:  # a cache that cannot be written costs time and nothing else
            return


def digests(folder: str) -> dict[str, str]:
    """The digest of every file below a folder, without Python's caches."""
    found: dict[str, str] = {}
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for name in sorted(names):
            if not name.endswith(".pyc"):
                path = os.path.join(parent, name)
                found[os.path.relpath(path, folder)] = digest(path)
    return found


def digest(path: str) -> str:
    """The digest of a file, of the names in a folder, or "" for what is not there."""
    if os.path.isdir(path):
        return listing(os.listdir(path))
    try:
        with open(path, "rb") as file:
            return hashlib.sha256(file.read()).hexdigest()
    except FileNotFoundError:
        return ""


def encoded(text: str) -> Iterator[bytes]:
    """The bytes of a text, piece by piece: a large one is not in memory twice."""
    yield from (text[start : start + PIECE].encode() for start in range(0, len(text), PIECE))


def digest_of(text: str) -> str:
    """The digest of a file with this text."""
    found = hashlib.sha256()
    for piece in encoded(text):
        found.update(piece)
    return found.hexdigest()


def listing(names: list[str]) -> str:
    """The digest of the names in a folder."""
    return hashlib.sha256("\0".join(sorted(names)).encode("utf-8", "surrogateescape")).hexdigest()


def _same(record: dict[str, Any]) -> bool:
    return all(is_same(path, known) for path, known in record["inputs"]) and digests(record["out"]) == record["outputs"]


def is_same(path: str, known: str) -> bool:
    return os.path.realpath(path) == known[len(LINK) :] if known.startswith(LINK) else digest(path) == known


def _run(arguments: list[str]) -> list[Any]:
    return [FORMAT, os.getcwd(), *arguments]


def _generator() -> str:
    """The digest of the generator's files, and of the names and versions of all that is installed beside it."""
    tools = sorted({*_distributions(), f"{sys.version} {sys.executable}", _ruff()})
    return hashlib.sha256(json.dumps([digests(_HERE), tools]).encode()).hexdigest()


def _distributions() -> Iterator[str]:
    """`name-version.dist-info` of all that can be imported: to read more of them takes longer than a whole run may."""
    for folder in sys.path:
        if os.path.isdir(folder):
            yield from (name for name in os.listdir(folder) if name.endswith((".dist-info", ".egg-info")))


def _ruff() -> str:
    """The ruff that formats the client, which may be that of the system."""
    for folder in (os.path.dirname(sys.executable), *os.get_exec_path()):
        for name in ("ruff", "ruff.exe"):
            try:
                found = os.stat(os.path.join(folder, name))
            except OSError:
                continue
            return f"{folder} {found.st_size} {found.st_mtime_ns}"
    return ""


def _record(arguments: list[str]) -> str:
    key = hashlib.sha256(json.dumps(_run(arguments)).encode()).hexdigest()[:32]
    return os.path.join(_cache(), f"{key}.json")


def _cache() -> str:
    """The user's cache directory."""
    home = os.path.expanduser("~")
    usual = {
        "darwin": os.path.join(home, "Library", "Caches"),
        "win32": os.environ.get("LOCALAPPDATA", os.path.join(home, "AppData", "Local")),
    }.get(sys.platform, os.path.join(home, ".cache"))
    return os.path.join(os.environ.get("XDG_CACHE_HOME") or usual, "ezlink-generator")


def _drop_old(folder: str) -> None:
    """Drop the oldest records when there are many."""
    records = sorted((entry.stat().st_mtime, entry.path) for entry in os.scandir(folder) if entry.is_file())
    for _, path in records[: -KEPT + 1]:
        os.unlink(path)
