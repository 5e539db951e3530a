"""A new operation, as the page of an endpoint has it: beside those of its group, and named as they are."""

from __future__ import annotations

import os
import re
from collections import Counter
from typing import Any, NamedTuple

from ..spec import Document, Operation
from ..spec.names import words
from ..spec.operations import FORM, JSON, essence
from ..spec.pointer import join, mapping, resolve, sequence, string, strings
from .draft import Draft, pascal, singular, words_of
from .editor import NotEditable
from .page import Page
from .register import entries
from .register_edits import add_page, link_of, section_of
from .statement import NO_PARAMETERS, Tree, inline

VERBS = {"post": "create", "get": "retrieve", "put": "update", "patch": "update", "delete": "delete"}
COPIED = ("401", "default")  # failures that every operation has


class Name(NamedTuple):
    """The operationId, and the place in the client."""

    id: str
    resource: str
    method: str


def add_operation(draft: Draft, page: Page) -> None:
    """Write the operation, its schemas, its path and its page. Raises `NotEditable` if its name or place is open."""
    document, path = draft.document, re.sub(r":(\w+)", r"{\1}", page.path)
    sibling = nearest(page, document)
    name = named(path, page, sibling, document)
    taken = {(one.client.get("resource"), one.client.get("method")) for one in document.operations}
    if tuple(name.resource.rpartition(".")[::2]) in taken:  # a method of the client, not a resource
        above, _, noun = name.resource.rpartition(".")
        name = Name(name.id, above, f"{name.method}_{noun}")
    if name.id in document.operations_by_id or name[1:] in taken:
        raise NotEditable(f"the name {name.id} (client.{name.resource}.{name.method}) is taken: it needs another")
    before = set(draft.names)
    node = _Writer(draft, page, sibling, name).node(path)
    home = join("/paths", sibling.path)
    if path in mapping(document.tree.get("paths")):
        draft.add(join("/paths", path, page.method), node)
    else:
        shared = {key: draft.moved(one, home) for key, one in sibling.path_item.items() if key == "servers"}
        _place(draft, path, {**shared, page.method: node}, home)
    add_page(draft, link_of(page), page.method, [name.id, *(draft.names - before)])
    draft.fresh.append(name.id)


def _place(draft: Draft, path: str, item: Tree, home: str) -> None:
    """Write a path item into the file of its family, and refer to it from the main one."""
    document = draft.document
    file, main = document.source_of(home)[0], document.source_of("")[0]
    own = [one for one in mapping(document.tree.get("paths")) if document.source_of(join("/paths", one))[0] == file]
    if file != main:
        draft.editor(file).insert(["paths"], path, item)
        label = os.path.relpath(file, main.parent).replace(os.sep, "/")
        token = path.replace("~", "~0").replace("/", "~1").replace("{", "%7B").replace("}", "%7D")
        item = {"$ref": f"{label}#/paths/{token}"}
    draft.editor(main).insert(["paths"], path, item, after=own[-1])


def nearest(page: Page, document: Document) -> Operation:
    """The operation of the same group whose path is the most like the new one."""
    listed = entries(document)
    section = section_of(link_of(page), listed)
    of_group = [one for one in listed if section and strings(one.node.get("section")) == section]
    covered = {name for one in of_group for name in strings(one.node.get("covers"))}
    own = [one for one in document.operations if one.base is None]
    group = [one for one in own if one.id in covered]
    ranked = sorted(group or own, key=lambda one: (-_common(page.path, one.path), one.method != page.method))
    if not ranked or (not group and _common(page.path, ranked[0].path) < 3):
        raise NotEditable("no operation of its group is known: its family and its name are open")
    return ranked[0]


def _common(one: str, other: str) -> int:
    """Return the number of leading segments that two paths share."""
    pairs = zip(one.split("/"), other.split("/"), strict=False)
    return next((index for index, (a, b) in enumerate(pairs) if a != b), min(one.count("/"), other.count("/")) + 1)


def named(path: str, page: Page, sibling: Operation, document: Document) -> Name:
    """The name by the pattern of the operations beside it, else by method and path."""
    last, above = path.rpartition("/")[2], path.rpartition("/")[0]
    beside = [one for one in document.operations if one.base is None and one.path.rpartition("/")[0] == above]
    patterns = Counter(
        pattern
        for one in beside
        if one.method == page.method and not last.startswith("{")
        for pattern in [_pattern(one)]
        if pattern
    )
    if patterns:
        (start, end, resource), _ = patterns.most_common(1)[0]
        word = pascal(last)
        id = f"{start}{word}{end}" if start else f"{word[:1].lower()}{word[1:]}{end}"
        return Name(id, resource, "_".join(words(last)).lower())
    return _by_path(path, page, sibling)


def _pattern(operation: Operation) -> tuple[str, str, str] | None:
    """Return the parts of an operationId before and after the last word of the path; None if it is not in it."""
    last = operation.path.rpartition("/")[2]
    start, found, end = re.sub("^[a-z]", lambda first: first[0].upper(), operation.id).partition(pascal(last))
    if not found or operation.client.get("method") != "_".join(words(last)).lower():
        return None
    start = operation.id[: len(start)]
    return start, end, string(operation.client.get("resource"))


def _by_path(path: str, page: Page, sibling: Operation) -> Name:
    """createLampSwitch of POST /v1/lamps/switches; cancelBatch of POST /v1/batches/{id}/cancel."""
    parts = [one for one in path.split("/") if one and not re.fullmatch(r"v\d\w*", one)]
    literal = [one for one in parts if not one.startswith("{")]
    if not literal:
        raise NotEditable("nothing in its path names it")
    verb, nouns = VERBS.get(page.method, page.method), literal
    if page.method == "post" and len(parts) > 1 and parts[-2].startswith("{") and not parts[-1].startswith("{"):
        verb, nouns = "_".join(words(parts[-1])).lower(), literal[:-1] or literal
    plural = page.method == "get" and _is_list(page)
    verb = "list" if plural else verb
    noun = "".join(pascal(one) if plural and one == nouns[-1] else _singular(pascal(one)) for one in nouns)
    same = string(sibling.client.get("resource"))
    resource = ".".join("_".join(words(one)).lower() for one in nouns)
    # Where a resource is not called as its paths are, the new one is below it too.
    known = same.partition(".")[0]
    if known and known not in sibling.path:
        resource = known if len(nouns) < 2 else f"{known}.{'_'.join(words(nouns[-1])).lower()}"
    head, *rest = words(verb)
    return Name(head.lower() + "".join(map(str.capitalize, rest)) + noun, resource, verb)


def _singular(name: str) -> str:
    return singular(name).removesuffix("Item")


def _is_list(page: Page) -> bool:
    tree = {"components": page.components}
    for status, response in mapping(page.operation.get("responses")).items():
        for content in mapping(resolve(tree, response).get("content")).values() if status.startswith("2") else ():
            schema = resolve(tree, mapping(content).get("schema"))
            data = resolve(tree, mapping(schema.get("properties")).get("data"))
            return "array" in (schema.get("type"), data.get("type"))
    return False


class _Writer:
    """Writes one operation in the words of the spec; an extension stands where the nearest operation has it too."""

    def __init__(self, draft: Draft, page: Page, sibling: Operation, name: Name) -> None:
        self.draft, self.page, self.sibling, self.name = draft, page, sibling, name
        self.home = join("/paths", sibling.path)
        self.tree = {"components": page.components}
        self.docs: Any = {"page": page.id or None, "title": page.title, "evidence": "documented"}
        self.docs = self.docs if "x-docs" in sibling.node else None

    def node(self, path: str) -> Tree:
        said, known = self.page.operation, self.sibling.node
        words_said: Tree = {"x-description": self.page.title}
        self.result: Tree = {}
        self.errors: Any = None
        self.client: Tree = {"resource": self.name.resource, "method": self.name.method}
        found: Tree = {"operationId": self.name.id}
        found |= {"tags": known["tags"]} if "tags" in known else {}
        found["summary"] = words_of(words_said, self.name.id)
        parameters = self._parameters(path)
        body, responses = self._body(), self._responses()
        found |= {"x-docs": self.docs} if self.docs else {}
        if "x-client" in known:
            found["x-client"] = self.client
        if "x-retry" in known:
            found["x-retry"] = "safe" if self.page.method in ("get", "head") else "unsent"
        if "x-errors" in self.draft.document.tree and (errors := self.errors or self._proof()):
            found["x-errors"] = errors
        found |= {"x-task": task} if (task := self._task(responses)) else {}
        found |= {"deprecated": True} if said.get("deprecated") is True else {}
        found |= {"parameters": parameters} if parameters else {}
        return {**found, **({"requestBody": body} if body else {}), "responses": responses}

    def _parameters(self, path: str) -> list[Tree]:
        found: list[Tree] = []
        listed = [resolve(self.tree, one) for one in sequence(self.page.operation.get("parameters"))]
        names = re.findall(r"\{([^}]+)\}", path)
        said = {str(one.get("name")): one for one in listed if one.get("in") == "path"}
        for one in [*({"name": name, "in": "path", **said.get(name, {})} for name in names), *listed]:
            name, place = str(one.get("name")), one.get("in")
            if (place == "path" and (name, place) in {(each["name"], each["in"]) for each in found}) or (
                place == "path" and name not in names
            ):
                continue
            if place == "header" and name.lower() in NO_PARAMETERS:
                continue
            schema = inline(self.tree, one.get("schema", {"type": "string"}))
            schema = self.draft.schema(schema, f"{pascal(self.name.id)}{pascal(name)}", self.home, self.docs)
            required = {"required": True} if place == "path" or one.get("required") is True else {}
            words_said = {"x-description": string(one.get("description") or one.get("x-description"))}
            found.append({"name": name, "in": place, **required, "description": words_of(words_said, name)})
            found[-1]["schema"] = schema
        return found

    def _body(self) -> Tree:
        node = resolve(self.tree, self.page.operation.get("requestBody"))
        content = {essence(media): mapping(one) for media, one in mapping(node.get("content")).items()}
        media = next((one for one in (JSON, FORM) if one in content), "")
        if not media:
            if content:
                raise NotEditable(f"a body of {', '.join(content)}")
            return {}
        schema = mapping(inline(self.tree, content[media].get("schema", {})))
        if not mapping(schema.get("properties")):
            raise NotEditable("the fields of its body are not described")
        ref = self.draft.component(schema, f"{pascal(self.name.id)}Request", self.home, self.docs)
        required = node.get("required") is True or bool(schema.get("required"))
        return {**({"required": True} if required else {}), "content": {media: {"schema": {"$ref": ref}}}}

    def _responses(self) -> Tree:
        said = mapping(self.page.operation.get("responses"))
        status = next((one for one in map(str, said) if one.startswith("2")), "")
        if not status:
            raise NotEditable("its response is not described")
        node = resolve(self.tree, said[status])
        content = {essence(media): mapping(one) for media, one in mapping(node.get("content")).items()}
        failures = mapping(self.sibling.node.get("responses"))
        found = {status: self._same(status, content) or self._described(content)}
        return found | {key: self.draft.moved(failures[key], self.home) for key in COPIED if key in failures}

    def _same(self, status: str, content: Tree) -> Tree:
        """The response of the operation beside it, if what it returns depends on an argument: so it is of them all."""
        returns, known = self.sibling.client.get("returns"), mapping(self.sibling.node.get("responses")).get(status)
        media = {one.media_type for one in self.sibling.results if one.status == status}
        if not returns or not known or not all(any(_is_within(one, each) for each in media) for one in content):
            return {}
        self.client["returns"] = returns
        self.errors = self.sibling.node.get("x-errors")
        return mapping(self.draft.moved(known, self.home))

    def _described(self, content: Tree) -> Tree:
        if not content:
            return {"description": "The result."}
        if JSON in content and len(content) > 1:
            raise NotEditable(f"when {' and when '.join(content)} comes")
        if JSON not in content:
            return {"description": "The file.", "content": {media: {"schema": _file(media)} for media in content}}
        schema = mapping(inline(self.tree, mapping(content[JSON]).get("schema", {})))
        if schema.get("type") == "array" and schema.get("items"):
            name = f"{pascal(self.name.id)}Response"
            found = self.draft.schema(schema, name, self.home, self.docs)
        elif mapping(schema.get("properties")):
            self.result, found = schema, {"$ref": self._result(schema)}
        else:
            raise NotEditable("the fields of its response are not described")
        return {"description": "The result.", "content": {JSON: {"schema": found}}}

    def _task(self, responses: Tree) -> Tree:
        """The way to poll of the operations that start a task with the same response, if they agree."""
        shown = [mapping(one.get("content")) for key, one in responses.items() if key.startswith("2")]
        wanted = {string(mapping(mapping(one.get(JSON)).get("schema")).get("$ref")) for one in shown} - {""}
        tasks: list[Any] = []
        for one in self.draft.document.operations if self.page.method == "post" else ():
            refs = {string(mapping(each.node.get("schema")).get("$ref")) for each in one.json_results()}
            if wanted & {self.draft.reference(ref[1:], self.home) for ref in refs if ref.startswith("#/")}:
                tasks.append(one.node.get("x-task"))
        same = max(tasks, key=tasks.count, default=None)
        return mapping(same) if tasks.count(same) * 2 > len(tasks) else {}

    def _result(self, schema: Tree) -> str:
        """An object of the family that has the same fields, else a new one."""
        fields = mapping(schema["properties"]).keys()
        file = self.draft.document.source_of(self.home)[0]
        components = mapping(mapping(self.draft.document.tree.get("components")).get("schemas"))
        for name, node in components.items():
            pointer, own = join("/components/schemas", name), mapping(mapping(node).get("properties"))
            if own.keys() == fields and self.draft.document.source_of(pointer)[0] == file:
                return self.draft.reference(pointer, self.home)
        noun = re.sub("^[a-z]+", "", self.name.id)
        name = noun if noun and noun not in self.draft.names else f"{pascal(self.name.id)}Response"
        return self.draft.component(schema, name, self.home, self.docs)

    def _proof(self) -> Tree:
        fields = mapping(self.result.get("properties"))
        required = [one for one in strings(self.result.get("required")) if one in fields]
        if fields and not required:
            raise NotEditable("no field of its response is required, so none proves a result")
        return {"proof": required[:1]} if required else {}


def _is_within(media: str, known: str) -> bool:
    """True for a media type that another one, perhaps `image/*`, includes."""
    return media == known or (known.endswith("/*") and media.startswith(known[:-1]))


def _file(media: str) -> Tree:
    """The schema of a body that is no JSON."""
    return {"type": "string"} if media.startswith("text/") else {"type": "string", "format": "binary"}
