"""Names for schemas that have none, made of where they are written.

A schema that several operations share is named after the component that holds it, never after the first operation that
is read: another operation must not rename it.
"""

from __future__ import annotations

from ..spec.names import ClassName, words
from ..spec.pointer import split

_KINDS = {"responses": "Response", "requestBodies": "Request"}
_PARTS = {"items": "Item", "additionalProperties": "Value"}


def shared_name(pointer: str) -> str | None:
    """The name of a schema within a component, None for one that is written in an operation."""
    tokens = split(pointer)
    if tokens[:1] != ["components"] or len(tokens) < 4:
        return None
    suffix = _KINDS.get(tokens[1], "")
    name = ClassName.styled(words(tokens[2]))
    name += "" if name.endswith(suffix) else suffix
    waiting = iter(tokens[3:])
    for token in waiting:
        if token == "properties":
            name += ClassName.styled(words(next(waiting, "")))
        elif token in ("anyOf", "oneOf"):
            number = next(waiting, "")
            name += str(int(number) + 1) if number.isdecimal() else ""
        elif token in ("$defs", "definitions"):  # named on its own
            name = ClassName.styled(words(next(waiting, "")))
        elif token in ("content", "headers", "allOf"):
            next(waiting, None)
        else:
            name += _PARTS.get(token, "")
    return name
