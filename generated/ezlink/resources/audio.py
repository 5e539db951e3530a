# Rendered by `make generate` from spec/families/audio.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""`client.audio`: builds the call and sends it, in one step."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, overload

from ..operations.audio import create_speech, create_transcription, create_translation
from ..runtime.client.resource import AsyncResource, Resource, async_method, method
from ..runtime.operation.signature import same_as, without_overloads

if TYPE_CHECKING:
    from typing import Any, Literal, Unpack

    from ..models.audio import Transcription, TranscriptionVerbose, Translation, TranslationVerbose
    from ..params.audio import CreateTranscription, CreateTranslation


class Speech(Resource):
    """Speak a text.

    `client.audio.speech`: `create`.
    """

    create = method(create_speech)


class AsyncSpeech(AsyncResource):
    """Speak a text.

    `client.audio.speech`: `create`.
    """

    create = async_method(create_speech)


class Transcriptions(Resource):
    """Write down what is said.

    `client.audio.transcriptions`: `create`.
    """

    @overload
    def create(
        self, *, response_format: Literal["json"] = ..., **params: Unpack[CreateTranscription]
    ) -> Transcription: ...

    @overload
    def create(
        self, *, response_format: Literal["verbose_json"], **params: Unpack[CreateTranscription]
    ) -> TranscriptionVerbose: ...

    @overload
    def create(
        self, *, response_format: Literal["text", "srt", "vtt"], **params: Unpack[CreateTranscription]
    ) -> str: ...

    @overload
    def create(
        self,
        *,
        response_format: Literal["json", "text", "srt", "verbose_json", "vtt"] = ...,
        **params: Unpack[CreateTranscription],
    ) -> Transcription | TranscriptionVerbose | str: ...

    @same_as(create_transcription)
    def create(self, **params: Any) -> Any:
        """Write down what is said.

        Returns the spoken words in the language of the recording, as an object, an object with times, or bare
        text. The gateway takes a channel of `whisper-1`, whatever `model` says, and passes the form on as it is.

        Args:
            file: The recording, as flac, mp3, mp4, mpeg, mpga, m4a, ogg, wav or webm.
            model: Id of the model that listens; only `whisper-1` is served.
            All others: see `CreateTranscription` in params/audio.py.

        `response_format` chooses what it returns: `BinaryResponse` for 'json', 'verbose_json', 'text', 'srt' or
        'vtt'.

        POST /v1/audio/transcriptions (创建转录, api-205931263)
        """
        return self._client.send(without_overloads(create_transcription)(**params))


class AsyncTranscriptions(AsyncResource):
    """Write down what is said.

    `client.audio.transcriptions`: `create`.
    """

    @overload
    async def create(
        self, *, response_format: Literal["json"] = ..., **params: Unpack[CreateTranscription]
    ) -> Transcription: ...

    @overload
    async def create(
        self, *, response_format: Literal["verbose_json"], **params: Unpack[CreateTranscription]
    ) -> TranscriptionVerbose: ...

    @overload
    async def create(
        self, *, response_format: Literal["text", "srt", "vtt"], **params: Unpack[CreateTranscription]
    ) -> str: ...

    @overload
    async def create(
        self,
        *,
        response_format: Literal["json", "text", "srt", "verbose_json", "vtt"] = ...,
        **params: Unpack[CreateTranscription],
    ) -> Transcription | TranscriptionVerbose | str: ...

    @same_as(create_transcription)
    async def create(self, **params: Any) -> Any:
        """Write down what is said.

        Returns the spoken words in the language of the recording, as an object, an object with times, or bare
        text. The gateway takes a channel of `whisper-1`, whatever `model` says, and passes the form on as it is.

        Args:
            file: The recording, as flac, mp3, mp4, mpeg, mpga, m4a, ogg, wav or webm.
            model: Id of the model that listens; only `whisper-1` is served.
            All others: see `CreateTranscription` in params/audio.py.

        `response_format` chooses what it returns: `BinaryResponse` for 'json', 'verbose_json', 'text', 'srt' or
        'vtt'.

        POST /v1/audio/transcriptions (创建转录, api-205931263)
        """
        return await self._client.send(without_overloads(create_transcription)(**params))


class Translations(Resource):
    """Write down in English what is said.

    `client.audio.translations`: `create`.
    """

    @overload
    def create(self, *, response_format: Literal["json"] = ..., **params: Unpack[CreateTranslation]) -> Translation: ...

    @overload
    def create(
        self, *, response_format: Literal["verbose_json"], **params: Unpack[CreateTranslation]
    ) -> TranslationVerbose: ...

    @overload
    def create(self, *, response_format: Literal["text", "srt", "vtt"], **params: Unpack[CreateTranslation]) -> str: ...

    @overload
    def create(
        self,
        *,
        response_format: Literal["json", "text", "srt", "verbose_json", "vtt"] = ...,
        **params: Unpack[CreateTranslation],
    ) -> Translation | TranslationVerbose | str: ...

    @same_as(create_translation)
    def create(self, **params: Any) -> Any:
        """Write down in English what is said.

        Returns the spoken words in English, whatever language they are in, as an object, an object with times, or
        bare text. The gateway takes a channel of `whisper-1`, whatever `model` says, and passes the form on as it
        is.

        Args:
            file: The recording, as flac, mp3, mp4, mpeg, mpga, m4a, ogg, wav or webm.
            model: Id of the model that listens; only `whisper-1` is served.
            All others: see `CreateTranslation` in params/audio.py.

        `response_format` chooses what it returns: `BinaryResponse` for 'json', 'verbose_json', 'text', 'srt' or
        'vtt'.

        POST /v1/audio/translations (创建翻译, api-205931264)
        """
        return self._client.send(without_overloads(create_translation)(**params))


class AsyncTranslations(AsyncResource):
    """Write down in English what is said.

    `client.audio.translations`: `create`.
    """

    @overload
    async def create(
        self, *, response_format: Literal["json"] = ..., **params: Unpack[CreateTranslation]
    ) -> Translation: ...

    @overload
    async def create(
        self, *, response_format: Literal["verbose_json"], **params: Unpack[CreateTranslation]
    ) -> TranslationVerbose: ...

    @overload
    async def create(
        self, *, response_format: Literal["text", "srt", "vtt"], **params: Unpack[CreateTranslation]
    ) -> str: ...

    @overload
    async def create(
        self,
        *,
        response_format: Literal["json", "text", "srt", "verbose_json", "vtt"] = ...,
        **params: Unpack[CreateTranslation],
    ) -> Translation | TranslationVerbose | str: ...

    @same_as(create_translation)
    async def create(self, **params: Any) -> Any:
        """Write down in English what is said.

        Returns the spoken words in English, whatever language they are in, as an object, an object with times, or
        bare text. The gateway takes a channel of `whisper-1`, whatever `model` says, and passes the form on as it
        is.

        Args:
            file: The recording, as flac, mp3, mp4, mpeg, mpga, m4a, ogg, wav or webm.
            model: Id of the model that listens; only `whisper-1` is served.
            All others: see `CreateTranslation` in params/audio.py.

        `response_format` chooses what it returns: `BinaryResponse` for 'json', 'verbose_json', 'text', 'srt' or
        'vtt'.

        POST /v1/audio/translations (创建翻译, api-205931264)
        """
        return await self._client.send(without_overloads(create_translation)(**params))


class Audio(Resource):
    """Speech from text, and text from speech (音频).

    `client.audio`.
    """

    @cached_property
    def speech(self) -> Speech:
        """Speak a text."""
        return Speech(self._client)

    @cached_property
    def transcriptions(self) -> Transcriptions:
        """Write down what is said."""
        return Transcriptions(self._client)

    @cached_property
    def translations(self) -> Translations:
        """Write down in English what is said."""
        return Translations(self._client)


class AsyncAudio(AsyncResource):
    """Speech from text, and text from speech (音频).

    `client.audio`.
    """

    @cached_property
    def speech(self) -> AsyncSpeech:
        """Speak a text."""
        return AsyncSpeech(self._client)

    @cached_property
    def transcriptions(self) -> AsyncTranscriptions:
        """Write down what is said."""
        return AsyncTranscriptions(self._client)

    @cached_property
    def translations(self) -> AsyncTranslations:
        """Write down in English what is said."""
        return AsyncTranslations(self._client)
