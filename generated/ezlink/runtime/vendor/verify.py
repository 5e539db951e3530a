"""Compare a copy of the package with its manifest.

It imports nothing of the package: a hook can run this file by its path, where the requirements are not installed.
"""

from __future__ import annotations

import argparse
import ast
import hashlib
import inspect
import json
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple, cast

MANIFEST = "MANIFEST.json"
# A comment, or a string, in which there is none.
_COMMENT = re.compile(
    r'''"""(?:[^"\\]|\\.|"(?!""))*"""|"(?:[^"\\\n]|\\.)*"|'''
    r"""'''(?:[^'\\]|\\.|'(?!''))*'''|'(?:[^'\\\n]|\\.)*'|(#[^\n]*)""",
    re.DOTALL,
)


class VendorError(Exception):
    """A fault and its remedy. Nothing was written."""


class Differences(NamedTuple):
    """The files of a copy that are not as its manifest says, by their paths below it."""

    edited: list[str]
    reformatted: list[str]
    missing: list[str]
    extra: list[str]

    def local(self) -> list[str]:
        """The files that an upgrade would overwrite or remove."""
        return sorted([*self.edited, *self.missing, *self.extra])


def text_of(data: bytes) -> bytes:
    """The content with the line ends that it was copied with: git may check it out with CRLF."""
    return data.replace(b"\r\n", b"\n")


def digest(data: bytes) -> str:
    """The SHA-256 of the content, whatever its line ends."""
    return hashlib.sha256(text_of(data)).hexdigest()


def code_digest(data: bytes) -> str:
    """The SHA-256 of code and comments without layout, quotes and order of imports; "" if it is not Python."""
    try:
        tree = ast.parse(data)
    except (SyntaxError, ValueError):
        return ""
    comments = sorted("".join(one.split()) for one in _COMMENT.findall(data.decode(errors="replace")) if one)
    return hashlib.sha256("\n".join([*comments, *_lines(tree)]).encode()).hexdigest()


def _lines(node: Any) -> Iterator[str]:
    """A syntax tree as text that does not depend on the version of Python."""
    if isinstance(node, list):
        yield from _statements(cast("Any", node))
        yield "end"  # a statement that moves out of its block is an edit
    elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
        yield repr([line.rstrip() for line in inspect.cleandoc(node.value.value).splitlines()])
    elif isinstance(node, ast.AST):
        yield type(node).__name__
        for field, value in ast.iter_fields(node):
            if value not in (None, []) and field not in ("ctx", "kind", "type_comment", "type_ignores"):
                yield field
                yield from _lines(value)
        yield "end"
    else:
        yield repr(node)


def _statements(nodes: list[Any]) -> Iterator[str]:
    """Statements or other nodes in their order, imports that follow one another sorted and each name by itself."""
    imports: list[str] = []
    for node in nodes:
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            place = f"{'.' * node.level}{node.module or ''}" if isinstance(node, ast.ImportFrom) else "import"
            imports += [f"{place} {alias.name} {alias.asname}" for alias in node.names]
            continue
        yield from sorted(imports)
        imports.clear()
        yield from _lines(node)
    yield from sorted(imports)


def read_manifest(root: Path) -> dict[str, Any]:
    """The manifest of a copy. Raises VendorError if there is none."""
    try:
        manifest: Any = json.loads((root / MANIFEST).read_bytes())
        if isinstance(manifest, dict) and isinstance(cast("Any", manifest).get("files"), dict):
            return cast("dict[str, Any]", manifest)
    except FileNotFoundError:
        raise VendorError(f"{short(root)} is not a copy of this package: it has no {MANIFEST}") from None
    except ValueError:
        pass
    raise VendorError(f"{root / MANIFEST} cannot be read: take it from version control again")


def differences(root: Path, manifest: Mapping[str, Any]) -> Differences:
    """Compare the files below a directory with a manifest."""
    known: Mapping[str, str] = manifest["files"]
    code: Mapping[str, str] = manifest.get("code", {})
    found = Differences([], [], [], sorted(_paths(root) - {*known, MANIFEST}))
    for path, expected in sorted(known.items()):
        try:
            data = (root / path).read_bytes()
        except OSError:
            found.missing.append(path)
            continue
        if digest(data) != expected:
            same_code = path in code and code_digest(data) == code[path]
            (found.reformatted if same_code else found.edited).append(path)
    return found


def _paths(root: Path) -> set[str]:
    """The files below a directory, without those that programs leave behind (bytecode, caches)."""
    below = (path.relative_to(root) for path in root.rglob("*") if not path.is_dir())
    return {path.as_posix() for path in below if not _is_left_behind(path)}


def _is_left_behind(path: Path) -> bool:
    hidden = any(part.startswith(".") for part in path.parent.parts) or path.name == ".DS_Store"
    return hidden or "__pycache__" in path.parts or path.suffix == ".pyc"


def verify(root: Path, *, as_json: bool = False) -> int:
    """Print how a copy differs from its manifest. Returns the exit code: 0 if its code is as it was copied, else 1."""
    manifest = read_manifest(root)
    found = differences(root, manifest)
    if as_json:
        print(json.dumps({"path": str(root), "version": manifest.get("version"), **found._asdict()}))
        return 1 if found.local() else 0
    title = f"{root}: {manifest.get('name', '')} {manifest.get('version', '')}".rstrip()
    print(f"{title}, {len(manifest['files'])} files{'' if any(found) else ', as they were copied'}")
    for heading, paths in (
        ("edited", found.edited),
        ("reformatted, the same code", found.reformatted),
        ("missing", found.missing),
        ("not part of the copy", found.extra),
    ):
        if paths:
            print("\n".join([f"\n{heading} ({len(paths)}):", *(f"  {path}" for path in paths)]))
    return 1 if found.local() else 0


def main(arguments: Sequence[str] | None = None, program: str | None = None) -> int:
    """Run the command `verify`: exit code 0 if the copy is whole, 1 if not, 2 if there is nothing to verify."""
    parser = argparse.ArgumentParser(
        prog=program, description="Find local edits, and missing and extra files, in a copy."
    )
    parser.add_argument("path", nargs="?", type=Path, default=Path(__file__).parents[2], help="default: this copy")
    parser.add_argument("--json", action="store_true", help="one JSON object on standard output")
    options = parser.parse_args(arguments)
    try:
        return verify(short(options.path), as_json=options.json)
    except VendorError as error:
        print(error, file=sys.stderr)
        return 2


def short(path: Path) -> Path:
    """The path as it is seen from the current directory, if it is below it."""
    return path.relative_to(Path.cwd()) if path.is_absolute() and path.is_relative_to(Path.cwd()) else path


if __name__ == "__main__":
    raise SystemExit(main())
