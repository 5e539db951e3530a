"""The mutants of the spec: each is one statement of it, changed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import yaml

SPEC = Path(__file__).parents[2] / "spec"
LIMITS = ("minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems", "pattern")
# What a word, a type, a method, a media type and so on becomes; other texts get an "_x".
_PAIRS = """
    string integer, integer string, number string, boolean string, array string, get post, put post, post put,
    path query, query header, header query, application/json text/plain, multipart/form-data application/json,
    safe unsent, unsent safe, rejected unknown, unknown rejected, absent any, any absent"""
OTHER: dict[str, str] = dict(pair.split() for pair in _PAIRS.split(","))
Changes = Iterator[tuple[str, str, Any]]  # kind, what, and the node in its place


class Mutant(NamedTuple):
    """One change: another node at a place in a file."""

    kind: str
    file: str
    place: tuple[str | int, ...]
    what: str
    node: Any

    @property
    def name(self) -> str:
        return f"{self.file.removeprefix('families/')}#/{'/'.join(map(str, self.place))} {self.what}"

    @property
    def claims(self) -> set[str]:
        """The claims (tests/contract/claims.py) that recordings must show, so that a test can notice the change."""
        if self.kind == "status removed":
            return {self.what}
        tokens = iter(map(str, self.place[self.place.index("schemas") + 1 :] if "schemas" in self.place else ()))
        name = root = next(tokens, "")
        found = {root, f"{root} {self.kind}", f"{root} {self.kind} {self.what}"}
        for token in tokens:
            if token == "properties":
                name = f"{name}.{next(tokens)}"
                found.add(f"{name} present")
            elif token in ("anyOf", "oneOf"):
                next(tokens)
            else:
                name += {"items": "[]", "additionalProperties": ".*"}.get(token, "")
        specific = {"word dropped": f"{name} {self.what}", "nullable": f"{name} null"}
        return found | {specific.get(self.kind, f"{name}.{self.what} present")}


def mutants() -> Iterator[Mutant]:
    """Every mutant of the spec."""
    for path in [SPEC / "openapi.yaml", *sorted((SPEC / "families").glob("*.yaml"))]:
        tree = load(path)
        for place, changes in _walk(tree, ()):
            for kind, what, new in changes:
                if what != "+null" or not _is_beside_null(tree, place):  # it would change nothing
                    yield Mutant(kind, path.relative_to(SPEC).as_posix(), place, what, new)


def _is_beside_null(tree: Any, place: tuple[str | int, ...]) -> bool:
    """Return True for a branch of a union that has a branch for null."""
    for token in place[:-1]:
        tree = tree[token]
    return place[-2:-1] in [("anyOf",), ("oneOf",)] and {"type": "null"} in tree


def load(path: Path) -> Any:
    """The YAML tree of a file."""
    return yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)


def _walk(node: Any, place: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], Changes]]:
    extension = next((str(key) for key in place if str(key).startswith("x-")), "")
    last = place[-1] if place else ""
    if extension and isinstance(node, (dict, list)):
        if extension not in ("x-docs", "x-variants", "x-not-served") and "schemas" not in place:
            yield place, _of_extension(extension, node)
    elif isinstance(node, dict):
        if last == "paths":
            yield place, (("path", path, _renamed(node, path, f"{path}s")) for path in node if "$ref" in node[path])
        elif "operationId" in node:
            yield place, _of_operation(node)
        elif last == "content":
            yield place, (("media type", media, _renamed(node, media, _media(media, node))) for media in node)
        elif "in" in node and "name" in node:
            yield place, iter([("parameter in", node["in"], {**node, "in": OTHER[node["in"]]})])
        elif {"get", "post"} & node.keys():
            yield place, (("method", key, _renamed(node, key, OTHER[key])) for key in node if key in OTHER)
        elif ("schemas" in place or last == "schema") and last not in ("schemas", "properties"):
            yield place, _of_schema(node)
    for key, inner in node.items() if isinstance(node, dict) else enumerate(node if isinstance(node, list) else ()):
        yield from _walk(inner, (*place, key))


def _of_schema(node: dict[str, Any]) -> Changes:
    properties, required = node.get("properties", {}), node.get("required", [])
    for name in properties:
        others = _without(required, name)
        renamed = [f"{name}_x" if key == name else key for key in required]
        yield "property renamed", name, {**node, "properties": _renamed(properties, name), "required": renamed}
        yield "property removed", name, {**node, "properties": _without(properties, name), "required": others}
        if name in required:
            yield "required removed", name, {**node, "required": others}
        else:
            yield "required added", name, {**node, "required": [*required, name]}
    kinds, words = node.get("type"), node.get("enum", [])
    names = kinds if isinstance(kinds, list) else [kinds] if kinds else []
    for name in names:
        if name in OTHER:
            yield "type", name, {**node, "type": [OTHER[name] if kind == name else kind for kind in names]}
    if "null" in names:
        rest = {"type": _without(names, "null")} | ({"enum": _without(words, None)} if words else {})
        yield "nullable", "-null", {**node, **rest}
    elif names and names != ["object"] and not words and "format" not in node:
        yield "nullable", "+null", {**node, "type": [*names, "null"]}
    for word in words if len(words) > 1 else ():
        if word is not None:
            yield "word dropped", json.dumps(word), {**node, "enum": _without(words, word)}
    if words and isinstance(words[0], str):
        yield "word added", '"mutant"', {**node, "enum": [*words, "mutant"]}
    for union in ("anyOf", "oneOf"):
        for index, branch in enumerate(node.get(union, ())):
            if "$ref" not in branch:
                yield "branch dropped", f"{union}/{index}", {**node, union: _without(node[union], branch)}
    yield from (("limit", f"-{limit}", _without(node, limit)) for limit in LIMITS if limit in node)
    if "default" in node:
        other = [*_without(_without(words, None), node["default"]), _other(node["default"])]
        yield "default", f"{node['default']!r}", {**node, "default": other[0]}
    for key in node.get("x-client", ()):
        yield "x-client", f"-{key}", {**node, "x-client": _without(node["x-client"], key)}


def _of_operation(node: dict[str, Any]) -> Changes:
    yield "x-retry", node["x-retry"], {**node, "x-retry": OTHER[node["x-retry"]]}
    responses = node["responses"]
    for status in _without(responses, "default"):
        other = next(str(code) for code in range(int(status) + 1, 600) if str(code) not in responses)
        yield "status", f"{status} -> {other}", {**node, "responses": _renamed(responses, status, other)}
        if not status.startswith("2"):
            removed = {**node, "responses": _without(responses, status)}
            yield "status removed", f"{node['operationId']} {status}", removed
    if "x-not-served" in node:
        yield "x-not-served", "removed", _without(node, "x-not-served")


def _of_extension(kind: str, node: Any) -> Changes:
    """Every value within an extension changed, and every item of a list dropped."""
    for key, value in node.items() if isinstance(node, dict) else enumerate(node):
        if not isinstance(value, (dict, list)) and key not in ("about", "waits_for"):
            other = _other(value)
            new = {**node, key: other} if isinstance(node, dict) else [*node[:key], other, *node[key + 1 :]]
            yield kind, f"{key}: {value!r}", new
        if isinstance(node, list) and len(node) > 1:
            yield kind, f"-{key}: {str(value)[:40]}", _without(node, value)


def _other(value: Any) -> Any:
    if isinstance(value, (bool, list)) or value is None:
        return not value
    return OTHER.get(value, f"{value}_x") if isinstance(value, str) else value + 1


def _media(media: str, node: Any) -> str:
    other = OTHER.get(media, media.replace("/", "/x-").replace("*", "any"))
    return other if other not in node else "application/x-mutant"


def _without(node: Any, key: Any) -> Any:
    return (
        {name: node[name] for name in node if name != key} if isinstance(node, dict) else [i for i in node if i != key]
    )


def _renamed(node: Any, key: Any, new: Any = None) -> Any:
    return {(new or f"{key}_x") if name == key else name: value for name, value in node.items()}
