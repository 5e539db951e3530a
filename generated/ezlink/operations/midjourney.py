# Rendered by `make generate` from spec/families/midjourney.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""Midjourney: every function builds a call and sends nothing; `client.send(call)` sends it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from ..models.midjourney import AsyncMidjourneyTask, MidjourneySubmitResult, MidjourneyTask, MidjourneyTaskImageSeed
from ..runtime.operation.call import Call, build_call
from ..runtime.operation.endpoint import endpoint
from ..runtime.operation.operation import NotServedHint, Operation, Options
from ..runtime.operation.polling_spec import FollowUpActions, PollingSpec
from ..runtime.operation.response_variants import ResponseVariant, ResponseVariants

if TYPE_CHECKING:
    from ..params.midjourney import (
        GetMidjourneyTask,
        GetMidjourneyTaskImageSeed,
        ListMidjourneyTasks,
        SubmitMidjourneyAction,
        SubmitMidjourneyBlend,
        SubmitMidjourneyChange,
        SubmitMidjourneyDescribe,
        SubmitMidjourneyImagine,
        SubmitMidjourneyModal,
        SubmitMidjourneyShorten,
        SubmitMidjourneySimpleChange,
        SubmitMidjourneySwapFace,
    )
    from ..runtime.files.binary_response import AsyncBinaryResponse, BinaryResponse
    from ..runtime.polling.task import AsyncTask, Task

_GET_MIDJOURNEY_TASK_POLLING = PollingSpec(
    id="/result",
    fetch="get_midjourney_task",
    parameter="id",
    status="/status",
    states={
        "": "running",
        "NOT_START": "running",
        "SUBMITTED": "running",
        "IN_PROGRESS": "running",
        "MODAL": "waiting",
        "SUCCESS": "succeeded",
        "FAILURE": "failed",
        "CANCEL": "failed",
    },
    accepted={"/code": (1, 21, 22)},
    refused={"/code": (3, 4, 9, 23, 24, 30)},
    failure="/failReason",
    progress="/progress",
    interval=(5.0, 1.0),
    waiting="answer its window with midjourney.modal(taskId=...)",
    actions=FollowUpActions(
        each="/buttons",
        by=("label", "emoji", "customId"),
        operation="submit_midjourney_action",
        item={"customId": "/customId"},
        whole={"taskId": "/id"},
    ),
)


_GET_MIDJOURNEY_TASK_POLLING_2 = PollingSpec(
    id="/result",
    fetch="get_midjourney_task",
    parameter="id",
    status="/status",
    states={
        "": "running",
        "NOT_START": "running",
        "SUBMITTED": "running",
        "IN_PROGRESS": "running",
        "MODAL": "waiting",
        "SUCCESS": "succeeded",
        "FAILURE": "failed",
        "CANCEL": "failed",
    },
    accepted={"/code": (1, 21, 22)},
    refused={"/code": (3, 4, 9, 23, 24, 30)},
    failure="/failReason",
    progress="/progress",
    interval=(5.0, 1.0),
    waiting="answer its window with midjourney.modal(taskId=...)",
    grace=20.0,
    actions=FollowUpActions(
        each="/buttons",
        by=("label", "emoji", "customId"),
        operation="submit_midjourney_action",
        item={"customId": "/customId"},
        whole={"taskId": "/id"},
    ),
)


_GET_MIDJOURNEY_IMAGE = Operation(
    id="getMidjourneyImage",
    name="midjourney.image",
    method="GET",
    path="/mj/image/{id}",
    keyless=True,
    retry="safe",
    variants=ResponseVariants(cases={"*": ResponseVariant(media_type="image/*", result="image")}),
)


@endpoint(_GET_MIDJOURNEY_IMAGE)
def get_midjourney_image(id: str, **options: Unpack[Options]) -> Call[BinaryResponse, AsyncBinaryResponse]:
    """Download the image of a task.

    Returns the image that `imageUrl` of a task points to, through the gateway. It needs no key: whoever knows the
    id can see the image. Not documented.

    Args:
        id: Id of the task.

    GET /mj/image/{id} (undocumented)
    """
    return build_call(_GET_MIDJOURNEY_IMAGE, options, id=id)


_SUBMIT_MIDJOURNEY_SWAP_FACE = Operation(
    id="submitMidjourneySwapFace",
    name="midjourney.swap_face",
    method="POST",
    path="/mj/insight-face/swap",
    body=("sourceBase64", "targetBase64", "accountFilter", "notifyHook", "state"),
    required=("sourceBase64", "targetBase64"),
    modes=("fast", "turbo", "relax"),
    mode_prefix="/mj-{mode}",
    result=MidjourneySubmitResult,
    proof=("code", "description"),
    polling=_GET_MIDJOURNEY_TASK_POLLING,
)


@endpoint(_SUBMIT_MIDJOURNEY_SWAP_FACE)
def submit_midjourney_swap_face(
    **params: Unpack[SubmitMidjourneySwapFace],
) -> Call[Task[MidjourneyTask], AsyncTask[AsyncMidjourneyTask]]:
    """Swap a face between two images.

    Starts a task that puts the face in `sourceBase64` onto the person in `targetBase64`, with InsightFace. It has
    no prompt, and no buttons when it is done.

    Args:
        sourceBase64: Image with the face, as a data URI (`data:image/png;base64,…`).
        targetBase64: Image to put the face onto, as a data URI.
        All others: see `SubmitMidjourneySwapFace` in params/midjourney.py.

    POST /mj/insight-face/swap (提交swap_face任务, api-205930916)
    """
    return build_call(_SUBMIT_MIDJOURNEY_SWAP_FACE, params)


_SUBMIT_MIDJOURNEY_ACTION = Operation(
    id="submitMidjourneyAction",
    name="midjourney.action",
    method="POST",
    path="/mj/submit/action",
    body=("customId", "taskId", "chooseSameChannel", "accountFilter", "notifyHook", "state"),
    required=("customId", "taskId"),
    modes=("fast", "turbo", "relax"),
    mode_prefix="/mj-{mode}",
    result=MidjourneySubmitResult,
    proof=("code", "description"),
    polling=_GET_MIDJOURNEY_TASK_POLLING,
)


@endpoint(_SUBMIT_MIDJOURNEY_ACTION)
def submit_midjourney_action(
    **params: Unpack[SubmitMidjourneyAction],
) -> Call[Task[MidjourneyTask], AsyncTask[AsyncMidjourneyTask]]:
    """Press a button of a finished task.

    Starts the task behind a button: upscale or vary one of four images, zoom, pan, vary a region, roll again.
    `customId` is the button's, `taskId` the id of the task that has the button, which must have succeeded and be
    yours. The gateway knows the ids with upsample, variation, low_variation, high_variation, pan, reroll,
    Outpaint, CustomZoom and Inpaint. It refuses those of a describe or shorten task (PicReader, PromptAnalyzer)
    and the bookmark. Inpaint and CustomZoom open a window: go on with submitMidjourneyModal.

    Args:
        customId: Id of the button, as `buttons` of the task has it:
            `MJ::JOB::upsample::2::3dbbd469-36af-4a0f-8f02-df6c579e7011`.
        taskId: Id of the task that has the button.
        All others: see `SubmitMidjourneyAction` in params/midjourney.py.

    POST /mj/submit/action (执行动作, api-205930917)
    """
    return build_call(_SUBMIT_MIDJOURNEY_ACTION, params)


_SUBMIT_MIDJOURNEY_BLEND = Operation(
    id="submitMidjourneyBlend",
    name="midjourney.blend",
    method="POST",
    path="/mj/submit/blend",
    body=("botType", "base64Array", "dimensions", "accountFilter", "notifyHook", "state"),
    required=("base64Array",),
    modes=("fast", "turbo", "relax"),
    mode_prefix="/mj-{mode}",
    result=MidjourneySubmitResult,
    proof=("code", "description"),
    polling=_GET_MIDJOURNEY_TASK_POLLING,
)


@endpoint(_SUBMIT_MIDJOURNEY_BLEND)
def submit_midjourney_blend(
    **params: Unpack[SubmitMidjourneyBlend],
) -> Call[Task[MidjourneyTask], AsyncTask[AsyncMidjourneyTask]]:
    """Blend two to five images.

    Starts a task that blends the images into four new ones. There is no prompt.

    Args:
        base64Array: Two to five images, each a data URI (`data:image/png;base64,…`).
        All others: see `SubmitMidjourneyBlend` in params/midjourney.py.

    POST /mj/submit/blend (提交Blend任务, api-205930918)
    """
    return build_call(_SUBMIT_MIDJOURNEY_BLEND, params)


_SUBMIT_MIDJOURNEY_CHANGE = Operation(
    id="submitMidjourneyChange",
    name="midjourney.change",
    method="POST",
    path="/mj/submit/change",
    body=("taskId", "action", "index", "notifyHook", "state"),
    required=("taskId", "action", "index"),
    modes=("fast", "turbo", "relax"),
    mode_prefix="/mj-{mode}",
    result=MidjourneySubmitResult,
    proof=("code", "description"),
    polling=_GET_MIDJOURNEY_TASK_POLLING,
)


@endpoint(_SUBMIT_MIDJOURNEY_CHANGE)
def submit_midjourney_change(
    **params: Unpack[SubmitMidjourneyChange],
) -> Call[Task[MidjourneyTask], AsyncTask[AsyncMidjourneyTask]]:
    """Upscale or vary an image by its number.

    Legacy form of submitMidjourneyAction, by number instead of by button. The task must have succeeded and be
    yours. Not documented.

    Args:
        taskId: Id of the task that has the images.
        action: `UPSCALE`, `VARIATION`, or `REROLL` to create four new images.
        index: Number of the image, 1 to 4.
        All others: see `SubmitMidjourneyChange` in params/midjourney.py.

    POST /mj/submit/change (undocumented)
    """
    return build_call(_SUBMIT_MIDJOURNEY_CHANGE, params)


_SUBMIT_MIDJOURNEY_DESCRIBE = Operation(
    id="submitMidjourneyDescribe",
    name="midjourney.describe",
    method="POST",
    path="/mj/submit/describe",
    body=("botType", "base64", "accountFilter", "notifyHook", "state"),
    required=("base64",),
    modes=("fast", "turbo", "relax"),
    mode_prefix="/mj-{mode}",
    result=MidjourneySubmitResult,
    proof=("code", "description"),
    polling=_GET_MIDJOURNEY_TASK_POLLING,
)


@endpoint(_SUBMIT_MIDJOURNEY_DESCRIBE)
def submit_midjourney_describe(
    **params: Unpack[SubmitMidjourneyDescribe],
) -> Call[Task[MidjourneyTask], AsyncTask[AsyncMidjourneyTask]]:
    """Describe an image with four prompts.

    Starts a task that writes four prompts for an image. They are in `promptEn` of the task and in `properties`;
    `prompt` stays empty. Its buttons cannot be pressed through the gateway: pass a prompt to
    submitMidjourneyImagine.

    Args:
        base64: The image as a data URI (`data:image/png;base64,…`).
        All others: see `SubmitMidjourneyDescribe` in params/midjourney.py.

    POST /mj/submit/describe (提交Describe任务, api-205930919)
    """
    return build_call(_SUBMIT_MIDJOURNEY_DESCRIBE, params)


_SUBMIT_MIDJOURNEY_IMAGINE = Operation(
    id="submitMidjourneyImagine",
    name="midjourney.imagine",
    method="POST",
    path="/mj/submit/imagine",
    body=("botType", "prompt", "base64Array", "accountFilter", "notifyHook", "state"),
    required=("prompt",),
    modes=("fast", "turbo", "relax"),
    mode_prefix="/mj-{mode}",
    result=MidjourneySubmitResult,
    proof=("code", "description"),
    polling=_GET_MIDJOURNEY_TASK_POLLING,
)


@endpoint(_SUBMIT_MIDJOURNEY_IMAGINE)
def submit_midjourney_imagine(
    **params: Unpack[SubmitMidjourneyImagine],
) -> Call[Task[MidjourneyTask], AsyncTask[AsyncMidjourneyTask]]:
    """Create four images from a prompt.

    Starts a task that creates a grid of four images. Midjourney's own switches (`--ar 3:2`, `--v 6`) go into the
    prompt. To continue, press a button of the finished task: submitMidjourneyAction.

    Args:
        prompt: Description of the image, with Midjourney's own switches at the end (`--ar 3:2`).
        All others: see `SubmitMidjourneyImagine` in params/midjourney.py.

    POST /mj/submit/imagine (提交Imagine任务, api-205930920)
    """
    return build_call(_SUBMIT_MIDJOURNEY_IMAGINE, params)


_SUBMIT_MIDJOURNEY_MODAL = Operation(
    id="submitMidjourneyModal",
    name="midjourney.modal",
    method="POST",
    path="/mj/submit/modal",
    body=("maskBase64", "prompt", "taskId"),
    required=("taskId",),
    modes=("fast", "turbo", "relax"),
    mode_prefix="/mj-{mode}",
    result=MidjourneySubmitResult,
    proof=("code", "description"),
    polling=_GET_MIDJOURNEY_TASK_POLLING_2,
)


@endpoint(_SUBMIT_MIDJOURNEY_MODAL)
def submit_midjourney_modal(
    **params: Unpack[SubmitMidjourneyModal],
) -> Call[Task[MidjourneyTask], AsyncTask[AsyncMidjourneyTask]]:
    """Fill in the dialog that a task waits for.

    Continues a task with the status MODAL: after the buttons Inpaint (`maskBase64` and `prompt`), CustomZoom
    (`prompt` with `--zoom`) and wherever the account has remix on (`prompt`).

    Args:
        taskId: Id of the task that waits, whose status is MODAL.
        All others: see `SubmitMidjourneyModal` in params/midjourney.py.

    POST /mj/submit/modal (提交Modal, api-205930921)
    """
    return build_call(_SUBMIT_MIDJOURNEY_MODAL, params)


_SUBMIT_MIDJOURNEY_SHORTEN = Operation(
    id="submitMidjourneyShorten",
    name="midjourney.shorten",
    method="POST",
    path="/mj/submit/shorten",
    body=("botType", "prompt", "accountFilter", "notifyHook", "state"),
    required=("prompt",),
    modes=("fast", "turbo", "relax"),
    mode_prefix="/mj-{mode}",
    result=MidjourneySubmitResult,
    proof=("code", "description"),
    polling=_GET_MIDJOURNEY_TASK_POLLING,
)


@endpoint(_SUBMIT_MIDJOURNEY_SHORTEN)
def submit_midjourney_shorten(
    **params: Unpack[SubmitMidjourneyShorten],
) -> Call[Task[MidjourneyTask], AsyncTask[AsyncMidjourneyTask]]:
    """Analyze and shorten a prompt.

    Starts a task that weighs the words of a prompt and suggests shorter prompts. The analysis is in
    `properties.finalPrompt` of the task. Its buttons cannot be pressed through the gateway.

    Args:
        prompt: Prompt to analyze.
        All others: see `SubmitMidjourneyShorten` in params/midjourney.py.

    POST /mj/submit/shorten (提交Shorten任务, api-205930922)
    """
    return build_call(_SUBMIT_MIDJOURNEY_SHORTEN, params)


_SUBMIT_MIDJOURNEY_SIMPLE_CHANGE = Operation(
    id="submitMidjourneySimpleChange",
    name="midjourney.simple_change",
    method="POST",
    path="/mj/submit/simple-change",
    body=("content", "notifyHook", "state"),
    required=("content",),
    modes=("fast", "turbo", "relax"),
    mode_prefix="/mj-{mode}",
    result=MidjourneySubmitResult,
    proof=("code", "description"),
    polling=_GET_MIDJOURNEY_TASK_POLLING,
    not_served=NotServedHint(
        evidence=(
            "Every body gets a 503: the gateway looks for a channel of the model `mj_` before it reads "
            "the text, and nobody has one (relay/channel/midjourney/main.go at 3563e3a2, 04a20818 and "
            "f3e60afa). For the same, use submitMidjourneyAction or submitMidjourneyChange."
        ),
        statuses=(503,),
    ),
)


@endpoint(_SUBMIT_MIDJOURNEY_SIMPLE_CHANGE)
def submit_midjourney_simple_change(
    **params: Unpack[SubmitMidjourneySimpleChange],
) -> Call[Task[MidjourneyTask], AsyncTask[AsyncMidjourneyTask]]:
    """Upscale or vary an image with one line of text.

    Oldest form of submitMidjourneyAction. No gateway serves it, and it is not documented.

    Not served. Every body gets a 503: the gateway looks for a channel of the model `mj_` before it reads the
    text, and nobody has one (relay/channel/midjourney/main.go at 3563e3a2, 04a20818 and f3e60afa). For the same,
    use submitMidjourneyAction or submitMidjourneyChange.

    Args:
        content: Id of the task, a space, and a letter with the number of the image: `1733011200002125 U2`.
        All others: see `SubmitMidjourneySimpleChange` in params/midjourney.py.

    POST /mj/submit/simple-change (undocumented)
    """
    return build_call(_SUBMIT_MIDJOURNEY_SIMPLE_CHANGE, params)


_LIST_MIDJOURNEY_TASKS = Operation(
    id="listMidjourneyTasks",
    name="midjourney.list",
    method="POST",
    path="/mj/task/list-by-condition",
    body=("ids",),
    retry="safe",
    result=list[MidjourneyTask],
    async_result=list[AsyncMidjourneyTask],
    proof=("id", "status"),
    file_models=("/*",),
)


@endpoint(_LIST_MIDJOURNEY_TASKS)
def list_midjourney_tasks(
    **params: Unpack[ListMidjourneyTasks],
) -> Call[list[MidjourneyTask], list[AsyncMidjourneyTask]]:
    """List tasks by id.

    Returns the tasks with these ids, as getMidjourneyTask does. Ids that are unknown or belong to somebody else
    are left out. It only reads, despite POST. Not documented.

    Args:
        All: see `ListMidjourneyTasks` in params/midjourney.py.

    POST /mj/task/list-by-condition (undocumented)
    """
    return build_call(_LIST_MIDJOURNEY_TASKS, params)


_GET_MIDJOURNEY_TASK = Operation(
    id="getMidjourneyTask",
    name="midjourney.retrieve",
    method="GET",
    path="/mj/task/{id}/fetch",
    modes=("fast", "turbo", "relax"),
    mode_prefix="/mj-{mode}",
    retry="safe",
    result=MidjourneyTask,
    async_result=AsyncMidjourneyTask,
    proof=("id", "status"),
    file_models=("",),
)


@endpoint(_GET_MIDJOURNEY_TASK)
def get_midjourney_task(id: str, **params: Unpack[GetMidjourneyTask]) -> Call[MidjourneyTask, AsyncMidjourneyTask]:
    """Get a task.

    Returns the task as the gateway has it. The gateway polls the vendor every ten seconds, so polling more often
    shows nothing new. Right after the submit the status is "", later IN_PROGRESS, finally SUCCESS or FAILURE;
    MODAL waits for you. A task that is not done after an hour becomes a FAILURE.

    Args:
        id: Id of the task: `result` of the submit.
        All others: see `GetMidjourneyTask` in params/midjourney.py.

    GET /mj/task/{id}/fetch (指定ID获取任务)
    """
    return build_call(_GET_MIDJOURNEY_TASK, params, id=id)


_GET_MIDJOURNEY_TASK_IMAGE_SEED = Operation(
    id="getMidjourneyTaskImageSeed",
    name="midjourney.image_seed",
    method="GET",
    path="/mj/task/{id}/image-seed",
    modes=("fast", "turbo", "relax"),
    mode_prefix="/mj-{mode}",
    retry="safe",
    result=MidjourneyTaskImageSeed,
    proof=("code", "result"),
    accepted={"/code": (1,)},
)


@endpoint(_GET_MIDJOURNEY_TASK_IMAGE_SEED)
def get_midjourney_task_image_seed(
    id: str, **params: Unpack[GetMidjourneyTaskImageSeed]
) -> Call[MidjourneyTaskImageSeed]:
    """Get the seed of a task's image.

    Asks the vendor for the seed of the image; `--seed` with it in a prompt creates a similar one. The vendor's
    account needs its private-message id set up for this. The gateway waits at most 30 seconds.

    Args:
        id: Id of a task that has succeeded.
        All others: see `GetMidjourneyTaskImageSeed` in params/midjourney.py.

    GET /mj/task/{id}/image-seed (获取任务图片的seed(需设置mj或niji的私信ID))
    """
    return build_call(_GET_MIDJOURNEY_TASK_IMAGE_SEED, params, id=id)
