"""The bundled OpenAPI document as the tests read it, and jsonschema's verdict on a value."""

from __future__ import annotations

import os
import re
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jsonschema import Draft202012Validator
from referencing import Registry
from referencing.jsonschema import DRAFT202012

from generator.mock_server import Fixture
from generator.runtime.response.error_catalog import ErrorCatalog, ErrorCode, ErrorShape
from generator.spec import read
from generator.spec.names import FieldName
from generator.spec.operations import FORM, JSON, Content, Operation, Response, walk_operations
from generator.spec.pointer import follow, mapping, resolve, sequence
from generator.spec.schemas import properties_of

from .recorded import request_json

# `make mutate` tests changed copies of the spec.
SPEC = Path(os.environ.get("SPEC_UNDER_TEST") or Path(__file__).parents[2] / "spec")
_URI = "urn:document"


@cache
def tree() -> dict[str, Any]:
    """The bundled document."""
    return read(SPEC / "openapi.yaml").tree


@cache
def operations() -> dict[str, Operation]:
    """operationId -> operation, variants too."""
    return {operation.id: operation for operation in walk_operations(tree())}


def recorded_operations() -> list[str]:
    """The operations that have a folder of fixtures: all but the variants that share the folder of their operation."""
    folders = Path(__file__).parents[1] / "fixtures"
    return [name for name, one in operations().items() if one.base is None or (folders / name).is_dir()]


@cache
def _registry() -> Registry[Any]:
    registry: Registry[Any] = Registry().with_resource(_URI, DRAFT202012.create_resource(tree()))
    return registry


@cache
def _validator(pointer: str) -> Draft202012Validator:
    return Draft202012Validator({"$ref": f"{_URI}#{quote(pointer, safe='/~')}"}, registry=_registry())


def faults(pointer: str, value: Any) -> list[str]:
    """The violations of a schema by a value, as sorted `/place: message`."""
    errors = _validator(pointer).iter_errors(value)
    return sorted(f"/{'/'.join(map(str, error.absolute_path))}: {error.message[:300]}" for error in errors)


@cache
def error_catalog() -> ErrorCatalog:
    """The document's `x-errors`."""
    declared = tree()["x-errors"]
    return ErrorCatalog(
        request_id=tuple(declared["request_id"]),
        shapes=tuple(ErrorShape(**{k: v for k, v in shape.items() if k != "about"}) for shape in declared["shapes"]),
        codes={code: ErrorCode(**meaning) for code, meaning in declared["codes"].items()},
    )


def not_served(operation: str) -> tuple[int, ...]:
    """The statuses that say that an operation is not served."""
    return tuple(mapping(operations()[operation].node.get("x-not-served")).get("status", ()))


# Requests


def properties(pointer_schema: Any) -> dict[str, Any]:
    """The properties of a schema, references followed."""
    return {name: resolve(tree(), schema) for name, schema in properties_of(tree(), pointer_schema).items()}


def body_properties(operation: str) -> dict[str, Any]:
    """The properties of an operation's request body."""
    body = operations()[operation].body
    return properties(body.schema) if body else {}


def argument_names(operation: str) -> set[str]:
    """The keyword arguments of an operation: its parameters and the fields of its body, in Python's spelling."""
    described = operations()[operation]
    names = [*(parameter.name for parameter in described.parameters), *modes(described), *body_properties(operation)]
    accept = {"accept"} & {mapping(described.client.get("returns")).get("by")}
    return {FieldName.of(name) for name in names} | accept


def modes(operation: Operation) -> dict[str, list[str]]:
    """The variables of the servers of an operation's path, and their values."""
    servers = sequence(operation.path_item.get("servers"))
    return {name: one["enum"] for server in servers for name, one in mapping(server.get("variables")).items()}


def path_pattern(operation: Operation) -> re.Pattern[str]:
    """The paths of an operation's requests, with a mode in front where there is one."""
    path = "/".join("[^/]+" if part.startswith("{") else part for part in operation.path.split("/"))
    prefixes = [f"(/mj-({'|'.join(words)}))?" for words in modes(operation).values()]
    return re.compile("".join(prefixes) + path)


def calls_operation(fixture: Fixture) -> bool:
    """Return True if a request has the method and a path of its operation."""
    operation, path = operations()[fixture.operation], fixture.request.target.partition("?")[0]
    return fixture.request.method.lower() == operation.method and bool(path_pattern(operation).fullmatch(path))


def is_form(operation: str) -> bool:
    """Return True if the request body is multipart/form-data."""
    body = operations()[operation].body
    return body is not None and body.media_type == FORM


def form_value(schema: Any, text: str) -> Any:
    """The text of a form field as the value that its schema means; the text itself where it is none."""
    kinds = schema.get("type", ())
    kinds = {kinds} if isinstance(kinds, str) else set(kinds)
    for kind, convert in (("integer", int), ("number", float)):
        if kind in kinds:
            try:
                return convert(text)
            except ValueError:
                continue
    return text == "true" if kinds == {"boolean"} and text in ("true", "false") else text


def form_json(fixture: Fixture) -> dict[str, Any]:
    """A form as the object that its schema describes: files are empty strings, fields of one name an array."""
    known = body_properties(fixture.operation)
    values: dict[str, Any] = {}
    for part in fixture.request.form or ():
        schema = known.get(part.name, {})
        if schema.get("type") == "array":
            values.setdefault(part.name, []).append(form_value(resolve(tree(), schema["items"]), part.text or ""))
        else:
            values[part.name] = "" if part.text is None else form_value(schema, part.text)
    return values


def body_value(fixture: Fixture) -> Any:
    """The body of a request as the value that its schema describes."""
    return form_json(fixture) if is_form(fixture.operation) else request_json(fixture)


def schema_place(content: Content) -> str:
    """The pointer to the schema of a body or a response; a variant names its schema."""
    return follow(tree(), content.schema, content.schema_pointer)[0]


def bodies_of(operation: str, value: Any) -> list[Content]:
    """The body of an operation, and those of its variants that take the model of a request and know all its fields."""
    own = operations()[operation]
    return [
        one.body
        for one in operations().values()
        if one.body and (one is own or (one.base is own and _is_for(one.body, value)))
    ]


def _is_for(body: Content, value: Any) -> bool:
    known = properties(body.schema)
    model = mapping(value).get("model")
    return value.keys() <= known.keys() and Draft202012Validator(known["model"]).is_valid(model)


# Responses


def response_of(operation: str, status: int) -> Response | None:
    """The response that the document has for a status: that status, its class (4XX), or the default."""
    by_status = {one.status.upper(): one for one in operations()[operation].responses}
    names = (str(status), f"{status // 100}XX", "DEFAULT")
    return next((by_status[name] for name in names if name in by_status), None)


def content_of(fixture: Fixture, media: str = JSON) -> Content | None:
    """The content of one media type that the document has for a response."""
    response = response_of(fixture.operation, fixture.response.status)
    return next((one for one in response.content if one.media_type == media), None) if response else None


def response_schema(fixture: Fixture, media: str = JSON) -> str | None:
    """The pointer to the schema of a response, as chosen by the argument that `x-client.returns` names; None if no
    response of this status and media type is described.
    """
    content = content_of(fixture, media)
    if content is None:
        return None
    returns = mapping(operations()[fixture.operation].client.get("returns"))
    chosen = (fixture.arguments or {}).get(returns.get("by"), returns.get("default"))
    name = mapping(mapping(returns.get("cases")).get(chosen)).get("schema")
    if name is not None and media == JSON and fixture.response.status == 200:
        return f"/components/schemas/{name}"
    return schema_place(content)
