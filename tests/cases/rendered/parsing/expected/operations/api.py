# Rendered by `make generate` from spec/openapi.yaml. Do not edit.
"""Api: every function builds a call and sends nothing; `client.send(call)` sends it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, Unpack, overload

from ..models.api import Letters
from ..runtime.encoding.bodies import BodySpec
from ..runtime.operation.call import Call, build_call
from ..runtime.operation.endpoint import endpoint
from ..runtime.operation.operation import Operation
from ..runtime.operation.stream_spec import StreamSpec

if TYPE_CHECKING:
    from ..params.api import WriteLetter
    from ..runtime.streaming.stream import AsyncStream, Stream

_WRITE_LETTER = Operation(
    id="writeLetter",
    name="letters.write",
    method="POST",
    path="/desks/{id}/letters",
    body=("to", "form'at", "live"),
    content=BodySpec(kind="json", media_type="application/json"),
    required=("to",),
    wire_names={"form_at": "form'at"},
    result=Letters,
    stream=StreamSpec(
        when=("live", True),
        event=Letters,
        end="END",
        proof=("letters",),
        merge_key="number",
        concat_fields=("body", "re'ason"),
    ),
)


@overload
def write_letter(id: str, *, live: Literal[False] | None = ..., **params: Unpack[WriteLetter]) -> Call[Letters]: ...


@overload
def write_letter(
    id: str, *, live: Literal[True], **params: Unpack[WriteLetter]
) -> Call[Stream[Letters, Letters], AsyncStream[Letters, Letters]]: ...


@overload
def write_letter(
    id: str, *, live: bool | None = ..., **params: Unpack[WriteLetter]
) -> Call[Letters | Stream[Letters, Letters], Letters | AsyncStream[Letters, Letters]]: ...


@endpoint(_WRITE_LETTER)
def write_letter(id: str, **params: Any) -> Call[Any]:
    """Write letters.

    Args:
        All: see `WriteLetter` in params/api.py.

    POST /desks/{id}/letters
    """
    return build_call(_WRITE_LETTER, params, id=id)
