# Rendered by `make generate` from spec/openapi.yaml. Do not edit.
"""`client.letters`: methods that build a call and send it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Unpack, overload

from .. import operations as _operations
from ..operations.api import write_letter
from ..runtime.client.resource import AsyncResource, AsyncStreamManager, Omit, Resource, StreamManager, omit

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..models.api import Letters
    from ..models.parsed_api import ParsedLetters
    from ..params.api import WriteLetter
    from ..runtime.operation.operation import Options
    from ..runtime.response.model import ParsedT
    from ..runtime.streaming.parsed_stream import AsyncParsedStream, ParsedStream
    from ..runtime.streaming.stream import AsyncStream, Stream


class LettersResource(Resource, path="letters"):
    """`client.letters`: `write`."""

    @overload
    def write(
        self,
        id: str,
        *,
        to: str,
        form_at: Mapping[str, object] | Omit = omit,
        live: Literal[False] | Omit | None = omit,
        **options: Unpack[Options],
    ) -> Letters:
        """Write letters.

        Args:
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `Letters`; `Stream[Letters, Letters]` for `live` True.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.
            StreamTruncated: The stream ended before its end marker; raised while it is read.

        POST /desks/{id}/letters
        """

    @overload
    def write(self, id: str, *, live: Literal[True], **params: Unpack[WriteLetter]) -> Stream[Letters, Letters]: ...

    @overload
    def write(
        self, id: str, *, live: bool | Omit | None = omit, **params: Unpack[WriteLetter]
    ) -> Letters | Stream[Letters, Letters]: ...

    def write(
        self,
        id: str,
        *,
        to: str,
        form_at: Mapping[str, object] | Omit = omit,
        live: bool | Omit | None = omit,
        **options: Unpack[Options],
    ) -> Letters | Stream[Letters, Letters]:
        """Write letters.

        Args:
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `Letters`; `Stream[Letters, Letters]` for `live` True.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.
            StreamTruncated: The stream ended before its end marker; raised while it is read.

        POST /desks/{id}/letters
        """
        return self._client.send(self._call(write_letter, locals()))

    def fill_in(
        self,
        id: str,
        *,
        to: str,
        form_at: type[ParsedT] | Mapping[str, object] | Omit = omit,
        **options: Unpack[Options],
    ) -> ParsedLetters[ParsedT]:
        """Write letters, and parse its output.

        Args:
            form_at: Type of the output: a pydantic model, a msgspec Struct, a dataclass or a TypedDict.
            All others: as those of `write`.

        Returns:
            As `write`, with `parsed` beside each `body`; it is None for a refusal.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            LengthFinishReasonError, ContentFilterFinishReasonError: The output is cut off, or filtered.
            UnreadableAnswer: The output does not fit its type. `completion` of these errors holds the result.
            APIError: The request failed; its `outcome` tells whether it may have been executed.
        """
        return self._client.send(self._call(_operations.fill_in_letter, locals()))

    def fill_in_live(
        self,
        id: str,
        *,
        to: str,
        form_at: type[ParsedT] | Mapping[str, object] | Omit = omit,
        **options: Unpack[Options],
    ) -> StreamManager[ParsedStream[Letters, ParsedLetters[ParsedT], ParsedT]]:
        """Write letters as a stream, and parse its output.

        Sent at the beginning of the block: `with ...fill_in_live(...) as stream`.

        Args:
            All: as those of `fill_in`.

        Returns:
            A context manager of a `ParsedStream`. `type` tells its events apart.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
        """
        return StreamManager(self._client, self._call(_operations.fill_in_live_letter, locals()))


class AsyncLettersResource(AsyncResource, path="letters"):
    """`client.letters`: `write`."""

    @overload
    async def write(
        self,
        id: str,
        *,
        to: str,
        form_at: Mapping[str, object] | Omit = omit,
        live: Literal[False] | Omit | None = omit,
        **options: Unpack[Options],
    ) -> Letters:
        """Write letters.

        Args:
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `Letters`; `AsyncStream[Letters, Letters]` for `live` True.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.
            StreamTruncated: The stream ended before its end marker; raised while it is read.

        POST /desks/{id}/letters
        """

    @overload
    async def write(
        self, id: str, *, live: Literal[True], **params: Unpack[WriteLetter]
    ) -> AsyncStream[Letters, Letters]: ...

    @overload
    async def write(
        self, id: str, *, live: bool | Omit | None = omit, **params: Unpack[WriteLetter]
    ) -> Letters | AsyncStream[Letters, Letters]: ...

    async def write(
        self,
        id: str,
        *,
        to: str,
        form_at: Mapping[str, object] | Omit = omit,
        live: bool | Omit | None = omit,
        **options: Unpack[Options],
    ) -> Letters | AsyncStream[Letters, Letters]:
        """Write letters.

        Args:
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `Letters`; `AsyncStream[Letters, Letters]` for `live` True.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.
            StreamTruncated: The stream ended before its end marker; raised while it is read.

        POST /desks/{id}/letters
        """
        return await self._client.send(self._call(write_letter, locals()))

    async def fill_in(
        self,
        id: str,
        *,
        to: str,
        form_at: type[ParsedT] | Mapping[str, object] | Omit = omit,
        **options: Unpack[Options],
    ) -> ParsedLetters[ParsedT]:
        """Write letters, and parse its output.

        Args:
            form_at: Type of the output: a pydantic model, a msgspec Struct, a dataclass or a TypedDict.
            All others: as those of `write`.

        Returns:
            As `write`, with `parsed` beside each `body`; it is None for a refusal.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            LengthFinishReasonError, ContentFilterFinishReasonError: The output is cut off, or filtered.
            UnreadableAnswer: The output does not fit its type. `completion` of these errors holds the result.
            APIError: The request failed; its `outcome` tells whether it may have been executed.
        """
        return await self._client.send(self._call(_operations.fill_in_letter, locals()))

    def fill_in_live(
        self,
        id: str,
        *,
        to: str,
        form_at: type[ParsedT] | Mapping[str, object] | Omit = omit,
        **options: Unpack[Options],
    ) -> AsyncStreamManager[AsyncParsedStream[Letters, ParsedLetters[ParsedT], ParsedT]]:
        """Write letters as a stream, and parse its output.

        Sent at the beginning of the block: `async with ...fill_in_live(...) as stream`.

        Args:
            All: as those of `fill_in`.

        Returns:
            A context manager of a `AsyncParsedStream`. `type` tells its events apart.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
        """
        return AsyncStreamManager(self._client, self._call(_operations.fill_in_live_letter, locals()))
