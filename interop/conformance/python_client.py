"""Our own client under the corpus: `python -m interop.conformance.python_client` reads and writes lines of JSON."""

from __future__ import annotations

import base64
import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import Any
from unittest.mock import patch

import msgspec

from ezlink import APIError, BinaryResponse, EZLink, Stream, operations, response_info
from ezlink.runtime.client import client as client_module
from ezlink.runtime.client import retry as retry_module
from ezlink.runtime.operation.call import build_call
from ezlink.runtime.streaming.accumulator import accumulate as accumulated
from ezlink.runtime.streaming.text import text_reader
from ezlink.runtime.transport import TransportError
from generator.spec.names import FieldName, FunctionName

_FAULTS = {
    "connection-refused": TransportError("connection refused", kind="connect", sent=False),
    "connection-reset": TransportError("connection reset", kind="broken"),
    "timeout": TransportError("no response in time", kind="timeout"),
}


class _Response:
    """A response of the corpus, as a transport hands it over."""

    def __init__(self, given: dict[str, Any]) -> None:
        self.status: int = given["status"]
        self.headers = [(name, value) for name, value in given["headers"]]
        self._raw, self._lengths, self._ended = content(given["body"]), given.get("pieces"), given.get("ended")

    def read(self) -> bytes:
        return b"".join(self.chunks())

    def chunks(self) -> Iterator[bytes]:
        start = 0
        for length in self._lengths if self._lengths is not None else [len(self._raw)]:
            yield self._raw[start : start + length]
            start += length
        if self._ended is not None:
            raise TransportError("cut", kind="broken", status=self.status)

    def finish(self) -> None:
        """The body is in memory."""

    close = finish


class _Script:
    """A transport that answers with these responses and faults, one after the other."""

    def __init__(self, attempts: Iterable[dict[str, Any]]) -> None:
        self._attempts = iter(attempts)
        self.requests: list[Any] = []

    def send(self, request: Any) -> _Response:
        self.requests.append(request)
        attempt = next(self._attempts)
        if "fault" in attempt:
            raise _FAULTS[attempt["fault"]]
        return _Response(attempt)

    def close(self) -> None:
        """Nothing is open."""


def content(body: dict[str, str]) -> bytes:
    """The bytes of a body of the corpus."""
    return base64.b64decode(body["base64"]) if "base64" in body else body["text"].encode()


def _call(given: dict[str, Any], **options: Any) -> Any:
    """The call of a case; its arguments are recorded ones, and may lack one that is required."""
    operation = getattr(operations, FunctionName.of(given["operation"])).operation
    lenient = msgspec.structs.replace(operation, required=())
    arguments = {str(FieldName.of(name)): _argument(value) for name, value in given["arguments"].items()}
    path = {name: arguments.pop(name) for name in list(arguments) if f"{{{name}}}" in operation.path}
    return build_call(lenient, arguments | options, **path)


def _argument(value: Any) -> Any:
    if isinstance(value, list):
        return [_argument(item) for item in value]
    if isinstance(value, dict):
        if value.keys() == {"filename", "base64"}:
            return value["filename"], base64.b64decode(value["base64"])
        return {name: _argument(item) for name, item in value.items()}
    return value


def _client(script: _Script, **settings: Any) -> EZLink:
    return EZLink("sk-KEY", base_url="http://gateway.invalid", transport=script, **{"max_retries": 0, **settings})


def _described(error: APIError) -> dict[str, Any]:
    names = ("outcome", "status", "code", "type", "param", "message", "request_id")
    return {"class": type(error).__name__, **{name: getattr(error, name) for name in names}}


def _read(value: Any) -> None:
    """Read a result to its end."""
    if isinstance(value, BinaryResponse):
        value.bytes()


def sse(given: dict[str, Any]) -> dict[str, Any]:
    """Iterate a stream to its end."""
    observed: dict[str, Any] = {"events": [], "text": ""}
    try:
        stream = _client(_Script([given])).send(_call(given))
        assert isinstance(stream, Stream)
        spec: Any = getattr(operations, FunctionName.of(given["operation"])).operation.stream
        text = text_reader(spec.text)
        for event in stream:
            observed["events"].append(json.loads(response_info(event).raw or b""))
            observed["text"] += text(event)
        observed["end"] = "complete"
    except APIError as error:
        observed["error"] = _described(error)
    return observed


def errors(given: dict[str, Any]) -> dict[str, Any]:
    """Send the call, and read the response."""
    try:
        _read(_client(_Script([given])).send(_call(given)))
    except APIError as error:
        return {"error": _described(error)}
    return {"result": True}


def accumulate(given: dict[str, Any]) -> dict[str, Any]:
    """Add the events up."""
    spec: Any = getattr(operations, FunctionName.of(given["operation"])).operation.stream
    return {"whole": accumulated(given["events"], spec)}


def multipart(given: dict[str, Any]) -> dict[str, Any]:
    """Send the form."""
    script = _Script([{"fault": "connection-refused"}])
    with suppress(APIError):
        _client(script).send(_call(given))
    (request,) = script.requests
    raw = request.content if isinstance(request.content, bytes) else b"".join(request.content)
    return {"content_type": dict(request.headers)["Content-Type"], "body": {"base64": base64.b64encode(raw).decode()}}


def tasks(given: dict[str, Any]) -> dict[str, Any]:
    """Start the task and poll as often as there are responses."""
    observed: dict[str, Any] = {"id": None, "states": [], "end": "running"}
    script = _Script([given["submit"], *given["polls"]])
    try:
        task = _client(script).send(_call(given))
        observed["id"] = task.id
        for _ in given["polls"]:
            _poll(task, observed)
    except APIError as error:
        observed |= {"end": "error", "error": _described(error)}
    return observed


def _poll(task: Any, observed: dict[str, Any]) -> None:
    from ezlink.runtime.polling.poller import TRANSIENT

    try:
        update = task.poll()
    except TRANSIENT:
        return  # the next poll may tell more
    observed["states"].append({"status": update.status, "state": update.state, "progress": update.progress})
    observed["end"] = update.state


def retries(given: dict[str, Any]) -> dict[str, Any]:
    """Send the call, in time that passes only between attempts."""
    script = _Script(given["attempts"])
    observed: dict[str, Any] = {"pauses": []}
    with _clock(observed["pauses"]):
        try:
            client = _client(script, max_retries=given["max_retries"], timeout=given["timeout"])
            _read(client.send(_call(given)))
            observed["result"] = True
        except APIError as error:
            observed["error"] = _described(error)
    return observed | {"sent": len(script.requests)}


@contextmanager
def _clock(pauses: list[float]) -> Iterator[None]:
    now = [1000.0]

    def sleep(seconds: float) -> None:
        pauses.append(seconds)
        now[0] += seconds

    with (
        patch.object(client_module, "sleep", sleep),
        patch.object(client_module, "monotonic", lambda: now[0]),
        patch.object(retry_module, "monotonic", lambda: now[0]),
    ):
        yield


SUITES = {
    "sse": sse, "errors": errors, "accumulate": accumulate, "multipart": multipart, "tasks": tasks, "retries": retries,
}  # fmt: skip


def main() -> None:
    """Answer each line on stdin with one on stdout."""
    for line in sys.stdin:
        question = json.loads(line)
        observed = SUITES[question["suite"]](question["given"])
        print(json.dumps({"id": question["id"], "observed": observed}), flush=True)


if __name__ == "__main__":
    main()
