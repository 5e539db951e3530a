"""The Arazzo document and the Postman collection lead to operations of the published document."""

from __future__ import annotations

from typing import Any

from generator.publish.tree import mappings
from generator.spec.operations import walk_operations

from .test_documents import load


def test_a_workflow_polls_with_the_id_that_its_submit_returned() -> None:
    operations = {one.id: one for one in walk_operations(load("openapi.json"))}
    for workflow in load("tasks.arazzo.yaml")["workflows"]:
        submit, poll = workflow["steps"]
        assert submit["operationId"] == workflow["workflowId"]
        assert submit["requestBody"]["contentType"] in operations[submit["operationId"]].node["requestBody"]["content"]
        declared = {(one.name, one.location) for one in operations[poll["operationId"]].parameters}
        assert {(one["name"], one["in"]) for one in poll["parameters"]} <= declared
        assert poll["parameters"][0]["value"] == "$steps.submit.outputs.id"
        assert submit["outputs"].keys() == {"id"}


def test_every_operation_is_in_the_collection_with_its_responses() -> None:
    requests = [node for node in mappings(load("postman.json")) if "request" in node]
    operations = list(walk_operations(load("openapi.json")))
    assert sorted(one["request"]["method"] for one in requests) == sorted(one.method.upper() for one in operations)
    assert {path(one["request"]["url"]) for one in requests} == {one.path for one in operations}
    assert [one["name"] for one in requests if not one["response"]] == []


def path(url: dict[str, Any]) -> str:
    return "/" + "/".join(f"{{{part[1:]}}}" if part.startswith(":") else part for part in url["path"])
