"""Everything a client raises, as one tree split by what the caller does next.

    SDKError
    ├── ConfigurationError          mend the settings (also a ValueError)
    ├── MissingField                a documented field did not come (also an AttributeError)
    └── APIError                    a call did not give its result; `outcome` says whether the server did the work
        ├── APIConnectionError      no whole answer came
        │   └── APITimeoutError     it did not come in time
        │       └── TaskTimeout     a task was not done in time; it goes on, and can be resumed
        ├── APIStatusError          the server said what is wrong
        │   ├── NotServed           it is described, and the server does not have it
        │   ├── BadRequestError (400), AuthenticationError (401), PermissionDeniedError (403), NotFoundError (404),
        │   │   ConflictError (409), UnprocessableEntityError (422), RateLimitError (429), InternalServerError (5xx)
        │   └── StreamFailed        an error event inside a stream
        ├── AnswerError             the server says that all is well, but there is no result to use
        │   ├── UnreadableAnswer    not JSON, broken JSON, half a file, or something of another shape
        │   ├── EmptyAnswer         nothing at all
        │   └── StreamTruncated     a stream ended before its end marker; `events` and `partial` hold what came
        ├── TaskFailed              a task ended, and not with success; `reason` is what the server says
        └── TaskWaiting             a task waits for another call of yours

`outcome` is "not_sent" (nothing left this machine), "rejected" (refused, nothing was done), "executed" (done, and paid
for) or "unknown" (it may have been done). Only the first two may be sent again without thinking.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from .http.headers import Headers
    from .operation.call import Call

Outcome: TypeAlias = Literal["not_sent", "rejected", "unknown", "executed"]

_LONGEST_LINE = 500


class SDKError(Exception):
    """The root of everything a client raises on purpose."""


class ConfigurationError(SDKError, ValueError):
    """A client cannot be made or used with these settings: no key, a base URL without a scheme."""


class MissingField(SDKError, AttributeError):
    """A field that the API always sends, after its description, was not in this answer."""


class APIError(SDKError):
    """A call did not give its result.

    `message` is the server's own text where it sent one. `status`, `code`, `type`, `param`, `request_id`, `headers` and
    `raw` are None where nothing came. `call` is what was sent; it holds no key. `task_id` is the task that the call
    began or asked about, if it is known: the task may go on.
    """

    task_id: str | None = None

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

    @property
    def status_code(self) -> int | None:
        """`status`, under the name that other clients have for it."""
        return self.status

    def __str__(self) -> str:
        """One line: the message, then status, code, request id, the call without its query, and the outcome."""
        line = " ".join(self.message.split())
        if len(line) > _LONGEST_LINE:
            line = line[: _LONGEST_LINE - 1] + "…"
        return f"{line} [{', '.join(self._particulars(line))}]"

    def _particulars(self, line: str) -> list[str]:
        said: list[str] = []
        if self.status is not None:
            said.append(f"status {self.status}")
        if self.code not in (None, ""):
            said.append(f"code {self.code}")
        if self.request_id and self.request_id not in line:
            said.append(f"request id {self.request_id}")
        if self.call is not None:
            # A query may hold what the caller would not log; the path is enough to know the call.
            said.append(f"{self.call.method} {self.call.target.partition('?')[0]}")
        said.append(f"outcome {self.outcome}")
        return said

    def __reduce__(self) -> tuple[Any, ...]:
        return _revive, (type(self), self.args, self.__dict__)


def _revive(kind: type[APIError], args: tuple[Any, ...], state: dict[str, Any]) -> APIError:
    # Past __init__: its keyword arguments are not in `args`, which is all that pickle would hand over.
    error = kind.__new__(kind, *args)
    error.__dict__.update(state)
    return error


class APIConnectionError(APIError):
    """No whole answer came. `outcome` is "not_sent" where it is proven that the request never left, else "unknown"."""


class APITimeoutError(APIConnectionError):
    """No whole answer came in time."""


class APIStatusError(APIError):
    """The server told a refusal or a failure: a status other than 2xx, or a 2xx that carries an error."""


class BadRequestError(APIStatusError):
    """400: the request is wrong as it stands."""


class AuthenticationError(APIStatusError):
    """401: the key is missing, unknown, spent or expired."""


class PermissionDeniedError(APIStatusError):
    """403: the key may not do this, or its quota is used up."""


class NotFoundError(APIStatusError):
    """404: there is no such path, model or object."""


class ConflictError(APIStatusError):
    """409: the object is in another state than the call needs."""


class UnprocessableEntityError(APIStatusError):
    """422: the request is well formed, and its values cannot be used."""


class RateLimitError(APIStatusError):
    """429: too many requests, or the group upstream is saturated. Wait, then send it again."""


class InternalServerError(APIStatusError):
    """5xx: the server failed. `outcome` says whether the request was refused before any work was done."""


class NotServed(APIStatusError):
    """The operation is described, and this server does not have it. The message holds the evidence."""


class StreamFailed(APIStatusError):
    """An error event inside a stream that had begun well."""


class AnswerError(APIError):
    """The status says that the call was done, and the answer holds no result. It was executed."""


class UnreadableAnswer(AnswerError):
    """The answer is not what was asked for, is broken, or has another shape. `raw` holds what came, or its begin."""


class EmptyAnswer(AnswerError):
    """The answer has no body where a result was promised."""


class StreamTruncated(AnswerError):
    """A stream ended before its end marker. `events` holds what came, `partial` the whole folded out of it."""

    def __init__(
        self, message: str, *, events: Sequence[Any] = (), partial: Callable[[], Any] | None = None, **particulars: Any
    ) -> None:
        super().__init__(message, **particulars)
        self.events = list(events)
        self._fold = partial
        self._partial: Any = None

    @property
    def partial(self) -> Any:
        """The events so far as one object, or None when nothing came. Folded when first asked for."""
        if self._fold is not None:
            accumulate, self._fold = self._fold, None
            self._partial = accumulate()
        return self._partial

    def __reduce__(self) -> tuple[Any, ...]:
        # What folds cannot travel: its result does, if there is one.
        try:
            partial = self.partial
        except Exception:
            partial = None
        return _revive, (type(self), self.args, {**self.__dict__, "_partial": partial, "_fold": None})


class _TaskError(APIError):
    """Why a task gave no result: `task_id`, the last status that it had, in the server's word, and the last answer."""

    task_status: str | None
    value: Any

    def __init__(
        self, message: str, *, task_id: str, task_status: str | None = None, value: Any = None, **particulars: Any
    ) -> None:
        super().__init__(message, **particulars)
        self.task_id = task_id
        self.task_status = task_status
        self.value = value


class TaskFailed(_TaskError):
    """A task ended, and not with success. `reason` is the server's own text, empty where it gave none."""

    def __init__(self, message: str, *, reason: str = "", **particulars: Any) -> None:
        super().__init__(message, **particulars)
        self.reason = reason


class TaskWaiting(_TaskError):
    """A task does not go on before another call of yours. `value` shows what it waits for."""


class TaskTimeout(_TaskError, APITimeoutError):
    """A task was not done in time. It goes on: resume it by its `task_id`."""


_BY_STATUS: dict[int, type[APIStatusError]] = {
    400: BadRequestError,
    401: AuthenticationError,
    403: PermissionDeniedError,
    404: NotFoundError,
    409: ConflictError,
    422: UnprocessableEntityError,
    429: RateLimitError,
}


def status_error(status: int) -> type[APIStatusError]:
    """The class for a status: `InternalServerError` from 500 on, `APIStatusError` where it has no name of its own."""
    if status >= 500:
        return InternalServerError
    return _BY_STATUS.get(status, APIStatusError)
