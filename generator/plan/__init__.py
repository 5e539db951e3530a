"""Plan a package from a checked document: every name, type and branch of the rendered code is decided here.

`plan(document)` is the third stage. It raises `DiagnosticsError`, with every problem at once, for types that Python
cannot express.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from typing import Any

from ..diagnostics import Collector
from ..policy import place_in, policy_of
from ..spec import Document
from ..spec.names import ModuleName
from ..spec.pointer import mapping
from .api import api_of
from .builder import Operations
from .ir import Definitions, Endpoint, Plan
from .modules import without_cycles, without_giants
from .parsing import with_parsing
from .resources import CLIENT_OWN, placed, resources_of
from .reusable import with_reusable

__all__ = ["Plan", "plan"]


def plan(document: Document) -> Plan:
    """Plan the package of a checked document. Raises `DiagnosticsError`."""
    problems, policy = Collector(document), policy_of(document)
    for fault in policy.faults:
        if not fault.ignored:
            problems.add(fault.pointer, fault.message, fault.hint, code="policy")
    reader = Operations(document, policy, problems)
    endpoints = reader.read()
    models, params = reader.definitions()
    endpoints, models = with_reusable(placed(endpoints, problems), models, params)
    endpoints = with_parsing(document, policy, endpoints, models, reader.names, problems)
    api = api_of(document, policy, problems, reader.security)
    taken = {one.name for one in (*models.all, *params.all)} | {api.class_name, f"Async{api.class_name}"}
    resources = resources_of(endpoints, taken, problems)
    for name in {*CLIENT_OWN, *(one.path[0] for one in resources)} & {*api.aliases}:
        problems.add(place_in("", "aliases"), f"client.{name} is something else", "use another name", code="names")
    params = without_cycles(params, problems, refuse=False)
    models = without_giants(without_cycles(models, problems, refuse=document.house))
    problems.raise_any(document.strict)
    changes = document.sibling("changes.json")
    return Plan(
        api=api,
        endpoints=endpoints,
        resources=resources,
        models=models,
        params=params,
        sources=_sources(endpoints, models, params),
        digest=_digest(document.tree),
        changes=changes.tree if changes else {},
        diagnostics=tuple(sorted({*document.diagnostics, *problems.diagnostics})),
    )


def _digest(tree: object) -> str:
    """The digest of a tree as JSON, of which no more than a component is in memory at a time."""
    digest = hashlib.sha256()
    for part in _json(tree, 3):
        digest.update(part.encode())
    return digest.hexdigest()


def _json(value: Any, depth: int) -> Iterator[str]:
    parts: dict[str, Any] = mapping(value)
    if not (parts and depth):
        yield json.dumps(value, sort_keys=True, default=str)
        return
    yield "{"
    for number, (key, below) in enumerate(sorted(parts.items())):
        yield f"{', ' if number else ''}{json.dumps(key)}: "
        yield from _json(below, depth - 1)
    yield "}"


def _sources(endpoints: tuple[Endpoint, ...], *sides: Definitions) -> dict[ModuleName, str]:
    """The file of the spec that each module comes from, for the head of the module."""
    places = [(one.module, one.prose.place) for one in endpoints]
    places += [(one.module, one.prose.place) for side in sides for one in side.all]
    return {module: place.partition("#")[0] for module, place in sorted(places, reverse=True)}
