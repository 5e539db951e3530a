"""Answers that no recording holds, made as the gateway makes them."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from email.utils import formatdate
from time import gmtime, strftime
from typing import Any
from urllib.parse import unquote

from ..replay.fixtures import Chunk, Header, Request, Response

_HOSTS = (b"http://cdn.lab.invalid", b"http://gateway.lab.invalid")
_VARY: tuple[Header, ...] = (("Vary", "Origin"),) * 3


def not_found(request: Request) -> Response:
    """The 404 of a path or method that is not served: JSON below /v1 and /api, else a page (an empty one)."""
    if request.target.startswith(("/v1", "/api")):
        message = f"Invalid URL ({request.method} {path(request)})"
        error = {"message": message, "type": "invalid_request_error", "param": "", "code": ""}
        cached = ("Cache-Control", "max-age=604800"), ("Content-Type", "application/json; charset=utf-8")
        return _made(404, "Not Found", cached, as_go_writes({"error": error}))
    page = ("Cache-Control", "no-cache"), ("Content-Type", "text/html; charset=utf-8")
    return _made(404, "Not Found", page, b"")


def failure(message: str) -> Response:
    """The embedded gateway's own failure, in the shape of the real one's."""
    content_type = ("Content-Type", "application/json; charset=utf-8")
    return _made(
        500,
        "Internal Server Error",
        (content_type,),
        as_go_writes({"error": {"message": message, "type": "api_error"}}),
    )


def empty(status: int, reason: str) -> Response:
    """An answer without a body, as a handler leaves it that broke down."""
    return _made(status, reason, (), b"")


def file(content_type: str, data: bytes) -> Response:
    """A picture or film."""
    return _made(200, "OK", (("Content-Type", content_type),), data)


def with_own_addresses(answer: Response, host: str) -> Response:
    """The answer with the addresses of the recorded pictures and films turned into this gateway's own."""
    for old in _HOSTS:
        if old in answer.body:
            answer = answer.replacing(old, f"http://{host}".encode("latin-1"))
    return answer


def redirect(request: Request) -> Response:
    """What a slash too many at the end of a path is answered with; without id and CORS headers, as on the wire."""
    to = request.target.partition("?")[0].rstrip("/")
    location: tuple[Header, ...] = (("Location", to), ("Date", _date()))
    if request.method != "GET":
        return _sized(Response(307, "Temporary Redirect", location, ()), b"")
    body = f'<a href="{to}">Moved Permanently</a>.\n\n'.encode()
    return _sized(
        Response(301, "Moved Permanently", (("Content-Type", "text/html; charset=utf-8"), *location), ()), body
    )


def preflight(request: Request) -> Response:
    """What a browser hears before it sends a request to another origin: yes, to everything it asks."""
    asked = request.header("access-control-request-headers")
    named = ", ".join(name.strip().title() for name in asked.split(",")) if asked else ""
    headers: list[Header] = [("Access-Control-Allow-Credentials", "true")]
    headers += [("Access-Control-Allow-Headers", named)] if named else []
    headers += [
        ("Access-Control-Allow-Methods", request.header("access-control-request-method") or "GET"),
        ("Access-Control-Allow-Origin", request.header("origin") or "*"),
        ("Vary", "Origin, Access-Control-Request-Method, Access-Control-Request-Headers"),
        *_id_and_date(),
    ]
    return _sized(Response(200, "OK", tuple(headers), ()), b"")


def with_cors(answer: Response, origin: str) -> Response:
    """The answer with the two headers that let a page of another origin read it."""
    if any(name.lower() == "access-control-allow-origin" for name, _ in answer.headers):
        return answer
    allowed = ("Access-Control-Allow-Credentials", "true"), ("Access-Control-Allow-Origin", origin)
    return replace(answer, headers=(*allowed, *answer.headers))


def path(request: Request) -> str:
    """The path of a request, decoded, without its query."""
    return unquote(request.target.partition("?")[0])


def as_go_writes(value: Any) -> bytes:
    """Compact JSON with `<`, `>` and `&` escaped, as Go's encoder leaves it."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026").encode("utf-8", "replace")


def _made(status: int, reason: str, headers: tuple[Header, ...], body: bytes) -> Response:
    return _sized(Response(status, reason, (*headers, *_VARY, *_id_and_date()), ()), body)


def _sized(answer: Response, body: bytes) -> Response:
    headers = (*answer.headers, ("Content-Length", str(len(body))))
    return replace(answer, headers=headers, chunks=(Chunk(0, body),) if body else ())


def _id_and_date() -> tuple[Header, ...]:
    digits = strftime("%Y%m%d%H%M%S", gmtime()) + f"{random.randrange(10**17):017d}"
    return ("X-Oneapi-Request-Id", digits), ("Date", _date())


def _date() -> str:
    return formatdate(usegmt=True)
