"""One page of the documentation, whatever form it was read from."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

LONGEST = 100  # characters that are quoted
METHODS = ("get", "post", "put", "patch", "delete", "head", "options")


class Link(NamedTuple):
    """A page in a list of pages."""

    title: str
    group: tuple[str, ...]
    id: str = ""

    def __str__(self) -> str:
        return f"{self.title} ({self.id or ' / '.join(self.group)})"


class Page(NamedTuple):
    """A page: its title and group in the navigation, and the endpoint or object that it describes."""

    file: str
    form: str
    title: str
    group: str  # "" if the page does not show it
    id: str  # "api-205930918", "" if unknown
    method: str
    path: str
    operation: dict[str, Any]  # as in OpenAPI
    components: dict[str, Any]  # that the operation refers to
    text: str  # where to quote from
    links: tuple[Link, ...] = ()  # the pages that it lists
    entry: str = ""  # the pointer of its entry in the register, if its navigation shows it

    @property
    def label(self) -> str:
        return f"{self.method.upper()} {self.path}"

    def quote(self, word: str) -> str:
        """A line of the page with a word in it, best one that begins with it, cut around the word to 100 characters."""
        pattern = re.compile(rf"(?<![\w-]){re.escape(word)}(?![\w-])")
        lines = [line.strip() for line in self.text.splitlines() if pattern.search(line)] if word else []
        begins = re.compile(rf"(- name: |- \{{name: |\"name\": )?[\"']?{re.escape(word)}(?![\w-])")
        line = next((line for line in lines if begins.match(line)), next(iter([*lines, *_glued(self.text, word)]), ""))
        found = pattern.search(line)
        start = max(found.start() - 20, 0) if found and found.end() > LONGEST else 0
        return f"{'…' * bool(start)}{line[start : start + LONGEST]}{'…' * (len(line) > start + LONGEST)}"


def _glued(text: str, word: str) -> list[str]:
    """The lines that begin with a word, whatever follows without a space."""
    return [line.strip() for line in text.splitlines() if word and line.strip().startswith(word)]


def key_of(method: str, path: str) -> tuple[str, str]:
    """Method and path, whatever the path's parameters are called and however they are marked."""
    return method.lower(), re.sub(r"\{[^}]*\}|:\w+", "{}", path.rstrip("/"))
