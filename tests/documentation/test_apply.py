"""`documentation apply` on a spec of several files: what it writes and what it asks."""

from __future__ import annotations

import copy
import random
from collections.abc import Callable
from difflib import unified_diff
from pathlib import Path
from typing import Any

import pytest

from generator.check import check as check_document
from generator.cli_output.console import Console, Failure
from generator.documentation.apply import apply
from generator.documentation.command import run_accept
from generator.documentation.forms import read as read_pages
from generator.evidence import registers
from generator.plan import plan

from .apply_cases import Project, Tree, operation, schemas, switch
from .cases import FOLDER


def test_pages_without_news_change_nothing(project: Project) -> None:
    before = project.files()
    code, told = project.apply(project.export())
    assert (code, told["applied"], told["files"]) == (1, [], ["spec/documentation.yaml"])
    captured = {name for name, old in before.items() if old != project.files()[name]}
    assert captured == {"documentation.yaml"}
    assert project.text("documentation.yaml").startswith(before["documentation.yaml"].decode())
    before = project.files()
    assert project.apply(project.export()) == (
        0,
        {
            "format": 1,
            "written": True,
            "files": [],
            "applied": [],
            "questions": [],
            "operations": [],
            "recorded": 0,
            "without_fixture": [],
        },
    )
    assert project.files() == before


def test_what_is_added_is_written_where_it_belongs(project: Project) -> None:
    def edit(tree: Tree) -> None:
        paint = schemas(tree)["Paint"]["properties"]
        paint["mood"] = {"type": "string", "enum": ["calm", "no"], "description": "情绪"}
        paint["colour"]["enum"].append("PINK")
        paint["curve"]["anyOf"][1]["enum"].append("jump")
        paint["brightness"] |= {"maximum": 200.0, "default": 60}
        paint["label"]["minLength"] = 1
        schemas(tree)["Lamp"]["properties"]["parent"] = {"type": "object", "properties": {"id": {"type": "string"}}}
        operation(tree, "/v1/lamps", "get")["parameters"].append(
            {"name": "room", "in": "query", "description": "Only of a room", "schema": {"type": "string"}}
        )
        operation(tree, "/v1/rooms/{room}", "get")["deprecated"] = True

    page, before = project.export(edit), project.files()
    code, told = project.apply(page)
    assert (code, told["questions"]) == (1, [])
    lamps, rooms = project.text("families/lamps.yaml"), project.text("families/rooms.yaml")
    for written in (
        "        maximum: 200\n        default: 60\n",
        "        enum: [RED, GREEN, BLUE, PINK]\n",
        "              - ease\n              - jump\n",
        "      label: {type: string, description: Free text., maxLength: 64, minLength: 1}\n",
        '      mood:\n        type: string\n        description: Mood (情绪).\n        enum: [calm, "no"]\n\n  Fade:',
        '      parent: {$ref: "#/schemas/LampParent", description: Parent., x-docs: {evidence: documented}}\n',
        "        - {name: room, in: query, description: Only of a room., schema: {type: string}}\n",
        "    x-docs: {page: api-12, title: List lamps, evidence: documented}\n    properties:\n      id:\n",
    ):
        assert written in lamps
    assert "      summary: Show a room.\n      deprecated: true\n" in rooms
    listed = "    LampList: {$ref: families/lamps.yaml#/schemas/LampList}\n"
    assert f"{listed}    LampParent: {{$ref: families/lamps.yaml#/schemas/LampParent}}\n" in project.text(
        "openapi.yaml"
    )
    # Everything else is as it was.
    pairs = [[one.decode().splitlines() for one in (old, project.files()[name])] for name, old in before.items()]
    gone = [line for pair in pairs for line in unified_diff(*pair, n=0) if line.startswith("-")]
    assert len([line for line in gone if line != "--- \n"]) == 4
    assert project.check(page) == []
    assert not [*check_document(project.document).diagnostics, *registers(project.document)]


def test_a_media_type_that_the_spec_has_in_a_range_is_no_difference(project: Project) -> None:
    def pictures(media: str) -> Callable[[Tree], Any]:
        schema = {"schema": {"type": "string", "format": "binary"}}
        return lambda tree: operation(tree, "/v1/rooms/{room}", "get")["responses"]["200"].update(
            content={media: schema}
        )

    rooms = project.folder / "spec" / "families" / "rooms.yaml"
    text = rooms.read_text("utf-8").replace("application/json:", "image/*:", 1)
    rooms.write_text(text.replace('{$ref: "#/schemas/Room"}', "{type: string, format: binary}", 1), "utf-8")
    assert project.check(project.export(pictures("image/png"))) == []
    assert [one.kind for one in project.check(project.export(pictures("audio/mpeg")))] == ["media-type-added"]


def test_a_new_field_of_every_response_is_optional_until_it_is_recorded(project: Project) -> None:
    def edit(tree: Tree) -> None:
        room = schemas(tree)["Room"]
        room["properties"]["floor"] = {"type": "integer"}
        room["required"].append("floor")
        switch(tree)

    page = project.export(edit)
    _, told = project.apply(page)
    assert told["questions"] == []
    assert "floor" not in project.document.tree["components"]["schemas"]["Room"]["required"]
    lines = (
        "response-field-required",
        "field: floor",
        "reason: The page has it in every response; no recording has it yet.",
    )
    assert "      - difference: " + "\n        ".join(lines) in project.text("documentation.yaml")
    assert project.check(page) == []
    assert not [*registers(project.document)]


CLASHES: list[tuple[str, Callable[[Tree], Any]]] = [
    ("90 is greater than the", lambda tree: schemas(tree)["Paint"]["properties"]["brightness"].update(maximum=80)),
    ("7 is not of type 'string'", lambda tree: schemas(tree)["Lamp"]["properties"].update(room={"type": "string"})),
]  # fmt: skip


@pytest.mark.parametrize(("reason", "edit"), CLASHES)
def test_what_a_recording_contradicts_is_asked(project: Project, reason: str, edit: Callable[[Tree], Any]) -> None:
    def both(tree: Tree) -> None:
        edit(tree)
        schemas(tree)["Paint"]["properties"]["colour"]["enum"].append("PINK")

    _, told = project.apply(project.export(both))
    assert [one["kind"] for one in told["applied"]] == ["request-widened"]
    assert {line for one in told["questions"] for line in one["body"].splitlines() if "Not written" in line} == {
        line for one in told["questions"] for line in one["body"].splitlines() if reason in line
    }
    assert any(reason in one["body"] for one in told["questions"])
    assert "PINK" in project.text("families/lamps.yaml")


def test_an_edit_that_makes_the_spec_invalid_is_asked_and_the_others_are_written(project: Project) -> None:
    def edit(tree: Tree) -> None:
        schemas(tree)["Lamp"]["properties"]["odd"] = {"oneOf": [{"type": "object"}, {"type": "object"}], "pattern": 5}
        schemas(tree)["Lamp"]["properties"]["even"] = {"type": "integer"}

    _, told = project.apply(project.export(edit))
    assert "even:" in project.text("families/lamps.yaml")
    assert "odd:" not in project.text("families/lamps.yaml")
    assert "`data[].odd` is new" in told["questions"][0]["title"] or "`odd` is new" in told["questions"][0]["title"]


def test_a_page_that_cannot_be_read_changes_nothing(project: Project) -> None:
    page, before = project.export(switch), project.files()
    large = project.folder / "large.txt"
    with large.open("wb") as file:
        file.truncate(50_000_000)
    for wrong in [large, *sorted((FOLDER / "unreadable").iterdir())]:
        assert project.apply(page, wrong)[0] == 2, wrong
        with pytest.raises(Failure):
            run_accept([page, wrong], project.spec, Console("documentation accept"))
    assert project.files() == before


def test_a_dry_run_writes_nothing(project: Project) -> None:
    page, before = project.export(switch), project.files()
    code, told = project.apply(page, dry_run=True)
    assert (code, told["written"], told["operations"]) == (1, False, ["dimLamp"])
    assert "spec/families/lamps.yaml" in told["files"]
    assert project.files() == before


def test_it_can_be_undone_unless_it_was_edited(project: Project) -> None:
    before = project.files()
    project.apply(project.export(switch))
    assert project.files() != before
    edited = project.folder / "spec" / "openapi.yaml"
    written = edited.read_text("utf-8")
    edited.write_text(written + "# mine\n", "utf-8")
    assert "edited since" in project.apply(undo=True)[1]["failure"]
    edited.write_text(written, "utf-8")
    assert project.apply(undo=True)[0] == 0
    assert project.files() == before
    assert project.apply(undo=True)[0] == 2


def test_a_run_that_is_killed_while_it_writes_can_be_undone(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    page, before = project.export(switch), project.files()
    import os

    replaced, left = os.replace, [1]

    def killed(source: Any, target: Any) -> None:
        if not left:
            raise KeyboardInterrupt
        left.pop()
        replaced(source, target)

    with monkeypatch.context() as patched:
        patched.setattr(os, "replace", killed)
        with pytest.raises(KeyboardInterrupt):
            project.apply(page)
    assert project.files() != before
    assert project.apply(undo=True)[0] == 0
    assert project.files() == before


def test_a_file_that_cannot_be_written_changes_no_other(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    page, before = project.export(switch), project.files()
    import os

    replaced = os.replace

    def failing(source: Any, target: Any) -> None:
        if str(target).endswith("openapi.yaml"):
            raise PermissionError(13, "Permission denied", str(target))
        replaced(source, target)

    monkeypatch.setattr(os, "replace", failing)
    assert "cannot be written" in project.apply(page)[1]["failure"]
    assert project.files() == before


def test_a_page_that_is_renamed_and_moved(project: Project) -> None:
    def edit(tree: Tree) -> None:
        operation(tree, "/v1/lamps/{id}/paint", "post").update({"summary": "Colour it", "x-apifox-folder": "Rooms"})

    page = project.export(edit)
    project.apply(page)
    assert "  - title: Colour it\n    section: [Rooms]\n    page: api-11\n" in project.text("documentation.yaml")
    assert project.text("families/lamps.yaml").count("title: Colour it") == 3
    assert project.check(page) == []


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_documentation_shows_what_is_said(project: Project, language: str) -> None:
    def edit(tree: Tree) -> None:
        paint = schemas(tree)["Paint"]["properties"]
        paint["colour"]["enum"].append("PINK")
        paint["label"]["type"] = "integer"
        paint["mood"] = {"type": "string"}
        switch(tree)

    text = (Path("docs") / language / "specification.md").read_text("utf-8")
    assert f"```text\n$ python -m generator documentation apply pages\n{project.said(project.export(edit))}```" in text


FIELDS: list[Tree] = [
    {"type": "string", "description": "A text"},
    {"type": "integer", "minimum": 1, "maximum": 9, "default": 3},
    {"type": "number", "description": "数"},
    {"type": "boolean", "nullable": True},
    {"type": "string", "enum": ["on", "1e5", "x y"]},
    {"type": "array", "items": {"type": "string", "maxLength": 3}, "maxItems": 4},
    {"type": "object", "properties": {"inner": {"type": "object", "properties": {"deep": {"type": "integer"}}}}},
    {"type": "array", "items": {"type": "object", "properties": {"a": {"type": "string"}}, "required": ["a"]}},
    {"type": "object", "additionalProperties": {"type": "integer"}},
    {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]},
]


def random_edit(tree: Tree, chance: random.Random) -> None:
    """One thing that a page adds."""
    paint = schemas(tree)["Paint"]["properties"]
    number = chance.randrange(1000)
    what = chance.randrange(8)
    if what < 3:
        owner = schemas(tree)[chance.choice(["Paint", "Fade", "Lamp", "Room", "LampList"])]
        name = chance.choice([f"field{number}", f"camelCase{number}", f"x-{number}", "on", "class", f"中文{number}"])
        owner["properties"].setdefault(name, copy.deepcopy(chance.choice(FIELDS)))
        if chance.random() < 0.2 and owner is not schemas(tree)["Lamp"]:
            owner.setdefault("required", []).append(name)
    elif what == 3:
        values = chance.choice([paint["colour"]["enum"], paint["curve"]["anyOf"][1]["enum"]])
        values.append(f"V{number}")
    elif what == 4:
        paint["brightness"].update(
            chance.choice([{"maximum": 100 + number}, {"multipleOf": chance.choice([1, 5, 10])}])
        )
    elif what == 5:
        paint[chance.choice(["label", "curve"])]["default"] = f"d{number}"
    elif what == 6:
        schema = copy.deepcopy(chance.choice(FIELDS[:6]))
        place = chance.choice(["query", "header"])
        parameter = {"name": f"X-{number}", "in": place, "required": chance.random() < 0.3, "schema": schema}
        operation(tree, "/v1/lamps", "get")["parameters"].append(parameter)
    else:
        method, path = chance.choice([("post", f"/v1/lamps/{{id}}/do{number}"), ("get", f"/v1/things{number}/{{id}}")])
        node = copy.deepcopy(operation(tree, "/v1/lamps/{id}/paint", "post"))
        node |= {"summary": f"Page {number}", "x-run-in-apifox": f"api-{1000 + number}-run"}
        if method == "get":
            del node["requestBody"]
        tree["paths"][path] = {method: node}


@pytest.mark.parametrize("seed", range(12))
def test_what_is_added_at_random_is_applied_and_the_spec_is_valid(project: Project, seed: int) -> None:
    chance = random.Random(seed)

    def edit(tree: Tree) -> None:
        for _ in range(chance.randrange(1, 5)):
            random_edit(tree, chance)

    page, document = project.export(edit), project.document
    application = apply(read_pages(page, document), document, project.fixtures)
    for path, content in application.files.items():
        path.write_bytes(content)
    document = check_document(project.document)
    plan(document)
    assert [str(one) for one in (*document.diagnostics, *registers(document))] == []
    left = project.check(page)
    asked = {one.kind for _, one, reason in application.open if not reason}
    # A field that must be sent, or that every response has, is added as an optional one.
    assert asked <= {"request-field-required", "response-field-required"}, application.open
    assert [reason for *_, reason in application.open if reason] == []
    assert len(left) == len(application.open)
