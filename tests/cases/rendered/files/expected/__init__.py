# Rendered by `make generate` from spec/openapi.yaml. Do not edit.
"""A client of the Darkroom: `Darkroom` and `AsyncDarkroom`."""

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
    "AsyncDarkroom",
    "AuthenticationError",
    "BadRequestError",
    "BinaryResponse",
    "Call",
    "ConfigurationError",
    "ConflictError",
    "Darkroom",
    "DarkroomError",
    "Deviation",
    "EmptyAnswer",
    "InternalServerError",
    "MissingField",
    "NotFoundError",
    "NotServed",
    "Omit",
    "PermissionDeniedError",
    "RateLimitError",
    "RequestEvent",
    "ResponseEvent",
    "ResponseInfo",
    "RetryEvent",
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
    "response_info",
    "testing",
]

# Checkers see plain imports; at run time each name is imported when it is first used.
if TYPE_CHECKING:
    from . import batch, models, operations, params, testing
    from .client import AsyncDarkroom, Darkroom
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
        UnprocessableEntityError,
        UnreadableAnswer,
    )
    from .runtime.errors import SDKError as DarkroomError
    from .runtime.files.binary_response import AsyncBinaryResponse, BinaryResponse
    from .runtime.hooks import RequestEvent, ResponseEvent, RetryEvent
    from .runtime.http.timeout import Timeout
    from .runtime.operation.call import Call
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
            "AsyncDarkroom": "client",
            "AuthenticationError": "runtime.errors",
            "BadRequestError": "runtime.errors",
            "BinaryResponse": "runtime.files.binary_response",
            "Call": "runtime.operation.call",
            "ConfigurationError": "runtime.errors",
            "ConflictError": "runtime.errors",
            "Darkroom": "client",
            "DarkroomError": "runtime.errors:SDKError",
            "Deviation": "runtime.response.decoding",
            "EmptyAnswer": "runtime.errors",
            "InternalServerError": "runtime.errors",
            "MissingField": "runtime.errors",
            "NOT_GIVEN": "runtime.client.resource",
            "NotFoundError": "runtime.errors",
            "NotServed": "runtime.errors",
            "Omit": "runtime.client.resource",
            "PermissionDeniedError": "runtime.errors",
            "RateLimitError": "runtime.errors",
            "RequestEvent": "runtime.hooks",
            "ResponseEvent": "runtime.hooks",
            "ResponseInfo": "runtime.response.metadata",
            "RetryEvent": "runtime.hooks",
            "Timeout": "runtime.http.timeout",
            "UnprocessableEntityError": "runtime.errors",
            "UnreadableAnswer": "runtime.errors",
            "batch": "batch:",
            "extras": "runtime.response.extras",
            "models": "models:",
            "omit": "runtime.client.resource",
            "operations": "operations:",
            "params": "params:",
            "response_info": "runtime.response.metadata",
            "testing": "testing:",
        },
    )


def __dir__() -> list[str]:
    return __all__
