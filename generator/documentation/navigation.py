"""The pages that an llms.txt, or the navigation of a page, lists, against the register."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from ..diagnostics import Place
from ..evidence.documentation import PAGES, Entry
from ..spec import Document
from ..spec.pointer import join, string, strings
from .page import Link
from .register import entries

LINK = re.compile(r"^\s*[-*]?\s*([^\[\]]*)\[\s*(.+?)\s*\]\(([^)\s]+)\)", re.MULTILINE)
# api-205931265, or as in newer addresses 205931265e0 of an endpoint, 4994288m0 of anything else
ID = re.compile(r"(?:(api|doc)-(\d+)|(\d+)([em])0)(?:\.md)?$")
HEADING = re.compile(r"^(#{2,})\s+(.+?)\s*$")
SECTIONS = ("Docs", "API Docs", "Schemas", "Optional")  # of an llms.txt by kind, not groups of the navigation
BULLET = re.compile(r"^(\s*)[•*-]\s+(\S.*?)\s*$")


class Difference(NamedTuple):
    """A page that is listed otherwise: what happened, the place in the register, and a word to quote."""

    kind: str
    message: str
    pointer: str
    word: str = ""

    def place(self, document: Document) -> Place:
        register = document.sibling(PAGES)
        return register.place(self.pointer) if register else Place(PAGES)


def links(text: str) -> list[Link]:
    """The pages of an llms.txt. Their group stands before the link, `LLMs > Chat`, or in the headings above."""
    found: list[Link] = []
    above: list[tuple[int, str]] = []
    for line in text.splitlines():
        if heading := HEADING.match(line):
            level = len(heading[1])
            above = [one for one in above if one[0] < level] + [(level, heading[2])] * (heading[2] not in SECTIONS)
        elif link := LINK.match(line):
            group = [one.strip() for one in link[1].strip(" >").split(" > ") if one.strip()]
            found.append(Link(link[2], tuple(group or [name for _, name in above]), id_of(link[3])))
    return found


def id_of(address: str) -> str:
    """The id of the page at an address, "" if it has none."""
    found = ID.search(address)
    if not found:
        return ""
    return f"{found[1]}-{found[2]}" if found[1] else f"{'api' if found[4] == 'e' else 'doc'}-{found[3]}"


def tree(lines: Iterable[str]) -> list[Link]:
    """The pages in a navigation: indented items, a group above its pages. One without any depth lists only groups."""
    items = [(len(one[1]), one[2]) for line in lines if (one := BULLET.match(line))]
    found: list[Link] = []
    above: list[tuple[int, str]] = []
    for (depth, title), (next_depth, _) in pairwise([*items, (0, "")]):
        above = [one for one in above if one[0] < depth]
        if next_depth > depth:
            above.append((depth, title))
        elif above:  # at the top it may be a group that is closed
            found.append(Link(title, tuple(name for _, name in above)))
    return found


def matched(listed: Sequence[Link], document: Document) -> tuple[list[tuple[Link, Entry | None]], list[Entry]]:
    """Each page that is listed with its entry in the register, and the entries that are not listed.

    A page between the same neighbours as an entry that is not listed is that entry, renamed.
    """
    register = entries(document)
    left, found = [*register], dict[int, Entry]()
    for same in (_same_id, _same_place, _same_title):
        for index, link in enumerate(listed):
            fits = [one for one in left if same(link, one)] if index not in found else []
            if len(fits) == 1:
                found[index] = fits[0]
                left.remove(fits[0])
    above = {one.pointer: before for before, one in pairwise([None, *register]) if one}
    for index, link in enumerate(listed):
        before = found.get(index - 1) if index and listed[index - 1].group == link.group else None
        for one in [*left] if index not in found else ():
            entry = above[one.pointer]
            if _is_renamed(link, one) and before == (entry if entry and _section(entry) == link.group else None):
                found[index] = one
                left.remove(one)
    return [(link, found.get(index)) for index, link in enumerate(listed)], left


def differences(listed: Sequence[Link], document: Document) -> Iterator[Difference]:
    """Pages that the register does not have, or has otherwise, and entries whose group is listed without them."""
    pairs, gone = matched(listed, document)
    groups = {one.group for one in listed}
    folders = {section[:depth] for one in entries(document) for section in [_section(one)] for depth in range(1, 9)}
    for link, entry in pairs:
        if entry:
            yield from moved(link.title, "/".join(link.group), entry)
        elif (*link.group, link.title) not in folders:  # a group that is closed
            yield Difference("page-added", f"The page {link} is not in {PAGES}.", "/entries", link.id or link.title)
    complete = any(one.id for one in listed)  # an llms.txt; the navigation of a page closes groups
    for entry in gone:
        certainty = entry.node.get("certainty", "seen")
        if (complete and certainty == "seen") or (_section(entry) in groups - {()} and certainty != "none"):
            known = Link(str(entry.node.get("title")), _section(entry), str(entry.node.get("page") or ""))
            yield Difference("page-removed", f"The page {known} is no longer listed.", join(entry.pointer, "title"))


def moved(title: str, group: str, entry: Entry) -> Iterator[Difference]:
    """The title and the group of a page that are others than in the register."""
    known = string(entry.node.get("title"))
    if title and _plain(title) != _plain(known):
        yield Difference(
            "page-renamed", f"The page {known} is titled {title} now.", join(entry.pointer, "title"), title
        )
    if group and group.rpartition("/")[2] not in _section(entry)[-1:]:
        message = f"The page {known} is in {group} now, not in {' / '.join(_section(entry))}."
        yield Difference("page-moved", message, join(entry.pointer, "section"), group)


def _same_id(link: Link, entry: Entry) -> bool:
    return bool(link.id) and entry.node.get("page") == link.id


def _same_place(link: Link, entry: Entry) -> bool:
    return link.title == entry.node.get("title") and link.group == _section(entry)


def _is_renamed(link: Link, entry: Entry) -> bool:
    return link.group == _section(entry) and not (link.id and entry.node.get("page"))


def _same_title(link: Link, entry: Entry) -> bool:
    return _plain(link.title) == _plain(string(entry.node.get("title")))


def _section(entry: Entry) -> tuple[str, ...]:
    return tuple(strings(entry.node.get("section")))


def _plain(title: str) -> str:
    """A title without what Apifox puts behind that of a duplicate."""
    return title.removesuffix(" Copy").strip()
