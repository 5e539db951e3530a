"""Fixtures made anew: their requests sent to a running service, its answers kept as they came over the wire.

`record` is the whole of it. Nothing is sent that costs money, and nothing is written, before somebody said so.
"""

from .cases import reading
from .session import Wishes, record

__all__ = ["Wishes", "reading", "record"]
