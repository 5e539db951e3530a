"""`python -m` of the package: its commands. Without one it shows the settings of its client, and tries a call."""

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


def command(package: str, probe: str) -> int:
    """Run the command that the arguments name, without one that which tries `probe`; return the exit code."""
    name, *arguments = sys.argv[1:] or [""]
    if not name:
        from .client.doctor import doctor

        return doctor(package, probe)
    found = {one: module for one in COMMANDS if (module := _module(package, one))}
    if name in found:
        return int(import_module(found[name]).main(arguments, f"python -m {package} {name}"))
    if name in COMMANDS and "upgrade" in found:
        said = f"This copy of the package has no {name}: run it from the distribution that it comes from."
        print(said, file=sys.stderr)
        return 2
    asks = name in ("-h", "--help")
    print(_HELP.format(package=package, commands=", ".join(found)), file=sys.stdout if asks else sys.stderr)
    return 0 if asks else 2


def _module(package: str, name: str) -> str:
    """The module of a command, the first that is there; empty if none is."""
    places = (f"{package}.runtime.{place}" for place in COMMANDS[name])
    return next((place for place in places if _exists(place)), "")


def _exists(module: str) -> bool:
    return find_spec(module.rpartition(".")[0]) is not None and find_spec(module) is not None
