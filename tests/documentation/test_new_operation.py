"""New operations as pages have them: what comes back, and what those beside it have too."""

from __future__ import annotations

import copy
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.documentation.apply import apply
from generator.documentation.draft import Draft
from generator.documentation.editor import NotEditable
from generator.documentation.forms import read as read_pages
from generator.documentation.new_operation import add_operation
from generator.documentation.page import Page
from generator.spec import Document, read
from generator.spec.pointer import mapping

from .apply_cases import Project, Tree, operation


def test_an_endpoint_may_return_a_file_text_or_nothing(tmp_path: Path) -> None:
    project = Project(tmp_path)
    contents: dict[str, Tree] = {
        "photo": {"image/png": {"schema": {"type": "string", "format": "binary"}}},
        "log": {"text/plain": {"schema": {"type": "string"}}},
        "reset": {},
    }

    def edit(tree: Tree) -> None:
        for number, (name, content) in enumerate(contents.items()):
            node = copy.deepcopy(operation(tree, "/v1/lamps/{id}/paint", "post"))
            node |= {"summary": f"New {name}", "x-run-in-apifox": f"api-{90 + number}-run"}
            node["responses"] = {"200": {"content": content}}
            tree["paths"][f"/v1/lamps/{{id}}/{name}"] = {"post": node}

    page, document = project.export(edit), project.document
    application = apply(read_pages(page, document), document, project.fixtures)
    assert application.open == []
    for path, written in application.files.items():
        path.write_bytes(written)
    found = {name: project.document.operations_by_id[f"{name}Lamp"] for name in contents}
    assert {name: [one.media_type for one in each.results] for name, each in found.items()} == {
        name: [*content] for name, content in contents.items()
    }
    assert found["photo"].results[0].schema == {"type": "string", "format": "binary"}
    assert "x-errors" not in found["photo"].node


@cache
def spec() -> Document:
    return read(Path("spec/openapi.yaml"))


def written(path: str, group: str, content: Tree) -> Any:
    """The path item of a new page of a group of the documentation."""
    body = {"type": "object", "properties": {"prompt": {"type": "string"}}, "required": ["prompt"]}
    operation = {
        "requestBody": {"content": {"application/json": {"schema": body}}},
        "responses": {"200": {"content": content}},
    }
    draft = Draft(spec())
    add_operation(draft, Page("page.md", "markdown", "New", group, "api-99", "post", path, operation, {}, ""))
    draft.place_components()
    families = [mapping(yaml.safe_load(editor.text)).get("paths", {}) for editor in draft.editors.values()]
    return next(paths[path] for paths in families if "$ref" not in paths.get(path, {"$ref": ""}))


def result(fields: str, required: int) -> Tree:
    names = fields.split()
    types = {"code": "integer", "properties": "object"}
    properties = {name: {"type": types.get(name, "string")} for name in names}
    return {"application/json": {"schema": {"type": "object", "properties": properties, "required": names[:required]}}}


def test_an_operation_that_starts_a_task_is_polled_as_those_beside_it() -> None:
    item = written("/mj/submit/wave", "任务提交", result("code description properties result", 2))
    imagine = spec().operations_by_id["submitMidjourneyImagine"]
    assert item["servers"] == imagine.path_item["servers"]
    found = item["post"]
    assert (found["operationId"], found["x-client"]) == (
        "submitMidjourneyWave",
        {"resource": "midjourney", "method": "wave"},
    )
    assert found["x-task"] == imagine.node["x-task"]
    # Another object is no task, and tasks of one object may be polled in several ways.
    assert "x-task" not in written("/mj/submit/text", "任务提交", result("text", 1))["post"]
    starts = {one.id: one.json_results()[0].schema for one in spec().operations if one.path.startswith("/v2beta")
              and "x-task" in one.node}  # fmt: skip
    assert len(starts) == 2
    assert "x-task" not in written("/v2beta/image-to-video/fast", "Image-to-Video", result("id", 1))["post"]


def test_a_response_that_an_argument_selects_is_that_of_the_group() -> None:
    for content in ({"image/png": {"schema": {}}}, {"image/*": {"schema": {}}, **result("image", 1)}):
        found = written("/v2beta/stable-image/generate/nano", "Generate", content)["post"]
        ultra = spec().operations_by_id["createStableImageUltra"].node
        assert found["x-client"]["returns"] == ultra["x-client"]["returns"]
        assert found["x-errors"] == ultra["x-errors"]
        assert found["responses"]["200"] == {"$ref": "#/responses/StableImageResult"}


def test_what_selects_a_response_is_asked_where_the_group_does_not_tell() -> None:
    with pytest.raises(NotEditable, match=r"when application/json and when text/event-stream comes"):
        written("/v1/chat/replies", "聊天(Chat)", {**result("id", 1), "text/event-stream": {"schema": {}}})
