"""Hooks and logging: reports of a client's actions to functions of the caller and to `logging`.

The logger has the name of the package. INFO has a line for each response and each retry, DEBUG also the headers.
Neither a key nor a body is ever logged, and of a header whose name tells nothing only that name.
"""

from __future__ import annotations

import logging
from time import monotonic
from typing import TYPE_CHECKING, Any, NamedTuple

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
    from .operation.call import Call


@public
class RequestEvent(NamedTuple):
    """A call that is about to be sent, for `on_request`."""

    name: str
    """The method, such as `chat.completions.create`."""
    call: Call[Any, Any] | None
    """The call; None for a file that is fetched."""
    url: str
    """The address, without a query."""
    attempt: int
    """1, or more for a retry."""


@public
class ResponseEvent(NamedTuple):
    """The end of an attempt, for `on_response`: a result or an error."""

    request: RequestEvent
    seconds: float
    """From the start of the attempt; of a stream until its first byte."""
    result: Any
    """The result, which may be a stream or a file that is still to be read. None if it failed."""
    error: APIError | None
    info: ResponseInfo | None
    """Status, headers and request id; None for a result that has none, such as text, and where nothing came."""

    @property
    def status(self) -> int | None:
        """The status of the response, where one came and it is known."""
        return self.error.status if self.error is not None else self.info.status if self.info is not None else None


@public
class RetryEvent(NamedTuple):
    """A call that is sent again after a while, for `on_retry`."""

    request: RequestEvent
    """The attempt that failed."""
    delay: float
    """Seconds until the next one."""
    error: APIError


class Watch:
    """Tells of the attempts of one call. Its methods return what is to be awaited: nothing in the sync client.

    What `on_request` raises ends the call; what the other hooks raise is logged.
    """

    _started: float

    def __init__(self, call: Any, config: ClientConfig) -> None:
        self._on_request, self._on_response, self._on_retry = config.hooks or NO_HOOKS
        self._config = config
        is_call = hasattr(call, "operation")  # else a file: its address and kind
        name = call.operation.display_name if is_call else "fetch"
        url: str = config.base_url + call.target if is_call else call[0]
        self._request = RequestEvent(name, call if is_call else None, url.partition("?")[0], 0)

    def begins(self) -> list[Awaitable[Any]]:
        """Tell of an attempt before it is sent."""
        self._request = request = self._request._replace(attempt=self._request.attempt + 1)
        self._started = monotonic()
        if LOGGER.isEnabledFor(logging.DEBUG):
            call = request.call
            headers = [f"{name}: {shown(name, value)}" for name, value in (call.headers if call is not None else ())]
            LOGGER.debug("%s sends %s %s", request.name, _method(request), "; ".join([request.url, *headers]))
        hook = self._on_request
        try:
            return _waiting(hook(request)) if hook is not None else []
        except Exception as error:
            mark_not_sent(error)
            raise

    def ends(self, result: Any, error: APIError | None = None) -> list[Awaitable[Any]]:
        """Tell how an attempt ended."""
        info = None if error is not None else _info(result)
        event = ResponseEvent(self._request, monotonic() - self._started, result, error, info)
        if LOGGER.isEnabledFor(logging.INFO):
            self._log(event)
        return _safely(self._on_response, event)

    def waits(self, error: APIError, delay: float) -> list[Awaitable[Any]]:
        """Tell that the call is sent again."""
        LOGGER.info("%s is sent again in %.2f s: %s", self._request.name, delay, type(error).__name__)
        return _safely(self._on_retry, RetryEvent(self._request, delay, error))

    @staticmethod
    def refuse_awaitables(waiting: list[Any]) -> None:
        """Raise TypeError for a hook of the sync client that is async: nobody would await it."""
        if waiting:
            waiting[0].close()
            raise TypeError("a hook must not be async: only the async client awaits hooks")

    @staticmethod
    async def each(waiting: list[Awaitable[Any]]) -> None:
        """Await what hooks of the async client returned."""
        for one in waiting:
            await one

    async def before_sending(self, waiting: list[Awaitable[Any]]) -> None:
        """Await what `on_request` returned; nothing is sent yet."""
        try:
            await self.each(waiting)
        except Exception as error:
            mark_not_sent(error)
            raise

    def _log(self, event: ResponseEvent) -> None:
        request, source = event.request, event.error or event.info
        ended = event.status or ("ok" if event.error is None else type(event.error).__name__)
        text = f"{_method(request)} {request.url} {ended} in {event.seconds:.3f} s"
        id = source.request_id if source is not None else None
        mask = masker(frozenset(secrets_of(self._config.last_key))).text
        LOGGER.info("%s", mask(f"{text} (request id {id})" if id else text))
        if source is not None and source.headers and LOGGER.isEnabledFor(logging.DEBUG):
            pairs = source.headers.items()
            headers = "; ".join(f"{name}: {shown(name, value)}" for name, value in pairs)
            LOGGER.debug("%s received %s", request.name, mask(headers))


def _method(request: RequestEvent) -> str:
    return "GET" if request.call is None else request.call.method


def _info(result: Any) -> ResponseInfo | None:
    """Status and headers of a result; a stream or a file has its own."""
    if isinstance(result, APIResponse):
        return _info(result.value)  # pyright: ignore[reportUnknownMemberType]
    try:
        return response_info(result)
    except LookupError:
        # Not before: a model looks for an unknown name in all that came, which takes longer than the call itself.
        own = getattr(result, "response_info", None)
        return own if isinstance(own, ResponseInfo) else None


def _safely(hook: Callable[[Any], Any] | None, event: Any) -> list[Awaitable[Any]]:
    """Call a hook, whose exception would lose a result that was paid for."""
    if hook is None:
        return []
    try:
        return [_logged(waiting) for waiting in _waiting(hook(event))]
    except Exception:
        LOGGER.exception("a hook failed")
        return []


async def _logged(waiting: Awaitable[Any]) -> None:
    try:
        await waiting
    except Exception:
        LOGGER.exception("a hook failed")


def _waiting(result: Any) -> list[Awaitable[Any]]:
    return [result] if hasattr(result, "__await__") else []
