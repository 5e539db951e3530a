"""Sleep in an async client, whatever kind of event loop it runs on."""

from __future__ import annotations


async def sleep_async(seconds: float) -> None:
    """Sleep, as a task that can be cancelled."""
    import asyncio

    try:
        asyncio.get_running_loop()
    except RuntimeError:  # another kind of event loop, for which the transport has brought anyio
        import anyio

        await anyio.sleep(seconds)
    else:
        await asyncio.sleep(seconds)
