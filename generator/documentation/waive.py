"""The verb `documentation waive`: a difference that is meant to stay, in the register, in the place of its question."""

from __future__ import annotations

import re

from ..cli_output.console import Console, Failure
from ..evidence.documentation import PAGES
from ..spec import Document
from ..spec.pointer import split
from .editor import Editor
from .questions import QUESTIONS, Question, numbered, page_of, without, word
from .register import entries
from .written import record_of, remember, replace


def waive(number: int, reason: str, document: Document, console: Console) -> None:
    """Write the waiver of a question. Raises `Failure` if there is no such question, or no entry for its page."""
    register, path = document.directory / PAGES, document.directory / QUESTIONS
    text = path.read_text("utf-8") if path.is_file() else ""
    question = numbered(text, number)
    entry = next((one for one in entries(document) if page_of(question) in _names(one.node)), None)
    if entry is None:
        hint = f"list the page in {PAGES} with `none: REASON`, and what it covers if it covers something"
        raise Failure(f"the page of question {number} has no entry in {PAGES}", hint, code=2)
    waiver = _waiver(question, reason)
    editor, tokens = Editor.open(register), split(entry.pointer)
    if "waived" in editor.names(*tokens):
        editor.append([*tokens, "waived"], waiver)
    else:
        editor.insert(tokens, "waived", [waiver])
    files = {register: editor.content, path: without(text, question).encode()}
    remember(record_of(document.directory), replace({**files}), {**files})
    console.done(f"{PAGES} waives {waiver['difference']} of {entry.node.get('title')}; question {number} is answered.")


def _names(node: dict[str, object]) -> set[str]:
    """The names under which the questions have a page."""
    return {word(str(node.get(key))) for key in ("page", "title") if node.get(key)}


def _waiver(question: Question, reason: str) -> dict[str, str]:
    kind = question.key.split(" ")[1]
    field = re.search(r"`([^`]+)`", question.title) if not kind.startswith("page-") else None
    return {"difference": kind, **({"field": field[1]} if field else {}), "reason": reason}
