"""The mock server on the command line."""

from __future__ import annotations

from pathlib import Path

from .http.server import MockServer
from .replay.endpoints import SPEC, Endpoints
from .replay.fixtures import Request
from .replay.selector import Choice
from .simulate.auth import API_KEY

_START = """\
The mock server listens on {url}: {count} recorded exchanges of {operations} operations, {pace}.
Ids and dates are the recorded ones. Ctrl-C stops it.

  {env}_BASE_URL={url} {env}_API_KEY={key} python your_program.py
  curl {url}{path} -H 'Authorization: Bearer {key}'

Any other key is refused. The OpenAI SDK takes the base URL {url}/v1 and the same key.
"""
_PACES = {0.0: "without delays", 1.0: "at the recorded pace"}


def serve(
    host: str, port: int, fixtures: Path, speed: float = 1.0, polls: int | None = None, spec: Path = SPEC
) -> None:
    """Respond to requests until Ctrl-C, and print a line for each.

    `speed` is the factor on the recorded delays, `polls` the number of fetches that a task takes. OSError when the port
    is in use or the host is not this machine's.
    """
    try:
        with MockServer(fixtures, speed, host=host, port=port, log=_print_line, polls=polls, spec=spec) as server:
            print(start_text(server, speed), flush=True)
            server.join()
    except KeyboardInterrupt:
        print()  # the terminal shows ^C; the prompt belongs on a line of its own


def start_text(server: MockServer, speed: float) -> str:
    """Return instructions for a server that has just started, ready to copy."""
    return _START.format(
        url=server.url,
        key=API_KEY,
        env=server.endpoints.client.get("env", "API"),
        path=_example(server.endpoints),
        pace=_PACES.get(speed, f"{speed:g} × the recorded delays"),
        count=len(server.fixtures),
        operations=len({fixture.operation for fixture in server.fixtures}),
    )


def _example(endpoints: Endpoints) -> str:
    """The shortest path of a request that needs nothing but a key."""
    plain = (one.found for one in endpoints.all if one.method == "GET" and one.secured)
    found = (one.path for one in plain if not any(each.node.get("required") for each in one.parameters))
    return min(found, key=lambda path: path.count("/"), default="/")


def _print_line(request: Request, choice: Choice) -> None:
    print(f"{request.method} {request.target} {choice.response.status} ({choice.name})", flush=True)
