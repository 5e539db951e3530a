"""A progress bar for a task: `task.wait(on_progress=progress_bar)`.

In a terminal rich draws it, in a notebook it is HTML; elsewhere each change is a line.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Protocol

from ..errors import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..operation.polling_spec import Progress

    Show = Callable[[Progress], None]

# rich is not imported by a statement: type checkers of programs without it do not find it.


class Console(Protocol):
    """A console of rich."""

    @property
    def is_terminal(self) -> bool: ...
    def print(self, *objects: Any, **options: Any) -> None: ...


__all__ = ["ProgressBar", "progress_bar"]


class ProgressBar:
    """Shows the progress of one or several tasks. Raises ConfigurationError without rich.

    It writes to stderr unless it is given another console, to keep the output of a program clean.
    """

    def __init__(self, console: Console | None = None) -> None:
        self._console = console
        self._shows: dict[str, Show] = {}
        self._bars: Any = None  # of all tasks in a terminal: drawn apart they would overwrite each other
        self._numbers: dict[str, Any] = {}

    def begin(self, update: Progress) -> None:
        """Show a task before it was polled. Where each change is a line, there is nothing to say yet."""
        if _in_notebook(self._console) or _console(self._console).is_terminal:
            self(update)

    def __call__(self, update: Progress) -> None:
        """Show the progress of a task."""
        show = self._shows.get(update.id)
        if show is None:
            show = self._shows[update.id] = self._open(update)
        show(update)
        if update.done:
            self.close(update.id)

    def close(self, id: str) -> None:
        """Leave the bar of a task as it is when its wait is over."""
        self._shows.pop(id, None)
        number = self._numbers.pop(id, None)
        if number is not None and self._bars is not None:
            self._bars.stop_task(number)
            if not self._numbers:
                self._bars.stop()
                self._bars = None

    def _open(self, update: Progress) -> Show:
        if _in_notebook(self._console):
            return _show_html()
        console = _console(self._console)
        return self._show_bar(console, update) if console.is_terminal else _show_lines(console)

    def _show_bar(self, console: Console, update: Progress) -> Show:
        if self._bars is None:
            rich: Any = import_module("rich.progress")
            texts = [
                rich.TextColumn(text, markup=False) for text in ("{task.description}", "{task.fields[percent]:>4}")
            ]
            status = rich.TextColumn("{task.fields[status]}", markup=False)
            columns = [texts[0], rich.BarColumn(), texts[1], rich.TimeElapsedColumn(), status]
            self._bars = rich.Progress(*columns, console=console)
            self._bars.start()
        bars = self._bars
        number = self._numbers[update.id] = bars.add_task(f"task {update.id}", total=None, percent="", status="")

        def show(update: Progress) -> None:
            total = None if update.progress is None else 100.0  # without a total the bar pulses
            percent, status = _words(update)
            bars.update(number, total=total, completed=update.progress or 0.0, percent=percent, status=status)

        return show


def _show_lines(console: Console) -> Show:
    last = ""

    def show(update: Progress) -> None:
        nonlocal last
        line = " ".join(filter(None, (f"task {update.id}", *_words(update))))
        if line != last:
            last = line
            console.print(line, markup=False, highlight=False, soft_wrap=True)

    return show


def _show_html() -> Show:
    display = import_module("IPython.display")
    handle: Any = None

    def show(update: Progress) -> None:
        nonlocal handle
        html = display.HTML(as_html(update))
        if handle is None:
            handle = display.display(html, display_id=True)
        else:
            handle.update(html)

    return show


def as_html(update: Progress) -> str:
    """Return the progress of a task as HTML."""
    from html import escape

    value = "" if update.progress is None and not update.done else f' value="{update.progress or 0:g}"'
    words = " ".join(filter(None, _words(update)))
    return f'task {escape(update.id)} <progress max="100"{value}></progress> {escape(words)}'


def _words(update: Progress) -> tuple[str, str]:
    return "" if update.progress is None else f"{update.progress:.0f}%", update.status or update.state


def _console(given: Console | None) -> Console:
    try:
        console: Console = given or import_module("rich.console").Console(stderr=True)
    except ImportError:
        raise ConfigurationError("a progress bar needs rich: pip install rich") from None
    return console


def _in_notebook(console: Console | None) -> bool:
    import sys

    shell: Any = getattr(sys.modules.get("IPython"), "get_ipython", lambda: None)()
    return console is None and getattr(shell, "kernel", None) is not None


progress_bar = ProgressBar()
"""Pass it as `on_progress` to show a progress bar."""
