"""The published OpenAPI 3.1 document: the spec in one file and in plain OpenAPI, for tools of any language."""

from __future__ import annotations

from typing import Any

from ..mock_server.replay.fixtures import Fixture
from ..spec.pointer import string
from .examples import Examples, say_examples
from .media_types import say_media_types
from .settings import Settings
from .tree import SCHEMAS, mappings, patched, rewritten


def openapi_3_1(tree: dict[str, Any], settings: Settings, recorded: list[Fixture]) -> dict[str, Any]:
    """The document without x- keys, in which no operation has a server of its own."""
    tree = rewritten(tree, _without_extensions)
    tree = patched(tree, settings.patch)
    for item in tree["paths"].values():
        item.pop("servers", None)  # a generated client would leave the base URL that it was given
    tree = rewritten(tree, _default_in_words)
    say_media_types(tree, recorded)
    say_examples(tree, Examples(recorded, settings.examples))
    _rename(tree, settings.names)
    _drop_unused(tree)
    return tree


def _without_extensions(node: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in node.items() if not key.startswith("x-")}


def _default_in_words(node: dict[str, Any]) -> dict[str, Any]:
    """A default as text. As a keyword it makes generated clients send it, or makes the field required."""
    if "default" not in node or not {"type", "anyOf", "oneOf", "$ref"} & node.keys():
        return node
    node = dict(node)
    value = node.pop("default")
    if value is not None:
        shown = "true" if value is True else "false" if value is False else value
        node["description"] = f"{string(node.get('description'))} Default: `{shown}`.".strip()
    return node


def _rename(tree: dict[str, Any], names: dict[str, str]) -> None:
    """Rename schemas, where they are defined and where they are used."""
    schemas = tree["components"]["schemas"]
    tree["components"]["schemas"] = {names.get(name, name): schema for name, schema in schemas.items()}
    for node in mappings(tree):
        ref = node.get("$ref")
        if isinstance(ref, str) and ref.startswith(SCHEMAS):
            node["$ref"] = SCHEMAS + names.get(ref.removeprefix(SCHEMAS), ref.removeprefix(SCHEMAS))


def _drop_unused(tree: dict[str, Any]) -> None:
    """Drop the schemas that nothing refers to, such as the bodies of variants."""
    schemas = tree["components"]["schemas"]
    used: set[str] = set()
    waiting: list[Any] = [tree["paths"], {**tree["components"], "schemas": {}}]
    while waiting:
        for node in mappings(waiting.pop()):
            name = string(node.get("$ref")).removeprefix(SCHEMAS)
            if name in schemas and name not in used:
                used.add(name)
                waiting.append(schemas[name])
    tree["components"]["schemas"] = {name: schema for name, schema in schemas.items() if name in used}
