"""The verb `documentation fetch`: pages, and those that an llms.txt lists, into a folder."""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urldefrag, urljoin, urlsplit

from ...cli_output.console import Console, Failure
from ...evidence.documentation import PAGES
from ...spec import Document
from ...spec import read as read_spec
from ...spec.pointer import mapping, string
from .. import navigation
from ..content import Unreadable, decoded, text_of
from ..forms import form_of, read
from .saved import Saved, name_of
from .session import Response, Session

GONE = (404, 410)
NEWS = ("new", "changed", "gone")


class Options(NamedTuple):
    """The options of the command line."""

    sources: list[str]
    out: Path
    pause: float
    contact: str
    spec: Path


class Outcome(NamedTuple):
    """The outcome for one page: new, changed, unchanged, gone or failed."""

    url: str
    status: str
    file: str = ""
    message: str = ""
    hint: str = ""

    def line(self) -> str:
        told = f": {self.message}\n   hint: {self.hint}" if self.message else ""
        return f"{self.status:9} {self.url}{f' ({self.file})' * bool(self.file)}{told}"


def run(options: Options, console: Console, session: Session | None = None) -> None:
    """Exits with 1 if a page is new, changed or gone, with 2 if one could not be fetched."""
    document = read_spec(options.spec)
    session = session or Session(agent(document, options.contact), options.pause)
    outcomes: list[Outcome] = []
    for one in _Fetch(document, Saved(options.out), session).all(options.sources):
        console.say(one.line())
        outcomes.append(one)
    counts = {status: sum(one.status == status for one in outcomes) for status in (*NEWS, "unchanged", "failed")}
    if console.machine:
        found = [one._asdict() for one in outcomes]
        print(json.dumps({"format": 1, "folder": options.out.as_posix(), **counts, "pages": found}, indent=2))
    console.say(", ".join(f"{count} {status}" for status, count in counts.items()) + ".")
    if counts["failed"] or any(counts[one] for one in NEWS):
        raise SystemExit(2 if counts["failed"] else 1)


def agent(document: Document, contact: str) -> str:
    """The User-Agent: who asks, and where they can be reached."""
    name = string(mapping(document.tree.get("x-client")).get("name")) or "OpenAPI"
    return f"{re.sub(r'[^A-Za-z0-9]', '', name) or 'OpenAPI'}-documentation-check/1.0{f' (+{contact})' * bool(contact)}"


class _Fetch:
    """One run: every address once, in the order in which they are named and listed."""

    def __init__(self, document: Document, saved: Saved, session: Session) -> None:
        self.document, self.saved, self.session = document, saved, session
        self.done: set[str] = set()

    def all(self, sources: list[str]) -> Iterator[Outcome]:
        """The outcomes of all. What is listed, or redirected to, on a host that nobody named is not asked for."""
        listed = {source: [] if re.match(r"https?://", source) else _links_of(Path(source)) for source in sources}
        named = [*sources, self._site(), *(link for links in listed.values() for link in links)]
        self.session.hosts = {urlsplit(one).netloc for one in named} - {""}
        for source in sources:
            if re.match(r"https?://", source):
                yield from self._address(source)
            else:
                yield from self._listed(listed[source], self._site())

    def _site(self) -> str:
        register = self.document.sibling(PAGES)
        return f"{string(register.tree.get('site')).rstrip('/')}/" if register else ""

    def _address(self, url: str) -> Iterator[Outcome]:
        """The page at an address; if it is an llms.txt, the pages that it lists as well."""
        url = urldefrag(url)[0]
        if self._is_done(url):
            return
        outcome = self._page(url)
        yield outcome
        path = self.saved.path(url)
        if path and outcome.status != "failed":
            text = text_of(path)
            if urlsplit(url).path.endswith("llms.txt") or form_of(text) == "llms.txt":
                yield from self._listed(navigation.addresses(text), url)

    def _listed(self, links: list[str], base: str) -> Iterator[Outcome]:
        for link in dict.fromkeys(urldefrag(urljoin(base, one))[0] for one in links):
            if not self._is_done(link):
                yield self._page(link)

    def _is_done(self, url: str) -> bool:
        """True for a page that was asked for, by its address or that of its Markdown."""
        return url.removesuffix(".md") in self.done

    def _page(self, url: str) -> Outcome:
        """Save a page; of one without an ending its Markdown, where there is some."""
        self.done.add(url.removesuffix(".md"))
        markdown = f"{url}.md" if re.search(r"/[^/.?]+$", urlsplit(url).path) and "?" not in url else ""
        if markdown and not self.saved.path(url):
            found = self._one(markdown, url)
            if found.status != "failed" or self.saved.path(markdown):
                return found
        return self._one(url, url)

    def _one(self, url: str, name: str) -> Outcome:
        try:
            response = self.session.get(url, self.saved.conditions(url))
            return self._saved(url, response)
        except Unreadable as error:
            return Outcome(name, "failed", "", error.what, error.hint)
        except OSError as error:
            raise Failure(f"{error.filename or self.saved.folder}: {error.strerror}", "make it writable") from error

    def _saved(self, url: str, response: Response) -> Outcome:
        path = self.saved.path(url)
        if response.status == 304 and path:
            return Outcome(url, "unchanged", path.name)
        if response.status in GONE:
            kept = f"; what was saved stays in {path.name}" if path else ""
            what = f"there is no such page any more (HTTP {response.status}){kept}"
            hint = "see whether it has moved, then remove the file"
            return Outcome(url, "gone" if path else "failed", path.name if path else "", what, hint)
        if response.status != 200:
            hint = "sign in, and save the page by hand" if response.status in (401, 403) else "try again later"
            raise Unreadable(f"the server answers with HTTP {response.status}", hint)
        charset = re.search(r"charset=\"?([\w-]+)", response.headers.get("content-type", ""))
        text = decoded(response.body, charset[1] if charset else "")
        form = self._checked(text, url, path)
        path, status = self.saved.save(url, form, text, response.headers)
        return Outcome(url, status, path.name)

    def _checked(self, text: str, url: str, old: Path | None) -> str:
        """The form of a page. Raises `Unreadable` for what is no page, or none any more."""
        form = form_of(text)
        if urlsplit(url).path.endswith("llms.txt") and form != "llms.txt":
            raise Unreadable("it is no llms.txt: it lists no pages", "name the address of the list, or of a page")
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder, name_of(url, form))  # of which the page may have its id
            file.write_text(text, "utf-8")
            try:
                read(file, self.document)
            except Unreadable as error:
                is_new = bool(error.pages) and urlsplit(url).netloc == urlsplit(self._site()).netloc
                if not (error.harmless or is_new) or (old and self._is_page(old)):
                    raise
        return form

    def _is_page(self, path: Path) -> bool:
        try:
            return bool(read(path, self.document))
        except Unreadable:
            return False


def _links_of(path: Path) -> list[str]:
    """The addresses in a file: an llms.txt, or one address a line."""
    try:
        text = text_of(path)
    except Unreadable as error:
        raise Failure(f"{path}: {error.what}", "name an address, or a file with addresses", code=2) from error
    found: list[Any] = navigation.addresses(text) or [line.strip() for line in text.splitlines() if "://" in line]
    if not found:
        raise Failure(f"{path} has no addresses", "write one a line, or name an llms.txt", code=2)
    return found
