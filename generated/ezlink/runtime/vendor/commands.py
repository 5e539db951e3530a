"""The commands `vendor` and `upgrade` of the distribution."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from .account import text
from .project import Addition, names_requirements_elsewhere
from .vendor import Choice, upgrade, vendor
from .verify import VendorError, short


def main(arguments: Sequence[str], program: str) -> int:
    """Run a command. Returns the exit code: 0 done, 2 if it could not be done, with the reason on standard error."""
    try:
        return (_upgrade if program.endswith(" upgrade") else _vendor)(arguments, program)
    except VendorError as error:
        print(error, file=sys.stderr)
        return 2


def _names(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in text.split(",") if name.strip())


def _vendor(arguments: Sequence[str], program: str) -> int:
    parser = argparse.ArgumentParser(prog=program, description="Copy the client into another repository.")
    parser.add_argument("path", type=Path, help="the folder to become the copy, or to hold it (--package)")
    parser.add_argument("--package", metavar="NAME", help="the name of the copy below PATH, such as _client")
    parser.add_argument(
        "--only", metavar="NAMES", type=_names, default=(), help="sections to keep, such as chat,embeddings"
    )
    parser.add_argument(
        "--transport", metavar="NAMES", type=_names, default=(), help="transports to keep, such as urllib3"
    )
    parser.add_argument("--apply", action="store_true", help="add to pyproject.toml what is printed otherwise")
    parser.add_argument("--any-tree", action="store_true", help="write outside git, or among uncommitted changes")
    options = parser.parse_args(arguments)
    choice = Choice(options.only, options.transport)
    made = vendor(options.path, options.package, choice, edit=options.apply, any_tree=options.any_tree)
    print(f"{short(made.target.root)}: {made.source.label}, {made.files} files")
    _print_additions(made.target.project, made.requires, made.additions)
    if made.applied:
        print(f"{made.target.project / 'pyproject.toml'}: requirements and exclusions added")
    print(f"\nImport it as `{made.target.package}`. Verify it with: python -m {made.target.package} verify")
    return 0


def _upgrade(arguments: Sequence[str], program: str) -> int:
    parser = argparse.ArgumentParser(prog=program, description="Replace a copy by this version of the client.")
    parser.add_argument("path", type=Path, help="the folder of the copy")
    parser.add_argument("--dry-run", action="store_true", help="only say what changes")
    parser.add_argument("--keep-edits", action="store_true", help="write local edits to a patch first")
    parser.add_argument("--discard-edits", action="store_true", help="overwrite local edits")
    parser.add_argument("--any-tree", action="store_true", help="write outside git, or among uncommitted changes")
    options = parser.parse_args(arguments)
    made = upgrade(
        options.path,
        keep_edits=options.keep_edits,
        discard_edits=options.discard_edits,
        any_tree=options.any_tree,
        write=not options.dry_run,
    )
    if made.is_current:
        edits = f", with local edits ({', '.join(made.edited)})" if made.edited else ""
        print(f"{short(made.target.root)}: it is {made.source.label} already{edits}")
        return 0
    becomes = "would become" if options.dry_run else "is now"
    print(f"{short(made.target.root)}: {made.version} {becomes} {made.source.label}")
    print("\n".join(text(made.changes, made.other_changes)))
    if options.dry_run and made.edited:
        print(f"\nEdited here, so choose --keep-edits or --discard-edits: {', '.join(made.edited)}")
    if made.patch:
        print(f"Local edits are in {made.patch.name}. Commit the upgrade, then: git apply -3 {made.patch.name}")
    _print_additions(made.target.project, made.requires, made.additions)
    return 0


def _print_additions(project: Path, requires: Sequence[str], wanted: Sequence[Addition]) -> None:
    if requires and names_requirements_elsewhere(project):
        print("\n".join(["\nAdd to the requirements of the project:\n", *requires]))
    if wanted:
        print(f"\nAdd to {project / 'pyproject.toml'}:\n")
        print("\n\n".join(one.toml() for one in wanted))
