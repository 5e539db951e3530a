"""Coverage: each operation's page, place in the spec, recordings of each kind, and methods of both clients."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from ..diagnostics import Collector, Diagnostic, did_you_mean
from ..spec import Document, Operation
from ..spec.operations import FORM, TEXT, is_binary
from ..spec.pointer import join, mapping, sequence, string
from .divergences import REGISTER, cited_recordings
from .recordings import STREAM, Recording, load, result_kind, value_at, variant_of

# The kinds of exchange that need a recording of their own, in the order of the table.
KINDS = (STREAM, "multipart", "binary", "text", "task")
NAMES = {
    STREAM: "complete stream",
    "multipart": "success of a multipart request",
    "binary": "binary response",
    "text": "text response",
    "task": "completed task",
}
Recorded = dict[str, list[tuple[Recording, str]]]  # by operation: the recordings and the kind of result of each


class Row(NamedTuple):
    """One operation. `kinds` counts the recorded results of each kind it has; sync and async are methods."""

    id: str
    page: str | None
    title: str | None
    evidence: str
    spec: str
    served: bool
    successes: int
    failures: int
    kinds: dict[str, int]
    sync: str | None
    asynchronous: str | None

    @property
    def documented(self) -> bool:
        """True if a page describes it."""
        return self.title is not None

    def as_dict(self) -> dict[str, Any]:
        """The row for machines."""
        row = self._asdict()
        row["async"] = row.pop("asynchronous")
        row["page"] = self.page or self.title
        return {**row, "documented": self.documented, "covered": not self.missing()}

    def missing(self) -> list[str]:
        """The kinds of recording that are missing."""
        if not self.served:
            return []
        counts = {"success": self.successes, "failure": self.failures, **self.kinds}
        return [kind for kind, count in counts.items() if not count]


class Coverage(NamedTuple):
    """Every operation's row, a diagnostic for everything missing, and the numbers of exchanges."""

    rows: list[Row]
    diagnostics: list[Diagnostic]
    counts: dict[str, int]


def coverage(document: Document, directory: Path, surface: str | None = None) -> Coverage:
    """The coverage by the recordings in a directory, and by the client methods that `surface` (api.txt) lists."""
    collector = Collector(document)
    recorded = _recorded(document, directory, collector)
    methods = {line.partition("(")[0] for line in surface.splitlines()} if surface is not None else None
    rows: list[Row] = []
    for operation in document.operations:
        rows.append(_row(document, operation, recorded, methods))
        _report_missing(collector, operation, rows[-1], methods)
    counts = {
        "operations": len(rows),
        "successes": sum(row.successes for row in rows),
        "failures": sum(row.failures for row in rows),
        "not_served": sum(not row.served for row in rows),
    }
    return Coverage(rows, [*collector.diagnostics, *_missing_recordings(document, directory)], counts)


def _recorded(document: Document, directory: Path, collector: Collector) -> Recorded:
    """The recordings of every operation.

    Those of a variant are in a folder of its own, or else in that of its operation, where the fields of the request
    tell them from the others.
    """
    found = {operation.id: [*load(operation, directory, collector)] for operation in document.operations}
    for operation in document.operations:
        sharing = [one for one in document.operations if one.base is operation and not found[one.id]]
        for recording in found[operation.id] if sharing else ():
            if recording.sent and (variant := variant_of(document.tree, sharing, recording)):
                found[variant.id].append(recording)
    return {
        operation.id: [(one, result_kind(document.tree, operation, one)) for one in found[operation.id]]
        for operation in document.operations
    }


def _row(document: Document, operation: Operation, recorded: Recorded, methods: set[str] | None) -> Row:
    docs, own = mapping(operation.node.get("x-docs")), recorded[operation.id]
    successes = sum(bool(kind) for _, kind in own)
    sync, asynchronous = (_method(document.tree, operation, prefix, methods) for prefix in ("", "Async"))
    return Row(
        id=operation.id,
        page=docs.get("page"),
        title=docs.get("title"),
        evidence=string(docs.get("evidence")),
        spec=str(document.place(join(operation.pointer, "operationId"))),
        served="x-not-served" not in operation.node,
        successes=successes,
        failures=len(own) - successes,
        kinds=dict(_kinds(operation, recorded)),
        sync=sync,
        asynchronous=asynchronous,
    )


def _kinds(operation: Operation, recorded: Recorded) -> Iterator[tuple[str, int]]:
    """The number of recorded results of each kind that the operation has."""
    results = [(one, kind) for one, kind in recorded[operation.id] if kind]
    described = {one.media_type for one in operation.results}
    if "x-stream" in operation.node:
        yield STREAM, sum(kind == STREAM for _, kind in results)
    if operation.body and operation.body.media_type == FORM:
        yield "multipart", sum(one.is_multipart for one, _ in results)
    if any(map(is_binary, described)):
        yield "binary", sum(is_binary(kind) for _, kind in results)
    if TEXT in described:
        yield "text", sum(kind == TEXT for _, kind in results)
    if "x-task" in operation.node:
        yield "task", _completed(mapping(operation.node["x-task"]), recorded)


def _completed(task: dict[str, Any], recorded: Recorded) -> int:
    """The number of recorded tasks of this kind that have succeeded."""
    fetched = recorded.get(string(mapping(task.get("fetch")).get("operation")), [])
    done = sequence(mapping(task.get("states")).get("succeeded"))
    status = string(task.get("status"))
    states = [one.status if status == "http" else value_at(one.value, status) for one, kind in fetched if kind]
    return sum(state in done for state in states)


def _method(tree: dict[str, Any], operation: Operation, prefix: str, methods: set[str] | None) -> str | None:
    """The method of a client that calls the operation, if the client has it."""
    class_name = string(mapping(tree.get("x-client")).get("class"))
    method = f"{operation.client.get('resource')}.{operation.client.get('method')}"
    return method if methods and class_name and f"{prefix}{class_name}.{method}" in methods else None


def _report_missing(collector: Collector, operation: Operation, row: Row, methods: set[str] | None) -> None:
    pointer = join(operation.pointer, "operationId")
    for kind in row.missing():
        hint = f"run `python -m generator fixture {row.id}/CASE`, or explain in x-not-served why there is none"
        collector.add(pointer, f"{row.id} has no recorded {NAMES.get(kind, kind)}", hint, code="coverage")
    if methods is not None and "resource" in operation.client:
        missing = [kind for kind, method in (("sync", row.sync), ("async", row.asynchronous)) if method is None]
        if missing:
            message = f"no {' and no '.join(missing)} client has a method for {row.id}"
            hint = "run `make generate`; api.txt lists the methods"
            collector.add(join(operation.pointer, "x-client"), message, hint, code="coverage")


def _missing_recordings(document: Document, directory: Path) -> Iterator[Diagnostic]:
    """Recordings that divergences name and that do not exist."""
    register = document.sibling(REGISTER)
    for pointer, name in cited_recordings(register) if register else ():
        if register and not (directory / f"{name}.json").is_file():
            folder = (directory / name).parent
            known = [f"{folder.name}/{path.stem}" for path in folder.glob("*.json")]
            hint = did_you_mean(name, known, f"record it, or name one of {directory.as_posix()}")
            yield Diagnostic.at(register, pointer, f"there is no recording {name!r}", hint, code="coverage")
