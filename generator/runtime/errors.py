"""The exceptions of a client, as one tree split by what the caller does next.

    SDKError
    ├── ConfigurationError          correct the settings (also a ValueError)
    ├── MissingField                a documented field was not sent (also an AttributeError)
    └── APIError                    a call has no result; `outcome` says whether the server did the work
        ├── APIConnectionError      no complete response came
        │   └── APITimeoutError     it did not arrive in time
        │       └── TaskTimeout     a task did not end in time; it continues, and can be resumed
        ├── APIStatusError          the server reported an error
        │   ├── NotServed           the endpoint is documented, and the server does not have it
        │   ├── BadRequestError (400), AuthenticationError (401), PermissionDeniedError (403), NotFoundError (404),
        │   │   ConflictError (409), UnprocessableEntityError (422), RateLimitError (429), InternalServerError (5xx)
        │   └── StreamFailed        an error event inside a stream; `events` and `partial` hold what came before
        ├── AnswerError             the server reported success, but the response holds no result
        │   ├── UnreadableAnswer    not JSON, broken JSON, half a file, or something of another shape
        │   ├── EmptyAnswer         no body
        │   ├── LengthFinishReasonError, ContentFilterFinishReasonError
        │   │                       an output to be parsed is cut off, or filtered; `completion` holds the result
        │   └── StreamTruncated     a stream ended before its end marker; `events` and `partial` hold what came
        ├── TaskFailed              a task failed; `reason` is the server's
        └── TaskWaiting             a task waits for another call

`outcome` is "not_sent" (the request never left), "rejected" (refused, nothing was done), "executed" (done, and paid
for) or "unknown" (it may have been done). Only the first two are always safe to send again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, TypeAlias

import msgspec

from .http.headers import Secret
from .lazy import public

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from .http.headers import Headers
    from .operation.call import Call

Outcome: TypeAlias = Literal["not_sent", "rejected", "unknown", "executed"]

_LONGEST_LINE = 500


@public
class SDKError(Exception):
    """Base of all exceptions of a client."""

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        public(cls)


class ConfigurationError(SDKError, ValueError):
    """A client cannot be created or used with these settings: no key, a base URL without a scheme."""


class MissingField(SDKError, AttributeError):
    """A field that the API is described to always send was missing in a response."""


class APIError(SDKError):
    """A call has no result.

    `message` is the server's own text where it sent one, and `hint` says what to do where that is known. `status`,
    `code`, `type`, `param`, `request_id`, `headers` and `raw` are None where nothing came. `call` is what was sent; it
    holds no key. `task_id` is the task that the call started or asked about, if it is known: it may continue.
    """

    task_id: str | None = None
    attempts: int = 1
    """How often the call was sent, the last time included."""
    retry_after: float | None = None
    """Seconds for which the server asked to wait."""
    reused: bool = False
    """True where a connection kept from an earlier call failed before the first byte of the response."""

    def __init__(
        self,
        message: str,
        *,
        call: Call[Any, Any] | None = None,
        outcome: Outcome = "unknown",
        status: int | None = None,
        code: Any = None,
        type: str | None = None,
        param: str | None = None,
        request_id: str | None = None,
        headers: Headers | None = None,
        raw: bytes | None = None,
        hint: str | None = None,
        temporary: bool = False,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.call = call
        self.outcome: Outcome = outcome
        self.status = status
        self.code = code
        self.type = type
        self.param = param
        self.request_id = request_id
        self.headers = headers
        self.raw = raw
        self.hint = hint
        self._temporary = temporary  # a connection that failed, or a refusal that the API declares to be temporary

    @property
    def retryable(self) -> bool:
        """True if the same call may be sent again: it cannot be paid for twice, and may succeed.

        A request that was not sent, a 429 and a temporary refusal before the work was begun; of a call that only reads
        also every lost response, 408 and 5xx.
        """
        if self.outcome == "not_sent":
            return self._temporary
        if self.outcome == "rejected" and (self._temporary or isinstance(self, RateLimitError)):
            return True
        if self.call is None or self.call.operation.retry != "safe" or isinstance(self, NotServed):
            return False
        return self._temporary or self.status in (408, 429) or (self.status or 0) >= 500

    @property
    def status_code(self) -> int | None:
        """`status`, under its name in other clients."""
        return self.status

    @property
    def response(self) -> Any:
        """The response by the names of other clients: `status_code`, `headers`, `text`, `content`, `json()`."""
        from .http.error_response import ErrorResponse

        return None if self.status is None else ErrorResponse(self.status, self.headers, self.raw)

    @property
    def body(self) -> Any:
        """The error that was sent, as an object if it is JSON, else as text; None if nothing was sent."""
        from .http.error_response import error_body

        return error_body(self.raw)

    def __str__(self) -> str:
        """One line: the message; status, code, request id, the call without its query, and the outcome; the hint."""
        line = " ".join(self.message.split())
        if len(line) > _LONGEST_LINE:
            line = line[: _LONGEST_LINE - 1] + "…"
        return f"{line} [{', '.join(self._details(line))}]" + (f" {self.hint}" if self.hint else "")

    def _details(self, line: str) -> list[str]:
        details: list[str] = []
        if self.status is not None:
            details.append(f"status {self.status}")
        if self.code not in (None, ""):
            details.append(f"code {self.code}")
        if self.request_id and self.request_id not in line:
            details.append(f"request id {self.request_id}")
        if self.call is not None:
            # Without the query, which may hold values that do not belong in a log.
            details.append(f"{self.call.method} {self.call.target.partition('?')[0]}")
        details.append(f"outcome {self.outcome}")
        return details

    def __copy__(self) -> APIError:
        return _restore(type(self), self.args, self.__dict__)

    def __deepcopy__(self, memo: object) -> APIError:
        return self.__copy__()

    def __reduce__(self) -> tuple[Any, ...]:
        return _restore, (type(self), self.args, self._state())

    def _state(self) -> dict[str, Any]:
        """The attributes as they are pickled: without the secrets among the call's own headers."""
        if self.call is None or not self.call.headers:
            return self.__dict__
        headers = tuple((name, "***" if isinstance(value, Secret) else value) for name, value in self.call.headers)
        return {**self.__dict__, "call": msgspec.structs.replace(self.call, headers=headers)}


def _restore(kind: type[APIError], args: tuple[Any, ...], state: dict[str, Any]) -> APIError:
    # Without __init__: its keyword arguments are not in `args`, which is all that pickle passes on.
    error = kind.__new__(kind, *args)
    error.__dict__.update(state)
    return error


class APIConnectionError(APIError):
    """No complete response arrived. `outcome` is "not_sent" if the request was certainly not sent, else "unknown"."""


class APITimeoutError(APIConnectionError):
    """No complete response arrived in time."""


class APIStatusError(APIError):
    """The server reported an error: with a status other than 2xx, or in the body of a 2xx."""

    if TYPE_CHECKING:

        @property
        def status_code(self) -> int: ...


class BadRequestError(APIStatusError):
    """400: the request is invalid."""


class AuthenticationError(APIStatusError):
    """401: the key is missing, unknown, used up or expired."""


class PermissionDeniedError(APIStatusError):
    """403: the key may not do this, or its quota is used up."""


class NotFoundError(APIStatusError):
    """404: there is no such path, model or object."""


class ConflictError(APIStatusError):
    """409: the object is not in the state that the call needs."""


class UnprocessableEntityError(APIStatusError):
    """422: the request is well formed, but its values cannot be used."""


class RateLimitError(APIStatusError):
    """429: too many requests, or the servers upstream are saturated. Wait, then send it again."""


class InternalServerError(APIStatusError):
    """5xx: the server failed. `outcome` says whether the request was refused before any work was done."""


class NotServed(APIStatusError):
    """The endpoint is documented, but this server does not have it. The message holds the evidence."""


class _DuringStream(APIError):
    """An error that may end a stream. `events` holds what came before it, `partial` the same as one object."""

    def __init__(
        self, message: str, *, events: Sequence[Any] = (), partial: Callable[[], Any] | None = None, **details: Any
    ) -> None:
        super().__init__(message, **details)
        self._partial: Any = None
        self.hold(events, partial)

    def hold(self, events: Sequence[Any], collect: Callable[[], Any] | None) -> None:
        """Keep the events that came before this error, and the function that makes them one object."""
        self.events, self._collect = list(events), collect

    @property
    def partial(self) -> Any:
        """The events as one object, or None where there are none. Built when first asked for."""
        if self._collect is not None:
            collect, self._collect = self._collect, None
            self._partial = collect()
        return self._partial

    def __reduce__(self) -> tuple[Any, ...]:
        # The function cannot be pickled, its result can.
        try:
            partial = self.partial
        except Exception:
            partial = None
        return _restore, (type(self), self.args, {**self._state(), "_partial": partial, "_collect": None})


class StreamFailed(_DuringStream, APIStatusError):
    """An error event within a stream. `events` and `partial` hold what came before it."""


class AnswerError(APIError):
    """The server reported success, but the response holds no result. The call was executed.

    `completion` is the whole result where only an output in it cannot be parsed.
    """

    completion: Any = None


class UnreadableAnswer(_DuringStream, AnswerError):
    """The response is broken, or not what was asked for. `raw` holds it, or its beginning.

    Where it is an event of a stream that is broken, `events` and `partial` hold what came before it.
    """


class EmptyAnswer(AnswerError):
    """The response has no body where a result was expected."""


class LengthFinishReasonError(AnswerError):
    """An output that was to be parsed is cut off at the limit of its length. `completion` holds the result."""


class ContentFilterFinishReasonError(AnswerError):
    """An output that was to be parsed is filtered. `completion` holds the result."""


class StreamTruncated(_DuringStream, AnswerError):
    """A stream ended before its end marker. `events` holds what arrived, `partial` the same as one object."""


class _TaskError(APIError):
    """A task has no result. `task_status` is its last status, in the server's word, `value` the last response."""

    task_status: str | None
    value: Any

    def __init__(
        self, message: str, *, task_id: str, task_status: str | None = None, value: Any = None, **details: Any
    ) -> None:
        super().__init__(message, **details)
        self.task_id = task_id
        self.task_status = task_status
        self.value = value


class TaskFailed(_TaskError):
    """A task failed. `reason` is the server's own text, empty where it gave none."""

    def __init__(self, message: str, *, reason: str = "", **details: Any) -> None:
        super().__init__(message, **details)
        self.reason = reason


class TaskWaiting(_TaskError):
    """A task waits for another call. `value` shows what it waits for."""


class TaskTimeout(_TaskError, APITimeoutError):
    """A task did not end in time. It continues: resume it by its `task_id`."""


_BY_STATUS: dict[int, type[APIStatusError]] = {
    400: BadRequestError,
    401: AuthenticationError,
    403: PermissionDeniedError,
    404: NotFoundError,
    409: ConflictError,
    422: UnprocessableEntityError,
    429: RateLimitError,
}


def mark_not_sent(error: Exception) -> None:
    """Note on an exception of the caller's own code, such as a hook, that nothing was sent."""
    error.__dict__["outcome"] = "not_sent"


def status_error(status: int) -> type[APIStatusError]:
    """Return the class for a status: `InternalServerError` from 500 on, `APIStatusError` for one without its own."""
    if status >= 500:
        return InternalServerError
    return _BY_STATUS.get(status, APIStatusError)
