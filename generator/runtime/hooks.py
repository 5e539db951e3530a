"""Hooks and logging: reports of a client's actions to functions of the caller and to `logging`.

The logger has the name of the package. INFO has a line for each response and each retry, DEBUG also the headers.
Neither a key nor a body is ever logged, and of a header whose name tells nothing only that name.
"""

from __future__ import annotations

from functools import lru_cache
from logging import DEBUG
from time import monotonic
from typing import TYPE_CHECKING, Any

import msgspec

from .config import LOGGER, NO_HOOKS
from .errors import mark_not_sent
from .http.authorization import secrets_of
from .http.headers import shown
from .http.masking import masker
from .lazy import public
from .response.metadata import APIResponse, ResponseInfo, response_info

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from .config import ClientConfig
    from .errors import APIError
    from .http.authorization import Key
    from .http.masking import Masker
    from .operation.call import Call

# Events hold what is there already; the rest is made when a hook reads it: most read two or three of these.


@public
class RequestEvent(msgspec.Struct, frozen=True):
    """A call that is about to be sent, for `on_request`."""

    target: Any
    """A call, or the URL and kind of a file."""
    attempt: int
    """1, or more for a retry."""
    base_url: str

    @property
    def call(self) -> Call[Any, Any] | None:
        """The call; None for a file that is fetched."""
        return None if self.target.__class__ is tuple else self.target

    @property
    def name(self) -> str:
        """The method, such as `chat.completions.create`."""
        call = self.call
        return "fetch" if call is None else call.operation.display_name

    @property
    def method(self) -> str:
        """The HTTP method."""
        call = self.call
        return "GET" if call is None else call.operation.method

    @property
    def url(self) -> str:
        """The address, without a query."""
        call = self.call
        url: str = self.target[0] if call is None else self.base_url + call.target
        return url.partition("?")[0]

    def __repr__(self) -> str:
        return f"RequestEvent(name={self.name!r}, url={self.url!r}, attempt={self.attempt})"


@public
class ResponseEvent(msgspec.Struct, frozen=True):
    """The end of an attempt, for `on_response`: a result or an error."""

    request: RequestEvent
    seconds: float
    """From the start of the attempt; of a stream until its first byte."""
    result: Any
    """The result, which may be a stream or a file that is still to be read. None if it failed."""
    error: APIError | None

    @property
    def info(self) -> ResponseInfo | None:
        """Status, headers and request id; None for an error, and for a result that has none, such as text."""
        return None if self.error is not None else _info(self.result)

    @property
    def status(self) -> int | None:
        """The status of the response, where one came and it is known."""
        source = self.error or self.info
        return None if source is None else source.status


@public
class RetryEvent(msgspec.Struct, frozen=True):
    """A call that is sent again after a while, for `on_retry`."""

    request: RequestEvent
    """The attempt that failed."""
    delay: float
    """Seconds until the next one."""
    error: APIError


# A struct, since C makes it: one is made for each call.
class Watch(msgspec.Struct):
    """Reports the attempts of one call. Its methods return what is to be awaited, if anything: None in the sync client.

    What `on_request` raises ends the call; what the other hooks raise is logged.
    """

    target: Any
    """A call, or the URL and kind of a file."""
    config: ClientConfig
    logs: bool
    """Whether INFO is logged."""
    is_async: bool
    attempt: int = 0
    request: Any = None
    """The event of this attempt."""
    started: float = 0.0

    def begins(self) -> Awaitable[Any] | None:
        """Report an attempt before it is sent."""
        self.attempt += 1
        self.request = request = RequestEvent(self.target, self.attempt, self.config.base_url)
        self.started = monotonic()
        if self.logs and LOGGER.isEnabledFor(DEBUG):
            headers = [
                f"{name}: {shown(name, value)}" for name, value in (request.call.headers if request.call else ())
            ]
            LOGGER.debug("%s sends %s %s", request.name, request.method, "; ".join([request.url, *headers]))
        if (hook := (self.config.hooks or NO_HOOKS)[0]) is None:
            return None
        try:
            waiting = hook(request)
            return None if waiting is None else self._awaitable(waiting, _before_sending)
        except Exception as error:
            mark_not_sent(error)
            raise

    def ends(self, result: Any, error: APIError | None = None) -> Awaitable[Any] | None:
        """Report how an attempt ended."""
        if (hook := (self.config.hooks or NO_HOOKS)[1]) is None and not self.logs:
            return None
        event = ResponseEvent(self.request, monotonic() - self.started, result, error)
        if self.logs:
            self._log(event)
        return None if hook is None else self._safely(hook, event)

    def waits(self, error: APIError, delay: float) -> Awaitable[Any] | None:
        """Report that the call is sent again."""
        LOGGER.info("%s is sent again in %.2f s: %s", self.request.name, delay, type(error).__name__)
        hook = (self.config.hooks or NO_HOOKS)[2]
        return None if hook is None else self._safely(hook, RetryEvent(self.request, delay, error))

    def _safely(self, hook: Callable[[Any], Any], event: Any) -> Awaitable[Any] | None:
        """Call a hook, whose exception would lose a result that was paid for."""
        try:
            waiting = hook(event)
            return None if waiting is None else self._awaitable(waiting, _logged)
        except Exception:
            LOGGER.exception("a hook failed")
            return None

    def _awaitable(self, result: Any, wrap: Callable[[Awaitable[Any]], Awaitable[Any]]) -> Awaitable[Any] | None:
        """Return what a hook returned, wrapped, if it is to be awaited."""
        if not hasattr(result, "__await__"):
            return None
        if self.is_async:
            return wrap(result)
        if hasattr(result, "close"):
            result.close()
        raise TypeError("a hook must not be async: only the async client awaits hooks")

    def _log(self, event: ResponseEvent) -> None:
        request, source = event.request, event.error or event.info
        ended = (source and source.status) or ("ok" if event.error is None else type(event.error).__name__)
        id = source and source.request_id
        more = f" (request id {id})" if id else ""
        mask = _masker_of(self.config.last_key).text
        LOGGER.info("%s", mask(f"{request.method} {request.url} {ended} in {event.seconds:.3f} s{more}"))
        if LOGGER.isEnabledFor(DEBUG) and source is not None and source.headers:
            pairs = source.headers.items()
            headers = "; ".join(f"{name}: {shown(name, value)}" for name, value in pairs)
            LOGGER.debug("%s received %s", request.name, mask(headers))


@lru_cache(maxsize=16)
def _masker_of(key: Key) -> Masker:
    return masker(frozenset(secrets_of(key)))


def _info(result: Any) -> ResponseInfo | None:
    """Status and headers of a result; a stream or a file has its own."""
    try:
        return response_info(result)
    except LookupError:
        if isinstance(result, APIResponse):
            return _info(result.value)  # pyright: ignore[reportUnknownMemberType]
        # Not before: a model looks for an unknown name in all that came, which takes longer than the call itself.
        own = getattr(result, "response_info", None)
        return own if isinstance(own, ResponseInfo) else None


async def _before_sending(waiting: Awaitable[Any]) -> None:
    try:
        await waiting
    except Exception as error:
        mark_not_sent(error)
        raise


async def _logged(waiting: Awaitable[Any]) -> None:
    try:
        await waiting
    except Exception:
        LOGGER.exception("a hook failed")
