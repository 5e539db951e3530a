"""Recorded exchanges: the operation that each belongs to, and the kind of result it holds."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any, cast

from ..diagnostics import Collector
from ..spec import Operation
from ..spec.operations import BINARY, EVENTS, JSON, TEXT, is_binary
from ..spec.pointer import join, mapping, sequence, split, string, strings
from ..spec.responses import field_at, may_be_error, required_fields
from ..spec.schemas import properties_of

STREAM = "stream"
NO_JSON: Any = object()


class Recording:
    """One recorded exchange."""

    def __init__(self, content: dict[str, Any]) -> None:
        self.request = mapping(content.get("request"))
        self.response = mapping(content.get("response"))

    @property
    def status(self) -> int:
        status = self.response.get("status")
        return status if isinstance(status, int) else 0

    @property
    def is_complete(self) -> bool:
        """True for a 2xx that is complete."""
        return 200 <= self.status < 300 and self.response.get("ended") in (None, "complete")

    @cached_property
    def body(self) -> bytes:
        """The response body, its chunks joined; empty if it was kept as JSON."""
        body = mapping(self.response.get("body"))
        return b"".join(_bytes(mapping(part)) for part in sequence(body.get("chunks")) or [body])

    @cached_property
    def value(self) -> Any:
        """The JSON value of the response; `NO_JSON` if it has none."""
        body = mapping(self.response.get("body"))
        if "json" in body:
            return body["json"]
        try:
            return json.loads(self.body)
        except ValueError:
            return NO_JSON

    @property
    def is_multipart(self) -> bool:
        """True if the request was a form with parts."""
        return "parts" in mapping(self.request.get("body"))

    @property
    def sent(self) -> dict[str, Any]:
        """The fields of a JSON request body."""
        return mapping(mapping(self.request.get("body")).get("json"))

    @property
    def media_type(self) -> str:
        """The Content-Type of the response."""
        pairs = [strings(header) for header in sequence(self.response.get("headers"))]
        return next((pair[1].lower() for pair in pairs if len(pair) == 2 and pair[0].lower() == "content-type"), "")


def load(operation: Operation, directory: Path, collector: Collector) -> Iterator[Recording]:
    """The recordings in the folder of an operation."""
    # An operationId may be any text; only a plain name can be the name of a folder.
    paths = (directory / operation.id).glob("*.json") if re.fullmatch(r"[\w-]+", operation.id) else ()
    for path in sorted(paths):
        try:
            yield Recording(mapping(json.loads(path.read_bytes())))
        except ValueError as error:
            message = f"{path.as_posix()} is not JSON: {error}"
            collector.add(
                join(operation.pointer, "operationId"), message, "record it again, or fix the file", code="coverage"
            )


def variant_of(tree: dict[str, Any], variants: list[Operation], recording: Recording) -> Operation | None:
    """The variant whose body the request fits: no field is invalid, and the most fields are known."""
    known = [(_known_fields(tree, variant, recording.sent), variant) for variant in variants]
    most = max((count for count, _ in known), default=0)
    return next((variant for count, variant in known if count == most > 0), None)


def result_kind(tree: dict[str, Any], operation: Operation, recording: Recording) -> str:
    """The kind of a result: 'stream', JSON, TEXT, or a kind of file ('image/'); '' if it is not a result."""
    if not recording.is_complete:
        return ""
    described = {one.media_type for one in operation.results}
    if "x-stream" in operation.node and "chunks" in mapping(recording.response.get("body")):
        return STREAM if _is_whole_stream(recording.body, mapping(operation.node["x-stream"])) else ""
    if isinstance(recording.value, (dict, list)):
        return JSON if _is_proven(tree, operation, recording) else ""
    if not described and ("x-errors" not in tree or not recording.body):
        return JSON  # nothing is known of the response, or it is empty
    if EVENTS in described and recording.media_type.startswith(EVENTS):
        return STREAM
    plain = any(not may_be_error(tree, one.schema) for one in operation.json_results())
    if plain and recording.value is not NO_JSON:
        return JSON
    return _file_or_text(recording, described) if recording.body else ""


def value_at(value: Any, pointer: str) -> Any:
    """The value at a JSON pointer into a response; None if there is none."""
    for token in split(pointer):
        value = mapping(value).get(token)
    return value


def _bytes(part: dict[str, Any]) -> bytes:
    encoded = string(part.get("base64"))
    return base64.b64decode(encoded) if encoded else string(part.get("text")).encode()


def _known_fields(tree: dict[str, Any], variant: Operation, sent: dict[str, Any]) -> int:
    """The number of fields that the variant's body has; 0 if one of them has a wrong value."""
    fields = properties_of(tree, variant.body.schema if variant.body else None)
    known = {name: value for name, value in sent.items() if name in fields}
    return len(known) if all(_fits(tree, fields[name], value) for name, value in known.items()) else 0


def _fits(tree: dict[str, Any], schema: dict[str, Any], value: Any) -> bool:
    from jsonschema import Draft202012Validator

    validator = Draft202012Validator({**schema, "components": tree.get("components")})
    return not any(validator.iter_errors(value))  # pyright: ignore[reportUnknownMemberType]


def _file_or_text(recording: Recording, described: set[str]) -> str:
    """The kind of a file, or TEXT unless it is a page of HTML."""
    kind = next((family for family in BINARY if recording.media_type.startswith(family)), "")
    if kind and any(is_binary(one) and one.startswith(kind) for one in described):
        return kind
    is_html = recording.body.lstrip()[:1] == b"<" or "html" in recording.media_type
    return TEXT if TEXT in described and not is_html else ""


def _is_whole_stream(body: bytes, stream: dict[str, Any]) -> bool:
    """True if the stream has its end marker and its proof fields."""
    proofs = strings(stream.get("proof"))
    return string(stream.get("end")).encode() in body and all(f'"{name}"'.encode() in body for name in proofs)


def _is_proven(tree: dict[str, Any], operation: Operation, recording: Recording) -> bool:
    """True if a JSON response has its proof fields and the accepted values."""
    if "x-errors" not in tree:
        return True
    results, errors, value = operation.json_results(), mapping(operation.node.get("x-errors")), recording.value
    names = strings(errors.get("proof")) or strings(mapping(errors.get("proof")).get(str(recording.status)))
    if not names and results:
        names = [*required_fields(tree, results[0].schema)]
    is_list = any(isinstance(field_at(tree, one.schema, "/0"), dict) for one in results)
    items = sequence(cast("object", value)) if is_list and isinstance(value, list) else [value]
    accepted = {**mapping(errors.get("accepted")), **mapping(mapping(operation.node.get("x-task")).get("accepted"))}
    return all({*names} <= mapping(item).keys() for item in items) and all(
        value_at(value, pointer) in sequence(allowed) for pointer, allowed in accepted.items()
    )
