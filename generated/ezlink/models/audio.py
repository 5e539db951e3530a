# Rendered by `make generate` from spec/families/audio.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""Audio: models of responses."""

from __future__ import annotations

from typing import Literal

from ..runtime.response.model import ResponseModel


class Transcription(ResponseModel, frozen=True, kw_only=True):
    """Text of a recording.

    (创建转录, api-205931263)
    """

    text: str
    """Transcribed text."""


class TranscriptionVerbose(ResponseModel, frozen=True, kw_only=True):
    """Text of a recording, with timestamps.

    (创建转录, api-205931263)
    """

    task: Literal["transcribe"] | str | None = None
    """Always `transcribe`."""
    language: str
    """Language of the recording, as an English word such as `english`."""
    duration: float
    """Length of the recording in seconds."""
    text: str
    """Transcribed text."""
    words: list[TranscriptionWord] | None = None
    """Single words, if `timestamp_granularities[]` asked for them."""
    segments: list[TranscriptionSegment] | None = None
    """Segments of a few seconds."""


class TranscriptionWord(ResponseModel, frozen=True, kw_only=True):
    """A word with its timestamps.

    (创建转录, api-205931263)
    """

    word: str
    """The word."""
    start: float
    """Start, in seconds."""
    end: float
    """End, in seconds."""


class TranscriptionSegment(ResponseModel, frozen=True, kw_only=True):
    """A segment of the recording: its text, its timestamps, and how confident the model is.

    (创建转录, api-205931263)
    """

    id: int
    """Index of the segment, from 0."""
    seek: int
    """Seek offset of the segment, in hundredths of a second."""
    start: float
    """Start, in seconds."""
    end: float
    """End, in seconds."""
    text: str
    """Text of the segment, usually with a leading space."""
    tokens: list[int]
    """Token ids of the text."""
    temperature: float
    """Sampling temperature that was used."""
    avg_logprob: float
    """Average log probability of the tokens; below -1 the segment is doubtful."""
    compression_ratio: float
    """Compression ratio of the text; above 2.4 the model has probably repeated itself."""
    no_speech_prob: float
    """Probability that nobody speaks. If it is high and `avg_logprob` is below -1, treat the segment as silence."""


class Translation(ResponseModel, frozen=True, kw_only=True):
    """Text of a recording, translated into English.

    (创建翻译, api-205931264)
    """

    text: str
    """Text in English."""


class TranslationVerbose(ResponseModel, frozen=True, kw_only=True):
    """Text of a recording, translated into English, with timestamps.

    (创建翻译, api-205931264)
    """

    task: Literal["translate"] | str | None = None
    """Always `translate`."""
    language: str
    """Language of the text, always `english`."""
    duration: float
    """Length of the recording in seconds."""
    text: str
    """Text in English."""
    segments: list[TranscriptionSegment] | None = None
    """Segments of a few seconds."""
