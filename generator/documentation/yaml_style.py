"""Plain data as YAML in the style of the spec: short values in one line, text folded, keys in the order of the data."""

from __future__ import annotations

import json
import re
import textwrap
from typing import Any, cast

import yaml

from ..spec import yaml_file
from ..spec.pointer import mapping, sequence
from ..spec.yaml_file import TAG

WIDTH = 120
STRING = f"{TAG}str"
_older: dict[str, list[tuple[str, re.Pattern[str]]]] = yaml.SafeLoader.yaml_implicit_resolvers


def inline_json(value: Any) -> str:
    """A value in one line of JSON."""
    return json.dumps(value, ensure_ascii=False)


def inline_yaml(value: Any) -> str:
    """A value in one line: `{type: string, enum: [a, b]}`."""
    if isinstance(value, dict):
        pairs = (f"{scalar(key)}: {inline_yaml(one)}" for key, one in mapping(cast("object", value)).items())
        return "{" + ", ".join(pairs) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(inline_yaml, sequence(cast("object", value)))) + "]"
    return scalar(value)


def key_text(key: str, is_json: bool) -> str:
    return json.dumps(key, ensure_ascii=False) if is_json else scalar(key)


def scalar(value: Any, *, flow: bool = True) -> str:
    """A scalar that means the same in YAML 1.1 and 1.2; not for a flow collection if `flow` is False."""
    if not isinstance(value, str):
        return json.dumps(
            int(value) if isinstance(value, float) and value.is_integer() and abs(value) < 1e15 else value
        )
    older = _older.get(value[:1], []) + _older.get("", []) if value else [("", re.compile(""))]
    if not any(pattern.match(value) for _, pattern in older) and _is_plain(value, flow):
        return value
    quoted = json.dumps(value, ensure_ascii=False)
    return re.sub("[\x7f-\xa0\u2028\u2029\ufeff\ud800-\udfff]", lambda found: f"\\u{ord(found[0]):04x}", quoted)


def _is_plain(value: str, flow: bool) -> bool:
    try:
        node = yaml_file.parse(f"[{value}, {{{value}: {value}}}]" if flow else f"{value}: {value}\nb: {value}", "")
    except yaml_file.ParseError:
        return False
    first = (node.value[0] if flow else node.value[0][0]) if node and len(node.value) == 2 else None
    return isinstance(first, yaml.ScalarNode) and (first.tag, first.value) == (STRING, value)


def block(value: Any, indent: int, *, prefer_flow: bool = False) -> list[str]:
    """The lines of a mapping or a list, indented; inner mappings are in one line only where that is preferred."""
    lines: list[str] = []
    if isinstance(value, list):
        for item in sequence(cast("object", value)):
            lines += _entry("- ", item, indent, prefer_flow)
        return lines
    for key, one in mapping(value).items():
        lines += _entry(f"{scalar(key, flow=False)}: ", one, indent, prefer_flow)
    return lines


def _entry(head: str, value: Any, indent: int, prefer_flow: bool) -> list[str]:
    is_scalar = not isinstance(value, (dict, list))
    margin, text = " " * indent, scalar(value, flow=False) if is_scalar else inline_yaml(value)
    fits = indent + len(head) + len(text) <= WIDTH
    if is_scalar:
        return [f"{margin}{head}{text}"] if fits or "\n" in value or "  " in value else _folded(margin, head, value)
    held = [*cast("Any", value.values() if isinstance(value, dict) else value)]
    is_leaf = not any(isinstance(one, (dict, list)) for one in held)
    is_short = is_leaf and (isinstance(value, list) or len(held) < 2 or head.startswith("x-"))
    if fits and (not held or is_short or prefer_flow or (head.startswith("x-") and len(held) < 2)):
        return [f"{margin}{head}{text}"]
    if head == "- " and held and isinstance(value, dict):
        inner = block(value, indent + 2)
        return [f"{margin}- {inner[0].lstrip()}", *inner[1:]]
    if is_leaf and isinstance(value, list):
        return [f"{margin}{head.rstrip()}", *_packed([*map(inline_yaml, held)], indent + 2)]
    return [f"{margin}{head.rstrip()}", *block(value, indent + 2)]


def _packed(items: list[str], indent: int) -> list[str]:
    """A list over several lines, as many items in each as fit."""
    lines = [" " * indent + "["]
    for number, item in enumerate(items):
        text = item + ("," if number + 1 < len(items) else "]")
        if len(lines[-1]) + len(text) + 1 > WIDTH and lines[-1].strip() != "[":
            lines.append(" " * (indent + 1))
        lines[-1] += text if lines[-1][-1:] in ("[", " ") and not lines[-1].strip(" [") else f" {text}"
    return lines


def _folded(margin: str, head: str, text: str) -> list[str]:
    lines = textwrap.wrap(text, WIDTH - len(margin) - 2, break_long_words=False, break_on_hyphens=False)
    return [f"{margin}{head}>-", *(f"{margin}  {one}" for one in lines)]
