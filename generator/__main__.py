"""`python -m generator`."""

import sys

try:
    from .cli import main
except ModuleNotFoundError as error:
    if (error.name or "").startswith("generator"):
        raise
    print(
        f"this Python ({sys.executable}) has no {error.name}\n"
        "   hint: `make environment` makes one that has it; then .venv/bin/python -m generator ... "
        "(on Windows .venv\\Scripts\\python)",
        file=sys.stderr,
    )
    raise SystemExit(2) from None

if __name__ == "__main__":
    main()
