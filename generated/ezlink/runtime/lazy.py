"""Names of a package that are imported when they are first used: importing the package itself costs nothing."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

C = TypeVar("C", bound=type)

# Where each public class is defined, by module and name: the package that offers it, and its name there.
_public: dict[tuple[str, str], tuple[str, str]] = {}


def lazy(package: str, places: Mapping[str, str]) -> Callable[[str], Any]:
    """The `__getattr__` of a package. `places` maps each name to the module below the package that has it.

    `module:other` is for a name that is called otherwise there, and `module:` for the module itself.
    """
    for public_name, place in places.items():
        module, _, original = place.partition(":")
        _public[f"{package}.{module}", original or public_name] = package, public_name

    def find(name: str) -> Any:
        place = places.get(name)
        if place is None:
            from .migration import missing_name

            asker = sys._getframe(1).f_globals.get("__name__")  # pyright: ignore[reportPrivateUsage]
            raise missing_name(package, name, asker == "importlib._bootstrap")
        module_name, colon, original = place.partition(":")
        module = import_module(f"{package}.{module_name}")
        value = module if colon and not original else getattr(module, original or name)
        # Kept as an ordinary attribute: the next use does not come here.
        setattr(import_module(package), name, value)
        return value

    return find


def public(cls: C) -> C:
    """Let a class that a package offers carry the name by which it is imported: in tracebacks, reprs and pickles."""
    if (place := _public.get((cls.__module__, cls.__name__))) is not None:
        cls.__module__, cls.__name__ = place
        cls.__qualname__ = cls.__name__
    return cls
