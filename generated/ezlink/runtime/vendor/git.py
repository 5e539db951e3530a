"""Commands of git. Each runs at the root of the repository."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from .verify import VendorError, text_of


def blob(text: str) -> str:
    """The name that git gives to a file of this content."""
    data = text_of(text.encode())
    return hashlib.sha1(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()


class Repository:
    """A git repository."""

    def __init__(self, root: Path) -> None:
        self.root = root

    @classmethod
    def around(cls, path: Path) -> Repository | None:
        """The repository that a path belongs to, which need not exist yet; None if there is none."""
        existing = next(folder for folder in (path, *path.parents) if folder.is_dir())
        if shutil.which("git") is None:
            return None
        done = subprocess.run(
            ["git", "-C", str(existing), "rev-parse", "--show-toplevel"], capture_output=True, text=True, check=False
        )
        return cls(Path(done.stdout.strip())) if done.returncode == 0 else None

    def run(self, *arguments: str, text: str = "", index: Path | None = None) -> bytes:
        """The output of a command. Raises VendorError with what git says."""
        environment = os.environ | ({"GIT_INDEX_FILE": str(index)} if index else {})
        done = subprocess.run(
            ["git", "-c", "core.quotePath=false", *arguments],
            cwd=self.root,
            env=environment,
            input=text.encode(),
            capture_output=True,
            check=False,
        )
        if done.returncode:
            raise VendorError(f"git {arguments[0]}: {done.stderr.decode(errors='replace').strip()}")
        return done.stdout

    def changed(self) -> list[str]:
        """The files that are known to git and not committed."""
        lines = self.run("status", "--porcelain", "--untracked-files=no", "--no-renames", "-z").decode().split("\0")
        return [line[3:] for line in lines if line]

    def patch(self, root: Path, originals: Mapping[str, str], paths: Iterable[str]) -> bytes:
        """The difference between the originals of a copy, by their blobs, and these files of it as they are now.

        Its blobs are in the repository, so that `git apply -3` can merge it. Raises VendorError if they are not.
        """
        below = root.relative_to(self.root.resolve()).as_posix()
        known = {f"{below}/{path}": originals.get(path) for path in paths}
        self._refuse_unknown([blob for blob in known.values() if blob])
        with tempfile.TemporaryDirectory() as folder:
            before, after = Path(folder, "before"), Path(folder, "after")
            entries = "".join(f"100644 {name}\t{path}\n" for path, name in known.items() if name)
            self.run("update-index", "--index-info", text=entries, index=before)
            self.run("update-index", "--index-info", text=entries, index=after)
            self.run("update-index", "--add", "--remove", "-z", "--stdin", text="\0".join(known), index=after)
            trees = [self.run("write-tree", index=index).decode().strip() for index in (before, after)]
        return self.run("diff-tree", "-p", "-r", "--full-index", "--binary", *trees)

    def _refuse_unknown(self, blobs: list[str]) -> None:
        said = self.run("cat-file", "--batch-check", text="".join(f"{blob}\n" for blob in blobs)).decode()
        if " missing" in said:
            raise VendorError(
                "the edited files were never committed as they were copied, so git cannot make a patch of the edits: "
                "save them elsewhere, and upgrade with --discard-edits"
            )
