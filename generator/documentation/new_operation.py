"""A new operation, as the page of an endpoint has it: beside those of its group, and named as they are."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

from ..spec import Document, Operation
from ..spec.operations import EVENTS, FORM, JSON, essence
from ..spec.pointer import join, mapping, resolve, sequence, split, string, strings
from ..spec.responses import described_fields, required_fields
from ..spec.schemas import branches_of
from .draft import Draft, Name, pascal, path_reference, words_of
from .editor import NotEditable
from .edits import UNDECIDED
from .operation_names import named
from .page import Page, key_of
from .register import entries
from .register_edits import add_page, link_of, section_of
from .statement import NO_PARAMETERS, Tree, inline, leaves, says, types_in

FIELDS = "application/x-www-form-urlencoded"
TYPES = {str: "string", bool: "boolean", int: "integer", float: "number", dict: "object", list: "array"}
COPIED = ("401", "default")  # failures that every operation has


def add_operation(draft: Draft, page: Page) -> None:
    """Write the operation, its schemas, its path and its page. Raises `NotEditable` if its name or place is open."""
    document = draft.document
    path = _written_path(draft, re.sub(r":(\w+)", r"{\1}", page.path))
    sibling = nearest(page, document)
    name = named(path, page, sibling, document, draft.fresh)
    before = set(draft.names)
    node = _Writer(draft, page, sibling, name).node(path)
    home = join("/paths", sibling.path)
    if path in draft.paths:
        draft.editor(draft.paths[path]).insert(["paths", path], page.method, node)
    elif path in mapping(document.tree.get("paths")):
        draft.add(join("/paths", path, page.method), node)
    else:
        shared = {key: draft.moved(one, home) for key, one in sibling.path_item.items() if key == "servers"}
        _place(draft, path, {**shared, page.method: node}, home)
    add_page(draft, link_of(page), page.method, [name.id, *sorted(draft.names - before)])
    draft.fresh.append(name)


def add_success(draft: Draft, page: Page, pointer: str, may_differ: bool) -> None:
    """Write another response of success. Raises `NotEditable` for another object, unless it `may_differ`."""
    operation, writer, status = _written_at(draft, page, pointer)
    said = {str(key): one for key, one in mapping(page.operation["responses"]).items()}
    content = writer.content(said[status])[1]
    fields = {name for one in content.values() for name in described_fields(writer.tree, one.get("schema"))}
    same = [
        one.status for one in operation.json_results()
        if content.keys() == {JSON} and fields and fields <= {*described_fields(draft.document.tree, one.schema)}
    ]  # fmt: skip
    if not same and not may_differ:
        raise NotEditable(UNDECIDED)
    known = operation.node["responses"]
    draft.add(pointer, draft.moved(known[same[0]], operation.pointer) if same else writer.described(content))
    if writer.proof:
        old = mapping(operation.node["x-errors"]).get("proof")
        by_status = mapping(old) or {one.status: old for one in operation.json_results()}
        draft.set(join(operation.pointer, "x-errors", "proof"), {**by_status, status: writer.proof})


def add_body(draft: Draft, page: Page, pointer: str) -> None:
    """Write the body of a request that had none; it may be left out until somebody decides otherwise."""
    body = _written_at(draft, page, pointer)[1].body()
    body.pop("required", None)
    draft.add(pointer, body)


def _written_at(draft: Draft, page: Page, pointer: str) -> tuple[Operation, _Writer, str]:
    """The operation of a pointer to a part of it, a writer for it, and the last token."""
    tokens = split(pointer)
    operation = next((one for one in draft.document.operations if one.pointer == join("", *tokens[:3])), None)
    if operation is None or operation.base:
        raise NotEditable("it is of a variant")
    return operation, _Writer(draft, page, operation, Name(operation.id, "", "")), tokens[-1]


def _written_path(draft: Draft, path: str) -> str:
    """The path as the spec has it already, whatever its parameters are called, else as it is."""
    known = [*mapping(draft.document.tree.get("paths")), *draft.paths]
    return next((one for one in known if key_of("", one) == key_of("", path)), path)


def _place(draft: Draft, path: str, item: Tree, home: str) -> None:
    """Write a path item into the file of its family, and refer to it from the main one."""
    document = draft.document
    file, main = document.source_of(home)[0], document.source_of("")[0]
    own = [one for one in mapping(document.tree.get("paths")) if document.source_of(join("/paths", one))[0] == file]
    if file != main:
        draft.editor(file).insert(["paths"], path, item)
        item = {"$ref": path_reference(file, main, path)}
    draft.editor(main).insert(["paths"], path, item, after=own[-1])
    draft.paths[path] = file


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


class _Writer:
    """Writes one operation in the words of the spec; an extension stands where the nearest operation has it too."""

    def __init__(self, draft: Draft, page: Page, sibling: Operation, name: Name) -> None:
        self.draft, self.page, self.sibling, self.name = draft, page, sibling, name
        self.home = join("/paths", sibling.path)
        self.tree = {"components": page.components}
        self.docs: Any = {"page": page.id or None, "title": page.title, "evidence": "documented"}
        self.docs = self.docs if "x-docs" in sibling.node else None
        self.client: Tree = {"resource": name.resource, "method": name.method}
        self.fields: set[str] = set()  # of the body
        self.proof: list[str] = []
        self.stream: Tree = {}
        self.errors: Tree = {}

    def node(self, path: str) -> Tree:
        said, known = self.page.operation, self.sibling.node
        words_said: Tree = {"x-description": self.page.title}
        found: Tree = {"operationId": self.name.id}
        found |= {"tags": known["tags"]} if "tags" in known else {}
        found["summary"] = words_of(words_said, self.name.id)
        parameters = self._parameters(path)
        body, responses = self.body(), self._responses()
        found |= {"x-docs": self.docs} if self.docs else {}
        if "x-client" in known:
            found["x-client"] = self.client
        if "x-retry" in known:
            found["x-retry"] = "safe" if self.page.method in ("get", "head") else "unsent"
        if "x-errors" in self.draft.document.tree and self.errors:
            found["x-errors"] = self.errors
        found |= {"x-stream": self.stream} if self.stream else {}
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

    def body(self) -> Tree:
        """The body of the page's request, {} if it has none."""
        node, content = self.content(self.page.operation.get("requestBody"))
        media = next((one for one in (JSON, FORM) if one in content), next(iter(content), ""))
        if not media:
            return {}
        schema, docs = self._stated(content[media])
        if media not in (JSON, FORM, FIELDS):
            written = _file(media)
        elif mapping(schema.get("properties")):
            written = {"$ref": self.draft.component(schema, f"{pascal(self.name.id)}Request", self.home, docs)}
            self.fields = {*schema["properties"]}
        else:
            written = self.draft.schema(schema, f"{pascal(self.name.id)}Request", self.home, docs)
        required = node.get("required") is True or bool(schema.get("required"))
        return {**({"required": True} if required else {}), "content": {media: {"schema": written}}}

    def content(self, holder: Any) -> tuple[Tree, Tree]:
        """A body or a response of the page, and what it has by media type."""
        node = resolve(self.tree, holder)
        return node, {essence(media): mapping(one) for media, one in mapping(node.get("content")).items()}

    def _stated(self, content: Tree) -> tuple[Tree, Any]:
        """A schema without references, and its evidence; where it describes nothing it follows from the example."""
        schema = content.get("schema", {})
        if not says(self.tree, schema):
            several = [mapping(one).get("value") for one in mapping(content.get("examples")).values()]
            examples: list[Any] = [content.get("example"), *several, resolve(self.tree, schema).get("example")]
            shown = next((one for one in examples if mapping(one) or sequence(one)), None)
            if shown:
                return of_example(shown), self.docs and {**self.docs, "evidence": "inferred"}
        return mapping(inline(self.tree, schema)), self.docs

    def _responses(self) -> Tree:
        said = {str(key): one for key, one in mapping(self.page.operation.get("responses")).items()}
        failures, found = mapping(self.sibling.node.get("responses")), Tree()
        proofs: dict[str, list[str]] = {}
        for status in sorted(one for one in said if one.startswith("2")):
            content, self.proof = self.content(said[status])[1], []
            if content.keys() != {JSON} or says({}, self._stated(content[JSON])[0]):
                found[status] = self._same(status, content) or self.described(content)
                proofs |= {status: self.proof} if self.proof else {}
        found = found or self._beside()
        if proofs:
            first = next(iter(proofs.values()))
            self.errors["proof"] = proofs if any(one != first for one in proofs.values()) else first
        return found | {key: self.draft.moved(failures[key], self.home) for key in COPIED if key in failures}

    def _beside(self) -> Tree:
        """The responses of success of most operations beside it, for a page that describes none."""
        above, own = self.page.path.rpartition("/")[0], [one for one in self.draft.document.operations if not one.base]
        beside = [one for one in own if (one.method, one.path.rpartition("/")[0]) == (self.page.method, above)]
        found = [
            {key: one for key, one in each.node["responses"].items() if key.startswith("2")}
            for each in beside if not each.client.get("returns")
        ]  # fmt: skip
        same = max(found, key=found.count, default=None)
        if not same or found.count(same) < 2 or found.count(same) * 2 <= len(beside):
            raise NotEditable("the fields of its response are not described, and no example shows them")
        known = beside[[one.node["responses"].items() >= same.items() for one in beside].index(True)]
        self.errors = mapping(known.node.get("x-errors"))
        return {key: self.draft.moved(one, self.home) for key, one in same.items()}

    def _same(self, status: str, content: Tree) -> Tree:
        """The response of the operation beside it, if what it returns depends on an argument: so it is of them all."""
        returns, known = self.sibling.client.get("returns"), mapping(self.sibling.node.get("responses")).get(status)
        media = {one.media_type for one in self.sibling.results if one.status == status}
        if not returns or not known or not all(any(_is_within(one, each) for each in media) for one in content):
            return {}
        schemas = [one.schema for one in self.sibling.json_results() if one.status == status]
        fields = {name for one in schemas for name in described_fields(self.draft.document.tree, one)}
        if JSON in content:
            said = self._stated(content[JSON])[0]
            if not mapping(said.get("properties")) or not fields.issuperset(said["properties"]):
                return {}
        if returns["by"] != "accept" and returns["by"] not in self.fields:
            return {}
        self.client["returns"] = returns
        self.errors = {**mapping(self.sibling.node.get("x-errors"))}
        proof = self.errors.pop("proof", None)
        self.proof = strings(mapping(proof).get(status)) or strings(proof)
        return mapping(self.draft.moved(known, self.home))

    def described(self, content: Tree) -> Tree:
        """A response with what the page describes."""
        if not content:
            return {"description": "The result."}
        if content.keys() == {JSON, EVENTS} and "stream" in self.fields:
            streams = [mapping(one.node.get("x-stream")) for one in self.draft.document.operations]
            ends = [one["end"] for one in streams if "end" in one]
            self.stream = {"when": {"stream": True}, **({"end": ends[0]} if ends else {})}
        elif JSON in content and len(content) > 1:
            raise NotEditable(f"when {' and when '.join(content)} comes")
        written = {media: {"schema": self._written(media, one)} for media, one in content.items()}
        what = "The result." if JSON in content else "The stream of events." if EVENTS in content else "The file."
        return {"description": what, "content": written}

    def _written(self, media: str, content: Tree) -> Tree:
        """The schema of a response in a media type."""
        if media not in (JSON, EVENTS):
            return _file(media)
        schema, docs = self._stated(content)
        if media == EVENTS:
            is_object = bool(mapping(schema.get("properties")))
            return self.draft.schema(schema, f"{pascal(self.name.id)}Event", self.home, docs) if is_object else {}
        self.proof = self._proven(schema)
        if mapping(schema.get("properties")):
            return {"$ref": self._result(schema, docs)}
        return self.draft.schema(schema, f"{pascal(self.name.id)}Response", self.home, docs)

    def _proven(self, schema: Tree) -> list[str]:
        """The field that proves a result. Where the page requires none, the one that proves the most others."""
        required, fields = required_fields({}, schema), described_fields({}, schema)
        if not fields or required:
            return [one for one in fields if one in required][:1]
        known = Counter(name for one in self.draft.document.operations for name in proof_of(one.node))
        name = max(fields, key=lambda one: known[one])
        for one in branches_of({}, schema):
            holder = mapping(mapping(one).get("items")) or mapping(one)
            if name in mapping(holder.get("properties")):
                holder["required"] = [name]
        return [name]

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

    def _result(self, schema: Tree, docs: Any) -> str:
        """An object of the family that has the same fields, else a new one."""
        tree, fields = self.draft.document.tree, mapping(schema["properties"])
        file = self.draft.document.source_of(self.home)[0]
        for name, node in mapping(mapping(tree.get("components")).get("schemas")).items():
            pointer, own = join("/components/schemas", name), mapping(mapping(node).get("properties"))
            is_same = own.keys() == fields.keys() and all(_fits(fields[one], own[one], tree) for one in own)
            if is_same and self.draft.document.source_of(pointer)[0] == file:
                if required := strings(mapping(node).get("required")):
                    self.proof = [one for one in self.proof if one in required] or required[:1]
                return self.draft.reference(pointer, self.home)
        noun = re.sub("^[a-z]+", "", self.name.id)
        name = noun if noun and noun not in self.draft.names else f"{pascal(self.name.id)}Response"
        return self.draft.component(schema, name, self.home, docs)


def proof_of(node: Tree) -> list[str]:
    """The fields that prove the result of an operation."""
    proof = mapping(node.get("x-errors")).get("proof")
    return strings(proof) or [name for names in mapping(proof).values() for name in strings(names)]


def of_example(value: Any) -> Any:
    """The schema of a value that a page shows."""
    if items := sequence(value):
        return {"type": "array", "items": of_example(items[0])}
    if fields := mapping(value):
        return {"type": "object", "properties": {name: of_example(one) for name, one in fields.items()}}
    return {"type": TYPES[type(value)]} if type(value) in TYPES else {}


def _fits(said: Any, known: Any, tree: Tree) -> bool:
    """True if the type of a field on a page may be that of the spec; pages say number of whole numbers too."""
    of_page, own = types_in([*leaves({}, said)]) - {"null"}, types_in([*leaves(tree, known)])
    return not own or of_page <= (own | {"number"} if "integer" in own else own)


def _is_within(media: str, known: str) -> bool:
    """True for a media type that another one, perhaps `image/*`, includes."""
    return media == known or (known.endswith("/*") and media.startswith(known[:-1]))


def _file(media: str) -> Tree:
    """The schema of a body that is no JSON."""
    return {"type": "string"} if media.startswith("text/") else {"type": "string", "format": "binary"}
