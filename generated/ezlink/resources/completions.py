# Rendered by `make generate` from spec/families/completions.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""`client.completions`: builds the call and sends it, in one step."""

from __future__ import annotations

from typing import TYPE_CHECKING, overload

from ..operations.completions import create_completion
from ..runtime.client.resource import AsyncResource, Resource
from ..runtime.operation.signature import same_as, without_overloads

if TYPE_CHECKING:
    from typing import Any, Literal, Unpack

    from ..models.completions import Completion
    from ..params.completions import CreateCompletion
    from ..runtime.streaming.stream import AsyncStream, Stream


class Completions(Resource):
    """Text that goes on from a prompt, the older form (自动补全).

    `client.completions`: `create`.
    """

    @overload
    def create(self, *, stream: Literal[False] | None = ..., **params: Unpack[CreateCompletion]) -> Completion: ...

    @overload
    def create(
        self, *, stream: Literal[True], **params: Unpack[CreateCompletion]
    ) -> Stream[Completion, Completion]: ...

    @overload
    def create(
        self, *, stream: bool | None = ..., **params: Unpack[CreateCompletion]
    ) -> Completion | Stream[Completion, Completion]: ...

    @same_as(create_completion)
    def create(self, **params: Any) -> Any:
        """Go on from a prompt.

        Returns text that continues the prompt. This is the older form; most models answer conversations only.
        With `stream` the text comes in pieces, as the model writes it.

        Args:
            model: Id of the model that writes, of any vendor that the gateway serves.
            prompt: One text, several texts, or the same as lists of token ids.
            All others: see `CreateCompletion` in params/completions.py.

        Returns `Completion`; with `stream=True` a `Stream` of `Completion`.

        POST /v1/completions (创建完成, api-205931266)
        """
        return self._client.send(without_overloads(create_completion)(**params))


class AsyncCompletions(AsyncResource):
    """Text that goes on from a prompt, the older form (自动补全).

    `client.completions`: `create`.
    """

    @overload
    async def create(
        self, *, stream: Literal[False] | None = ..., **params: Unpack[CreateCompletion]
    ) -> Completion: ...

    @overload
    async def create(
        self, *, stream: Literal[True], **params: Unpack[CreateCompletion]
    ) -> AsyncStream[Completion, Completion]: ...

    @overload
    async def create(
        self, *, stream: bool | None = ..., **params: Unpack[CreateCompletion]
    ) -> Completion | AsyncStream[Completion, Completion]: ...

    @same_as(create_completion)
    async def create(self, **params: Any) -> Any:
        """Go on from a prompt.

        Returns text that continues the prompt. This is the older form; most models answer conversations only.
        With `stream` the text comes in pieces, as the model writes it.

        Args:
            model: Id of the model that writes, of any vendor that the gateway serves.
            prompt: One text, several texts, or the same as lists of token ids.
            All others: see `CreateCompletion` in params/completions.py.

        Returns `Completion`; with `stream=True` a `Stream` of `Completion`.

        POST /v1/completions (创建完成, api-205931266)
        """
        return await self._client.send(without_overloads(create_completion)(**params))
