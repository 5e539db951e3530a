"""Answers of several forms: what chooses among them, and what each of them is."""

from __future__ import annotations

from typing import Any

from ...diagnostics import Collector, did_you_mean
from ...spec import Document
from ...spec.functions import functions_of
from ...spec.pointer import join, mapping, resolve, string, strings
from ...spec.responses import EVENTS, JSON, Result, body_of, branches_of, results_of
from ...spec.walk import Operation, properties_of

ACCEPT = "accept"


def returns(document: Document, problems: Collector) -> None:
    """Every case of `returns` can be asked for and is described, and every form that is described has its case."""
    for operation in functions_of(document.tree):
        if "returns" in operation.client:
            _returns(document.tree, problems, operation)


def decided(tree: dict[str, Any]) -> set[str]:
    """Pointers of unions of which `returns` decides the branch, so that nothing else must."""
    found: set[str] = set()
    for operation in functions_of(tree):
        named = {
            f"#/components/schemas/{case['schema']}"
            for case in map(mapping, mapping(mapping(operation.client.get("returns")).get("cases")).values())
            if "schema" in case
        }
        for result in results_of(tree, operation):
            refs = {string(mapping(one).get("$ref")) for one in branches_of(tree, result.schema)}
            if named and refs <= named:
                found.add(join(result.content.pointer, "schema"))
    return found


def _returns(tree: dict[str, Any], problems: Collector, operation: Operation) -> None:
    said, pointer = mapping(operation.client["returns"]), join(operation.pointer, "x-client", "returns")
    cases = {name: mapping(case) for name, case in mapping(said.get("cases")).items()}
    default = string(said.get("default"))
    if default not in cases:
        cure = did_you_mean(default, cases, f"write one of {', '.join(cases)}")
        problems.add(join(pointer, "default"), f"there is no case {default!r}", cure)
    if said.get("by") == ACCEPT:
        for name, case in cases.items():
            if name != case.get("media"):
                what = f"who accepts {name!r} is given {case.get('media')!r}"
                problems.add(join(pointer, "cases", name), what, "name the case by its media type")
    else:
        _by_field(tree, problems, operation, pointer, said, cases)
    _described(tree, problems, operation, join(pointer, "cases"), cases)


def _by_field(
    tree: dict[str, Any],
    problems: Collector,
    operation: Operation,
    pointer: str,
    said: dict[str, Any],
    cases: dict[str, Any],
) -> None:
    """The field is one of the body's, and its values are the cases."""
    fields = properties_of(tree, body_of(tree, operation)[1])
    name = string(said.get("by"))
    if name not in fields:
        cure = did_you_mean(name, [*fields, ACCEPT], "name a field of the body, or `accept`")
        problems.add(join(pointer, "by"), f"the body has no field {name!r}", cure)
        return
    field = resolve(tree, fields[name])
    default = field.get("default")
    if default is not None and default != said.get("default"):
        what = f"the field {name!r} is {default!r} by default"
        problems.add(join(pointer, "default"), what, f"write {default}, or mend the field's default")
    values = [value for one in branches_of(tree, field) for value in strings(resolve(tree, one).get("enum"))]
    for value in values:
        if value not in cases:
            what = f"{name!r} may be {value!r}, and no case says what then comes"
            problems.add(join(pointer, "cases"), what, f"add `{value}: {{media: …}}`")
    for case in cases:
        if values and case not in values:
            cure = did_you_mean(case, values, f"list it in the enum of {name!r}, or remove it")
            problems.add(join(pointer, "cases", case), f"{name!r} is never {case!r}", cure)


def _described(
    tree: dict[str, Any], problems: Collector, operation: Operation, pointer: str, cases: dict[str, Any]
) -> None:
    """Each case is among the responses, and each form of the responses is a case."""
    results = [one for one in results_of(tree, operation) if one.media != EVENTS]
    described = {one.media: one for one in results}
    for name, case in cases.items():
        media = string(case.get("media"))
        if media not in described:
            cure = did_you_mean(media, described, f"add {media} under content of the 200")
            problems.add(join(pointer, name, "media"), f"no 2xx answer has the media type {media!r}", cure)
        elif media == JSON:
            _schema(tree, problems, join(pointer, name), case, [one for one in results if one.media == JSON])
        elif "schema" in case:
            what = f"an answer of {media} has no schema to choose"
            problems.add(join(pointer, name, "schema"), what, "remove it")
    for result in _undecided(results, cases):
        what = f"no case of `returns` gives {result.media}"
        problems.add(result.content.pointer, what, "add a case for it, or remove it")


def _undecided(results: list[Result], cases: dict[str, Any]) -> list[Result]:
    """The forms that no case gives, but of a status with one form only: that status speaks for itself."""
    given = {string(case.get("media")) for case in cases.values()}
    several = {one.status for one in results if any(one.status == two.status and one is not two for two in results)}
    return [one for one in results if one.media not in given and one.status in several]


def _schema(
    tree: dict[str, Any], problems: Collector, pointer: str, case: dict[str, Any], results: list[Result]
) -> None:
    """The schema of a case is that of the answer, or one of its branches."""
    refs = {
        string(mapping(one).get("$ref")).removeprefix("#/components/schemas/")
        for result in results
        for one in (result.schema, *branches_of(tree, result.schema))
    }
    name = string(case.get("schema"))
    if not name:
        known = ", ".join(sorted(refs - {""}))
        problems.add(pointer, "this case does not say which object comes", f"add `schema: {known}`")
    elif name not in refs:
        cure = did_you_mean(name, refs, "name what the answer's schema refers to, or add it there under anyOf")
        problems.add(join(pointer, "schema"), f"{name!r} is not among what the answer may be", cure)
