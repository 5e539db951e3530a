# Rendered by `make generate` from spec/openapi.yaml. Do not edit.
"""`client.prints`: methods that build a call and send it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Unpack, overload

from ..operations.api import caption_print, list_prints, make_print
from ..runtime.client.resource import AsyncResource, Omit, Resource, cached_property, omit

if TYPE_CHECKING:
    import builtins
    from collections.abc import Sequence

    from ..models.api import Album, AsyncAlbum, AsyncPrint, Caption, LongCaption, Print, Waiting
    from ..params.api import CaptionPrint, MakePrint, Size
    from ..runtime.encoding.multipart import FileParam
    from ..runtime.files.binary_response import AsyncBinaryResponse, BinaryResponse
    from ..runtime.operation.operation import Options


class Captions(Resource, path="prints.captions"):
    """`client.prints.captions`: `create`."""

    @overload
    def create(
        self, *, style: Literal["plain"] | Omit | None = omit, timeout_: int | Omit = omit, **options: Unpack[Options]
    ) -> Caption:
        """Args:
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `Caption`; `LongCaption` for `style` 'long'; `str` for `style` 'poem' or 'song'.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        POST /captions
        """

    @overload
    def create(self, *, style: Literal["long"], **params: Unpack[CaptionPrint]) -> LongCaption: ...

    @overload
    def create(self, *, style: Literal["poem", "song"], **params: Unpack[CaptionPrint]) -> str: ...

    @overload
    def create(
        self, *, style: Literal["plain", "long", "poem", "song"] | Omit | None = omit, **params: Unpack[CaptionPrint]
    ) -> Caption | LongCaption | str: ...

    def create(
        self,
        *,
        style: Literal["plain", "long", "poem", "song"] | Omit | None = omit,
        timeout_: int | Omit = omit,
        **options: Unpack[Options],
    ) -> Caption | LongCaption | str:
        """Args:
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `Caption`; `LongCaption` for `style` 'long'; `str` for `style` 'poem' or 'song'.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        POST /captions
        """
        return self._client.send(self._call(caption_print, locals()))


class AsyncCaptions(AsyncResource, path="prints.captions"):
    """`client.prints.captions`: `create`."""

    @overload
    async def create(
        self, *, style: Literal["plain"] | Omit | None = omit, timeout_: int | Omit = omit, **options: Unpack[Options]
    ) -> Caption:
        """Args:
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `Caption`; `LongCaption` for `style` 'long'; `str` for `style` 'poem' or 'song'.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        POST /captions
        """

    @overload
    async def create(self, *, style: Literal["long"], **params: Unpack[CaptionPrint]) -> LongCaption: ...

    @overload
    async def create(self, *, style: Literal["poem", "song"], **params: Unpack[CaptionPrint]) -> str: ...

    @overload
    async def create(
        self, *, style: Literal["plain", "long", "poem", "song"] | Omit | None = omit, **params: Unpack[CaptionPrint]
    ) -> Caption | LongCaption | str: ...

    async def create(
        self,
        *,
        style: Literal["plain", "long", "poem", "song"] | Omit | None = omit,
        timeout_: int | Omit = omit,
        **options: Unpack[Options],
    ) -> Caption | LongCaption | str:
        """Args:
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `Caption`; `LongCaption` for `style` 'long'; `str` for `style` 'poem' or 'song'.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        POST /captions
        """
        return await self._client.send(self._call(caption_print, locals()))


class Prints(Resource, path="prints"):
    """`client.prints`: `list`, `create`."""

    def list(self, **options: Unpack[Options]) -> builtins.list[Album]:
        """Args:
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `list[Album]`.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        GET /albums
        """
        return self._client.send(self._call(list_prints, locals()))

    @overload
    def create(
        self,
        *,
        negative: FileParam,
        x_paper: str | Omit = omit,
        masks: Sequence[FileParam] | Omit = omit,
        size: Size | Omit = omit,
        notes: Sequence[str] | Omit = omit,
        gamma: float | Omit = omit,
        accept: Literal["image/*"] | Omit = omit,
        **options: Unpack[Options],
    ) -> BinaryResponse | Waiting:
        """Print a negative.

        Not served. The darkroom is closed.

        Args:
            negative: The negative.
            notes: Default: `['none']`.
            accept: Media type of the response, sent as the header Accept.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `BinaryResponse | Waiting`; `Print | Waiting` for `accept` 'application/json'.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.
            NotServed: The service does not serve this operation.

        POST /prints (印, doc-1)
        """

    @overload
    def create(self, *, accept: Literal["application/json"], **params: Unpack[MakePrint]) -> Print | Waiting: ...

    @overload
    def create(
        self, *, accept: Literal["image/*", "application/json"] | Omit = omit, **params: Unpack[MakePrint]
    ) -> BinaryResponse | Print | Waiting: ...

    def create(
        self,
        *,
        negative: FileParam,
        x_paper: str | Omit = omit,
        masks: Sequence[FileParam] | Omit = omit,
        size: Size | Omit = omit,
        notes: Sequence[str] | Omit = omit,
        gamma: float | Omit = omit,
        accept: Literal["image/*", "application/json"] | Omit = omit,
        **options: Unpack[Options],
    ) -> BinaryResponse | Print | Waiting:
        """Print a negative.

        Not served. The darkroom is closed.

        Args:
            negative: The negative.
            notes: Default: `['none']`.
            accept: Media type of the response, sent as the header Accept.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `BinaryResponse | Waiting`; `Print | Waiting` for `accept` 'application/json'.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.
            NotServed: The service does not serve this operation.

        POST /prints (印, doc-1)
        """
        return self._client.send(self._call(make_print, locals()))

    @cached_property
    def captions(self) -> Captions:
        """`client.prints.captions`"""
        return Captions(self._client)


class AsyncPrints(AsyncResource, path="prints"):
    """`client.prints`: `list`, `create`."""

    async def list(self, **options: Unpack[Options]) -> builtins.list[AsyncAlbum]:
        """Args:
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `list[AsyncAlbum]`.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        GET /albums
        """
        return await self._client.send(self._call(list_prints, locals()))

    @overload
    async def create(
        self,
        *,
        negative: FileParam,
        x_paper: str | Omit = omit,
        masks: Sequence[FileParam] | Omit = omit,
        size: Size | Omit = omit,
        notes: Sequence[str] | Omit = omit,
        gamma: float | Omit = omit,
        accept: Literal["image/*"] | Omit = omit,
        **options: Unpack[Options],
    ) -> AsyncBinaryResponse | Waiting:
        """Print a negative.

        Not served. The darkroom is closed.

        Args:
            negative: The negative.
            notes: Default: `['none']`.
            accept: Media type of the response, sent as the header Accept.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `AsyncBinaryResponse | Waiting`; `AsyncPrint | Waiting` for `accept` 'application/json'.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.
            NotServed: The service does not serve this operation.

        POST /prints (印, doc-1)
        """

    @overload
    async def create(
        self, *, accept: Literal["application/json"], **params: Unpack[MakePrint]
    ) -> AsyncPrint | Waiting: ...

    @overload
    async def create(
        self, *, accept: Literal["image/*", "application/json"] | Omit = omit, **params: Unpack[MakePrint]
    ) -> AsyncBinaryResponse | AsyncPrint | Waiting: ...

    async def create(
        self,
        *,
        negative: FileParam,
        x_paper: str | Omit = omit,
        masks: Sequence[FileParam] | Omit = omit,
        size: Size | Omit = omit,
        notes: Sequence[str] | Omit = omit,
        gamma: float | Omit = omit,
        accept: Literal["image/*", "application/json"] | Omit = omit,
        **options: Unpack[Options],
    ) -> AsyncBinaryResponse | AsyncPrint | Waiting:
        """Print a negative.

        Not served. The darkroom is closed.

        Args:
            negative: The negative.
            notes: Default: `['none']`.
            accept: Media type of the response, sent as the header Accept.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `AsyncBinaryResponse | Waiting`; `AsyncPrint | Waiting` for `accept` 'application/json'.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.
            NotServed: The service does not serve this operation.

        POST /prints (印, doc-1)
        """
        return await self._client.send(self._call(make_print, locals()))

    @cached_property
    def captions(self) -> AsyncCaptions:
        """`client.prints.captions`"""
        return AsyncCaptions(self._client)
