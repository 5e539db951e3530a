# Rendered by `make generate` from spec/openapi.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""The clients of the EZLINK AI API."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self, Unpack

from ._profile import PROFILE
from .runtime.client.client import AsyncClient, SyncClient
from .runtime.client.resource import cached_property

if TYPE_CHECKING:
    import ssl
    from collections.abc import Awaitable, Callable, Mapping

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
    from .runtime.client.base import ClientOptions
    from .runtime.hooks import RequestEvent, ResponseEvent, RetryEvent
    from .runtime.http.timeout import Limit, MaxBytes
    from .runtime.operation.call import UNSET
    from .runtime.response.decoding import Deviation
    from .runtime.transport import AsyncTransport, Transport

if TYPE_CHECKING:

    class _Options(ClientOptions, total=False):
        """The settings of a client, with the headers and credentials that the API names."""

        # pyright takes the whole TypedDict of the overridden method for the type of each other keyword.
        organization: str | None
        project: str | None


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
            base_url: str | None = None,
            timeout: Limit = UNSET,
            max_retries: int = 2,
            default_headers: Mapping[str, str] | None = None,
            proxy: str | None = None,
            verify: bool | str | ssl.SSLContext = True,
            max_connections: int | None = None,
            transport: str | Transport | None = None,
            on_deviation: Callable[[Deviation], None] | None = None,
            on_request: Callable[[RequestEvent], Any] | None = None,
            on_response: Callable[[ResponseEvent], Any] | None = None,
            on_retry: Callable[[RetryEvent], Any] | None = None,
            keep_raw: bool = True,
            max_response_bytes: MaxBytes = UNSET,
            allow_private_hosts: bool = False,
        ) -> None:
            """Configure a client. Connections are opened by the first call.

            Args:
                api_key: The key, or a function that is called before each request and returns it (in the async client
                    it may be async). Without it the key is read from the environment.
                organization: Sent as OpenAI-Organization with every call.
                project: Sent as OpenAI-Project with every call.
                base_url: Where the API is, with or without the version at its end (`…/v1`); read from the environment
                    if omitted.
                timeout: Seconds for a whole call, None for no limit, or a `Timeout`.
                max_retries: How often a call may be sent again after a failure that cannot be paid for twice; 0 for
                    never.
                default_headers: Headers to send with every call.
                proxy: URL of an HTTP proxy, instead of those of the environment.
                verify: False to accept any certificate, a file of certificates, or an `ssl.SSLContext`.
                max_connections: How many connections may be in use at a time; further calls wait for one, within the
                    limit for the whole call. None for no limit.
                transport: The name of an HTTP library, or a transport of your own, which `close()` leaves open.
                on_request: Called before each attempt at a call; what it raises ends the call before anything is sent.
                    In the async client it may be async, as may the next two.
                on_response: Called when an attempt ended, with its result or error; what it raises is logged.
                on_retry: Called before the wait for the next attempt; what it raises is logged.
                on_deviation: Called where a response differs from its description; what it raises is not caught.
                keep_raw: False drops the bytes of responses, which halves the memory that large ones take; `extras`,
                    and nulls in `to_dict()`, need them.
                max_response_bytes: The largest response, decompressed, that is read into memory, and the largest event
                    of a stream; 256 MiB unless set, None for no limit. If set it also holds for files that are saved.
                allow_private_hosts: True fetches files also from loopback, private and link-local addresses, which is
                    the default only if `base_url` is itself such an address.

            Raises:
                ConfigurationError: There is no key, or a setting cannot work.
            """

        def with_options(self, **changes: Unpack[_Options]) -> Self:  # pyright: ignore[reportIncompatibleMethodOverride]
            """Return a client with other settings over the same connections. Closing it leaves them open."""
            ...

        def copy(self, **changes: Unpack[_Options]) -> Self:  # pyright: ignore[reportIncompatibleMethodOverride]
            """Return `with_options(...)`, under its name in other clients."""
            ...

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
            base_url: str | None = None,
            timeout: Limit = UNSET,
            max_retries: int = 2,
            default_headers: Mapping[str, str] | None = None,
            proxy: str | None = None,
            verify: bool | str | ssl.SSLContext = True,
            max_connections: int | None = None,
            transport: str | AsyncTransport | None = None,
            on_deviation: Callable[[Deviation], None] | None = None,
            on_request: Callable[[RequestEvent], Any] | None = None,
            on_response: Callable[[ResponseEvent], Any] | None = None,
            on_retry: Callable[[RetryEvent], Any] | None = None,
            keep_raw: bool = True,
            max_response_bytes: MaxBytes = UNSET,
            allow_private_hosts: bool = False,
        ) -> None:
            """Configure a client. Connections are opened by the first call.

            Args:
                api_key: The key, or a function that is called before each request and returns it (in the async client
                    it may be async). Without it the key is read from the environment.
                organization: Sent as OpenAI-Organization with every call.
                project: Sent as OpenAI-Project with every call.
                base_url: Where the API is, with or without the version at its end (`…/v1`); read from the environment
                    if omitted.
                timeout: Seconds for a whole call, None for no limit, or a `Timeout`.
                max_retries: How often a call may be sent again after a failure that cannot be paid for twice; 0 for
                    never.
                default_headers: Headers to send with every call.
                proxy: URL of an HTTP proxy, instead of those of the environment.
                verify: False to accept any certificate, a file of certificates, or an `ssl.SSLContext`.
                max_connections: How many connections may be in use at a time; further calls wait for one, within the
                    limit for the whole call. None for no limit.
                transport: The name of an HTTP library, or a transport of your own, which `close()` leaves open.
                on_request: Called before each attempt at a call; what it raises ends the call before anything is sent.
                    In the async client it may be async, as may the next two.
                on_response: Called when an attempt ended, with its result or error; what it raises is logged.
                on_retry: Called before the wait for the next attempt; what it raises is logged.
                on_deviation: Called where a response differs from its description; what it raises is not caught.
                keep_raw: False drops the bytes of responses, which halves the memory that large ones take; `extras`,
                    and nulls in `to_dict()`, need them.
                max_response_bytes: The largest response, decompressed, that is read into memory, and the largest event
                    of a stream; 256 MiB unless set, None for no limit. If set it also holds for files that are saved.
                allow_private_hosts: True fetches files also from loopback, private and link-local addresses, which is
                    the default only if `base_url` is itself such an address.

            Raises:
                ConfigurationError: There is no key, or a setting cannot work.
            """

        def with_options(self, **changes: Unpack[_Options]) -> Self:  # pyright: ignore[reportIncompatibleMethodOverride]
            """Return a client with other settings over the same connections. Closing it leaves them open."""
            ...

        def copy(self, **changes: Unpack[_Options]) -> Self:  # pyright: ignore[reportIncompatibleMethodOverride]
            """Return `with_options(...)`, under its name in other clients."""
            ...

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
