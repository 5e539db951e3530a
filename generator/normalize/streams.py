"""Streams of server-sent events that a document describes without our x-keys: what asks for them, and how they end."""

from __future__ import annotations

import json
from typing import Any

from ..spec import Content, Operation
from ..spec.operations import EVENTS, JSON
from ..spec.pointer import escape, join, mapping, resolve, sequence, string
from ..spec.schemas import branches_of, properties_of, types_of
from .draft import Draft

DONE = "[DONE]"
# The fields of a server-sent event: a schema with these alone describes the event, and `data` what it carries.
FIELDS = {"data", "event", "id", "retry", "comment"}


def streams(draft: Draft) -> None:
    """Describe the streams of operations that have none described: asked for by a field `stream`, ended by [DONE]."""
    for operation in draft.operations():
        if event := string(mapping(operation.node.get("x-stream")).get("event")):
            _describe(draft, operation, event)
    for operation in draft.operations():
        events = next((one for one in operation.results if one.media_type == EVENTS), None)
        if events is None or "x-stream" in operation.node or operation.base:
            continue
        ends = _carried(draft, events) or DONE in json.dumps(operation.node, default=str)
        field, end = _switch(draft, operation), {"end": DONE} if ends else {}
        if len(operation.results) == 1:
            if end:
                draft.edit(f"{operation.pointer}/x-stream").update(end)
        elif field and any(one.media_type == JSON for one in operation.results):
            draft.edit(f"{operation.pointer}/x-stream").update({"when": {field: True}, **end})


def _describe(draft: Draft, operation: Operation, event: str) -> None:
    """Let the first success of an operation bring events of a schema, whatever is said of its events."""
    success = next((one for one in operation.responses if one.is_success), None)
    if success is None:
        return
    described = {"schema": {"$ref": f"#/components/schemas/{escape(event)}"}}
    content = {**mapping(success.node.get("content")), EVENTS: described}
    draft.edit(join(operation.pointer, "responses"))[success.status] = {**success.node, "content": content}


def _switch(draft: Draft, operation: Operation) -> str:
    """The field of the body that asks for a stream."""
    fields = properties_of(draft.tree, operation.body.schema) if operation.body else {}
    return next((name for name in ("stream",) if "boolean" in _types(draft, fields.get(name))), "")


def _types(draft: Draft, schema: object) -> list[str]:
    return [kind for one in branches_of(draft.tree, schema) for kind in types_of(draft.tree, one)]


def _carried(draft: Draft, events: Content) -> bool:
    """Take the schema of what events carry instead of that of the events; True if one of them is the end marker."""
    branches = branches_of(draft.tree, events.schema)
    carried = [_data(draft, one) for one in branches]
    kept = [one for one in carried if DONE not in _constants(draft, one)]
    if kept and (len(kept) < len(carried) or any(a is not b for a, b in zip(carried, branches, strict=True))):
        draft.edit(events.pointer)["schema"] = kept[0] if len(kept) == 1 else {"anyOf": kept}
    return len(kept) < len(carried)


def _data(draft: Draft, schema: Any) -> Any:
    """Return the schema of an event's `data` field (empty for text); of any other schema the schema itself."""
    fields = properties_of(draft.tree, schema)
    if "data" not in fields or not FIELDS.issuperset(fields):
        return schema
    data = fields["data"]
    is_text = _types(draft, data) == ["string"] and DONE not in _constants(draft, data)
    return {} if is_text else data


def _constants(draft: Draft, schema: object) -> list[Any]:
    node = mapping(resolve(draft.tree, schema))
    return [node.get("const"), *sequence(node.get("enum"))]
