"""`python -m generator.verbs`: several verbs of the command line in one process, listed as JSON on standard input."""

from __future__ import annotations

import contextlib
import io
import json
import sys

from .cli import app

_LONGEST = 300  # characters of a fault


def main() -> None:
    """Run the verbs. Prints the fault of each as JSON, "" for a verb that succeeds."""
    faults: list[str] = []
    for command in json.load(sys.stdin):
        with contextlib.redirect_stdout(io.StringIO()) as said, contextlib.redirect_stderr(io.StringIO()) as fault:
            try:
                app(command, standalone_mode=False)
            except SystemExit as end:
                faults.append((fault.getvalue() or said.getvalue()).strip()[:_LONGEST] if end.code else "")
            else:
                faults.append("")
    print(json.dumps(faults))


if __name__ == "__main__":
    main()
