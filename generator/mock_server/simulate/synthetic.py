"""Responses that no recording holds, written as the service writes them."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from email.utils import formatdate
from http.client import responses
from time import gmtime, strftime
from typing import Any
from urllib.parse import unquote

from ..replay.fixtures import Chunk, Header, Request, Response

_RECORDED_HOSTS = (b"http://cdn.lab.invalid", b"http://gateway.lab.invalid")
_JSON: Header = ("Content-Type", "application/json; charset=utf-8")
_HTML: Header = ("Content-Type", "text/html; charset=utf-8")


def respond(status: int, body: bytes = b"", *headers: Header, plain: bool = False) -> Response:
    """A response with this body; a plain one has no request id and no CORS headers."""
    id = strftime("%Y%m%d%H%M%S", gmtime()) + f"{random.randrange(10**17):017d}"
    own = () if plain else (*[("Vary", "Origin")] * 3, ("X-Oneapi-Request-Id", id))
    always = ("Date", formatdate(usegmt=True)), ("Content-Length", str(len(body)))
    chunks = (Chunk(0, body),) if body else ()
    return Response(status, responses[status], (*headers, *own, *always), chunks)


def not_found(request: Request) -> Response:
    """The 404 of a path or method that is not served: JSON below /v1 and /api, else an empty page."""
    if not request.target.startswith(("/v1", "/api")):
        return respond(404, b"", ("Cache-Control", "no-cache"), _HTML)
    message = f"Invalid URL ({request.method} {unquote(request.target.partition('?')[0])})"
    error = {"message": message, "type": "invalid_request_error", "param": "", "code": ""}
    return respond(404, as_go_writes({"error": error}), ("Cache-Control", "max-age=604800"), _JSON)


def failure(message: str) -> Response:
    """A failure of the mock server, in the shape of the service's own."""
    return respond(500, as_go_writes({"error": {"message": message, "type": "api_error"}}), _JSON)


def redirect(request: Request) -> Response:
    """The redirect from a path with a slash too many."""
    to = request.target.partition("?")[0].rstrip("/")
    if request.method != "GET":
        return respond(307, b"", ("Location", to), plain=True)
    body = f'<a href="{to}">Moved Permanently</a>.\n\n'.encode()
    return respond(301, body, _HTML, ("Location", to), plain=True)


def preflight(request: Request, origin: str) -> Response:
    """The response to a browser that asks before it sends to another origin: everything is allowed."""
    names = request.header("access-control-request-headers") or ""
    methods = request.header("access-control-request-method") or ""
    allowed = {"Headers": ", ".join(name.strip().title() for name in names.split(",")), "Methods": methods}
    headers = ((f"Access-Control-Allow-{name}", value) for name, value in allowed.items() if value)
    return with_cors(respond(200, b"", *headers), origin)


def with_own_addresses(response: Response, host: str) -> Response:
    """The response with the addresses of recorded files replaced by those of this server."""
    for recorded in _RECORDED_HOSTS:
        if recorded in response.body:
            response = response.replacing(recorded, f"http://{host}".encode("latin-1"))
    return response


def with_cors(response: Response, origin: str) -> Response:
    """The response with the two headers that let a page of another origin read it."""
    if response.header("access-control-allow-origin"):
        return response
    allowed = ("Access-Control-Allow-Credentials", "true"), ("Access-Control-Allow-Origin", origin)
    return replace(response, headers=(*allowed, *response.headers))


def as_go_writes(value: Any) -> bytes:
    """Compact JSON with `<`, `>` and `&` escaped, as Go's encoder writes it."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026").encode("utf-8", "replace")
