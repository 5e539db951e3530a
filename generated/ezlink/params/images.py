# Rendered by `make generate` from spec/families/images.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""Images: what goes in."""

from __future__ import annotations

from typing import Literal, Required

from ..runtime.encoding.multipart import FileParam
from ..runtime.operation.operation import Options


class CreateImageEdit(Options, total=False):
    """The parameters of `create_image_edit`.

    (创建图片编辑, api-205931269)
    """

    image: Required[FileParam]
    """The picture, a square PNG below 4 MB. Without a mask its transparent parts are painted anew."""
    mask: FileParam
    """A PNG below 4 MB, as large as the picture, whose transparent parts say what to paint anew."""
    prompt: Required[str]
    """What the whole picture is to show, at most 1000 characters."""
    model: Literal["dall-e-2"] | str
    """Id of the model that paints; only `dall-e-2` can. Default: `'dall-e-2'`."""
    n: int
    """How many pictures to make, 1 to 10. Each costs. Default: `1`."""
    size: Literal["256x256", "512x512", "1024x1024"]
    """Width and height in pixels. Default: `'1024x1024'`."""
    response_format: Literal["url", "b64_json"]
    """Whether a picture comes by its address, which works for about an hour, or as base64. Default: `'url'`."""
    user: str
    """An id of your end user, with which the vendor can trace abuse."""


class CreateImage(Options, total=False):
    """The parameters of `create_image`.

    (创建图像, api-205931268)
    """

    prompt: Required[str]
    """What to show, at most 1000 characters for `dall-e-2` and 4000 for `dall-e-3`."""
    model: Literal["dall-e-2", "dall-e-3"] | str | None
    """Id of the model that paints. Default: `'dall-e-2'`."""
    n: int | None
    """How many pictures to make, 1 to 10; `dall-e-3` makes one only. Each costs. Default: `1`."""
    quality: Literal["standard", "hd"]
    """`hd` asks for finer detail. Only `dall-e-3` takes it. Default: `'standard'`."""
    response_format: Literal["url", "b64_json"] | None
    """Whether a picture comes by its address, which works for about an hour, or as base64. Default: `'url'`."""
    size: Literal["256x256", "512x512", "1024x1024", "1792x1024", "1024x1792"] | None
    """Width and height in pixels: 256x256, 512x512 or 1024x1024 for `dall-e-2`; 1024x1024, 1792x1024 or 1024x1792
    for `dall-e-3`. Default: `'1024x1024'`.
    """
    style: Literal["vivid", "natural"] | None
    """`vivid` exaggerates, `natural` does not. Only `dall-e-3` takes it. Default: `'vivid'`."""
    user: str
    """An id of your end user, with which the vendor can trace abuse."""


class CreateFluxImage(Options, total=False):
    """The parameters of `create_flux_image`.

    (创建图像 Copy)
    """

    prompt: Required[str]
    """What to show. It comes back as `revised_prompt`."""
    model: Required[Literal["flux-pro", "flux-dev", "flux-schnell"] | str]
    """Id of the model that paints."""
    n: int
    """How many pictures to make, 1 to 4. Each costs. Default: `1`."""
    size: str
    """Width and height (`1024x768`) or their ratio (`4:3`). Only the ratio counts: it is reduced and sent as the
    vendor's aspect ratio. It matches `^[0-9]+[x:][0-9]+$`. Default: `'1024x1024'`.
    """
    seed: int
    """Asks for the same picture for the same request."""
    output_quality: int
    """Quality of the compressed picture, 0 to 100."""
    response_format: Literal["webp", "jpg", "png"]
    """Format of the picture's file. This is not the field of that name of other models: `url` and `b64_json` are
    refused.
    """


class CreateImageVariation(Options, total=False):
    """The parameters of `create_image_variation`.

    (创建图像变体, api-205931270)
    """

    image: Required[FileParam]
    """The picture, a square PNG below 4 MB."""
    model: Literal["dall-e-2"] | str
    """Id of the model that paints; only `dall-e-2` can. Default: `'dall-e-2'`."""
    n: int
    """How many pictures to make, 1 to 10. Each costs. Default: `1`."""
    size: Literal["256x256", "512x512", "1024x1024"]
    """Width and height in pixels. Default: `'1024x1024'`."""
    response_format: Literal["url", "b64_json"]
    """Whether a picture comes by its address, which works for about an hour, or as base64. Default: `'url'`."""
    user: str
    """An id of your end user, with which the vendor can trace abuse."""
