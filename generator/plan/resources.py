"""Resources: the tree behind `client.chat.completions.create(...)`."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
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
    tree = _Tree(operations, taken)
    _refuse_resuming(tree, operations, problems)
    return tree.children_of(())


class _Tree:
    """The resources of the operations, by their paths."""

    def __init__(self, operations: Sequence[Endpoint], taken: Collection[str]) -> None:
        self.below: defaultdict[Path, list[Endpoint]] = defaultdict(list)  # also those of resources within a resource
        for one in operations:
            for end in range(1, len(one.resource) + 1):
                self.below[one.resource[:end]].append(one)
        self.children: defaultdict[Path, list[Path]] = defaultdict(list)
        families: defaultdict[MethodName, list[Path]] = defaultdict(list)
        for path in sorted(self.below):
            self.children[path[:-1]].append(path)
            families[path[0]].append(path)
        reserved = {*taken, *_CLIENT_WORDS}
        self.names = {path: name for family in families.values() for path, name in _class_names(family, reserved)}
        self.resumed = {path: _resumed(self.methods(path)) for path in self.below}
        self.of_section = Counter(one.section for one in operations)

    def methods(self, path: Path) -> tuple[Endpoint, ...]:
        """The operations of a resource itself."""
        return tuple(one for one in self.below[path] if one.resource == path)

    def children_of(self, path: Path) -> tuple[Resource, ...]:
        """The resources within one."""
        return tuple(
            Resource(one, self.names[one], self.text(one), self.methods(one), self.resumed[one], self.children_of(one))
            for one in self.children[path]
        )

    def text(self, path: Path) -> str:
        """The description of a resource: its section's, or the summary of its only method."""
        below = self.below[path]
        section = below[0].section
        if len(path) == 1 and sum(one.section == section for one in below) == self.of_section[section]:
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


def _class_names(family: Sequence[Path], reserved: Collection[str]) -> Iterator[tuple[Path, ClassName]]:
    """The classes of one module: each resource by its own name, numbered where several have the same."""
    # By depth, so that the resource at the top keeps its name.
    wanted = {f"{len(path)} {'.'.join(path)}": _class_name(path, reserved) for path in family}
    named = unique(wanted)
    return ((path, named[f"{len(path)} {'.'.join(path)}"]) for path in family)


def _class_name(path: Path, reserved: Collection[str]) -> ClassName:
    name = ClassName.of(ClassName.styled(words(path[-1])))
    return name if {name, f"Async{name}"}.isdisjoint(reserved) else ClassName(f"{name}Resource")


def placed(operations: Sequence[Endpoint], problems: Collector) -> tuple[Endpoint, ...]:
    """The operations, each with a method of the client to itself: another name for one that is taken."""
    found: list[Endpoint] = []
    numbers: dict[Path, int] = {}  # by the method that was wanted: the last number that it was given
    taken = {one.resource[:length] for one in operations for length in range(len(one.resource) + 1)}
    for one in operations:
        resource = one.resource
        if resource[0] in CLIENT_OWN:
            resource = (MethodName(f"{resource[0]}_"), *resource[1:])
            _tell(one, f"the name client.{one.resource[0]} is reserved for the client itself", resource[0], problems)
        verb, number = one.verb, numbers.get((*resource, one.verb), 1)
        while (*resource, verb) in taken:
            number += 1
            verb = one.verb.numbered(number)
        numbers[(*resource, one.verb)] = number
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


def _refuse_resuming(tree: _Tree, operations: Sequence[Endpoint], problems: Collector) -> None:
    for one in operations:
        if one.verb in {other.name for other in tree.resumed[one.resource]}:
            what = f"the name client.{'.'.join((*one.resource, one.verb))} is reserved for resuming tasks"
            problems.add(one.prose.pointer, what, "use another method name", code="names")
