"""The folder of saved pages: names of files, and beside them what is needed to ask only for what has changed."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from ...spec.pointer import mapping
from ..navigation import id_of

STATE = ".fetched.json"
SUFFIXES = {
    "html": ".html",
    "markdown": ".md",
    "openapi": ".json",
    "apifox": ".json",
    "llms.txt": ".txt",
    "text": ".md",
}
RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)$", re.IGNORECASE)  # of Windows


class Saved:
    """A folder of pages. Every write is whole or not at all."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.state: dict[str, dict[str, str]] = {}
        with contextlib.suppress(OSError, ValueError):
            for url, one in mapping(json.loads((folder / STATE).read_text("utf-8"))).items():
                self.state[url] = {key: str(value) for key, value in mapping(one).items()}

    def path(self, url: str) -> Path | None:
        """The file of an address, None if there is none."""
        name = self.state.get(url, {}).get("file")
        path = self.folder / Path(name).name if name else None
        return path if path and path.is_file() else None

    def conditions(self, url: str) -> dict[str, str]:
        """Headers that ask for a page only if it has changed, for a file that is as it was saved."""
        known, path = self.state.get(url, {}), self.path(url)
        if path is None or _digest(path.read_bytes()) != known.get("sha256"):
            return {}
        names = {"etag": "If-None-Match", "last-modified": "If-Modified-Since"}
        return {header: known[key] for key, header in names.items() if known.get(key)}

    def save(self, url: str, form: str, text: str, headers: dict[str, str]) -> tuple[Path, str]:
        """Write a page. Returns its file, and "new", "changed" or "unchanged"."""
        data = text.encode("utf-8")
        old = self.path(url)
        path = old or self.folder / self._free(name_of(url, form), url)
        status = "new" if old is None else "unchanged" if old.read_bytes() == data else "changed"
        if status != "unchanged":
            _write(path, data)
        kept: dict[str, str] = {key: headers[key] for key in ("etag", "last-modified") if key in headers}
        self.state[url] = {"file": path.name, "sha256": _digest(data), **kept}
        self._keep()
        return path, status

    def _free(self, name: str, url: str) -> str:
        """The name, with a part of the address's hash if another address has it."""
        taken = {one["file"] for other, one in self.state.items() if other != url and "file" in one}
        stem, _, suffix = name.rpartition(".")
        return f"{stem}-{_digest(url.encode())[:8]}.{suffix}" if name in taken or name == STATE else name

    def _keep(self) -> None:
        tree: dict[str, Any] = {url: self.state[url] for url in sorted(self.state)}
        _write(self.folder / STATE, json.dumps(tree, indent=1, ensure_ascii=False).encode() + b"\n")


def name_of(url: str, form: str) -> str:
    """The name of the file for an address: the id of its page, or what can stand in a name of its path."""
    parts = urlsplit(url)
    path = unquote(parts.path)
    if id := id_of(path):
        return f"{id}{SUFFIXES[form]}"
    last = path.rstrip("/").rpartition("/")[2]
    stem, dot, suffix = last.rpartition(".")
    if not dot or f".{suffix}" not in {*SUFFIXES.values(), ".yaml", ".yml", ".htm"}:
        stem, suffix = last, SUFFIXES[form][1:]
    safe = re.sub(r"[^\w.-]+", "-", stem).strip(".-")[:80]
    if safe != stem or parts.query or RESERVED.match(safe):
        safe = f"{safe or 'page'}-{_digest(url.encode())[:8]}"
    return f"{safe}.{suffix}"


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.tmp")
    temporary.write_bytes(data)
    os.replace(temporary, path)
