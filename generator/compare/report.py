"""The account as text for a terminal, and as Markdown for a pull request or the changelog."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Iterator
from itertools import groupby

from .change import SEVERITIES, Change

TITLES = {"breaking": "Breaking", "compatible": "Compatible"}
AUDIENCES = {"client": "for callers of the client", "document": "for readers of the document"}
# The pointer of an operation, and what the client reports of an operation as a whole too.
OPERATION = re.compile(r"/paths/[^/]+/[^/]+")
OF_OPERATIONS = frozenset(["operation-id-changed", "deprecation-changed", "security-tightened", "security-loosened"])
# The headings of a changelog, by how the ids of rules end; the first that fits.
HEADINGS = (
    ("Deprecated", ("-deprecated",)),
    ("Removed", ("-removed",)),
    ("Added", ("-added", "-reinstated")),
    ("Changed", ("",)),
)


def shown(changes: Iterable[Change]) -> list[Change]:
    """The changes for people: one of the document is left out where the client's says it already."""
    found = list(changes)
    said: set[tuple[str, str]] = set()
    for one in found:
        if one.audience == "client":
            levels = SEVERITIES[: SEVERITIES.index(one.severity) + 1]
            said |= {(place, level) for place in (one.pointer, *one.operations) for level in levels if place}
    return [one for one in found if one.audience == "client" or said.isdisjoint(_places(one))]


def _places(change: Change) -> Iterator[tuple[str, str]]:
    """Return where the client's rules report a change: the whole of a new call, two keys above the type of a field."""
    if change.id.startswith("endpoint-"):
        yield from ((id, change.severity) for id in change.operations)
    pointer = change.pointer
    for _ in range(1 if change.id == "document-changed" else 3):
        if change.id in OF_OPERATIONS or not OPERATION.fullmatch(pointer):
            yield pointer, change.severity
        pointer = pointer.rpartition("/")[0]


def text(changes: Iterable[Change], *, width: int = 100) -> str:
    """The account for a terminal: the worst first, each change with its place and the id of its rule."""
    lines: list[str] = []
    for severity, audience, group in _groups(changes):
        lines += [f"{TITLES[severity]} {AUDIENCES[audience]}", ""]
        for one in group:
            lines += textwrap.wrap(
                one.message, width, initial_indent="  ", subsequent_indent="  ", break_on_hyphens=False
            )
            lines.append(f"      {one.place}  [{one.id}]" if one.place.file else f"      [{one.id}]")
            lines += [f"      accepted: {one.accepted}"] * bool(one.accepted)
        lines.append("")
    return "\n".join(lines).rstrip()


def markdown(changes: Iterable[Change]) -> str:
    """The account for a pull request."""
    lines: list[str] = []
    for severity, audience, group in _groups(changes):
        lines += [f"### {TITLES[severity]} {AUDIENCES[audience]}", ""]
        for one in group:
            place = f" `{one.place.file}:{one.place.line}`" if one.place.line else ""
            lines.append(f"- {one.message} ({one.id}){place}" + (f" Accepted: {one.accepted}" if one.accepted else ""))
        lines.append("")
    return "\n".join(lines).rstrip()


def _groups(changes: Iterable[Change]) -> Iterator[tuple[str, str, list[Change]]]:
    for (severity, audience), group in groupby(changes, key=lambda one: (one.severity, one.audience)):
        yield severity, audience, list(group)


def changelog(changes: Iterable[Change]) -> dict[str, list[str]]:
    """The lines of a changelog by their headings: what callers notice, breaking changes marked."""
    found: dict[str, list[str]] = {}
    for one in changes:
        if one.id == "document-changed":
            continue
        heading = next(title for title, ends in HEADINGS if one.id.endswith(ends))
        mark = "**Breaking:** " if one.severity == "breaking" else ""
        if (line := f"- {mark}{one.message}") not in found.setdefault(heading, []):
            found[heading].append(line)
    return found


def with_entry(log: str, entry: dict[str, list[str]]) -> str:
    """A changelog with lines added below `Unreleased`; a line that is there already is not repeated."""
    head, mark, rest = log.partition("## [Unreleased]\n")
    if not mark:
        raise ValueError("the changelog has no line '## [Unreleased]'")
    body, cut, tail = rest.partition("\n## ")
    intro, *sections = re.split(r"(?m)^### ", body)
    texts = dict(section.split("\n", 1) for section in sections)
    known = " ".join(body.split())
    for title, lines in entry.items():
        new = [line for line in map(_wrapped, lines) if " ".join(line.split()) not in known]
        if new:
            kept = texts.get(title, "").strip("\n")
            texts[title] = "\n" + "\n".join([kept] * bool(kept) + new) + "\n\n"
    written = "".join(f"### {title}\n{text}" for title, text in texts.items())
    return f"{head}{mark}{intro if intro.strip() or not written else chr(10)}{written.rstrip()}\n{cut}{tail}"


def _wrapped(line: str) -> str:
    return textwrap.fill(line, 120, subsequent_indent="  ", break_long_words=False, break_on_hyphens=False)
