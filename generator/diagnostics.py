"""Diagnostics: a fault in the input with its place, a message and a hint. All are reported together.

An `error` stops the generator: the document has no clear meaning there. What is `unsupported` is left out of the
client, or has a wider type in it; a `warning` is about what is invalid but clear. A strict document is refused for any.

spec/families/chat.yaml:41:9: warning: unknown keyword 'requird' [keywords]
   41 |         requird: true
      |         ^
   hint: did you mean 'required'?
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, Protocol, TypeAlias

if TYPE_CHECKING:
    from rich.text import Text

Severity: TypeAlias = Literal["error", "unsupported", "warning"]

MAX_EXCERPT = 160
# Of so many names the nearest is not looked for: each comparison takes some microseconds.
MAX_COMPARED = 2000
HINT = "   hint: "


class Place(NamedTuple):
    """The position of a node: the file relative to the project, line and column counted from 1 (0: the whole file)."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


class Located(Protocol):
    """A document that knows where its nodes are written."""

    def place(self, pointer: str) -> Place: ...

    def excerpt(self, place: Place) -> str: ...


LONGEST_EXCERPT = 400


class Diagnostic(NamedTuple):
    """One fault. `excerpt` is the source line at the place, empty if there is none."""

    place: Place
    message: str
    hint: str = ""
    excerpt: str = ""
    severity: Severity = "error"
    instead: str = ""  # what the client has instead of what is unsupported
    code: str = ""  # the kind of fault; `explain` says more about it

    @classmethod
    def at(cls, document: Located, pointer: str, message: str, hint: str = "", *, code: str, **more: Any) -> Diagnostic:
        """A diagnostic for the node at a JSON pointer of the document; `more` are its other fields."""
        place = document.place(pointer)
        return cls(place, message, hint, document.excerpt(place), code=code, **more)

    @property
    def headline(self) -> str:
        """Place, severity, message and code in one line."""
        label = "" if self.severity == "error" else f"{self.severity}: "
        instead = f"; {self.instead}" if self.instead else ""
        code = f" [{self.code}]" if self.code else ""
        return f"{self.place}: {label}{_printable(self.message + instead)}{code}"

    def lines(self) -> list[str]:
        """The lines that people read."""
        lines = [self.headline]
        if self.excerpt.strip():
            source, caret = _with_caret(self.excerpt, self.place.column)
            lines += [f"{self.place.line:5} | {source}", f"      | {caret}"]
        if self.hint:
            lines.append(f"{HINT}{_printable(self.hint)}")
        return lines

    def __str__(self) -> str:
        return "\n".join(self.lines())

    def as_dict(self) -> dict[str, Any]:
        """The diagnostic for machines."""
        about = self._asdict()
        if len(self.excerpt) > LONGEST_EXCERPT:  # a document in one line would be written once for each diagnostic
            start = max(0, self.place.column - 1 - LONGEST_EXCERPT // 2)
            about["excerpt"] = self.excerpt[start : start + LONGEST_EXCERPT]
        return {**about.pop("place")._asdict(), **about}


class DiagnosticsError(Exception):
    """Every fault of the input, sorted by place."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = sorted(set(diagnostics))
        super().__init__("\n".join(map(str, self.diagnostics)))

    def __reduce__(self) -> tuple[type[DiagnosticsError], tuple[list[Diagnostic]]]:
        return type(self), (self.diagnostics,)

    def as_dict(self) -> dict[str, Any]:
        """All diagnostics for machines."""
        return {"diagnostics": [diagnostic.as_dict() for diagnostic in self.diagnostics]}

    def rich(self) -> Text:
        """All diagnostics in colour, for a terminal."""
        from rich.text import Text

        text = Text()
        for diagnostic in self.diagnostics:
            place = f"{diagnostic.place}:"
            head, *rest = diagnostic.lines()
            text.append(place, style="bold").append(head[len(place) :] + "\n", style="red")
            for line in rest:
                text.append(line + "\n", style="green" if line.startswith(HINT) else "dim")
        return text


class Collector:
    """Collects the diagnostics of one document."""

    def __init__(self, document: Located) -> None:
        self.document = document
        self.diagnostics: list[Diagnostic] = []

    def add(self, pointer: str, message: str, hint: str = "", *, code: str, **more: Any) -> None:
        """Add an error, or a diagnostic with other fields, for the node at a JSON pointer."""
        self.diagnostics.append(Diagnostic.at(self.document, pointer, message, hint, code=code, **more))

    def unsupported(self, pointer: str, message: str, instead: str, hint: str, code: str) -> None:
        """Add what the client cannot express, and what it has instead: generation goes on."""
        self.add(pointer, message, hint, severity="unsupported", instead=instead, code=code)

    def warn(self, pointer: str, message: str, hint: str, code: str) -> None:
        """Add what is invalid but clear: generation goes on."""
        self.add(pointer, message, hint, severity="warning", code=code)

    def raise_any(self, strict: bool = False) -> None:
        """Raise `DiagnosticsError` with the errors, if there are any; if strict, with diagnostics of any severity."""
        if found := [one for one in self.diagnostics if strict or one.severity == "error"]:
            raise DiagnosticsError(found)


def did_you_mean(word: str, known: Iterable[str], otherwise: str = "") -> str:
    """A hint that names the known word nearest to a wrong one, or `otherwise`."""
    from difflib import get_close_matches

    by_lower = {name.lower(): name for name in sorted(known)}
    if len(by_lower) > MAX_COMPARED:
        return otherwise
    near = get_close_matches(word.lower(), by_lower, n=1, cutoff=0.6)
    return f"did you mean {by_lower[near[0]]!r}?" if near else otherwise


def width(text: str) -> int:
    """The columns that a text takes in a terminal: a Chinese character takes two."""
    from unicodedata import east_asian_width

    return sum(2 if east_asian_width(char) in "WF" else 1 for char in text)


def _with_caret(line: str, column: int) -> tuple[str, str]:
    """A source line and the line with its caret; a long one is cut around the caret."""
    start = max(0, column - MAX_EXCERPT // 2) if len(line) > MAX_EXCERPT else 0
    shown = "".join(char if char.isprintable() or char == "\t" else "\N{REPLACEMENT CHARACTER}" for char in line)
    blank = "".join(char if char == "\t" else " " * width(char) for char in shown[start : max(column - 1, 0)])
    return shown[start : start + MAX_EXCERPT].rstrip(), f"{blank}^"


def _printable(text: str) -> str:
    """The text in one line that cannot steer a terminal, whatever a spec contains."""
    return "".join(char if char.isprintable() else repr(char)[1:-1] for char in text)
