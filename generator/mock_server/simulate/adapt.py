"""Recorded responses, adapted to a request that is not the recorded one: what it names, and how much it asks for."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from ...spec.pointer import mapping, sequence
from ..http.multipart import Form
from ..replay.fixtures import Fixture, Request, Response
from .synthetic import as_go_writes

_SHORT = 6  # characters; a shorter text is repeated only where it stands alone


def adapted(
    fixture: Fixture, recorded: Mapping[str, Any], request: Request, given: Mapping[str, Any], picture: bytes | None
) -> Response:
    """The recorded response with what this request names in place of what the recorded one named.

    `recorded` and `given` are the arguments of both requests. `picture` stands in where pictures are asked for inline.
    """
    response = fixture.response
    refused = response.failed
    for old, new in _changed(recorded, given):
        # A result repeats a name as it is; a refusal repeats it within a sentence.
        response = response.edited(_pattern(old, whole=not refused or len(old) < _SHORT), as_go_writes(new)[1:-1])
    for pattern, data in _files(fixture.request.form or (), request.form or ()):
        response = response.edited(pattern, data)
    if response.framing == "length" and not refused and response.body.startswith(b"{"):
        return _counted(response, given, picture)
    return response


def _changed(old: Any, new: Any) -> Iterator[tuple[str, str]]:
    """The texts that differ, and what stands in their place now."""
    for name in mapping(old).keys() & mapping(new).keys():
        yield from _changed(mapping(old)[name], mapping(new)[name])
    for one, other in zip(sequence(old), sequence(new), strict=False):
        yield from _changed(one, other)
    if isinstance(old, str) and isinstance(new, str) and old and old != new:
        yield old, new


def _pattern(text: str, *, whole: bool) -> re.Pattern[bytes]:
    before, after = (rb'(?<=")', rb'(?=")') if whole else (rb"(?<![\w-])", rb"(?![\w-])")
    return re.compile(before + re.escape(as_go_writes(text)[1:-1]) + after)


def _files(old: Form, new: Form) -> Iterator[tuple[re.Pattern[bytes], bytes]]:
    for one in old:
        for other in new:
            if one.name == other.name and one.filename and other.filename:
                yield _pattern(one.filename, whole=False), as_go_writes(other.filename)[1:-1]
                if one.size > 9:
                    yield re.compile(rb"(?<=: )%d\b|(?<=:)%d\b" % (one.size, one.size)), b"%d" % other.size


def _counted(response: Response, given: Mapping[str, Any], picture: bytes | None) -> Response:
    """As many items as were asked for, or as there are inputs; pictures inline where that was asked for."""
    document = mapping(json.loads(response.body))
    lists = [name for name, value in document.items() if isinstance(value, list) and value]
    items = [mapping(item) for item in sequence(document[lists[0]])] if len(lists) == 1 else []
    count = given.get("n", given.get("input"))
    if inputs := sequence(count):  # one input may also be a list of numbers
        count = 1 if isinstance(inputs[0], int) else len(inputs)
    wanted = count if isinstance(count, int) and 0 < count <= 2048 else len(items)
    inline = picture is not None and given.get("response_format") == "b64_json" and "url" in (items or [{}])[0]
    if not items or (wanted == len(items) and not inline):
        return response
    made = [items[index % len(items)] | ({"index": index} if "index" in items[0] else {}) for index in range(wanted)]
    if inline:
        data = base64.b64encode(picture or b"").decode()
        made = [{"b64_json": data} | {name: value for name, value in one.items() if name != "url"} for one in made]
    return response.with_body(json.dumps({**document, lists[0]: made}, indent=2).encode() + b"\n")
