# Rendered by `make generate` from spec/openapi.yaml. Do not edit.
"""A client of the Kitchen: `Kitchen` and `AsyncKitchen`."""

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
    "AsyncBinaryResponse",
    "AsyncKitchen",
    "AsyncTask",
    "AuthenticationError",
    "BadRequestError",
    "BinaryResponse",
    "Call",
    "ConfigurationError",
    "ConflictError",
    "Deviation",
    "EmptyAnswer",
    "InternalServerError",
    "Kitchen",
    "KitchenError",
    "MissingField",
    "NotFoundError",
    "NotServed",
    "Omit",
    "PermissionDeniedError",
    "Progress",
    "RateLimitError",
    "RequestEvent",
    "ResponseEvent",
    "ResponseInfo",
    "RetryEvent",
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
    from .client import AsyncKitchen, Kitchen
    from .runtime.client.resource import NOT_GIVEN, Omit, omit
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
        TaskFailed,
        TaskTimeout,
        TaskWaiting,
        UnprocessableEntityError,
        UnreadableAnswer,
    )
    from .runtime.errors import SDKError as KitchenError
    from .runtime.files.binary_response import AsyncBinaryResponse, BinaryResponse
    from .runtime.hooks import RequestEvent, ResponseEvent, RetryEvent
    from .runtime.http.timeout import Timeout
    from .runtime.operation.call import Call
    from .runtime.operation.polling_spec import Progress
    from .runtime.polling.progress_bar import progress_bar
    from .runtime.polling.task import AsyncTask, Task
    from .runtime.response.decoding import Deviation
    from .runtime.response.extras import extras
    from .runtime.response.metadata import APIResponse, ResponseInfo, response_info
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
            "AsyncBinaryResponse": "runtime.files.binary_response",
            "AsyncKitchen": "client",
            "AsyncTask": "runtime.polling.task",
            "AuthenticationError": "runtime.errors",
            "BadRequestError": "runtime.errors",
            "BinaryResponse": "runtime.files.binary_response",
            "Call": "runtime.operation.call",
            "ConfigurationError": "runtime.errors",
            "ConflictError": "runtime.errors",
            "Deviation": "runtime.response.decoding",
            "EmptyAnswer": "runtime.errors",
            "InternalServerError": "runtime.errors",
            "Kitchen": "client",
            "KitchenError": "runtime.errors:SDKError",
            "MissingField": "runtime.errors",
            "NOT_GIVEN": "runtime.client.resource",
            "NotFoundError": "runtime.errors",
            "NotServed": "runtime.errors",
            "Omit": "runtime.client.resource",
            "PermissionDeniedError": "runtime.errors",
            "Progress": "runtime.operation.polling_spec",
            "RateLimitError": "runtime.errors",
            "RequestEvent": "runtime.hooks",
            "ResponseEvent": "runtime.hooks",
            "ResponseInfo": "runtime.response.metadata",
            "RetryEvent": "runtime.hooks",
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
