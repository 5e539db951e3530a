# Rendered by `make generate` from spec/openapi.yaml. Do not edit.
"""A client of the Clerks: `Clerks` and `AsyncClerks`."""

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
    "AsyncClerks",
    "AsyncParsedStream",
    "AsyncStream",
    "AuthenticationError",
    "BadRequestError",
    "Call",
    "Clerks",
    "ClerksError",
    "ConfigurationError",
    "ConflictError",
    "ContentFilterFinishReasonError",
    "Deviation",
    "EmptyAnswer",
    "InternalServerError",
    "LengthFinishReasonError",
    "MissingField",
    "NotFoundError",
    "NotServed",
    "Omit",
    "ParsedStream",
    "PermissionDeniedError",
    "RateLimitError",
    "RequestEvent",
    "ResponseEvent",
    "ResponseInfo",
    "RetryEvent",
    "Stream",
    "StreamFailed",
    "StreamTruncated",
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
    from .client import AsyncClerks, Clerks
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
        ContentFilterFinishReasonError,
        EmptyAnswer,
        InternalServerError,
        LengthFinishReasonError,
        MissingField,
        NotFoundError,
        NotServed,
        PermissionDeniedError,
        RateLimitError,
        StreamFailed,
        StreamTruncated,
        UnprocessableEntityError,
        UnreadableAnswer,
    )
    from .runtime.errors import SDKError as ClerksError
    from .runtime.hooks import RequestEvent, ResponseEvent, RetryEvent
    from .runtime.http.timeout import Timeout
    from .runtime.operation.call import Call
    from .runtime.response.decoding import Deviation
    from .runtime.response.extras import extras
    from .runtime.response.metadata import APIResponse, ResponseInfo, response_info
    from .runtime.streaming.parsed_stream import AsyncParsedStream, ParsedStream
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
            "AsyncClerks": "client",
            "AsyncParsedStream": "runtime.streaming.parsed_stream",
            "AsyncStream": "runtime.streaming.stream",
            "AuthenticationError": "runtime.errors",
            "BadRequestError": "runtime.errors",
            "Call": "runtime.operation.call",
            "Clerks": "client",
            "ClerksError": "runtime.errors:SDKError",
            "ConfigurationError": "runtime.errors",
            "ConflictError": "runtime.errors",
            "ContentFilterFinishReasonError": "runtime.errors",
            "Deviation": "runtime.response.decoding",
            "EmptyAnswer": "runtime.errors",
            "InternalServerError": "runtime.errors",
            "LengthFinishReasonError": "runtime.errors",
            "MissingField": "runtime.errors",
            "NOT_GIVEN": "runtime.client.resource",
            "NotFoundError": "runtime.errors",
            "NotServed": "runtime.errors",
            "Omit": "runtime.client.resource",
            "ParsedStream": "runtime.streaming.parsed_stream",
            "PermissionDeniedError": "runtime.errors",
            "RateLimitError": "runtime.errors",
            "RequestEvent": "runtime.hooks",
            "ResponseEvent": "runtime.hooks",
            "ResponseInfo": "runtime.response.metadata",
            "RetryEvent": "runtime.hooks",
            "Stream": "runtime.streaming.stream",
            "StreamFailed": "runtime.errors",
            "StreamTruncated": "runtime.errors",
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
