# Rendered by `make generate` from spec/openapi.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""A client of the Town Library: `Library` and `AsyncLibrary`."""

from __future__ import annotations

from typing import TYPE_CHECKING

__version__ = "1"

__all__ = [
    "NOT_GIVEN",
    "APIConnectionError",
    "APIError",
    "APIResponse",
    "APIStatusError",
    "APITimeoutError",
    "AnswerError",
    "AsyncLibrary",
    "AsyncPaginator",
    "AsyncStream",
    "AsyncTask",
    "AuthenticationError",
    "BadRequestError",
    "Call",
    "ConfigurationError",
    "ConflictError",
    "Deviation",
    "EmptyAnswer",
    "InternalServerError",
    "Library",
    "LibraryError",
    "MissingField",
    "NotFoundError",
    "NotServed",
    "Omit",
    "Paginator",
    "PermissionDeniedError",
    "Progress",
    "RateLimitError",
    "RequestEvent",
    "ResponseEvent",
    "ResponseInfo",
    "RetryEvent",
    "Stream",
    "StreamFailed",
    "StreamTruncated",
    "Task",
    "TaskFailed",
    "TaskTimeout",
    "TaskWaiting",
    "Timeout",
    "UnprocessableEntityError",
    "UnreadableAnswer",
    "__version__",
    "batch",
    "extras",
    "models",
    "omit",
    "operations",
    "params",
    "progress_bar",
    "response_info",
    "testing",
]

# Checkers see plain imports; at run time each name is imported when it is first used.
if TYPE_CHECKING:
    from . import batch, models, operations, params, testing
    from .client import AsyncLibrary, Library
    from .runtime.client.paginator import Paginator
    from .runtime.client.resource import NOT_GIVEN, AsyncPaginator, Omit, omit
    from .runtime.errors import (
        AnswerError,
        APIConnectionError,
        APIError,
        APIStatusError,
        APITimeoutError,
        AuthenticationError,
        BadRequestError,
        ConfigurationError,
        ConflictError,
        EmptyAnswer,
        InternalServerError,
        MissingField,
        NotFoundError,
        NotServed,
        PermissionDeniedError,
        RateLimitError,
        StreamFailed,
        StreamTruncated,
        TaskFailed,
        TaskTimeout,
        TaskWaiting,
        UnprocessableEntityError,
        UnreadableAnswer,
    )
    from .runtime.errors import SDKError as LibraryError
    from .runtime.hooks import RequestEvent, ResponseEvent, RetryEvent
    from .runtime.http.timeout import Timeout
    from .runtime.operation.call import Call
    from .runtime.operation.polling_spec import Progress
    from .runtime.polling.progress_bar import progress_bar
    from .runtime.polling.task import AsyncTask, Task
    from .runtime.response.decoding import Deviation
    from .runtime.response.extras import extras
    from .runtime.response.metadata import APIResponse, ResponseInfo, response_info
    from .runtime.streaming.stream import AsyncStream, Stream
else:
    from .runtime.lazy import lazy

    __getattr__ = lazy(
        __name__,
        {
            "APIConnectionError": "runtime.errors",
            "APIError": "runtime.errors",
            "APIResponse": "runtime.response.metadata",
            "APIStatusError": "runtime.errors",
            "APITimeoutError": "runtime.errors",
            "AnswerError": "runtime.errors",
            "AsyncLibrary": "client",
            "AsyncPaginator": "runtime.client.resource",
            "AsyncStream": "runtime.streaming.stream",
            "AsyncTask": "runtime.polling.task",
            "AuthenticationError": "runtime.errors",
            "BadRequestError": "runtime.errors",
            "Call": "runtime.operation.call",
            "ConfigurationError": "runtime.errors",
            "ConflictError": "runtime.errors",
            "Deviation": "runtime.response.decoding",
            "EmptyAnswer": "runtime.errors",
            "InternalServerError": "runtime.errors",
            "Library": "client",
            "LibraryError": "runtime.errors:SDKError",
            "MissingField": "runtime.errors",
            "NOT_GIVEN": "runtime.client.resource",
            "NotFoundError": "runtime.errors",
            "NotServed": "runtime.errors",
            "Omit": "runtime.client.resource",
            "Paginator": "runtime.client.paginator",
            "PermissionDeniedError": "runtime.errors",
            "Progress": "runtime.operation.polling_spec",
            "RateLimitError": "runtime.errors",
            "RequestEvent": "runtime.hooks",
            "ResponseEvent": "runtime.hooks",
            "ResponseInfo": "runtime.response.metadata",
            "RetryEvent": "runtime.hooks",
            "Stream": "runtime.streaming.stream",
            "StreamFailed": "runtime.errors",
            "StreamTruncated": "runtime.errors",
            "Task": "runtime.polling.task",
            "TaskFailed": "runtime.errors",
            "TaskTimeout": "runtime.errors",
            "TaskWaiting": "runtime.errors",
            "Timeout": "runtime.http.timeout",
            "UnprocessableEntityError": "runtime.errors",
            "UnreadableAnswer": "runtime.errors",
            "batch": "batch:",
            "extras": "runtime.response.extras",
            "models": "models:",
            "omit": "runtime.client.resource",
            "operations": "operations:",
            "params": "params:",
            "progress_bar": "runtime.polling.progress_bar",
            "response_info": "runtime.response.metadata",
            "testing": "testing:",
        },
    )


def __dir__() -> list[str]:
    return __all__
