"""The calls of a batch: given as they are, or read from a file.

A line of it has `custom_id`, `method`, `url` and `body`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from difflib import get_close_matches
from hashlib import blake2b
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple, cast
from urllib.parse import parse_qs, unquote, urlsplit

import msgspec

from ..operation.call import Call
from ..operation.endpoint import endpoint_functions
from ..operation.operation import Operation

PACKAGE = (__package__ or "").rpartition(".runtime")[0]


class BatchError(Exception):
    """A batch that cannot begin or go on: why, and how to fix it. Nothing is lost."""


class Item(NamedTuple):
    """A call of a batch, and the name by which its result is found."""

    custom_id: str
    call: Call[Any, Any]
    place: str
    """Where it was found, for messages."""

    def digest(self) -> bytes:
        """A digest of the request, to tell it from another one of the same name."""
        call = self.call
        return blake2b(repr((call.method, call.target, call.headers, call.content)).encode(), digest_size=16).digest()

    @property
    def may_cost(self) -> bool:
        """False for reads."""
        return self.call.operation.retry != "safe"


class _Line(msgspec.Struct):
    custom_id: str
    url: str
    method: str = "POST"
    body: dict[str, Any] = {}


class Lines:
    """A file with one call on each line. It is read anew for each iteration, and never whole."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __iter__(self) -> Iterator[Item]:
        if self.path.exists() and not self.path.is_file():
            raise BatchError(f"{self.path} is no regular file, and it is read twice: write the calls to a file first")
        endpoints = Endpoints()
        decoder = msgspec.json.Decoder(_Line)
        try:
            with self.path.open("rb") as lines:
                for number, line in enumerate(lines, 1):
                    if not line.strip():
                        continue
                    place = f"{self.path}:{number}"
                    try:
                        item = _item(decoder.decode(line.removeprefix(b"\xef\xbb\xbf")), place, endpoints)
                    except (msgspec.DecodeError, TypeError, ValueError) as error:
                        raise BatchError(f"{place}: {error}") from None
                    yield item
        except OSError as error:
            raise BatchError(f"{self.path}: {error.strerror}") from error


def items(calls: str | Path | Iterable[Any]) -> Iterable[Item]:
    """The calls of a batch from what callers have: a path, or pairs of a name and a call.

    Raises TypeError for what cannot be iterated over twice: the calls are checked before any is sent.
    """
    if isinstance(calls, (str, Path)):
        return Lines(Path(calls))
    if isinstance(calls, Mapping):
        calls = list(cast("Mapping[str, Any]", calls).items())
    if iter(calls) is calls:
        raise TypeError("calls are looked at twice: pass a list, or an object that can be iterated over again")
    return _Pairs(calls)


class _Pairs:
    def __init__(self, pairs: Iterable[Any]) -> None:
        self._pairs = pairs

    def __iter__(self) -> Iterator[Item]:
        for number, (custom_id, call) in enumerate(self._pairs, 1):
            if not isinstance(custom_id, str):
                raise TypeError(f"call {number}: its name is {custom_id!r}: a str is needed")
            if not isinstance(call, Call):
                raise TypeError(f"call {number}, {custom_id!r}: a Call, not {type(call).__name__}")
            _check_call(call)  # pyright: ignore[reportUnknownArgumentType]
            yield Item(custom_id, call, f"call {number}")


def _item(line: _Line, place: str, endpoints: Endpoints) -> Item:
    url = urlsplit(line.url)
    if url.scheme or url.netloc:
        raise ValueError(
            f"url: only the path, such as {url.path or '/v1/chat/completions'}; the base URL is the client's"
        )
    fits = endpoints.find(line.method.upper(), url.path)
    if line.body.get("stream"):
        raise ValueError("body: a streamed call has no result for a batch: leave out `stream`")
    query = parse_qs(url.query, keep_blank_values=True)
    failures: list[Exception] = []
    for function, path in fits:
        try:
            call = _build(function, path, query, line.body)
        except (TypeError, ValueError) as error:
            failures.append(error)
            continue
        _check_call(call)
        return Item(line.custom_id, call, place)
    raise failures[0]


def _build(
    function: Callable[..., Call[Any, Any]], path: Mapping[str, str], query: Mapping[str, Any], body: Mapping[str, Any]
) -> Call[Any, Any]:
    """The call of an endpoint function for a body as it is on the wire, undocumented fields too."""
    operation: Operation = function.operation  # type: ignore[attr-defined]
    _check_operation(operation)
    python = {wire: name for name, wire in operation.wire_names.items()}
    known = {python.get(name, name): value for name, value in body.items() if name in operation.body}
    others = {name: value for name, value in body.items() if name not in operation.body}
    asked = {python.get(name, name): values for name, values in query.items() if name in operation.query}
    unknown = {name: values for name, values in query.items() if name not in operation.query}
    extra = ({"extra_body": others} if others else {}) | ({"extra_query": unknown} if unknown else {})
    return function(**path, **known, **asked, **extra)


def _check_operation(operation: Operation) -> None:
    """Raise ValueError for an endpoint that takes a file."""
    if operation.multipart:
        raise ValueError(f"{operation.display_name} takes a file: a batch sends JSON only")


def _check_call(call: Call[Any, Any]) -> None:
    """Raise ValueError for a call that cannot be part of a batch: its result is no JSON, or it sends a file."""
    operation = call.operation
    _check_operation(operation)
    if call.streams:
        raise ValueError(f"{operation.display_name}: a streamed call has no result for a batch")
    is_json = call.variant is None or call.variant.media_type == "application/json"
    if operation.result is bytes or not is_json:
        raise ValueError(f"{operation.display_name}: what comes is a file or bare text: a batch keeps JSON only")


class Endpoints:
    """The endpoint functions of the package by method and path."""

    def __init__(self) -> None:
        self._functions = [
            (one, one.operation.method, re.compile(_pattern(one.operation.path)))
            for one in endpoint_functions(import_module(f"{PACKAGE}.operations"))
        ]
        self._found: dict[tuple[str, str], list[tuple[Callable[..., Any], dict[str, str]]]] = {}

    def find(self, method: str, path: str) -> list[tuple[Callable[..., Any], dict[str, str]]]:
        """The functions that send this method to this path, with the path's arguments. Raises ValueError for none."""
        if (known := self._found.get((method, path))) is not None:
            return known
        fits = ((function, pattern.fullmatch(path)) for function, one, pattern in self._functions if one == method)
        found = [(function, _arguments(match)) for function, match in fits if match is not None]
        if not found:
            known_names = sorted({f"{one} {function.operation.path}" for function, one, _ in self._functions})
            near = get_close_matches(f"{method} {path}", known_names, 1)
            hint = f": did you mean {near[0]}?" if near else ""
            raise ValueError(f"url: there is no endpoint {method} {path}{hint}")
        if not found[0][1]:  # a path with arguments may be another one on each line
            self._found[method, path] = found
        return found


def _arguments(match: re.Match[str]) -> dict[str, str]:
    return {name: unquote(text) for name, text in match.groupdict().items()}


def _pattern(path: str) -> str:
    parts = re.split(r"\{(\w+)\}", path)
    return "".join(f"(?P<{part}>[^/]+)" if index % 2 else re.escape(part) for index, part in enumerate(parts))
