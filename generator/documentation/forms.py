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
from .content import LARGEST_PAGE, Unreadable, barrier, check_size, text_of
from .page import Page
from .register import described, groups, known

FEW = 5  # pages of an export that may all be new but one
PROJECTS = ("openapi", "apifox")
LINK = re.compile(r"^[^\n\[]*\[[^\]\n]+\]\([^)\n]+\.md\)", re.MULTILINE)


def read(path: Path, document: Document) -> list[Page]:
    """The pages in a file, of any form. Raises `Unreadable`."""
    content = text_of(path)
    form = form_of(content)
    if form not in PROJECTS:
        check_size(len(content), LARGEST_PAGE)
    pages = [_named(page, path, document) for page in READERS[form](path.as_posix(), content, document)]
    ours = sum(_is_ours(page, document) for page in pages)
    if form in captured.MACHINE and (not ours or (len(pages) > FEW and ours * 2 < len(pages))):
        few = f"{len(pages) - ours} of its {len(pages)} paths are not" if ours else "none of its paths is"
        raise Unreadable(
            f"{few} in the spec: it is of another project or another site",
            "export the project of this documentation; of new pages name its llms.txt too, which lists them",
            pages=pages,
        )
    return pages


def _named(page: Page, path: Path, document: Document) -> Page:
    """The page with what tells which one it is: a file's name, as of `documentation fetch`, and its own navigation."""
    id = page.id if page.id or page.form in PROJECTS else navigation.id_of(path.stem)
    return page._replace(id=id, entry=navigation.entry_of(page, document))


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
    if openapi.BLOCK.search(content):
        return "markdown"
    if re.search(r"^openapi:\s", content, re.MULTILINE):
        return "openapi"
    if len(LINK.findall(content)) > 1 or (content.startswith("#") and LINK.search(content)):
        return "llms.txt"
    return "text"


def _json(content: str) -> dict[str, Any]:
    try:
        return mapping(json.loads(content))
    except ValueError as error:
        raise Unreadable(f"it is half a file, or no JSON: {error}", "save the export anew") from error
    except RecursionError as error:
        raise Unreadable("it is no export: its JSON is nested too deeply", "export the project anew") from error


def _machine(file: str, content: str, document: Document) -> list[Page]:
    tree = _json(content) if content.lstrip().startswith("{") else mapping(_yaml(content))
    return _pages(file, "openapi", tree, content)


def _yaml(content: str) -> Any:
    try:
        return openapi.load(content)
    except (yaml.YAMLError, RecursionError) as error:
        what = f"it is half a file, or its OpenAPI document is no YAML: {_first_line(error)}"
        raise Unreadable(what, "save it anew") from error


def _project(file: str, content: str, document: Document) -> list[Page]:
    return _pages(file, "apifox", _json(content), content)


def _markdown(file: str, content: str, document: Document) -> list[Page]:
    fragment = openapi.fragment(content)
    if fragment is None:
        raise Unreadable("it is half a file: the OpenAPI fragment does not end", "save the page anew")
    return _pages(file, "markdown", mapping(_yaml(fragment)), content)


def _pages(file: str, form: str, tree: dict[str, Any], content: str) -> list[Page]:
    if openapi.depth(tree) > openapi.DEEPEST:
        raise Unreadable(f"it is no page: its schemas are nested more than {openapi.DEEPEST} deep", "save it anew")
    pages = openapi.project(file, tree, content) if form == "apifox" else openapi.pages(file, form, tree, content)
    if not (found := list(pages)):
        raise Unreadable("it holds no operation", "name the page of an endpoint")
    return found


def _links(file: str, content: str, document: Document) -> list[Page]:
    """An llms.txt: a page that has nothing but links."""
    links = navigation.links(content)
    if not any(entry for _, entry in navigation.matched(links, document)[0]):
        raise Unreadable(
            "it is an llms.txt of another site: it lists none of the pages of documentation.yaml", "name ours"
        )
    return [Page(file, "llms.txt", "", "", "", "", "", {}, {}, content, tuple(links))]


def _html(file: str, content: str, document: Document) -> list[Page]:
    if "</html>" not in content.lower():
        raise barrier(content) or Unreadable("it is half a file: the HTML does not end", "save the page anew")
    shown = text.html_text(content)
    try:
        return _plain(file, shown, document, "html")
    except Unreadable as error:
        if found := barrier(content):
            raise found from error
        if error.harmless and len(shown) < 200 and "<script" in content:
            what = "it is an HTML page without contents, which a browser fills by a script"
            raise Unreadable(what, "name its address with .md behind it, or save what a browser shows") from error
        raise


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
        page = _named(page, Path(file), document)
    if page and known(page, document)[0]:
        return [page]
    if page:
        raise Unreadable(f"it is titled {page.title}, which documentation.yaml does not list", "add the page there")
    raise barrier(content) or Unreadable(
        "it shows no endpoint (a method, its address below) and no table of fields",
        "pages of prose are not read",
        harmless=True,
    )


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
