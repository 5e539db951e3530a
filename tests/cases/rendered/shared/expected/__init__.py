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
    "AsyncShop",
    "AsyncStream",
    "AuthenticationError",
    "BadRequestError",
    "Call",
    "ConfigurationError",
    "ConflictError",
    "Deviation",
    "EmptyAnswer",
    "InternalServerError",
    "MissingField",
    "NotFoundError",
    "PermissionDeniedError",
    "RateLimitError",
    "Received",
    "Reply",
    "Shop",
    "ShopError",
    "Stream",
    "StreamFailed",
    "StreamTruncated",
    "Timeout",
    "UnprocessableEntityError",
    "UnreadableAnswer",
    "__version__",
    "extras",
    "models",
    "operations",
    "params",
    "received",
]

# Checkers see plain imports; at run time each name is imported when it is first used.
if TYPE_CHECKING:
    from . import models, operations, params
    from .client import AsyncShop, Shop
    from .runtime.calls import Call, Timeout
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
        PermissionDeniedError,
        RateLimitError,
        StreamFailed,
        StreamTruncated,
        UnprocessableEntityError,
        UnreadableAnswer,
    )
    from .runtime.errors import SDKError as ShopError
    from .runtime.models import extras, received
    from .runtime.replies import Received, Reply
    from .runtime.streams import AsyncStream, Stream
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
            "AsyncShop": "client",
            "AsyncStream": "runtime.streams",
            "AuthenticationError": "runtime.errors",
            "BadRequestError": "runtime.errors",
            "Call": "runtime.calls",
            "ConfigurationError": "runtime.errors",
            "ConflictError": "runtime.errors",
            "Deviation": "runtime.decoding",
            "EmptyAnswer": "runtime.errors",
            "InternalServerError": "runtime.errors",
            "MissingField": "runtime.errors",
            "NotFoundError": "runtime.errors",
            "PermissionDeniedError": "runtime.errors",
            "RateLimitError": "runtime.errors",
            "Received": "runtime.replies",
            "Reply": "runtime.replies",
            "Shop": "client",
            "ShopError": "runtime.errors:SDKError",
            "Stream": "runtime.streams",
            "StreamFailed": "runtime.errors",
            "StreamTruncated": "runtime.errors",
            "Timeout": "runtime.calls",
            "UnprocessableEntityError": "runtime.errors",
            "UnreadableAnswer": "runtime.errors",
            "extras": "runtime.models",
            "models": "models:",
            "operations": "operations:",
            "params": "params:",
            "received": "runtime.models",
        },
    )


def __dir__() -> list[str]:
    return __all__
