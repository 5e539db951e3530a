# Rendered by `make generate` from spec/openapi.yaml. Do not edit.
"""The clients of the Clerks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from ._profile import PROFILE
from .runtime.client.client import AsyncClient, SyncClient
from .runtime.client.resource import cached_property

if TYPE_CHECKING:
    from .resources.letters import AsyncLettersResource, LettersResource


class Clerks(SyncClient):
    """The client of the Clerks.

    The key is `api_key`, or else the environment's CLERKS_API_KEY; the address is `base_url`, or else
    CLERKS_BASE_URL, or else https://clerks.example. Use it in a `with` block, or `close()` it.
    """

    _profile = PROFILE

    @cached_property
    def letters(self) -> LettersResource:
        """`client.letters`"""
        from .resources.letters import LettersResource

        return LettersResource(self)

    @property
    def office(self) -> Self:
        """The client itself, under the name that others have for some of their methods."""
        return self


class AsyncClerks(AsyncClient):
    """The async client of the Clerks.

    The key is `api_key`, or else the environment's CLERKS_API_KEY; the address is `base_url`, or else
    CLERKS_BASE_URL, or else https://clerks.example. Use it in an `async with` block, or `await close()`.
    """

    _profile = PROFILE

    @cached_property
    def letters(self) -> AsyncLettersResource:
        """`client.letters`"""
        from .resources.letters import AsyncLettersResource

        return AsyncLettersResource(self)

    @property
    def office(self) -> Self:
        """The client itself, under the name that others have for some of their methods."""
        return self
