"""One call on its way: turns what came into its value, or into the error that it is.

The order for a 2xx: decode strictly; look for the declared error shapes; look for the fields that prove a result; only
then take what was read tolerantly. Everything else is an error of its own class.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec
from msgspec.structs import astuple

from ..errors import APIError, APIStatusError
from ..http.json_pointer import resolve
from ..http.media_type import is_text
from .decoding import UNFIT, Deviation, decoder, parse, tolerate
from .error_catalog import same
from .error_factory import ErrorFactory, proves
from .metadata import ResponseInfo
from .model import Model, attach

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..config import ClientConfig
    from ..errors import Outcome
    from ..http.headers import Pairs
    from ..http.media_type import MediaKind
    from ..operation.call import Call

_LARGE = 1 << 20
_END = 1 << 16


class _Expected(NamedTuple):
    """What is to be read: a whole answer, or one event of a stream."""

    what: str
    type: Any
    proof: tuple[str, ...]


class ResponseParser(ErrorFactory):
    """Reads the answer to one call, with the settings of the client that sent it."""

    __slots__ = ("twin",)

    def __init__(self, call: Call[Any, Any], settings: ClientConfig, key: str, twin: bool = False) -> None:
        """`twin` is for the async client: its answers are of types of their own where they do I/O."""
        self.call = call
        self._settings = settings
        self._key = key
        self.twin = twin

    def answer(self, status: int, headers: Pairs, raw: bytes) -> Any:
        """The value of a whole answer. Raises the error that it is instead."""
        settings, operation = self._settings, self.call.operation
        if status == 200 and operation.proof_suffices:
            # Nearly every answer goes this way, where a call or an object more would be felt.
            try:
                value = decoder(operation.result)(raw)
            except UNFIT:
                return self._carefully(status, headers, raw)
            if not _may_tell_an_error(raw):
                kept = raw if settings.keep_raw else None
                attach(value, (status, headers, kept, settings.errors.request_id))
                return value
        return self._carefully(status, headers, raw)

    def _carefully(self, status: int, headers: Pairs, raw: bytes) -> Any:
        settings, operation = self._settings, self.call.operation
        head = ResponseInfo(status, headers, raw if settings.keep_raw else None, settings.errors.request_id)
        if not 200 <= status < 300:
            raise self._refused(head, raw)
        type, proof, ordinary = operation.result, operation.proof, operation.returns_plain_object
        if not ordinary:
            type, proof = self._wanted(status)
            if type is bytes or (type is str and self.call.variant is not None):
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
        operation, source = self.call.operation, self.call.variant or self.call.operation
        type = (self.twin and source.async_result) or source.result
        return operation.results.get(status, type), operation.proofs.get(status, operation.proof)

    @property
    def kind(self) -> MediaKind | None:
        """The kind of file that was asked for, None if none was."""
        form = self.call.variant
        return None if form is None else form.kind

    def brings_file(self, status: int) -> bool:
        """Whether an answer of this status should be a file."""
        return self.kind is not None and 200 <= status < 300 and status not in self.call.operation.results

    def stream(self, status: int, headers: Pairs) -> dict[str, Any]:
        """What a stream that began with this head needs to read its events."""
        head = self.response_info(status, headers, None)
        return {
            "events": self.call.operation.stream,
            "decode": self._event_decoder(head),
            "whole": self._whole_decoder(head),
            "response_info": head,
            "make": self.error,
            "keep_raw": self._settings.keep_raw,
            "strict": self._strict_event_decoder(),
        }

    def _strict_event_decoder(self) -> Callable[[bytes], Any] | None:
        """The decoder that an event needs whose fields prove it one, or None where each must be looked at."""
        stream = self.call.operation.stream
        if stream is None or not stream.proof or not issubclass(stream.event, Model):
            return None
        return decoder(stream.event)

    def _event_decoder(self, head: ResponseInfo) -> Callable[[bytes], Any]:
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

    def _whole_decoder(self, head: ResponseInfo) -> Callable[[bytes], Any]:
        def decode(raw: bytes) -> Any:
            try:
                value, deviations = tolerate(parse(raw).document, self.call.operation.result)
            except ValueError as error:
                raise self._unreadable(head, raw, "whole of the events", str(error)) from None
            self._report(deviations)
            attach(value, astuple(msgspec.structs.replace(head, raw=raw)))
            return value

        return decode

    def _tolerantly(self, head: ResponseInfo, raw: bytes, reason: str, expected: _Expected) -> Any:
        if raw.strip():
            if expected.type is Any and self.call.variant is not None:  # a form that is not described
                return self._bare(head, raw, str if is_text(raw) else bytes)
            if raw.lstrip().startswith((b"data:", b"event:")):
                reason = "it is a stream of events, and none was asked for"
            return self._loosely(head, raw, reason, expected, self._told)
        if expected.type in (Any, None) and self.call.variant is None:
            return None
        raise self._empty(head, raw)

    def _bare(self, head: ResponseInfo, raw: bytes, type: Any) -> Any:
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

    def _check_conditions(self, head: ResponseInfo, raw: bytes) -> None:
        """Raise where an answer says that the call was refused, though its status and shape are those of a result."""
        operation, document = self.call.operation, parse(raw).document
        for pointer, words in operation.conditions.items():
            word = resolve(document, pointer)
            if any(same(word, each) for each in words):
                continue
            error = self._told(head, raw, document)
            if error is None:
                said = f"the server refused: {pointer} is {word!r}, not {' or '.join(map(repr, words))}"
                outcome: Outcome = "unknown" if word is None else "rejected"
                error = self.error(APIStatusError, f"{said}; {self._excerpt(raw)}", head, raw, outcome)
            if operation.polling is not None:
                error.task_id = operation.polling.id_in(document)
            raise error

    def _loosely(
        self,
        head: ResponseInfo,
        raw: bytes,
        reason: str,
        expected: _Expected,
        told: Callable[[ResponseInfo, bytes, Any], APIError | None],
    ) -> Any:
        try:
            document, deviations = parse(raw)
            if (error := told(head, raw, document)) is not None:
                raise error
            value, more = tolerate(document, expected.type)
        except ValueError:
            raise self._unreadable(head, raw, expected.what, reason) from None
        # Without fields that prove it a result, only what fits its type is one.
        if not proves(document, expected.proof, expected.type) if expected.proof else more:
            raise self._unreadable(head, raw, expected.what, f"it is no {_type_name(expected.type)}: {reason}")
        self._report([*deviations, *more])
        return value

    def _look_for_error(
        self, head: ResponseInfo, raw: bytes, told: Callable[[ResponseInfo, bytes, Any], APIError | None]
    ) -> None:
        with suppress(ValueError):  # the strict decoder has read it: what this one cannot is no declared error
            if (error := told(head, raw, parse(raw).document)) is not None:
                raise error

    def _report(self, deviations: list[Deviation]) -> None:
        if self._settings.on_deviation is not None:
            for deviation in deviations:
                self._settings.on_deviation(deviation._replace(operation=self.call.operation.id))


def _may_tell_an_error(raw: bytes) -> bool:
    # Errors are looked for only where there is reason to: most answers do not hold the word. Of a large one its two
    # ends are enough: a search through megabytes of vectors costs a quarter of decoding them.
    return b'"error"' in (raw if len(raw) < _LARGE else raw[:_END] + raw[-_END:])


def _type_name(type: Any) -> str:
    return getattr(type, "__name__", None) or str(type)
