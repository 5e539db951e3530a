"""spec/questions.md: what a person decides, each under a number that it keeps until it is answered."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from ..cli_output.console import Failure
from .check import Finding
from .edits import UNDECIDED

QUESTIONS = "questions.md"
HEAD = """# Questions

What pages of the documentation say otherwise than the spec, and a person has to decide.
`python -m generator documentation apply` writes this file: a question keeps its number, and disappears when its
cause is gone. Run the command of an option, then `make generate` and `make check`.

"""
ENTRY = re.compile(r"^## (\d+)\. ([^\n]*)\n\n<!-- ([^\n]*) -->\n(.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
NEXT = re.compile(r"^<!-- next: (\d+) -->\n", re.MULTILINE)


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
    read_anew = set(map(word, pages))
    kept = [one for one in old.values() if page_of(one) not in read_anew]
    for page, finding, reason in asked:
        key = key_of(page, finding)
        # Several pages may say the same of one place: that is one question.
        if key not in {one.key for one in kept} and not _same_place(key, kept):
            same = old.get(key)
            own = same.number if same else number
            kept.append(Question(own, " ".join(finding.message.split()), key, _body(own, finding, reason)))
            number += same is None
    return _file(kept, number) if kept or text else ""


def without(text: str, question: Question) -> str:
    """The file without a question that was answered."""
    found = NEXT.search(text)
    return _file([one for one in read(text) if one != question], int(found[1]) if found else question.number + 1)


def numbered(text: str, number: int) -> Question:
    """The question of a number. Raises `Failure`."""
    listed = {one.number: one for one in read(text)}
    if number not in listed:
        open = ", ".join(map(str, listed)) or "none"
        raise Failure(f"there is no question {number}", f"{QUESTIONS} lists those that are open: {open}", code=2)
    return listed[number]


def _file(questions: list[Question], next: int) -> str:
    entries = "\n".join(_entry(one) for one in sorted(questions)) or "No question is open.\n"
    return f"{HEAD}<!-- next: {next} -->\n\n{entries}"


def _same_place(key: str, asked: list[Question]) -> bool:
    subject = key.partition(" ")[2]
    return (subject[:5] == "page-" or "/" in subject) and any(one.key.partition(" ")[2] == subject for one in asked)


def key_of(page: str, finding: Finding) -> str:
    """The identity of a question: page, rule and place, whatever the page says there now.

    An entry of the register is named by its title: its place in the list is another one after the next new page.
    """
    place = finding.pointer
    if finding.kind.startswith("page-"):
        place = re.split(" is | are ", finding.message)[0]
    return f"{word(page)} {finding.kind} {word(place or finding.message)}"


def page_of(question: Question) -> str:
    """The page that a question is about, as one word."""
    return question.key.partition(" ")[0]


def word(text: str) -> str:
    """A text as one word, which can stand in a comment."""
    return re.sub(r"[\s<>]+|--+", "_", text)


def _entry(question: Question) -> str:
    return f"## {question.number}. {question.title}\n\n<!-- {question.key} -->\n{question.body.rstrip()}\n"


def _body(number: int, finding: Finding, reason: str) -> str:
    page = Path(finding.page).name
    quote = f"\n> {_code(finding.quote)}\n" if finding.quote else ""
    lines = [f"Page: `{page}`  ", f"Place: `{finding.place}`  ", f"Rule: `{finding.kind}`"]
    if reason:
        lines[-1] += "  "
        lines.append(f"Not written by itself: {' '.join(reason.split())}")
    return "\n".join([*lines, quote, *(f"- {one}" for one in _options(number, page, finding, reason))]) + "\n"


def _code(text: str) -> str:
    """A text as Markdown shows it unchanged: no link, picture or mention of anybody becomes of it."""
    fence = "`" * (1 + max(map(len, re.findall("`+", text)), default=0))
    return f"{fence} {text} {fence}" if len(fence) > 1 else f"`{text}`"


def _options(number: int, page: str, finding: Finding, reason: str) -> Iterator[str]:
    """Each option as a command, or as the line to edit."""
    verb = "python -m generator documentation"
    keep = f"`{verb} waive {number} REASON`"
    if finding.denied:
        yield f"Follow the page: edit the spec at `{finding.place}`, and what divergences.yaml says of it."
        yield f"Keep the spec and the divergence: `{verb} accept {page}`."
    elif finding.since:
        yield f"It is gone: delete it from the spec at `{finding.place}`. This breaks callers who use it."
        yield f"Keep it: `{verb} accept {page}` if the page is wrong or cut off, or {keep}."
    elif finding.kind == "page-removed":
        yield f"It is gone: `{verb} apply {page} --follow {number}` deprecates what it covers; drop both later."
        yield f"Keep it, the page is only hidden: {keep}."
    elif finding.kind == "page-added":
        yield "Add it by hand: CONTRIBUTING.md, Add an endpoint."
        yield "Leave it out: list the page in documentation.yaml, with `none: REASON`."
    else:
        by_hand = reason not in ("", UNDECIDED)
        follow = f"edit the spec at `{finding.place}`" if by_hand else f"`{verb} apply {page} --follow {number}`"
        yield f"Follow the page: {follow}, and record an exchange that shows it."
        yield f"Keep the spec: {keep}, or describe the difference in divergences.yaml with its evidence."
