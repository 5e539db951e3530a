"""Contents of the distribution that depend on the repository: links in the README, and the commit."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from hatchling.metadata.plugin.interface import MetadataHookInterface

_LINK = re.compile(r"\[((?:`[^`]*`|[^\]`])*)\]\((?!https?://|#)([^)\s]+)\)")


class Readme(MetadataHookInterface):
    """Fills in `project.readme`: links to files of the repository lead there, or are plain text.

    With a `Source` in `project.urls` they become absolute.
    """

    def update(self, metadata: dict[str, Any]) -> None:
        text = Path(self.root, "README.md").read_text("utf-8")
        source = metadata.get("urls", {}).get("Source", "").rstrip("/")
        link = rf"[\1]({source}/blob/main/\2)" if source else r"\1"
        metadata["readme"] = {"content-type": "text/markdown", "text": _LINK.sub(link, text)}


class Commit(BuildHookInterface[Any]):
    """Stores the commit in the wheel, for the manifests of vendored copies, and in the sdist that it is built from."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        commit = _commit(Path(self.root))
        if commit:
            self.folder = TemporaryDirectory()
            file = Path(self.folder.name, "COMMIT")
            file.write_text(f"{commit}\n", "utf-8")
            place = "extra_metadata" if self.target_name == "wheel" else "force_include"
            build_data[place][str(file)] = file.name


def _commit(root: Path) -> str:
    """The commit of a checkout, with `-dirty` if it is not the whole of it, or the one that an sdist holds."""
    if (root / "COMMIT").is_file():
        return (root / "COMMIT").read_text("utf-8").strip()
    if not (root / ".git").exists():
        return ""
    describe = ["git", "-C", str(root), "describe", "--always", "--abbrev=40", "--dirty", "--exclude=*"]
    return subprocess.run(describe, capture_output=True, text=True, check=False).stdout.strip()
