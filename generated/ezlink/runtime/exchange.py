"""One call on its way: turns what came into its value, or into the error that it is.

The order for a 2xx: decode strictly; look for the declared error shapes; look for the fields that prove a result; only
then take what was read tolerantly. Everything else is an error of its own class.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar, get_origin

import msgspec
from msgspec.structs import astuple

from .decoding import UNFIT, Deviation, decoder, parse, tolerate
from .documents import is_array, is_object
from .errors import (
    APIConnectionError,
    APIError,
    APIStatusError,
    APITimeoutError,
    EmptyAnswer,
    NotServed,
    StreamFailed,
    UnreadableAnswer,
    status_error,
)
from .failures import found, same
from .models import Model, attach
from .replies import Received
from .sniffing import is_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from .calls import Call
    from .errors import Outcome
    from .failures import Told
    from .headers import Pairs
    from .settings import Settings
    from .sniffing import Kind
    from .transport import TransportError

F = TypeVar("F", bound=APIError)

_EXCERPT = 120
_LARGE = 1 << 20
_END = 1 << 16
_MASK = "***"
_SHORTEST_KEY = 4  # a shorter one would be found in ordinary words


class _Expected(NamedTuple):
    """What is to be read: a whole answer, or one event of a stream."""

    what: str
    type: Any
    proof: tuple[str, ...]


class Exchange:
    """Reads the answer to one call, with the settings of the client that sent it."""

    __slots__ = ("_key", "_settings", "_twin", "call")

    def __init__(self, call: Call[Any, Any], settings: Settings, key: str, twin: bool = False) -> None:
        """`twin` is for the async client: its answers are of types of their own where they do I/O."""
        self.call = call
        self._settings = settings
        self._key = key
        self._twin = twin

    def answer(self, status: int, headers: Pairs, raw: bytes) -> Any:
        """The value of a whole answer. Raises the error that it is instead."""
        settings, operation = self._settings, self.call.operation
        if status == 200 and operation.proof_suffices:
            # Nearly every answer goes this way, where a call or an object more would be felt.
            try:
                value = decoder(operation.answer)(raw)
            except UNFIT:
                return self._carefully(status, headers, raw)
            if not _may_tell_an_error(raw):
                kept = raw if settings.keep_raw else None
                attach(value, (status, headers, kept, settings.errors.request_id))
                return value
        return self._carefully(status, headers, raw)

    def _carefully(self, status: int, headers: Pairs, raw: bytes) -> Any:
        settings, operation = self._settings, self.call.operation
        head = Received(status, headers, raw if settings.keep_raw else None, settings.errors.request_id)
        if not 200 <= status < 300:
            raise self._refused(head, raw)
        type, proof, ordinary = operation.answer, operation.proof, operation.ordinary
        if not ordinary:
            type, proof = self._wanted(status)
            if type is bytes or (type is str and self.call.form is not None):
                return self._bare(head, raw, type)
        try:
            value = decoder(type)(raw)
        except UNFIT as error:
            value = self._tolerantly(head, raw, str(error), _Expected("answer", type, proof))
        else:
            if not proof or _may_tell_an_error(raw):
                self._look_for_error(head, raw, self._told)
        if not ordinary and operation.conditions:
            self._check_conditions(head, raw)
        attach(value, astuple(head))
        return value

    def _wanted(self, status: int) -> tuple[Any, tuple[str, ...]]:
        """The type that an answer of this status is read as, and the fields that prove it."""
        operation, source = self.call.operation, self.call.form or self.call.operation
        type = (self._twin and source.async_answer) or source.answer
        return operation.answers.get(status, type), operation.proofs.get(status, operation.proof)

    @property
    def kind(self) -> Kind | None:
        """The kind of file that was asked for, None if none was."""
        form = self.call.form
        return None if form is None else form.kind

    def brings_file(self, status: int) -> bool:
        """Whether an answer of this status should be a file."""
        return self.kind is not None and 200 <= status < 300 and status not in self.call.operation.answers

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
            "make": self.error,
            "keep_raw": self._settings.keep_raw,
            "strict": self._strict_event_decoder(),
        }

    def no_stream(self, status: int, headers: Pairs, raw: bytes) -> APIError:
        """The error for a whole answer that came where a stream was asked for."""
        head = self.received(status, headers, raw)
        if not 200 <= status < 300:
            return self._refused(head, raw)
        if not raw.strip():
            return self._empty(head, raw)
        try:
            told = self._told(head, raw, parse(raw).document)
        except ValueError as error:
            return self._unreadable(head, raw, "answer", str(error))
        said = "a whole answer came where a stream was asked for"
        return told if told is not None else self._unreadable(head, raw, "answer", said)

    def spoiled(self, head: Received, raw: bytes, reason: str) -> APIError:
        """The error for an answer that should have been a file, and is not, or not all of it."""
        if not raw.strip():
            return self._empty(head, raw)
        if raw.lstrip()[:1] == b"{":
            with suppress(ValueError):
                if (told := self._told(head, raw, parse(raw).document)) is not None:
                    return told
        said = f"the answer is not what was asked for: {reason}"
        return self.error(UnreadableAnswer, f"{said}; {self._excerpt(raw)}", head, raw, "executed")

    def told_behind(self, head: Received, tail: bytes) -> UnreadableAnswer | None:
        """The error that a server which failed in the middle wrote behind the half of a file, if it is one."""
        start = tail.find(b"{") if tail.rstrip().endswith(b"}") else -1
        while start >= 0:
            with suppress(ValueError):
                if (told := self._settings.errors.classify(parse(tail[start:]).document)) is not None:
                    said = f"the file is cut off, and behind it stands the server's reason: {told.message}"
                    return self.error(UnreadableAnswer, said, head, tail[start:], "executed", **_particulars(told))
            start = tail.find(b"{", start + 1)
        return None

    def error(
        self,
        kind: type[F],
        said: str,
        head: Received | None,
        raw: bytes | None,
        outcome: Outcome,
        cause: TransportError | None = None,
        **more: Any,
    ) -> F:
        """An error of this call. Where the server echoes the key, it is masked in all that the error carries."""
        masked = self._masked
        if cause is not None:
            cause.hide(masked)
        if raw is not None:
            raw = masked(raw.decode("utf-8", "surrogateescape")).encode("utf-8", "surrogateescape")
        if head is not None:
            pairs = [(masked(name), masked(value)) for name, value in head.pairs]
            head = msgspec.structs.replace(head, pairs=pairs)
            more.update(status=head.status, headers=head.headers, request_id=head.request_id)
        more = {name: masked(value) if isinstance(value, str) else value for name, value in more.items()}
        return kind(masked(said), call=self.call, raw=raw, outcome=outcome, **more)

    def lost(self, error: TransportError, status: int | None = None, headers: Pairs | None = None) -> APIError:
        """The error for an answer that did not come whole; `status` and `headers` where those had come."""
        status = error.status if status is None else status
        head = None if status is None else self.received(status, headers or [], None)
        fate: Outcome = "not_sent" if error.sent is False else "unknown" if status is None else "executed"
        if status is not None and not 200 <= status < 300:
            said = f"the server answered {status}, and its reason was lost: {error.message}"
            outcome = self._settings.errors.outcome(status, None)
            return self.error(status_error(status), said, head, None, outcome, error)
        if error.kind == "timeout":
            return self.error(APITimeoutError, error.message, head, None, fate, error)
        if status is not None:
            return self.error(UnreadableAnswer, f"the answer was cut off: {error.message}", head, None, fate, error)
        hint = f" (is the server running? base_url is {self._settings.base_url})" if error.kind == "connect" else ""
        return self.error(APIConnectionError, error.message + hint, head, None, fate, error)

    def _strict_event_decoder(self) -> Callable[[bytes], Any] | None:
        """The decoder that an event needs whose fields prove it one, or None where each must be looked at."""
        stream = self.call.operation.stream
        if stream is None or not stream.proof or not issubclass(stream.event, Model):
            return None
        return decoder(stream.event)

    def _event_decoder(self, head: Received) -> Callable[[bytes], Any]:
        stream = self.call.operation.stream
        if stream is None:
            raise TypeError(f"{self.call.operation.id} does not stream")
        expected = _Expected("event", stream.event, stream.proof)
        strict, proof, keep = decoder(stream.event), stream.proof, self._settings.keep_raw
        status, pairs, _, names = astuple(head)

        def decode(raw: bytes) -> Any:
            try:
                event = strict(raw)
            except UNFIT as error:
                event = self._loosely(head, raw, str(error), expected, self._told_in_stream)
            else:
                if not proof or b'"error"' in raw:
                    self._look_for_error(head, raw, self._told_in_stream)
            attach(event, (status, pairs, raw if keep else None, names))
            return event

        return decode

    def _whole_decoder(self, head: Received) -> Callable[[bytes], Any]:
        def decode(raw: bytes) -> Any:
            value, deviations = tolerate(parse(raw).document, self.call.operation.answer)
            self._report(deviations)
            attach(value, astuple(msgspec.structs.replace(head, raw=raw)))
            return value

        return decode

    def _tolerantly(self, head: Received, raw: bytes, reason: str, expected: _Expected) -> Any:
        if raw.strip():
            if expected.type is Any and self.call.form is not None:  # a form that is not described
                return self._bare(head, raw, str if is_text(raw) else bytes)
            if raw.lstrip().startswith((b"data:", b"event:")):
                reason = "it is a stream of events, and none was asked for"
            return self._loosely(head, raw, reason, expected, self._told)
        if expected.type in (Any, None) and self.call.form is None:
            return None
        raise self._empty(head, raw)

    def _bare(self, head: Received, raw: bytes, type: Any) -> Any:
        """An answer that is no JSON: bytes as they came, or text."""
        begin = raw.lstrip()[:15].lower()
        if begin.startswith(b"{"):
            self._look_for_error(head, raw, self._told)
        if type is bytes:
            return raw
        if not begin and not raw:
            raise self._empty(head, raw)
        if begin.startswith((b"<!doctype", b"<html")):
            raise self._unreadable(head, raw, "answer", "it is a page of HTML where text was asked for")
        text = raw.decode("utf-8-sig", "replace")
        if "\ufffd" in text and "\ufffd".encode() not in raw:
            self._report([Deviation("", "text in UTF-8", "bytes that are not")])
        return text

    def _check_conditions(self, head: Received, raw: bytes) -> None:
        """Raise where an answer says that the call was refused, though its status and shape are those of a result."""
        operation, document = self.call.operation, parse(raw).document
        for pointer, words in operation.conditions.items():
            word = found(document, pointer)
            if any(same(word, each) for each in words):
                continue
            error = self._told(head, raw, document)
            if error is None:
                said = f"the server refused: {pointer} is {word!r}, not {' or '.join(map(repr, words))}"
                outcome: Outcome = "unknown" if word is None else "rejected"
                error = self.error(APIStatusError, f"{said}; {self._excerpt(raw)}", head, raw, outcome)
            if operation.task is not None:
                error.task_id = operation.task.id_in(document)
            raise error

    def _loosely(
        self,
        head: Received,
        raw: bytes,
        reason: str,
        expected: _Expected,
        told: Callable[[Received, bytes, Any], APIError | None],
    ) -> Any:
        try:
            document, deviations = parse(raw)
            if (error := told(head, raw, document)) is not None:
                raise error
            value, more = tolerate(document, expected.type)
        except ValueError:
            raise self._unreadable(head, raw, expected.what, reason) from None
        # Without fields that prove it a result, only what fits its type is one.
        if not _proves(document, expected.proof, expected.type) if expected.proof else more:
            raise self._unreadable(head, raw, expected.what, f"it is no {_type_name(expected.type)}: {reason}")
        self._report([*deviations, *more])
        return value

    def _look_for_error(
        self, head: Received, raw: bytes, told: Callable[[Received, bytes, Any], APIError | None]
    ) -> None:
        with suppress(ValueError):  # the strict decoder has read it: what this one cannot is no declared error
            if (error := told(head, raw, parse(raw).document)) is not None:
                raise error

    def _told(self, head: Received, raw: bytes, document: Any) -> APIStatusError | None:
        """The error that a parsed answer is after the declared shapes, if it is one."""
        errors = self._settings.errors
        told = errors.classify(document)
        if told is None:
            return None
        kind, outcome = errors.kind(head.status, told), errors.outcome(head.status, told)
        said = told.message or f"the server answered {head.status} and gave no reason"
        return self.error(kind, said, head, raw, outcome, **_particulars(told))

    def _told_in_stream(self, head: Received, raw: bytes, document: Any) -> StreamFailed | None:
        told = self._settings.errors.classify(document)
        if told is not None:
            said = told.message or "the server ended the stream with an error, and gave no reason"
            return self.error(StreamFailed, said, head, raw, "executed", **_particulars(told))
        stream: Any = self.call.operation.stream
        if is_object(document) and document.get("error") is not None and not _proves(document, stream.proof):
            said = f"the server ended the stream with an error: {self._excerpt(raw)}"
            return self.error(StreamFailed, said, head, raw, "executed")
        return None

    def _refused(self, head: Received, raw: bytes) -> APIStatusError:
        hint = self.call.operation.not_served
        if hint is not None and head.status in hint.statuses:
            said = f"{self.call.operation.id} is not served here: {hint.evidence} It answered {self._excerpt(raw)}"
            return self.error(NotServed, said, head, raw, "rejected")
        with suppress(ValueError):
            if (told := self._told(head, raw, parse(raw).document)) is not None:
                return told
        status, location = head.status, head.headers.get("location")
        if 300 <= status < 400 and location is not None:
            said = f"the server redirects to {location}, which is not followed; base_url is {self._settings.base_url}"
        elif raw.strip():
            said = f"the server answered {status}: {self._excerpt(raw)}"
        else:
            said = f"the server answered {status} with an empty body"
        return self.error(status_error(status), said, head, raw, self._settings.errors.outcome(status, None))

    def _unreadable(self, head: Received, raw: bytes, what: str, reason: str) -> UnreadableAnswer:
        said = f"the {what} cannot be read: {reason}; it begins {self._excerpt(raw)}"
        return self.error(UnreadableAnswer, said, head, raw, "executed")

    def _empty(self, head: Received, raw: bytes) -> EmptyAnswer:
        said, hint = f"the server answered {head.status} with an empty body", self.call.operation.empty_hint
        return self.error(EmptyAnswer, f"{said}. {hint}" if hint else said, head, raw, "executed")

    def _report(self, deviations: list[Deviation]) -> None:
        if self._settings.on_deviation is not None:
            for deviation in deviations:
                self._settings.on_deviation(deviation._replace(operation=self.call.operation.id))

    def _excerpt(self, raw: bytes) -> str:
        # Masked before it is cut: a key that the cut goes through would not be found any more.
        text = " ".join(self._masked(raw.decode("utf-8", "replace")).split())
        return repr(text if len(text) <= _EXCERPT else text[:_EXCERPT] + "…")

    def _masked(self, text: str) -> str:
        return text.replace(self._key, _MASK) if len(self._key) >= _SHORTEST_KEY else text


def _may_tell_an_error(raw: bytes) -> bool:
    # Errors are looked for only where there is reason to: most answers do not hold the word. Of a large one its two
    # ends are enough: a search through megabytes of vectors costs a quarter of decoding them.
    return b'"error"' in (raw if len(raw) < _LARGE else raw[:_END] + raw[-_END:])


def _proves(document: Any, proof: tuple[str, ...], type: Any = None) -> bool:
    if get_origin(type) is list:
        return is_array(document) and all(_proves(item, proof) for item in document)
    return is_object(document) and all(document.get(name) is not None for name in proof)


def _particulars(told: Told) -> dict[str, Any]:
    return {"code": told.code, "type": told.type, "param": told.param}


def _type_name(type: Any) -> str:
    return getattr(type, "__name__", None) or str(type)
