# Rendered by `make generate` from spec/families/video.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""Video: models of responses."""

from __future__ import annotations

from typing import ClassVar, Literal

from ..runtime.files.file_model import AsyncFileModel, FileFields, FileModel
from ..runtime.response.model import ResponseModel


class VideoGeneration(ResponseModel, frozen=True, kw_only=True):
    """A task that was started.

    (视频生成)
    """

    task_id: str
    """Id of the task, in the vendor's format. Without it the task cannot be found again."""
    task_status: Literal["succeed", "failed"] | str
    """`succeed` if the task was started, `failed` if not. How the task goes is another question."""
    message: str
    """The vendor's word for it, `success`, `SUCCEED` or ""."""


class VideoGenerationResult(FileModel, frozen=True, kw_only=True):
    """Progress of a video task, and the URL of the video when it is done.

    (生成查询)
    """

    _media: ClassVar[FileFields] = FileFields(kind="video", url="video_result")

    task_id: str
    """Id of the task."""
    video_result: str | None = None
    """The vendor's URL of the video, "" until it is done."""
    task_status: Literal["processing", "succeed", "success", "scucceed", "failed", "unknown"] | str
    """How far it is: `processing`, `succeed`, `failed`, or `unknown`. MiniMax says `success` at the end, and Luma
    `scucceed`. `unknown` is a task in the queue (MiniMax, Luma), one at work (Runway), or one of Runway's that
    has failed, and then stays.
    """
    message: str
    """Why it failed, from Kling; `success` from MiniMax even then; else ""."""
    duration: str
    """Length of the video in seconds, `5.1` for instance, from Kling; else ""."""

    @property
    def url(self) -> str | None:
        """Address of the file, None if the response has none."""
        return self._address()


class AsyncVideoGenerationResult(AsyncFileModel, frozen=True, kw_only=True):
    """Progress of a video task, and the URL of the video when it is done.

    (生成查询)

    The async client's `VideoGenerationResult`.
    """

    _media: ClassVar[FileFields] = FileFields(kind="video", url="video_result")

    task_id: str
    """Id of the task."""
    video_result: str | None = None
    """The vendor's URL of the video, "" until it is done."""
    task_status: Literal["processing", "succeed", "success", "scucceed", "failed", "unknown"] | str
    """How far it is: `processing`, `succeed`, `failed`, or `unknown`. MiniMax says `success` at the end, and Luma
    `scucceed`. `unknown` is a task in the queue (MiniMax, Luma), one at work (Runway), or one of Runway's that
    has failed, and then stays.
    """
    message: str
    """Why it failed, from Kling; `success` from MiniMax even then; else ""."""
    duration: str
    """Length of the video in seconds, `5.1` for instance, from Kling; else ""."""

    @property
    def url(self) -> str | None:
        """Address of the file, None if the response has none."""
        return self._address()
