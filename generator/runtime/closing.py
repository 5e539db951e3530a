"""`with` and `async with` for objects that hold a connection."""

from __future__ import annotations

from typing import Self


class Closing:
    """Closed at the end of a `with` block."""

    __slots__ = ()

    def close(self) -> None:
        """Close the connection; a subclass does."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()


class ClosingWhenDropped(Closing):
    """Closed at the end of a `with` block, and when it is garbage-collected."""

    __slots__ = ()

    def __del__(self) -> None:
        try:  # noqa: SIM105 - `suppress` may be gone when the interpreter shuts down
            self.close()
        except Exception:
            pass


class AsyncClosing:
    """Closed at the end of an `async with` block."""

    __slots__ = ()

    async def close(self) -> None:
        """Close the connection; a subclass does."""

    async def aclose(self) -> None:
        """Do the same as `close()`, under its name in the standard library."""
        await self.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *error: object) -> None:
        await self.close()
