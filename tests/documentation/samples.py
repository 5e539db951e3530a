"""The facts on all pages of the documentation, made from the spec: plain data that a test may edit."""

from __future__ import annotations

from typing import Any, NamedTuple

from generator.documentation.register import described, entries
from generator.spec import Document
from generator.spec.pointer import follow, mapping, sequence, strings

Tree = dict[str, Any]

LIMITS = ("minLength", "maxLength", "minItems", "maxItems", "minimum", "maximum")
KEPT = (*LIMITS, "type", "format", "enum", "default", "example")


class Sample(NamedTuple):
    """A page. An endpoint has an operation, as in OpenAPI and without references; an object has `fields`."""

    title: str
    group: tuple[str, ...]
    id: str
    method: str
    path: str
    operation: Tree
    host: str

    @property
    def is_prose(self) -> bool:
        return not self.method and not self.operation["fields"]


def samples(document: Document) -> list[Sample]:
    """A page for each entry of the register; one of prose has neither an operation nor fields."""
    found: list[Sample] = []
    host = str(document.tree["servers"][0]["url"])
    for entry in entries(document):
        node = entry.node
        covers, page = strings(node.get("covers")), node.get("page")
        title, group = str(node.get("title")), tuple(strings(node.get("section")))
        operation = next((document.operations_by_id[one] for one in covers if one in document.operations_by_id), None)
        if operation and not str(page).startswith("doc-"):  # those are prose about an endpoint
            tree = _operation(document.tree, described(operation))
            found.append(Sample(title, group, page or "", operation.method, operation.path, tree, host))
        else:
            found.append(Sample(title, group, page or "", "", "", {"fields": _fields(document.tree, covers)}, host))
    return found


def _operation(tree: Tree, node: Tree) -> Tree:
    parameters = [follow(tree, one)[1] for one in sequence(node.get("parameters"))]
    found: Tree = {
        "parameters": [
            {
                "name": one["name"],
                "in": one["in"],
                "required": one.get("required", False),
                "schema": stated(tree, one.get("schema")),
            }
            for one in parameters
        ]
    }
    body = mapping(follow(tree, node.get("requestBody"))[1])
    for media, content in [*mapping(body.get("content")).items()][:1]:
        schema = stated(tree, content.get("schema"))
        found["requestBody"] = {"content": {media: {"schema": schema, "example": example(schema)}}}
    found["responses"] = {}
    for status, response in mapping(node.get("responses")).items():
        listed = mapping(mapping(follow(tree, response)[1]).get("content"))
        if status.startswith("2") and "application/json" in listed:
            schema = stated(tree, listed["application/json"].get("schema"))
            found["responses"][status] = {
                "content": {"application/json": {"schema": schema, "example": example(schema)}}
            }
    return found


def _fields(tree: Tree, names: list[str]) -> Tree:
    """The fields of objects as a table lists them, inner ones flat behind the outer ones."""
    found: Tree = {}
    for name in names:
        schema = stated(tree, {"$ref": f"#/components/schemas/{name}"}, deep=False)
        for field, one in mapping(schema.get("properties")).items():
            if one.get("type"):
                found.setdefault(field, {"type": one["type"]})
    return found


def stated(tree: Tree, schema: Any, seen: tuple[str, ...] = (), *, deep: bool = True) -> Tree:
    """A schema as a page states it: one type, of several objects the first, no references, nothing inherited."""
    ref = mapping(schema).get("$ref", "")
    node = mapping(follow(tree, schema)[1])
    if ref in seen:
        return {"type": "object"}
    seen = (*seen, *([ref] if ref else []))
    found = {key: value for key, value in node.items() if key in KEPT}
    properties: Tree = {}
    if isinstance(node.get("type"), list):
        found["type"] = next(one for one in node["type"] if one != "null")
    if "const" in node:
        found.setdefault("enum", [node["const"]])
    if deep or not seen[1:]:
        properties = {name: stated(tree, one, seen, deep=deep) for name, one in mapping(node.get("properties")).items()}
    required = strings(node.get("required"))
    for part in sequence(node.get("allOf")):
        inner = stated(tree, part, seen, deep=deep)
        properties = {**mapping(inner.pop("properties", None)), **properties}
        required += inner.pop("required", [])
        found = {**inner, **found}
    choices = [stated(tree, one, seen, deep=deep) for key in ("anyOf", "oneOf") for one in sequence(node.get(key))]
    choices = [one for one in choices if one.get("type") != "null" and one]
    if choices:
        first = next((one for one in choices if one.get("type") == "object"), choices[0])
        values = [value for one in choices for value in sequence(one.get("enum")) if first["type"] == one["type"]]
        properties = {**mapping(first.pop("properties", None)), **properties}
        required += first.pop("required", [])
        found = {**first, **({"enum": values} if values else {}), **found}
    if "items" in node:
        found["items"] = stated(tree, node["items"], seen, deep=deep)
    if properties:
        found = {"type": "object", **found, "properties": properties}
        found["required"] = [name for name in dict.fromkeys(required) if name in properties]
    if "enum" in found:
        found["enum"] = [one for one in found["enum"] if one is not None]
        found.setdefault("type", "string")
    return found


def example(schema: Tree, name: str = "") -> Any:
    """A value as the page of an endpoint shows one."""
    if "example" in schema:
        return schema["example"]
    if "enum" in schema:
        return schema["enum"][0]
    kind = schema.get("type")
    if kind == "object":
        return {key: example(one, key) for key, one in mapping(schema.get("properties")).items()}
    if kind == "array":
        return [example(mapping(schema.get("items")), name)]
    values: Tree = {"integer": 1, "number": 0.5, "boolean": True}
    return values.get(str(kind), f"some {name}".strip())


# -- forms ---------------------------------------------------------------------------------------------------------
