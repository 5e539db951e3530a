# Rendered by `make generate` from spec/openapi.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""Transports without a socket, for tests of programs that use a client."""

from __future__ import annotations

from .runtime.testing.mock import AsyncMockTransport, MockTransport, SentRequest, UnexpectedRequest
from .runtime.testing.replies import error, events, failure, file, json, recorded

__all__ = [
    "AsyncMockTransport",
    "MockTransport",
    "SentRequest",
    "UnexpectedRequest",
    "error",
    "events",
    "failure",
    "file",
    "json",
    "recorded",
]
