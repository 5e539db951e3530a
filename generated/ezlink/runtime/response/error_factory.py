"""What is wrong with an answer, as the error to raise: which one it is, and what it says. Never with the key in it."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypeVar, get_origin

import msgspec

from ..errors import (
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
from ..http.json_pointer import is_array, is_object
from .decoding import parse
from .metadata import ResponseInfo

if TYPE_CHECKING:
    from ..config import ClientConfig
    from ..errors import Outcome
    from ..http.headers import Pairs
    from ..operation.call import Call
    from ..transport import TransportError
    from .error_catalog import ParsedError

F = TypeVar("F", bound=APIError)

_EXCERPT = 120
_MASK = "***"
_SHORTEST_KEY = 4  # a shorter one would be found in ordinary words


class ErrorFactory:
    """The errors of one call, which was sent with these settings and this key. What reads its answer adds to this."""

    __slots__ = ("_key", "_settings", "call")

    call: Call[Any, Any]
    _settings: ClientConfig
    _key: str

    def response_info(self, status: int, headers: Pairs, raw: bytes | None) -> ResponseInfo:
        """What an answer came with, to be kept beside its value."""
        settings = self._settings
        return ResponseInfo(status, headers, raw if settings.keep_raw else None, settings.errors.request_id)

    def error(
        self,
        kind: type[F],
        said: str,
        head: ResponseInfo | None,
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
        head = None if status is None else self.response_info(status, headers or [], None)
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

    def no_stream(self, status: int, headers: Pairs, raw: bytes) -> APIError:
        """The error for a whole answer that came where a stream was asked for."""
        head = self.response_info(status, headers, raw)
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

    def spoiled(self, head: ResponseInfo, raw: bytes, reason: str) -> APIError:
        """The error for an answer that should have been a file, and is not, or not all of it."""
        if not raw.strip():
            return self._empty(head, raw)
        if raw.lstrip()[:1] == b"{":
            with suppress(ValueError):
                if (told := self._told(head, raw, parse(raw).document)) is not None:
                    return told
        said = f"the answer is not what was asked for: {reason}"
        return self.error(UnreadableAnswer, f"{said}; {self._excerpt(raw)}", head, raw, "executed")

    def told_behind(self, head: ResponseInfo, tail: bytes) -> UnreadableAnswer | None:
        """The error that a server which failed in the middle wrote behind the half of a file, if it is one."""
        start = tail.find(b"{") if tail.rstrip().endswith(b"}") else -1
        while start >= 0:
            with suppress(ValueError):
                if (told := self._settings.errors.classify(parse(tail[start:]).document)) is not None:
                    said = f"the file is cut off, and behind it stands the server's reason: {told.message}"
                    return self.error(UnreadableAnswer, said, head, tail[start:], "executed", **_particulars(told))
            start = tail.find(b"{", start + 1)
        return None

    def _told(self, head: ResponseInfo, raw: bytes, document: Any) -> APIStatusError | None:
        """The error that a parsed answer is after the declared shapes, if it is one."""
        errors = self._settings.errors
        told = errors.classify(document)
        if told is None:
            return None
        kind, outcome = errors.kind(head.status, told), errors.outcome(head.status, told)
        said = told.message or f"the server answered {head.status} and gave no reason"
        return self.error(kind, said, head, raw, outcome, **_particulars(told))

    def _told_in_stream(self, head: ResponseInfo, raw: bytes, document: Any) -> StreamFailed | None:
        told = self._settings.errors.classify(document)
        if told is not None:
            said = told.message or "the server ended the stream with an error, and gave no reason"
            return self.error(StreamFailed, said, head, raw, "executed", **_particulars(told))
        stream: Any = self.call.operation.stream
        if is_object(document) and document.get("error") is not None and not proves(document, stream.proof):
            said = f"the server ended the stream with an error: {self._excerpt(raw)}"
            return self.error(StreamFailed, said, head, raw, "executed")
        return None

    def _refused(self, head: ResponseInfo, raw: bytes) -> APIStatusError:
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

    def _unreadable(self, head: ResponseInfo, raw: bytes, what: str, reason: str) -> UnreadableAnswer:
        said = f"the {what} cannot be read: {reason}; it begins {self._excerpt(raw)}"
        return self.error(UnreadableAnswer, said, head, raw, "executed")

    def _empty(self, head: ResponseInfo, raw: bytes) -> EmptyAnswer:
        said, hint = f"the server answered {head.status} with an empty body", self.call.operation.empty_hint
        return self.error(EmptyAnswer, f"{said}. {hint}" if hint else said, head, raw, "executed")

    def _excerpt(self, raw: bytes) -> str:
        # Masked before it is cut: a key that the cut goes through would not be found any more.
        text = " ".join(self._masked(raw.decode("utf-8", "replace")).split())
        return repr(text if len(text) <= _EXCERPT else text[:_EXCERPT] + "…")

    def _masked(self, text: str) -> str:
        return text.replace(self._key, _MASK) if len(self._key) >= _SHORTEST_KEY else text


def proves(document: Any, proof: tuple[str, ...], type: Any = None) -> bool:
    if get_origin(type) is list:
        return is_array(document) and all(proves(item, proof) for item in document)
    return is_object(document) and all(document.get(name) is not None for name in proof)


def _particulars(told: ParsedError) -> dict[str, Any]:
    return {"code": told.code, "type": told.type, "param": told.param}
