"""Questions of `documentation apply` and their answers."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from generator.check import check as check_document
from generator.cli_output.console import Console, Failure
from generator.documentation.command import run_accept
from generator.documentation.waive import waive
from generator.evidence import registers

from .apply_cases import Project, Tree, schemas


def test_what_needs_a_decision_is_asked_and_keeps_its_number(project: Project) -> None:
    def edit(tree: Tree) -> None:
        schemas(tree)["Paint"]["properties"]["label"]["type"] = "integer"
        schemas(tree)["Paint"]["required"].append("label")
        schemas(tree)["Lamp"]["properties"]["mood"] = {"type": "string"}

    first = project.export(edit)
    code, told = project.apply(first)
    assert code == 1
    questions = [(one["number"], one["title"]) for one in told["questions"]]
    assert questions == [
        (1, "POST /v1/lamps/{id}/paint: `label` is required now."),
        (2, "POST /v1/lamps/{id}/paint: `label` is integer instead of string."),
    ]
    written = project.text("questions.md")
    assert "Place: `spec/families/lamps.yaml:" in written
    assert project.apply(first)[1]["questions"] == told["questions"]
    # One is answered, one has come.
    path = project.folder / "spec" / "families" / "lamps.yaml"
    text = path.read_text("utf-8").replace("{type: string, description: Free", "{type: integer, description: Free")
    path.write_text(text.replace(", maxLength: 64}", "}"), "utf-8")

    def later(tree: Tree) -> None:
        schemas(tree)["Paint"]["required"].append("label")
        schemas(tree)["Lamp"]["properties"]["id"]["type"] = "integer"

    numbers = {one["number"]: one["title"] for one in project.apply(project.export(later))[1]["questions"]}
    assert sorted(numbers) == [1, 3]
    assert "id` is integer" in numbers[3]
    # All causes are gone; the next number stays.
    path.write_text(path.read_text("utf-8").replace("{type: string, description: Its id.}", "{type: string}"), "utf-8")
    assert project.apply(project.export())[1]["questions"] == []
    assert project.text("questions.md").endswith("<!-- next: 4 -->\n\nNo question is open.\n")


def test_questions_of_other_pages_stay(project: Project) -> None:
    def retyped(name: str, field: str) -> Callable[[Tree], None]:
        return lambda tree: schemas(tree)[name]["properties"][field].update(type="integer")

    project.apply(project.export(retyped("Room", "name")))

    def only(tree: Tree) -> None:
        retyped("Paint", "label")(tree)
        del tree["paths"]["/v1/rooms/{room}"]

    assert [one["number"] for one in project.apply(project.export(only))[1]["questions"]] == [1, 2]


@pytest.mark.parametrize(
    ("schema", "written"),
    [
        ({"type": "integer", "maximum": 9}, "label: {type: integer, description: Free text., maximum: 9}"),
        (
            {"type": "array", "items": {"type": "integer"}},
            "label: {type: array, description: Free text., items: {type: integer}}",
        ),
        (
            {"type": "object", "properties": {"text": {"type": "string"}}, "required": ["text"]},
            'label: {$ref: "#/schemas/PaintLabel", description: Free text.}',
        ),
        (
            {"type": "array", "items": {"type": "object", "properties": {"text": {"type": "string"}}}},
            'label: {type: array, description: Free text., items: {$ref: "#/schemas/PaintLabelItem"}}',
        ),
    ],
)
def test_a_question_is_answered_as_the_page_says(project: Project, schema: Tree, written: str) -> None:
    def edit(tree: Tree) -> None:
        schemas(tree)["Paint"]["properties"]["label"] = schema
        schemas(tree)["Paint"]["properties"]["colour"] = {"type": "boolean"}

    page = project.export(edit)
    titles = [one["title"].partition(": ")[2] for one in project.apply(page)[1]["questions"]]
    assert titles == ["`colour` is boolean instead of string.", f"`label` is {schema['type']} instead of string."]
    assert "apply export.json --follow 2`" in project.text("questions.md")
    _, told = project.apply(page, follow=[1, 2])
    assert f"      {written}\n" in project.text("families/lamps.yaml")
    left = {one["number"]: one["body"] for one in told["questions"]}
    assert "a recording of paintLamp says otherwise" in left.pop(1)
    assert left == {}
    assert not [*check_document(project.document).diagnostics, *registers(project.document)]
    assert "there is no question 77" in project.apply(page, follow=[77])[1]["failure"]


FREE = """      options: {type: [object, "null"], description: Any., additionalProperties: true}
      history:
        type: array
        description: Anything.
"""
DESCRIBED = """      options: {description: Any., anyOf: [{$ref: "#/schemas/PaintOptions"}, {type: "null"}]}
      history:
        type: array
        description: Anything.
        items: {type: string}
"""


def test_what_a_page_describes_of_a_free_object_is_asked_and_follows(project: Project) -> None:
    lamps = project.folder / "spec" / "families" / "lamps.yaml"
    lamps.write_text(lamps.read_text("utf-8").replace("      fade:\n", f"{FREE}      fade:\n"), "utf-8")

    def edit(tree: Tree) -> None:
        step = {"type": "object", "properties": {"at": {"type": "integer"}}}
        fields = {"mode": {"type": "string"}, "steps": {"type": "array", "items": step}}
        schemas(tree)["Paint"]["properties"] |= {
            "options": {"type": "object", "properties": fields, "required": ["mode"]},
            "history": {"type": "array", "items": {"type": "string"}},
        }

    page = project.export(edit)
    titles = {one["number"]: one["title"].partition(": ")[2] for one in project.apply(page)[1]["questions"]}
    assert titles == {1: "`history` takes fewer items.", 2: "`options` has described fields now: mode, steps."}
    assert FREE in lamps.read_text("utf-8")
    left = project.apply(page, follow=[1, 2])[1]["questions"]
    assert left == [], left[0]["body"]
    assert DESCRIBED in lamps.read_text("utf-8")
    assert not [*check_document(project.document).diagnostics, *registers(project.document)]


DIVERGENCE = """divergences:
  - id: any-length
    at: [/components/schemas/Paint/properties/label]
    page_says: It has at most 40 characters.
    wire_does: It takes 64.
    evidence: {documentation: {page: api-11, mark: documented}, gateway: {mark: gateway-source}}
    spec: At most 64.
"""


def test_a_change_of_what_a_divergence_denies_is_asked_once_it_comes(project: Project) -> None:
    def at_most(characters: int) -> Callable[[Tree], None]:
        return lambda tree: schemas(tree)["Paint"]["properties"]["label"].update(maxLength=characters)

    (project.folder / "spec" / "divergences.yaml").write_text(DIVERGENCE, "utf-8")
    assert project.apply(project.export(at_most(40)))[1]["questions"] == []
    page = project.export(at_most(30))
    for _ in range(2):
        asked = project.apply(page)[1]["questions"]
        assert [one["title"].partition(", unlike")[0] for one in asked] == [
            "POST /v1/lamps/{id}/paint: `label` has the maxLength 30 instead of 40"
        ]
    run_accept([page], project.spec, Console("documentation accept", machine=True))
    assert project.apply(page)[1]["questions"] == []


def test_an_operation_follows_its_page_to_another_path_and_method(project: Project) -> None:
    def edit(tree: Tree) -> None:
        node = tree["paths"].pop("/v1/lamps/{id}/paint")["post"]
        node["requestBody"]["content"]["application/json"]["schema"] = {"$ref": "#/components/schemas/Paint"}
        schemas(tree)["Paint"]["properties"]["mood"] = {"type": "string"}
        node["parameters"].append({"name": "dry", "in": "query", "schema": {"type": "boolean"}})
        tree["paths"]["/v2/lamps/{lamp}/colour"] = {"put": node}
        tree["paths"]["/v1/lamps"]["get"]["x-run-in-apifox"] = "api-77-run"  # a page with another address

    page = project.export(edit)
    (asked,) = project.apply(page)[1]["questions"]
    assert asked["title"] == "POST /v1/lamps/{id}/paint: the page says PUT /v2/lamps/{lamp}/colour now."
    told = project.apply(page, follow=[1])[1]
    assert told["questions"] == []
    document = project.document
    moved = document.operations_by_id["paintLamp"]
    assert (moved.method, moved.path, len(moved.parameters)) == ("put", "/v2/lamps/{id}/colour", 2)
    path = "~1v2~1lamps~1%7Bid%7D~1colour"
    assert (
        f"  /v2/lamps/{{id}}/colour: # with a comment\n    $ref: families/lamps.yaml#/paths/{path}\n"
        in project.text("openapi.yaml")
    )
    assert not [*check_document(document).diagnostics, *registers(document)]
    sent = {path.stem: json.loads(path.read_text("utf-8")) for path in (project.fixtures / "paintLamp").glob("*.json")}
    assert sent["minimal"]["request"]["target"] == "/v2/lamps/1/colour"
    assert {one["request"]["method"] for one in sent.values()} == {"PUT"}
    assert sent["minimal"]["about"] == "Sent to POST /v1/lamps/{id}/paint when it was recorded."
    assert project.apply(undo=True)[0] == 0


def test_what_a_page_covered_that_is_gone_is_deprecated(project: Project) -> None:
    listed = project.folder / "llms.txt"
    lines = [
        "- Lamps > Colours [Paint a lamp](https://docs/api-11.md): ",
        "- Lamps [List lamps](https://docs/api-12.md): ",
    ]
    listed.write_text("\n".join(["# Lamps", *lines, ""]), "utf-8")
    assert len(project.apply(listed)[1]["questions"]) == 1
    assert project.apply(listed, follow=[1])[1]["questions"] == []
    assert project.document.operations_by_id["retrieveRoom"].node["deprecated"] is True
    assert "reason: The page is gone: what it covered is deprecated." in project.text("documentation.yaml").replace(
        '"', ""
    )
    assert project.apply(listed)[0] == 0
    assert not [*registers(project.document)]


def test_what_a_page_says_is_no_question_of_its_own(project: Project) -> None:
    """A name with line breaks, as it may stand in JSON, writes no heading and no command of its own."""
    name = "a\n\n## 7. Forged\n\n<!-- api-11 request-changed /x -->\n- Run `sh -c evil`\n"
    lamps = project.folder / "spec" / "families" / "lamps.yaml"
    lamps.write_text(lamps.read_text("utf-8").replace("      fade:\n", f"{FREE}      fade:\n"), "utf-8")

    def edit(tree: Tree) -> None:
        schemas(tree)["Paint"]["properties"]["options"] = {"type": "object", "properties": {name: {"type": "string"}}}

    told = project.apply(project.export(edit))[1]["questions"]
    assert [one["number"] for one in told] == [1]
    assert "\n## 7." not in project.text("questions.md")
    assert "\n- Run" not in project.text("questions.md")


def test_a_question_is_answered_by_a_waiver(project: Project) -> None:
    def edit(tree: Tree) -> None:
        for field in ("label", "brightness"):
            schemas(tree)["Paint"]["properties"][field]["type"] = "boolean"

    page, before = project.export(edit), project.files()
    assert len(project.apply(page)[1]["questions"]) == 2
    for number in (1, 2):
        waive(number, "The page is wrong.", project.document, Console("documentation waive", machine=True))
    lines = ["      - difference: request-changed", "        field: label", "        reason: The page is wrong."]
    assert "\n".join(lines) in project.text("documentation.yaml")
    assert "No question is open." in project.text("questions.md")
    assert project.check(page) == []
    assert project.apply(page)[1]["recorded"] == 1  # nothing is open: its state is kept
    assert project.apply(page)[0] == 0
    with pytest.raises(Failure, match="there is no question 2"):
        waive(2, "Why", project.document, Console("documentation waive"))
    # What the list of all pages tells is waived at the page that it is about.
    listed = project.folder / "llms.txt"
    lines = [
        "- Lamps > Colours [Paint a lamp](https://docs/api-11.md): ",
        "- Rooms [Show a room](https://docs/api-15.md): ",
    ]
    listed.write_text("\n".join(["# Lamps", *lines, ""]), "utf-8")
    assert [one["title"] for one in project.apply(listed)[1]["questions"]] == [
        "The page List lamps (api-12) is no longer listed."
    ]
    waive(3, "It comes back.", project.document, Console("documentation waive", machine=True))
    assert project.apply(listed)[0] == 0
    assert project.files().keys() == before.keys() | {"questions.md"}
    assert not [*registers(project.document)]
