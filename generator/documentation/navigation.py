"""The pages that an llms.txt, or the navigation of a page, lists, against the register."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from ..diagnostics import Place
from ..evidence.documentation import PAGES, Entry
from ..spec import Document
from ..spec.pointer import join, string, strings
from .page import Link, Page
from .register import entries

LINK = re.compile(r"([^\[\]]*)\[([^\]]+)\]\(([^)\s]+)\)")
# api-205931265, or as in newer addresses 205931265e0 of an endpoint, 4994288m0 of anything else
ID = re.compile(r"(?:(api|doc)-(\d+)|(\d+)([em])0)(?:\.md)?$")
HEADING = re.compile(r"(#{2,})\s+(\S.*)")
SECTIONS = ("Docs", "API Docs", "Schemas", "Optional")  # of an llms.txt by kind, not groups of the navigation
BULLET = re.compile(r"(\s*)[•*-]\s+(\S.*)")


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
    for line in map(str.rstrip, text.splitlines()):
        if heading := HEADING.match(line):
            level = len(heading[1])
            above = [one for one in above if one[0] < level] + [(level, heading[2])] * (heading[2] not in SECTIONS)
        elif link := LINK.match(line):
            group = [one.strip() for one in link[1].strip(" >-*").split(" > ") if one.strip()]
            found.append(Link(link[2].strip(), tuple(group or [name for _, name in above]), id_of(link[3])))
    return found


def addresses(text: str) -> list[str]:
    """The addresses that an llms.txt links to."""
    return [link[3] for line in text.splitlines() if (link := LINK.match(line))]


def id_of(address: str) -> str:
    """The id of the page at an address, "" if it has none."""
    found = ID.search(address)
    if not found:
        return ""
    return f"{found[1]}-{found[2]}" if found[1] else f"{'api' if found[4] == 'e' else 'doc'}-{found[3]}"


def tree(lines: Iterable[str]) -> list[Link]:
    """The pages in a navigation: indented items, a group above its pages. One without any depth lists only groups."""
    items = [(len(one[1]), one[2]) for line in lines if (one := BULLET.match(line.rstrip()))]
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
    left, found = {one.pointer: one for one in register}, dict[int, Entry]()
    for key_of_link, key_of_entry in KEYS:
        named: dict[object, list[Entry]] = {}
        for one in left.values():
            named.setdefault(key_of_entry(one), []).append(one)
        for index, link in enumerate(listed):
            fits = named.get(key_of_link(link)) if index not in found else None
            if fits and len(fits) == 1:
                found[index] = left.pop(fits.pop().pointer)
    behind: dict[object, Entry] = {}
    for before, after in pairwise([None, *register]):
        if after and after.pointer in left:
            same = before.pointer if before and section_of(before) == section_of(after) else None
            behind[section_of(after), same] = after
    for index, link in enumerate(listed):
        above = found.get(index - 1) if index and listed[index - 1].group == link.group else None
        entry = behind.get((link.group, above and above.pointer)) if index not in found else None
        if entry and entry.pointer in left and not (link.id and entry.node.get("page")):
            found[index] = left.pop(entry.pointer)
    return [(link, found.get(index)) for index, link in enumerate(listed)], [*left.values()]


def entry_of(page: Page, document: Document) -> str:
    """The pointer of the entry that a page's own navigation shows it to be, "" if it does not."""
    shown = [(link, entry) for link, entry in matched(page.links, document)[0] if link.title == page.title]
    listed = [entry for link, entry in shown if page.group in ("", "/".join(link.group))]
    return listed[0].pointer if len(listed) == 1 and listed[0] else ""


def differences(listed: Sequence[Link], document: Document) -> Iterator[Difference]:
    """Pages that the register does not have, or has otherwise, and entries whose group is listed without them."""
    pairs, gone = matched(listed, document)
    groups = {one.group for one in listed}
    folders = {section[:depth] for one in entries(document) for section in [section_of(one)] for depth in range(1, 9)}
    for link, entry in pairs:
        if entry:
            yield from moved(link.title, "/".join(link.group), entry)
        elif (*link.group, link.title) not in folders:  # a group that is closed
            yield Difference("page-added", f"The page {link} is not in {PAGES}.", "/entries", link.id or link.title)
    complete = any(one.id for one in listed)  # an llms.txt; the navigation of a page closes groups
    for entry in gone:
        certainty = entry.node.get("certainty", "seen")
        if (complete and certainty == "seen") or (section_of(entry) in groups - {()} and certainty != "none"):
            message = f"The page {link_of(entry)} is no longer listed."
            yield Difference("page-removed", message, join(entry.pointer, "title"))


def moved(title: str, group: str, entry: Entry) -> Iterator[Difference]:
    """The title and the group of a page that are others than in the register."""
    known = title_of(entry)
    if title and _plain(title) != _plain(known):
        yield Difference(
            "page-renamed", f"The page {known} is titled {title} now.", join(entry.pointer, "title"), title
        )
    if group and group.rpartition("/")[2] not in section_of(entry)[-1:]:
        message = f"The page {known} is in {group} now, not in {' / '.join(section_of(entry))}."
        yield Difference("page-moved", message, join(entry.pointer, "section"), group)


def section_of(entry: Entry) -> tuple[str, ...]:
    """The groups above a page in the navigation."""
    return tuple(strings(entry.node.get("section")))


def link_of(entry: Entry) -> Link:
    """A page of the register as a list of pages has it."""
    return Link(title_of(entry), section_of(entry), str(entry.node.get("page") or ""))


def _plain(title: str) -> str:
    """A title without what Apifox puts behind that of a duplicate."""
    return title.removesuffix(" Copy").strip()


def title_of(entry: Entry) -> str:
    """The title of a page in the register."""
    return string(entry.node.get("title"))


# What a page that is listed and an entry have in common, the surest first.
KEYS: tuple[tuple[Callable[[Link], object], Callable[[Entry], object]], ...] = (
    (lambda link: link.id or None, lambda entry: entry.node.get("page") or object()),
    (lambda link: (link.title, link.group), lambda entry: (title_of(entry), section_of(entry))),
    (lambda link: _plain(link.title), lambda entry: _plain(title_of(entry))),
)
