"""The response of a hand-written fixture: written by a person, checked against the spec."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from http.client import responses
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

from ..cli_output.console import Failure
from ..mock_server.replay.fixtures import Chunk, Response, load
from ..runtime.http.media_type import MAGIC
from ..spec import Document
from ..spec.operations import EVENTS, JSON, Content, Operation, essence
from ..spec.operations import Response as Described
from ..spec.pointer import mapping, resolve, sequence, string, strings

_EVENT_MS = 10  # between two events of a stream
_DEEPEST = 8  # an example of a recursive schema ends here


def copied_response(name: str, fixtures: Path) -> Response:
    path = fixtures / f"{name}.json"
    if not path.is_file():
        raise Failure(f"--like {name}: there is no {path}", "name a fixture as OPERATION/CASE", code=2)
    return load(path).response


def written_response(status: int, content: bytes, content_type: str) -> Response:
    """Return the response with this body; events are sent one by one."""
    streamed = content_type.startswith(EVENTS)
    chunks = _events(content) if streamed else (Chunk(_EVENT_MS, content),) if content else ()
    length = ("Transfer-Encoding", "chunked") if streamed else ("Content-Length", str(len(content)))
    return Response(
        status,
        responses.get(status, ""),
        ((("Content-Type", content_type),) if content_type else ()) + (length,),
        chunks,
        "chunked" if streamed else "length",
        head_ms=_EVENT_MS,
        total_ms=chunks[-1].ms if chunks else _EVENT_MS,
    )


def _events(content: bytes) -> tuple[Chunk, ...]:
    """Cut a stream behind each blank line: a chunk for each event."""
    events = [event + b"\n\n" for event in content.replace(b"\r\n", b"\n").split(b"\n\n") if event.strip()]
    return tuple(Chunk(_EVENT_MS * number, event) for number, event in enumerate(events, 1))


def _json_of(operation: Operation, status: int) -> Iterator[Content]:
    response = _described(operation, status)
    if response is not None:
        yield from (content for content in response.content if content.media_type == JSON)


def _described(operation: Operation, status: int) -> Described | None:
    """Return the spec's response for a status; `default` is for failures only."""
    by_status = {response.status: response for response in operation.responses}
    return by_status.get(str(status), by_status.get("default") if status >= 300 else None)


def check_response(document: Document, operation: Operation, response: Response) -> None:
    """Raise Failure for a status that the spec does not describe, and for JSON that does not fit its schema."""
    if _described(operation, response.status) is None:
        place, statuses = document.place(operation.pointer), [one.status for one in operation.responses]
        what = f"{operation.id} describes no status {response.status} (it has {', '.join(statuses)})"
        raise Failure(what, f"describe it in {place.file}:{place.line}, or choose another --status", code=2)
    content = next(_json_of(operation, response.status), None)
    try:
        value = json.loads(response.body)
    except ValueError:
        return
    if content is None:
        return
    validator = Draft202012Validator({**mapping(content.schema), "components": document.tree.get("components")})
    errors = sorted(validator.iter_errors(value), key=str)  # pyright: ignore[reportUnknownMemberType]
    if errors:
        found = "\n".join(f"/{'/'.join(map(str, error.absolute_path))}: {error.message[:200]}" for error in errors[:5])
        place = document.place(content.schema_pointer)
        raise Failure(
            f"the response does not fit its schema:\n{found}", f"correct it, or the schema in {place.file}:{place.line}"
        )


def content_type_of(content: bytes) -> str | None:
    """Return the content type that a body shows, or None."""
    if content.lstrip().startswith((b"data:", b"event:")):
        return EVENTS
    try:
        json.loads(content)
    except ValueError:
        return None
    return JSON


def example_status(operation: Operation) -> int:
    """The first status of success that the spec describes."""
    return next((int(one.status) for one in operation.responses if re.fullmatch(r"2\d\d", one.status)), 200)


def example_response(document: Document, operation: Operation, status: int, wanted: str = "") -> tuple[bytes, str]:
    """Return an example of the response of this status, made from its schema, and its content type.

    `wanted` is one of several media types; without it that is taken which comes unasked.
    """
    response = _described(operation, status)
    listed = sorted(response.content, key=lambda one: one.media_type != JSON) if response else []
    content = next((one for one in listed if one.media_type == (wanted or usual(operation))), next(iter(listed), None))
    if content is None:
        return b"", ""
    media, value = content.media_type, example_value(document.tree, content.schema)
    if media in (JSON, EVENTS):
        text = json.dumps(value, ensure_ascii=False)
        return (text if media == JSON else f"data: {text}\n\ndata: [DONE]\n\n").encode(), media
    if media.startswith("text/"):
        return b"text", f"{media}; charset=utf-8"
    kind = media.removesuffix("*")
    return next(((start + b"example", known) for start, known in MAGIC if known.startswith(kind)), (b"example", media))


def usual(operation: Operation) -> str:
    """The media type of a response that comes unasked, "" if that does not depend on an argument."""
    returns = operation.client.get("returns", {})
    return essence(string(mapping(mapping(returns.get("cases")).get(returns.get("default"))).get("media")))


def example_value(tree: dict[str, Any], schema: Any, depth: int = 0) -> Any:
    """Return a value that fits a schema, made of its examples, first choices and required properties."""
    node = resolve(tree, schema)
    for key in ("example", "const", "default"):
        if key in node:
            return node[key]
    for values in (sequence(node.get("examples")), sequence(node.get("enum"))):
        if values:
            return values[0]
    for branches in (sequence(node.get("anyOf")), sequence(node.get("oneOf"))):
        if branches:
            return example_value(tree, branches[0], depth)
    if parts := sequence(node.get("allOf")):
        return {name: value for part in parts for name, value in mapping(example_value(tree, part, depth)).items()}
    fields = mapping(node.get("properties"))
    kind = next(iter(strings(node.get("type"))), string(node.get("type")) or ("object" if fields else "string"))
    if kind == "object":
        required = (name for name in strings(node.get("required")) if name in fields and depth < _DEEPEST)
        return {name: example_value(tree, fields[name], depth + 1) for name in required}
    if kind == "array":
        return [example_value(tree, node.get("items"), depth + 1)] if depth < _DEEPEST else []
    least, most = node.get("minimum", 1), node.get("maximum", 1)
    number = least if least > 1 else most if most < 1 else 1
    text = "text".ljust(node.get("minLength", 0), "t")[: node.get("maxLength")]
    return {"string": text, "integer": number, "number": float(number), "boolean": True}.get(kind)
