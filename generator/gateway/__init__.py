"""An embedded gateway: recorded exchanges, answered over a real socket as they were recorded.

`Gateway` serves tests, `serve` serves people. Both read fixtures (tests/fixtures/README.md says what those are).
"""

from .fixtures import BrokenFixture, Fixture, load, load_all
from .server import Gateway
from .serving import serve

__all__ = ["BrokenFixture", "Fixture", "Gateway", "load", "load_all", "serve"]
