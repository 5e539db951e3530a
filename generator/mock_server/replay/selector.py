"""Requests to responses: the recorded one where there is one, else the one of the nearest fixture."""

from __future__ import annotations

import mimetypes
import re
from collections.abc import Iterable
from typing import NamedTuple

from ...spec.pointer import mapping, sequence
from ..simulate import synthetic
from ..simulate.adapt import adapted
from ..simulate.auth import REFUSALS, is_accepted, standing
from ..simulate.tasks import Tasks
from .endpoints import Endpoint, Endpoints, Route
from .fixtures import Fixture, Request, Response
from .index import FixtureIndex, decoded_path, rank
from .nearest import NearestFixture
from .traits import fields_of

_FILES = "/cdn/"  # below it lie the files that recorded responses point to

# Routes that the service has and the spec has not: nothing is behind them.
_UNIMPLEMENTED = re.compile(
    r"(?:GET|DELETE) /v1/files(?:/[^/]+(?:/content)?)?"
    r"|(?:GET|POST) /v1/fine_tuning/jobs(?:/[^/]+(?:/cancel|/events)?)?"
    r"|DELETE /v1/models/[^/]+"
)


class Choice(NamedTuple):
    """A response, and the name of the fixture that it is or was made from."""

    name: str
    response: Response


class ResponseSelector:
    """Picks the response to a request, in the service's own order: path, key, model, body."""

    def __init__(self, fixtures: Iterable[Fixture], endpoints: Endpoints, polls: int | None = None) -> None:
        self._endpoints = endpoints
        self._index = FixtureIndex(fixtures, endpoints)
        self._tasks = Tasks(self._index, endpoints, polls)
        self._nearest = NearestFixture(self._index, endpoints, self._tasks)

    def select(self, request: Request) -> Choice:
        """The recorded response to exactly this request, else what the service would sensibly send."""
        origin, host = request.header("origin"), request.header("host")
        if request.method == "OPTIONS" and origin and request.header("access-control-request-method"):
            return Choice("preflight", synthetic.preflight(request, origin))
        name, response = self._select(request)
        if host and host != "GATEWAY":
            response = synthetic.with_own_addresses(response, host)
        if origin and response.status not in (301, 307):
            response = synthetic.with_cors(response, origin)
        return Choice(name, response)

    def _select(self, request: Request) -> Choice:
        route = self._index.route(request)
        if matched := self._index.match(request):
            return self._play(route, request, matched) if route else Choice(matched.name, matched.response)
        if route is None:
            return self._unrouted(request)
        if refused := self._refused(route.endpoint, request):
            return refused
        if fetched := self._tasks.fetch(route, request):
            return Choice(*fetched)
        if (nearest := self._nearest.find(route, request)) is None:
            return _missing(route.endpoint)
        return self._listed(route, request, nearest) or self._play(route, request, nearest)

    def _unrouted(self, request: Request) -> Choice:
        path = decoded_path(request)
        if path.endswith("/") and self._endpoints.find(request.method, path.rstrip("/")):
            return Choice("redirect", synthetic.redirect(request))
        if _UNIMPLEMENTED.fullmatch(f"{request.method} {path}") and (files := self._endpoints.of("createFile")):
            case = "list-with-model" if mapping(request.json).get("model") else "list"
            return self._refused(files, request) or self._named(files, case)
        media_type = mimetypes.guess_type(path)[0]
        if request.method == "GET" and path.startswith(_FILES) and (file := self._file(media_type)):
            return Choice(file.name, synthetic.respond(200, file.response.body, ("Content-Type", str(media_type))))
        return Choice("not found", synthetic.not_found(request))

    def _file(self, media_type: str | None) -> Fixture | None:
        """A recorded picture or film of this type."""
        found = (one for one in self._index.fixtures if one.response.status == 200 and one.response.ended == "complete")
        return min(
            (one for one in found if ("Content-Type", media_type) in one.response.headers), key=rank, default=None
        )

    def _play(self, route: Route, request: Request, fixture: Fixture) -> Choice:
        """A fixture's response, adapted to the request; what starts a task does so under an id of its own."""
        response, recorded = fixture.response, self._index.route(fixture.request)
        same = fixture.request.target == request.target and fixture.request.body == request.body
        if recorded and not same:
            picture = self._file("image/png")
            old, new = fields_of(recorded, fixture.request), fields_of(route, request)
            response = adapted(fixture, old, request, new, picture.response.body if picture else None)
        if route.endpoint.task and not fixture.response.failed:
            triggers = self._nearest.traits(route, request).triggers
            response = self._tasks.begin(route, request, fixture, triggers)
        return Choice(fixture.name, response)

    def _listed(self, route: Route, request: Request, nearest: Fixture) -> Choice | None:
        """The tasks whose ids a request lists, where the result is a list of what a fetch returns."""
        items = [mapping(schema).get("items") for schema in route.endpoint.result.values()]
        fetches = [one for one in map(self._endpoints.of, self._tasks.starts_of) if one]
        schemas = [schema for one in fetches for schema in one.result.values()]
        lists = [ids for one in fields_of(route, request).values() if (ids := sequence(one))]
        if nearest.response.failed or not any(one in schemas for one in items if one) or not lists:
            return None
        found = filter(None, (self._tasks.document(id) for id in lists[0]))
        return Choice(nearest.name, nearest.response.with_body(synthetic.as_go_writes(list(found))))

    def _refused(self, endpoint: Endpoint, request: Request) -> Choice | None:
        """The refusal of a key that does not open; None for one that does."""
        worth = standing(request)
        if is_accepted(request) or not endpoint.secured:
            return None
        return self._named(endpoint, *REFUSALS[worth]) if worth != "poor" else self._unpaid(endpoint, request)

    def _unpaid(self, endpoint: Endpoint, request: Request) -> Choice | None:
        """Return the refusal for a user without credit. Reads, and operations that cost nothing, are not checked."""
        alike = [name for one in (endpoint, *self._endpoints.like(endpoint)) for name in one.operations]
        fixture = next((one for name in alike if (one := self._index.named(name, *REFUSALS["poor"]))), None)
        if request.method == "GET" or (fixture and not fixture.response.failed):
            return None
        if fixture or "model" in endpoint.properties:
            return Choice(fixture.name, fixture.response) if fixture else self._named(endpoint, *REFUSALS["poor"])
        # Uploads cost nothing; Stability's routes fail with an empty response.
        return None if endpoint.found.path.startswith("/v1/") else Choice("no quota", synthetic.respond(500))

    def _named(self, endpoint: Endpoint, *cases: str) -> Choice:
        fixture = self._index.refusal(endpoint, *cases)
        return Choice(fixture.name, fixture.response) if fixture else _missing(endpoint)


def _missing(endpoint: Endpoint) -> Choice:
    message = (
        f"no fixture of {endpoint.found.id} fits this request: add one, or start the mock server with more of them"
    )
    return Choice("no fixture", synthetic.failure(message))
