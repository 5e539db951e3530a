"""Output of the command line: progress and colour on a terminal, plain lines in a pipe, JSON for machines."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from types import TracebackType
from typing import TYPE_CHECKING, Any

from ..diagnostics import Diagnostic, DiagnosticsError

if TYPE_CHECKING:
    from rich.status import Status
    from rich.text import Text

    from ..evidence.coverage import Row

# The generator is used from a checkout, or installed by itself.
PROGRAM = "python -m generator" if __name__.startswith("generator.") else "ezlink-generator"
LONG = 1.0  # seconds; a stage that takes longer leaves a line on a terminal


class Failure(Exception):
    """The command cannot continue: the reason, how to fix it, and the exit code (1 a problem, 2 wrong usage)."""

    def __init__(self, what: str, hint: str, code: int = 1) -> None:
        super().__init__(what)
        self.what, self.hint, self.code = what, hint, code


class Console:
    """One run of a command. As a context it turns `DiagnosticsError` and `Failure` into text and exit code."""

    def __init__(self, verb: str, machine: bool = False) -> None:
        self.verb = verb
        self.machine = machine
        self.summary: dict[str, Any] = {}
        self.details: dict[str, Any] = {}  # for machines only: people read them in the headline
        self.seconds: dict[str, float] = {}
        self.diagnostics: list[dict[str, Any]] = []
        self.started = time.perf_counter()
        self._status: Status | None = None

    def __enter__(self) -> Console:
        if sys.stderr.isatty() and not self.machine:
            from rich.console import Console as Rich

            self._status = Rich(stderr=True).status(self.verb)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._status:
            self._status.stop()
        if isinstance(error, DiagnosticsError):
            self._problems(error)
            raise SystemExit(1) from None
        if isinstance(error, Failure):
            self._failure(error)
            raise SystemExit(error.code) from None

    @contextmanager
    def stage(self, name: str) -> Generator[None]:
        """Show a stage while it runs, and keep its time."""
        if self._status:
            self._status.update(f"{self.verb}: {name} …")
            self._status.start()
        begin = time.perf_counter()
        yield
        self.seconds[name] = round(time.perf_counter() - begin, 3)
        if self._status and self.seconds[name] > LONG:
            self._status.console.print(f"{self.verb}: {name} took {self.seconds[name]:.1f} s", style="dim")

    def list_diagnostics(self, found: Sequence[Diagnostic]) -> None:
        """List what did not stop the run: the first of each code in a line; JSON has them all, and in full."""
        self.diagnostics = [one.as_dict() for one in found]
        if self.machine or not found:
            return
        from .listing import coloured, listed

        if self._status:
            self._status.stop()
        for line in listed(found):
            self._tell(line, coloured)
        self._tell_of_explain()

    def _tell(self, line: str, style: Callable[[str], Text]) -> None:
        """Print a line on standard error, in colour if it is a terminal."""
        if not sys.stderr.isatty():
            print(line, file=sys.stderr)
            return
        from rich.console import Console as Rich

        Rich(stderr=True).print(style(line), soft_wrap=True)

    def _tell_of_explain(self) -> None:

        line = f"`{PROGRAM} explain CODE` says more about a code in brackets."
        self._tell(line, lambda line: _styled(line, "dim"))

    def say(self, text: str) -> None:
        """A line for people."""
        if not self.machine:
            if self._status:
                self._status.stop()
            print(text)

    def confirm(self, question: str) -> bool:
        """Ask for confirmation. In a pipe or with --json the answer is no."""
        return self._can_ask() and _typer().confirm(question)

    def ask(self, question: str, default: str) -> str | None:
        """Ask for a text. In a pipe or with --json the answer is None."""
        return str(_typer().prompt(question, default=default)) if self._can_ask() else None

    def _can_ask(self) -> bool:
        if self.machine or not sys.stdin.isatty():
            return False
        if self._status:
            self._status.stop()
        return True

    def table(self, rows: list[Row]) -> None:
        """The coverage table: drawn for a terminal, plain in a pipe."""
        from .coverage_table import drawn, plain

        if not sys.stdout.isatty():
            print(plain(rows), end="\n\n")
            return
        from rich.console import Console as Rich

        Rich().print(drawn(rows), "")

    def done(self, headline: str) -> None:
        """The summary of a run in which nothing was wrong."""
        seconds = round(time.perf_counter() - self.started, 2)
        if self.machine:
            spent = {"seconds": seconds, "stages": self.seconds}
            self._json({"ok": True, **self.summary, **self.details, **spent, "diagnostics": self.diagnostics})
            return
        if self._status:
            self._status.stop()
            self._table(headline, seconds)
            return
        for name, value in self.summary.items():
            print(f"{name:14} {_words(value)}")
        print(f"{headline} {seconds} s")

    def _table(self, headline: str, seconds: float) -> None:
        from rich.console import Console as Rich
        from rich.table import Table

        rich, table = Rich(), Table.grid(padding=(0, 2))
        for name, value in self.summary.items():
            table.add_row(name, f"[bold]{_words(value)}[/bold]")
        stages = ", ".join(f"{name} {spent:.2f}" for name, spent in self.seconds.items())
        table.add_row("time", f"[bold]{seconds} s[/bold]  [dim]{stages}[/dim]")
        rich.print(table)
        rich.print(f"[green]✓[/green] {headline}", highlight=False)

    def _problems(self, error: DiagnosticsError) -> None:
        count = len(error.diagnostics)
        if self.machine:
            self._json({"ok": False, **self.summary, **error.as_dict()})
            return
        closing = f"{count} problem{'s' if count > 1 else ''} found" + (
            "; nothing was written" if self.verb == "generate" else ""
        )
        if sys.stderr.isatty():
            from rich.console import Console as Rich

            Rich(stderr=True, soft_wrap=True).print(error.rich())
        else:
            print(error, end="\n\n", file=sys.stderr)
        self._tell_of_explain()
        self._tell(closing, lambda line: _styled(line, "bold red"))

    def _failure(self, error: Failure) -> None:
        if self.machine:
            self._json({"ok": False, **self.summary, "diagnostics": [{"message": error.what, "hint": error.hint}]})
            return
        print(f"{error.what}\n   hint: {error.hint}", file=sys.stderr)

    def _json(self, value: dict[str, Any]) -> None:
        print(json.dumps(value, indent=2))  # ASCII, so that no machine's encoding can spoil it


def _styled(line: str, style: str) -> Text:
    from rich.text import Text

    return Text(line, style)


def _typer() -> Any:
    import typer

    return typer


def _words(value: Any) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{count} {name}" for name, count in value.items())  # pyright: ignore[reportUnknownVariableType]
    return str(value)
