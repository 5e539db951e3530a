"""Resources: the tree behind `client.chat.completions.create(...)`."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

import msgspec

from ..diagnostics import Collector
from ..spec.names import ClassName, MethodName, unique, words
from .ir import Endpoint, Resource, Resumed

Path = tuple[MethodName, ...]

# Names that the module of the clients uses beside the resources.
_CLIENT_WORDS = frozenset(["AsyncClient", "SyncClient"])

# Attributes of every client: a resource of such a name would hide one.
CLIENT_OWN = frozenset(
    [
        "aclose", "api_key", "base_url", "close", "copy", "fetch", "get", "max_retries", "post", "request", "send",
        "send_raw", "timeout", "with_options", "with_raw_response", "with_streaming_response",
    ]
)  # fmt: skip


def resources_of(operations: Sequence[Endpoint], taken: Collection[str], problems: Collector) -> tuple[Resource, ...]:
    """The top-level resources, sorted by name, with their children; `taken` are names of other classes."""
    paths = {operation.resource[:length] for operation in operations for length in range(len(operation.resource) + 1)}
    _refuse_resuming(operations, problems)
    return _below((), sorted(paths), operations, taken)


def _below(
    path: Path, paths: Sequence[Path], operations: Sequence[Endpoint], taken: Collection[str]
) -> tuple[Resource, ...]:
    return tuple(
        Resource(
            path=one,
            name=_class_names(one[0], paths, taken)[one],
            text=_text(one, operations),
            methods=(own := tuple(operation for operation in operations if operation.resource == one)),
            resumed=_resumed(own),
            children=_below(one, paths, operations, taken),
        )
        for one in paths
        if one[:-1] == path and one
    )


def _text(path: Path, operations: Sequence[Endpoint]) -> str:
    """The description of a resource: its section's, or the summary of its only method."""
    below = [one for one in operations if one.resource[: len(path)] == path]
    section = below[0].section
    if len(path) == 1 and all(one in below for one in operations if one.section == section):
        return section
    if len(below) == 1:
        return below[0].summary
    return section if len(path) == 1 else ""


def _resumed(methods: Sequence[Endpoint]) -> tuple[Resumed, ...]:
    """A method for each kind of task that the methods start; `resume` if there is one kind."""
    kinds = {(one.task.polling.fetch, one.task.result): one for one in reversed(methods) if one.task}
    if len(kinds) == 1:
        return tuple(Resumed(MethodName("resume"), one) for one in kinds.values())
    return tuple(Resumed(MethodName(f"resume_{one.verb}"), one) for one in reversed(kinds.values()))


def _class_names(root: MethodName, paths: Sequence[Path], taken: Collection[str]) -> dict[Path, ClassName]:
    """The classes of one module: each resource by its own name, numbered where several have the same."""
    family = {".".join(path): path for path in paths if path[:1] == (root,)}
    # By depth, so that the resource at the top keeps its name.
    wanted = {f"{len(path)} {key}": _class_name(path, taken) for key, path in family.items()}
    named = unique(wanted)
    return {path: named[f"{len(path)} {key}"] for key, path in family.items()}


def _class_name(path: Path, taken: Collection[str]) -> ClassName:
    name = ClassName.of(ClassName.styled(words(path[-1])))
    return ClassName(f"{name}Resource") if {name, f"Async{name}"} & {*taken, *_CLIENT_WORDS} else name


def placed(operations: Sequence[Endpoint], problems: Collector) -> tuple[Endpoint, ...]:
    """The operations, each with a method of the client to itself: another name for one that is taken."""
    found: list[Endpoint] = []
    taken = {one.resource[:length] for one in operations for length in range(len(one.resource) + 1)}
    for one in operations:
        resource = one.resource
        if resource[0] in CLIENT_OWN:
            resource = (MethodName(f"{resource[0]}_"), *resource[1:])
            _tell(one, f"the name client.{one.resource[0]} is reserved for the client itself", resource[0], problems)
        verb, number = one.verb, 1
        while (*resource, verb) in taken:
            number += 1
            verb = one.verb.numbered(number)
        if verb != one.verb:
            what = f"another method or resource is client.{'.'.join((*resource, one.verb))}"
            _tell(one, what, ".".join((*resource, verb)), problems)
        taken |= {(*resource, verb), *(resource[:length] for length in range(len(resource) + 1))}
        name = ".".join((*resource, verb))
        operation = msgspec.structs.replace(one.operation, name=name)
        found.append(replace(one, resource=resource, verb=verb, operation=operation))
    return tuple(found)


def _tell(one: Endpoint, what: str, name: str, problems: Collector) -> None:
    problems.unsupported(one.prose.pointer, what, f"it is client.{name}", "use another resource or method", "names")


def _refuse_resuming(operations: Sequence[Endpoint], problems: Collector) -> None:
    for one in operations:
        resumed = _resumed([other for other in operations if other.resource == one.resource])
        if one.verb in {other.name for other in resumed}:
            what = f"the name client.{'.'.join((*one.resource, one.verb))} is reserved for resuming tasks"
            problems.add(one.prose.pointer, what, "use another method name", code="names")
