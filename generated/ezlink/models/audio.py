# Rendered by `make generate` from spec/families/audio.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""Audio: what comes back."""

from __future__ import annotations

from typing import Literal

from ..runtime.response.model import ResponseModel


class Transcription(ResponseModel, frozen=True, kw_only=True):
    """What is said in a recording.

    (创建转录, api-205931263)
    """

    text: str
    """The words."""


class TranscriptionVerbose(ResponseModel, frozen=True, kw_only=True):
    """What is said in a recording, and when.

    (创建转录, api-205931263)
    """

    task: Literal["transcribe"] | str | None = None
    """Always `transcribe`."""
    language: str
    """Language of the recording, as an English word such as `english`."""
    duration: float
    """Length of the recording in seconds."""
    text: str
    """All the words."""
    words: list[TranscriptionWord] | None = None
    """The words one by one, if `timestamp_granularities[]` asked for them."""
    segments: list[TranscriptionSegment] | None = None
    """The words in pieces of a few seconds."""


class TranscriptionWord(ResponseModel, frozen=True, kw_only=True):
    """A word, and when it is said.

    (创建转录, api-205931263)
    """

    word: str
    """The word."""
    start: float
    """Where it begins, in seconds."""
    end: float
    """Where it ends, in seconds."""


class TranscriptionSegment(ResponseModel, frozen=True, kw_only=True):
    """A piece of the recording, what is said in it, and how sure the model is.

    (创建转录, api-205931263)
    """

    id: int
    """Place of the piece, from 0."""
    seek: int
    """Where the model began to listen, in hundredths of a second."""
    start: float
    """Where the piece begins, in seconds."""
    end: float
    """Where it ends, in seconds."""
    text: str
    """What is said in it, as a rule with a space before it."""
    tokens: list[int]
    """The same as ids of the model's tokens."""
    temperature: float
    """How freely the model guessed."""
    avg_logprob: float
    """Average log probability of the tokens; below -1 the piece is doubtful."""
    compression_ratio: float
    """How far the text can be compressed; above 2.4 the model is likely to have repeated itself."""
    no_speech_prob: float
    """How likely nobody speaks. If it is high and `avg_logprob` below -1, take the piece for silence."""


class Translation(ResponseModel, frozen=True, kw_only=True):
    """What is said in a recording, in English.

    (创建翻译, api-205931264)
    """

    text: str
    """The words in English."""


class TranslationVerbose(ResponseModel, frozen=True, kw_only=True):
    """What is said in a recording, in English, and when.

    (创建翻译, api-205931264)
    """

    task: Literal["translate"] | str | None = None
    """Always `translate`."""
    language: str
    """Language of the text, always `english`."""
    duration: float
    """Length of the recording in seconds."""
    text: str
    """All the words in English."""
    segments: list[TranscriptionSegment] | None = None
    """The words in pieces of a few seconds."""
