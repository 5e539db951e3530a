"""The published document as tools for models: MCP tools by fastmcp's reader, and what makes functions good.

fastmcp lives in the environment of `make interop`; without that, only the document is looked at.
"""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.mock_server import MockServer
from generator.publish.tree import SCHEMAS, mappings
from generator.spec.operations import walk_operations
from generator.spec.pointer import resolve

from .test_documents import PUBLISHED, ROOT, load

PYTHON = ROOT / "build/interop/python/venv/bin/python"
# What the interfaces of models allow as the name of a tool, and of an argument.
NAME = re.compile(r"[a-zA-Z0-9_-]{1,64}")
ARGUMENT = re.compile(r"[a-zA-Z0-9_.-]{1,64}")
# The form's own name, which the vendor wants as it is.
KNOWN = {"timestamp_granularities[]"}
DOCUMENT = load("openapi.json")
OPERATIONS = [*walk_operations(DOCUMENT)]

BUILD = """
import asyncio, json, sys
import httpx2
from fastmcp import Client, FastMCP

async def main(document, url):
    async with httpx2.AsyncClient(base_url=url, headers={"Authorization": "Bearer sk-KEY"}) as http:
        async with Client(FastMCP.from_openapi(document, http)) as client:
            tools = await client.list_tools()
            hello = {"model": "gpt-4o", "messages": [{"role": "user", "content": "Hello!"}]}
            chat = await client.call_tool("createChatCompletion", hello)
            image = await client.call_tool("createImage", {"prompt": "A cute baby sea otter"})
            print(json.dumps({
                "tools": {tool.name: tool.description for tool in tools},
                "chat": chat.structured_content,
                "image": image.structured_content,
            }))

asyncio.run(main(json.load(open(sys.argv[1])), sys.argv[2]))
"""


@pytest.fixture(scope="module")
def gateway(fixtures: Path) -> Iterator[MockServer]:
    with MockServer(fixtures) as running:
        yield running


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.id)
def test_an_operation_has_a_short_name_a_line_that_says_what_it_does_and_names_that_models_take(operation: Any) -> None:
    assert NAME.fullmatch(operation.id)
    assert 0 < len(operation.node["summary"]) < 80
    assert "\n" not in operation.node["summary"]
    body = resolve(DOCUMENT, operation.body.schema) if operation.body else {}
    names = {*body.get("properties", {}), *(one.name for one in operation.parameters)} - KNOWN
    assert [name for name in names if not ARGUMENT.fullmatch(name)] == []


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.id)
def test_the_arguments_have_no_cycle(operation: Any) -> None:
    for content in operation.request_body.content if operation.request_body else ():
        walk(content.schema, ())


def walk(schema: Any, within: tuple[str, ...]) -> None:
    for node in mappings(schema):
        name = str(node.get("$ref", "")).removeprefix(SCHEMAS)
        if name in DOCUMENT["components"]["schemas"]:
            assert name not in within
            walk(DOCUMENT["components"]["schemas"][name], (*within, name))


@pytest.mark.skipif(not PYTHON.is_file(), reason="no fastmcp: run `make interop`")
def test_fastmcp_makes_a_tool_of_every_operation_and_two_can_be_called(gateway: MockServer) -> None:
    command = [PYTHON, "-c", BUILD, PUBLISHED / "openapi.json", gateway.url]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env={"NO_PROXY": "*"})
    assert done.returncode == 0, done.stderr
    made = json.loads(done.stdout.splitlines()[-1])
    assert made["tools"].keys() == {operation.id for operation in OPERATIONS}
    assert all(made["tools"].values())
    assert made["chat"]["choices"][0]["message"]["content"]
    assert made["image"]["data"][0]["url"].startswith("http")
