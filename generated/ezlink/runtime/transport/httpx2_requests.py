# Programs without httpx2 are type-checked too: what it exports is any value there.
# mypy: disable-error-code="import-not-found"
# pyright: reportMissingImports=false, reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportUnknownParameterType=false
"""Shared parts of the sync and the async transport over httpx2: clients, requests, and the meaning of failures."""

from __future__ import annotations

from http.cookiejar import CookieJar, DefaultCookiePolicy
from typing import Any, TypeVar

import httpx2

from .base import LONGEST_IDLE, Request, Verify
from .body_decoder import DecodeError, WholeBody
from .errors import TransportError, not_connected, not_received, reason
from .httpx2_connection import Limit
from .proxy import NoProxy, httpx2_proxy, missing_for_socks

# OSError: over asyncio the errors of TLS come through as they are.
FAILURES = (httpx2.HTTPError, httpx2.StreamError, OSError, DecodeError)
# Raised before the request is written: no connection, or no place for one.
_UNSENT = (httpx2.ConnectError, httpx2.ConnectTimeout, httpx2.PoolTimeout, httpx2.UnsupportedProtocol)

C = TypeVar("C", httpx2.Client, httpx2.AsyncClient)


def client_settings(proxy: str | None, verify: Verify, max_connections: int | None) -> dict[str, Any]:
    """Return the arguments of a client of httpx2's. Raises ValueError for a proxy that cannot be used."""
    return {
        "proxy": proxy and httpx2_proxy(proxy),
        "verify": verify,
        "limits": httpx2.Limits(
            max_connections=max_connections, max_keepalive_connections=100, keepalive_expiry=LONGEST_IDLE
        ),
        "cookies": CookieJar(DefaultCookiePolicy(allowed_domains=[])),
    }


def make_client(kind: type[C], settings: dict[str, Any]) -> C:
    """Make a client of httpx2's, which reads the environment's proxies on creation, whatever the address."""
    options: dict[str, Any] = {**settings, "proxy": settings["proxy"] or None}
    try:
        client = kind(**options)
    except (ImportError, ValueError, httpx2.InvalidURL) as error:
        # Without the cause: it may quote the password of a proxy.
        why = missing_for_socks(settings["proxy"]) if isinstance(error, ImportError) else error
        raise TransportError(f"no connection: the proxy cannot be used: {why}", kind="proxy", sent=False) from None
    if settings["proxy"] == "":  # none, not even that of the environment
        vars(client)["_mounts"] = {}
    elif (direct := NoProxy.of_environment()) and settings["proxy"] is None:
        mounts: Any = vars(client)["_mounts"]
        vars(client)["_mounts"] = {direct: None, **mounts}
    return client


def build_request(
    client: httpx2.Client | httpx2.AsyncClient | None, request: Request, content: Any, limit: Limit, trace: Any
) -> httpx2.Request:
    """Return a request as httpx2 takes it, with what a client adds to it."""
    connect, total, _ = request.timeout
    seconds = [given for given in (connect, total) if given is not None]
    waits = {"connect": min(seconds, default=None), "read": limit, "write": limit, "pool": total}
    extensions, headers = {"timeout": waits, "trace": trace}, request.all_headers()
    build: Any = httpx2.Request if client is None else client.build_request
    built: httpx2.Request = build(request.method, request.url, headers=headers, content=content, extensions=extensions)
    return built


def limit_each_wait(response: httpx2.Response, seconds: float | None) -> None:
    # httpx2 looks the limit up again when it begins to read the body, and has no other way to give it one of its own.
    response.request.extensions["timeout"]["read"] = seconds


def failure(
    error: BaseException,
    request: Request,
    status: int | None = None,
    limit: Limit | None = None,
    busy: bool = True,
) -> TransportError:
    """Return the error for one of httpx2's. `busy` is False where no connection is in use."""
    late = isinstance(error, (httpx2.TimeoutException, TimeoutError))
    if isinstance(error, httpx2.ProxyError):
        return TransportError(f"no connection through the proxy: {reason(error)}", kind="proxy", sent=False)
    if status is None and isinstance(error, _UNSENT):
        return not_connected(error, request.url, late=late, busy=busy and isinstance(error, httpx2.PoolTimeout))
    if limit is not None and limit.begun and str(error).startswith("Server disconnected"):
        error = httpx2.RemoteProtocolError("it was closed in the middle of the headers")
    return not_received(error, status, late=late, reused=limit is not None and limit.kept and not limit.begun)


def any_connected(client: httpx2.Client | httpx2.AsyncClient, url: str) -> bool:
    """Return whether a client has connections that are open, and not only some that are being opened."""
    transport: Any = client._transport_for_url(httpx2.URL(url))  # pyright: ignore[reportPrivateUsage]
    pool = getattr(transport, "_pool", None)
    return pool is None or any(each.info() != "CONNECTING" for each in pool.connections)


def header_pairs(response: httpx2.Response) -> list[tuple[str, str]]:
    return [(name.decode("latin-1"), value.decode("latin-1")) for name, value in response.headers.raw]


def whole_body(response: httpx2.Response, request: Request) -> WholeBody:
    headers = response.headers
    return WholeBody(request.max_bytes, None, None if "Content-Encoding" in headers else headers.get("Content-Length"))
