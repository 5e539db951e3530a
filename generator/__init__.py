"""From a spec kept by hand to a client: read → check → plan → render, each stage a function of the one before."""

from __future__ import annotations

from pathlib import Path


def generate(source: Path) -> dict[str, str]:
    """The text of every file of the client, by its path. Nothing is written; raises `DiagnosticsError`."""
    # Imported here: the stages are heavy, and whoever asks for help should not wait for them.
    from .check import check
    from .plan import plan
    from .render.render import render
    from .spec import read

    return render(plan(check(read(source))))
