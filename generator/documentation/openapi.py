"""Pages in machine-readable form: Apifox Markdown, OpenAPI exports and Apifox project exports."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml

from ..spec.pointer import mapping, sequence, string
from .page import METHODS, Page
from .statement import shown_json

DEEPEST = 150
BLOCK = re.compile(r"^```ya?ml\b[^\n]*\n", re.MULTILINE)


class _Loader(yaml.CSafeLoader):
    """YAML 1.2, as Apifox writes it: `on` and `2024-08-18` are strings."""


_Loader.yaml_implicit_resolvers = {
    first: [
        (tag, re.compile("true$|false$") if tag.endswith(":bool") else pattern)
        for tag, pattern in resolvers
        if not tag.endswith(":timestamp")
    ]
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


def load(text: str) -> Any:
    """The OpenAPI document in YAML. Raises `yaml.YAMLError`."""
    level = 0
    for event in yaml.parse(text, _Loader):  # without recursion, unlike loading
        level += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if level > 3 * DEEPEST:
            raise yaml.YAMLError("it is nested too deeply")
    return yaml.load(text, _Loader)


def fragment(text: str) -> str | None:
    """The OpenAPI document in a page's Markdown, None if it does not end."""
    begun = BLOCK.search(text)
    block, end, _ = text[begun.end() :].partition("\n```") if begun else ("", "", "")
    return block if end else None


def depth(tree: Any) -> int:
    """Return how deeply plain data is nested; what several places share counts once."""
    found, left, seen = 0, [(tree, 0)], set[int]()
    while left:
        node, level = left.pop()
        inner = [*mapping(node).values(), *sequence(node)]
        if inner and id(node) not in seen:
            seen.add(id(node))
            found = max(found, level)
            left += [(one, level + 1) for one in inner]
    return found


def pages(file: str, form: str, tree: dict[str, Any], text: str) -> Iterator[Page]:
    """A page for each operation of an OpenAPI document."""
    components = mapping(tree.get("components"))
    for path, item in mapping(tree.get("paths")).items():
        for method in METHODS:
            operation = mapping(mapping(item).get(method))
            if not operation:
                continue
            shared = sequence(mapping(item).get("parameters"))
            operation = {**operation, "parameters": [*shared, *sequence(operation.get("parameters"))]}
            title = string(operation.get("summary")).strip()
            group = string(operation.get("x-apifox-folder")).strip()
            run = re.search(r"(api-\d+)", string(operation.get("x-run-in-apifox")))
            yield Page(file, form, title, group, run[1] if run else "", method, path, operation, components, text)


def project(file: str, tree: dict[str, Any], text: str) -> Iterator[Page]:
    """A page for each endpoint of an Apifox project export; several may have one method and path."""
    named = [one for one in _all(tree, "schemaCollection") if "schema" in one]
    names = {str(one.get("id")): string(one.get("name")) for one in named}
    schemas = {string(one.get("name")): _refs(mapping(one["schema"]).get("jsonSchema"), names) for one in named}
    for one in _all(tree, "apiCollection"):
        if api := mapping(one.get("api")):
            item = {string(api.get("method")).lower(): _operation(one, names)}
            document = {"paths": {string(api.get("path")): item}, "components": {"schemas": schemas}}
            yield from pages(file, "apifox", document, text)


def _all(tree: dict[str, Any], collection: str) -> Iterator[dict[str, Any]]:
    for top in sequence(tree.get(collection)):
        yield from _items(mapping(top), [])


def _items(folder: dict[str, Any], above: list[str]) -> Iterator[dict[str, Any]]:
    """The entries of a folder and of those in it, each with the names of its folders."""
    for one in map(mapping, sequence(folder.get("items"))):
        yield {**one, "folder": "/".join(above)}
        yield from _items(one, [*above, string(one.get("name"))])


def _operation(one: dict[str, Any], names: dict[str, str]) -> dict[str, Any]:
    api = mapping(one["api"])
    found: dict[str, Any] = {"summary": one.get("name"), "x-apifox-folder": one.get("folder"), "parameters": []}
    found["deprecated"] = api.get("status") == "deprecated"
    if api.get("id"):
        found["x-run-in-apifox"] = f"api-{api['id']}"
    for place, parameters in mapping(api.get("parameters")).items():
        found["parameters"] += [_parameter(mapping(each), place) for each in sequence(parameters)]
    body = mapping(api.get("requestBody"))
    media = string(body.get("type"))
    if body.get("jsonSchema"):
        schema = _refs(body["jsonSchema"], names)
    else:
        fields = [_parameter(mapping(each), "") for each in sequence(body.get("parameters"))]
        required = [each["name"] for each in fields if each["required"]]
        schema = {
            "type": "object",
            "properties": {each["name"]: each["schema"] for each in fields},
            "required": required,
        }
    if "/" in media:
        found["requestBody"] = {"content": {media: {"schema": schema, **_example(body.get("example"))}}}
    shown = {str(each.get("responseId")): each for each in map(mapping, sequence(api.get("responseExamples")))}
    found["responses"] = {}
    for each in map(mapping, sequence(api.get("responses"))):
        if each.get("contentType", "json") == "json":
            example = _example(mapping(shown.get(str(each.get("id")))).get("data"))
            content = {"schema": _refs(each.get("jsonSchema"), names), **example}
            found["responses"][str(each.get("code"))] = {"content": {"application/json": content}}
    return found


def _example(shown: Any) -> dict[str, Any]:
    """The example of a body, which a project has as text."""
    return {"example": shown_json([shown]) if isinstance(shown, str) else shown} if shown else {}


def _parameter(one: dict[str, Any], place: str) -> dict[str, Any]:
    schema = {"type": one.get("type", "string"), **mapping(one.get("schema"))}
    if schema["type"] == "file":
        schema = {"type": "string", "format": "binary"}
    found = {"name": one.get("name"), "in": place, "required": one.get("required") is True, "schema": schema}
    return {**found, "example": one.get("example")}


def _refs(node: Any, names: dict[str, str]) -> Any:
    """A schema in which `#/definitions/123` is the reference to the schema of that id."""
    if items := sequence(node):
        return [_refs(one, names) for one in items]
    found = {key: _refs(value, names) for key, value in mapping(node).items()}
    id = string(found.get("$ref")).rpartition("/")[2]
    return {"$ref": f"#/components/schemas/{names[id]}"} if id in names else found or node
