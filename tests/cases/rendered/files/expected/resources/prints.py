# Rendered by `make generate` from spec/openapi.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""`client.prints`: builds the call and sends it, in one step."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, overload

from ..operations.api import caption_print, list_prints, make_print
from ..runtime.client.resource import AsyncResource, Resource, async_method, method
from ..runtime.operation.signature import same_as, without_overloads

if TYPE_CHECKING:
    from typing import Any, Literal, Unpack

    from ..models.api import AsyncPrint, Caption, LongCaption, Print, Waiting
    from ..params.api import CaptionPrint, MakePrint
    from ..runtime.files.binary_response import AsyncBinaryResponse, BinaryResponse


class Captions(Resource):
    """`client.prints.captions`: `create`."""

    @overload
    def create(self, *, style: Literal["plain"] | None = ..., **params: Unpack[CaptionPrint]) -> Caption: ...

    @overload
    def create(self, *, style: Literal["long"], **params: Unpack[CaptionPrint]) -> LongCaption: ...

    @overload
    def create(self, *, style: Literal["poem", "song"], **params: Unpack[CaptionPrint]) -> str: ...

    @overload
    def create(
        self, *, style: Literal["plain", "long", "poem", "song"] | None = ..., **params: Unpack[CaptionPrint]
    ) -> Caption | LongCaption | str: ...

    @same_as(caption_print)
    def create(self, **params: Any) -> Any:
        """Args:
            All: see `CaptionPrint` in params/api.py.

        `style` chooses what it returns: `BinaryResponse` for 'plain', 'long', 'poem' or 'song'.

        POST /captions
        """
        return self._client.send(without_overloads(caption_print)(**params))


class AsyncCaptions(AsyncResource):
    """`client.prints.captions`: `create`."""

    @overload
    async def create(self, *, style: Literal["plain"] | None = ..., **params: Unpack[CaptionPrint]) -> Caption: ...

    @overload
    async def create(self, *, style: Literal["long"], **params: Unpack[CaptionPrint]) -> LongCaption: ...

    @overload
    async def create(self, *, style: Literal["poem", "song"], **params: Unpack[CaptionPrint]) -> str: ...

    @overload
    async def create(
        self, *, style: Literal["plain", "long", "poem", "song"] | None = ..., **params: Unpack[CaptionPrint]
    ) -> Caption | LongCaption | str: ...

    @same_as(caption_print)
    async def create(self, **params: Any) -> Any:
        """Args:
            All: see `CaptionPrint` in params/api.py.

        `style` chooses what it returns: `BinaryResponse` for 'plain', 'long', 'poem' or 'song'.

        POST /captions
        """
        return await self._client.send(without_overloads(caption_print)(**params))


class Prints(Resource):
    """`client.prints`: `list`, `create`."""

    list = method(list_prints)

    @overload
    def create(self, *, accept: Literal["image/*"] = ..., **params: Unpack[MakePrint]) -> BinaryResponse | Waiting: ...

    @overload
    def create(self, *, accept: Literal["application/json"], **params: Unpack[MakePrint]) -> Print | Waiting: ...

    @overload
    def create(
        self, *, accept: Literal["image/*", "application/json"] = ..., **params: Unpack[MakePrint]
    ) -> BinaryResponse | Print | Waiting: ...

    @same_as(make_print)
    def create(self, **params: Any) -> Any:
        """Print a negative.

        Not served. The darkroom is closed.

        Args:
            negative: The negative.
            All others: see `MakePrint` in params/api.py.

        `accept` chooses what it returns: `BinaryResponse` for 'image/*' or 'application/json'.

        POST /prints (印, doc-1)
        """
        return self._client.send(without_overloads(make_print)(**params))

    @cached_property
    def captions(self) -> Captions:
        """`client.prints.captions`"""
        return Captions(self._client)


class AsyncPrints(AsyncResource):
    """`client.prints`: `list`, `create`."""

    list = async_method(list_prints)

    @overload
    async def create(
        self, *, accept: Literal["image/*"] = ..., **params: Unpack[MakePrint]
    ) -> AsyncBinaryResponse | Waiting: ...

    @overload
    async def create(
        self, *, accept: Literal["application/json"], **params: Unpack[MakePrint]
    ) -> AsyncPrint | Waiting: ...

    @overload
    async def create(
        self, *, accept: Literal["image/*", "application/json"] = ..., **params: Unpack[MakePrint]
    ) -> AsyncBinaryResponse | AsyncPrint | Waiting: ...

    @same_as(make_print)
    async def create(self, **params: Any) -> Any:
        """Print a negative.

        Not served. The darkroom is closed.

        Args:
            negative: The negative.
            All others: see `MakePrint` in params/api.py.

        `accept` chooses what it returns: `BinaryResponse` for 'image/*' or 'application/json'.

        POST /prints (印, doc-1)
        """
        return await self._client.send(without_overloads(make_print)(**params))

    @cached_property
    def captions(self) -> AsyncCaptions:
        """`client.prints.captions`"""
        return AsyncCaptions(self._client)
