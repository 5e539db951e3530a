"""The API as a whole: the names of its client, its address, and how it reports errors."""

from __future__ import annotations

import re
from typing import Any

import msgspec

from ..diagnostics import Collector
from ..policy import ErrorsPolicy, Policy
from ..policy.model import Migration
from ..runtime.config import APIProfile
from ..runtime.response.error_catalog import ErrorCatalog, ErrorCode, ErrorShape
from ..spec import Document
from ..spec.names import ClassName, FieldName, MethodName, ModuleName, words
from ..spec.pointer import mapping, string
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


def api_of(document: Document, policy: Policy, problems: Collector, security: Security | None = None) -> Api:
    """The names of the client, from its policy or else from the title."""
    tree, security = document.tree, security or Security(document, problems)
    info, client = mapping(tree.get("info")), policy.client
    title = string(info.get("title"))
    package = ModuleName.of(client.package or title or "client")
    class_name = _class_name(client.class_name or title)
    env = client.env or package.upper()
    profile = APIProfile(
        package=package,
        version=str(info.get("version", "0")),
        name=class_name,
        env=env,
        base_url=base_url(tree, problems),
        user_agent=client.user_agent or f"{package}-python",
        versions=tuple(sorted({found[1] for path in mapping(tree.get("paths")) if (found := _VERSION.match(path))})),
        paths=tuple(sorted({one.partition("#")[0] for one in mapping(tree.get("paths")) if "{" not in one})),
        headers={str(FieldName.of(name)): sent for name, sent in client.headers.items()},
        errors=_errors(policy.errors),
        schemes=security.schemes(env),
        security=() if security.is_one_key else security.general,
    )
    missing = _missing(client.migration)
    aliases = tuple(map(MethodName.of, client.aliases))
    license = _license(client.license or string(mapping(info.get("license")).get("identifier")))
    whole = client.runtime == "whole"
    return Api(title, package, class_name, document.place("").file, profile, missing, aliases, license, whole)


def _license(text: str) -> str:
    """The text if it is an SPDX expression, which is printed at the head of each module."""
    return text if re.fullmatch(r"[\w.+() -]{1,200}", text, re.ASCII) else ""


def _missing(migration: Migration | None) -> dict[str, dict[str, str]]:
    """Return the replacements for names of another client, by these names joined with spaces."""
    found: dict[str, dict[str, str]] = {}
    if migration is None:
        return found
    if migration.names:
        found["package"] = {theirs: f"here it is {ours}" for theirs, ours in migration.names.items()}
    for place, cures in migration.missing.items():
        found[place] = found.get(place, {}) | {" ".join(one.names): one.write for one in cures}
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


def _errors(policy: ErrorsPolicy | None) -> ErrorCatalog:
    if policy is None:
        return ErrorCatalog()
    return ErrorCatalog(
        request_id=tuple(policy.request_id),
        shapes=tuple(ErrorShape(**_fields(one, ErrorShape)) for one in policy.shapes),
        codes={code: ErrorCode(**_fields(one, ErrorCode)) for code, one in policy.codes.items()},
    )


def _fields(part: msgspec.Struct, kind: type[msgspec.Struct]) -> dict[str, Any]:
    """What the runtime reads of a part; the rest is for readers of the document."""
    return {name: getattr(part, name) for name in kind.__struct_fields__}
