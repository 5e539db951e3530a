"""The gateway for people: started by a command, stopped by Ctrl-C, used from any language."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from .http.server import MockServer
from .replay.fixtures import Fixture, Request
from .replay.selector import Choice

_START = """\
The embedded gateway listens on {url} and answers with recorded exchanges, {pace}.
It knows the key sk-KEY; any other is refused as the real one refuses it. Ctrl-C stops it.

  curl {url}/v1/chat/completions -H 'Authorization: Bearer sk-KEY' -H 'Content-Type: application/json' \\
    -d '{{"model": "gpt-4o", "messages": [{{"role": "user", "content": "Hello!"}}]}}'

Python    from ezlink import EZLink
          client = EZLink("sk-KEY", base_url="{url}")
          for text in client.chat.completions.create(
              model="gpt-4o", messages=[{{"role": "user", "content": "Hello!"}}], stream=True
          ).text():
              print(text, end="", flush=True)

Node      import OpenAI from "openai";
          const client = new OpenAI({{ apiKey: "sk-KEY", baseURL: "{url}/v1" }});

{count} recordings of {operations} operations, byte for byte: ids and dates are the recorded ones.
"""

_PACES = {0.0: "as fast as it can", 1.0: "at the recorded pace"}


def serve(
    host: str, port: int, fixtures: Path | Iterable[Fixture], speed: float = 1.0, polls: int | None = None
) -> None:
    """Response requests until Ctrl-C, and print a line for each.

    `speed` is the factor on the recorded timing, `polls` the number of looks that a task takes. OSError when the port
    is in use or the host is not ours.
    """
    try:
        with MockServer(fixtures, speed, host=host, port=port, log=_print_line, polls=polls) as gateway:
            print(start_text(gateway, speed), flush=True)
            gateway.join()
    except KeyboardInterrupt:
        print()  # the terminal shows ^C; the prompt belongs on a line of its own


def start_text(gateway: MockServer, speed: float) -> str:
    """What somebody needs who has just started it."""
    operations = len({fixture.operation for fixture in gateway.fixtures})
    return _START.format(
        url=gateway.url,
        pace=_PACES.get(speed, f"in {speed:g} × the recorded time"),
        count=len(gateway.fixtures),
        operations=operations,
    )


def _print_line(request: Request, choice: Choice) -> None:
    print(f"{request.method} {request.target} {choice.response.status} ({choice.name})", flush=True)
