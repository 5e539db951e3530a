# Rendered by `make generate` from spec/families/images.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""Images: every function builds a call and sends nothing; `client.send(call)` sends it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from ..models.images import AsyncImagesResponse, ImagesResponse
from ..runtime.encoding.multipart import FormField
from ..runtime.operation.call import Call, build_call
from ..runtime.operation.endpoint import endpoint
from ..runtime.operation.operation import NotServedHint, Operation

if TYPE_CHECKING:
    from ..params.images import CreateFluxImage, CreateImage, CreateImageEdit, CreateImageVariation

_CREATE_IMAGE_EDIT = Operation(
    id="createImageEdit",
    name="images.edit",
    method="POST",
    path="/v1/images/edits",
    multipart=(
        FormField(name="image", file=True, type="image/png"),
        FormField(name="mask", file=True, type="image/png"),
        FormField(name="prompt"),
        FormField(name="model"),
        FormField(name="n"),
        FormField(name="size"),
        FormField(name="response_format"),
        FormField(name="user"),
    ),
    required=("image", "prompt"),
    result=ImagesResponse,
    async_result=AsyncImagesResponse,
    proof=("data",),
    file_models=("/data/*",),
    not_served=NotServedHint(
        evidence=(
            "The gateway of 2024-09-15 and 2024-11-30 has no handler for it: 503 before a channel is "
            "chosen for a form, 501 api_not_implemented for JSON. Served since 2025-03-17."
        ),
        statuses=(501, 503),
    ),
)


@endpoint(_CREATE_IMAGE_EDIT)
def create_image_edit(**params: Unpack[CreateImageEdit]) -> Call[ImagesResponse, AsyncImagesResponse]:
    """Edit an image.

    Repaints the transparent parts of the image, or of the mask. Documented, but the gateway of 2024 does not
    serve it.

    Not served. The gateway of 2024-09-15 and 2024-11-30 has no handler for it: 503 before a channel is chosen for
    a form, 501 api_not_implemented for JSON. Served since 2025-03-17.

    Args:
        image: Image to edit, a square PNG below 4 MB.
        prompt: Description of the whole image, at most 1000 characters.
        All others: see `CreateImageEdit` in params/images.py.

    POST /v1/images/edits (创建图片编辑, api-205931269)
    """
    return build_call(_CREATE_IMAGE_EDIT, params)


_CREATE_IMAGE = Operation(
    id="createImage",
    name="images.generate",
    method="POST",
    path="/v1/images/generations",
    body=("prompt", "model", "n", "quality", "response_format", "size", "style", "user"),
    required=("prompt",),
    result=ImagesResponse,
    async_result=AsyncImagesResponse,
    proof=("data",),
    file_models=("/data/*",),
)


@endpoint(_CREATE_IMAGE)
def create_image(**params: Unpack[CreateImage]) -> Call[ImagesResponse, AsyncImagesResponse]:
    """Create images from a prompt.

    Returns images, each as a URL that works for about an hour, or as base64. The gateway checks size, number and
    length of the prompt for the model, and rejects a model whose sizes it does not know. **A vendor's failure
    arrives with status 200**: its body is the vendor's error object and has no `data`, and the headers are those
    of the failure, Retry-After among them.

    Args:
        prompt: Description of the image, at most 1000 characters for `dall-e-2` and 4000 for `dall-e-3`.
        All others: see `CreateImage` in params/images.py.

    POST /v1/images/generations (创建图像, api-205931268)
    """
    return build_call(_CREATE_IMAGE, params)


_CREATE_FLUX_IMAGE = Operation(
    id="createFluxImage",
    name="flux.generate",
    method="POST",
    path="/v1/images/generations",
    body=("prompt", "model", "n", "size", "seed", "output_quality", "response_format"),
    required=("prompt", "model"),
    result=ImagesResponse,
    async_result=AsyncImagesResponse,
    proof=("data",),
    file_models=("/data/*",),
)


@endpoint(_CREATE_FLUX_IMAGE)
def create_flux_image(**params: Unpack[CreateFluxImage]) -> Call[ImagesResponse, AsyncImagesResponse]:
    """Create images with Flux.

    Returns URLs of images. The gateway passes the prompt to Replicate and waits up to a minute for the images.
    Every failure of the vendor is a 500, even a refusal or its rate limit. Served from 2024-08-22 to 2024-12-16.

    Args:
        prompt: Description of the image.
        model: Id of the model.
        All others: see `CreateFluxImage` in params/images.py.

    POST /v1/images/generations (创建图像 Copy)
    """
    return build_call(_CREATE_FLUX_IMAGE, params)


_CREATE_IMAGE_VARIATION = Operation(
    id="createImageVariation",
    name="images.create_variation",
    method="POST",
    path="/v1/images/variations",
    multipart=(
        FormField(name="image", file=True, type="image/png"),
        FormField(name="model"),
        FormField(name="n"),
        FormField(name="size"),
        FormField(name="response_format"),
        FormField(name="user"),
    ),
    required=("image",),
    result=ImagesResponse,
    async_result=AsyncImagesResponse,
    proof=("data",),
    file_models=("/data/*",),
    not_served=NotServedHint(
        evidence=(
            "No gateway from 2024-09-15 to 2026-08-21 has a handler for it: 503 before a channel is "
            "chosen for a form, 501 api_not_implemented for JSON."
        ),
        statuses=(501, 503),
    ),
)


@endpoint(_CREATE_IMAGE_VARIATION)
def create_image_variation(**params: Unpack[CreateImageVariation]) -> Call[ImagesResponse, AsyncImagesResponse]:
    """Create variations of an image.

    Returns images that resemble the given one. Documented, but no gateway serves it.

    Not served. No gateway from 2024-09-15 to 2026-08-21 has a handler for it: 503 before a channel is chosen for
    a form, 501 api_not_implemented for JSON.

    Args:
        image: Image to vary, a square PNG below 4 MB.
        All others: see `CreateImageVariation` in params/images.py.

    POST /v1/images/variations (创建图像变体, api-205931270)
    """
    return build_call(_CREATE_IMAGE_VARIATION, params)
