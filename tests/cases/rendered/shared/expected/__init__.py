# Rendered by `make generate` from spec/openapi.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""A client of the Shop: `Shop` and `AsyncShop`."""

from __future__ import annotations

from typing import TYPE_CHECKING

__version__ = "0.3.0"

__all__ = [
    "APIConnectionError",
    "APIError",
    "APIStatusError",
    "APITimeoutError",
    "AnswerError",
    "AsyncMedia",
    "AsyncShop",
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
    "Media",
    "MissingField",
    "NotFoundError",
    "NotServed",
    "PermissionDeniedError",
    "Progress",
    "RateLimitError",
    "Received",
    "Reply",
    "Shop",
    "ShopError",
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
    "extras",
    "models",
    "operations",
    "params",
    "progress_bar",
    "received",
]

# Checkers see plain imports; at run time each name is imported when it is first used.
if TYPE_CHECKING:
    from . import models, operations, params
    from .client import AsyncShop, Shop
    from .runtime.calls import Call
    from .runtime.decoding import Deviation
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
    from .runtime.errors import SDKError as ShopError
    from .runtime.extras import extras
    from .runtime.media import AsyncMedia, Media
    from .runtime.models import received
    from .runtime.progress import progress_bar
    from .runtime.replies import Received, Reply
    from .runtime.streams import AsyncStream, Stream
    from .runtime.task_plans import Progress
    from .runtime.tasks import AsyncTask, Task
    from .runtime.timeouts import Timeout
else:
    from .runtime.lazy import lazy

    __getattr__ = lazy(
        __name__,
        {
            "APIConnectionError": "runtime.errors",
            "APIError": "runtime.errors",
            "APIStatusError": "runtime.errors",
            "APITimeoutError": "runtime.errors",
            "AnswerError": "runtime.errors",
            "AsyncMedia": "runtime.media",
            "AsyncShop": "client",
            "AsyncStream": "runtime.streams",
            "AsyncTask": "runtime.tasks",
            "AuthenticationError": "runtime.errors",
            "BadRequestError": "runtime.errors",
            "Call": "runtime.calls",
            "ConfigurationError": "runtime.errors",
            "ConflictError": "runtime.errors",
            "Deviation": "runtime.decoding",
            "EmptyAnswer": "runtime.errors",
            "InternalServerError": "runtime.errors",
            "Media": "runtime.media",
            "MissingField": "runtime.errors",
            "NotFoundError": "runtime.errors",
            "NotServed": "runtime.errors",
            "PermissionDeniedError": "runtime.errors",
            "Progress": "runtime.task_plans",
            "RateLimitError": "runtime.errors",
            "Received": "runtime.replies",
            "Reply": "runtime.replies",
            "Shop": "client",
            "ShopError": "runtime.errors:SDKError",
            "Stream": "runtime.streams",
            "StreamFailed": "runtime.errors",
            "StreamTruncated": "runtime.errors",
            "Task": "runtime.tasks",
            "TaskFailed": "runtime.errors",
            "TaskTimeout": "runtime.errors",
            "TaskWaiting": "runtime.errors",
            "Timeout": "runtime.timeouts",
            "UnprocessableEntityError": "runtime.errors",
            "UnreadableAnswer": "runtime.errors",
            "extras": "runtime.extras",
            "models": "models:",
            "operations": "operations:",
            "params": "params:",
            "progress_bar": "runtime.progress",
            "received": "runtime.models",
        },
    )


def __dir__() -> list[str]:
    return __all__
