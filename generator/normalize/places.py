"""The place of each operation in the client: a resource from its id, its tag or its path, and a method."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import chain, count

from ..spec import Operation
from ..spec.names import FunctionName, MethodName, words
from ..spec.pointer import string, strings
from .draft import Draft
from .words import is_parameter, segments, singular, without_version

# Attributes of every client: a resource at the top cannot have such a name.
CLIENT_OWN = frozenset([
    "aclose", "base_url", "close", "copy", "fetch", "get", "max_retries", "post", "request", "send", "send_raw",
    "timeout", "with_options",
])  # fmt: skip
# Verbs that are a good method by themselves, where the resource says what they are about.
VERBS = frozenset([
    "activate", "add", "approve", "archive", "cancel", "check", "clear", "copy", "count", "create", "delete", "disable",
    "download", "edit", "enable", "export", "fetch", "find", "generate", "get", "import", "insert", "list", "modify",
    "move", "patch", "post", "publish", "put", "query", "read", "refresh", "remove", "rename", "replace", "reset",
    "restart", "restore", "resume", "retrieve", "revoke", "run", "save", "search", "send", "set", "show", "start",
    "stop", "submit", "sync", "test", "update", "upload", "upsert", "validate", "verify", "view",
])  # fmt: skip
# Words before which a noun cannot be left out: `add_users_to_team`.
JOINING = frozenset(["and", "as", "at", "for", "from", "in", "into", "of", "on", "or", "to", "via"])
DEFAULT = "default"
Place = tuple[tuple[str, ...], str]


def places(draft: Draft) -> None:
    """Give every operation that has no `x-client` a resource and a method of its own."""
    operations = [one for one in draft.operations() if not one.base and not one.client.get("resource")]
    short = {one.pointer: _place(one) for one in operations}
    chosen = _chosen(operations, short)
    taken = {
        (tuple(string(one.client.get("resource")).split(".")), string(one.client.get("method")))
        for one in draft.operations()
        if one.client.get("resource")
    }
    resources = {place[0][:length] for place in (*short.values(), *taken) for length in range(1, len(place[0]) + 1)}
    for one in operations:
        resource, method = short[one.pointer]
        full = MethodName.of(one.id)
        choices = chain(
            [method] if one.pointer in chosen else [],
            (full, f"{one.method}_{full}"),
            (f"{full}_{number}" for number in count(2)),
        )
        method = next(new for new in choices if (resource, new) not in taken and (*resource, new) not in resources)
        taken.add((resource, method))
        client = draft.edit(one.pointer + "/x-client")
        client |= {"resource": ".".join(resource), "method": method}


def _chosen(operations: list[Operation], short: dict[str, Place]) -> set[str]:
    """The operations that get the short name of their method: of several, the only one that is about one object."""
    wanting: defaultdict[Place, list[Operation]] = defaultdict(list)
    for one in operations:
        wanting[short[one.pointer]].append(one)
    single = [[one for one in group if len(group) == 1 or one.path.endswith("}")] for group in wanting.values()]
    return {group[0].pointer for group in single if len(group) == 1}


def _place(operation: Operation) -> Place:
    """The resource of an operation, and the shortest good name of its method."""
    levels = without_version([one for one in re.split(r"[./:#]+", operation.id) if words(one)])
    levels = [one for one, before in zip(levels, ["", *levels], strict=False) if one != before]
    if len(levels) > 1 and not re.search(r"\s", operation.id):
        return _named(levels[:-1]), MethodName.of(levels[-1])
    tag = re.sub(
        r"(?<=\w)[-_ ]?controller\Z", "", next(iter(strings(operation.node.get("tags"))), ""), flags=re.IGNORECASE
    )
    resource = _named([tag or _of_path(operation.path)])
    return resource, MethodName.of("_".join(_method(FunctionName.of(operation.id).split("_"), resource[-1].split("_"))))


def _method(parts: list[str], own: list[str]) -> list[str]:
    """The words of a name without those of its resource: `find_by_status` for find_pets_by_status of pets."""
    verb, *rest = parts
    if _begins(parts, own):
        left = parts[len(own) :]
        return parts if not left or left[0] in {*JOINING, "by"} else left
    if verb in VERBS and _begins(rest, own):
        left = rest[len(own) :]
        return parts if left and left[0] in JOINING else [verb, *left]
    return parts


def _begins(parts: list[str], own: list[str]) -> bool:
    return [*map(singular, parts[: len(own)])] == [*map(singular, own)]


def _named(parts: list[str]) -> tuple[str, ...]:
    names = [str(MethodName.of(part)) for part in parts]
    return (f"{names[0]}_" if names[0] in CLIENT_OWN else names[0], *names[1:])


def _of_path(path: str) -> str:
    """The first segment of a path that says something."""
    return next((one for one in segments(path) if not is_parameter(one) and words(one)), DEFAULT)
