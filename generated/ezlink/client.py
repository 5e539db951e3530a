# Rendered by `make generate` from spec/openapi.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""The clients of the EZLINK AI API."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self, Unpack

from ._profile import PROFILE
from .runtime.client.client import AsyncClient, SyncClient
from .runtime.client.resource import cached_property

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

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
    from .runtime.client.base import ClientSettings


class EZLink(SyncClient):
    """The client of the EZLINK AI API.

    The key is `api_key`, or else the environment's EZLINK_API_KEY; the address is `base_url`, or else
    EZLINK_BASE_URL, or else https://api.ezlinkai.com. Use it in a `with` block, or `close()` it.

    `organization` is sent as OpenAI-Organization. `project` is sent as OpenAI-Project.
    """

    _profile = PROFILE

    if TYPE_CHECKING:

        def __init__(
            self,
            api_key: str | Callable[[], str] | None = None,
            *,
            organization: str | None = None,
            project: str | None = None,
            **settings: Unpack[ClientSettings],
        ) -> None:
            """Configure a client, with the settings that `Client` describes."""

    @cached_property
    def audio(self) -> Audio:
        """Text to speech, and speech to text (音频)."""
        from .resources.audio import Audio

        return Audio(self)

    @cached_property
    def chat(self) -> Chat:
        """Chat completions, whole or as a stream of events (聊天)."""
        from .resources.chat import Chat

        return Chat(self)

    @cached_property
    def completions(self) -> Completions:
        """Text completions, the legacy form (自动补全)."""
        from .resources.completions import Completions

        return Completions(self)

    @cached_property
    def embeddings(self) -> Embeddings:
        """Embeddings: texts as vectors (嵌入)."""
        from .resources.embeddings import Embeddings

        return Embeddings(self)

    @cached_property
    def files(self) -> Files:
        """Files stored at the gateway."""
        from .resources.files import Files

        return Files(self)

    @cached_property
    def flux(self) -> Flux:
        """Create images with Flux."""
        from .resources.flux import Flux

        return Flux(self)

    @cached_property
    def images(self) -> Images:
        """Image generation, editing and variations (图像); Flux too."""
        from .resources.images import Images

        return Images(self)

    @cached_property
    def midjourney(self) -> Midjourney:
        """Image generation with Midjourney."""
        from .resources.midjourney import Midjourney

        return Midjourney(self)

    @cached_property
    def models(self) -> Models:
        """Models that the gateway lists (模型)."""
        from .resources.models import Models

        return Models(self)

    @cached_property
    def moderations(self) -> Moderations:
        """Detection of harmful text, by category (审查)."""
        from .resources.moderations import Moderations

        return Moderations(self)

    @cached_property
    def stability(self) -> Stability:
        """Image generation, editing and upscaling, and image to video, by Stability AI."""
        from .resources.stability import Stability

        return Stability(self)

    @cached_property
    def video(self) -> Video:
        """Video generation with five vendors, as tasks (video)."""
        from .resources.video import Video

        return Video(self)

    @property
    def beta(self) -> Self:
        """The client itself, under the name that others have for some of their methods."""
        return self


class AsyncEZLink(AsyncClient):
    """The async client of the EZLINK AI API.

    The key is `api_key`, or else the environment's EZLINK_API_KEY; the address is `base_url`, or else
    EZLINK_BASE_URL, or else https://api.ezlinkai.com. Use it in an `async with` block, or `await close()`.

    `organization` is sent as OpenAI-Organization. `project` is sent as OpenAI-Project.
    """

    _profile = PROFILE

    if TYPE_CHECKING:

        def __init__(
            self,
            api_key: str | Callable[[], str | Awaitable[str]] | None = None,
            *,
            organization: str | None = None,
            project: str | None = None,
            **settings: Unpack[ClientSettings],
        ) -> None:
            """Configure a client, with the settings that `Client` describes."""

    @cached_property
    def audio(self) -> AsyncAudio:
        """Text to speech, and speech to text (音频)."""
        from .resources.audio import AsyncAudio

        return AsyncAudio(self)

    @cached_property
    def chat(self) -> AsyncChat:
        """Chat completions, whole or as a stream of events (聊天)."""
        from .resources.chat import AsyncChat

        return AsyncChat(self)

    @cached_property
    def completions(self) -> AsyncCompletions:
        """Text completions, the legacy form (自动补全)."""
        from .resources.completions import AsyncCompletions

        return AsyncCompletions(self)

    @cached_property
    def embeddings(self) -> AsyncEmbeddings:
        """Embeddings: texts as vectors (嵌入)."""
        from .resources.embeddings import AsyncEmbeddings

        return AsyncEmbeddings(self)

    @cached_property
    def files(self) -> AsyncFiles:
        """Files stored at the gateway."""
        from .resources.files import AsyncFiles

        return AsyncFiles(self)

    @cached_property
    def flux(self) -> AsyncFlux:
        """Create images with Flux."""
        from .resources.flux import AsyncFlux

        return AsyncFlux(self)

    @cached_property
    def images(self) -> AsyncImages:
        """Image generation, editing and variations (图像); Flux too."""
        from .resources.images import AsyncImages

        return AsyncImages(self)

    @cached_property
    def midjourney(self) -> AsyncMidjourney:
        """Image generation with Midjourney."""
        from .resources.midjourney import AsyncMidjourney

        return AsyncMidjourney(self)

    @cached_property
    def models(self) -> AsyncModels:
        """Models that the gateway lists (模型)."""
        from .resources.models import AsyncModels

        return AsyncModels(self)

    @cached_property
    def moderations(self) -> AsyncModerations:
        """Detection of harmful text, by category (审查)."""
        from .resources.moderations import AsyncModerations

        return AsyncModerations(self)

    @cached_property
    def stability(self) -> AsyncStability:
        """Image generation, editing and upscaling, and image to video, by Stability AI."""
        from .resources.stability import AsyncStability

        return AsyncStability(self)

    @cached_property
    def video(self) -> AsyncVideo:
        """Video generation with five vendors, as tasks (video)."""
        from .resources.video import AsyncVideo

        return AsyncVideo(self)

    @property
    def beta(self) -> Self:
        """The client itself, under the name that others have for some of their methods."""
        return self
