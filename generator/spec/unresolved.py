"""References that lead nowhere, in a document of another maker: the part is any value, or it is left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from ..diagnostics import Diagnostic
from .pointer import at, fragment, mapping, sequence, tokens_of
from .refs import Fault, Link, broken_links
from .source import Source

WHOLE = ("parameters", "requestBodies", "operations")  # without one of these, no right request can be made
BYTES: dict[str, Any] = {"description": "", "content": {"*/*": {}}}


def leave_out(
    tree: dict[str, Any], main: Source, faults: Iterable[Fault], links: Iterable[Link]
) -> tuple[list[Diagnostic], list[Diagnostic]]:
    """Change the tree so that no reference leads nowhere.

    Returns the errors that are left, of references that are no part of the tree, and the other diagnostics.
    """
    mend, errors, found = _Mend(tree, main), list[Diagnostic](), list[Diagnostic]()
    left = {id(link.reference): link for link in links}
    waiting = [*faults]
    while waiting:
        for link, diagnostic, _ in waiting:
            left.pop(id(link.reference), None)
            if again := mend.again(link):
                left[id(again.link.reference)] = again.link
                found += [diagnostic._replace(severity="warning", instead=again.instead, hint=again.hint)][
                    : again.is_odd
                ]
            elif instead := mend.leave_out(link):
                found.append(diagnostic._replace(severity="unsupported", instead=instead))
            else:
                errors.append(diagnostic)
        waiting = [*broken_links(tree, left.values())]  # what was left out may have been referred to
    return errors, found


class _Again(NamedTuple):
    """What a reference is read as."""

    link: Link
    instead: str
    hint: str
    is_odd: bool = True  # false if it leads somewhere since another one was left out


class _Mend:
    def __init__(self, tree: dict[str, Any], main: Source) -> None:
        self.tree = tree
        self.main = main
        self.places = {id(node): tokens for tokens, node in _mappings(tree)}

    def again(self, link: Link) -> _Again | None:
        """What is clearly meant by a reference; None if nothing is."""
        reference = link.reference
        place = self.places.get(id(reference.holder))
        if place is None or not link.text.startswith("#"):
            return None
        if reference.kind == "parameters" and reference.key == "$ref" and {"name", "in"} <= reference.holder.keys():
            reference.holder["schema"] = schema = {"$ref": reference.holder.pop("$ref")}
            self.places[id(schema)] = [*place, "schema"]
            link = link._replace(reference=reference._replace(kind="schemas", holder=schema))
            told = "it is read as the schema of the parameter", f"write `schema: {{$ref: {reference.text!r}}}`"
            return None if any(broken_links(self.tree, [link])) else _Again(link, *told)
        for tokens in self.meant(link, place):
            moved = link._replace(text=fragment(tokens))
            if not any(broken_links(self.tree, [moved])):
                reference.holder[reference.key] = moved.text
                text = moved.text if reference.source is self.main else f"{self.main.path.name}{moved.text}"
                is_odd = reference.source is not self.main or moved.text != link.text
                return _Again(moved, f"it is read as {text}", f"write {text!r}", is_odd)
        return None

    def meant(self, link: Link, place: list[str]) -> Iterator[list[str]]:
        """The places that a reference may mean."""
        tokens = tokens_of(link.text[1:])
        yield tokens  # in a file of its own, a pointer into the document
        if link.reference.kind == "schemas":
            yield [*tokens, "schema"]  # that of a parameter or a header
            if tokens[:1] in (["$defs"], ["definitions"]):  # in a schema, a pointer into that
                yield from ([*place[:length], *tokens] for length in range(len(place), 0, -1))

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
