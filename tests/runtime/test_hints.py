"""Hints: what an error tells its reader to do, and that it says nothing rather than something wrong."""

from __future__ import annotations

import errno
import os
import traceback
from collections.abc import Callable
from typing import Any

import pytest

from generator.runtime.errors import APIConnectionError, AuthenticationError, ConfigurationError
from generator.runtime.transport import TransportError
from tests.runtime.endpoints import Endpoint
from tests.runtime.fake_json_api import CALL, CREATE, EVENTS, JSON, KEY, STREAM, Server, Shop, failure, shop

OWN = b'{"error":{"message":"unknown key","type":"t"}}'
UPSTREAM = b'{"error":{"message":"unknown key","type":"t","code":"invalid"}}'
REFUSED = os.strerror(errno.ECONNREFUSED)


@pytest.mark.parametrize("call", [CALL, STREAM])
def test_a_refused_key_says_where_it_came_from(call: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    error = failure(Server(OWN, 401), call)
    assert error.hint == "Check the API key: it came from api_key."
    assert traceback.format_exception(error)[-1].rstrip().endswith(error.hint)
    assert failure(Server(OWN, 401), api_key=lambda: KEY).hint.endswith("it came from the function given as api_key.")
    monkeypatch.setenv("SHOP_API_KEY", KEY)
    with pytest.raises(AuthenticationError, match=r"it came from SHOP_API_KEY\.$"):
        Shop(transport=Server(OWN, 401)).with_options(timeout=1).send(CALL)


def test_any_other_header_leaves_the_key_to_blame() -> None:
    call = CREATE({"name": "x", "extra_headers": {"X-Authorization": "1"}})
    assert failure(Server(OWN, 401), call, default_headers={"Accept": "a/b"}).hint


@pytest.mark.parametrize(
    ("raw", "call", "settings"),
    [
        (OWN, Endpoint(id="x", method="GET", path="/x", keyless=True)({}), {}),
        (UPSTREAM, CALL, {}),  # the server's own key at somebody else's
        (b"<html>", CALL, {}),
        (OWN, CREATE({"name": "x", "extra_headers": {"authorization": "Basic x"}}), {}),
        (OWN, CALL, {"default_headers": {"authorization": "Basic x"}}),
    ],
)
def test_a_key_that_was_not_sent_or_not_refused_is_not_blamed(raw: bytes, call: Any, settings: Any) -> None:
    error = failure(Server(raw, 401), call, **settings)
    assert isinstance(error, AuthenticationError)
    assert error.hint is None
    assert str(error).endswith("]")


@pytest.mark.parametrize(
    ("kind", "message", "hint"),
    [
        ("connect", f"no connection to http://h: {REFUSED}", "Is a server running at https://api.shop.example?"),
        ("connect", "no connection to http://h: Network is unreachable", None),
        ("broken", f"the connection broke: {REFUSED}", None),
        ("dns", "cannot find the host of http://h", None),
        ("tls", "no TLS connection to https://h: certificate verify failed", None),
        ("proxy", f"no connection to http://proxy: {REFUSED}", None),
        ("timeout", "no connection to http://h in time", None),
    ],
)
def test_only_a_refused_connection_asks_for_the_server(kind: Any, message: str, hint: str | None) -> None:
    error = failure(Server(refuses=TransportError(message, kind=kind, sent=False)))
    assert (error.message, error.hint) == (message, hint)


def test_a_fetch_that_is_refused_does_not_name_the_base_url() -> None:
    server = Server(refuses=TransportError(REFUSED, kind="connect", sent=False))
    with pytest.raises(APIConnectionError) as raised:
        shop(server).fetch("http://files.example/x")
    assert "shop" not in str(raised.value)


def test_no_connection_is_a_short_traceback() -> None:
    error = failure(Server(refuses=TransportError(REFUSED, kind="connect", sent=False)))
    assert len("".join(traceback.format_exception(error)).splitlines()) <= 15


def test_a_page_for_a_path_that_is_not_there_is_told_in_words() -> None:
    error = failure(Server(b"<!DOCTYPE html><html>" + b"x" * 999, 404))
    assert error.message == "the server has nothing at POST /v1/orders: it answered 404 with a page of HTML"
    assert "<" not in str(error)


@pytest.mark.parametrize(("raw", "status"), [(b"", 301), (b"", 404), (b"<html>", 404)])
def test_an_answer_of_another_server_says_what_to_check(raw: bytes, status: int) -> None:
    error = failure(Server(raw, status, [JSON, ("Location", "https://www.h/")]))
    assert error.hint == "Check base_url, which is https://api.shop.example."


def test_a_404_of_the_api_itself_does_not_blame_the_base_url() -> None:
    assert failure(Server(OWN, 404)).hint is None


@pytest.mark.parametrize(
    "fails",
    [
        *[
            (lambda settings=settings: Shop(f"{KEY}", **settings))
            for settings in (
                {"base_url": "nowhere"},
                {"timeout": -1},
                {"transport": "none"},
                {"default_headers": {"X": "\n"}},
            )
        ],
        lambda: Shop(f"{KEY}\n"),
        lambda: shop(Server(), api_key=lambda: f"{KEY}\n").send(CALL),
        lambda: shop(Server()).with_options(api_key=f"{KEY}", base_url="nowhere"),
        lambda: shop(Server()).with_options(api_key=f"{KEY}", timeout=-1),
    ],
)
def test_no_setting_shows_the_key_where_local_variables_are_printed(fails: Callable[[], Any]) -> None:
    with pytest.raises(ConfigurationError) as raised:
        fails()
    assert KEY not in frames(raised.value)


@pytest.mark.parametrize("call", [CALL, STREAM])
def test_no_failed_call_shows_the_key_where_local_variables_are_printed(call: Any) -> None:
    for server in (Server(OWN, 401), Server(b"<html>", headers=[JSON]), Server(b"data: {}\n\n", headers=[EVENTS])):
        for key in (KEY, lambda: KEY):
            with pytest.raises(Exception) as raised:  # noqa: PT011
                list(shop(server, api_key=key).send(call))
            assert KEY not in frames(raised.value)


def frames(error: BaseException) -> str:
    """Every local variable of the frames of the runtime in a traceback, and of the message."""
    lines = "".join(traceback.TracebackException.from_exception(error, capture_locals=True).format())
    shown = [part for part in lines.split("\n  File ") if "/runtime/" in part.partition("\n")[0]]
    return "".join(part for part in shown if "/tests/" not in part.partition("\n")[0]) + str(error)
