# Rendered by `make generate` from spec/families/stability.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""Stability: what goes in."""

from __future__ import annotations

from typing import Literal, Required, TypeAlias

from ..runtime.encoding.multipart import FileParam
from ..runtime.operation.operation import Options


class StartImageToVideo(Options, total=False):
    """The parameters of `start_image_to_video`.

    (Start generation, api-205930775)
    """

    stability_client_id: str
    """Name of your program, at most 256 characters. The gateway drops it."""
    stability_client_user_id: str
    """An id of your end user, at most 256 characters. The gateway drops it."""
    stability_client_version: str
    """Version of your program, at most 256 characters. The gateway drops it."""
    image: Required[FileParam]
    """The first frame, a JPEG or PNG of exactly 1024x576, 576x1024 or 768x768 pixels."""
    seed: int
    """Asks for the same result for the same request, 0 to 4294967294. 0 chooses one at random. Default: `0`."""
    cfg_scale: float
    """How closely to keep to the picture, 0 to 10. Lower values leave more freedom, higher ones distort less.
    Default: `1.8`.
    """
    motion_bucket_id: float
    """How much to move, 1 to 255. Default: `127`."""


class GetImageToVideoResultBase(Options, total=False):
    """What every form of `get_image_to_video_result` takes.

    (Fetch generation result, api-205930776)
    """

    stability_client_id: str
    """Name of your program, at most 256 characters. The gateway drops it."""
    stability_client_user_id: str
    """An id of your end user, at most 256 characters. The gateway drops it."""
    stability_client_version: str
    """Version of your program, at most 256 characters. The gateway drops it."""


class GetImageToVideoResultFile(GetImageToVideoResultBase, total=False):
    """The parameters of `get_image_to_video_result` for 'video/*'.

    (Fetch generation result, api-205930776)
    """

    accept: Literal["video/*"]
    """The form of the answer, which the header Accept asks for."""


class GetImageToVideoResultJson(GetImageToVideoResultBase):
    """The parameters of `get_image_to_video_result` for 'application/json'.

    (Fetch generation result, api-205930776)
    """

    accept: Literal["application/json"]
    """The form of the answer, which the header Accept asks for."""


class GetImageToVideoResult(GetImageToVideoResultBase, total=False):
    """The parameters of `get_image_to_video_result`.

    (Fetch generation result, api-205930776)
    """

    accept: Literal["video/*", "application/json"]
    """The form of the answer, which the header Accept asks for."""


class ControlImageSketchBase(Options, total=False):
    """What every form of `control_image_sketch` takes.

    (Sketch, api-205930788)
    """

    stability_client_id: str
    """Name of your program, at most 256 characters. The gateway drops it."""
    stability_client_user_id: str
    """An id of your end user, at most 256 characters. The gateway drops it."""
    stability_client_version: str
    """Version of your program, at most 256 characters. The gateway drops it."""
    prompt: Required[str]
    """What to show, in English, 1 to 10000 characters. `(blue:0.3)` gives a word a weight from 0 to 1."""
    image: Required[FileParam]
    """The sketch or picture, a JPEG, PNG or WebP of at most 9,437,184 pixels in all, each side at least 64, from
    1:2.5 to 2.5:1.
    """
    control_strength: float
    """How closely to keep to the sketch, 0 to 1. Default: `0.7`."""
    negative_prompt: str
    """What not to show, at most 10000 characters."""
    seed: int
    """Asks for the same result for the same request, 0 to 4294967294. 0 chooses one at random. Default: `0`."""
    output_format: StabilityOutputFormat
    """Format of the picture. Default: `'png'`."""


class ControlImageSketchFile(ControlImageSketchBase, total=False):
    """The parameters of `control_image_sketch` for 'image/*'.

    (Sketch, api-205930788)
    """

    accept: Literal["image/*"]
    """The form of the answer, which the header Accept asks for."""


class ControlImageSketchJson(ControlImageSketchBase):
    """The parameters of `control_image_sketch` for 'application/json'.

    (Sketch, api-205930788)
    """

    accept: Literal["application/json"]
    """The form of the answer, which the header Accept asks for."""


class ControlImageSketch(ControlImageSketchBase, total=False):
    """The parameters of `control_image_sketch`.

    (Sketch, api-205930788)
    """

    accept: Literal["image/*", "application/json"]
    """The form of the answer, which the header Accept asks for."""


StabilityOutputFormat: TypeAlias = Literal["jpeg", "png", "webp"]
"""Format of the picture. Default: `'png'`.

(Conservative, api-205930777)
"""


class ControlImageStructureBase(Options, total=False):
    """What every form of `control_image_structure` takes.

    (Structure, api-205930789)
    """

    stability_client_id: str
    """Name of your program, at most 256 characters. The gateway drops it."""
    stability_client_user_id: str
    """An id of your end user, at most 256 characters. The gateway drops it."""
    stability_client_version: str
    """Version of your program, at most 256 characters. The gateway drops it."""
    prompt: Required[str]
    """What to show, in English, 1 to 10000 characters. `(blue:0.3)` gives a word a weight from 0 to 1."""
    image: Required[FileParam]
    """The picture, a JPEG, PNG or WebP of 4,096 to 9,437,184 pixels in all, each side at least 64, from 1:2.5 to
    2.5:1.
    """
    control_strength: float
    """How closely to keep to the structure, 0 to 1. Default: `0.7`."""
    negative_prompt: str
    """What not to show, at most 10000 characters."""
    seed: int
    """Asks for the same result for the same request, 0 to 4294967294. 0 chooses one at random. Default: `0`."""
    output_format: StabilityOutputFormat
    """Format of the picture. Default: `'png'`."""


class ControlImageStructureFile(ControlImageStructureBase, total=False):
    """The parameters of `control_image_structure` for 'image/*'.

    (Structure, api-205930789)
    """

    accept: Literal["image/*"]
    """The form of the answer, which the header Accept asks for."""


class ControlImageStructureJson(ControlImageStructureBase):
    """The parameters of `control_image_structure` for 'application/json'.

    (Structure, api-205930789)
    """

    accept: Literal["application/json"]
    """The form of the answer, which the header Accept asks for."""


class ControlImageStructure(ControlImageStructureBase, total=False):
    """The parameters of `control_image_structure`.

    (Structure, api-205930789)
    """

    accept: Literal["image/*", "application/json"]
    """The form of the answer, which the header Accept asks for."""


class ControlImageStyleBase(Options, total=False):
    """What every form of `control_image_style` takes.

    (Style, api-205930790)
    """

    stability_client_id: str
    """Name of your program, at most 256 characters. The gateway drops it."""
    stability_client_user_id: str
    """An id of your end user, at most 256 characters. The gateway drops it."""
    stability_client_version: str
    """Version of your program, at most 256 characters. The gateway drops it."""
    prompt: Required[str]
    """What to show, in English, 1 to 10000 characters. `(blue:0.3)` gives a word a weight from 0 to 1."""
    image: Required[FileParam]
    """The picture, a JPEG, PNG or WebP of 4,096 to 9,437,184 pixels in all, each side at least 64, from 1:2.5 to
    2.5:1.
    """
    negative_prompt: str
    """What not to show, at most 10000 characters."""
    aspect_ratio: StabilityAspectRatio
    """Width to height of the picture. Default: `'1:1'`."""
    fidelity: float
    """How closely to keep to the style, 0 to 1. Default: `0.5`."""
    seed: int
    """Asks for the same result for the same request, 0 to 4294967294. 0 chooses one at random. Default: `0`."""
    output_format: StabilityOutputFormat
    """Format of the picture. Default: `'png'`."""


class ControlImageStyleFile(ControlImageStyleBase, total=False):
    """The parameters of `control_image_style` for 'image/*'.

    (Style, api-205930790)
    """

    accept: Literal["image/*"]
    """The form of the answer, which the header Accept asks for."""


class ControlImageStyleJson(ControlImageStyleBase):
    """The parameters of `control_image_style` for 'application/json'.

    (Style, api-205930790)
    """

    accept: Literal["application/json"]
    """The form of the answer, which the header Accept asks for."""


class ControlImageStyle(ControlImageStyleBase, total=False):
    """The parameters of `control_image_style`.

    (Style, api-205930790)
    """

    accept: Literal["image/*", "application/json"]
    """The form of the answer, which the header Accept asks for."""


StabilityAspectRatio: TypeAlias = Literal["21:9", "16:9", "3:2", "5:4", "1:1", "4:5", "2:3", "9:16", "9:21"]
"""Width to height of the picture. Default: `'1:1'`.

(Stable Image Core, api-205930786)
"""


class EraseImageBase(Options, total=False):
    """What every form of `erase_image` takes.

    (Erase, api-205930780)
    """

    stability_client_id: str
    """Name of your program, at most 256 characters. The gateway drops it."""
    stability_client_user_id: str
    """An id of your end user, at most 256 characters. The gateway drops it."""
    stability_client_version: str
    """Version of your program, at most 256 characters. The gateway drops it."""
    image: Required[FileParam]
    """The picture, a JPEG, PNG or WebP of 4,096 to 9,437,184 pixels in all, each side at least 64."""
    mask: FileParam
    """A picture that says how much to change each place: black nothing, white all. Without it the transparency of
    `image` counts.
    """
    grow_mask: float
    """By how many pixels to widen the mask on all sides, 0 to 20. It softens the transition. Default: `5`."""
    seed: int
    """Asks for the same result for the same request, 0 to 4294967294. 0 chooses one at random. Default: `0`."""
    output_format: StabilityOutputFormat
    """Format of the picture. Default: `'png'`."""


class EraseImageFile(EraseImageBase, total=False):
    """The parameters of `erase_image` for 'image/*'.

    (Erase, api-205930780)
    """

    accept: Literal["image/*"]
    """The form of the answer, which the header Accept asks for."""


class EraseImageJson(EraseImageBase):
    """The parameters of `erase_image` for 'application/json'.

    (Erase, api-205930780)
    """

    accept: Literal["application/json"]
    """The form of the answer, which the header Accept asks for."""


class EraseImage(EraseImageBase, total=False):
    """The parameters of `erase_image`.

    (Erase, api-205930780)
    """

    accept: Literal["image/*", "application/json"]
    """The form of the answer, which the header Accept asks for."""


class InpaintImageBase(Options, total=False):
    """What every form of `inpaint_image` takes.

    (Inpaint, api-205930781)
    """

    stability_client_id: str
    """Name of your program, at most 256 characters. The gateway drops it."""
    stability_client_user_id: str
    """An id of your end user, at most 256 characters. The gateway drops it."""
    stability_client_version: str
    """Version of your program, at most 256 characters. The gateway drops it."""
    image: Required[FileParam]
    """The picture, a JPEG, PNG or WebP of 4,096 to 9,437,184 pixels in all, each side at least 64."""
    prompt: Required[str]
    """What to show, in English, 1 to 10000 characters. `(blue:0.3)` gives a word a weight from 0 to 1."""
    negative_prompt: str
    """What not to show, at most 10000 characters."""
    mask: FileParam
    """A picture that says how much to change each place: black nothing, white all. Without it the transparency of
    `image` counts.
    """
    grow_mask: float
    """By how many pixels to widen the mask on all sides, 0 to 20. It softens the transition. Default: `5`."""
    seed: int
    """Asks for the same result for the same request, 0 to 4294967294. 0 chooses one at random. Default: `0`."""
    output_format: StabilityOutputFormat
    """Format of the picture. Default: `'png'`."""


class InpaintImageFile(InpaintImageBase, total=False):
    """The parameters of `inpaint_image` for 'image/*'.

    (Inpaint, api-205930781)
    """

    accept: Literal["image/*"]
    """The form of the answer, which the header Accept asks for."""


class InpaintImageJson(InpaintImageBase):
    """The parameters of `inpaint_image` for 'application/json'.

    (Inpaint, api-205930781)
    """

    accept: Literal["application/json"]
    """The form of the answer, which the header Accept asks for."""


class InpaintImage(InpaintImageBase, total=False):
    """The parameters of `inpaint_image`.

    (Inpaint, api-205930781)
    """

    accept: Literal["image/*", "application/json"]
    """The form of the answer, which the header Accept asks for."""


class OutpaintImageBase(Options, total=False):
    """What every form of `outpaint_image` takes.

    (Outpaint, api-205930782)
    """

    stability_client_id: str
    """Name of your program, at most 256 characters. The gateway drops it."""
    stability_client_user_id: str
    """An id of your end user, at most 256 characters. The gateway drops it."""
    stability_client_version: str
    """Version of your program, at most 256 characters. The gateway drops it."""
    image: Required[FileParam]
    """The picture, a JPEG, PNG or WebP of 4,096 to 9,437,184 pixels in all, each side at least 64, from 1:2.5 to
    2.5:1.
    """
    left: int
    """Pixels to add on the left, 0 to 2000. Default: `0`."""
    right: int
    """Pixels to add on the right, 0 to 2000. Default: `0`."""
    up: int
    """Pixels to add above, 0 to 2000. Default: `0`."""
    down: int
    """Pixels to add below, 0 to 2000. Default: `0`."""
    creativity: float
    """How much to invent, 0 to 1. The documentation prints 0.2 to 0.5. Default: `0.5`."""
    prompt: str
    """What to show, in English, at most 10000 characters. `(blue:0.3)` gives a word a weight from 0 to 1."""
    seed: int
    """Asks for the same result for the same request, 0 to 4294967294. 0 chooses one at random. Default: `0`."""
    output_format: StabilityOutputFormat
    """Format of the picture. Default: `'png'`."""


class OutpaintImageFile(OutpaintImageBase, total=False):
    """The parameters of `outpaint_image` for 'image/*'.

    (Outpaint, api-205930782)
    """

    accept: Literal["image/*"]
    """The form of the answer, which the header Accept asks for."""


class OutpaintImageJson(OutpaintImageBase):
    """The parameters of `outpaint_image` for 'application/json'.

    (Outpaint, api-205930782)
    """

    accept: Literal["application/json"]
    """The form of the answer, which the header Accept asks for."""


class OutpaintImage(OutpaintImageBase, total=False):
    """The parameters of `outpaint_image`.

    (Outpaint, api-205930782)
    """

    accept: Literal["image/*", "application/json"]
    """The form of the answer, which the header Accept asks for."""


class RemoveImageBackgroundBase(Options, total=False):
    """What every form of `remove_image_background` takes.

    (Remove Background, api-205930784)
    """

    stability_client_id: str
    """Name of your program, at most 256 characters. The gateway drops it."""
    stability_client_user_id: str
    """An id of your end user, at most 256 characters. The gateway drops it."""
    stability_client_version: str
    """Version of your program, at most 256 characters. The gateway drops it."""
    image: Required[FileParam]
    """The picture, a JPEG, PNG or WebP of 4,096 to 4,194,304 pixels in all, each side at least 64."""
    output_format: Literal["png", "webp"]
    """Format of the picture. JPEG cannot be asked for; it has no transparency. Default: `'png'`."""


class RemoveImageBackgroundFile(RemoveImageBackgroundBase, total=False):
    """The parameters of `remove_image_background` for 'image/*'.

    (Remove Background, api-205930784)
    """

    accept: Literal["image/*"]
    """The form of the answer, which the header Accept asks for."""


class RemoveImageBackgroundJson(RemoveImageBackgroundBase):
    """The parameters of `remove_image_background` for 'application/json'.

    (Remove Background, api-205930784)
    """

    accept: Literal["application/json"]
    """The form of the answer, which the header Accept asks for."""


class RemoveImageBackground(RemoveImageBackgroundBase, total=False):
    """The parameters of `remove_image_background`.

    (Remove Background, api-205930784)
    """

    accept: Literal["image/*", "application/json"]
    """The form of the answer, which the header Accept asks for."""


class SearchAndReplaceImageBase(Options, total=False):
    """What every form of `search_and_replace_image` takes.

    (Search and Replace, api-205930783)
    """

    stability_client_id: str
    """Name of your program, at most 256 characters. The gateway drops it."""
    stability_client_user_id: str
    """An id of your end user, at most 256 characters. The gateway drops it."""
    stability_client_version: str
    """Version of your program, at most 256 characters. The gateway drops it."""
    image: Required[FileParam]
    """The picture, a JPEG, PNG or WebP of 4,096 to 9,437,184 pixels in all, each side at least 64, from 1:2.5 to
    2.5:1.
    """
    prompt: Required[str]
    """What to show, in English, 1 to 10000 characters. `(blue:0.3)` gives a word a weight from 0 to 1."""
    search_prompt: Required[str]
    """What to replace, in a word or a few, at most 10000 characters."""
    negative_prompt: str
    """What not to show, at most 10000 characters."""
    grow_mask: float
    """By how many pixels to widen what was found on all sides, 0 to 20. It softens the transition. Default: `3`."""
    seed: int
    """Asks for the same result for the same request, 0 to 4294967294. 0 chooses one at random. Default: `0`."""
    output_format: StabilityOutputFormat
    """Format of the picture. Default: `'png'`."""


class SearchAndReplaceImageFile(SearchAndReplaceImageBase, total=False):
    """The parameters of `search_and_replace_image` for 'image/*'.

    (Search and Replace, api-205930783)
    """

    accept: Literal["image/*"]
    """The form of the answer, which the header Accept asks for."""


class SearchAndReplaceImageJson(SearchAndReplaceImageBase):
    """The parameters of `search_and_replace_image` for 'application/json'.

    (Search and Replace, api-205930783)
    """

    accept: Literal["application/json"]
    """The form of the answer, which the header Accept asks for."""


class SearchAndReplaceImage(SearchAndReplaceImageBase, total=False):
    """The parameters of `search_and_replace_image`.

    (Search and Replace, api-205930783)
    """

    accept: Literal["image/*", "application/json"]
    """The form of the answer, which the header Accept asks for."""


class CreateStableImageCoreBase(Options, total=False):
    """What every form of `create_stable_image_core` takes.

    (Stable Image Core, api-205930786)
    """

    stability_client_id: str
    """Name of your program, at most 256 characters. The gateway drops it."""
    stability_client_user_id: str
    """An id of your end user, at most 256 characters. The gateway drops it."""
    stability_client_version: str
    """Version of your program, at most 256 characters. The gateway drops it."""
    prompt: Required[str]
    """What to show, in English, 1 to 10000 characters. `(blue:0.3)` gives a word a weight from 0 to 1."""
    aspect_ratio: StabilityAspectRatio
    """Width to height of the picture. Default: `'1:1'`."""
    negative_prompt: str
    """What not to show, at most 10000 characters."""
    seed: int
    """Asks for the same result for the same request, 0 to 4294967294. 0 chooses one at random. Default: `0`."""
    style_preset: Literal[
        "enhance",
        "anime",
        "photographic",
        "digital-art",
        "comic-book",
        "fantasy-art",
        "line-art",
        "analog-film",
        "neon-punk",
        "isometric",
        "low-poly",
        "origami",
        "modeling-compound",
        "cinematic",
        "3d-model",
        "pixel-art",
        "tile-texture",
    ]
    """A style for the picture. None is the usual one."""
    output_format: StabilityOutputFormat
    """Format of the picture. Default: `'png'`."""


class CreateStableImageCoreFile(CreateStableImageCoreBase, total=False):
    """The parameters of `create_stable_image_core` for 'image/*'.

    (Stable Image Core, api-205930786)
    """

    accept: Literal["image/*"]
    """The form of the answer, which the header Accept asks for."""


class CreateStableImageCoreJson(CreateStableImageCoreBase):
    """The parameters of `create_stable_image_core` for 'application/json'.

    (Stable Image Core, api-205930786)
    """

    accept: Literal["application/json"]
    """The form of the answer, which the header Accept asks for."""


class CreateStableImageCore(CreateStableImageCoreBase, total=False):
    """The parameters of `create_stable_image_core`.

    (Stable Image Core, api-205930786)
    """

    accept: Literal["image/*", "application/json"]
    """The form of the answer, which the header Accept asks for."""


class CreateStableDiffusion3Base(Options, total=False):
    """What every form of `create_stable_diffusion3` takes.

    (Stable Diffusion 3, api-205930787)
    """

    stability_client_id: str
    """Name of your program, at most 256 characters. The gateway drops it."""
    stability_client_user_id: str
    """An id of your end user, at most 256 characters. The gateway drops it."""
    stability_client_version: str
    """Version of your program, at most 256 characters. The gateway drops it."""
    prompt: Required[str]
    """What to show, in English, 1 to 10000 characters. `(blue:0.3)` gives a word a weight from 0 to 1."""
    mode: Literal["text-to-image", "image-to-image"]
    """Whether to start from the prompt alone, or from a picture too; that needs `image` and `strength`. Default:
    `'text-to-image'`.
    """
    image: FileParam
    """The picture to start from, a JPEG, PNG or WebP, each side at least 64 pixels. Needed by `image-to-image`, and
    only taken there.
    """
    strength: float
    """How far to leave the picture, 0 to 1: 0 gives it back as it is, 1 forgets it. Needed by `image-to-image`, and
    only taken there; there is no default.
    """
    aspect_ratio: StabilityAspectRatio
    """Width to height of the picture. Only taken by `text-to-image`. Default: `'1:1'`."""
    model: Literal["sd3-medium", "sd3-large", "sd3-large-turbo"] | str
    """Which Stable Diffusion 3 paints. The gateway passes any name on; without one it charges for `sd3-large`.
    Default: `'sd3-large'`.
    """
    seed: int
    """Asks for the same result for the same request, 0 to 4294967294. 0 chooses one at random. Default: `0`."""
    output_format: Literal["png", "jpeg"]
    """Format of the picture. WebP cannot be asked for. Default: `'png'`."""
    negative_prompt: str
    """What not to show, at most 10000 characters. `sd3-large-turbo` takes no notice of it."""


class CreateStableDiffusion3File(CreateStableDiffusion3Base, total=False):
    """The parameters of `create_stable_diffusion3` for 'image/*'.

    (Stable Diffusion 3, api-205930787)
    """

    accept: Literal["image/*"]
    """The form of the answer, which the header Accept asks for."""


class CreateStableDiffusion3Json(CreateStableDiffusion3Base):
    """The parameters of `create_stable_diffusion3` for 'application/json'.

    (Stable Diffusion 3, api-205930787)
    """

    accept: Literal["application/json"]
    """The form of the answer, which the header Accept asks for."""


class CreateStableDiffusion3(CreateStableDiffusion3Base, total=False):
    """The parameters of `create_stable_diffusion3`.

    (Stable Diffusion 3, api-205930787)
    """

    accept: Literal["image/*", "application/json"]
    """The form of the answer, which the header Accept asks for."""


class CreateStableImageUltraBase(Options, total=False):
    """What every form of `create_stable_image_ultra` takes.

    (Stable Image Ultra, api-205930785)
    """

    stability_client_id: str
    """Name of your program, at most 256 characters. The gateway drops it."""
    stability_client_user_id: str
    """An id of your end user, at most 256 characters. The gateway drops it."""
    stability_client_version: str
    """Version of your program, at most 256 characters. The gateway drops it."""
    prompt: Required[str]
    """What to show, in English, 1 to 10000 characters. `(blue:0.3)` gives a word a weight from 0 to 1."""
    negative_prompt: str
    """What not to show, at most 10000 characters."""
    aspect_ratio: StabilityAspectRatio
    """Width to height of the picture. Default: `'1:1'`."""
    seed: int
    """Asks for the same result for the same request, 0 to 4294967294. 0 chooses one at random. Default: `0`."""
    output_format: StabilityOutputFormat
    """Format of the picture. Default: `'png'`."""


class CreateStableImageUltraFile(CreateStableImageUltraBase, total=False):
    """The parameters of `create_stable_image_ultra` for 'image/*'.

    (Stable Image Ultra, api-205930785)
    """

    accept: Literal["image/*"]
    """The form of the answer, which the header Accept asks for."""


class CreateStableImageUltraJson(CreateStableImageUltraBase):
    """The parameters of `create_stable_image_ultra` for 'application/json'.

    (Stable Image Ultra, api-205930785)
    """

    accept: Literal["application/json"]
    """The form of the answer, which the header Accept asks for."""


class CreateStableImageUltra(CreateStableImageUltraBase, total=False):
    """The parameters of `create_stable_image_ultra`.

    (Stable Image Ultra, api-205930785)
    """

    accept: Literal["image/*", "application/json"]
    """The form of the answer, which the header Accept asks for."""


class UpscaleImageConservativeBase(Options, total=False):
    """What every form of `upscale_image_conservative` takes.

    (Conservative, api-205930777)
    """

    stability_client_id: str
    """Name of your program, at most 256 characters. The gateway drops it."""
    stability_client_user_id: str
    """An id of your end user, at most 256 characters. The gateway drops it."""
    stability_client_version: str
    """Version of your program, at most 256 characters. The gateway drops it."""
    image: Required[FileParam]
    """The picture, a JPEG, PNG or WebP of 4,096 to 9,437,184 pixels in all, each side at least 64, from 1:2.5 to
    2.5:1.
    """
    prompt: Required[str]
    """What to show, in English, 1 to 10000 characters. `(blue:0.3)` gives a word a weight from 0 to 1."""
    negative_prompt: str
    """What not to show, at most 10000 characters."""
    seed: int
    """Asks for the same result for the same request, 0 to 4294967294. 0 chooses one at random. Default: `0`."""
    output_format: StabilityOutputFormat
    """Format of the picture. Default: `'png'`."""
    creativity: float
    """How much to invent, 0.2 to 0.5. Default: `0.35`."""


class UpscaleImageConservativeFile(UpscaleImageConservativeBase, total=False):
    """The parameters of `upscale_image_conservative` for 'image/*'.

    (Conservative, api-205930777)
    """

    accept: Literal["image/*"]
    """The form of the answer, which the header Accept asks for."""


class UpscaleImageConservativeJson(UpscaleImageConservativeBase):
    """The parameters of `upscale_image_conservative` for 'application/json'.

    (Conservative, api-205930777)
    """

    accept: Literal["application/json"]
    """The form of the answer, which the header Accept asks for."""


class UpscaleImageConservative(UpscaleImageConservativeBase, total=False):
    """The parameters of `upscale_image_conservative`.

    (Conservative, api-205930777)
    """

    accept: Literal["image/*", "application/json"]
    """The form of the answer, which the header Accept asks for."""


class StartCreativeUpscale(Options, total=False):
    """The parameters of `start_creative_upscale`.

    (Start Creative Upscale, api-205930778)
    """

    stability_client_id: str
    """Name of your program, at most 256 characters. The gateway drops it."""
    stability_client_user_id: str
    """An id of your end user, at most 256 characters. The gateway drops it."""
    stability_client_version: str
    """Version of your program, at most 256 characters. The gateway drops it."""
    image: Required[FileParam]
    """The picture, a JPEG, PNG or WebP of 4,096 to 1,048,576 pixels in all, each side at least 64."""
    prompt: Required[str]
    """What to show, in English, 1 to 10000 characters. `(blue:0.3)` gives a word a weight from 0 to 1."""
    negative_prompt: str
    """What not to show, at most 10000 characters."""
    output_format: StabilityOutputFormat
    """Format of the picture. Default: `'png'`."""
    seed: int
    """Asks for the same result for the same request, 0 to 4294967294. 0 chooses one at random. Default: `0`."""
    creativity: float
    """How much to invent, 0 to 0.35. Default: `0.3`."""


class GetCreativeUpscaleResultBase(Options, total=False):
    """What every form of `get_creative_upscale_result` takes.

    (Fetch Creative Upscale result, api-205930779)
    """

    stability_client_id: str
    """Name of your program, at most 256 characters. The gateway drops it."""
    stability_client_user_id: str
    """An id of your end user, at most 256 characters. The gateway drops it."""
    stability_client_version: str
    """Version of your program, at most 256 characters. The gateway drops it."""


class GetCreativeUpscaleResultFile(GetCreativeUpscaleResultBase, total=False):
    """The parameters of `get_creative_upscale_result` for 'image/*'.

    (Fetch Creative Upscale result, api-205930779)
    """

    accept: Literal["image/*"]
    """The form of the answer, which the header Accept asks for."""


class GetCreativeUpscaleResultJson(GetCreativeUpscaleResultBase):
    """The parameters of `get_creative_upscale_result` for 'application/json'.

    (Fetch Creative Upscale result, api-205930779)
    """

    accept: Literal["application/json"]
    """The form of the answer, which the header Accept asks for."""


class GetCreativeUpscaleResult(GetCreativeUpscaleResultBase, total=False):
    """The parameters of `get_creative_upscale_result`.

    (Fetch Creative Upscale result, api-205930779)
    """

    accept: Literal["image/*", "application/json"]
    """The form of the answer, which the header Accept asks for."""
