"""Where operations and schemas stand in a document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from .pointer import follow, join, mapping, resolve, sequence, string, strings

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")

# Keywords of a schema that hold schemas: one, a list of them, or a map of names to them.
ONE = ("items", "additionalProperties", "not", "if", "then", "else", "contains", "propertyNames", "contentSchema")
ONE_MORE = ("unevaluatedItems", "unevaluatedProperties")
LISTS = ("allOf", "anyOf", "oneOf", "prefixItems")
MAPS = ("properties", "patternProperties", "$defs", "dependentSchemas")


class Node(NamedTuple):
    """A node of the document and its pointer."""

    pointer: str
    node: dict[str, Any]


class Operation(NamedTuple):
    """An operation, and the path item it stands in."""

    pointer: str
    node: dict[str, Any]
    path: str
    method: str
    item: dict[str, Any]

    @property
    def id(self) -> str:
        """Its operationId, or its method and path if it has none."""
        return string(self.node.get("operationId")) or f"{self.method.upper()} {self.path}"

    @property
    def client(self) -> dict[str, Any]:
        return mapping(self.node.get("x-client"))


def operations_of(tree: dict[str, Any]) -> list[Operation]:
    """Every operation, in the order of the document."""
    return [
        Operation(join("/paths", path, method), node, path, method, mapping(item))
        for path, item in mapping(tree.get("paths")).items()
        for method, node in mapping(item).items()
        if method in METHODS and isinstance(node, dict)
    ]


def parameters_of(tree: dict[str, Any], operation: Operation) -> Iterator[Node]:
    """The parameters of an operation and of its path item, references followed."""
    item = operation.pointer.rpartition("/")[0]
    for pointer, node in ((item, operation.item), (operation.pointer, operation.node)):
        for index, parameter in enumerate(sequence(node.get("parameters"))):
            place, found = follow(tree, parameter, join(pointer, "parameters", index))
            yield Node(place, mapping(found))


def answers_of(tree: dict[str, Any], operation: Operation) -> Iterator[Node]:
    """The 2xx responses of an operation, references followed."""
    for status, response in mapping(operation.node.get("responses")).items():
        if status.startswith("2"):
            pointer, found = follow(tree, response, join(operation.pointer, "responses", status))
            yield Node(pointer, mapping(found))


def content_of(owner: Node) -> Iterator[tuple[str, Node]]:
    """Media type and media type object of a body, a response or a parameter."""
    for name, media in mapping(owner.node.get("content")).items():
        yield name, Node(join(owner.pointer, "content", name), mapping(media))


def schemas_of(tree: dict[str, Any]) -> Iterator[Node]:
    """Every schema where it is written, inner ones behind the one that holds them."""
    for pointer, node in _roots(tree):
        yield from _below(pointer, node)


def forbidding(tree: dict[str, Any]) -> Iterator[str]:
    """The pointers of schemas that are `false`: nothing is valid there. (Of additional keys that is a plain word.)"""
    for schema in schemas_of(tree):
        for keyword, inner in schema.node.items():
            below = join(schema.pointer, keyword)
            if keyword in ONE and keyword != "additionalProperties" and inner is False:
                yield below
            elif keyword in LISTS:
                yield from (join(below, index) for index, item in enumerate(sequence(inner)) if item is False)
            elif keyword in MAPS:
                yield from (join(below, name) for name, item in mapping(inner).items() if item is False)
    yield from (pointer for pointer, node in _roots(tree) if node is False)


def _roots(tree: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """Every schema that stands in something else than a schema."""
    components = mapping(tree.get("components"))
    for name, schema in mapping(components.get("schemas")).items():
        yield join("/components/schemas", name), schema
    for kind in ("parameters", "headers", "requestBodies", "responses"):
        for name, owner in mapping(components.get(kind)).items():
            yield from _held(Node(join("/components", kind, name), mapping(owner)))
    for operation in operations_of(tree):
        for index, parameter in enumerate(sequence(operation.node.get("parameters"))):
            yield from _held(Node(join(operation.pointer, "parameters", index), mapping(parameter)))
        yield from _held(Node(join(operation.pointer, "requestBody"), mapping(operation.node.get("requestBody"))))
        for status, response in mapping(operation.node.get("responses")).items():
            yield from _held(Node(join(operation.pointer, "responses", status), mapping(response)))
    for path, item in mapping(tree.get("paths")).items():
        for index, parameter in enumerate(sequence(mapping(item).get("parameters"))):
            yield from _held(Node(join("/paths", path, "parameters", index), mapping(parameter)))


def _held(owner: Node) -> Iterator[tuple[str, Any]]:
    """The schemas of a parameter, a header, a body or a response."""
    if "schema" in owner.node:
        yield join(owner.pointer, "schema"), owner.node["schema"]
    for name, header in mapping(owner.node.get("headers")).items():
        yield from _held(Node(join(owner.pointer, "headers", name), mapping(header)))
    for _, media in content_of(owner):
        yield from _held(media)


def _below(pointer: str, schema: Any) -> Iterator[Node]:
    node = mapping(schema)
    if not isinstance(schema, dict):
        return
    yield Node(pointer, node)
    for keyword, inner in node.items():
        below = join(pointer, keyword)
        if keyword in ONE or keyword in ONE_MORE:
            yield from _below(below, inner)
        elif keyword in LISTS:
            for index, item in enumerate(sequence(inner)):
                yield from _below(join(below, index), item)
        elif keyword in MAPS:
            for name, item in mapping(inner).items():
                yield from _below(join(below, name), item)


def reachable(tree: dict[str, Any], roots: list[Node]) -> dict[str, dict[str, Any]]:
    """The schemas that some schemas hold, references followed, by the pointer at which they are written."""
    found: dict[str, dict[str, Any]] = {}
    waiting = [follow(tree, root.node, root.pointer) for root in roots]
    while waiting:
        pointer, node = waiting.pop()
        if pointer in found:
            continue
        for below in _below(pointer, node):
            if below.pointer not in found:
                found[below.pointer] = below.node
                if "$ref" in below.node:
                    waiting.append(follow(tree, below.node, below.pointer))
    return found


def types_of(tree: dict[str, Any], schema: object) -> list[str]:
    """The types that a schema names, references followed."""
    named = resolve(tree, schema).get("type")
    return strings(named) or strings([named])


def parts_of(tree: dict[str, Any], schema: object) -> list[dict[str, Any]]:
    """The schema and all that its `allOf` brings in, references followed; what it says itself stands last."""
    found: list[dict[str, Any]] = []
    waiting = [resolve(tree, schema)]
    while waiting:
        node = waiting.pop()
        if not any(node is other for other in found):
            found.insert(0, node)
            waiting += [resolve(tree, part) for part in sequence(node.get("allOf"))]
    return found


def properties_of(tree: dict[str, Any], schema: object) -> dict[str, Any]:
    """The properties of a schema, those of its `allOf` included, references followed."""
    found: dict[str, Any] = {}
    for part in parts_of(tree, schema):
        found |= mapping(part.get("properties"))
    return found


def required_of(tree: dict[str, Any], schema: object) -> set[str]:
    """The names that a schema requires, those of its `allOf` included, references followed."""
    return {name for part in parts_of(tree, schema) for name in strings(part.get("required"))}
