"""The index of fixtures: by what was requested, by name, and by what a request has in common with them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import cached_property
from urllib.parse import unquote

from ..http import multipart
from ..simulate.auth import standing
from .endpoints import Endpoint, Endpoints, Route
from .fixtures import ERAS, NO_JSON, Fixture, Header, Request, by_era
from .traits import kind_of

# Headers that say nothing about which recording is meant.
_ORDINARY = {
    "accept", "accept-encoding", "authorization", "connection", "content-length", "content-type", "host",
    "transfer-encoding", "user-agent",
}  # fmt: skip

# Refusals that come before any handler, and so are the same for every operation.
EVERYWHERE = {
    "no-key", "wrong-key", "key-spent", "key-banned", "key-disabled", "no-quota", "no-content-type",
    "content-type-text", "empty-body", "invalid-json", "json-array", "missing-model", "model-null", "model-number",
    "unknown-model",
}  # fmt: skip

# Where several recordings fit, the plainest is played; others show the key in another form, say.
_PLAIN = ("minimal", "success", "all", "known", "full", "wrong-key", "unknown-id", "unknown")


class FixtureIndex:
    """All fixtures that a mock server has."""

    def __init__(self, fixtures: Iterable[Fixture], endpoints: Endpoints) -> None:
        self.fixtures = by_era(fixtures)
        self._endpoints = endpoints
        self._by_request: dict[tuple[object, ...], list[Fixture]] = {}
        self._by_name: dict[tuple[str, str], Fixture] = {}
        self._by_operation: dict[str, list[Fixture]] = {}
        for fixture in self.fixtures:
            self._by_request.setdefault(self._key(fixture.request), []).append(fixture)
            self._by_name.setdefault((fixture.operation, fixture.case), fixture)
            self._by_operation.setdefault(fixture.operation, []).append(fixture)

    def match(self, request: Request) -> Fixture | None:
        """The fixture of exactly this request; of several the one that tells most about it, then the spec's era."""
        fitting = [fixture for fixture in self._by_request.get(self._key(request), ()) if _fits(fixture, request)]
        return min(fitting, key=lambda one: (-len(telling_headers(one)), *rank(one)), default=None)

    def of(self, endpoint: Endpoint) -> Iterator[Fixture]:
        """The fixtures that call an endpoint, its variants included."""
        for operation in endpoint.operations:
            for fixture in self._by_operation.get(operation, ()):
                if endpoint.method == fixture.request.method and self.route(fixture.request, endpoint):
                    yield fixture

    def named(self, operation: str, *cases: str) -> Fixture | None:
        """The first of these cases that the operation has."""
        return next((found for case in cases if (found := self._by_name.get((operation, case)))), None)

    def refusal(self, endpoint: Endpoint, *cases: str) -> Fixture | None:
        """The first of these cases that the endpoint has, else a refusal that is the same everywhere."""
        own = (self.named(operation, *cases) for operation in endpoint.operations)
        shared = EVERYWHERE.intersection(cases)
        refusals = (one for one in self.fixtures if one.response.status >= 400 and one.case in shared)
        return next((found for found in own if found), None) or next(refusals, None)

    def route(self, request: Request, endpoint: Endpoint | None = None) -> Route | None:
        """The endpoint of a request; with one given, that one or none."""
        found = self._endpoints.find(request.method, decoded_path(request))
        return found if endpoint is None or (found and found.endpoint is endpoint) else None

    @cached_property
    def models(self) -> frozenset[str]:
        """The models that are served: those listed, and those of which a recording has a result."""
        found: set[str] = set()
        for request, response in ((one.request, one.response) for one in self.fixtures):
            if response.status == 200 and request.method == "POST" and kind_of(request) == "object":
                found.add(str(request.json.get("model")))
            elif b'"object":"model"' in response.body:
                found |= {str(one["id"]) for one in json.loads(response.body).get("data", ())}
        return frozenset(found)

    def _key(self, request: Request) -> tuple[object, ...]:
        """Equal for requests that nothing tells apart but headers."""
        path, _, query = request.target.partition("?")
        body: object = request.body if request.form is None else multipart.alike(request.form)
        if request.form is None and (value := request.json) is not NO_JSON:
            body = json.dumps(value, sort_keys=True)  # key order and spacing do not count, 1 and 1.0 differ
        return (
            request.method, path, tuple(sorted(query.split("&"))), standing(request), self._accept(request),
            request.media_type, body,
        )  # fmt: skip

    def _accept(self, request: Request) -> str | None:
        """Accept, where it decides; on what starts a task JSON is the same as nothing."""
        route = self.route(request)
        accept = request.header("accept") if route and route.endpoint.accept_decides else None
        return None if route and route.endpoint.task and accept == "application/json" else accept


def rank(fixture: Fixture) -> tuple[object, ...]:
    """The order of fixtures that fit alike: the spec's era first, then the plainest case."""
    plain = _PLAIN.index(fixture.case) if fixture.case in _PLAIN else len(_PLAIN)
    return ERAS.index(fixture.era), plain, fixture.case


def telling_headers(fixture: Fixture) -> list[Header]:
    """The headers of a fixture's request that say something of their own."""
    return [(name, text) for name, text in fixture.request.headers if name.lower() not in _ORDINARY]


def decoded_path(request: Request) -> str:
    """The path of a request, decoded, without its query."""
    return unquote(request.target.partition("?")[0])


def _fits(fixture: Fixture, request: Request) -> bool:
    return all(request.header(name) == text for name, text in telling_headers(fixture))
