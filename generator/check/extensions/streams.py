"""Streams: how they are asked for, what proves them, and where the text of an event stands."""

from __future__ import annotations

from typing import Any

from ...diagnostics import Collector, did_you_mean
from ...spec import Document
from ...spec.pointer import join, mapping, resolve, split, string, strings
from ...spec.responses import EVENTS, JSON, Result, body_of, results_of
from ...spec.walk import Operation, operations_of, properties_of
from .proof import required


def streams(document: Document, problems: Collector) -> None:
    """What an operation says of its events is true of them."""
    for operation in operations_of(document.tree):
        media = {result.media: result for result in results_of(document.tree, operation)}
        _stream(document.tree, problems, operation, media)


def _stream(tree: dict[str, Any], problems: Collector, operation: Operation, media: dict[str, Result]) -> None:
    stream, pointer = mapping(operation.node.get("x-stream")), join(operation.pointer, "x-stream")
    if not stream:
        if EVENTS in media:
            what = "a stream of events, and nothing says how it is asked for and how it ends"
            problems.add(media[EVENTS].content.pointer, what, "describe it in x-stream of the operation")
        return
    for name in (JSON, EVENTS):
        if name not in media:
            what = f"{operation.id} streams, but its 200 has no {name}"
            problems.add(pointer, what, f"add {name} under responses/200/content")
    _asked_for(tree, problems, pointer, operation, stream)
    if EVENTS in media:
        _events(tree, problems, pointer, stream, media[EVENTS].schema)


def _asked_for(
    tree: dict[str, Any], problems: Collector, pointer: str, operation: Operation, stream: dict[str, Any]
) -> None:
    """The field that asks for a stream is a field of the body."""
    fields = properties_of(tree, body_of(tree, operation)[1])
    for name in mapping(stream.get("when")):
        if name not in fields:
            what = f"the body has no field {name!r} that could ask for the stream"
            problems.add(join(pointer, "when", name), what, did_you_mean(name, fields, f"add {name!r} to the body"))


def _events(tree: dict[str, Any], problems: Collector, pointer: str, stream: dict[str, Any], event: object) -> None:
    """What x-stream says of events is true of their schema."""
    required(tree, problems, join(pointer, "proof"), strings(stream.get("proof")), event)
    text = mapping(stream.get("text"))
    each = string(text.get("each"))
    if not each:
        return
    fields = properties_of(tree, event)
    if each not in fields:
        cure = did_you_mean(each, fields, "name a list of the event")
        problems.add(join(pointer, "text", "each"), f"events have no field {each!r}", cure)
        return
    item: object = resolve(tree, fields[each]).get("items")
    for name in mapping(text.get("where")):
        if name not in properties_of(tree, item):
            what = f"an item of {each!r} has no field {name!r}"
            problems.add(join(pointer, "text", "where", name), what, "mend the name")
    for token in split(string(text.get("value"))):
        fields = properties_of(tree, item)
        if token not in fields:
            cure = did_you_mean(token, fields, f"point to a field of an item of {each!r}")
            problems.add(join(pointer, "text", "value"), f"{text['value']!r} leads nowhere: no field {token!r}", cure)
            return
        item = fields[token]
