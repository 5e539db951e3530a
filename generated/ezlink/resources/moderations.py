# Rendered by `make generate` from spec/families/moderations.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""`client.moderations`: methods that build a call and send it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Unpack

from ..operations.moderations import create_moderation
from ..runtime.client.resource import AsyncResource, Omit, Resource, omit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..models.moderations import ModerationCreateResponse
    from ..runtime.operation.operation import Options


class Moderations(Resource, path="moderations"):
    """Detection of harmful text, by category (审查).

    `client.moderations`: `create`.
    """

    def create(
        self,
        *,
        input: str | Sequence[str],
        model: Literal["text-moderation-latest", "text-moderation-stable"] | str | Omit = omit,
        **options: Unpack[Options],
    ) -> ModerationCreateResponse:
        """Classify texts as harmful or not.

        Returns for each text a flag, the categories that it violates, and the model's scores.

        Args:
            input: One text or several. The gateway rejects an empty one.
            model: Id of the model. If omitted, the gateway uses a channel of `text-moderation-stable` and leaves
                the model to the vendor. Default: `'text-moderation-latest'`.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `ModerationCreateResponse`: The judgements of a request's texts.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        POST /v1/moderations (创建内容审核)
        """
        return self._client.send(self._call(create_moderation, locals()))


class AsyncModerations(AsyncResource, path="moderations"):
    """Detection of harmful text, by category (审查).

    `client.moderations`: `create`.
    """

    async def create(
        self,
        *,
        input: str | Sequence[str],
        model: Literal["text-moderation-latest", "text-moderation-stable"] | str | Omit = omit,
        **options: Unpack[Options],
    ) -> ModerationCreateResponse:
        """Classify texts as harmful or not.

        Returns for each text a flag, the categories that it violates, and the model's scores.

        Args:
            input: One text or several. The gateway rejects an empty one.
            model: Id of the model. If omitted, the gateway uses a channel of `text-moderation-stable` and leaves
                the model to the vendor. Default: `'text-moderation-latest'`.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `ModerationCreateResponse`: The judgements of a request's texts.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        POST /v1/moderations (创建内容审核)
        """
        return await self._client.send(self._call(create_moderation, locals()))
