"""The fields of a response: those that it always has, those that it may have, and the target of a JSON pointer."""

from __future__ import annotations

from typing import Any, NamedTuple

from .pointer import mapping, resolve, split
from .schemas import branches_of, properties_of, required_of, types_of

SCALARS = frozenset(["string", "integer", "number", "boolean"])


class Missing(NamedTuple):
    """A pointer that leads nowhere: the token that is not there, and those that are."""

    token: str
    known: list[str]


def required_fields(tree: dict[str, Any], schema: object) -> set[str]:
    """The fields that every form of a response requires; of a list, those of its items."""
    required = [required_of(tree, one) for one in _objects(tree, schema)]
    return set[str].intersection(*required) if required else set()


def described_fields(tree: dict[str, Any], schema: object) -> dict[str, Any]:
    """The fields that any form of a response has; of a list, those of its items."""
    return {name: field for one in _objects(tree, schema) for name, field in properties_of(tree, one).items()}


def may_be_error(tree: dict[str, Any], schema: object) -> bool:
    """False for text, numbers and lists of them: an object that comes instead is none of these."""
    return any(not SCALARS.issuperset(types_of(tree, one) or [""]) for one in _objects(tree, schema))


def _objects(tree: dict[str, Any], schema: object) -> list[Any]:
    return [resolve(tree, one).get("items", one) for one in branches_of(tree, schema)]


def field_at(tree: dict[str, Any], schema: object, pointer: str) -> dict[str, Any] | Missing:
    """The schema at a JSON pointer into a response."""
    for token in split(pointer):
        branches = branches_of(tree, schema)
        fields = {name: field for one in branches for name, field in properties_of(tree, one).items()}
        items = [node["items"] for one in branches if "items" in (node := resolve(tree, one))]
        others = [more for one in branches if (more := mapping(resolve(tree, one).get("additionalProperties")))]
        if token in fields:
            schema = fields[token]
        elif items and token.isdecimal():
            schema = items[0]
        elif others:
            schema = others[0]
        else:
            return Missing(token, [*fields])
    return resolve(tree, schema)
