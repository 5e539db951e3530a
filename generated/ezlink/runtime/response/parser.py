"""Parse the response to a call into its result, or raise the error that it is.

The order for a 2xx: decode strictly; look for the declared error shapes; look for the fields that prove a result; only
then accept what was parsed tolerantly. Everything else is an error of its own class.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec
from msgspec.structs import astuple, force_setattr

from ..encoding.result_objects import RESPONSE_INFO
from ..errors import APIError, APIStatusError, UnreadableAnswer
from ..http.json_pointer import is_object, resolve
from ..http.media_type import is_html, is_text
from .decoding import (
    DECODE_ERRORS,
    Deviation,
    convert_tolerant,
    decoder,
    errorless_decoder,
    has_kind,
    parse,
    resembles,
)
from .error_catalog import same
from .error_factory import ErrorFactory, proves
from .metadata import ResponseInfo, attach
from .reusable import keep_source

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..http.authorization import Key
    from ..http.headers import Pairs
    from ..http.media_type import MediaKind
    from ..http.timeout import MaxBytes
    from ..operation.call import Call
    from ..operation.operation import Operation
    from .error_factory import ParserSettings
    from .metadata import APIResponse

    FindError = Callable[[ResponseInfo, bytes, Any], APIError | None]

_DECODER = "_decoder"


class _Expected(NamedTuple):
    """The subject of a parse: a response, or one event of a stream."""

    what: str
    type: Any
    proof: tuple[str, ...]

    def proves(self, document: Any) -> bool:
        """Return whether a document has the fields that prove it what is expected.

        An event may also have null there, or nothing if all its fields are known: some servers send the usage so.
        """
        if self.what != "event" or not is_object(document):
            return proves(document, self.proof, self.type)
        if not all(document.get(name) is None or has_kind(document[name], self.type, name) for name in self.proof):
            return False
        known = getattr(self.type, "__struct_encode_fields__", ())
        return all(name in document for name in self.proof) or all(name in known for name in document)


class ResponseParser(ErrorFactory):
    """Parses the response to one call, with the settings of the client that sent it."""

    __slots__ = ("is_async",)

    def __init__(self, call: Call[Any, Any], settings: ParserSettings, key: Key, is_async: bool = False) -> None:
        """`is_async` selects the async counterparts of results that do I/O."""
        self.call = call
        self.attempt = 1
        self._settings = settings
        self._key = key
        self.is_async = is_async

    @property
    def keep_raw(self) -> bool:
        """True if results keep the bytes that they were decoded from."""
        return self._settings.keep_raw

    @property
    def max_bytes(self) -> int | None:
        """The limit for what is read into memory."""
        return self._settings.max_bytes

    @property
    def max_file_bytes(self) -> MaxBytes:
        """The limit for a file, unset if the client has none."""
        return self._settings.max_response_bytes

    @property
    def file_kind(self) -> MediaKind | None:
        """The kind of file that the call asked for, None for another result."""
        return None if self.call.variant is None else self.call.variant.kind

    def expects_file(self, status: int) -> bool:
        """Return whether a response with this status should be a file."""
        return self.file_kind is not None and 200 <= status < 300 and status not in self.call.operation.results

    def parse(self, status: int, headers: Pairs, raw: bytes) -> Any:
        """Return the result in a whole response, or raise the error that it is."""
        operation = self.call.operation
        # Nearly every response goes this way, where one more call or object would be measurable.
        try:
            decode = operation.__dict__[_DECODER]
        except KeyError:
            decode = _keep_decoder(operation)
        if status == 200 and decode is not None:
            try:
                value = decode(raw)
            except DECODE_ERRORS:
                pass
            else:
                settings = self._settings
                keep = settings.keep_raw
                force_setattr(value, "__class__", operation.result)
                value.__dict__[RESPONSE_INFO] = status, headers, raw if keep else None, settings.errors.request_id
                return value if keep else keep_source(value, raw)
        return self._parse_slow(status, headers, raw)

    def parse_event(self, info: ResponseInfo, raw: bytes) -> Any:
        """Return an event of a stream. Raises StreamFailed for an error and UnreadableAnswer for anything else."""
        stream: Any = self.call.operation.stream
        event, fault = _decode(stream.event, raw)
        if fault is not None and stream.event is str:  # bare text
            event, fault = raw.decode("utf-8", "replace"), None
        if fault is not None:
            expected = _Expected("event", stream.event, stream.proof)
            event = self._parse_tolerant(info, raw, fault, expected, self._event_error)
        elif not stream.proof or b'"error"' in raw:
            self._raise_error_in(info, raw, self._event_error)
        attach(event, (info.status, info.pairs, raw if self.keep_raw else None, info.request_id_headers))
        return event

    def parse_collected(self, info: ResponseInfo, raw: bytes) -> Any:
        """Return the events of a stream, encoded as one object, as the result of the call."""
        from .extras import drop_unknown

        try:
            document = parse(raw).document
            value, deviations = convert_tolerant(document, self.call.operation.result)
        except ValueError as error:
            raise self._unreadable(info, raw, "collected stream", str(error)) from None
        self._report(deviations)
        if (stream := self.call.operation.stream) is not None and drop_unknown(value, document, stream.merge_key):
            # It separated the pieces of one item from those of the next, and some servers refuse it in a request.
            raw = msgspec.json.encode(document)
        attach(value, astuple(msgspec.structs.replace(info, raw=raw)))
        return value

    def masked(self, response: APIResponse[Any]) -> Any:
        """Return the result in a response, with no secret that the server sent back."""
        raw = msgspec.json.encode(response.value) if response.raw is None else response.raw
        received = [[*response.headers.pairs()], raw]
        masked = self.masker.value(received)
        return response.value if masked == received else self.parse(response.status, *masked)

    def _parse_slow(self, status: int, headers: Pairs, raw: bytes) -> Any:
        operation = self.call.operation
        info = self.response_info(status, headers, raw)
        if not 200 <= status < 300:
            raise self._refusal(info, raw)
        type, proof, ordinary = operation.result, operation.proof, operation.returns_plain_object
        if not ordinary:
            type, proof = self._expected_type(status)
            if type is bytes or (type is str and self.call.variant is not None):
                return self._parse_text(info, raw, type)
        if type is None and not self._settings.errors.shapes:
            return None  # nothing is described, and nothing tells an error from it
        value, fault = _decode(type, raw)
        if fault is not None:
            value = self._parse_malformed(info, raw, fault, _Expected("response", type, proof))
        elif not proof or b'"error"' in raw:
            self._raise_error_in(info, raw, self._declared_error)
        if not ordinary and operation.conditions:
            self._check_conditions(info, raw)
        attach(value, astuple(info))
        return value if self.keep_raw else keep_source(value, raw)

    def _expected_type(self, status: int) -> tuple[Any, tuple[str, ...]]:
        """Return the type that a response with this status is read as, and the fields that prove it."""
        operation, source = self.call.operation, self.call.variant or self.call.operation
        type = (self.is_async and source.async_result) or source.result
        return operation.results.get(status, type), operation.proofs.get(status, operation.proof)

    def _parse_malformed(self, info: ResponseInfo, raw: bytes, reason: str, expected: _Expected) -> Any:
        if raw.strip():
            if expected.type is Any and self.call.variant is not None:  # a variant that is not described
                return self._parse_text(info, raw, str if is_text(raw) else bytes)
            if raw.lstrip().startswith((b"data:", b"event:")):
                reason = "it is a stream of events, and none was asked for"
            return self._parse_tolerant(info, raw, reason, expected, self._declared_error)
        if expected.type in (Any, None) and self.call.variant is None:
            return None
        raise self._empty(info, raw)

    def _parse_text(self, info: ResponseInfo, raw: bytes, type: Any) -> Any:
        """Return a response that is not JSON: raw bytes, or text."""
        if raw.lstrip()[:1] in (b"{", b"["):
            self._raise_error_in(info, raw, self._declared_error)
        if type is bytes:
            return raw
        shapes, variant = self._settings.errors.shapes, self.call.variant
        if not raw and shapes:
            raise self._empty(info, raw)
        if is_html(raw) and (shapes or variant is None or "html" not in variant.media_type):
            raise self._unreadable(info, raw, "response", "it is a page of HTML where text was asked for")
        text = raw.decode("utf-8-sig", "replace")
        if "\ufffd" in text and "\ufffd".encode() not in raw:
            self._report([Deviation("", "text in UTF-8", "bytes that are not")])
        return text

    def _parse_tolerant(
        self, info: ResponseInfo, raw: bytes, reason: str, expected: _Expected, find_error: FindError
    ) -> Any:
        error: APIError | None = None
        value, more = None, list[Deviation]()
        try:
            document, deviations = parse(raw)
            error = find_error(info, raw, document)
            if error is None:
                value, more = convert_tolerant(document, expected.type, fill=expected.what == "event")
        except ValueError:
            document, deviations, error = None, [], self._unreadable(info, raw, expected.what, reason)
        if error is not None:
            raise error
        # Without fields that prove it a result, only what fits its type is one.
        if not expected.proves(document) if expected.proof else more and not self._is_likely(document, expected.type):
            name = getattr(expected.type, "__name__", None) or expected.type
            error = self._unreadable(info, raw, expected.what, f"it is no {name}: {reason}")
            if self.call.operation.polling is not None:
                error.task_id = self.call.operation.polling.id_in(document)
            raise error
        self._report([*deviations, *more])
        return value

    def _is_likely(self, document: Any, type: Any) -> bool:
        """Return whether a document is a result although it differs from the description of an API without errors."""
        return not self._settings.errors.shapes and resembles(document, type)

    def _check_conditions(self, info: ResponseInfo, raw: bytes) -> None:
        """Raise where a value denies that the call was accepted, though status and shape are those of a result."""
        operation, document = self.call.operation, parse(raw).document
        for pointer, accepted in operation.conditions.items():
            value = resolve(document, pointer)
            if any(same(value, each) for each in accepted):
                continue
            error: APIError | None = self._declared_error(info, raw, document)
            if error is None:
                found = f"{pointer} is {value!r}, not {' or '.join(map(repr, accepted))}; {self._excerpt(raw)}"
                error = self._not_accepted(info, raw, found, self._refuses(pointer, value))
            if operation.polling is not None:
                error.task_id = operation.polling.id_in(document)
            raise error

    def _refuses(self, pointer: str, value: Any) -> bool:
        polling = self.call.operation.polling
        if polling is None:
            return value is not None
        # Of a task, only a word that is known to refuse it proves that none was started.
        return any(same(value, each) for each in polling.refused.get(pointer, ()))

    def _not_accepted(self, info: ResponseInfo, raw: bytes, found: str, refused: bool) -> APIError:
        if refused:
            return self.error(APIStatusError, f"the server refused: {found}", info, raw, "rejected")
        started = "a task may have been started" if self.call.operation.polling else "the response proves nothing"
        return self.error(UnreadableAnswer, f"{started}: {found}", info, raw, "unknown")

    def _raise_error_in(self, info: ResponseInfo, raw: bytes, find_error: FindError) -> None:
        error = None
        with suppress(ValueError):  # the strict decoder accepted it: what this one does not is no declared error
            error = find_error(info, raw, parse(raw).document)
        if error is not None:
            raise error

    def _report(self, deviations: list[Deviation]) -> None:
        if self._settings.on_deviation is not None:
            for deviation in deviations:
                self._settings.on_deviation(deviation._replace(operation=self.call.operation.display_name))


def _keep_decoder(operation: Operation) -> Callable[[bytes], Any] | None:
    """Return the decoder of results that need no further look, None if there is none. It is kept with the operation."""
    found = errorless_decoder(operation.result) if operation.proof_suffices else None
    vars(operation)[_DECODER] = decode = found and found.decode
    return decode


def _decode(type: Any, raw: bytes) -> tuple[Any, str | None]:
    """Decode strictly: return the value, and what is wrong with it, in words, or None."""
    # Not raised on: these errors hold what could not be decoded, and with it a key that a server may have sent back.
    try:
        return decoder(type).decode(raw), None
    except DECODE_ERRORS as error:
        return None, str(error)
