# Rendered by `make generate` from spec/families/video.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""Video: every function builds a call and sends nothing; `client.send(call)` sends it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from ..models.video import AsyncVideoGenerationResult, VideoGeneration, VideoGenerationResult
from ..runtime.operation.call import Call, build_call
from ..runtime.operation.endpoint import endpoint
from ..runtime.operation.operation import Operation
from ..runtime.operation.polling_spec import PollingSpec

if TYPE_CHECKING:
    from ..params.video import (
        CreateKlingImageVideo,
        CreateKlingVideo,
        CreateLumaVideo,
        CreateMinimaxVideo,
        CreateRunwayVideo,
        CreateVideoGeneration,
        CreateZhipuVideo,
        GetVideoGenerationResult,
    )
    from ..runtime.polling.task import AsyncTask, Task

_GET_VIDEO_GENERATION_RESULT_POLLING = PollingSpec(
    id="/task_id",
    fetch="get_video_generation_result",
    parameter="taskid",
    status="/task_status",
    states={
        "processing": "running",
        "unknown": "running",
        "submitted": "running",
        "Queueing": "running",
        "Preparing": "running",
        "Processing": "running",
        "succeed": "succeeded",
        "success": "succeeded",
        "scucceed": "succeeded",
        "succeeded": "succeeded",
        "failed": "failed",
        "Fail": "failed",
    },
    accepted={"/task_status": ("succeed",)},
    refused={"/task_status": ("failed",)},
    failure="/message",
    interval=(5.0, 1.0),
    timeout=900.0,
    expect_unknown=True,
)


_CREATE_VIDEO_GENERATION = Operation(
    id="createVideoGeneration",
    name="video.create",
    method="POST",
    path="/v1/video/generations",
    body=(
        "model",
        "prompt",
        "negative_prompt",
        "image_url",
        "image",
        "image_tail",
        "promptImage",
        "promptText",
        "mode",
        "duration",
        "aspect_ratio",
        "ratio",
        "cfg_scale",
        "camera_control",
        "seed",
        "watermark",
        "loop",
        "keyframes",
        "callback_url",
    ),
    required=("model",),
    result=VideoGeneration,
    proof=("task_id", "task_status"),
    polling=_GET_VIDEO_GENERATION_RESULT_POLLING,
)


@endpoint(_CREATE_VIDEO_GENERATION)
def create_video_generation(
    **params: Unpack[CreateVideoGeneration],
) -> Call[Task[VideoGenerationResult], AsyncTask[AsyncVideoGenerationResult]]:
    """Start a video.

    Starts a task that makes a video with the vendor to whom `model` belongs: MiniMax (`video-01`), Zhipu
    (`cogvideox`), Kling (`kling…`), Runway (`gen3a_turbo`) or Luma (`luma`). Fields of other vendors are silently
    dropped. There is also a function for each vendor with only its fields. The quota is not checked.

    Args:
        model: The model, and with it the vendor: `video-01` MiniMax, `cogvideox` Zhipu, all that begin with
            `kling` Kling, `gen3a_turbo` Runway, `luma` Luma.
        All others: see `CreateVideoGeneration` in params/video.py.

    POST /v1/video/generations (视频生成)
    """
    return build_call(_CREATE_VIDEO_GENERATION, params)


_CREATE_MINIMAX_VIDEO = Operation(
    id="createMinimaxVideo",
    name="video.create_minimax",
    method="POST",
    path="/v1/video/generations",
    body=("model", "prompt"),
    required=("model", "prompt"),
    result=VideoGeneration,
    proof=("task_id", "task_status"),
    polling=_GET_VIDEO_GENERATION_RESULT_POLLING,
)


@endpoint(_CREATE_MINIMAX_VIDEO)
def create_minimax_video(
    **params: Unpack[CreateMinimaxVideo],
) -> Call[Task[VideoGenerationResult], AsyncTask[AsyncVideoGenerationResult]]:
    """Start a video with MiniMax.

    Starts a task that makes a video from a prompt. An image to start from cannot be passed on: the gateway drops
    it.

    Args:
        model: The model; only `video-01` leads to MiniMax.
        prompt: Description of the video.

    POST /v1/video/generations (视频生成)
    """
    return build_call(_CREATE_MINIMAX_VIDEO, params)


_CREATE_ZHIPU_VIDEO = Operation(
    id="createZhipuVideo",
    name="video.create_zhipu",
    method="POST",
    path="/v1/video/generations",
    body=("model", "prompt", "image_url"),
    required=("model",),
    result=VideoGeneration,
    proof=("task_id", "task_status"),
    polling=_GET_VIDEO_GENERATION_RESULT_POLLING,
)


@endpoint(_CREATE_ZHIPU_VIDEO)
def create_zhipu_video(
    **params: Unpack[CreateZhipuVideo],
) -> Call[Task[VideoGenerationResult], AsyncTask[AsyncVideoGenerationResult]]:
    """Start a video with Zhipu's CogVideoX.

    Starts a task that makes a video from a prompt, from an image, or from both.

    Args:
        model: The model; only `cogvideox` leads to Zhipu.
        All others: see `CreateZhipuVideo` in params/video.py.

    POST /v1/video/generations (视频生成)
    """
    return build_call(_CREATE_ZHIPU_VIDEO, params)


_CREATE_KLING_VIDEO = Operation(
    id="createKlingVideo",
    name="video.create_kling",
    method="POST",
    path="/v1/video/generations",
    body=(
        "model",
        "prompt",
        "negative_prompt",
        "cfg_scale",
        "mode",
        "camera_control",
        "aspect_ratio",
        "duration",
        "callback_url",
    ),
    required=("model", "prompt"),
    result=VideoGeneration,
    proof=("task_id", "task_status"),
    polling=_GET_VIDEO_GENERATION_RESULT_POLLING,
)


@endpoint(_CREATE_KLING_VIDEO)
def create_kling_video(
    **params: Unpack[CreateKlingVideo],
) -> Call[Task[VideoGenerationResult], AsyncTask[AsyncVideoGenerationResult]]:
    """Start a video with Kling, from a prompt.

    Starts a task that makes a video from a prompt. With an image, Kling has other fields: createKlingImageVideo.

    Args:
        model: The model.
        prompt: Description of the video.
        All others: see `CreateKlingVideo` in params/video.py.

    POST /v1/video/generations (视频生成)
    """
    return build_call(_CREATE_KLING_VIDEO, params)


_CREATE_KLING_IMAGE_VIDEO = Operation(
    id="createKlingImageVideo",
    name="video.animate_kling",
    method="POST",
    path="/v1/video/generations",
    body=("model", "image", "image_tail", "prompt", "negative_prompt", "cfg_scale", "mode", "duration", "callback_url"),
    required=("model", "image"),
    result=VideoGeneration,
    proof=("task_id", "task_status"),
    polling=_GET_VIDEO_GENERATION_RESULT_POLLING,
)


@endpoint(_CREATE_KLING_IMAGE_VIDEO)
def create_kling_image_video(
    **params: Unpack[CreateKlingImageVideo],
) -> Call[Task[VideoGenerationResult], AsyncTask[AsyncVideoGenerationResult]]:
    """Start a video with Kling, from an image.

    Starts a task that sets an image in motion. A camera and an aspect ratio cannot be asked for here: the gateway
    drops them.

    Args:
        model: The model.
        image: Image to start from.
        All others: see `CreateKlingImageVideo` in params/video.py.

    POST /v1/video/generations (视频生成)
    """
    return build_call(_CREATE_KLING_IMAGE_VIDEO, params)


_CREATE_RUNWAY_VIDEO = Operation(
    id="createRunwayVideo",
    name="video.create_runway",
    method="POST",
    path="/v1/video/generations",
    body=("model", "promptImage", "promptText", "seed", "watermark", "duration", "ratio"),
    required=("model", "promptImage"),
    result=VideoGeneration,
    proof=("task_id", "task_status"),
    polling=_GET_VIDEO_GENERATION_RESULT_POLLING,
)


@endpoint(_CREATE_RUNWAY_VIDEO)
def create_runway_video(
    **params: Unpack[CreateRunwayVideo],
) -> Call[Task[VideoGenerationResult], AsyncTask[AsyncVideoGenerationResult]]:
    """Start a video with Runway, from an image.

    Starts a task that sets an image in motion, or goes from one image to another. A failed task cannot be told
    from one that is at work: both have the status `unknown`.

    Args:
        model: The model; only `gen3a_turbo` leads to Runway.
        promptImage: Image to start from, as a URL or data URI, or several images with their positions.
        All others: see `CreateRunwayVideo` in params/video.py.

    POST /v1/video/generations (视频生成)
    """
    return build_call(_CREATE_RUNWAY_VIDEO, params)


_CREATE_LUMA_VIDEO = Operation(
    id="createLumaVideo",
    name="video.create_luma",
    method="POST",
    path="/v1/video/generations",
    body=("model", "prompt", "aspect_ratio", "loop", "keyframes", "callback_url"),
    required=("model",),
    result=VideoGeneration,
    proof=("task_id", "task_status"),
    polling=_GET_VIDEO_GENERATION_RESULT_POLLING,
)


@endpoint(_CREATE_LUMA_VIDEO)
def create_luma_video(
    **params: Unpack[CreateLumaVideo],
) -> Call[Task[VideoGenerationResult], AsyncTask[AsyncVideoGenerationResult]]:
    """Start a video with Luma's Dream Machine.

    Starts a task that makes a video from a prompt, and from images to begin and to end with if there are any. Why
    a task failed is lost on the way.

    Args:
        model: The model; only `luma` leads to Luma.
        All others: see `CreateLumaVideo` in params/video.py.

    POST /v1/video/generations (视频生成)
    """
    return build_call(_CREATE_LUMA_VIDEO, params)


_GET_VIDEO_GENERATION_RESULT = Operation(
    id="getVideoGenerationResult",
    name="video.retrieve",
    method="GET",
    path="/v1/video/generations/result",
    query=("taskid",),
    required=("taskid",),
    retry="safe",
    result=VideoGenerationResult,
    async_result=AsyncVideoGenerationResult,
    proof=("task_id", "task_status"),
    file_models=("",),
)


@endpoint(_GET_VIDEO_GENERATION_RESULT)
def get_video_generation_result(
    **params: Unpack[GetVideoGenerationResult],
) -> Call[VideoGenerationResult, AsyncVideoGenerationResult]:
    """Get the task of a video.

    Asks the vendor for the progress of the task and returns the URL of the video when it is done. Any key can get
    any task. The URLs are the vendors' own; how long they last is not known.

    Args:
        taskid: Id of the task, `task_id` of the response to the call that started it.

    GET /v1/video/generations/result (生成查询)
    """
    return build_call(_GET_VIDEO_GENERATION_RESULT, params)
