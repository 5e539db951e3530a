"""The bundled OpenAPI document, asked by jsonschema and by a matcher of our own: nothing generated plays a part."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from referencing import Registry
from referencing.jsonschema import DRAFT202012

from generator.read import read

_URI = "urn:document"
_ABSENT = object()


@cache
def tree() -> dict[str, Any]:
    """The bundled document."""
    return read(Path(__file__).parents[2] / "spec" / "openapi.yaml").tree


@cache
def operations() -> dict[str, tuple[str, str]]:
    """operationId -> (JSON pointer of the operation, its path)."""
    found: dict[str, tuple[str, str]] = {}
    for path, item in tree()["paths"].items():
        for method, operation in item.items():
            if isinstance(operation, dict) and "operationId" in operation:
                token = path.replace("~", "~0").replace("/", "~1").replace("{", "%7B").replace("}", "%7D")
                found[operation["operationId"]] = f"/paths/{token}/{method}", path
    return found


@cache
def _registry() -> Registry[Any]:
    return Registry[Any]().with_resource(_URI, DRAFT202012.create_resource(tree()))


@cache
def _validator(pointer: str) -> Draft202012Validator:
    return Draft202012Validator({"$ref": f"{_URI}#{pointer}"}, registry=_registry())


def faults(pointer: str, document: Any) -> list[str]:
    """What a schema says against a value: `/place: message`, sorted; empty when it fits."""
    errors = _validator(pointer).iter_errors(document)
    return sorted(f"/{'/'.join(map(str, error.absolute_path))}: {error.message}" for error in errors)


def answer_schema(operation: str, media_type: str) -> str:
    """Pointer of the schema of a 200 answer."""
    return f"{operations()[operation][0]}/responses/200/content/{media_type.replace('/', '~1')}/schema"


def request_schema(operation: str) -> str:
    """Pointer of the schema of the body."""
    return f"{operations()[operation][0]}/requestBody/content/application~1json/schema"


def parameters(operation: str) -> set[str]:
    """The names of the body's fields."""
    node: Any = _at(tree(), request_schema(operation).replace("%7B", "{").replace("%7D", "}"))
    while "$ref" in node:
        node = _at(tree(), node["$ref"].removeprefix("#"))
    return set(node["properties"])


def shapes_that_fit(document: Any) -> Iterator[str]:
    """The names of the declared error shapes that a body fits, in their order."""
    for shape in tree()["x-errors"]["shapes"]:
        if all(_is(_at(document, pointer), wanted) for pointer, wanted in shape["where"].items()):
            yield shape["name"]


def _at(document: Any, pointer: str) -> Any:
    for token in pointer.split("/")[1:]:
        token = token.replace("~1", "/").replace("~0", "~")
        if not isinstance(document, dict) or token not in document:
            return _ABSENT
        document = document[token]
    return document


def _is(value: Any, wanted: Any) -> bool:
    if wanted == "absent" or value is _ABSENT:
        return value is _ABSENT and wanted == "absent"
    if isinstance(wanted, dict):
        return bool(value == wanted["const"])
    if isinstance(value, bool):
        return wanted in ("boolean", "any")
    kinds = {"string": str, "number": (int, float), "object": dict, "array": list, "any": object}
    return isinstance(value, kinds[wanted])
