"""Play the recorded successes through Prism, which compares requests and responses with the published document."""

from __future__ import annotations

import http.client
import json
import re
import shutil
import socket
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep
from typing import Any, NamedTuple

import yaml

from generator.mock_server import Fixture, MockServer
from generator.mock_server.replay.fixtures import ERAS

from ..run import BUILD, DOCUMENTS, ROOT

_HERE = Path(__file__).parent
_HOP = {"host", "content-length"}
_LONGEST_START = 60.0


class Violation(NamedTuple):
    """One thing that Prism says of an exchange."""

    fixture: str
    place: str
    message: str


def proxy(fixtures: Sequence[Fixture]) -> tuple[str, bool]:
    """Return a summary of Prism's results, and whether every violation that it reports has a reason."""
    if missing := [tool for tool in ("node", "npm") if shutil.which(tool) is None]:
        return f"skipped, not installed here: {', '.join(missing)}", True
    here = shutil.copytree(_HERE, BUILD / "prism", dirs_exist_ok=True)
    if not (here / "node_modules").is_dir():
        subprocess.run(["nice", "npm", "ci", "--ignore-scripts", "--silent"], cwd=here, check=True)
    found = list(violations(fixtures, here))
    reasons = yaml.safe_load((_HERE / "reasons.yaml").read_text(encoding="utf-8"))
    open_ = [one for one in found if not any(_fits(reason, one) for reason in reasons)]
    of = len({one.fixture for one in found})
    lines = [f"{len(fixtures)} recorded successes, {of} with violations, {len(open_)} violations without a reason"]
    return "\n  ".join([*lines, *(f"{one.fixture}: {one.place}: {one.message}" for one in open_)]), not open_


def _fits(reason: dict[str, str], one: Violation) -> bool:
    operation = one.fixture.partition("/")[0]
    return (
        re.search(reason.get("operation", ""), operation) is not None
        and re.match(reason["place"], one.place) is not None
        and re.search(reason.get("message", ""), one.message) is not None
    )


def successes() -> list[Fixture]:
    """The recorded calls of the version that the document describes whose response is a result."""
    from tests.contract.document import calls_operation
    from tests.contract.expected import succeeds
    from tests.contract.recorded import FIXTURES

    return [one for one in FIXTURES if one.era == ERAS[0] and succeeds(one) and calls_operation(one)]


def violations(fixtures: Sequence[Fixture], here: Path) -> Iterator[Violation]:
    """Send each recorded request through Prism to the mock server, which plays the recorded response."""
    with MockServer(fixtures) as server, _prism(here, server.url) as port:
        for fixture in fixtures:
            server.forget()
            server.play(fixture)
            for said in _sent(fixture, port):
                yield Violation(fixture.name, " ".join(map(str, said["location"])), str(said["message"]))


def _sent(fixture: Fixture, port: int) -> list[dict[str, Any]]:
    request = fixture.request
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    headers = {name: value for name, value in request.headers if name.lower() not in _HOP}
    connection.request(request.method, request.target, body=request.body or None, headers=headers)
    response = connection.getresponse()
    response.read()
    connection.close()
    said: list[dict[str, Any]] = json.loads(response.getheader("sl-violations") or "[]")
    return said


@contextmanager
def _prism(here: Path, upstream: str) -> Iterator[int]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    command = [str(here / "node_modules" / ".bin" / "prism"), "proxy", str(DOCUMENTS / "openapi.yaml"), upstream]
    with (here / "log").open("w") as log:
        process = subprocess.Popen([*command, "--port", str(port), "--errors=false"], stdout=log, stderr=log, cwd=ROOT)
    try:
        _wait_for(port, process)
        yield port
    finally:
        process.terminate()
        process.wait()


def _wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    end = monotonic() + _LONGEST_START
    while True:
        try:
            return socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            if monotonic() > end or process.poll() is not None:
                raise RuntimeError("prism did not start: build/interop/prism/log says why") from None
            sleep(0.2)
