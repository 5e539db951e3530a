"""One request over async httpx2, followed by its `trace` extension."""

from __future__ import annotations

from typing import Any, Literal

from .connect_pacing import ConnectPacing, Opening
from .httpx2_connection import watch


class Attempt:
    """Paces the connection that a request opens, and tells whether the request was sent."""

    __slots__ = ("_opened", "_opening", "_origin", "_pacing", "_stage", "_waiting")

    def __init__(self, pacing: ConnectPacing, origin: str) -> None:
        pacing.unconnected += 1
        self._pacing = pacing
        self._origin = origin
        self._opening: Opening | None = None
        self._opened: Any = None
        self._waiting = True
        self._stage: Literal["begun", "connecting", "sent"] = "begun"

    async def trace(self, event: str, info: dict[str, Any]) -> None:
        """Take an event of httpx2's."""
        watch(event, info)
        if event == "connection.connect_tcp.started":
            self._stage = "connecting"
            self._opening = await self._pacing.begin(self._origin)
        elif event == "connection.connect_tcp.complete":
            self._opened = info["return_value"]
        elif self._stage != "sent" and event.endswith(".send_request_headers.started"):  # of a proxy's CONNECT, too
            self.end(True)
            self._stage = "sent"

    def end(self, connected: bool | None = None) -> None:
        """End the wait for a connection, once; see `Opening.end`."""
        if self._waiting:
            self._waiting = False
            self._pacing.unconnected -= 1
        if self._opening is not None:
            self._opening.end(connected)

    @property
    def unused(self) -> Any:
        """The connection whose handshake was cancelled, which httpx2 leaves open until it is garbage; None without."""
        return self._opened if self._stage == "connecting" else None

    def why_not_connected(self, traced: bool) -> Literal["busy", "late"] | None:
        """Return why a request that ran into its time limit has no connection; None if it may have one, and was sent.

        `traced` is False for a client that was brought: its transport may not send events.
        """
        if self._stage == "connecting":
            return "late"
        return "busy" if self._stage == "begun" and traced else None
