"""Methods that parse outputs, and the functions and structs that they need: modules of their own, loaded when used."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from ..plan.ir import Endpoint, Field, ParsedModel, Parsing, Plan
from ..plan.types import PARSED, ListOf, MapOf, annotation, walk
from ..spec.names import ModuleName
from .docstrings import docstring
from .exports import parsed_module
from .imports import Origin
from .literals import literal
from .signatures import Side, keyword, positional, sorted_keywords


def parsing_of(endpoints: Iterable[Endpoint]) -> list[tuple[Endpoint, Parsing]]:
    """The endpoints with methods that parse."""
    return [(one, one.parsing) for one in endpoints if one.parsing]


def parsing_modules(plan: Plan) -> list[ModuleName]:
    """The modules of the endpoints with methods that parse."""
    return sorted({one.module for one, _ in parsing_of(plan.endpoints)})


def parsing_origins(plan: Plan) -> dict[str, Origin]:
    """The imports that these methods need."""
    found = {"_operations": Origin("..", "operations"), "ParsedT": Origin("..runtime.response.model")}
    for one, parsing in parsing_of(plan.endpoints):
        found |= {model.name: Origin(f"..models.{parsed_module(one.module)}") for model in parsing.models}
    return found


def model_view(model: ParsedModel) -> dict[str, Any]:
    """A struct as the template needs it."""
    name, parsed = model.base.name, model.parsed
    generic = f", Generic[{annotation(PARSED, 'response')}]" if model.generic else ""
    return {
        "name": model.name,
        "bases": f"{name}{generic}, frozen=True, kw_only=True",
        "docstring": docstring([f"`{name}` of a call whose output is parsed."], 4),
        "lines": [_field(field) for field in model.fields],
        "parsed": parsed and (parsed[0], annotation(parsed[1], "response"), docstring([parsed[2]], 8), repr(parsed[0])),
    }


def _field(field: Field) -> str:
    default = "" if field.required else " = None"
    if field.name != field.wire:
        default = f" = msgspec.field({'' if field.required else 'default=None, '}name={field.wire!r})"
    # To a checker a list of derived objects is no list of their base, since one of the base might be put into it.
    several = any(isinstance(part, (ListOf, MapOf)) for part in walk(field.type))
    ignored = "  # type: ignore[assignment]" if several else ""
    return f"{field.name}: {annotation(field.type, 'response')}{default}{ignored}"


def functions_view(one: Endpoint, parsing: Parsing) -> dict[str, Any]:
    """The endpoint functions that parse, as the template needs them."""
    functions = [_function(one, parsing, parsing.verb, parsing.function, "")]
    if parsing.stream_verb:
        functions.append(_function(one, parsing, parsing.stream_verb, parsing.stream_function, "streams=True"))
    return {
        "constant": f"_PARSING_{one.name.upper()}",
        "function": one.name,
        "spec": literal(parsing.spec),
        "result": parsing.result,
        "functions": functions,
        "tool": parsing.tool_function,
        "tool_type": annotation(parsing.tool, "parameter"),
        "tool_docstring": docstring(_tool_paragraphs(one, parsing), 4),
    }


def _function(one: Endpoint, parsing: Parsing, verb: str, function: str, streams: str) -> dict[str, str]:
    method, call = f"{'.'.join(one.resource)}.{verb}", f"{parsing.result}[Any]"
    given = "params"
    if streams and parsing.chosen:
        given = f"params | {literal(dict([parsing.chosen]))}"
        stream = _stream(parsing, "Any")
        call = f"{stream}, Async{stream}"
    return {
        "constant": f"_{function.upper()}",
        "method": repr(method),
        "name": function,
        "takes": ", ".join([*positional(one), "**params: Any"]),
        "call": f"Call[{call}]",
        "passed": ", ".join([given, *(f"{one.name}={one.name}" for one in one.arguments)]),
        "streams": streams,
        "docstring": docstring([f"Build the call of `client.{method}(...)`, which takes the same arguments."], 4),
    }


def _stream(parsing: Parsing, output: str) -> str:
    return f"ParsedStream[{annotation(parsing.event, 'response')}, {parsing.result}[{output}], {output}]"


def _tool_paragraphs(one: Endpoint, parsing: Parsing) -> list[str]:
    argument = parsing.spec.tools.field if parsing.spec.tools else ""
    arguments = [
        "model: A pydantic model, a msgspec Struct, a dataclass or a TypedDict.",
        "name: Name of the tool, unless it is that of the type.",
        "description: Purpose of the tool, unless it is the docstring of the type.",
    ]
    return [
        f"Describe a type as a tool, for `{argument}`.",
        f"`client.{'.'.join(one.resource)}.{parsing.verb}(...)` parses the arguments of its calls into the type.",
        "\n    ".join(["Args:", *arguments]),
        "Raises:\n    TypeError: The type has no JSON Schema, or is no object in JSON.",
    ]


def parsing_methods(one: Endpoint, side: Side, hidden: Collection[str]) -> list[dict[str, str]]:
    """The methods of a resource that parse."""
    parsing = one.parsing
    if parsing is None:
        return []
    keywords = [keyword(field, "omit", hidden) for field in sorted_keywords(parsing.keywords)]
    takes = ", ".join([*positional(one, hidden), "*", *keywords, "**options: Unpack[Options]"])
    output = annotation(PARSED, "response")
    methods = [
        {
            "define": side.define,
            "verb": parsing.verb,
            "takes": takes,
            "returns": f"{parsing.result}[{output}]",
            "docstring": docstring(_parse_paragraphs(one, parsing), 8),
            "sent": f"{side.wait}self._client.send(self._call(_operations.{parsing.function}, locals()))",
        }
    ]
    if parsing.stream_verb:
        manager, call = f"{side.prefix}StreamManager", f"self._call(_operations.{parsing.stream_function}, locals())"
        methods.append(
            {
                "define": "def",
                "verb": parsing.stream_verb,
                "takes": takes,
                "returns": f"{manager}[{side.prefix}{_stream(parsing, output)}]",
                "docstring": docstring(_stream_paragraphs(one, parsing, side), 8),
                "sent": f"{manager}(self._client, {call})",
            }
        )
    return methods


def _stream_paragraphs(one: Endpoint, parsing: Parsing, side: Side) -> list[str]:
    opened = "async with" if side.prefix else "with"
    return [
        f"{one.summary.rstrip('.')} as a stream, and parse its output.",
        f"Sent at the beginning of the block: `{opened} ...{parsing.stream_verb}(...) as stream`.",
        f"Args:\n    All: as those of `{parsing.verb}`.",
        f"Returns:\n    A context manager of a `{side.prefix}ParsedStream`. `type` tells its events apart.",
        "Raises:\n    TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.",
    ]


def _parse_paragraphs(one: Endpoint, parsing: Parsing) -> list[str]:
    spec = parsing.spec
    types = "a pydantic model, a msgspec Struct, a dataclass or a TypedDict"
    arguments = [f"{spec.output.field}: Type of the output: {types}."]
    if spec.tools:
        arguments.append(
            f"{spec.tools.field}: Tools. Types among them are described as `{parsing.tool_function}` does."
        )
    errors = [
        "TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.",
        "LengthFinishReasonError, ContentFilterFinishReasonError: The output is cut off, or filtered.",
        "UnreadableAnswer: The output does not fit its type. `completion` of these errors holds the result.",
        "APIError: The request failed; its `outcome` tells whether it may have been executed.",
    ]
    return [
        f"{one.summary.rstrip('.')}, and parse its output.",
        "\n    ".join(["Args:", *arguments, f"All others: as those of `{one.verb}`."]),
        f"Returns:\n    As `{one.verb}`, with `parsed` beside each `{spec.text}`; it is None for a refusal.",
        "\n    ".join(["Raises:", *errors]),
    ]
