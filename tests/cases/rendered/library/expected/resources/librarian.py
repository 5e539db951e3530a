# Rendered by `make generate` from spec/openapi.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""`client.librarian`: methods that build a call and send it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Unpack, overload

from ..operations.api import create_answer
from ..runtime.client.resource import AsyncResource, Omit, Resource, omit

if TYPE_CHECKING:
    from ..models.api import Answer, Reader, Word
    from ..params.api import CreateAnswer, ReaderParam
    from ..runtime.operation.operation import Options
    from ..runtime.streaming.stream import AsyncStream, Stream


class Librarian(Resource, path="librarian"):
    """Ask the librarian.

    `client.librarian`: `ask`.
    """

    @overload
    def ask(
        self,
        *,
        question: str,
        live: Literal[False] | Omit | None = omit,
        asked_as: ReaderParam | Reader | Omit = omit,
        **options: Unpack[Options],
    ) -> Answer:
        """Ask the librarian.

        Args:
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `Answer`; `Stream[Word, Answer]` for `live` True.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.
            StreamTruncated: The stream ended before its end marker; raised while it is read.

        POST /answers
        """

    @overload
    def ask(self, *, live: Literal[True], **params: Unpack[CreateAnswer]) -> Stream[Word, Answer]: ...

    @overload
    def ask(
        self, *, live: bool | Omit | None = omit, **params: Unpack[CreateAnswer]
    ) -> Answer | Stream[Word, Answer]: ...

    def ask(
        self,
        *,
        question: str,
        live: bool | Omit | None = omit,
        asked_as: ReaderParam | Reader | Omit = omit,
        **options: Unpack[Options],
    ) -> Answer | Stream[Word, Answer]:
        """Ask the librarian.

        Args:
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `Answer`; `Stream[Word, Answer]` for `live` True.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.
            StreamTruncated: The stream ended before its end marker; raised while it is read.

        POST /answers
        """
        return self._client.send(self._call(create_answer, locals()))


class AsyncLibrarian(AsyncResource, path="librarian"):
    """Ask the librarian.

    `client.librarian`: `ask`.
    """

    @overload
    async def ask(
        self,
        *,
        question: str,
        live: Literal[False] | Omit | None = omit,
        asked_as: ReaderParam | Reader | Omit = omit,
        **options: Unpack[Options],
    ) -> Answer:
        """Ask the librarian.

        Args:
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `Answer`; `AsyncStream[Word, Answer]` for `live` True.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.
            StreamTruncated: The stream ended before its end marker; raised while it is read.

        POST /answers
        """

    @overload
    async def ask(self, *, live: Literal[True], **params: Unpack[CreateAnswer]) -> AsyncStream[Word, Answer]: ...

    @overload
    async def ask(
        self, *, live: bool | Omit | None = omit, **params: Unpack[CreateAnswer]
    ) -> Answer | AsyncStream[Word, Answer]: ...

    async def ask(
        self,
        *,
        question: str,
        live: bool | Omit | None = omit,
        asked_as: ReaderParam | Reader | Omit = omit,
        **options: Unpack[Options],
    ) -> Answer | AsyncStream[Word, Answer]:
        """Ask the librarian.

        Args:
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `Answer`; `AsyncStream[Word, Answer]` for `live` True.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.
            StreamTruncated: The stream ended before its end marker; raised while it is read.

        POST /answers
        """
        return await self._client.send(self._call(create_answer, locals()))
