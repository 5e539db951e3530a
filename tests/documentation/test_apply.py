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
from generator.diagnostics import Collector
from generator.documentation.apply import apply
from generator.documentation.command import run_accept
from generator.documentation.edits import UNDECIDED
from generator.documentation.forms import read as read_pages
from generator.evidence import registers
from generator.evidence.documentation import PAGES
from generator.evidence.recordings import load, result_kind
from generator.plan import plan

from .apply_cases import Project, Tree, operation, schemas, switch
from .cases import FOLDER


def test_pages_without_news_change_nothing(project: Project) -> None:
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


def test_a_new_operation_is_named_as_those_beside_it(project: Project) -> None:
    page = project.export(switch)
    _, told = project.apply(page)
    assert told["operations"] == ["dimLamp"]
    found = project.document.operations_by_id["dimLamp"].node
    assert found["x-client"] == {"resource": "lamps", "method": "dim"}
    assert found["x-docs"] == {"page": "api-16", "title": "Dim a lamp", "evidence": "documented"}
    assert (found["x-retry"], found["x-errors"], [*found["responses"]]) == (
        "unsent",
        {"proof": ["id"]},
        ["200", "401", "default"],
    )
    assert found["responses"]["200"]["content"]["application/json"]["schema"] == {"$ref": "#/components/schemas/Lamp"}
    assert "description: Level (多亮)." in project.text("families/lamps.yaml")
    register = project.text("documentation.yaml")
    entry = "  - title: Dim a lamp\n    section: [Lamps, Colours]\n    page: api-16\n    badge: POST\n    covers: ["
    assert f"covers: [paintLamp, Paint, Fade]\n{entry}dimLamp, DimLampRequest]\n  # Lists.\n" in register
    assert project.check(page) == []


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


NAMES = [
    ("delete", "/v1/lamps/{id}", "deleteLamp", "lamps.delete"),
    ("get", "/v1/lamps/{id}", "retrieveLamp", "lamps.retrieve"),
    ("post", "/v1/lamps", "createLamp", "lamps.create"),
    ("post", "/v1/lamps/groups", "createLampGroup", "lamps.groups.create"),
    ("post", "/v1/lamps/switches", "createLampSwitch", "lamps.switches.create"),
    ("post", "/v1/lamps/groups/{id}/switch-off", "switchOffLampGroup", "lamps.groups.switch_off"),
    ("put", "/v1/lamps/{id}/paint", "updateLampPaint", "lamps.update_paint"),  # `lamps.paint` is a method already
    ("get", "/v2/rooms/{id}", "retrieveRoomV2", "rooms.retrieve_v2"),  # beside that of /v1
    ("get", "/rooms/{id}", "retrieveRoom", "rooms.retrieve"),
]


@pytest.mark.parametrize(("method", "path", "id", "name"), NAMES)
def test_a_new_operation_is_named_by_method_and_path(
    project: Project, method: str, path: str, id: str, name: str
) -> None:
    def edit(tree: Tree) -> None:
        node = copy.deepcopy(operation(tree, "/v1/lamps/{id}/paint", "post"))
        node |= {"summary": "Something new", "x-run-in-apifox": "api-99-run"}
        if method in ("get", "delete"):
            del node["requestBody"]
        tree["paths"].setdefault(path, {})[method] = node

    _, told = project.apply(project.export(edit))
    if id == "retrieveRoom":
        assert "the name retrieveRoom (client.rooms.retrieve) is taken" in told["questions"][0]["body"]
        return
    assert told["operations"] == [id]
    found = project.document.operations_by_id[id]
    assert "{resource}.{method}".format(**found.client) == name
    assert found.node["x-retry"] == ("safe" if method == "get" else "unsent")


def test_pages_and_the_list_of_them_tell_the_same(project: Project) -> None:
    """A new page in front of others is in both; a page behind it is renamed, and gets a waiver."""

    def edit(tree: Tree) -> None:
        switch(tree)
        operation(tree, "/v1/rooms/{room}", "get")["summary"] = "Show one room"
        schemas(tree)["Room"]["properties"]["floor"] = {"type": "integer"}
        schemas(tree)["Room"]["required"].append("floor")

    colours = "Lamps > Colours"
    pages = [(colours, "Paint a lamp", 11), (colours, "Dim a lamp", 16), ("Lamps", "List lamps", 12),
             ("Lamps", "Break a lamp", 17), ("Rooms", "Show one room", 15)]  # fmt: skip
    llms = project.folder / "llms.txt"
    lines = (f"- {group} [{title}](https://docs.lamps.example/api-{id}.md): " for group, title, id in pages)
    llms.write_text("\n".join(["# Lamps", "## API Docs", *lines, ""]), "utf-8")
    for order in ([project.export(edit), llms], [llms, project.export(edit)]):
        before = project.files()
        _, told = project.apply(*order)
        assert told["questions"] == []
        assert not [*registers(project.document)]
        listed = [(one["title"], one.get("covers")) for one in project.document.sibling(PAGES).tree["entries"]]  # type: ignore[union-attr]
        assert listed == [
            ("Paint a lamp", ["paintLamp", "Paint", "Fade"]),
            ("Dim a lamp", ["dimLamp", "DimLampRequest"]),
            ("List lamps", ["listLamps", "Lamp", "LampList"]),
            ("Break a lamp", None),
            ("Show one room", ["retrieveRoom", "Room"]),
        ]
        assert project.apply(*order)[0] == 0
        project.apply(undo=True)
        assert project.files() == before


def new(content: Tree, body: Tree | None = None) -> Callable[[Tree], None]:
    """Another endpoint beside that for paint, with this content of its response and its body."""

    def edit(tree: Tree) -> None:
        node = copy.deepcopy(operation(tree, "/v1/lamps/{id}/paint", "post"))
        node |= {"summary": "Light it", "x-run-in-apifox": "api-20-run", "responses": {"200": {"content": content}}}
        if body is not None:
            node["requestBody"] = {"content": body}
        tree["paths"]["/v1/lamps/{id}/light"] = {"post": node}

    return edit


FREE: Tree = {"type": "object", "properties": {}}
PLAIN: Tree = {"type": "object", "properties": {"mood": {"type": "string"}, "id": {"type": "string"}}}
SEEN = {"mood": "calm", "id": "l1", "steps": [{"level": 1}], "off": None}
SHAPES: list[tuple[str, Tree, Tree | None, Tree]] = [
    ("no field is required", {"application/json": {"schema": PLAIN}}, None, {"proof": ["id"]}),
    ("only an example", {"application/json": {"schema": FREE, "example": SEEN}}, None, {"proof": ["id"]}),
    ("several examples", {"application/json": {"schema": {}, "examples": {"a": {"value": SEEN}}}}, None,
     {"proof": ["id"]}),
    ("a list of objects", {"application/json": {"schema": {"type": "array", "items": PLAIN}}}, None, {"proof": ["id"]}),
    ("a list of texts", {"application/json": {"schema": {"type": "array", "items": {"type": "string"}}}}, None, {}),
    ("a text", {"application/json": {"schema": {"type": "string"}}}, None, {}),
    ("nothing", {}, None, {}),
    ("events", {"text/event-stream": {"schema": PLAIN}}, None, {}),
    ("events of text", {"text/event-stream": {"schema": {"type": "string"}}}, None, {}),
    ("a body without fields", {"image/png": {}}, {"application/json": {"schema": FREE}}, {}),
    ("a body that an example shows", {"image/png": {}}, {"application/json": {"schema": FREE, "example": SEEN}}, {}),
    ("a file as the body", {"text/plain": {}}, {"audio/mpeg": {"schema": {}}}, {}),
]  # fmt: skip


@pytest.mark.parametrize(("content", "body", "errors"), [one[1:] for one in SHAPES], ids=[one[0] for one in SHAPES])
def test_what_a_page_leaves_open_is_decided(project: Project, content: Tree, body: Tree | None, errors: Tree) -> None:
    page = project.export(new(content, body))
    _, told = project.apply(page)
    assert (told["questions"], told["operations"], told["without_fixture"]) == ([], ["lightLamp"], [])
    found = project.document.operations_by_id["lightLamp"]
    assert found.node.get("x-errors", {}) == errors
    assert [one.media_type for one in found.results] == [*content]
    assert not [*check_document(project.document).diagnostics, *registers(project.document)]
    assert project.check(page) == []
    recorded = [one for one in load(found, project.fixtures, Collector(project.document)) if one.status == 200]
    assert [result_kind(project.document.tree, found, one) != "" for one in recorded] == [True]
    if any("example" in key for one in content.values() for key in one):
        result = project.document.tree["components"]["schemas"]["LightLampResponse"]
        assert (result["x-docs"]["evidence"], [*result["properties"]]) == ("inferred", [*SEEN])


def test_a_new_operation_has_every_success(project: Project) -> None:
    def edit(tree: Tree) -> None:
        new({"application/json": {"schema": PLAIN | {"required": ["mood"]}}})(tree)
        other = {"type": "object", "properties": {"task": {"type": "string"}}, "required": ["task"]}
        operation(tree, "/v1/lamps/{id}/light", "post")["responses"]["202"] = {
            "content": {"application/json": {"schema": other}}
        }

    page = project.export(edit)
    assert project.apply(page)[1]["questions"] == []
    found = project.document.operations_by_id["lightLamp"].node
    assert found["x-errors"]["proof"] == {"200": ["mood"], "202": ["task"]}
    assert not [*check_document(project.document).diagnostics, *registers(project.document)]
    assert project.check(page) == []


def test_another_success_is_written_if_it_returns_the_same(project: Project) -> None:
    def edit(tree: Tree) -> None:
        shown = operation(tree, "/v1/rooms/{room}", "get")["responses"]
        shown["202"] = copy.deepcopy(shown["200"])
        other = {"type": "object", "properties": {"task": {"type": "string"}}}
        operation(tree, "/v1/lamps/{id}/paint", "post")["responses"]["202"] = {
            "content": {"application/json": {"schema": other}}
        }

    page = project.export(edit)
    _, told = project.apply(page)
    assert [one["kind"] for one in told["applied"]] == ["success-added"]
    [question] = told["questions"]
    assert UNDECIDED in question["body"]
    assert "--follow 1" in question["body"]
    rooms = project.document.operations_by_id["retrieveRoom"].node["responses"]
    assert rooms["202"] == rooms["200"]
    project.apply(page, follow=[1])
    paint = project.document.operations_by_id["paintLamp"].node
    assert paint["x-errors"]["proof"] == {"200": ["id"], "202": ["task"]}
    assert not [*check_document(project.document).diagnostics, *registers(project.document)]
    assert project.apply(page)[0] == 0


def test_a_body_where_there_was_none(project: Project) -> None:
    def edit(tree: Tree) -> None:
        schema = {"type": "object", "properties": {"deep": {"type": "boolean"}}, "required": ["deep"]}
        operation(tree, "/v1/rooms/{room}", "get")["requestBody"] = {
            "content": {"application/json": {"schema": schema}}
        }

    page = project.export(edit)
    assert project.apply(page)[1]["questions"] == []
    body = project.document.operations_by_id["retrieveRoom"].request_body
    assert body is not None
    assert [one.media_type for one in body.content] == ["application/json"]
    assert "required" not in body.node
    assert project.check(page) == []


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
