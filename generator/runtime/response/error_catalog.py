"""Find the error in a response by the shapes that the API's description declares.

A rendered package holds one catalog:

    ErrorCatalog(
        request_id=("X-Request-Id",),
        shapes=(
            ErrorShape(
                name="refusal",
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
Condition: TypeAlias = dict[Literal["const", "starts"], Any]

_ABSENT: Any = object()
# A proxy stopped waiting: 408 "Request Timeout", and 499, with which proxies note that a client left.
_GAVE_UP = (408, 499)


class ErrorShape(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """One format of errors. `where` maps JSON pointers to the kinds of value that have to be there, all of them;
    `statuses` are the HTTP statuses with which it comes, any if there are none.
    """

    name: str
    where: dict[str, Kind | Condition]
    message: str
    statuses: list[int] = []
    type: str | None = None
    code: str | None = None
    param: str | None = None
    outcome: Outcome | None = None
    temporary: bool = False

    def matches(self, document: Any, status: int | None = None) -> bool:
        """Return whether a parsed response has this shape. Without a status, it may have any."""
        if self.statuses and status is not None and status not in self.statuses:
            return False
        return all(_is(resolve(document, pointer, _ABSENT), kind) for pointer, kind in self.where.items())

    def parse(self, document: Any) -> ParsedError:
        """Read the error out of a response that matches."""
        message, type_, param = (_text(document, pointer) for pointer in (self.message, self.type, self.param))
        code = None if self.code is None else resolve(document, self.code)
        return ParsedError(self, message or "", code, type_, param)


class ErrorCode(msgspec.Struct, frozen=True, kw_only=True):
    """The meaning of an error code: the status whose class is raised, and the outcome of a 2xx or 5xx.

    `temporary`, of a code as of a shape, says that the refusal passes by itself: the call may be sent again later.
    """

    status: int | None = None
    outcome: Outcome | None = None
    temporary: bool = False


class ParsedError(NamedTuple):
    """An error read out of a response."""

    shape: ErrorShape
    message: str
    code: Any
    type: str | None
    param: str | None


class ErrorCatalog(msgspec.Struct, frozen=True, kw_only=True):
    """The error shapes and codes that the API declares, and the headers that may hold the request id (first wins)."""

    request_id: tuple[str, ...] = ()
    shapes: tuple[ErrorShape, ...] = ()
    codes: dict[str, ErrorCode] = {}

    def classify(self, document: Any, status: int | None = None) -> ParsedError | None:
        """Return the error in a parsed response that has one of the shapes, else None."""
        for shape in self.shapes:
            if shape.matches(document, status):
                return shape.parse(document)
        return None

    def kind(self, status: int, parsed: ParsedError | None) -> type[APIStatusError]:
        """Return the class to raise: by the code, whatever the status; else by the status."""
        code = self._code(parsed)
        return status_error(code.status if code and code.status else status)

    def outcome(self, status: int, parsed: ParsedError | None) -> Outcome:
        """Return whether the work was done. A 3xx or 4xx is a refusal unless its shape is declared to be something
        else, or the status tells of lost time (408, 499); otherwise the code decides, or the shape, or the status.
        """
        shape = parsed.shape.outcome if parsed else None
        if status in _GAVE_UP:
            return shape or "unknown"
        if 300 <= status < 500:
            # Some servers answer 400 where an upstream was asked, and its response was lost.
            return shape or "rejected"
        code = self._code(parsed)
        if outcome := (code and code.outcome) or shape:
            return outcome
        # A 2xx gets here only if it carries an error: the refusal of an upstream.
        return "rejected" if 200 <= status < 300 else "unknown"

    def temporary(self, parsed: ParsedError) -> bool:
        """Return whether an error is declared to be temporary, by its shape or its code."""
        code = self._code(parsed)
        return parsed.shape.temporary or (code is not None and code.temporary)

    def _code(self, parsed: ParsedError | None) -> ErrorCode | None:
        return self.codes.get(parsed.code) if parsed and isinstance(parsed.code, str) else None


def same(value: Any, other: Any) -> bool:
    """Return whether two parsed values are equal: words whatever their case, and true is not 1."""
    if isinstance(value, str) and isinstance(other, str):
        return value.casefold() == other.casefold()
    return value == other and isinstance(value, bool) == isinstance(other, bool)


def _text(document: Any, pointer: str | None) -> str | None:
    value = None if pointer is None else resolve(document, pointer)
    if is_array(value):  # some servers give their reasons as a list
        return "; ".join(str(resolve(item, "/message", item)) for item in value)
    return None if value is None else value if isinstance(value, str) else str(value)


def _is(value: Any, kind: Kind | Condition) -> bool:
    if isinstance(kind, dict):
        if "starts" in kind:
            return isinstance(value, str) and value.strip().startswith(tuple(kind["starts"]))
        return type(value) is type(kind["const"]) and value == kind["const"]
    if value is _ABSENT or kind == "absent":
        return value is _ABSENT and kind == "absent"
    if kind == "number":
        return isinstance(value, (int, float)) and not isinstance(value, bool)
    return kind == "any" or isinstance(value, _KINDS[kind])


_KINDS: dict[str, type] = {"string": str, "object": dict, "array": list, "boolean": bool, "null": type(None)}
