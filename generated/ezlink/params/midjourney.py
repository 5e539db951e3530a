# Rendered by `make generate` from spec/families/midjourney.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""Midjourney: parameters."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, Required, TypedDict

from ..runtime.operation.operation import Options


class SubmitMidjourneySwapFace(Options, total=False):
    """The parameters of `submit_midjourney_swap_face`.

    A face, and the image that it is put onto.

    (提交swap_face任务, api-205930916)
    """

    sourceBase64: Required[str]
    """Image with the face, as a data URI (`data:image/png;base64,…`)."""
    targetBase64: Required[str]
    """Image to put the face onto, as a data URI."""
    accountFilter: SwapFaceAccountFilterParam
    """Accounts of the vendor that may be used; no effect through the gateway."""
    notifyHook: str
    """URL to which the vendor posts its task object whenever the task changes."""
    state: str
    """Any text of yours. The task has it as soon as the gateway has polled the vendor."""
    mode: Literal["fast", "turbo", "relax"]
    """Speed at which the vendor works: `turbo`, `fast` or `relax`. Any other value is rejected with code 0."""


class SwapFaceAccountFilterParam(TypedDict, total=False):
    """Accounts of the vendor that may be used. The gateway removes it before it passes the request on.

    (提交swap_face任务, api-205930916)
    """

    instanceId: str
    """Id of the account."""


class SubmitMidjourneyAction(Options, total=False):
    """The parameters of `submit_midjourney_action`.

    The button to press, and the task that has it.

    (执行动作, api-205930917)
    """

    customId: Required[str]
    """Id of the button, as `buttons` of the task has it:
    `MJ::JOB::upsample::2::3dbbd469-36af-4a0f-8f02-df6c579e7011`.
    """
    taskId: Required[str]
    """Id of the task that has the button. It must have succeeded."""
    chooseSameChannel: bool
    """Allow any account of the same channel, instead of only the task's own. Default: `False`."""
    accountFilter: AccountFilterParam
    """Accounts of the vendor that may be used; no effect through the gateway."""
    notifyHook: str
    """URL to which the vendor posts its task object whenever the task changes."""
    state: str
    """Any text of yours. The task has it as soon as the gateway has polled the vendor."""
    mode: Literal["fast", "turbo", "relax"]
    """Speed at which the vendor works: `turbo`, `fast` or `relax`. Any other value is rejected with code 0."""


class AccountFilterParam(TypedDict, total=False):
    """Accounts of the vendor that may be used (账号筛选条件). The gateway removes it before it passes the request
    on, so it has no effect.

    (提交Blend任务, api-205930918)
    """

    channelId: str
    """Id of the Discord channel of the account."""
    instanceId: str
    """Id of the account."""
    modes: Sequence[Literal["RELAX", "FAST", "TURBO"]]
    """Modes that the account must have."""
    remark: str
    """Note that the account must carry."""
    remix: bool
    """Require that the account has remix on, or off."""
    remixAutoConsidered: bool
    """Treat an account that submits remix dialogs automatically as one without remix."""


class SubmitMidjourneyBlend(Options, total=False):
    """The parameters of `submit_midjourney_blend`.

    The images to blend.

    (提交Blend任务, api-205930918)
    """

    botType: Literal["MID_JOURNEY", "NIJI_JOURNEY"]
    """Bot: `MID_JOURNEY`, the default, or `NIJI_JOURNEY`, which draws in anime style. Default: `'MID_JOURNEY'`."""
    base64Array: Required[Sequence[str]]
    """Two to five images, each a data URI (`data:image/png;base64,…`)."""
    dimensions: Literal["PORTRAIT", "SQUARE", "LANDSCAPE"] | str
    """Aspect ratio of the result: `PORTRAIT` (2:3), `SQUARE` (1:1, the default) or `LANDSCAPE` (3:2). Other values
    are passed to the vendor unchecked. Default: `'SQUARE'`.
    """
    accountFilter: AccountFilterParam
    """Accounts of the vendor that may be used; no effect through the gateway."""
    notifyHook: str
    """URL to which the vendor posts its task object whenever the task changes."""
    state: str
    """Any text of yours. The task has it as soon as the gateway has polled the vendor."""
    mode: Literal["fast", "turbo", "relax"]
    """Speed at which the vendor works: `turbo`, `fast` or `relax`. Any other value is rejected with code 0."""


class SubmitMidjourneyChange(Options, total=False):
    """The parameters of `submit_midjourney_change`.

    An action on one image of a task.
    """

    taskId: Required[str]
    """Id of the task that has the images. It must have succeeded."""
    action: Required[Literal["UPSCALE", "VARIATION", "REROLL"]]
    """`UPSCALE`, `VARIATION`, or `REROLL` to create four new images."""
    index: Required[int]
    """Number of the image, 1 to 4. REROLL needs some number too."""
    notifyHook: str
    """URL to which the vendor posts its task object whenever the task changes."""
    state: str
    """Any text of yours. The task has it as soon as the gateway has polled the vendor."""
    mode: Literal["fast", "turbo", "relax"]
    """Speed at which the vendor works: `turbo`, `fast` or `relax`. Any other value is rejected with code 0."""


class SubmitMidjourneyDescribe(Options, total=False):
    """The parameters of `submit_midjourney_describe`.

    The image to describe.

    (提交Describe任务, api-205930919)
    """

    botType: Literal["MID_JOURNEY", "NIJI_JOURNEY"]
    """Bot: `MID_JOURNEY`, the default, or `NIJI_JOURNEY`, which draws in anime style. Default: `'MID_JOURNEY'`."""
    base64: Required[str]
    """The image as a data URI (`data:image/png;base64,…`)."""
    accountFilter: AccountFilterParam
    """Accounts of the vendor that may be used; no effect through the gateway."""
    notifyHook: str
    """URL to which the vendor posts its task object whenever the task changes."""
    state: str
    """Any text of yours. The task has it as soon as the gateway has polled the vendor."""
    mode: Literal["fast", "turbo", "relax"]
    """Speed at which the vendor works: `turbo`, `fast` or `relax`. Any other value is rejected with code 0."""


class SubmitMidjourneyImagine(Options, total=False):
    """The parameters of `submit_midjourney_imagine`.

    Description of the images.

    (提交Imagine任务, api-205930920)
    """

    botType: Literal["MID_JOURNEY", "NIJI_JOURNEY"]
    """Bot: `MID_JOURNEY`, the default, or `NIJI_JOURNEY`, which draws in anime style. Default: `'MID_JOURNEY'`."""
    prompt: Required[str]
    """Description of the image, with Midjourney's own switches at the end (`--ar 3:2`). Must not be empty."""
    base64Array: Sequence[str]
    """Images to start from, each a data URI (`data:image/png;base64,…`)."""
    accountFilter: AccountFilterParam
    """Accounts of the vendor that may be used; no effect through the gateway."""
    notifyHook: str
    """URL to which the vendor posts its task object whenever the task changes."""
    state: str
    """Any text of yours. The task has it as soon as the gateway has polled the vendor."""
    mode: Literal["fast", "turbo", "relax"]
    """Speed at which the vendor works: `turbo`, `fast` or `relax`. Any other value is rejected with code 0."""


class SubmitMidjourneyModal(Options, total=False):
    """The parameters of `submit_midjourney_modal`.

    The window that a task waits at, filled in.

    (提交Modal, api-205930921)
    """

    maskBase64: str
    """For Inpaint: the region to repaint, as a data URI of an image that is white there and black elsewhere."""
    prompt: str
    """Prompt to continue with; the task's own if omitted or "". A custom zoom needs `--zoom` with 1 to 2 in it."""
    taskId: Required[str]
    """Id of the task that waits, whose status is MODAL."""
    mode: Literal["fast", "turbo", "relax"]
    """Speed at which the vendor works: `turbo`, `fast` or `relax`. Any other value is rejected with code 0."""


class SubmitMidjourneyShorten(Options, total=False):
    """The parameters of `submit_midjourney_shorten`.

    The prompt to shorten.

    (提交Shorten任务, api-205930922)
    """

    botType: Literal["MID_JOURNEY", "NIJI_JOURNEY"]
    """Bot: `MID_JOURNEY`, the default, or `NIJI_JOURNEY`, which draws in anime style. Default: `'MID_JOURNEY'`."""
    prompt: Required[str]
    """Prompt to analyze."""
    accountFilter: AccountFilterParam
    """Accounts of the vendor that may be used; no effect through the gateway."""
    notifyHook: str
    """URL to which the vendor posts its task object whenever the task changes."""
    state: str
    """Any text of yours. The task has it as soon as the gateway has polled the vendor."""
    mode: Literal["fast", "turbo", "relax"]
    """Speed at which the vendor works: `turbo`, `fast` or `relax`. Any other value is rejected with code 0."""


class SubmitMidjourneySimpleChange(Options, total=False):
    """The parameters of `submit_midjourney_simple_change`.

    An action on one image of a task, in one line.
    """

    content: Required[str]
    """Id of the task, a space, and a letter with the number of the image: `1733011200002125 U2`. `U` upscales, `V`
    varies, `R` without a number rolls again.
    """
    notifyHook: str
    """URL to which the vendor posts its task object whenever the task changes."""
    state: str
    """Any text of yours. The task has it as soon as the gateway has polled the vendor."""
    mode: Literal["fast", "turbo", "relax"]
    """Speed at which the vendor works: `turbo`, `fast` or `relax`. Any other value is rejected with code 0."""


class ListMidjourneyTasks(Options, total=False):
    """The parameters of `list_midjourney_tasks`.

    Tasks to list.
    """

    ids: Sequence[str]
    """Ids of tasks, as strings. If omitted or empty, so is the result."""


class GetMidjourneyTask(Options, total=False):
    """The parameters of `get_midjourney_task`.

    (指定ID获取任务)
    """

    mode: Literal["fast", "turbo", "relax"]
    """Speed at which the vendor works: `turbo`, `fast` or `relax`. Any other value is rejected with code 0."""


class GetMidjourneyTaskImageSeed(Options, total=False):
    """The parameters of `get_midjourney_task_image_seed`.

    (获取任务图片的seed(需设置mj或niji的私信ID))
    """

    mode: Literal["fast", "turbo", "relax"]
    """Speed at which the vendor works: `turbo`, `fast` or `relax`. Any other value is rejected with code 0."""
