"""The plan of a document: types on both sides, overloads, parameters that take what came back."""

from __future__ import annotations

import json
import textwrap
from pathlib import Path

import pytest

from generator.diagnostics import DiagnosticsError
from generator.normalize import normalize
from generator.plan import Plan, plan
from generator.plan.ir import Definitions, Record
from generator.plan.resources import CLIENT_OWN
from generator.plan.types import annotation
from generator.runtime.client.client import AsyncClient, SyncClient
from generator.runtime.operation.operation import OPTIONS, Options
from generator.spec import read
from tests.generator.rendered_cases import folders

HEAD = 'openapi: 3.1.0\ninfo: {title: T, version: "1"}\n'


def planned(folder: Path, text: str) -> Plan:
    place = folder / "openapi.yaml"
    place.write_text(HEAD + textwrap.dedent(text), encoding="utf-8")
    return plan(read(place))


def fields(side: Definitions, name: str) -> dict[str, str]:
    record = next(one for one in side.all if one.name == name)
    assert isinstance(record, Record)
    return {f.name: annotation(f.type, side.side) + ("" if f.required else " ?") for f in record.fields}


def answer(schema: str) -> str:
    """A document with one operation, whose answer has the property `x` of this schema."""
    return f"""
    paths:
      /a:
        get:
          operationId: readA
          responses:
            "200":
              description: A.
              content:
                application/json:
                  schema: {{type: object, required: [x], properties: {{x: {schema}}}}}
    components:
      schemas:
        Anything: {{}}
        Seed: {{type: integer, description: Seed., maximum: 7, default: 1}}
    """


@pytest.mark.parametrize(
    ("schema", "type_"),
    [
        ("{type: string}", "str"),
        ("{type: [string, 'null']}", "str | None"),
        ("{type: string, nullable: true}", "str | None"),
        ("{type: string, enum: [a, b]}", "Literal['a', 'b'] | str"),
        ("{enum: [a, 1, true, null]}", "Literal['a', 1] | str | int | bool | None"),
        ("{const: a}", "Literal['a'] | str"),
        ("{anyOf: [{type: string}, {type: string, enum: [a]}]}", "Literal['a'] | str"),
        ("{type: array, items: {type: number}}", "list[float]"),
        ("{type: array}", "list[Any]"),
        ("{type: object}", "dict[str, Any]"),
        ("{type: object, additionalProperties: {type: integer}}", "dict[str, int]"),
        ("{type: string, contentEncoding: base64}", "bytes"),
        ("{}", "Any"),
        ("true", "Any"),
        ("{anyOf: [{}, {type: 'null'}]}", "Any"),
        ("{type: string, oneOf: [{maxLength: 1}, {type: string}]}", "str"),
        ("{$ref: '#/components/schemas/Anything'}", "Any"),
        ("{allOf: [{type: integer}]}", "int"),
        ("{type: object, properties: {y: {type: string}}}", "ReadAResultX"),
        ("{type: array, items: {type: object, properties: {y: {type: string}}}}", "list[ReadAResultXItem]"),
        ("{oneOf: [{type: array, items: {type: number}}, {type: string, contentEncoding: base64}]}",
         "list[float] | bytes"),
    ],
)  # fmt: skip
def test_the_types_of_answers(tmp_path: Path, schema: str, type_: str) -> None:
    assert fields(planned(tmp_path, answer(schema)).models, "ReadAResult") == {"x": type_}


@pytest.mark.parametrize(
    ("content", "type_"),
    [
        ("{'*/*': {schema: {type: array, items: {type: integer}}}}", "list[int]"),
        ("{'*/*': {schema: {$ref: '#/components/schemas/Seed'}}}", "int"),
        ("{application/*: {schema: {oneOf: [{type: integer}, {type: boolean}]}}}", "int | bool"),
        ("{'*/*': {schema: {type: string}}}", "str"),
        ("{'*/*': {schema: {type: string, format: binary}}}", "BinaryResponse"),
        ("{'*/*': {}}", "BinaryResponse"),
        ("{application/json;a=1: {schema: {type: integer}}, application/json: {schema: {type: boolean}}}", "bool"),
    ],
)
def test_a_range_of_media_types_means_what_its_schema_says(tmp_path: Path, content: str, type_: str) -> None:
    operation = f"{{operationId: readA, responses: {{'200': {{description: A., content: {content}}}}}}}"
    schemas = "components: {schemas: {Seed: {type: integer}}}\n"
    (endpoint,) = planned(tmp_path, f"paths: {{/a: {{get: {operation}}}}}\n{schemas}").endpoints
    assert annotation(endpoint.returns, "response") == type_


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("{content: {application/json: {schema: {$ref: '#/components/schemas/List'}}}}", "Some numbers."),
        ("{content: {application/json: {schema: {$ref: '#/components/schemas/Disk'}}}}", "A disk."),
        (
            "{description: A new disk., content: {application/json: {schema: {$ref: '#/components/schemas/Box'}}}}",
            "A new",
        ),
    ],
)
def test_what_is_said_of_a_body_is_said_of_its_arguments(tmp_path: Path, body: str, said: str) -> None:
    operation = f"{{operationId: writeA, requestBody: {body}, responses: {{'204': {{description: Nothing.}}}}}}"
    schemas = """
        components:
          schemas:
            List: {description: Some numbers., type: array, items: {type: integer}}
            Disk: {description: A disk., type: object, properties: {size: {type: integer}}}
            Box: {type: object, properties: {size: {type: integer}}}
    """
    found = planned(tmp_path, f"paths: {{/a: {{post: {operation}}}}}\n" + textwrap.dedent(schemas))
    options = next(one for one in found.params.all if one.name == "WriteA")
    assert isinstance(options, Record)
    assert said in " ".join([options.prose.text, *(field.prose.text for field in options.fields)])


@pytest.mark.parametrize(
    ("wires", "names"),
    [
        (["timeout"], [("timeout_", "timeout")]),  # an option of every call
        (["max-age", "max_age"], [("max_age_2", "max-age"), ("max_age", "max_age")]),  # one that is a name keeps it
        (["companyId", "company_id"], [("company_id_2", "companyId"), ("company_id", "company_id")]),
        (["$top", "filter[name]", "APIKey"], [("top", "$top"), ("filter_name", "filter[name]"), ("api_key", "APIKey")]),
        (["from", "extraQuery", "a__b"], [("from_", "from"), ("extra_query_", "extraQuery"), ("a__b", "a__b")]),
    ],
)
def test_each_parameter_has_a_name_of_its_own(tmp_path: Path, wires: list[str], names: list[tuple[str, str]]) -> None:
    parameters = json.dumps([{"name": wire, "in": "query", "schema": {"type": "integer"}} for wire in wires])
    operation = f'{{operationId: readA, parameters: {parameters}, responses: {{"204": {{description: Nothing.}}}}}}'
    endpoint = planned(tmp_path, f"paths: {{/a: {{get: {operation}}}}}\n").endpoints[0]
    assert [(one.name, one.wire) for one in endpoint.keywords] == names


def test_a_variant_with_its_own_answer_keeps_the_other_answers(tmp_path: Path) -> None:
    text = """
    paths:
      /a:
        post:
          operationId: makeA
          x-variants: [{operationId: makeB, answer: B}]
          responses:
            "200": {description: A., content: {application/json: {schema: {type: object}}}}
            "202": {description: Later., content: {application/json: {schema: {type: object}}}}
    components: {schemas: {B: {type: object, properties: {b: {type: string}}}}}
    """
    place = tmp_path / "openapi.yaml"
    place.write_text(HEAD + textwrap.dedent(text), encoding="utf-8")
    whole, variant = read(place).operations
    assert [one.schema for one in variant.results] == [{"$ref": "#/components/schemas/B"}, {"type": "object"}]
    assert variant.responses[1] == whole.responses[1]


def test_moving_things_within_a_file_changes_nothing(tmp_path: Path) -> None:
    case = next(case for case in folders("rendered") if case.name == "shared")
    before = plan(read(case / "spec" / "openapi.yaml"))
    for path in (case / "spec").rglob("*.yaml"):
        import yaml

        data = yaml.safe_load(path.read_text("utf-8"))
        for key in ("paths", "schemas"):
            if key in data:
                data[key] = dict(reversed(data[key].items()))
        place = tmp_path / "spec" / path.relative_to(case / "spec")
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(yaml.safe_dump(data, sort_keys=False, allow_unicode=True), encoding="utf-8")
    after = plan(read(tmp_path / "spec" / "openapi.yaml"))
    assert after.endpoints == before.endpoints
    assert after.models == before.models
    assert after.params == before.params


@pytest.mark.parametrize(
    ("schema", "said"),
    [
        ("{type: integer, description: 'A number, 1 to 9.', minimum: 1, maximum: 9}", "A number, 1 to 9."),
        ("{type: integer, description: A number., minimum: 1, maximum: 9}", "A number. From 1 to 9."),
        ("{type: string, maxLength: 3, pattern: ^a}", "At most 3 characters. It matches `^a`."),
        ("{type: array, items: {}, minItems: 1}", "At least 1 item."),
        ("{type: number, exclusiveMinimum: 0, multipleOf: 0.5}", "More than 0. A multiple of 0.5."),
        ("{type: boolean, description: Whether., default: false, deprecated: true}",
         "Whether. Default: `False`. Deprecated."),
        ("{$ref: '#/components/schemas/Seed', description: Again.}", "Again. At most 7. Default: `1`."),
    ],
)  # fmt: skip
def test_a_field_says_its_limits_unless_its_description_does(tmp_path: Path, schema: str, said: str) -> None:
    record = planned(tmp_path, answer(schema)).models.all[0]
    assert isinstance(record, Record)
    assert record.fields[0].prose.text == said


def test_every_option_of_a_call_keeps_its_name() -> None:
    assert Options.__annotations__.keys() == OPTIONS


def test_the_names_that_a_client_keeps_are_those_that_it_has() -> None:
    for client in (SyncClient, AsyncClient):
        assert {name for name in dir(client) if not name.startswith("_")} <= CLIENT_OWN


PARSED = """
    paths:
      /a:
        post:
          operationId: writeA
          x-client: {resource: a, method: write}
          x-parse: PARSE
          requestBody:
            content:
              application/json: {schema: {type: object, properties: {form: {type: object}, tools: {type: array}}}}
          responses:
            "200": {description: A., content: {application/json: {schema: {$ref: "#/components/schemas/All"}}}}
    components:
      schemas:
        All: {type: object, properties: {each: {type: array, items: {$ref: "#/components/schemas/Each"}}}}
        Each: {type: object, properties: {page: {$ref: "#/components/schemas/Page"}, end: {type: string}}}
        Page: {type: object, properties: {text: {type: string}, calls: {type: array, items: {type: string}}}}
    """
TYPE = {"field": "form", "send": {"a": 1}, "name": "/name", "schema": "/schema"}
PARSE = {
    "method": "parse",
    "type": TYPE,
    "each": "each",
    "message": "page",
    "text": "text",
    "ended": {"by": "end"},
}


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"type": {**TYPE, "field": "frm"}}, "the body has no field 'frm'"),
        ({"tools": {**TYPE, "field": "tool", "function": "tool"}}, "the body has no field 'tool'"),
        ({"each": "all"}, "All has no field 'all'"),
        ({"message": "pag"}, "Each has no field 'pag'"),
        ({"message": "end"}, " is no object"),
        ({"text": "txt"}, "Page has no field 'txt'"),
        ({"ended": {"by": "end_"}}, "Each has no field 'end_'"),
        ({"calls": {"each": "calls", "function": "f", "name": "n", "arguments": "a"}}, " is no object"),
        ({"method": "write"}, "there is a a.write already"),
    ],
)
def test_outputs_that_cannot_be_parsed_are_reported_at_their_place(tmp_path: Path, wrong: object, told: str) -> None:
    assert planned(tmp_path, PARSED.replace("PARSE", json.dumps(PARSE))).endpoints[0].parsing
    with pytest.raises(DiagnosticsError, match=told) as raised:
        planned(tmp_path, PARSED.replace("PARSE", json.dumps({**PARSE, **wrong})))  # type: ignore[dict-item]
    assert "openapi.yaml:9:7" in str(raised.value)


@pytest.mark.parametrize(
    ("alias", "told"),
    [("{n: /x/n}", ""), ("{n: /x/m}", "that a response may leave out"), ("{n: /y}", "that a response may leave out")],
)
def test_an_alias_reads_a_field_that_is_always_there(tmp_path: Path, alias: str, told: str) -> None:
    inner = "{type: object, required: [n], properties: {n: {type: integer}, m: {type: integer}}}"
    text = answer(inner).replace("required: [x],", f"required: [x], x-client: {{aliases: {alias}}},")
    if told:
        with pytest.raises(DiagnosticsError, match=told):
            planned(tmp_path, text)
        return
    record = planned(tmp_path, text).models.all[0]
    assert isinstance(record, Record)
    assert [(name, path, annotation(type_, "response")) for name, path, type_ in record.aliases] == [
        ("n", "x.n", "int")
    ]


def test_an_alias_of_the_client_is_no_other_attribute(tmp_path: Path) -> None:
    with pytest.raises(DiagnosticsError, match=r"client\.close is something else"):
        planned(tmp_path, "x-client: {aliases: [close]}\npaths: {}\n")


def test_path_parameters_are_passed_in_the_order_of_the_path(tmp_path: Path) -> None:
    found = planned(
        tmp_path,
        """
        paths:
          /companies/{company}/cards/{card}/{undescribed}:
            parameters:
              - {name: company, in: path, required: true, schema: {type: string}}
            get:
              operationId: getCard
              parameters:
                - {name: card, in: path, required: true, schema: {type: string}}
              responses: {"204": {description: OK}}
            post:
              operationId: moveCard
              parameters:
                - {name: card, in: path, required: true, schema: {type: string}}
                - {name: company, in: path, required: true, schema: {type: string}}
              responses: {"204": {description: OK}}
        """,
    )
    assert [[one.name for one in each.arguments] for each in found.endpoints] == [
        ["company", "card", "undescribed"]
    ] * 2


def test_files_whose_models_need_each_other_are_one_module(tmp_path: Path) -> None:
    for name, other in (("disk", "shelf"), ("shelf", "disk")):
        (tmp_path / f"{name}.yaml").write_text(f"{{type: object, properties: {{{other}: {{$ref: {other}.yaml}}}}}}")
    made = planned(tmp_path, answer("{$ref: disk.yaml}"))
    assert {one.name: one.module for one in made.models.all} == {"ReadAResult": "api", "Disk": "disk", "Shelf": "disk"}


def test_files_whose_parameters_need_each_other_are_one_module_too(tmp_path: Path) -> None:
    for name, other in (("disk", "shelf"), ("shelf", "disk")):
        schema = f"{{type: object, properties: {{{other}: {{$ref: {other}.yaml#/schema}}}}}}"
        body = "{content: {application/json: {schema: {$ref: '#/schema'}}}}"
        item = f"{{post: {{operationId: {name}, requestBody: {body}, responses: {{'204': {{description: Done.}}}}}}}}"
        (tmp_path / f"{name}.yaml").write_text(f"schema: {schema}\nitem: {item}\n")
    made = planned(tmp_path, "paths: {/disk: {$ref: 'disk.yaml#/item'}, /shelf: {$ref: 'shelf.yaml#/item'}}")
    assert {str(one.name): str(one.module) for one in made.params.all} == {
        "Disk": "disk", "SchemaParam": "disk", "Shelf": "shelf", "ShelfSchemaParam": "disk",
    }  # fmt: skip


def _ref(name: str) -> str:
    return f"{{$ref: '#/components/schemas/{name}'}}"


def test_models_that_are_too_many_for_a_module_are_several_that_need_those_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.plan.modules.LARGEST", 12)
    needs = {
        "Top": "Middle Ring",
        "Ring": "Link",
        "Link": "Ring Leaf",
        "Middle": "Leaf Either",
        "Leaf": "",
        "Other": "",
    }
    text = answer(_ref("Top")) + f"    Either: {{oneOf: [{_ref('Leaf')}, {_ref('Other')}]}}\n"
    for name, others in needs.items():
        properties = ", ".join(f"{other.lower()}: {_ref(other)}" for other in others.split())
        text += f"        {name}: {{properties: {{a: {{}}, {properties}}}}}\n"
    made = planned(tmp_path, text)
    modules = {str(one.name): str(one.module) for one in made.models.all}
    assert modules == {
        "Leaf": "api", "Other": "api", "Either": "api_2", "Middle": "api_3",
        "Top": "api_4", "Ring": "api_4", "Link": "api_4", "ReadAResult": "api_4",
    }  # fmt: skip


def test_a_schema_says_more_than_the_one_it_refers_to(tmp_path: Path) -> None:
    place = tmp_path / "openapi.yaml"
    more = "{$ref: '#/$defs/Seed', properties: {more: {type: string}}, required: [seed]}"
    seed = "$defs: {Seed: {type: object, properties: {seed: {type: integer}}}}\n"
    place.write_text(HEAD + textwrap.dedent(answer(more)) + seed)
    made = plan(normalize(read(place)))
    assert fields(made.models, "ReadAResultX") == {"seed": "int", "more": "str | None ?"}
