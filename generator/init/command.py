"""The verb `init`."""

from __future__ import annotations

import json
import keyword
import re
import tempfile
from collections.abc import Mapping
from pathlib import Path

from ..cli_output.console import Console, Failure
from ..normalize import Settings
from ..pipeline import build
from ..spec import read
from . import examples, project, spec_files


def run(source: Path, folder: Path, package: str, console: Console) -> None:
    """Write a project into a directory that is new or empty. Nothing is written if its client cannot be rendered."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise Failure(f"{folder} is there already", "choose a directory that is new or empty", code=2)
    name = package or re.sub(r"\W+", "_", folder.resolve().name.lower()).strip("_")
    if not name.isidentifier() or keyword.iskeyword(name):
        raise Failure(f"{name!r} cannot be the name of a package", "choose one with --package, such as acme", code=2)
    if not re.fullmatch(r"\w[\w.+-]*", source.name):  # it becomes a word of the Makefile
        raise Failure(f"{source.name!r} cannot be the name of a document", "call it openapi.yaml, for example", code=2)
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{folder.name}-", dir=folder.parent) as place:
        started = Path(place, folder.name)
        _write(started, spec_files(source, read(source)) | project(source.name, name))
        document, client = build(started / "spec" / source.name, console, settings=Settings(directory=name))
        listed = json.dumps(list(examples(document)), indent=1, ensure_ascii=False) + "\n"
        sources = {f"src/{name}/{path}": text.encode() for path, text in client.files.items()}
        _write(started, sources | {"tests/examples.json": listed.encode()})
        if folder.exists():
            folder.rmdir()
        started.rename(folder)
    console.summary.update(client.counts())
    console.list_diagnostics(client.diagnostics)
    console.done(f"{folder}: a project for {name}. Next: cd {folder}; make test")


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
