"""spec/questions.md: what a person decides, each under a number that it keeps until it is answered."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from .check import Finding

QUESTIONS = "questions.md"
HEAD = """# Questions

What pages of the documentation say otherwise than the spec, and a person has to decide.
`python -m generator documentation apply` writes this file: a question keeps its number, and disappears when its
cause is gone.

"""
ENTRY = re.compile(r"^## (\d+)\. ([^\n]*)\n\n<!-- ([^\n]*) -->\n(.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
NEXT = re.compile(r"^<!-- next: (\d+) -->\n", re.MULTILINE)
KEEP = "Keep the spec: describe the difference in divergences.yaml with its evidence."


class Question(NamedTuple):
    """One question. `key` tells it from the others, `page` names the file or the page that it comes from."""

    number: int
    title: str
    key: str
    body: str


def read(text: str) -> list[Question]:
    """The questions of a file."""
    return [Question(int(number), title, key, body) for number, title, key, body in ENTRY.findall(text)]


def updated(text: str, asked: Iterable[tuple[str, Finding, str]], pages: set[str]) -> str:
    """The file with these questions, each with the name of its page, in place of those of the same pages.

    "" if there never was a question.
    """
    old = {one.key: one for one in read(text)}
    found = NEXT.search(text)
    number = max([int(found[1]) if found else 1, *(one.number + 1 for one in old.values())])
    read_anew = set(map(_word, pages))
    kept = [one for one in old.values() if one.key.partition(" ")[0] not in read_anew]
    for page, finding, reason in asked:
        key = key_of(page, finding)
        # Several pages may say the same of one place: that is one question.
        if key not in {one.key for one in kept} and not _same_place(key, kept):
            same = old.get(key)
            kept.append(Question(same.number if same else number, finding.message, key, _body(finding, reason)))
            number += same is None
    if not kept and not text:
        return ""
    entries = "\n".join(_entry(one) for one in sorted(kept)) or "No question is open.\n"
    return f"{HEAD}<!-- next: {number} -->\n\n{entries}"


def _same_place(key: str, asked: list[Question]) -> bool:
    subject = key.partition(" ")[2]
    return "/" in subject and any(one.key.partition(" ")[2] == subject for one in asked)


def key_of(page: str, finding: Finding) -> str:
    """The identity of a question: page, rule and place, whatever the page says there now."""
    return f"{_word(page)} {finding.kind} {finding.pointer or _word(finding.message)}"


def _word(text: str) -> str:
    return re.sub(r"[\s<>]+|--+", "_", text)


def _entry(question: Question) -> str:
    return f"## {question.number}. {question.title}\n\n<!-- {question.key} -->\n{question.body.rstrip()}\n"


def _body(finding: Finding, reason: str) -> str:
    quote = f"\n> {finding.quote}\n" if finding.quote else ""
    lines = [f"Page: `{Path(finding.page).name}`  ", f"Place: `{finding.place}`  ", f"Rule: `{finding.kind}`"]
    if reason:
        lines[-1] += "  "
        lines.append(f"Not written by itself: {reason}")
    return "\n".join([*lines, quote, *(f"- {one}" for one in _options(finding))]) + "\n"


def _options(finding: Finding) -> Iterator[str]:
    if finding.since:
        yield "Take it out of the spec: this breaks callers who use it."
        yield "Keep it: `python -m generator documentation accept PAGE`, once the page is known to be wrong or cut off."
        return
    if finding.kind == "page-removed":
        yield "Mark what it covers as deprecated, and take the page out of documentation.yaml in a later version."
        yield "Keep it: the page is only hidden."
    elif finding.kind == "page-added":
        yield "Add it by hand: CONTRIBUTING.md, Add an endpoint."
        yield "Leave it out: list the page in documentation.yaml with `none` and the reason."
    elif finding.kind == "path-changed":
        yield "Follow the page: change the path in openapi.yaml and in its family; record it again."
        yield KEEP
    else:
        yield "Follow the page: change the spec at this place, and record an exchange that shows it."
        yield KEEP
