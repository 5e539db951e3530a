"""`x-stream`: the field that requests a stream, its proof fields, and the location of an event's text."""

from __future__ import annotations

from typing import Any

from ...diagnostics import did_you_mean
from ...spec import Document, Operation
from ...spec.operations import EVENTS, JSON
from ...spec.pointer import join, mapping, resolve, split, string, strings
from ...spec.schemas import properties_of
from ..finding import Finding, Findings
from .fields import known_field, proves


def streams(document: Document, operation: Operation) -> Findings:
    """An `x-stream` fits the body and the events."""
    results = {result.media_type: result for result in operation.results}
    stream, pointer = mapping(operation.node.get("x-stream")), join(operation.pointer, "x-stream")
    if not stream:
        return
    known = mapping(mapping(document.tree.get("components")).get("schemas"))
    if (name := string(stream.get("event"))) and name not in known:
        hint = did_you_mean(name, known, "name a schema of components")
        yield Finding(join(pointer, "event"), f"there is no schema {name!r}", hint)
    for name in (JSON, EVENTS) if "when" in stream or JSON in results else (EVENTS,):
        if name not in results:
            message = f"{operation.label} streams, but its 200 has no {name}"
            yield Finding(pointer, message, f"add {name} under responses/200/content")
    if JSON in results and len(mapping(stream.get("when"))) != 1:
        message = "the stream is asked for by the value of one field"
        yield Finding(join(pointer, "when"), message, "write `when: {stream: true}`")
    fields = properties_of(document.tree, operation.body.schema if operation.body else None)
    for name in mapping(stream.get("when")):
        if name not in fields:
            hint = did_you_mean(name, fields, f"add {name!r} to the body")
            yield Finding(join(pointer, "when", name), f"the body has no field {name!r} to ask for the stream", hint)
    if EVENTS in results:
        event = results[EVENTS].schema
        yield from proves(document.tree, join(pointer, "proof"), strings(stream.get("proof")), event)
        yield from _text(document.tree, join(pointer, "text"), mapping(stream.get("text")), event)


def _text(tree: dict[str, Any], pointer: str, text: dict[str, Any], event: object) -> Findings:
    """`text` leads to a field of the items of an event."""
    each, fields = string(text.get("each")), properties_of(tree, event)
    if not each:
        return
    yield from known_field(join(pointer, "each"), each, fields, "an event")
    if each not in fields:
        return
    item: object = resolve(tree, fields[each]).get("items")
    for name in mapping(text.get("where")):
        yield from known_field(join(pointer, "where", name), name, properties_of(tree, item), f"an item of {each!r}")
    for token in split(string(text.get("value"))):
        fields = properties_of(tree, item)
        if token not in fields:
            hint = did_you_mean(token, fields, f"use a pointer to a field of an item of {each!r}")
            message = f"{text['value']!r} leads nowhere: there is no field {token!r}"
            yield Finding(join(pointer, "value"), message, hint)
            return
        item = fields[token]
