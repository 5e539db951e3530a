"""An embedded gateway: recorded exchanges, answered over a real socket as they were recorded.

`MockServer` serves tests, `serve` serves people. Both read fixtures (tests/fixtures/README.md says what those are).
"""

from .cli import serve
from .http.server import MockServer
from .replay.fixtures import BrokenFixture, Fixture, load, load_all

__all__ = ["BrokenFixture", "Fixture", "MockServer", "load", "load_all", "serve"]
