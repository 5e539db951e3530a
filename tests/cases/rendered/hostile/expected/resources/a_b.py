# Rendered by `make generate` from spec/openapi.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""`client.a_b`: builds the call and sends it, in one step."""

from __future__ import annotations

from functools import cached_property

from ..operations.api import create_thing
from ..runtime.client.resource import AsyncResource, Resource, async_method, method


class List(Resource):
    """sum\"\"\" \\

    `client.a_b.class_.list`: `method_`.
    """

    method_ = method(create_thing)


class AsyncList(AsyncResource):
    """sum\"\"\" \\

    `client.a_b.class_.list`: `method_`.
    """

    method_ = async_method(create_thing)


class Class(Resource):
    """sum\"\"\" \\

    `client.a_b.class_`.
    """

    @cached_property
    def list(self) -> List:
        """sum\"\"\" \\"""
        return List(self._client)


class AsyncClass(AsyncResource):
    """sum\"\"\" \\

    `client.a_b.class_`.
    """

    @cached_property
    def list(self) -> AsyncList:
        """sum\"\"\" \\"""
        return AsyncList(self._client)


class AB(Resource):
    """tag \"\"\" \\

    `client.a_b`.
    """

    @cached_property
    def class_(self) -> Class:
        """sum\"\"\" \\"""
        return Class(self._client)


class AsyncAB(AsyncResource):
    """tag \"\"\" \\

    `client.a_b`.
    """

    @cached_property
    def class_(self) -> AsyncClass:
        """sum\"\"\" \\"""
        return AsyncClass(self._client)
