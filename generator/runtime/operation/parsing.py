"""Calls whose output is parsed: the types that a caller asks for, and what is sent in their place."""

from __future__ import annotations

import re
from collections.abc import Mapping
from copy import deepcopy
from typing import TYPE_CHECKING, Any

import msgspec

from ..encoding.arguments import is_sequence
from ..encoding.json_schema import strict_schema
from ..http.json_pointer import is_object, resolve, tokens
from .call import build_call
from .parsing_spec import Outputs

if TYPE_CHECKING:
    from .call import Call
    from .operation import Operation
    from .parsing_spec import ParsingSpec, TypeSlot


class FunctionTool(dict[str, Any]):
    """A tool as it is sent, and the type that its arguments are parsed into."""

    model: Any = None


def parsing_operation(
    operation: Operation, parsing: ParsingSpec, name: str, result: Any, *, streams: bool = False
) -> Operation:
    """Return the operation under another name, with parsed results: all streamed, or none."""
    if not streams and operation.stream is not None and operation.stream.when is not None:
        switch = operation.stream.when[0]
        body = tuple(field for field in operation.body if field != switch)
        operation = msgspec.structs.replace(operation, body=body, stream=None)
    return msgspec.structs.replace(operation, name=name, result=result, parsing=parsing)


def build_parsing_call(operation: Operation, params: Mapping[str, Any], /, **path: Any) -> Call[Any, Any]:
    """Build the call of an operation with parsed results, path parameters by keyword; see `build_call`.

    Raises TypeError also for a type that has no JSON Schema.
    """
    spec, given = operation.parsing, {**params}
    assert spec is not None
    output, tools = given.get(spec.output.field), given.get(spec.tools.field) if spec.tools else None
    if output is None or isinstance(output, Mapping):  # as it is sent: nothing to parse into
        output = None
    else:
        given[spec.output.field] = _described(spec.output, output, None, None)
    typed: list[tuple[str, Any]] = []
    if spec.tools is not None and is_sequence(tools):
        sent: list[Any] = [describe_tool(operation, tool) if isinstance(tool, type) else tool for tool in tools]
        for tool in sent:  # another one in the strict form has arguments that are an object at least
            if isinstance(tool, FunctionTool) or _agrees(tool, spec.tools.constants):
                typed.append((resolve(tool, spec.tools.name), getattr(tool, "model", dict)))
        given[spec.tools.field] = sent
    return msgspec.structs.replace(build_call(operation, given, **path), outputs=Outputs(output, tuple(typed)))


def describe_tool(operation: Operation, model: Any, name: str | None = None, description: str | None = None) -> Any:
    """Return a type as a tool whose arguments are parsed into it. Raises TypeError for one that has no JSON Schema."""
    slot = operation.parsing.tools if operation.parsing else None
    if slot is None:
        raise TypeError(f"{operation.display_name}() takes no tools")
    if description is None and not (model.__doc__ or "").startswith(f"{model.__name__}("):  # as dataclasses write it
        description = model.__doc__
    tool = FunctionTool(_described(slot, model, name, description))
    tool.model = model
    return tool


def _agrees(given: Any, constants: Mapping[str, Any]) -> bool:
    """Return whether a tool that is given as it is sent has these constants."""
    return is_object(given) and all(
        _agrees(given.get(key), value) if is_object(value) else given.get(key) == value
        for key, value in constants.items()
    )


def _described(slot: TypeSlot, type: Any, name: str | None, description: str | None) -> dict[str, Any]:
    sent: dict[str, Any] = deepcopy(dict(slot.constants))
    name = name or re.sub(r"[^A-Za-z0-9_-]+", "_", getattr(type, "__name__", "output"))[:64]
    for pointer, value in ((slot.name, name), (slot.description, description), (slot.schema, strict_schema(type))):
        if pointer and value:
            *above, last = tokens(pointer)
            place = sent
            for token in above:
                place = place.setdefault(token, {})
            place[last] = value
    return sent
