# Rendered by `make generate` from spec/families/images.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""Images: models of responses."""

from __future__ import annotations

from typing import ClassVar

from ..runtime.files.file_model import AsyncFileModel, FileFields, FileModel
from ..runtime.response.model import ResponseModel


class ImagesResponse(ResponseModel, frozen=True, kw_only=True):
    """Images that were made.

    (创建图像, api-205931268)
    """

    created: int
    """When they were made, in Unix seconds."""
    data: list[Image]
    """The images, as many as `n` asked for."""


class AsyncImagesResponse(ResponseModel, frozen=True, kw_only=True):
    """Images that were made.

    (创建图像, api-205931268)

    The async client's `ImagesResponse`.
    """

    created: int
    """When they were made, in Unix seconds."""
    data: list[AsyncImage]
    """The images, as many as `n` asked for."""


class Image(FileModel, frozen=True, kw_only=True):
    """An image, as a URL or as base64, as `response_format` asked for.

    (图像对象, doc-4994293)
    """

    _media: ClassVar[FileFields] = FileFields(kind="image", url="url", base64="b64_json")

    b64_json: str | None = None
    """The image as base64, if `response_format` was `b64_json`."""
    url: str | None = None
    """Where the image is, unless it comes as base64. The address works for about an hour."""
    revised_prompt: str | None = None
    """Prompt that was used, if the model revised it; with Flux the prompt as it was sent."""


class AsyncImage(AsyncFileModel, frozen=True, kw_only=True):
    """An image, as a URL or as base64, as `response_format` asked for.

    (图像对象, doc-4994293)

    The async client's `Image`.
    """

    _media: ClassVar[FileFields] = FileFields(kind="image", url="url", base64="b64_json")

    b64_json: str | None = None
    """The image as base64, if `response_format` was `b64_json`."""
    url: str | None = None
    """Where the image is, unless it comes as base64. The address works for about an hour."""
    revised_prompt: str | None = None
    """Prompt that was used, if the model revised it; with Flux the prompt as it was sent."""
