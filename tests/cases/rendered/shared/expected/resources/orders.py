# Rendered by `make generate` from spec/families/orders.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""`client.orders`: builds the call and sends it, in one step."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, overload

from ..operations.orders import create_order, talk_about
from ..runtime.client.resource import AsyncResource, Resource, async_method, method
from ..runtime.operation.signature import same_as, without_overloads

if TYPE_CHECKING:
    from typing import Any, Literal, Unpack

    from ..models.orders import Piece, Talk
    from ..params.orders import TalkAbout
    from ..runtime.streaming.stream import AsyncStream, Stream


class TalkResource(Resource):
    """Say something about an order.

    `client.orders.talk`: `create`.
    """

    @overload
    def create(self, id: str, *, stream: Literal[False] | None = ..., **params: Unpack[TalkAbout]) -> Talk: ...

    @overload
    def create(self, id: str, *, stream: Literal[True], **params: Unpack[TalkAbout]) -> Stream[Piece, Talk]: ...

    @overload
    def create(
        self, id: str, *, stream: bool | None = ..., **params: Unpack[TalkAbout]
    ) -> Talk | Stream[Piece, Talk]: ...

    @same_as(talk_about)
    def create(self, id: str, **params: Any) -> Any:
        """Say something about an order.

        Args:
            id
            said
            All others: see `TalkAbout` in params/orders.py.

        Returns `Talk`; with `stream=True` a `Stream` of `Piece`.

        POST /orders/{id}/talk
        """
        return self._client.send(without_overloads(talk_about)(id, **params))


class AsyncTalkResource(AsyncResource):
    """Say something about an order.

    `client.orders.talk`: `create`.
    """

    @overload
    async def create(self, id: str, *, stream: Literal[False] | None = ..., **params: Unpack[TalkAbout]) -> Talk: ...

    @overload
    async def create(
        self, id: str, *, stream: Literal[True], **params: Unpack[TalkAbout]
    ) -> AsyncStream[Piece, Talk]: ...

    @overload
    async def create(
        self, id: str, *, stream: bool | None = ..., **params: Unpack[TalkAbout]
    ) -> Talk | AsyncStream[Piece, Talk]: ...

    @same_as(talk_about)
    async def create(self, id: str, **params: Any) -> Any:
        """Say something about an order.

        Args:
            id
            said
            All others: see `TalkAbout` in params/orders.py.

        Returns `Talk`; with `stream=True` a `Stream` of `Piece`.

        POST /orders/{id}/talk
        """
        return await self._client.send(without_overloads(talk_about)(id, **params))


class Orders(Resource):
    """What customers want.

    `client.orders`: `create`.
    """

    create = method(create_order)

    @cached_property
    def talk(self) -> TalkResource:
        """Say something about an order."""
        return TalkResource(self._client)


class AsyncOrders(AsyncResource):
    """What customers want.

    `client.orders`: `create`.
    """

    create = async_method(create_order)

    @cached_property
    def talk(self) -> AsyncTalkResource:
        """Say something about an order."""
        return AsyncTalkResource(self._client)
