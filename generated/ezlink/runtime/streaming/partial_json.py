"""Parse JSON that is still being written."""

from __future__ import annotations

import re
from typing import Any

import msgspec

# A string, closed or not, or a character that has a meaning outside of strings.
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*("?)|[{}\[\],]', re.DOTALL)


def parse_partial(text: str) -> Any:
    """Return the value that a beginning of JSON is so far, with what is complete in it; None where nothing is."""
    open_parts: list[tuple[str, int]] = []  # what closes each, and the end of what is complete in it
    whole = True
    for token in _TOKEN.finditer(text):
        first = token[0][0]
        if first in "{[":
            open_parts.append(("}" if first == "{" else "]", token.end()))
        elif first == "," and open_parts:
            open_parts[-1] = open_parts[-1][0], token.start()
        elif first in "}]" and open_parts:
            open_parts.pop()
        elif first == '"' and not token[1]:
            whole = False
    closing = "".join(close for close, _ in reversed(open_parts))
    ends = ([len(text)] if whole else []) + [end for _, end in open_parts[-1:]]
    for end in ends:
        try:
            return msgspec.json.decode(text[:end] + closing)
        except (msgspec.DecodeError, UnicodeEncodeError, RecursionError):
            continue
    return None
