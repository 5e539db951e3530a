"""Sleep in an async client, whatever kind of event loop it runs on."""

from __future__ import annotations


async def sleep_async(seconds: float) -> None:
    """Sleep, as a task that can be cancelled."""
    import asyncio
    from importlib import import_module

    try:
        asyncio.get_running_loop()
    except RuntimeError:  # another kind of event loop, for which the transport has brought anyio
        await import_module("anyio").sleep(seconds)
    else:
        await asyncio.sleep(seconds)
