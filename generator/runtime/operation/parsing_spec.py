"""The description of outputs that are parsed, as plain data."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple


class TypeSlot(NamedTuple):
    """A field of the body in which a type may stand, and what is sent in its place."""

    field: str
    constants: Mapping[str, Any]
    name: str  # a JSON pointer into what is sent, as the next two
    schema: str
    description: str = ""


class ToolCallFields(NamedTuple):
    """Places of tool calls in a message, and of their names and arguments."""

    each: str
    function: str
    name: str = "name"
    arguments: str = "arguments"


class ParsingSpec(NamedTuple):
    """Places of types in a request, and of the values parsed in its result."""

    output: TypeSlot
    tools: TypeSlot | None
    each: str  # the list of outputs
    message: str
    text: str
    refusal: str
    reason: str  # why the output ended, and the values for an output that is cut off or filtered
    cut: tuple[str, ...]
    filtered: tuple[str, ...]
    calls: ToolCallFields = ToolCallFields("", "")
    logprobs: str = ""


class Outputs(NamedTuple):
    """The types that a call asked for: of its output, and of the arguments of its tools by their names."""

    type: Any
    tools: tuple[tuple[str, Any], ...]
