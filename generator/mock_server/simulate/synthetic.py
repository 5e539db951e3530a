"""Responses that no recording holds, written as the service writes them."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from email.utils import formatdate
from time import gmtime, strftime
from typing import Any
from urllib.parse import unquote

from ..replay.fixtures import Chunk, Header, Request, Response

_RECORDED_HOSTS = (b"http://cdn.lab.invalid", b"http://gateway.lab.invalid")
_JSON: Header = ("Content-Type", "application/json; charset=utf-8")
_HTML: Header = ("Content-Type", "text/html; charset=utf-8")
_VARY: tuple[Header, ...] = (("Vary", "Origin"),) * 3


def not_found(request: Request) -> Response:
    """The 404 of a path or method that is not served: JSON below /v1 and /api, else an empty page."""
    if not request.target.startswith(("/v1", "/api")):
        return _own(404, "Not Found", [("Cache-Control", "no-cache"), _HTML], b"")
    message = f"Invalid URL ({request.method} {unquote(request.target.partition('?')[0])})"
    error = {"message": message, "type": "invalid_request_error", "param": "", "code": ""}
    headers = [("Cache-Control", "max-age=604800"), _JSON]
    return _own(404, "Not Found", headers, as_go_writes({"error": error}))


def failure(message: str) -> Response:
    """A failure of the mock server, in the shape of the service's own."""
    body = as_go_writes({"error": {"message": message, "type": "api_error"}})
    return _own(500, "Internal Server Error", [_JSON], body)


def empty(status: int, reason: str) -> Response:
    """A response without a body, as a handler leaves it that broke down."""
    return _own(status, reason, [], b"")


def file(content_type: str, data: bytes) -> Response:
    """An image or a video."""
    return _own(200, "OK", [("Content-Type", content_type)], data)


def redirect(request: Request) -> Response:
    """The redirect from a path with a slash too many; without request id and CORS headers, as on the wire."""
    to = request.target.partition("?")[0].rstrip("/")
    headers = [("Location", to), ("Date", _date())]
    if request.method != "GET":
        return _with_length(Response(307, "Temporary Redirect", tuple(headers), ()), b"")
    body = f'<a href="{to}">Moved Permanently</a>.\n\n'.encode()
    return _with_length(Response(301, "Moved Permanently", (_HTML, *headers), ()), body)


def preflight(request: Request) -> Response:
    """The response to a browser that asks before it sends to another origin: everything is allowed."""
    asked = request.header("access-control-request-headers")
    names = ", ".join(name.strip().title() for name in asked.split(",")) if asked else ""
    headers: list[Header] = [("Access-Control-Allow-Credentials", "true")]
    headers += [("Access-Control-Allow-Headers", names)] if names else []
    headers += [
        ("Access-Control-Allow-Methods", request.header("access-control-request-method") or "GET"),
        ("Access-Control-Allow-Origin", request.header("origin") or "*"),
        ("Vary", "Origin, Access-Control-Request-Method, Access-Control-Request-Headers"),
        *_id_and_date(),
    ]
    return _with_length(Response(200, "OK", tuple(headers), ()), b"")


def with_own_addresses(response: Response, host: str) -> Response:
    """The response with the addresses of recorded files replaced by those of this server."""
    for recorded in _RECORDED_HOSTS:
        if recorded in response.body:
            response = response.replacing(recorded, f"http://{host}".encode("latin-1"))
    return response


def with_cors(response: Response, origin: str) -> Response:
    """The response with the two headers that let a page of another origin read it."""
    if any(name.lower() == "access-control-allow-origin" for name, _ in response.headers):
        return response
    allowed = ("Access-Control-Allow-Credentials", "true"), ("Access-Control-Allow-Origin", origin)
    return replace(response, headers=(*allowed, *response.headers))


def as_go_writes(value: Any) -> bytes:
    """Compact JSON with `<`, `>` and `&` escaped, as Go's encoder writes it."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026").encode("utf-8", "replace")


def _own(status: int, reason: str, headers: list[Header], body: bytes) -> Response:
    return _with_length(Response(status, reason, (*headers, *_VARY, *_id_and_date()), ()), body)


def _with_length(response: Response, body: bytes) -> Response:
    headers = (*response.headers, ("Content-Length", str(len(body))))
    return replace(response, headers=headers, chunks=(Chunk(0, body),) if body else ())


def _id_and_date() -> tuple[Header, ...]:
    digits = strftime("%Y%m%d%H%M%S", gmtime()) + f"{random.randrange(10**17):017d}"
    return ("X-Oneapi-Request-Id", digits), ("Date", _date())


def _date() -> str:
    return formatdate(usegmt=True)
