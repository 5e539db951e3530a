# Rendered by `make generate` from spec/openapi.yaml. Do not edit.
"""`client.a_b`: methods that build a call and send it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Unpack

from ..operations.api import create_thing
from ..runtime.client.resource import AsyncResource, Omit, Resource, cached_property, omit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..models.api import Model
    from ..params.api import ModelParam, ReqNestedParam
    from ..runtime.operation.operation import Options


class List(Resource, path="a_b.class_.list"):
    """sum\"\"\" \\

    `client.a_b.class_.list`: `method`.
    """

    def method(
        self,
        i_d: str,
        class_: str,
        *,
        stream: Literal['a\'"""\\\n\u202e{{ x }}', "b"],
        from_: str,
        timeout_: int | Omit = omit,
        x_foo: str | Omit = omit,
        extra_body_: str | Omit = omit,
        list: Sequence[str] | Omit = omit,
        str_: str | Omit = omit,
        field: str | Omit = omit,
        field_2: str | Omit = omit,
        软件: str | Omit = omit,
        n1x: bool | Omit = omit,
        x1: bool | Omit = omit,
        x_1_3: bool | Omit = omit,
        x_1: bool | Omit = omit,
        x_1_2: bool | Omit = omit,
        self_: str | Omit = omit,
        any: object = omit,
        nested: ReqNestedParam | Omit = omit,
        rec: ModelParam | Model | Omit = omit,
        **options: Unpack[Options],
    ) -> Model:
        """sum\"\"\" \\

        desc \"\"\"
        #: evil
        \\N{BULLET} ends with quote"

        Args:
            i_d: x\"\"\"\\
            stream: \"\"\"\\
            rec: ends with \\
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `Model`: ends with \\.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        POST /v1/'"/{i_d}/{class_} (标题\u202e, p\"\"\")
        """
        return self._client.send(self._call(create_thing, locals()))


class AsyncList(AsyncResource, path="a_b.class_.list"):
    """sum\"\"\" \\

    `client.a_b.class_.list`: `method`.
    """

    async def method(
        self,
        i_d: str,
        class_: str,
        *,
        stream: Literal['a\'"""\\\n\u202e{{ x }}', "b"],
        from_: str,
        timeout_: int | Omit = omit,
        x_foo: str | Omit = omit,
        extra_body_: str | Omit = omit,
        list: Sequence[str] | Omit = omit,
        str_: str | Omit = omit,
        field: str | Omit = omit,
        field_2: str | Omit = omit,
        软件: str | Omit = omit,
        n1x: bool | Omit = omit,
        x1: bool | Omit = omit,
        x_1_3: bool | Omit = omit,
        x_1: bool | Omit = omit,
        x_1_2: bool | Omit = omit,
        self_: str | Omit = omit,
        any: object = omit,
        nested: ReqNestedParam | Omit = omit,
        rec: ModelParam | Model | Omit = omit,
        **options: Unpack[Options],
    ) -> Model:
        """sum\"\"\" \\

        desc \"\"\"
        #: evil
        \\N{BULLET} ends with quote"

        Args:
            i_d: x\"\"\"\\
            stream: \"\"\"\\
            rec: ends with \\
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `Model`: ends with \\.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        POST /v1/'"/{i_d}/{class_} (标题\u202e, p\"\"\")
        """
        return await self._client.send(self._call(create_thing, locals()))


class Class(Resource, path="a_b.class_"):
    """sum\"\"\" \\

    `client.a_b.class_`.
    """

    @cached_property
    def list(self) -> List:
        """sum\"\"\" \\"""
        return List(self._client)


class AsyncClass(AsyncResource, path="a_b.class_"):
    """sum\"\"\" \\

    `client.a_b.class_`.
    """

    @cached_property
    def list(self) -> AsyncList:
        """sum\"\"\" \\"""
        return AsyncList(self._client)


class AB(Resource, path="a_b"):
    """tag \"\"\" \\

    `client.a_b`.
    """

    @cached_property
    def class_(self) -> Class:
        """sum\"\"\" \\"""
        return Class(self._client)


class AsyncAB(AsyncResource, path="a_b"):
    """tag \"\"\" \\

    `client.a_b`.
    """

    @cached_property
    def class_(self) -> AsyncClass:
        """sum\"\"\" \\"""
        return AsyncClass(self._client)
