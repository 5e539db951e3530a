"""The verb `documentation waive`: a difference that is meant to stay, in the register, in the place of its question."""

from __future__ import annotations

import re

from ..cli_output.console import Console, Failure
from ..evidence.documentation import PAGES, Entry
from ..spec import Document
from ..spec.pointer import split
from .editor import Editor
from .navigation import link_of, title_of
from .questions import QUESTIONS, Question, numbered, without, word
from .register import entries
from .written import record_of, replace


def waive(number: int, reason: str, document: Document, console: Console) -> None:
    """Write the waiver of a question. Raises `Failure` if there is no such question, or no entry for its page."""
    register, path = document.directory / PAGES, document.directory / QUESTIONS
    text = path.read_text("utf-8") if path.is_file() else ""
    question = numbered(text, number)
    entry = _entry(question, document)
    if entry is None:
        hint = f"list the page in {PAGES} with `none: REASON`, and what it covers if it covers something"
        raise Failure(f"the page of question {number} has no entry in {PAGES}", hint, code=2)
    kind, editor = question.key.split(" ")[1], Editor.open(register)
    add_waiver(editor, entry.pointer, kind, question.title, reason)
    replace(record_of(document.directory), {register: editor.content, path: without(text, question).encode()})
    console.done(f"{PAGES} waives {kind} of {entry.node.get('title')}; question {number} is answered.")


def _entry(question: Question, document: Document) -> Entry | None:
    """The entry that a question is about: that of its page, or, if a list of pages tells it, the one that it names."""
    page, kind, subject = question.key.split(" ")
    listed = entries(document)
    of_page = [one for one in listed if page in _names(one.node)]
    if kind.startswith("page-"):
        said = [(one, f"The page {link_of(one)}", f"The page {title_of(one)}") for one in listed]
        named = [one for one, *names in said if subject in map(word, names)]
        of_page = [one for one in named if one in of_page] or named or of_page
    return next(iter(of_page), None)


def _names(node: dict[str, object]) -> set[str]:
    """The names under which the questions have a page."""
    return {word(str(node.get(key))) for key in ("page", "title") if node.get(key)}


def add_waiver(editor: Editor, entry: str, kind: str, message: str, reason: str) -> None:
    """Waive a difference of the page of an entry; the message of the difference names its field."""
    field = re.search(r"`([^`]+)`", message) if not kind.startswith("page-") else None
    waiver = {"difference": kind, **({"field": field[1]} if field else {}), "reason": reason}
    tokens = split(entry)
    if "waived" in editor.names(*tokens):
        editor.append([*tokens, "waived"], waiver)
    else:
        editor.insert(tokens, "waived", [waiver])
