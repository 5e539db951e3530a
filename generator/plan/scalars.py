"""Types of values without parts: scalars by type and format, and listed values."""

from __future__ import annotations

from typing import Any

from ..diagnostics import Collector
from ..spec.pointer import string
from .types import ANY, FILE, NONE, STR, Literals, Scalar, Side, Type, union

_LIMIT = 2**63  # msgspec accepts only smaller whole numbers in a Literal

_BYTES = Scalar("bytes")
_FORMATS: dict[str, Type] = {
    "date-time": Scalar("datetime"),
    "date": Scalar("date"),
    "time": Scalar("time"),
    "duration": Scalar("timedelta"),
    "uuid": Scalar("UUID"),
    "decimal": Scalar("Decimal"),
    "byte": _BYTES,
}
_SCALARS: dict[str, Type] = {
    "string": Scalar("str"),
    "integer": Scalar("int"),
    "number": Scalar("float"),
    "boolean": Scalar("bool"),
    "null": NONE,
}


def scalar(kind: str, schema: dict[str, Any], side: Side) -> Type:
    """The type of a schema of a `type` without parts, ANY for one that is unknown."""
    if kind == "string" and (schema.get("contentEncoding") == "base64" and side == "response"):
        return Scalar("bytes")
    if kind == "string" and schema.get("format") == "binary":
        return FILE if side == "parameter" else STR
    if kind == "string" and (named := _FORMATS.get(string(schema.get("format")))) is not None:
        # As text too: a value may be at hand as it is sent.
        return named if side == "response" else STR if named == _BYTES else union((STR, named))
    return _SCALARS.get(kind, ANY)


def literals(values: list[Any], schema: dict[str, Any], side: Side, pointer: str, problems: Collector) -> Type:
    """The type of listed values: closed for parameters, open for responses, which may bring new ones."""
    parts: list[Type] = []
    for value in values:
        if value is None:
            parts.append(NONE)
        elif isinstance(value, (str, bool)) or (isinstance(value, int) and abs(value) < _LIMIT):
            open_ = [Scalar("str" if isinstance(value, str) else "bool" if isinstance(value, bool) else "int")]
            parts += [Literals((value,)), *(open_ if side == "response" else [])]
        else:
            what = "a listed value that is neither text, a whole number, true, false nor null"
            problems.unsupported(pointer, what, "any value of its type is taken", "list them in words", "listed-values")
            parts.append(_SCALARS.get(string(schema.get("type")), _of_value(value)))
    return union(parts) if parts else ANY


def _of_value(value: object) -> Type:
    return Scalar("float") if isinstance(value, float) else Scalar("int") if isinstance(value, int) else ANY
