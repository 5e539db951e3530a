# Rendered by `make generate` from spec/families/audio.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""`client.audio`: builds the call and sends it, in one step."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Literal, Unpack, overload

from ..operations.audio import create_speech, create_transcription, create_translation
from ..runtime.client.resource import AsyncResource, Omit, Resource, omit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..models.audio import Transcription, TranscriptionVerbose, Translation, TranslationVerbose
    from ..params.audio import CreateTranscription, CreateTranslation
    from ..runtime.encoding.multipart import FileParam
    from ..runtime.files.binary_response import AsyncBinaryResponse, BinaryResponse
    from ..runtime.operation.operation import Options


class Speech(Resource):
    """Speak a text.

    `client.audio.speech`: `create`.
    """

    def create(
        self,
        *,
        model: Literal["tts-1", "tts-1-hd"] | str,
        input: str,
        voice: Literal["alloy", "echo", "fable", "onyx", "nova", "shimmer"],
        response_format: Literal["mp3", "opus", "aac", "flac", "wav", "pcm"] | Omit | None = omit,
        speed: float | Omit | None = omit,
        **options: Unpack[Options],
    ) -> BinaryResponse:
        """Speak a text.

        Returns the sound, in the format that `response_format` names. What the vendor answers with status 200
        comes through unseen: an HTML page, an empty body, or half a file with a JSON error behind it where the
        vendor broke off.

        Args:
            model: Id of the model that speaks; `tts-1` is made for speed, `tts-1-hd` for quality.
            input: The text, at most 4096 characters. The gateway counts bytes of UTF-8: about 1365 Chinese
                characters are the most.
            voice: Whose voice it is.
            response_format: Format of the sound. `opus` comes in an Ogg file, `pcm` is bare samples without a
                header. `wav` and `pcm` are the vendor's; the documentation does not name them. Default: `'mp3'`.
            speed: How fast to speak, 0.25 to 4; 1 is usual. Default: `1`.
            **options: `timeout` in seconds, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `BinaryResponse`.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        POST /v1/audio/speech (创建语音, api-205931262)
        """
        return self._client.send(self._call(create_speech, locals()))


class AsyncSpeech(AsyncResource):
    """Speak a text.

    `client.audio.speech`: `create`.
    """

    async def create(
        self,
        *,
        model: Literal["tts-1", "tts-1-hd"] | str,
        input: str,
        voice: Literal["alloy", "echo", "fable", "onyx", "nova", "shimmer"],
        response_format: Literal["mp3", "opus", "aac", "flac", "wav", "pcm"] | Omit | None = omit,
        speed: float | Omit | None = omit,
        **options: Unpack[Options],
    ) -> AsyncBinaryResponse:
        """Speak a text.

        Returns the sound, in the format that `response_format` names. What the vendor answers with status 200
        comes through unseen: an HTML page, an empty body, or half a file with a JSON error behind it where the
        vendor broke off.

        Args:
            model: Id of the model that speaks; `tts-1` is made for speed, `tts-1-hd` for quality.
            input: The text, at most 4096 characters. The gateway counts bytes of UTF-8: about 1365 Chinese
                characters are the most.
            voice: Whose voice it is.
            response_format: Format of the sound. `opus` comes in an Ogg file, `pcm` is bare samples without a
                header. `wav` and `pcm` are the vendor's; the documentation does not name them. Default: `'mp3'`.
            speed: How fast to speak, 0.25 to 4; 1 is usual. Default: `1`.
            **options: `timeout` in seconds, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `AsyncBinaryResponse`.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        POST /v1/audio/speech (创建语音, api-205931262)
        """
        return await self._client.send(self._call(create_speech, locals()))


class Transcriptions(Resource):
    """Write down what is said.

    `client.audio.transcriptions`: `create`.
    """

    @overload
    def create(
        self,
        *,
        file: FileParam,
        model: Literal["whisper-1"] | str,
        language: str | Omit = omit,
        prompt: str | Omit = omit,
        response_format: Literal["json"] | Omit = omit,
        temperature: float | Omit = omit,
        timestamp_granularities: Sequence[Literal["word", "segment"]] | Omit = omit,
        **options: Unpack[Options],
    ) -> Transcription:
        """Write down what is said.

        Returns the spoken words in the language of the recording, as an object, an object with times, or bare
        text. The gateway takes a channel of `whisper-1`, whatever `model` says, and passes the form on as it is.

        Args:
            file: The recording, as flac, mp3, mp4, mpeg, mpga, m4a, ogg, wav or webm. The vendor goes by the
                file's name.
            model: Id of the model that listens; only `whisper-1` is served.
            language: Language of the recording as an ISO 639-1 code, such as `zh`. Saying it makes the words
                better and faster.
            prompt: What was said before, or words as they are to be spelt, in the language of the recording.
            response_format: Form of the answer: `json` an object, `verbose_json` one with times, `text` the bare
                words, `srt` and `vtt` subtitles. Default: `'json'`.
            temperature: How freely to guess, 0 to 1. 0 gives the likeliest words, and raises itself where those
                are too unlikely. Default: `0`.
            timestamp_granularities: Which times to give: of each `word`, of each `segment`, or both. Only with
                `verbose_json`; words cost extra time, segments none. Default: `['segment']`.
            **options: `timeout` in seconds, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `Transcription`: What is said in a recording; `TranscriptionVerbose` for `response_format`
            'verbose_json'; `str` for `response_format` 'text', 'srt' or 'vtt'.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        POST /v1/audio/transcriptions (创建转录, api-205931263)
        """

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
        response_format: Literal["json", "text", "srt", "verbose_json", "vtt"] | Omit = omit,
        **params: Unpack[CreateTranscription],
    ) -> Transcription | TranscriptionVerbose | str: ...

    def create(
        self,
        *,
        file: FileParam,
        model: Literal["whisper-1"] | str,
        language: str | Omit = omit,
        prompt: str | Omit = omit,
        response_format: Literal["json", "text", "srt", "verbose_json", "vtt"] | Omit = omit,
        temperature: float | Omit = omit,
        timestamp_granularities: Sequence[Literal["word", "segment"]] | Omit = omit,
        **options: Unpack[Options],
    ) -> Transcription | TranscriptionVerbose | str:
        """Write down what is said.

        Returns the spoken words in the language of the recording, as an object, an object with times, or bare
        text. The gateway takes a channel of `whisper-1`, whatever `model` says, and passes the form on as it is.

        Args:
            file: The recording, as flac, mp3, mp4, mpeg, mpga, m4a, ogg, wav or webm. The vendor goes by the
                file's name.
            model: Id of the model that listens; only `whisper-1` is served.
            language: Language of the recording as an ISO 639-1 code, such as `zh`. Saying it makes the words
                better and faster.
            prompt: What was said before, or words as they are to be spelt, in the language of the recording.
            response_format: Form of the answer: `json` an object, `verbose_json` one with times, `text` the bare
                words, `srt` and `vtt` subtitles. Default: `'json'`.
            temperature: How freely to guess, 0 to 1. 0 gives the likeliest words, and raises itself where those
                are too unlikely. Default: `0`.
            timestamp_granularities: Which times to give: of each `word`, of each `segment`, or both. Only with
                `verbose_json`; words cost extra time, segments none. Default: `['segment']`.
            **options: `timeout` in seconds, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `Transcription`: What is said in a recording; `TranscriptionVerbose` for `response_format`
            'verbose_json'; `str` for `response_format` 'text', 'srt' or 'vtt'.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        POST /v1/audio/transcriptions (创建转录, api-205931263)
        """
        return self._client.send(self._call(create_transcription, locals()))


class AsyncTranscriptions(AsyncResource):
    """Write down what is said.

    `client.audio.transcriptions`: `create`.
    """

    @overload
    async def create(
        self,
        *,
        file: FileParam,
        model: Literal["whisper-1"] | str,
        language: str | Omit = omit,
        prompt: str | Omit = omit,
        response_format: Literal["json"] | Omit = omit,
        temperature: float | Omit = omit,
        timestamp_granularities: Sequence[Literal["word", "segment"]] | Omit = omit,
        **options: Unpack[Options],
    ) -> Transcription:
        """Write down what is said.

        Returns the spoken words in the language of the recording, as an object, an object with times, or bare
        text. The gateway takes a channel of `whisper-1`, whatever `model` says, and passes the form on as it is.

        Args:
            file: The recording, as flac, mp3, mp4, mpeg, mpga, m4a, ogg, wav or webm. The vendor goes by the
                file's name.
            model: Id of the model that listens; only `whisper-1` is served.
            language: Language of the recording as an ISO 639-1 code, such as `zh`. Saying it makes the words
                better and faster.
            prompt: What was said before, or words as they are to be spelt, in the language of the recording.
            response_format: Form of the answer: `json` an object, `verbose_json` one with times, `text` the bare
                words, `srt` and `vtt` subtitles. Default: `'json'`.
            temperature: How freely to guess, 0 to 1. 0 gives the likeliest words, and raises itself where those
                are too unlikely. Default: `0`.
            timestamp_granularities: Which times to give: of each `word`, of each `segment`, or both. Only with
                `verbose_json`; words cost extra time, segments none. Default: `['segment']`.
            **options: `timeout` in seconds, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `Transcription`: What is said in a recording; `TranscriptionVerbose` for `response_format`
            'verbose_json'; `str` for `response_format` 'text', 'srt' or 'vtt'.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        POST /v1/audio/transcriptions (创建转录, api-205931263)
        """

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
        response_format: Literal["json", "text", "srt", "verbose_json", "vtt"] | Omit = omit,
        **params: Unpack[CreateTranscription],
    ) -> Transcription | TranscriptionVerbose | str: ...

    async def create(
        self,
        *,
        file: FileParam,
        model: Literal["whisper-1"] | str,
        language: str | Omit = omit,
        prompt: str | Omit = omit,
        response_format: Literal["json", "text", "srt", "verbose_json", "vtt"] | Omit = omit,
        temperature: float | Omit = omit,
        timestamp_granularities: Sequence[Literal["word", "segment"]] | Omit = omit,
        **options: Unpack[Options],
    ) -> Transcription | TranscriptionVerbose | str:
        """Write down what is said.

        Returns the spoken words in the language of the recording, as an object, an object with times, or bare
        text. The gateway takes a channel of `whisper-1`, whatever `model` says, and passes the form on as it is.

        Args:
            file: The recording, as flac, mp3, mp4, mpeg, mpga, m4a, ogg, wav or webm. The vendor goes by the
                file's name.
            model: Id of the model that listens; only `whisper-1` is served.
            language: Language of the recording as an ISO 639-1 code, such as `zh`. Saying it makes the words
                better and faster.
            prompt: What was said before, or words as they are to be spelt, in the language of the recording.
            response_format: Form of the answer: `json` an object, `verbose_json` one with times, `text` the bare
                words, `srt` and `vtt` subtitles. Default: `'json'`.
            temperature: How freely to guess, 0 to 1. 0 gives the likeliest words, and raises itself where those
                are too unlikely. Default: `0`.
            timestamp_granularities: Which times to give: of each `word`, of each `segment`, or both. Only with
                `verbose_json`; words cost extra time, segments none. Default: `['segment']`.
            **options: `timeout` in seconds, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `Transcription`: What is said in a recording; `TranscriptionVerbose` for `response_format`
            'verbose_json'; `str` for `response_format` 'text', 'srt' or 'vtt'.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        POST /v1/audio/transcriptions (创建转录, api-205931263)
        """
        return await self._client.send(self._call(create_transcription, locals()))


class Translations(Resource):
    """Write down in English what is said.

    `client.audio.translations`: `create`.
    """

    @overload
    def create(
        self,
        *,
        file: FileParam,
        model: Literal["whisper-1"] | str,
        prompt: str | Omit = omit,
        response_format: Literal["json"] | Omit = omit,
        temperature: float | Omit = omit,
        **options: Unpack[Options],
    ) -> Translation:
        """Write down in English what is said.

        Returns the spoken words in English, whatever language they are in, as an object, an object with times, or
        bare text. The gateway takes a channel of `whisper-1`, whatever `model` says, and passes the form on as it
        is.

        Args:
            file: The recording, as flac, mp3, mp4, mpeg, mpga, m4a, ogg, wav or webm. The vendor goes by the
                file's name.
            model: Id of the model that listens; only `whisper-1` is served.
            prompt: What was said before, or words as they are to be spelt, in English.
            response_format: Form of the answer: `json` an object, `verbose_json` one with times, `text` the bare
                words, `srt` and `vtt` subtitles. Default: `'json'`.
            temperature: How freely to guess, 0 to 1. 0 gives the likeliest words, and raises itself where those
                are too unlikely. Default: `0`.
            **options: `timeout` in seconds, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `Translation`: What is said in a recording, in English; `TranslationVerbose` for `response_format`
            'verbose_json'; `str` for `response_format` 'text', 'srt' or 'vtt'.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        POST /v1/audio/translations (创建翻译, api-205931264)
        """

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
        response_format: Literal["json", "text", "srt", "verbose_json", "vtt"] | Omit = omit,
        **params: Unpack[CreateTranslation],
    ) -> Translation | TranslationVerbose | str: ...

    def create(
        self,
        *,
        file: FileParam,
        model: Literal["whisper-1"] | str,
        prompt: str | Omit = omit,
        response_format: Literal["json", "text", "srt", "verbose_json", "vtt"] | Omit = omit,
        temperature: float | Omit = omit,
        **options: Unpack[Options],
    ) -> Translation | TranslationVerbose | str:
        """Write down in English what is said.

        Returns the spoken words in English, whatever language they are in, as an object, an object with times, or
        bare text. The gateway takes a channel of `whisper-1`, whatever `model` says, and passes the form on as it
        is.

        Args:
            file: The recording, as flac, mp3, mp4, mpeg, mpga, m4a, ogg, wav or webm. The vendor goes by the
                file's name.
            model: Id of the model that listens; only `whisper-1` is served.
            prompt: What was said before, or words as they are to be spelt, in English.
            response_format: Form of the answer: `json` an object, `verbose_json` one with times, `text` the bare
                words, `srt` and `vtt` subtitles. Default: `'json'`.
            temperature: How freely to guess, 0 to 1. 0 gives the likeliest words, and raises itself where those
                are too unlikely. Default: `0`.
            **options: `timeout` in seconds, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `Translation`: What is said in a recording, in English; `TranslationVerbose` for `response_format`
            'verbose_json'; `str` for `response_format` 'text', 'srt' or 'vtt'.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        POST /v1/audio/translations (创建翻译, api-205931264)
        """
        return self._client.send(self._call(create_translation, locals()))


class AsyncTranslations(AsyncResource):
    """Write down in English what is said.

    `client.audio.translations`: `create`.
    """

    @overload
    async def create(
        self,
        *,
        file: FileParam,
        model: Literal["whisper-1"] | str,
        prompt: str | Omit = omit,
        response_format: Literal["json"] | Omit = omit,
        temperature: float | Omit = omit,
        **options: Unpack[Options],
    ) -> Translation:
        """Write down in English what is said.

        Returns the spoken words in English, whatever language they are in, as an object, an object with times, or
        bare text. The gateway takes a channel of `whisper-1`, whatever `model` says, and passes the form on as it
        is.

        Args:
            file: The recording, as flac, mp3, mp4, mpeg, mpga, m4a, ogg, wav or webm. The vendor goes by the
                file's name.
            model: Id of the model that listens; only `whisper-1` is served.
            prompt: What was said before, or words as they are to be spelt, in English.
            response_format: Form of the answer: `json` an object, `verbose_json` one with times, `text` the bare
                words, `srt` and `vtt` subtitles. Default: `'json'`.
            temperature: How freely to guess, 0 to 1. 0 gives the likeliest words, and raises itself where those
                are too unlikely. Default: `0`.
            **options: `timeout` in seconds, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `Translation`: What is said in a recording, in English; `TranslationVerbose` for `response_format`
            'verbose_json'; `str` for `response_format` 'text', 'srt' or 'vtt'.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        POST /v1/audio/translations (创建翻译, api-205931264)
        """

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
        response_format: Literal["json", "text", "srt", "verbose_json", "vtt"] | Omit = omit,
        **params: Unpack[CreateTranslation],
    ) -> Translation | TranslationVerbose | str: ...

    async def create(
        self,
        *,
        file: FileParam,
        model: Literal["whisper-1"] | str,
        prompt: str | Omit = omit,
        response_format: Literal["json", "text", "srt", "verbose_json", "vtt"] | Omit = omit,
        temperature: float | Omit = omit,
        **options: Unpack[Options],
    ) -> Translation | TranslationVerbose | str:
        """Write down in English what is said.

        Returns the spoken words in English, whatever language they are in, as an object, an object with times, or
        bare text. The gateway takes a channel of `whisper-1`, whatever `model` says, and passes the form on as it
        is.

        Args:
            file: The recording, as flac, mp3, mp4, mpeg, mpga, m4a, ogg, wav or webm. The vendor goes by the
                file's name.
            model: Id of the model that listens; only `whisper-1` is served.
            prompt: What was said before, or words as they are to be spelt, in English.
            response_format: Form of the answer: `json` an object, `verbose_json` one with times, `text` the bare
                words, `srt` and `vtt` subtitles. Default: `'json'`.
            temperature: How freely to guess, 0 to 1. 0 gives the likeliest words, and raises itself where those
                are too unlikely. Default: `0`.
            **options: `timeout` in seconds, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `Translation`: What is said in a recording, in English; `TranslationVerbose` for `response_format`
            'verbose_json'; `str` for `response_format` 'text', 'srt' or 'vtt'.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        POST /v1/audio/translations (创建翻译, api-205931264)
        """
        return await self._client.send(self._call(create_translation, locals()))


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
