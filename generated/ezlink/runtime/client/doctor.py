"""`python -m <package>`: show the settings of a client, and try one call. Never shows the key."""

from __future__ import annotations

import os
import platform
from importlib import import_module
from importlib.util import find_spec
from time import perf_counter
from typing import TYPE_CHECKING, Any

from .. import errors

if TYPE_CHECKING:
    from ..config import APIProfile
    from ..operation.call import Call
    from .client import SyncClient

_TRANSPORTS = (("urllib3", "sync"), ("aiohttp", "async"), ("httpx2", "both, if asked for"))
_PROXIES = ("HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy")
_TIMEOUT = 20.0

# The first that fits: subclasses come before their bases.
_DIAGNOSES: tuple[tuple[type[errors.APIError], str], ...] = (
    (errors.APITimeoutError, f"No response in {_TIMEOUT:g} seconds: the network or the service is slow or down."),
    (errors.APIConnectionError, "The service cannot be reached: is the base URL right, and is there a network?"),
    (errors.AuthenticationError, "The service is reachable, but rejects this key."),
    (
        errors.PermissionDeniedError,
        "The service accepts this key, but not for this call: a limit is reached, or the quota is used up.",
    ),
    (errors.RateLimitError, "The service is reachable, but there were too many requests: wait a while."),
    (errors.InternalServerError, "The service is reachable, but failed. Try again later."),
    (errors.NotFoundError, "A server answers, but does not know this call: is the base URL right?"),
    (errors.AnswerError, "A server answers, but it is not this API: is the base URL right?"),
    (errors.APIError, "The service is reachable, but rejects the call."),
)


def doctor(package: str, probe: str) -> int:
    """Print the settings of a package's client; call `probe`, one of its endpoint functions, if the package has it.

    Returns the exit code: 0 if all is well, 1 if something is not.
    """
    profile: APIProfile = import_module(f"{package}._profile").PROFILE
    client: type[SyncClient] = getattr(import_module(f"{package}.client"), profile.name)
    build = getattr(import_module(f"{package}.operations"), probe, None) if probe else None
    call: Call[Any, Any] | None = build() if build else None
    rows, name = _settings(profile), call.operation.display_name if call else ""
    width = max(len(label) for label, _ in (*rows, (name, "")))
    for label, value in rows:
        print(f"{label:<{width}}  {value}")
    try:
        with client(timeout=_TIMEOUT, max_retries=0) as made:
            return _try(made, call, f"{name:<{width}} ") if call else 0
    except errors.ConfigurationError as error:
        print(f"\n{_without_user(str(error), profile)}")
        return 1


def _settings(profile: APIProfile) -> list[tuple[str, str]]:
    package = (__package__ or "").removesuffix(".client")
    here = [one for one in _TRANSPORTS if find_spec(f"{package}.transport.{one[0]}_transport")]  # a copy may have fewer
    transports = [f"{name} {_version(name) or 'is not installed'} ({side})" for name, side in here]
    key, address = f"{profile.env}_API_KEY", f"{profile.env}_BASE_URL"
    given = os.environ.get(address)
    return [
        (profile.package, f"{profile.version} (Python {platform.python_version()}, msgspec {_version('msgspec')})"),
        ("transports", ", ".join(transports)),
        ("base URL", f"{_without_user(given, profile)} (from {address})" if given else profile.base_url),
        ("key", f"set (from {key})" if os.environ.get(key) else f"not set ({key} is empty)"),
    ]


def _version(distribution: str) -> str | None:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(distribution)
    except PackageNotFoundError:
        return None


def _without_user(text: str, profile: APIProfile) -> str:
    """Return the text without the user name and password that the base URL may hold."""
    given = os.environ.get(f"{profile.env}_BASE_URL", "")
    user = given.rpartition("@")[0].rpartition("//")[2]
    return text.replace(f"{user}@", "") if user else text


def _try(client: SyncClient, call: Call[Any, Any], name: str) -> int:
    start = perf_counter()
    try:
        response = client.send_raw(call)
    except errors.APIError as error:
        diagnosis = next(text for kind, text in _DIAGNOSES if isinstance(error, kind))
        proxies = [variable for variable in _PROXIES if os.environ.get(variable)]
        if proxies and isinstance(error, errors.APIConnectionError):
            diagnosis += f" A proxy is set by {', '.join(proxies)}: it may be what fails."
        print(f"{name} failed\n\n{diagnosis}\n{type(error).__name__}: {error}")
        return 1
    took = (perf_counter() - start) * 1000
    print(f"{name} answered in {took:.0f} ms: {type(response.value).__name__}, {len(response.raw or b'')} bytes")
    return 0
