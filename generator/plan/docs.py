"""Descriptions from the document, with the page of the documentation that they come from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ..policy import page_of
from ..spec import Document
from ..spec.pointer import resolve, string
from .ir import Prose

# Keywords for the lower and upper limit of a value, and its unit.
_RANGES = (
    ("minimum", "maximum", ""),
    ("minLength", "maxLength", " characters"),
    ("minItems", "maxItems", " items"),
    ("minProperties", "maxProperties", " keys"),
)
_OTHERS = {"exclusiveMinimum": "More than {}.", "exclusiveMaximum": "Less than {}.", "multipleOf": "A multiple of {}."}
_ADVICE = re.compile(r"\b(instead|replaced|replaces|legacy|in favou?r of|use `)", re.IGNORECASE)
_WORDS = {0: "zero", 1: "one", 2: "two", 3: "three", 4: "four", 5: "five"}
_INHERITED = ("default", "deprecated", "pattern", *_OTHERS, *(end for low, high, _ in _RANGES for end in (low, high)))


def prose_of(document: Document, node: dict[str, Any], pointer: str) -> Prose:
    """The description of a node with its limits, default and deprecation, its page, and its place in the spec."""
    page = page_of(node)
    source = ", ".join(text for text in (page.title, page.page) if text)
    if "$ref" in node:
        named = resolve(document.tree, node)
        node = {**{key: named[key] for key in _INHERITED if key in named}, **node}
    sentences = [string(node.get("description")).strip()]
    sentences += _limits(node, sentences[0].lower())
    if node.get("default") is not None:
        sentences.append(f"Default: `{node['default']!r}`.")
    deprecated = _deprecation(sentences[0]) if node.get("deprecated") is True else ""
    if deprecated:
        sentences.append("Deprecated.")
    text = " ".join(text for text in sentences if text)
    return Prose(text, source, f"{document.file(pointer)}#{pointer}", deprecated)


def _deprecation(text: str) -> str:
    """The words for something deprecated, with the sentences of its description that say what to use instead."""
    sentences = re.split(r"(?<=[.。])\s+", " ".join(text.split()))
    advice = " ".join(one for one in sentences if _ADVICE.search(one))
    return f"deprecated: {advice}" if advice else "deprecated"


def _limits(node: dict[str, Any], text: str) -> Iterator[str]:
    """The limits of a value that its description does not name already."""
    for low, high, what in _RANGES:
        least, most = (node.get(key) if not _is_said(node.get(key), text) else None for key in (low, high))
        if least is not None and most is not None:
            yield f"{least}{what}." if least == most else f"From {least} to {most}{what}."
        elif most is not None:
            yield f"At most {most}{what}."
        elif least is not None and not (what and least in (0, 1) and "empty" in text):
            yield f"At least {least}{what if least != 1 else what.removesuffix('s')}."
    for key, sentences in _OTHERS.items():
        if key in node and not _is_said(node[key], text):
            yield sentences.format(node[key])
    if "pattern" in node and not _is_said(node["pattern"], text):
        yield f"It matches `{node['pattern']}`."


def _is_said(value: object, text: str) -> bool:
    word = _WORDS.get(value) if isinstance(value, int) else None
    return str(value).lower() in text or (word is not None and word in text)


def first_sentence(text: str) -> str:
    """The first sentence of a text, in one line."""
    flat = " ".join(text.partition("\n\n")[0].split())
    head, stop, _ = flat.partition(". ")
    return head + stop.rstrip() if stop else flat
