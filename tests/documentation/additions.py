"""Random edits of sample pages that add something, of every kind that machine-readable pages can have.

An edit is a function of a `Draft` that changes it and returns whether the page has anything to change.
"""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

from generator.spec.pointer import mapping, strings

from .edits import NAMES, Draft, limit_added, page_added, page_moved, page_renamed, value_added
from .samples import Tree, example

SHAPES: list[Tree] = [
    {"type": "string", "description": "A text that is shown."},
    {"type": "string", "description": "显示的文字"},
    {"type": "integer", "minimum": 1, "maximum": 9},
    {"type": "number", "description": "数"},
    {"type": "boolean"},
    {"type": "string", "nullable": True},
    {"type": "string", "enum": ["on", "1e5", "x y"]},
    {"type": "string", "format": "date-time"},
    {"type": "array", "items": {"type": "string", "maxLength": 30}, "maxItems": 4},
    {"type": "object", "properties": {"inner": {"type": "object", "properties": {"deep": {"type": "integer"}}}}},
    {"type": "array", "items": {"type": "object", "properties": {"a": {"type": "string"}}, "required": ["a"]}},
    {"type": "object", "additionalProperties": {"type": "integer"}},
    {"type": "object", "properties": {}},
    {"type": "array", "items": {}},
    {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]},
    {},
]
LAST = ("upscale-fast", "stylize", "batches", "voices", "remix_v2", "expand", "summaries")


def _field(draft: Draft, *, request: bool) -> bool:
    same = draft.pick(lambda one: one.request is request and "in" not in one.holder)
    name = draft.random.choice(NAMES)
    if same is None or not draft.sample.method or name in same.holder["properties"]:
        return False
    same.holder["properties"][name] = copy.deepcopy(draft.random.choice(SHAPES))
    if not request and draft.random.random() < 0.3:
        same.holder["required"] = [*strings(same.holder.get("required")), name]
    draft.done()
    return True


def request_field(draft: Draft) -> bool:
    return _field(draft, request=True)


def response_field(draft: Draft) -> bool:
    return _field(draft, request=False)


def parameter(draft: Draft) -> bool:
    name, place = draft.random.choice(NAMES), draft.random.choice(("query", "header"))
    if not draft.sample.method:
        return False
    schema = copy.deepcopy(draft.random.choice(SHAPES[:9]))
    draft.sample.operation["parameters"].append({"name": name, "in": place, "required": False, "schema": schema})
    draft.done()
    return True


def optional(draft: Draft) -> bool:
    same = draft.pick(lambda one: draft.sample.method and one.request and one.required)
    if same is None:
        return False
    if "in" in same.holder:
        same.holder["required"] = False
    else:
        same.holder["required"] = [one for one in same.holder["required"] if one != same.name]
    draft.done()
    return True


def deprecated(draft: Draft) -> bool:
    draft.sample.operation["deprecated"] = True
    draft.done()
    return bool(draft.sample.method)


def status(draft: Draft) -> bool:
    """Another response of success: the same, another object, or none at all."""
    responses = mapping(draft.sample.operation.get("responses"))
    new = draft.random.choice(("201", "202", "204"))
    if not draft.sample.method or new in responses:
        return False
    schemas = 3 * [one["content"]["application/json"]["schema"] for one in responses.values()]
    schemas.append({"type": "object", "properties": {"task_id": {"type": "string"}}, "required": ["task_id"]})
    schema = copy.deepcopy(draft.random.choice(schemas))
    content: Tree = {"application/json": {"schema": schema, "example": example(schema)}}
    responses[new] = {"content": {} if new == "204" else content}
    draft.done()
    return True


def operation(draft: Draft) -> bool:
    """A new endpoint of the group: other fields, and what it returns of any form."""
    random, sample = draft.random, draft.sample
    if not sample.method:
        return False
    above = sample.path.rpartition("/")[0]
    last = random.choice(LAST)
    method = random.choice(("post", "post", "post", "get", "get", "delete"))
    path = random.choice((f"{above}/{last}", f"{sample.path}/{last}", f"{above}/{last}/{{id}}"))
    if "/{" in sample.path.rpartition("/")[2]:
        path = f"{above}/{last}"
    operation: Tree = {"parameters": [], "responses": {}}
    names = random.sample(NAMES, 4)
    fields = {name: copy.deepcopy(random.choice(SHAPES)) for name in names}
    schema: Tree = {"type": "object", "properties": fields, "required": random.choice(([], names[:1]))}
    for name in (one[1:-1] for one in path.split("/") if one.startswith("{")):
        operation["parameters"].append({"name": name, "in": "path", "required": True, "schema": {"type": "string"}})
    if method == "post":
        kind = random.choice(("application/json", "application/json", "multipart/form-data"))
        if kind != "application/json":
            fields["image"] = {"type": "string", "format": "binary"}
        own = random.choice((schema, schema, schema, {"type": "object", "properties": {}}))
        operation["requestBody"] = {"content": {kind: {"schema": own}}}
    elif random.random() < 0.5:
        operation["parameters"].append({"name": "limit", "in": "query", "schema": {"type": "integer"}})
    operation["responses"]["200"] = {"content": _result(draft)}
    if random.random() < 0.6:  # most pages show examples
        for content in (mapping(operation.get("requestBody")).get("content"), operation["responses"]["200"]["content"]):
            for media, one in mapping(content).items():
                if "json" in media and "example" not in one:
                    one["example"] = example(_shown(one["schema"]))
    draft.shown = sample._replace(
        title=f"新接口 {random.randint(1, 999)}", method=method, path=path, id=f"api-99{random.randint(1000, 9999)}",
        operation=operation,
    )  # fmt: skip
    draft.all.append(draft.shown)
    return True


def _shown(schema: Tree) -> Tree:
    """A schema whose example is that of a page; one without fields is shown with some."""
    if schema.get("type") == "object" and not mapping(schema.get("properties")):
        return {"type": "object", "properties": {name: {"type": "string"} for name in NAMES[:3]}}
    return schema


def _result(draft: Draft) -> Tree:
    """The content of a response, of any form."""
    random, json = draft.random, "application/json"
    names = random.sample(NAMES, 3)
    plain: Tree = {"type": "object", "properties": {name: copy.deepcopy(random.choice(SHAPES)) for name in names}}
    proven = {**plain, "required": names[:1]}
    listed: Tree = {"type": "object", "properties": {"data": {"type": "array", "items": proven}}, "required": ["data"]}
    known = [one["content"] for one in mapping(draft.sample.operation.get("responses")).values()]
    return random.choice([
        *known[:1], {json: {"schema": proven}}, {json: {"schema": proven}}, {json: {"schema": listed}},
        {json: {"schema": plain}}, {json: {"schema": {"type": "array", "items": proven}}},
        {json: {"schema": {"type": "array", "items": {"type": "string"}}}},
        {json: {"schema": {"type": "object", "properties": {}}}}, {json: {"schema": {"type": "string"}}},
        {"image/png": {"schema": {"type": "string", "format": "binary"}}},
        {"text/plain": {"schema": {"type": "string"}}},
        {"text/event-stream": {"schema": {"type": "string"}}}, {"text/event-stream": {"schema": proven}}, {},
    ])  # fmt: skip


def _of(edit: Callable[[Draft], Any]) -> Callable[[Draft], bool]:
    return lambda draft: edit(draft) is not None


def default(draft: Draft) -> bool:
    """A default where there was none."""
    kinds: Tree = {"string": "other", "integer": 77, "number": 7.5, "boolean": True}
    field = draft.pick(
        lambda one: one.request and not one.required and not {"default", "format"} & one.schema.keys()
        and one.schema.get("type") in kinds
    )  # fmt: skip
    if field is None:
        return False
    field.schema["default"] = field.schema.get("enum", [kinds[field.schema["type"]]])[0]
    draft.done()
    return True


ADDITIONS: dict[str, Callable[[Draft], bool]] = {
    "page-added": _of(page_added), "operation-added": operation, "request-field-added": request_field,
    "response-field-added": response_field, "parameter-added": parameter,
    "value-added": _of(value_added), "limit-added": _of(limit_added), "default-added": default,
    "status-added": status, "made-optional": optional, "deprecated": deprecated,
    "page-renamed": _of(page_renamed), "page-moved": _of(page_moved),
}  # fmt: skip
