"""What is wrong with the input: where, what, and how to mend it. All of it at once, never only the first.

spec/families/chat.yaml:41:9: unknown key 'requird'
   41 |         requird: true
      |         ^
   cure: did you mean 'required'?
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

if TYPE_CHECKING:
    from rich.text import Text

LONGEST_EXCERPT = 160


class Place(NamedTuple):
    """Where a node is written: the file relative to the project, line and column counted from 1 (0: the whole file)."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


class Located(Protocol):
    """A document that knows where its nodes are written."""

    def place(self, pointer: str) -> Place: ...

    def excerpt(self, place: Place) -> str: ...


class Diagnostic(NamedTuple):
    """One thing that is wrong. `excerpt` is the source line at the place, empty if there is none."""

    place: Place
    what: str
    cure: str = ""
    excerpt: str = ""

    @classmethod
    def at(cls, document: Located, pointer: str, what: str, cure: str = "") -> Diagnostic:
        """A problem with the node at a JSON pointer of the document."""
        place = document.place(pointer)
        return cls(place, what, cure, document.excerpt(place))

    def lines(self) -> list[str]:
        """The problem as people read it, a line an item."""
        lines = [f"{self.place}: {_printable(self.what)}"]
        if self.excerpt.strip():
            source, caret = _pointed(self.excerpt, self.place.column)
            lines += [f"{self.place.line:5} | {source}", f"      | {caret}"]
        if self.cure:
            lines.append(f"   cure: {_printable(self.cure)}")
        return lines

    def __str__(self) -> str:
        return "\n".join(self.lines())

    def as_dict(self) -> dict[str, Any]:
        """The problem as machines read it."""
        return {**self.place._asdict(), "what": self.what, "cure": self.cure, "excerpt": self.excerpt}


class DiagnosticsError(Exception):
    """Everything that is wrong, in the order of the files."""

    def __init__(self, problems: Iterable[Diagnostic]) -> None:
        self.problems = sorted(set(problems))
        super().__init__("\n".join(map(str, self.problems)))

    def __reduce__(self) -> tuple[type[DiagnosticsError], tuple[list[Diagnostic]]]:
        return type(self), (self.problems,)

    def as_dict(self) -> dict[str, Any]:
        """All of them as machines read them."""
        return {"problems": [problem.as_dict() for problem in self.problems]}

    def rich(self) -> Text:
        """All of them in colour, for a terminal."""
        from rich.text import Text

        text = Text()
        for problem in self.problems:
            head, *rest = problem.lines()
            text.append(f"{problem.place}:", style="bold").append(
                head[len(str(problem.place)) + 1 :] + "\n", style="red"
            )
            for line in rest:
                text.append(line + "\n", style="green" if line.startswith("   cure:") else "dim")
        return text


class Collector:
    """Gathers the problems of one document."""

    def __init__(self, document: Located) -> None:
        self.document = document
        self.problems: list[Diagnostic] = []

    def add(self, pointer: str, what: str, cure: str = "") -> None:
        """Note a problem with the node at a JSON pointer."""
        self.problems.append(Diagnostic.at(self.document, pointer, what, cure))

    def raise_any(self) -> None:
        """Raise `DiagnosticsError` if there is one."""
        if self.problems:
            raise DiagnosticsError(self.problems)


def did_you_mean(word: str, known: Iterable[str], otherwise: str = "") -> str:
    """A cure that names the known word nearest to a wrong one, or `otherwise`."""
    from difflib import get_close_matches

    by_lower = {name.lower(): name for name in sorted(known)}
    near = get_close_matches(word.lower(), by_lower, n=1, cutoff=0.6)
    return f"did you mean {by_lower[near[0]]!r}?" if near else otherwise


def _pointed(line: str, column: int) -> tuple[str, str]:
    """A source line and the line with its caret; a long one is cut around the caret."""
    start = max(0, column - LONGEST_EXCERPT // 2) if len(line) > LONGEST_EXCERPT else 0
    shown = "".join(char if char.isprintable() or char == "\t" else "\N{REPLACEMENT CHARACTER}" for char in line)
    before = shown[start : max(column - 1, 0)]
    return shown[start : start + LONGEST_EXCERPT].rstrip(), "".join(map(_blank, before)) + "^"


def _printable(text: str) -> str:
    """The text in one line that cannot steer a terminal, whatever a spec holds."""
    return "".join(char if char.isprintable() else repr(char)[1:-1] for char in text)


def _blank(char: str) -> str:
    """The white space that is as wide as a character."""
    return char if char == "\t" else " " * width(char)


def width(text: str) -> int:
    """How many columns of a terminal a text takes: a Chinese character takes two."""
    from unicodedata import east_asian_width

    return sum(2 if east_asian_width(char) in "WF" else 1 for char in text)
