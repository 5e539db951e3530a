"""The reference as one page that works without a network: Redoc with the document in it, and samples.

Redoc comes from its npm package. The page on the disk holds it already, so npm is asked only for another version.
"""

from __future__ import annotations

import hashlib
import re
import subprocess
import tarfile
import tempfile
from copy import deepcopy
from pathlib import Path
from typing import Any

from ..spec import Document
from ..spec.operations import walk_operations
from ..spec.pointer import mapping
from .examples import Examples
from .samples import samples_of
from .settings import Settings
from .text import printed

NAME = "index.html"
SCRIPT = re.compile(r'<script id="redoc">\n(.*?)\n</script>', re.DOTALL)
CHINESE = re.compile("[\u4e00-\u9fff]")
# Within a page, `<!--` in a script would begin a comment; the logo would be loaded from elsewhere.
LOGO = "https://cdn.redoc.ly/redoc/logo-mini.svg"
SAFE = (("<!--", "\\x3c!--"), (LOGO, "data:,"))


def page(main: dict[str, Any], document: Document, examples: Examples, script: str) -> str:
    """The page: the published document with samples and the titles of its pages in Chinese."""
    tree = deepcopy(main)
    samples = samples_of(main, document, examples)
    for operation in walk_operations(tree):
        node = operation.node
        node["x-codeSamples"] = samples[operation.id]
        if CHINESE.search(mapping(node.get("externalDocs")).get("description", "")):
            node["summary"] = f"{node['summary'].rstrip('.')} · {node['externalDocs']['description']}"
    return printed("index.html", title=main["info"]["title"], document=tree, script=script)


def script_on_disk(settings: Settings, directory: Path) -> str:
    """The script in the page on the disk, if it is the pinned one; else an empty text."""
    path = directory / NAME
    found = SCRIPT.search(path.read_text(encoding="utf-8")) if path.is_file() else None
    return found[1] if found and _digest(found[1]) == settings.redoc["sha256"] else ""


def fetch_script(settings: Settings) -> str:
    """The pinned script from its npm package. Raises ValueError if it is another one, OSError if npm fails."""
    pinned = settings.redoc
    with tempfile.TemporaryDirectory() as folder:
        command = ["npm", "pack", "--silent", "--pack-destination", folder, f"redoc@{pinned['version']}"]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        with tarfile.open(next(Path(folder).glob("*.tgz"))) as package:
            member = package.extractfile("package/bundles/redoc.standalone.js")
            text = member.read().decode() if member else ""
    for old, new in SAFE:
        text = text.replace(old, new)
    if _digest(text) != pinned["sha256"]:
        raise ValueError(f"redoc {pinned['version']} has the SHA-256 {_digest(text)}, not the one in publish.yaml")
    return text


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
