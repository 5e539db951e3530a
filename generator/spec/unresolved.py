"""References that lead nowhere, in a document of another maker: the part is any value, or it is left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from ..diagnostics import Diagnostic
from .pointer import at, fragment, mapping, sequence, tokens_of
from .refs import Fault, Link, broken_links

WHOLE = ("parameters", "requestBodies", "operations")  # without one of these, no right request can be made
BYTES: dict[str, Any] = {"description": "", "content": {"*/*": {}}}


def leave_out(
    tree: dict[str, Any], faults: Iterable[Fault], links: Iterable[Link]
) -> tuple[list[Diagnostic], list[Diagnostic]]:
    """Change the tree so that no reference leads nowhere.

    Returns the errors that are left, of references that are no part of the tree, and the other diagnostics.
    """
    mend, errors, found = _Mend(tree), list[Diagnostic](), list[Diagnostic]()
    left = {id(link.reference): link for link in links}
    waiting = [*faults]
    while waiting:
        for link, diagnostic, _ in waiting:
            left.pop(id(link.reference), None)
            if again := mend.in_schema(link):
                left[id(link.reference)] = again
                hint = f"write {again.text!r}"
                found.append(diagnostic._replace(severity="warning", instead=f"it is read as {again.text}", hint=hint))
            elif instead := mend.leave_out(link):
                found.append(diagnostic._replace(severity="unsupported", instead=instead))
            else:
                errors.append(diagnostic)
        waiting = [*broken_links(tree, left.values())]  # what was left out may have been referred to
    return errors, found


class _Mend:
    def __init__(self, tree: dict[str, Any]) -> None:
        self.tree = tree
        self.places = {id(node): tokens for tokens, node in _mappings(tree)}

    def in_schema(self, link: Link) -> Link | None:
        """The link to a schema under `$defs` of one that holds it: a pointer starts at the document, and not there."""
        tokens = tokens_of(link.text.partition("#")[2])
        place = self.places.get(id(link.reference.holder), [])
        if link.reference.kind != "schemas" or tokens[:1] not in (["$defs"], ["definitions"]):
            return None
        for length in range(len(place), 0, -1):
            try:
                at(self.tree, [*place[:length], *tokens])
            except KeyError:
                continue
            text = fragment([*place[:length], *tokens])
            link.reference.holder[link.reference.key] = text
            return link._replace(text=text)
        return None

    def leave_out(self, link: Link) -> str:
        """Leave out what refers there; returns what is done about it, or nothing if it is no part of the tree."""
        reference = link.reference
        place = self.places.get(id(reference.holder))
        if place is None:
            return ""
        if reference.key != "$ref":
            reference.holder.pop(reference.key, None)
            return f"{reference.key} is left out"
        if reference.kind in ("schemas", "mediaTypes", ""):
            reference.holder.pop("$ref", None)
            return "it may be anything"
        if reference.kind == "responses":
            reference.holder.clear()
            reference.holder.update(BYTES)
            return "it is read as bytes"
        part = _part(place, reference.kind)
        self.remove(part)
        return f"{_label(part)} is left out"

    def remove(self, tokens: list[str]) -> None:
        """Remove a part, if it is still there."""
        try:
            mapping(at(self.tree, tokens[:-1])).pop(tokens[-1], None)
        except KeyError:
            return


def _mappings(tree: dict[str, Any]) -> Iterator[tuple[list[str], dict[str, Any]]]:
    """Every mapping with the tokens that lead to it."""
    waiting: list[tuple[list[str], Any]] = [([], tree)]
    while waiting:
        tokens, node = waiting.pop()
        found, items = mapping(node), sequence(node)
        if isinstance(node, dict):
            yield tokens, found
        waiting += [([*tokens, key], value) for key, value in found.items()]
        waiting += [([*tokens, str(index)], value) for index, value in enumerate(items)]


def _part(place: list[str], kind: str) -> list[str]:
    """The part to leave out: a whole callback, component, operation or path; else only what refers there."""
    if "callbacks" in place[3:]:
        return place[: place.index("callbacks", 3) + 2]
    if kind not in WHOLE:
        return place
    return place[:2] if place[:1] == ["paths"] and place[2:3] == ["parameters"] else place[:3]


def _label(part: list[str]) -> str:
    if part[0] in ("paths", "webhooks") and len(part) in (2, 3):
        return " ".join([method.upper() for method in part[2:]] + [part[1]])
    return "it"
