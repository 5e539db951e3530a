"""`returns` in `x-client`: the argument that chooses among several media types, and what each value returns."""

from __future__ import annotations

from typing import Any

from ...diagnostics import did_you_mean
from ...spec import Content, Document, Operation
from ...spec.operations import EVENTS, JSON
from ...spec.pointer import join, mapping, resolve, string
from ...spec.schemas import branches_of, enum_of, properties_of
from ..finding import Finding, Findings, unsupported

ACCEPT = "accept"


def returns(document: Document, operation: Operation) -> Findings:
    """Every case can be asked for and is described, and every media type that is described has its case."""
    if "returns" not in operation.client:
        return
    node, pointer = mapping(operation.client["returns"]), join(operation.pointer, "x-client", "returns")
    cases = {name: mapping(case) for name, case in mapping(node.get("cases")).items()}
    default = string(node.get("default"))
    if default not in cases:
        hint = did_you_mean(default, cases, f"use one of {', '.join(cases)}")
        yield Finding(join(pointer, "default"), f"there is no case {default!r}", hint)
    if node.get("by") == ACCEPT:
        for name, case in cases.items():
            if name != case.get("media"):
                message = f"the case {name!r} returns {case.get('media')!r}"
                yield Finding(join(pointer, "cases", name), message, "name the case after its media type")
    else:
        yield from _by_field(document.tree, operation, pointer, node, cases)
    yield from _described(document.tree, operation, join(pointer, "cases"), cases)


def _by_field(
    tree: dict[str, Any], operation: Operation, pointer: str, node: dict[str, Any], cases: dict[str, Any]
) -> Findings:
    """The field is one of the body's, and its values are the cases."""
    fields = properties_of(tree, operation.body.schema if operation.body else None)
    name = string(node.get("by"))
    if name not in fields:
        hint = did_you_mean(name, [*fields, ACCEPT], f"name a field of the body, or `{ACCEPT}`")
        yield Finding(join(pointer, "by"), f"the body has no field {name!r}", hint)
        return
    default, values = resolve(tree, fields[name]).get("default"), enum_of(tree, fields[name])
    if default is not None and default != node.get("default"):
        message = f"the default of the field {name!r} is {default!r}"
        yield Finding(join(pointer, "default"), message, f"write {default}, or correct the field's default")
    for value in values:
        if isinstance(value, str) and value not in cases:
            message = f"{name!r} may be {value!r}, and there is no case for it"
            yield Finding(join(pointer, "cases"), message, f"add `{value}: {{media: …}}`")
    for case in cases:
        if values and case not in values:
            hint = did_you_mean(case, map(str, values), f"add it to the enum of {name!r}, or remove it")
            yield Finding(join(pointer, "cases", case), f"{name!r} is never {case!r}", hint)


def _described(tree: dict[str, Any], operation: Operation, pointer: str, cases: dict[str, Any]) -> Findings:
    """Each case is among the responses, and each media type of the responses has a case."""
    results = [one for one in operation.results if one.media_type != EVENTS]
    described = {one.media_type for one in results}
    for name, case in cases.items():
        media_type = string(case.get("media"))
        if media_type not in described:
            hint = did_you_mean(media_type, described, f"add {media_type} under content of the 200")
            message = f"no 2xx response has the media type {media_type!r}"
            yield Finding(join(pointer, name, "media"), message, hint)
        elif media_type == JSON:
            yield from _schema(tree, join(pointer, name), case, operation.json_results())
        elif "schema" in case:
            message = f"a response of {media_type} has no schema to choose"
            yield Finding(join(pointer, name, "schema"), message, "remove it")
    returned = {string(case.get("media")) for case in cases.values()}
    for result in results:
        # The only media type of a status needs no case.
        several = any(other.status == result.status and other is not result for other in results)
        if several and result.media_type not in returned:
            message = f"no case of `returns` is for {result.media_type}"
            yield unsupported(result.pointer, message, "add a case for it, or remove it", "it is not read")


def _schema(tree: dict[str, Any], pointer: str, case: dict[str, Any], results: list[Content]) -> Findings:
    """The schema of a case is that of the response, or one of its branches."""
    refs = {
        string(mapping(one).get("$ref")).removeprefix("#/components/schemas/")
        for result in results
        for one in (result.schema, *branches_of(tree, result.schema))
    }
    name = string(case.get("schema"))
    if not name:
        message = "the case does not name the schema of its object"
        yield Finding(pointer, message, f"add `schema: {', '.join(sorted(refs - {''}))}`")
    elif name not in refs:
        hint = did_you_mean(name, refs, "name what the response's schema refers to, or add it there under anyOf")
        yield Finding(join(pointer, "schema"), f"the response is never {name!r}", hint)
