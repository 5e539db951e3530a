"""The README as a package index shows it: links to files of the repository lead there, or are plain text."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from hatchling.metadata.plugin.interface import MetadataHookInterface

_LINK = re.compile(r"\[((?:`[^`]*`|[^\]`])*)\]\((?!https?://|#)([^)\s]+)\)")


class Readme(MetadataHookInterface):
    """Fills in `project.readme`. With a `Source` in `project.urls` links become absolute."""

    def update(self, metadata: dict[str, Any]) -> None:
        text = Path(self.root, "README.md").read_text("utf-8")
        source = metadata.get("urls", {}).get("Source", "").rstrip("/")
        link = rf"[\1]({source}/blob/main/\2)" if source else r"\1"
        metadata["readme"] = {"content-type": "text/markdown", "text": _LINK.sub(link, text)}
