"""Where something stands in a text, and what is wrong with it: for every language that a file may be written in."""

from __future__ import annotations

import re

from yaml.error import Mark

# What libyaml counts as the end of a line; an excerpt must be cut by the same rule, or it shows the wrong line.
LINE_END = re.compile("\r\n|[\r\n\x85\u2028\u2029]")


class Unparsable(Exception):
    """The text is not what its suffix says."""

    def __init__(self, mark: Mark | None, what: str, cure: str) -> None:
        super().__init__(what)
        self.mark, self.what, self.cure = mark, what, cure


def mark_at(before: str, label: str) -> Mark:
    """The mark behind a piece of text."""
    lines = LINE_END.split(before)
    return Mark(label, len(before), len(lines) - 1, len(lines[-1]), None, 0)
