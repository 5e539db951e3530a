# Rendered by `make generate` from spec/openapi.yaml. Do not edit.
"""Api: functions that build calls whose outputs are parsed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..models.parsed_api import ParsedLetters
from ..operations.api import write_letter
from ..runtime.operation.endpoint import operation_of
from ..runtime.operation.parsing import build_parsing_call, parsing_operation
from ..runtime.operation.parsing_spec import ParsingSpec, TypeSlot

if TYPE_CHECKING:
    from ..models.api import Letters
    from ..runtime.operation.call import Call
    from ..runtime.streaming.parsed_stream import AsyncParsedStream, ParsedStream

_PARSING_WRITE_LETTER = ParsingSpec(
    output=TypeSlot(
        field="form_at", constants={"it's": '"{x}"', "in": {"on": True}}, name="/in/called", schema="/in/form"
    ),
    tools=None,
    each="letters",
    message="page",
    text="body",
    refusal="re'ason",
    reason="ended",
    cut=("no 'more'",),
    filtered=(),
)
_FILL_IN_LETTER = parsing_operation(
    operation_of(write_letter),
    _PARSING_WRITE_LETTER,
    "letters.fill_in",
    ParsedLetters,
)
_FILL_IN_LIVE_LETTER = parsing_operation(
    operation_of(write_letter), _PARSING_WRITE_LETTER, "letters.fill_in_live", ParsedLetters, streams=True
)


def fill_in_letter(id: str, **params: Any) -> Call[ParsedLetters[Any]]:
    """Build the call of `client.letters.fill_in(...)`, which takes the same arguments."""
    return build_parsing_call(_FILL_IN_LETTER, params, id=id)


def fill_in_live_letter(
    id: str, **params: Any
) -> Call[ParsedStream[Letters, ParsedLetters[Any], Any], AsyncParsedStream[Letters, ParsedLetters[Any], Any]]:
    """Build the call of `client.letters.fill_in_live(...)`, which takes the same arguments."""
    return build_parsing_call(_FILL_IN_LIVE_LETTER, params | {"live": True}, id=id)
