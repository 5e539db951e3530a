"""The progress bar: in a terminal, in a notebook, in a file, and without rich."""

from __future__ import annotations

import io
import sys
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest
from rich.console import Console

from generator.runtime.errors import ConfigurationError
from generator.runtime.operation.polling_spec import Progress, State
from generator.runtime.polling.progress_bar import ProgressBar, as_html, progress_bar
from generator.runtime.polling.task import Task
from tests.runtime.fake_media_api import JSON, SUBMIT, studio


def update(status: str = "BUSY", progress: float | None = None, state: State = "running", id: str = "t/1") -> Progress:
    return Progress(id=id, state=state, status=status, progress=progress, elapsed=1.0, value=None)


def console(terminal: bool) -> tuple[Console, io.StringIO]:
    file = io.StringIO()
    return Console(file=file, force_terminal=terminal, width=120, color_system=None), file


def drawn(file: io.StringIO) -> str:
    """Return what was drawn last."""
    return file.getvalue().rpartition("\x1b[2K")[2]


def test_a_terminal_shows_name_percent_and_status() -> None:
    screen, file = console(terminal=True)
    bar = ProgressBar(screen)
    bar(update(progress=35.0))
    bar.close("t/1")
    assert drawn(file).count("━") == 14  # of 40
    bar(update("[red]DONE", 100.0, "succeeded"))
    last = drawn(file)
    assert last.count("━") == 40
    assert "task t/1" in last
    assert "100%" in last
    assert "[red]DONE" in last  # the server's words are no markup
    assert file.getvalue().count("\x1b[?25l") == file.getvalue().count("\x1b[?25h")  # the cursor is back


def test_a_bar_is_there_before_the_first_look() -> None:
    screen, file = console(terminal=True)
    bar = ProgressBar(screen)
    bar.begin(Progress(id="t/1", state="running", status=None, progress=None, elapsed=0.0, value=None))
    assert "task t/1" in file.getvalue()
    bar(update("DONE", 100.0, "succeeded"))
    assert drawn(file).count("task t/1") == 1

    screen, file = console(terminal=False)
    ProgressBar(screen).begin(Progress(id="t/1", state="running", status=None, progress=None, elapsed=0.0, value=None))
    assert file.getvalue() == ""


def test_a_wait_begins_with_a_bar() -> None:
    client, _ = studio((200, JSON, b'{"id":"1","status":"OPEN"}'))
    seen: list[str] = []

    class Bar:
        def begin(self, update: Progress) -> None:
            seen.append(f"begin {update.id} at {update.elapsed:g}")

        def __call__(self, update: Progress) -> None:
            seen.append(update.state)

    task: Task[Any] = Task(client, SUBMIT, "1")
    with pytest.raises(Exception, match="waits"):
        task.wait(on_progress=Bar())
    assert seen == ["begin 1 at 0", "waiting"]


def test_several_tasks_share_a_terminal_and_a_new_one_begins_anew() -> None:
    screen, file = console(terminal=True)
    bar = ProgressBar(screen)
    bar(update(id="a"))
    bar(update(id="b", progress=5.0))
    bar.close("a")
    assert "\x1b[?25h" not in file.getvalue()
    bar.close("b")
    bar.close("b")
    assert "\x1b[?25h" in file.getvalue()
    bar(update("DONE", 100.0, "succeeded", id="[b]c"))
    last = drawn(file)
    assert "task [b]c" in last
    assert "task a" not in last


def test_a_file_gets_a_line_for_each_change() -> None:
    screen, file = console(terminal=False)
    bar = ProgressBar(screen)
    bar(update(""))
    bar(update("BUSY", 35.0))
    bar(update("BUSY", 35.0))
    long = "DONE, " * 30 + "at last"
    bar(update(long, 100.0, "succeeded"))
    assert file.getvalue().splitlines() == ["task t/1 running", "task t/1 35% BUSY", f"task t/1 100% {long}"]


def test_a_notebook_shows_one_element_that_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []
    display: Any = ModuleType("IPython.display")
    display.HTML = lambda html: html
    display.display = lambda html, display_id: (shown.append(html), SimpleNamespace(update=shown.append))[1]
    shell: Any = ModuleType("IPython")
    shell.get_ipython = lambda: SimpleNamespace(kernel=object())
    monkeypatch.setitem(sys.modules, "IPython", shell)
    monkeypatch.setitem(sys.modules, "IPython.display", display)
    bar = ProgressBar()
    bar(update())
    bar(update("DONE", 100.0, "succeeded"))
    assert shown == [
        'task t/1 <progress max="100"></progress> BUSY',
        'task t/1 <progress max="100" value="100"></progress> 100% DONE',
    ]


def test_what_failed_without_a_number_has_an_empty_bar() -> None:
    assert '<progress max="100" value="0"></progress>' in as_html(update("FAILED", None, "failed"))


def test_html_is_escaped() -> None:
    assert "<script>" not in as_html(update("<script>", id="<script>"))


def test_without_rich_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "rich.console", None)
    with pytest.raises(ConfigurationError, match="pip install rich"):
        ProgressBar()(update())


def test_a_wait_that_ends_badly_leaves_the_terminal_in_order() -> None:
    screen, file = console(terminal=True)
    client, _ = studio((200, JSON, b'{"id":"1","status":"OPEN"}'))
    task: Task[Any] = Task(client, SUBMIT, "1")
    with pytest.raises(Exception, match="waits"):
        task.wait(on_progress=ProgressBar(screen))
    assert "\x1b[?25h" in file.getvalue()


def test_the_bar_of_the_package_writes_to_stderr(capsys: pytest.CaptureFixture[str]) -> None:
    progress_bar(update("DONE", 100.0, "succeeded"))
    written = capsys.readouterr()
    assert written.out == ""
    assert "task t/1 100% DONE" in written.err
