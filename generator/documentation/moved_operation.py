"""An operation whose page has another path or method, and one whose page is gone: what follows if somebody says so."""

from __future__ import annotations

import json
import re
from itertools import zip_longest
from pathlib import Path

from ..evidence.documentation import PAGES
from ..spec.pointer import at, join, mapping, split, strings
from .draft import Draft, Move, path_reference
from .editor import NotEditable
from .page import METHODS, Page, key_of
from .waive import add_waiver
from .written import Files

PARAMETER = re.compile(r"\{[^}]*\}|:\w+")


def move_operation(draft: Draft, page: Page, pointer: str) -> None:
    """Let an operation move; its parameters keep their names. Raises `NotEditable` if others are at its path."""
    operation = next((one for one in draft.document.operations if one.pointer == pointer), None)
    if operation is None or operation.base:
        raise NotEditable("it is of a variant")
    names = PARAMETER.findall(operation.path)
    if len(names) != len(PARAMETER.findall(page.path)):
        raise NotEditable("its path has other parameters")
    names.reverse()
    path = PARAMETER.sub(lambda _: names.pop(), page.path)
    if any(key_of(one.method, one.path) == key_of(page.method, path) for one in draft.document.operations):
        raise NotEditable(f"{page.method.upper()} {path} is another operation")
    if path != operation.path and sum(one in operation.path_item for one in METHODS) > 1:
        raise NotEditable("other operations share its path")
    draft.moves.append(Move(operation, page.method, path))


def place_moves(draft: Draft) -> None:
    """Write the new paths and methods; behind all other edits, which name the old ones."""
    main = draft.document.source_of("")[0]
    for operation, method, path in draft.moves:
        file, tokens = draft.document.source_of(operation.pointer)
        draft.editor(file).rename(tokens, method)
        if path == operation.path:
            continue
        draft.editor(file).rename(tokens[:-1], path)
        if file != main:
            draft.editor(main).rename(["paths", operation.path], path)
            draft.editor(main).replace(["paths", path, "$ref"], path_reference(file, main, path))


def moved_fixtures(moves: list[Move], fixtures: Path) -> Files:
    """The recordings of operations that moved, sent to where they are now; each says where it was recorded."""
    found = Files()
    for operation, method, path in moves:
        pattern = re.compile("([^/?]+)".join(map(re.escape, PARAMETER.split(operation.path))) + r"(?=\?|$)")
        for file in sorted((fixtures / operation.id).glob("*.json")):
            text = file.read_text("utf-8")
            tree = json.loads(text)
            sent, values = tree["request"], pattern.search(tree["request"]["target"])
            if not values:
                continue
            parts = [one for pair in zip_longest(PARAMETER.split(path), values.groups(), fillvalue="") for one in pair]
            target = "".join([sent["target"][: values.start()], *parts, sent["target"][values.end() :]])
            about = f"{tree['about']} Sent to {sent['method']} {operation.path} when it was recorded.".strip()
            for key, old, new in (
                ("target", sent["target"], target),
                ("method", sent["method"], method.upper()),
                ("about", tree["about"], about),
            ):
                was, now = (f'"{key}": {json.dumps(one, ensure_ascii=False)}' for one in (old, new))
                text = text.replace(was, now, 1)
            found[file.resolve()] = text.encode()
    return found


def deprecate(draft: Draft, pointer: str, kind: str, message: str) -> None:
    """Deprecate the operations that a page covered which is gone, and waive that it is."""
    document = draft.document
    register, place = document.sibling(PAGES), join("", *split(pointer)[:2])
    entry = mapping(at(register.tree, split(place))) if register else {}
    for name in strings(entry.get("covers")):
        one = document.operations_by_id.get(name)
        if one and not one.node.get("deprecated"):
            draft.add(join(one.pointer, "deprecated"), True)
    reason = "The page is gone: what it covered is deprecated."
    add_waiver(draft.editor(document.directory / PAGES), place, kind, message, reason)
