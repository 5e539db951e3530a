"""Compare two versions of a document: what a change means for callers of the client, and for other readers.

    account = compare(load("v1.0.0"), load("spec/openapi.yaml"))
    account.severity             # "breaking"
    account.changes[0].message   # "`client.images.generate` no longer takes `style`. ..."

A rule is a function that yields a `Change` for each change of its kind; registering it is one line below. What each id
means is in rules.yaml. `document_changes(old_tree, new_tree, partial=True)` compares a fragment of a document.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from .change import Change, Severity, worst
from .client import client_names, errors, rest_of_surface, runtime
from .definitions import definitions
from .document import differences, document_changes, published
from .endpoints import endpoints
from .plans import Plans
from .semver import proposed
from .versions import Version, load

__all__ = ["Account", "Change", "Version", "compare", "document_changes", "load"]

CLIENT_RULES: tuple[Callable[[Plans], Iterator[Change]], ...] = (
    client_names,
    endpoints,
    definitions,
    errors,
)


class Account(NamedTuple):
    """All changes between two versions."""

    old: str
    new: str
    changes: tuple[Change, ...]
    version: str  # of the old document
    declared: str  # of the new document

    @property
    def severity(self) -> Severity:
        """The highest severity of all changes."""
        return worst(self.changes)

    @property
    def proposed(self) -> str:
        """The version that the changes ask for."""
        return proposed(self.version, self.changes)

    def cut(self, operations: Iterable[str]) -> Account:
        """The account for someone who makes only some calls, by their operationIds; what concerns all calls stays."""
        wanted = frozenset(operations)
        kept = (one for one in self.changes if not one.operations or not wanted.isdisjoint(one.operations))
        return self._replace(changes=tuple(kept))

    def as_dict(self) -> dict[str, Any]:
        """The account for machines."""
        counts = {
            severity: sum(one.severity == severity for one in self.changes) for severity in ("breaking", "compatible")
        }
        return {
            "format": 1,
            "old": {"label": self.old, "version": self.version},
            "new": {"label": self.new, "version": self.declared},
            "severity": self.severity,
            "proposed_version": self.proposed,
            **counts,
            "changes": [one.as_dict() for one in self.changes],
        }


def compare(old: Version, new: Version) -> Account:
    """The account of all changes, the worst first, then by place."""
    plans = Plans(old.plan, new.plan)
    found = [change for rule in CLIENT_RULES for change in rule(plans)]
    found += rest_of_surface(plans, found)
    if old.surface is not None and new.surface is not None:
        found += runtime(old.surface, new.surface)
    trees = old.document.tree, new.document.tree
    found += document_changes(*trees)
    if not found:  # something that no rule is about
        found += [
            Change("document-changed", "document", pointer, f"{pointer} is written otherwise.", pointer)
            for pointer in differences(published(trees[0]), published(trees[1]))
        ]
    placed = [one._replace(place=new.document.place(one.pointer)) if one.pointer else one for one in _once(found)]
    order = ("breaking", "compatible", "internal")
    changes = sorted(placed, key=lambda one: (order.index(one.severity), one.audience, one.name, one.id, one.message))
    info = (str(tree.get("info", {}).get("version", "0")) for tree in trees)
    return Account(old.label, new.label, tuple(changes), *info)


def _once(changes: Iterable[Change]) -> Iterator[Change]:
    """The changes, each once: of a schema that several requests or responses share, the first place is reported."""
    groups: dict[tuple[Any, ...], list[Change]] = {}
    for one in changes:
        key = (
            (one.id, one.pointer, repr(one.before), repr(one.after))
            if one.audience == "document"
            else (one.id, one.message)
        )
        groups.setdefault(key, []).append(one)
    for first, *others in groups.values():
        ids = {id for one in (first, *others) for id in one.operations}
        more = len({one.message for one in others} - {first.message})
        message = f"{first.message} The same in {more} other place{'s' * (more > 1)}." if more else first.message
        yield first._replace(message=message, operations=tuple(sorted(ids)))
