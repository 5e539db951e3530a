"""The published OpenAPI 3.1 document: the spec in one file and in plain OpenAPI, for tools of any language."""

from __future__ import annotations

import json
from copy import deepcopy
from typing import Any

from ..spec import Operation
from ..spec.operations import Content, walk_operations
from ..spec.pointer import mapping, resolve, sequence, string, strings
from ..spec.schemas import Schema, reachable, types_of
from .examples import Examples, say_examples
from .media_types import say_media_types
from .settings import Settings
from .tree import NULL, SCHEMAS, drop_unused, mappings, patched, rewritten

HEADER = "#/components/headers/RequestId"


def openapi_3_1(tree: dict[str, Any], settings: Settings, examples: Examples) -> dict[str, Any]:
    """The document without x- keys, in which no operation has a server of its own."""
    tree = deepcopy(tree)
    _declare_request_id(tree)
    for operation in walk_operations(tree):
        if operation.base is None:
            _describe_body(tree, operation)
            _link_page(operation, settings.pages)
            _declare_accept(operation, settings.accept)
    tree = patched(rewritten(tree, _without_extensions), settings.patch)
    for item in tree["paths"].values():
        item.pop("servers", None)  # a generated client would leave the base URL that it was given
    _open_values(tree)
    tree = rewritten(rewritten(tree, _default_in_words), _without_names_of_keys)
    say_media_types(tree, examples.recorded)
    say_examples(tree, examples)
    _rename(tree, settings.names)
    drop_unused(tree)
    return tree


def _declare_request_id(tree: dict[str, Any]) -> None:
    """Declare the header that holds the id of a request, in every response."""
    names = strings(mapping(tree.get("x-errors")).get("request_id"))
    if not names:
        return
    text = "Id of the request: quote it when you report a problem."
    tree["components"]["headers"] = {"RequestId": {"description": text, "schema": {"type": "string"}}}
    shared = mapping(tree["components"].get("responses")).values()
    own = (one for operation in walk_operations(tree) for one in operation.node["responses"].values())
    for response in (*shared, *own):
        if "$ref" not in response:
            response["headers"] = {names[0]: {"$ref": HEADER}}


def _describe_body(tree: dict[str, Any], operation: Operation) -> None:
    """Say of a request body what its schema says."""
    if operation.body:
        operation.node["requestBody"]["description"] = string(resolve(tree, operation.body.schema).get("description"))


def _link_page(operation: Operation, pages: str) -> None:
    """Link the page of the documentation, by its Chinese title."""
    docs = mapping(operation.node.get("x-docs"))
    if page := string(docs.get("page")):
        operation.node["externalDocs"] = {"description": string(docs.get("title")), "url": pages.format(page=page)}


def _declare_accept(operation: Operation, text: str) -> None:
    """Declare the header Accept where it must be one media type exactly. OpenAPI ignores it, many tools do not."""
    returns = mapping(operation.client.get("returns"))
    if returns.get("by") == "accept":
        kinds = [*mapping(returns.get("cases"))]
        operation.node["description"] = f"{string(operation.node.get('description'))}\n\n{text.format(kind=kinds[0])}"
        schema = {"type": "string", "enum": kinds}
        accept = {"name": "Accept", "in": "header", "required": True, "description": "Form of the response."}
        operation.node.setdefault("parameters", []).append({**accept, "schema": schema, "example": kinds[0]})


def _without_extensions(node: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in node.items() if not key.startswith("x-")}


def _open_values(tree: dict[str, Any]) -> None:
    """Let a field of a response have other values than those that are known: a strict enum would refuse them."""
    operations = [*walk_operations(tree)]
    sent = [Schema(one.body.schema_pointer, one.body.schema) for one in operations if one.body]
    received = [Schema(one.schema_pointer, one.schema) for operation in operations for one in _content(operation)]
    requested = reachable(tree, sent)
    for pointer, node in reachable(tree, received).items():
        known = sequence(node.get("enum"))
        is_open = "/anyOf/" in pointer[-8:]
        if pointer not in requested and not is_open and len(known) > 1 and "string" in types_of(tree, node):
            texts = [value for value in known if value is not None]
            node["anyOf"] = [{"type": "string"}, {"type": "string", "enum": texts}, *([NULL] if None in known else [])]
            del node["enum"], node["type"]


def _content(operation: Operation) -> list[Content]:
    return [content for response in operation.responses for content in response.content]


def _default_in_words(node: dict[str, Any]) -> dict[str, Any]:
    """A default as text. As a keyword it makes generated clients send it, or makes the field required."""
    if "default" not in node or not {"type", "anyOf", "oneOf", "$ref"} & node.keys():
        return node
    node = dict(node)
    value = node.pop("default")
    if value is not None:
        shown = value if isinstance(value, str) else json.dumps(value)
        node["description"] = f"{string(node.get('description'))} Default: `{shown}`.".strip()
    return node


def _without_names_of_keys(node: dict[str, Any]) -> dict[str, Any]:
    """A description that refers to the document's section of errors, not to an x- key."""
    text = node.get("description")
    return {**node, "description": text.replace("(x-errors)", "(see Errors)")} if isinstance(text, str) else node


def _rename(tree: dict[str, Any], names: dict[str, str]) -> None:
    """Rename schemas, where they are defined and where they are used."""
    schemas = tree["components"]["schemas"]
    tree["components"]["schemas"] = {names.get(name, name): schema for name, schema in schemas.items()}
    for node in mappings(tree):
        ref = node.get("$ref")
        if isinstance(ref, str) and ref.startswith(SCHEMAS):
            node["$ref"] = SCHEMAS + names.get(ref.removeprefix(SCHEMAS), ref.removeprefix(SCHEMAS))
