"""What every rule works with: the request, the fixtures, the tasks that are under way."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from ..simulate import rules
from ..simulate import synthetic as made
from .fixtures import Fixture, Request, Response
from .index import Shelf, media_type, value
from .tasks import Tasks

_TRIGGER = re.compile(r"TRIGGER:(\w+)")


class Choice(NamedTuple):
    """An answer, and the name of the fixture that it is or was made from."""

    name: str
    response: Response


class Asked(NamedTuple):
    """A request, the operation it calls, and what its path says."""

    operation: str
    values: dict[str, str]
    request: Request

    @property
    def triggers(self) -> set[str]:
        """The words that tell a stand-in vendor what to do, as in the recordings: `TRIGGER:fail` in a prompt."""
        form = self.request.form
        text = self.request.body.decode("utf-8", "replace") if form is None else " ".join(p.text or "" for p in form)
        return set(_TRIGGER.findall(text))

    @property
    def json(self) -> dict[str, Any]:
        """The body; an empty object when it is none or has another Content-Type: nobody reads it then."""
        if not media_type(self.request).startswith("application/json"):
            return {}
        try:
            return rules.as_dict(value(self.request.body))
        except ValueError:
            return {}


class Desk:
    """Finds cases, and says so when the shelf lacks them."""

    def __init__(self, shelf: Shelf, tasks: Tasks) -> None:
        self.shelf = shelf
        self.tasks = tasks

    def case(self, operation: str, *cases: str) -> Choice:
        """The first of these cases, else a refusal of this name by another operation."""
        fixture = self.shelf.named(operation, *cases)
        return chosen(fixture) if fixture else missing(operation)

    def own(self, operation: str, *cases: str) -> Choice | None:
        """The first of these cases that the operation itself has."""
        fixture = self.shelf.of(operation, *cases)
        return chosen(fixture) if fixture else None

    def first(self, *named: tuple[str, str]) -> Choice:
        """The first of these cases, each with its operation, that is there."""
        found = (self.own(operation, case) for operation, case in named)
        return next((choice for choice in found if choice), missing(named[0][0]))


def chosen(fixture: Fixture) -> Choice:
    """A fixture's own answer."""
    return Choice(fixture.name, fixture.response)


def missing(operation: str) -> Choice:
    """What is said when no fixture can be played."""
    message = f"no fixture of {operation} fits this request; add one, or start the gateway with more of them"
    return Choice("no fixture", made.failure(message))
