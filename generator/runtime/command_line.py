"""`python -m` of the package: its commands. Without one it shows the settings of a client, and tries a call."""

from __future__ import annotations

import sys
from importlib import import_module
from importlib.util import find_spec

COMMANDS = ("vendor", "verify", "upgrade")


def command(package: str) -> int | None:
    """Run the command that the arguments name, and return its exit code. None if they name none of these."""
    name, *arguments = sys.argv[1:] or [""]
    if name not in COMMANDS:
        return None
    program = f"python -m {package}"
    tools = f"{package}.runtime.vendor"
    if name == "verify":
        return int(import_module(f"{tools}.verify").main(arguments, f"{program} verify"))
    if find_spec(f"{tools}.commands") is not None:
        return int(import_module(f"{tools}.commands").main(name, arguments, program))
    if name == "upgrade":
        return int(import_module(f"{tools}.upgrade").main(arguments, program))
    print("This is a copy of the package: vendor from the distribution that it comes from.", file=sys.stderr)
    return 2
