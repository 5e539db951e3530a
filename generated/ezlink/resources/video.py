# Rendered by `make generate` from spec/families/video.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""`client.video`: builds the call and sends it, in one step."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
from ..runtime.client.resource import AsyncResource, Resource, async_method, method
from ..runtime.operation.signature import operation_of
from ..runtime.polling.task import AsyncTask, Task

if TYPE_CHECKING:
    from typing import Unpack

    from ..models.video import AsyncVideoGenerationResult, VideoGenerationResult
    from ..runtime.operation.operation import Options


class Video(Resource):
    """Videos by five vendors, as tasks (video).

    `client.video`: `create`, `create_minimax`, `create_zhipu`, `create_kling`, `animate_kling`, `create_runway`,
    `create_luma`, `retrieve`, `resume`.
    """

    create = method(create_video_generation)
    create_minimax = method(create_minimax_video)
    create_zhipu = method(create_zhipu_video)
    create_kling = method(create_kling_video)
    animate_kling = method(create_kling_image_video)
    create_runway = method(create_runway_video)
    create_luma = method(create_luma_video)
    retrieve = method(get_video_generation_result)

    def resume(self, id: str, **options: Unpack[Options]) -> Task[VideoGenerationResult]:
        """Take up a task that was started before, by the id that it had. Sends nothing until it is looked at.

        `wait()` of the task gives `VideoGenerationResult`. The options are those of each look.
        """
        return Task(self._client, operation_of(create_video_generation), id, options=options)


class AsyncVideo(AsyncResource):
    """Videos by five vendors, as tasks (video).

    `client.video`: `create`, `create_minimax`, `create_zhipu`, `create_kling`, `animate_kling`, `create_runway`,
    `create_luma`, `retrieve`, `resume`.
    """

    create = async_method(create_video_generation)
    create_minimax = async_method(create_minimax_video)
    create_zhipu = async_method(create_zhipu_video)
    create_kling = async_method(create_kling_video)
    animate_kling = async_method(create_kling_image_video)
    create_runway = async_method(create_runway_video)
    create_luma = async_method(create_luma_video)
    retrieve = async_method(get_video_generation_result)

    def resume(self, id: str, **options: Unpack[Options]) -> AsyncTask[AsyncVideoGenerationResult]:
        """Take up a task that was started before, by the id that it had. Sends nothing until it is looked at.

        `wait()` of the task gives `VideoGenerationResult`. The options are those of each look.
        """
        return AsyncTask(self._client, operation_of(create_video_generation), id, options=options)
