"""The documents below tests/cases with strings in them that try to become code, in texts, names, and configurations.

`documents` puts them in every place of one document; here are all features, a few strings at a time, so that a
document is seldom refused.
"""

from __future__ import annotations

import copy
import random
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from generator.spec.pointer import mapping

from .documents import CODE, Attempt, escaped, hostile, rendered

CASES = Path(__file__).parents[1] / "cases"
DOCUMENTS = sorted(
    path
    for pattern in ("rendered/*/spec/openapi.*", "accepted/*/bundled.json", "normalized/*/openapi.*")
    for path in CASES.glob(pattern)
    # Those of one file; two are refused, for what their names are.
    if not {"families", "schemas", "parts"} & {one.name for one in path.parent.iterdir()} or path.name == "bundled.json"
    if path.parts[-3] not in ("hostile", "tasks")
)
# What a configuration may say of any document, beside its own.
OF_ANY: dict[str, Any] = {
    "package": "acme",
    "class": "Acme",
    "environment": "ACME",
    "user_agent": "acme-python",
    "license": "MIT",
    "aliases": ["beside"],
    "waived": {"a name": "a reason"},
    "errors": {
        "request_id": ["X-Trace"],
        "shapes": [{"name": "fault", "where": {"/fault/text": "string"}, "message": "/fault/text", "about": "A text."}],
        "codes": {"not_there": {"status": 404}},
    },
    "pagination": {"kind": "page", "parameter": "page", "items": "/items"},
}
OVERLAY: dict[str, Any] = {
    "overlay": "1.0.0",
    "info": {"title": "Changes", "version": "1"},
    "actions": [
        {"target": "$", "update": {"x-client": {"headers": {"trace": "X-Trace"}, "env": "ACME"}}},
        {"target": "$.info", "update": {"title": "Title", "summary": "A text.", "license": {"identifier": "MIT"}}},
        {"target": "$.paths.*.*", "update": {"summary": "A text.", "description": "More.", "tags": ["group"]}},
        {"target": "$.components.schemas.*", "update": {"description": "A text.", "title": "Title"}},
        {"target": "$.components.schemas.*.properties.*", "update": {"description": "A text.", "example": "b"}},
        {"target": "$.paths.*.*.parameters[?@.name == 'x']", "remove": True},
    ],
}


# What ends a text in Python, or begins another line of it.
ENDS = ('"', "'", '"""', "'''", "\n", "\r", "\\\n", "]", ")", "}", "#", '"\n', "'\n", '"""\n')


def strings(tree: Any) -> Iterator[tuple[Any, Any, bool]]:
    """Every string in a tree: what holds it, its key, and whether it is the key."""
    if isinstance(tree, dict):
        for key, value in mapping(tree).items():
            yield tree, key, True
            yield from [(tree, key, False)] if isinstance(value, str) else strings(value)
    if isinstance(tree, list):
        for index, value in enumerate(tree):
            yield from [(tree, index, False)] if isinstance(value, str) else strings(value)


def put(holder: Any, key: Any, is_key: bool, text: str) -> None:
    """Put a string in the place of another one."""
    if is_key:
        items = [(text if one == key else one, value) for one, value in mapping(holder).items()]
        holder.clear()
        holder.update(items)
    else:
        holder[key] = text


@cache
def usual(path: Path) -> frozenset[str]:
    """What a document's client names that a string's code would name, too."""
    modules = rendered(*_trees(path)[:1]) or {}
    return frozenset(name for module in modules.values() for name in escaped(module))


def attempt_case(seed: int) -> Attempt:
    """Render a document with a few hostile strings in it, in its configuration, or in an overlay."""
    random_ = random.Random(seed)
    path = random_.choice(DOCUMENTS)
    document, configuration, overlay = _trees(path)
    where = random_.choice((document, document, configuration, overlay))
    found = [*strings(where)]
    chosen = random_.sample(found, min(len(found), random_.randint(1, 3)))
    for holder, key, is_key in chosen:
        # A part of a key may be known by its beginning, and a text in a name may be taken for one of its own.
        if not is_key or key in holder:
            end = random_.choice(ENDS)
            texts = (hostile(random_), CODE, f"{key}{hostile(random_)}", f"a{end}{CODE}{end}", f"{end}{CODE} #")
            put(holder, key, is_key, random_.choice(texts))
    try:
        modules = rendered(document, generator=configuration, overlay=overlay)
    except Exception as error:  # a traceback instead of words
        return Attempt(len(chosen), [f"{path.relative_to(CASES)}: {type(error).__name__}: {error}"])
    if modules is None:
        return Attempt(len(chosen), None)
    names = {
        f"{file} names {name}" for file, one in modules.items() for name in escaped(one) if name not in usual(path)
    }
    return Attempt(len(chosen), sorted(names))


def _trees(path: Path) -> tuple[dict[str, Any], dict[str, Any], dict[str, Any]]:
    """A document, its configuration, and the overlay that this names."""
    beside = path.with_name("generator.yaml")
    own: dict[str, Any] = yaml.safe_load(beside.read_text("utf-8")) if beside.exists() else {}
    document: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
    return document, copy.deepcopy({**OF_ANY, **own, "overlays": ["overlay.yaml"]}), copy.deepcopy(OVERLAY)
