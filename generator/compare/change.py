"""One change between two versions, as data: its rule, severity, place, and the words for it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any, Literal, NamedTuple

import yaml

from ..diagnostics import Place

Severity = Literal["internal", "compatible", "breaking"]
Audience = Literal["client", "document"]

SEVERITIES: tuple[Severity, ...] = ("internal", "compatible", "breaking")
# Changes of words: a client with only these is a patch.
WORDS = frozenset(["document-changed", "default-changed", "failure-changed", "signature-extended", "base-url-changed"])


class Rule(NamedTuple):
    """The severity of all changes of one kind, and the kind in one sentence."""

    severity: Severity
    meaning: str


@cache
def rules() -> dict[str, Rule]:
    """All rules by id."""
    text = (Path(__file__).parent / "rules.yaml").read_text("utf-8")
    return {id: Rule(*pair) for id, pair in yaml.load(text, yaml.CSafeLoader).items()}


class Change(NamedTuple):
    """One change. `id` names its rule; `accepted` is the reason of the entry that waives it, if one does.

    `name` is what changes: a public name of the client (`client.images.generate`, `models.Image`), or METHOD /path.
    `operations` are the operationIds of the calls that it affects. `before` and `after` are JSON values, None if there
    is none. `place` is in the new version; of what is gone it is the nearest place that is left.
    """

    id: str
    audience: Audience
    name: str
    message: str
    pointer: str = ""
    operations: tuple[str, ...] = ()
    before: Any = None
    after: Any = None
    place: Place = Place("")
    accepted: str = ""

    @property
    def severity(self) -> Severity:
        """The severity of its rule."""
        return rules()[self.id].severity

    def as_dict(self) -> dict[str, Any]:
        """The change for machines; docs/en/compatibility.md describes the keys."""
        own = self._asdict()
        return {"id": own.pop("id"), "severity": self.severity, **own, "place": self.place._asdict()}


def worst(changes: Iterable[Change]) -> Severity:
    """The highest severity of some changes."""
    return SEVERITIES[max((SEVERITIES.index(one.severity) for one in changes), default=0)]
