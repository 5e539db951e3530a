"""Explanations of the codes of diagnostics: the rule, its reason, an example and how to fix it."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import NamedTuple, get_args

import yaml

from ..diagnostics import Severity
from ..spec.pointer import mapping, string, strings

_FILE = Path(__file__).with_name("diagnostics.yaml")
SEVERITIES: tuple[Severity, ...] = get_args(Severity)
_ORDER: list[str] = [*SEVERITIES]


class Words(NamedTuple):
    """The explanation in one language: the rule, its reason, and the cure."""

    holds: str
    why: str
    fix: str


class Explanation(NamedTuple):
    """The explanation of one code. The example is a difference: `-` has the fault, `+` has not."""

    code: str
    severities: tuple[str, ...]  # the most severe first
    kept: bool  # told only for documents with the schemas of their extensions beside them
    example: str
    words: dict[str, Words]  # by language

    @property
    def english(self) -> Words:
        return self.words["en"]


@cache
def explanations() -> dict[str, Explanation]:
    """Every code with its explanation."""
    loaded = mapping(yaml.load(_FILE.read_text("utf-8"), Loader=yaml.CSafeLoader))
    return {code: _explanation(code, mapping(node)) for code, node in loaded.items()}


def near(code: str, known: Iterable[str]) -> list[str]:
    """The known codes that are nearest to an unknown one: those that share a word with it, then similar ones."""
    codes, own = sorted(known), {*code.lower().split("-")}
    shared = [one for one in codes if own & {*one.split("-")}]
    return list(dict.fromkeys([*get_close_matches(code.lower(), codes, n=3), *shared]))[:5]


def _explanation(code: str, node: dict[str, object]) -> Explanation:
    severities = tuple(sorted(strings(node["severity"]), key=_ORDER.index))
    words = {"en": _words(node), "zh": _words(mapping(node["zh"]))}
    return Explanation(code, severities, node.get("kept") is True, string(node.get("example")), words)


def _words(node: dict[str, object]) -> Words:
    return Words(*(string(node[field]) for field in Words._fields))
