"""The document itself: valid OpenAPI 3.1, nothing anonymous, and the means to tell a result from an error."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator
from openapi_spec_validator import OpenAPIV31SpecValidator

SPEC = Path(__file__).parents[2] / "spec"

SDK_NAMES = {
    "createChatCompletion": "chat.completions.create",
    "createCompletion": "completions.create",
    "createEmbedding": "embeddings.create",
    "listModels": "models.list",
    "retrieveModel": "models.retrieve",
    "createModeration": "moderations.create",
}
MORE_SDK_NAMES = {
    "createSpeech": "audio.speech.create",
    "createTranscription": "audio.transcriptions.create",
    "createTranslation": "audio.translations.create",
    "createImage": "images.generate",
    "createImageEdit": "images.edit",
    "createImageVariation": "images.create_variation",
    "createFile": "files.create",
}


def test_it_is_openapi_3_1(tree: dict[str, Any]) -> None:
    assert [str(error) for error in OpenAPIV31SpecValidator(tree).iter_errors()] == []


def test_every_schema_is_json_schema(schemas: dict[str, Any]) -> None:
    for schema in schemas.values():
        Draft202012Validator.check_schema(schema)


def test_operations_have_the_names_that_users_of_the_sdk_type(operations: dict[str, dict[str, Any]]) -> None:
    named = {name: operation["x-client"] for name, operation in operations.items()}
    wanted = SDK_NAMES | MORE_SDK_NAMES
    assert {name: f"{named[name]['resource']}.{named[name]['method']}" for name in wanted} == wanted


def test_no_object_is_anonymous(schemas: dict[str, Any]) -> None:
    """The generator needs a name for each object; a map of one kind of value needs none."""
    for name, schema in schemas.items():
        inside = ((place, inner) for place, inner in _below(schema, name) if place.rpartition("/")[2] != "properties")
        anonymous = [place for place, inner in inside if place != name and "properties" in inner]
        assert anonymous == []


def test_every_reference_is_a_uri() -> None:
    """Braces of a path are encoded in it: parsers that go by the letter read no other."""
    files = [SPEC / "openapi.yaml", *sorted((SPEC / "families").glob("*.yaml"))]
    references = {ref for file in files for ref in _references(yaml.safe_load(file.read_text(encoding="utf-8")))}
    assert references
    assert sorted(ref for ref in references if not re.fullmatch(r"[\w.~/:#%-]+", ref, re.ASCII)) == []


def test_every_schema_is_used(tree: dict[str, Any], schemas: dict[str, Any]) -> None:
    used = {ref.rpartition("/")[2] for ref in _references(tree)}
    assert set(schemas) - used == set()


def test_every_property_is_described(schemas: dict[str, Any]) -> None:
    """Descriptions become docstrings."""
    bare = [
        f"{name}.{field}"
        for name, schema in schemas.items()
        for field, inner in schema.get("properties", {}).items()
        if not inner.get("description")
    ]
    assert bare == []
    assert [name for name, schema in schemas.items() if not schema.get("description")] == []


def test_every_required_property_exists(schemas: dict[str, Any]) -> None:
    for name, schema in schemas.items():
        assert set(schema.get("required", ())) <= set(schema.get("properties", {})), name


def test_what_is_required_has_no_default(schemas: dict[str, Any]) -> None:
    """It would never come into force, and generators write it down as if it did."""
    for name, schema in schemas.items():
        assert [field for field in schema.get("required", ()) if "default" in schema["properties"][field]] == [], name


def test_defaults_and_known_values_are_valid(schemas: dict[str, Any]) -> None:
    for name, schema in schemas.items():
        for field, inner in schema.get("properties", {}).items():
            if "default" in inner:
                whole = {**inner, "components": {"schemas": schemas}}
                assert Draft202012Validator(whole).is_valid(inner["default"]), f"{name}.{field}"
            if None in inner.get("enum", ()):
                assert "null" in inner["type"], f"{name}.{field}"


@pytest.mark.parametrize("name", SDK_NAMES)
def test_what_proves_a_result_is_required_in_it(
    operations: dict[str, dict[str, Any]], schemas: dict[str, Any], name: str
) -> None:
    operation = operations[name]
    for media in operation["responses"]["200"]["content"].values():
        schema = schemas[media["schema"]["$ref"].rpartition("/")[2]]
        assert set(operation["x-errors"]["proof"]) <= set(schema["required"])


@pytest.mark.parametrize("name", ["createChatCompletion", "createCompletion"])
def test_a_streaming_operation_says_how(
    operations: dict[str, dict[str, Any]], schemas: dict[str, Any], name: str
) -> None:
    operation = operations[name]
    stream, content = operation["x-stream"], operation["responses"]["200"]["content"]
    body = schemas[operation["requestBody"]["content"]["application/json"]["schema"]["$ref"].rpartition("/")[2]]
    event, whole = (
        schemas[content[media]["schema"]["$ref"].rpartition("/")[2]]
        for media in ("text/event-stream", "application/json")
    )
    assert body["properties"].keys() >= stream["when"].keys()
    assert set(stream["proof"]) <= set(event["required"])
    for field, value in stream["whole"]["constants"].items():
        assert value in whole["properties"][field]["enum"]


@pytest.mark.parametrize(
    ("name", "field", "word"),
    [
        ("ChatCompletionChoice", "finish_reason", "eos"),
        ("ChatCompletionChunkChoice", "finish_reason", "end_turn"),
        ("CompletionChoice", "finish_reason", "eos_token"),
        ("ChatCompletion", "service_tier", "on_demand"),
        ("ChatCompletionChunk", "service_tier", "on_demand"),
    ],
)
def test_where_vendors_have_words_of_their_own_any_word_is_valid(
    schemas: dict[str, Any], name: str, field: str, word: str
) -> None:
    """Other generators take a list of values for all that there are, and refuse the rest."""
    assert Draft202012Validator(schemas[name]["properties"][field]).is_valid(word)


def test_only_what_reads_may_be_sent_again(tree: dict[str, Any], operations: dict[str, dict[str, Any]]) -> None:
    reads = {item["get"]["operationId"] for item in tree["paths"].values() if "get" in item} | {"listMidjourneyTasks"}
    assert {name for name, operation in operations.items() if operation["x-retry"] == "safe"} == reads


def _below(schema: Any, place: str) -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(schema, dict):
        yield place, schema
        for key, inner in schema.items():
            yield from _below(inner, f"{place}/{key}")
    elif isinstance(schema, list):
        for index, inner in enumerate(schema):
            yield from _below(inner, f"{place}/{index}")


def _references(node: Any) -> Iterator[str]:
    return (inner["$ref"] for _, inner in _below(node, "") if isinstance(inner.get("$ref"), str))
