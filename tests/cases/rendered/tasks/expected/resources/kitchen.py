# Rendered by `make generate` from spec/openapi.yaml. Do not edit.
"""`client.kitchen`: methods that build a call and send it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Unpack

from ..operations.api import ask_chef, fetch_film, film_meal, look_at_meal, order_meal, order_soup
from ..runtime.client.resource import AsyncResource, Omit, Resource, cached_property, omit
from ..runtime.operation.endpoint import operation_of
from ..runtime.polling.task import AsyncTask, Task

if TYPE_CHECKING:
    from ..models.api import AsyncPlate, Plate, Ticket
    from ..params.api import LookAtMeal
    from ..runtime.files.binary_response import AsyncBinaryResponse, BinaryResponse
    from ..runtime.operation.operation import Options


class Films(Resource, path="kitchen.films"):
    """`client.kitchen.films`: `result`, `start`, `resume`."""

    def result(self, *, ticket: str, **options: Unpack[Options]) -> BinaryResponse | Ticket:
        """Args:
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `BinaryResponse | Ticket`.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        GET /film
        """
        return self._client.send(self._call(fetch_film, locals()))

    def start(self, **options: Unpack[Options]) -> Task[BinaryResponse]:
        """Args:
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            A `Task`; its `wait()` returns `BinaryResponse`.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.
            TaskFailed, TaskTimeout: The task failed or took too long; raised by `wait()`.

        POST /film
        """
        return self._client.send(self._call(film_meal, locals()))

    def resume(self, id: str, **options: Unpack[Options]) -> Task[BinaryResponse]:
        """Resume a task by its id. Sends nothing until the task is polled.

        Args:
            id: Id of the task, from `task.id`.
            **options: Options of each poll.

        Returns:
            `Task[BinaryResponse]`, as the call that started the task returned it.
        """
        return Task(self._client, operation_of(film_meal), id, options=options)


class AsyncFilms(AsyncResource, path="kitchen.films"):
    """`client.kitchen.films`: `result`, `start`, `resume`."""

    async def result(self, *, ticket: str, **options: Unpack[Options]) -> AsyncBinaryResponse | Ticket:
        """Args:
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `AsyncBinaryResponse | Ticket`.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        GET /film
        """
        return await self._client.send(self._call(fetch_film, locals()))

    async def start(self, **options: Unpack[Options]) -> AsyncTask[AsyncBinaryResponse]:
        """Args:
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            A `AsyncTask`; its `wait()` returns `AsyncBinaryResponse`.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.
            TaskFailed, TaskTimeout: The task failed or took too long; raised by `wait()`.

        POST /film
        """
        return await self._client.send(self._call(film_meal, locals()))

    def resume(self, id: str, **options: Unpack[Options]) -> AsyncTask[AsyncBinaryResponse]:
        """Resume a task by its id. Sends nothing until the task is polled.

        Args:
            id: Id of the task, from `task.id`.
            **options: Options of each poll.

        Returns:
            `AsyncTask[AsyncBinaryResponse]`, as the call that started the task returned it.
        """
        return AsyncTask(self._client, operation_of(film_meal), id, options=options)


class KitchenResource(Resource, path="kitchen"):
    """`client.kitchen`: `ask`, `look`, `order`, `order_soup`, `resume`."""

    def ask(self, *, plate: str, what: str, **options: Unpack[Options]) -> Task[Plate]:
        """Args:
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            A `Task`; its `wait()` returns `Plate`.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.
            TaskFailed, TaskTimeout: The task failed or took too long; raised by `wait()`.

        POST /ask
        """
        return self._client.send(self._call(ask_chef, locals()))

    def look(self, from_: str, *, mode: Literal["haste", "peace"] | Omit = omit, **options: Unpack[Options]) -> Plate:
        """Args:
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `Plate`.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        GET /look/{from_}
        """
        return self._client.send(self._call(look_at_meal, locals()))

    def order(
        self, *, name: str, mode: Literal["haste", "peace"] | Omit = omit, **options: Unpack[Options]
    ) -> Task[Plate]:
        """Order a meal.

        Args:
            mode: How it is cooked.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            A `Task`; its `wait()` returns `Plate`.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.
            TaskFailed, TaskTimeout: The task failed or took too long; raised by `wait()`.

        POST /order
        """
        return self._client.send(self._call(order_meal, locals()))

    def order_soup(
        self, *, hot: bool, mode: Literal["haste", "peace"] | Omit = omit, **options: Unpack[Options]
    ) -> Task[Plate]:
        """Order a soup.

        Args:
            mode: How it is cooked.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            A `Task`; its `wait()` returns `Plate`.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.
            TaskFailed, TaskTimeout: The task failed or took too long; raised by `wait()`.

        POST /order
        """
        return self._client.send(self._call(order_soup, locals()))

    def resume(self, id: str, **options: Unpack[LookAtMeal]) -> Task[Plate]:
        """Resume a task by its id. Sends nothing until the task is polled.

        Args:
            id: Id of the task, from `task.id`.
            **options: Options of each poll.

        Returns:
            `Task[Plate]`, as the call that started the task returned it.
        """
        return Task(self._client, operation_of(ask_chef), id, options=options)

    @cached_property
    def films(self) -> Films:
        """`client.kitchen.films`"""
        return Films(self._client)


class AsyncKitchenResource(AsyncResource, path="kitchen"):
    """`client.kitchen`: `ask`, `look`, `order`, `order_soup`, `resume`."""

    async def ask(self, *, plate: str, what: str, **options: Unpack[Options]) -> AsyncTask[AsyncPlate]:
        """Args:
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            A `AsyncTask`; its `wait()` returns `AsyncPlate`.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.
            TaskFailed, TaskTimeout: The task failed or took too long; raised by `wait()`.

        POST /ask
        """
        return await self._client.send(self._call(ask_chef, locals()))

    async def look(
        self, from_: str, *, mode: Literal["haste", "peace"] | Omit = omit, **options: Unpack[Options]
    ) -> AsyncPlate:
        """Args:
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `AsyncPlate`.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        GET /look/{from_}
        """
        return await self._client.send(self._call(look_at_meal, locals()))

    async def order(
        self, *, name: str, mode: Literal["haste", "peace"] | Omit = omit, **options: Unpack[Options]
    ) -> AsyncTask[AsyncPlate]:
        """Order a meal.

        Args:
            mode: How it is cooked.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            A `AsyncTask`; its `wait()` returns `AsyncPlate`.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.
            TaskFailed, TaskTimeout: The task failed or took too long; raised by `wait()`.

        POST /order
        """
        return await self._client.send(self._call(order_meal, locals()))

    async def order_soup(
        self, *, hot: bool, mode: Literal["haste", "peace"] | Omit = omit, **options: Unpack[Options]
    ) -> AsyncTask[AsyncPlate]:
        """Order a soup.

        Args:
            mode: How it is cooked.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            A `AsyncTask`; its `wait()` returns `AsyncPlate`.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.
            TaskFailed, TaskTimeout: The task failed or took too long; raised by `wait()`.

        POST /order
        """
        return await self._client.send(self._call(order_soup, locals()))

    def resume(self, id: str, **options: Unpack[LookAtMeal]) -> AsyncTask[AsyncPlate]:
        """Resume a task by its id. Sends nothing until the task is polled.

        Args:
            id: Id of the task, from `task.id`.
            **options: Options of each poll.

        Returns:
            `AsyncTask[AsyncPlate]`, as the call that started the task returned it.
        """
        return AsyncTask(self._client, operation_of(ask_chef), id, options=options)

    @cached_property
    def films(self) -> AsyncFilms:
        """`client.kitchen.films`"""
        return AsyncFilms(self._client)
