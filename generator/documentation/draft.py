"""Files of the spec as they will be: every edit goes through the place where the document says the node is written."""

from __future__ import annotations

import itertools
import os
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote

from ..spec import Document, Operation
from ..spec.names import words
from ..spec.pointer import fragment, join, mapping, node_at, sequence, split, string, strings
from .editor import Editor, NotEditable
from .page import Link
from .statement import LIMITS, Tree

KEPT = ("type", "format", "enum", "const", "nullable", "required", "deprecated", *LIMITS, "default")
OF_NUMBERS = ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf")
OF_TYPE = {
    "string": ("minLength", "maxLength", "pattern"), "array": ("items", "minItems", "maxItems"),
    "integer": OF_NUMBERS, "number": OF_NUMBERS,
}  # fmt: skip
CONSTRAINTS = {"enum", "const", "format", "default", "properties", "required", *itertools.chain(*OF_TYPE.values())}
# The key behind which a key of a schema or an operation is written.
BEHIND = {"required": "type", "deprecated": "summary", "parameters": "x-errors", "requestBody": "parameters"}
LONGEST = 60  # characters that are quoted of a page


class Name(NamedTuple):
    """The name of a new operation: the operationId, and the place in the client."""

    id: str
    resource: str
    method: str


class Move(NamedTuple):
    """An operation, and where it is now."""

    operation: Operation
    method: str
    path: str


class Draft:
    """The spec of a document with edits. Nothing is written; `changed` has the new content of files."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.editors: dict[Path, Editor] = {}
        self.names = set(mapping(mapping(document.tree.get("components")).get("schemas")))
        self.waiting: list[tuple[Tree, str, str, Any]] = []  # objects that are referred to and not written yet
        self.placed: dict[Path, list[str]] = {}  # new components by file
        self.moves: list[Move] = []  # of operations to other paths
        self.fresh: list[Name] = []  # of operations that are new
        self.paths: dict[str, Path] = {}  # that are new: each with its file
        self.pages: list[tuple[Link, str, list[str]]] = []  # that are new: each with its method and what it covers

    def editor(self, path: Path) -> Editor:
        if path not in self.editors:
            self.editors[path] = Editor.open(path)
        return self.editors[path]

    def changed(self) -> dict[Path, bytes]:
        """The new content of each file that is another now."""
        found = {path: editor.content for path, editor in self.editors.items()}
        return {path: content for path, content in found.items() if content != path.read_bytes()}

    # -- single statements -----------------------------------------------------------------------------------------

    def add(self, pointer: str, value: Any) -> None:
        """Add a key of a mapping or an item of a list; a list that is not there yet is begun."""
        holder, key = split(pointer)[:-1], split(pointer)[-1]
        path, tokens = self.document.source_of(join("", *holder))
        editor, node = self.editor(path), self.node(join("", *holder))
        if isinstance(node, list) or (node is None and key.isdecimal() and tokens[-1] in editor.names(*tokens[:-1])):
            editor.append(tokens, value)
        elif node is None and key.isdecimal():
            editor.insert(tokens[:-1], tokens[-1], [value], after=BEHIND.get(tokens[-1], ""))
        else:  # evidence stands last
            keys = [one for one in editor.names(*tokens) if one != "x-docs"]
            before = BEHIND.get(key, "")
            editor.insert(tokens, key, value, after=before if before in keys else next(iter(keys[-1:]), ""))

    def set(self, pointer: str, value: Any) -> None:
        """Write another value."""
        path, tokens = self.document.source_of(pointer)
        self.editor(path).replace(tokens, value)

    def retype(self, pointer: str, types: Any) -> None:
        """Write another type; what says nothing of such values goes."""
        self.set(join(pointer, "type"), types)
        fits = {key for one in sequence(types) or [types] for key in OF_TYPE.get(str(one), ())}
        for key in mapping(self.node(pointer)):
            if key in CONSTRAINTS - fits:
                path, tokens = self.document.source_of(join(pointer, key))
                self.editor(path).remove(tokens)

    def require(self, pointer: str, name: str) -> None:
        """Add a name to a list of what is required."""
        path, tokens = self.document.source_of(pointer)
        editor = self.editor(path)
        if tokens[-1] in editor.names(*tokens[:-1]):
            editor.append(tokens, name)
        else:
            editor.insert(tokens[:-1], "required", [name], after="type")

    def release(self, pointer: str, name: str) -> None:
        """Take a name off a list of what is required."""
        path, tokens = self.document.source_of(pointer)
        names = self.editor(path).items(*tokens)
        if name in names:
            self.editor(path).remove(tokens if names == [name] else [*tokens, str(names.index(name))])

    def open_values(self, pointer: str, values: list[Any]) -> None:
        """List values of free text; any other text stays valid."""
        node = mapping(self.node(pointer))
        if node.get("type") != "string":
            raise NotEditable("values of what is no plain text")
        path, tokens = self.document.source_of(join(pointer, "type"))
        self.editor(path).replace_pair(tokens, "anyOf", [{"type": "string"}, {"type": "string", "enum": values}])

    def node(self, pointer: str) -> Any:
        """Return the node of the document at a pointer, or None."""
        return node_at(self.document.tree, pointer)

    # -- schemas ---------------------------------------------------------------------------------------------------

    def schema(self, value: Any, name: str, home: str, evidence: Any = None) -> Tree:
        """A schema of a page in the form of the spec: described, without examples, each object under a name."""
        node = mapping(value)
        if "$ref" in node:
            return {"$ref": node["$ref"]}
        found: Tree = {key: node[key] for key in KEPT if key in node and not node.get("x-glued")}
        for key in ("anyOf", "oneOf", "allOf"):
            if key in node:
                found[key] = [
                    self.schema(one, f"{name}{index + 1}", home) for index, one in enumerate(sequence(node[key]))
                ]
        if "items" in node:
            found["items"] = self.schema(node["items"], singular(name), home, evidence)
        if extra := node.get("additionalProperties"):
            is_schema = isinstance(extra, dict)
            found["additionalProperties"] = self.schema(extra, f"{name}Value", home, evidence) if is_schema else True
        is_older = str(self.document.tree.get("openapi")).startswith("3.0")
        if mapping(node.get("properties")):
            ref = {"$ref": self.component(node, name, home, evidence)}
            may_be_null = "null" in strings(node.get("type")) or (node.get("nullable") is True and not is_older)
            return {"anyOf": [ref, {"type": "null"}]} if may_be_null else ref
        found.pop("required", None)
        if found.pop("nullable", False) is True and not is_older:
            found["type"] = [*(sequence(found.get("type")) or [found.get("type", "string")]), "null"]
            found |= {"enum": [*found["enum"], None]} if "enum" in found else {}
        if len(sequence(found.get("type"))) == 1:
            found["type"] = found["type"][0]
        if "default" in found:
            found["default"] = found.pop("default")  # last
        return found or {"type": "object"}

    def component(self, node: Tree, name: str, home: str, evidence: Any = None) -> str:
        """The reference to an object that becomes a component of its own."""
        name = self._free(name)
        self.waiting.append((node, name, home, evidence))
        path, main = self.document.source_of(home)[0], self.document.source_of("")[0]
        if path != main and "schemas" in self.editor(path).names():
            return f"#/schemas/{name}"
        prefix = "" if path == main else os.path.relpath(main, path.parent).replace(os.sep, "/")
        return f"{prefix}#/components/schemas/{name}"

    def place_components(self) -> None:
        """Write the components that were referred to; those that they hold come behind them."""
        while self.waiting:
            node, name, home, evidence = self.waiting.pop(0)
            properties = mapping(node["properties"])
            required = [one for one in sequence(node.get("required")) if one in properties]
            written: Tree = {"type": "object", "description": words_of(node, name)}
            written |= {"x-docs": evidence} if evidence else {}
            written |= {"required": required} if required else {}
            written["properties"] = {
                key: self.field(one, f"{name}{pascal(key)}", key, home, required=key in required, evidence=evidence)
                for key, one in properties.items()
            }
            self._place(name, written, home)

    def field(
        self, value: Any, name: str, key: str, home: str, *, required: bool = False, evidence: Any = None
    ) -> Tree:
        """A property or the schema of a parameter, with a description of its own."""
        found = self.schema(value, name, home, evidence)
        if required:
            found.pop("default", None)
        head = (
            {"$ref": found.pop("$ref")} if "$ref" in found else {"type": found.pop("type")} if "type" in found else {}
        )
        return {**head, "description": words_of(mapping(value), key), **found}

    def _free(self, name: str) -> str:
        number, wanted = 1, name
        while name in self.names:
            number += 1
            name = f"{wanted}{number}"
        self.names.add(name)
        return name

    def _place(self, name: str, value: Tree, home: str) -> None:
        """Write a component into the file of `home`, and list it in the main one."""
        path, main = self.document.source_of(home)[0], self.document.source_of("")[0]
        editor, beside = self.editor(main), main
        if path != main and "schemas" in self.editor(path).names():
            self.editor(path).insert(["schemas"], name, value)
            label = os.path.relpath(path, main.parent).replace(os.sep, "/")
            value, beside = {"$ref": f"{label}#/schemas/{name}"}, path
        if "components" not in editor.names():
            editor.insert([], "components", {"schemas": {}})
        elif "schemas" not in editor.names("components"):
            editor.insert(["components"], "schemas", {})
        known = mapping(mapping(self.document.tree.get("components")).get("schemas"))
        listed = [one for one in known if self.document.source_of(join("/components/schemas", one))[0] == beside]
        editor.insert(
            ["components", "schemas"], name, value, after=next(iter([*listed, *self.placed.get(beside, [])][-1:]), "")
        )
        self.placed.setdefault(beside, []).append(name)

    def reference(self, pointer: str, home: str) -> str:
        """The reference to a node of the document from the file in which `home` is written."""
        path, tokens = self.document.source_of(pointer)
        here = self.document.source_of(home)[0]
        label = "" if path == here else os.path.relpath(path, here.parent).replace(os.sep, "/")
        return label + quote(fragment(tokens), safe="/#~")

    def moved(self, node: Any, home: str) -> Any:
        """A part of the document as it is written in the file of `home`."""
        if items := sequence(node):
            return [self.moved(one, home) for one in items]
        found = {key: self.moved(one, home) for key, one in mapping(node).items()}
        ref = string(found.get("$ref"))
        return {**found, "$ref": self.reference(ref[1:], home)} if ref.startswith("#/") else found or node


def path_reference(file: Path, main: Path, path: str) -> str:
    """The reference from the main file to a path that is written in the file of its family."""
    token = path.replace("~", "~0").replace("/", "~1").replace("{", "%7B").replace("}", "%7D")
    return f"{os.path.relpath(file, main.parent).replace(os.sep, '/')}#/paths/{token}"


def pascal(text: str) -> str:
    """The words of a text as part of a name. A reference to it has to be a URI: ASCII alone."""
    return "".join(word[:1].upper() + word[1:] for word in words(text) if word.isascii()) or "Value"


def singular(name: str) -> str:
    if name.endswith("ies"):
        return f"{name[:-3]}y"
    if name.endswith(("ches", "shes", "sses", "xes")):
        return name[:-2]
    return name[:-1] if name.endswith("s") and not name.endswith(("ss", "us", "is")) else f"{name}Item"


def words_of(node: Tree, name: str) -> str:
    """A description in English: the page's own if it is that, else the words of the name, and the page's behind it."""
    said = " ".join(string(node.get("x-description") or node.get("description")).split())
    plain = " ".join(words(name)).capitalize() or "Value"
    if said and said.isascii():
        return said if said.endswith((".", "!", "?", ":")) else f"{said}."
    short = said if len(said) <= LONGEST else f"{said[: LONGEST - 1]}…"
    return f"{plain} ({short})." if said else f"{plain}."
