"""`documentation apply` of new operations, and of new bodies and responses."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from itertools import permutations

import pytest

from generator.check import check as check_document
from generator.diagnostics import Collector
from generator.documentation.edits import UNDECIDED
from generator.evidence import registers
from generator.evidence.documentation import PAGES
from generator.evidence.recordings import load, result_kind

from .apply_cases import Project, Tree, operation, schemas, switch


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


SHOWN = """Lamps
  • Lamps
    • Colours
      • Paint a lamp
      • Dim a lamp
    • List lamps
    • Break a lamp
  • Rooms
    • Show one room
Show one room
GET
https://lamps.example/v1/rooms/{room}
Rooms
"""


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
    shown = project.folder / "page.txt"  # whose navigation has no ids; its own entry stands behind the new ones
    shown.write_text(SHOWN, "utf-8")
    for order in permutations([project.export(edit), llms, shown]):
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


def test_several_methods_of_a_new_path_share_it(project: Project) -> None:
    def edit(tree: Tree) -> None:
        dim = copy.deepcopy(operation(tree, "/v1/lamps/{id}/paint", "post"))
        show = {key: one for key, one in dim.items() if key != "requestBody"}
        for node, path, method in (
            (dim, "/v1/lamps/{id}/dim", "post"),
            (show, "/v1/lamps/{lamp}/dim", "get"),  # whatever its parameter is called
            (show, "/v1/lamps/{lamp_id}/paint", "get"),
        ):
            run = f"api-{len(tree['paths']) + 90}-run"
            tree["paths"].setdefault(path, {})[method] = node | {"summary": f"{method} {path}", "x-run-in-apifox": run}

    _, told = project.apply(project.export(edit))
    assert told["questions"] == [], told["questions"][0]["body"]
    assert sorted(told["operations"]) == ["dimLamp", "retrieveLampDim", "retrieveLampPaint"]
    document = project.document
    assert {one.id: one.path for one in document.operations} == {
        "listLamps": "/v1/lamps", "paintLamp": "/v1/lamps/{id}/paint", "retrieveLampPaint": "/v1/lamps/{id}/paint",
        "dimLamp": "/v1/lamps/{id}/dim", "retrieveLampDim": "/v1/lamps/{id}/dim", "retrieveRoom": "/v1/rooms/{room}",
    }  # fmt: skip
    assert not [*check_document(document).diagnostics, *registers(document)]


def test_a_page_of_a_new_group_is_asked_if_the_site_lists_it(project: Project) -> None:
    page, listed = project.folder / "api-90.md", project.folder / "llms.txt"
    fragment = {
        "openapi": "3.0.1",
        "paths": {"/sounds": {"get": {"summary": "Hear", "x-apifox-folder": "Sounds", "responses": {}}}},
    }
    page.write_text(f"# Hear\n\n```yaml\n{json.dumps(fragment)}\n```\n", "utf-8")
    assert project.apply(page)[0] == 2
    pages = [("Lamps > Colours", "Paint a lamp", 11), ("Lamps", "List lamps", 12), ("Rooms", "Show a room", 15)]
    lines = (
        f"- {group} [{title}](https://docs/api-{id}.md): " for group, title, id in [*pages, ("Sounds", "Hear", 90)]
    )
    listed.write_text("\n".join(["# Lamps", *lines, ""]), "utf-8")
    (asked,) = project.apply(page, listed)[1]["questions"]
    assert asked["title"] == "GET /sounds is not in the spec."
    assert "no operation of its group is known" in asked["body"]
    assert project.document.sibling(PAGES).tree["entries"][-1]["title"] == "Hear"  # type: ignore[union-attr]


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
