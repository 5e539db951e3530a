"""OpenAPI Overlay 1.0: changes to a document that stand in a file of their own, so that nobody edits a maker's file."""

from __future__ import annotations

import copy
from collections.abc import Iterable
from typing import Any, cast

from ..diagnostics import Diagnostic
from ..spec import Document
from ..spec.pointer import at, join, mapping, sequence, split, string
from .draft import Draft
from .json_path import Selected, select

CODE = "overlay"
MOST = 1_000_000  # values that an overlay may add


def overlay(draft: Draft, changes: Document) -> None:
    """Apply the actions of an overlay in their order."""
    if "actions" not in changes.tree:
        message = "an overlay without actions"
        draft.diagnostics.append(
            Diagnostic.at(changes, "", message, "list `target` and `update` or `remove`", code=CODE)
        )
    added = 0
    for index, action in enumerate(map(mapping, sequence(changes.tree.get("actions")))):
        pointer = join("/actions", index)
        target = string(action.get("target"))
        try:
            found = select(draft.tree, target)
        except ValueError as error:
            message, hint = (
                f"the target {target!r} cannot be read: {error}",
                "write names, [*], .. and [?@.name == 'value']",
            )
            draft.diagnostics.append(Diagnostic.at(changes, join(pointer, "target"), message, hint, code=CODE))
            continue
        if not found:
            message, hint = f"the target {target!r} selects nothing", "correct it, or remove the action"
            more: dict[str, Any] = {"severity": "warning", "code": CODE}
            draft.diagnostics.append(Diagnostic.at(changes, join(pointer, "target"), message, hint, **more))
        added += len(found) * _size(action.get("update"))
        if added > MOST:
            message, hint = f"the overlay adds more than {MOST:,} values", "select less"
            draft.diagnostics.append(Diagnostic.at(changes, pointer, message, hint, code="limits"))
            return
        if wrong := _refused(action, found):
            message = f"the target {target!r} {wrong[0]}"
            draft.diagnostics.append(Diagnostic.at(changes, join(pointer, "target"), message, wrong[1], code=CODE))
            continue
        # From the end: what is removed from a list does not move what is before it.
        for one in reversed(found):
            if action.get("remove") is True:
                _remove(draft, one.pointer)
            elif "update" in action:
                _update(draft, one.pointer, one.node, action["update"])


def _size(value: Any) -> int:
    """The number of values in a value, itself included."""
    return 1 + sum(map(_size, (*mapping(value).values(), *sequence(value))))


def _refused(action: dict[str, Any], found: Iterable[Selected]) -> tuple[str, str] | None:
    """The reason why an action cannot be applied to what it selects, and how to correct it."""
    if action.get("remove") is True:
        is_whole = any(not one.pointer for one in found)
        return ("is the whole document, which cannot be removed", "select a part of it") if is_whole else None
    scalars = any(not isinstance(one.node, (dict, list)) for one in found)
    return ("selects a text, a number or null, which has no parts", "select what holds it") if scalars else None


def _remove(draft: Draft, pointer: str) -> None:
    owner, _, _ = pointer.rpartition("/")
    key = split(pointer)[-1]
    node = draft.edit_any(owner)
    if isinstance(node, list):
        del node[int(key)]
    else:
        node.pop(key, None)


def _update(draft: Draft, pointer: str, node: Any, value: Any) -> None:
    """Merge a value into a node: mappings key by key, lists one behind the other."""
    if isinstance(node, list):
        draft.edit_any(pointer).extend(copy.deepcopy(sequence(value) or [value]))
        return
    for key, new in mapping(value).items():
        old = mapping(at(draft.tree, split(pointer))).get(key)
        if isinstance(old, dict) and isinstance(new, dict):
            _update(draft, join(pointer, key), old, new)
        elif isinstance(old, list) and isinstance(new, list):
            draft.edit_any(join(pointer, key)).extend(copy.deepcopy(sequence(cast("object", new))))
        else:
            draft.edit(pointer)[key] = copy.deepcopy(new)
