"""Files of the spec as they will be: every edit goes through the place where the document says the node is written."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from ..spec import Document
from ..spec.names import words
from ..spec.operations import METHODS
from ..spec.pointer import join, mapping, sequence, split, string, tokens_of
from ..spec.schemas import types_of
from .editor import Editor, NotEditable
from .statement import LIMITS, Tree

KEPT = ("type", "format", "enum", "const", "nullable", "required", "deprecated", "default", *LIMITS)
NAMED = "Family of the components of other files"


class Draft:
    """The spec of a document with edits. Nothing is written; `changed` has the new content of files."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.editors: dict[Path, Editor] = {}
        self.names = set(mapping(mapping(document.tree.get("components")).get("schemas")))
        self.fresh: list[str] = []  # operations that are new

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
        path, tokens = self.document.written(join("", *holder))
        editor, node = self.editor(path), self._node(holder)
        if isinstance(node, list):
            editor.append(tokens, value)
        elif node is None and key.isdecimal():
            editor.insert(tokens[:-1], tokens[-1], [value], after=_before(tokens[-1]))
        else:
            last = [*mapping(node)][-1:]
            # Evidence stands last.
            before = [*mapping(node)][-2:-1] if last == ["x-docs"] else last
            editor.insert(tokens, key, value, after=_before(key) or next(iter(before), ""))

    def set(self, pointer: str, value: Any) -> None:
        path, tokens = self.document.written(pointer)
        self.editor(path).replace(tokens, value)

    def require(self, pointer: str, name: str) -> None:
        """Add a name to a list of what is required."""
        path, tokens = self.document.written(pointer)
        listed = self._node(split(pointer))
        if listed is None:
            self.editor(path).insert(tokens[:-1], "required", [name], after="type")
        else:
            self.editor(path).append(tokens, name)

    def release(self, pointer: str, name: str) -> None:
        """Take a name off a list of what is required."""
        path, tokens = self.document.written(pointer)
        names = self._node(split(pointer)) or []
        if names == [name]:
            self.editor(path).remove(tokens)
        else:
            self.editor(path).remove([*tokens, str(names.index(name))])

    def open_values(self, pointer: str, values: list[Any]) -> None:
        """List values of free text; any other text stays valid."""
        node = mapping(self._node(split(pointer)))
        if node.get("type") != "string":
            raise NotEditable("values of what is no plain text")
        path, tokens = self.document.written(join(pointer, "type"))
        self.editor(path).replace_pair(tokens, "anyOf", [{"type": "string"}, {"type": "string", "enum": values}])

    def _node(self, tokens: list[str]) -> Any:
        node: Any = self.document.tree
        for token in tokens:
            items = sequence(node)
            node = items[int(token)] if items and token.isdecimal() else mapping(node).get(token)
        return node

    # -- schemas ---------------------------------------------------------------------------------------------------

    def schema(self, value: Any, name: str, home: str, evidence: Any = None) -> Tree:
        """A schema of a page in the form of the spec: described, without examples, each object under a name."""
        node = mapping(value)
        if "$ref" in node:
            return {"$ref": node["$ref"]}
        found: Tree = {key: node[key] for key in KEPT if key in node and not node.get("x-glued")}
        for key in ("anyOf", "oneOf", "allOf"):
            if key in node:
                found[key] = [self.schema(one, f"{name}{at + 1}", home) for at, one in enumerate(sequence(node[key]))]
        if "items" in node:
            found["items"] = self.schema(node["items"], _singular(name), home)
        if isinstance(node.get("additionalProperties"), (bool, dict)) and node["additionalProperties"] is not False:
            extra = node["additionalProperties"]
            found["additionalProperties"] = extra if extra is True else self.schema(extra, f"{name}Value", home)
        if mapping(node.get("properties")):
            return {"$ref": self.component(node, name, home, evidence)}
        found.pop("required", None)
        for key in ("type",):
            if isinstance(found.get(key), list) and len(found[key]) == 1:
                found[key] = found[key][0]
        return found or {"type": "object"}

    def component(self, node: Tree, name: str, home: str, evidence: Any = None) -> str:
        """Write an object as a component of its own, and return the reference to it."""
        name = self._free(name)
        properties = mapping(node["properties"])
        required = [one for one in sequence(node.get("required")) if one in properties]
        written: Tree = {"type": "object", "description": _words_of(node, name)}
        if evidence:
            written["x-docs"] = evidence
        if required:
            written["required"] = required
        written["properties"] = {
            key: self.field(one, f"{name}{pascal(key)}", key, home, required=key in required, evidence=evidence)
            for key, one in properties.items()
        }
        return self._place("schemas", name, written, home)

    def field(
        self, value: Any, name: str, key: str, home: str, *, required: bool = False, evidence: Any = None
    ) -> Tree:
        """A property or the schema of a parameter, with a description of its own."""
        found = self.schema(value, name, home, evidence)
        if required:
            found.pop("default", None)
        head = {"$ref": found.pop("$ref")} if "$ref" in found else {"type": found.pop("type")} if "type" in found else {}
        return {**head, "description": _words_of(mapping(value), key), **found}

    def _free(self, name: str) -> str:
        number, wanted = 1, name
        while name in self.names:
            number += 1
            name = f"{wanted}{number}"
        self.names.add(name)
        return name

    def _place(self, kind: str, name: str, value: Tree, home: str) -> str:
        """Add a component to the file in which `home` is written, and return the reference to it from there."""
        path, _ = self.document.written(home)
        main = self.document.main_path
        editor, known = self.editor(path), self.document.sections(path)
        if path == main or kind not in known:
            top = self.editor(main)
            if not self.document.sections(main) & {"components"}:
                top.insert([], "components", {kind: {name: value}})
            elif mapping(self.document.tree.get("components")).get(kind) is None:
                top.insert(["components"], kind, {name: value})
            else:
                top.insert(["components", kind], name, value)
            prefix = "" if path == main else os.path.relpath(main, path.parent).replace(os.sep, "/")
            return f"{prefix}#/components/{kind}/{name}"
        editor.insert([kind], name, value)
        label = os.path.relpath(path, main.parent).replace(os.sep, "/")
        listed = self.document.listed(kind, path)
        self.editor(main).insert(["components", kind], name, {"$ref": f"{label}#/{kind}/{name}"}, after=listed)
        return f"#/{kind}/{name}"


def pascal(text: str) -> str:
    return "".join(word[:1].upper() + word[1:] for word in words(text)) or "Value"


def _singular(name: str) -> str:
    if name.endswith("ies"):
        return f"{name[:-3]}y"
    return name[:-1] if name.endswith("s") and not name.endswith(("ss", "us", "is")) else f"{name}Item"
