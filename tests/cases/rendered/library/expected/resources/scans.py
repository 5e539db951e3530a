# Rendered by `make generate` from spec/openapi.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""`client.scans`: methods that build a call and send it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from ..operations.api import create_scan, retrieve_scan
from ..runtime.client.resource import AsyncResource, Omit, Resource, omit
from ..runtime.operation.endpoint import operation_of
from ..runtime.polling.task import AsyncTask, Task

if TYPE_CHECKING:
    from ..models.api import Scan
    from ..runtime.operation.operation import Options


class Scans(Resource, path="scans"):
    """`client.scans`: `create`, `retrieve`, `resume`."""

    def create(self, *, book: str | Omit = omit, **options: Unpack[Options]) -> Task[Scan]:
        """Scan a book.

        Args:
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            A `Task`; its `wait()` returns `Scan`.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.
            TaskFailed, TaskTimeout: The task failed or took too long; raised by `wait()`.

        POST /scans
        """
        return self._client.send(self._call(create_scan, locals()))

    def retrieve(self, id: str, **options: Unpack[Options]) -> Scan:
        """Look at a scan.

        Args:
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `Scan`.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        GET /scans/{id}
        """
        return self._client.send(self._call(retrieve_scan, locals()))

    def resume(self, id: str, **options: Unpack[Options]) -> Task[Scan]:
        """Resume a task by its id. Sends nothing until the task is polled.

        Args:
            id: Id of the task, from `task.id`.
            **options: Options of each poll.

        Returns:
            `Task[Scan]`, as the call that started the task returned it.
        """
        return Task(self._client, operation_of(create_scan), id, options=options)


class AsyncScans(AsyncResource, path="scans"):
    """`client.scans`: `create`, `retrieve`, `resume`."""

    async def create(self, *, book: str | Omit = omit, **options: Unpack[Options]) -> AsyncTask[Scan]:
        """Scan a book.

        Args:
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            A `AsyncTask`; its `wait()` returns `Scan`.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.
            TaskFailed, TaskTimeout: The task failed or took too long; raised by `wait()`.

        POST /scans
        """
        return await self._client.send(self._call(create_scan, locals()))

    async def retrieve(self, id: str, **options: Unpack[Options]) -> Scan:
        """Look at a scan.

        Args:
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `Scan`.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        GET /scans/{id}
        """
        return await self._client.send(self._call(retrieve_scan, locals()))

    def resume(self, id: str, **options: Unpack[Options]) -> AsyncTask[Scan]:
        """Resume a task by its id. Sends nothing until the task is polled.

        Args:
            id: Id of the task, from `task.id`.
            **options: Options of each poll.

        Returns:
            `AsyncTask[Scan]`, as the call that started the task returned it.
        """
        return AsyncTask(self._client, operation_of(create_scan), id, options=options)
