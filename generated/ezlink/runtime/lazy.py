"""Names of a package that are imported when they are first used: importing the package itself costs nothing."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def lazy(package: str, places: Mapping[str, str]) -> Callable[[str], Any]:
    """The `__getattr__` of a package. `places` maps each name to `module`, or to `module:name` where it differs there.

    A submodule is its own place: `"operations": "operations"`.
    """

    def find(name: str) -> Any:
        place = places.get(name)
        if place is None:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        module_name, _, original = place.partition(":")
        module = import_module(f"{package}.{module_name}")
        value = module if module_name == name else getattr(module, original or name)
        # Kept as an ordinary attribute: the next use does not come here.
        setattr(import_module(package), name, value)
        return value

    return find
