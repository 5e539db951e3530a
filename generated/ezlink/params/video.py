# Rendered by `make generate` from spec/families/video.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""Video: parameters."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, Required, TypedDict

from ..runtime.operation.operation import Options


class CreateVideoGeneration(Options, total=False):
    """The parameters of `create_video_generation`.

    Description of the video, in the fields of the model's vendor.

    (视频生成)
    """

    model: Required[Literal["video-01", "cogvideox", "kling-v1", "gen3a_turbo", "luma"] | str]
    """The model, and with it the vendor: `video-01` MiniMax, `cogvideox` Zhipu, all that begin with `kling` Kling,
    `gen3a_turbo` Runway, `luma` Luma.
    """
    prompt: str
    """Description of the video. For all vendors but Runway, which calls it `promptText`."""
    negative_prompt: str
    """Kling: what the video should not show."""
    image_url: str
    """Zhipu: URL of an image to start from."""
    image: str
    """Kling: image to start from. With it the video is made from the image, otherwise from the prompt."""
    image_tail: str
    """Kling, with `image`: image to end with."""
    promptImage: str | Sequence[RunwayPromptImageParam]
    """Runway: image to start from, or several images with their positions."""
    promptText: str
    """Runway: description of the video."""
    mode: Literal["std", "pro"] | str
    """Kling: `std`, or `pro` for higher quality."""
    duration: str | int
    """Length in seconds: text for Kling (`"5"`, `"10"`), a number for Runway (10 if omitted)."""
    aspect_ratio: str
    """Kling, without `image`, and Luma: aspect ratio, such as `16:9`."""
    ratio: str
    """Runway: width and height, such as `1280:768`."""
    cfg_scale: float
    """Kling: how closely to follow the prompt."""
    camera_control: KlingCameraControlParam
    """Kling, without `image`: camera movement."""
    seed: int
    """Runway: request the same video for the same request."""
    watermark: bool
    """Runway: add a watermark. `false` is dropped on the way."""
    loop: bool | None
    """Luma: make the end of the video run into its beginning."""
    keyframes: LumaKeyframesParam | None
    """Luma: images to begin and to end with."""
    callback_url: str | None
    """Kling and Luma: URL to which the vendor posts when the task changes."""


class RunwayPromptImageParam(TypedDict):
    """An image, and where in the video it stands.

    (视频生成)
    """

    uri: str
    """The image, as a URL or data URI."""
    position: Literal["first", "last"] | str
    """`first` to begin with it, `last` to end with it."""


class KlingCameraControlParam(TypedDict, total=False):
    """Camera movement of Kling. Not for a video from an image.

    (视频生成)
    """

    type: str
    """The kind of movement, `simple` for instance."""
    config: KlingCameraConfigParam
    """Distance of each movement."""


class KlingCameraConfigParam(TypedDict, total=False):
    """Distance of each camera movement. A 0 is dropped, which is equivalent.

    (视频生成)
    """

    horizontal: float
    """Horizontal movement."""
    vertical: float
    """Vertical movement."""
    pan: float
    """Pan."""
    tilt: float
    """Tilt."""
    roll: float
    """Roll."""
    zoom: float
    """Zoom."""


class LumaKeyframesParam(TypedDict, total=False):
    """Images to begin and to end with; both are optional.

    (视频生成)
    """

    frame0: LumaKeyframeParam
    """First frame."""
    frame1: LumaKeyframeParam
    """Last frame."""


class LumaKeyframeParam(TypedDict):
    """An image at one end of the video.

    (视频生成)
    """

    type: Literal["image"] | str
    """Kind of keyframe; `image` for an image."""
    url: str
    """Address of the image."""


class CreateMinimaxVideo(Options):
    """The parameters of `create_minimax_video`.

    A video with MiniMax.

    (视频生成)
    """

    model: Literal["video-01"]
    """The model; only `video-01` leads to MiniMax."""
    prompt: str
    """Description of the video."""


class CreateZhipuVideo(Options, total=False):
    """The parameters of `create_zhipu_video`.

    A video with CogVideoX. It needs a prompt or an image.

    (视频生成)
    """

    model: Required[Literal["cogvideox"]]
    """The model; only `cogvideox` leads to Zhipu."""
    prompt: str
    """Description of the video."""
    image_url: str
    """URL of an image to start from."""


class CreateKlingVideo(Options, total=False):
    """The parameters of `create_kling_video`.

    A video with Kling, from a prompt.

    (视频生成)
    """

    model: Required[Literal["kling-v1"] | str]
    """The model. Every name that begins with `kling` leads to Kling."""
    prompt: Required[str]
    """Description of the video."""
    negative_prompt: str
    """What the video should not show."""
    cfg_scale: float
    """How closely to follow the prompt."""
    mode: Literal["std", "pro"] | str
    """`std`, or `pro` for higher quality."""
    camera_control: KlingCameraControlParam
    """Camera movement."""
    aspect_ratio: str
    """Aspect ratio, such as `16:9`."""
    duration: Literal["5", "10"]
    """Length in seconds, as text; a number is rejected."""
    callback_url: str
    """URL to which Kling posts when the task changes."""


class CreateKlingImageVideo(Options, total=False):
    """The parameters of `create_kling_image_video`.

    A video with Kling, from an image.

    (视频生成)
    """

    model: Required[Literal["kling-v1"] | str]
    """The model. Every name that begins with `kling` leads to Kling."""
    image: Required[str]
    """Image to start from. Must not be empty."""
    image_tail: str
    """Image to end with."""
    prompt: str
    """Description of the video."""
    negative_prompt: str
    """What the video should not show."""
    cfg_scale: float
    """How closely to follow the prompt."""
    mode: Literal["std", "pro"] | str
    """`std`, or `pro` for higher quality."""
    duration: Literal["5", "10"]
    """Length in seconds, as text; a number is rejected."""
    callback_url: str
    """URL to which Kling posts when the task changes."""


class CreateRunwayVideo(Options, total=False):
    """The parameters of `create_runway_video`.

    A video with Runway, from an image.

    (视频生成)
    """

    model: Required[Literal["gen3a_turbo"]]
    """The model; only `gen3a_turbo` leads to Runway."""
    promptImage: Required[str | Sequence[RunwayPromptImageParam]]
    """Image to start from, as a URL or data URI, or several images with their positions."""
    promptText: str
    """Description of the video."""
    seed: int
    """Request the same video for the same request."""
    watermark: bool
    """Add a watermark. `false` is dropped on the way."""
    duration: int
    """Length in seconds, 10 by default; text is rejected. Default: `10`."""
    ratio: str
    """Width and height, such as `1280:768`."""


class CreateLumaVideo(Options, total=False):
    """The parameters of `create_luma_video`.

    A video with Luma.

    (视频生成)
    """

    model: Required[Literal["luma"]]
    """The model; only `luma` leads to Luma. It chooses the vendor and is not sent on."""
    prompt: str
    """Description of the video."""
    aspect_ratio: str
    """Aspect ratio, such as `16:9`."""
    loop: bool | None
    """Make the end of the video run into its beginning."""
    keyframes: LumaKeyframesParam | None
    """Images to begin and to end with."""
    callback_url: str | None
    """URL to which Luma posts when the task changes."""


class GetVideoGenerationResult(Options):
    """The parameters of `get_video_generation_result`.

    (生成查询)
    """

    taskid: str
    """Id of the task, `task_id` of the response to the call that started it."""
