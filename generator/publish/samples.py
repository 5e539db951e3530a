"""Samples of each operation in Python, curl, TypeScript and Go: its first recorded request, and what to do with it."""

from __future__ import annotations

import json
import shlex
from pprint import pformat
from textwrap import indent
from typing import Any, NamedTuple

from ..mock_server.replay.fixtures import NO_JSON, Fixture
from ..render.formatting import formatted
from ..spec import Document, Operation
from ..spec.operations import FORM, JSON, walk_operations
from ..spec.pointer import mapping, sequence, string, strings
from .examples import Examples, File, request_value
from .text import TEMPLATES

LANGUAGES = {"Python": "sample.py", "curl": "sample.sh", "TypeScript": "sample.ts", "Go": "sample.go"}
SUFFIXES = {"image/png": "png", "image/jpeg": "jpg", "image/webp": "webp", "video/mp4": "mp4", "audio/mpeg": "mp3"}


class Request(NamedTuple):
    """A request as a sample sends it. `file` is the name of the file to save, `proof` a field that proves a result."""

    method: str
    url: str
    headers: dict[str, str]
    body: Any
    form: list[tuple[str, Any]]
    file: str
    proof: str
    is_task: bool
    is_list: bool
    call: str
    arguments: list[str]
    imports: list[str]


def samples_of(main: dict[str, Any], document: Document, examples: Examples) -> dict[str, list[dict[str, str]]]:
    """The samples of every operation, as `x-codeSamples` has them."""
    requests = {
        one.id: _request(main, one, document.operations_by_id[one.id], examples.of(one).requests[0])
        for one in walk_operations(main)
    }
    python = formatted({f"{name}.py": _printed("sample.py", one) for name, one in requests.items()})
    return {
        name: [
            {
                "lang": language,
                "source": python[f"{name}.py"] if template == "sample.py" else _printed(template, request),
            }
            for language, template in LANGUAGES.items()
        ]
        for name, request in requests.items()
    }


def _printed(template: str, request: Request) -> str:
    text = TEMPLATES.get_template(f"{template}.jinja").render(request=request, json=_json, quote=shlex.quote)
    return text.strip() + "\n"


def _request(main: dict[str, Any], published: Operation, own: Operation, fixture: Fixture) -> Request:
    body = published.body
    value = request_value(main, fixture, body.media_type, body.node) if body else NO_JSON
    headers = {} if published.node.get("security") == [] else {"Authorization": "Bearer $EZLINK_API_KEY"}
    accept = next((text for name, text in fixture.request.headers if name.lower() == "accept"), "*/*")
    if accept != "*/*":
        headers["Accept"] = accept
    if body and body.media_type == JSON:
        headers["Content-Type"] = JSON
    proof = mapping(own.node.get("x-errors")).get("proof")
    proven = strings(proof) or strings(mapping(proof).get("200"))
    arguments = [(name, one) for name, one in (fixture.arguments or {}).items()]
    shown = [f"{name}={_python(one)}" for name, one in arguments]
    suffix = SUFFIXES.get(fixture.response.media_type, "")
    schema = mapping(own.json_results()[0].schema) if own.json_results() else {}
    return Request(
        method=published.method.upper(),
        url=main["servers"][0]["url"] + fixture.request.target,
        headers=headers,
        body=None if value is NO_JSON or (body and body.media_type == FORM) else value,
        form=_fields(value) if body and body.media_type == FORM else [],
        file=f"result.{suffix}" if suffix else "",
        proof=next(iter(proven), ""),
        is_task="x-task" in own.node,
        is_list=schema.get("type") == "array",
        call=f"client.{own.client['resource']}.{own.client['method']}",
        arguments=[indent(one, "    ").strip() for one in shown],
        imports=["from pathlib import Path"] if any("Path(" in one for one in shown) else [],
    )


def _fields(value: Any) -> list[tuple[str, Any]]:
    return [(name, item) for name, one in mapping(value).items() for item in sequence(one) or [one]]


def _python(value: Any) -> str:
    source = string(mapping(value).get("source"))
    return f'Path("{source}")' if source else pformat(value, width=90, sort_dicts=False)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)


def is_file(value: Any) -> bool:
    """True for the name of a file in a form."""
    return isinstance(value, File)


TEMPLATES.tests["file"] = is_file
