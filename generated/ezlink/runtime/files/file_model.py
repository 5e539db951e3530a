"""Objects of an answer that are a picture, sound or video: as base64, or at an address."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple, Self, TypeAlias

from ..errors import MissingField, UnreadableAnswer
from ..http.json_pointer import select
from ..http.media_type import MediaKind, check_media
from ..response.model import Model
from . import notebook as showing
from .atomic_write import AtomicWriter
from .download import LIMIT, checked, from_base64, from_data_url

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..protocols import AsyncSender, SyncSender
    from .binary_response import AsyncBinaryResponse, BinaryResponse

__all__ = ["AsyncFileModel", "FileFields", "FileModel", "give_client"]

Bytes: TypeAlias = bytes  # inside the classes below, `bytes` is their method

# Where an object keeps the client that fetches for it: beside its fields, and left behind when it is pickled.
_CLIENT = "_client"


class FileFields(NamedTuple):
    """Which fields of a class hold its file: the address, and the content as base64 or as bytes."""

    kind: MediaKind
    url: str | None = None
    base64: str | None = None


class _MediaModel(Model, frozen=True, kw_only=True):
    _media: ClassVar[FileFields]

    def _field(self, name: str | None) -> Any:
        return None if name is None else getattr(self, name, None)

    def _address(self) -> str | None:
        """The address of the file, or None where the answer names none."""
        return self._field(self._media.url) or None

    def _content(self) -> Bytes | None:
        """The file where the answer itself holds it. Raises UnreadableAnswer where that is no file of its kind."""
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
        if (fault := check_media(content[:512], f"{kind}/*", kind)) is not None:
            raise self._unreadable(fault)
        return content  # type: ignore[no-any-return]

    def _url_to_fetch(self) -> str:
        if (url := self._address()) is not None:
            return url
        names = [name for name in (self._media.url, self._media.base64) if name is not None]
        raise MissingField(
            f"this {type(self).__name__} holds no {self._media.kind}: {' and '.join(names)} did not come"
        )

    def _fetching_client(self) -> Any:
        client = vars(self).get(_CLIENT)
        if client is None:
            raise LookupError(
                f"this {type(self).__name__} was not returned by a client (or was pickled), and has none to fetch "
                "with: client.fetch(url) does it"
            )
        return client

    def _unreadable(self, reason: str) -> UnreadableAnswer:
        said = f"the {self._media.kind} of this {type(self).__name__} cannot be read: {reason}"
        return UnreadableAnswer(said, outcome="executed")

    def __copy__(self) -> Self:
        twin = super().__copy__()
        vars(twin).update(vars(self))
        return twin

    def __reduce__(self) -> tuple[Any, ...]:
        restore, (kind, fields, beside) = super().__reduce__()
        return restore, (kind, fields, {name: value for name, value in beside.items() if name != _CLIENT})

    def _repr_png_(self) -> Bytes | None:
        return showing.png(self._shown())

    def _repr_jpeg_(self) -> Bytes | None:
        return showing.jpeg(self._shown())

    def _repr_html_(self) -> str | None:
        content = self._shown()
        if content is not None:
            return showing.html(content)
        try:
            # The browser fetches it: a notebook that shows its cells again sends nothing from here.
            return showing.linked(self._media.kind, checked(self._address() or ""))
        except ValueError:
            return None

    def _shown(self) -> Bytes | None:
        try:
            return self._content()
        except UnreadableAnswer:
            return None


class FileModel(_MediaModel, frozen=True, kw_only=True):
    """An object that is a picture, sound or video.

    `bytes()` and `save(path)` take the content that came with it, or fetch its address: without the key, over http or
    https only, and no more than `limit` bytes.
    """

    def bytes(self, *, limit: int | None = LIMIT) -> Bytes:
        """The file. Raises MissingField where there is none (yet), APIError where it cannot be fetched."""
        content = self._content()
        if content is not None:
            return content
        with self._open(limit) as media:
            return media.bytes()

    def save(self, path: str | os.PathLike[str], *, limit: int | None = LIMIT) -> Path:
        """Write the file to a path, and return the path. A file that does not come whole leaves no trace there.

        Raises MissingField where there is none (yet), APIError where it cannot be fetched.
        """
        content = self._content()
        if content is not None:
            return _write(path, content)
        with self._open(limit) as media:
            return media.save(path)

    def _open(self, limit: int | None) -> BinaryResponse:
        url = self._url_to_fetch()
        client: SyncSender = self._fetching_client()
        return client.fetch(url, kind=self._media.kind, limit=limit)


class AsyncFileModel(_MediaModel, frozen=True, kw_only=True):
    """The twin of `FileModel`: `await image.save(path)`, `await image.bytes()`."""

    async def bytes(self, *, limit: int | None = LIMIT) -> Bytes:
        """The file. Raises MissingField where there is none (yet), APIError where it cannot be fetched."""
        content = self._content()
        if content is not None:
            return content
        async with await self._open(limit) as media:
            return await media.bytes()

    async def save(self, path: str | os.PathLike[str], *, limit: int | None = LIMIT) -> Path:
        """Write the file to a path, and return the path. A file that does not come whole leaves no trace there.

        Raises MissingField where there is none (yet), APIError where it cannot be fetched.
        """
        content = self._content()
        if content is not None:
            return _write(path, content)
        async with await self._open(limit) as media:
            return await media.save(path)

    async def _open(self, limit: int | None) -> AsyncBinaryResponse:
        url = self._url_to_fetch()
        client: AsyncSender = self._fetching_client()
        return await client.fetch(url, kind=self._media.kind, limit=limit)


def give_client(value: Any, places: Iterable[str], client: SyncSender | AsyncSender) -> None:
    """Let the media models within an answer fetch with this client.

    `places` are JSON pointers to them: `""` is the answer itself, `/data/*` each item of its `data`.
    """
    for place in places:
        for found in select(value, place):
            if isinstance(found, _MediaModel):
                vars(found)[_CLIENT] = client


def _write(path: str | os.PathLike[str], content: bytes) -> Path:
    with AtomicWriter(path) as file:
        file.write(content)
    return Path(path)
