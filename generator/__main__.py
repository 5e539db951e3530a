"""`python -m generator`."""

import sys
import time

from .unchanged import report


def main() -> None:
    """Run the command line, unless the run would change nothing."""
    if told := report(sys.argv[1:], time.perf_counter()):
        print(told)
        return
    try:
        from .cli import main as run
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
    run()


if __name__ == "__main__":
    main()
