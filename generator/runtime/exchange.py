"""One call on its way: turns what came into its value, or into the error that it is.

The order for a 2xx: decode strictly; look for the declared error shapes; look for the fields that prove a result; only
then read it tolerantly. Everything else is an error of its own class.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from .decoding import Deviation, decoder, parse, tolerate
from .documents import is_object
from .errors import (
    APIConnectionError,
    APIError,
    APIStatusError,
    APITimeoutError,
    EmptyAnswer,
    StreamFailed,
    UnreadableAnswer,
    status_error,
)
from .models import Model, attach
from .replies import Headers, Received

if TYPE_CHECKING:
    from collections.abc import Callable

    from .calls import Call
    from .replies import Pairs
    from .settings import Settings
    from .transport import TransportError

F = TypeVar("F", bound=APIError)

_UNFIT = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)
_EXCERPT = 120
_MASK = "***"


class Exchange:
    """Reads the answer to one call, with the settings of the client that sent it."""

    __slots__ = ("_key", "_settings", "call")

    def __init__(self, call: Call[Any, Any], settings: Settings, key: str) -> None:
        self.call = call
        self._settings = settings
        self._key = key

    def answer(self, status: int, headers: Pairs, raw: bytes) -> Any:
        """The value of a whole answer. Raises the error that it is instead."""
        if not 200 <= status < 300:
            raise self._refused(status, headers, raw)
        operation = self.call.operation
        if operation.answer is bytes:
            return raw
        try:
            value = decoder(operation.answer)(raw)
        except _UNFIT as error:
            return self._tolerantly(status, headers, raw, str(error))
        # The description of an error is matched only where there is reason to: most answers hold no such word.
        if not operation.proof or b'"error"' in raw:
            self._look_for_error(status, headers, raw)
        if isinstance(value, Model):
            attach(value, self.received(status, headers, raw))
        return value

    def received(self, status: int, headers: Pairs, raw: bytes | None) -> Received:
        """What an answer came with, to be kept beside its value."""
        settings = self._settings
        return Received(status, headers, raw if settings.keep_raw else None, settings.errors.request_id)

    def stream(self, status: int, headers: Pairs) -> dict[str, Any]:
        """What a stream that began with this head needs to read its events."""
        head = self.received(status, headers, None)
        return {
            "events": self.call.operation.stream,
            "decode": self._event_decoder(head),
            "whole": self._whole_decoder(head),
            "received": head,
            "call": self.call,
            "keep_raw": self._settings.keep_raw,
        }

    def _event_decoder(self, head: Received) -> Callable[[bytes], Any]:
        """What makes an event of its data, for a stream that began with this head. Raises StreamFailed for an error."""
        stream = self.call.operation.stream
        if stream is None:
            raise TypeError(f"{self.call.operation.id} does not stream")
        strict, proof, keep = decoder(stream.event), stream.proof, self._settings.keep_raw
        status, pairs, names = head.status, head.pairs, head.request_id_headers

        def decode(raw: bytes) -> Any:
            try:
                event = strict(raw)
            except _UNFIT as error:
                event = self._event_tolerantly(head, raw, str(error))
            else:
                if not proof or b'"error"' in raw:
                    self._look_for_error_event(head, raw)
            attach(event, Received(status, pairs, raw, names) if keep else head)
            return event

        return decode

    def _whole_decoder(self, head: Received) -> Callable[[bytes], Any]:
        """What makes the operation's answer of the JSON into which a stream's events were folded."""

        def decode(raw: bytes) -> Any:
            document = parse(raw).document
            value, deviations = tolerate(document, self.call.operation.answer)
            self._report(deviations)
            attach(value, Received(head.status, head.pairs, raw, head.request_id_headers))
            return value

        return decode

    def lost(self, error: TransportError, status: int | None = None, headers: Pairs | None = None) -> APIError:
        """The error for an answer that did not come whole; `status` and `headers` where those had come."""
        status = error.status if status is None else status
        if error.kind == "timeout" and (status is None or status < 300):
            return self._make(APITimeoutError, error.message, status, headers, None, outcome=_fate(error, status))
        if status is None:
            said = error.message
            if error.kind == "connect":
                said = f"{said} (is the server running? base_url is {self._settings.base_url})"
            return self._make(APIConnectionError, said, None, headers, None, outcome=_fate(error, None))
        said = f"the answer was cut off: {error.message}"
        if 200 <= status < 300:
            return self._make(UnreadableAnswer, said, status, headers, None, outcome="executed")
        outcome = self._settings.errors.outcome(status, None)
        return self._make(status_error(status), said, status, headers, None, outcome=outcome)

    def no_stream(self, status: int, headers: Pairs, raw: bytes) -> APIError:
        """The error for a whole answer that came where a stream was asked for."""
        if not 200 <= status < 300:
            return self._refused(status, headers, raw)
        try:
            document = parse(raw).document
        except ValueError as error:
            return self._unreadable(status, headers, raw, str(error))
        if (told := self._told(status, headers, raw, document)) is not None:
            return told
        said = f"a whole answer came where a stream was asked for; it begins {_excerpt(raw)}"
        return self._make(UnreadableAnswer, said, status, headers, raw, outcome="executed")

    def _tolerantly(self, status: int, headers: Pairs, raw: bytes, reason: str) -> Any:
        operation = self.call.operation
        if not raw.strip():
            if operation.answer in (Any, None):
                return None
            said = f"the server answered {status} with an empty body"
            raise self._make(EmptyAnswer, said, status, headers, raw, outcome="executed")
        try:
            document, notes = parse(raw)
        except ValueError as error:
            raise self._unreadable(status, headers, raw, str(error)) from None
        if (told := self._told(status, headers, raw, document)) is not None:
            raise told
        value, deviations = tolerate(document, operation.answer)
        # Without proof that this is a result, only what fits its type is one.
        if not _proves(document, operation.proof) if operation.proof else deviations:
            raise self._unreadable(status, headers, raw, f"it is no {_type_name(operation.answer)}: {reason}")
        attach(value, self.received(status, headers, raw))
        self._report([*notes, *deviations])
        return value

    def _event_tolerantly(self, head: Received, raw: bytes, reason: str) -> Any:
        stream: Any = self.call.operation.stream
        try:
            document, notes = parse(raw)
        except ValueError as error:
            raise self._unreadable(head.status, head.pairs, raw, str(error), "event") from None
        self._raise_error_event(head, raw, document)
        value, deviations = tolerate(document, stream.event)
        if not _proves(document, stream.proof) if stream.proof else deviations:
            if is_object(document) and "error" in document:
                said = f"the server ended the stream with an error: {_excerpt(raw)}"
                raise self._make(StreamFailed, said, head.status, head.pairs, raw, outcome="executed")
            said = f"it is no {_type_name(stream.event)}: {reason}"
            raise self._unreadable(head.status, head.pairs, raw, said, "event")
        self._report([*notes, *deviations])
        return value

    def _look_for_error(self, status: int, headers: Pairs, raw: bytes) -> None:
        if (told := self._told(status, headers, raw, parse(raw).document)) is not None:
            raise told

    def _look_for_error_event(self, head: Received, raw: bytes) -> None:
        self._raise_error_event(head, raw, parse(raw).document)

    def _raise_error_event(self, head: Received, raw: bytes, document: Any) -> None:
        told = self._settings.errors.classify(document)
        if told is not None:
            more = {"code": told.code, "type": told.type, "param": told.param}
            said = told.message or "the server ended the stream with an error, and gave no reason"
            raise self._make(StreamFailed, said, head.status, head.pairs, raw, outcome="executed", **more)

    def _told(self, status: int, headers: Pairs, raw: bytes, document: Any) -> APIStatusError | None:
        """The error that a parsed answer is after the declared shapes, if it is one."""
        errors = self._settings.errors
        told = errors.classify(document)
        if told is None:
            return None
        said = told.message or f"the server answered {status} and gave no reason"
        more = {"code": told.code, "type": told.type, "param": told.param}
        kind, outcome = errors.kind(status, told), errors.outcome(status, told)
        return self._make(kind, said, status, headers, raw, outcome=outcome, **more)

    def _refused(self, status: int, headers: Pairs, raw: bytes) -> APIStatusError:
        try:
            told = self._told(status, headers, raw, parse(raw).document)
        except ValueError:
            told = None
        if told is not None:
            return told
        location = Headers(headers).get("location")
        if 300 <= status < 400 and location is not None:
            said = f"the server redirects to {location}, which is not followed; base_url is {self._settings.base_url}"
        elif raw.strip():
            said = f"the server answered {status}: {_excerpt(raw)}"
        else:
            said = f"the server answered {status} with an empty body"
        outcome = self._settings.errors.outcome(status, None)
        return self._make(status_error(status), said, status, headers, raw, outcome=outcome)

    def _unreadable(
        self, status: int, headers: Pairs, raw: bytes, reason: str, what: str = "answer"
    ) -> UnreadableAnswer:
        said = f"the {what} cannot be read: {reason}; it begins {_excerpt(raw)}"
        return self._make(UnreadableAnswer, said, status, headers, raw, outcome="executed")

    def _report(self, deviations: list[Deviation]) -> None:
        if self._settings.on_deviation is not None:
            for deviation in deviations:
                self._settings.on_deviation(deviation._replace(operation=self.call.operation.id))

    def _make(
        self, kind: type[F], said: str, status: int | None, headers: Pairs | None, raw: bytes | None, **more: Any
    ) -> F:
        """An error of this call. Where the server echoes the key, it is masked in all that the error carries."""
        key = self._key
        if len(key) >= 4:
            said = said.replace(key, _MASK)
            raw = raw.replace(key.encode(), _MASK.encode()) if raw is not None else None
            headers = [(name, value.replace(key, _MASK)) for name, value in headers] if headers is not None else None
            more = {k: v.replace(key, _MASK) if isinstance(v, str) else v for k, v in more.items()}
        came = None if headers is None else Received(status or 0, headers, raw, self._settings.errors.request_id)
        if came is not None:
            more.update(headers=came.headers, request_id=came.request_id)
        return kind(said, call=self.call, status=status, raw=raw, **more)


def _fate(error: TransportError, status: int | None) -> str:
    if error.sent is False:
        return "not_sent"
    return "unknown" if status is None else "executed"


def _proves(document: Any, proof: tuple[str, ...]) -> bool:
    return is_object(document) and all(document.get(name) is not None for name in proof)


def _type_name(type: Any) -> str:
    return getattr(type, "__name__", None) or str(type)


def _excerpt(raw: bytes) -> str:
    text = " ".join(raw[: 4 * _EXCERPT].decode("utf-8", "replace").split())
    return repr(text if len(text) <= _EXCERPT else text[:_EXCERPT] + "…")
