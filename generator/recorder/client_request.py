"""The request of a hand-written fixture: what the rendered client sends for its arguments."""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterator, Mapping
from hashlib import sha256
from importlib import import_module
from inspect import signature
from pathlib import Path
from typing import Any, NoReturn, cast
from urllib.parse import unquote

from ..cli_output.console import Failure
from ..mock_server.http import multipart
from ..spec.names import FunctionName
from ..spec.pointer import mapping, sequence
from .serialize import body_of

KEYS = {"good": "sk-KEY", "wrong": "sk-WRONG-KEY", "none": "sk-KEY"}


def request_of(operation_id: str, arguments: dict[str, Any], key: str, package: Path, sources: Path) -> dict[str, Any]:
    """Return the `request` of a fixture. Raises Failure for arguments that the client refuses."""
    request, names = _captured(operation_id, _with_files(arguments, sources), KEYS[key], package)
    content = request.content if isinstance(request.content, bytes) else b"".join(request.content or ())
    return {
        "method": request.method,
        "target": _target(request.url, names if key == "none" else ()),
        "key": key,
        "headers": list(_headers(request, content, names if key == "none" else ())),
        "body": _body(dict(request.headers).get("Content-Type"), content, sources),
    }


class _Captured(Exception):
    """Ends the sending: the request is known."""


class _Capture:
    """A transport that keeps the request and sends nothing."""

    request: Any = None

    def send(self, request: Any) -> NoReturn:
        self.request = request
        raise _Captured

    def close(self) -> None:
        """Nothing is open."""


def _captured(operation_id: str, arguments: dict[str, Any], key: str, package: Path) -> tuple[Any, set[str]]:
    """Return the transport's request that the client makes of these arguments, and the names of keys in it."""
    name = FunctionName.of(operation_id)
    sys.path.insert(0, str(package.resolve().parent))
    try:
        build = getattr(import_module(f"{package.name}.operations"), name)
        base = import_module(f"{package.name}.runtime.client.client").SyncClient
        module = import_module(f"{package.name}.client")
        profile = import_module(f"{package.name}._profile").PROFILE
    except (ImportError, AttributeError) as error:
        raise Failure(f"{package} does not have {name}(): {error}", "run `make generate` first") from error
    finally:
        sys.path.pop(0)
    client = next(one for one in vars(module).values() if isinstance(one, type) and base in one.__bases__)
    schemes: list[Any] = [*(profile.schemes or {}).values()]
    named: list[str] = [name for scheme in schemes for name in scheme.arguments] or ["api_key"]
    credentials = {name: key for name in named if name in signature(client).parameters}
    capture = _Capture()
    try:
        client(**credentials, base_url="http://gateway.invalid", transport=capture).send(build(**arguments))
    except _Captured:
        return capture.request, {scheme.name for scheme in schemes} | {"Authorization"}
    except (TypeError, ValueError, OSError) as error:
        raise Failure(f"--arguments: {error}", f"give the keyword arguments of {name}() as JSON", code=2) from error
    raise AssertionError("the transport was not used")


def _with_files(value: Any, sources: Path) -> Any:
    """Return arguments as a caller writes them: `{"source": "speech.wav"}` is the path of that file."""
    if isinstance(value, list):
        return [_with_files(item, sources) for item in sequence(cast("Any", value))]
    if not isinstance(value, dict):
        return value
    members = mapping(cast("Any", value))
    if "source" not in members:
        return {name: _with_files(item, sources) for name, item in members.items()}
    path = sources / str(members["source"])
    if not path.is_file():
        raise Failure(f"{path} is missing", f"put the file into {sources}", code=2)
    return (members["filename"], path.read_bytes()) if "filename" in members else path


def _headers(request: Any, content: bytes, without: Collection[str]) -> Iterator[list[str]]:
    yield ["Host", "GATEWAY"]
    for name, value in request.headers:
        text = _without(str(value), "; ", without) if name == "Cookie" else str(value)
        if name not in without and text:
            yield [str(name), text]
    if request.content is not None:
        yield ["Content-Length", str(len(content))]


def _target(url: str, without: Collection[str]) -> str:
    path, _, query = url.partition("//")[2].partition("/")[2].partition("?")
    query = _without(query, "&", without)
    return f"/{path}?{query}" if query else f"/{path}"


def _without(pairs: str, separator: str, names: Collection[str]) -> str:
    """Return the pairs of a query string or a cookie without those of some names."""
    return separator.join(pair for pair in pairs.split(separator) if unquote(pair.partition("=")[0]) not in names)


def _body(content_type: str | None, content: bytes, sources: Path) -> dict[str, Any]:
    form = multipart.read(content_type, content)
    if form is None:
        return body_of(content)
    files = {sha256(path.read_bytes()).hexdigest(): path.name for path in sorted(sources.iterdir()) if path.is_file()}
    parts = [_part(part, files, sources) for part in form]
    return {"bytes": len(content), "sha256": sha256(content).hexdigest(), "parts": parts}


def _part(part: multipart.Part, files: Mapping[str, str], sources: Path) -> dict[str, Any]:
    if part.filename is None:
        return {"name": part.name, "text": part.text}
    if part.sha256 not in files:
        raise Failure(f"the file of {part.name} is not in {sources}", "put it there and name it as a source", code=2)
    described = {"name": part.name, "filename": part.filename, "content_type": part.content_type}
    return {**described, "source": files[part.sha256], "bytes": part.size, "sha256": part.sha256}
