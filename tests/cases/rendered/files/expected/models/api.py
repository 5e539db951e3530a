# Rendered by `make generate` from spec/openapi.yaml. Do not edit.
"""Api: models of responses."""

from __future__ import annotations

from typing import ClassVar, TypeAlias

import msgspec

from ..runtime.files.file_model import AsyncFileModel, FileFields, FileModel
from ..runtime.response.model import ResponseModel


class Album(ResponseModel, frozen=True, kw_only=True):
    prints: list[Print]
    cover: Cover | None = None


class AsyncAlbum(ResponseModel, frozen=True, kw_only=True):
    """The async client's `Album`."""

    prints: list[AsyncPrint]
    cover: AsyncCover | None = None


class Print(FileModel, frozen=True, kw_only=True):
    _media: ClassVar[FileFields] = FileFields(kind="image", url="link", base64="picture")

    picture: bytes
    link: str | None = None
    bytes_: int | None = msgspec.field(default=None, name="bytes")

    @property
    def url(self) -> str | None:
        """Address of the file, None if the response has none."""
        return self._address()


class AsyncPrint(AsyncFileModel, frozen=True, kw_only=True):
    """The async client's `Print`."""

    _media: ClassVar[FileFields] = FileFields(kind="image", url="link", base64="picture")

    picture: bytes
    link: str | None = None
    bytes_: int | None = msgspec.field(default=None, name="bytes")

    @property
    def url(self) -> str | None:
        """Address of the file, None if the response has none."""
        return self._address()


Cover: TypeAlias = Print | None


AsyncCover: TypeAlias = AsyncPrint | None


class Caption(ResponseModel, frozen=True, kw_only=True):
    text: str


class LongCaption(ResponseModel, frozen=True, kw_only=True):
    text: str
    lines: list[str] | None = None


class Waiting(ResponseModel, frozen=True, kw_only=True):
    queue: int
