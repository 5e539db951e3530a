"""Client settings, validated once, with everything prepared that does not change from call to call."""

from __future__ import annotations

import logging
import os
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import msgspec

from .errors import ConfigurationError
from .http.authorization import Authorization, Key
from .http.headers import Secret, check_headers, credential_fault, hide, hide_password, strip_blanks
from .http.timeout import MAX_RESPONSE_BYTES, Timeout, validate_max_bytes, validate_retries, validate_timeout
from .http.url import parse_url
from .operation.call import UNSET
from .response.error_catalog import ErrorCatalog
from .transport import Request

if TYPE_CHECKING:
    from collections.abc import Callable

    from .credentials import Credentials, SecurityScheme
    from .http.headers import Pairs
    from .http.timeout import Limit, MaxBytes
    from .operation.call import Call
    from .response.decoding import Deviation

LOGGER = logging.getLogger((__package__ or "").removesuffix(".runtime"))
HOOKS = ("on_request", "on_response", "on_retry")
NO_HOOKS: tuple[Any, ...] = (None,) * len(HOOKS)


class APIProfile(msgspec.Struct, frozen=True, kw_only=True):
    """A rendered package and its API.

    `name` is the sync client's class, for messages. `{env}_API_KEY` and `{env}_BASE_URL` are the environment variables.
    `versions` are those with which paths begin (`v1`), `paths` all that have no parameters. `headers` are options of a
    client that are sent as headers, by the names of the options.
    """

    package: str
    version: str
    name: str
    env: str
    base_url: str
    user_agent: str
    versions: tuple[str, ...] = ()
    paths: tuple[str, ...] = ()
    headers: dict[str, str] = {}
    errors: ErrorCatalog = ErrorCatalog()
    schemes: dict[str, SecurityScheme] | None = None
    """The ways to show who is calling, by their names in the document; None: one key in `Authorization: Bearer`."""
    security: tuple[tuple[str, ...], ...] = ()
    """The groups of schemes of which one is enough, unless an operation has its own; an empty one is no credential."""


class ClientConfig:
    """Settings of a client. Raises ConfigurationError for those that cannot work, without ever showing the key."""

    __slots__ = (
        "_get_key", "_key", "_prepared", "_root", "allow_private_hosts",
        "base_url", "credentials", "default_headers", "errors", "hooks", "keep_raw", "key_source", "last_key",
        "max_bytes", "max_response_bytes", "max_retries", "on_deviation", "profile", "timeout",
    )  # fmt: skip

    def __init__(
        self,
        profile: APIProfile,
        *,
        api_key: str | Callable[[], Any] | None,
        base_url: str | None,
        timeout: Limit,
        max_retries: int,
        default_headers: Mapping[str, str] | None,
        on_deviation: Callable[[Deviation], None] | None,
        keep_raw: bool,
        max_response_bytes: MaxBytes,
        allow_private_hosts: bool,
        hooks: tuple[Any, ...],
    ) -> None:
        self.profile = profile
        self.errors = profile.errors
        self.on_deviation = on_deviation
        self.keep_raw = keep_raw
        self.hooks = None if hooks == NO_HOOKS else hooks
        """The functions for each of `HOOKS`; None where all of them are."""
        self.credentials = _credentials(profile, api_key)
        self._get_key = api_key if callable(api_key) and self.credentials is None else None
        self.key_source = _key_source(profile, api_key)
        self._key = None if callable(api_key) or self.credentials else _find_key(profile, api_key, self.key_source)
        self.last_key: Key = self._key or ""
        """The key that was used last, to be masked where a server sends it back."""
        self.base_url = _find_base_url(profile, base_url)
        self.timeout = _merge_timeout(_configured(validate_timeout, timeout), Timeout())
        if not isinstance(allow_private_hosts, bool):  # pyright: ignore[reportUnnecessaryIsInstance]
            kind = type(allow_private_hosts).__name__
            raise ConfigurationError(f"allow_private_hosts must be True or False, not {kind}")
        self.allow_private_hosts = allow_private_hosts
        self.max_response_bytes: MaxBytes = _configured(validate_max_bytes, max_response_bytes)
        self.max_bytes = MAX_RESPONSE_BYTES if max_response_bytes is UNSET else max_response_bytes
        self.max_retries: int = _configured(validate_retries, max_retries)
        self.default_headers = _configured(_check_mapping, default_headers)
        for name, function in (("on_deviation", on_deviation), *zip(HOOKS, hooks, strict=True)):
            if function is not None and not callable(function):
                raise ConfigurationError(f"{name} must be a function, not {type(function).__name__}")
        # The base URL that other clients want ends in a version (`…/v1`), with which paths begin here.
        head, _, last = self.base_url.rpartition("/")
        self._root = head if last in profile.versions else self.base_url
        self._prepared: dict[tuple[str | None, bool, Key], Pairs] = {}

    def replace(self, changes: Mapping[str, Any]) -> ClientConfig:
        """Return these settings with some replaced; headers are added to those that are there."""
        settings: dict[str, Any] = {
            "api_key": self.credentials.given if self.credentials else self._key or self._get_key,
            "base_url": self.base_url,
            "timeout": self.timeout,
            "max_retries": self.max_retries,
            "default_headers": dict(self.default_headers),
            "on_deviation": self.on_deviation,
            "keep_raw": self.keep_raw,
            "max_response_bytes": self.max_response_bytes,
            "allow_private_hosts": self.allow_private_hosts,
            **changes,
        }
        hooks = zip(HOOKS, self.hooks or NO_HOOKS, strict=True)
        settings["hooks"] = tuple([settings.pop(name, hook) for name, hook in hooks])
        if "timeout" in changes:  # a number is the limit for the whole call; the other limits stay
            settings["timeout"] = _merge_timeout(_configured(validate_timeout, changes["timeout"]), self.timeout)
        if "default_headers" in changes:
            added = _configured(_check_mapping, changes["default_headers"])
            settings["default_headers"] = dict(_override(self.default_headers, added))
        config = ClientConfig(self.profile, **settings)
        if "api_key" not in changes:
            config.key_source = self.key_source
        return config

    def below_base_url(self, path: str) -> str:
        """Return a path that is meant below the base URL with the version that it ends in: `/models` below `…/v1`."""
        first = path[1:].partition("/")[0]
        begins = {*self.profile.versions, *(known[1:].partition("/")[0] for known in self.profile.paths)}
        return path if first in begins else self.base_url.removeprefix(self._root) + path

    def key(self, call: Call[Any, Any]) -> Any:
        """Return the key for a call, or the result of the caller's function, which may have to be awaited."""
        if self.credentials is not None:
            return self.credentials.resolve(call.operation.security)
        return self._key if self._get_key is None else hide(self._get_key())

    def check_key(self, key: Any) -> Key:
        """Return the key that `key()` returned, valid as a header. Raises ConfigurationError."""
        if isinstance(key, Authorization):
            self.last_key = key
        else:
            self.last_key = self._key or _check_key(key, self.key_source)
        return self.last_key

    def timeout_of(self, call: Call[Any, Any]) -> Timeout:
        """Return the limits for a call: its own, or else the client's."""
        return self.timeout if call.timeout is UNSET else _merge_timeout(call.timeout, self.timeout)

    def max_retries_of(self, call: Call[Any, Any]) -> int:
        """Return how often a call may be sent again: its own number, or else the client's."""
        return self.max_retries if isinstance(call.max_retries, msgspec.UnsetType) else call.max_retries

    def request(self, call: Call[Any, Any], key: Key) -> Request:
        """Return the request for a call, with the client's headers under the call's own.

        Raises OSError for a file that the call sends and that cannot be read.
        """
        prepared = (call.content_type, call.streams, "" if call.operation.keyless else key)
        headers = self._prepared.get(prepared)
        if headers is None:
            headers = self._prepare(*prepared)
        headers = [*_override(headers, call.headers)] if call.headers else [*headers]
        content: Any = call.content
        if content is not None and content.__class__ is not bytes:
            from .encoding.multipart_body import body_of

            content = body_of(content)
            # Replaces the caller's own: the body cannot be read without this boundary.
            headers = _override(headers, (("Content-Type", content.content_type),))
        # A file is read piece by piece too, however long it takes.
        streams = call.streams or (call.variant is not None and call.variant.kind is not None)
        timeout = self.timeout if call.timeout is UNSET else self.timeout_of(call)
        root = self._root
        if call.operation.server and self.base_url == self.profile.base_url:
            root = call.operation.server
        url = root + call.target
        if key.__class__ is Authorization:
            url, headers = _authorized(url, headers, key)
        return Request(call.operation.method, url, headers, content, timeout, streams, self.max_bytes)

    def _prepare(self, content_type: str | None, streams: bool, key: Key) -> Pairs:
        headers = [
            ("User-Agent", f"{self.profile.user_agent}/{self.profile.version}"),
            ("Accept", "text/event-stream" if streams else "application/json"),
            *(key.headers if isinstance(key, Authorization) else _bearer(key)),
            *([("Content-Type", content_type)] if content_type is not None else []),
        ]
        prepared = _override(headers, self.default_headers)
        if key is self._key:  # one from a function changes, and is not to be kept
            self._prepared[content_type, streams, key] = prepared
        return prepared


def _bearer(key: str) -> Pairs:
    return [("Authorization", Secret(f"Bearer {key}"))] if key else []


def _authorized(url: str, headers: Pairs, key: Any) -> tuple[str, Pairs]:
    """Return a URL and headers with the credentials that belong into the query and the cookies."""
    if key.query:
        url = hide(f"{url}{'&' if '?' in url else '?'}{key.query}")
    if key.cookie:
        own = [value for name, value in headers if name.lower() == "cookie"]
        headers = _override(headers, (("Cookie", Secret("; ".join([*own, key.cookie]))),))
    return url, headers


def _override(headers: Any, more: tuple[tuple[str, str], ...]) -> Pairs:
    """Return headers with others laid over them: one that is in both, in any case, is taken from the others."""
    names = {name.lower() for name, _ in more}
    return [*(pair for pair in headers if pair[0].lower() not in names), *more]


def _merge_timeout(timeout: Limit, default: Timeout) -> Timeout:
    if isinstance(timeout, Timeout):
        return timeout
    if timeout is None:
        return Timeout(None, connect=default.connect, read_idle=None)
    return default if isinstance(timeout, msgspec.UnsetType) else default._replace(total=float(timeout))


def _configured(check: Callable[[Any], Any], value: Any) -> Any:
    try:
        return check(value)
    except (TypeError, ValueError) as error:
        raise ConfigurationError(str(error)) from None


def _check_mapping(headers: Any) -> tuple[tuple[str, str], ...]:
    if headers is not None and not isinstance(headers, Mapping):
        raise TypeError(f"default_headers must be a mapping of names to values, not {type(headers).__name__}")
    return check_headers((headers or {}).items())  # pyright: ignore[reportUnknownArgumentType, reportUnknownMemberType]


def _credentials(profile: APIProfile, given: Any) -> Credentials | None:
    if profile.schemes is None:
        return None
    from .credentials import Credentials

    return Credentials(profile.name, profile.schemes, profile.security, given)


def _key_source(profile: APIProfile, given: Any) -> str:
    if callable(given):
        return "the function given as api_key"
    if profile.schemes is not None:
        return "the client's arguments, or the environment"
    return "api_key" if given is not None else f"{profile.env}_API_KEY"


def _find_key(profile: APIProfile, given: str | None, source: str) -> str:
    if given is None:
        given = Secret(os.environ.get(source, ""))
        if not given:
            raise ConfigurationError(f"no API key: pass api_key=... to {profile.name}(), or set {source}")
    return _check_key(given, source)


def _check_key(key: Any, source: str) -> Secret:
    if (fault := credential_fault(key)) is not None:
        raise ConfigurationError(f"{source} {fault}")
    return Secret(strip_blanks(key))


def _find_base_url(profile: APIProfile, given: str | None) -> str:
    variable = f"{profile.env}_BASE_URL"
    source = "base_url" if given is not None else variable
    url = given if given is not None else hide_password(os.environ.get(variable)) or profile.base_url
    if not url and given is None:
        raise ConfigurationError(f"no address: pass base_url=... to {profile.name}(), or set {variable}")
    if not isinstance(url, str):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise ConfigurationError(f"{source} must be a string, not {type(url).__name__}")
    fault = None
    url = hide_password(url.strip())
    try:
        parse_url(url)
    except ValueError as error:
        fault = str(error)
    if fault is not None:  # not from the error, whose traceback holds a password
        scheme = "http" if url.startswith(("localhost", "127.")) else "https"
        cure = f": is it {scheme}://{url}?" if _looks_like_host(url) else ""
        raise ConfigurationError(f"{source}: {fault}{cure}")
    url = str(url)
    if "?" in url or "#" in url:
        bare = url.partition("?")[0].partition("#")[0]
        cure = "pass it without (extra_query adds parameters to a call)"
        raise ConfigurationError(f"{source}: {bare!r} must not have a query or fragment: {cure}")
    if not url.isascii() or not url.isprintable() or " " in url:
        raise ConfigurationError(f"{source}: {url!r} contains a space or a character that a URL must encode")
    url = url.rstrip("/")
    if (endpoint := _endpoint_of(url, profile)) is not None:
        cure = f"pass what is before it, {url.removesuffix(endpoint)!r}"
        raise ConfigurationError(f"{source}: {url!r} ends with the path of an endpoint, {endpoint}: {cure}")
    return url


def _looks_like_host(url: str) -> bool:
    """Return whether only the scheme is missing: `api.example.com/v1`, `localhost:3000`."""
    host = url.partition("/")[0].partition(":")[0]
    return "://" not in url and "@" not in url and ("." in host or host == "localhost") and url.isprintable()


def _endpoint_of(url: str, profile: APIProfile) -> str | None:
    """Return the path of an endpoint that a base URL ends with, None if there is none.

    Without its version it counts only where it has several parts: `/files` may as well be a folder.
    """
    for path in profile.paths:
        first, _, rest = path[1:].partition("/")
        for known in (path, f"/{rest}" if first in profile.versions else path):
            if url.endswith(known) and known.count("/") > 1:
                return known
    return None
