"""operationIds: made of method and path where they are missing, told apart where they are doubled, shortened."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import chain, count

from ..spec import Operation
from ..spec.names import words
from ..spec.operations import METHODS, Content
from ..spec.pointer import mapping, resolve, string
from ..spec.schemas import properties_of, types_of
from .draft import Draft
from .words import is_parameter, is_plural, noun, segments, singular

LISTS = ("data", "items", "results", "values", "records", "entries", "objects")
VERBS = {"put": "replace", "patch": "update", "delete": "delete"}
_USING = re.compile(r"Using(GET|POST|PUT|DELETE|PATCH|HEAD|OPTIONS)(_[0-9]+)?\Z")
_CONTROLLER = re.compile(r"(?<=[a-z0-9])_?Controller(?=[_.#:/-])")
# Ends of paths that are verbs: `POST /batches/{id}/cancel`.
ACTIONS = frozenset([
    "activate", "approve", "archive", "cancel", "clear", "disable", "download", "enable", "export", "generate",
    "import", "publish", "query", "refresh", "reset", "restart", "restore", "resume", "retry", "revoke", "search",
    "send", "start", "submit", "sync", "upload", "validate", "verify",
])  # fmt: skip
READING = frozenset(["download", "export", "query", "search"])
_NOISE = re.compile(r"api|rest|by|and|v[0-9]+")


def operation_ids(draft: Draft) -> None:
    """Give every operation an operationId of its own that can be read."""
    operations = draft.operations()
    named = _given(draft, [one for one in operations if string(one.node.get("operationId")) and not _is_made(one)])
    named |= _made(draft, [one for one in operations if one.pointer not in named and not one.base], {*named.values()})
    for operation in operations:
        if not operation.base and named[operation.pointer] != operation.node.get("operationId"):
            draft.edit(operation.pointer)["operationId"] = named[operation.pointer]


def _given(draft: Draft, operations: list[Operation]) -> dict[str, str]:
    """The ids that the document has, by pointer: without path and method at their end, and each used once."""
    short = {one.pointer: _shortened(one) for one in operations}
    counts = Counter(short.values())
    named: dict[str, str] = {}
    first: dict[str, str] = {}
    taken = {one.id for one in operations}
    # Sorted by path, not by file order: moving an operation must not rename it.
    for one in sorted(operations, key=lambda one: (one.path, METHODS.index(one.method))):
        name = short[one.pointer]
        if name != one.id and counts[name] > 1:
            name = "_".join([name, *noun(one.path)])
            name = one.id if name in taken else name
        if name in first:
            free = next(new for new in _alternatives(one, name) if new not in first and new not in taken)
            place = draft.document.place(first[name])
            message = f"operationId {name!r} is used twice (first at {place}): this one is called {free!r}"
            draft.warn(one.pointer, message, "rename one of them", "operation-ids")
            name = free
        first[name], named[one.pointer] = one.pointer, name
    return named


def _shortened(operation: Operation) -> str:
    """The id without what frameworks add: path and method (FastAPI), `Controller` (NestJS), `UsingGET` (Springfox)."""
    suffix = re.sub(r"\W", "_", f"_{operation.path}_{operation.method}"[1:])
    name = _USING.sub("", operation.id.removesuffix(suffix))
    return _CONTROLLER.sub("", name) or operation.id


def _is_made(operation: Operation) -> bool:
    """True for an id that a tool has made of path and method: `get-api-v1-users-id` says less than a name made here."""
    if operation.base:
        return False
    given, path = _words(operation.id), _words(operation.path)
    said = [word for word in given if not _NOISE.fullmatch(word)]
    known = [word for word in path if not _NOISE.fullmatch(word)]
    in_braces = {word for one in re.findall(r"\{([^{}]*)\}", operation.path) for word in _words(one)}
    is_long = len(said) < len(given) or not in_braces.isdisjoint(said)
    return bool(known) and is_long and said in ([operation.method, *known], [*known, operation.method])


def _words(text: str) -> list[str]:
    return [word.lower() for word in words(text)]


def _alternatives(operation: Operation, name: str) -> Iterator[str]:
    yield f"{name}_{operation.method}"
    yield "_".join([name, *noun(operation.path)])
    yield from (f"{name}_{number}" for number in count(2))


def _made(draft: Draft, operations: list[Operation], taken: set[str]) -> dict[str, str]:
    """Names for the operations without an id, by pointer; the shortest path has the first choice."""
    named: dict[str, str] = {}
    wanted = {one.pointer: _readable(draft, one) for one in operations}
    by_name: defaultdict[str, list[Operation]] = defaultdict(list)
    for one in operations:
        by_name[wanted[one.pointer]].append(one)
    for name in sorted(by_name):
        for one in sorted(by_name[name], key=lambda one: (len(one.path), one.path, one.method)):
            long = "_".join([name, "by", *(word for part in _parameters(one.path) for word in words(part))]).lower()
            choices = [name, *([long] if _parameters(one.path) else [])]
            free = next(new for new in chain(choices, _alternatives(one, name)) if new not in taken)
            taken.add(free)
            named[one.pointer] = free
    return named


def _readable(draft: Draft, operation: Operation) -> str:
    """A verb and what it is about: `list_users`, `retrieve_user`, `create_user`."""
    about = noun(operation.path) or ["root"]
    parts = segments(operation.path)
    collection = not (parts and is_parameter(parts[-1]))
    verb = VERBS.get(operation.method, operation.method)
    if len(about) > 1 and about[-1] in {"get": READING, "post": ACTIONS, "put": ACTIONS}.get(operation.method, ()):
        verb, about = about[-1], about[:-1]
    elif operation.method == "get":
        verb = "list" if collection and _returns_list(draft, operation, about[-1]) else "retrieve"
    elif operation.method == "post" and collection and is_plural(about[-1]):
        verb, about = "create", [*about[:-1], singular(about[-1])]
    return "_".join([verb, *about])


def _returns_list(draft: Draft, operation: Operation, word: str) -> bool:
    """True if a success is a list, or an object that holds one."""
    return any(_is_list(draft, content, word) for content in operation.json_results())


def _is_list(draft: Draft, content: Content, word: str) -> bool:
    if types_of(draft.tree, content.schema) == ["array"]:
        return True
    fields = properties_of(draft.tree, content.schema)
    lists = [name for name in (*LISTS, word) if "items" in mapping(resolve(draft.tree, fields.get(name)))]
    return bool(lists)


def _parameters(path: str) -> list[str]:
    return [part[1:-1] for part in segments(path) if is_parameter(part)]
