"""The recorder: sends the requests of fixtures to a running service and keeps the responses byte for byte.

Nothing is sent that costs money, and nothing is written, before somebody agreed.
"""

from .cases import safe_operations
from .session import RecordOptions, record

__all__ = ["RecordOptions", "record", "safe_operations"]
