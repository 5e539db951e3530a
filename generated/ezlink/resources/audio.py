# Rendered by `make generate` from spec/families/audio.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""`client.audio`: methods that build a call and send it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Unpack, overload

from ..operations.audio import create_speech, create_transcription, create_translation
from ..runtime.client.resource import AsyncResource, Omit, Resource, cached_property, omit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..models.audio import Transcription, TranscriptionVerbose, Translation, TranslationVerbose
    from ..params.audio import CreateTranscription, CreateTranslation
    from ..runtime.encoding.multipart import FileParam
    from ..runtime.files.binary_response import AsyncBinaryResponse, BinaryResponse
    from ..runtime.operation.operation import Options


class Speech(Resource, path="audio.speech"):
    """Convert text to speech.

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
        """Convert text to speech.

        Returns the audio in the format that `response_format` names. The gateway passes on whatever the vendor
        sends with status 200: an HTML page, an empty body, or half a file followed by a JSON error if the vendor
        broke off.

        Args:
            model: Id of the model; `tts-1` is optimized for speed, `tts-1-hd` for quality.
            input: Text to speak, at most 4096 characters. The gateway counts UTF-8 bytes, so about 1365 Chinese
                characters.
            voice: Voice that speaks.
            response_format: Audio format. `opus` comes in an Ogg file, `pcm` as raw samples without a header.
                `wav` and `pcm` are the vendor's; the documentation does not list them. Default: `'mp3'`.
            speed: Speed of the speech, 0.25 to 4; 1 is normal. Default: `1`.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `BinaryResponse`.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        POST /v1/audio/speech (创建语音, api-205931262)
        """
        return self._client.send(self._call(create_speech, locals()))


class AsyncSpeech(AsyncResource, path="audio.speech"):
    """Convert text to speech.

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
        """Convert text to speech.

        Returns the audio in the format that `response_format` names. The gateway passes on whatever the vendor
        sends with status 200: an HTML page, an empty body, or half a file followed by a JSON error if the vendor
        broke off.

        Args:
            model: Id of the model; `tts-1` is optimized for speed, `tts-1-hd` for quality.
            input: Text to speak, at most 4096 characters. The gateway counts UTF-8 bytes, so about 1365 Chinese
                characters.
            voice: Voice that speaks.
            response_format: Audio format. `opus` comes in an Ogg file, `pcm` as raw samples without a header.
                `wav` and `pcm` are the vendor's; the documentation does not list them. Default: `'mp3'`.
            speed: Speed of the speech, 0.25 to 4; 1 is normal. Default: `1`.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `AsyncBinaryResponse`.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        POST /v1/audio/speech (创建语音, api-205931262)
        """
        return await self._client.send(self._call(create_speech, locals()))


class Transcriptions(Resource, path="audio.transcriptions"):
    """Transcribe a recording.

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
        """Transcribe a recording.

        Returns the text in the language of the recording: an object, an object with timestamps, or plain text.
        The gateway uses a channel of `whisper-1`, whatever `model` says, and passes the form on unchanged.

        Args:
            file: Audio file: flac, mp3, mp4, mpeg, mpga, m4a, ogg, wav or webm. The vendor goes by the file name.
            model: Id of the model; only `whisper-1` is served.
            language: Language of the recording as an ISO 639-1 code, such as `zh`. Naming it improves accuracy
                and speed.
            prompt: Preceding text, or words with their spelling, in the language of the recording.
            response_format: Format of the response: `json` for an object, `verbose_json` for one with timestamps,
                `text` for plain text, `srt` or `vtt` for subtitles. Default: `'json'`.
            temperature: Sampling temperature, 0 to 1. With 0 the model picks the likeliest words and raises the
                temperature itself where those are too unlikely. Default: `0`.
            timestamp_granularities: Timestamps to include: of each `word`, of each `segment`, or both. Only with
                `verbose_json`; words take extra time, segments do not. Default: `['segment']`.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `Transcription`: Text of a recording; `TranscriptionVerbose` for `response_format` 'verbose_json';
            `str` for `response_format` 'text', 'srt' or 'vtt'.

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
        """Transcribe a recording.

        Returns the text in the language of the recording: an object, an object with timestamps, or plain text.
        The gateway uses a channel of `whisper-1`, whatever `model` says, and passes the form on unchanged.

        Args:
            file: Audio file: flac, mp3, mp4, mpeg, mpga, m4a, ogg, wav or webm. The vendor goes by the file name.
            model: Id of the model; only `whisper-1` is served.
            language: Language of the recording as an ISO 639-1 code, such as `zh`. Naming it improves accuracy
                and speed.
            prompt: Preceding text, or words with their spelling, in the language of the recording.
            response_format: Format of the response: `json` for an object, `verbose_json` for one with timestamps,
                `text` for plain text, `srt` or `vtt` for subtitles. Default: `'json'`.
            temperature: Sampling temperature, 0 to 1. With 0 the model picks the likeliest words and raises the
                temperature itself where those are too unlikely. Default: `0`.
            timestamp_granularities: Timestamps to include: of each `word`, of each `segment`, or both. Only with
                `verbose_json`; words take extra time, segments do not. Default: `['segment']`.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `Transcription`: Text of a recording; `TranscriptionVerbose` for `response_format` 'verbose_json';
            `str` for `response_format` 'text', 'srt' or 'vtt'.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        POST /v1/audio/transcriptions (创建转录, api-205931263)
        """
        return self._client.send(self._call(create_transcription, locals()))


class AsyncTranscriptions(AsyncResource, path="audio.transcriptions"):
    """Transcribe a recording.

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
        """Transcribe a recording.

        Returns the text in the language of the recording: an object, an object with timestamps, or plain text.
        The gateway uses a channel of `whisper-1`, whatever `model` says, and passes the form on unchanged.

        Args:
            file: Audio file: flac, mp3, mp4, mpeg, mpga, m4a, ogg, wav or webm. The vendor goes by the file name.
            model: Id of the model; only `whisper-1` is served.
            language: Language of the recording as an ISO 639-1 code, such as `zh`. Naming it improves accuracy
                and speed.
            prompt: Preceding text, or words with their spelling, in the language of the recording.
            response_format: Format of the response: `json` for an object, `verbose_json` for one with timestamps,
                `text` for plain text, `srt` or `vtt` for subtitles. Default: `'json'`.
            temperature: Sampling temperature, 0 to 1. With 0 the model picks the likeliest words and raises the
                temperature itself where those are too unlikely. Default: `0`.
            timestamp_granularities: Timestamps to include: of each `word`, of each `segment`, or both. Only with
                `verbose_json`; words take extra time, segments do not. Default: `['segment']`.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `Transcription`: Text of a recording; `TranscriptionVerbose` for `response_format` 'verbose_json';
            `str` for `response_format` 'text', 'srt' or 'vtt'.

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
        """Transcribe a recording.

        Returns the text in the language of the recording: an object, an object with timestamps, or plain text.
        The gateway uses a channel of `whisper-1`, whatever `model` says, and passes the form on unchanged.

        Args:
            file: Audio file: flac, mp3, mp4, mpeg, mpga, m4a, ogg, wav or webm. The vendor goes by the file name.
            model: Id of the model; only `whisper-1` is served.
            language: Language of the recording as an ISO 639-1 code, such as `zh`. Naming it improves accuracy
                and speed.
            prompt: Preceding text, or words with their spelling, in the language of the recording.
            response_format: Format of the response: `json` for an object, `verbose_json` for one with timestamps,
                `text` for plain text, `srt` or `vtt` for subtitles. Default: `'json'`.
            temperature: Sampling temperature, 0 to 1. With 0 the model picks the likeliest words and raises the
                temperature itself where those are too unlikely. Default: `0`.
            timestamp_granularities: Timestamps to include: of each `word`, of each `segment`, or both. Only with
                `verbose_json`; words take extra time, segments do not. Default: `['segment']`.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `Transcription`: Text of a recording; `TranscriptionVerbose` for `response_format` 'verbose_json';
            `str` for `response_format` 'text', 'srt' or 'vtt'.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        POST /v1/audio/transcriptions (创建转录, api-205931263)
        """
        return await self._client.send(self._call(create_transcription, locals()))


class Translations(Resource, path="audio.translations"):
    """Translate a recording into English text.

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
        """Translate a recording into English text.

        Returns the text in English, whatever language is spoken: an object, an object with timestamps, or plain
        text. The gateway uses a channel of `whisper-1`, whatever `model` says, and passes the form on unchanged.

        Args:
            file: Audio file: flac, mp3, mp4, mpeg, mpga, m4a, ogg, wav or webm. The vendor goes by the file name.
            model: Id of the model; only `whisper-1` is served.
            prompt: Preceding text, or words with their spelling, in English.
            response_format: Format of the response: `json` for an object, `verbose_json` for one with timestamps,
                `text` for plain text, `srt` or `vtt` for subtitles. Default: `'json'`.
            temperature: Sampling temperature, 0 to 1. With 0 the model picks the likeliest words and raises the
                temperature itself where those are too unlikely. Default: `0`.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `Translation`: Text of a recording, translated into English; `TranslationVerbose` for
            `response_format` 'verbose_json'; `str` for `response_format` 'text', 'srt' or 'vtt'.

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
        """Translate a recording into English text.

        Returns the text in English, whatever language is spoken: an object, an object with timestamps, or plain
        text. The gateway uses a channel of `whisper-1`, whatever `model` says, and passes the form on unchanged.

        Args:
            file: Audio file: flac, mp3, mp4, mpeg, mpga, m4a, ogg, wav or webm. The vendor goes by the file name.
            model: Id of the model; only `whisper-1` is served.
            prompt: Preceding text, or words with their spelling, in English.
            response_format: Format of the response: `json` for an object, `verbose_json` for one with timestamps,
                `text` for plain text, `srt` or `vtt` for subtitles. Default: `'json'`.
            temperature: Sampling temperature, 0 to 1. With 0 the model picks the likeliest words and raises the
                temperature itself where those are too unlikely. Default: `0`.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `Translation`: Text of a recording, translated into English; `TranslationVerbose` for
            `response_format` 'verbose_json'; `str` for `response_format` 'text', 'srt' or 'vtt'.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        POST /v1/audio/translations (创建翻译, api-205931264)
        """
        return self._client.send(self._call(create_translation, locals()))


class AsyncTranslations(AsyncResource, path="audio.translations"):
    """Translate a recording into English text.

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
        """Translate a recording into English text.

        Returns the text in English, whatever language is spoken: an object, an object with timestamps, or plain
        text. The gateway uses a channel of `whisper-1`, whatever `model` says, and passes the form on unchanged.

        Args:
            file: Audio file: flac, mp3, mp4, mpeg, mpga, m4a, ogg, wav or webm. The vendor goes by the file name.
            model: Id of the model; only `whisper-1` is served.
            prompt: Preceding text, or words with their spelling, in English.
            response_format: Format of the response: `json` for an object, `verbose_json` for one with timestamps,
                `text` for plain text, `srt` or `vtt` for subtitles. Default: `'json'`.
            temperature: Sampling temperature, 0 to 1. With 0 the model picks the likeliest words and raises the
                temperature itself where those are too unlikely. Default: `0`.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `Translation`: Text of a recording, translated into English; `TranslationVerbose` for
            `response_format` 'verbose_json'; `str` for `response_format` 'text', 'srt' or 'vtt'.

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
        """Translate a recording into English text.

        Returns the text in English, whatever language is spoken: an object, an object with timestamps, or plain
        text. The gateway uses a channel of `whisper-1`, whatever `model` says, and passes the form on unchanged.

        Args:
            file: Audio file: flac, mp3, mp4, mpeg, mpga, m4a, ogg, wav or webm. The vendor goes by the file name.
            model: Id of the model; only `whisper-1` is served.
            prompt: Preceding text, or words with their spelling, in English.
            response_format: Format of the response: `json` for an object, `verbose_json` for one with timestamps,
                `text` for plain text, `srt` or `vtt` for subtitles. Default: `'json'`.
            temperature: Sampling temperature, 0 to 1. With 0 the model picks the likeliest words and raises the
                temperature itself where those are too unlikely. Default: `0`.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `Translation`: Text of a recording, translated into English; `TranslationVerbose` for
            `response_format` 'verbose_json'; `str` for `response_format` 'text', 'srt' or 'vtt'.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        POST /v1/audio/translations (创建翻译, api-205931264)
        """
        return await self._client.send(self._call(create_translation, locals()))


class Audio(Resource, path="audio"):
    """Text to speech, and speech to text (音频).

    `client.audio`.
    """

    @cached_property
    def speech(self) -> Speech:
        """Convert text to speech."""
        return Speech(self._client)

    @cached_property
    def transcriptions(self) -> Transcriptions:
        """Transcribe a recording."""
        return Transcriptions(self._client)

    @cached_property
    def translations(self) -> Translations:
        """Translate a recording into English text."""
        return Translations(self._client)


class AsyncAudio(AsyncResource, path="audio"):
    """Text to speech, and speech to text (音频).

    `client.audio`.
    """

    @cached_property
    def speech(self) -> AsyncSpeech:
        """Convert text to speech."""
        return AsyncSpeech(self._client)

    @cached_property
    def transcriptions(self) -> AsyncTranscriptions:
        """Transcribe a recording."""
        return AsyncTranscriptions(self._client)

    @cached_property
    def translations(self) -> AsyncTranslations:
        """Translate a recording into English text."""
        return AsyncTranslations(self._client)
