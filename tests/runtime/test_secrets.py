"""The key is in no rendering of any error, in whatever form a server sent it back."""

from __future__ import annotations

import asyncio
import base64
import html
import json
import logging
import pickle
import re
import urllib.parse
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from generator.runtime.errors import APIError, ConfigurationError
from generator.runtime.http.masking import masker
from generator.runtime.response.metadata import response_info
from generator.runtime.transport import TransportError
from tests.runtime.fake_json_api import CALL, EVENTS, JSON, KEY, SEARCH, STREAM, AsyncServer, AsyncShop, Server, Shop
from tests.runtime.fake_media_api import DRAW, PNG, SUBMIT, TEXT, AsyncStudio, Clock, Studio, file
from tests.runtime.fake_transport import FakeAsyncTransport, FakeTransport

OTHER = "tok/2+Another&Secret"  # with characters that JSON, URLs, HTML and base64 write in ways of their own


def escaped(text: str, form: str) -> str:
    return "".join(form.format(ord(character)) for character in text)


FORMS: dict[str, Callable[[str], str]] = {
    "plain": lambda key: key,
    "JSON, each character": lambda key: escaped(key, "\\u{:04x}"),
    "JSON, in capitals": lambda key: escaped(key, "\\u{:04X}"),
    "JSON within JSON": lambda key: escaped(key, "\\\\u{:04x}"),
    "JSON with slashes": lambda key: key.replace("/", "\\/"),
    "JSON, some": lambda key: key[:5] + escaped(key[5:9], "\\u{:04x}") + key[9:],
    "percent, each": lambda key: escaped(key, "%{:02X}"),
    "percent, twice": lambda key: escaped(key, "%25{:02x}"),
    "quoted": lambda key: urllib.parse.quote(key, safe=""),
    "HTML": html.escape,
    "HTML, numbers": lambda key: escaped(key, "&#{};"),
    "HTML, in hex": lambda key: escaped(key, "&#x{:x};"),
    "base64": lambda key: base64.b64encode(key.encode()).decode(),
    "base64 of a header": lambda key: base64.b64encode(f"Bearer {key}".encode()).decode(),
    "base64 of two": lambda key: base64.b64encode(f"{key}:password".encode()).decode(),
    "base64 for URLs": lambda key: base64.urlsafe_b64encode(f"me:{key}:x".encode()).decode(),
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("secret", [KEY, OTHER])
def test_a_secret_is_masked_in_every_form(form: str, secret: str) -> None:
    sent = FORMS[form](secret)
    hidden = masker(frozenset([secret, "another"]))
    for text in (sent, f"before {sent} behind", json.dumps([sent])):
        assert "***" in hidden.text(text)
        assert readable(secret, hidden.text(text)) == ""
    assert readable(secret, hidden.bytes(b"\xff" + sent.encode()).decode("latin-1")) == ""


@pytest.mark.parametrize("encode", [base64.b64encode, base64.urlsafe_b64encode])
def test_of_base64_only_the_characters_of_a_secret_are_masked(encode: Callable[[bytes], bytes]) -> None:
    for secret in ("abcdefgh", "?>?>?>?>?", "/?/?/?/?/?", "~~~~~~~~>>"):
        for before in range(6):
            text = encode(b"\x00" * before + secret.encode() + b"\x00" * 3).decode()
            start, end = -(-before * 8 // 6), (before + len(secret)) * 8 // 6
            assert masker(frozenset([secret])).text(text) == f"{text[:start]}***{text[end:]}"


def test_a_secret_within_another_does_not_show_the_rest() -> None:
    assert masker(frozenset([KEY, KEY + "More", "More" + KEY])).text(f"{KEY}More More{KEY} {KEY}") == "*** *** ***"


def test_short_secrets_are_not_looked_for_in_what_is_no_secret() -> None:
    for secret, plain, encoded in (
        ("abc", "abc", "YWJj"),
        ("abcd", "***", "YWJjZA=="),
        ("abcdefg", "***", "YWJjZGVmZw=="),
    ):
        assert (
            masker(frozenset([secret])).text(f"{secret} {base64.b64encode(secret.encode()).decode()}")
            == f"{plain} {encoded}"
        )


def test_other_text_is_left_as_it_is() -> None:
    hidden = masker(frozenset([KEY, "abc", ""]))
    for text in ("abc", "50%20 \\u0041 &#65; &amp; " + KEY[:-1], base64.b64encode(KEY[:8].encode()).decode()):
        assert hidden.text(text) is text
        assert hidden.bytes(data := text.encode()) is data
    assert hidden.value({"a": [1, None, (True, KEY)], KEY: KEY.encode()}) == {
        "a": [1, None, (True, "***")],
        "***": b"***",
    }


def readable(secret: str, text: str) -> str:
    """Return what of a text shows a secret, however it is decoded; nothing if it shows none."""
    decoded = text
    for _ in range(3):
        if secret in decoded:
            return decoded
        decoded = html.unescape(urllib.parse.unquote(decoded)).replace("\\\\", "\\").replace("\\/", "/")
        decoded = re.sub(r"\\[ux](?:00)?([0-9a-fA-F]{2})", lambda found: chr(int(found[1], 16)), decoded)
    for word in re.findall("[A-Za-z0-9+/]{12,}", text.replace("-", "+").replace("_", "/")):
        for start in range(4):
            part = word[start : start + (len(word) - start) // 4 * 4]
            if secret.encode() in base64.b64decode(part):
                return str(word)
    return ""


# Errors


def said(form: str) -> str:
    return FORMS[form](KEY)


def shape(code: str) -> bytes:
    return b'{"message":"bad %s","type":"t %s","param":"%s","code":' % ((b"KEY",) * 3) + code.encode() + b"}"


EVENT = b'data: {"id":"o1","lines":[{"index":0,"text":"KEY"}]}\n\n'
BROKEN = TransportError("cut at KEY", kind="broken", status=200)
BODIES: dict[str, tuple[Any, Any, Any]] = {
    "401": (CALL, 401, shape('"KEY"')),
    "a code in a list": (CALL, 400, shape('["KEY", {"KEY": "KEY"}]')),
    "a code in an object": (CALL, 400, shape('{"echo": {"KEY": ["KEY"]}}')),
    "no JSON": (CALL, 500, b"<p>KEY"),
    "a redirect": (CALL, 302, b"KEY"),
    "broken JSON": (CALL, 200, b'{"id":"KEY"'),
    "bytes that are no text": (CALL, 200, b'{"id":"KEY\xff'),
    "another type": (CALL, 200, b'{"id":"KEY","lines":"KEY"}'),
    "an error under 200": (CALL, 200, shape('"KEY"')),
    "a list": (SEARCH({}), 200, b'["KEY"]'),
    "a refused stream": (STREAM, 403, shape('"KEY"')),
    "no stream": (STREAM, 200, b"KEY KEY KEY KEY"),
    "a cut stream": (STREAM, 200, EVENT),
    "a broken stream": (STREAM, 200, EVENT + b'data: {"id":"KEY"}\n\n' + EVENT),
    "an error in a stream": (STREAM, 200, EVENT + b'data: {"error":{"message":"KEY","code":["KEY"]}}\n\n'),
    "a large event": (STREAM, 200, EVENT + b"data: " + b"KEY" * 2000),
}


def chain(error: BaseException) -> Iterator[BaseException]:
    """Iterate an error and all that is behind it, hidden or not."""
    seen: list[BaseException | None] = [None]
    ahead: list[BaseException | None] = [error]
    while ahead:
        if (each := ahead.pop()) not in seen and each is not None:
            seen.append(each)
            yield each
            ahead += [each.__cause__, each.__context__]


def renderings(error: BaseException) -> Iterator[str]:
    for each in chain(error):
        yield f"{each} {each!r} {each.args} {getattr(each, '__notes__', '')}"
        yield repr(vars(each))
        yield json.dumps({**vars(each), "doc": getattr(each, "doc", None)}, default=repr)
        trace = each.__traceback__
        while trace is not None:
            if "generator/runtime" in trace.tb_frame.f_code.co_filename.replace("\\", "/"):
                yield f"{trace.tb_frame.f_code.co_name}: {trace.tb_frame.f_locals!r}"
            trace = trace.tb_next
    yield logging.Formatter().formatException((type(error), error, None))
    yield pickle.dumps(error).decode("latin-1")
    if isinstance(error, APIError):
        yield f"{error.code} {error.headers and error.headers.pairs()} {(error.raw or b'').decode('latin-1')}"
        for event in getattr(error, "events", ()):
            yield f"{event!r} {event.to_json()} {(response_info(event).raw or b'').decode('latin-1')}"
        partial = getattr(error, "partial", None)
        yield f"{partial!r} {partial.to_json()}" if partial is not None else ""


def check(error: BaseException, secret: str = KEY) -> None:
    for text in renderings(error):
        if found := readable(secret, text):
            raise AssertionError(found[:3000])


@pytest.mark.parametrize("form", ["plain", "JSON, each character", "percent, each", "base64 of a header"])
@pytest.mark.parametrize("name", BODIES)
@pytest.mark.parametrize("fault", [None, BROKEN])
def test_no_error_shows_a_key_that_was_sent_back(name: str, form: str, fault: TransportError | None) -> None:
    call, status, body = BODIES[name]
    sent = said(form)
    raw = body.replace(b"KEY", sent.encode())
    if fault is not None:
        fault = TransportError(fault.message.replace("KEY", sent), kind="broken", status=status)
        fault.__context__ = ValueError(f"read {sent}")
    headers = [EVENTS if call is STREAM else JSON, ("X-Echo", sent), ("X-Request-Id", sent), ("Location", sent)]
    settings: dict[str, Any] = {"max_retries": 0, "max_response_bytes": 5000}

    def run() -> Any:
        result = Shop(KEY, transport=Server(raw, status, headers, fault), **settings).send(call)
        return list(result) if call is STREAM else result

    async def play() -> Any:
        transport = AsyncServer(raw, status, headers, fault)
        result = await AsyncShop(KEY, transport=transport, **settings).send(call)
        return [event async for event in result] if call is STREAM else result

    for start in (run, lambda: asyncio.run(play())):
        with pytest.raises(APIError) as caught:
            start()
        check(caught.value)


@pytest.mark.parametrize("form", ["plain", "JSON, each character"])
@pytest.mark.parametrize("keep_raw", [True, False])
@pytest.mark.parametrize("of_function", [True, False])
def test_no_failed_task_shows_it(form: str, keep_raw: bool, of_function: bool, clock: Clock) -> None:
    sent = said(form)
    submitted = (200, TEXT, b'{"code":1,"about":"ok","result":"t/1"}')
    failed = (200, [JSON, ("X-Echo", sent)], f'{{"id":"t/1","status":"BAD","reason":"{sent}"}}'.encode())
    key: Any = (lambda: KEY) if of_function else KEY

    def run() -> None:
        Studio(key, transport=FakeTransport(submitted, failed), keep_raw=keep_raw).send(SUBMIT({"text": "x"})).wait()

    async def play() -> None:
        client = AsyncStudio(key, transport=FakeAsyncTransport(submitted, failed), keep_raw=keep_raw)
        await (await client.send(SUBMIT({"text": "x"}))).wait()

    for start in (run, lambda: asyncio.run(play())):
        with pytest.raises(APIError) as caught:
            start()
        error: Any = caught.value
        assert (type(error).__name__, "***" in error.reason) == ("TaskFailed", True)
        check(error)
        assert readable(KEY, f"{error.value.to_json()} {error.value!r}") == ""


@pytest.mark.parametrize("body", [b"KEY", PNG + b'{"error":{"message":"KEY","type":"KEY","code":"KEY"}}'])
@pytest.mark.parametrize("fetched", [True, False])
def test_no_broken_file_shows_it(body: bytes, fetched: bool) -> None:
    content = body.replace(b"KEY", KEY.encode())
    url = f"https://files.example/x?signature={KEY}"

    def run() -> None:
        client = Studio(KEY, transport=FakeTransport(file(content)))
        (client.fetch(url, kind="image") if fetched else client.send(DRAW({"text": "x"}))).bytes()

    async def play() -> None:
        client = AsyncStudio(KEY, transport=FakeAsyncTransport(file(content)))
        media = await client.fetch(url, kind="image") if fetched else await client.send(DRAW({"text": "x"}))
        await media.bytes()

    for start in (run, lambda: asyncio.run(play())):
        with pytest.raises(APIError) as caught:
            start()
        error = caught.value
        if fetched:  # its call, and the variable of fetch(), hold the URL as it was given
            assert readable(KEY, f"{error} {error!r} {error.raw!r}") == ""
        else:
            check(error)


# What callers pass


@pytest.mark.parametrize(
    "settings",
    [
        {"api_key": OTHER + "\n"},
        {"api_key": OTHER.encode()},
        {"timeout": -1},
        {"transport": "none"},
        {"max_retries": -1},
        {"on_deviation": 1},
        {"default_headers": {"Authorization": OTHER + "\n"}},
        {"default_headers": {"X-Api-Key": OTHER.encode()}},
        {"default_headers": {"X-Api-Key": OTHER, "a b": "c"}},
        {"base_url": f"https://me:{OTHER}@api.example"},
        {"base_url": f"https://me:{OTHER}@/x y"},
        {"proxy": f"ftp://me:{OTHER}@proxy.example", "timeout": -1},
    ],
)
def test_no_wrong_setting_shows_a_secret(settings: dict[str, Any]) -> None:
    starts: list[Callable[..., Any]] = [Shop, AsyncShop]
    if not settings.keys() & {"transport", "proxy"}:
        starts += [Shop(OTHER).with_options, AsyncShop(OTHER).with_options]
    for start in starts:
        given = settings if "api_key" in settings or start not in (Shop, AsyncShop) else {"api_key": OTHER, **settings}
        with pytest.raises(ConfigurationError) as caught:
            start(**given)
        check(caught.value, OTHER)


def test_a_base_url_of_the_environment_is_not_shown_either(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHOP_BASE_URL", f"https://me:{OTHER}@api.example")
    with pytest.raises(ConfigurationError) as caught:
        Shop(KEY)
    check(caught.value, OTHER)


@pytest.mark.parametrize("headers", [{"Authorization": f"Bearer {OTHER}"}, {"X-Api-Key": OTHER}])
@pytest.mark.parametrize("bad", [{}, {"X": "a\nb"}, {"X": 1}])
def test_no_header_of_one_call_is_shown(headers: dict[str, str], bad: dict[str, Any]) -> None:
    raw = json.dumps({"message": f"bad {OTHER}", "type": OTHER, "param": "", "code": OTHER}).encode()
    client = Shop(KEY, transport=Server(raw, 401))
    for run in (
        lambda: client.request("GET", "/v1/x", headers={**headers, **bad}),
        lambda: client.send(SEARCH({"extra_headers": {**headers, **bad}})),
    ):
        with pytest.raises((APIError, TypeError, ValueError)) as caught:
            run()
        if isinstance(caught.value, APIError) and "X-Api-Key" in headers:
            caught.value.call = None  # a call can be pickled and sent later, with its headers
        check(caught.value, OTHER)
    given = {"extra_headers": {**headers}}
    assert dict(SEARCH(given).headers) == headers
    assert "'***'" in repr(given)  # the variables of a method, as a traceback prints them


def test_frames_are_looked_at() -> None:
    try:
        masker(frozenset()).value(map)
        raise ValueError("plain")
    except ValueError as error:
        hidden = error
    with pytest.raises(AssertionError):
        check(hidden, "plain")
