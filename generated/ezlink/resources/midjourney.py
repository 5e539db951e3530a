# Rendered by `make generate` from spec/families/midjourney.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""`client.midjourney`: builds the call and sends it, in one step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..operations.midjourney import (
    get_midjourney_image,
    get_midjourney_task,
    get_midjourney_task_image_seed,
    list_midjourney_tasks,
    submit_midjourney_action,
    submit_midjourney_blend,
    submit_midjourney_change,
    submit_midjourney_describe,
    submit_midjourney_imagine,
    submit_midjourney_modal,
    submit_midjourney_shorten,
    submit_midjourney_simple_change,
    submit_midjourney_swap_face,
)
from ..runtime.client.resource import AsyncResource, Resource, async_method, method
from ..runtime.operation.signature import operation_of
from ..runtime.polling.task import AsyncTask, Task

if TYPE_CHECKING:
    from typing import Unpack

    from ..models.midjourney import AsyncMidjourneyTask, MidjourneyTask
    from ..params.midjourney import GetMidjourneyTask


class Midjourney(Resource):
    """Pictures by Midjourney. A submit starts a task, and the task is looked at until it is done.

    `client.midjourney`: `image`, `swap_face`, `action`, `blend`, `change`, `describe`, `imagine`, `modal`,
    `shorten`, `simple_change`, `list`, `retrieve`, `image_seed`, `resume`.
    """

    image = method(get_midjourney_image)
    swap_face = method(submit_midjourney_swap_face)
    action = method(submit_midjourney_action)
    blend = method(submit_midjourney_blend)
    change = method(submit_midjourney_change)
    describe = method(submit_midjourney_describe)
    imagine = method(submit_midjourney_imagine)
    modal = method(submit_midjourney_modal)
    shorten = method(submit_midjourney_shorten)
    simple_change = method(submit_midjourney_simple_change)
    list = method(list_midjourney_tasks)
    retrieve = method(get_midjourney_task)
    image_seed = method(get_midjourney_task_image_seed)

    def resume(self, id: str, **options: Unpack[GetMidjourneyTask]) -> Task[MidjourneyTask]:
        """Take up a task that was started before, by the id that it had. Sends nothing until it is looked at.

        `wait()` of the task gives `MidjourneyTask`. The options are those of each look.
        """
        return Task(self._client, operation_of(submit_midjourney_swap_face), id, options=options)


class AsyncMidjourney(AsyncResource):
    """Pictures by Midjourney. A submit starts a task, and the task is looked at until it is done.

    `client.midjourney`: `image`, `swap_face`, `action`, `blend`, `change`, `describe`, `imagine`, `modal`,
    `shorten`, `simple_change`, `list`, `retrieve`, `image_seed`, `resume`.
    """

    image = async_method(get_midjourney_image)
    swap_face = async_method(submit_midjourney_swap_face)
    action = async_method(submit_midjourney_action)
    blend = async_method(submit_midjourney_blend)
    change = async_method(submit_midjourney_change)
    describe = async_method(submit_midjourney_describe)
    imagine = async_method(submit_midjourney_imagine)
    modal = async_method(submit_midjourney_modal)
    shorten = async_method(submit_midjourney_shorten)
    simple_change = async_method(submit_midjourney_simple_change)
    list = async_method(list_midjourney_tasks)
    retrieve = async_method(get_midjourney_task)
    image_seed = async_method(get_midjourney_task_image_seed)

    def resume(self, id: str, **options: Unpack[GetMidjourneyTask]) -> AsyncTask[AsyncMidjourneyTask]:
        """Take up a task that was started before, by the id that it had. Sends nothing until it is looked at.

        `wait()` of the task gives `MidjourneyTask`. The options are those of each look.
        """
        return AsyncTask(self._client, operation_of(submit_midjourney_swap_face), id, options=options)
