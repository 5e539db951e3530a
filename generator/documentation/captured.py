"""The last captured state of pages, the list `captured` at the end of documentation.yaml: facts, not the text."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import yaml

from ..compare import Change, document_changes
from ..evidence.documentation import PAGES
from ..spec import Document
from ..spec.pointer import join, mapping, resolve, sequence, string, strings
from .page import Page
from .register import known
from .statement import Tree, digest, example_mark, inline, is_no_parameter

MACHINE = ("markdown", "openapi", "apifox")
HEAD = "\n# Written by `documentation accept`: the pages as they were last captured.\ncaptured:\n"


def key(page: Page, document: Document) -> str:
    """The name of a page among the captured: its id or title in the register, or its endpoint."""
    entry = known(page, document)[0]
    return str(entry.node.get("page") or entry.node.get("title")) if entry else page.label


def facts(page: Page) -> Tree:
    """Return a page's facts without prose: a schema per section (`query`, `body application/json`, `200 text/plain`).

    `x-cut` is the section in which the page breaks off.
    """
    tree, operation = {"components": page.components}, page.operation
    found: Tree = {key: operation[key] for key in ("x-cut", "deprecated") if operation.get(key)}
    for one in (resolve(tree, each) for each in sequence(operation.get("parameters"))):
        if is_no_parameter(one):
            continue
        section = found.setdefault(str(one.get("in")), {"properties": {}, "required": []})
        section["properties"][str(one.get("name"))] = _schema(tree, one)
        section["required"] += [str(one.get("name"))] * (one.get("required") is True)
    for name, holder in {"body": operation.get("requestBody"), **mapping(operation.get("responses"))}.items():
        for media, content in mapping(resolve(tree, holder).get("content")).items():
            found[f"{name} {media}"] = _schema(tree, mapping(content))
    return found


def _schema(tree: Tree, holder: Tree) -> Tree:
    return {**mapping(inline(tree, holder.get("schema", {}))), **example_mark(holder)}


def changes(page: Page, document: Document) -> Iterator[tuple[str, Change]]:
    """Return the changes in a page since it was captured, each with the date of the capture."""
    old = _captured(page, document)
    if not old or old.get("hash") == _hash(page) or (old.get("form") in MACHINE) != (page.form in MACHINE):
        return
    was, now = _comparable(mapping(old.get("facts")), facts(page))
    name = page.label if page.method else page.title
    trees = [{"paths": {page.path or name: {page.method or "get": _operation(each)}}} for each in (was, now)]
    label = name if page.method else f"GET {name}"
    same = old.get("form") == page.form  # else examples and orders may be written otherwise
    for change in (*document_changes(*trees, partial=True), *(_unstructured(was, now, name) if same else ())):
        yield str(old.get("date")), change._replace(message=change.message.replace(label, name, 1))


def _comparable(was: Tree, now: Tree) -> tuple[Tree, Tree]:
    """Two states of a page, without what either may have only because the other one breaks off."""
    was, now = {**was}, {**now}
    for name in [*now] if "x-cut" in was else ():
        if name not in was or name == was["x-cut"]:
            was[name] = now[name]
    if "x-cut" in now:
        cut = now["x-cut"]
        now = {**was, **now, **({cut: _over(was[cut], now[cut])} if cut in was and cut in now else {})}
    return _sections(was), _sections(now)


def _sections(state: Tree) -> Tree:
    return {name: one for name, one in state.items() if name != "x-cut"}


def _over(old: Tree, new: Tree) -> Tree:
    """A schema that is cut off, completed by the one before."""
    properties = {**mapping(old.get("properties"))}
    for name, one in mapping(new.get("properties")).items():
        properties[name] = _over(mapping(properties.get(name)), one)
    required = [name for name in strings(old.get("required")) if name not in mapping(new.get("properties"))]
    found = {**old, **new}
    if mapping(old.get("items")) and mapping(new.get("items")):
        found["items"] = _over(old["items"], new["items"])
    if properties:
        found.update(properties=properties, required=[*required, *strings(new.get("required"))])
    return found


def _operation(sections: Tree) -> Tree:
    """The sections as an operation of a document."""
    found: Tree = {"parameters": [], "responses": {}, "deprecated": sections.get("deprecated") is True}
    for name, schema in sections.items():
        place, _, media = name.partition(" ")
        if media:
            holder = found if place == "body" else found["responses"]
            content = holder.setdefault("requestBody" if place == "body" else place, {"content": {}})["content"]
            content[media] = {"schema": schema}
        elif place != "deprecated":
            required = strings(schema.get("required"))
            found["parameters"] += [
                {"name": each, "in": place, "required": each in required, "schema": one}
                for each, one in mapping(schema.get("properties")).items()
            ]
    return found


def _unstructured(was: Tree, now: Tree, name: str) -> Iterator[Change]:
    """Examples and orders of fields that are others."""
    for section in was.keys() & now.keys() - {"deprecated"}:
        for path, id, words in _marks(was[section], now[section], ""):
            where = f"`{path}`" if path else f"the {section.partition(' ')[0]}"
            yield Change(id, "document", name, f"{name}: {words.format(where)}.", join("/properties", path))


def _marks(old: Tree, new: Tree, path: str) -> Iterator[tuple[str, str, str]]:
    if old.get("x-example") != new.get("x-example"):
        yield path, "example-changed", "the example of {} is another one"
    was, now = (mapping(one.get("properties")) for one in (old, new))
    order = [name for name in now if name in was]
    if order != [name for name in was if name in now]:
        yield path, "fields-reordered", "the fields of {} are in another order"
    for name in order:
        yield from _marks(was[name], now[name], f"{path}.{name}" if path else name)
    if mapping(old.get("items")) and mapping(new.get("items")):
        yield from _marks(old["items"], new["items"], f"{path}[]")


def is_captured(page: Page, document: Document) -> bool:
    """True if a state of the page is recorded."""
    return bool(_captured(page, document))


def is_known_example(page: Page, section: str, document: Document) -> bool:
    """True if a page had the same example when it was captured."""
    was = mapping(mapping(_captured(page, document).get("facts")).get(section)).get("x-example")
    return was is not None and was == mapping(facts(page).get(section)).get("x-example")


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


def _captured(page: Page, document: Document) -> Tree:
    name = key(page, document)
    return next((one for one in _listed(document) if one.get("key") == name), Tree())


def _hash(page: Page) -> str:
    return digest([page.title, page.group, page.form, page.label, facts(page)])
