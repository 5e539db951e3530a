# Rendered by `make generate` from spec/families/stability.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""Stability: models of responses."""

from __future__ import annotations

from typing import ClassVar, Literal

from ..runtime.files.file_model import AsyncFileModel, FileFields, FileModel
from ..runtime.response.model import ResponseModel


class StabilityGeneration(ResponseModel, frozen=True, kw_only=True):
    """A generation that has begun.

    (Start generation, api-205930775)
    """

    id: str
    """The id by which to fetch the result, 64 characters."""


class StableVideo(FileModel, frozen=True, kw_only=True):
    """A video, and whether it was filtered.

    (Fetch generation result, api-205930776)
    """

    _media: ClassVar[FileFields] = FileFields(kind="video", base64="video")

    video: bytes
    """The video, an MP4 file as base64."""
    finish_reason: Literal["SUCCESS", "CONTENT_FILTERED"] | str
    """`SUCCESS`, or `CONTENT_FILTERED` where moderation has blurred one or more frames."""
    seed: int | None = None
    """The seed that was used, 0 to 4294967294. With it the video can be made again. Default: `0`."""

    @property
    def url(self) -> str | None:
        """Address of the file, None if the response has none."""
        return self._address()


class AsyncStableVideo(AsyncFileModel, frozen=True, kw_only=True):
    """A video, and whether it was filtered.

    (Fetch generation result, api-205930776)

    The async client's `StableVideo`.
    """

    _media: ClassVar[FileFields] = FileFields(kind="video", base64="video")

    video: bytes
    """The video, an MP4 file as base64."""
    finish_reason: Literal["SUCCESS", "CONTENT_FILTERED"] | str
    """`SUCCESS`, or `CONTENT_FILTERED` where moderation has blurred one or more frames."""
    seed: int | None = None
    """The seed that was used, 0 to 4294967294. With it the video can be made again. Default: `0`."""

    @property
    def url(self) -> str | None:
        """Address of the file, None if the response has none."""
        return self._address()


class StabilityProgress(ResponseModel, frozen=True, kw_only=True):
    """A generation that is not done.

    (Fetch generation result, api-205930776)
    """

    id: str
    """Id of the generation."""
    status: Literal["in-progress"] | str
    """Always `in-progress`."""


class StableImage(FileModel, frozen=True, kw_only=True):
    """An image, and whether it was filtered.

    (Stable Image Core, api-205930786)
    """

    _media: ClassVar[FileFields] = FileFields(kind="image", base64="image")

    image: bytes
    """The image, as base64."""
    finish_reason: Literal["SUCCESS", "CONTENT_FILTERED"] | str
    """`SUCCESS`, or `CONTENT_FILTERED` where moderation has blurred the image."""
    seed: int | None = None
    """The seed that was used, 0 to 4294967294. With it the image can be made again. Default: `0`."""

    @property
    def url(self) -> str | None:
        """Address of the file, None if the response has none."""
        return self._address()


class AsyncStableImage(AsyncFileModel, frozen=True, kw_only=True):
    """An image, and whether it was filtered.

    (Stable Image Core, api-205930786)

    The async client's `StableImage`.
    """

    _media: ClassVar[FileFields] = FileFields(kind="image", base64="image")

    image: bytes
    """The image, as base64."""
    finish_reason: Literal["SUCCESS", "CONTENT_FILTERED"] | str
    """`SUCCESS`, or `CONTENT_FILTERED` where moderation has blurred the image."""
    seed: int | None = None
    """The seed that was used, 0 to 4294967294. With it the image can be made again. Default: `0`."""

    @property
    def url(self) -> str | None:
        """Address of the file, None if the response has none."""
        return self._address()
