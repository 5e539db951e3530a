"""The place of a copy: refused where it would overwrite, hide or break something."""

from __future__ import annotations

import keyword
import re
import sys
from collections.abc import Iterable
from itertools import takewhile
from pathlib import Path
from typing import NamedTuple

from .git import Repository
from .verify import MANIFEST, VendorError, short


class Target(NamedTuple):
    """The folder of a copy, the name that it is imported by, and the repository around it."""

    root: Path
    package: str
    repository: Repository | None

    @property
    def project(self) -> Path:
        """The folder of the project: the next one above with a pyproject.toml, else the repository, else the parent."""
        top = self.repository.root.resolve() if self.repository else None
        inside = [folder for folder in self.root.parents if top is None or folder.is_relative_to(top)]
        around = [folder for folder in inside if (folder / "pyproject.toml").exists()]
        return around[0] if around else top or self.root.parent


def target(path: Path, package: str | None, *, requires: Iterable[str], any_tree: bool) -> Target:
    """The place of a copy: the folder `path`, or the package below it. Raises VendorError if it cannot be one."""
    root = (path.joinpath(*package.split(".")) if package else path).resolve()
    if root.is_file():
        raise VendorError(f"{short(root)} is a file: name the folder for the copy")
    if Path.cwd().is_relative_to(root):
        raise VendorError(f"{root} is where you are, and would be replaced: run this from the folder above")
    for name in package.split(".") if package else [root.name]:
        _check_name(name, root, set(requires))
    found = Target(root, _dotted(root), Repository.around(root))
    if not any_tree:
        check_tree(found)
    return found


def check_free(found: Target) -> None:
    """Raise VendorError if something else is there."""
    if not found.root.exists() or not any(found.root.iterdir()):
        return
    if (found.root / MANIFEST).exists():
        raise VendorError(f"{short(found.root)} is a copy already: use `upgrade {short(found.root)}`")
    what = "a package of its own" if (found.root / "__init__.py").exists() else "not empty"
    raise VendorError(f"{short(found.root)} is {what}: add --package NAME to put the client into a new folder below it")


def check_tree(found: Target) -> None:
    """Raise VendorError if what is written could not be seen and undone with git."""
    if found.repository is None:
        raise VendorError(
            f"{short(found.root)} is in no git repository, so nothing could undo this: `git init`, or --any-tree"
        )
    if changed := found.repository.changed():
        listed = ", ".join(changed[:3]) + (f" and {len(changed) - 3} more" if len(changed) > 3 else "")
        raise VendorError(f"there are changes that are not committed ({listed}): commit them first, or --any-tree")


def _check_name(name: str, root: Path, requires: set[str]) -> None:
    """Raise VendorError if a module cannot have this name."""
    if not name.isidentifier() or keyword.iskeyword(name):
        raise VendorError(f"{name!r} cannot be imported: it is no Python identifier. Choose another --package")
    top = not (root.parent / "__init__.py").exists()
    if top and name in sys.stdlib_module_names:
        raise VendorError(f"a package {name!r} would hide the standard library's module: choose another --package")
    if top and name in requires:
        raise VendorError(f"a package {name!r} would hide the library that it needs itself: choose another --package")


def _dotted(root: Path) -> str:
    """The name by which the package is imported, as far as the packages around it or a folder `src` tell."""
    above = [*takewhile(lambda folder: not _is_source_folder(folder), root.parents)]
    if len(above) == len(root.parents):
        above = [*takewhile(lambda folder: (folder / "__init__.py").exists(), root.parents)]
    return ".".join(folder.name for folder in reversed([root, *above]))


def _is_source_folder(folder: Path) -> bool:
    """True for the folder `src` of a project."""
    return folder.name == "src" and any((folder.parent / mark).exists() for mark in ("pyproject.toml", ".git"))


def requirement_name(requirement: str) -> str:
    """The name of a requirement, as it is imported and compared: `msgspec` of `msgspec>=0.19`."""
    found = re.match(r"[A-Za-z0-9._-]+", requirement)
    return re.sub(r"[-_.]+", "_", found[0] if found else "").lower()
