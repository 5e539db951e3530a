"""examples/dask_batch.py on dask.distributed's local cluster of two workers: `make dask-test`."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import threading
from collections import Counter
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from ezlink import AsyncEZLink, batch, operations
from generator.mock_server import MockServer

ROOT = Path(__file__).resolve().parents[2]
PYTHON = ROOT / "build" / "dask-env" / "bin" / "python"
TEXTS = ["The food was delicious.", "one", "two", "three", "four", "five", "six", "seven"]
CALLS = 60
SERVED = 8
"""Calls that are answered before the server waits."""
ANSWER = {"object": "list", "model": "m", "data": [], "usage": {"prompt_tokens": 1, "total_tokens": 1}}


def settings(url: str) -> dict[str, str]:
    path = os.pathsep.join(map(str, (ROOT / "generated", ROOT)))
    own = {"EZLINK_API_KEY": "sk-KEY", "EZLINK_BASE_URL": url, "PYTHONPATH": path, "NO_PROXY": "127.0.0.1,localhost"}
    return {**os.environ, **own, "no_proxy": own["NO_PROXY"]}


def results(outputs: list[Path]) -> dict[str, Any]:
    lines = [json.loads(line) for output in outputs for line in output.read_text("utf-8").splitlines()]
    assert len({line["custom_id"] for line in lines}) == len(lines)
    return {line["custom_id"]: line["response"]["body"] for line in lines}


def test_the_results_are_those_of_one_machine(fixtures: Path, tmp_path: Path) -> None:
    program = [str(PYTHON), str(ROOT / "examples" / "dask_batch.py")]
    with MockServer(fixtures) as gateway:
        for _ in range(2):  # the second run finds everything done
            done = subprocess.run(program, cwd=tmp_path, env=settings(gateway.url), capture_output=True, text=True)
            assert done.stdout == "8 succeeded, 0 unknown\n", done.stderr
        assert len(gateway.requests) == len(TEXTS)
        calls = {
            f"text-{number}": operations.create_embedding(model="text-embedding-3-small", input=text)
            for number, text in enumerate(TEXTS)
        }
        batch.run(calls, tmp_path / "alone.jsonl", client=AsyncEZLink("sk-KEY", base_url=gateway.url))
    assert results(sorted((tmp_path / "parts").glob("*.jsonl"))) == results([tmp_path / "alone.jsonl"])


class Paid(ThreadingHTTPServer):
    """Answers some embeddings, then waits until it is released; counts the inputs that it was sent."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.seen: Counter[str] = Counter()
        self.lock = threading.Lock()
        self.waiting = threading.Semaphore(0)
        self.released = threading.Event()

    def handle_error(self, *_: Any) -> None:
        """A worker that was killed reads no answer."""


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Paid

    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))["input"]
        with self.server.lock:
            self.server.seen[asked] += 1
            answered = self.server.seen.total() <= SERVED
        if not answered:
            self.server.waiting.release()
            self.server.released.wait()
        content = json.dumps(ANSWER).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: Any) -> None:
        """Print nothing."""


def test_a_worker_that_is_killed_pays_for_nothing_twice(tmp_path: Path) -> None:
    with Paid() as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        command = [str(PYTHON), "-m", "tests.cluster.program", str(tmp_path / "parts"), str(CALLS)]
        url = f"http://127.0.0.1:{server.server_address[1]}"
        with subprocess.Popen(command, cwd=ROOT, env=settings(url), stdout=subprocess.PIPE, text=True) as program:
            assert program.stdout
            workers = json.loads(program.stdout.readline())
            assert server.waiting.acquire(timeout=120)
            for worker in workers:  # whichever holds the call that waits
                os.kill(worker, signal.SIGKILL)
            server.released.set()
            parts = json.loads(program.stdout.readline())
        server.shutdown()
    done = results(sorted((tmp_path / "parts").glob("*.jsonl")))
    assert set(server.seen.values()) == {1}
    assert done.keys() <= server.seen.keys()
    assert sum(part["unknown"] for part in parts) == CALLS - len(done) > 0
    assert all(part["left"] == part["failed"] == 0 for part in parts)
