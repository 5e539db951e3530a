"""Documents of any size, all alike, to measure how the generator grows: `python -m bench.synthetic N > PATH`.

Each operation has what operations usually have: a path parameter, query parameters, a body with a nested object, a
union and a list, a response that refers to other schemas, and errors. Each schema refers to others of its tag.
"""

from __future__ import annotations

import json
import sys
from typing import Any

PER_TAG = 20
LARGE = 1000  # operations of the document that `make bench` measures; 4,000 are a good deal more than anyone has
STRING = {"type": "string"}
WORDS = ("alpha", "beta", "gamma", "delta", "epsilon")


def document(operations: int) -> dict[str, Any]:
    """A document of OpenAPI 3.1 with so many operations and twice as many schemas."""
    paths: dict[str, dict[str, Any]] = {}
    for number in range(operations):
        path = f"/v1/group{number // PER_TAG}/things{number // 2}/{{thing_id}}"
        paths.setdefault(path, {})["post" if number % 2 else "get"] = _operation(number, operations)
    schemas = {name: schema for number in range(operations) for name, schema in _schemas(number).items()}
    error = {"type": "object", "required": ["error"], "properties": {"error": STRING, "code": {"type": "integer"}}}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Synthetic", "version": "1.0.0", "description": f"{operations} operations, all alike."},
        "servers": [{"url": "https://api.example.com"}],
        "security": [{"bearer": []}],
        "tags": [{"name": f"group{number}"} for number in range((operations + PER_TAG - 1) // PER_TAG)],
        "paths": paths,
        "components": {
            "schemas": {**schemas, "Error": error},
            "responses": {"Error": {"description": "An error.", "content": _json({"$ref": _to("Error")})}},
            "securitySchemes": {"bearer": {"type": "http", "scheme": "bearer"}},
        },
    }


def _operation(number: int, operations: int) -> dict[str, Any]:
    body = {"content": _json({"$ref": _to(f"Thing{number}Request")}), "required": True}
    query = {
        "limit": {"type": "integer", "minimum": 1, "maximum": 100},
        "order": {"type": "string", "enum": ["a", "d"]},
    }
    parameters = [
        {"name": "thing_id", "in": "path", "required": True, "schema": STRING, "description": "The thing's id."},
        *({"name": name, "in": "query", "schema": schema} for name, schema in query.items()),
        {"name": "tags", "in": "query", "schema": {"type": "array", "items": STRING}, "description": "Only these."},
    ]
    return {
        "operationId": f"{'create' if number % 2 else 'get'}Thing{number}",
        "tags": [f"group{number // PER_TAG}"],
        "summary": f"Handle thing {number}",
        "description": f"Thing number {number} of {operations}, with a description of usual length for an operation.",
        "parameters": parameters,
        **({"requestBody": body} if number % 2 else {}),
        "responses": {
            "200": {"description": "The thing.", "content": _json({"$ref": _to(f"Thing{number}")})},
            "400": {"$ref": "#/components/responses/Error"},
            "404": {"$ref": "#/components/responses/Error"},
        },
    }


def _schemas(number: int) -> dict[str, Any]:
    """The schemas of an operation; they refer to the one before and to the first of their group."""
    near, far = _to(f"Thing{number - (number % PER_TAG > 0)}"), _to(f"Thing{number // PER_TAG * PER_TAG}")
    shared = {
        "name": {"type": "string", "description": "The name that people see."},
        "size": {"type": "number", "minimum": 0},
        "state": {"type": "string", "enum": list(WORDS), "description": "The state of the thing."},
        "labels": {"type": "object", "additionalProperties": STRING},
        "position": {
            "type": "object",
            "required": ["x"],
            "properties": {"x": {"type": "integer"}, "y": {"type": "integer"}},
            "description": "The place of the thing.",
        },
        "value": {"anyOf": [STRING, {"type": "integer"}, {"type": "null"}]},
    }
    made = {
        "id": STRING,
        "created": {"type": "integer", "description": "When it was made, in seconds since 1970."},
        "neighbours": {"type": "array", "items": {"$ref": near}},
        "far": {"$ref": far},
    }
    about = f"Thing {number} as the server has it."
    return {
        f"Thing{number}": {
            "type": "object",
            "description": about,
            "required": ["id", "name"],
            "properties": {**made, **shared},
        },
        f"Thing{number}Request": {"type": "object", "required": ["name"], "properties": shared},
    }


def _json(schema: dict[str, Any]) -> dict[str, Any]:
    return {"application/json": {"schema": schema}}


def _to(name: str) -> str:
    return f"#/components/schemas/{name}"


if __name__ == "__main__":
    json.dump(document(int(sys.argv[1])), sys.stdout, indent=1)
