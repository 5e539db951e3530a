# Rendered by `make generate` from spec/openapi.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""The clients of the EZLINK AI API."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .runtime.client.client import APIProfile, AsyncClient, SyncClient
from .runtime.response.error_catalog import ErrorCatalog, ErrorCode, ErrorShape

if TYPE_CHECKING:
    from .resources.audio import AsyncAudio, Audio
    from .resources.chat import AsyncChat, Chat
    from .resources.completions import AsyncCompletions, Completions
    from .resources.embeddings import AsyncEmbeddings, Embeddings
    from .resources.files import AsyncFiles, Files
    from .resources.flux import AsyncFlux, Flux
    from .resources.images import AsyncImages, Images
    from .resources.midjourney import AsyncMidjourney, Midjourney
    from .resources.models import AsyncModels, Models
    from .resources.moderations import AsyncModerations, Moderations
    from .resources.stability import AsyncStability, Stability
    from .resources.video import AsyncVideo, Video

_PROFILE = APIProfile(
    package="ezlink",
    version="0.1.0",
    name="EZLink",
    env="EZLINK",
    base_url="https://api.ezlinkai.com",
    user_agent="ezlink-python",
    versions=("v1",),
    errors=ErrorCatalog(
        request_id=("X-Oneapi-Request-Id", "X-Request-Id"),
        shapes=(
            ErrorShape(
                name="E7",
                where={
                    "/error/message": "string",
                    "/error/type": {"const": "api_panic"},
                    "/error/param": "absent",
                    "/error/code": "absent",
                },
                message="/error/message",
                type="/error/type",
            ),
            ErrorShape(
                name="E1",
                where={
                    "/error/message": "string",
                    "/error/type": {"const": "api_error"},
                    "/error/param": "absent",
                    "/error/code": "absent",
                },
                message="/error/message",
                type="/error/type",
                outcome="rejected",
            ),
            ErrorShape(
                name="E3",
                where={
                    "/error/message": "string",
                    "/error/type": {"const": "invalid_request_error"},
                    "/error/param": "string",
                    "/error/code": "string",
                },
                message="/error/message",
                type="/error/type",
                code="/error/code",
                param="/error/param",
            ),
            ErrorShape(
                name="E2c",
                where={
                    "/error/message": "string",
                    "/error/type": {"const": "api_error"},
                    "/error/param": "string",
                    "/error/code": "any",
                },
                message="/error/message",
                type="/error/type",
                code="/error/code",
                param="/error/param",
            ),
            ErrorShape(
                name="vendor failed",
                where={"/error/message": "string", "/error/type": {"const": "server_error"}},
                message="/error/message",
                type="/error/type",
                code="/error/code",
                param="/error/param",
                outcome="unknown",
            ),
            ErrorShape(
                name="vendor",
                where={"/error/message": "string"},
                message="/error/message",
                type="/error/type",
                code="/error/code",
                param="/error/param",
            ),
            ErrorShape(
                name="E5", where={"/error": {"const": "failed to get response"}}, message="/error", outcome="unknown"
            ),
            ErrorShape(
                name="E5 unknown id",
                where={"/error": {"const": "get_channel_id_failed"}},
                message="/error",
                code="/error",
            ),
            ErrorShape(name="E2a", where={"/error": "string"}, message="/error"),
            ErrorShape(
                name="stability",
                where={"/id": "string", "/name": "string", "/errors": "array"},
                message="/errors",
                code="/name",
            ),
            ErrorShape(
                name="flat",
                where={"/object": {"const": "error"}, "/message": "string"},
                message="/message",
                type="/type",
                code="/code",
                param="/param",
            ),
            ErrorShape(
                name="E2b",
                where={"/message": "string", "/type": "string", "/param": "any", "/code": "any"},
                message="/message",
                type="/type",
                code="/code",
                param="/param",
            ),
            ErrorShape(
                name="E4'",
                where={
                    "/code": "number",
                    "/description": "string",
                    "/type": {"const": "api_error"},
                    "/result": "absent",
                    "/properties": "absent",
                },
                message="/description",
                type="/type",
                code="/code",
                outcome="rejected",
            ),
            ErrorShape(
                name="E4 lost",
                where={
                    "/code": {"const": 5},
                    "/description": "string",
                    "/type": {"const": "upstream_error"},
                    "/result": "absent",
                    "/properties": "absent",
                },
                message="/description",
                type="/type",
                code="/code",
                outcome="unknown",
            ),
            ErrorShape(
                name="E4",
                where={
                    "/code": "number",
                    "/description": "string",
                    "/type": "string",
                    "/result": "absent",
                    "/properties": "absent",
                },
                message="/description",
                type="/type",
                code="/code",
            ),
            ErrorShape(
                name="seed",
                where={"/code": "number", "/description": "string", "/result": {"const": ""}, "/properties": "any"},
                message="/description",
                code="/code",
                outcome="rejected",
            ),
            ErrorShape(name="E9", where={"/success": {"const": False}, "/message": "string"}, message="/message"),
        ),
        codes={
            "invalid_text_request": ErrorCode(status=400, outcome="rejected"),
            "invalid_api_type": ErrorCode(status=400, outcome="rejected"),
            "insufficient_user_quota": ErrorCode(status=403, outcome="rejected"),
            "pre_consume_token_quota_failed": ErrorCode(status=403, outcome="rejected"),
            "get_user_quota_failed": ErrorCode(outcome="rejected"),
            "convert_request_failed": ErrorCode(outcome="rejected"),
            "api_not_implemented": ErrorCode(status=501, outcome="rejected"),
            "convert_image_request_failed": ErrorCode(status=400, outcome="rejected"),
            "get_image_cost_ratio_failed": ErrorCode(status=400, outcome="rejected"),
            "text_too_long": ErrorCode(status=400, outcome="rejected"),
            "size_not_supported": ErrorCode(status=400, outcome="rejected"),
            "prompt_missing": ErrorCode(status=400, outcome="rejected"),
            "prompt_too_long": ErrorCode(status=400, outcome="rejected"),
            "n_not_within_range": ErrorCode(status=400, outcome="rejected"),
            "invalid_image_request": ErrorCode(status=400, outcome="rejected"),
            "model_not_found": ErrorCode(status=404, outcome="rejected"),
            "get_channel_id_failed": ErrorCode(status=404, outcome="rejected"),
            "do_request_failed": ErrorCode(outcome="unknown"),
            "read_response_body_failed": ErrorCode(outcome="unknown"),
            "close_response_body_failed": ErrorCode(outcome="unknown"),
            "unmarshal_response_body_failed": ErrorCode(outcome="unknown"),
            "request_error": ErrorCode(outcome="unknown"),
            "get_text_from_body_err": ErrorCode(outcome="unknown"),
            "unexpected_response_format": ErrorCode(outcome="unknown"),
            "unmarshal_replicate_response_failed": ErrorCode(outcome="unknown"),
            "get_replicate_final_result_failed": ErrorCode(outcome="unknown"),
            "bad_response_status_code": ErrorCode(outcome="unknown"),
            "rate_limit_exceeded": ErrorCode(status=429),
            "invalid_api_key": ErrorCode(status=401),
        },
    ),
)


class EZLink(SyncClient):
    """The client of the EZLINK AI API.

    The key is `api_key`, or else the environment's EZLINK_API_KEY; the address is `base_url`, or else
    EZLINK_BASE_URL, or else https://api.ezlinkai.com. Use it in a `with` block, or `close()` it.
    """

    _profile = _PROFILE

    @cached_property
    def audio(self) -> Audio:
        """Speech from text, and text from speech (音频)."""
        from .resources.audio import Audio

        return Audio(self)

    @cached_property
    def chat(self) -> Chat:
        """Answers in a conversation, whole or as a stream of events (聊天)."""
        from .resources.chat import Chat

        return Chat(self)

    @cached_property
    def completions(self) -> Completions:
        """Text that goes on from a prompt, the older form (自动补全)."""
        from .resources.completions import Completions

        return Completions(self)

    @cached_property
    def embeddings(self) -> Embeddings:
        """Texts as vectors (嵌入)."""
        from .resources.embeddings import Embeddings

        return Embeddings(self)

    @cached_property
    def files(self) -> Files:
        """Files kept at the gateway."""
        from .resources.files import Files

        return Files(self)

    @cached_property
    def flux(self) -> Flux:
        """Make pictures with Flux."""
        from .resources.flux import Flux

        return Flux(self)

    @cached_property
    def images(self) -> Images:
        """Pictures from a prompt or from a picture (图像); Flux too."""
        from .resources.images import Images

        return Images(self)

    @cached_property
    def midjourney(self) -> Midjourney:
        """Pictures by Midjourney."""
        from .resources.midjourney import Midjourney

        return Midjourney(self)

    @cached_property
    def models(self) -> Models:
        """The models that the gateway lists (模型)."""
        from .resources.models import Models

        return Models(self)

    @cached_property
    def moderations(self) -> Moderations:
        """Whether a text is harmful, by category (审查)."""
        from .resources.moderations import Moderations

        return Moderations(self)

    @cached_property
    def stability(self) -> Stability:
        """Pictures made, changed and upscaled, and videos made from pictures, by Stability AI."""
        from .resources.stability import Stability

        return Stability(self)

    @cached_property
    def video(self) -> Video:
        """Videos by five vendors, as tasks (video)."""
        from .resources.video import Video

        return Video(self)


class AsyncEZLink(AsyncClient):
    """The async client of the EZLINK AI API.

    The key is `api_key`, or else the environment's EZLINK_API_KEY; the address is `base_url`, or else
    EZLINK_BASE_URL, or else https://api.ezlinkai.com. Use it in an `async with` block, or `await close()`.
    """

    _profile = _PROFILE

    @cached_property
    def audio(self) -> AsyncAudio:
        """Speech from text, and text from speech (音频)."""
        from .resources.audio import AsyncAudio

        return AsyncAudio(self)

    @cached_property
    def chat(self) -> AsyncChat:
        """Answers in a conversation, whole or as a stream of events (聊天)."""
        from .resources.chat import AsyncChat

        return AsyncChat(self)

    @cached_property
    def completions(self) -> AsyncCompletions:
        """Text that goes on from a prompt, the older form (自动补全)."""
        from .resources.completions import AsyncCompletions

        return AsyncCompletions(self)

    @cached_property
    def embeddings(self) -> AsyncEmbeddings:
        """Texts as vectors (嵌入)."""
        from .resources.embeddings import AsyncEmbeddings

        return AsyncEmbeddings(self)

    @cached_property
    def files(self) -> AsyncFiles:
        """Files kept at the gateway."""
        from .resources.files import AsyncFiles

        return AsyncFiles(self)

    @cached_property
    def flux(self) -> AsyncFlux:
        """Make pictures with Flux."""
        from .resources.flux import AsyncFlux

        return AsyncFlux(self)

    @cached_property
    def images(self) -> AsyncImages:
        """Pictures from a prompt or from a picture (图像); Flux too."""
        from .resources.images import AsyncImages

        return AsyncImages(self)

    @cached_property
    def midjourney(self) -> AsyncMidjourney:
        """Pictures by Midjourney."""
        from .resources.midjourney import AsyncMidjourney

        return AsyncMidjourney(self)

    @cached_property
    def models(self) -> AsyncModels:
        """The models that the gateway lists (模型)."""
        from .resources.models import AsyncModels

        return AsyncModels(self)

    @cached_property
    def moderations(self) -> AsyncModerations:
        """Whether a text is harmful, by category (审查)."""
        from .resources.moderations import AsyncModerations

        return AsyncModerations(self)

    @cached_property
    def stability(self) -> AsyncStability:
        """Pictures made, changed and upscaled, and videos made from pictures, by Stability AI."""
        from .resources.stability import AsyncStability

        return AsyncStability(self)

    @cached_property
    def video(self) -> AsyncVideo:
        """Videos by five vendors, as tasks (video)."""
        from .resources.video import AsyncVideo

        return AsyncVideo(self)
