# Rendered by `make generate` from spec/families/images.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""Images: parameters."""

from __future__ import annotations

from typing import Literal, Required

from ..runtime.encoding.multipart import FileParam
from ..runtime.operation.operation import Options


class CreateImageEdit(Options, total=False):
    """The parameters of `create_image_edit`.

    An image, and how to edit it.

    (创建图片编辑, api-205931269)
    """

    image: Required[FileParam]
    """Image to edit, a square PNG below 4 MB. Without a mask its transparent parts are repainted."""
    mask: FileParam
    """PNG below 4 MB of the size of the image, whose transparent parts mark what to repaint."""
    prompt: Required[str]
    """Description of the whole image, at most 1000 characters."""
    model: Literal["dall-e-2"] | str
    """Id of the model; only `dall-e-2` supports it. Default: `'dall-e-2'`."""
    n: int
    """Number of images, 1 to 10. You pay for each. Default: `1`."""
    size: Literal["256x256", "512x512", "1024x1024"]
    """Width and height in pixels. Default: `'1024x1024'`."""
    response_format: Literal["url", "b64_json"]
    """Format of the images: a URL that works for about an hour, or base64. Default: `'url'`."""
    user: str
    """Your id of the end user, which helps the vendor to trace abuse."""


class CreateImage(Options, total=False):
    """The parameters of `create_image`.

    Description and format of the images.

    (创建图像, api-205931268)
    """

    prompt: Required[str]
    """Description of the image, at most 1000 characters for `dall-e-2` and 4000 for `dall-e-3`."""
    model: Literal["dall-e-2", "dall-e-3"] | str | None
    """Id of the model. Default: `'dall-e-2'`."""
    n: int | None
    """Number of images, 1 to 10; only 1 with `dall-e-3`. You pay for each. Default: `1`."""
    quality: Literal["standard", "hd"]
    """`hd` for finer detail. Only `dall-e-3` supports it. Default: `'standard'`."""
    response_format: Literal["url", "b64_json"] | None
    """Format of the images: a URL that works for about an hour, or base64. Default: `'url'`."""
    size: Literal["256x256", "512x512", "1024x1024", "1792x1024", "1024x1792"] | None
    """Width and height in pixels: 256x256, 512x512 or 1024x1024 for `dall-e-2`; 1024x1024, 1792x1024 or 1024x1792
    for `dall-e-3`. Default: `'1024x1024'`.
    """
    style: Literal["vivid", "natural"] | None
    """`vivid` for dramatic images, `natural` for realistic ones. Only `dall-e-3` supports it. Default: `'vivid'`."""
    user: str
    """Your id of the end user, which helps the vendor to trace abuse."""


class CreateFluxImage(Options, total=False):
    """The parameters of `create_flux_image`.

    Description and format of the images. The gateway reads no other field for Flux: `aspect_ratio`,
    `num_outputs`, `output_format`, `quality` and `style` are dropped.

    (创建图像 Copy)
    """

    prompt: Required[str]
    """Description of the image. It is returned as `revised_prompt`."""
    model: Required[Literal["flux-pro", "flux-dev", "flux-schnell"] | str]
    """Id of the model."""
    n: int
    """Number of images, 1 to 4. You pay for each. Default: `1`."""
    size: str
    """Width and height (`1024x768`) or their ratio (`4:3`). Only the ratio matters: it is reduced and sent as the
    vendor's aspect ratio. It matches `^[0-9]+[x:][0-9]+$`. Default: `'1024x1024'`.
    """
    seed: int
    """Request the same image for the same request."""
    output_quality: int
    """Quality of the compressed image, 0 to 100."""
    response_format: Literal["webp", "jpg", "png"]
    """Format of the image file. Unlike the field of that name of other models, it rejects `url` and `b64_json`."""


class CreateImageVariation(Options, total=False):
    """The parameters of `create_image_variation`.

    An image to vary.

    (创建图像变体, api-205931270)
    """

    image: Required[FileParam]
    """Image to vary, a square PNG below 4 MB."""
    model: Literal["dall-e-2"] | str
    """Id of the model; only `dall-e-2` supports it. Default: `'dall-e-2'`."""
    n: int
    """Number of images, 1 to 10. You pay for each. Default: `1`."""
    size: Literal["256x256", "512x512", "1024x1024"]
    """Width and height in pixels. Default: `'1024x1024'`."""
    response_format: Literal["url", "b64_json"]
    """Format of the images: a URL that works for about an hour, or base64. Default: `'url'`."""
    user: str
    """Your id of the end user, which helps the vendor to trace abuse."""
