"""A mock server: responses over a real socket, from recorded exchanges and the spec.

`MockServer` is for tests, `serve` for the command line. Both read fixtures (tests/fixtures/README.md).
"""

from .cli import serve
from .http.server import MockServer
from .replay.fixtures import BrokenFixture, Fixture, load, load_all

__all__ = ["BrokenFixture", "Fixture", "MockServer", "load", "load_all", "serve"]
