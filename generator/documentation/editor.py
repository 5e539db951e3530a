"""Edit a YAML or JSON file in place: what is not edited keeps its bytes, comments and line breaks included.

editor = Editor.open(Path("spec/families/chat.yaml"))
editor.insert(["schemas", "ImageURL", "properties"], "alt", {"type": "string"})
editor.text
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from ..spec import json_file, yaml_file
from ..spec.source import child_node
from .yaml_style import WIDTH, block, inline_json, inline_yaml, key_text, scalar

BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"


class NotEditable(Exception):
    """There is no such place in the file, or it is written in a way that cannot be edited."""


class Editor:
    """The text of one file. Each edit is one statement; the nodes are found anew for the next."""

    def __init__(self, text: str, *, is_json: bool = False) -> None:
        self.bom = text[: text.startswith(BOM)]
        self.text = text[len(self.bom) :]
        self.is_json = is_json
        self.newline = "\r\n" if "\r\n" in self.text else "\n"

    @classmethod
    def open(cls, path: Path) -> Editor:
        return cls(path.read_bytes().decode("utf-8"), is_json=path.suffix.lower() == ".json")

    @property
    def content(self) -> bytes:
        """The file as it is now."""
        return (self.bom + self.text).encode("utf-8")

    def names(self, *tokens: str) -> list[str]:
        """The keys of a mapping, none if there is no such."""
        try:
            return [one.value for one, _ in self._at([*tokens], MappingNode).value]
        except NotEditable:
            return []

    def items(self, *tokens: str) -> list[str]:
        """The scalars of a list, none if there is no such."""
        try:
            return [one.value for one in self._at([*tokens], SequenceNode).value if isinstance(one, ScalarNode)]
        except NotEditable:
            return []

    # -- edits -----------------------------------------------------------------------------------------------------

    def insert(self, tokens: list[str], key: str, value: Any, after: str = "") -> None:
        """Add a key at the end of a mapping, or behind the key `after`."""
        node = self._at(tokens, MappingNode)
        if child_node(node, key):
            raise NotEditable(f"/{'/'.join(tokens)} has {key!r} already")
        pairs: list[tuple[Node, Node]] = node.value
        keys = [one.value for one, _ in pairs]
        last = pairs[keys.index(after)] if after in keys else pairs[-1] if pairs else None
        if self._is_flow(node):
            self._into_flow(node, {key: value})
        elif last:
            flow = self._is_flow(last[1]) and isinstance(last[1], MappingNode)
            lines = block({key: value}, last[0].start_mark.column, prefer_flow=flow)
            apart = len(pairs) > 1 and not self.text[self._line_end(pairs[-2][1]) :].split(self.newline, 2)[1].strip()
            self._below(last[1], [""] * apart + lines)

    def append(self, tokens: list[str], value: Any, at: int | None = None) -> None:
        """Add an item at the end of a list, or in front of the one at a position."""
        node = self._at(tokens, SequenceNode)
        last: Node | None = node.value[:at][-1] if node.value[:at] else None
        if self._is_flow(node):
            self._into_flow(node, [value])
        elif last:
            self._below(last, block([value], node.start_mark.column, prefer_flow=self._is_flow(last)))

    def replace(self, tokens: list[str], value: Any) -> None:
        """Write another value; the key, and what is behind the value, stay."""
        node = self._at(tokens, Node)
        holder = self._at(tokens[:-1], Node) if tokens else None
        if isinstance(holder, MappingNode) and not self._is_flow(node) and not isinstance(node, ScalarNode):
            self.replace_pair(tokens, tokens[-1], value)
        else:
            self._put(node.start_mark.index, max(self._end(node), node.start_mark.index), self._inline(value))

    def replace_pair(self, tokens: list[str], key: str, value: Any) -> None:
        """Write another key and value in the place of one."""
        holder = self._at(tokens[:-1], MappingNode)
        for old, written in holder.value:
            if old.value == tokens[-1]:
                text = f"{key_text(key, self.is_json)}: {self._inline(value)}"
                self._put(old.start_mark.index, self._end(written), text)
                return
        raise NotEditable(f"there is no /{'/'.join(tokens)}")

    def rename(self, tokens: list[str], key: str) -> None:
        """Write another key; its value stays."""
        holder = self._at(tokens[:-1], MappingNode)
        text = key_text(key, self.is_json) if self._is_flow(holder) else scalar(key, flow=False)
        for old, _ in holder.value:
            if old.value == tokens[-1]:
                self._put(old.start_mark.index, self._end(old), text)
                return
        raise NotEditable(f"there is no /{'/'.join(tokens)}")

    def remove(self, tokens: list[str]) -> None:
        """Take a key with its value, or an item, out; an emptied holder is written `{}` or `[]`."""
        holder = self._at(tokens[:-1], Node)
        entries = _entries(holder)
        names = [one[0].value if isinstance(holder, MappingNode) else str(at) for at, one in enumerate(entries)]
        if tokens[-1] not in names:
            raise NotEditable(f"there is no /{'/'.join(tokens)}")
        index = names.index(tokens[-1])
        (first, value), flow = entries[index], self._is_flow(holder)
        if len(entries) == 1:
            self.replace(tokens[:-1], {} if isinstance(holder, MappingNode) else [])
        elif index:
            end_of = self._end if flow else self._line_end
            self._put(end_of(entries[index - 1][1]), end_of(value), "")
        elif not flow and self._leads_its_line(first):
            start = first.start_mark
            self._put(start.index - start.column, self._line_end(value) + len(self.newline), "")
        else:  # behind a bracket or the dash of a list
            self._put(first.start_mark.index, entries[1][0].start_mark.index, "")

    # -- places ----------------------------------------------------------------------------------------------------

    def _at(self, tokens: list[str], kind: type[Any]) -> Any:
        node = (json_file if self.is_json else yaml_file).parse(self.text, "")
        for token in tokens:
            found = child_node(node, token) if node else None
            node = found.node if found else None
            if node and self.text[node.start_mark.index : node.start_mark.index + 1] in ("&", "*"):
                raise NotEditable(f"/{'/'.join(tokens)} is an anchor or an alias, or within one")
        if node is None or not isinstance(node, kind):
            raise NotEditable(f"there is no {kind.__name__.removesuffix('Node').lower()} at /{'/'.join(tokens)}")
        return node

    def _is_flow(self, node: Node) -> bool:
        return self.text[node.start_mark.index : node.start_mark.index + 1] in ("{", "[") and not isinstance(
            node, ScalarNode
        )

    def _end(self, node: Node) -> int:
        """Return where the last character of a node ends; the parser's mark of a block is at the next token."""
        if isinstance(node, ScalarNode) or self._is_flow(node) or not node.value:
            end = node.end_mark.index
            return len(self.text[:end].rstrip()) if end > node.start_mark.index else end
        return self._end(_entries(node)[-1][1])

    def _line_end(self, node: Node) -> int:
        """The end of the line on which a node ends, behind its comment."""
        end = self.text.find(self.newline, self._end(node))
        return len(self.text) if end < 0 else end

    def _leads_its_line(self, node: Node) -> bool:
        start = node.start_mark
        return not self.text[start.index - start.column : start.index].strip()

    # -- text ------------------------------------------------------------------------------------------------------

    def _inline(self, value: Any) -> str:
        return inline_json(value) if self.is_json else inline_yaml(value)

    def _below(self, node: Node, lines: list[str]) -> None:
        end = self._line_end(node)
        self._put(end, end, self.newline + self.newline.join(lines))

    def _into_flow(self, node: Node, value: Any) -> None:
        """Add to a flow collection; on a line of its own if its first entry is, or if the line would be too long."""
        opening, text, entries = node.start_mark, self._inline(value), _entries(node)
        if not entries:
            before = self.text[opening.index - opening.column : opening.index]
            if self.is_json or opening.column + len(text) <= WIDTH:
                self._put(opening.index, node.end_mark.index, text)
            else:
                lines = block(value, len(before) - len(before.lstrip()) + 2)
                start = opening.index - len(before) + len(before.rstrip())
                self._put(start, node.end_mark.index, self.newline + self.newline.join(lines))
            return
        first, last = entries[0][0], entries[-1][1]
        end, text = self._end(last), text[1:-1]
        own_line = first.start_mark.line > opening.line
        line = self.text[self.text.rfind("\n", 0, end) + 1 : self._line_end(last)]
        if own_line or (len(line) + len(text) + 2 > WIDTH and not self.is_json):
            text = self.newline + " " * first.start_mark.column + text
        else:
            text = f" {text}"
        self._put(end, end, f",{text}")

    def _put(self, start: int, end: int, text: str) -> None:
        self.text = self.text[:start] + text + self.text[end:]


def _entries(node: Node) -> list[tuple[Node, Node]]:
    """The pairs of a mapping; of a list its items, each as both."""
    if isinstance(node, MappingNode):
        return [*node.value]
    return [(one, one) for one in node.value] if isinstance(node, SequenceNode) else []
