"""Recognise the form of a file, read its pages, and tell what a file is that is no page."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

from ..spec import Document
from ..spec.pointer import mapping
from . import captured, navigation, objects, openapi, text
from .page import Page
from .register import described, groups, known

LARGEST = 20_000_000
CAPTCHA = re.compile(
    r"captcha|cf-challenge|verify (that )?you are (a )?human|人机验证|安全验证|滑动验证", re.IGNORECASE
)
LOGIN = re.compile(
    r"<input[^>]+type=[\"']?password|^\s*(sign in|log in|登录|请输入密码)\s*$", re.IGNORECASE | re.MULTILINE
)
LINKS = re.compile(r"^\s*[-*]?\s*.*\[[^\]]+\]\([^)]+\.md\)", re.MULTILINE)


class Unreadable(Exception):
    """A file that is no page of this documentation: what it is instead, and what to do."""

    def __init__(self, what: str, hint: str) -> None:
        super().__init__(what)
        self.what, self.hint = what, hint


def read(path: Path, document: Document) -> list[Page]:
    """The pages in a file, of any form. Raises `Unreadable`."""
    content = _text(path)
    form = form_of(content)
    pages = [_named(page, path) for page in READERS[form](path.as_posix(), content, document)]
    if form in captured.MACHINE and not any(_is_ours(page, document) for page in pages):
        raise Unreadable(
            "none of its paths is in the spec: it is of another project or another site",
            "export the project of this documentation",
        )
    return pages


def _named(page: Page, path: Path) -> Page:
    """A page of a file that is named after it, as `documentation fetch` names files, has that id."""
    return page if page.id else page._replace(id=navigation.id_of(path.stem))


def form_of(content: str) -> str:
    """The name of the form. Raises `Unreadable` for what is no page at all."""
    head = content.lstrip()[:1]
    if head == "<":
        return "html"
    if head == "{":
        tree = _json(content)
        if "apifoxProject" in tree or "apiCollection" in tree:
            return "apifox"
        if "openapi" in tree:
            return "openapi"
        raise Unreadable("it is JSON, but no OpenAPI document and no Apifox project", "export the project as OpenAPI")
    if "```yaml" in content:
        return "markdown"
    if re.search(r"^openapi:\s", content, re.MULTILINE):
        return "openapi"
    if len(LINKS.findall(content)) > 1 or (LINKS.search(content) and content.startswith("#")):
        return "llms.txt"
    return "text"


def _text(path: Path) -> str:
    try:
        size = path.stat().st_size
        if size > LARGEST:
            raise Unreadable(f"it is too large for a page: {size / 1e6:.0f} MB", "save the page anew")
        data = path.read_bytes()
    except OSError as error:
        raise Unreadable(f"it cannot be read: {error.strerror}", "name a saved page, a folder or an export") from error
    if not data.strip():
        raise Unreadable("it is empty", "save the page anew")
    try:
        return data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        what = f"it is not UTF-8 (byte {error.start + 1} does not belong there)"
        raise Unreadable(what, "save the page as UTF-8") from error


def _json(content: str) -> dict[str, Any]:
    try:
        return mapping(json.loads(content))
    except ValueError as error:
        raise Unreadable(f"it is half a file, or no JSON: {error}", "save the export anew") from error


def _machine(file: str, content: str, document: Document) -> list[Page]:
    try:
        tree = _json(content) if content.lstrip().startswith("{") else openapi.load(content)
    except yaml.YAMLError as error:
        raise Unreadable(f"it is half a file, or no YAML: {_first_line(error)}", "save the export anew") from error
    return _found(list(openapi.pages(file, "openapi", mapping(tree), content)))


def _project(file: str, content: str, document: Document) -> list[Page]:
    return _found(list(openapi.pages(file, "apifox", openapi.project(_json(content)), content)))


def _markdown(file: str, content: str, document: Document) -> list[Page]:
    try:
        tree = openapi.fragment(content)
    except yaml.YAMLError as error:
        raise Unreadable(f"its OpenAPI fragment is no YAML: {_first_line(error)}", "save the page anew") from error
    if tree is None:
        raise Unreadable("it is half a file: the OpenAPI fragment does not end", "save the page anew")
    return _found(list(openapi.pages(file, "markdown", mapping(tree), content)))


def _found(pages: list[Page]) -> list[Page]:
    if not pages:
        raise Unreadable("it holds no operation", "name the page of an endpoint")
    return pages


def _links(file: str, content: str, document: Document) -> list[Page]:
    """An llms.txt: a page that has nothing but links."""
    links = navigation.links(content)
    if not any(entry for _, entry in navigation.matched(links, document)[0]):
        raise Unreadable(
            "it is an llms.txt of another site: it lists none of the pages of documentation.yaml", "name ours"
        )
    return [Page(file, "llms.txt", "", "", "", "", "", {}, {}, content, tuple(links))]


def _html(file: str, content: str, document: Document) -> list[Page]:
    if CAPTCHA.search(content):
        raise Unreadable("it is a captcha, not the page", "open the page in a browser and save it there")
    if LOGIN.search(content):
        raise Unreadable("it is a login page", "sign in, and save the page anew")
    if "</html>" not in content.lower():
        raise Unreadable("it is half a file: the HTML does not end", "save the page anew")
    return _plain(file, text.html_text(content), document, "html")


def _plain(file: str, content: str, document: Document, form: str = "text") -> list[Page]:
    tree, names = document.tree, groups(document)
    page = text.page(file, form, content, tree, names)
    operation = known(page, document)[1] if page else None
    if operation:  # the page may be of a variant, or of an operation that has moved
        page = text.page(file, form, content, tree, names, described(operation))
    if page:
        if known(page, document)[1] is None and not _same_host(page, document.tree):
            raise Unreadable(f"it is a page of another site: {page.label} is on another host", "name pages of this one")
        return [page]
    page = objects.page(file, form, content)
    if page:
        page = _named(_renamed(page, document), Path(file))
    if page and known(page, document)[0]:
        return [page]
    if page:
        raise Unreadable(f"it is titled {page.title}, which documentation.yaml does not list", "add the page there")
    for pattern, what, hint in (
        (CAPTCHA, "it is a captcha, not the page", "open the page in a browser and save it there"),
        (LOGIN, "it is a login page", "sign in, and save the page anew"),
    ):
        if pattern.search(content):
            raise Unreadable(what, hint)
    raise Unreadable(
        "it shows no endpoint (a method, its address below) and no table of fields", "pages of prose are not read"
    )


def _renamed(page: Page, document: Document) -> Page:
    """The page of an object, with the id of the entry that its navigation shows under another title."""
    pairs, _ = navigation.matched(page.links, document)
    entries = [entry for link, entry in pairs if link.title == page.title and entry]
    return page._replace(id=str(entries[0].node.get("page") or "")) if len(entries) == 1 else page


def _same_host(page: Page, spec: dict[str, Any]) -> bool:
    hosts = [str(one.get("url")).partition("://")[2].partition("/")[0] for one in spec.get("servers", [])]
    addresses = re.findall(r"^\s*https?://([^/\s]+)", page.text, re.MULTILINE)
    return not addresses or any(host in addresses for host in hosts)


def _is_ours(page: Page, document: Document) -> bool:
    """True for a page of an operation of the spec, or of a group of the navigation."""
    return known(page, document)[1] is not None or not groups(document).isdisjoint(page.group.split("/"))


def _first_line(error: Exception) -> str:
    return " ".join(str(error).split())[:120]


READERS: dict[str, Callable[[str, str, Document], list[Page]]] = {
    "html": _html,
    "apifox": _project,
    "openapi": _machine,
    "markdown": _markdown,
    "llms.txt": _links,
    "text": _plain,
}
