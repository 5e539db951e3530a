"""How far the API is covered: each function by a page, a place in the spec, recordings of each kind, both clients."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

from ..diagnostics import Collector, Diagnostic, did_you_mean
from ..spec import Document
from ..spec.pointer import join, mapping, sequence, string
from ..spec.responses import FORM, TEXT, body_of, is_binary, results_of
from ..spec.walk import Operation
from .divergences import REGISTER, entries, recordings
from .recordings import STREAM, Recording, form_of, recordings_of, value_at

# The kinds of exchange that need a recording of their own, in the order of the table.
KINDS = (STREAM, "multipart", "binary", "text", "task")


class Row(NamedTuple):
    """One function. `kinds` counts the recorded results of each kind that it has; sync and async are methods."""

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
        """Whether the documentation has it."""
        return self.title is not None

    def as_dict(self) -> dict[str, Any]:
        """The row as machines read it."""
        row = self._asdict()
        row["async"] = row.pop("asynchronous")
        row["page"] = self.page or self.title
        return {**row, "documented": self.documented, "covered": not self.missing()}

    def missing(self) -> list[str]:
        """The kinds of recording that are not there and should be."""
        if not self.served:
            return []
        counts = {"success": self.successes, "failure": self.failures, **self.kinds}
        return [kind for kind, count in counts.items() if not count]


class Coverage(NamedTuple):
    """Every function's row, what is missing, and how many exchanges there are of each kind."""

    rows: list[Row]
    problems: list[Diagnostic]
    counts: dict[str, int]


def coverage(document: Document, directory: Path, surface: str | None = None) -> Coverage:
    """How far the recordings below the directory, and the clients of which `surface` (api.txt) tells, cover the API."""
    problems = Collector(document)
    found = [*recordings_of(document.tree, directory, problems)]
    forms = {
        operation.id: [(one, form_of(document.tree, operation, one)) for one in exchanges]
        for operation, exchanges in found
    }
    names = {line.partition("(")[0] for line in surface.splitlines()} if surface is not None else None
    rows: list[Row] = []
    for operation, _ in found:
        row = _row(document, operation, forms, names)
        rows.append(row)
        _told(problems, operation, row, directory.as_posix(), names)
    problems.problems += _cited(document, directory)
    return Coverage(rows, problems.problems, _counts(rows))


def _row(
    document: Document,
    operation: Operation,
    forms: dict[str, list[tuple[Recording, str]]],
    names: set[str] | None,
) -> Row:
    docs = mapping(operation.node.get("x-docs"))
    recorded = forms[operation.id]
    successes = sum(bool(form) for _, form in recorded)
    sync, asynchronous = (_method(document.tree, operation, prefix, names) for prefix in ("", "Async"))
    return Row(
        id=operation.id,
        page=docs.get("page"),
        title=docs.get("title"),
        evidence=string(docs.get("evidence")),
        spec=str(document.place(join(operation.pointer, "operationId"))),
        served="x-not-served" not in operation.node,
        successes=successes,
        failures=len(recorded) - successes,
        kinds=_kinds(document.tree, operation, forms),
        sync=sync,
        asynchronous=asynchronous,
    )


def _kinds(tree: dict[str, Any], operation: Operation, forms: dict[str, list[tuple[Recording, str]]]) -> dict[str, int]:
    """How many results of each kind are recorded, of the kinds that the operation has."""
    results = [(one, form) for one, form in forms[operation.id] if form]
    described = {one.media for one in results_of(tree, operation)}
    counts: dict[str, int] = {}
    if "x-stream" in operation.node:
        counts[STREAM] = sum(form == STREAM for _, form in results)
    if body_of(tree, operation)[0] == FORM:
        counts["multipart"] = sum(one.is_form for one, _ in results)
    if any(map(is_binary, described)):
        counts["binary"] = sum(is_binary(form) for _, form in results)
    if TEXT in described:
        counts["text"] = sum(form == TEXT for _, form in results)
    if "x-task" in operation.node:
        counts["task"] = _finished(mapping(operation.node["x-task"]), forms)
    return counts


def _finished(task: dict[str, Any], forms: dict[str, list[tuple[Recording, str]]]) -> int:
    """How many tasks of this kind were recorded that have succeeded."""
    fetched = forms.get(string(mapping(task.get("fetch")).get("operation")), [])
    done = sequence(mapping(task.get("states")).get("succeeded"))
    status = string(task.get("status"))
    return sum(
        bool(form) and (one.status in done if status == "http" else value_at(one.value, status) in done)
        for one, form in fetched
    )


def _method(tree: dict[str, Any], operation: Operation, prefix: str, names: set[str] | None) -> str | None:
    """The method of a client that calls the operation, if the client has it."""
    client = string(mapping(tree.get("x-client")).get("class"))
    method = f"{operation.client.get('resource')}.{operation.client.get('method')}"
    if names is None or not client or "resource" not in operation.client:
        return None
    return method if f"{prefix}{client}.{method}" in names else None


def _told(problems: Collector, operation: Operation, row: Row, directory: str, names: set[str] | None) -> None:
    """What is missing of a row, as problems."""
    pointer = join(operation.pointer, "operationId")
    for kind in row.missing():
        where = f"{directory}/{row.id}"
        cure = f"record one into {where}/, or say why there is none: x-not-served: {{evidence: …}}"
        problems.add(pointer, f"{row.id} has no recorded {_WORDS.get(kind, kind)}", cure)
    if names is not None and "resource" in operation.client:
        lacking = [kind for kind, method in (("sync", row.sync), ("async", row.asynchronous)) if method is None]
        if lacking:
            what = f"no {' and no '.join(lacking)} client has a method for {row.id}"
            cure = "run `make generate`; api.txt lists the methods"
            problems.add(join(operation.pointer, "x-client"), what, cure)


_WORDS = {
    STREAM: "stream that came to its end",
    "multipart": "success of a form",
    "binary": "file as its answer",
    "text": "text as its answer",
    "task": "end of its task",
}


def _counts(rows: list[Row]) -> dict[str, int]:
    return {
        "operations": len(rows),
        "successes": sum(row.successes for row in rows),
        "failures": sum(row.failures for row in rows),
        "not_served": sum(not row.served for row in rows),
    }


def _cited(document: Document, directory: Path) -> list[Diagnostic]:
    """Divergences name recordings that exist."""
    register = document.beside(REGISTER)
    if register is None:
        return []
    problems = Collector(register)
    for entry in entries(register):
        for place, name in recordings(entry):
            if not (directory / f"{name}.json").is_file():
                folder = (directory / name).parent
                known = [f"{folder.name}/{path.stem}" for path in folder.glob("*.json")]
                cure = did_you_mean(name, known, f"record it, or name one of {directory.as_posix()}")
                problems.add(place, f"there is no recording {name!r}", cure)
    return problems.problems
