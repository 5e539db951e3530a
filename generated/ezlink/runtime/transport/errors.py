"""TransportError: how a request failed, and whether it left."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from typing import Any, Literal, TypeAlias

from ..http.url import split_origin
from .body_decoder import BodyTooLarge, DecodeError, UnknownEncoding

FailureKind: TypeAlias = Literal[
    "dns", "connect", "private", "tls", "proxy", "timeout", "broken", "encoding", "too_large", "closed"
]

_OWN_STATUS = r"\b400, message[=:] ?"
_CUT = "the body was cut"
_NOTHING = "the server closed it without a response"
# How the messages of the libraries begin, and the same in our words.
_TRANSLATED = {
    "Response payload is not completed": _CUT,
    "IncompleteRead(": _CUT,
    "peer closed connection without": _CUT,
    "Server disconnected": _NOTHING,
    "Remote end closed connection": _NOTHING,
    "Received server _SWITCH_UPGRADE": "the server changed to another protocol",
}


class TransportError(Exception):
    """No complete response arrived.

    `kind` says how it failed: "dns" (no such host), "connect" (no connection), "private" (a host that is not fetched
    from), "tls" (no trust), "proxy" (no way through one), "timeout", "broken" (cut, reset, not HTTP), "encoding" (one
    that was not asked for), "too_large" or "closed" (the transport was). `sent` is False where it is proven that the
    request never left, None where nobody knows. `status` is there when the headers came and the body did not. `reused`
    is True where a connection kept from an earlier request failed before the first byte of the response: often the
    server had closed it just then.

    The error of the HTTP library is in `__context__`, for debugging; tracebacks do not print it.
    """

    def __init__(
        self,
        message: str,
        *,
        kind: FailureKind,
        sent: bool | None = None,
        status: int | None = None,
        reused: bool = False,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.kind: FailureKind = kind
        self.sent = sent
        self.status = status
        self.reused = reused

    def hide(self, mask: Callable[[str], str]) -> None:
        """Mask the message, and drop the causes where they show what is masked.

        HTTP libraries quote bytes that they cannot read, and keep the request; a server may have echoed the key.
        """
        self.__traceback__ = None  # its variables hold what the server sent
        self.message = mask(self.message)
        self.args = (self.message,)
        for cause in _causes(self):
            text = f"{cause}{cause!r}"
            if mask(text) != text:
                self.__cause__ = self.__context__ = None
                return

    def __reduce__(self) -> tuple[Any, ...]:
        return _restore, (type(self), self.args, self.__dict__)


def closed() -> TransportError:
    """The error for a request to a transport that was closed."""
    return TransportError("the client is closed", kind="closed", sent=False)


def not_connected(
    error: BaseException, url: str, *, late: bool, busy: bool = False, proxy: str | None = None
) -> TransportError:
    """The error for a connection to a server that could not be opened: nothing was sent.

    It was `late`, or all connections that may be open were `busy`.
    """
    where = split_origin(url)[0] + (f" through the proxy {proxy}" if proxy else "")
    if busy:
        text = f"no connection was free in time for {where}: close streams and files, or raise max_connections"
        return TransportError(text, kind="timeout", sent=False)
    if late:
        return TransportError(f"no connection to {where} in time", kind="timeout", sent=False)
    import socket
    import ssl

    cause = _root_cause(error)
    if isinstance(cause, ssl.SSLError):
        return TransportError(f"no TLS connection to {where}: {reason(error)}", kind="tls", sent=False)
    kind: FailureKind = "proxy" if proxy else "dns" if isinstance(cause, socket.gaierror) else "connect"
    text = "cannot find the host of" if kind == "dns" else "no connection to"
    return TransportError(f"{text} {where}: {reason(error)}", kind=kind, sent=False)


def not_received(
    error: BaseException, status: int | None = None, *, late: bool = False, reused: bool = False
) -> TransportError:
    """The error for a response that did not arrive, or not completely: the request may have been sent."""
    if late or isinstance(error, TimeoutError):
        part = "response" if status is None else "rest of the response"
        return TransportError(f"the {part} did not arrive in time", kind="timeout", status=status)
    if isinstance(error, DecodeError):
        kinds: dict[type, FailureKind] = {UnknownEncoding: "encoding", BodyTooLarge: "too_large"}
        kind = kinds.get(type(error), "broken")
        return TransportError(str(error), kind=kind, status=status)
    what = "the connection, kept from an earlier call, broke" if reused else "the connection broke"
    return TransportError(f"{what}: {reason(error)}", kind="broken", status=status, reused=reused)


def reason(error: BaseException) -> str:
    """Why something failed, in one line: in the words of the system or of TLS, where it was they that failed."""
    cause: Any = _root_cause(error)
    if cause is None:
        return _own_words(error)
    if isinstance(cause, ConnectionError):
        return os.strerror(cause.errno or 0)
    text = getattr(cause, "verify_message", None) or getattr(cause, "reason", None) or str(cause.strerror)
    return text.replace("_", " ").lower() if text.isupper() else text


def _own_words(error: BaseException) -> str:
    line, message = getattr(error, "line", None), getattr(error, "message", "") or str(error)
    if isinstance(line, str) and not isinstance(error, ConnectionError):  # http.client tells the line alone
        return f"bad status line {line.strip()!r}"
    if hasattr(error, "version"):
        return f"unknown protocol {error}"
    if not isinstance(message, str):  # aiohttp has the part of a head that came
        return "it was closed in the middle of the headers"
    for beginning, words in _TRANSLATED.items():
        if message.startswith(beginning):
            return words
    # aiohttp puts a status of its own before its words, and a mark below them.
    return re.sub(_OWN_STATUS, "", " ".join(message.split())).removesuffix(" ^") or type(error).__name__


def _root_cause(error: BaseException) -> OSError | None:
    """The error of the system, of a look-up of a host or of TLS that is behind another error."""
    import socket
    import ssl

    for found in (error, *_causes(error)):
        system = getattr(found, "os_error", found)  # aiohttp keeps it there
        if isinstance(system, (ssl.SSLWantReadError, ssl.SSLWantWriteError)):
            continue
        if isinstance(system, (ssl.SSLError, socket.gaierror)):
            return system
        if isinstance(system, ConnectionError) and system.errno:
            return system
    return None


def _causes(error: BaseException) -> Iterator[BaseException]:
    """Iterate the causes of an error, each once: libraries raise again what they have kept, and so make circles."""
    seen, found = {id(error)}, error.__cause__ or error.__context__
    while found is not None and id(found) not in seen:
        yield found
        seen.add(id(found))
        found = found.__cause__ or found.__context__


def _restore(kind: type[TransportError], args: tuple[Any, ...], state: dict[str, Any]) -> TransportError:
    error = kind.__new__(kind, *args)
    error.__dict__.update(state)
    return error
