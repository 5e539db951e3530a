"""Edits of YAML and JSON files in place: everything else keeps its bytes."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.documentation.editor import Editor, NotEditable

SPEC = Path("spec")
FILES = sorted([*SPEC.glob("*.yaml"), *SPEC.glob("families/*.yaml")])
WORDS = [
    "on", "no", "1e5", "0o17", "2024-01-01", "null", "~", "a: b", "a #b", "- x", "中文 、", "", " x", "'", '"', "[a]",
    "x,y", "`q`", "1:20", "12", "true", "=", "a\nb", "\u2028", "*a", "&b", "%c", "@d", "x: ", "long " * 40 + "text",
]  # fmt: skip


def plain(text: str) -> Any:
    return yaml.load(text, yaml.CSafeLoader)


@pytest.mark.parametrize("path", FILES, ids=str)
def test_what_is_not_edited_keeps_its_bytes(path: Path) -> None:
    assert Editor.open(path).content == path.read_bytes()


@pytest.mark.parametrize("path", FILES, ids=str)
def test_an_edit_that_is_taken_back_leaves_every_byte(path: Path) -> None:
    """At every mapping and list of every file: insert and remove, append and remove."""
    whole, chance = path.read_bytes(), random.Random(7)
    places = list(_places(plain(path.read_text("utf-8")), []))
    for tokens, kind in chance.sample(places, min(6, len(places))):
        editor = Editor.open(path)
        holder = _at(plain(editor.text), tokens)
        if _is_anchored(editor, tokens):
            continue
        if kind is dict:
            editor.insert(tokens, "zzz", {"type": "string"})
            assert _at(plain(editor.text), [*tokens, "zzz"]) == {"type": "string"}
            editor.remove([*tokens, "zzz"])
        else:
            editor.append(tokens, "zzz")
            assert _at(plain(editor.text), tokens) == [*holder, "zzz"]
            editor.remove([*tokens, str(len(holder))])
        # A flow collection that became too long for its line keeps the break behind nothing.
        assert editor.content == whole, tokens


def _is_anchored(editor: Editor, tokens: list[str]) -> bool:
    before = editor.text
    try:
        editor.remove([*tokens, "no such"])
    except NotEditable as error:
        assert editor.text == before
        return "anchor" in str(error)
    return False


def _places(node: Any, tokens: list[str]) -> Any:
    if isinstance(node, (dict, list)) and node:
        yield tokens, type(node)
        for key, one in node.items() if isinstance(node, dict) else enumerate(node):
            yield from _places(one, [*tokens, str(key)])


def _at(node: Any, tokens: list[str]) -> Any:
    for token in tokens:
        node = node[int(token)] if isinstance(node, list) else node[token]
    return node


SHAPES = {
    "block": "# one\nroot:\n  a: 1  # 2\n\n  # 3\n  b:\n    - x\n    - {c: 1}\n  d: >-\n    t\n    u\n\n\n# 4\n",
    "flow": "root: {a: 1, b: [x, {c: 1}], d: text} # end\n",
    "lines": "root: {\n  a: 1,\n  b: [\n    x,\n    {c: 1},\n  ],\n  d: text,\n}\n",
    "json": '{\n  "root": {\n    "a": 1,\n    "b": ["x", {"c": 1}],\n    "d": "text"\n  }\n}\n',
    "windows": "root:\r\n  a: 1 # one\r\n  b:\r\n    - x\r\n    - c: 1\r\n  d: text\r\n",
    "no-end": "root:\n  a: 1\n  b:\n  - x\n  - c: 1\n  d: text",
    "empty": "root: {a: 1, b: [x, {c: 1}], d: {}}\n",
}


@pytest.mark.parametrize("shape", SHAPES)
def test_edits_at_random_are_those_of_plain_data(shape: str) -> None:
    chance = random.Random(shape)
    for _ in range(25):
        editor = Editor(SHAPES[shape], is_json=shape == "json")
        value = plain(editor.text)
        for number in range(6):
            places = [one for one in _places(value, []) if one[0]]
            tokens, kind = chance.choice(places)
            holder, new = _at(value, tokens), _value(chance)
            what = chance.choice(["add", "replace", "remove"])
            key = chance.choice([*holder]) if kind is dict else str(chance.randrange(len(holder)))
            if what == "add" and kind is dict:
                editor.insert(tokens, f"k{number}", new)
                holder[f"k{number}"] = new
            elif what == "add":
                editor.append(tokens, new)
                holder.append(new)
            elif what == "replace":
                editor.replace([*tokens, key], new)
                holder[key if kind is dict else int(key)] = new
            elif tokens != ["root"] or len(holder) > 1:
                editor.remove([*tokens, key])
                del holder[key if kind is dict else int(key)]
            assert plain(editor.text) == value, (editor.text, tokens, what)
            assert list(_at(plain(editor.text), tokens)) == list(holder)
        if shape in ("block", "lines"):
            assert editor.text.startswith(SHAPES[shape][:6])
        if shape == "json":
            assert json.loads(editor.text) == value
        if shape == "windows":
            assert "\n" not in editor.text.replace("\r\n", "")


def _value(chance: random.Random, depth: int = 0) -> Any:
    kind = chance.randrange(7 if depth < 2 else 4)
    if kind < 4:
        return [chance.choice(WORDS), chance.randrange(99), chance.choice([True, None, 0.5, -1]), "text"][kind]
    if kind < 6:
        return {f"n{index}": _value(chance, depth + 1) for index in range(chance.randrange(1, 4))}
    return [_value(chance, depth + 1) for _ in range(chance.randrange(1, 4))]


def test_a_new_value_is_written_as_its_neighbours_are() -> None:
    editor = Editor("fields:\n  a: {type: string}\n  b:\n    type: object\n    enum: [x]\n# end\n")
    editor.insert(["fields"], "c", {"type": "string", "enum": ["x", "y"]})
    editor.insert(["fields"], "d", {"type": "string"}, after="a")
    editor.append(["fields", "b", "enum"], "no")
    editor.replace_pair(["fields", "b", "type"], "anyOf", [{"type": "string"}])
    assert editor.text == (
        "fields:\n  a: {type: string}\n  d: {type: string}\n  b:\n    anyOf: [{type: string}]\n"
        '    enum: [x, "no"]\n  c:\n    type: string\n    enum: [x, y]\n# end\n'
    )


def test_what_cannot_be_edited_is_told() -> None:
    editor = Editor("a: &one {b: 1}\nc: *one\n")
    for tokens in (["a"], ["c"], ["d"], ["a", "b", "e"]):
        with pytest.raises(NotEditable):
            editor.insert(tokens, "x", 1)
    with pytest.raises(NotEditable, match="has 'a' already"):
        Editor("a: 1\n").insert([], "a", 2)
    with pytest.raises(NotEditable):
        editor.remove(["c", "b"])
