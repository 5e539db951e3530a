"""Load one version of the document: a file, a folder, or a commit of the git repository."""

from __future__ import annotations

import io
import subprocess
import tarfile
import tempfile
from pathlib import Path
from typing import NamedTuple

from ..check import check
from ..cli_output.console import Failure
from ..normalize import normalize
from ..plan import Plan, plan
from ..spec import Document, read

SURFACE = Path("generated/ezlink/api.txt")


class Version(NamedTuple):
    """A document with its plan; `surface` are the lines of the client's api.txt, None if it is not known."""

    label: str
    document: Document
    plan: Plan
    surface: tuple[str, ...] | None = None


def load(where: str, spec: Path = Path("spec/openapi.yaml"), surface: Path = SURFACE) -> Version:
    """Load a file, a folder (of the document, or of the project) or else a git reference, where `spec` is the document.

    Raises `DiagnosticsError` for a document from which no client can be generated, `Failure` for what is none.
    """
    path = Path(where)
    if path.is_file():
        return _version(where, path, path.parent.parent / surface)
    if path.is_dir():
        found = next((one for name in ("openapi.*", "spec/openapi.*") for one in sorted(path.glob(name))), None)
        if found is None:
            raise Failure(f"{where}: no openapi.yaml in this folder", "name the file", code=2)
        return _version(
            where,
            found,
            next((one for one in (path / surface, path / surface.name) if one.is_file()), surface.with_name("none")),
        )
    with tempfile.TemporaryDirectory() as folder:
        root = _checked_out(where, [spec.parent, surface], Path(folder))
        if not (root / spec).is_file():
            raise Failure(f"{where}: {spec} is not in this commit", "choose the document with --spec", code=2)
        return _version(where, root / spec, root / surface)


def _version(label: str, spec: Path, surface: Path) -> Version:
    document = check(normalize(read(spec)))
    lines = tuple(surface.read_text("utf-8").splitlines()) if surface.is_file() else None
    return Version(label, document, plan(document), lines)


def _checked_out(reference: str, paths: list[Path], folder: Path) -> Path:
    """The folder with some paths of a commit. Everything is checked out but what the commit does not have."""
    top = _git("rev-parse", "--show-prefix").strip()
    commit = _git(
        "rev-parse", "--verify", "--quiet", "--end-of-options", f"{reference}^{{commit}}", reference=reference
    ).strip()
    there = [path for path in paths if _git("ls-tree", "--name-only", commit, path.as_posix())]
    if there:
        archive = subprocess.run(
            ["git", "archive", commit, *(path.as_posix() for path in there)], capture_output=True, check=True
        )
        with tarfile.open(fileobj=io.BytesIO(archive.stdout)) as tar:
            tar.extractall(folder, filter="data")
    return folder if (folder / paths[0]).exists() or not top else folder / top


def _git(*arguments: str, reference: str = "") -> str:
    try:
        done = subprocess.run(["git", *arguments], capture_output=True, text=True, check=False)
    except FileNotFoundError:
        raise Failure(
            f"{reference or 'git'}: no such file or folder, and git is not installed", "name a file or a folder", code=2
        ) from None
    if done.returncode:
        what = f"{reference}: no such file, folder or commit" if reference else f"git: {done.stderr.strip()}"
        raise Failure(what, "name a file, a folder, or a commit that `git log` shows", code=2)
    return done.stdout
