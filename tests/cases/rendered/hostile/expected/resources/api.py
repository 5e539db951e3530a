# Rendered by `make generate` from spec/openapi.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""`client.api`: builds the call and sends it, in one step."""

from __future__ import annotations

from typing import TYPE_CHECKING, overload

from ..operations.api import get_v1_i_d_class as build_get_v1_i_d_class
from ..operations.api import kind as build_kind
from ..operations.api import resource as build_resource
from ..runtime.client.resource import AsyncResource, Resource, async_method, method
from ..runtime.operation.signature import same_as, without_overloads

if TYPE_CHECKING:
    from typing import Any, Literal, Unpack

    from ..models.api import Api, Resource_
    from ..runtime.operation.operation import Options
    from ..runtime.streaming.stream import AsyncStream, Stream


class ApiResource(Resource):
    """`client.api`: `kind`, `resource`, `get_v1_i_d_class`."""

    resource = method(build_resource)
    get_v1_i_d_class = method(build_get_v1_i_d_class)

    @overload
    def kind(self, *, kind: Literal["one"] | None = ..., **params: Unpack[Options]) -> Resource_: ...

    @overload
    def kind(self, *, kind: Literal["many"], **params: Unpack[Options]) -> Stream[Api, Resource_]: ...

    @overload
    def kind(
        self, *, kind: Literal["one", "many"] = ..., **params: Unpack[Options]
    ) -> Resource_ | Stream[Api, Resource_]: ...

    @same_as(build_kind)
    def kind(self, **params: Any) -> Any:
        """Args:
            All: see `None` in params/api.py.

        Returns `Resource_`; with `kind='many'` a `Stream` of `Api`.

        POST /kind
        """
        return self._client.send(without_overloads(build_kind)(**params))


class AsyncApiResource(AsyncResource):
    """`client.api`: `kind`, `resource`, `get_v1_i_d_class`."""

    resource = async_method(build_resource)
    get_v1_i_d_class = async_method(build_get_v1_i_d_class)

    @overload
    async def kind(self, *, kind: Literal["one"] | None = ..., **params: Unpack[Options]) -> Resource_: ...

    @overload
    async def kind(self, *, kind: Literal["many"], **params: Unpack[Options]) -> AsyncStream[Api, Resource_]: ...

    @overload
    async def kind(
        self, *, kind: Literal["one", "many"] = ..., **params: Unpack[Options]
    ) -> Resource_ | AsyncStream[Api, Resource_]: ...

    @same_as(build_kind)
    async def kind(self, **params: Any) -> Any:
        """Args:
            All: see `None` in params/api.py.

        Returns `Resource_`; with `kind='many'` a `Stream` of `Api`.

        POST /kind
        """
        return await self._client.send(without_overloads(build_kind)(**params))
