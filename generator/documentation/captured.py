"""The last captured state of pages, the list `captured` at the end of documentation.yaml: facts, not the text."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from ..compare import Change, document_changes
from ..evidence.documentation import PAGES
from ..spec import Document
from ..spec.pointer import mapping, resolve, sequence, string
from .page import Page
from .register import known
from .statement import Tree, inline

MACHINE = ("markdown", "openapi", "apifox")
HEAD = "\n# Written by `documentation accept`: the pages as they were last captured.\ncaptured:\n"


def key(page: Page, document: Document) -> str:
    """The name of a page among the captured: its id or title in the register, or its endpoint."""
    entry = known(page, document)[0]
    return str(entry.node.get("page") or entry.node.get("title")) if entry else page.label


def facts(page: Page) -> Tree:
    """What a page states, without prose, examples and references."""
    tree, operation = {"components": page.components}, page.operation
    if not page.method:
        return operation
    found: Tree = {"deprecated": True} if operation.get("deprecated") is True else {}
    found["parameters"] = [
        {"name": one.get("name"), "in": one.get("in"), "required": one.get("required") is True, **_schema(tree, one)}
        for one in (resolve(tree, each) for each in sequence(operation.get("parameters")))
    ]
    if "requestBody" in operation:
        found["requestBody"] = _content(tree, operation["requestBody"])
    found["responses"] = {
        str(status): _content(tree, one)
        for status, one in mapping(operation.get("responses")).items()
        if mapping(resolve(tree, one).get("content"))
    }
    return found


def _content(tree: Tree, holder: Any) -> Tree:
    listed = mapping(resolve(tree, holder).get("content"))
    return {"content": {media: _schema(tree, mapping(one)) for media, one in listed.items()}}


def _schema(tree: Tree, holder: Tree) -> Tree:
    return {"schema": inline(tree, holder["schema"])} if "schema" in holder else {}


def changes(page: Page, document: Document) -> Iterator[tuple[str, Change]]:
    """What changed in a page since it was captured, each with the date of that."""
    old = next((one for one in _listed(document) if one.get("key") == key(page, document)), None)
    if (
        not page.operation
        or old is None
        or old.get("hash") == _hash(page)
        or (old.get("form") in MACHINE) != (page.form in MACHINE)
    ):
        return
    was, now = {**mapping(old.get("facts"))}, facts(page)
    if not page.method:
        was, now = _returning(was), _returning(now)
    was["responses"] = mapping(was.get("responses"))
    now = {**now, "responses": {**was["responses"], **now["responses"]}}
    if page.form not in MACHINE and page.method:
        now = _with_missing(was, now)
    method, path = page.method or "get", page.path or page.title
    trees = [{"paths": {path: {method: each}}} for each in (was, now)]
    for change in document_changes(*trees, partial=True):
        yield str(old.get("date")), change


def _returning(fields: Tree) -> Tree:
    schema = {"type": "object", "properties": mapping(fields.get("fields"))}
    return {"responses": {"200": {"content": {"application/json": {"schema": schema}}}}}


def _with_missing(was: Tree, now: Tree) -> Tree:
    """The facts of a text page; where either page lacks a section or breaks off in it, those of the captured one."""
    old = {(one["in"], one["name"]): one for one in sequence(was.get("parameters"))}
    new = {(one["in"], one["name"]): one for one in now["parameters"]}
    whole = {place for place, _ in old} - {place for (place, _), one in old.items() if _is_cut(one)}
    cut = {place for (place, _), one in new.items() if _is_cut(one)}
    both = {name: one for name, one in old.items() if name[0] in cut or name[0] not in {place for place, _ in new}}
    for name, one in new.items():
        if name[0] in whole:
            both[name] = (
                {**one, "schema": _over(old.get(name, {}).get("schema", {}), one["schema"])} if name[0] in cut else one
            )
        elif name in old:
            both[name] = old[name]
    answers = {status: _completed(was["responses"].get(status), one) for status, one in now["responses"].items()}
    responses = {status: one for status, one in answers.items() if one}
    found = {**was, **now, "parameters": [*both.values()], "responses": responses}
    if "requestBody" in found:
        found["requestBody"] = _completed(was.get("requestBody"), mapping(found["requestBody"]))
    return {name: one for name, one in found.items() if one}


def _is_cut(one: Any) -> bool:
    return mapping(mapping(one).get("schema")).get("x-cut") is True


def _completed(was: Any, now: Tree) -> Any:
    """A body or a response; the captured one if that was cut off or not there at all."""
    before, after = (mapping(mapping(one).get("content")) for one in (was, now))
    if not before or any(map(_is_cut, before.values())):
        return was
    return {
        "content": {
            media: {"schema": _over(mapping(before.get(media, {}).get("schema")), one["schema"])}
            if _is_cut(one)
            else one
            for media, one in after.items()
        }
    }


def _over(old: Tree, new: Tree) -> Tree:
    """A schema that is cut off, completed by the one before."""
    properties = {**mapping(old.get("properties"))}
    for name, one in mapping(new.get("properties")).items():
        properties[name] = _over(mapping(properties.get(name)), one)
    required = [name for name in sequence(old.get("required")) if name not in mapping(new.get("properties"))]
    found = {**old, **new}
    if properties:
        found.update(properties=properties, required=[*required, *sequence(new.get("required"))])
    return {name: value for name, value in found.items() if name != "x-cut"}


def accept(pages: list[Page], document: Document, path: Path) -> int:
    """Record the state of some pages, and return how many are new or changed. The rest of the file stays as it is."""
    kept = {string(one.get("key")): one for one in _listed(document)}
    count = 0
    for page in pages:
        name = key(page, document)
        if page.operation and mapping(kept.get(name)).get("hash") != _hash(page):
            count += 1
            state = {"key": name, "title": page.title, "group": page.group, "form": page.form}
            kept[name] = {**state, "date": date.today().isoformat(), "hash": _hash(page), "facts": facts(page)}
    if count:
        text = path.read_text("utf-8") if path.is_file() else f"# {PAGES}\n"
        ours = re.split(r"\n(?:#[^\n]*\n)?captured:\n", text)[0].rstrip("\n") + "\n"
        written = yaml.safe_dump([*kept.values()], allow_unicode=True, sort_keys=False, width=110)
        temporary = path.with_suffix(".tmp")
        temporary.write_text(ours + HEAD + written, "utf-8")
        os.replace(temporary, path)
    return count


def _listed(document: Document) -> list[Tree]:
    register = document.sibling(PAGES)
    return [mapping(one) for one in sequence(register.tree.get("captured"))] if register else []


def _hash(page: Page) -> str:
    return hashlib.sha256(repr((page.title, page.group, page.form, page.label, facts(page))).encode()).hexdigest()[:16]
