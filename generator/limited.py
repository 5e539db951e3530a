"""A run within its limits of time and depth: one that reaches them ends with a diagnostic."""

from __future__ import annotations

import _thread
import signal
import sys
import threading
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from .diagnostics import Diagnostic, DiagnosticsError, Place
from .limits import Limits

# Each schema that holds another one takes some ten calls within each other; this is enough for a thousand of them, and
# far from the end of the stack.
MAX_CALLS = 20_000


@contextmanager
def within(limits: Limits, source: Path) -> Generator[None]:
    """Raise `DiagnosticsError` for a run that takes too long, or for schemas that hold each other too deeply."""
    place = Place(f"{source.resolve().parent.name}/{source.name}")
    is_over = threading.Event()

    def end() -> None:
        is_over.set()
        _thread.interrupt_main()

    def interrupted(*_: object) -> None:
        if is_over.is_set():
            raise KeyboardInterrupt

    before = sys.getrecursionlimit()
    timer = threading.Timer(limits.seconds, end)
    timer.daemon = True
    in_main_thread = threading.current_thread() is threading.main_thread()  # the only one that can be interrupted
    is_ignored = in_main_thread and signal.getsignal(signal.SIGINT) is signal.SIG_IGN  # as a shell does behind `&`
    try:
        if is_ignored:
            signal.signal(signal.SIGINT, interrupted)
        if in_main_thread:
            timer.start()
        sys.setrecursionlimit(max(before, MAX_CALLS))
        yield
    except RecursionError as error:
        message = "schemas hold each other too deeply: a chain of about a thousand is the longest that can be rendered"
        hint = "break the chain, or let one of its schemas be any value ({})"
        raise DiagnosticsError([Diagnostic(place, message, hint, code="limits")]) from error
    except KeyboardInterrupt:
        if not is_over.is_set():
            raise
        message = f"the client was not rendered within {limits.seconds:,} s"
        raise DiagnosticsError([Diagnostic(place, message, limits.hint("seconds"), code="limits")]) from None
    finally:
        timer.cancel()
        if is_ignored:
            signal.signal(signal.SIGINT, signal.SIG_IGN)
        sys.setrecursionlimit(before)
