"""Objects of a response that are a picture, sound or video: as base64, or behind a URL."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple, Protocol, Self, TypeAlias

from ..errors import MissingField, UnreadableAnswer
from ..http.json_pointer import is_array, select
from ..http.media_type import HEAD, MediaKind, check_media
from ..operation.call import UNSET
from ..response.decoding import describe
from ..response.model import ResponseModel
from . import notebook
from .atomic_write import AtomicWriter
from .download import checked, from_base64, from_data_url

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..http.timeout import MaxBytes
    from .binary_response import AsyncBinaryResponse, BinaryResponse

__all__ = ["AsyncFileModel", "FileFields", "FileModel", "attach_client"]

Bytes: TypeAlias = bytes  # inside the classes below, `bytes` is their method

# Where an object keeps the client that fetches for it: beside its fields, and not pickled with it.
_CLIENT = "_client"


class Fetcher(Protocol):
    """A sync client, as far as file models need it."""

    def fetch(self, url: str, *, kind: MediaKind | None = ..., limit: MaxBytes = ...) -> BinaryResponse: ...


class AsyncFetcher(Protocol):
    """The async counterpart of `Fetcher`."""

    async def fetch(self, url: str, *, kind: MediaKind | None = ..., limit: MaxBytes = ...) -> AsyncBinaryResponse: ...


class FileFields(NamedTuple):
    """The fields of a class that hold its file: the URL, and the content as base64 or as bytes."""

    kind: MediaKind
    url: str | None = None
    base64: str | None = None


class _FileModel(ResponseModel, frozen=True, kw_only=True):
    _media: ClassVar[FileFields]

    def _field(self, name: str | None) -> Any:
        """Return the value of a field: text, bytes or None. Raises UnreadableAnswer if it is of another type."""
        value: Any = None if name is None else getattr(self, name, None)
        if is_array(value) and len(value) <= 1:  # some servers list the one file that there is
            value = value[0] if value else None
        if value is None or isinstance(value, (str, bytes)):
            return value
        raise self._unreadable(f"{name} is {describe(value)}")

    def _address(self) -> str | None:
        """Return the URL of the file, or None if there is none."""
        return self._field(self._media.url) or None

    def _content(self) -> Bytes | None:
        """Return the file if the response holds it. Raises UnreadableAnswer if that is no file of its kind."""
        content, kind = self._field(self._media.base64), self._media.kind
        try:
            if isinstance(content, str) and content:
                content = from_base64(content)
            if not content:
                content = from_data_url(self._address() or "")
        except ValueError as error:
            raise self._unreadable(f"its base64 is broken: {error}") from None
        if not content:
            return None
        if (fault := check_media(content[:HEAD], f"{kind}/*", kind)) is not None:
            raise self._unreadable(fault)
        return content  # type: ignore[no-any-return]

    def _url(self) -> str:
        if (url := self._address()) is not None:
            try:
                return checked(url)
            except ValueError as error:
                raise self._unreadable(str(error)) from None
        names = [name for name in (self._media.url, self._media.base64) if name is not None]
        raise MissingField(f"this {type(self).__name__} holds no {self._media.kind}: no {' and no '.join(names)}")

    def _fetching_client(self) -> Any:
        client = vars(self).get(_CLIENT)
        if client is None:
            raise LookupError(
                f"this {type(self).__name__} was not returned by a client (or was pickled), and cannot fetch its file: "
                "use client.fetch(url)"
            )
        return client

    def _unreadable(self, reason: str) -> UnreadableAnswer:
        message = f"the {self._media.kind} of this {type(self).__name__} cannot be read: {reason}"
        return UnreadableAnswer(message, outcome="executed")

    def __copy__(self) -> Self:
        copy = super().__copy__()
        vars(copy).update(vars(self))
        return copy

    def __reduce__(self) -> tuple[Any, ...]:
        restore, (kind, fields, beside) = super().__reduce__()
        return restore, (kind, fields, {name: value for name, value in beside.items() if name != _CLIENT})

    def _repr_png_(self) -> Bytes | None:
        return notebook.png(self._shown())

    def _repr_jpeg_(self) -> Bytes | None:
        return notebook.jpeg(self._shown())

    def _repr_html_(self) -> str | None:
        content = self._shown()
        if content is not None:
            return notebook.html(content)
        try:
            # Fetched by the browser: a notebook that is opened again sends nothing from here.
            return notebook.linked(self._media.kind, checked(self._address() or ""))
        except (ValueError, UnreadableAnswer):
            return None

    def _shown(self) -> Bytes | None:
        try:
            return self._content()
        except UnreadableAnswer:
            return None


class FileModel(_FileModel, frozen=True, kw_only=True):
    """An object that is a picture, sound or video.

    `bytes()` and `save(path)` take the content that came with it, or fetch its URL: without the key, over http or
    https only, and no more than `limit` bytes (as `client.fetch` does).
    """

    def bytes(self, *, limit: MaxBytes = UNSET) -> Bytes:
        """Return the file. Raises MissingField if there is none (yet), APIError if it cannot be fetched."""
        content = self._content()
        if content is not None:
            return content
        with self._open(limit) as file:
            return file.bytes()

    def save(self, path: str | os.PathLike[str], *, limit: MaxBytes = UNSET) -> Path:
        """Write the file to a path, and return the path. An incomplete file is not written at all.

        Raises MissingField if there is none (yet), APIError if it cannot be fetched, OSError if it cannot be written.
        """
        content = self._content()
        if content is not None:
            return _write(path, content)
        with self._open(limit) as file:
            return file.save(path)

    def _open(self, limit: MaxBytes) -> BinaryResponse:
        url = self._url()
        client: Fetcher = self._fetching_client()
        return client.fetch(url, kind=self._media.kind, limit=limit)


class AsyncFileModel(_FileModel, frozen=True, kw_only=True):
    """The async counterpart of `FileModel`: `await image.save(path)`, `await image.bytes()`."""

    async def bytes(self, *, limit: MaxBytes = UNSET) -> Bytes:
        """Return the file; see `FileModel.bytes`."""
        content = self._content()
        if content is not None:
            return content
        async with await self._open(limit) as file:
            return await file.bytes()

    async def save(self, path: str | os.PathLike[str], *, limit: MaxBytes = UNSET) -> Path:
        """Write the file to a path, and return the path; see `FileModel.save`."""
        content = self._content()
        if content is not None:
            return _write(path, content)
        async with await self._open(limit) as file:
            return await file.save(path)

    async def _open(self, limit: MaxBytes) -> AsyncBinaryResponse:
        url = self._url()
        client: AsyncFetcher = self._fetching_client()
        return await client.fetch(url, kind=self._media.kind, limit=limit)


def attach_client(value: Any, places: Iterable[str], client: Fetcher | AsyncFetcher) -> None:
    """Let the file models within a result fetch with this client.

    `places` are JSON pointers to them: `""` is the result itself, `/data/*` each item of its `data`.
    """
    for place in places:
        for model in select(value, place):
            if isinstance(model, _FileModel):
                vars(model)[_CLIENT] = client


def _write(path: str | os.PathLike[str], content: bytes) -> Path:
    with AtomicWriter(path) as file:
        file.write(content)
    return Path(path)
