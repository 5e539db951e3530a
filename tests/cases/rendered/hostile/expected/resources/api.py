# Rendered by `make generate` from spec/openapi.yaml. Do not edit.
"""`client.api`: methods that build a call and send it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Unpack, overload

from ..operations.api import get_v1_i_d_class, resource
from ..operations.api import kind as build_kind
from ..runtime.client.resource import AsyncResource, Omit, Resource, omit

if TYPE_CHECKING:
    from ..models.api import Any_2, Api, Resource_
    from ..runtime.operation.operation import Options
    from ..runtime.streaming.stream import AsyncStream, Stream


class ApiResource(Resource, path="api"):
    """`client.api`: `kind`, `resource`, `get_v1_i_d_class`."""

    @overload
    def kind(self, *, kind: Literal["one"] | Omit | None = omit, **options: Unpack[Options]) -> Resource_:
        """Args:
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `Resource_`; `Stream[Api, Resource_]` for `kind` 'many'.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.
            StreamTruncated: The stream ended before its end marker; raised while it is read.

        POST /kind
        """

    @overload
    def kind(self, *, kind: Literal["many"], **options: Unpack[Options]) -> Stream[Api, Resource_]: ...

    @overload
    def kind(
        self, *, kind: Literal["one", "many"] | Omit | None = omit, **options: Unpack[Options]
    ) -> Resource_ | Stream[Api, Resource_]: ...

    def kind(
        self, *, kind: Literal["one", "many"] | Omit | None = omit, **options: Unpack[Options]
    ) -> Resource_ | Stream[Api, Resource_]:
        """Args:
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `Resource_`; `Stream[Api, Resource_]` for `kind` 'many'.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.
            StreamTruncated: The stream ended before its end marker; raised while it is read.

        POST /kind
        """
        return self._client.send(self._call(build_kind, locals()))

    def resource(self, *, go: str | Omit = omit, **options: Unpack[Options]) -> Resource_ | Stream[Api, Resource_]:
        """Args:
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `Resource_ | Stream[Api, Resource_]`.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.
            StreamTruncated: The stream ended before its end marker; raised while it is read.

        POST /resource
        """
        return self._client.send(self._call(resource, locals()))

    def get_v1_i_d_class(self, i_d: str, class_: str, **options: Unpack[Options]) -> Any_2:
        """Args:
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `Any_2`: ".

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        GET /v1/'"/{i_d}/{class_}
        """
        return self._client.send(self._call(get_v1_i_d_class, locals()))


class AsyncApiResource(AsyncResource, path="api"):
    """`client.api`: `kind`, `resource`, `get_v1_i_d_class`."""

    @overload
    async def kind(self, *, kind: Literal["one"] | Omit | None = omit, **options: Unpack[Options]) -> Resource_:
        """Args:
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `Resource_`; `AsyncStream[Api, Resource_]` for `kind` 'many'.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.
            StreamTruncated: The stream ended before its end marker; raised while it is read.

        POST /kind
        """

    @overload
    async def kind(self, *, kind: Literal["many"], **options: Unpack[Options]) -> AsyncStream[Api, Resource_]: ...

    @overload
    async def kind(
        self, *, kind: Literal["one", "many"] | Omit | None = omit, **options: Unpack[Options]
    ) -> Resource_ | AsyncStream[Api, Resource_]: ...

    async def kind(
        self, *, kind: Literal["one", "many"] | Omit | None = omit, **options: Unpack[Options]
    ) -> Resource_ | AsyncStream[Api, Resource_]:
        """Args:
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `Resource_`; `AsyncStream[Api, Resource_]` for `kind` 'many'.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.
            StreamTruncated: The stream ended before its end marker; raised while it is read.

        POST /kind
        """
        return await self._client.send(self._call(build_kind, locals()))

    async def resource(
        self, *, go: str | Omit = omit, **options: Unpack[Options]
    ) -> Resource_ | AsyncStream[Api, Resource_]:
        """Args:
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `Resource_ | AsyncStream[Api, Resource_]`.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.
            StreamTruncated: The stream ended before its end marker; raised while it is read.

        POST /resource
        """
        return await self._client.send(self._call(resource, locals()))

    async def get_v1_i_d_class(self, i_d: str, class_: str, **options: Unpack[Options]) -> Any_2:
        """Args:
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `Any_2`: ".

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        GET /v1/'"/{i_d}/{class_}
        """
        return await self._client.send(self._call(get_v1_i_d_class, locals()))
