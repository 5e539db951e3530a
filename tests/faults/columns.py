"""The columns of the matrix: our clients over every transport, and the SDKs that it is compared with."""

from __future__ import annotations

import functools
import importlib
import inspect
import json
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any, NamedTuple

KEY = "sk-fault-matrix"
TEXT = "naïve 你好 😀"
"""What every good response says, in characters of one to four bytes."""
UPLOAD = b"ID3" + bytes(12_000_000)  # more than the buffers of a connection hold
SPEECH = b"ID3" + bytes(range(97))

Play = Callable[[Any], Awaitable[Any]]


class Limits(NamedTuple):
    """Limits of a client: its times in seconds, the bytes of a response, and its connections."""

    connect: float = 5.0
    total: float = 10.0
    read_idle: float = 10.0
    size: int | None = 256 << 20
    connections: int | None = None

    def times(self, factor: int) -> Limits:
        """Return longer time limits."""
        return self._replace(
            connect=self.connect * factor, total=self.total * factor, read_idle=self.read_idle * factor
        )


class Column(NamedTuple):
    """A client. `errors` is the base of its exceptions: anything else that it raises is a fault of its own."""

    name: str
    dialect: str
    is_async: bool
    open: Callable[[str, Limits], Any]
    errors: type[Exception]
    ours: bool


class Good(NamedTuple):
    """The response of a good server for a mode, and the value that a client finds in it."""

    dialect: str
    mode: str
    type: str
    body: bytes
    value: Any

    @property
    def is_stream(self) -> bool:
        return self.mode == "stream"

    @property
    def end(self) -> int:
        """Return where the end marker of the stream begins; everything before it is not yet the whole response."""
        return self.body.rindex(b"data: ") if self.is_stream else len(self.body)


def good(dialect: str, mode: str) -> Good:
    """The good response to a call of this mode."""
    if mode == "stream":
        end = b"data: [DONE]\n\n" if dialect == "openai" else b""
        return Good(dialect, mode, "text/event-stream", b"".join(map(_event, _EVENTS[dialect])) + end, TEXT)
    if mode == "file":
        return Good(dialect, mode, "audio/mpeg", SPEECH, SPEECH)
    body, value = {
        "read": (_MODELS, "m"),
        "upload": ({"text": TEXT}, TEXT),
        "call": (_ANSWERS[dialect], TEXT),
    }[mode]
    return Good(dialect, mode, "application/json", _packed(body), value)


def _packed(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _event(value: Any) -> bytes:
    name = value.get("type")
    return (f"event: {name}\n".encode() if name else b"") + b"data: " + _packed(value) + b"\n\n"


def _choice(message: str, content: dict[str, str], end: str | None) -> Any:
    choice = {"index": 0, message: content, "finish_reason": end}
    kind = "chat.completion" + (".chunk" if message == "delta" else "")
    return {"id": "c", "object": kind, "created": 1, "model": "m", "choices": [choice]}


def _message(*content: dict[str, str], end: str | None = None) -> Any:
    usage = {"input_tokens": 1, "output_tokens": 1}
    head = {"id": "c", "type": "message", "role": "assistant", "model": "m", "stop_sequence": None}
    return {**head, "content": content, "stop_reason": end, "usage": usage}


_SAID = {"role": "assistant", "content": TEXT}
_MODEL = {"id": "m", "object": "model", "created": 1, "owned_by": "o", "type": "model", "display_name": "M"}
_MODELS = {"object": "list", "data": [{**_MODEL, "created_at": "2024-01-01T00:00:00Z"}], "has_more": False}
_ANSWERS = {
    "openai": _choice("message", _SAID, "stop"),
    "anthropic": _message({"type": "text", "text": TEXT}, end="end_turn"),
}
_EVENTS: dict[str, list[Any]] = {
    "openai": [_choice("delta", _SAID, None), _choice("delta", {}, "stop")],
    "anthropic": [
        {"type": "message_start", "message": _message()},
        {"type": "content_block_start", "index": 0, "content_block": {"type": "text", "text": ""}},
        {"type": "content_block_delta", "index": 0, "delta": {"type": "text_delta", "text": TEXT}},
        {"type": "content_block_stop", "index": 0},
        {"type": "message_delta", "delta": {"stop_reason": "end_turn"}, "usage": {"output_tokens": 1}},
        {"type": "message_stop"},
    ],
}

ASK: dict[str, Any] = {"model": "m", "messages": [{"role": "user", "content": "?"}]}


async def wait(value: Any) -> Any:
    """The value, awaited where it has to be: the same scenario plays with a sync and an async client."""
    return await value if inspect.isawaitable(value) else value


async def items(stream: Any) -> AsyncIterator[Any]:
    """Iterate a sync or an async stream."""
    if hasattr(stream, "__aiter__"):
        async for item in stream:
            yield item
    else:
        for item in stream:
            yield item


async def open_stream(dialect: str, client: Any) -> Any:
    """The stream of the mode "stream", before it is read."""
    if dialect == "anthropic":
        return await wait(client.messages.create(**ASK, max_tokens=9, stream=True))
    return await wait(client.chat.completions.create(**ASK, stream=True))


async def _call(client: Any) -> Any:
    return (await wait(client.chat.completions.create(**ASK))).choices[0].message.content


async def _stream(client: Any) -> Any:
    stream = await open_stream("openai", client)
    return "".join([event.choices[0].delta.content or "" async for event in items(stream) if event.choices])


async def _read(client: Any) -> Any:
    return (await wait(client.models.list())).data[0].id


async def _upload(client: Any) -> Any:
    return (await wait(client.audio.transcriptions.create(model="m", file=("a.mp3", UPLOAD)))).text


async def _file(client: Any) -> Any:
    file = await wait(client.audio.speech.create(model="tts-1", input="?", voice="alloy"))
    return await wait(file.bytes()) if hasattr(file, "bytes") else file.content


async def _ask_message(client: Any) -> Any:
    return (await wait(client.messages.create(**ASK, max_tokens=9))).content[0].text


async def _stream_message(client: Any) -> Any:
    stream = await open_stream("anthropic", client)
    return "".join([event.delta.text async for event in items(stream) if event.type == "content_block_delta"])


MODES: dict[str, dict[str, Play]] = {
    "openai": {"call": _call, "stream": _stream, "read": _read, "upload": _upload, "file": _file},
    "anthropic": {"call": _ask_message, "stream": _stream_message, "read": _read},
}


@functools.cache
def _tls() -> ssl.SSLContext:
    return ssl.create_default_context()


def ours() -> list[Column]:
    """Our clients: the default pair, and httpx2 sync and async."""
    import ezlink
    from ezlink.runtime.client import retry

    retry.random = lambda: 0.0  # no wait between attempts

    def column(name: str, library: str, is_async: bool) -> Column:
        kind: Any = ezlink.AsyncEZLink if is_async else ezlink.EZLink

        def create(url: str, limits: Limits) -> Any:
            connect, total, read_idle, size, connections = limits
            return kind(
                KEY,
                base_url=url,
                transport=library,
                timeout=ezlink.Timeout(total, connect=connect, read_idle=read_idle),
                max_response_bytes=size,
                max_connections=connections,
                verify=_tls(),
            )

        return Column(name, "openai", is_async, create, ezlink.EZLinkError, True)

    return [
        column("urllib3", "urllib3", False),
        column("aiohttp", "aiohttp", True),
        column("httpx2", "httpx2", False),
        column("httpx2-async", "httpx2", True),
    ]


def peers() -> list[Column]:
    """openai and anthropic as they come, but for their waits between attempts."""

    def column(library: str, class_name: str, is_async: bool) -> Column:
        sdk: Any = importlib.import_module(library)
        kind = getattr(sdk, ("Async" if is_async else "") + class_name)
        importlib.import_module(f"{library}._base_client").BaseClient._calculate_retry_timeout = lambda *_: 0.0
        base = "/v1" if library == "openai" else ""

        def create(url: str, limits: Limits) -> Any:
            timeout = sdk.Timeout(limits.total, connect=limits.connect)
            return kind(api_key=KEY, base_url=url + base, timeout=timeout)

        return Column(
            library + ("-async" if is_async else ""),
            library,
            is_async,
            create,
            getattr(sdk, class_name + "Error"),
            False,
        )

    names = (("openai", "OpenAI"), ("anthropic", "Anthropic"))
    return [column(*name, is_async) for name in names for is_async in (False, True)]
