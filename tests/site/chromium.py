"""Chromium without a window, driven over the DevTools protocol."""

from __future__ import annotations

import asyncio
import re
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import aiohttp

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update", "--remote-debugging-port=0",
)  # fmt: skip


class Page:
    """One page of a browser: `open` it, `resize` it, `evaluate` JavaScript. Keeps problems and requested addresses."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self._socket = socket
        self._count = 0
        self._session: str | None = None
        self.problems: list[str] = []
        self.requested: list[str] = []

    async def attach(self) -> None:
        """Make a page and listen to it."""
        target = await self.call("Target.createTarget", url="about:blank")
        attached = await self.call("Target.attachToTarget", targetId=target["targetId"], flatten=True)
        self._session = attached["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            await self.call(f"{domain}.enable")

    async def call(self, method: str, **params: Any) -> Any:
        """Call a method of the protocol and return its result."""
        self._count += 1
        message = {"id": self._count, "method": method, "params": params}
        await self._socket.send_json(message | ({"sessionId": self._session} if self._session else {}))
        answer = await self._until(lambda event: event.get("id") == self._count)
        assert "error" not in answer, answer
        return answer["result"]

    async def open(self, url: str) -> None:
        """Load a page."""
        await self.call("Page.navigate", url=url)
        await self._until(lambda event: event.get("method") == "Page.loadEventFired")

    async def resize(self, width: int, scheme: str = "light") -> None:
        """Set the width of the window, and whether the user prefers dark or light."""
        await self.call(
            "Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1, mobile=False
        )
        await self.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])

    async def evaluate(self, script: str) -> Any:
        """The value of a JavaScript expression; a promise is awaited."""
        done = await self.call("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in done, done
        return done["result"].get("value")

    async def _until(self, wanted: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        while True:
            event: dict[str, Any] = await asyncio.wait_for(self._socket.receive_json(), 20)
            if wanted(event):
                return event
            self._note(event.get("method"), event.get("params", {}))

    def _note(self, method: str | None, params: dict[str, Any]) -> None:
        if method == "Network.requestWillBeSent":
            self.requested.append(params["request"]["url"])
        elif method == "Runtime.exceptionThrown":
            self.problems.append(str(params["exceptionDetails"]))
        elif method == "Log.entryAdded" and params["entry"]["level"] in ("error", "warning"):
            self.problems.append(f"{params['entry']['text']} {params['entry'].get('url', '')}")
        elif method == "Runtime.consoleAPICalled" and params["type"] in ("error", "warning"):
            self.problems.append(str(params["args"]))


class Chromium:
    """A running browser with one page, for `with`. `run` runs a coroutine function over the page."""

    def __enter__(self) -> Chromium:
        self._profile = tempfile.mkdtemp(prefix="chromium-")
        command = [str(BROWSER), *FLAGS, f"--user-data-dir={self._profile}"]
        self._process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
        assert self._process.stderr is not None
        address = next(
            found[1] for line in self._process.stderr if (found := re.search(r"listening on (ws:\S+)", line))
        )
        self._runner = asyncio.Runner()
        self._runner.run(self._connect(address))
        return self

    async def _connect(self, address: str) -> None:
        self._http = aiohttp.ClientSession()
        self.page = Page(await self._http.ws_connect(address, max_msg_size=0))
        await self.page.attach()

    def run(self, script: Any) -> Any:
        """Run a coroutine in the browser's event loop."""
        return self._runner.run(script)

    def __exit__(self, *_: object) -> None:
        self._runner.run(self._http.close())
        self._runner.close()
        self._process.terminate()
        self._process.wait(10)
        assert self._process.stderr is not None
        self._process.stderr.close()
        shutil.rmtree(Path(self._profile), ignore_errors=True)
