"""Rules for the document itself: what a change means for readers who generate clients in other languages.

They need two trees and nothing else, so that a fragment of documentation can be compared with the spec as well.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from ..spec import Operation
from ..spec.operations import Content, Parameter, walk_operations
from ..spec.pointer import join, mapping, resolve, sequence, split, string, strings
from .change import Change
from .schemas import Direction, Schemas, Subject, Tree, Trees

# How firmly we know something is for us alone; the page that it comes from is linked in the published document.
PRIVATE = "evidence"
WORDS = frozenset([
    "x-docs", "description", "summary", "title", "example", "examples", "externalDocs", "tags", "servers", "contact",
    "license",
])  # fmt: skip
STYLES = {"query": "form", "cookie": "form"}


class Pair(NamedTuple):
    """An operation in two versions, and the trees that it is in."""

    trees: Trees
    old: Operation
    new: Operation

    def found(self, id: str, words: str, *rest: Any, direction: Direction = "request") -> Change:
        return self.subject(direction).found(id, words, *rest)

    def subject(self, direction: Direction) -> Subject:
        return Subject(direction, _label(self.new), (self.new.id,))

    def schemas(self, direction: Direction) -> Schemas:
        return Schemas(self.trees, self.subject(direction))


def document_changes(old: Tree, new: Tree, *, partial: bool = False) -> Iterator[Change]:
    """The changes between two documents. Of a partial new one, what it lacks is not reported as gone."""
    for section in ("paths", "webhooks"):
        trees = Trees.of(*({**tree, "paths": tree.get(section)} for tree in (old, new)))
        for change in _operations(trees, partial):
            yield change._replace(pointer=re.sub("^/paths", f"/{section}", change.pointer))
    if not partial:
        yield from _schemas(old, new)
        yield from words(old, new)


def _operations(trees: Trees, partial: bool) -> Iterator[Change]:
    was, now = ({_key(one): one for one in walk_operations(tree) if one.base is None} for tree in trees[:2])
    for one in [one for key, one in was.items() if key not in now and not partial]:
        advice = "" if one.node.get("deprecated") is True else " It was not deprecated before."
        message = f"{_label(one)} is gone.{advice}"
        yield Change("endpoint-removed", "document", _label(one), message, one.pointer, (one.id,), _label(one))
    for key, one in now.items():
        if key in was:
            for rule in RULES:
                yield from rule(Pair(trees, was[key], one))
        else:
            message = f"{_label(one)} is new."
            yield Change("endpoint-added", "document", _label(one), message, one.pointer, (one.id,), None, _label(one))


def _schemas(old: Tree, new: Tree) -> Iterator[Change]:
    was, now = (mapping(mapping(tree.get("components")).get("schemas")) for tree in (old, new))
    for name in [name for name in was if name not in now]:
        message = f"The schema {name} is gone."
        yield Change("schema-removed", "document", name, message, join("/components/schemas", name), (), name)


def _label(one: Operation) -> str:
    return f"{one.method.upper()} {one.path}"


def _key(one: Operation) -> tuple[str, str]:
    """Method and path, whatever the parameters of the path are called."""
    return one.method, re.sub(r"\{[^}]*\}", "{}", one.path)


# -- rules for one operation ---------------------------------------------------------------------------------------


def operation_id(pair: Pair) -> Iterator[Change]:
    was, now = (string(one.node.get("operationId")) for one in (pair.old, pair.new))
    if was and was != now:
        message = f"the operationId is {now!r} instead of {was!r}"
        yield pair.found("operation-id-changed", message, join(pair.new.pointer, "operationId"), was, now)


def deprecation(pair: Pair) -> Iterator[Change]:
    was, now = (one.node.get("deprecated") is True for one in (pair.old, pair.new))
    if was != now:
        message = "it is deprecated" if now else "it is no longer deprecated"
        yield pair.found("deprecation-changed", message, pair.new.pointer, was, now)


def parameters(pair: Pair) -> Iterator[Change]:
    schemas = pair.schemas("request")
    was, now = ({_slot(one, each): each for each in one.parameters} for one in (pair.old, pair.new))
    for slot in dict.fromkeys([*was, *now]):
        old, new = was.get(slot), now.get(slot)
        one = now.get(slot) or was[slot]
        yield from schemas.field([each and _field(each) for each in (old, new)], one.pointer, one.name)
        if old and new:
            if _style(old) != _style(new):
                words = f"`{one.name}` is written down otherwise in the {one.location}"
                yield pair.found("-changed", words, one.pointer, *map(list, (_style(old), _style(new))))
            before, after = (each.node.get("deprecated") is True for each in (old, new))
            if before != after:
                words = f"`{one.name}` is {'deprecated' if after else 'no longer deprecated'}"
                yield pair.found("deprecation-changed", words, one.pointer, before, after)


def _slot(one: Operation, parameter: Parameter) -> tuple[str, str]:
    """The name of a parameter, or its position in the path; names of headers have no case."""
    found = re.findall(r"\{([^}]*)\}", one.path)
    if parameter.location == "path" and parameter.name in found:
        return "path", str(found.index(parameter.name))
    return parameter.location, parameter.name.lower() if parameter.location == "header" else parameter.name


def _field(parameter: Parameter) -> tuple[Any, bool]:
    """The schema of a parameter, and whether it is required."""
    content = next(iter(mapping(parameter.node.get("content")).values()), parameter.node)
    return mapping(content).get("schema"), parameter.node.get("required") is True or parameter.location == "path"


def _style(parameter: Parameter) -> tuple[Any, ...]:
    node = parameter.node
    style = node.get("style", STYLES.get(parameter.location, "simple"))
    return style, node.get("explode", style == "form"), node.get("allowReserved", False), *mapping(node.get("content"))


def body(pair: Pair) -> Iterator[Change]:
    old, new, place = pair.old.request_body, pair.new.request_body, join(pair.new.pointer, "requestBody")
    was, now = (one is not None and one.node.get("required") is True for one in (old, new))
    if old and new:
        if was != now:
            what = "required" if now else "optional"
            yield pair.found(f"-field-{what}", f"the body is {what} now", new.pointer, was, now)
        yield from _content(pair, "request", old.content, new.content, new.pointer, "the body")
    elif new:
        words = f"there is {'a required' if now else 'an optional'} body now"
        yield pair.found("-field-added" + "-required" * now, words, place, None, "body")
    elif old:
        yield pair.found("-field-removed", "the body is gone", place, "body")


def responses(pair: Pair) -> Iterator[Change]:
    was, now = ({one.status.upper(): one for one in each.responses} for each in (pair.old, pair.new))
    place = join(pair.new.pointer, "responses")
    for status in dict.fromkeys([*was, *now]):
        what, success = f"the response {status}", status.startswith("2")
        if status not in now:
            yield pair.found("success-removed" if success else "failure-changed", f"{what} is gone", place, status)
        elif status not in was:
            id = "success-added" if success else "failure-changed"
            yield pair.found(id, f"{what} is new", now[status].pointer, None, status)
        else:
            old, new = was[status], now[status]
            yield from _content(pair, "response", old.content, new.content, new.pointer, what)
            yield from _headers(pair, old.node, new.node, new.pointer)


def _headers(pair: Pair, old: Tree, new: Tree, pointer: str) -> Iterator[Change]:
    names = {name.lower(): name for node in (old, new) for name in mapping(node.get("headers"))}
    for key, name in names.items():
        both = [
            next(
                (resolve(tree, one) for other, one in mapping(node.get("headers")).items() if other.lower() == key),
                None,
            )
            for tree, node in zip(pair.trees[:2], (old, new), strict=True)
        ]
        fields = [(one.get("schema"), one.get("required") is True) if one is not None else None for one in both]
        yield from pair.schemas("response").field(fields, join(pointer, "headers", name), name)


def _content(
    pair: Pair, direction: Direction, old: Sequence[Content], new: Sequence[Content], pointer: str, what: str
) -> Iterator[Change]:
    """The media types of a body or a response, and their schemas."""
    was, now = ({re.sub(r"\s", "", one.written).lower(): one for one in each} for each in (old, new))
    for name in dict.fromkeys([*was, *now]):
        if name not in now:
            yield pair.found("media-type-removed", f"{what} is no longer {name}", join(pointer, "content"), name)
        elif name not in was:
            yield pair.found("media-type-added", f"{what} may be {name} too", now[name].pointer, None, name)
        else:
            yield from _media_type(
                pair, direction, was[name].node, now[name].node, now[name].pointer, f"{what} as {name}"
            )


def _media_type(pair: Pair, direction: Direction, old: Tree, new: Tree, pointer: str, what: str) -> Iterator[Change]:
    for key, path in (("schema", ""), ("itemSchema", "[]")):
        before, after = old.get(key, True), new.get(key, True)
        if before is not True and after is not True:
            yield from pair.schemas(direction).compare(before, after, join(pointer, key), path)
        elif before != after:
            effect, word = ("narrowed", "a") if before is True else ("widened", "no")
            yield pair.found(f"-{effect}", f"{what} has {word} {key} now", pointer, direction=direction)
    if old.get("encoding") != new.get("encoding"):
        yield pair.found("-changed", f"parts of {what} are encoded otherwise", pointer, direction=direction)


def security(pair: Pair) -> Iterator[Change]:
    was, now = (_credentials(tree, one) for tree, one in zip(pair.trees[:2], (pair.old, pair.new), strict=True))
    if len(was) == len(now) and all(one in was for one in now):
        return
    kept = all(any(_suffices(old, new) for new in now) for old in was)
    before, after = (" or ".join(" and ".join(one) or "no credentials" for one in each) for each in (was, now))
    id = "security-loosened" if kept else "security-tightened"
    yield pair.found(id, f"it asks for {after} instead of {before}", join(pair.new.pointer, "security"), before, after)


def _credentials(tree: Tree, one: Operation) -> list[dict[str, set[str]]]:
    """The alternatives, each with the scopes of its schemes; a scheme is known by what it asks for."""
    schemes = mapping(mapping(tree.get("components")).get("securitySchemes"))

    def asked(name: str) -> str:
        node = resolve(tree, schemes.get(name))
        return " ".join([name, *(string(node[key]) for key in ("type", "scheme", "in", "name") if key in node)])

    required = sequence(one.node.get("security", tree.get("security")))
    return [{asked(name): set(strings(scopes)) for name, scopes in mapping(each).items()} for each in required] or [{}]


def _suffices(old: dict[str, set[str]], new: dict[str, set[str]]) -> bool:
    return all(name in old and scopes <= old[name] for name, scopes in new.items())


RULES: tuple[Callable[[Pair], Iterator[Change]], ...] = (
    operation_id,
    deprecation,
    parameters,
    body,
    responses,
    security,
)


# -- words ---------------------------------------------------------------------------------------------------------


def words(old: Tree, new: Tree) -> Iterator[Change]:
    """Descriptions, examples and addresses that differ, together for each operation and each component."""
    groups: dict[str, list[str]] = {}
    for pointer in differences(published(old), published(new)):
        tokens = split(pointer)
        if WORDS.intersection(tokens) and not any(token.startswith("x-") for token in {*tokens} - WORDS):
            groups.setdefault(join("", *tokens[: 3 if len(tokens) > 3 else 1]), []).append(pointer)
    for pointer, places in groups.items():
        tokens = split(pointer)
        name = f"{tokens[2].upper()} {tokens[1]}" if len(tokens) == 3 and tokens[0] == "paths" else tokens[-1]
        message = f"{name}: {len(places)} description{'s' * (len(places) > 1)} or other words changed."
        yield Change("document-changed", "document", name, message, places[0])


def published(tree: Any) -> Any:
    """Return the document as its readers get it, without the parts that only this project uses."""
    if items := sequence(tree):
        return [published(one) for one in items]
    found: Tree = {}
    for key, value in mapping(tree).items():
        found[key] = published(value)
        if key == "x-docs":
            found[key] = {name: one for name, one in mapping(value).items() if name != PRIVATE and one is not None}
    return {key: value for key, value in found.items() if key != "x-docs" or value} if mapping(tree) else tree


def differences(old: Any, new: Any, pointer: str = "") -> Iterator[str]:
    """The pointers of the smallest nodes that differ."""
    was, now = ({**mapping(each), **dict(enumerate(sequence(each)))} for each in (old, new))
    if type(old) is not type(new) or not was or not now or (sequence(old) and len(was) != len(now)):
        if type(old) is not type(new) or old != new:
            yield pointer
        return
    for key in dict.fromkeys([*was, *now]):
        if key in was and key in now:
            yield from differences(was[key], now[key], join(pointer, key))
        else:
            yield join(pointer, key)
