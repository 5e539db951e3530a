"""Several files replaced as one: all of them or none, and back again."""

from __future__ import annotations

import base64
import contextlib
import json
import os
from pathlib import Path
from typing import Any

from ..cli_output.console import Failure

RECORD = Path("build/documentation-apply.json")
Files = dict[Path, bytes | None]  # None: the file does not exist


def replace(record: Path, files: Files) -> None:
    """Replace files. If one cannot be written, none is changed; what `undo` needs is kept before the first is."""
    before: Files = {path: path.read_bytes() if path.is_file() else None for path in files}
    ready: list[tuple[Path, Path]] = []
    try:
        for path, content in files.items():
            if content is not None:
                path.parent.mkdir(parents=True, exist_ok=True)
                temporary = path.with_name(f".{path.name}.new")
                ready.append((temporary, path))
                temporary.write_bytes(content)
        _remember(record, before, files)
        for temporary, path in ready:
            os.replace(temporary, path)
        for path in [path for path, content in files.items() if content is None]:
            path.unlink(missing_ok=True)
    except OSError as error:
        for temporary, _ in ready:
            temporary.unlink(missing_ok=True)
        _restore(before)
        record.unlink(missing_ok=True)
        what = f"{error.filename or 'a file'} cannot be written: {error.strerror}; nothing was changed"
        raise Failure(what, "make it writable, and try again", code=2) from error


def _restore(before: Files) -> None:
    for path, content in before.items():
        with contextlib.suppress(OSError):
            if content is None:
                path.unlink(missing_ok=True)
            elif path.read_bytes() != content:
                path.write_bytes(content)


def record_of(spec: Path) -> Path:
    """The file with what `undo` needs, beside the folder of a spec."""
    return spec.resolve().parent / RECORD


def _remember(record: Path, before: Files, after: Files) -> None:
    root = record.parent.parent
    listed = [
        {"path": os.path.relpath(path, root), "before": _text(content), "after": _text(after[path])}
        for path, content in before.items()
    ]
    record.parent.mkdir(parents=True, exist_ok=True)
    record.write_text(json.dumps(listed), "utf-8")


def undo(record: Path) -> list[Path]:
    """Put back what was there, and return the files. Refused if one was edited since; a run may have been killed."""
    if not record.is_file():
        raise Failure("there is nothing to undo", "`documentation apply` has written nothing here", code=2)
    root = record.parent.parent
    listed: list[dict[str, Any]] = json.loads(record.read_text("utf-8"))
    files = {root / one["path"]: (_content(one["before"]), _content(one["after"])) for one in listed}
    edited = [path for path, known in files.items() if (path.read_bytes() if path.is_file() else None) not in known]
    if edited:
        names = ", ".join(path.as_posix() for path in edited)
        raise Failure(f"edited since: {names}", "take these edits back first, or use git", code=2)
    replace(record, {path: before for path, (before, _) in files.items()})
    for path, (before, _) in files.items():
        path.with_name(f".{path.name}.new").unlink(missing_ok=True)
        with contextlib.suppress(OSError):  # not empty, or of another file that is left
            if before is None:
                path.parent.rmdir()
    record.unlink()
    return [*files]


def _text(content: bytes | None) -> str | None:
    return None if content is None else base64.b64encode(content).decode("ascii")


def _content(text: str | None) -> bytes | None:
    return None if text is None else base64.b64decode(text)
