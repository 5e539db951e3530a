# Rendered by `make generate` from spec/openapi.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""The clients of the EZLINK AI API."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .runtime.client import AsyncClient, Profile, SyncClient
from .runtime.failures import ErrorCatalog, ErrorCode, ErrorShape

if TYPE_CHECKING:
    from .resources.chat import AsyncChat, Chat
    from .resources.completions import AsyncCompletions, Completions
    from .resources.embeddings import AsyncEmbeddings, Embeddings
    from .resources.models import AsyncModels, Models
    from .resources.moderations import AsyncModerations, Moderations

_PROFILE = Profile(
    package="ezlink",
    version="0.1.0",
    name="EZLink",
    env="EZLINK",
    base_url="https://api.ezlinkai.com",
    user_agent="ezlink-python",
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
                name="vendor",
                where={"/error/message": "string"},
                message="/error/message",
                type="/error/type",
                code="/error/code",
                param="/error/param",
            ),
            ErrorShape(name="E2a", where={"/error": "string"}, message="/error"),
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
            "model_not_found": ErrorCode(status=404, outcome="rejected"),
            "do_request_failed": ErrorCode(outcome="unknown"),
            "read_response_body_failed": ErrorCode(outcome="unknown"),
            "close_response_body_failed": ErrorCode(outcome="unknown"),
            "unmarshal_response_body_failed": ErrorCode(outcome="unknown"),
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
    def models(self) -> Models:
        """The models that the gateway lists (模型)."""
        from .resources.models import Models

        return Models(self)

    @cached_property
    def moderations(self) -> Moderations:
        """Whether a text is harmful, by category (审查)."""
        from .resources.moderations import Moderations

        return Moderations(self)


class AsyncEZLink(AsyncClient):
    """The async client of the EZLINK AI API.

    The key is `api_key`, or else the environment's EZLINK_API_KEY; the address is `base_url`, or else
    EZLINK_BASE_URL, or else https://api.ezlinkai.com. Use it in an `async with` block, or `await close()`.
    """

    _profile = _PROFILE

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
    def models(self) -> AsyncModels:
        """The models that the gateway lists (模型)."""
        from .resources.models import AsyncModels

        return AsyncModels(self)

    @cached_property
    def moderations(self) -> AsyncModerations:
        """Whether a text is harmful, by category (审查)."""
        from .resources.moderations import AsyncModerations

        return AsyncModerations(self)
