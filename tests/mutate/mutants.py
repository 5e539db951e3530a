"""The mutants of the spec: each is one statement of it, changed."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import yaml

SPEC = Path(__file__).parents[2] / "spec"
METHODS = ("get", "put", "post", "delete", "patch")
LIMITS = ("minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems", "pattern")
TYPES = {"string": "integer", "integer": "string", "number": "string", "boolean": "string", "array": "string"}
MEDIA = {"application/json": "text/plain", "multipart/form-data": "application/json"}
PLACES = {"path": "query", "query": "header", "header": "query"}


class Mutant(NamedTuple):
    """One change: `change` gets the YAML tree of `file` and the node at `place` in it."""

    kind: str
    file: str
    place: tuple[str | int, ...]
    what: str
    change: Callable[[Any], None]

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
        found = {f"{root} {self.kind}", f"{root} {self.kind} {self.what}"}
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


Changes = Iterator[tuple[str, str, Callable[[Any], None]]]  # kind, what, and the change of a node


def _set(key: Any, value: Any) -> Callable[[Any], None]:
    return lambda node: node.__setitem__(key, value)


def _drop(key: Any) -> Callable[[Any], None]:
    return lambda node: node.pop(key)


def _rename(key: Any, new: Any) -> Callable[[Any], None]:
    def change(node: Any) -> None:
        items = [(new if name == key else name, value) for name, value in node.items()]
        node.clear()
        node.update(items)

    return change


def of_schema(node: dict[str, Any]) -> Changes:
    """The mutations of one schema."""
    required = node.get("required", [])
    for name in node.get("properties", {}):

        def rename(schema: Any, name: str = name) -> None:
            _rename(name, f"{name}_x")(schema["properties"])
            if name in schema.get("required", ()):
                schema["required"][schema["required"].index(name)] = f"{name}_x"

        def remove(schema: Any, name: str = name) -> None:
            del schema["properties"][name]
            if name in schema.get("required", ()):
                schema["required"].remove(name)

        yield "property renamed", name, rename
        yield "property removed", name, remove
        if name in required:
            yield "required removed", name, lambda schema, name=name: schema["required"].remove(name)
        else:
            yield "required added", name, lambda schema, name=name: schema.setdefault("required", []).append(name)
    kinds = node.get("type")
    names = kinds if isinstance(kinds, list) else [kinds]
    for name in set(names) & TYPES.keys():
        new = [TYPES[name] if kind == name else kind for kind in names]
        yield "type", f"{name} -> {TYPES[name]}", _set("type", new if isinstance(kinds, list) else new[0])
    if "null" in names:
        rest = [kind for kind in names if kind != "null"]

        def forbid(schema: Any, rest: Any = rest) -> None:
            schema["type"] = rest[0] if len(rest) == 1 else rest
            if None in schema.get("enum", ()):
                schema["enum"].remove(None)

        yield "nullable", "-null", forbid
    elif isinstance(kinds, str) and kinds not in ("object", "null") and "enum" not in node and "format" not in node:
        yield "nullable", "+null", _set("type", [kinds, "null"])
    for word in node.get("enum", ()):
        if word is not None and len(node["enum"]) > 1:
            yield "word dropped", json.dumps(word), lambda schema, word=word: schema["enum"].remove(word)
    if "enum" in node and isinstance(node["enum"][0], str):
        yield "word added", '"mutant"', lambda schema: schema["enum"].append("mutant")
    for union in ("anyOf", "oneOf"):
        for index, branch in enumerate(node.get(union, ())):
            if len(node[union]) > 1 and "$ref" not in branch:
                yield "branch dropped", f"{union}/{index}", lambda schema, u=union, i=index: schema[u].pop(i)
    for limit in LIMITS:
        if limit in node:
            yield "limit", f"-{limit}", _drop(limit)
    if "default" in node:
        other = [word for word in node.get("enum", ()) if word not in (None, node["default"])]
        yield "default", f"{node['default']!r}", _set("default", other[0] if other else _other(node["default"]))
    for key in node.get("x-client", {}):
        yield "x-client", f"-{key}", lambda schema, key=key: schema["x-client"].pop(key)


def of_operation(node: dict[str, Any]) -> Changes:
    """The mutations of one operation."""
    yield "x-retry", node["x-retry"], _set("x-retry", "unsent" if node["x-retry"] == "safe" else "safe")
    for status in node["responses"]:
        if status != "default":
            new = str(int(status) + (1 if str(int(status) + 1) not in node["responses"] else 7))
            yield "status", f"{status} -> {new}", lambda op, s=status, n=new: _rename(s, n)(op["responses"])
            if not status.startswith("2"):
                name = f"{node['operationId']} {status}"
                yield "status removed", name, lambda op, status=status: op["responses"].pop(status)
    if "x-not-served" in node:
        yield "x-not-served", "removed", _drop("x-not-served")


def of_content(node: dict[str, Any]) -> Changes:
    for media in node:
        new = MEDIA.get(media, "application/x-mutant" if "/*" not in media else f"text/{media}".replace("/*", ""))
        if new not in node:
            yield "media type", f"{media} -> {new}", _rename(media, new)


def of_extension(key: str, node: Any) -> Changes:
    """Every value within an extension changed, every member of a list and every optional key dropped."""
    kind = f"x-{key.removeprefix('x-')}"
    items = [*node.items()] if isinstance(node, dict) else [*enumerate(node)]
    for name, value in items:
        if not isinstance(value, (dict, list)) and name not in ("about", "page", "title", "evidence", "waits_for"):
            yield kind, f"{name}: {value!r}", _set(name, _other(value))
        if isinstance(node, list) and len(node) > 1:
            yield kind, f"-{name}: {str(value)[:40]}", _drop(name)


def _other(value: Any) -> Any:
    swaps = {"rejected": "unknown", "unknown": "rejected", "absent": "any", "string": "number", "any": "string"}
    if isinstance(value, (bool, list)) or value is None:
        return not value
    return swaps.get(value, f"{value}_x") if isinstance(value, str) else value + 1


def mutants() -> Iterator[Mutant]:
    """Every mutant of the spec."""
    for path in [SPEC / "openapi.yaml", *sorted((SPEC / "families").glob("*.yaml"))]:
        file = path.relative_to(SPEC).as_posix()
        for place, changes in _walk(load(path), ()):
            yield from (Mutant(kind, file, place, what, change) for kind, what, change in changes)


def _walk(node: Any, place: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], Changes]]:
    if not isinstance(node, (dict, list)):
        return
    extension = next((str(key) for key in place if str(key).startswith("x-")), "")
    if extension:
        if extension not in ("x-docs", "x-variants", "x-not-served") and "schemas" not in place:
            yield place, of_extension(extension, node)
    elif isinstance(node, dict):
        holder = place[-1] if place else ""
        if holder == "paths":
            yield place, (("path", path, _rename(path, f"{path}s")) for path in node if "$ref" in node[path])
        elif "operationId" in node:
            yield place, of_operation(node)
        elif holder == "content":
            yield place, of_content(node)
        elif "in" in node and "name" in node:
            yield place, iter([("parameter in", node["in"], _set("in", PLACES[node["in"]]))])
        elif node.keys() & set(METHODS) and "paths" in place:
            methods = [method for method in METHODS if method in node]
            yield place, (("method", one, _rename(one, "put" if one == "post" else "post")) for one in methods)
        elif ("schemas" in place or holder == "schema") and holder not in ("schemas", "properties"):
            yield place, of_schema(node)
    for key, inner in node.items() if isinstance(node, dict) else enumerate(node):
        yield from _walk(inner, (*place, key))


def load(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
