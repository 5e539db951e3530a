"""Comparisons of a sent request with the recorded one, and of a decoded value with the recorded response."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import parse_qsl

import msgspec

from generator.mock_server import Fixture
from generator.mock_server.http import multipart as forms
from generator.mock_server.replay.fixtures import Header, Request
from generator.spec.operations import JSON

from .document import operations

# Headers in which the recorder and a client may differ. What is on neither side's list fails.
IGNORED_RECORDED = {"host", "user-agent", "content-length", "accept-encoding", "accept"}
IGNORED_SENT = IGNORED_RECORDED | {"connection", "transfer-encoding"}


def counted(headers: Iterable[Header], ignored: set[str]) -> list[Header]:
    """Headers to compare: in any order and case, the boundary of a form left out."""
    shown = ((name.lower(), value) for name, value in headers if name.lower() not in ignored)
    return sorted((name, _without_boundary(value) if name == "content-type" else value) for name, value in shown)


def _without_boundary(content_type: str) -> str:
    return content_type.partition("; boundary=")[0]


def same_body(sent: Request, recorded: Request) -> bool:
    """Equal as JSON values, or as forms: the same parts, by their bytes."""
    if recorded.form is not None:
        return sent.form is not None and forms.alike(sent.form) == forms.alike(recorded.form)
    return same_json(sent.body, recorded.body)


def same_json(sent: bytes, recorded: bytes) -> bool:
    """Equal as JSON values: 1 is not 1.0 and not true, the order of keys does not count."""
    if not sent or not recorded:
        return sent == recorded
    one, other = (json.dumps(json.loads(body), sort_keys=True) for body in (sent, recorded))
    return one == other


def target(request: Request) -> tuple[str, list[tuple[str, str]]]:
    """The path, and the query in any order."""
    path, _, query = request.target.partition("?")
    return path, sorted(parse_qsl(query, keep_blank_values=True))


def accepts(request: Request) -> list[str]:
    """Every Accept header of a request."""
    return [value for name, value in request.headers if name.lower() == "accept"]


def expected_accept(fixture: Fixture) -> list[str] | None:
    """The Accept of the client's request; None where any will do.

    Where an operation returns one media type, the client asks for it if it is no JSON, or if the recorder asked for
    another.
    """
    recorded, media = accepts(fixture.request), {one.media_type for one in operations()[fixture.operation].results}
    ordinary = "extra_headers" not in (fixture.arguments or {"extra_headers": {}})
    if ordinary and len(media) == 1 and (recorded or JSON not in media):
        return [*media]
    return recorded or None


def differences(value: Any, document: Any, beside: dict[str, Any], pointer: str = "") -> Iterator[str]:
    """The differences between a decoded value and the recorded JSON: a field is in the value, or in `beside`."""
    if isinstance(value, msgspec.Struct) and isinstance(document, dict):
        names = dict(zip(value.__struct_encode_fields__, value.__struct_fields__, strict=True))
        for key, part in document.items():
            place = f"{pointer}/{key.replace('~', '~0').replace('/', '~1')}"
            if key in names:
                yield from differences(getattr(value, names[key]), part, beside, place)
            elif beside.get(place, msgspec.UNSET) != part:
                yield f"{place} is neither a field nor among the extras"
        for name in names.keys() - document.keys():
            if getattr(value, names[name]) is not None:
                yield f"{pointer}/{name} did not come and reads {getattr(value, names[name])!r}"
    elif isinstance(value, list) and isinstance(document, list) and len(value) == len(document):
        for index, (item, part) in enumerate(zip(value, document, strict=True)):
            yield from differences(item, part, beside, f"{pointer}/{index}")
    elif isinstance(value, dict) and isinstance(document, dict) and value.keys() == document.keys():
        for key, part in document.items():
            yield from differences(value[key], part, beside, f"{pointer}/{key}")
    elif isinstance(value, bytes) and isinstance(document, str):
        if value != base64.b64decode(document):
            yield f"{pointer} are other bytes"
    elif value != document or isinstance(value, bool) != isinstance(document, bool):
        yield f"{pointer} is {value!r}, recorded was {document!r}"


def without_nulls(value: Any) -> Any:
    """The same without members that are null."""
    if isinstance(value, dict):
        return {key: without_nulls(item) for key, item in value.items() if item is not None}
    return [without_nulls(item) for item in value] if isinstance(value, list) else value
