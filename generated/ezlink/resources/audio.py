# Rendered by `make generate` from spec/families/audio.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""`client.audio`: builds the call and sends it, in one step."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, overload

from ..operations.audio import create_speech, create_transcription, create_translation
from ..runtime.resources import AsyncResource, Resource, async_method, method
from ..runtime.signatures import same_as, without_overloads

if TYPE_CHECKING:
    from typing import Any, Unpack

    from ..models.audio import Transcription, TranscriptionVerbose, Translation, TranslationVerbose
    from ..params.audio import (
        CreateTranscription,
        CreateTranscriptionJson,
        CreateTranscriptionText,
        CreateTranscriptionVerboseJson,
        CreateTranslation,
        CreateTranslationJson,
        CreateTranslationText,
        CreateTranslationVerboseJson,
    )


class Speech(Resource):
    """Speech from text, and text from speech (音频).

    `client.audio.speech`: `create`.
    """

    create = method(create_speech)


class AsyncSpeech(AsyncResource):
    """Speech from text, and text from speech (音频).

    `client.audio.speech`: `create`.
    """

    create = async_method(create_speech)


class Transcriptions(Resource):
    """Speech from text, and text from speech (音频).

    `client.audio.transcriptions`: `create`.
    """

    @overload
    def create(self, **params: Unpack[CreateTranscriptionJson]) -> Transcription: ...

    @overload
    def create(self, **params: Unpack[CreateTranscriptionVerboseJson]) -> TranscriptionVerbose: ...

    @overload
    def create(self, **params: Unpack[CreateTranscriptionText]) -> str: ...

    @overload
    def create(self, **params: Unpack[CreateTranscription]) -> Transcription | TranscriptionVerbose | str: ...

    @same_as(create_transcription)
    def create(self, **params: Any) -> Any:
        return self._client.send(without_overloads(create_transcription)(**params))


class AsyncTranscriptions(AsyncResource):
    """Speech from text, and text from speech (音频).

    `client.audio.transcriptions`: `create`.
    """

    @overload
    async def create(self, **params: Unpack[CreateTranscriptionJson]) -> Transcription: ...

    @overload
    async def create(self, **params: Unpack[CreateTranscriptionVerboseJson]) -> TranscriptionVerbose: ...

    @overload
    async def create(self, **params: Unpack[CreateTranscriptionText]) -> str: ...

    @overload
    async def create(self, **params: Unpack[CreateTranscription]) -> Transcription | TranscriptionVerbose | str: ...

    @same_as(create_transcription)
    async def create(self, **params: Any) -> Any:
        return await self._client.send(without_overloads(create_transcription)(**params))


class Translations(Resource):
    """Speech from text, and text from speech (音频).

    `client.audio.translations`: `create`.
    """

    @overload
    def create(self, **params: Unpack[CreateTranslationJson]) -> Translation: ...

    @overload
    def create(self, **params: Unpack[CreateTranslationVerboseJson]) -> TranslationVerbose: ...

    @overload
    def create(self, **params: Unpack[CreateTranslationText]) -> str: ...

    @overload
    def create(self, **params: Unpack[CreateTranslation]) -> Translation | TranslationVerbose | str: ...

    @same_as(create_translation)
    def create(self, **params: Any) -> Any:
        return self._client.send(without_overloads(create_translation)(**params))


class AsyncTranslations(AsyncResource):
    """Speech from text, and text from speech (音频).

    `client.audio.translations`: `create`.
    """

    @overload
    async def create(self, **params: Unpack[CreateTranslationJson]) -> Translation: ...

    @overload
    async def create(self, **params: Unpack[CreateTranslationVerboseJson]) -> TranslationVerbose: ...

    @overload
    async def create(self, **params: Unpack[CreateTranslationText]) -> str: ...

    @overload
    async def create(self, **params: Unpack[CreateTranslation]) -> Translation | TranslationVerbose | str: ...

    @same_as(create_translation)
    async def create(self, **params: Any) -> Any:
        return await self._client.send(without_overloads(create_translation)(**params))


class Audio(Resource):
    """Speech from text, and text from speech (音频).

    `client.audio`.
    """

    @cached_property
    def speech(self) -> Speech:
        """Speech from text, and text from speech (音频)."""
        return Speech(self._client)

    @cached_property
    def transcriptions(self) -> Transcriptions:
        """Speech from text, and text from speech (音频)."""
        return Transcriptions(self._client)

    @cached_property
    def translations(self) -> Translations:
        """Speech from text, and text from speech (音频)."""
        return Translations(self._client)


class AsyncAudio(AsyncResource):
    """Speech from text, and text from speech (音频).

    `client.audio`.
    """

    @cached_property
    def speech(self) -> AsyncSpeech:
        """Speech from text, and text from speech (音频)."""
        return AsyncSpeech(self._client)

    @cached_property
    def transcriptions(self) -> AsyncTranscriptions:
        """Speech from text, and text from speech (音频)."""
        return AsyncTranscriptions(self._client)

    @cached_property
    def translations(self) -> AsyncTranslations:
        """Speech from text, and text from speech (音频)."""
        return AsyncTranslations(self._client)
