"""Replacements for names that programs written for another client use and this client does not have."""

from __future__ import annotations

from pkgutil import get_data

import msgspec

_PACKAGE = __name__.rpartition(".runtime.")[0]


def cure(kind: str, name: str) -> str:
    """Return what a message says about a name that is missing, after a colon; empty if nothing is known.

    `kind` is where the name was looked for: `package`, `client`, or among the `options` of a client.
    """
    if name.startswith("_"):
        return ""
    try:
        data = get_data(_PACKAGE, "MIGRATION.json")
    except OSError:  # the API says nothing about other clients
        return ""
    missing = msgspec.json.decode(data or b"{}", type=dict[str, dict[str, str]])
    found = (f": {known}" for names, known in missing.get(kind, {}).items() if name in names.split())
    return next(found, "")


def missing_name(package: str, name: str, importing: bool) -> Exception:
    """Return the error for a name that a package does not have.

    An import statement drops the message of an AttributeError, so it gets an ImportError where something is known.
    """
    known = cure("package", name) if package == _PACKAGE else ""
    if importing and known:
        return ImportError(f"cannot import name {name!r} from {package!r}{known}", name=package)
    return AttributeError(f"module {package!r} has no attribute {name!r}{known}")
