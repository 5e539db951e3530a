"""What proves an answer: a 2xx is a result only if it carries these fields, and a stream only if its events do."""

from __future__ import annotations

from typing import Any

from ..nodes import join, mapping, resolve, split, string, strings
from ..problems import Collector, did_you_mean
from ..read import Document
from .walk import Node, Operation, answers_of, content_of, operations_of, properties_of, required_of

JSON, EVENTS = "application/json", "text/event-stream"


def proof(document: Document, problems: Collector) -> None:
    """Every result can be told from an error, and every stream from a broken one."""
    declared = "x-errors" in document.tree
    for operation in operations_of(document.tree):
        media = {
            name.partition(";")[0].strip(): schema
            for answer in answers_of(document.tree, operation)
            for name, schema in content_of(answer)
        }
        if declared and JSON in media:
            _result(document.tree, problems, operation)
        _stream(document.tree, problems, operation, media)


def _result(tree: dict[str, Any], problems: Collector, operation: Operation) -> None:
    """The proof fields are required in every 2xx JSON schema."""
    names = strings(mapping(operation.node.get("x-errors")).get("proof"))
    pointer = join(operation.pointer, "x-errors", "proof")
    if not names:
        what = f"{operation.id} names no field that proves its result"
        problems.add(pointer, what, "write `x-errors: {proof: [a required field of the answer]}`")
    for answer in answers_of(tree, operation):
        for media, content in content_of(answer):
            if media.partition(";")[0].strip() == JSON:
                _required(tree, problems, pointer, names, content.node.get("schema"))


def _required(tree: dict[str, Any], problems: Collector, pointer: str, names: list[str], schema: object) -> None:
    required = required_of(tree, schema)
    for index, name in enumerate(names):
        if name not in required:
            described = name in properties_of(tree, schema)
            where = string(mapping(schema).get("$ref")).rpartition("/")[2] or "the answer"
            cure = f"add it to `required` of {where}" if described else f"add it to {where}, or name another field"
            what = f"the proof field {name!r} is {'not required' if described else 'no field'} of {where}"
            problems.add(join(pointer, index), what, cure if described else did_you_mean(name, required, cure))


def _stream(tree: dict[str, Any], problems: Collector, operation: Operation, media: dict[str, Node]) -> None:
    stream, pointer = mapping(operation.node.get("x-stream")), join(operation.pointer, "x-stream")
    if not stream:
        if EVENTS in media:
            what = "a stream of events, and nothing says how it is asked for and how it ends"
            problems.add(media[EVENTS].pointer, what, "describe it in x-stream of the operation")
        return
    for name in (JSON, EVENTS):
        if name not in media:
            what = f"{operation.id} streams, but its 200 has no {name}"
            problems.add(pointer, what, f"add {name} under responses/200/content")
    _asked_for(tree, problems, pointer, operation, stream)
    if EVENTS in media:
        _events(tree, problems, pointer, stream, media[EVENTS].node.get("schema"))


def _asked_for(
    tree: dict[str, Any], problems: Collector, pointer: str, operation: Operation, stream: dict[str, Any]
) -> None:
    """The field that asks for a stream is a field of the body."""
    body = resolve(tree, operation.node.get("requestBody"))
    schema = mapping(mapping(body.get("content")).get(JSON)).get("schema")
    fields = properties_of(tree, schema)
    for name in mapping(stream.get("when")):
        if name not in fields:
            what = f"the body has no field {name!r} that could ask for the stream"
            problems.add(join(pointer, "when", name), what, did_you_mean(name, fields, f"add {name!r} to the body"))


def _events(tree: dict[str, Any], problems: Collector, pointer: str, stream: dict[str, Any], event: object) -> None:
    """What x-stream says of events is true of their schema."""
    _required(tree, problems, join(pointer, "proof"), strings(stream.get("proof")), event)
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
