"""The errors of one call, created from what the server sent or the transport reported. The key is masked in them."""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Protocol, TypeVar, get_args, get_origin

import msgspec

from ..errors import (
    APIConnectionError,
    APIError,
    APIStatusError,
    APITimeoutError,
    AuthenticationError,
    EmptyAnswer,
    NotServed,
    StreamFailed,
    UnreadableAnswer,
    status_error,
)
from ..http.authorization import Key, secrets_of
from ..http.headers import Secret
from ..http.json_pointer import is_array, is_object
from ..http.media_type import is_html
from .decoding import has_kind, parse
from .metadata import ResponseInfo

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..errors import Outcome
    from ..http.headers import Pairs
    from ..http.masking import Masker
    from ..http.timeout import MaxBytes
    from ..operation.call import Call
    from ..transport import TransportError
    from .decoding import Deviation
    from .error_catalog import ErrorCatalog, ParsedError

F = TypeVar("F", bound=APIError)

_EXCERPT = 120
_SHORTEST_SECRET = 8
RAISE_LIMIT = "Raise it with max_response_bytes, of the client or of with_options(); None lifts it."
# Failures that the same request meets again: no trust, an encoding that was not asked for, a size, a closed client.
_LASTING = ("private", "tls", "encoding", "too_large", "closed")


class ParserSettings(Protocol):
    """The settings of a client that the parsing of responses depends on."""

    errors: ErrorCatalog
    keep_raw: bool
    max_bytes: int | None
    max_response_bytes: MaxBytes
    on_deviation: Callable[[Deviation], None] | None
    base_url: str
    default_headers: tuple[tuple[str, str], ...]
    key_source: str


class ErrorFactory:
    """The errors of one call, sent with these settings and this key. `ResponseParser` extends it."""

    __slots__ = ("_key", "_settings", "attempt", "call")

    attempt: int
    """How often the call was sent, with this time."""
    call: Call[Any, Any]
    _settings: ParserSettings
    _key: Key

    @property
    def masker(self) -> Masker:
        """Return a function that masks the key and the secrets among the headers that were sent."""
        from ..http.masking import masker

        sent = (*self._settings.default_headers, *self.call.headers)
        # Of `Bearer TOKEN` the token alone, and no short ones, which are found in ordinary words.
        secrets = [value.rpartition(" ")[2] for _, value in sent if isinstance(value, Secret)]
        if self.call.target[:1] != "/":  # a file of another host: its URL may be signed
            secrets += [part.partition("=")[2] for part in self.call.target.partition("?")[2].split("&")]
        return masker(
            frozenset([*secrets_of(self._key), *(secret for secret in secrets if len(secret) >= _SHORTEST_SECRET)])
        )

    def response_info(self, status: int, headers: Pairs, raw: bytes | None) -> ResponseInfo:
        """Return the response info, to be kept beside the value."""
        settings = self._settings
        return ResponseInfo(status, headers, raw if settings.keep_raw else None, settings.errors.request_id)

    def error(
        self,
        kind: type[F],
        message: str,
        info: ResponseInfo | None,
        raw: bytes | None,
        outcome: Outcome,
        cause: TransportError | None = None,
        **more: Any,
    ) -> F:
        """Return an error of this call. Where the server echoed the key, it is masked in all that the error holds."""
        masker = self.masker
        if cause is not None:
            cause.hide(masker.text)
        if info is not None:
            info = msgspec.structs.replace(info, pairs=masker.value(info.pairs))
            more.update(status=info.status, headers=info.headers, request_id=info.request_id)
        error = kind(masker.text(message), call=self.call, raw=masker.value(raw), outcome=outcome, **masker.value(more))
        error.attempts = self.attempt
        if info is not None:
            from ..http.retry_after import retry_after

            error.retry_after = retry_after(info.headers)
        return error

    def from_transport(
        self, error: TransportError, status: int | None = None, headers: Pairs | None = None
    ) -> APIError:
        """Return the error for a response that did not come whole; `status` and `headers` where those had come."""
        status = error.status if status is None else status
        info = None if status is None else self.response_info(status, headers or [], None)
        outcome: Outcome = "not_sent" if error.sent is False else "unknown" if status is None else "executed"
        too_large = error.kind == "too_large"
        if status is not None and not 200 <= status < 300:
            message = f"the server answered {status}, and its reason was lost: {error.message}"
            outcome = self._settings.errors.outcome(status, None)
            hint = RAISE_LIMIT if too_large else None
            return self.error(status_error(status), message, info, None, outcome, error, hint=hint)
        if too_large:
            return self.error(UnreadableAnswer, error.message, info, None, outcome, error, hint=RAISE_LIMIT)
        kind: type[APIError] = APIConnectionError if status is None else UnreadableAnswer
        message = error.message
        if status is not None and error.kind != "encoding":
            message = f"the response was cut off: {message}"
        hint = self._server_hint(error) if status is None else None
        if error.kind == "private":
            hint = "If it may be fetched from, create the client with allow_private_hosts=True."
        if error.kind == "timeout":
            kind, message, hint = APITimeoutError, error.message, None
        temporary = error.kind not in _LASTING
        found = self.error(kind, message, info, None, outcome, error, hint=hint, temporary=temporary)
        found.reused = error.reused
        return found

    def not_a_stream(self, status: int, headers: Pairs, raw: bytes) -> APIError:
        """Return the error for a response in one piece where a stream was asked for."""
        info = self.response_info(status, headers, raw)
        if not 200 <= status < 300:
            return self._refusal(info, raw)
        if not raw.strip():
            return self._empty(info, raw)
        try:
            declared = self._declared_error(info, raw, parse(raw).document)
        except ValueError as error:
            return self._unreadable(info, raw, "response", str(error))
        return declared or self._unreadable(info, raw, "response", "it is no stream, and one was asked for")

    def invalid_file(self, info: ResponseInfo, raw: bytes, reason: str) -> APIError:
        """Return the error for a response that should have been a file, and is not, or not all of it."""
        if not raw.strip():
            return self._empty(info, raw)
        if raw.lstrip()[:1] in (b"{", b"["):
            with suppress(ValueError):
                if (declared := self._declared_error(info, raw, parse(raw).document)) is not None:
                    return declared
        message = f"the response is not what was asked for: {reason}; {self._excerpt(raw)}"
        return self.error(UnreadableAnswer, message, info, raw, "executed")

    def too_large(self, info: ResponseInfo, what: str, limit: int | None, hint: str = RAISE_LIMIT) -> UnreadableAnswer:
        """Return the error for a file, an event or a stream that is larger than its limit."""
        message = f"the {what} is larger than {limit} bytes"
        return self.error(UnreadableAnswer, message, info, None, "executed", hint=hint)

    def trailing_error(self, info: ResponseInfo, tail: bytes) -> UnreadableAnswer | None:
        """Return the error that a server wrote behind part of a file when it failed, or None where there is none."""
        if not tail.rstrip().endswith(b"}"):
            return None
        start = tail.find(b"{")
        while start >= 0:
            with suppress(ValueError):
                if (parsed := self._settings.errors.classify(parse(tail[start:]).document)) is not None:
                    message = f"the file is incomplete; the server appended its reason: {parsed.message}"
                    return self.error(UnreadableAnswer, message, info, tail[start:], "executed", **_details(parsed))
            start = tail.find(b"{", start + 1)
        return None

    def _declared_error(self, info: ResponseInfo, raw: bytes, document: Any) -> APIStatusError | None:
        """Return the error that a parsed response is according to the declared shapes, or None."""
        errors = self._settings.errors
        parsed = errors.classify(document, info.status)
        if parsed is None:
            return None
        kind, outcome = errors.kind(info.status, parsed), errors.outcome(info.status, parsed)
        message = parsed.message
        if not message.strip():
            message = f"the server answered {info.status} and gave no reason: {self._excerpt(raw)}"
        hint, temporary = self._key_hint(kind, parsed), errors.temporary(parsed)
        return self.error(kind, message, info, raw, outcome, hint=hint, temporary=temporary, **_details(parsed))

    def _event_error(self, info: ResponseInfo, raw: bytes, document: Any) -> StreamFailed | None:
        """Return the error that an event of a stream is, or None."""
        parsed = self._settings.errors.classify(document, info.status)
        if parsed is not None:
            message = parsed.message
            if not message.strip():
                message = f"the server ended the stream with an error, and gave no reason: {self._excerpt(raw)}"
            return self.error(StreamFailed, message, info, raw, "executed", **_details(parsed))
        stream: Any = self.call.operation.stream
        if (
            is_object(document)
            and document.get("error") is not None
            and not proves(document, stream.proof, stream.event)
        ):
            return self.unknown_event_error(info, raw)
        return None

    def unknown_event_error(self, info: ResponseInfo, raw: bytes) -> StreamFailed:
        """Return the error for an event that is an error in none of the declared shapes."""
        message = f"the server ended the stream with an error: {self._excerpt(raw)}"
        return self.error(StreamFailed, message, info, raw, "executed")

    def _refusal(self, info: ResponseInfo, raw: bytes) -> APIStatusError:
        """Return the error for a status other than 2xx."""
        not_served = self.call.operation.not_served
        if not_served is not None and info.status in not_served.statuses:
            name = self.call.operation.display_name
            came = f"The server answered {info.status} {self._came(raw)}"
            message = f"{name}() is not served here: {not_served.evidence} {came}"
            return self.error(NotServed, message, info, raw, "rejected")
        with suppress(ValueError):
            if (declared := self._declared_error(info, raw, parse(raw).document)) is not None:
                return declared
        status, location = info.status, info.headers.get("location")
        redirected = 300 <= status < 400 and location is not None
        if redirected:
            message = f"the server redirects to {location}, which is not followed"
        elif status == 404 and self.call.target[:1] == "/" and is_html(raw):
            place = f"{self.call.method} {self.call.target.partition('?')[0]}"
            message = f"the server has nothing at {place}: it answered 404 with a page of HTML"
        elif raw.strip():
            message = f"the server answered {status}: {self._excerpt(raw)}"
        else:
            message = f"the server answered {status} with an empty body"
        outcome = self._settings.errors.outcome(status, None)
        kind = status_error(status)
        # A 404 in none of the declared shapes comes from another server than that of the API.
        elsewhere = (redirected or status == 404) and self.call.target[:1] == "/"
        hint = f"Check base_url, which is {self._settings.base_url}." if elsewhere else self._key_hint(kind, None)
        return self.error(kind, message, info, raw, outcome, hint=hint)

    def _unreadable(self, info: ResponseInfo, raw: bytes, what: str, reason: str) -> UnreadableAnswer:
        message = f"the {what} cannot be read: {reason}; it begins {self._excerpt(raw)}"
        return self.error(UnreadableAnswer, message, info, raw, "executed")

    def _empty(self, info: ResponseInfo, raw: bytes) -> EmptyAnswer:
        message, hint = f"the server answered {info.status} with an empty body", self.call.operation.empty_hint
        return self.error(EmptyAnswer, f"{message}. {hint}" if hint else message, info, raw, "executed")

    def _server_hint(self, error: TransportError) -> str | None:
        refused = error.kind == "connect" and os.strerror(errno.ECONNREFUSED) in error.message
        # A call to an absolute URL goes to another server.
        return f"Is a server running at {self._settings.base_url}?" if refused and self.call.target[:1] == "/" else None

    def _key_hint(self, kind: type[APIError], parsed: ParsedError | None) -> str | None:
        """Return where a refused key came from, unless it is another key that was refused."""
        if not issubclass(kind, AuthenticationError) or not self._key or self.call.operation.keyless:
            return None
        headers = (*self._settings.default_headers, *self.call.headers)
        if any(name.lower() == "authorization" for name, _ in headers):
            return None
        # Servers pass on that an upstream rejected their own key; the declared shape identifies who rejected it.
        own = [shape for shape in self._settings.errors.shapes if shape.outcome == "rejected"]
        if own and (parsed is None or parsed.shape not in own):
            return None
        return f"Check the API key: it came from {self._settings.key_source}."

    def _excerpt(self, raw: bytes) -> str:
        # Masked before it is cut: a key that the cut goes through would not be found any more.
        text = " ".join(self.masker.text(raw.decode("utf-8", "replace")).split())
        return repr(text if len(text) <= _EXCERPT else text[:_EXCERPT] + "…")

    def _came(self, raw: bytes) -> str:
        if not raw.strip():
            return "with an empty body"
        return "with a page of HTML" if is_html(raw) else f"with {self._excerpt(raw)}"


def proves(document: Any, proof: tuple[str, ...], type: Any = None) -> bool:
    """Return whether a document has the fields that prove it a result, each of its kind; of a list, each item."""
    if get_origin(type) is list:
        (each,) = get_args(type)
        return is_array(document) and all(proves(item, proof, each) for item in document)
    return is_object(document) and all(
        (value := document.get(name)) is not None and has_kind(value, type, name) for name in proof
    )


def _details(parsed: ParsedError) -> dict[str, Any]:
    return {"code": parsed.code, "type": parsed.type, "param": parsed.param}
