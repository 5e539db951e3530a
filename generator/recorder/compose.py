"""Write a fixture by hand: the request is what the rendered client sends, the response is what you provide."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from difflib import get_close_matches
from mimetypes import guess_type
from pathlib import Path
from typing import Any, NamedTuple, cast

from ..cli_output.console import Console, Failure
from ..mock_server.replay.fixtures import ERAS
from ..spec import Document
from ..spec.operations import JSON, Operation
from ..spec.pointer import mapping
from .client_request import KEYS, request_of
from .draft_response import (
    check_response,
    content_type_of,
    copied_response,
    example_response,
    example_status,
    written_response,
)
from .example_arguments import example_arguments
from .serialize import describe, write

_HAND_WRITTEN = "Written by hand, not recorded."
_EXAMPLE = "Made from the specification, not recorded."


class Options(NamedTuple):
    """The options of `python -m generator fixture`, as they are on the command line."""

    name: str
    arguments: str | None = None
    response: str | None = None
    status: int = 200
    content_type: str = ""
    like: str = ""
    key: str = "good"
    about: str = ""
    force: bool = False
    example: bool = False


def write_fixture(
    options: Options, document: Document, package: Path, fixtures: Path, console: Console
) -> tuple[Path, str]:
    """Compose a fixture and write it; what no option says is asked for. Returns its path and a summary.

    Raises Failure, with nothing written, for anything that the spec or the client refuses.
    """
    if options.key not in KEYS:
        raise Failure(f"--key {options.key} is unknown", f"it is one of {', '.join(KEYS)}", code=2)
    operation, case = _find(document, options.name)
    path = fixtures / operation.id / f"{case}.json"
    if path.exists() and not options.force:
        raise Failure(f"{path} exists", "choose another case, or replace it with --force", code=2)
    arguments = _arguments(options, document, operation, fixtures, console)
    request = request_of(operation.id, arguments, options.key, package, fixtures / "sources")
    if options.like:
        response = copied_response(options.like, fixtures)
    else:
        status = example_status(operation) if options.example and options.status == 200 else options.status
        response = written_response(status, *_content(options, status, document, operation, console))
    check_response(document, operation, response)
    path.parent.mkdir(parents=True, exist_ok=True)
    write(
        path,
        {
            "case": case,
            "operation": operation.id,
            "era": ERAS[0],
            "date": datetime.now(UTC).isoformat(timespec="seconds"),
            "about": options.about or (_EXAMPLE if options.example else _HAND_WRITTEN),
            "arguments": None if options.key == "none" else arguments,
            "request": request,
            **describe(response, streamed=len(response.chunks) > 1),
        },
    )
    return path, f"{request['method']} {request['target']} -> {response.status}, {len(response.body)} bytes."


def _find(document: Document, name: str) -> tuple[Operation, str]:
    """Return the operation and the case that OPERATION/CASE names."""
    operation_id, _, case = name.partition("/")
    known = document.operations_by_id
    if operation_id not in known:
        near = get_close_matches(operation_id, known, 1)
        hint = f"did you mean {near[0]}?" if near else "`python -m generator coverage` lists the operations"
        raise Failure(f"{operation_id} is not an operation of the spec", hint, code=2)
    if not case or not case.replace("-", "").replace(".", "").replace("_", "").isalnum():
        raise Failure(f"{name!r} does not name a case", f"for example {operation_id}/minimal", code=2)
    return known[operation_id], case


def _arguments(
    options: Options, document: Document, operation: Operation, fixtures: Path, console: Console
) -> dict[str, Any]:
    text = options.arguments
    if text is None and options.example:
        return example_arguments(document, operation, fixtures / "sources", options.content_type)
    if text is None:
        text = console.ask(f"Arguments of {operation.id} as a JSON object", "{}") or "{}"
    try:
        value = json.loads(_read(text, "--arguments")[0])
    except ValueError as error:
        raise Failure(f"--arguments is not JSON: {error}", """for example '{"model": "gpt-4o"}'""", code=2) from error
    if not isinstance(value, dict):
        raise Failure("--arguments is not a JSON object", """for example '{"model": "gpt-4o"}'""", code=2)
    return mapping(cast("Any", value))


def _content(
    options: Options, status: int, document: Document, operation: Operation, console: Console
) -> tuple[bytes, str]:
    """Return the body of the response and its content type."""
    text = options.response
    if text is None:
        content, media = example_response(document, operation, status, options.content_type)
        if options.example:
            return content, media
        example = content.decode() if media == JSON else ""
        text = console.ask("Response body (JSON, text, or @FILE)", example)
        if not text:
            raise Failure("--response is missing", f"for example --response '{example or '@FILE'}'", code=2)
    content, guessed = _read(text, "--response")
    return content, options.content_type or content_type_of(content) or guessed or "text/plain; charset=utf-8"


def _read(text: str, option: str) -> tuple[bytes, str | None]:
    """Return the value of an option, or the content of the file that it names with @ and its media type."""
    if not text.startswith("@"):
        return text.encode(), None
    try:
        return Path(text[1:]).read_bytes(), guess_type(text[1:])[0]
    except OSError as error:
        raise Failure(f"{option} {text}: {error.strerror}", "name a file behind the @", code=2) from error
