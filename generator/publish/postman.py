"""A Postman collection (2.1): each operation with its recorded requests and responses."""

from __future__ import annotations

import json
from typing import Any

from ..mock_server.replay.fixtures import Fixture
from ..spec import Operation
from ..spec.operations import FORM, JSON
from ..spec.pointer import mapping, sequence, string
from .examples import Examples, File, request_value, summary
from .text import by_tag

SCHEMA = "https://schema.getpostman.com/json/collection/v2.1.0/collection.json"


def postman(main: dict[str, Any], examples: Examples) -> dict[str, Any]:
    """The collection: a folder for each tag."""
    key = [{"key": "token", "value": "{{apiKey}}", "type": "string"}]
    return {
        "info": {"name": main["info"]["title"], "description": main["info"]["description"], "schema": SCHEMA},
        "auth": {"type": "bearer", "bearer": key},
        "variable": [{"key": "baseUrl", "value": main["servers"][0]["url"]}, {"key": "apiKey", "value": ""}],
        "item": [
            {
                "name": tag["name"],
                "description": tag["description"],
                "item": [_item(main, one, examples) for one in operations],
            }
            for tag, operations in by_tag(main)
        ],
    }


def _item(main: dict[str, Any], operation: Operation, examples: Examples) -> dict[str, Any]:
    shown = examples.of(operation)
    request = _request(main, operation, shown.requests[0])
    return {
        "name": operation.node["summary"].rstrip("."),
        "request": request,
        "response": [_response(fixture, request) for fixture in shown.responses],
    }


def _request(main: dict[str, Any], operation: Operation, fixture: Fixture) -> dict[str, Any]:
    headers = [
        {"key": one.name, "value": one.node["example"]}
        for one in operation.parameters
        if one.location == "header" and "example" in one.node
    ]
    body = operation.body
    if body and body.media_type == JSON:
        headers.append({"key": "Content-Type", "value": JSON})
    return {
        "method": operation.method.upper(),
        "description": string(operation.node.get("description")),
        "header": headers,
        "url": _url(operation),
        **({"body": _body(request_value(main, fixture, body.media_type, body.node), body.media_type)} if body else {}),
        **({"auth": {"type": "noauth"}} if operation.node.get("security") == [] else {}),
    }


def _url(operation: Operation) -> dict[str, Any]:
    values = {one.name: one.node.get("example", "") for one in operation.parameters}
    query = [{"key": one.name, "value": values[one.name]} for one in operation.parameters if one.location == "query"]
    parts = [f":{part[1:-1]}" if part.startswith("{") else part for part in operation.path.split("/")[1:]]
    variables = [{"key": part[1:], "value": values.get(part[1:], "")} for part in parts if part.startswith(":")]
    asked = "&".join(f"{one['key']}={one['value']}" for one in query)
    raw = "/".join(["{{baseUrl}}", *parts]) + (f"?{asked}" if asked else "")
    return {"raw": raw, "host": ["{{baseUrl}}"], "path": parts, "query": query, "variable": variables}


def _body(value: Any, media: str) -> dict[str, Any]:
    if media != FORM:
        text = json.dumps(value, ensure_ascii=False, indent=2)
        return {"mode": "raw", "raw": text, "options": {"raw": {"language": "json"}}}
    fields = [(name, item) for name, one in mapping(value).items() for item in sequence(one) or [one]]
    return {"mode": "formdata", "formdata": [_field(name, item) for name, item in fields]}


def _field(name: str, item: Any) -> dict[str, Any]:
    kind = {"type": "file", "src": str(item)} if isinstance(item, File) else {"type": "text", "value": str(item)}
    return {"key": name, **kind}


def _response(fixture: Fixture, request: dict[str, Any]) -> dict[str, Any]:
    response = fixture.response
    is_text = not response.media_type.startswith(("image/", "audio/", "video/"))
    return {
        "name": f"{response.status} {summary(fixture)}",
        "originalRequest": request,
        "status": response.reason,
        "code": response.status,
        "header": [{"key": "Content-Type", "value": response.media_type}],
        "body": response.body.decode(errors="replace")[:20_000] if is_text else "",
    }
