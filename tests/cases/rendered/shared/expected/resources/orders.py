# Rendered by `make generate` from spec/families/orders.yaml. Do not edit.
"""`client.orders`: methods that build a call and send it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Unpack, overload

from ..operations.orders import create_order, talk_about
from ..runtime.client.resource import AsyncResource, Omit, Resource, cached_property, omit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..models.money import Money
    from ..models.orders import Line, Order, Piece, Said, Talk
    from ..params.money import MoneyParam
    from ..params.orders import LineParam, SaidParam, TalkAbout
    from ..runtime.operation.operation import Options
    from ..runtime.streaming.stream import AsyncStream, Stream


class TalkResource(Resource, path="orders.talk"):
    """Say something about an order.

    `client.orders.talk`: `create`.
    """

    @overload
    def create(
        self,
        id: str,
        *,
        said: Sequence[SaidParam | Said],
        stream: Literal[False] | Omit | None = omit,
        **options: Unpack[Options],
    ) -> Talk:
        """Say something about an order.

        Args:
            stream: Whether to answer in pieces.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `Talk`; `Stream[Piece, Talk]` for `stream` True.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.
            StreamTruncated: The stream ended before its end marker; raised while it is read.

        POST /orders/{id}/talk
        """

    @overload
    def create(self, id: str, *, stream: Literal[True], **params: Unpack[TalkAbout]) -> Stream[Piece, Talk]: ...

    @overload
    def create(
        self, id: str, *, stream: bool | Omit | None = omit, **params: Unpack[TalkAbout]
    ) -> Talk | Stream[Piece, Talk]: ...

    def create(
        self,
        id: str,
        *,
        said: Sequence[SaidParam | Said],
        stream: bool | Omit | None = omit,
        **options: Unpack[Options],
    ) -> Talk | Stream[Piece, Talk]:
        """Say something about an order.

        Args:
            stream: Whether to answer in pieces.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `Talk`; `Stream[Piece, Talk]` for `stream` True.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.
            StreamTruncated: The stream ended before its end marker; raised while it is read.

        POST /orders/{id}/talk
        """
        return self._client.send(self._call(talk_about, locals()))


class AsyncTalkResource(AsyncResource, path="orders.talk"):
    """Say something about an order.

    `client.orders.talk`: `create`.
    """

    @overload
    async def create(
        self,
        id: str,
        *,
        said: Sequence[SaidParam | Said],
        stream: Literal[False] | Omit | None = omit,
        **options: Unpack[Options],
    ) -> Talk:
        """Say something about an order.

        Args:
            stream: Whether to answer in pieces.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `Talk`; `AsyncStream[Piece, Talk]` for `stream` True.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.
            StreamTruncated: The stream ended before its end marker; raised while it is read.

        POST /orders/{id}/talk
        """

    @overload
    async def create(
        self, id: str, *, stream: Literal[True], **params: Unpack[TalkAbout]
    ) -> AsyncStream[Piece, Talk]: ...

    @overload
    async def create(
        self, id: str, *, stream: bool | Omit | None = omit, **params: Unpack[TalkAbout]
    ) -> Talk | AsyncStream[Piece, Talk]: ...

    async def create(
        self,
        id: str,
        *,
        said: Sequence[SaidParam | Said],
        stream: bool | Omit | None = omit,
        **options: Unpack[Options],
    ) -> Talk | AsyncStream[Piece, Talk]:
        """Say something about an order.

        Args:
            stream: Whether to answer in pieces.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `Talk`; `AsyncStream[Piece, Talk]` for `stream` True.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.
            StreamTruncated: The stream ended before its end marker; raised while it is read.

        POST /orders/{id}/talk
        """
        return await self._client.send(self._call(talk_about, locals()))


class Orders(Resource, path="orders"):
    """What customers want.

    `client.orders`: `create`.
    """

    def create(
        self,
        *,
        lines: Sequence[LineParam | Line],
        limit: MoneyParam | Money | Omit | None = omit,
        note: str | Omit = omit,
        **options: Unpack[Options],
    ) -> Order:
        """Order something.

        Args:
            lines: What is wanted.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `Order`: What was ordered.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        POST /orders (下单, p-1)
        """
        return self._client.send(self._call(create_order, locals()))

    @cached_property
    def talk(self) -> TalkResource:
        """Say something about an order."""
        return TalkResource(self._client)


class AsyncOrders(AsyncResource, path="orders"):
    """What customers want.

    `client.orders`: `create`.
    """

    async def create(
        self,
        *,
        lines: Sequence[LineParam | Line],
        limit: MoneyParam | Money | Omit | None = omit,
        note: str | Omit = omit,
        **options: Unpack[Options],
    ) -> Order:
        """Order something.

        Args:
            lines: What is wanted.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `Order`: What was ordered.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        POST /orders (下单, p-1)
        """
        return await self._client.send(self._call(create_order, locals()))

    @cached_property
    def talk(self) -> AsyncTalkResource:
        """Say something about an order."""
        return AsyncTalkResource(self._client)
