"""Uploads one file over one transport, in a process of its own, and prints by how many KiB its memory grew at most."""

from __future__ import annotations

import sys
from pathlib import Path

from generator.runtime.encoding.multipart import FormField
from generator.runtime.encoding.multipart_body import MultipartBody
from tests.runtime.endpoints import Endpoint
from tests.runtime.transport.transports import TRANSPORTS, Received, TransportCase, exchange

SEND = Endpoint(id="send", method="POST", path="/v1/files", multipart=(FormField("file", file=True), FormField("note")))


def upload(case: TransportCase, url: str, path: str) -> Received:
    content = MultipartBody(SEND({"file": path, "note": "a large one"}).content)  # type: ignore[arg-type]
    return case.run(lambda transport: exchange(transport, url, content=content, total=60.0))


def peak() -> int:
    """The most memory that this process ever held, in KiB. Not getrusage: that counts what a parent held too."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM"))


def main(name: str, url: str, small: str, large: str) -> None:
    case = next(case for case in TRANSPORTS if case.name == name)
    assert upload(case, url, small).status == 200
    before = peak()
    assert upload(case, url, large).status == 200
    print(peak() - before)


if __name__ == "__main__":
    main(*sys.argv[1:])
