"""Credentials of an API with other security than one key in `Authorization: Bearer`, or with none."""

from __future__ import annotations

import os
from collections.abc import Awaitable, Mapping, Sequence
from typing import Any, Literal, cast

import msgspec

from .errors import ConfigurationError
from .http.authorization import Authorization
from .http.headers import Secret, credential_fault, hide, strip_blanks


class SecurityScheme(msgspec.Struct, frozen=True):
    """A way to show who is calling. `arguments` are those of the client, `env` the variables that are read instead.

    `name` is that of the header, the query parameter or the cookie; `basic` takes a user name and a password.
    """

    kind: Literal["bearer", "basic", "header", "query", "cookie"]
    arguments: tuple[str, ...]
    env: tuple[str, ...]
    name: str = "Authorization"


class Given(dict[str, Any]):
    """The credentials that a client was given, by the names of its arguments."""

    def __repr__(self) -> str:
        return "Given('***')"


def with_credentials(settings: Mapping[str, Any], **given: Any) -> dict[str, Any]:
    """Return the settings of a client with its credentials, as its class passes them on."""
    return {**settings, "api_key": Given({name: hide(value) for name, value in given.items()})}


Security = Sequence[Sequence[str]]


class Credentials:
    """The credentials of one client: values, functions that return them, or variables of the environment."""

    __slots__ = ("given", "name", "schemes", "security")

    def __init__(self, name: str, schemes: Mapping[str, SecurityScheme], security: Security, given: Any) -> None:
        """Raise ConfigurationError for an unknown one, and where there is none although every call needs one."""
        self.name, self.schemes, self.security = name, schemes, security
        known = dict(pair for each in schemes.values() for pair in zip(each.arguments, each.env, strict=True))
        values = self._named(given, [*known])
        for argument, variable in known.items():
            if values.get(argument) is None and (found := os.environ.get(variable)):
                values[argument] = Secret(found)
        self.given = Given({name: _checked(name, value) for name, value in values.items() if value is not None})
        if security:
            self._chosen(security)

    def _named(self, given: Any, known: list[str]) -> dict[str, Any]:
        if given is None:
            return {}
        if not isinstance(given, Mapping):
            if len(known) != 1:
                takes = f"a mapping of {', '.join(known)}" if known else "no key"
                raise ConfigurationError(f"api_key: {self.name} takes {takes}")
            return {known[0]: given}
        values = dict(cast("Mapping[str, Any]", given))
        if unknown := values.keys() - set(known):
            raise ConfigurationError(f"{self.name} takes {', '.join(known) or 'no credentials'}, not {min(unknown)!r}")
        return values

    @property
    def names(self) -> list[str]:
        """The arguments of the client that hold credentials."""
        return [argument for scheme in self.schemes.values() for argument in scheme.arguments]

    def replace_in(self, settings: dict[str, Any]) -> None:
        """Replace the credentials among settings, each under its own name, by one mapping of these and the others."""
        whole = isinstance(settings.get("api_key"), Mapping)  # all of them, under the name of the setting
        names = [name for name in self.names if name in settings and not (whole and name == "api_key")]
        if named := {name: hide(settings.pop(name)) for name in names}:
            settings["api_key"] = Given({**self.given, **named})

    def resolve(self, security: Security | None) -> Any:
        """Return the credentials for a call with these requirements, or an awaitable of them."""
        names = self._chosen(self.security if security is None else security)
        given = {
            argument: value() if callable(value := self.given[argument]) else value
            for name in names
            for argument in self.schemes[name].arguments
        }
        if any(hasattr(value, "__await__") for value in given.values()):
            return self._awaited(names, given)
        return self._authorization(names, given)

    async def _awaited(self, names: Sequence[str], given: dict[str, Any]) -> Authorization:
        for argument, value in given.items():
            given[argument] = hide(await cast("Awaitable[Any]", value)) if hasattr(value, "__await__") else value
        return self._authorization(names, given)

    def _chosen(self, security: Security) -> Sequence[str]:
        """Return the first group of schemes for which everything is there, an empty one if none is needed."""
        for names in sorted(security, key=lambda names: not names):
            if all(argument in self.given for name in names for argument in self.schemes[name].arguments):
                return names
        if not security:
            return ()
        ways = [" and ".join(_described(self.schemes[name]) for name in names) for names in security]
        raise ConfigurationError(f"no credentials: pass {', or '.join(dict.fromkeys(ways))} to {self.name}()")

    def _authorization(self, names: Sequence[str], given: Mapping[str, Any]) -> Authorization:
        from urllib.parse import quote

        parts: dict[str, list[Any]] = {"headers": [], "query": [], "cookie": []}
        secrets: list[str] = []
        for name in names:
            scheme = self.schemes[name]
            values = [str(_checked(argument, given[argument], called=True)) for argument in scheme.arguments]
            secrets += values[-1:]
            if scheme.kind in ("query", "cookie"):
                parts[scheme.kind].append(f"{quote(scheme.name, safe='')}={quote(values[0], safe='')}")
                continue
            text = values[0]
            if scheme.kind == "basic":
                from base64 import b64encode

                text = f"Basic {b64encode(':'.join(values).encode()).decode()}"
                secrets.append(text.removeprefix("Basic "))
            elif scheme.kind == "bearer":
                text = f"Bearer {text}"
            parts["headers"].append((scheme.name, Secret(text)))
        return Authorization(
            tuple(parts["headers"]),
            Secret("&".join(parts["query"])),
            Secret("; ".join(parts["cookie"])),
            tuple(map(Secret, secrets)),
        )


def _checked(argument: str, value: Any, called: bool = False) -> Any:
    """Return a credential that can be sent. Raises ConfigurationError, without ever showing it."""
    if callable(value) and not called:
        return value
    if (fault := credential_fault(value)) is not None:
        raise ConfigurationError(f"{argument} {fault}")
    return Secret(strip_blanks(cast("str", value)))


def _described(scheme: SecurityScheme) -> str:
    pairs = zip(scheme.arguments, scheme.env, strict=True)
    return " and ".join(f"{argument}=... (or set {env})" for argument, env in pairs)
