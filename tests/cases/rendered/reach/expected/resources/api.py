# Rendered by `make generate` from spec/openapi.yaml. Do not edit.
"""`client.api`: methods that build a call and send it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Unpack

from ..operations.api import (
    add_pet,
    bundle,
    download,
    login,
    patch_settings,
    post_blob,
    post_note,
    put_count,
    put_extras,
    put_settings,
    put_tags,
    read_styles,
    reset_settings,
    search_tags,
    upload,
)
from ..runtime.client.resource import AsyncResource, Omit, Resource, omit

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from uuid import UUID

    from ..models.api import Amounts, Extras, Pair, Pet, Receipt, Shape
    from ..params.api import ExtrasParam, LoginExtraParam, PetParam, ReceiptParam, Role
    from ..runtime.encoding.multipart import FileParam
    from ..runtime.files.binary_response import AsyncBinaryResponse, BinaryResponse
    from ..runtime.operation.operation import Options
    from ..runtime.streaming.stream import AsyncStream, Stream


class Api(Resource, path="api"):
    """`client.api`: `post_blob`, `bundle`, `put_count`, `put_extras`, `login`, `post_note`, `add_pet`,
    `put_settings`, `reset_settings`, `patch_settings`, `read_styles`, `put_tags`, `search_tags`, `download`,
    `upload`.
    """

    def post_blob(self, *, body: FileParam, **options: Unpack[Options]) -> BinaryResponse:
        """Args:
            body: The body, sent as application/octet-stream.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `BinaryResponse`.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        POST /blob
        """
        return self._client.send(self._call(post_blob, locals()))

    def bundle(self, *, note: str | Omit = omit, **options: Unpack[Options]) -> None:
        """Args:
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `None`.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        POST /bundle
        """
        return self._client.send(self._call(bundle, locals()))

    def put_count(self, *, body: int | Omit = omit, **options: Unpack[Options]) -> dict[str, int]:
        """Args:
            body: The body, sent as application/json.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `dict[str, int]`.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        PUT /count
        """
        return self._client.send(self._call(put_count, locals()))

    def put_extras(self, *, body: ExtrasParam, **options: Unpack[Options]) -> Extras:
        """Args:
            body: The body, sent as application/json.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `Extras`.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        PUT /extras
        """
        return self._client.send(self._call(put_extras, locals()))

    def login(
        self,
        *,
        user: str,
        roles: Sequence[str] | Omit = omit,
        role: Role | Omit = omit,
        level: Role | int | Omit | None = omit,
        extra: LoginExtraParam | Omit = omit,
        deep: Mapping[str, object] | Omit = omit,
        any: object = omit,
        **options: Unpack[Options],
    ) -> None:
        """Args:
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `None`.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        POST /login
        """
        return self._client.send(self._call(login, locals()))

    def post_note(self, *, body: str, **options: Unpack[Options]) -> Stream[Receipt, Any]:
        """Args:
            body: The body, sent as text/plain.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `Stream[Receipt, Any]`.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.
            StreamTruncated: The stream ended before its end marker; raised while it is read.

        POST /note
        """
        return self._client.send(self._call(post_note, locals()))

    def add_pet(self, *, body: PetParam, **options: Unpack[Options]) -> Pet | Receipt:
        """Args:
            body: A cat or a dog.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `Pet | Receipt`.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        POST /pet
        """
        return self._client.send(self._call(add_pet, locals()))

    def put_settings(self, *, dark: bool | Omit = omit, **options: Unpack[Options]) -> None:
        """Args:
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `None`.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        PUT /settings
        """
        return self._client.send(self._call(put_settings, locals()))

    def reset_settings(self, *, body: Mapping[str, object], **options: Unpack[Options]) -> Amounts:
        """Args:
            body: The body, sent as application/json.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `Amounts`.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        POST /settings
        """
        return self._client.send(self._call(reset_settings, locals()))

    def patch_settings(self, *, dark: bool | Omit = omit, **options: Unpack[Options]) -> None:
        """Args:
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `None`.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        PATCH /settings
        """
        return self._client.send(self._call(patch_settings, locals()))

    def read_styles(
        self,
        label: Sequence[int],
        matrix: Sequence[int],
        list: Sequence[str],
        id: str | UUID,
        **options: Unpack[Options],
    ) -> str:
        """Args:
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `str`.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        GET /styles/{label}/{matrix}/{list}/{id}
        """
        return self._client.send(self._call(read_styles, locals()))

    def put_tags(self, *, body: Sequence[str], **options: Unpack[Options]) -> int:
        """Args:
            body: The body, sent as application/json.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `int`.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        PUT /tags
        """
        return self._client.send(self._call(put_tags, locals()))

    def search_tags(self, *, q: str | Omit = omit, **options: Unpack[Options]) -> Pair:
        """Args:
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `Pair`.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        GET /tags
        """
        return self._client.send(self._call(search_tags, locals()))

    def download(self, **options: Unpack[Options]) -> list[Shape]:
        """Args:
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `list[Shape]`.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        GET /upload
        """
        return self._client.send(self._call(download, locals()))

    def upload(
        self,
        *,
        file: FileParam,
        kind: str | Omit = omit,
        body_kind: str | Omit = omit,
        about: ReceiptParam | Receipt | Omit = omit,
        more: Sequence[ReceiptParam | Receipt] | Omit = omit,
        note: str | Omit | None = omit,
        level: Role | int | Omit = omit,
        either: Role | ReceiptParam | Receipt | Omit = omit,
        **options: Unpack[Options],
    ) -> str:
        """Args:
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `str`.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        POST /upload
        """
        return self._client.send(self._call(upload, locals()))


class AsyncApi(AsyncResource, path="api"):
    """`client.api`: `post_blob`, `bundle`, `put_count`, `put_extras`, `login`, `post_note`, `add_pet`,
    `put_settings`, `reset_settings`, `patch_settings`, `read_styles`, `put_tags`, `search_tags`, `download`,
    `upload`.
    """

    async def post_blob(self, *, body: FileParam, **options: Unpack[Options]) -> AsyncBinaryResponse:
        """Args:
            body: The body, sent as application/octet-stream.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `AsyncBinaryResponse`.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        POST /blob
        """
        return await self._client.send(self._call(post_blob, locals()))

    async def bundle(self, *, note: str | Omit = omit, **options: Unpack[Options]) -> None:
        """Args:
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `None`.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        POST /bundle
        """
        return await self._client.send(self._call(bundle, locals()))

    async def put_count(self, *, body: int | Omit = omit, **options: Unpack[Options]) -> dict[str, int]:
        """Args:
            body: The body, sent as application/json.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `dict[str, int]`.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        PUT /count
        """
        return await self._client.send(self._call(put_count, locals()))

    async def put_extras(self, *, body: ExtrasParam, **options: Unpack[Options]) -> Extras:
        """Args:
            body: The body, sent as application/json.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `Extras`.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        PUT /extras
        """
        return await self._client.send(self._call(put_extras, locals()))

    async def login(
        self,
        *,
        user: str,
        roles: Sequence[str] | Omit = omit,
        role: Role | Omit = omit,
        level: Role | int | Omit | None = omit,
        extra: LoginExtraParam | Omit = omit,
        deep: Mapping[str, object] | Omit = omit,
        any: object = omit,
        **options: Unpack[Options],
    ) -> None:
        """Args:
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `None`.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        POST /login
        """
        return await self._client.send(self._call(login, locals()))

    async def post_note(self, *, body: str, **options: Unpack[Options]) -> AsyncStream[Receipt, Any]:
        """Args:
            body: The body, sent as text/plain.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `AsyncStream[Receipt, Any]`.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.
            StreamTruncated: The stream ended before its end marker; raised while it is read.

        POST /note
        """
        return await self._client.send(self._call(post_note, locals()))

    async def add_pet(self, *, body: PetParam, **options: Unpack[Options]) -> Pet | Receipt:
        """Args:
            body: A cat or a dog.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `Pet | Receipt`.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        POST /pet
        """
        return await self._client.send(self._call(add_pet, locals()))

    async def put_settings(self, *, dark: bool | Omit = omit, **options: Unpack[Options]) -> None:
        """Args:
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `None`.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        PUT /settings
        """
        return await self._client.send(self._call(put_settings, locals()))

    async def reset_settings(self, *, body: Mapping[str, object], **options: Unpack[Options]) -> Amounts:
        """Args:
            body: The body, sent as application/json.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `Amounts`.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        POST /settings
        """
        return await self._client.send(self._call(reset_settings, locals()))

    async def patch_settings(self, *, dark: bool | Omit = omit, **options: Unpack[Options]) -> None:
        """Args:
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `None`.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        PATCH /settings
        """
        return await self._client.send(self._call(patch_settings, locals()))

    async def read_styles(
        self,
        label: Sequence[int],
        matrix: Sequence[int],
        list: Sequence[str],
        id: str | UUID,
        **options: Unpack[Options],
    ) -> str:
        """Args:
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `str`.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        GET /styles/{label}/{matrix}/{list}/{id}
        """
        return await self._client.send(self._call(read_styles, locals()))

    async def put_tags(self, *, body: Sequence[str], **options: Unpack[Options]) -> int:
        """Args:
            body: The body, sent as application/json.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `int`.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        PUT /tags
        """
        return await self._client.send(self._call(put_tags, locals()))

    async def search_tags(self, *, q: str | Omit = omit, **options: Unpack[Options]) -> Pair:
        """Args:
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `Pair`.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        GET /tags
        """
        return await self._client.send(self._call(search_tags, locals()))

    async def download(self, **options: Unpack[Options]) -> list[Shape]:
        """Args:
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `list[Shape]`.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        GET /upload
        """
        return await self._client.send(self._call(download, locals()))

    async def upload(
        self,
        *,
        file: FileParam,
        kind: str | Omit = omit,
        body_kind: str | Omit = omit,
        about: ReceiptParam | Receipt | Omit = omit,
        more: Sequence[ReceiptParam | Receipt] | Omit = omit,
        note: str | Omit | None = omit,
        level: Role | int | Omit = omit,
        either: Role | ReceiptParam | Receipt | Omit = omit,
        **options: Unpack[Options],
    ) -> str:
        """Args:
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `str`.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        POST /upload
        """
        return await self._client.send(self._call(upload, locals()))
