# Rendered by `make generate` from spec/families/midjourney.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""Midjourney: models of responses."""

from __future__ import annotations

from typing import Any, ClassVar, Literal

from ..runtime.files.file_model import AsyncFileModel, FileFields, FileModel
from ..runtime.response.model import ResponseModel


class MidjourneySubmitResult(ResponseModel, frozen=True, kw_only=True):
    """Result of a submit. `description` is in the language of the vendor's server; rely on `code` and `properties`
    only.

    (提交Blend任务, api-205930918)
    """

    code: int
    """1 accepted (or queued, or existing, or waiting at a window: the gateway writes 1 over 21 and 22, but in the
    cases that the operations name); 21 waits at a window, or exists already; 22 queued. Refusals (23 queue full,
    24 banned prompt, 3, 4, 5, 9, 30) come with status 400 or 429 and another body.
    """
    description: str
    """The result in words, such as 提交成功."""
    properties: MidjourneySubmitProperties | None = None
    """Details of the submit. Null from the face swap if the vendor sends none."""
    result: str | None = None
    """Id of the task: 16 digits in a string, although the pages' examples print a number. Without it the task cannot
    be found again.
    """


class MidjourneySubmitProperties(ResponseModel, frozen=True, kw_only=True):
    """Details of a submit. The keys that are present tell what happened.

    (提交Blend任务, api-205930918)
    """

    discordChannelId: str | None = None
    """Id of the Discord channel that works on it."""
    discordInstanceId: str | None = None
    """Id of the account that works on it."""
    numberOfQueues: int | None = None
    """It is queued: how many tasks are before it."""
    finalPrompt: str | None = None
    """It waits at a window: the prompt that stands in it."""
    remix: bool | None = None
    """It waits at a window: true."""
    status: str | None = None
    """The task exists already: its status, usually SUCCESS."""
    imageUrl: str | None = None
    """The task exists already: the vendor's URL of its image."""


class MidjourneyTask(FileModel, frozen=True, kw_only=True):
    """A task, as the gateway has it. All keys are always there, empty where there is nothing to say yet.

    (指定ID获取任务)
    """

    _media: ClassVar[FileFields] = FileFields(kind="image", url="imageUrl")

    id: str
    """Id of the task."""
    action: (
        Literal[
            "IMAGINE",
            "UPSCALE",
            "VARIATION",
            "HIGH_VARIATION",
            "LOW_VARIATION",
            "REROLL",
            "ZOOM",
            "CUSTOM_ZOOM",
            "PAN",
            "INPAINT",
            "MODAL",
            "DESCRIBE",
            "BLEND",
            "SHORTEN",
            "SWAP_FACE",
        ]
        | str
    )
    """Kind of task. A dialog that got a task of its own is MODAL."""
    customId: str
    """Always ""."""
    botType: str
    """Always ""."""
    prompt: str
    """The prompt as it was sent; of an action, that of the first task; "" for blend and describe."""
    promptEn: str
    """The prompt in English; of a describe task the four prompts that were found. "" until the vendor was asked."""
    description: str
    """Description from the response to the submit; it stays."""
    state: str
    """Your text of the submit. "" until the vendor was asked."""
    submitTime: int
    """When it was submitted, in Unix milliseconds. It may still change by some."""
    startTime: int
    """When it was begun, in Unix milliseconds; 0 before."""
    finishTime: int
    """When it was done, in Unix milliseconds; 0 before, and if the gateway gave it up."""
    imageUrl: str
    """URL of the image at the gateway, which needs no key; "" while there is none. It shows a preview until the end,
    and each poll of the task gives it another `rand`.
    """
    status: Literal["", "NOT_START", "SUBMITTED", "MODAL", "IN_PROGRESS", "FAILURE", "SUCCESS", "CANCEL"] | str
    """Status: empty until the vendor is polled for the first time; then NOT_START, SUBMITTED, IN_PROGRESS; MODAL at
    a dialog; finally SUCCESS, FAILURE or CANCEL.
    """
    progress: str
    """Progress from `0%` to `100%` (of a failed task, too), in the vendor's words."""
    failReason: str
    """Why it failed; "" if it did not."""
    buttons: list[MidjourneyButton] | None
    """Follow-up actions for submitMidjourneyAction. Null until the vendor is polled, and for a task that existed
    already; empty until the task has succeeded.
    """
    maskBase64: str
    """Always ""."""
    properties: MidjourneyTaskProperties | None
    """The prompt that was really used. Null until the vendor was asked."""

    @property
    def url(self) -> str | None:
        """Address of the file, None if the response has none."""
        return self._address()


class AsyncMidjourneyTask(AsyncFileModel, frozen=True, kw_only=True):
    """A task, as the gateway has it. All keys are always there, empty where there is nothing to say yet.

    (指定ID获取任务)

    The async client's `MidjourneyTask`.
    """

    _media: ClassVar[FileFields] = FileFields(kind="image", url="imageUrl")

    id: str
    """Id of the task."""
    action: (
        Literal[
            "IMAGINE",
            "UPSCALE",
            "VARIATION",
            "HIGH_VARIATION",
            "LOW_VARIATION",
            "REROLL",
            "ZOOM",
            "CUSTOM_ZOOM",
            "PAN",
            "INPAINT",
            "MODAL",
            "DESCRIBE",
            "BLEND",
            "SHORTEN",
            "SWAP_FACE",
        ]
        | str
    )
    """Kind of task. A dialog that got a task of its own is MODAL."""
    customId: str
    """Always ""."""
    botType: str
    """Always ""."""
    prompt: str
    """The prompt as it was sent; of an action, that of the first task; "" for blend and describe."""
    promptEn: str
    """The prompt in English; of a describe task the four prompts that were found. "" until the vendor was asked."""
    description: str
    """Description from the response to the submit; it stays."""
    state: str
    """Your text of the submit. "" until the vendor was asked."""
    submitTime: int
    """When it was submitted, in Unix milliseconds. It may still change by some."""
    startTime: int
    """When it was begun, in Unix milliseconds; 0 before."""
    finishTime: int
    """When it was done, in Unix milliseconds; 0 before, and if the gateway gave it up."""
    imageUrl: str
    """URL of the image at the gateway, which needs no key; "" while there is none. It shows a preview until the end,
    and each poll of the task gives it another `rand`.
    """
    status: Literal["", "NOT_START", "SUBMITTED", "MODAL", "IN_PROGRESS", "FAILURE", "SUCCESS", "CANCEL"] | str
    """Status: empty until the vendor is polled for the first time; then NOT_START, SUBMITTED, IN_PROGRESS; MODAL at
    a dialog; finally SUCCESS, FAILURE or CANCEL.
    """
    progress: str
    """Progress from `0%` to `100%` (of a failed task, too), in the vendor's words."""
    failReason: str
    """Why it failed; "" if it did not."""
    buttons: list[MidjourneyButton] | None
    """Follow-up actions for submitMidjourneyAction. Null until the vendor is polled, and for a task that existed
    already; empty until the task has succeeded.
    """
    maskBase64: str
    """Always ""."""
    properties: MidjourneyTaskProperties | None
    """The prompt that was really used. Null until the vendor was asked."""

    @property
    def url(self) -> str | None:
        """Address of the file, None if the response has none."""
        return self._address()


class MidjourneyButton(ResponseModel, frozen=True, kw_only=True):
    """Something that can be done with a task that has succeeded (可执行按钮).

    (指定ID获取任务)
    """

    customId: str
    """Action of the button and its image: `MJ::JOB::upsample::2::…`. The gateway rejects those with PicReader,
    Picread, PromptAnalyzer and BOOKMARK.
    """
    emoji: str
    """The sign on the button, or ""."""
    label: str
    """Label of the button, such as `U1`, or ""."""
    type: int
    """Kind of the button in Discord; always 2 so far."""
    style: int
    """Colour of the button in Discord: 2 primary, 3 green."""


class MidjourneyTaskProperties(ResponseModel, frozen=True, kw_only=True):
    """The prompt that was really used. Of the vendor's other keys the gateway passes on none.

    (指定ID获取任务)
    """

    finalPrompt: str
    """The prompt that was used; of a describe task the four prompts, of a shorten task the analysis."""
    finalZhPrompt: str
    """The four prompts of a describe task in Chinese; else ""."""


class MidjourneyTaskImageSeed(ResponseModel, frozen=True, kw_only=True):
    """The seed of an image, or why there is none.

    (获取任务图片的seed(需设置mj或niji的私信ID))
    """

    code: int
    """1 if `result` is a seed; anything else is a refusal, 4 for a task of the wrong kind or status."""
    description: str
    """The result in words."""
    properties: dict[str, Any] | None
    """Details from the vendor; null so far."""
    result: str
    """The seed in decimal digits. At least 1 character."""
