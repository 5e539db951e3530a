"""Which error an answer carries, read from the shapes that the API's description declares.

A rendered package holds one catalogue:

    ErrorCatalog(
        request_id=("X-Request-Id",),
        shapes=(
            ErrorShape(
                name="E1",
                where={"/error/message": "string", "/error/code": "absent"},
                message="/error/message",
                type="/error/type",
                outcome="rejected",
            ),
        ),
        codes={"model_not_found": ErrorCode(status=404)},
    )
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeAlias

import msgspec

from ..errors import APIStatusError, status_error
from ..http.json_pointer import is_array, resolve

if TYPE_CHECKING:
    from ..errors import Outcome

Kind: TypeAlias = Literal["string", "number", "object", "array", "boolean", "null", "any", "absent"]
Const: TypeAlias = dict[Literal["const"], Any]

_ABSENT: Any = object()


class ErrorShape(msgspec.Struct, frozen=True, kw_only=True):
    """One way in which an error is written. `where` maps JSON pointers to what must stand there, all of them."""

    name: str
    where: dict[str, Kind | Const]
    message: str
    type: str | None = None
    code: str | None = None
    param: str | None = None
    outcome: Outcome | None = None

    def fits(self, document: Any) -> bool:
        """Whether a parsed answer is written in this shape."""
        return all(_is(resolve(document, pointer, _ABSENT), kind) for pointer, kind in self.where.items())

    def read(self, document: Any) -> ParsedError:
        """What an answer that fits says."""
        message, type_, param = (_text(document, pointer) for pointer in (self.message, self.type, self.param))
        code = None if self.code is None else resolve(document, self.code)
        return ParsedError(self, message or "", code, type_, param)


class ErrorCode(msgspec.Struct, frozen=True, kw_only=True):
    """What a code on the wire means: the status whose class is raised, and the outcome of a 2xx or 5xx."""

    status: int | None = None
    outcome: Outcome | None = None


class ParsedError(NamedTuple):
    """What an error answer says, read out of its shape."""

    shape: ErrorShape
    message: str
    code: Any
    type: str | None
    param: str | None


class ErrorCatalog(msgspec.Struct, frozen=True, kw_only=True):
    """Every shape and code that the API declares, and the headers that may hold the request id (the first wins)."""

    request_id: tuple[str, ...] = ()
    shapes: tuple[ErrorShape, ...] = ()
    codes: dict[str, ErrorCode] = {}

    def classify(self, document: Any) -> ParsedError | None:
        """What a parsed answer says when it is written in one of the error shapes, else None."""
        for shape in self.shapes:
            if shape.fits(document):
                return shape.read(document)
        return None

    def kind(self, status: int, told: ParsedError | None) -> type[APIStatusError]:
        """The class to raise: what the code says, whatever the status; else the status."""
        meant = self._meaning(told)
        return status_error(meant.status if meant and meant.status else status)

    def outcome(self, status: int, told: ParsedError | None) -> Outcome:
        """Whether the work was done. A 3xx or 4xx is a refusal, unless its shape is described to be another thing; else
        the code says, or the shape, or the status.
        """
        if 300 <= status < 500:
            # Some servers answer 400 where whoever stands behind them was asked, and the answer was lost.
            return told.shape.outcome if told and told.shape.outcome else "rejected"
        meant = self._meaning(told)
        if meant and meant.outcome:
            return meant.outcome
        if told and told.shape.outcome:
            return told.shape.outcome
        # A 2xx comes here only when it carries an error: the refusal of whoever stands behind the server.
        return "rejected" if 200 <= status < 300 else "unknown"

    def _meaning(self, told: ParsedError | None) -> ErrorCode | None:
        return self.codes.get(told.code) if told and isinstance(told.code, str) else None


def same(value: Any, other: Any) -> bool:
    """Whether two parsed values are the same to JSON: true is not 1, and 1.0 is not "1"."""
    return value == other and isinstance(value, bool) == isinstance(other, bool)


def _text(document: Any, pointer: str | None) -> str | None:
    value = None if pointer is None else resolve(document, pointer)
    if is_array(value):  # some servers give their reasons as a list
        return "; ".join(item if isinstance(item, str) else str(item) for item in value)
    return None if value is None else value if isinstance(value, str) else str(value)


def _is(value: Any, kind: Kind | Const) -> bool:
    if isinstance(kind, dict):
        return type(value) is type(kind["const"]) and value == kind["const"]
    if value is _ABSENT or kind == "absent":
        return value is _ABSENT and kind == "absent"
    if kind == "number":
        return isinstance(value, (int, float)) and not isinstance(value, bool)
    return kind == "any" or isinstance(value, _KINDS[kind])


_KINDS: dict[str, type] = {"string": str, "object": dict, "array": list, "boolean": bool, "null": type(None)}
