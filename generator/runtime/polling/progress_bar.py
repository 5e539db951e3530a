"""A bar for a task that is waited for: `task.wait(on_progress=progress_bar)`.

In a terminal it is drawn with rich, in a notebook as HTML; where the output is neither, each change is a line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from ..errors import ConfigurationError

if TYPE_CHECKING:
    from rich.console import Console

    from ..operation.polling_spec import Progress as Update

__all__ = ["ProgressBar", "progress_bar"]


class _Drawing(Protocol):
    def show(self, update: Update) -> None: ...

    def close(self) -> None: ...


class ProgressBar:
    """Shows each task that it is told of, until it or the wait for it ends. Raises ConfigurationError without rich.

    Several tasks may be shown at once. It writes to stderr, so that what a program prints stays clean.
    """

    def __init__(self, console: Console | None = None) -> None:
        """Draw to `console`, or else to stderr."""
        self._console = console
        self._terminal: _Terminal | None = None
        self._drawings: dict[str, _Drawing] = {}

    def begin(self, update: Update) -> None:
        """Show a task before the first look at it, which comes only after a while. A line would say nothing yet."""
        if update.id not in self._drawings and not isinstance(drawing := self._open(update), _Lines):
            self._drawings[update.id] = drawing
            drawing.show(update)

    def __call__(self, update: Update) -> None:
        """Show how far a task is."""
        drawing = self._drawings.get(update.id)
        if drawing is None:
            drawing = self._drawings[update.id] = self._open(update)
        drawing.show(update)
        if update.done:
            self.close(update.id)

    def close(self, id: str) -> None:
        """Leave a task's bar as it is: nobody waits for it any more."""
        if (drawing := self._drawings.pop(id, None)) is not None:
            drawing.close()

    def _open(self, update: Update) -> _Drawing:
        try:
            from rich.console import Console
        except ImportError:
            raise ConfigurationError("a progress bar needs rich: pip install rich") from None

        if self._console is None and _in_notebook():
            return _Notebook()
        console = self._console or Console(stderr=True)
        if not console.is_terminal:
            return _Lines(console)
        if self._terminal is None or self._terminal.ended:
            self._terminal = _Terminal(console)
        return self._terminal.add(update)


class _Terminal:
    """The bars of one terminal: rich draws them together, or they would overwrite each other."""

    def __init__(self, console: Console) -> None:
        from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

        columns = (
            TextColumn("{task.description}", markup=False),
            BarColumn(),
            TextColumn("{task.fields[percent]:>4}", markup=False),
            TimeElapsedColumn(),
            TextColumn("{task.fields[status]}", markup=False),
        )
        self.bars = Progress(*columns, console=console)
        self.open = 0
        self.ended = False

    def add(self, update: Update) -> _Bar:
        self.open += 1
        if self.open == 1:
            self.bars.start()
        return _Bar(self, self.bars.add_task(_name(update), total=None, percent="", status=""))

    def left(self) -> None:
        self.open -= 1
        if self.open == 0:
            self.ended = True
            self.bars.stop()


class _Bar:
    def __init__(self, terminal: _Terminal, number: Any) -> None:
        self._terminal = terminal
        self._number = number

    def show(self, update: Update) -> None:
        total = None if update.progress is None else 100.0  # without a total the bar swings to and fro
        self._terminal.bars.update(
            self._number,
            total=total,
            completed=update.progress or 0.0,
            percent=_percent(update),
            status=_status(update),
        )

    def close(self) -> None:
        self._terminal.bars.stop_task(self._number)
        self._terminal.left()


class _Lines:
    def __init__(self, console: Console) -> None:
        self._console = console
        self._said = ""

    def show(self, update: Update) -> None:
        line = " ".join(filter(None, (_name(update), _percent(update), _status(update))))
        if line != self._said:
            self._said = line
            self._console.print(line, markup=False, highlight=False, soft_wrap=True)

    def close(self) -> None:
        pass


class _Notebook:
    def __init__(self) -> None:
        self._handle: Any = None

    def show(self, update: Update) -> None:
        from importlib import import_module

        # Not imported by name: it is there in a notebook only, and what checks types is elsewhere.
        display = import_module("IPython.display")
        shown = display.HTML(as_html(update))
        if self._handle is None:
            self._handle = display.display(shown, display_id=True)
        else:
            self._handle.update(shown)

    def close(self) -> None:
        pass


def as_html(update: Update) -> str:
    """A look at a task as HTML."""
    from html import escape

    value = "" if update.progress is None and not update.done else f' value="{update.progress or 0:g}"'
    words = filter(None, (_percent(update), _status(update)))
    return f'{escape(_name(update))} <progress max="100"{value}></progress> {escape(" ".join(words))}'


def _in_notebook() -> bool:
    import sys

    shell: Any = getattr(sys.modules.get("IPython"), "get_ipython", lambda: None)()
    return shell is not None and getattr(shell, "kernel", None) is not None


def _name(update: Update) -> str:
    return f"task {update.id}"


def _percent(update: Update) -> str:
    return "" if update.progress is None else f"{update.progress:.0f}%"


def _status(update: Update) -> str:
    return update.status or update.state


progress_bar = ProgressBar()
"""What `on_progress` takes to show a bar."""
