"""Decide whether and when a failed call is sent again. Nothing here sends or waits; both clients use it.

`APIError.retryable` tells whether sending again can be paid for twice. What is decided here is the rest: how often, how
long to wait, within the deadline of the call, and how much of it a failing server is worth.
"""

from __future__ import annotations

from collections import deque
from random import random
from time import monotonic
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ..config import ClientConfig
    from ..errors import APIError
    from ..operation.call import Call
    from ..transport import Request

_FIRST_BACKOFF = 0.5
_LONGEST_BACKOFF = 8.0
_LONGEST_RETRY_AFTER = 60.0
"""A server that asks for more gets no retry: sending earlier than it asked would be of no use."""

_CAPACITY = 500
_COST = 5
_REFILL = (None,) * _COST


class RetryBudget:
    """Limits the retries of a client and of those that `with_options` makes of it, as the AWS SDKs do.

    A retry takes five tokens; one that succeeds returns them, and a first attempt that succeeds returns one. A server
    that fails for good sees 100 retries, and from then on one for five calls that succeed.
    """

    # One operation of a deque is atomic: a lock could be left locked by a fork.
    __slots__ = ("_tokens", "succeeded")

    def __init__(self) -> None:
        self._tokens: deque[None] = deque((None,) * _CAPACITY, maxlen=_CAPACITY)
        self.succeeded = self._tokens.append
        """Called with None after a first attempt that succeeded."""

    def take(self) -> bool:
        """Take the tokens of one retry. Returns False if there are not enough."""
        taken = 0
        try:
            while taken < _COST:
                self._tokens.pop()
                taken += 1
        except IndexError:
            self._tokens.extend(_REFILL[:taken])
            return False
        return True

    def give_back(self) -> None:
        """Return the tokens of a retry, which succeeded."""
        self._tokens.extend(_REFILL)


class RetrySchedule:
    """The attempts of one call that has failed once. `attempt` is the number of the current one, the first is 1."""

    __slots__ = ("_budget", "_config", "_started", "attempt")

    def __init__(self, config: ClientConfig, budget: RetryBudget, started: float) -> None:
        """`started` is the time of `monotonic()` at which the call began."""
        self._config = config
        self._budget = budget
        self._started = started
        self.attempt = 1

    def pause(self, error: APIError) -> float | None:
        """Return the seconds to wait until the next attempt, or None if the error is final."""
        call = error.call
        if call is None or not error.retryable or self.attempt > self._config.max_retries_of(call):
            return None
        asked = error.retry_after or 0.0
        # Full jitter: clients that failed together do not come back together.
        backoff = min(_LONGEST_BACKOFF, _FIRST_BACKOFF * 2 ** min(self.attempt - 1, 10))
        if error.reused and self.attempt == 1:
            backoff = 0.0  # servers close idle connections, which says nothing about a new one
        pause: float = asked + random() * backoff
        total = self._config.timeout_of(call).total
        if asked > _LONGEST_RETRY_AFTER or (total is not None and monotonic() + pause >= self._started + total):
            return None
        if not _can_be_sent_again(call) or not self._budget.take():
            return None
        self.attempt += 1
        return pause

    def limited(self, request: Request) -> Request:
        """Return the request of the next attempt, which has the time that is left of the whole call."""
        total = request.timeout.total
        if total is None:
            return request
        left = max(0.001, self._started + total - monotonic())
        return request._replace(timeout=request.timeout._replace(total=left))

    def succeeded(self) -> None:
        """Note that this attempt, a retry, succeeded."""
        self._budget.give_back()


def _can_be_sent_again(call: Call[Any, Any]) -> bool:
    """Return False for a form over an open file that was read and cannot seek back."""
    content = call.content
    return content is None or isinstance(content, bytes) or content.repeatable
