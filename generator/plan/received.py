"""Schemas that no operation reaches: those of requests that a program receives, and those that are only named."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..policy import Policy
from ..spec import Document, Schema
from ..spec.names import ClassName, words
from ..spec.operations import METHODS
from ..spec.pointer import follow, join, mapping
from ..spec.schemas import reachable
from .class_names import COMPONENTS
from .schemas import Schemas


def read_unreached(document: Document, policy: Policy, models: Schemas, params: Schemas) -> None:
    """Read the bodies of webhooks and callbacks as models, and every named schema that neither side has read."""
    for pointer, schema, hint in _received(document):
        models.read(schema, pointer, hint)
    reached = reachable(document.tree, _roots(document, policy)).keys()
    for pointer in sorted(models.names.components):
        if not (pointer in reached or any(pointer in side.given or pointer in side.plain for side in (models, params))):
            models.read({"$ref": f"#{pointer}"}, pointer, pointer.removeprefix(f"{COMPONENTS}/"))


def _roots(document: Document, policy: Policy) -> Iterator[Schema]:
    """The schemas of operations. Those of errors are not among them, unless the policy says how they are read."""
    for one in document.operations:
        yield from (Schema(each.schema_pointer, each.schema) for each in one.parameters)
        bodies = one.request_body.content if one.request_body else ()
        answers = one.responses if policy.errors else [each for each in one.responses if each.is_success]
        for content in (*bodies, *(content for each in answers for content in each.content)):
            yield Schema(content.schema_pointer, content.schema)


def _received(document: Document) -> Iterator[tuple[str, Any, str]]:
    """The schemas of requests that the API sends: where they are, and a name for each."""
    tree = document.tree
    for name, item in mapping(tree.get("webhooks")).items():
        yield from _bodies(tree, join("/webhooks", name), item, f"{ClassName.styled(words(name))}Webhook")
    for one in document.operations:
        for name, written in mapping(one.node.get("callbacks")).items():
            place, callback = follow(tree, written, join(one.pointer, "callbacks", name))
            hint = f"{ClassName.styled(words(one.id))}{ClassName.styled(words(name))}Callback"
            for expression, item in mapping(callback).items():
                yield from _bodies(tree, join(place, expression), item, hint)


def _bodies(tree: dict[str, Any], pointer: str, written: object, hint: str) -> Iterator[tuple[str, Any, str]]:
    pointer, item = follow(tree, written, pointer)
    for method in METHODS:
        node = mapping(mapping(item).get(method))
        if "requestBody" in node:
            place, body = follow(tree, node["requestBody"], join(pointer, method, "requestBody"))
            for media_type, content in mapping(mapping(body).get("content")).items():
                yield join(place, "content", media_type, "schema"), mapping(content).get("schema"), hint
