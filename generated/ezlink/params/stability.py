# Rendered by `make generate` from spec/families/stability.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""Stability: parameters."""

from __future__ import annotations

from typing import Literal, Required, TypeAlias

from ..runtime.encoding.multipart import FileParam
from ..runtime.operation.operation import Options


class StartImageToVideo(Options, total=False):
    """The parameters of `start_image_to_video`.

    An image, and how to set it in motion.

    (Start generation, api-205930775)
    """

    stability_client_id: str
    """Name of your application, at most 256 characters. The gateway drops it."""
    stability_client_user_id: str
    """Your id of the end user, at most 256 characters. The gateway drops it."""
    stability_client_version: str
    """Version of your application, at most 256 characters. The gateway drops it."""
    image: Required[FileParam]
    """The first frame, a JPEG or PNG of exactly 1024x576, 576x1024 or 768x768 pixels."""
    seed: int
    """Asks for the same result for the same request, 0 to 4294967294. 0 chooses one at random. Default: `0`."""
    cfg_scale: float
    """How closely to follow the image, 0 to 10. Lower values leave more freedom, higher ones distort less. Default:
    `1.8`.
    """
    motion_bucket_id: float
    """Amount of motion, 1 to 255. Default: `127`."""


class GetImageToVideoResult(Options, total=False):
    """The parameters of `get_image_to_video_result`.

    (Fetch generation result, api-205930776)
    """

    stability_client_id: str
    """Name of your application, at most 256 characters. The gateway drops it."""
    stability_client_user_id: str
    """Your id of the end user, at most 256 characters. The gateway drops it."""
    stability_client_version: str
    """Version of your application, at most 256 characters. The gateway drops it."""


class ControlImageSketch(Options, total=False):
    """The parameters of `control_image_sketch`.

    A sketch, and a description of the image.

    (Sketch, api-205930788)
    """

    stability_client_id: str
    """Name of your application, at most 256 characters. The gateway drops it."""
    stability_client_user_id: str
    """Your id of the end user, at most 256 characters. The gateway drops it."""
    stability_client_version: str
    """Version of your application, at most 256 characters. The gateway drops it."""
    prompt: Required[str]
    """Description of the image, in English, 1 to 10000 characters. `(blue:0.3)` gives a word a weight from 0 to 1."""
    image: Required[FileParam]
    """The sketch or image, a JPEG, PNG or WebP of at most 9,437,184 pixels in all, each side at least 64, from 1:2.5
    to 2.5:1.
    """
    control_strength: float
    """How closely to follow the sketch, 0 to 1. Default: `0.7`."""
    negative_prompt: str
    """What the image should not show, at most 10000 characters."""
    seed: int
    """Asks for the same result for the same request, 0 to 4294967294. 0 chooses one at random. Default: `0`."""
    output_format: StabilityOutputFormat
    """Format of the image. Default: `'png'`."""


StabilityOutputFormat: TypeAlias = Literal["jpeg", "png", "webp"]
"""Format of the image. Default: `'png'`.

(Conservative, api-205930777)
"""


class ControlImageStructure(Options, total=False):
    """The parameters of `control_image_structure`.

    An image whose structure to keep, and a description of the new one.

    (Structure, api-205930789)
    """

    stability_client_id: str
    """Name of your application, at most 256 characters. The gateway drops it."""
    stability_client_user_id: str
    """Your id of the end user, at most 256 characters. The gateway drops it."""
    stability_client_version: str
    """Version of your application, at most 256 characters. The gateway drops it."""
    prompt: Required[str]
    """Description of the image, in English, 1 to 10000 characters. `(blue:0.3)` gives a word a weight from 0 to 1."""
    image: Required[FileParam]
    """The image, a JPEG, PNG or WebP of 4,096 to 9,437,184 pixels in all, each side at least 64, from 1:2.5 to
    2.5:1.
    """
    control_strength: float
    """How closely to follow the structure, 0 to 1. Default: `0.7`."""
    negative_prompt: str
    """What the image should not show, at most 10000 characters."""
    seed: int
    """Asks for the same result for the same request, 0 to 4294967294. 0 chooses one at random. Default: `0`."""
    output_format: StabilityOutputFormat
    """Format of the image. Default: `'png'`."""


class ControlImageStyle(Options, total=False):
    """The parameters of `control_image_style`.

    An image whose style to use, and a description of the new one.

    (Style, api-205930790)
    """

    stability_client_id: str
    """Name of your application, at most 256 characters. The gateway drops it."""
    stability_client_user_id: str
    """Your id of the end user, at most 256 characters. The gateway drops it."""
    stability_client_version: str
    """Version of your application, at most 256 characters. The gateway drops it."""
    prompt: Required[str]
    """Description of the image, in English, 1 to 10000 characters. `(blue:0.3)` gives a word a weight from 0 to 1."""
    image: Required[FileParam]
    """The image, a JPEG, PNG or WebP of 4,096 to 9,437,184 pixels in all, each side at least 64, from 1:2.5 to
    2.5:1.
    """
    negative_prompt: str
    """What the image should not show, at most 10000 characters."""
    aspect_ratio: StabilityAspectRatio
    """Width to height of the image. Default: `'1:1'`."""
    fidelity: float
    """How closely to follow the style, 0 to 1. Default: `0.5`."""
    seed: int
    """Asks for the same result for the same request, 0 to 4294967294. 0 chooses one at random. Default: `0`."""
    output_format: StabilityOutputFormat
    """Format of the image. Default: `'png'`."""


StabilityAspectRatio: TypeAlias = Literal["21:9", "16:9", "3:2", "5:4", "1:1", "4:5", "2:3", "9:16", "9:21"]
"""Width to height of the image. Default: `'1:1'`.

(Stable Image Core, api-205930786)
"""


class EraseImage(Options, total=False):
    """The parameters of `erase_image`.

    An image, and what to erase from it.

    (Erase, api-205930780)
    """

    stability_client_id: str
    """Name of your application, at most 256 characters. The gateway drops it."""
    stability_client_user_id: str
    """Your id of the end user, at most 256 characters. The gateway drops it."""
    stability_client_version: str
    """Version of your application, at most 256 characters. The gateway drops it."""
    image: Required[FileParam]
    """The image, a JPEG, PNG or WebP of 4,096 to 9,437,184 pixels in all, each side at least 64."""
    mask: FileParam
    """Image that marks how much to change each pixel: black not at all, white fully. If omitted, the transparency of
    `image` is used.
    """
    grow_mask: float
    """Number of pixels by which to grow the mask on all sides, 0 to 20. This softens the transition. Default: `5`."""
    seed: int
    """Asks for the same result for the same request, 0 to 4294967294. 0 chooses one at random. Default: `0`."""
    output_format: StabilityOutputFormat
    """Format of the image. Default: `'png'`."""


class InpaintImage(Options, total=False):
    """The parameters of `inpaint_image`.

    An image, the region to replace, and what to replace it with.

    (Inpaint, api-205930781)
    """

    stability_client_id: str
    """Name of your application, at most 256 characters. The gateway drops it."""
    stability_client_user_id: str
    """Your id of the end user, at most 256 characters. The gateway drops it."""
    stability_client_version: str
    """Version of your application, at most 256 characters. The gateway drops it."""
    image: Required[FileParam]
    """The image, a JPEG, PNG or WebP of 4,096 to 9,437,184 pixels in all, each side at least 64."""
    prompt: Required[str]
    """Description of the image, in English, 1 to 10000 characters. `(blue:0.3)` gives a word a weight from 0 to 1."""
    negative_prompt: str
    """What the image should not show, at most 10000 characters."""
    mask: FileParam
    """Image that marks how much to change each pixel: black not at all, white fully. If omitted, the transparency of
    `image` is used.
    """
    grow_mask: float
    """Number of pixels by which to grow the mask on all sides, 0 to 20. This softens the transition. Default: `5`."""
    seed: int
    """Asks for the same result for the same request, 0 to 4294967294. 0 chooses one at random. Default: `0`."""
    output_format: StabilityOutputFormat
    """Format of the image. Default: `'png'`."""


class OutpaintImage(Options, total=False):
    """The parameters of `outpaint_image`.

    An image, and how far to widen it. At least one of left, right, up and down must be more than 0.

    (Outpaint, api-205930782)
    """

    stability_client_id: str
    """Name of your application, at most 256 characters. The gateway drops it."""
    stability_client_user_id: str
    """Your id of the end user, at most 256 characters. The gateway drops it."""
    stability_client_version: str
    """Version of your application, at most 256 characters. The gateway drops it."""
    image: Required[FileParam]
    """The image, a JPEG, PNG or WebP of 4,096 to 9,437,184 pixels in all, each side at least 64, from 1:2.5 to
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
    """Creativity of the added content, 0 to 1. The documentation says 0.2 to 0.5. Default: `0.5`."""
    prompt: str
    """Description of the image, in English, at most 10000 characters. `(blue:0.3)` gives a word a weight from 0 to
    1.
    """
    seed: int
    """Asks for the same result for the same request, 0 to 4294967294. 0 chooses one at random. Default: `0`."""
    output_format: StabilityOutputFormat
    """Format of the image. Default: `'png'`."""


class RemoveImageBackground(Options, total=False):
    """The parameters of `remove_image_background`.

    An image whose background to remove.

    (Remove Background, api-205930784)
    """

    stability_client_id: str
    """Name of your application, at most 256 characters. The gateway drops it."""
    stability_client_user_id: str
    """Your id of the end user, at most 256 characters. The gateway drops it."""
    stability_client_version: str
    """Version of your application, at most 256 characters. The gateway drops it."""
    image: Required[FileParam]
    """The image, a JPEG, PNG or WebP of 4,096 to 4,194,304 pixels in all, each side at least 64."""
    output_format: Literal["png", "webp"]
    """Format of the image. JPEG is not available; it has no transparency. Default: `'png'`."""


class SearchAndReplaceImage(Options, total=False):
    """The parameters of `search_and_replace_image`.

    An image, the object to find, and what to replace it with.

    (Search and Replace, api-205930783)
    """

    stability_client_id: str
    """Name of your application, at most 256 characters. The gateway drops it."""
    stability_client_user_id: str
    """Your id of the end user, at most 256 characters. The gateway drops it."""
    stability_client_version: str
    """Version of your application, at most 256 characters. The gateway drops it."""
    image: Required[FileParam]
    """The image, a JPEG, PNG or WebP of 4,096 to 9,437,184 pixels in all, each side at least 64, from 1:2.5 to
    2.5:1.
    """
    prompt: Required[str]
    """Description of the image, in English, 1 to 10000 characters. `(blue:0.3)` gives a word a weight from 0 to 1."""
    search_prompt: Required[str]
    """Object to replace, in a few words, at most 10000 characters."""
    negative_prompt: str
    """What the image should not show, at most 10000 characters."""
    grow_mask: float
    """Number of pixels by which to grow the region that was found on all sides, 0 to 20. This softens the
    transition. Default: `3`.
    """
    seed: int
    """Asks for the same result for the same request, 0 to 4294967294. 0 chooses one at random. Default: `0`."""
    output_format: StabilityOutputFormat
    """Format of the image. Default: `'png'`."""


class CreateStableImageCore(Options, total=False):
    """The parameters of `create_stable_image_core`.

    Description and style of the image.

    (Stable Image Core, api-205930786)
    """

    stability_client_id: str
    """Name of your application, at most 256 characters. The gateway drops it."""
    stability_client_user_id: str
    """Your id of the end user, at most 256 characters. The gateway drops it."""
    stability_client_version: str
    """Version of your application, at most 256 characters. The gateway drops it."""
    prompt: Required[str]
    """Description of the image, in English, 1 to 10000 characters. `(blue:0.3)` gives a word a weight from 0 to 1."""
    aspect_ratio: StabilityAspectRatio
    """Width to height of the image. Default: `'1:1'`."""
    negative_prompt: str
    """What the image should not show, at most 10000 characters."""
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
    """Style of the image. There is no default style."""
    output_format: StabilityOutputFormat
    """Format of the image. Default: `'png'`."""


class CreateStableDiffusion3(Options, total=False):
    """The parameters of `create_stable_diffusion3`.

    Description of the image, and an image to start from.

    (Stable Diffusion 3, api-205930787)
    """

    stability_client_id: str
    """Name of your application, at most 256 characters. The gateway drops it."""
    stability_client_user_id: str
    """Your id of the end user, at most 256 characters. The gateway drops it."""
    stability_client_version: str
    """Version of your application, at most 256 characters. The gateway drops it."""
    prompt: Required[str]
    """Description of the image, in English, 1 to 10000 characters. `(blue:0.3)` gives a word a weight from 0 to 1."""
    mode: Literal["text-to-image", "image-to-image"]
    """Start from the prompt alone, or from an image too; the latter needs `image` and `strength`. Default:
    `'text-to-image'`.
    """
    image: FileParam
    """Image to start from, a JPEG, PNG or WebP, each side at least 64 pixels. Required by `image-to-image`, and only
    accepted there.
    """
    strength: float
    """How far to depart from the image, 0 to 1: 0 returns it unchanged, 1 ignores it. Required by `image-to-image`,
    and only accepted there; there is no default.
    """
    aspect_ratio: StabilityAspectRatio
    """Aspect ratio of the image. Only accepted by `text-to-image`. Default: `'1:1'`."""
    model: Literal["sd3-medium", "sd3-large", "sd3-large-turbo"] | str
    """Stable Diffusion 3 model. The gateway passes any name on; if omitted it charges for `sd3-large`. Default:
    `'sd3-large'`.
    """
    seed: int
    """Asks for the same result for the same request, 0 to 4294967294. 0 chooses one at random. Default: `0`."""
    output_format: Literal["png", "jpeg"]
    """Format of the image. WebP is not available. Default: `'png'`."""
    negative_prompt: str
    """What the image should not show, at most 10000 characters. `sd3-large-turbo` ignores it."""


class CreateStableImageUltra(Options, total=False):
    """The parameters of `create_stable_image_ultra`.

    Description of the image.

    (Stable Image Ultra, api-205930785)
    """

    stability_client_id: str
    """Name of your application, at most 256 characters. The gateway drops it."""
    stability_client_user_id: str
    """Your id of the end user, at most 256 characters. The gateway drops it."""
    stability_client_version: str
    """Version of your application, at most 256 characters. The gateway drops it."""
    prompt: Required[str]
    """Description of the image, in English, 1 to 10000 characters. `(blue:0.3)` gives a word a weight from 0 to 1."""
    negative_prompt: str
    """What the image should not show, at most 10000 characters."""
    aspect_ratio: StabilityAspectRatio
    """Width to height of the image. Default: `'1:1'`."""
    seed: int
    """Asks for the same result for the same request, 0 to 4294967294. 0 chooses one at random. Default: `0`."""
    output_format: StabilityOutputFormat
    """Format of the image. Default: `'png'`."""


class UpscaleImageConservative(Options, total=False):
    """The parameters of `upscale_image_conservative`.

    An image to upscale.

    (Conservative, api-205930777)
    """

    stability_client_id: str
    """Name of your application, at most 256 characters. The gateway drops it."""
    stability_client_user_id: str
    """Your id of the end user, at most 256 characters. The gateway drops it."""
    stability_client_version: str
    """Version of your application, at most 256 characters. The gateway drops it."""
    image: Required[FileParam]
    """The image, a JPEG, PNG or WebP of 4,096 to 9,437,184 pixels in all, each side at least 64, from 1:2.5 to
    2.5:1.
    """
    prompt: Required[str]
    """Description of the image, in English, 1 to 10000 characters. `(blue:0.3)` gives a word a weight from 0 to 1."""
    negative_prompt: str
    """What the image should not show, at most 10000 characters."""
    seed: int
    """Asks for the same result for the same request, 0 to 4294967294. 0 chooses one at random. Default: `0`."""
    output_format: StabilityOutputFormat
    """Format of the image. Default: `'png'`."""
    creativity: float
    """Creativity of added details, 0.2 to 0.5. Default: `0.35`."""


class StartCreativeUpscale(Options, total=False):
    """The parameters of `start_creative_upscale`.

    A small image to upscale.

    (Start Creative Upscale, api-205930778)
    """

    stability_client_id: str
    """Name of your application, at most 256 characters. The gateway drops it."""
    stability_client_user_id: str
    """Your id of the end user, at most 256 characters. The gateway drops it."""
    stability_client_version: str
    """Version of your application, at most 256 characters. The gateway drops it."""
    image: Required[FileParam]
    """The image, a JPEG, PNG or WebP of 4,096 to 1,048,576 pixels in all, each side at least 64."""
    prompt: Required[str]
    """Description of the image, in English, 1 to 10000 characters. `(blue:0.3)` gives a word a weight from 0 to 1."""
    negative_prompt: str
    """What the image should not show, at most 10000 characters."""
    output_format: StabilityOutputFormat
    """Format of the image. Default: `'png'`."""
    seed: int
    """Asks for the same result for the same request, 0 to 4294967294. 0 chooses one at random. Default: `0`."""
    creativity: float
    """Creativity of added details, 0 to 0.35. Default: `0.3`."""


class GetCreativeUpscaleResult(Options, total=False):
    """The parameters of `get_creative_upscale_result`.

    (Fetch Creative Upscale result, api-205930779)
    """

    stability_client_id: str
    """Name of your application, at most 256 characters. The gateway drops it."""
    stability_client_user_id: str
    """Your id of the end user, at most 256 characters. The gateway drops it."""
    stability_client_version: str
    """Version of your application, at most 256 characters. The gateway drops it."""
