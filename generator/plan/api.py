"""The API as a whole: the names of its client, its address, and how it reports errors."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from ..diagnostics import Collector
from ..runtime.config import APIProfile
from ..runtime.response.error_catalog import ErrorCatalog, ErrorCode, ErrorShape
from ..spec import Document
from ..spec.names import ClassName, FieldName, MethodName, ModuleName, words
from ..spec.pointer import join, mapping, sequence, string, strings
from .ir import Api
from .security import Security
from .servers import base_url

# Names of the runtime that the package offers at its top.
PUBLIC = (
    "APIConnectionError", "APIError", "APIResponse", "APIStatusError", "APITimeoutError", "AnswerError",
    "AsyncBinaryResponse", "AsyncParsedStream", "AsyncStream", "AsyncTask", "AuthenticationError", "BadRequestError",
    "BinaryResponse", "Call", "ConfigurationError", "ConflictError", "ContentFilterFinishReasonError", "Deviation",
    "EmptyAnswer", "InternalServerError", "LengthFinishReasonError", "MissingField", "NOT_GIVEN", "NotFoundError",
    "NotServed", "Omit", "ParsedStream", "PermissionDeniedError", "Progress", "RateLimitError", "RequestEvent",
    "ResponseEvent", "ResponseInfo", "RetryEvent", "Stream", "StreamFailed", "StreamTruncated", "Task", "TaskFailed",
    "TaskTimeout", "TaskWaiting", "Timeout", "UnprocessableEntityError", "UnreadableAnswer", "extras", "omit",
    "progress_bar", "response_info",
)  # fmt: skip
# Classes of the runtime that the module of the clients uses.
_BASES = ("AsyncClient", "SyncClient")

_VERSION = re.compile(r"/(v[0-9]+)(?:/|\Z)")


def api_of(document: Document, problems: Collector, security: Security | None = None) -> Api:
    """The names of the client, from `x-client` or else from the title."""
    tree, security = document.tree, security or Security(document, problems)
    info, client = mapping(tree.get("info")), mapping(tree.get("x-client"))
    title = string(info.get("title"))
    package = ModuleName.of(string(client.get("package")) or title or "client")
    class_name = _class_name(string(client.get("class")) or title)
    env = string(client.get("env")) or package.upper()
    profile = APIProfile(
        package=package,
        version=str(info.get("version", "0")),
        name=class_name,
        env=env,
        base_url=base_url(tree, problems),
        user_agent=string(client.get("user_agent")) or f"{package}-python",
        versions=tuple(sorted({found[1] for path in mapping(tree.get("paths")) if (found := _VERSION.match(path))})),
        paths=tuple(sorted(path for path in mapping(tree.get("paths")) if "{" not in path)),
        headers={str(FieldName.of(name)): string(sent) for name, sent in mapping(client.get("headers")).items()},
        errors=_errors(mapping(tree.get("x-errors")), problems),
        schemes=security.schemes(env),
        security=() if security.is_one_key else security.general,
    )
    missing = _missing(mapping(client.get("migration")))
    aliases = tuple(map(MethodName.of, strings(client.get("aliases"))))
    license = _license(string(client.get("license")) or string(mapping(info.get("license")).get("identifier")))
    return Api(title, package, class_name, document.place("").file, profile, missing, aliases, license)


def _license(text: str) -> str:
    """The text if it is an SPDX expression, which is printed at the head of each module."""
    return text if re.fullmatch(r"[\w.+() -]{1,200}", text, re.ASCII) else ""


def _missing(migration: dict[str, Any]) -> dict[str, dict[str, str]]:
    """Return the replacements for names of another client, by these names joined with spaces."""
    found: dict[str, dict[str, str]] = {}
    if renamed := mapping(migration.get("names")):
        found["package"] = {theirs: f"here it is {ours}" for theirs, ours in renamed.items()}
    for place, cures in mapping(migration.get("missing")).items():
        known = {" ".join(strings(one["names"])): string(one["write"]) for one in map(mapping, sequence(cures))}
        found[place] = found.get(place, {}) | known
    return found


def _class_name(text: str) -> ClassName:
    """The class of the client; it, its async counterpart and its base error have names that the package does not use.

    A title may be anything: empty, a number, a keyword, the name of a class of the runtime.
    """
    taken = {*PUBLIC, *_BASES}
    styled = ClassName.styled(words(text)) or "API"
    wanted = (styled, f"{styled.removesuffix('Client')}Client", "APIClient")
    names = (ClassName.of(name) for name in wanted if ClassName.fits(ClassName.of(name).rstrip("_")))
    return next(name for name in names if taken.isdisjoint({name, f"Async{name}", f"{name}Error"}))


def _errors(node: dict[str, Any], problems: Collector) -> ErrorCatalog:
    return ErrorCatalog(
        request_id=tuple(strings(node.get("request_id"))),
        shapes=tuple(_shapes(sequence(node.get("shapes")), problems)),
        codes={
            code: ErrorCode(**_known(mapping(meaning), ErrorCode.__struct_fields__))
            for code, meaning in mapping(node.get("codes")).items()
        },
    )


def _shapes(nodes: list[Any], problems: Collector) -> Iterator[ErrorShape]:
    for index, node in enumerate(nodes):
        known = _known(mapping(node), ErrorShape.__struct_fields__)
        if missing := {"name", "where", "message"} - known.keys():
            pointer = join("/x-errors/shapes", index)
            hint = "add it: without it no error can be read"
            problems.add(pointer, f"an error shape without {min(missing)!r}", hint, code="error-shapes")
        else:
            yield ErrorShape(**known)


def _known(node: dict[str, Any], fields: Iterable[str]) -> dict[str, Any]:
    """The keys of a node that are fields of a struct; others are for readers of the document."""
    return {field: node[field] for field in fields if field in node}
