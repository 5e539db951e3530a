"""The account of an upgrade: the changes of all versions in between, cut to what a project uses."""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from .uses import Place, Uses

API = "api.txt"
CHANGES = "CHANGES.json"
_WIDTH = 96
_SHOWN = 5


class Told(NamedTuple):
    """A change, and the places of the project that it matters to; None if it matters wherever the client is used."""

    severity: str
    message: str
    places: list[Place] | None


def account(files: Mapping[str, str], since: str, uses: Uses) -> tuple[list[Told], int]:
    """The changes after a version that matter to a project, the breaking ones first, and the number of all others."""
    releases: list[dict[str, Any]] = json.loads(files[CHANGES])["releases"] if CHANGES in files else []
    changes = [change for one in releases if _key(one["version"]) > _key(since) for change in one["changes"]]
    told = [
        Told(one["severity"], one["message"], uses.of(one["id"], one["name"], one["operations"])) for one in changes
    ]
    relevant = [one for one in told if one.places is None or one.places]
    return sorted(relevant, key=lambda one: one.severity), len(told) - len(relevant)


def methods(*indexes: str) -> set[str]:
    """The methods in lists of public names: `chat.completions.create` of `Client.chat.completions.create(...)`."""
    found = (re.match(r"\w+\.([a-z_.]+\.\w+)\(", line) for index in indexes for line in index.splitlines())
    return {one[1] for one in found if one}


def text(told: Iterable[Told], others: int) -> Iterator[str]:
    """The account for people, in lines."""
    severity = ""
    for one in told:
        if one.severity != severity:
            severity = one.severity
            yield f"\n{severity.capitalize()} for this project:"
        yield ""
        yield from textwrap.wrap(
            one.message, _WIDTH, initial_indent="  ", subsequent_indent="  ", break_on_hyphens=False
        )
        yield from (f"      {place}" for place in (one.places or [])[:_SHOWN])
        if one.places and len(one.places) > _SHOWN:
            yield f"      and {len(one.places) - _SHOWN} more"
    if others:
        yield f"\n{others} other change{'s' * (others > 1)} that this project does not notice."


def _key(version: str) -> tuple[int, ...]:
    """A version as numbers, to be compared; what follows them does not count."""
    return tuple(int("".join(filter(str.isdigit, part)) or 0) for part in version.split("+")[0].split(".")[:3])
