# Rendered by `make generate` from spec/families/audio.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""Audio: parameters."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, Required

from ..runtime.encoding.multipart import FileParam
from ..runtime.operation.operation import Options


class CreateSpeech(Options, total=False):
    """The parameters of `create_speech`.

    Text to convert, and the voice and format of the audio.

    (创建语音, api-205931262)
    """

    model: Required[Literal["tts-1", "tts-1-hd"] | str]
    """Id of the model; `tts-1` is optimized for speed, `tts-1-hd` for quality."""
    input: Required[str]
    """Text to speak, at most 4096 characters. The gateway counts UTF-8 bytes, so about 1365 Chinese characters."""
    voice: Required[Literal["alloy", "echo", "fable", "onyx", "nova", "shimmer"]]
    """Voice that speaks."""
    response_format: Literal["mp3", "opus", "aac", "flac", "wav", "pcm"] | None
    """Audio format. `opus` comes in an Ogg file, `pcm` as raw samples without a header. `wav` and `pcm` are the
    vendor's; the documentation does not list them. Default: `'mp3'`.
    """
    speed: float | None
    """Speed of the speech, 0.25 to 4; 1 is normal. Default: `1`."""


class CreateTranscription(Options, total=False):
    """The parameters of `create_transcription`.

    A recording, and how to transcribe it.

    (创建转录, api-205931263)
    """

    file: Required[FileParam]
    """Audio file: flac, mp3, mp4, mpeg, mpga, m4a, ogg, wav or webm. The vendor goes by the file name."""
    model: Required[Literal["whisper-1"] | str]
    """Id of the model; only `whisper-1` is served."""
    language: str
    """Language of the recording as an ISO 639-1 code, such as `zh`. Naming it improves accuracy and speed."""
    prompt: str
    """Preceding text, or words with their spelling, in the language of the recording."""
    temperature: float
    """Sampling temperature, 0 to 1. With 0 the model picks the likeliest words and raises the temperature itself
    where those are too unlikely. Default: `0`.
    """
    timestamp_granularities: Sequence[Literal["word", "segment"]]
    """Timestamps to include: of each `word`, of each `segment`, or both. Only with `verbose_json`; words take extra
    time, segments do not. Default: `['segment']`.
    """


class CreateTranslation(Options, total=False):
    """The parameters of `create_translation`.

    A recording, and how to translate it into English text.

    (创建翻译, api-205931264)
    """

    file: Required[FileParam]
    """Audio file: flac, mp3, mp4, mpeg, mpga, m4a, ogg, wav or webm. The vendor goes by the file name."""
    model: Required[Literal["whisper-1"] | str]
    """Id of the model; only `whisper-1` is served."""
    prompt: str
    """Preceding text, or words with their spelling, in English."""
    temperature: float
    """Sampling temperature, 0 to 1. With 0 the model picks the likeliest words and raises the temperature itself
    where those are too unlikely. Default: `0`.
    """
