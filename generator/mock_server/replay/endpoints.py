"""Endpoints of the spec: found by method and path, with what the spec says about each."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, NamedTuple, cast
from urllib.parse import urlsplit

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from ...spec import read
from ...spec.operations import FORM, JSON, Operation, walk_operations
from ...spec.pointer import follow, mapping, sequence, string
from ...spec.schemas import properties_of, required_of

SPEC = Path(__file__).parents[3] / "spec" / "openapi.yaml"


class Endpoint:
    """A method and a path of the spec, with an operation and perhaps variants of it, and what the spec says of it."""

    def __init__(self, tree: dict[str, Any], found: Operation, variants: Iterable[str]) -> None:
        self.found = found
        self.node = node = found.node
        self.method = found.method.upper()
        self.operations = (found.id, *variants)  # the fixtures of each lie in a folder of its own
        self.secured = bool(node.get("security", tree.get("security")))
        self.task = mapping(node.get("x-task"))  # empty if it starts none
        fetch = mapping(self.task.get("fetch"))
        self.fetch, self.fetch_parameter = string(fetch.get("operation")), string(fetch.get("parameter"))
        self.returns = mapping(found.client.get("returns"))  # what chooses the variant of the response
        self.accept_decides = self.returns.get("by") == "accept" or self.task.get("status") == "http"
        # Endpoints that share the first segment of the path and the tags refuse in the same words,
        self.prefix = (found.path.split("/")[1], *sequence(node.get("tags")))
        # and those with the same schemas of their 200 can stand in for each other.
        self.result = {one.media_type: one.schema for one in found.results if one.status == "200"}
        contents = found.request_body.content if found.request_body else ()
        body = next((one for media in (FORM, JSON) for one in contents if one.media_type == media), None)
        self.media = body.media_type if body else None
        schema = mapping(body.schema if body else None)
        fields = properties_of(tree, schema).items()
        self.properties = {name: mapping(follow(tree, field)[1]) for name, field in fields}
        self.required = required_of(tree, schema)
        self._schema = {**schema, "components": tree.get("components", {})}

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Paths that mean it, with that of one of its own servers before them."""
        servers = map(mapping, sequence(self.found.path_item.get("servers")))
        paths = (urlsplit(string(one.get("url"))).path for one in servers)
        bases = "|".join(_as_pattern(path, named=False) for path in paths if path.strip("/"))
        return re.compile((f"(?:{bases})?" if bases else "") + _as_pattern(self.found.path, named=True))

    @cached_property
    def faults_of(self) -> Callable[[object], Iterable[ValidationError]]:
        """Return the places where a value does not fit the schema of the request body."""
        validator = Draft202012Validator(self._schema)
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
        self.all = [
            Endpoint(tree, one, (variant.id for variant in operations if variant.base is one))
            for one in operations
            if one.base is None
        ]
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
