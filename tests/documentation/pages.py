"""Pages of the whole documentation, rendered from the spec in every form in which they can be had.

`render(sample, form, samples)` is the text of a page: what a browser shows (`text`), the same saved (`html`), Apifox's
Markdown (`markdown`), or a whole project (`openapi30`, `openapi31`, `apifox`).
"""

from __future__ import annotations

import copy
import html
import json
from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import quote

import yaml

from generator.spec.pointer import mapping, sequence, strings

from .samples import LIMITS, Sample, Tree

SITE = "https://docs.example"
SIGNS = {"min": ">=", "max": "<="}
UNITS = {"Length": " characters", "Items": " items", "imum": ""}
HEADERS: list[Tree] = [
    {
        "name": "Content-Type",
        "in": "header",
        "required": True,
        "example": "application/json",
        "schema": {"type": "string"},
    },
    {
        "name": "Authorization",
        "in": "header",
        "required": False,
        "example": "Bearer {{KEY}}",
        "schema": {"type": "string"},
    },
]


def render(sample: Sample, form: str, all: Sequence[Sample] = ()) -> str:
    """The page in a form; text comes with the navigation to all pages, a project with all pages."""
    if form == "text":
        return text(sample, all)
    if form == "html":
        return as_html(text(sample, all))
    if form == "markdown":
        return markdown(sample)
    pages = [sample if one.title == sample.title and one.group == sample.group else one for one in all] or [sample]
    return json.dumps(
        export(pages, form) if form.startswith("openapi") else project(pages), ensure_ascii=False, indent=1
    )


def text(sample: Sample, all: Sequence[Sample]) -> str:
    """Return a page as a browser shows it."""
    lines = [*navigation(sample, all)] if all else []
    if not sample.method:
        rows = [
            f"{name}{one['type']}字段{index}" for index, (name, one) in enumerate(sample.operation["fields"].items())
        ]
        return "\n".join([*lines, "", sample.title, "", "参数类型描述", *rows, "{", "}", "Modified at 2024-08-18", ""])
    operation = sample.operation
    lines += [sample.title, sample.method.upper(), f"{sample.host}{sample.path}", *sample.group[-1:], "Request"]
    for place, title in (("path", "Path"), ("query", "Query"), ("header", "Header")):
        listed = [one for one in (*operation["parameters"], *HEADERS) if one["in"] == place]
        if listed:
            lines.append(f"{title} Params")
        for one in listed:
            lines += _row(one["name"], one["schema"], one["required"], one.get("example"))
    for media, content in mapping(mapping(operation.get("requestBody")).get("content")).items():
        lines += [f"Body Params {media}", *_rows(content["schema"]), *_example(content)]
    lines += ["Request samples", "Shell", "Python", "Request Request Example", "Shell", "curl --location", "Responses"]
    for status, response in operation["responses"].items():
        for media, content in response["content"].items():
            lines += [f"🟢{status}OK", media, "Body", *_rows(content["schema"]), *_example(content)]
    return "\n".join([*lines, "Modified at 2024-08-18 02:36:28", "Previous", ""])


def navigation(sample: Sample, all: Sequence[Sample]) -> Iterator[str]:
    """The navigation: groups are indented, a page is followed by its method."""
    yield "EZLINK AI API"
    yield f"  1. {sample.group[-1] if sample.group else sample.title}"
    yield "EZLINK AI API"
    shown: tuple[str, ...] = ()
    for one in all:
        same = next((at for at, pair in enumerate(zip(shown, one.group, strict=False)) if len({*pair}) > 1), None)
        depth = min(len(shown), len(one.group)) if same is None else same
        for level, name in enumerate(one.group[depth:], depth):
            yield f"{'  ' * (level + 1)}• {name}"
        shown = one.group
        yield f"{'  ' * (len(one.group) + 1)}• {one.title}"
        if one.method:
            yield f"{'  ' * (len(one.group) + 2)}{one.method.upper()}"
    yield f"  1. {sample.group[-1] if sample.group else sample.title}"


def _rows(schema: Tree) -> Iterator[str]:
    while schema.get("type") == "array":
        schema = mapping(schema.get("items"))
    for name, one in mapping(schema.get("properties")).items():
        yield from _row(name, one, name in strings(schema.get("required")), one.get("example"))
        yield from _rows(one)


def _row(name: str, schema: Tree, required: bool, example: Any) -> Iterator[str]:
    inner = mapping(schema.get("items"))
    kind = str(schema.get("type", "any"))
    if schema.get("format") == "binary":
        kind = "file"
    elif kind == "array":
        kind = f"array[{inner['type']}]" if "type" in inner else "array"
    elif "enum" in schema:
        kind = f"enum<{kind}>"
    elif kind == "integer":
        kind = "integer <int32>"
    yield from (name, kind, "required" if required else "optional")
    limits = "".join(
        f"{SIGNS[key[:3]]} {schema[key]}{UNITS[key[3:]]}" for key in LIMITS if key in schema and kind != "file"
    )
    if limits:
        yield limits
    if len(name) % 3 == 0:
        yield from (f"{name}的说明文字,见 {kind}", "第二行, required if you need it.")
    if values := [*sequence(schema.get("enum")), *sequence(inner.get("enum"))]:
        yield "Allowed values:" if len(values) > 1 else "Allowed value:"
        yield "".join(map(_shown, values))
    if example is not None:
        yield "Example:"
        yield _shown(example)
    if "default" in schema:
        yield "Default:"
        yield _shown(schema["default"])


def _shown(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _example(content: Tree) -> Iterator[str]:
    if "example" in content:
        yield "Example"
        shown = content["example"]
        yield shown if isinstance(shown, str) else json.dumps(shown, ensure_ascii=False, indent=0)


def as_html(shown: str) -> str:
    """A page as a browser saves it: lists are nested, every other line is an element."""
    body: list[str] = []
    depth = 0
    for line in shown.splitlines():
        name = line.strip()
        level = (len(line) - len(line.lstrip())) // 2 if name.startswith("•") else depth if line[:1] == " " else 0
        body += ["<ul>"] * (level - depth) + ["</ul>"] * (depth - level)
        depth = level
        words = html.escape(name.removeprefix("• "), quote=False)
        body.append(f"<li><a>{words}</a></li>" if name.startswith("•") else f"<div><span>{words}</span></div>")
    head = "<!DOCTYPE html><html><head><title>API</title><style>b{}</style><script>var POST = 1</script></head><body>"
    return "\n".join([head, *body, "</body></html>"])


def markdown(sample: Sample) -> str:
    """Return a page as Apifox serves it behind `.md`."""
    if not sample.method:
        rows = [f"| {name} | {one['type']} | 字段 |" for name, one in sample.operation["fields"].items()]
        return "\n".join([f"# {sample.title}", "", "| 参数 | 类型 | 描述 |", "| --- | --- | --- |", *rows, ""])
    dumped = yaml.safe_dump(export([sample], "openapi30"), allow_unicode=True, sort_keys=False)
    return f"# {sample.title}\n\n## OpenAPI Specification\n\n```yaml\n{dumped}\n```\n"


def export(pages: Sequence[Sample], form: str) -> Tree:
    """An OpenAPI document of pages, with Apifox's habits."""
    tree: Tree = {
        "openapi": "3.1.0" if form == "openapi31" else "3.0.1",
        "info": {"title": "", "description": "", "version": "1.0.0"},
        "paths": {},
        "components": {"schemas": {}, "securitySchemes": {}},
        "servers": [],
    }
    for one in pages:
        if one.method and one.method not in tree["paths"].get(one.path, {}):
            tree["paths"].setdefault(one.path, {})[one.method] = _exported(one, tree["components"]["schemas"])
    return tree


def _exported(sample: Sample, schemas: Tree) -> Tree:
    operation = copy.deepcopy(sample.operation)
    for place, contents in _contents(operation):
        for content in contents.values():
            content["schema"] = _shared(content["schema"], f"{sample.title}{place}", schemas)
    found: Tree = {
        "summary": f"{sample.title} ",
        "deprecated": False,
        "description": "",
        "tags": list(sample.group[-1:]),
    }
    found.update(operation, parameters=[*operation["parameters"], *HEADERS], security=[])
    found["x-apifox-folder"] = "/".join(sample.group)
    if sample.id:
        found["x-run-in-apifox"] = f"https://app.apifox.com/web/project/1/apis/{sample.id}-run"
    return found


def _contents(operation: Tree) -> Iterator[tuple[str, Tree]]:
    if "requestBody" in operation:
        yield "", operation["requestBody"]["content"]
    for status, response in operation["responses"].items():
        yield status, response["content"]


def _shared(schema: Tree, name: str, schemas: Tree) -> Tree:
    """A schema whose objects list the order of their fields, every second of them apart, under a Chinese name."""
    if "items" in schema:
        return {**schema, "items": _shared(schema["items"], f"{name}项", schemas)}
    if "properties" not in schema:
        return {**schema, "properties": {}} if schema.get("type") == "object" else schema
    inner = {key: _shared(one, f"{name}的{key}", schemas) for key, one in schema["properties"].items()}
    found = {**schema, "properties": inner, "x-apifox-orders": list(inner)}
    if len(name) % 2:
        return found
    schemas[name] = found
    return {"$ref": f"#/components/schemas/{quote(name)}"}


def project(pages: Sequence[Sample]) -> Tree:
    """An Apifox project export of pages."""
    root = _folder("根目录")
    for one in pages:
        folder = root
        for name in one.group:
            known = next((each for each in folder["items"] if each.get("name") == name and "items" in each), None)
            if known is None:
                known = _folder(name)
                folder["items"].append(known)
            folder = known
        if one.method:  # prose and objects are elsewhere in an export
            folder["items"].append({"name": one.title, "api": _api(one)})
    return {
        "apifoxProject": "1.0.0",
        "$schema": {"app": "apifox", "type": "project", "version": "1.2.0"},
        "info": {"name": "EZLINK"},
        "apiCollection": [root],
        "schemaCollection": [],
    }


def _folder(name: str) -> Tree:
    return {"name": name, "items": []}


def _api(sample: Sample) -> Tree:
    operation = sample.operation
    found: Tree = {"id": sample.id.removeprefix("api-"), "method": sample.method, "path": sample.path, "parameters": {}}
    for one in (*operation["parameters"], *HEADERS):
        listed = found["parameters"].setdefault(one["in"], [])
        listed.append({**one, "type": one["schema"].get("type", "string")})
    for media, content in mapping(mapping(operation.get("requestBody")).get("content")).items():
        schema = content["schema"]
        found["requestBody"] = {"type": media, "jsonSchema": schema, "example": _shown(content.get("example"))}
        if media != "application/json":
            fields = [
                {"name": name, "required": name in schema.get("required", []), "type": one.get("type"), "schema": one}
                for name, one in mapping(schema.get("properties")).items()
            ]
            found["requestBody"] = {"type": media, "parameters": fields, "example": _shown(content.get("example"))}
    contents = [(status, one) for status, each in operation["responses"].items() for one in each["content"].values()]
    found["responses"] = [
        {"id": status, "code": int(status), "contentType": "json", "jsonSchema": one["schema"]}
        for status, one in contents
    ]
    found["responseExamples"] = [{"responseId": status, "data": _shown(one["example"])} for status, one in contents]
    return found


def llms(all: Sequence[Sample]) -> str:
    """The list of all pages."""
    lines = ["# EZLINK AI API", "", "## Docs"]
    for one in sorted(all, key=lambda one: bool(one.method)):
        if one.method and "## API Docs" not in lines:
            lines += ["", "## API Docs"]
        address = f"{SITE}/{one.id or quote(one.title)}.md"
        lines.append(f"- {' > '.join(one.group)} [{one.title}]({address}): ")
    return "\n".join([*lines, ""])
