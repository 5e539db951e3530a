"""Hooks and logging: every attempt is told, a key never is, and what a hook raises loses no result."""

from __future__ import annotations

import asyncio
import logging
from typing import Any

import pytest

import ezlink
from ezlink import AsyncEZLink, EZLink, RequestEvent, ResponseEvent, RetryEvent, testing
from ezlink.runtime.response.model import ResponseModel

MODEL = {"id": "gpt-4o", "object": "model", "created": 0, "owned_by": "tests"}
KEY = "sk-SECRET"


def call(is_async: bool, *replies: Any, **hooks: Any) -> Any:
    """Retrieve a model, with these replies and hooks."""
    if not is_async:
        mock = testing.MockTransport()
        mock.add("models.retrieve", *replies)
        with EZLink(KEY, transport=mock, **hooks) as client:
            return client.models.retrieve("gpt-4o")
    asynchronous = testing.AsyncMockTransport()
    asynchronous.add("models.retrieve", *replies)

    async def main() -> Any:
        async with AsyncEZLink(KEY, transport=asynchronous, **hooks) as client:
            return await client.models.retrieve("gpt-4o")

    return asyncio.run(main())


@pytest.fixture(params=[False, True], ids=["sync", "async"])
def is_async(request: pytest.FixtureRequest) -> bool:
    return bool(request.param)


def test_each_attempt_is_told(is_async: bool) -> None:
    told: list[Any] = []
    busy = testing.json({"error": {"message": "busy", "type": "x"}}, 503, {"Retry-After-Ms": "1"})
    result = call(is_async, busy, MODEL, on_request=told.append, on_response=told.append, on_retry=told.append)
    first, failed, again, second, ended = told
    assert isinstance(first, RequestEvent)
    assert (first.name, first.attempt, second.attempt) == ("models.retrieve", 1, 2)
    assert first.url.endswith("/v1/models/gpt-4o")
    assert isinstance(failed, ResponseEvent)
    assert (failed.status, type(failed.error), failed.result) == (503, ezlink.InternalServerError, None)
    assert isinstance(again, RetryEvent)
    assert (again.request.attempt, again.error, again.delay > 0) == (1, failed.error, True)
    assert (ended.status, ended.error, ended.result) == (200, None, result)
    assert ended.seconds >= 0
    assert KEY not in repr(told)


def test_an_answer_is_not_read_again_to_be_told(is_async: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[ResponseEvent] = []
    monkeypatch.setattr(ResponseModel, "to_dict", None)  # what an unknown name of a model is looked for in
    call(is_async, MODEL, on_response=told.append)
    assert told[0].status == 200


def test_hooks_of_the_async_client_may_be_async_and_those_of_the_sync_client_may_not(
    caplog: pytest.LogCaptureFixture,
) -> None:
    told: list[Any] = []

    async def hook(event: Any) -> None:
        await asyncio.sleep(0)
        told.append(event)

    call(True, MODEL, on_request=hook, on_response=hook)
    assert [type(event) for event in told] == [RequestEvent, ResponseEvent]
    with pytest.raises(TypeError, match="a hook must not be async") as raised:
        call(False, MODEL, on_request=hook)
    assert vars(raised.value)["outcome"] == "not_sent"
    assert call(False, MODEL, on_response=hook).id == "gpt-4o"  # it was paid for
    assert "a hook must not be async" in caplog.text


def test_what_on_request_raises_ends_the_call_and_what_others_raise_is_logged(
    is_async: bool, caplog: pytest.LogCaptureFixture
) -> None:
    def fails(event: Any) -> None:
        raise RuntimeError("no")

    async def fails_later(event: Any) -> None:
        raise RuntimeError("no")

    for hook in (fails, fails_later) if is_async else (fails,):
        with pytest.raises(RuntimeError, match="no") as raised:
            call(is_async, MODEL, on_request=hook)
        assert vars(raised.value)["outcome"] == "not_sent"
    assert call(is_async, MODEL, on_response=fails_later if is_async else fails).id == "gpt-4o"
    assert "a hook failed" in caplog.text


def test_clients_of_with_options_have_their_own() -> None:
    first, second = list[Any](), list[Any]()
    mock = testing.MockTransport()
    mock.add("models.retrieve", MODEL)
    client = EZLink(KEY, transport=mock, on_request=first.append, on_response=first.append)
    other = client.with_options(on_request=second.append)
    other.models.retrieve("gpt-4o")
    assert ([type(event) for event in first], [type(event) for event in second]) == ([ResponseEvent], [RequestEvent])
    other.with_options(on_request=None, on_response=None).models.retrieve("gpt-4o")
    assert (len(first), len(second)) == (1, 1)
    with pytest.raises(ezlink.ConfigurationError, match="on_retry must be a function, not int"):
        EZLink(KEY, on_retry=1)  # type: ignore[arg-type]


def test_the_log_has_a_line_for_each_response_and_never_a_key(is_async: bool, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "ezlink")
    busy = testing.json({"error": {"message": "busy", "type": "x"}}, 503, {"Retry-After-Ms": "1"})
    call(is_async, busy, testing.json(MODEL, headers={"X-Request-Id": "r1", "X-Echo": f"Bearer {KEY}"}))
    lines = [record.getMessage() for record in caplog.records if record.name == "ezlink"]
    assert len(lines) == 3
    assert lines[0].startswith("GET https://api.ezlinkai.com/v1/models/gpt-4o 503 in 0.")
    assert lines[1].startswith("models.retrieve is sent again in 0.")
    assert lines[2].endswith("s (request id r1)")
    caplog.clear()
    caplog.set_level(logging.DEBUG, "ezlink")
    call(is_async, testing.json(MODEL, headers={"X-Echo": f"Bearer {KEY}"}), default_headers={"X-Token": KEY})
    assert "x-echo: ***" in caplog.text
    assert KEY not in caplog.text
    assert "owned_by" not in caplog.text


def test_files_streams_and_text_are_told_too() -> None:
    told: list[ResponseEvent] = []
    mock = testing.MockTransport()
    client = EZLink(KEY, transport=mock, on_response=told.append)
    mock.add("audio.speech.create", testing.file(b"ID3sound", "audio/mpeg"))
    client.audio.speech.create(model="tts-1", input="x", voice="alloy").close()
    mock.add("chat.completions.create", testing.events({"choices": []}))
    client.chat.completions.create(model="m", messages=[], stream=True).close()
    mock.add("GET https://files.example/x", {})
    mock.add("GET /x", testing.file(b"\x89PNG\r\n\x1a\n", "image/png"))
    client.fetch("https://files.example/x?token=secret").close()
    assert [(event.request.name, event.status) for event in told] == [
        ("audio.speech.create", 200),
        ("chat.completions.create", 200),
        ("fetch", 200),
    ]
    assert told[2].request.url == "https://files.example/x"


def test_the_log_tells_how_each_kind_of_call_ended(caplog: pytest.LogCaptureFixture) -> None:
    mock, told = testing.MockTransport(), list[ResponseEvent]()
    mock.add("audio.transcriptions.create", testing.file(b"said", "text/plain"))
    mock.add("models.retrieve", testing.failure("refused"), testing.json(MODEL, headers={"X-Oneapi-Request-Id": KEY}))
    mock.add("GET /x", testing.file(b"ID3sound", "audio/mpeg"))
    caplog.set_level("DEBUG", "ezlink")
    with EZLink(KEY, transport=mock, max_retries=0, on_response=told.append) as client:
        client.audio.transcriptions.create(model="m", file=("a.mp3", b"ID3"), response_format="text")
        with pytest.raises(ezlink.APIConnectionError):
            client.models.retrieve("m")
        client.models.retrieve("m")
        client.fetch("https://files.example/x").close()
    lines = [record.getMessage() for record in caplog.records if record.name == "ezlink"]
    ends = [line.rpartition(" in 0.")[0] for line in lines if " in 0." in line]
    base = "https://api.ezlinkai.com/v1"
    assert ends == [
        f"POST {base}/audio/transcriptions ok",
        f"GET {base}/models/m APIConnectionError",
        f"GET {base}/models/m 200",
        "GET https://files.example/x 200",
    ]
    assert [event.status for event in told] == [None, None, 200, 200]
    received = [line for line in lines if " received " in line]
    assert [line.partition(" ")[0] for line in received] == ["models.retrieve", "fetch"]
    assert "x-oneapi-request-id: ***" in received[0]
    assert KEY not in caplog.text


def test_a_cookie_that_a_server_sets_is_not_logged(caplog: pytest.LogCaptureFixture) -> None:
    mock = testing.MockTransport()
    mock.add("models.retrieve", testing.json({"id": "m"}, headers={"Set-Cookie": "session=1234", "Via": "seen"}))
    caplog.set_level("DEBUG", "ezlink")
    EZLink("sk-KEY", transport=mock).models.retrieve("m")
    assert "seen" in caplog.text
    assert "1234" not in caplog.text


def test_the_log_shows_only_headers_that_hold_no_secret(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG", "ezlink")
    mock = testing.MockTransport()
    sent_back = {"X-Customer": "hush", "Location": "/?hush", "X-RateLimit-Remaining": "7", "X-Oneapi-Request-Id": "r7"}
    mock.add("models.retrieve", testing.json(MODEL, headers=sent_back))
    with EZLink(KEY, transport=mock, default_headers={"X-Customer": "hush"}) as client:
        client.models.retrieve("m", extra_headers={"X-Door-Code": "hush", "Accept-Language": "zh"})
    assert "hush" not in caplog.text
    for seen in ("X-Door-Code: ***", "Accept-Language: zh", "x-customer: ***", "x-ratelimit-remaining: 7", "-id: r7"):
        assert seen in caplog.text
