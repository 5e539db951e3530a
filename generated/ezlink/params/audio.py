# Rendered by `make generate` from spec/families/audio.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""Audio: what goes in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, Required

from ..runtime.encoding.multipart import FileParam
from ..runtime.operation.operation import Options


class CreateSpeech(Options, total=False):
    """The parameters of `create_speech`.

    (创建语音, api-205931262)
    """

    model: Required[Literal["tts-1", "tts-1-hd"] | str]
    """Id of the model that speaks; `tts-1` is made for speed, `tts-1-hd` for quality."""
    input: Required[str]
    """The text, at most 4096 characters. The gateway counts bytes of UTF-8: about 1365 Chinese characters are the
    most.
    """
    voice: Required[Literal["alloy", "echo", "fable", "onyx", "nova", "shimmer"]]
    """Whose voice it is."""
    response_format: Literal["mp3", "opus", "aac", "flac", "wav", "pcm"] | None
    """Format of the sound. `opus` comes in an Ogg file, `pcm` is bare samples without a header. `wav` and `pcm` are
    the vendor's; the documentation does not name them. Default: `'mp3'`.
    """
    speed: float | None
    """How fast to speak, 0.25 to 4; 1 is usual. Default: `1`."""


class CreateTranscription(Options, total=False):
    """The parameters of `create_transcription`.

    (创建转录, api-205931263)
    """

    file: Required[FileParam]
    """The recording, as flac, mp3, mp4, mpeg, mpga, m4a, ogg, wav or webm. The vendor goes by the file's name."""
    model: Required[Literal["whisper-1"] | str]
    """Id of the model that listens; only `whisper-1` is served."""
    language: str
    """Language of the recording as an ISO 639-1 code, such as `zh`. Saying it makes the words better and faster."""
    prompt: str
    """What was said before, or words as they are to be spelt, in the language of the recording."""
    temperature: float
    """How freely to guess, 0 to 1. 0 gives the likeliest words, and raises itself where those are too unlikely.
    Default: `0`.
    """
    timestamp_granularities: Sequence[Literal["word", "segment"]]
    """Which times to give: of each `word`, of each `segment`, or both. Only with `verbose_json`; words cost extra
    time, segments none. Default: `['segment']`.
    """


class CreateTranslation(Options, total=False):
    """The parameters of `create_translation`.

    (创建翻译, api-205931264)
    """

    file: Required[FileParam]
    """The recording, as flac, mp3, mp4, mpeg, mpga, m4a, ogg, wav or webm. The vendor goes by the file's name."""
    model: Required[Literal["whisper-1"] | str]
    """Id of the model that listens; only `whisper-1` is served."""
    prompt: str
    """What was said before, or words as they are to be spelt, in English."""
    temperature: float
    """How freely to guess, 0 to 1. 0 gives the likeliest words, and raises itself where those are too unlikely.
    Default: `0`.
    """
