# Rendered by `make generate` from spec/openapi.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""`client.kitchen`: builds the call and sends it, in one step."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ..operations.api import ask_chef, fetch_film, film_meal, look_at_meal, order_meal
from ..operations.api import order_soup as build_order_soup
from ..runtime.client.resource import AsyncResource, Resource, async_method, method
from ..runtime.operation.signature import operation_of
from ..runtime.polling.task import AsyncTask, Task

if TYPE_CHECKING:
    from typing import Unpack

    from ..models.api import AsyncPlate, Plate
    from ..params.api import LookAtMeal
    from ..runtime.files.binary_response import AsyncBinaryResponse, BinaryResponse
    from ..runtime.operation.operation import Options


class Films(Resource):
    """`client.kitchen.films`: `result`, `start`, `resume`."""

    result = method(fetch_film)
    start = method(film_meal)

    def resume(self, id: str, **options: Unpack[Options]) -> Task[BinaryResponse]:
        """Take up a task that was started before, by the id that it had. Sends nothing until it is looked at.

        `wait()` of the task gives `BinaryResponse`. The options are those of each look.
        """
        return Task(self._client, operation_of(film_meal), id, options=options)


class AsyncFilms(AsyncResource):
    """`client.kitchen.films`: `result`, `start`, `resume`."""

    result = async_method(fetch_film)
    start = async_method(film_meal)

    def resume(self, id: str, **options: Unpack[Options]) -> AsyncTask[AsyncBinaryResponse]:
        """Take up a task that was started before, by the id that it had. Sends nothing until it is looked at.

        `wait()` of the task gives `BinaryResponse`. The options are those of each look.
        """
        return AsyncTask(self._client, operation_of(film_meal), id, options=options)


class KitchenResource(Resource):
    """`client.kitchen`: `ask`, `look`, `order`, `order_soup`, `resume`."""

    ask = method(ask_chef)
    look = method(look_at_meal)
    order = method(order_meal)
    order_soup = method(build_order_soup)

    def resume(self, id: str, **options: Unpack[LookAtMeal]) -> Task[Plate]:
        """Take up a task that was started before, by the id that it had. Sends nothing until it is looked at.

        `wait()` of the task gives `Plate`. The options are those of each look.
        """
        return Task(self._client, operation_of(ask_chef), id, options=options)

    @cached_property
    def films(self) -> Films:
        """`client.kitchen.films`"""
        return Films(self._client)


class AsyncKitchenResource(AsyncResource):
    """`client.kitchen`: `ask`, `look`, `order`, `order_soup`, `resume`."""

    ask = async_method(ask_chef)
    look = async_method(look_at_meal)
    order = async_method(order_meal)
    order_soup = async_method(build_order_soup)

    def resume(self, id: str, **options: Unpack[LookAtMeal]) -> AsyncTask[AsyncPlate]:
        """Take up a task that was started before, by the id that it had. Sends nothing until it is looked at.

        `wait()` of the task gives `Plate`. The options are those of each look.
        """
        return AsyncTask(self._client, operation_of(ask_chef), id, options=options)

    @cached_property
    def films(self) -> AsyncFilms:
        """`client.kitchen.films`"""
        return AsyncFilms(self._client)
