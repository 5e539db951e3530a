"""The error shapes and codes of the spec, against bodies as the gateway writes them."""

from __future__ import annotations

from typing import Any

import pytest
from jsonschema import Draft202012Validator

from generator.runtime.response.error_catalog import ErrorCatalog
from tests.contract.document import error_catalog

E1 = {"error": {"message": "Token not provided (request id: 1)", "type": "api_error"}}
E2A = {"error": "max_tokens is invalid (request id: 1)"}
E2B: dict[str, Any] = {
    "code": "invalid_text_request",
    "message": "field messages is required",
    "param": "body",
    "type": "api_error",
}
E3 = {
    "error": {"message": "Invalid URL (GET /v1/x)", "type": "invalid_request_error", "param": "path", "code": "no_path"}
}
VENDOR: dict[str, dict[str, Any]] = {
    "error": {"message": "No such size.", "type": "invalid_value", "param": "size", "code": "no_size"}
}
FLAT = {"object": "error", "message": "Too long.", "type": "BadRequestError", "param": "size", "code": 400}
E4 = {"code": 4, "description": "task_no_found ", "type": "upstream_error"}
E9 = {"message": "Error retrieving the file", "success": False}

E7 = {"error": {"message": "Panic detected, error: …", "type": "api_panic"}}

SHAPES: dict[str, list[dict[str, Any]]] = {
    "handler panic": [E7],
    "gateway refusal": [E1],
    "bare message": [E2A],
    "result not recorded": [
        {"error": "failed to Insert sdTask"},
        {"error": "failed to Insert sdTask: Error 1205: Lock wait timeout exceeded (request id: 1)"},
        {"error": "Failed to show response"},
        {"error": "API error: failed to insert video log: database is locked"},
    ],
    "relayed result not recorded": [
        {"error": {**E2B, "code": "api_error", "message": "API error: failed to insert video log: database is locked"}}
    ],
    "stability response lost": [{"error": "failed to get response"}],
    "stability generation unknown": [{"error": "get_channel_id_failed"}],
    "stability error": [{"id": "1", "name": "bad_request", "errors": ["image: is required", "prompt: is required"]}],
    "unwrapped relayed failure": [
        E2B,
        {**E2B, "code": None},
        {**E2B, "code": 400},
        {**E2B, "message": ""},
    ],
    "relayed failure": [{"error": E2B}, {"error": {**E2B, "code": None}}, {"error": {**E2B, "code": 400}}],
    "unknown path or model": [E3],
    "vendor failure": [{"error": {**VENDOR["error"], "type": "server_error"}}],
    "vendor error": [
        VENDOR,
        {"error": {**VENDOR["error"], "type": "invalid_request_error", "param": None, "code": None}},
        {"error": {"message": "Overloaded.", "type": "overloaded"}},
        {"error": {**VENDOR["error"], "param": {"in": "body"}}},
    ],
    "other vendor error": [
        {"error": {"message": None, "type": "overloaded", "code": 529, "param": "queue"}},
        {"error": {"message": ["Too long.", "Too loud."]}},
        {"error": {"message": {"text": "Too long."}}},
    ],
    "list of errors": [{"error": [{"message": "Too long.", "code": 7}]}, {"error": ["Too long."]}],
    "list of errors by its plural": [{"errors": [{"message": "Too long.", "code": 7}], "success": False}],
    "error in a list": [[{"error": {"message": "Too long.", "code": 400}}]],
    "unwrapped vendor error": [FLAT, {**FLAT, "message": None}, {**FLAT, "message": ["Too long."]}],
    "midjourney gateway refusal": [{**E4, "code": 5, "type": "api_error"}],
    "midjourney response lost": [{**E4, "code": 5}],
    "midjourney task not recorded": [
        {**E4, "description": " Insert midjourneyTask failed Error"},
        {**E4, "description": "insert_midjourney_task_failed "},
        {**E4, "description": "Io Copy error Error"},
    ],
    "midjourney answer without a code": [{**E4, "code": 0, "description": " "}],
    "midjourney error": [E4, {**E4, "description": "User quota is not enough Error"}],
    "midjourney seed missing": [{"code": 4, "description": "no seed", "properties": None, "result": ""}],
    "file not recorded": [E9],
    "file rejected": [E9],
}

# What is read out of the first sample of each shape: message, code, type and param.
READ: dict[str, tuple[str, Any, Any, Any]] = {
    "handler panic": ("Panic detected, error: …", None, "api_panic", None),
    "gateway refusal": ("Token not provided (request id: 1)", None, "api_error", None),
    "bare message": ("max_tokens is invalid (request id: 1)", None, None, None),
    "result not recorded": ("failed to Insert sdTask", None, None, None),
    "relayed result not recorded": (
        "API error: failed to insert video log: database is locked", "api_error", "api_error", "body",
    ),
    "stability response lost": ("failed to get response", None, None, None),
    "stability generation unknown": ("get_channel_id_failed", "get_channel_id_failed", None, None),
    "stability error": ("image: is required; prompt: is required", "bad_request", None, None),
    "unwrapped relayed failure": ("field messages is required", "invalid_text_request", "api_error", "body"),
    "relayed failure": ("field messages is required", "invalid_text_request", "api_error", "body"),
    "unknown path or model": ("Invalid URL (GET /v1/x)", "no_path", "invalid_request_error", "path"),
    "vendor failure": ("No such size.", "no_size", "server_error", "size"),
    "vendor error": ("No such size.", "no_size", "invalid_value", "size"),
    "other vendor error": ("", 529, "overloaded", "queue"),
    "list of errors": ("Too long.", 7, None, None),
    "list of errors by its plural": ("Too long.", 7, None, None),
    "error in a list": ("Too long.", 400, None, None),
    "unwrapped vendor error": ("Too long.", 400, "BadRequestError", "size"),
    "midjourney gateway refusal": ("task_no_found ", 5, "api_error", None),
    "midjourney response lost": ("task_no_found ", 5, "upstream_error", None),
    "midjourney task not recorded": (" Insert midjourneyTask failed Error", 4, "upstream_error", None),
    "midjourney answer without a code": (" ", 0, "upstream_error", None),
    "midjourney error": ("task_no_found ", 4, "upstream_error", None),
    "midjourney seed missing": ("no seed", 4, None, None),
    "file not recorded": ("Error retrieving the file", None, None, None),
    "file rejected": ("Error retrieving the file", None, None, None),
}  # fmt: skip

RESULTS = [
    {"id": "1", "object": "chat.completion", "created": 1, "model": "m", "choices": [], "error": None},
    {"object": "list", "data": []},
    {"id": "gpt-4o", "object": "model", "created": 1, "owned_by": "openai"},
    {"id": "modr-1", "model": "m", "results": []},
    {"task_id": "1", "task_status": "succeed", "message": ""},
    {"code": 1, "description": "Submit success", "properties": {}, "result": "1"},
    {"file": {"id": 1, "file_name": "error.txt"}, "message": "File uploaded successfully", "success": True},
]

# Before a vendor is asked, and after.
OUTCOMES = [
    (503, E1, "rejected"),
    (500, E1, "rejected"),
    (500, E7, "unknown"),
    (500, {**E2B, "code": "convert_request_failed"}, "rejected"),
    (500, {"error": {**E2B, "code": "get_user_quota_failed"}}, "rejected"),
    (501, {"error": {**E2B, "code": "api_not_implemented"}}, "rejected"),
    (500, {**E2B, "code": "do_request_failed"}, "unknown"),
    (500, {**E2B, "code": "read_response_body_failed"}, "unknown"),
    (500, {"error": {**E2B, "code": "unmarshal_response_body_failed"}}, "unknown"),
    (200, {**E2B, "code": "bad_response_status_code"}, "unknown"),
    (503, {**E2B, "code": None}, "unknown"),
    (500, E2A, "unknown"),
    (200, {**E2B, "code": "hidden_failure"}, "rejected"),
    (429, {**E2B, "code": "rate_limit_exceeded"}, "rejected"),
    (400, {**E2B, "code": "bad_response_status_code"}, "rejected"),
    (502, {**E2B, "code": "bad_response_status_code"}, "unknown"),
    (400, {**E4, "code": 5}, "unknown"),
    (400, {"error": "failed to get response"}, "unknown"),
    (400, {"error": "failed to Insert sdTask"}, "unknown"),
    (400, {**E4, "description": " Insert midjourneyTask failed Error"}, "unknown"),
    (400, {**E4, "code": 0, "description": " "}, "unknown"),
    (400, E4, "rejected"),
    (400, {"error": "API error: failed to insert video log: database is locked"}, "unknown"),
    (400, {"error": {**E2B, "message": "API error: failed to insert video log: x"}}, "unknown"),
    (200, E9, "unknown"),
    (400, E9, "rejected"),
    (408, E2A, "unknown"),
    (499, {**E2B, "code": None}, "unknown"),
    (408, E1, "rejected"),
    (200, {"code": 4, "description": "no seed", "properties": None, "result": ""}, "rejected"),
]


@pytest.fixture
def catalog() -> ErrorCatalog:
    return error_catalog()


def test_every_shape_has_a_sample(catalog: ErrorCatalog) -> None:
    assert {shape.name for shape in catalog.shapes} == SHAPES.keys()


@pytest.mark.parametrize(("name", "body"), [(name, body) for name, bodies in SHAPES.items() for body in bodies])
def test_a_body_fits_its_shape_first(catalog: ErrorCatalog, name: str, body: dict[str, Any]) -> None:
    parsed = catalog.classify(body, 500 if name == "file rejected" else None)
    assert parsed is not None
    assert parsed.shape.name == name


def test_a_relayed_failure_may_have_a_message_of_any_kind(catalog: ErrorCatalog) -> None:
    said = [catalog.classify({**E2B, "message": each}, 200) for each in (None, ["a", {"message": "b"}])]
    assert [parsed and parsed.message for parsed in said] == ["", "a; b"]


@pytest.mark.parametrize("name", SHAPES)
def test_all_that_a_body_says_is_read(catalog: ErrorCatalog, name: str) -> None:
    parsed = catalog.classify(SHAPES[name][0], 500 if name == "file rejected" else None)
    assert parsed is not None
    assert (parsed.message, parsed.code, parsed.type, parsed.param) == READ[name]


@pytest.mark.parametrize("body", RESULTS)
def test_a_result_fits_no_shape(catalog: ErrorCatalog, body: dict[str, Any]) -> None:
    assert catalog.classify(body) is None


@pytest.mark.parametrize(("status", "body", "outcome"), OUTCOMES)
def test_only_what_is_proven_counts_as_rejected(
    catalog: ErrorCatalog, status: int, body: dict[str, Any], outcome: str
) -> None:
    assert catalog.outcome(status, catalog.classify(body, status)) == outcome


def test_an_unknown_model_has_the_class_of_404(catalog: ErrorCatalog) -> None:
    body = {"error": {"message": "…", "type": "invalid_request_error", "param": "model", "code": "model_not_found"}}
    assert catalog.kind(200, catalog.classify(body)).__name__ == "NotFoundError"


@pytest.mark.parametrize(
    "name",
    [
        "gateway refusal",
        "bare message",
        "unwrapped relayed failure",
        "relayed failure",
        "unknown path or model",
        "handler panic",
    ],
)
def test_the_schema_of_errors_allows_what_operations_answer(schemas: dict[str, Any], name: str) -> None:
    validator = Draft202012Validator({**schemas["Error"], "components": {"schemas": schemas}})
    for body in SHAPES[name]:
        validator.validate(body)
