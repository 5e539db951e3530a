# Rendered by `make generate` from spec/families/audio.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""Audio: every function builds a call and sends nothing; `client.send(call)` sends it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, Unpack, overload

from ..models.audio import Transcription, TranscriptionVerbose, Translation, TranslationVerbose
from ..runtime.encoding.multipart import FormField
from ..runtime.operation.call import Call, build_call
from ..runtime.operation.endpoint import endpoint
from ..runtime.operation.operation import Operation
from ..runtime.operation.response_variants import ResponseVariant, ResponseVariants

if TYPE_CHECKING:
    from ..params.audio import CreateSpeech, CreateTranscription, CreateTranslation
    from ..runtime.files.binary_response import AsyncBinaryResponse, BinaryResponse

_CREATE_SPEECH = Operation(
    id="createSpeech",
    name="audio.speech.create",
    method="POST",
    path="/v1/audio/speech",
    body=("model", "input", "voice", "response_format", "speed"),
    required=("model", "input", "voice"),
    variants=ResponseVariants(cases={"*": ResponseVariant(media_type="audio/*", result="audio")}),
)


@endpoint(_CREATE_SPEECH)
def create_speech(**params: Unpack[CreateSpeech]) -> Call[BinaryResponse, AsyncBinaryResponse]:
    """Convert text to speech.

    Returns the audio in the format that `response_format` names. The gateway passes on whatever the vendor sends
    with status 200: an HTML page, an empty body, or half a file followed by a JSON error if the vendor broke off.

    Args:
        model: Id of the model; `tts-1` is optimized for speed, `tts-1-hd` for quality.
        input: Text to speak, at most 4096 characters.
        voice: Voice that speaks.
        All others: see `CreateSpeech` in params/audio.py.

    POST /v1/audio/speech (创建语音, api-205931262)
    """
    return build_call(_CREATE_SPEECH, params)


_CREATE_TRANSCRIPTION = Operation(
    id="createTranscription",
    name="audio.transcriptions.create",
    method="POST",
    path="/v1/audio/transcriptions",
    multipart=(
        FormField(name="file", file=True),
        FormField(name="model"),
        FormField(name="language"),
        FormField(name="prompt"),
        FormField(name="response_format"),
        FormField(name="temperature"),
        FormField(name="timestamp_granularities[]"),
    ),
    required=("file", "model"),
    wire_names={"timestamp_granularities": "timestamp_granularities[]"},
    proof=("text",),
    variants=ResponseVariants(
        by="response_format",
        default="json",
        cases={
            "json": ResponseVariant(media_type="application/json", result=Transcription),
            "verbose_json": ResponseVariant(media_type="application/json", result=TranscriptionVerbose),
            "text": ResponseVariant(media_type="text/plain", result=str),
            "srt": ResponseVariant(media_type="text/plain", result=str),
            "vtt": ResponseVariant(media_type="text/plain", result=str),
        },
    ),
)


@overload
def create_transcription(
    *, response_format: Literal["json"] = ..., **params: Unpack[CreateTranscription]
) -> Call[Transcription]: ...


@overload
def create_transcription(
    *, response_format: Literal["verbose_json"], **params: Unpack[CreateTranscription]
) -> Call[TranscriptionVerbose]: ...


@overload
def create_transcription(
    *, response_format: Literal["text", "srt", "vtt"], **params: Unpack[CreateTranscription]
) -> Call[str]: ...


@overload
def create_transcription(
    *,
    response_format: Literal["json", "text", "srt", "verbose_json", "vtt"] = ...,
    **params: Unpack[CreateTranscription],
) -> Call[Transcription | TranscriptionVerbose | str]: ...


@endpoint(_CREATE_TRANSCRIPTION)
def create_transcription(**params: Any) -> Call[Any]:
    """Transcribe a recording.

    Returns the text in the language of the recording: an object, an object with timestamps, or plain text. The
    gateway uses a channel of `whisper-1`, whatever `model` says, and passes the form on unchanged.

    Args:
        file: Audio file: flac, mp3, mp4, mpeg, mpga, m4a, ogg, wav or webm.
        model: Id of the model; only `whisper-1` is served.
        response_format: Format of the response: `json` for an object, `verbose_json` for one with timestamps,
            `text` for plain text, `srt` or `vtt` for subtitles.
        All others: see `CreateTranscription` in params/audio.py.

    POST /v1/audio/transcriptions (创建转录, api-205931263)
    """
    return build_call(_CREATE_TRANSCRIPTION, params)


_CREATE_TRANSLATION = Operation(
    id="createTranslation",
    name="audio.translations.create",
    method="POST",
    path="/v1/audio/translations",
    multipart=(
        FormField(name="file", file=True),
        FormField(name="model"),
        FormField(name="prompt"),
        FormField(name="response_format"),
        FormField(name="temperature"),
    ),
    required=("file", "model"),
    proof=("text",),
    variants=ResponseVariants(
        by="response_format",
        default="json",
        cases={
            "json": ResponseVariant(media_type="application/json", result=Translation),
            "verbose_json": ResponseVariant(media_type="application/json", result=TranslationVerbose),
            "text": ResponseVariant(media_type="text/plain", result=str),
            "srt": ResponseVariant(media_type="text/plain", result=str),
            "vtt": ResponseVariant(media_type="text/plain", result=str),
        },
    ),
)


@overload
def create_translation(
    *, response_format: Literal["json"] = ..., **params: Unpack[CreateTranslation]
) -> Call[Translation]: ...


@overload
def create_translation(
    *, response_format: Literal["verbose_json"], **params: Unpack[CreateTranslation]
) -> Call[TranslationVerbose]: ...


@overload
def create_translation(
    *, response_format: Literal["text", "srt", "vtt"], **params: Unpack[CreateTranslation]
) -> Call[str]: ...


@overload
def create_translation(
    *, response_format: Literal["json", "text", "srt", "verbose_json", "vtt"] = ..., **params: Unpack[CreateTranslation]
) -> Call[Translation | TranslationVerbose | str]: ...


@endpoint(_CREATE_TRANSLATION)
def create_translation(**params: Any) -> Call[Any]:
    """Translate a recording into English text.

    Returns the text in English, whatever language is spoken: an object, an object with timestamps, or plain text.
    The gateway uses a channel of `whisper-1`, whatever `model` says, and passes the form on unchanged.

    Args:
        file: Audio file: flac, mp3, mp4, mpeg, mpga, m4a, ogg, wav or webm.
        model: Id of the model; only `whisper-1` is served.
        response_format: Format of the response: `json` for an object, `verbose_json` for one with timestamps,
            `text` for plain text, `srt` or `vtt` for subtitles.
        All others: see `CreateTranslation` in params/audio.py.

    POST /v1/audio/translations (创建翻译, api-205931264)
    """
    return build_call(_CREATE_TRANSLATION, params)
