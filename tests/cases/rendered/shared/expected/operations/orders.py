# Rendered by `make generate` from spec/families/orders.yaml. Do not edit.
"""Orders: every function builds a call and sends nothing; `client.send(call)` sends it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, Unpack, overload

from ..models.orders import Order, Piece, Talk
from ..runtime.encoding.bodies import BodySpec
from ..runtime.operation.call import Call, build_call
from ..runtime.operation.endpoint import endpoint
from ..runtime.operation.operation import Operation
from ..runtime.operation.stream_spec import StreamSpec

if TYPE_CHECKING:
    from ..params.orders import CreateOrder, TalkAbout
    from ..runtime.streaming.stream import AsyncStream, Stream

_CREATE_ORDER = Operation(
    id="createOrder",
    name="orders.create",
    method="POST",
    path="/orders",
    body=("lines", "limit", "note"),
    content=BodySpec(kind="json", media_type="application/json"),
    required=("lines",),
    model_params=("lines", "limit"),
    result=Order,
    proof=("id",),
)


@endpoint(_CREATE_ORDER)
def create_order(**params: Unpack[CreateOrder]) -> Call[Order]:
    """Order something.

    Args:
        lines: What is wanted.
        All others: see `CreateOrder` in params/orders.py.

    POST /orders (下单, p-1)
    """
    return build_call(_CREATE_ORDER, params)


_TALK_ABOUT = Operation(
    id="talkAbout",
    name="orders.talk.create",
    method="POST",
    path="/orders/{id}/talk",
    body=("said", "stream"),
    content=BodySpec(kind="json", media_type="application/json"),
    required=("said",),
    model_params=("said",),
    result=Talk,
    proof=("said",),
    stream=StreamSpec(
        when=("stream", True),
        event=Piece,
        end="[END]",
        proof=("said",),
        text=("said", ("index", 0), ("text",)),
        concat_fields=("text",),
        constants={"kind": "talk"},
    ),
)


@overload
def talk_about(id: str, *, stream: Literal[False] | None = ..., **params: Unpack[TalkAbout]) -> Call[Talk]: ...


@overload
def talk_about(
    id: str, *, stream: Literal[True], **params: Unpack[TalkAbout]
) -> Call[Stream[Piece, Talk], AsyncStream[Piece, Talk]]: ...


@overload
def talk_about(
    id: str, *, stream: bool | None = ..., **params: Unpack[TalkAbout]
) -> Call[Talk | Stream[Piece, Talk], Talk | AsyncStream[Piece, Talk]]: ...


@endpoint(_TALK_ABOUT)
def talk_about(id: str, **params: Any) -> Call[Any]:
    """Say something about an order.

    Args:
        stream: Whether to answer in pieces.

    POST /orders/{id}/talk
    """
    return build_call(_TALK_ABOUT, params, id=id)
