"""The pages below tests/cases/documentation: `python -m tests.documentation.cases` writes what is expected."""

from __future__ import annotations

import contextlib
import io
from pathlib import Path

from generator.cli_output.console import Console
from generator.documentation.command import run

FOLDER = Path(__file__).parents[1] / "cases" / "documentation"
SPEC = Path("spec/openapi.yaml")
EXPECTED = FOLDER / "expected.txt"


def checked(*names: str, spec: Path = SPEC, machine: bool = False) -> tuple[str, int]:
    """The output and the exit code of a check of pages in the folder of cases."""
    with contextlib.chdir(FOLDER), contextlib.redirect_stdout(io.StringIO()) as output:
        try:
            run([Path(name) for name in names], spec, Console("documentation check", machine))
        except SystemExit as end:
            return output.getvalue(), int(str(end.code))
        return output.getvalue(), 0


def account() -> str:
    """Return the report of a check over all pages, changed and unreadable ones."""
    return "".join(checked(name)[0] for name in ("unchanged", "changed", "unreadable"))


if __name__ == "__main__":
    EXPECTED.write_text(account(), "utf-8")
