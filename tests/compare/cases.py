"""The cases below tests/cases/compare: `python -m tests.compare.cases` writes what is expected; read the diff."""

from __future__ import annotations

import copy
import json
import tempfile
from pathlib import Path
from typing import Any

import yaml

from generator.compare import Account, Version, compare
from generator.compare.report import shown
from generator.compare.versions import load
from generator.plan import plan
from generator.spec import read
from generator.spec.operations import walk_operations
from generator.spec.pointer import at, split

FOLDER = Path(__file__).parents[1] / "cases" / "compare"


def loaded(name: str) -> dict[str, Any]:
    return yaml.load((FOLDER / name).read_text("utf-8"), yaml.CSafeLoader)  # type: ignore[no-any-return]


def edited(tree: dict[str, Any], edits: dict[str, Any]) -> dict[str, Any]:
    """A copy of a document with nodes set, removed (null) or moved ({$move: pointer})."""
    made = copy.deepcopy(tree)
    for pointer, value in edits.items():
        if pointer.startswith("$"):
            continue
        *parents, last = split(_written_out(made, pointer))
        node = made
        for token in parents:
            node = node[int(token)] if isinstance(node, list) else node.setdefault(token, {})
        if isinstance(value, dict) and "$move" in value:
            *above, old = split(_written_out(made, value["$move"]))
            value = at(made, above).pop(old)
        if value is None:
            node.pop(last, None)
        else:
            node[int(last) if isinstance(node, list) else last] = value
    return made


def _written_out(tree: dict[str, Any], pointer: str) -> str:
    """A pointer whose first word may be an operationId or the name of a schema."""
    if pointer.startswith("/"):
        return pointer
    word, slash, rest = pointer.partition("/")
    found = {one.id: one.pointer for one in walk_operations(tree)}
    return found.get(word, f"/components/schemas/{word}") + slash + rest


def version(tree: dict[str, Any], label: str, folder: Path, checked: bool = True) -> Version:
    """A document as a version, from a file of one node a line. A case is checked when what is expected is written."""
    place = folder / label / "openapi.json"
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(json.dumps(tree, indent=1))
    if checked:
        return load(str(place))._replace(label=label)
    document = read(place)
    return Version(label, document, plan(document))


def account(edits: dict[str, Any], folder: Path, checked: bool = False) -> Account:
    base = edited(loaded("openapi.yaml"), edits.get("$before", {}))
    old, new = version(base, "old", folder, checked), version(edited(base, edits), "new", folder, checked)
    return compare(old, new)


def told(name: str, account: Account) -> str:
    """Return the expectation of a case: a line per change, whether the text for people shows it, and the version."""
    visible = shown(account.changes)
    lines = [
        f"{one.severity:10} {one.audience:8} {one.id}  {one.place.line}  {one.message}"
        + ("\n" if one in visible else "  (said)\n")
        for one in account.changes
    ]
    return f"== {name} → {account.proposed}\n{''.join(lines)}\n"


def everything() -> str:
    with tempfile.TemporaryDirectory() as folder:
        return "".join(
            told(name, account(edits, Path(folder), checked=True)) for name, edits in loaded("cases.yaml").items()
        )


if __name__ == "__main__":
    (FOLDER / "expected.txt").write_text(everything(), encoding="utf-8")
