# Rendered by `make generate` from spec/families/midjourney.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""`client.midjourney`: methods that build a call and send it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Unpack

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
from ..runtime.client.resource import AsyncResource, Omit, Resource, omit
from ..runtime.operation.endpoint import operation_of
from ..runtime.polling.task import AsyncTask, Task

if TYPE_CHECKING:
    import builtins
    from collections.abc import Sequence

    from ..models.midjourney import AsyncMidjourneyTask, MidjourneyTask, MidjourneyTaskImageSeed
    from ..params.midjourney import AccountFilterParam, GetMidjourneyTask, SwapFaceAccountFilterParam
    from ..runtime.files.binary_response import AsyncBinaryResponse, BinaryResponse
    from ..runtime.operation.operation import Options


class Midjourney(Resource, path="midjourney"):
    """Image generation with Midjourney. A submit starts a task, which is polled until it is done.

    `client.midjourney`: `image`, `swap_face`, `action`, `blend`, `change`, `describe`, `imagine`, `modal`,
    `shorten`, `simple_change`, `list`, `retrieve`, `image_seed`, `resume`.
    """

    def image(self, id: str, **options: Unpack[Options]) -> BinaryResponse:
        """Download the image of a task.

        Returns the image that `imageUrl` of a task points to, through the gateway. It needs no key: whoever knows
        the id can see the image. Not documented.

        Args:
            id: Id of the task.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `BinaryResponse`.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        GET /mj/image/{id} (undocumented)
        """
        return self._client.send(self._call(get_midjourney_image, locals()))

    def swap_face(
        self,
        *,
        sourceBase64: str,
        targetBase64: str,
        accountFilter: SwapFaceAccountFilterParam | Omit = omit,
        notifyHook: str | Omit = omit,
        state: str | Omit = omit,
        mode: Literal["fast", "turbo", "relax"] | Omit = omit,
        **options: Unpack[Options],
    ) -> Task[MidjourneyTask]:
        """Swap a face between two images.

        Starts a task that puts the face in `sourceBase64` onto the person in `targetBase64`, with InsightFace. It
        has no prompt, and no buttons when it is done.

        Args:
            sourceBase64: Image with the face, as a data URI (`data:image/png;base64,…`).
            targetBase64: Image to put the face onto, as a data URI.
            accountFilter: Accounts of the vendor that may be used; no effect through the gateway.
            notifyHook: URL to which the vendor posts its task object whenever the task changes.
            state: Any text of yours. The task has it as soon as the gateway has polled the vendor.
            mode: Speed at which the vendor works: `turbo`, `fast` or `relax`. Any other value is rejected with
                code 0.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            A `Task`; its `wait()` returns `MidjourneyTask`: A task, as the gateway has it.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.
            TaskFailed, TaskTimeout: The task failed or took too long; raised by `wait()`.

        POST /mj/insight-face/swap (提交swap_face任务, api-205930916)
        """
        return self._client.send(self._call(submit_midjourney_swap_face, locals()))

    def action(
        self,
        *,
        customId: str,
        taskId: str,
        chooseSameChannel: bool | Omit = omit,
        accountFilter: AccountFilterParam | Omit = omit,
        notifyHook: str | Omit = omit,
        state: str | Omit = omit,
        mode: Literal["fast", "turbo", "relax"] | Omit = omit,
        **options: Unpack[Options],
    ) -> Task[MidjourneyTask]:
        """Press a button of a finished task.

        Starts the task behind a button: upscale or vary one of four images, zoom, pan, vary a region, roll again.
        `customId` is the button's, `taskId` the id of the task that has the button, which must have succeeded and
        be yours. The gateway knows the ids with upsample, variation, low_variation, high_variation, pan, reroll,
        Outpaint, CustomZoom and Inpaint. It refuses those of a describe or shorten task (PicReader,
        PromptAnalyzer) and the bookmark. Inpaint and CustomZoom open a window: go on with submitMidjourneyModal.

        Args:
            customId: Id of the button, as `buttons` of the task has it:
                `MJ::JOB::upsample::2::3dbbd469-36af-4a0f-8f02-df6c579e7011`.
            taskId: Id of the task that has the button. It must have succeeded.
            chooseSameChannel: Allow any account of the same channel, instead of only the task's own. Default:
                `False`.
            accountFilter: Accounts of the vendor that may be used; no effect through the gateway.
            notifyHook: URL to which the vendor posts its task object whenever the task changes.
            state: Any text of yours. The task has it as soon as the gateway has polled the vendor.
            mode: Speed at which the vendor works: `turbo`, `fast` or `relax`. Any other value is rejected with
                code 0.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            A `Task`; its `wait()` returns `MidjourneyTask`: A task, as the gateway has it.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.
            TaskFailed, TaskTimeout: The task failed or took too long; raised by `wait()`.

        POST /mj/submit/action (执行动作, api-205930917)
        """
        return self._client.send(self._call(submit_midjourney_action, locals()))

    def blend(
        self,
        *,
        base64Array: Sequence[str],
        botType: Literal["MID_JOURNEY", "NIJI_JOURNEY"] | Omit = omit,
        dimensions: Literal["PORTRAIT", "SQUARE", "LANDSCAPE"] | str | Omit = omit,
        accountFilter: AccountFilterParam | Omit = omit,
        notifyHook: str | Omit = omit,
        state: str | Omit = omit,
        mode: Literal["fast", "turbo", "relax"] | Omit = omit,
        **options: Unpack[Options],
    ) -> Task[MidjourneyTask]:
        """Blend two to five images.

        Starts a task that blends the images into four new ones. There is no prompt.

        Args:
            base64Array: Two to five images, each a data URI (`data:image/png;base64,…`).
            botType: Bot: `MID_JOURNEY`, the default, or `NIJI_JOURNEY`, which draws in anime style. Default:
                `'MID_JOURNEY'`.
            dimensions: Aspect ratio of the result: `PORTRAIT` (2:3), `SQUARE` (1:1, the default) or `LANDSCAPE`
                (3:2). Other values are passed to the vendor unchecked. Default: `'SQUARE'`.
            accountFilter: Accounts of the vendor that may be used; no effect through the gateway.
            notifyHook: URL to which the vendor posts its task object whenever the task changes.
            state: Any text of yours. The task has it as soon as the gateway has polled the vendor.
            mode: Speed at which the vendor works: `turbo`, `fast` or `relax`. Any other value is rejected with
                code 0.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            A `Task`; its `wait()` returns `MidjourneyTask`: A task, as the gateway has it.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.
            TaskFailed, TaskTimeout: The task failed or took too long; raised by `wait()`.

        POST /mj/submit/blend (提交Blend任务, api-205930918)
        """
        return self._client.send(self._call(submit_midjourney_blend, locals()))

    def change(
        self,
        *,
        taskId: str,
        action: Literal["UPSCALE", "VARIATION", "REROLL"],
        index: int,
        notifyHook: str | Omit = omit,
        state: str | Omit = omit,
        mode: Literal["fast", "turbo", "relax"] | Omit = omit,
        **options: Unpack[Options],
    ) -> Task[MidjourneyTask]:
        """Upscale or vary an image by its number.

        Legacy form of submitMidjourneyAction, by number instead of by button. The task must have succeeded and be
        yours. Not documented.

        Args:
            taskId: Id of the task that has the images. It must have succeeded.
            action: `UPSCALE`, `VARIATION`, or `REROLL` to create four new images.
            index: Number of the image, 1 to 4. REROLL needs some number too.
            notifyHook: URL to which the vendor posts its task object whenever the task changes.
            state: Any text of yours. The task has it as soon as the gateway has polled the vendor.
            mode: Speed at which the vendor works: `turbo`, `fast` or `relax`. Any other value is rejected with
                code 0.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            A `Task`; its `wait()` returns `MidjourneyTask`: A task, as the gateway has it.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.
            TaskFailed, TaskTimeout: The task failed or took too long; raised by `wait()`.

        POST /mj/submit/change (undocumented)
        """
        return self._client.send(self._call(submit_midjourney_change, locals()))

    def describe(
        self,
        *,
        base64: str,
        botType: Literal["MID_JOURNEY", "NIJI_JOURNEY"] | Omit = omit,
        accountFilter: AccountFilterParam | Omit = omit,
        notifyHook: str | Omit = omit,
        state: str | Omit = omit,
        mode: Literal["fast", "turbo", "relax"] | Omit = omit,
        **options: Unpack[Options],
    ) -> Task[MidjourneyTask]:
        """Describe an image with four prompts.

        Starts a task that writes four prompts for an image. They are in `promptEn` of the task and in
        `properties`; `prompt` stays empty. Its buttons cannot be pressed through the gateway: pass a prompt to
        submitMidjourneyImagine.

        Args:
            base64: The image as a data URI (`data:image/png;base64,…`).
            botType: Bot: `MID_JOURNEY`, the default, or `NIJI_JOURNEY`, which draws in anime style. Default:
                `'MID_JOURNEY'`.
            accountFilter: Accounts of the vendor that may be used; no effect through the gateway.
            notifyHook: URL to which the vendor posts its task object whenever the task changes.
            state: Any text of yours. The task has it as soon as the gateway has polled the vendor.
            mode: Speed at which the vendor works: `turbo`, `fast` or `relax`. Any other value is rejected with
                code 0.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            A `Task`; its `wait()` returns `MidjourneyTask`: A task, as the gateway has it.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.
            TaskFailed, TaskTimeout: The task failed or took too long; raised by `wait()`.

        POST /mj/submit/describe (提交Describe任务, api-205930919)
        """
        return self._client.send(self._call(submit_midjourney_describe, locals()))

    def imagine(
        self,
        *,
        prompt: str,
        botType: Literal["MID_JOURNEY", "NIJI_JOURNEY"] | Omit = omit,
        base64Array: Sequence[str] | Omit = omit,
        accountFilter: AccountFilterParam | Omit = omit,
        notifyHook: str | Omit = omit,
        state: str | Omit = omit,
        mode: Literal["fast", "turbo", "relax"] | Omit = omit,
        **options: Unpack[Options],
    ) -> Task[MidjourneyTask]:
        """Create four images from a prompt.

        Starts a task that creates a grid of four images. Midjourney's own switches (`--ar 3:2`, `--v 6`) go into
        the prompt. To continue, press a button of the finished task: submitMidjourneyAction.

        Args:
            prompt: Description of the image, with Midjourney's own switches at the end (`--ar 3:2`). Must not be
                empty.
            botType: Bot: `MID_JOURNEY`, the default, or `NIJI_JOURNEY`, which draws in anime style. Default:
                `'MID_JOURNEY'`.
            base64Array: Images to start from, each a data URI (`data:image/png;base64,…`).
            accountFilter: Accounts of the vendor that may be used; no effect through the gateway.
            notifyHook: URL to which the vendor posts its task object whenever the task changes.
            state: Any text of yours. The task has it as soon as the gateway has polled the vendor.
            mode: Speed at which the vendor works: `turbo`, `fast` or `relax`. Any other value is rejected with
                code 0.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            A `Task`; its `wait()` returns `MidjourneyTask`: A task, as the gateway has it.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.
            TaskFailed, TaskTimeout: The task failed or took too long; raised by `wait()`.

        POST /mj/submit/imagine (提交Imagine任务, api-205930920)
        """
        return self._client.send(self._call(submit_midjourney_imagine, locals()))

    def modal(
        self,
        *,
        taskId: str,
        maskBase64: str | Omit = omit,
        prompt: str | Omit = omit,
        mode: Literal["fast", "turbo", "relax"] | Omit = omit,
        **options: Unpack[Options],
    ) -> Task[MidjourneyTask]:
        """Fill in the dialog that a task waits for.

        Continues a task with the status MODAL: after the buttons Inpaint (`maskBase64` and `prompt`), CustomZoom
        (`prompt` with `--zoom`) and wherever the account has remix on (`prompt`).

        Args:
            taskId: Id of the task that waits, whose status is MODAL.
            maskBase64: For Inpaint: the region to repaint, as a data URI of an image that is white there and
                black elsewhere.
            prompt: Prompt to continue with; the task's own if omitted or "". A custom zoom needs `--zoom` with 1
                to 2 in it.
            mode: Speed at which the vendor works: `turbo`, `fast` or `relax`. Any other value is rejected with
                code 0.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            A `Task`; its `wait()` returns `MidjourneyTask`: A task, as the gateway has it.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.
            TaskFailed, TaskTimeout: The task failed or took too long; raised by `wait()`.

        POST /mj/submit/modal (提交Modal, api-205930921)
        """
        return self._client.send(self._call(submit_midjourney_modal, locals()))

    def shorten(
        self,
        *,
        prompt: str,
        botType: Literal["MID_JOURNEY", "NIJI_JOURNEY"] | Omit = omit,
        accountFilter: AccountFilterParam | Omit = omit,
        notifyHook: str | Omit = omit,
        state: str | Omit = omit,
        mode: Literal["fast", "turbo", "relax"] | Omit = omit,
        **options: Unpack[Options],
    ) -> Task[MidjourneyTask]:
        """Analyze and shorten a prompt.

        Starts a task that weighs the words of a prompt and suggests shorter prompts. The analysis is in
        `properties.finalPrompt` of the task. Its buttons cannot be pressed through the gateway.

        Args:
            prompt: Prompt to analyze.
            botType: Bot: `MID_JOURNEY`, the default, or `NIJI_JOURNEY`, which draws in anime style. Default:
                `'MID_JOURNEY'`.
            accountFilter: Accounts of the vendor that may be used; no effect through the gateway.
            notifyHook: URL to which the vendor posts its task object whenever the task changes.
            state: Any text of yours. The task has it as soon as the gateway has polled the vendor.
            mode: Speed at which the vendor works: `turbo`, `fast` or `relax`. Any other value is rejected with
                code 0.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            A `Task`; its `wait()` returns `MidjourneyTask`: A task, as the gateway has it.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.
            TaskFailed, TaskTimeout: The task failed or took too long; raised by `wait()`.

        POST /mj/submit/shorten (提交Shorten任务, api-205930922)
        """
        return self._client.send(self._call(submit_midjourney_shorten, locals()))

    def simple_change(
        self,
        *,
        content: str,
        notifyHook: str | Omit = omit,
        state: str | Omit = omit,
        mode: Literal["fast", "turbo", "relax"] | Omit = omit,
        **options: Unpack[Options],
    ) -> Task[MidjourneyTask]:
        """Upscale or vary an image with one line of text.

        Oldest form of submitMidjourneyAction. No gateway serves it, and it is not documented.

        Not served. Every body gets a 503: the gateway looks for a channel of the model `mj_` before it reads the
        text, and nobody has one (relay/channel/midjourney/main.go at 3563e3a2, 04a20818 and f3e60afa). For the
        same, use submitMidjourneyAction or submitMidjourneyChange.

        Args:
            content: Id of the task, a space, and a letter with the number of the image: `1733011200002125 U2`.
                `U` upscales, `V` varies, `R` without a number rolls again.
            notifyHook: URL to which the vendor posts its task object whenever the task changes.
            state: Any text of yours. The task has it as soon as the gateway has polled the vendor.
            mode: Speed at which the vendor works: `turbo`, `fast` or `relax`. Any other value is rejected with
                code 0.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            A `Task`; its `wait()` returns `MidjourneyTask`: A task, as the gateway has it.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.
            NotServed: The service does not serve this operation.
            TaskFailed, TaskTimeout: The task failed or took too long; raised by `wait()`.

        POST /mj/submit/simple-change (undocumented)
        """
        return self._client.send(self._call(submit_midjourney_simple_change, locals()))

    def list(self, *, ids: Sequence[str] | Omit = omit, **options: Unpack[Options]) -> builtins.list[MidjourneyTask]:
        """List tasks by id.

        Returns the tasks with these ids, as getMidjourneyTask does. Ids that are unknown or belong to somebody
        else are left out. It only reads, despite POST. Not documented.

        Args:
            ids: Ids of tasks, as strings. If omitted or empty, so is the result.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `list[MidjourneyTask]`.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        POST /mj/task/list-by-condition (undocumented)
        """
        return self._client.send(self._call(list_midjourney_tasks, locals()))

    def retrieve(
        self, id: str, *, mode: Literal["fast", "turbo", "relax"] | Omit = omit, **options: Unpack[Options]
    ) -> MidjourneyTask:
        """Get a task.

        Returns the task as the gateway has it. The gateway polls the vendor every ten seconds, so polling more
        often shows nothing new. Right after the submit the status is "", later IN_PROGRESS, finally SUCCESS or
        FAILURE; MODAL waits for you. A task that is not done after an hour becomes a FAILURE.

        Args:
            id: Id of the task: `result` of the submit.
            mode: Speed at which the vendor works: `turbo`, `fast` or `relax`. Any other value is rejected with
                code 0.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `MidjourneyTask`: A task, as the gateway has it.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        GET /mj/task/{id}/fetch (指定ID获取任务)
        """
        return self._client.send(self._call(get_midjourney_task, locals()))

    def image_seed(
        self, id: str, *, mode: Literal["fast", "turbo", "relax"] | Omit = omit, **options: Unpack[Options]
    ) -> MidjourneyTaskImageSeed:
        """Get the seed of a task's image.

        Asks the vendor for the seed of the image; `--seed` with it in a prompt creates a similar one. The
        vendor's account needs its private-message id set up for this. The gateway waits at most 30 seconds.

        Args:
            id: Id of a task that has succeeded.
            mode: Speed at which the vendor works: `turbo`, `fast` or `relax`. Any other value is rejected with
                code 0.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `MidjourneyTaskImageSeed`: The seed of an image, or why there is none.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        GET /mj/task/{id}/image-seed (获取任务图片的seed(需设置mj或niji的私信ID))
        """
        return self._client.send(self._call(get_midjourney_task_image_seed, locals()))

    def resume(self, id: str, **options: Unpack[GetMidjourneyTask]) -> Task[MidjourneyTask]:
        """Resume a task by its id. Sends nothing until the task is polled.

        Args:
            id: Id of the task, from `task.id`.
            **options: Options of each poll.

        Returns:
            `Task[MidjourneyTask]`, as the call that started the task returned it.
        """
        return Task(self._client, operation_of(submit_midjourney_swap_face), id, options=options)


class AsyncMidjourney(AsyncResource, path="midjourney"):
    """Image generation with Midjourney. A submit starts a task, which is polled until it is done.

    `client.midjourney`: `image`, `swap_face`, `action`, `blend`, `change`, `describe`, `imagine`, `modal`,
    `shorten`, `simple_change`, `list`, `retrieve`, `image_seed`, `resume`.
    """

    async def image(self, id: str, **options: Unpack[Options]) -> AsyncBinaryResponse:
        """Download the image of a task.

        Returns the image that `imageUrl` of a task points to, through the gateway. It needs no key: whoever knows
        the id can see the image. Not documented.

        Args:
            id: Id of the task.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `AsyncBinaryResponse`.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        GET /mj/image/{id} (undocumented)
        """
        return await self._client.send(self._call(get_midjourney_image, locals()))

    async def swap_face(
        self,
        *,
        sourceBase64: str,
        targetBase64: str,
        accountFilter: SwapFaceAccountFilterParam | Omit = omit,
        notifyHook: str | Omit = omit,
        state: str | Omit = omit,
        mode: Literal["fast", "turbo", "relax"] | Omit = omit,
        **options: Unpack[Options],
    ) -> AsyncTask[AsyncMidjourneyTask]:
        """Swap a face between two images.

        Starts a task that puts the face in `sourceBase64` onto the person in `targetBase64`, with InsightFace. It
        has no prompt, and no buttons when it is done.

        Args:
            sourceBase64: Image with the face, as a data URI (`data:image/png;base64,…`).
            targetBase64: Image to put the face onto, as a data URI.
            accountFilter: Accounts of the vendor that may be used; no effect through the gateway.
            notifyHook: URL to which the vendor posts its task object whenever the task changes.
            state: Any text of yours. The task has it as soon as the gateway has polled the vendor.
            mode: Speed at which the vendor works: `turbo`, `fast` or `relax`. Any other value is rejected with
                code 0.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            A `AsyncTask`; its `wait()` returns `AsyncMidjourneyTask`: A task, as the gateway has it.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.
            TaskFailed, TaskTimeout: The task failed or took too long; raised by `wait()`.

        POST /mj/insight-face/swap (提交swap_face任务, api-205930916)
        """
        return await self._client.send(self._call(submit_midjourney_swap_face, locals()))

    async def action(
        self,
        *,
        customId: str,
        taskId: str,
        chooseSameChannel: bool | Omit = omit,
        accountFilter: AccountFilterParam | Omit = omit,
        notifyHook: str | Omit = omit,
        state: str | Omit = omit,
        mode: Literal["fast", "turbo", "relax"] | Omit = omit,
        **options: Unpack[Options],
    ) -> AsyncTask[AsyncMidjourneyTask]:
        """Press a button of a finished task.

        Starts the task behind a button: upscale or vary one of four images, zoom, pan, vary a region, roll again.
        `customId` is the button's, `taskId` the id of the task that has the button, which must have succeeded and
        be yours. The gateway knows the ids with upsample, variation, low_variation, high_variation, pan, reroll,
        Outpaint, CustomZoom and Inpaint. It refuses those of a describe or shorten task (PicReader,
        PromptAnalyzer) and the bookmark. Inpaint and CustomZoom open a window: go on with submitMidjourneyModal.

        Args:
            customId: Id of the button, as `buttons` of the task has it:
                `MJ::JOB::upsample::2::3dbbd469-36af-4a0f-8f02-df6c579e7011`.
            taskId: Id of the task that has the button. It must have succeeded.
            chooseSameChannel: Allow any account of the same channel, instead of only the task's own. Default:
                `False`.
            accountFilter: Accounts of the vendor that may be used; no effect through the gateway.
            notifyHook: URL to which the vendor posts its task object whenever the task changes.
            state: Any text of yours. The task has it as soon as the gateway has polled the vendor.
            mode: Speed at which the vendor works: `turbo`, `fast` or `relax`. Any other value is rejected with
                code 0.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            A `AsyncTask`; its `wait()` returns `AsyncMidjourneyTask`: A task, as the gateway has it.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.
            TaskFailed, TaskTimeout: The task failed or took too long; raised by `wait()`.

        POST /mj/submit/action (执行动作, api-205930917)
        """
        return await self._client.send(self._call(submit_midjourney_action, locals()))

    async def blend(
        self,
        *,
        base64Array: Sequence[str],
        botType: Literal["MID_JOURNEY", "NIJI_JOURNEY"] | Omit = omit,
        dimensions: Literal["PORTRAIT", "SQUARE", "LANDSCAPE"] | str | Omit = omit,
        accountFilter: AccountFilterParam | Omit = omit,
        notifyHook: str | Omit = omit,
        state: str | Omit = omit,
        mode: Literal["fast", "turbo", "relax"] | Omit = omit,
        **options: Unpack[Options],
    ) -> AsyncTask[AsyncMidjourneyTask]:
        """Blend two to five images.

        Starts a task that blends the images into four new ones. There is no prompt.

        Args:
            base64Array: Two to five images, each a data URI (`data:image/png;base64,…`).
            botType: Bot: `MID_JOURNEY`, the default, or `NIJI_JOURNEY`, which draws in anime style. Default:
                `'MID_JOURNEY'`.
            dimensions: Aspect ratio of the result: `PORTRAIT` (2:3), `SQUARE` (1:1, the default) or `LANDSCAPE`
                (3:2). Other values are passed to the vendor unchecked. Default: `'SQUARE'`.
            accountFilter: Accounts of the vendor that may be used; no effect through the gateway.
            notifyHook: URL to which the vendor posts its task object whenever the task changes.
            state: Any text of yours. The task has it as soon as the gateway has polled the vendor.
            mode: Speed at which the vendor works: `turbo`, `fast` or `relax`. Any other value is rejected with
                code 0.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            A `AsyncTask`; its `wait()` returns `AsyncMidjourneyTask`: A task, as the gateway has it.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.
            TaskFailed, TaskTimeout: The task failed or took too long; raised by `wait()`.

        POST /mj/submit/blend (提交Blend任务, api-205930918)
        """
        return await self._client.send(self._call(submit_midjourney_blend, locals()))

    async def change(
        self,
        *,
        taskId: str,
        action: Literal["UPSCALE", "VARIATION", "REROLL"],
        index: int,
        notifyHook: str | Omit = omit,
        state: str | Omit = omit,
        mode: Literal["fast", "turbo", "relax"] | Omit = omit,
        **options: Unpack[Options],
    ) -> AsyncTask[AsyncMidjourneyTask]:
        """Upscale or vary an image by its number.

        Legacy form of submitMidjourneyAction, by number instead of by button. The task must have succeeded and be
        yours. Not documented.

        Args:
            taskId: Id of the task that has the images. It must have succeeded.
            action: `UPSCALE`, `VARIATION`, or `REROLL` to create four new images.
            index: Number of the image, 1 to 4. REROLL needs some number too.
            notifyHook: URL to which the vendor posts its task object whenever the task changes.
            state: Any text of yours. The task has it as soon as the gateway has polled the vendor.
            mode: Speed at which the vendor works: `turbo`, `fast` or `relax`. Any other value is rejected with
                code 0.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            A `AsyncTask`; its `wait()` returns `AsyncMidjourneyTask`: A task, as the gateway has it.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.
            TaskFailed, TaskTimeout: The task failed or took too long; raised by `wait()`.

        POST /mj/submit/change (undocumented)
        """
        return await self._client.send(self._call(submit_midjourney_change, locals()))

    async def describe(
        self,
        *,
        base64: str,
        botType: Literal["MID_JOURNEY", "NIJI_JOURNEY"] | Omit = omit,
        accountFilter: AccountFilterParam | Omit = omit,
        notifyHook: str | Omit = omit,
        state: str | Omit = omit,
        mode: Literal["fast", "turbo", "relax"] | Omit = omit,
        **options: Unpack[Options],
    ) -> AsyncTask[AsyncMidjourneyTask]:
        """Describe an image with four prompts.

        Starts a task that writes four prompts for an image. They are in `promptEn` of the task and in
        `properties`; `prompt` stays empty. Its buttons cannot be pressed through the gateway: pass a prompt to
        submitMidjourneyImagine.

        Args:
            base64: The image as a data URI (`data:image/png;base64,…`).
            botType: Bot: `MID_JOURNEY`, the default, or `NIJI_JOURNEY`, which draws in anime style. Default:
                `'MID_JOURNEY'`.
            accountFilter: Accounts of the vendor that may be used; no effect through the gateway.
            notifyHook: URL to which the vendor posts its task object whenever the task changes.
            state: Any text of yours. The task has it as soon as the gateway has polled the vendor.
            mode: Speed at which the vendor works: `turbo`, `fast` or `relax`. Any other value is rejected with
                code 0.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            A `AsyncTask`; its `wait()` returns `AsyncMidjourneyTask`: A task, as the gateway has it.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.
            TaskFailed, TaskTimeout: The task failed or took too long; raised by `wait()`.

        POST /mj/submit/describe (提交Describe任务, api-205930919)
        """
        return await self._client.send(self._call(submit_midjourney_describe, locals()))

    async def imagine(
        self,
        *,
        prompt: str,
        botType: Literal["MID_JOURNEY", "NIJI_JOURNEY"] | Omit = omit,
        base64Array: Sequence[str] | Omit = omit,
        accountFilter: AccountFilterParam | Omit = omit,
        notifyHook: str | Omit = omit,
        state: str | Omit = omit,
        mode: Literal["fast", "turbo", "relax"] | Omit = omit,
        **options: Unpack[Options],
    ) -> AsyncTask[AsyncMidjourneyTask]:
        """Create four images from a prompt.

        Starts a task that creates a grid of four images. Midjourney's own switches (`--ar 3:2`, `--v 6`) go into
        the prompt. To continue, press a button of the finished task: submitMidjourneyAction.

        Args:
            prompt: Description of the image, with Midjourney's own switches at the end (`--ar 3:2`). Must not be
                empty.
            botType: Bot: `MID_JOURNEY`, the default, or `NIJI_JOURNEY`, which draws in anime style. Default:
                `'MID_JOURNEY'`.
            base64Array: Images to start from, each a data URI (`data:image/png;base64,…`).
            accountFilter: Accounts of the vendor that may be used; no effect through the gateway.
            notifyHook: URL to which the vendor posts its task object whenever the task changes.
            state: Any text of yours. The task has it as soon as the gateway has polled the vendor.
            mode: Speed at which the vendor works: `turbo`, `fast` or `relax`. Any other value is rejected with
                code 0.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            A `AsyncTask`; its `wait()` returns `AsyncMidjourneyTask`: A task, as the gateway has it.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.
            TaskFailed, TaskTimeout: The task failed or took too long; raised by `wait()`.

        POST /mj/submit/imagine (提交Imagine任务, api-205930920)
        """
        return await self._client.send(self._call(submit_midjourney_imagine, locals()))

    async def modal(
        self,
        *,
        taskId: str,
        maskBase64: str | Omit = omit,
        prompt: str | Omit = omit,
        mode: Literal["fast", "turbo", "relax"] | Omit = omit,
        **options: Unpack[Options],
    ) -> AsyncTask[AsyncMidjourneyTask]:
        """Fill in the dialog that a task waits for.

        Continues a task with the status MODAL: after the buttons Inpaint (`maskBase64` and `prompt`), CustomZoom
        (`prompt` with `--zoom`) and wherever the account has remix on (`prompt`).

        Args:
            taskId: Id of the task that waits, whose status is MODAL.
            maskBase64: For Inpaint: the region to repaint, as a data URI of an image that is white there and
                black elsewhere.
            prompt: Prompt to continue with; the task's own if omitted or "". A custom zoom needs `--zoom` with 1
                to 2 in it.
            mode: Speed at which the vendor works: `turbo`, `fast` or `relax`. Any other value is rejected with
                code 0.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            A `AsyncTask`; its `wait()` returns `AsyncMidjourneyTask`: A task, as the gateway has it.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.
            TaskFailed, TaskTimeout: The task failed or took too long; raised by `wait()`.

        POST /mj/submit/modal (提交Modal, api-205930921)
        """
        return await self._client.send(self._call(submit_midjourney_modal, locals()))

    async def shorten(
        self,
        *,
        prompt: str,
        botType: Literal["MID_JOURNEY", "NIJI_JOURNEY"] | Omit = omit,
        accountFilter: AccountFilterParam | Omit = omit,
        notifyHook: str | Omit = omit,
        state: str | Omit = omit,
        mode: Literal["fast", "turbo", "relax"] | Omit = omit,
        **options: Unpack[Options],
    ) -> AsyncTask[AsyncMidjourneyTask]:
        """Analyze and shorten a prompt.

        Starts a task that weighs the words of a prompt and suggests shorter prompts. The analysis is in
        `properties.finalPrompt` of the task. Its buttons cannot be pressed through the gateway.

        Args:
            prompt: Prompt to analyze.
            botType: Bot: `MID_JOURNEY`, the default, or `NIJI_JOURNEY`, which draws in anime style. Default:
                `'MID_JOURNEY'`.
            accountFilter: Accounts of the vendor that may be used; no effect through the gateway.
            notifyHook: URL to which the vendor posts its task object whenever the task changes.
            state: Any text of yours. The task has it as soon as the gateway has polled the vendor.
            mode: Speed at which the vendor works: `turbo`, `fast` or `relax`. Any other value is rejected with
                code 0.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            A `AsyncTask`; its `wait()` returns `AsyncMidjourneyTask`: A task, as the gateway has it.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.
            TaskFailed, TaskTimeout: The task failed or took too long; raised by `wait()`.

        POST /mj/submit/shorten (提交Shorten任务, api-205930922)
        """
        return await self._client.send(self._call(submit_midjourney_shorten, locals()))

    async def simple_change(
        self,
        *,
        content: str,
        notifyHook: str | Omit = omit,
        state: str | Omit = omit,
        mode: Literal["fast", "turbo", "relax"] | Omit = omit,
        **options: Unpack[Options],
    ) -> AsyncTask[AsyncMidjourneyTask]:
        """Upscale or vary an image with one line of text.

        Oldest form of submitMidjourneyAction. No gateway serves it, and it is not documented.

        Not served. Every body gets a 503: the gateway looks for a channel of the model `mj_` before it reads the
        text, and nobody has one (relay/channel/midjourney/main.go at 3563e3a2, 04a20818 and f3e60afa). For the
        same, use submitMidjourneyAction or submitMidjourneyChange.

        Args:
            content: Id of the task, a space, and a letter with the number of the image: `1733011200002125 U2`.
                `U` upscales, `V` varies, `R` without a number rolls again.
            notifyHook: URL to which the vendor posts its task object whenever the task changes.
            state: Any text of yours. The task has it as soon as the gateway has polled the vendor.
            mode: Speed at which the vendor works: `turbo`, `fast` or `relax`. Any other value is rejected with
                code 0.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            A `AsyncTask`; its `wait()` returns `AsyncMidjourneyTask`: A task, as the gateway has it.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.
            NotServed: The service does not serve this operation.
            TaskFailed, TaskTimeout: The task failed or took too long; raised by `wait()`.

        POST /mj/submit/simple-change (undocumented)
        """
        return await self._client.send(self._call(submit_midjourney_simple_change, locals()))

    async def list(
        self, *, ids: Sequence[str] | Omit = omit, **options: Unpack[Options]
    ) -> builtins.list[AsyncMidjourneyTask]:
        """List tasks by id.

        Returns the tasks with these ids, as getMidjourneyTask does. Ids that are unknown or belong to somebody
        else are left out. It only reads, despite POST. Not documented.

        Args:
            ids: Ids of tasks, as strings. If omitted or empty, so is the result.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `list[AsyncMidjourneyTask]`.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        POST /mj/task/list-by-condition (undocumented)
        """
        return await self._client.send(self._call(list_midjourney_tasks, locals()))

    async def retrieve(
        self, id: str, *, mode: Literal["fast", "turbo", "relax"] | Omit = omit, **options: Unpack[Options]
    ) -> AsyncMidjourneyTask:
        """Get a task.

        Returns the task as the gateway has it. The gateway polls the vendor every ten seconds, so polling more
        often shows nothing new. Right after the submit the status is "", later IN_PROGRESS, finally SUCCESS or
        FAILURE; MODAL waits for you. A task that is not done after an hour becomes a FAILURE.

        Args:
            id: Id of the task: `result` of the submit.
            mode: Speed at which the vendor works: `turbo`, `fast` or `relax`. Any other value is rejected with
                code 0.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `AsyncMidjourneyTask`: A task, as the gateway has it.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        GET /mj/task/{id}/fetch (指定ID获取任务)
        """
        return await self._client.send(self._call(get_midjourney_task, locals()))

    async def image_seed(
        self, id: str, *, mode: Literal["fast", "turbo", "relax"] | Omit = omit, **options: Unpack[Options]
    ) -> MidjourneyTaskImageSeed:
        """Get the seed of a task's image.

        Asks the vendor for the seed of the image; `--seed` with it in a prompt creates a similar one. The
        vendor's account needs its private-message id set up for this. The gateway waits at most 30 seconds.

        Args:
            id: Id of a task that has succeeded.
            mode: Speed at which the vendor works: `turbo`, `fast` or `relax`. Any other value is rejected with
                code 0.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `MidjourneyTaskImageSeed`: The seed of an image, or why there is none.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        GET /mj/task/{id}/image-seed (获取任务图片的seed(需设置mj或niji的私信ID))
        """
        return await self._client.send(self._call(get_midjourney_task_image_seed, locals()))

    def resume(self, id: str, **options: Unpack[GetMidjourneyTask]) -> AsyncTask[AsyncMidjourneyTask]:
        """Resume a task by its id. Sends nothing until the task is polled.

        Args:
            id: Id of the task, from `task.id`.
            **options: Options of each poll.

        Returns:
            `AsyncTask[AsyncMidjourneyTask]`, as the call that started the task returned it.
        """
        return AsyncTask(self._client, operation_of(submit_midjourney_swap_face), id, options=options)
