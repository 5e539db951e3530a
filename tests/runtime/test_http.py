"""Headers, secrets, time limits and URLs."""

from __future__ import annotations

import pickle
from typing import Any

import msgspec
import pytest

from generator.runtime.http.headers import Headers, Secret, check_headers, header, hide_headers
from generator.runtime.http.timeout import Timeout, validate_timeout
from generator.runtime.http.url import parse_url, split_origin

NAME = "its name must be of letters, digits and dashes"
FRAMING = "cannot be set: it says where the body ends"
LINE = "its value contains a line break"
CONTROL = "its value contains a control character"
ASCII = "its value contains a character outside ASCII"
PAIRS = [("Vary", "Origin"), ("vary", "Accept"), ("Set-Cookie", "hush")]


def test_headers_are_read_in_any_case() -> None:
    headers = Headers(PAIRS)
    assert (headers["VARY"], headers.get_all("vary"), list(headers)) == (
        "Origin, Accept",
        ("Origin", "Accept"),
        ["vary", "set-cookie"],
    )
    assert pickle.loads(pickle.dumps(headers)) == headers
    assert "hush" not in repr(headers)
    assert (header(PAIRS, "vary"), header(PAIRS, "x-a")) == ("Origin", "")


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        (1, "a", "header 1: its name must be text, not int"),
        (None, "a", "header None: its name must be text, not NoneType"),
        (b"X-A", "a", "header b'X-A': its name must be text, not bytes"),
        ("X-A", b"hush", "header 'X-A': its value must be text, not bytes"),
        ("X-A", 3, "header 'X-A': its value must be text, not int"),
        *((name, "hush", f"header {name!r}: {NAME}") for name in ("X A", "X:A", "", "Ä")),
        *((name, "1", f"header {name!r} {FRAMING}") for name in ("Content-Length", "transfer-encoding")),
        *(("X-A", value, f"header 'X-A': {LINE}") for value in ("hush\r\nX-B: 1", "hush\n")),
        *(("X-A", value, f"header 'X-A': {CONTROL}") for value in ("hush\x00", "hush\x7f")),
        *(("X-A", value, f"header 'X-A': {ASCII}") for value in ("hushé", "hush模")),
    ],
)
def test_a_header_that_cannot_be_sent_is_named_and_its_value_is_not_shown(name: Any, value: Any, said: str) -> None:
    with pytest.raises((TypeError, ValueError)) as raised:
        check_headers([(name, value)])
    assert str(raised.value) == said


def test_headers_are_hidden_by_their_names() -> None:
    options: dict[str, Any] = {"headers": {1: "a", "X-A": "b", "authorization": "c", "My_Token": "d", "tokens": "e"}}
    hide_headers(options, "headers")
    assert [value for value in options["headers"].values() if isinstance(value, Secret)] == ["c", "d"]


def test_a_secret_is_text_that_is_not_shown() -> None:
    secret = Secret("Bearer sk-hush")
    assert (secret, secret.encode(), f"{secret}") == ("Bearer sk-hush", b"Bearer sk-hush", "Bearer sk-hush")
    assert pickle.loads(pickle.dumps(secret)) == secret
    for shown in (repr(secret), f"{secret[:10]!r}", repr([("Authorization", secret)])):
        assert "Bearer" not in shown
    assert "hush" not in repr(check_headers([("authorization", "hush"), ("Cookie", "hush")]))


@pytest.mark.parametrize(
    ("timeout", "said"),
    [
        *(
            (value, f"timeout must be over 0 and at most 2000000 seconds, or None (got {value!r})")
            for value in (float("inf"), float("nan"), 0, -1, 1e9, 10**400)
        ),
        (Timeout(read_idle=-1), "timeout must be over 0 and at most 2000000 seconds, or None (got -1)"),
        ("5", "timeout must be a number of seconds, a Timeout or None, not str"),
        (True, "timeout must be a number of seconds, a Timeout or None, not bool"),
    ],
)
def test_a_timeout_that_makes_no_sense(timeout: Any, said: str) -> None:
    with pytest.raises((TypeError, ValueError)) as raised:
        validate_timeout(timeout)
    assert str(raised.value) == said


@pytest.mark.parametrize(
    "timeout", [1, 0.5, None, msgspec.UNSET, Timeout(), Timeout(None, connect=None, read_idle=None)]
)
def test_a_timeout_that_can_be_used(timeout: Any) -> None:
    assert validate_timeout(timeout) is timeout


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("/a.png", "must begin with https"),
        ("//h/a.png", "must begin with https"),
        ("https://user:hush@h/a", "user name or password"),
        ("user:hush@h//a", "user name or password"),
        ("https:/user:hush@h/a", "user name or password"),
        ("https://user:hu/sh@h/a", "is malformed"),
        ("https://[::1", "is malformed"),
        (f"https://{'ü' * 64}.example", "is malformed"),
    ],
)
def test_a_url_that_cannot_be_requested(url: str, said: str) -> None:
    with pytest.raises(ValueError, match=said) as raised:
        parse_url(url)
    assert "hu" not in str(raised.value)


@pytest.mark.parametrize(("length", "fits"), [(63, True), (64, False)])
def test_a_part_of_a_host_has_at_most_63_characters(length: int, fits: bool) -> None:
    url = f"https://{'a' * length}.example/a"
    if fits:
        assert parse_url(url).path == "/a"
    else:
        with pytest.raises(ValueError, match="a part of its host is empty or longer than 63 characters"):
            parse_url(url)


def test_a_long_url_is_shown_in_part() -> None:
    url = f"ftp://h/{'a' * 300}"
    with pytest.raises(ValueError, match="must begin") as raised:
        parse_url(url)
    assert str(raised.value) == f"{url[:200]!r} must begin with https:// or http://"


def test_the_host_of_a_url_is_in_ascii() -> None:
    parts = parse_url("https://Bücher.example:8443/a?b@c")
    assert (parts.hostname, parts.port, parts.path) == ("xn--bcher-kva.example", 8443, "/a")
    assert parse_url("https://über.example/a").netloc == "xn--ber-goa.example"


@pytest.mark.parametrize(
    ("url", "split"), [("http://h:1/a/b?c", ("http://h:1", "/a/b?c")), ("http://h", ("http://h", "/"))]
)
def test_an_origin(url: str, split: tuple[str, str]) -> None:
    assert split_origin(url) == split
