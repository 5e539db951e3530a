# Rendered by `make generate` from spec/families/completions.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""`client.completions`: builds the call and sends it, in one step."""

from __future__ import annotations

from typing import TYPE_CHECKING, overload

from ..operations.completions import create_completion
from ..runtime.resources import AsyncResource, Resource
from ..runtime.signatures import same_as, without_overloads

if TYPE_CHECKING:
    from typing import Any, Unpack

    from ..models.completions import Completion
    from ..params.completions import CreateCompletion, CreateCompletionStreamed, CreateCompletionWhole
    from ..runtime.streams import AsyncStream, Stream


class Completions(Resource):
    """Text that goes on from a prompt, the older form (自动补全).

    `client.completions`: `create`.
    """

    @overload
    def create(self, **params: Unpack[CreateCompletionWhole]) -> Completion: ...

    @overload
    def create(self, **params: Unpack[CreateCompletionStreamed]) -> Stream[Completion, Completion]: ...

    @overload
    def create(self, **params: Unpack[CreateCompletion]) -> Completion | Stream[Completion, Completion]: ...

    @same_as(create_completion)
    def create(self, **params: Any) -> Any:
        return self._client.send(without_overloads(create_completion)(**params))


class AsyncCompletions(AsyncResource):
    """Text that goes on from a prompt, the older form (自动补全).

    `client.completions`: `create`.
    """

    @overload
    async def create(self, **params: Unpack[CreateCompletionWhole]) -> Completion: ...

    @overload
    async def create(self, **params: Unpack[CreateCompletionStreamed]) -> AsyncStream[Completion, Completion]: ...

    @overload
    async def create(self, **params: Unpack[CreateCompletion]) -> Completion | AsyncStream[Completion, Completion]: ...

    @same_as(create_completion)
    async def create(self, **params: Any) -> Any:
        return await self._client.send(without_overloads(create_completion)(**params))
