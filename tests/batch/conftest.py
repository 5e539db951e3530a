"""A server that counts the paid requests that it receives, and inputs, clients and processes that use it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from time import sleep
from typing import Any

import pytest

from ezlink import AsyncEZLink

ROOT = Path(__file__).resolve().parents[2]
ANSWER: dict[str, Any] = {"object": "list", "model": "m", "data": [], "usage": {"prompt_tokens": 1, "total_tokens": 1}}


class Counting(ThreadingHTTPServer):
    """Answers embeddings after a while, and counts the inputs that it saw."""

    daemon_threads = True
    request_queue_size = 256

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.seen: Counter[str] = Counter()
        self.lock = threading.Lock()
        self.delay = 0.0
        self.most = self.now = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Counting

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        asked = str(body["input"])
        with self.server.lock:
            self.server.seen[asked] += 1
            self.server.now += 1
            self.server.most = max(self.server.most, self.server.now)
        sleep(self.server.delay)
        with self.server.lock:
            self.server.now -= 1
        if asked == "drop":
            self.close_connection = True
            return
        status, answer = 200, ANSWER
        if asked == "refuse":
            status, answer = (
                400,
                {"error": {"message": "no", "type": "invalid_request_error", "param": None, "code": "bad"}},
            )
        if self.headers["Authorization"] != "Bearer sk-KEY":
            status, answer = 401, {"error": {"message": "no key", "type": "api_error"}}
        content = json.dumps(answer, indent=1).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def handle_one_request(self) -> None:
        with suppress(ConnectionError):  # a client that was killed
            super().handle_one_request()

    def log_message(self, format: str, *args: Any) -> None:
        pass


@pytest.fixture
def server() -> Iterator[Counting]:
    counting = Counting()
    thread = threading.Thread(target=counting.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield counting
    counting.shutdown()
    counting.server_close()


def line(name: str, asked: str | None = None, **changes: Any) -> str:
    body = {"model": "text-embedding-3-small", "input": name if asked is None else asked}
    return json.dumps({"custom_id": name, "method": "POST", "url": "/v1/embeddings", "body": body} | changes) + "\n"


def written(path: Path, *lines: str) -> Path:
    path.write_text("".join(lines), "utf-8")
    return path


def results(path: Path) -> dict[str, Any]:
    return {(one := json.loads(text))["custom_id"]: one for text in path.read_text("utf-8").strip("\n").split("\n")}


def client(server: Counting, api_key: Any = "sk-KEY", **settings: Any) -> AsyncEZLink:
    return AsyncEZLink(api_key=api_key, base_url=server.url, max_retries=0, **settings)


def started(server: Counting, *arguments: object) -> subprocess.Popen[str]:
    own = {"EZLINK_API_KEY": "sk-KEY", "EZLINK_BASE_URL": server.url, "PYTHONPATH": str(ROOT / "generated")}
    return subprocess.Popen(
        [sys.executable, "-m", "ezlink", "batch", *map(str, arguments)],
        env={**os.environ, **own, "NO_PROXY": "127.0.0.1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
