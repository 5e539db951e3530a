"""The endpoints that the spec describes: which of them a method and a path mean, and what it says about each."""

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
from ...spec.pointer import follow, mapping, sequence, string
from ...spec.walk import Operation, operations_of, properties_of, required_of

SPEC = Path(__file__).parents[3] / "spec" / "openapi.yaml"
JSON, FORM = "application/json", "multipart/form-data"


@dataclass(frozen=True, eq=False)
class Endpoint:
    """A method and a path. `operations` are the ids of the operation and of its variants."""

    tree: dict[str, Any] = field(repr=False)
    found: Operation = field(repr=False)

    @cached_property
    def operations(self) -> tuple[str, ...]:
        """The id of the operation, and those of its variants: their fixtures lie in folders of their own."""
        variants = (string(mapping(one).get("operationId")) for one in sequence(self.node.get("x-variants")))
        return (self.found.id, *variants)

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
        """The first segment of the path and the tags: who answers for it, and refuses in the same words."""
        return (self.found.path.split("/")[1], *sequence(self.node.get("tags")))

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Paths that mean it, with that of one of its own servers before them."""
        servers = (urlsplit(string(mapping(one).get("url"))).path for one in sequence(self.found.item.get("servers")))
        bases = "|".join(_as_pattern(path, named=False) for path in servers if path.strip("/"))
        return re.compile((f"(?:{bases})?" if bases else "") + _as_pattern(self.found.path, named=True))

    @cached_property
    def media(self) -> str | None:
        """JSON or FORM, by what the request body may be; None if there is none."""
        return next((media for media in (FORM, JSON) if media in self._content), None)

    @cached_property
    def schema(self) -> dict[str, Any]:
        """The schema of the request body; empty if there is none."""
        return mapping(mapping(self._content.get(self.media)).get("schema"))

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
    def result(self) -> object:
        """The content of its 200, for comparing: endpoints with the same content can stand in for each other."""
        response = mapping(follow(self.tree, mapping(self.node.get("responses")).get("200"))[1])
        return response.get("content")

    @cached_property
    def faults_of(self) -> Callable[[object], Iterable[ValidationError]]:
        """Where a value does not fit the schema of the request body."""
        validator = Draft202012Validator({**self.schema, "components": self.tree.get("components", {})})
        return cast("Callable[[object], Iterable[ValidationError]]", validator.iter_errors)  # pyright: ignore[reportUnknownMemberType]

    @cached_property
    def _content(self) -> dict[str | None, Any]:
        body = mapping(follow(self.tree, self.node.get("requestBody"))[1])
        return {media.partition(";")[0].strip(): node for media, node in mapping(body.get("content")).items()}


class Route(NamedTuple):
    """An endpoint, and the parameters that a path has for it."""

    endpoint: Endpoint
    values: Mapping[str, str]


class Endpoints:
    """All endpoints of a document."""

    def __init__(self, tree: dict[str, Any]) -> None:
        self.all = [Endpoint(tree, operation) for operation in operations_of(tree)]
        self._plain = {(one.method, one.found.path): Route(one, {}) for one in self.all if "{" not in one.found.path}
        self._with_parameters = [
            one for one in self.all if "{" in one.found.path or sequence(one.found.item.get("servers"))
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
