"""Normalising: a folder of data per case, with the names, warnings and schemas that it gets."""

from __future__ import annotations

import copy
import json
from pathlib import Path

import pytest

from generator.check import check
from generator.normalize import normalize
from generator.plan import plan
from generator.spec import Document, read
from generator.spec.operations import EVENTS
from tests.generator.rendered_cases import folders, names, text

SPEC = Path(__file__).parents[2] / "spec" / "openapi.yaml"


def normalized(case: Path) -> Document:
    return normalize(read(next(case.glob("openapi.*"))))


@pytest.mark.parametrize("case", folders("normalized"), ids=lambda case: case.name)
def test_names_and_warnings_are_as_expected(case: Path) -> None:
    document = normalized(case)
    assert names(document) + text([*document.diagnostics]) == (case / "expected.txt").read_text("utf-8")


@pytest.mark.parametrize("case", folders("normalized"), ids=lambda case: case.name)
def test_every_name_can_be_planned_and_none_is_used_twice(case: Path) -> None:
    planned = plan(check(normalized(case)))
    methods = {one.operation.name for one in planned.endpoints}
    left_out = {one.instead for one in planned.diagnostics if one.instead.endswith("is left out")}
    assert len(methods) == len(planned.endpoints) == len(normalized(case).operations) - len(left_out)


def test_the_tree_that_was_read_stays_as_it_is(tmp_path: Path) -> None:
    document = read(folders("normalized")[-1] / "openapi.yaml")
    before = copy.deepcopy(document.tree)
    changed = normalize(document)
    assert document.tree == before == changed.source_tree
    assert changed.tree != before


def test_names_do_not_depend_on_the_order_of_the_document(tmp_path: Path) -> None:
    for case in folders("normalized"):
        document = read(next(case.glob("openapi.*")))
        path = tmp_path / "openapi.json"
        path.write_text(json.dumps({**document.tree, "paths": dict(reversed(document.tree["paths"].items()))}))
        assert sorted(names(normalize(read(path))).split("\n")) == sorted(names(normalize(document)).split("\n"))


def test_schemas_have_the_form_of_openapi_3_1() -> None:
    schemas = normalized(next(case for case in folders("normalized") if case.name == "parameters")).tree["components"]
    assert schemas["schemas"] == {
        "Amount": {"type": "integer", "exclusiveMinimum": 0, "maximum": 9},
        "Order": {
            "type": "object",
            "properties": {"amount": {"nullable": True, "allOf": [{"$ref": "#/components/schemas/Amount"}]}},
        },
        "Tagged": {
            "type": "object",
            "properties": {"a": {"type": "string"}},
            "additionalProperties": {"type": "integer"},
        },
        "Flag": {"type": "boolean"},
        "Count": {"type": "integer", "format": "int32"},
        "Day": {"type": "string", "format": "date"},
        "Moment": {"type": "string", "format": "rfc850"},
        "Marked": {
            "type": "object",
            "additionalProperties": {"type": "object", "additionalProperties": {"type": "integer"}},
        },
        "Named": {"type": "object", "additionalProperties": {"anyOf": [{"type": "integer"}, {"type": "string"}]}},
        "Free": {"type": "object", "unevaluatedProperties": {"type": "integer"}, "allOf": []},
        "Any": {"type": "object", "additionalProperties": {"type": "integer"}},
        "Closed": {"type": "object", "properties": {"a": {"type": "string"}}},
        "Pair": {"type": "array", "maxItems": 2, "items": {"anyOf": [{"type": "string"}, {"type": "integer"}]}},
        "Open": {"type": "array", "prefixItems": [{"type": "string"}]},
        "Upload": {"contentMediaType": "image/png", "type": "string", "format": "binary"},
        "Text": {"type": "string", "contentMediaType": "application/json"},
        "Encoded": {"type": "string", "contentMediaType": "image/png", "contentEncoding": "base64"},
    }


def test_objects_that_others_extend_are_unions() -> None:
    case = next(case for case in folders("normalized") if case.name == "inheritance")
    document = normalized(case)
    schemas = document.tree["components"]["schemas"]

    def ref(name: str) -> dict[str, str]:
        return {"$ref": f"#/components/schemas/{name}"}

    cat, dog, car, taxi = (ref(name)["$ref"] for name in ("Cat", "Dog", "CarBase", "Taxi"))
    given = json.loads(json.dumps(read(case / "openapi.yaml").tree["components"]["schemas"]))
    base, uses = given["Pet"], given["Uses"]["properties"]
    told = base.pop("discriminator") | {"mapping": {"cat": cat, "dog": dog}}
    given["Cat"]["allOf"][0] = given["Dog"]["allOf"][0] = uses["extended"]["allOf"][0] = ref("PetBase2")
    uses["part"] = {"$ref": "#/components/schemas/PetBase2/properties/name"}
    uses["either"]["discriminator"] = told
    given["Taxi"]["allOf"] = [{"$ref": car}]
    assert schemas == given | {
        "Pet": {"description": "An animal.", "oneOf": [ref("Cat"), ref("Dog")], "discriminator": told},
        "PetBase2": base,
        "Car": {
            "oneOf": [ref("Taxi"), ref("Cab"), ref("CarBase")],
            "discriminator": {"propertyName": "type", "mapping": {"#taxi": taxi, "Car": car}},
        },
        "CarBase": {"properties": given["Car"]["properties"]},
    }
    assert document.place("/components/schemas/PetBase2") == document.place("/components/schemas/Pet")


def test_a_document_that_is_kept_for_the_generator_is_left_alone() -> None:
    document = read(SPEC)
    assert normalize(document) is document


def test_components_of_one_name_in_several_files_get_names_of_their_own(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("Thing: {type: object, properties: {a: {type: string}}}\n")
    (tmp_path / "b.yaml").write_text("Thing: {type: object, properties: {b: {type: string}}}\n")
    refs = {f"{name}": {"$ref": f"{name}.yaml#/Thing"} for name in ("a", "b")}
    tree = {
        "openapi": "3.1.0",
        "info": {"title": "Two files", "version": "1"},
        "paths": {},
        "components": {"schemas": {"Both": {"type": "object", "properties": refs}}},
    }
    (tmp_path / "openapi.json").write_text(json.dumps(tree))
    schemas = read(tmp_path / "openapi.json").tree["components"]["schemas"]
    assert sorted(schemas) == ["Both", "Thing", "b_Thing"]
    assert schemas["Both"]["properties"]["b"] == {"$ref": "#/components/schemas/b_Thing"}


def test_streams_are_recognised_and_events_unwrapped() -> None:
    case = next(case for case in folders("normalized") if case.name == "streams")
    found = {one.id: one for one in normalized(case).operations}
    events = {one.id: next(c.schema for c in one.results if c.media_type == EVENTS) for one in found.values()}
    answer = {"$ref": "#/components/schemas/Answer"}
    assert events == {"answer": answer, "plain": answer, "open": {}}
    assert {name: one.node.get("x-stream") for name, one in found.items()} == {
        "answer": {"when": {"stream": True}, "end": "[DONE]"},
        "plain": {"when": {"stream": True}, "end": "[DONE]"},
        "open": {"when": {"stream": True}},
    }


def test_swagger_is_read_as_openapi() -> None:
    case = next(case for case in folders("normalized") if case.name == "swagger")
    tree = {key: value for key, value in normalized(case).tree.items() if key != "info"}
    assert json.dumps(tree, indent=1) + "\n" == (case / "converted.json").read_text("utf-8")


def test_a_fault_of_a_swagger_document_has_its_place() -> None:
    case = next(case for case in folders("normalized") if case.name == "swagger")
    found = check(normalized(case)).diagnostics
    headline = "swagger/openapi.yaml:74:45: warning: 'strin' is not allowed here [validity]"
    assert headline in [one.headline for one in found]
    schema = normalized(case).place("/components/schemas/Shelf/properties/name")
    assert (schema.line, schema.column) == (74, 38)


@pytest.mark.parametrize(("version", "read_as"), [("3.0", "3.0"), ("3.1", "3.1"), ('"3.2.0"', "3.1")])
def test_a_version_that_is_written_otherwise_is_told(tmp_path: Path, version: str, read_as: str) -> None:
    path = tmp_path / "openapi.yaml"
    path.write_text(f'openapi: {version}\ninfo: {{title: A, version: "1"}}\npaths: {{}}\n')
    found = check(normalize(read(path))).diagnostics
    assert [one.message for one in found] == [f"openapi: {version.strip(chr(34))} is read as {read_as}"]


def test_a_template_is_what_its_users_bind(tmp_path: Path) -> None:
    path = tmp_path / "openapi.yaml"
    path.write_text("""
openapi: 3.1.0
info: {title: Shelf, version: "1"}
paths: {}
components:
  schemas:
    Page:
      $id: https://shelf.example/page
      $defs: {item: {$dynamicAnchor: item, not: {}}}
      properties: {items: {type: array, items: {$dynamicRef: "#item"}}, next: {type: string}}
    Book: {type: object, $dynamicAnchor: only, properties: {title: {type: string}}}
    Books: {$ref: "#/components/schemas/Page", $defs: {item: {$dynamicAnchor: item, $ref: "#/components/schemas/Book"}}}
    Box:
      $defs: {in: {$dynamicAnchor: in, type: integer}}
      properties: {all: {type: array, items: {$dynamicRef: "#in"}}}
    Rest: {properties: {one: {$dynamicRef: "#only"}, lost: {$dynamicRef: "other.json#only"}}}
    Tree:
      properties:
        near: {$recursiveAnchor: true, properties: {same: {$recursiveRef: "#"}}}
        all: {$recursiveRef: "#"}
""")
    schemas = normalize(read(path)).tree["components"]["schemas"]

    def page(item: object) -> object:
        return {"items": {"type": "array", "items": item}, "next": {"type": "string"}}

    assert schemas["Books"] == {"properties": page({"$ref": "#/components/schemas/Book"})}
    assert schemas["Page"]["properties"] == page({})
    assert schemas["Box"]["properties"]["all"]["items"] == {"$ref": "#/components/schemas/Box/$defs/in"}
    near = {"properties": {"same": {"$ref": "#/components/schemas/Tree/properties/near"}}}
    assert schemas["Tree"]["properties"] == {"near": near, "all": {"$ref": "#/components/schemas/Tree"}}
    left = {"$dynamicRef": "other.json#only"}
    assert schemas["Rest"]["properties"] == {"one": {"$ref": "#/components/schemas/Book"}, "lost": left}
