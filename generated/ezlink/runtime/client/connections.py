"""The connections of a client: one transport, opened when it is first needed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from ..errors import ConfigurationError
from ..transport import TransportError

if TYPE_CHECKING:
    from collections.abc import Callable


class Connections:
    """One transport, opened when first needed and shared by the clients that `with_options` makes."""

    __slots__ = ("_cell", "_open", "closed", "owned")

    def __init__(self, choice: Any, names: tuple[str, ...], opened: Callable[..., Any], **settings: Any) -> None:
        self.owned = choice is None or isinstance(choice, str)
        self.closed = False
        if isinstance(choice, str) and choice not in names:
            raise ConfigurationError(f"transport: there is no {choice!r}; choose {' or '.join(map(repr, names))}")
        if not self.owned and settings != {"proxy": None, "verify": True}:
            raise ConfigurationError("proxy and verify are for transports made here: set them on your own transport")
        self._cell: dict[str, Any] = {} if self.owned else {"transport": choice}
        self._open = partial(opened, choice or names[0], **settings)

    def transport(self) -> Any:
        """The transport. Of two threads that open it at once one wins: a lock could be left locked by a fork."""
        if self.closed:
            raise TransportError("the client is closed", kind="closed", sent=False)
        found = self._cell.get("transport")
        if found is None:
            try:
                made = self._open()
            except ModuleNotFoundError as error:
                library = (error.name or "").partition(".")[0]
                raise ConfigurationError(f"transport: {library} is not installed: pip install {library}") from error
            except (ValueError, ImportError) as error:
                raise ConfigurationError(f"transport: {error}") from error
            found = self._cell.setdefault("transport", made)
        return found

    def take(self) -> Any:
        """The transport to close, once: None where none was opened, or where it is the caller's own."""
        self.closed = True
        found = self._cell.pop("transport", None)
        return found if self.owned else None
