"""Data for the template of the Postman collection (2.1): each operation with its recorded requests and responses."""

from __future__ import annotations

import json
from typing import Any

from ..mock_server.replay.fixtures import NO_JSON, Fixture
from ..spec import Operation
from ..spec.operations import BINARY, FORM, JSON
from ..spec.pointer import string
from .examples import Examples, File, fields_of, request_value, summary
from .text import by_tag, printed


def postman(main: dict[str, Any], examples: Examples) -> str:
    """The collection: a folder for each tag."""
    folders = [(tag, [_item(main, one, examples) for one in operations]) for tag, operations in by_tag(main)]
    return (
        json.dumps(json.loads(printed("postman.json", main=main, folders=folders)), ensure_ascii=False, indent=1) + "\n"
    )


def _item(main: dict[str, Any], operation: Operation, examples: Examples) -> dict[str, Any]:
    shown = examples.of(operation)
    headers = {
        one.name: one.node["example"]
        for one in operation.parameters
        if "example" in one.node and one.location == "header"
    }
    about = string(operation.node.get("description"))
    request: dict[str, Any] = {"method": operation.method.upper(), "description": about, "url": _url(operation)}
    if body := operation.body:
        headers |= {"Content-Type": JSON} if body.media_type == JSON else {}
        request["body"] = _body(request_value(main, shown.requests[0], body.media_type, body.node), body.media_type)
    if operation.node.get("security") == []:
        request["auth"] = {"type": "noauth"}
    request["header"] = [{"key": name, "value": value} for name, value in headers.items()]
    return {"name": operation.node["summary"].rstrip("."), "request": request, "shown": [*map(_shown, shown.responses)]}


def _url(operation: Operation) -> dict[str, Any]:
    values = {one.name: one.node.get("example", "") for one in operation.parameters}
    query = [{"key": one.name, "value": values[one.name]} for one in operation.parameters if one.location == "query"]
    parts = [f":{part[1:-1]}" if part.startswith("{") else part for part in operation.path.split("/")[1:]]
    variables = [{"key": part[1:], "value": values.get(part[1:], "")} for part in parts if part.startswith(":")]
    asked = "&".join(f"{one['key']}={one['value']}" for one in query)
    raw = "/".join(["{{baseUrl}}", *parts]) + (f"?{asked}" if asked else "")
    return {"raw": raw, "host": ["{{baseUrl}}"], "path": parts, "query": query, "variable": variables}


def _body(value: Any, media: str) -> dict[str, Any]:
    if media == FORM:
        return {"mode": "formdata", "formdata": [_field(name, item) for name, item in fields_of(value)]}
    text = json.dumps(value, ensure_ascii=False, indent=2) if value is not NO_JSON else ""
    return {"mode": "raw", "raw": text, "options": {"raw": {"language": "json"}}}


def _field(name: str, item: Any) -> dict[str, Any]:
    kind = {"type": "file", "src": str(item)} if isinstance(item, File) else {"type": "text", "value": str(item)}
    return {"key": name, **kind}


def _shown(fixture: Fixture) -> tuple[str, Fixture, str]:
    """The name of a recorded response, and the text of its body."""
    response = fixture.response
    is_text = not response.media_type.startswith(BINARY)
    return (
        f"{response.status} {summary(fixture)}",
        fixture,
        response.body.decode(errors="replace")[:20_000] if is_text else "",
    )
