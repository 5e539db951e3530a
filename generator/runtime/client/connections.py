"""The transport of a client, created when it is first needed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from ..errors import ConfigurationError
from ..transport import TransportError

if TYPE_CHECKING:
    from collections.abc import Callable


class Connections:
    """One transport, created when first needed and shared by the clients that `with_options` returns."""

    __slots__ = ("_create", "_transport", "closed", "owned")

    def __init__(self, choice: Any, names: tuple[str, ...], create: Callable[..., Any], **settings: Any) -> None:
        self.owned = choice is None or isinstance(choice, str)
        self.closed = False
        if choice not in names if isinstance(choice, str) else not (self.owned or hasattr(choice, "send")):
            known = ", ".join(map(repr, names))
            raise ConfigurationError(
                f"transport must be {known}, or an object with send() and close() (got {choice!r})"
            )
        if not self.owned and settings != {"proxy": None, "verify": True, "max_connections": None}:
            raise ConfigurationError(
                "proxy, verify and max_connections do not apply to a transport of your own: set them on it"
            )
        most = settings["max_connections"]
        if most is not None and (isinstance(most, bool) or not isinstance(most, int) or most < 1):
            raise ConfigurationError(f"max_connections must be a whole number over 0, or None (got {most!r})")
        # A dict, for its atomic setdefault().
        self._transport: dict[str, Any] = {} if self.owned else {"transport": choice}
        self._create = partial(create, choice or names[0], **settings)

    def transport(self) -> Any:
        """Return the transport. If two threads create it at once, one wins: a lock could be left locked by a fork."""
        if self.closed:
            raise TransportError("the client is closed", kind="closed", sent=False)
        found = self._transport.get("transport")
        if found is None:
            try:
                created = self._create()
            except ModuleNotFoundError as error:
                library = self._create.args[0]  # pip installs what that needs along with it
                raise ConfigurationError(f"transport: {library} is not installed: pip install {library}") from error
            except (ValueError, ImportError) as error:
                raise ConfigurationError(f"transport: {error}") from error
            found = self._transport.setdefault("transport", created)
        return found

    def for_other_hosts(self, public_only: bool) -> Any:
        """Return the transport for files of hosts that a server named, see `Transport`."""
        transport = self.transport()
        create = getattr(transport, "for_other_hosts", None)
        if create is None:  # the caller's own
            return transport
        name = f"for other hosts, {public_only}"
        return self._transport.get(name) or self._transport.setdefault(name, create(public_only))

    def take(self) -> list[Any]:
        """Return the transports to close, once: none where none was created, nor one that is the caller's own."""
        self.closed = True
        found = self._transport.pop("transport", None)
        others = [self._transport.popitem()[1] for _ in range(len(self._transport))]
        return [transport for transport in (*others, found if self.owned else None) if transport is not None]
