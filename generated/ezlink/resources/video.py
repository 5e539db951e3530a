# Rendered by `make generate` from spec/families/video.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""`client.video`: methods that build a call and send it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Unpack

from ..operations.video import (
    create_kling_image_video,
    create_kling_video,
    create_luma_video,
    create_minimax_video,
    create_runway_video,
    create_video_generation,
    create_zhipu_video,
    get_video_generation_result,
)
from ..runtime.client.resource import AsyncResource, Omit, Resource, omit
from ..runtime.operation.endpoint import operation_of
from ..runtime.polling.task import AsyncTask, Task

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..models.video import AsyncVideoGenerationResult, VideoGenerationResult
    from ..params.video import KlingCameraControlParam, LumaKeyframesParam, RunwayPromptImageParam
    from ..runtime.operation.operation import Options


class Video(Resource, path="video"):
    """Video generation with five vendors, as tasks (video).

    `client.video`: `create`, `create_minimax`, `create_zhipu`, `create_kling`, `animate_kling`, `create_runway`,
    `create_luma`, `retrieve`, `resume`.
    """

    def create(
        self,
        *,
        model: Literal["video-01", "cogvideox", "kling-v1", "gen3a_turbo", "luma"] | str,
        prompt: str | Omit = omit,
        negative_prompt: str | Omit = omit,
        image_url: str | Omit = omit,
        image: str | Omit = omit,
        image_tail: str | Omit = omit,
        promptImage: str | Sequence[RunwayPromptImageParam] | Omit = omit,
        promptText: str | Omit = omit,
        mode: Literal["std", "pro"] | str | Omit = omit,
        duration: str | int | Omit = omit,
        aspect_ratio: str | Omit = omit,
        ratio: str | Omit = omit,
        cfg_scale: float | Omit = omit,
        camera_control: KlingCameraControlParam | Omit = omit,
        seed: int | Omit = omit,
        watermark: bool | Omit = omit,
        loop: bool | Omit | None = omit,
        keyframes: LumaKeyframesParam | Omit | None = omit,
        callback_url: str | Omit | None = omit,
        **options: Unpack[Options],
    ) -> Task[VideoGenerationResult]:
        """Start a video.

        Starts a task that makes a video with the vendor to whom `model` belongs: MiniMax (`video-01`), Zhipu
        (`cogvideox`), Kling (`kling…`), Runway (`gen3a_turbo`) or Luma (`luma`). Fields of other vendors are
        silently dropped. There is also a function for each vendor with only its fields. The quota is not checked.

        Args:
            model: The model, and with it the vendor: `video-01` MiniMax, `cogvideox` Zhipu, all that begin with
                `kling` Kling, `gen3a_turbo` Runway, `luma` Luma.
            prompt: Description of the video. For all vendors but Runway, which calls it `promptText`.
            negative_prompt: Kling: what the video should not show.
            image_url: Zhipu: URL of an image to start from.
            image: Kling: image to start from. With it the video is made from the image, otherwise from the
                prompt.
            image_tail: Kling, with `image`: image to end with.
            promptImage: Runway: image to start from, or several images with their positions.
            promptText: Runway: description of the video.
            mode: Kling: `std`, or `pro` for higher quality.
            duration: Length in seconds: text for Kling (`"5"`, `"10"`), a number for Runway (10 if omitted).
            aspect_ratio: Kling, without `image`, and Luma: aspect ratio, such as `16:9`.
            ratio: Runway: width and height, such as `1280:768`.
            cfg_scale: Kling: how closely to follow the prompt.
            camera_control: Kling, without `image`: camera movement.
            seed: Runway: request the same video for the same request.
            watermark: Runway: add a watermark. `false` is dropped on the way.
            loop: Luma: make the end of the video run into its beginning.
            keyframes: Luma: images to begin and to end with.
            callback_url: Kling and Luma: URL to which the vendor posts when the task changes.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            A `Task`; its `wait()` returns `VideoGenerationResult`: Progress of a video task, and the URL of the
            video when it is done.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.
            TaskFailed, TaskTimeout: The task failed or took too long; raised by `wait()`.

        POST /v1/video/generations (视频生成)
        """
        return self._client.send(self._call(create_video_generation, locals()))

    def create_minimax(
        self, *, model: Literal["video-01"], prompt: str, **options: Unpack[Options]
    ) -> Task[VideoGenerationResult]:
        """Start a video with MiniMax.

        Starts a task that makes a video from a prompt. An image to start from cannot be passed on: the gateway
        drops it.

        Args:
            model: The model; only `video-01` leads to MiniMax.
            prompt: Description of the video.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            A `Task`; its `wait()` returns `VideoGenerationResult`: Progress of a video task, and the URL of the
            video when it is done.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.
            TaskFailed, TaskTimeout: The task failed or took too long; raised by `wait()`.

        POST /v1/video/generations (视频生成)
        """
        return self._client.send(self._call(create_minimax_video, locals()))

    def create_zhipu(
        self,
        *,
        model: Literal["cogvideox"],
        prompt: str | Omit = omit,
        image_url: str | Omit = omit,
        **options: Unpack[Options],
    ) -> Task[VideoGenerationResult]:
        """Start a video with Zhipu's CogVideoX.

        Starts a task that makes a video from a prompt, from an image, or from both.

        Args:
            model: The model; only `cogvideox` leads to Zhipu.
            prompt: Description of the video.
            image_url: URL of an image to start from.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            A `Task`; its `wait()` returns `VideoGenerationResult`: Progress of a video task, and the URL of the
            video when it is done.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.
            TaskFailed, TaskTimeout: The task failed or took too long; raised by `wait()`.

        POST /v1/video/generations (视频生成)
        """
        return self._client.send(self._call(create_zhipu_video, locals()))

    def create_kling(
        self,
        *,
        model: Literal["kling-v1"] | str,
        prompt: str,
        negative_prompt: str | Omit = omit,
        cfg_scale: float | Omit = omit,
        mode: Literal["std", "pro"] | str | Omit = omit,
        camera_control: KlingCameraControlParam | Omit = omit,
        aspect_ratio: str | Omit = omit,
        duration: Literal["5", "10"] | Omit = omit,
        callback_url: str | Omit = omit,
        **options: Unpack[Options],
    ) -> Task[VideoGenerationResult]:
        """Start a video with Kling, from a prompt.

        Starts a task that makes a video from a prompt. With an image, Kling has other fields:
        createKlingImageVideo.

        Args:
            model: The model. Every name that begins with `kling` leads to Kling.
            prompt: Description of the video.
            negative_prompt: What the video should not show.
            cfg_scale: How closely to follow the prompt.
            mode: `std`, or `pro` for higher quality.
            camera_control: Camera movement.
            aspect_ratio: Aspect ratio, such as `16:9`.
            duration: Length in seconds, as text; a number is rejected.
            callback_url: URL to which Kling posts when the task changes.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            A `Task`; its `wait()` returns `VideoGenerationResult`: Progress of a video task, and the URL of the
            video when it is done.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.
            TaskFailed, TaskTimeout: The task failed or took too long; raised by `wait()`.

        POST /v1/video/generations (视频生成)
        """
        return self._client.send(self._call(create_kling_video, locals()))

    def animate_kling(
        self,
        *,
        model: Literal["kling-v1"] | str,
        image: str,
        image_tail: str | Omit = omit,
        prompt: str | Omit = omit,
        negative_prompt: str | Omit = omit,
        cfg_scale: float | Omit = omit,
        mode: Literal["std", "pro"] | str | Omit = omit,
        duration: Literal["5", "10"] | Omit = omit,
        callback_url: str | Omit = omit,
        **options: Unpack[Options],
    ) -> Task[VideoGenerationResult]:
        """Start a video with Kling, from an image.

        Starts a task that sets an image in motion. A camera and an aspect ratio cannot be asked for here: the
        gateway drops them.

        Args:
            model: The model. Every name that begins with `kling` leads to Kling.
            image: Image to start from. Must not be empty.
            image_tail: Image to end with.
            prompt: Description of the video.
            negative_prompt: What the video should not show.
            cfg_scale: How closely to follow the prompt.
            mode: `std`, or `pro` for higher quality.
            duration: Length in seconds, as text; a number is rejected.
            callback_url: URL to which Kling posts when the task changes.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            A `Task`; its `wait()` returns `VideoGenerationResult`: Progress of a video task, and the URL of the
            video when it is done.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.
            TaskFailed, TaskTimeout: The task failed or took too long; raised by `wait()`.

        POST /v1/video/generations (视频生成)
        """
        return self._client.send(self._call(create_kling_image_video, locals()))

    def create_runway(
        self,
        *,
        model: Literal["gen3a_turbo"],
        promptImage: str | Sequence[RunwayPromptImageParam],
        promptText: str | Omit = omit,
        seed: int | Omit = omit,
        watermark: bool | Omit = omit,
        duration: int | Omit = omit,
        ratio: str | Omit = omit,
        **options: Unpack[Options],
    ) -> Task[VideoGenerationResult]:
        """Start a video with Runway, from an image.

        Starts a task that sets an image in motion, or goes from one image to another. A failed task cannot be
        told from one that is at work: both have the status `unknown`.

        Args:
            model: The model; only `gen3a_turbo` leads to Runway.
            promptImage: Image to start from, as a URL or data URI, or several images with their positions.
            promptText: Description of the video.
            seed: Request the same video for the same request.
            watermark: Add a watermark. `false` is dropped on the way.
            duration: Length in seconds, 10 by default; text is rejected. Default: `10`.
            ratio: Width and height, such as `1280:768`.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            A `Task`; its `wait()` returns `VideoGenerationResult`: Progress of a video task, and the URL of the
            video when it is done.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.
            TaskFailed, TaskTimeout: The task failed or took too long; raised by `wait()`.

        POST /v1/video/generations (视频生成)
        """
        return self._client.send(self._call(create_runway_video, locals()))

    def create_luma(
        self,
        *,
        model: Literal["luma"],
        prompt: str | Omit = omit,
        aspect_ratio: str | Omit = omit,
        loop: bool | Omit | None = omit,
        keyframes: LumaKeyframesParam | Omit | None = omit,
        callback_url: str | Omit | None = omit,
        **options: Unpack[Options],
    ) -> Task[VideoGenerationResult]:
        """Start a video with Luma's Dream Machine.

        Starts a task that makes a video from a prompt, and from images to begin and to end with if there are any.
        Why a task failed is lost on the way.

        Args:
            model: The model; only `luma` leads to Luma. It chooses the vendor and is not sent on.
            prompt: Description of the video.
            aspect_ratio: Aspect ratio, such as `16:9`.
            loop: Make the end of the video run into its beginning.
            keyframes: Images to begin and to end with.
            callback_url: URL to which Luma posts when the task changes.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            A `Task`; its `wait()` returns `VideoGenerationResult`: Progress of a video task, and the URL of the
            video when it is done.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.
            TaskFailed, TaskTimeout: The task failed or took too long; raised by `wait()`.

        POST /v1/video/generations (视频生成)
        """
        return self._client.send(self._call(create_luma_video, locals()))

    def retrieve(self, *, taskid: str, **options: Unpack[Options]) -> VideoGenerationResult:
        """Get the task of a video.

        Asks the vendor for the progress of the task and returns the URL of the video when it is done. Any key can
        get any task. The URLs are the vendors' own; how long they last is not known.

        Args:
            taskid: Id of the task, `task_id` of the response to the call that started it.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `VideoGenerationResult`: Progress of a video task, and the URL of the video when it is done.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        GET /v1/video/generations/result (生成查询)
        """
        return self._client.send(self._call(get_video_generation_result, locals()))

    def resume(self, id: str, **options: Unpack[Options]) -> Task[VideoGenerationResult]:
        """Resume a task by its id. Sends nothing until the task is polled.

        Args:
            id: Id of the task, from `task.id`.
            **options: Options of each poll.

        Returns:
            `Task[VideoGenerationResult]`, as the call that started the task returned it.
        """
        return Task(self._client, operation_of(create_video_generation), id, options=options)


class AsyncVideo(AsyncResource, path="video"):
    """Video generation with five vendors, as tasks (video).

    `client.video`: `create`, `create_minimax`, `create_zhipu`, `create_kling`, `animate_kling`, `create_runway`,
    `create_luma`, `retrieve`, `resume`.
    """

    async def create(
        self,
        *,
        model: Literal["video-01", "cogvideox", "kling-v1", "gen3a_turbo", "luma"] | str,
        prompt: str | Omit = omit,
        negative_prompt: str | Omit = omit,
        image_url: str | Omit = omit,
        image: str | Omit = omit,
        image_tail: str | Omit = omit,
        promptImage: str | Sequence[RunwayPromptImageParam] | Omit = omit,
        promptText: str | Omit = omit,
        mode: Literal["std", "pro"] | str | Omit = omit,
        duration: str | int | Omit = omit,
        aspect_ratio: str | Omit = omit,
        ratio: str | Omit = omit,
        cfg_scale: float | Omit = omit,
        camera_control: KlingCameraControlParam | Omit = omit,
        seed: int | Omit = omit,
        watermark: bool | Omit = omit,
        loop: bool | Omit | None = omit,
        keyframes: LumaKeyframesParam | Omit | None = omit,
        callback_url: str | Omit | None = omit,
        **options: Unpack[Options],
    ) -> AsyncTask[AsyncVideoGenerationResult]:
        """Start a video.

        Starts a task that makes a video with the vendor to whom `model` belongs: MiniMax (`video-01`), Zhipu
        (`cogvideox`), Kling (`kling…`), Runway (`gen3a_turbo`) or Luma (`luma`). Fields of other vendors are
        silently dropped. There is also a function for each vendor with only its fields. The quota is not checked.

        Args:
            model: The model, and with it the vendor: `video-01` MiniMax, `cogvideox` Zhipu, all that begin with
                `kling` Kling, `gen3a_turbo` Runway, `luma` Luma.
            prompt: Description of the video. For all vendors but Runway, which calls it `promptText`.
            negative_prompt: Kling: what the video should not show.
            image_url: Zhipu: URL of an image to start from.
            image: Kling: image to start from. With it the video is made from the image, otherwise from the
                prompt.
            image_tail: Kling, with `image`: image to end with.
            promptImage: Runway: image to start from, or several images with their positions.
            promptText: Runway: description of the video.
            mode: Kling: `std`, or `pro` for higher quality.
            duration: Length in seconds: text for Kling (`"5"`, `"10"`), a number for Runway (10 if omitted).
            aspect_ratio: Kling, without `image`, and Luma: aspect ratio, such as `16:9`.
            ratio: Runway: width and height, such as `1280:768`.
            cfg_scale: Kling: how closely to follow the prompt.
            camera_control: Kling, without `image`: camera movement.
            seed: Runway: request the same video for the same request.
            watermark: Runway: add a watermark. `false` is dropped on the way.
            loop: Luma: make the end of the video run into its beginning.
            keyframes: Luma: images to begin and to end with.
            callback_url: Kling and Luma: URL to which the vendor posts when the task changes.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            A `AsyncTask`; its `wait()` returns `AsyncVideoGenerationResult`: Progress of a video task, and the
            URL of the video when it is done.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.
            TaskFailed, TaskTimeout: The task failed or took too long; raised by `wait()`.

        POST /v1/video/generations (视频生成)
        """
        return await self._client.send(self._call(create_video_generation, locals()))

    async def create_minimax(
        self, *, model: Literal["video-01"], prompt: str, **options: Unpack[Options]
    ) -> AsyncTask[AsyncVideoGenerationResult]:
        """Start a video with MiniMax.

        Starts a task that makes a video from a prompt. An image to start from cannot be passed on: the gateway
        drops it.

        Args:
            model: The model; only `video-01` leads to MiniMax.
            prompt: Description of the video.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            A `AsyncTask`; its `wait()` returns `AsyncVideoGenerationResult`: Progress of a video task, and the
            URL of the video when it is done.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.
            TaskFailed, TaskTimeout: The task failed or took too long; raised by `wait()`.

        POST /v1/video/generations (视频生成)
        """
        return await self._client.send(self._call(create_minimax_video, locals()))

    async def create_zhipu(
        self,
        *,
        model: Literal["cogvideox"],
        prompt: str | Omit = omit,
        image_url: str | Omit = omit,
        **options: Unpack[Options],
    ) -> AsyncTask[AsyncVideoGenerationResult]:
        """Start a video with Zhipu's CogVideoX.

        Starts a task that makes a video from a prompt, from an image, or from both.

        Args:
            model: The model; only `cogvideox` leads to Zhipu.
            prompt: Description of the video.
            image_url: URL of an image to start from.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            A `AsyncTask`; its `wait()` returns `AsyncVideoGenerationResult`: Progress of a video task, and the
            URL of the video when it is done.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.
            TaskFailed, TaskTimeout: The task failed or took too long; raised by `wait()`.

        POST /v1/video/generations (视频生成)
        """
        return await self._client.send(self._call(create_zhipu_video, locals()))

    async def create_kling(
        self,
        *,
        model: Literal["kling-v1"] | str,
        prompt: str,
        negative_prompt: str | Omit = omit,
        cfg_scale: float | Omit = omit,
        mode: Literal["std", "pro"] | str | Omit = omit,
        camera_control: KlingCameraControlParam | Omit = omit,
        aspect_ratio: str | Omit = omit,
        duration: Literal["5", "10"] | Omit = omit,
        callback_url: str | Omit = omit,
        **options: Unpack[Options],
    ) -> AsyncTask[AsyncVideoGenerationResult]:
        """Start a video with Kling, from a prompt.

        Starts a task that makes a video from a prompt. With an image, Kling has other fields:
        createKlingImageVideo.

        Args:
            model: The model. Every name that begins with `kling` leads to Kling.
            prompt: Description of the video.
            negative_prompt: What the video should not show.
            cfg_scale: How closely to follow the prompt.
            mode: `std`, or `pro` for higher quality.
            camera_control: Camera movement.
            aspect_ratio: Aspect ratio, such as `16:9`.
            duration: Length in seconds, as text; a number is rejected.
            callback_url: URL to which Kling posts when the task changes.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            A `AsyncTask`; its `wait()` returns `AsyncVideoGenerationResult`: Progress of a video task, and the
            URL of the video when it is done.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.
            TaskFailed, TaskTimeout: The task failed or took too long; raised by `wait()`.

        POST /v1/video/generations (视频生成)
        """
        return await self._client.send(self._call(create_kling_video, locals()))

    async def animate_kling(
        self,
        *,
        model: Literal["kling-v1"] | str,
        image: str,
        image_tail: str | Omit = omit,
        prompt: str | Omit = omit,
        negative_prompt: str | Omit = omit,
        cfg_scale: float | Omit = omit,
        mode: Literal["std", "pro"] | str | Omit = omit,
        duration: Literal["5", "10"] | Omit = omit,
        callback_url: str | Omit = omit,
        **options: Unpack[Options],
    ) -> AsyncTask[AsyncVideoGenerationResult]:
        """Start a video with Kling, from an image.

        Starts a task that sets an image in motion. A camera and an aspect ratio cannot be asked for here: the
        gateway drops them.

        Args:
            model: The model. Every name that begins with `kling` leads to Kling.
            image: Image to start from. Must not be empty.
            image_tail: Image to end with.
            prompt: Description of the video.
            negative_prompt: What the video should not show.
            cfg_scale: How closely to follow the prompt.
            mode: `std`, or `pro` for higher quality.
            duration: Length in seconds, as text; a number is rejected.
            callback_url: URL to which Kling posts when the task changes.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            A `AsyncTask`; its `wait()` returns `AsyncVideoGenerationResult`: Progress of a video task, and the
            URL of the video when it is done.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.
            TaskFailed, TaskTimeout: The task failed or took too long; raised by `wait()`.

        POST /v1/video/generations (视频生成)
        """
        return await self._client.send(self._call(create_kling_image_video, locals()))

    async def create_runway(
        self,
        *,
        model: Literal["gen3a_turbo"],
        promptImage: str | Sequence[RunwayPromptImageParam],
        promptText: str | Omit = omit,
        seed: int | Omit = omit,
        watermark: bool | Omit = omit,
        duration: int | Omit = omit,
        ratio: str | Omit = omit,
        **options: Unpack[Options],
    ) -> AsyncTask[AsyncVideoGenerationResult]:
        """Start a video with Runway, from an image.

        Starts a task that sets an image in motion, or goes from one image to another. A failed task cannot be
        told from one that is at work: both have the status `unknown`.

        Args:
            model: The model; only `gen3a_turbo` leads to Runway.
            promptImage: Image to start from, as a URL or data URI, or several images with their positions.
            promptText: Description of the video.
            seed: Request the same video for the same request.
            watermark: Add a watermark. `false` is dropped on the way.
            duration: Length in seconds, 10 by default; text is rejected. Default: `10`.
            ratio: Width and height, such as `1280:768`.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            A `AsyncTask`; its `wait()` returns `AsyncVideoGenerationResult`: Progress of a video task, and the
            URL of the video when it is done.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.
            TaskFailed, TaskTimeout: The task failed or took too long; raised by `wait()`.

        POST /v1/video/generations (视频生成)
        """
        return await self._client.send(self._call(create_runway_video, locals()))

    async def create_luma(
        self,
        *,
        model: Literal["luma"],
        prompt: str | Omit = omit,
        aspect_ratio: str | Omit = omit,
        loop: bool | Omit | None = omit,
        keyframes: LumaKeyframesParam | Omit | None = omit,
        callback_url: str | Omit | None = omit,
        **options: Unpack[Options],
    ) -> AsyncTask[AsyncVideoGenerationResult]:
        """Start a video with Luma's Dream Machine.

        Starts a task that makes a video from a prompt, and from images to begin and to end with if there are any.
        Why a task failed is lost on the way.

        Args:
            model: The model; only `luma` leads to Luma. It chooses the vendor and is not sent on.
            prompt: Description of the video.
            aspect_ratio: Aspect ratio, such as `16:9`.
            loop: Make the end of the video run into its beginning.
            keyframes: Images to begin and to end with.
            callback_url: URL to which Luma posts when the task changes.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            A `AsyncTask`; its `wait()` returns `AsyncVideoGenerationResult`: Progress of a video task, and the
            URL of the video when it is done.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.
            TaskFailed, TaskTimeout: The task failed or took too long; raised by `wait()`.

        POST /v1/video/generations (视频生成)
        """
        return await self._client.send(self._call(create_luma_video, locals()))

    async def retrieve(self, *, taskid: str, **options: Unpack[Options]) -> AsyncVideoGenerationResult:
        """Get the task of a video.

        Asks the vendor for the progress of the task and returns the URL of the video when it is done. Any key can
        get any task. The URLs are the vendors' own; how long they last is not known.

        Args:
            taskid: Id of the task, `task_id` of the response to the call that started it.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `AsyncVideoGenerationResult`: Progress of a video task, and the URL of the video when it is done.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        GET /v1/video/generations/result (生成查询)
        """
        return await self._client.send(self._call(get_video_generation_result, locals()))

    def resume(self, id: str, **options: Unpack[Options]) -> AsyncTask[AsyncVideoGenerationResult]:
        """Resume a task by its id. Sends nothing until the task is polled.

        Args:
            id: Id of the task, from `task.id`.
            **options: Options of each poll.

        Returns:
            `AsyncTask[AsyncVideoGenerationResult]`, as the call that started the task returned it.
        """
        return AsyncTask(self._client, operation_of(create_video_generation), id, options=options)
