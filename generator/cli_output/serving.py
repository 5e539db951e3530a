"""The verb `serve`: the mock server until Ctrl-C, and why it cannot listen."""

from __future__ import annotations

import errno
import socket
from pathlib import Path

from ..mock_server import BrokenFixture
from ..mock_server import serve as listen
from .console import PROGRAM, Console, Failure


def serve(host: str, port: int, fixtures: Path, speed: float, spec: Path, console: Console) -> None:
    """Run the mock server. Raises `Failure` if there are no fixtures, or the address cannot be had."""
    if not fixtures.is_dir():
        raise Failure(f"{fixtures} is not a directory of fixtures", "choose one with --fixtures", code=2)
    try:
        listen(host, port, fixtures, speed, spec=spec)
    except BrokenFixture as error:
        what, _, hint = str(error).rpartition("; ")
        raise Failure(what, hint) from error
    except KeyboardInterrupt:
        console.say("\nstopped")
    except BrokenPipeError:  # the reader of our output is gone
        raise SystemExit(1) from None
    except OSError as error:
        raise _cannot_listen(host, port, error) from error


def _cannot_listen(host: str, port: int, error: OSError) -> Failure:
    if error.errno == errno.EADDRINUSE:
        return Failure(f"Port {port} is in use: {PROGRAM} serve --port 0", "port 0 takes a free one")
    if isinstance(error, socket.gaierror) or error.errno == errno.EADDRNOTAVAIL:
        hint = "set --host to an address of this machine: 127.0.0.1, or 0.0.0.0 for all of them"
    elif isinstance(error, PermissionError):
        hint = "choose another --port: ports below 1024 belong to the system (0 takes a free one)"
    else:
        hint = "choose another --host or --port (0 takes a free one)"
    return Failure(f"cannot listen on {host}:{port}: {error.strerror or error}", hint)
