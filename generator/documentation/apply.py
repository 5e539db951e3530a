"""Write into the spec what pages add, and turn the rest into questions.

    application = apply(pages, document, fixtures)
    application.files        # {path: content} of what changes; nothing has been written
    application.questions    # what a person decides

Every statement is tried: one after which the spec is invalid, or contradicts a recording, is a question instead.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

from ..spec import Document
from ..spec.pointer import join, mapping, sequence, split, string
from . import objects
from .captured import MACHINE, key
from .check import Finding, check, sides
from .draft import Draft, pascal, words_of
from .editor import NotEditable
from .edits import Edit, edits, is_additive, of_finding
from .new_operation import add_operation
from .page import Page
from .register import known
from .register_edits import add_page, move, rename
from .statement import Tree
from .trial import Trial


class Step(NamedTuple):
    """What is done about one finding."""

    finding: Finding
    run: Callable[[Draft], None]


class Application(NamedTuple):
    """The new content of files, the findings that it settles, and the others.

    Each of the others has the name of its page, and why it could not be written, if that was tried.
    """

    files: dict[Path, bytes]
    applied: list[Finding]
    open: list[tuple[str, Finding, str]]
    operations: list[str]  # that are new


def apply(pages: Iterable[Page], document: Document, fixtures: Path) -> Application:
    """What pages add to the spec. Raises `DiagnosticsError` if the spec is not valid as it is."""
    listed = [*pages]
    steps = [step for group in _groups(listed) for step in _steps(group, document)]
    with Trial(document, fixtures) as trial:
        draft, refused = _settled(steps, document, trial)
        after = trial.document(draft)
        left = [(key(group[0], document), one) for group in _groups(listed) for one in check(group, after)]
        files = draft.changed()
    reasons = {_identity(step.finding): reason for step, reason in refused}
    still = {_identity(one) for _, one in left}
    applied = [step.finding for step in steps if _identity(step.finding) not in still]
    # What the spec has, and the captured page had not, is settled.
    asked = [(name, one, reasons.get(_identity(one), "")) for name, one in left if not (one.since and is_additive(one))]
    return Application(files, applied, asked, draft.fresh)


def _identity(finding: Finding) -> tuple[str, str, str]:
    return finding.page, finding.kind, finding.pointer or finding.message


def _groups(pages: list[Page]) -> Iterator[list[Page]]:
    """Each page alone; the links of one llms.txt together, because they say what is no longer listed."""
    for are_links, group in groupby(pages, key=lambda page: page.form == "llms.txt"):
        members = [*group]
        yield from ([members] if are_links else ([one] for one in members))


def _settled(steps: list[Step], document: Document, trial: Trial) -> tuple[Draft, list[tuple[Step, str]]]:
    """The draft of all steps that hold together, and those that do not, each with the reason."""
    refused: list[tuple[Step, str]] = []

    def attempt(some: list[Step]) -> tuple[Draft, str]:
        draft = Draft(document)
        for step in some:
            try:
                step.run(draft)
                draft.place_components()
            except NotEditable as error:
                return draft, str(error)
        return draft, trial.fault(draft)

    def extend(kept: list[Step], more: list[Step]) -> list[Step]:
        reason = attempt([*kept, *more])[1] if more else ""
        if not reason:
            return [*kept, *more]
        if len(more) == 1:
            refused.append((more[0], reason))
            return kept
        middle = len(more) // 2
        return extend(extend(kept, more[:middle]), more[middle:])

    kept = extend([], steps)
    return attempt(kept)[0], refused


def _steps(pages: list[Page], document: Document) -> Iterator[Step]:
    findings = [one for one in check(pages, document) if is_additive(one) and not one.since]
    by_id = {page.id: page for page in pages}
    for finding in findings:
        page = pages[0]
        if page.form == "llms.txt":
            id = next((one for one in by_id if one and f"({one})" in finding.message), "")
            page = by_id.get(id) or next((one for one in pages if one.title == finding.quote), page)
        if run := _step(finding, page, document):
            yield Step(finding, run)


def _step(finding: Finding, page: Page, document: Document) -> Callable[[Draft], None] | None:
    entry = known(page, document)[0]
    if finding.kind == "page-renamed":
        return (lambda draft: rename(draft, entry, page)) if entry else None
    if finding.kind == "page-moved":
        return (lambda draft: move(draft, entry, page)) if entry else None
    if finding.kind == "page-added":
        return (
            (lambda draft: add_operation(draft, _described(page)))
            if page.method
            else (lambda draft: add_page(draft, page, []))
        )
    return lambda draft: _state(draft, finding, page)


def _state(draft: Draft, finding: Finding, page: Page) -> None:
    """Write the statements of one finding."""
    document, told = draft.document, _described(page)
    entry = known(page, document)[0]
    old, new = sides(told, document) if page.method else objects.sides(told, entry, document) if entry else ({}, {})
    listed = of_finding(finding, edits(old, new))
    if not listed:
        raise NotEditable("the place of it in the spec is not clear")
    evidence = "documented" if page.form in MACHINE else "documented-cut"
    for edit in listed:
        _write(draft, edit, finding, evidence)


def _write(draft: Draft, edit: Edit, finding: Finding, evidence: str) -> None:
    tokens = split(edit.pointer)
    if edit.kind == "require":
        draft.require(edit.pointer, edit.value)
    elif edit.kind == "unrequire":
        draft.release(edit.pointer, edit.value)
    elif tokens[-1] == "enum" and edit.kind == "add":
        draft.open_values(join("", *tokens[:-1]), edit.value)
    elif "-field-added" in finding.kind and tokens[-2] == "properties":
        draft.add(edit.pointer, _property(draft, edit, tokens, evidence))
    elif "-field-added" in finding.kind and tokens[-2] == "parameters":
        draft.add(edit.pointer, _parameter(draft, edit))
    elif "-field-added" in finding.kind:
        raise NotEditable("a body where there was none")
    elif edit.kind == "add":
        draft.add(edit.pointer, edit.value)
    else:
        draft.set(edit.pointer, edit.value)


def _property(draft: Draft, edit: Edit, tokens: list[str], evidence: str) -> Tree:
    """A new property; one that the page requires is optional until somebody decides otherwise."""
    holder = mapping(draft.node(join("", *tokens[:-2])))
    docs = mapping(holder.get("x-docs"))
    own = {**docs, "evidence": evidence} if docs else None
    name = f"{tokens[2]}{pascal(tokens[-1])}" if tokens[0] == "components" else pascal(tokens[-1])
    found = draft.field(edit.value, name, tokens[-1], edit.pointer, evidence=own)
    return {**found, "x-docs": {"evidence": evidence}} if docs and docs.get("evidence") != evidence else found


def _parameter(draft: Draft, edit: Edit) -> Tree:
    node = mapping(edit.value)
    name = string(node.get("name"))
    schema = draft.schema(node.get("schema"), pascal(name), edit.pointer)
    described: Tree = {"name": name, "in": node.get("in"), "description": words_of(mapping(node.get("schema")), name)}
    return {**described, "schema": schema}


def _described(page: Page) -> Page:
    """The page with its descriptions under a key that survives where prose is left out."""
    return page._replace(operation=_kept(page.operation), components=_kept(page.components))


def _kept(node: Any) -> Any:
    if items := sequence(node):
        return [_kept(one) for one in items]
    found = {key: _kept(one) for key, one in mapping(node).items()}
    said = string(found.get("description"))
    if said and isinstance(found.get("schema"), dict):  # a parameter
        found["schema"] = {**found["schema"], "x-description": said}
    elif said:
        found["x-description"] = said
    return found or node
