"""Names of a package that are imported when they are first used: importing the package itself costs nothing."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def lazy(package: str, places: Mapping[str, str]) -> Callable[[str], Any]:
    """The `__getattr__` of a package. `places` maps each name to the module below the package that has it.

    `module:other` is for a name that is called otherwise there, and `module:` for the module itself.
    """

    def find(name: str) -> Any:
        place = places.get(name)
        if place is None:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        module_name, colon, original = place.partition(":")
        module = import_module(f"{package}.{module_name}")
        value = module if colon and not original else getattr(module, original or name)
        # Kept as an ordinary attribute: the next use does not come here.
        setattr(import_module(package), name, value)
        return value

    return find
