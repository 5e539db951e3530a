"""The package that is copied: the one that this module belongs to, from a wheel, an environment or a checkout."""

from __future__ import annotations

import json
import subprocess
import tomllib
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, distribution
from importlib.resources import files as resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, NamedTuple

from .verify import MANIFEST, VendorError, digest, text_of

PACKAGE = (__package__ or "").rpartition(".runtime")[0]
_LICENCES = ("LICENSE", "LICENCE", "COPYING", "NOTICE")


class Source(NamedTuple):
    """A package to copy: its manifest, the text of its files, its licences, and the commit that it was built from."""

    manifest: dict[str, Any]
    files: dict[str, str]
    licences: dict[str, str]
    commit: str | None

    @property
    def label(self) -> str:
        """Name, version and commit, for people."""
        commit = f" ({self.commit[:12]}{self.commit[40:]})" if self.commit else ""
        return f"{self.manifest['name']} {self.manifest['version']}{commit}"


def own_source() -> Source:
    """Read the package that this module belongs to. Raises VendorError if it is a copy, or not as it was built."""
    root = resources(PACKAGE)
    manifest = json.loads((root / MANIFEST).read_bytes())
    if "vendored" in manifest:
        raise VendorError(f"{PACKAGE} is a copy itself: vendor from the distribution {manifest['name']}")
    files = {path: _read(root, path, expected) for path, expected in manifest["files"].items()}
    return Source(manifest, files, dict(_licences(root, manifest["name"])), _commit(root, manifest["name"]))


def _read(root: Traversable, path: str, expected: str) -> str:
    """The text of a file. Raises VendorError if it is not the one that was built."""
    try:
        data = root.joinpath(*path.split("/")).read_bytes()
    except OSError:
        data = b""
    if digest(data) != expected:
        raise VendorError(f"{root / path} is not as it was built: install the package again, or generate it again")
    return text_of(data).decode()


def _licences(root: Traversable, name: str) -> Iterator[tuple[str, str]]:
    """The licences of the package: beside it in a checkout, else in the metadata of its distribution."""
    if (checkout := _checkout(root, name)) is not None:
        for path in sorted(checkout.iterdir()):
            if path.is_file() and path.name.startswith(_LICENCES):
                yield path.name, text_of(path.read_bytes()).decode()
        return
    try:
        for file in distribution(name).files or ():
            if file.name.startswith(_LICENCES) and ".dist-info" in file.as_posix():
                yield file.name, text_of(file.read_binary()).decode()
    except PackageNotFoundError:
        pass


def _commit(root: Traversable, name: str) -> str | None:
    """The commit of a checkout, or the one that a distribution was built from."""
    if (checkout := _checkout(root, name)) is not None:
        done = subprocess.run(
            ["git", "-C", str(checkout), "describe", "--always", "--abbrev=40", "--dirty", "--exclude=*"],
            capture_output=True,
            text=True,
            check=False,
        )
        return done.stdout.strip() or None
    try:
        installed = distribution(name)
    except PackageNotFoundError:
        return None
    if str(installed.locate_file(root.name)).rstrip("/") != str(root).rstrip("/"):
        return None  # another one is installed beside the package
    return (installed.read_text("extra_metadata/COMMIT") or "").strip() or None


def _checkout(root: Traversable, name: str) -> Path | None:
    """The repository of which the package is a rendered part; not a project whose environment it is installed in."""
    if not isinstance(root, Path):
        return None
    file = next((folder / "pyproject.toml" for folder in root.parents if (folder / "pyproject.toml").exists()), None)
    if file is None or tomllib.loads(file.read_text("utf-8")).get("project", {}).get("name") != name:
        return None
    return file.parent
