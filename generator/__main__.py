"""`python -m generator`."""

import sys
import time

from .unchanged import VERB, report


def main() -> None:
    """Run the command line, unless the run would change nothing."""
    arguments = sys.argv[1:]
    if told := report(arguments, time.perf_counter()):
        print(told)
        return
    _prepare()
    try:
        _run(arguments)
    except ModuleNotFoundError as error:
        if (error.name or "").startswith(__package__ or ""):
            raise
        print(
            f"this Python ({sys.executable}) has no {error.name}\n"
            "   hint: `make environment` makes one that has it; then .venv/bin/python -m generator ... "
            "(on Windows .venv\\Scripts\\python)",
            file=sys.stderr,
        )
        raise SystemExit(2) from None


def _prepare() -> None:
    """Set up the process, which lives for one run."""
    import atexit
    import gc
    import io

    # A run is short and leaves few cycles: collecting them took a sixth of its time.
    gc.disable()
    atexit.register(gc.freeze)
    # Chinese titles must not end the run on an ASCII-only terminal.
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _run(arguments: list[str]) -> None:
    """Run a verb. A plain `generate` does without typer, which takes as long to import as all that it needs."""
    if arguments[:1] == [VERB]:
        from .generate import plain_options, run_plain

        if options := plain_options(arguments[1:]):
            run_plain(options, arguments)
            return
    from .cli import main as run

    run()


if __name__ == "__main__":
    main()
