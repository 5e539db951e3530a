"""The one place where bytes leave and arrive: what a transport is, and how one is opened.

Nothing outside this package touches an HTTP library, and each module of it imports its library when it is first asked
for. To bring another one, write a class with the two methods of `Transport` (or `AsyncTransport`) and hand an instance
to the client.

A transport sends a request once. It follows no redirect, keeps no cookie, retries nothing, and raises nothing but
`TransportError` (an interrupt, a cancellation and what reading the request's body raises come through as they are).
"""

from __future__ import annotations

from .base import AsyncResponse, AsyncTransport, Body, Kind, Request, Response, Transport, TransportError, Verify
from .factory import create_async_transport, create_transport

__all__ = [
    "AsyncResponse",
    "AsyncTransport",
    "Body",
    "Kind",
    "Request",
    "Response",
    "Transport",
    "TransportError",
    "Verify",
    "create_async_transport",
    "create_transport",
]
