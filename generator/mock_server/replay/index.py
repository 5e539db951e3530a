"""Fixtures, found by what was asked or by name."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from ..http import multipart as forms
from ..simulate.auth import standing
from .fixtures import ERAS, Fixture, Header, Request, by_era

# Headers that say nothing about which recording is meant.
_ORDINARY = {
    "accept",
    "accept-encoding",
    "authorization",
    "connection",
    "content-length",
    "content-type",
    "host",
    "transfer-encoding",
    "user-agent",
}

STARTS = ("/upscale/creative", "/image-to-video")

# Refusals that come before any handler, and so are the same for every operation.
EVERYWHERE = {
    "no-key",
    "wrong-key",
    "key-spent",
    "key-banned",
    "key-disabled",
    "no-quota",
    "no-content-type",
    "content-type-text",
    "empty-body",
    "invalid-json",
    "json-array",
    "missing-model",
    "model-null",
    "model-number",
    "unknown-model",
}

# Others were asked the same in another form of the key, say; these say it plainly.
_PLAIN = ("minimal", "wrong-key")


def value(body: bytes) -> Any:
    """The JSON value of a body. ValueError when it is none."""
    try:
        return json.loads(body)
    except RecursionError:
        raise ValueError("it is nested too deeply") from None


def same(body: bytes) -> bytes:
    """Equal for bodies that are equal as JSON values: key order and spacing do not count, 1 and 1.0 differ."""
    try:
        return json.dumps(value(body), sort_keys=True).encode()
    except ValueError:
        return body


def media_type(request: Request) -> str:
    """The Content-Type of a request without its parameters."""
    return (request.header("content-type") or "").partition(";")[0].strip().lower()


class Shelf:
    """All fixtures, by what was asked and by name."""

    def __init__(self, fixtures: Iterable[Fixture]) -> None:
        self.fixtures = by_era(fixtures)
        self._asked: dict[tuple[object, ...], list[Fixture]] = {}
        self._named: dict[tuple[str, str], Fixture] = {}
        for fixture in self.fixtures:
            self._asked.setdefault(_asked(fixture.request), []).append(fixture)
            self._named.setdefault((fixture.operation, fixture.case), fixture)

    def match(self, request: Request) -> Fixture | None:
        """The fixture of exactly this request; of several the one that tells most about it, then the spec's era."""
        fitting = [fixture for fixture in self._asked.get(_asked(request), ()) if _fits(fixture, request)]
        return min(fitting, key=_rank, default=None)

    def of(self, operation: str, *cases: str) -> Fixture | None:
        """The first of these cases that the operation has."""
        return next((found for case in cases if (found := self._named.get((operation, case)))), None)

    def named(self, operation: str, *cases: str) -> Fixture | None:
        """The first of these cases that the operation has, else a refusal that is the same everywhere."""
        if found := self.of(operation, *cases):
            return found
        shared = EVERYWHERE.intersection(cases)
        refusals = (fixture for fixture in self.fixtures if fixture.response.status >= 400)
        return next((fixture for fixture in refusals if fixture.case in shared), None)


def _asked(request: Request) -> tuple[object, ...]:
    body = same(request.body) if request.form is None else forms.alike(request.form)
    return request.method, *_place(request.target), standing(request), _wanted(request), media_type(request), body


def _place(target: str) -> tuple[str, tuple[str, ...]]:
    path, _, query = target.partition("?")
    return path, tuple(sorted(query.split("&")))


def _wanted(request: Request) -> str | None:
    """Accept, below the one path where it decides; on what starts a job JSON is the same as nothing."""
    if not request.target.startswith("/v2beta"):
        return None
    accept = request.header("accept")
    return None if accept == "application/json" and request.target.endswith(STARTS) else accept


def _fits(fixture: Fixture, request: Request) -> bool:
    return all(request.header(name) == text for name, text in _telling(fixture))


def _rank(fixture: Fixture) -> tuple[object, ...]:
    return -len(_telling(fixture)), ERAS.index(fixture.era), fixture.case not in _PLAIN, fixture.case


def _telling(fixture: Fixture) -> list[Header]:
    return [(name, text) for name, text in fixture.request.headers if name.lower() not in _ORDINARY]
