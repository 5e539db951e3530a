"""Conventions of this spec that OpenAPI does not ask for and `generator check` does not know."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml
from jsonschema import Draft202012Validator

from generator.spec.operations import Operation
from tests.contract.document import SPEC

# Methods that users of the OpenAI SDK already type.
SDK_NAMES = {
    "createChatCompletion": "chat.completions.create",
    "createCompletion": "completions.create",
    "createEmbedding": "embeddings.create",
    "listModels": "models.list",
    "retrieveModel": "models.retrieve",
    "createModeration": "moderations.create",
    "createSpeech": "audio.speech.create",
    "createTranscription": "audio.transcriptions.create",
    "createTranslation": "audio.translations.create",
    "createImage": "images.generate",
    "createImageEdit": "images.edit",
    "createImageVariation": "images.create_variation",
    "createFile": "files.create",
}


def test_operations_have_the_names_that_users_of_the_sdk_type(operations: dict[str, Operation]) -> None:
    named = {name: "{resource}.{method}".format(**operations[name].client) for name in SDK_NAMES}
    assert named == SDK_NAMES


def test_no_object_is_anonymous(schemas: dict[str, Any]) -> None:
    """Generators of other languages need a name for each object; a map of one kind of value needs none."""
    for name, schema in schemas.items():
        inside = ((place, inner) for place, inner in _below(schema, name) if place.rpartition("/")[2] != "properties")
        assert [place for place, inner in inside if place != name and "properties" in inner] == []


def test_every_reference_is_a_uri() -> None:
    """Braces of a path are percent-encoded: strict parsers read no other."""
    files = [SPEC / "openapi.yaml", *sorted((SPEC / "families").glob("*.yaml"))]
    trees = [yaml.load(file.read_text(encoding="utf-8"), yaml.CSafeLoader) for file in files]
    references = {
        inner["$ref"] for tree in trees for _, inner in _below(tree, "") if isinstance(inner.get("$ref"), str)
    }
    assert references
    assert sorted(ref for ref in references if not re.fullmatch(r"[\w.~/:#%-]+", ref, re.ASCII)) == []


# Keywords that say nothing about values of another type.
KEYWORDS = {"string": {"pattern", "minLength", "maxLength"}, "array": {"items", "minItems", "maxItems"}}


def test_values_are_of_the_type_beside_them(tree: dict[str, Any]) -> None:
    for place, node in _typed(tree):
        values = [*node.get("enum", ()), *([node["default"]] if "default" in node else ())]
        fits = Draft202012Validator({"type": node["type"]}).is_valid
        assert [value for value in values if not fits(value)] == [], place


def test_keywords_are_about_the_type_beside_them(tree: dict[str, Any]) -> None:
    for place, node in _typed(tree):
        assert [kind for kind, words in KEYWORDS.items() if words & node.keys() and kind not in node["type"]] == [], (
            place
        )


def _typed(tree: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    return ((place, node) for place, node in _below(tree, "") if isinstance(node.get("type"), (str, list)))


def test_every_schema_and_property_is_described(schemas: dict[str, Any]) -> None:
    """Descriptions become docstrings."""
    described = {f"{name}.{field}": inner for name, schema in schemas.items() for field, inner in _properties(schema)}
    assert [name for name, node in {**schemas, **described}.items() if not node.get("description")] == []


def test_what_is_required_has_no_default(schemas: dict[str, Any]) -> None:
    """It would never come into force, and generators write it down as if it did."""
    required = [(name, schema, field) for name, schema in schemas.items() for field in schema.get("required", ())]
    assert [f"{name}.{field}" for name, schema, field in required if "default" in schema["properties"][field]] == []


def test_only_what_reads_may_be_sent_again(operations: dict[str, Operation]) -> None:
    reads = {name for name, operation in operations.items() if operation.method == "get"} | {"listMidjourneyTasks"}
    assert {name for name, operation in operations.items() if operation.node["x-retry"] == "safe"} == reads


def _properties(schema: dict[str, Any]) -> list[tuple[str, Any]]:
    return [*schema.get("properties", {}).items()]


def _below(schema: Any, place: str) -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(schema, dict):
        yield place, schema
        for key, inner in schema.items():
            yield from _below(inner, f"{place}/{key}")
    elif isinstance(schema, list):
        for index, inner in enumerate(schema):
            yield from _below(inner, f"{place}/{index}")
