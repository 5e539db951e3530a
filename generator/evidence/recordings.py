"""Recorded exchanges: whose they are, and whether the answer is a result."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any, cast

from ..diagnostics import Collector
from ..spec.functions import variants_of
from ..spec.pointer import join, mapping, sequence, split, string, strings
from ..spec.responses import BINARY, JSON, TEXT, body_of, field_at, is_binary, proven_by, results_of
from ..spec.walk import Operation, operations_of, properties_of

STREAM = "stream"
NO_JSON: Any = object()


class Recording:
    """One recorded exchange."""

    def __init__(self, path: Path, content: dict[str, Any]) -> None:
        self.path = path
        self.request = mapping(content.get("request"))
        self.response = mapping(content.get("response"))

    @property
    def status(self) -> int:
        status = self.response.get("status")
        return status if isinstance(status, int) else 0

    @property
    def whole(self) -> bool:
        """Whether a 2xx came to its end."""
        return 200 <= self.status < 300 and self.response.get("ended") in (None, "complete")

    @cached_property
    def body(self) -> bytes:
        """The answer's body as it was kept, its chunks put together; of one that was kept as JSON nothing."""
        body = mapping(self.response.get("body"))
        return b"".join(_bytes(mapping(part)) for part in sequence(body.get("chunks")) or [body])

    @cached_property
    def value(self) -> Any:
        """The JSON value that the answer is; `NO_JSON` if it is none."""
        body = mapping(self.response.get("body"))
        if "json" in body:
            return body["json"]
        try:
            return json.loads(self.body)
        except ValueError:
            return NO_JSON

    @property
    def is_form(self) -> bool:
        """Whether the request was a form with parts."""
        return "parts" in mapping(self.request.get("body"))

    @property
    def sent(self) -> dict[str, Any]:
        """The fields of a JSON body that was sent."""
        return mapping(mapping(self.request.get("body")).get("json"))

    @property
    def media(self) -> str:
        """What the answer says that it is."""
        for header in sequence(self.response.get("headers")):
            if len(pair := strings(header)) == 2 and pair[0].lower() == "content-type":
                return pair[1].lower()
        return ""


def _bytes(part: dict[str, Any]) -> bytes:
    encoded = string(part.get("base64"))
    return base64.b64decode(encoded) if encoded else string(part.get("text")).encode()


def recordings_of(
    tree: dict[str, Any], directory: Path, problems: Collector
) -> Iterator[tuple[Operation, list[Recording]]]:
    """Every function of the client with its recordings.

    Those of a variant stand in a folder of its own, or else in that of its operation, where the fields of its body
    tell them from the others.
    """
    for operation in operations_of(tree):
        found = _load(operation, directory, problems)
        yield operation, found
        variants = [(variant, _load(variant, directory, problems)) for variant in variants_of(tree, operation)]
        sharing = [variant for variant, own in variants if not own]
        owners = [_owner(tree, sharing, recording) for recording in found]
        for variant, own in variants:
            yield variant, own or [one for one, owner in zip(found, owners, strict=True) if owner is variant]


def _load(operation: Operation, directory: Path, problems: Collector) -> list[Recording]:
    found: list[Recording] = []
    # An operationId may be any text; only one that is a plain name can name a folder.
    paths = (directory / operation.id).glob("*.json") if re.fullmatch(r"[\w-]+", operation.id) else ()
    for path in sorted(paths):
        try:
            found.append(Recording(path, mapping(json.loads(path.read_bytes()))))
        except ValueError as error:
            what = f"{path.as_posix()} is not JSON: {error}"
            problems.add(join(operation.pointer, "operationId"), what, "record it anew, or mend it")
    return found


def _owner(tree: dict[str, Any], variants: list[Operation], recording: Recording) -> Operation | None:
    """The variant whose body the request fits: no field is wrong, and the most of them are known."""
    fitting = [(_known(tree, variant, recording.sent), variant) for variant in variants if recording.sent]
    most = max((known for known, _ in fitting), default=0)
    return next((variant for known, variant in fitting if known == most > 0), None)


def _known(tree: dict[str, Any], variant: Operation, sent: dict[str, Any]) -> int:
    """How many of the fields the variant's body has; 0 if it would not have one of them so."""
    fields = properties_of(tree, body_of(tree, variant)[1])
    known = {name: value for name, value in sent.items() if name in fields}
    return len(known) if all(_fits(tree, fields[name], value) for name, value in known.items()) else 0


def _fits(tree: dict[str, Any], schema: dict[str, Any], value: Any) -> bool:
    from jsonschema import Draft202012Validator

    validator = Draft202012Validator({**schema, "components": tree.get("components")})
    return not any(validator.iter_errors(value))  # pyright: ignore[reportUnknownMemberType]


def form_of(tree: dict[str, Any], operation: Operation, recording: Recording) -> str:
    """The form in which a result came: 'stream', JSON, TEXT, the kind of a file ('image/'); '' if it is no result."""
    if not recording.whole:
        return ""
    described = {one.media for one in results_of(tree, operation)}
    if "x-stream" in operation.node and "chunks" in mapping(recording.response.get("body")):
        return STREAM if _streamed(recording.body, mapping(operation.node["x-stream"])) else ""
    value = recording.value
    if isinstance(value, (dict, list)):
        return JSON if _proven(tree, operation, recording, value) else ""
    if not described and "x-errors" not in tree:
        return JSON  # nothing is known of what comes
    return _other(recording, described) if recording.body else ""


def _other(recording: Recording, described: set[str]) -> str:
    """A file, or a text that is no page of HTML."""
    kind = next((family for family in BINARY if recording.media.startswith(family)), "")
    if kind and any(is_binary(media) and media.startswith(kind) for media in described):
        return kind
    is_page = recording.body.lstrip()[:1] == b"<" or "html" in recording.media
    return TEXT if TEXT in described and not is_page else ""


def _streamed(body: bytes, stream: dict[str, Any]) -> bool:
    """The stream came to its end mark and carries a proof."""
    proofs = strings(stream.get("proof"))
    return string(stream.get("end")).encode() in body and all(f'"{name}"'.encode() in body for name in proofs)


def _proven(tree: dict[str, Any], operation: Operation, recording: Recording, value: Any) -> bool:
    """It carries what proves a result, and says what is accepted."""
    if "x-errors" not in tree:
        return True
    results = [one for one in results_of(tree, operation) if one.media == JSON]
    said = mapping(operation.node.get("x-errors"))
    names = strings(said.get("proof")) or strings(mapping(said.get("proof")).get(str(recording.status)))
    if not names:
        names = [*proven_by(tree, results[0].schema)] if results else []
    is_list = any(isinstance(field_at(tree, one.schema, "/0"), dict) for one in results)
    items = sequence(cast("Any", value)) if is_list and isinstance(value, list) else [value]
    accepted = {**mapping(said.get("accepted")), **mapping(mapping(operation.node.get("x-task")).get("accepted"))}
    return all({*names} <= mapping(item).keys() for item in items) and all(
        value_at(value, pointer) in sequence(allowed) for pointer, allowed in accepted.items()
    )


def value_at(value: Any, pointer: str) -> Any:
    """What stands at a JSON pointer into an answer; None if nothing does."""
    for token in split(pointer):
        value = mapping(value).get(token)
    return value
