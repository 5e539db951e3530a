# Rendered by `make generate` from spec/families/stability.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""Stability: every function builds a call and sends nothing; `client.send(call)` sends it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, Unpack, overload

from ..models.stability import (
    AsyncStableImage,
    AsyncStableVideo,
    StabilityGeneration,
    StabilityProgress,
    StableImage,
    StableVideo,
)
from ..runtime.encoding.multipart import FormField
from ..runtime.operation.call import Call, build_call
from ..runtime.operation.endpoint import endpoint
from ..runtime.operation.operation import NotServedHint, Operation
from ..runtime.operation.polling_spec import PollingSpec
from ..runtime.operation.response_variants import ResponseVariant, ResponseVariants

if TYPE_CHECKING:
    from ..params.stability import (
        ControlImageSketch,
        ControlImageStructure,
        ControlImageStyle,
        CreateStableDiffusion3,
        CreateStableImageCore,
        CreateStableImageUltra,
        EraseImage,
        GetCreativeUpscaleResult,
        GetImageToVideoResult,
        InpaintImage,
        OutpaintImage,
        RemoveImageBackground,
        SearchAndReplaceImage,
        StartCreativeUpscale,
        StartImageToVideo,
        UpscaleImageConservative,
    )
    from ..runtime.files.binary_response import AsyncBinaryResponse, BinaryResponse
    from ..runtime.polling.task import AsyncTask, Task

_GET_CREATIVE_UPSCALE_RESULT_POLLING = PollingSpec(
    id="/id",
    fetch="get_creative_upscale_result",
    parameter="id",
    status="http",
    states={202: "running", 200: "succeeded"},
    interval=(10.0, 10.0),
)


_GET_IMAGE_TO_VIDEO_RESULT_POLLING = PollingSpec(
    id="/id",
    fetch="get_image_to_video_result",
    parameter="id",
    status="http",
    states={202: "running", 200: "succeeded"},
    interval=(10.0, 10.0),
)


_START_IMAGE_TO_VIDEO = Operation(
    id="startImageToVideo",
    name="stability.video.start",
    method="POST",
    path="/v2beta/image-to-video",
    header=("stability-client-id", "stability-client-user-id", "stability-client-version"),
    multipart=(
        FormField(name="image", file=True),
        FormField(name="seed"),
        FormField(name="cfg_scale"),
        FormField(name="motion_bucket_id"),
    ),
    required=("image",),
    wire_names={
        "stability_client_id": "stability-client-id",
        "stability_client_user_id": "stability-client-user-id",
        "stability_client_version": "stability-client-version",
    },
    result=StabilityGeneration,
    proof=("id",),
    polling=_GET_IMAGE_TO_VIDEO_RESULT_POLLING,
)


@endpoint(_START_IMAGE_TO_VIDEO)
def start_image_to_video(
    **params: Unpack[StartImageToVideo],
) -> Call[Task[BinaryResponse], AsyncTask[AsyncBinaryResponse]]:
    """Start an image-to-video task.

    Starts a short video whose first frame is the image, and returns the id by which to fetch it. Poll at most
    once every 10 seconds; the result is kept for 24 hours.

    Args:
        image: The first frame, a JPEG or PNG of exactly 1024x576, 576x1024 or 768x768 pixels.
        All others: see `StartImageToVideo` in params/stability.py.

    POST /v2beta/image-to-video (Start generation, api-205930775)
    """
    return build_call(_START_IMAGE_TO_VIDEO, params)


_GET_IMAGE_TO_VIDEO_RESULT = Operation(
    id="getImageToVideoResult",
    name="stability.video.result",
    method="GET",
    path="/v2beta/image-to-video/result/{id}",
    header=("stability-client-id", "stability-client-user-id", "stability-client-version"),
    wire_names={
        "stability_client_id": "stability-client-id",
        "stability_client_user_id": "stability-client-user-id",
        "stability_client_version": "stability-client-version",
    },
    retry="safe",
    results={202: StabilityProgress},
    proof=("video",),
    proofs={202: ("status",)},
    variants=ResponseVariants(
        by="accept",
        default="video/*",
        cases={
            "video/*": ResponseVariant(media_type="video/*", result="video"),
            "application/json": ResponseVariant(
                media_type="application/json", result=StableVideo, async_result=AsyncStableVideo
            ),
        },
    ),
    file_models=("",),
)


@overload
def get_image_to_video_result(
    id: str, *, accept: Literal["video/*"] = ..., **params: Unpack[GetImageToVideoResult]
) -> Call[BinaryResponse | StabilityProgress, AsyncBinaryResponse | StabilityProgress]: ...


@overload
def get_image_to_video_result(
    id: str, *, accept: Literal["application/json"], **params: Unpack[GetImageToVideoResult]
) -> Call[StableVideo | StabilityProgress, AsyncStableVideo | StabilityProgress]: ...


@overload
def get_image_to_video_result(
    id: str, *, accept: Literal["video/*", "application/json"] = ..., **params: Unpack[GetImageToVideoResult]
) -> Call[
    BinaryResponse | StableVideo | StabilityProgress, AsyncBinaryResponse | AsyncStableVideo | StabilityProgress
]: ...


@endpoint(_GET_IMAGE_TO_VIDEO_RESULT)
def get_image_to_video_result(id: str, **params: Any) -> Call[Any]:
    """Get the result of an image-to-video task.

    Returns the video as a file or as JSON, or status 202 while it is in progress. Poll at most once every 10
    seconds. The gateway accepts any valid key, whoever started the generation; an unknown id is a 400.

    Args:
        id: Id of the generation, 64 characters.
        accept: Media type of the response, sent as the header Accept.
        All others: see `GetImageToVideoResult` in params/stability.py.

    GET /v2beta/image-to-video/result/{id} (Fetch generation result, api-205930776)
    """
    return build_call(_GET_IMAGE_TO_VIDEO_RESULT, params, id=id)


_CONTROL_IMAGE_SKETCH = Operation(
    id="controlImageSketch",
    name="stability.control.sketch",
    method="POST",
    path="/v2beta/stable-image/control/sketch",
    header=("stability-client-id", "stability-client-user-id", "stability-client-version"),
    multipart=(
        FormField(name="prompt"),
        FormField(name="image", file=True),
        FormField(name="control_strength"),
        FormField(name="negative_prompt"),
        FormField(name="seed"),
        FormField(name="output_format"),
    ),
    required=("prompt", "image"),
    wire_names={
        "stability_client_id": "stability-client-id",
        "stability_client_user_id": "stability-client-user-id",
        "stability_client_version": "stability-client-version",
    },
    proof=("image",),
    variants=ResponseVariants(
        by="accept",
        default="image/*",
        cases={
            "image/*": ResponseVariant(media_type="image/*", result="image"),
            "application/json": ResponseVariant(
                media_type="application/json", result=StableImage, async_result=AsyncStableImage
            ),
        },
    ),
    file_models=("",),
)


@overload
def control_image_sketch(
    *, accept: Literal["image/*"] = ..., **params: Unpack[ControlImageSketch]
) -> Call[BinaryResponse, AsyncBinaryResponse]: ...


@overload
def control_image_sketch(
    *, accept: Literal["application/json"], **params: Unpack[ControlImageSketch]
) -> Call[StableImage, AsyncStableImage]: ...


@overload
def control_image_sketch(
    *, accept: Literal["image/*", "application/json"] = ..., **params: Unpack[ControlImageSketch]
) -> Call[BinaryResponse | StableImage, AsyncBinaryResponse | AsyncStableImage]: ...


@endpoint(_CONTROL_IMAGE_SKETCH)
def control_image_sketch(**params: Any) -> Call[Any]:
    """Create an image from a sketch.

    Returns an image with the contours of the sketch, or of another image.

    Args:
        prompt: Description of the image, in English, 1 to 10000 characters.
        image: The sketch or image, a JPEG, PNG or WebP of at most 9,437,184 pixels in all, each side at least 64,
            from 1:2.5 to 2.5:1.
        accept: Media type of the response, sent as the header Accept.
        All others: see `ControlImageSketch` in params/stability.py.

    POST /v2beta/stable-image/control/sketch (Sketch, api-205930788)
    """
    return build_call(_CONTROL_IMAGE_SKETCH, params)


_CONTROL_IMAGE_STRUCTURE = Operation(
    id="controlImageStructure",
    name="stability.control.structure",
    method="POST",
    path="/v2beta/stable-image/control/structure",
    header=("stability-client-id", "stability-client-user-id", "stability-client-version"),
    multipart=(
        FormField(name="prompt"),
        FormField(name="image", file=True),
        FormField(name="control_strength"),
        FormField(name="negative_prompt"),
        FormField(name="seed"),
        FormField(name="output_format"),
    ),
    required=("prompt", "image"),
    wire_names={
        "stability_client_id": "stability-client-id",
        "stability_client_user_id": "stability-client-user-id",
        "stability_client_version": "stability-client-version",
    },
    proof=("image",),
    variants=ResponseVariants(
        by="accept",
        default="image/*",
        cases={
            "image/*": ResponseVariant(media_type="image/*", result="image"),
            "application/json": ResponseVariant(
                media_type="application/json", result=StableImage, async_result=AsyncStableImage
            ),
        },
    ),
    file_models=("",),
)


@overload
def control_image_structure(
    *, accept: Literal["image/*"] = ..., **params: Unpack[ControlImageStructure]
) -> Call[BinaryResponse, AsyncBinaryResponse]: ...


@overload
def control_image_structure(
    *, accept: Literal["application/json"], **params: Unpack[ControlImageStructure]
) -> Call[StableImage, AsyncStableImage]: ...


@overload
def control_image_structure(
    *, accept: Literal["image/*", "application/json"] = ..., **params: Unpack[ControlImageStructure]
) -> Call[BinaryResponse | StableImage, AsyncBinaryResponse | AsyncStableImage]: ...


@endpoint(_CONTROL_IMAGE_STRUCTURE)
def control_image_structure(**params: Any) -> Call[Any]:
    """Create an image with the structure of another.

    Returns an image of what the prompt describes, composed like the given image.

    Args:
        prompt: Description of the image, in English, 1 to 10000 characters.
        image: The image, a JPEG, PNG or WebP of 4,096 to 9,437,184 pixels in all, each side at least 64, from
            1:2.5 to 2.5:1.
        accept: Media type of the response, sent as the header Accept.
        All others: see `ControlImageStructure` in params/stability.py.

    POST /v2beta/stable-image/control/structure (Structure, api-205930789)
    """
    return build_call(_CONTROL_IMAGE_STRUCTURE, params)


_CONTROL_IMAGE_STYLE = Operation(
    id="controlImageStyle",
    name="stability.control.style",
    method="POST",
    path="/v2beta/stable-image/control/style",
    header=("stability-client-id", "stability-client-user-id", "stability-client-version"),
    multipart=(
        FormField(name="prompt"),
        FormField(name="image", file=True),
        FormField(name="negative_prompt"),
        FormField(name="aspect_ratio"),
        FormField(name="fidelity"),
        FormField(name="seed"),
        FormField(name="output_format"),
    ),
    required=("prompt", "image"),
    wire_names={
        "stability_client_id": "stability-client-id",
        "stability_client_user_id": "stability-client-user-id",
        "stability_client_version": "stability-client-version",
    },
    proof=("image",),
    variants=ResponseVariants(
        by="accept",
        default="image/*",
        cases={
            "image/*": ResponseVariant(media_type="image/*", result="image"),
            "application/json": ResponseVariant(
                media_type="application/json", result=StableImage, async_result=AsyncStableImage
            ),
        },
    ),
    file_models=("",),
    not_served=NotServedHint(
        evidence=(
            "No gateway from 2024-09-15 to 2026-08-21 has this route: 404 with an HTML page, before the"
            " key is looked at."
        ),
        statuses=(404,),
    ),
)


@overload
def control_image_style(
    *, accept: Literal["image/*"] = ..., **params: Unpack[ControlImageStyle]
) -> Call[BinaryResponse, AsyncBinaryResponse]: ...


@overload
def control_image_style(
    *, accept: Literal["application/json"], **params: Unpack[ControlImageStyle]
) -> Call[StableImage, AsyncStableImage]: ...


@overload
def control_image_style(
    *, accept: Literal["image/*", "application/json"] = ..., **params: Unpack[ControlImageStyle]
) -> Call[BinaryResponse | StableImage, AsyncBinaryResponse | AsyncStableImage]: ...


@endpoint(_CONTROL_IMAGE_STYLE)
def control_image_style(**params: Any) -> Call[Any]:
    """Create an image in the style of another.

    Returns an image of what the prompt describes, in the style of the given image. Documented, but the gateway
    never had this route.

    Not served. No gateway from 2024-09-15 to 2026-08-21 has this route: 404 with an HTML page, before the key is
    looked at.

    Args:
        prompt: Description of the image, in English, 1 to 10000 characters.
        image: The image, a JPEG, PNG or WebP of 4,096 to 9,437,184 pixels in all, each side at least 64, from
            1:2.5 to 2.5:1.
        accept: Media type of the response, sent as the header Accept.
        All others: see `ControlImageStyle` in params/stability.py.

    POST /v2beta/stable-image/control/style (Style, api-205930790)
    """
    return build_call(_CONTROL_IMAGE_STYLE, params)


_ERASE_IMAGE = Operation(
    id="eraseImage",
    name="stability.edit.erase",
    method="POST",
    path="/v2beta/stable-image/edit/erase",
    header=("stability-client-id", "stability-client-user-id", "stability-client-version"),
    multipart=(
        FormField(name="image", file=True),
        FormField(name="mask", file=True),
        FormField(name="grow_mask"),
        FormField(name="seed"),
        FormField(name="output_format"),
    ),
    required=("image",),
    wire_names={
        "stability_client_id": "stability-client-id",
        "stability_client_user_id": "stability-client-user-id",
        "stability_client_version": "stability-client-version",
    },
    proof=("image",),
    variants=ResponseVariants(
        by="accept",
        default="image/*",
        cases={
            "image/*": ResponseVariant(media_type="image/*", result="image"),
            "application/json": ResponseVariant(
                media_type="application/json", result=StableImage, async_result=AsyncStableImage
            ),
        },
    ),
    file_models=("",),
)


@overload
def erase_image(
    *, accept: Literal["image/*"] = ..., **params: Unpack[EraseImage]
) -> Call[BinaryResponse, AsyncBinaryResponse]: ...


@overload
def erase_image(
    *, accept: Literal["application/json"], **params: Unpack[EraseImage]
) -> Call[StableImage, AsyncStableImage]: ...


@overload
def erase_image(
    *, accept: Literal["image/*", "application/json"] = ..., **params: Unpack[EraseImage]
) -> Call[BinaryResponse | StableImage, AsyncBinaryResponse | AsyncStableImage]: ...


@endpoint(_ERASE_IMAGE)
def erase_image(**params: Any) -> Call[Any]:
    """Erase objects from an image.

    Removes what the mask marks and fills the region from its surroundings.

    Args:
        image: The image, a JPEG, PNG or WebP of 4,096 to 9,437,184 pixels in all, each side at least 64.
        accept: Media type of the response, sent as the header Accept.
        All others: see `EraseImage` in params/stability.py.

    POST /v2beta/stable-image/edit/erase (Erase, api-205930780)
    """
    return build_call(_ERASE_IMAGE, params)


_INPAINT_IMAGE = Operation(
    id="inpaintImage",
    name="stability.edit.inpaint",
    method="POST",
    path="/v2beta/stable-image/edit/inpaint",
    header=("stability-client-id", "stability-client-user-id", "stability-client-version"),
    multipart=(
        FormField(name="image", file=True),
        FormField(name="prompt"),
        FormField(name="negative_prompt"),
        FormField(name="mask", file=True),
        FormField(name="grow_mask"),
        FormField(name="seed"),
        FormField(name="output_format"),
    ),
    required=("image", "prompt"),
    wire_names={
        "stability_client_id": "stability-client-id",
        "stability_client_user_id": "stability-client-user-id",
        "stability_client_version": "stability-client-version",
    },
    proof=("image",),
    variants=ResponseVariants(
        by="accept",
        default="image/*",
        cases={
            "image/*": ResponseVariant(media_type="image/*", result="image"),
            "application/json": ResponseVariant(
                media_type="application/json", result=StableImage, async_result=AsyncStableImage
            ),
        },
    ),
    file_models=("",),
)


@overload
def inpaint_image(
    *, accept: Literal["image/*"] = ..., **params: Unpack[InpaintImage]
) -> Call[BinaryResponse, AsyncBinaryResponse]: ...


@overload
def inpaint_image(
    *, accept: Literal["application/json"], **params: Unpack[InpaintImage]
) -> Call[StableImage, AsyncStableImage]: ...


@overload
def inpaint_image(
    *, accept: Literal["image/*", "application/json"] = ..., **params: Unpack[InpaintImage]
) -> Call[BinaryResponse | StableImage, AsyncBinaryResponse | AsyncStableImage]: ...


@endpoint(_INPAINT_IMAGE)
def inpaint_image(**params: Any) -> Call[Any]:
    """Inpaint a region of an image.

    Replaces what the mask marks with what the prompt describes.

    Args:
        image: The image, a JPEG, PNG or WebP of 4,096 to 9,437,184 pixels in all, each side at least 64.
        prompt: Description of the image, in English, 1 to 10000 characters.
        accept: Media type of the response, sent as the header Accept.
        All others: see `InpaintImage` in params/stability.py.

    POST /v2beta/stable-image/edit/inpaint (Inpaint, api-205930781)
    """
    return build_call(_INPAINT_IMAGE, params)


_OUTPAINT_IMAGE = Operation(
    id="outpaintImage",
    name="stability.edit.outpaint",
    method="POST",
    path="/v2beta/stable-image/edit/outpaint",
    header=("stability-client-id", "stability-client-user-id", "stability-client-version"),
    multipart=(
        FormField(name="image", file=True),
        FormField(name="left"),
        FormField(name="right"),
        FormField(name="up"),
        FormField(name="down"),
        FormField(name="creativity"),
        FormField(name="prompt"),
        FormField(name="seed"),
        FormField(name="output_format"),
    ),
    required=("image",),
    wire_names={
        "stability_client_id": "stability-client-id",
        "stability_client_user_id": "stability-client-user-id",
        "stability_client_version": "stability-client-version",
    },
    proof=("image",),
    variants=ResponseVariants(
        by="accept",
        default="image/*",
        cases={
            "image/*": ResponseVariant(media_type="image/*", result="image"),
            "application/json": ResponseVariant(
                media_type="application/json", result=StableImage, async_result=AsyncStableImage
            ),
        },
    ),
    file_models=("",),
)


@overload
def outpaint_image(
    *, accept: Literal["image/*"] = ..., **params: Unpack[OutpaintImage]
) -> Call[BinaryResponse, AsyncBinaryResponse]: ...


@overload
def outpaint_image(
    *, accept: Literal["application/json"], **params: Unpack[OutpaintImage]
) -> Call[StableImage, AsyncStableImage]: ...


@overload
def outpaint_image(
    *, accept: Literal["image/*", "application/json"] = ..., **params: Unpack[OutpaintImage]
) -> Call[BinaryResponse | StableImage, AsyncBinaryResponse | AsyncStableImage]: ...


@endpoint(_OUTPAINT_IMAGE)
def outpaint_image(**params: Any) -> Call[Any]:
    """Extend an image beyond its edges.

    Extends the image by a number of pixels on each side, with matching content. At least one side must be more
    than 0.

    Args:
        image: The image, a JPEG, PNG or WebP of 4,096 to 9,437,184 pixels in all, each side at least 64, from
            1:2.5 to 2.5:1.
        accept: Media type of the response, sent as the header Accept.
        All others: see `OutpaintImage` in params/stability.py.

    POST /v2beta/stable-image/edit/outpaint (Outpaint, api-205930782)
    """
    return build_call(_OUTPAINT_IMAGE, params)


_REMOVE_IMAGE_BACKGROUND = Operation(
    id="removeImageBackground",
    name="stability.edit.remove_background",
    method="POST",
    path="/v2beta/stable-image/edit/remove-background",
    header=("stability-client-id", "stability-client-user-id", "stability-client-version"),
    multipart=(FormField(name="image", file=True), FormField(name="output_format")),
    required=("image",),
    wire_names={
        "stability_client_id": "stability-client-id",
        "stability_client_user_id": "stability-client-user-id",
        "stability_client_version": "stability-client-version",
    },
    proof=("image",),
    variants=ResponseVariants(
        by="accept",
        default="image/*",
        cases={
            "image/*": ResponseVariant(media_type="image/*", result="image"),
            "application/json": ResponseVariant(
                media_type="application/json", result=StableImage, async_result=AsyncStableImage
            ),
        },
    ),
    file_models=("",),
)


@overload
def remove_image_background(
    *, accept: Literal["image/*"] = ..., **params: Unpack[RemoveImageBackground]
) -> Call[BinaryResponse, AsyncBinaryResponse]: ...


@overload
def remove_image_background(
    *, accept: Literal["application/json"], **params: Unpack[RemoveImageBackground]
) -> Call[StableImage, AsyncStableImage]: ...


@overload
def remove_image_background(
    *, accept: Literal["image/*", "application/json"] = ..., **params: Unpack[RemoveImageBackground]
) -> Call[BinaryResponse | StableImage, AsyncBinaryResponse | AsyncStableImage]: ...


@endpoint(_REMOVE_IMAGE_BACKGROUND)
def remove_image_background(**params: Any) -> Call[Any]:
    """Remove the background of an image.

    Returns the foreground on a transparent background.

    Args:
        image: The image, a JPEG, PNG or WebP of 4,096 to 4,194,304 pixels in all, each side at least 64.
        accept: Media type of the response, sent as the header Accept.
        All others: see `RemoveImageBackground` in params/stability.py.

    POST /v2beta/stable-image/edit/remove-background (Remove Background, api-205930784)
    """
    return build_call(_REMOVE_IMAGE_BACKGROUND, params)


_SEARCH_AND_REPLACE_IMAGE = Operation(
    id="searchAndReplaceImage",
    name="stability.edit.search_and_replace",
    method="POST",
    path="/v2beta/stable-image/edit/search-and-replace",
    header=("stability-client-id", "stability-client-user-id", "stability-client-version"),
    multipart=(
        FormField(name="image", file=True),
        FormField(name="prompt"),
        FormField(name="search_prompt"),
        FormField(name="negative_prompt"),
        FormField(name="grow_mask"),
        FormField(name="seed"),
        FormField(name="output_format"),
    ),
    required=("image", "prompt", "search_prompt"),
    wire_names={
        "stability_client_id": "stability-client-id",
        "stability_client_user_id": "stability-client-user-id",
        "stability_client_version": "stability-client-version",
    },
    proof=("image",),
    variants=ResponseVariants(
        by="accept",
        default="image/*",
        cases={
            "image/*": ResponseVariant(media_type="image/*", result="image"),
            "application/json": ResponseVariant(
                media_type="application/json", result=StableImage, async_result=AsyncStableImage
            ),
        },
    ),
    file_models=("",),
)


@overload
def search_and_replace_image(
    *, accept: Literal["image/*"] = ..., **params: Unpack[SearchAndReplaceImage]
) -> Call[BinaryResponse, AsyncBinaryResponse]: ...


@overload
def search_and_replace_image(
    *, accept: Literal["application/json"], **params: Unpack[SearchAndReplaceImage]
) -> Call[StableImage, AsyncStableImage]: ...


@overload
def search_and_replace_image(
    *, accept: Literal["image/*", "application/json"] = ..., **params: Unpack[SearchAndReplaceImage]
) -> Call[BinaryResponse | StableImage, AsyncBinaryResponse | AsyncStableImage]: ...


@endpoint(_SEARCH_AND_REPLACE_IMAGE)
def search_and_replace_image(**params: Any) -> Call[Any]:
    """Find and replace an object in an image.

    Finds what `search_prompt` names, without a mask, and replaces it with what the prompt describes.

    Args:
        image: The image, a JPEG, PNG or WebP of 4,096 to 9,437,184 pixels in all, each side at least 64, from
            1:2.5 to 2.5:1.
        prompt: Description of the image, in English, 1 to 10000 characters.
        search_prompt: Object to replace, in a few words, at most 10000 characters.
        accept: Media type of the response, sent as the header Accept.
        All others: see `SearchAndReplaceImage` in params/stability.py.

    POST /v2beta/stable-image/edit/search-and-replace (Search and Replace, api-205930783)
    """
    return build_call(_SEARCH_AND_REPLACE_IMAGE, params)


_CREATE_STABLE_IMAGE_CORE = Operation(
    id="createStableImageCore",
    name="stability.generate.core",
    method="POST",
    path="/v2beta/stable-image/generate/core",
    header=("stability-client-id", "stability-client-user-id", "stability-client-version"),
    multipart=(
        FormField(name="prompt"),
        FormField(name="aspect_ratio"),
        FormField(name="negative_prompt"),
        FormField(name="seed"),
        FormField(name="style_preset"),
        FormField(name="output_format"),
    ),
    required=("prompt",),
    wire_names={
        "stability_client_id": "stability-client-id",
        "stability_client_user_id": "stability-client-user-id",
        "stability_client_version": "stability-client-version",
    },
    proof=("image",),
    variants=ResponseVariants(
        by="accept",
        default="image/*",
        cases={
            "image/*": ResponseVariant(media_type="image/*", result="image"),
            "application/json": ResponseVariant(
                media_type="application/json", result=StableImage, async_result=AsyncStableImage
            ),
        },
    ),
    file_models=("",),
)


@overload
def create_stable_image_core(
    *, accept: Literal["image/*"] = ..., **params: Unpack[CreateStableImageCore]
) -> Call[BinaryResponse, AsyncBinaryResponse]: ...


@overload
def create_stable_image_core(
    *, accept: Literal["application/json"], **params: Unpack[CreateStableImageCore]
) -> Call[StableImage, AsyncStableImage]: ...


@overload
def create_stable_image_core(
    *, accept: Literal["image/*", "application/json"] = ..., **params: Unpack[CreateStableImageCore]
) -> Call[BinaryResponse | StableImage, AsyncBinaryResponse | AsyncStableImage]: ...


@endpoint(_CREATE_STABLE_IMAGE_CORE)
def create_stable_image_core(**params: Any) -> Call[Any]:
    """Create an image with Stable Image Core.

    Returns an image of what the prompt describes, in a style of your choice. The form has no file, but is
    multipart all the same.

    Args:
        prompt: Description of the image, in English, 1 to 10000 characters.
        accept: Media type of the response, sent as the header Accept.
        All others: see `CreateStableImageCore` in params/stability.py.

    POST /v2beta/stable-image/generate/core (Stable Image Core, api-205930786)
    """
    return build_call(_CREATE_STABLE_IMAGE_CORE, params)


_CREATE_STABLE_DIFFUSION3 = Operation(
    id="createStableDiffusion3",
    name="stability.generate.sd3",
    method="POST",
    path="/v2beta/stable-image/generate/sd3",
    header=("stability-client-id", "stability-client-user-id", "stability-client-version"),
    multipart=(
        FormField(name="prompt"),
        FormField(name="mode"),
        FormField(name="image", file=True),
        FormField(name="strength"),
        FormField(name="aspect_ratio"),
        FormField(name="model"),
        FormField(name="seed"),
        FormField(name="output_format"),
        FormField(name="negative_prompt"),
    ),
    required=("prompt",),
    wire_names={
        "stability_client_id": "stability-client-id",
        "stability_client_user_id": "stability-client-user-id",
        "stability_client_version": "stability-client-version",
    },
    proof=("image",),
    variants=ResponseVariants(
        by="accept",
        default="image/*",
        cases={
            "image/*": ResponseVariant(media_type="image/*", result="image"),
            "application/json": ResponseVariant(
                media_type="application/json", result=StableImage, async_result=AsyncStableImage
            ),
        },
    ),
    file_models=("",),
)


@overload
def create_stable_diffusion3(
    *, accept: Literal["image/*"] = ..., **params: Unpack[CreateStableDiffusion3]
) -> Call[BinaryResponse, AsyncBinaryResponse]: ...


@overload
def create_stable_diffusion3(
    *, accept: Literal["application/json"], **params: Unpack[CreateStableDiffusion3]
) -> Call[StableImage, AsyncStableImage]: ...


@overload
def create_stable_diffusion3(
    *, accept: Literal["image/*", "application/json"] = ..., **params: Unpack[CreateStableDiffusion3]
) -> Call[BinaryResponse | StableImage, AsyncBinaryResponse | AsyncStableImage]: ...


@endpoint(_CREATE_STABLE_DIFFUSION3)
def create_stable_diffusion3(**params: Any) -> Call[Any]:
    """Create an image with Stable Diffusion 3.

    Returns an image, from a prompt alone or from a prompt and an image. The latter needs `mode`, `image` and
    `strength`. The whole request may have at most 10 MiB.

    Args:
        prompt: Description of the image, in English, 1 to 10000 characters.
        accept: Media type of the response, sent as the header Accept.
        All others: see `CreateStableDiffusion3` in params/stability.py.

    POST /v2beta/stable-image/generate/sd3 (Stable Diffusion 3, api-205930787)
    """
    return build_call(_CREATE_STABLE_DIFFUSION3, params)


_CREATE_STABLE_IMAGE_ULTRA = Operation(
    id="createStableImageUltra",
    name="stability.generate.ultra",
    method="POST",
    path="/v2beta/stable-image/generate/ultra",
    header=("stability-client-id", "stability-client-user-id", "stability-client-version"),
    multipart=(
        FormField(name="prompt"),
        FormField(name="negative_prompt"),
        FormField(name="aspect_ratio"),
        FormField(name="seed"),
        FormField(name="output_format"),
    ),
    required=("prompt",),
    wire_names={
        "stability_client_id": "stability-client-id",
        "stability_client_user_id": "stability-client-user-id",
        "stability_client_version": "stability-client-version",
    },
    proof=("image",),
    variants=ResponseVariants(
        by="accept",
        default="image/*",
        cases={
            "image/*": ResponseVariant(media_type="image/*", result="image"),
            "application/json": ResponseVariant(
                media_type="application/json", result=StableImage, async_result=AsyncStableImage
            ),
        },
    ),
    file_models=("",),
)


@overload
def create_stable_image_ultra(
    *, accept: Literal["image/*"] = ..., **params: Unpack[CreateStableImageUltra]
) -> Call[BinaryResponse, AsyncBinaryResponse]: ...


@overload
def create_stable_image_ultra(
    *, accept: Literal["application/json"], **params: Unpack[CreateStableImageUltra]
) -> Call[StableImage, AsyncStableImage]: ...


@overload
def create_stable_image_ultra(
    *, accept: Literal["image/*", "application/json"] = ..., **params: Unpack[CreateStableImageUltra]
) -> Call[BinaryResponse | StableImage, AsyncBinaryResponse | AsyncStableImage]: ...


@endpoint(_CREATE_STABLE_IMAGE_ULTRA)
def create_stable_image_ultra(**params: Any) -> Call[Any]:
    """Create an image with Stable Image Ultra.

    Returns an image of what the prompt describes. The form has no file, but is multipart all the same.

    Args:
        prompt: Description of the image, in English, 1 to 10000 characters.
        accept: Media type of the response, sent as the header Accept.
        All others: see `CreateStableImageUltra` in params/stability.py.

    POST /v2beta/stable-image/generate/ultra (Stable Image Ultra, api-205930785)
    """
    return build_call(_CREATE_STABLE_IMAGE_ULTRA, params)


_UPSCALE_IMAGE_CONSERVATIVE = Operation(
    id="upscaleImageConservative",
    name="stability.upscale.conservative",
    method="POST",
    path="/v2beta/stable-image/upscale/conservative",
    header=("stability-client-id", "stability-client-user-id", "stability-client-version"),
    multipart=(
        FormField(name="image", file=True),
        FormField(name="prompt"),
        FormField(name="negative_prompt"),
        FormField(name="seed"),
        FormField(name="output_format"),
        FormField(name="creativity"),
    ),
    required=("image", "prompt"),
    wire_names={
        "stability_client_id": "stability-client-id",
        "stability_client_user_id": "stability-client-user-id",
        "stability_client_version": "stability-client-version",
    },
    proof=("image",),
    variants=ResponseVariants(
        by="accept",
        default="image/*",
        cases={
            "image/*": ResponseVariant(media_type="image/*", result="image"),
            "application/json": ResponseVariant(
                media_type="application/json", result=StableImage, async_result=AsyncStableImage
            ),
        },
    ),
    file_models=("",),
)


@overload
def upscale_image_conservative(
    *, accept: Literal["image/*"] = ..., **params: Unpack[UpscaleImageConservative]
) -> Call[BinaryResponse, AsyncBinaryResponse]: ...


@overload
def upscale_image_conservative(
    *, accept: Literal["application/json"], **params: Unpack[UpscaleImageConservative]
) -> Call[StableImage, AsyncStableImage]: ...


@overload
def upscale_image_conservative(
    *, accept: Literal["image/*", "application/json"] = ..., **params: Unpack[UpscaleImageConservative]
) -> Call[BinaryResponse | StableImage, AsyncBinaryResponse | AsyncStableImage]: ...


@endpoint(_UPSCALE_IMAGE_CONSERVATIVE)
def upscale_image_conservative(**params: Any) -> Call[Any]:
    """Upscale an image with as few changes as possible.

    Returns the image with more pixels and otherwise as few changes as possible. The prompt describes the image.

    Args:
        image: The image, a JPEG, PNG or WebP of 4,096 to 9,437,184 pixels in all, each side at least 64, from
            1:2.5 to 2.5:1.
        prompt: Description of the image, in English, 1 to 10000 characters.
        accept: Media type of the response, sent as the header Accept.
        All others: see `UpscaleImageConservative` in params/stability.py.

    POST /v2beta/stable-image/upscale/conservative (Conservative, api-205930777)
    """
    return build_call(_UPSCALE_IMAGE_CONSERVATIVE, params)


_START_CREATIVE_UPSCALE = Operation(
    id="startCreativeUpscale",
    name="stability.upscale.creative",
    method="POST",
    path="/v2beta/stable-image/upscale/creative",
    header=("stability-client-id", "stability-client-user-id", "stability-client-version"),
    multipart=(
        FormField(name="image", file=True),
        FormField(name="prompt"),
        FormField(name="negative_prompt"),
        FormField(name="output_format"),
        FormField(name="seed"),
        FormField(name="creativity"),
    ),
    required=("image", "prompt"),
    wire_names={
        "stability_client_id": "stability-client-id",
        "stability_client_user_id": "stability-client-user-id",
        "stability_client_version": "stability-client-version",
    },
    result=StabilityGeneration,
    proof=("id",),
    polling=_GET_CREATIVE_UPSCALE_RESULT_POLLING,
)


@endpoint(_START_CREATIVE_UPSCALE)
def start_creative_upscale(
    **params: Unpack[StartCreativeUpscale],
) -> Call[Task[BinaryResponse], AsyncTask[AsyncBinaryResponse]]:
    """Start a creative upscale.

    Starts to upscale a small image, inventing details as the prompt describes, and returns the id by which to
    fetch it. Poll at most once every 10 seconds; the result is kept for 24 hours.

    Args:
        image: The image, a JPEG, PNG or WebP of 4,096 to 1,048,576 pixels in all, each side at least 64.
        prompt: Description of the image, in English, 1 to 10000 characters.
        All others: see `StartCreativeUpscale` in params/stability.py.

    POST /v2beta/stable-image/upscale/creative (Start Creative Upscale, api-205930778)
    """
    return build_call(_START_CREATIVE_UPSCALE, params)


_GET_CREATIVE_UPSCALE_RESULT = Operation(
    id="getCreativeUpscaleResult",
    name="stability.upscale.creative_result",
    method="GET",
    path="/v2beta/stable-image/upscale/creative/result/{id}",
    header=("stability-client-id", "stability-client-user-id", "stability-client-version"),
    wire_names={
        "stability_client_id": "stability-client-id",
        "stability_client_user_id": "stability-client-user-id",
        "stability_client_version": "stability-client-version",
    },
    retry="safe",
    results={202: StabilityProgress},
    proof=("image",),
    proofs={202: ("status",)},
    variants=ResponseVariants(
        by="accept",
        default="image/*",
        cases={
            "image/*": ResponseVariant(media_type="image/*", result="image"),
            "application/json": ResponseVariant(
                media_type="application/json", result=StableImage, async_result=AsyncStableImage
            ),
        },
    ),
    file_models=("",),
)


@overload
def get_creative_upscale_result(
    id: str, *, accept: Literal["image/*"] = ..., **params: Unpack[GetCreativeUpscaleResult]
) -> Call[BinaryResponse | StabilityProgress, AsyncBinaryResponse | StabilityProgress]: ...


@overload
def get_creative_upscale_result(
    id: str, *, accept: Literal["application/json"], **params: Unpack[GetCreativeUpscaleResult]
) -> Call[StableImage | StabilityProgress, AsyncStableImage | StabilityProgress]: ...


@overload
def get_creative_upscale_result(
    id: str, *, accept: Literal["image/*", "application/json"] = ..., **params: Unpack[GetCreativeUpscaleResult]
) -> Call[
    BinaryResponse | StableImage | StabilityProgress, AsyncBinaryResponse | AsyncStableImage | StabilityProgress
]: ...


@endpoint(_GET_CREATIVE_UPSCALE_RESULT)
def get_creative_upscale_result(id: str, **params: Any) -> Call[Any]:
    """Get the result of a creative upscale.

    Returns the image as a file or as JSON, or status 202 while it is in progress. Poll at most once every 10
    seconds. The gateway accepts any valid key, whoever started the generation; an unknown id is a 400.

    Args:
        id: Id of the generation, 64 characters.
        accept: Media type of the response, sent as the header Accept.
        All others: see `GetCreativeUpscaleResult` in params/stability.py.

    GET /v2beta/stable-image/upscale/creative/result/{id} (Fetch Creative Upscale result, api-205930779)
    """
    return build_call(_GET_CREATIVE_UPSCALE_RESULT, params, id=id)
