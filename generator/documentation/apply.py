"""Write into the spec what pages add, and turn the rest into questions.

    application = apply(pages, document, fixtures)
    application.files        # {path: content} of what changes; nothing has been written
    application.questions    # what a person decides

Every statement is tried: one after which the spec is invalid, or contradicts a recording, is a question instead.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from ..evidence.documentation import PAGES
from ..spec import Document
from ..spec.pointer import at, join, mapping, sequence, split, string
from . import objects
from .captured import MACHINE, is_captured, key
from .check import Finding, check, sides
from .draft import Draft, Move, pascal, words_of
from .editor import NotEditable
from .edits import Edit, edits, is_additive, is_decision, of_finding
from .moved_operation import deprecate, move_operation, place_moves
from .navigation import entry_of
from .new_operation import add_body, add_operation, add_success
from .page import Page
from .questions import key_of
from .register import known
from .register_edits import add_page, move, place_pages, rename, told
from .statement import Tree
from .trial import Trial
from .waive import add_waiver

# Why what is new differs from its page, until a recording shows it.
REASONS = {
    "response-field-required": "The page has it in every response; no recording has it yet.",
    "response-field-optional": "A result is told by it, or the same object has it elsewhere; no recording lacks it.",
}


class Step(NamedTuple):
    """The action taken for one finding on a page."""

    page: int  # its place among all
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
    moves: list[Move]  # of operations to other paths
    recorded: int  # pages that were never captured, or are captured anew


def apply(
    pages: Iterable[Page], document: Document, fixtures: Path, follow: Container[str] = frozenset()
) -> Application:
    """Return what pages add to the spec, and the changes of the questions to `follow`, named by their keys.

    Raises `DiagnosticsError` if the spec is not valid as it is.
    """
    listed = [*pages]
    steps = [step for number, page in enumerate(listed) for step in _steps(number, page, document, follow)]
    with Trial(document, fixtures) as trial:
        draft, refused = _settled(steps, document, trial)
        after = trial.document(draft)
        # The pages that a page lists are matched anew: entries have moved.
        now = [page._replace(entry=entry_of(page, after)) for page in listed]
        left = _left(now, after)
        if _waived(draft, now, left, steps, after):
            left = _left(now, trial.document(draft))
        recorded = trial.record(draft, [now[number] for number in sorted(_done(now, left, steps, after))])
    found = [(key(listed[number], document), one) for number, one in left]
    reasons = {_identity(step.finding): reason for step, reason in refused}
    still = {_identity(one) for _, one in left}
    applied = [step.finding for step in steps if _identity(step.finding) not in still]
    asked = [(name, one, reasons.get(_identity(one), "")) for name, one in found if is_decision(one)]
    return Application(draft.changed(), applied, asked, [one.id for one in draft.fresh], draft.moves, recorded)


def _left(pages: list[Page], document: Document) -> list[tuple[int, Finding]]:
    return [(number, one) for number, page in enumerate(pages) for one in check([page], document)]


def _done(pages: list[Page], left: list[tuple[int, Finding]], steps: list[Step], after: Document) -> set[int]:
    """The pages whose state is recorded: those that changed, or never were, and of which nothing is to be decided."""
    news = {number for number, page in enumerate(pages) if not is_captured(page, after)}
    news |= {step.page for step in steps} | {number for number, one in left if one.since}
    # What a page tells of others in its navigation is not its own.
    return news - {number for number, one in left if is_decision(one) and not one.pointer.startswith("/entries")}


def _waived(
    draft: Draft, pages: list[Page], left: list[tuple[int, Finding]], steps: list[Step], after: Document
) -> bool:
    """Waive what no recording shows yet: new fields of every response, and what proves one. Returns if there is any."""
    new = {step.finding.message for step in steps if step.finding.kind == "response-field-added"}
    fresh = {step.page for step in steps if step.finding.kind in ("page-added", "success-added")}
    found = False
    for number, one in left:
        entry = known(pages[number], after)[0]
        reason = REASONS.get(one.kind)
        if reason and entry and (number in fresh or _as_new(one) in new):
            add_waiver(draft.editor(draft.document.directory / PAGES), entry.pointer, one.kind, one.message, reason)
            found = True
    return found


def _as_new(finding: Finding) -> str:
    return finding.message.replace(" is required now.", " is new.")


def _identity(finding: Finding) -> tuple[str, str, str]:
    return finding.page, finding.kind, finding.pointer or finding.message


def _settled(steps: list[Step], document: Document, trial: Trial) -> tuple[Draft, list[tuple[Step, str]]]:
    """The draft of all steps that hold together, and those that do not, each with the reason."""
    refused: list[tuple[Step, str]] = []

    def attempt(some: list[Step]) -> tuple[Draft, str, list[Step]]:
        """The draft, what is wrong with it, and the step that cannot be done, if it is one."""
        draft = Draft(document)
        for step in some:
            try:
                step.run(draft)
            except NotEditable as error:
                return draft, str(error), [step]
        place_pages(draft)
        place_moves(draft)
        return draft, trial.fault(draft), []

    def extend(kept: list[Step], more: list[Step]) -> list[Step]:
        _, reason, guilty = attempt([*kept, *more]) if more else (None, "", [])
        if not reason:
            return [*kept, *more]
        if guilty or len(more) == 1:
            refused.append(((guilty or more)[0], reason))
            return extend(kept, [one for one in more if one not in (guilty or more)])
        middle = len(more) // 2
        return extend(extend(kept, more[:middle]), more[middle:])

    kept = extend([], steps)
    return attempt(kept)[0], refused


def _steps(number: int, page: Page, document: Document, follow: Container[str]) -> Iterator[Step]:
    for finding in check([page], document):
        followed = key_of(key(page, document), finding) in follow
        if not finding.since and (is_additive(finding) or followed):
            yield Step(number, finding, partial(_settle, finding=finding, page=page, followed=followed))


def _settle(draft: Draft, finding: Finding, page: Page, followed: bool) -> None:
    """Do what a finding asks for. Raises `NotEditable`."""
    if finding.kind == "page-added" and not finding.pointer:
        add_operation(draft, _described(page))
    elif finding.kind == "path-changed":
        move_operation(draft, page, finding.pointer)
    elif finding.kind == "page-removed":
        deprecate(draft, finding.pointer, finding.kind, finding.message)
    elif finding.kind.startswith("page-"):
        link = told(finding, page, draft.document)
        if finding.kind == "page-added":
            add_page(draft, link, "", [])
        elif finding.kind == "page-renamed":
            rename(draft, finding.pointer, link.title)
        else:
            move(draft, finding.pointer, link)
    elif finding.kind == "success-added":
        add_success(draft, _described(page), finding.pointer, followed)
    else:
        _state(draft, finding, page)
    draft.place_components()


def _state(draft: Draft, finding: Finding, page: Page) -> None:
    """Write the statements of one finding."""
    document, described = draft.document, _described(page)
    entry = known(page, document)[0]
    old, new = (
        sides(described, document) if page.method else objects.sides(described, entry, document) if entry else ({}, {})
    )
    listed = of_finding(finding, edits(old, new))
    if not listed:
        raise NotEditable("the place of it in the spec is not clear")
    evidence = "documented" if page.form in MACHINE else "documented-cut"
    if whole := _retyped(draft, listed, new, evidence):
        draft.set(*whole)
        return
    for edit in listed:
        if edit.pointer.endswith("/requestBody"):
            add_body(draft, described, edit.pointer)
        else:
            _write(draft, edit, finding, evidence)


def _retyped(draft: Draft, listed: list[Edit], new: Tree, evidence: str) -> tuple[str, Tree] | None:
    """The pointer of a property that becomes an object with fields, or a list of such, and the whole of it."""
    for edit in listed:
        *tokens, key = split(edit.pointer)
        if (edit.kind, key) in (("set", "type"), ("add", "properties")) and tokens[-2:-1] == ["properties"]:
            value = mapping(at(new, tokens))
            if mapping(value.get("properties")) or mapping(mapping(value.get("items")).get("properties")):
                pointer = join("", *tokens)
                said = string(mapping(draft.node(pointer)).get("description"))
                whole = {**value, "x-description": said or value.get("x-description")}
                return pointer, _property(draft, Edit("set", pointer, whole), tokens, evidence)
    return None


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
    elif edit.kind == "add" and tokens[-1] == "properties":  # of a component
        inner = {name: Edit("add", join(edit.pointer, name), value) for name, value in mapping(edit.value).items()}
        draft.add(edit.pointer, {name: _property(draft, one, [*tokens, name], evidence) for name, one in inner.items()})
    elif edit.kind == "add":
        is_items = tokens[-1] == "items" and mapping(edit.value)
        value: Any = draft.schema(edit.value, f"{pascal(tokens[-2])}Item", edit.pointer) if is_items else edit.value
        draft.add(edit.pointer, value)
    elif tokens[-1] == "type":
        draft.retype(join("", *tokens[:-1]), edit.value)
    else:
        draft.set(edit.pointer, edit.value)


def _property(draft: Draft, edit: Edit, tokens: list[str], evidence: str) -> Tree:
    """A new property; one that the page requires is optional until somebody decides otherwise."""
    above = (mapping(draft.node(join("", *tokens[:depth]))) for depth in range(len(tokens) - 2, 2, -1))
    docs = next((mapping(one["x-docs"]) for one in above if "x-docs" in one), Tree())
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
