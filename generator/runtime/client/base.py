"""Settings, connections and everything else of a client that needs no I/O, shared by the sync and the async client."""

from __future__ import annotations

from functools import cache
from logging import INFO
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Never, NoReturn, Self, TypedDict, TypeVar, cast

from ..config import LOGGER, ClientConfig
from ..http.headers import header, hide, hide_headers, hide_password
from ..http.json_pointer import is_object
from ..http.media_type import essence
from ..http.timeout import Limit, MaxBytes, Retries
from ..lazy import public
from ..operation.call import UNSET, build_request
from ..response.metadata import APIResponse, response_info
from .connections import Connections
from .retry import RetryBudget

if TYPE_CHECKING:
    import ssl
    from collections.abc import Callable, Iterable, Mapping
    from typing import Unpack

    from ..config import APIProfile
    from ..hooks import RequestEvent, ResponseEvent, RetryEvent, Watch
    from ..http.headers import Pairs
    from ..http.timeout import Timeout
    from ..operation.call import Call
    from ..response.decoding import Deviation
    from ..response.metadata import ResponseInfo
    from ..response.parser import ResponseParser

APIKey = TypeVar("APIKey")
OwnTransport = TypeVar("OwnTransport")

# Anything else that is asked for as a stream is read as one: some servers label their streams text/plain.
_NEVER_STREAMS = frozenset({"application/json", "application/problem+json", "text/html"})


class ClientOptions(TypedDict, total=False):
    """Settings that `with_options` can change. The others belong to the connections, which are shared."""

    api_key: Any
    base_url: str | None
    timeout: Limit
    max_retries: int
    default_headers: Mapping[str, str]
    """Added to the headers of the client."""
    on_deviation: Callable[[Deviation], None] | None
    on_request: Callable[[RequestEvent], Any] | None
    on_response: Callable[[ResponseEvent], Any] | None
    on_retry: Callable[[RetryEvent], Any] | None
    keep_raw: bool
    max_response_bytes: int | None
    allow_private_hosts: bool


class RequestOptions(TypedDict, total=False):
    """Options of `client.request()`."""

    json: Any
    """The body, encoded as JSON."""
    query: Mapping[str, Any] | None
    headers: Mapping[str, str] | None
    timeout: Limit
    max_retries: Retries


class Client(Generic[APIKey, OwnTransport]):
    """Settings and connections of a client. `_profile` describes the API that it is for."""

    _profile: ClassVar[APIProfile]
    _transports: ClassVar[tuple[str, ...]]
    """The libraries that `transport` may name, the default first."""
    _create_transport: ClassVar[Callable[..., Any]]

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        public(cls)

    def __init__(
        self,
        api_key: APIKey | None = None,
        *,
        base_url: str | None = None,
        timeout: Limit = UNSET,
        max_retries: int = 2,
        default_headers: Mapping[str, str] | None = None,
        proxy: str | None = None,
        verify: bool | str | ssl.SSLContext = True,
        max_connections: int | None = None,
        transport: str | OwnTransport | None = None,
        on_deviation: Callable[[Deviation], None] | None = None,
        on_request: Callable[[RequestEvent], Any] | None = None,
        on_response: Callable[[ResponseEvent], Any] | None = None,
        on_retry: Callable[[RetryEvent], Any] | None = None,
        keep_raw: bool = True,
        max_response_bytes: MaxBytes = UNSET,
        allow_private_hosts: bool = False,
        **unknown: Never,
    ) -> None:
        """Configure a client. Connections are opened by the first call.

        Args:
            api_key: The key, or a function that is called before each request and returns it (in the async client it
                may be async). Without it the key is read from the environment.
            base_url: Where the API is, with or without the version at its end (`…/v1`); read from the environment
                if omitted.
            timeout: Seconds for a whole call, None for no limit, or a `Timeout`.
            max_retries: How often a call may be sent again after a failure that cannot be paid for twice; 0 for never.
            default_headers: Headers to send with every call.
            proxy: URL of an HTTP proxy, instead of those of the environment.
            verify: False to accept any certificate, a file of certificates, or an `ssl.SSLContext`.
            max_connections: How many connections may be in use at a time; further calls wait for one, within the limit
                for the whole call. None for no limit.
            transport: The name of an HTTP library, or a transport of your own, which `close()` leaves open.
            on_request: Called before each attempt at a call; what it raises ends the call before anything is sent. In
                the async client it may be async, as may the next two.
            on_response: Called when an attempt ended, with its result or error; what it raises is logged.
            on_retry: Called before the wait for the next attempt; what it raises is logged.
            on_deviation: Called where a response differs from its description; what it raises is not caught.
            keep_raw: False drops the bytes of responses, which halves the memory that large ones take; `extras`, and
                nulls in `to_dict()`, need them.
            max_response_bytes: The largest response, decompressed, that is read into memory, and the largest event of
                a stream; 256 MiB unless set, None for no limit. If set it also holds for files that are saved.
            allow_private_hosts: True fetches files also from loopback, private and link-local addresses, which is the
                default only if `base_url` is itself such an address.

        Raises:
            ConfigurationError: There is no key, or a setting cannot work.
        """
        # Where a setting is refused, a traceback may show these variables.
        api_key, base_url, proxy = hide(api_key), hide_password(base_url), hide_password(proxy)
        headers = {"default_headers": default_headers}
        hide_headers(headers, "default_headers")
        default_headers = headers["default_headers"]
        if unknown:
            default_headers = _with_named_headers(self._profile, unknown, default_headers)
        if unknown:
            name = min(unknown)
            unknown.clear()  # a key may be among them
            raise _unknown_option(type(self).__name__, name, _settings(type(self)))
        self._config = ClientConfig(
            self._profile,
            api_key=cast("Any", api_key),
            base_url=base_url,
            timeout=timeout,
            max_retries=max_retries,
            default_headers=default_headers,
            on_deviation=on_deviation,
            hooks=(on_request, on_response, on_retry),
            keep_raw=keep_raw,
            max_response_bytes=max_response_bytes,
            allow_private_hosts=allow_private_hosts,
        )
        self._connections = Connections(
            transport,
            self._transports,
            self._create_transport,
            proxy=proxy,
            verify=verify,
            max_connections=max_connections,
        )
        self._owns_connections = True
        self._retry_budget = RetryBudget()

    def __reduce__(self) -> NoReturn:
        raise TypeError(
            "a client holds its key and cannot be pickled: create one where it is needed (calls can be pickled)"
        )

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: object) -> Self:
        return self

    def with_options(self, **changes: Unpack[ClientOptions]) -> Self:
        """Return a client with other settings over the same connections. Closing it leaves them open."""
        given: dict[str, Any] = cast("dict[str, Any]", changes)
        if not self._profile.headers.keys().isdisjoint(given):
            given["default_headers"] = _with_named_headers(self._profile, given, given.get("default_headers"))
        if self._config.credentials is not None:
            self._config.credentials.replace_in(given)
        if unknown := changes.keys() - ClientOptions.__annotations__.keys():
            credentials = self._config.credentials
            own = [*self._profile.headers, *(credentials.names if credentials is not None else ())]
            raise _unknown_option("with_options", min(unknown), [*ClientOptions.__annotations__, *own])
        hide_headers(changes, "default_headers")
        if "api_key" in changes:
            changes["api_key"] = hide(changes["api_key"])
        if "base_url" in changes:
            changes["base_url"] = hide_password(changes["base_url"])
        client = object.__new__(type(self))
        client._config = self._config.replace(changes)
        client._connections = self._connections
        client._owns_connections = False
        client._retry_budget = self._retry_budget
        return client

    def copy(self, **changes: Unpack[ClientOptions]) -> Self:
        """Return `with_options(...)`, under its name in other clients."""
        return self.with_options(**changes)

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            from ..migration import cure

            known = cure("client", name)
            raise AttributeError(
                f"{type(self).__name__!r} object has no attribute {name!r}{known}", name=name, obj=self
            )

    @property
    def with_raw_response(self) -> Any:
        """All resources, with methods that return an `APIResponse`: status, headers, bytes, and the result."""
        from .with_response import RawResource

        return RawResource(self)

    @property
    def with_streaming_response(self) -> Any:
        """All resources, with methods that are context managers: a file is not read before it is asked for."""
        from .with_response import StreamingResource

        return StreamingResource(self)

    @property
    def api_key(self) -> str:
        """The key; where it comes from a function, the one that was used last."""
        key = self._config.last_key
        return key if isinstance(key, str) else next(iter(key.secrets), "")

    @property
    def base_url(self) -> str:
        """Base URL of the API."""
        return self._config.base_url

    @property
    def timeout(self) -> Timeout:
        """The limits of a call."""
        return self._config.timeout

    @property
    def max_retries(self) -> int:
        """Number of times a call may be retried."""
        return self._config.max_retries

    def _request(self, method: str, path: str, type: Any, options: RequestOptions) -> Call[Any, Any]:
        hide_headers(options, "headers")
        if unknown := options.keys() - RequestOptions.__annotations__.keys():
            raise _unknown_option("request", min(unknown), RequestOptions.__annotations__)
        return build_request(
            method,
            path,
            type=type,
            json=options.get("json", UNSET),
            query=options.get("query"),
            headers=options.get("headers"),
            timeout=options.get("timeout", UNSET),
            max_retries=options.get("max_retries", UNSET),
        )

    def _verb(self, method: str, path: str, cast_to: Any, options: RequestOptions) -> Any:
        """Send a request as `get` and `post` do. The result may have to be awaited."""
        responds = getattr(cast_to, "__name__", "") == "Response"  # of an HTTP library: here it is an `APIResponse`
        call = self._request(method, self._config.below_base_url(path), bytes if responds else cast_to, options)
        client: Any = self
        return client.send_raw(call) if responds else client.send(call)

    def _watch(self, call: Any, is_async: bool = False) -> Watch | None:
        """Return a watch over the attempts of a call, None if nobody wants to know."""
        logs, config = LOGGER.isEnabledFor(INFO), self._config
        return _watch_type()(call, config, logs, is_async) if logs or config.hooks is not None else None

    def _finish(self, parser: ResponseParser, value: Any) -> Any:
        """Return the result of a call: the parsed value, able to fetch its files, or the task that it started."""
        operation = parser.call.operation
        if operation.file_models:
            from ..files.file_model import attach_client

            attach_client(value, operation.file_models, cast("Any", self))
        if operation.parsing is not None:
            from ..response.parsed import OutputParser

            return OutputParser(parser, response_info(value), lambda: value).finish(value)
        if operation.polling is None:
            return value
        from ..polling.poller import task_id_from
        from ..polling.task import AsyncTask, Task

        task: type[Any] = AsyncTask if parser.is_async else Task
        return task(self, operation, task_id_from(operation.polling, parser, value), submitted=value, call=parser.call)

    def __repr__(self) -> str:
        # A debugger may show a client whose settings were refused.
        return f"{type(self).__name__}({f'base_url={self._config.base_url!r}' if hasattr(self, '_config') else '...'})"


@cache
def _watch_type() -> type[Watch]:
    from ..hooks import Watch  # an import is a microsecond each time

    return Watch


def labelled_as_stream(headers: Pairs) -> bool:
    """Return whether a response that was asked for as a stream may be one by its Content-Type."""
    return essence(header(headers, "content-type")) not in _NEVER_STREAMS


def api_response(value: Any, info: ResponseInfo) -> APIResponse[Any]:
    """Return a result together with the status, headers, request id and bytes of its response."""
    return APIResponse(value, info.status, info.headers, info.request_id, info.raw)


def _with_named_headers(profile: APIProfile, given: dict[str, Any], headers: Any) -> Any:
    """Take the options out of `given` that are sent as headers, and return the headers with them."""
    named = {profile.headers[name]: given.pop(name) for name in profile.headers.keys() & given.keys()}
    added = {name: value for name, value in named.items() if value is not None}
    if added and is_object(headers):
        return added | headers
    return added if added and headers is None else headers


def _unknown_option(function: str, name: str, takes: Iterable[str]) -> TypeError:
    from ..migration import cure

    known = cure("options", name) or f"; it takes {', '.join(takes)}"
    return TypeError(f"{function}() got an unexpected keyword argument {name!r}{known}")


def _settings(cls: type[Any]) -> list[str]:
    """The names of the settings that a client is created with."""
    from inspect import signature

    own, usual = signature(cls).parameters, list(signature(Client).parameters)
    # A class that has credentials of its own takes the other settings as they are.
    names = [*own, *cls._profile.headers, *(usual[1:] if "settings" in own else ())]
    return [name for name in dict.fromkeys(names) if name not in ("settings", "unknown")]
