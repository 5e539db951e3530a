"""What a client is set to: checked once, with everything prepared that does not change from call to call."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import msgspec

from .errors import ConfigurationError
from .http.headers import Secret, check_headers, invalid_header_value
from .http.timeout import Timeout, validate_timeout
from .http.url import parse_url
from .operation.call import UNSET
from .response.error_catalog import ErrorCatalog
from .transport import Request

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from .http.headers import Pairs
    from .http.timeout import Limit
    from .operation.call import Call
    from .response.decoding import Deviation


class APIProfile(msgspec.Struct, frozen=True, kw_only=True):
    """What a rendered package says about itself and its API.

    `name` is the sync client's class, for messages. `{env}_API_KEY` and `{env}_BASE_URL` are the environment variables.
    `versions` are those with which paths begin (`v1`).
    """

    package: str
    version: str
    name: str
    env: str
    base_url: str
    user_agent: str
    versions: tuple[str, ...] = ()
    errors: ErrorCatalog = ErrorCatalog()


class ClientConfig:
    """A client's settings. Raises ConfigurationError for what cannot work, without ever showing the key."""

    __slots__ = (
        "_ask", "_key", "_ready", "_root",
        "base_url", "default_headers", "errors", "keep_raw", "on_deviation", "profile", "timeout",
    )  # fmt: skip

    def __init__(
        self,
        profile: APIProfile,
        *,
        api_key: str | Callable[[], Any] | None,
        base_url: str | None,
        timeout: Limit,
        default_headers: Mapping[str, str] | None,
        on_deviation: Callable[[Deviation], None] | None,
        keep_raw: bool,
    ) -> None:
        self.profile = profile
        self.errors = profile.errors
        self.on_deviation = on_deviation
        self.keep_raw = keep_raw
        key = _find_key(profile, api_key)
        self._key = key if isinstance(key, str) else None
        self._ask = None if isinstance(key, str) else key
        self.base_url = _find_base_url(profile, base_url)
        self.timeout = _limits(_configured(validate_timeout, timeout), Timeout())
        self.default_headers = _configured(check_headers, (default_headers or {}).items())
        # The base URL that other clients want ends in a version (`…/v1`); here that is where paths begin.
        head, _, last = self.base_url.rpartition("/")
        self._root = head if last in profile.versions else self.base_url
        self._ready: dict[tuple[str | None, bool, str], Pairs] = {}

    def changed(self, changes: Mapping[str, Any]) -> ClientConfig:
        """The same settings with some replaced; headers are added to those that are there."""
        given: dict[str, Any] = {
            "api_key": self._key or self._ask,
            "base_url": self.base_url,
            "timeout": self.timeout,
            "default_headers": dict(self.default_headers),
            "on_deviation": self.on_deviation,
            "keep_raw": self.keep_raw,
        }
        given.update(changes)
        if "timeout" in changes:  # a number is the limit for the whole call; the other limits stay
            given["timeout"] = _limits(_configured(validate_timeout, changes["timeout"]), self.timeout)
        if "default_headers" in changes:
            added: Mapping[str, str] = changes["default_headers"] or {}
            given["default_headers"] = dict(_over(self.default_headers, _configured(check_headers, added.items())))
        return ClientConfig(self.profile, **given)

    def key(self) -> Any:
        """The key; or what the caller's function gives for it, which may have to be awaited."""
        return self._ask() if self._ask is not None else self._key

    def check_key(self, key: Any) -> str:
        """What `key()` gave, fit to be sent. Raises ConfigurationError."""
        if self._key is not None:
            return self._key
        return _check_key(key, "the key from the function given as api_key")

    def limits(self, call: Call[Any, Any]) -> Timeout:
        """The limits for a call: its own, or else the client's."""
        return self.timeout if call.timeout is UNSET else _limits(call.timeout, self.timeout)

    def request(self, call: Call[Any, Any], key: str) -> Request:
        """The request for a call: the client's headers under the call's own, one URL, one set of limits.

        Raises OSError, before anything is sent, for a file that the call wants to send and that cannot be read.
        """
        limits = self.timeout if call.timeout is UNSET else _limits(call.timeout, self.timeout)
        prepared = (call.content_type, call.streams, "" if call.operation.keyless else key)
        headers = self._ready.get(prepared)
        if headers is None:
            headers = self._prepare(*prepared)
        headers = [*_over(headers, call.headers)] if call.headers else [*headers]
        content: Any = call.content
        if content is not None and content.__class__ is not bytes:
            from .encoding.multipart_body import MultipartBody

            content = MultipartBody(content)
            # Over the caller's own: without this boundary nobody can read the body.
            headers = _over(headers, (("Content-Type", content.content_type),))
        # A file is read piece by piece too, for as long as it comes.
        streams = call.streams or (call.variant is not None and call.variant.kind is not None)
        return Request(call.operation.method, self._root + call.target, headers, content, limits, streams)

    def _prepare(self, content_type: str | None, streams: bool, key: str) -> Pairs:
        headers = [
            ("User-Agent", f"{self.profile.user_agent}/{self.profile.version}"),
            ("Accept", "text/event-stream" if streams else "application/json"),
            *([("Authorization", Secret(f"Bearer {key}"))] if key else []),
        ]
        if content_type is not None:
            headers.append(("Content-Type", content_type))
        made = _over(headers, self.default_headers)
        if self._ask is None:  # a key from a function changes, and is not to be kept
            self._ready[content_type, streams, key] = made
        return made


def _over(headers: Any, more: tuple[tuple[str, str], ...]) -> Pairs:
    """Headers with others laid over them: a name that is in both, in whatever case, is taken from the others."""
    names = {name.lower() for name, _ in more}
    return [*(pair for pair in headers if pair[0].lower() not in names), *more]


def _limits(timeout: Limit, usual: Timeout) -> Timeout:
    if isinstance(timeout, Timeout):
        return timeout
    if timeout is None:
        return Timeout(usual.connect, None, None)
    return usual if isinstance(timeout, msgspec.UnsetType) else usual._replace(total=float(timeout))


def _configured(check: Callable[[Any], Any], value: Any) -> Any:
    try:
        return check(value)
    except (TypeError, ValueError) as error:
        raise ConfigurationError(str(error)) from None


def _find_key(profile: APIProfile, given: str | Callable[[], Any] | None) -> str | Callable[[], Any]:
    if callable(given):
        return given
    if given is not None:
        return _check_key(given, "api_key")
    variable = f"{profile.env}_API_KEY"
    found = os.environ.get(variable)
    if not found:
        raise ConfigurationError(f"no API key: pass api_key=... to {profile.name}(), or set {variable}")
    return _check_key(found, variable)


def _check_key(key: Any, source: str) -> str:
    if hasattr(key, "__await__"):
        key.close()
        raise ConfigurationError(f"{source} has to be awaited: an async function is for the async client")
    if not isinstance(key, str):
        raise ConfigurationError(f"{source} is no text but {type(key).__name__}")
    if not key.strip():
        raise ConfigurationError(f"{source} is empty")
    if (fault := invalid_header_value(key)) is not None:
        raise ConfigurationError(f"{source} holds {fault}; was it read from a file? strip() it")
    return Secret(key)


def _find_base_url(profile: APIProfile, given: str | None) -> str:
    variable = f"{profile.env}_BASE_URL"
    source = "base_url" if given is not None else variable
    url = given if given is not None else os.environ.get(variable) or profile.base_url
    if not isinstance(url, str):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise ConfigurationError(f"{source}: text, not {type(url).__name__}")
    try:
        parse_url(url)
    except ValueError as error:
        raise ConfigurationError(f"{source}: {error}") from None
    if "?" in url or "#" in url:
        raise ConfigurationError(
            f"{source}: {url.partition('?')[0]!r} is followed by a query or fragment: leave it out"
        )
    if not url.isascii() or not url.isprintable() or " " in url:
        raise ConfigurationError(f"{source}: {url!r} holds a space or a character that a URL must encode")
    return url.rstrip("/")
