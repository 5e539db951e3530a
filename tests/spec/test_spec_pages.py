"""The documentation's navigation, and the way from the spec to its pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

# The fields that pages print, in their tables and examples, by the object of the spec that has them.
PRINTED = {
    "CreateSpeechRequest": "model input voice response_format speed",
    "CreateTranscriptionRequest": "file model language prompt response_format temperature",
    "CreateTranslationRequest": "file model prompt response_format temperature",
    "Transcription": "text",
    "Translation": "text",
    "CreateChatCompletionRequest": """model messages temperature top_p n stream stop max_tokens presence_penalty
        frequency_penalty logit_bias user response_format tools tool_choice""",
    "ChatCompletion": "id choices created model system_fingerprint object usage",
    "ChatCompletionChoice": "index message finish_reason",
    "ChatCompletionMessage": "role content",
    "ChatCompletionChunk": "id choices created model system_fingerprint object",
    "CompletionUsage": "completion_tokens prompt_tokens total_tokens",
    "CreateCompletionRequest": "model prompt max_tokens temperature",
    "Completion": "id choices created model system_fingerprint object usage",
    "CompletionChoice": "text index finish_reason",
    "CreateEmbeddingRequest": "model input",
    "CreateEmbeddingResponse": "object data model usage",
    "Embedding": "index embedding object",
    "EmbeddingUsage": "prompt_tokens total_tokens",
    "CreateImageRequest": "prompt model n size quality response_format style user",
    "CreateImageEditRequest": "image mask prompt n size response_format user",
    "CreateImageVariationRequest": "image n size response_format user",
    "ImagesResponse": "created data",
    "Image": "b64_json url revised_prompt",
    "ModelList": "object data",
    "Model": "id created object owned_by",
    "CreateModerationRequest": "input model",
    "ModerationCreateResponse": "id model results",
    "Moderation": "categories",
}


@pytest.fixture(scope="module")
def captured(documentation: dict[str, Any]) -> set[str]:
    """The names of all fields on the pages that were captured."""

    def names(node: Any) -> Iterator[str]:
        inner = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
        yield from node.get("properties", ()) if isinstance(node, dict) else ()
        for one in inner:
            yield from names(one)

    return {*names([page["facts"] for page in documentation.get("captured", ())])}


def test_the_whole_navigation_is_there_in_its_order(pages: list[dict[str, Any]]) -> None:
    read_by_hand = [entry for entry in pages if entry.get("gloss")]  # `documentation apply` writes no gloss
    assert len(read_by_hand) == 55
    sections = list(dict.fromkeys(entry["section"][0] if entry["section"] else entry["title"] for entry in pages))
    assert sections[:6] == ["LLMs", "Stability", "Midjourney", "File", "Flux", "video"]
    assert Counter(entry["badge"] for entry in read_by_hand) == {"POST": 27, "none": 15, "GET": 6, "unseen": 7}


def test_no_page_that_was_read_by_hand_waits_to_be_covered(pages: list[dict[str, Any]]) -> None:
    # `documentation apply` leaves one pending that is listed and was not saved; `documentation unused` lists it.
    assert [entry["title"] for entry in pages if "pending" in entry and entry.get("gloss")] == []


def test_what_pages_print_is_there_and_nothing_else_says_that_they_print_it(
    schemas: dict[str, Any], captured: set[str]
) -> None:
    for name, fields in PRINTED.items():
        evidence = {
            field: inner.get("x-docs", {}).get("evidence", schemas[name]["x-docs"]["evidence"])
            for field, inner in schemas[name]["properties"].items()
        }
        printed = {field for field, mark in evidence.items() if mark.startswith(("documented", "template"))}
        assert printed - captured == set(fields.split()) - captured, name


def test_a_property_repeats_no_evidence(schemas: dict[str, Any]) -> None:
    repeated = [
        f"{name}.{field}"
        for name, schema in schemas.items()
        for field, inner in schema.get("properties", {}).items()
        if inner.get("x-docs", {}).get("evidence") == schema["x-docs"]["evidence"]
    ]
    assert repeated == []


def test_page_ids_are_as_certain_as_they_look(pages: list[dict[str, Any]]) -> None:
    for entry in pages:
        assert (entry["page"] is None) == (entry["certainty"] in {"unknown", "none"}), entry["title"]
