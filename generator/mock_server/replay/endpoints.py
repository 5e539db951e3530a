"""Endpoints of the spec: found by method and path, with what the spec says about each."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, NamedTuple, cast
from urllib.parse import urlsplit

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from ...spec import read
from ...spec.operations import FORM, JSON, Content, Operation, walk_operations
from ...spec.pointer import follow, mapping, sequence, string
from ...spec.schemas import properties_of, required_of

SPEC = Path(__file__).parents[3] / "spec" / "openapi.yaml"


@dataclass(frozen=True, eq=False)
class Endpoint:
    """A method and a path of the spec, with an operation and perhaps variants of it."""

    tree: dict[str, Any] = field(repr=False)
    found: Operation = field(repr=False)
    variants: tuple[str, ...] = ()

    @cached_property
    def operations(self) -> tuple[str, ...]:
        """The id of the operation, and those of its variants: their fixtures lie in folders of their own."""
        return (self.found.id, *self.variants)

    @property
    def node(self) -> dict[str, Any]:
        """The operation as the spec writes it."""
        return self.found.node

    @property
    def method(self) -> str:
        """In upper case."""
        return self.found.method.upper()

    @property
    def task(self) -> dict[str, Any]:
        """`x-task`: how the work that it starts is followed; empty if it starts none."""
        return mapping(self.node.get("x-task"))

    @property
    def fetch(self) -> str:
        """The operation that fetches a task that this endpoint starts."""
        return string(mapping(self.task.get("fetch")).get("operation"))

    @property
    def fetch_parameter(self) -> str:
        """The parameter of that operation that takes the id."""
        return string(mapping(self.task.get("fetch")).get("parameter"))

    @property
    def secured(self) -> bool:
        """Whether it asks for a key."""
        return bool(self.node.get("security", self.tree.get("security")))

    @property
    def returns(self) -> dict[str, Any]:
        """`x-client.returns`: what chooses the variant of the response."""
        return mapping(self.found.client.get("returns"))

    @property
    def accept_decides(self) -> bool:
        """Whether the header Accept chooses between responses."""
        return self.returns.get("by") == "accept" or self.task.get("status") == "http"

    @property
    def prefix(self) -> tuple[object, ...]:
        """The first segment of the path and the tags: endpoints that share them refuse in the same words."""
        return (self.found.path.split("/")[1], *sequence(self.node.get("tags")))

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Paths that mean it, with that of one of its own servers before them."""
        servers = map(mapping, sequence(self.found.path_item.get("servers")))
        paths = (urlsplit(string(one.get("url"))).path for one in servers)
        bases = "|".join(_as_pattern(path, named=False) for path in paths if path.strip("/"))
        return re.compile((f"(?:{bases})?" if bases else "") + _as_pattern(self.found.path, named=True))

    @cached_property
    def body(self) -> Content | None:
        """The request body that is JSON or a form; None if there is none."""
        contents = self.found.request_body.content if self.found.request_body else ()
        return next((one for media in (FORM, JSON) for one in contents if one.media_type == media), None)

    @property
    def media(self) -> str | None:
        """The media type of the request body; None if there is none."""
        return self.body.media_type if self.body else None

    @property
    def schema(self) -> dict[str, Any]:
        """The schema of the request body; empty if there is none."""
        return mapping(self.body.schema if self.body else None)

    @cached_property
    def properties(self) -> dict[str, Any]:
        """The fields of the request body, references followed."""
        return {
            name: mapping(follow(self.tree, node)[1]) for name, node in properties_of(self.tree, self.schema).items()
        }

    @cached_property
    def required(self) -> set[str]:
        """The fields that the request body must have."""
        return required_of(self.tree, self.schema)

    @cached_property
    def result(self) -> dict[str, Any]:
        """The schemas of its 200, by media type: endpoints with the same ones can stand in for each other."""
        return {one.media_type: one.schema for one in self.found.results if one.status == "200"}

    @cached_property
    def faults_of(self) -> Callable[[object], Iterable[ValidationError]]:
        """Where a value does not fit the schema of the request body."""
        validator = Draft202012Validator({**self.schema, "components": self.tree.get("components", {})})
        return cast("Callable[[object], Iterable[ValidationError]]", validator.iter_errors)  # pyright: ignore[reportUnknownMemberType]


class Route(NamedTuple):
    """An endpoint, and the parameters that a path has for it."""

    endpoint: Endpoint
    values: Mapping[str, str]


class Endpoints:
    """All endpoints of a document."""

    def __init__(self, tree: dict[str, Any]) -> None:
        self.client = mapping(tree.get("x-client"))
        operations = list(walk_operations(tree))
        variants = {
            base.pointer: tuple(one.id for one in operations if one.base is base)
            for base in operations
            if base.base is None
        }
        self.all = [Endpoint(tree, one, variants[one.pointer]) for one in operations if one.base is None]
        self._plain = {(one.method, one.found.path): Route(one, {}) for one in self.all if "{" not in one.found.path}
        self._with_parameters = [
            one for one in self.all if "{" in one.found.path or sequence(one.found.path_item.get("servers"))
        ]
        self._by_operation = {operation: one for one in self.all for operation in one.operations}

    def find(self, method: str, path: str) -> Route | None:
        """The endpoint of a decoded path; None where there is none."""
        if route := self._plain.get((method, path)):
            return route
        for endpoint in self._with_parameters:
            if endpoint.method == method and (fits := endpoint.pattern.fullmatch(path)):
                return Route(endpoint, fits.groupdict())
        return None

    def of(self, operation: str) -> Endpoint | None:
        """The endpoint of an operation or a variant."""
        return self._by_operation.get(operation)

    def like(self, endpoint: Endpoint) -> Iterable[Endpoint]:
        """The other endpoints with the same 200, or with the same prefix."""
        others = [one for one in self.all if one is not endpoint]
        yield from (one for one in others if one.result == endpoint.result)
        yield from (one for one in others if one.result != endpoint.result and one.prefix == endpoint.prefix)


@lru_cache(maxsize=4)
def endpoints_of(spec: Path) -> Endpoints:
    """The endpoints of a spec. DiagnosticsError when it cannot be read."""
    return Endpoints(read(spec).tree)


def _as_pattern(path: str, *, named: bool) -> str:
    parts = re.split(r"\{(\w+)\}", path)
    group = "(?P<{}>[^/]+)" if named else "[^/]+"
    return "".join(group.format(part) if index % 2 else re.escape(part) for index, part in enumerate(parts))
