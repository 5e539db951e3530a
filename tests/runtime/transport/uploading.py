"""Uploads one file over one transport, in a process of its own, and prints by how many KiB its memory grew at most."""

from __future__ import annotations

import sys
from pathlib import Path

from generator.runtime.encoding.multipart import FormField
from generator.runtime.encoding.multipart_body import MultipartBody
from tests.runtime.endpoints import Endpoint
from tests.runtime.transport.transports import WAYS, Got, Way, ask

SEND = Endpoint(id="send", method="POST", path="/v1/files", multipart=(FormField("file", file=True), FormField("note")))


def upload(way: Way, url: str, path: str) -> Got:
    content = MultipartBody(SEND({"file": path, "note": "a large one"}).content)  # type: ignore[arg-type]
    return way.run(lambda transport: ask(transport, url, content=content, total=60.0))


def peak() -> int:
    """The most memory that this process ever held, in KiB. Not getrusage: that counts what a parent held too."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM"))


def main(name: str, url: str, small: str, large: str) -> None:
    way = next(way for way in WAYS if way.name == name)
    assert upload(way, url, small).status == 200
    before = peak()
    assert upload(way, url, large).status == 200
    print(peak() - before)


if __name__ == "__main__":
    main(*sys.argv[1:])
