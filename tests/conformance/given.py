"""Inputs of a case: recorded requests and responses, in a form that any language can read."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from typing import Any

from generator.mock_server import Fixture
from generator.spec.names import FieldName
from tests.contract.callers import SOURCES
from tests.contract.document import body_properties, operations
from tests.contract.exchange import ordinary_arguments

# The headers that a client may read; the others only make a case longer.
HEADERS = {"content-type", "retry-after", "location", "x-oneapi-request-id", "x-request-id"}


def body(raw: bytes) -> dict[str, str]:
    """Bytes as text, or in base64 where they are no UTF-8."""
    try:
        return {"text": raw.decode("utf-8")}
    except UnicodeDecodeError:
        return {"base64": base64.b64encode(raw).decode()}


def response(fixture: Fixture, more_headers: Mapping[str, str] | None = None) -> dict[str, Any]:
    """A recorded response; `ended` only where its body did not come whole."""
    recorded = fixture.response
    headers = [[name, value] for name, value in recorded.headers if name.lower() in HEADERS]
    headers += [[name, value] for name, value in (more_headers or {}).items()]
    ended = {} if recorded.ended == "complete" else {"ended": recorded.ended}
    return {"status": recorded.status, "headers": headers, "body": body(recorded.body), **ended}


def arguments(fixture: Fixture) -> dict[str, Any]:
    """The arguments of a call under the wire's names, those of an ordinary call where no typed one was recorded."""
    recorded = ordinary_arguments(fixture) if fixture.arguments is None else fixture.arguments
    names = [*body_properties(fixture.operation), *(one.name for one in operations()[fixture.operation].parameters)]
    wire = {FieldName.of(name): name for name in names}
    return {
        wire.get(name, name): _with_bytes(value) for name, value in recorded.items() if not name.startswith("extra_")
    }


def _with_bytes(value: Any) -> Any:
    if isinstance(value, list):
        return [_with_bytes(item) for item in value]
    if not isinstance(value, dict):
        return value
    if "source" not in value:
        return {name: _with_bytes(item) for name, item in value.items()}
    content = base64.b64encode((SOURCES / value["source"]).read_bytes()).decode()
    return {"filename": value.get("filename", value["source"]), "base64": content}


def expects(fixture: Fixture) -> str:
    """The kind of result that the call asks for: an object, a file or text."""
    operation, given = operations()[fixture.operation], arguments(fixture)
    returns = operation.client.get("returns")
    if returns:
        cases, default = returns["cases"], returns["default"]
        media = cases.get(given.get(returns["by"], default), cases[default])["media"]
    else:
        found = [one.media_type for one in operation.results]
        media = found[0] if len(found) == 1 else "application/json"
    kind = media.partition("/")[0]
    return "text" if kind == "text" else "object" if kind == "application" else "file"


def call(fixture: Fixture) -> dict[str, Any]:
    """The call that a response belongs to."""
    return {"operation": fixture.operation, "arguments": arguments(fixture)}
