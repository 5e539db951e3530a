"""`ezlink.testing`: programs that use a client are tested without a socket, and say what they sent."""

from __future__ import annotations

import asyncio
import subprocess
import sys
import tomllib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from unittest.mock import create_autospec

import pytest

import ezlink
from ezlink import AsyncEZLink, EZLink, testing
from ezlink.models import ChatCompletion
from generator.mock_server.replay.fixtures import load

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures"
HELLO: dict[str, Any] = {
    "id": "x",
    "object": "chat.completion",
    "created": 1,
    "model": "m",
    "choices": [{"index": 0, "message": {"role": "assistant", "content": "Hello!"}, "finish_reason": "stop"}],
}
CHAT = "chat.completions.create"


def ask(client: EZLink, **more: Any) -> Any:
    return client.chat.completions.create(model="m", messages=[{"role": "user", "content": "Hi"}], **more)


@pytest.fixture(params=["sync", "async"])
def pair(request: pytest.FixtureRequest) -> tuple[Any, Any]:
    """A mock, and a function that calls a method of the client over it and returns what came."""
    if request.param == "sync":
        mock = testing.MockTransport()
        return mock, lambda call: call(EZLink(api_key="k", transport=mock, max_retries=0))
    asynchronous = testing.AsyncMockTransport()

    async def use(call: Any) -> Any:
        async with AsyncEZLink(api_key="k", transport=asynchronous, max_retries=0) as client:
            return await call(client)

    return asynchronous, lambda call: asyncio.run(use(call))


def test_replies_come_in_order_and_the_last_one_stays(pair: tuple[Any, Any]) -> None:
    mock, use = pair
    mock.add(CHAT, HELLO, {**HELLO, "model": "n"})
    assert [use(ask).model for _ in range(3)] == ["m", "n", "n"]
    sent = mock.assert_requested(CHAT, times=3, model="m")
    assert (sent.method, sent.path, sent.json()["messages"][0]["content"]) == ("POST", "/v1/chat/completions", "Hi")
    assert sent.headers["Authorization"] == "Bearer k"
    assert "k'" not in repr(sent)
    with pytest.raises(AssertionError, match=r"(?s)was sent 0 times.*\n  chat\.completions\.create \{"):
        mock.assert_requested(CHAT, model="other")
    with pytest.raises(AssertionError, match="was sent 3 times, not 2 times"):
        mock.assert_requested(CHAT, times=2)
    with pytest.raises(AssertionError, match="was sent 3 times"):
        mock.assert_not_requested(CHAT)
    mock.assert_not_requested("embeddings.create")


def test_a_model_is_a_reply(pair: tuple[Any, Any]) -> None:
    mock, use = pair
    mock.add(CHAT, HELLO)
    reply: ChatCompletion = use(ask)
    mock.add(CHAT, reply)
    assert use(ask) == reply


def test_errors_and_broken_connections(pair: tuple[Any, Any]) -> None:
    mock, use = pair
    mock.add(CHAT, testing.error(429, "slow down", "rate_limit"), testing.failure("timeout"), testing.json({}, 500))
    with pytest.raises(ezlink.RateLimitError, match="slow down"):
        use(ask)
    with pytest.raises(ezlink.APITimeoutError) as told:
        use(ask)
    assert told.value.outcome == "unknown"
    with pytest.raises(ezlink.InternalServerError):
        use(ask)
    mock.add(CHAT, testing.failure("connect", sent=False))
    with pytest.raises(ezlink.APIConnectionError) as told:
        use(ask)
    assert told.value.outcome == "not_sent"


def test_streams() -> None:
    mock = testing.MockTransport()
    chunk = {**HELLO, "object": "chat.completion.chunk", "choices": [{"index": 0, "delta": {"content": "Hi"}}]}
    mock.add(CHAT, testing.events(chunk, chunk), testing.events(chunk, end=None))
    client = EZLink(api_key="k", transport=mock)
    with ask(client, stream=True) as stream:
        assert "".join(event.choices[0].delta.content for event in stream) == "HiHi"
    with pytest.raises(ezlink.StreamTruncated), ask(client, stream=True) as stream:
        list(stream)


def test_files_tasks_and_any_path(tmp_path: Path) -> None:
    mock = testing.MockTransport()
    client = EZLink(api_key="k", transport=mock)
    mock.add("audio.speech.create", testing.file(b"ID3sound", "audio/mpeg"))
    client.audio.speech.create(model="tts-1", input="x", voice="alloy").save(tmp_path / "x.mp3")
    assert (tmp_path / "x.mp3").read_bytes() == b"ID3sound"
    mock.add("midjourney.imagine", {"code": 1, "description": "Submit Success", "result": "7"})
    done = next(
        path for path in sorted((FIXTURES / "getMidjourneyTask").glob("*.json")) if '"SUCCESS"' in path.read_text()
    )
    mock.add("midjourney.retrieve", testing.recorded(done))
    assert client.midjourney.imagine(prompt="a cat").wait().status == "SUCCESS"
    mock.add("GET /v1/other?b={b}", {"a": 1})  # as a document may write it
    assert client.request("GET", "/v1/other?b=2") == {"a": 1}
    assert mock.requests[-1].query == {"b": ["2"]}


@pytest.mark.parametrize(
    "name", ["createEmbedding/base64", "createChatCompletion/stream-usage", "createSpeech/format-flac"]
)
def test_recordings_are_replies(name: str) -> None:
    path = next(iter(FIXTURES.glob(f"{name}*.json")))
    reply, recorded = testing.recorded(path), load(path).response
    assert (reply.status, tuple(map(tuple, reply.headers))) == (recorded.status, recorded.headers)
    if "json" not in path.read_text():
        assert reply.body == recorded.body
    with pytest.raises(ValueError, match="is no recorded exchange"):
        testing.recorded(__file__)


def test_what_was_not_set_up_is_told() -> None:
    mock = testing.MockTransport()
    with pytest.raises(testing.UnexpectedRequest, match=r"add\('chat\.completions\.create', \.\.\.\)"):
        ask(EZLink(api_key="k", transport=mock))
    with pytest.raises(
        ValueError, match=r"no chat\.completion\.create\(\): did you mean 'chat\.completions\.create'\?"
    ):
        mock.add("chat.completion.create", HELLO)
    with pytest.raises(ValueError, match="there is no reply"):
        mock.add(CHAT)


def test_the_plugin_has_fixtures(tmp_path: Path) -> None:
    (tmp_path / "test_it.py").write_text("""
from ezlink import AsyncEZLink, EZLink

def test_it(mock_transport, async_mock_transport):
    mock_transport.add("models.list", {"object": "list", "data": []})
    with EZLink(api_key="k", transport=mock_transport) as client:
        assert client.models.list().data == []
    AsyncEZLink(api_key="k", transport=async_mock_transport)
""")
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-p",
        "no:ezlink",
        "-p",
        "ezlink.runtime.testing.plugin",
        str(tmp_path),
    ]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False, timeout=60)
    assert "1 passed" in done.stdout, done.stdout
    plugins = tomllib.loads((FIXTURES.parents[1] / "pyproject.toml").read_text())["project"]["entry-points"]["pytest11"]
    assert plugins == {"ezlink": "ezlink.runtime.testing.plugin"}


def test_autospec_knows_the_methods() -> None:
    client = create_autospec(EZLink, instance=True)
    client.chat.completions.create.return_value = HELLO
    assert ask(client) == HELLO
    client.chat.completions.create.assert_called_once()
    with pytest.raises(TypeError, match="missing a required"):
        client.chat.completions.create(model="m")
    with pytest.raises(AttributeError):
        client.chat.completions.generate()
    asynchronous = create_autospec(AsyncEZLink, instance=True)
    asynchronous.models.list.return_value = 1
    assert asyncio.run(asynchronous.models.list()) == 1
    assert create_autospec(EZLink)(api_key="k").images.generate(prompt="x")


def test_threads_take_each_reply_once() -> None:
    mock = testing.MockTransport()
    mock.add("models.retrieve", *({"id": str(number)} for number in range(200)))
    client = EZLink("sk-KEY", transport=mock)
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(8) as threads:
            ids = list(threads.map(lambda _: client.models.retrieve("m").id, range(205)))
    finally:
        sys.setswitchinterval(before)
    assert sorted(set(ids), key=int) == [str(number) for number in range(200)]
    assert ids.count("199") == 6
