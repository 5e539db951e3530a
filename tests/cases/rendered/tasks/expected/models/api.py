# Rendered by `make generate` from spec/openapi.yaml. Do not edit.
"""Api: models of responses."""

from __future__ import annotations

from typing import ClassVar

from ..runtime.files.file_model import AsyncFileModel, FileFields, FileModel
from ..runtime.response.model import ResponseModel


class Ticket(ResponseModel, frozen=True, kw_only=True):
    ticket: str
    code: int | None = None


class Plate(FileModel, frozen=True, kw_only=True):
    _media: ClassVar[FileFields] = FileFields(kind="image", url="photo")

    state: str
    why: str | None = None
    done: str | None = None
    photo: str | None = None
    choices: list[PlateChoicesItem] | None = None

    @property
    def url(self) -> str | None:
        """Address of the file, None if the response has none."""
        return self._address()


class AsyncPlate(AsyncFileModel, frozen=True, kw_only=True):
    """The async client's `Plate`."""

    _media: ClassVar[FileFields] = FileFields(kind="image", url="photo")

    state: str
    why: str | None = None
    done: str | None = None
    photo: str | None = None
    choices: list[PlateChoicesItem] | None = None

    @property
    def url(self) -> str | None:
        """Address of the file, None if the response has none."""
        return self._address()


class PlateChoicesItem(ResponseModel, frozen=True, kw_only=True):
    id: str | None = None
    name: str | None = None


class Menu(ResponseModel, frozen=True, kw_only=True):
    meals: list[str]
