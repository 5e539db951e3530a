"""Parts of the runtime that only some APIs need."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from .leave_out import imported

TOOLS = "runtime/vendor/"
"""Modules of this folder are for the distribution itself: nothing that a copy does imports them."""


class Feature(NamedTuple):
    """The modules of a feature, by the beginnings of their paths, and what other modules have for it alone."""

    modules: tuple[str, ...]
    errors: tuple[str, ...] = ()
    methods: tuple[str, ...] = ()  # of the clients


# A module that belongs to two is needed where both are.
FEATURES = {
    "tasks": Feature(
        ("runtime/polling/", "runtime/operation/polling_spec.py"), ("TaskFailed", "TaskTimeout", "TaskWaiting")
    ),
    "streams": Feature(("runtime/streaming/", "runtime/operation/stream_spec.py"), ("StreamFailed", "StreamTruncated")),
    "outputs that are parsed": Feature(
        (
            "runtime/encoding/json_schema.py",
            "runtime/operation/parsing",
            "runtime/response/parsed.py",
            "runtime/streaming/output_events.py",
            "runtime/streaming/parsed_",
            "runtime/streaming/partial_json.py",
        ),
        ("ContentFilterFinishReasonError", "LengthFinishReasonError"),
    ),
    "lists in pages": Feature(
        ("runtime/client/paginator.py", "runtime/operation/page_request.py", "runtime/operation/pagination_spec.py")
    ),
    "files": Feature(
        (
            "runtime/files/",
            "runtime/http/private_hosts.py",
            "runtime/transport/aiohttp_resolver.py",
            "runtime/transport/httpx2_other_hosts.py",
            "runtime/transport/public_hosts.py",
        ),
        methods=("fetch",),
    ),
    "models of files": Feature(("runtime/files/file_model.py",)),
    "uploads": Feature(("runtime/encoding/multipart",)),
    "bodies of other forms": Feature(("runtime/encoding/bodies.py",)),
    "parameters of other forms": Feature(("runtime/encoding/styles.py",)),
    "credentials beside a key": Feature(("runtime/credentials.py",)),
}


def unneeded(used: Iterable[str], files: Mapping[str, str]) -> set[str]:
    """The features of which no module is used, where these modules are, nor by those of a feature that is needed.

    A module needs those that it imports at once. An import in a function is for another case: it may not come.
    """
    used, left = set(used), set(FEATURES)
    while needed := {name for name in left if any(path.startswith(FEATURES[name].modules) for path in used)}:
        left -= needed
        beginnings = tuple(one for name in needed for one in FEATURES[name].modules)
        kept = [path for path in files if path.startswith(beginnings) and path not in modules_of(left, files)]
        used |= {other for path in kept for other, _ in imported(path, files[path], files, at_once=True)}
    return left


def modules_of(features: Collection[str], paths: Iterable[str]) -> dict[str, str]:
    """The modules that belong to some features, each with the feature."""
    found = ((path, name) for path in paths for name in FEATURES if name in features)
    return {path: name for path, name in found if path.startswith(FEATURES[name].modules)}


def errors_of(features: Iterable[str]) -> set[str]:
    """The public errors that only some features raise."""
    return {error for name in features for error in FEATURES[name].errors}


def methods_of(features: Iterable[str]) -> set[str]:
    """The methods of clients that only some features have."""
    return {method for name in features for method in FEATURES[name].methods}
