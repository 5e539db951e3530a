# Rendered by `make generate` from spec/openapi.yaml. Do not edit.
"""`client.pets`: methods that build a call and send it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from ..operations.api import get_pet, patch_pet
from ..runtime.client.resource import AsyncResource, Omit, Resource, omit

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence

    from ..models.api import Pet
    from ..params.api import ChangeParam, GetPetFilterParam, GetPetPageParam
    from ..runtime.operation.operation import Options


class Pets(Resource, path="pets"):
    """Animals.

    `client.pets`: `get_pet`, `patch_pet`.
    """

    def get_pet(
        self,
        pet: int,
        *,
        q: str | Omit | None = omit,
        fields: Sequence[str] | Omit = omit,
        piped: Sequence[str] | Omit = omit,
        spaced: Sequence[str] | Omit = omit,
        filter: GetPetFilterParam | Omit = omit,
        page: GetPetPageParam | Omit = omit,
        where: Mapping[str, object] | Omit = omit,
        since: str | dt.date | Omit = omit,
        path: str | Omit = omit,
        x_ids: Sequence[int] | Omit = omit,
        session: str | Omit = omit,
        **options: Unpack[Options],
    ) -> Pet:
        """Args:
            pet: Number of the pet.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `Pet`: A cat or a dog.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        GET /pets/{pet}
        """
        return self._client.send(self._call(get_pet, locals()))

    def patch_pet(self, pet: int, *, body: Sequence[ChangeParam], **options: Unpack[Options]) -> None:
        """Args:
            pet: Number of the pet.
            body: The changes, one after the other.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `None`.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        PATCH /pets/{pet}
        """
        return self._client.send(self._call(patch_pet, locals()))


class AsyncPets(AsyncResource, path="pets"):
    """Animals.

    `client.pets`: `get_pet`, `patch_pet`.
    """

    async def get_pet(
        self,
        pet: int,
        *,
        q: str | Omit | None = omit,
        fields: Sequence[str] | Omit = omit,
        piped: Sequence[str] | Omit = omit,
        spaced: Sequence[str] | Omit = omit,
        filter: GetPetFilterParam | Omit = omit,
        page: GetPetPageParam | Omit = omit,
        where: Mapping[str, object] | Omit = omit,
        since: str | dt.date | Omit = omit,
        path: str | Omit = omit,
        x_ids: Sequence[int] | Omit = omit,
        session: str | Omit = omit,
        **options: Unpack[Options],
    ) -> Pet:
        """Args:
            pet: Number of the pet.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `Pet`: A cat or a dog.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        GET /pets/{pet}
        """
        return await self._client.send(self._call(get_pet, locals()))

    async def patch_pet(self, pet: int, *, body: Sequence[ChangeParam], **options: Unpack[Options]) -> None:
        """Args:
            pet: Number of the pet.
            body: The changes, one after the other.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `None`.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        PATCH /pets/{pet}
        """
        return await self._client.send(self._call(patch_pet, locals()))
