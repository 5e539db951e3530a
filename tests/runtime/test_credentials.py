"""Credentials of every kind: where they come from, where they are sent, and which of them a call takes."""

from __future__ import annotations

import asyncio
from base64 import b64encode
from typing import Any

import pytest

from generator.runtime.config import _authorized
from generator.runtime.credentials import Credentials, Security, SecurityScheme, with_credentials
from generator.runtime.errors import ConfigurationError
from generator.runtime.http.authorization import Authorization

SCHEMES = {
    "token": SecurityScheme("bearer", ("token",), ("SHOP_TOKEN",)),
    "door": SecurityScheme("header", ("door",), ("SHOP_DOOR",), "X-Door"),
    "query": SecurityScheme("query", ("query",), ("SHOP_QUERY",), "a b"),
    "cookie": SecurityScheme("cookie", ("cookie",), ("SHOP_COOKIE",), "session"),
    "user": SecurityScheme("basic", ("name", "password"), ("SHOP_NAME", "SHOP_PASSWORD")),
}


@pytest.fixture(autouse=True)
def _nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for scheme in SCHEMES.values():
        for variable in scheme.env:
            monkeypatch.delenv(variable, raising=False)


def credentials(security: Security, **given: Any) -> Credentials:
    return Credentials("Shop", SCHEMES, security, with_credentials({"timeout": 3}, **given)["api_key"])


PAIR = b64encode(b"ann:hush").decode()


@pytest.mark.parametrize(
    ("names", "given", "headers", "query", "cookie", "secrets"),
    [
        (["token"], {"token": " t1 "}, (("Authorization", "Bearer t1"),), "", "", ("t1",)),
        (["door"], {"door": "d1"}, (("X-Door", "d1"),), "", "", ("d1",)),
        (["query"], {"query": "q/1"}, (), "a%20b=q%2F1", "", ("q/1",)),
        (["cookie"], {"cookie": "c;1"}, (), "", "session=c%3B1", ("c;1",)),
        (["user"], {"name": "ann", "password": "hush"}, (("Authorization", f"Basic {PAIR}"),), "", "", ("hush", PAIR)),
        (
            ["token", "door"],
            {"token": "t1", "door": "d1"},
            (("Authorization", "Bearer t1"), ("X-Door", "d1")),
            "",
            "",
            ("t1", "d1"),
        ),
    ],
)
def test_each_kind_is_sent_in_its_place(
    names: list[str], given: dict[str, str], headers: Any, query: str, cookie: str, secrets: Any
) -> None:
    async def later(value: str) -> str:
        return value

    expected = Authorization(headers, query, cookie, secrets)
    assert credentials([names], **given).resolve(None) == expected
    assert credentials([names], **{name: lambda v=value: v for name, value in given.items()}).resolve(None) == expected
    awaited = credentials([names], **{name: lambda v=value: later(v) for name, value in given.items()})
    assert asyncio.run(awaited.resolve(None)) == expected
    assert "hush" not in repr(awaited.given)
    assert repr(expected) == "Authorization('***')"


def test_the_environment_has_what_was_not_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHOP_TOKEN", "of the environment")
    assert credentials([["token"]]).resolve(None).secrets == ("of the environment",)
    assert credentials([["token"]], token=None).resolve(None).secrets == ("of the environment",)
    assert credentials([["token"]], token="given").resolve(None).secrets == ("given",)


def test_a_call_takes_the_first_group_that_is_there() -> None:
    ways = [[], ["token", "door"], ["cookie"]]
    assert credentials(ways, cookie="c").resolve(None).cookie == "session=c"
    assert credentials(ways, token="t", door="d", cookie="c").resolve(None).secrets == ("t", "d")
    assert credentials(ways, token="t").resolve(None) == Authorization()
    assert credentials(ways, cookie="c").resolve(()) == Authorization()
    assert credentials(ways, cookie="c", door="d").resolve([["door"]]).secrets == ("d",)


def test_what_cannot_be_is_told_in_words() -> None:
    with pytest.raises(ConfigurationError) as caught:
        credentials([["token"], ["user"]], name="ann")
    assert str(caught.value) == (
        "no credentials: pass token=... (or set SHOP_TOKEN), or name=... (or set SHOP_NAME) and "
        "password=... (or set SHOP_PASSWORD) to Shop()"
    )
    with pytest.raises(ConfigurationError, match=r"Shop takes token, door, .*, not 'tokn'"):
        credentials([], tokn="t")
    with pytest.raises(ConfigurationError, match="api_key: Shop takes a mapping of token, door"):
        Credentials("Shop", SCHEMES, [], "t")
    with pytest.raises(ConfigurationError, match="api_key: Shop takes no key"):
        Credentials("Shop", {}, [], "t")
    assert Credentials("Shop", {"token": SCHEMES["token"]}, [["token"]], "t").resolve(None).secrets == ("t",)
    with pytest.raises(ConfigurationError, match="token") as caught:
        credentials([["token"]], token="hush\n")
    assert "hush" not in str(caught.value)
    with pytest.raises(ConfigurationError, match="token"):
        credentials([["token"]], token=lambda: 5).resolve(None)


def test_a_query_and_cookies_join_those_of_the_call() -> None:
    key = credentials([["query", "cookie"]], query="q", cookie="c").resolve(None)
    own = [("Accept", "x"), ("Cookie", "a=1"), ("X-Z", "2")]
    sent = [("Accept", "x"), ("X-Z", "2"), ("Cookie", "a=1; session=c")]
    assert _authorized("http://h/x", own, key) == ("http://h/x?a%20b=q", sent)
    assert _authorized("http://h/x?n=1", [("X-Z", "2")], key) == (
        "http://h/x?n=1&a%20b=q",
        [("X-Z", "2"), ("Cookie", "session=c")],
    )
