"""`python -m` of the package: its commands. Without one it shows the settings of a client, and tries a call."""

from __future__ import annotations

import sys
from importlib import import_module
from importlib.util import find_spec

# The modules of each command, of which a copy may have the second or none.
COMMANDS = {
    "batch": ("batch.command",),
    "vendor": ("vendor.commands",),
    "verify": ("vendor.verify",),
    "upgrade": ("vendor.commands", "vendor.upgrade"),
}
_HELP = """\
usage: python -m {package} [COMMAND ...]
Without a command it shows version, transports, base URL and whether a key is set, and tries one call.
Commands: {commands}; each has --help."""


def command(package: str) -> int | None:
    """Run the command that the arguments name, and return its exit code. None without arguments."""
    name, *arguments = sys.argv[1:] or [""]
    if not name:
        return None
    if name not in COMMANDS:
        asks = name in ("-h", "--help")
        print(_HELP.format(package=package, commands=", ".join(COMMANDS)), file=sys.stdout if asks else sys.stderr)
        return 0 if asks else 2
    for place in COMMANDS[name]:
        if find_spec(module := f"{package}.runtime.{place}") is not None:
            return int(import_module(module).main(arguments, f"python -m {package} {name}"))
    print(f"This copy of the package has no {name}: run it from the distribution that it comes from.", file=sys.stderr)
    return 2
