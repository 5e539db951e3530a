"""The bundled OpenAPI document, asked by jsonschema and by a matcher of our own: nothing generated plays a part."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote

from jsonschema import Draft202012Validator
from referencing import Registry
from referencing.jsonschema import DRAFT202012

from generator.mock_server import Fixture
from generator.spec import read

_URI = "urn:document"
_ABSENT = object()
_JSON, _FORM = "application/json", "multipart/form-data"


class Described(NamedTuple):
    """Where the document describes an operation, or a variant of one."""

    pointer: str  # of the operation whose path, method and answers it has
    path: str
    body: str | None  # pointer of the body's schema
    form: bool  # whether the body is multipart/form-data


@cache
def tree() -> dict[str, Any]:
    """The bundled document."""
    return read(Path(__file__).parents[2] / "spec" / "openapi.yaml").tree


@cache
def operations() -> dict[str, Described]:
    """operationId -> where it is described; variants too."""
    found: dict[str, Described] = {}
    for path, item in tree()["paths"].items():
        for method, operation in item.items():
            if not (isinstance(operation, dict) and "operationId" in operation):
                continue
            pointer = f"/paths/{_token(path)}/{method}"
            content = operation.get("requestBody", {}).get("content", {})
            media = next(iter(content), None)
            body = f"{pointer}/requestBody/content/{_token(media)}/schema" if media else None
            found[operation["operationId"]] = Described(pointer, path, body, media == _FORM)
            for variant in operation.get("x-variants", ()):
                name = variant["body"]["$ref"].rpartition("/")[2]
                found[variant["operationId"]] = Described(pointer, path, f"/components/schemas/{name}", False)
    return found


def _token(name: str) -> str:
    return name.replace("~", "~0").replace("/", "~1")


@cache
def _registry() -> Registry[Any]:
    registry: Registry[Any] = Registry().with_resource(_URI, DRAFT202012.create_resource(tree()))
    return registry


@cache
def _validator(pointer: str) -> Draft202012Validator:
    return Draft202012Validator({"$ref": f"{_URI}#{quote(pointer, safe='/~')}"}, registry=_registry())


def faults(pointer: str, document: Any) -> list[str]:
    """What a schema says against a value: `/place: message`, sorted; empty when it fits."""
    errors = _validator(pointer).iter_errors(document)
    return sorted(f"/{'/'.join(map(str, error.absolute_path))}: {error.message[:300]}" for error in errors)


def properties(pointer: str) -> dict[str, Any]:
    """The properties of an object's schema, references followed."""
    return {name: _followed(schema)[0] for name, schema in _followed(_at(tree(), pointer))[0]["properties"].items()}


def parameters(operation: str) -> set[str]:
    """Every name that an operation takes in its query, path, headers and body, in Python's spelling."""
    described = operations()[operation]
    item, own = (_at(tree(), pointer) for pointer in (described.pointer.rpartition("/")[0], described.pointer))
    listed = [_followed(parameter)[0] for parameter in (*item.get("parameters", ()), *own.get("parameters", ()))]
    names = {parameter["name"].replace("-", "_") for parameter in listed}
    modes = {name for server in item.get("servers", ()) for name in server.get("variables", ())}
    accept = {"accept"} & {own["x-client"].get("returns", {}).get("by")}
    body = {name.removesuffix("[]") for name in properties(described.body)} if described.body else set()
    return names | modes | accept | body


def answer_schema(fixture: Fixture, media: str = _JSON) -> str | None:
    """Pointer of the schema of an answer: what the argument that chooses its form chose, or the only one; None if
    this status has no answer of this kind.
    """
    pointer = operations()[fixture.operation].pointer
    response, where = _followed(_at(tree(), f"{pointer}/responses/{fixture.response.status}"), f"{pointer}/responses")
    if response is _ABSENT or media not in response.get("content", {}):
        return None
    returns = _at(tree(), pointer)["x-client"].get("returns", {})
    chosen = (fixture.arguments or {}).get(returns.get("by"), returns.get("default"))
    name = returns.get("cases", {}).get(chosen, {}).get("schema")
    if name is not None and media == _JSON and fixture.response.status == 200:
        return f"/components/schemas/{name}"
    where = where if where != f"{pointer}/responses" else f"{where}/{fixture.response.status}"
    return f"{where}/content/{_token(media)}/schema"


def answer_medias(fixture: Fixture) -> list[str]:
    """The media types that the answer of this status may have."""
    pointer = operations()[fixture.operation].pointer
    response, _ = _followed(_at(tree(), f"{pointer}/responses/{fixture.response.status}"))
    return [] if response is _ABSENT else list(response.get("content", {}))


def path_pattern(operation: str) -> re.Pattern[str]:
    """What the path of a request of this operation looks like, a mode before it too."""
    described = operations()[operation]
    segments = (part if not part.startswith("{") else "[^/]+" for part in described.path.split("/"))
    servers = _at(tree(), described.pointer.rpartition("/")[0]).get("servers", ())
    modes = [mode for server in servers for mode in server.get("variables", {}).get("mode", {}).get("enum", ())]
    return re.compile((f"(/mj-({'|'.join(modes)}))?" if modes else "") + "/".join(segments))


def typed(schema: Any, text: str) -> Any:
    """The text of a form's part as the value that its schema means; the text itself where it is none."""
    kinds = schema.get("type", ())
    kinds = {kinds} if isinstance(kinds, str) else set(kinds)
    for kind, made in (("integer", int), ("number", float)):
        if kind in kinds:
            try:
                return made(text)
            except ValueError:
                continue
    return text == "true" if kinds == {"boolean"} and text in ("true", "false") else text


def form_document(fixture: Fixture) -> dict[str, Any]:
    """A form as the object that its schema describes: files are empty strings, parts of an array come together."""
    pointer = operations()[fixture.operation].body
    known = properties(pointer) if pointer else {}
    document: dict[str, Any] = {}
    for part in fixture.request.form or ():
        schema = known.get(part.name, {})
        if schema.get("type") == "array":
            items, _ = _followed(schema["items"])
            document.setdefault(part.name, []).append(typed(items, part.text or ""))
        else:
            document[part.name] = "" if part.text is None else typed(schema, part.text)
    return document


def files_of(operation: str) -> set[str]:
    """The parts of an operation's form that are files."""
    pointer = operations()[operation].body
    return {name for name, schema in properties(pointer or "").items() if schema.get("format") == "binary"}


def shapes_that_fit(document: Any) -> Iterator[str]:
    """The names of the declared error shapes that a body fits, in their order."""
    for shape in tree()["x-errors"]["shapes"]:
        if all(_is(_at(document, pointer), wanted) for pointer, wanted in shape["where"].items()):
            yield shape["name"]


def _followed(node: Any, where: str = "") -> tuple[Any, str]:
    """A node and where it is, references followed."""
    while isinstance(node, dict) and "$ref" in node:
        where = node["$ref"].removeprefix("#")
        node = _at(tree(), where)
    return node, where


def _at(document: Any, pointer: str) -> Any:
    for token in pointer.split("/")[1:]:
        token = token.replace("~1", "/").replace("~0", "~")
        if isinstance(document, dict) and "$ref" in document and token not in document:
            document, _ = _followed(document)
        if not isinstance(document, dict) or token not in document:
            return _ABSENT
        document = document[token]
    return document


def _is(value: Any, wanted: Any) -> bool:
    if wanted == "absent" or value is _ABSENT:
        return value is _ABSENT and wanted == "absent"
    if isinstance(wanted, dict):
        return bool(value == wanted["const"]) and isinstance(value, bool) == isinstance(wanted["const"], bool)
    if isinstance(value, bool):
        return wanted in ("boolean", "any")
    kinds: dict[str, Any] = {
        "string": str,
        "number": (int, float),
        "object": dict,
        "array": list,
        "any": object,
        "null": type(None),
    }
    return isinstance(value, kinds[wanted])
