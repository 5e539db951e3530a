"""Samples of each operation in Python, curl, TypeScript and Go: its first recorded request, and what to do with it."""

from __future__ import annotations

from pprint import pformat
from typing import Any, NamedTuple

from ..mock_server.replay.fixtures import NO_JSON, Fixture
from ..render.formatting import formatted
from ..spec import Document, Operation
from ..spec.operations import FORM, JSON, walk_operations
from ..spec.pointer import mapping, string, strings
from .examples import Examples, File, fields_of, request_value
from .text import TEMPLATES, printed

LANGUAGES = {"Python": "py", "curl": "sh", "TypeScript": "ts", "Go": "go"}
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
    call: str
    arguments: dict[str, str]


def samples_of(main: dict[str, Any], document: Document, examples: Examples) -> dict[str, list[dict[str, str]]]:
    """The samples of every operation, as `x-codeSamples` has them."""
    requests = {
        one.id: _request(main, one, document.operations_by_id[one.id], examples.of(one).requests[0])
        for one in walk_operations(main)
    }
    sources = {
        f"{name}.{suffix}": printed(f"sample.{suffix}", request=request)
        for name, request in requests.items()
        for suffix in LANGUAGES.values()
    }
    sources |= formatted({name: text for name, text in sources.items() if name.endswith(".py")})
    return {
        name: [{"lang": language, "source": sources[f"{name}.{suffix}"]} for language, suffix in LANGUAGES.items()]
        for name in requests
    }


def _request(main: dict[str, Any], published: Operation, own: Operation, fixture: Fixture) -> Request:
    body = published.body
    value = request_value(main, fixture, body.media_type, body.node) if body else NO_JSON
    is_form = body is not None and body.media_type == FORM
    proof = mapping(own.node.get("x-errors")).get("proof")
    proven = strings(proof) or strings(mapping(proof).get("200"))
    is_list = any(mapping(one.schema).get("type") == "array" for one in own.json_results())
    suffix = SUFFIXES.get(fixture.response.media_type, "")
    return Request(
        method=published.method.upper(),
        url=main["servers"][0]["url"] + fixture.request.target,
        headers=_headers(published, fixture),
        body=None if value is NO_JSON or is_form else value,
        form=fields_of(value) if is_form else [],
        file=f"result.{suffix}" if suffix else "",
        proof="" if is_list else next(iter(proven), ""),
        is_task="x-task" in own.node,
        call=f"client.{own.client['resource']}.{own.client['method']}",
        arguments={name: _python(one) for name, one in (fixture.arguments or {}).items()},
    )


def _headers(published: Operation, fixture: Fixture) -> dict[str, str]:
    headers = {} if published.node.get("security") == [] else {"Authorization": "Bearer $EZLINK_API_KEY"}
    accept = next((text for name, text in fixture.request.headers if name.lower() == "accept"), "*/*")
    headers |= {"Accept": accept} if accept != "*/*" else {}
    return {**headers, "Content-Type": JSON} if published.body and published.body.media_type == JSON else headers


def _python(value: Any) -> str:
    source = string(mapping(value).get("source"))
    return f'Path("{source}")' if source else pformat(value, width=90, sort_dicts=False)


TEMPLATES.tests["file"] = lambda value: isinstance(value, File)
