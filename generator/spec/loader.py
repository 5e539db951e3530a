"""Several files to one tree.

A `$ref` to another file becomes '#/components/<kind>/<name>', and its target moves there; path items of other files are
put in place, because components of that kind are new in 3.1 and little known.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any

from yaml.nodes import Node, ScalarNode

from ..diagnostics import Diagnostic, DiagnosticsError, Place
from ..limits import Budget, Limits
from .document import Document, Origin
from .pointer import fragment, join, mapping, split
from .refs import Link, Target, Targets, broken_links
from .source import Source, child_node, keys, open_source
from .values import DATA, OBJECT, Builder, Role, build_file, is_text, literal

EXTENSIONS = "extensions.yaml"
PATH_ITEM = Role("object", "paths")
# The sections of a file for one part of the API, and where the main file lists them.
LISTED_UNDER = {"paths": "paths", **dict.fromkeys(("schemas", "parameters", "responses"), "components")}


def read(source: Path, strict: bool = False, limits: Limits | None = None) -> Document:
    """Read a document and every file that it refers to. Raises `DiagnosticsError`.

    A document is also strict if the schemas of its extensions are beside it: it is kept for this generator.
    """
    path, budget = source.resolve(), Budget(limits)
    main = open_source(path, f"{path.parent.name}/{path.name}" if path.parent.name else path.name, budget)
    bundle = _Bundle(main, budget, strict, path.with_name(EXTENSIONS).is_file())
    bundle.targets.links[str(source.absolute())] = str(path)
    return bundle.document()


class _Bundle:
    """Collects the targets of references until there are no new ones."""

    def __init__(self, main: Source, budget: Budget, strict: bool, house: bool) -> None:
        self.main = main
        self.strict = strict
        self.house = house
        self.budget = budget
        self.targets = Targets(main, budget)
        self.slots: dict[Target, tuple[str, str]] = {}  # each bundled target, and the component it becomes
        self.owners: dict[tuple[str, str], Target] = {}
        self.waiting: list[Target] = []
        self.links: list[Link] = []
        self.origins: dict[str, Origin] = {}
        self.placed: set[Target] = set()
        self.builders: dict[str, Builder] = {}

    def document(self) -> Document:
        """Everything in one tree. Raises `DiagnosticsError`."""
        self.reserve()
        tree = build_file(self.main, self.builder(self.main), OBJECT)
        for section in ("paths", "webhooks"):
            self.place_items(mapping(tree.get(section)), section)
        self.place_components(tree)
        sources = self.targets.sources
        found = [diagnostic for source in sources.values() for diagnostic in source.diagnostics]
        found += broken_links(tree, self.links)
        # Something may be unused only because a reference to it is broken: one cause, one diagnostic.
        found += self.unused() if self.house and not found else []
        if found:
            raise DiagnosticsError(found)
        return Document(
            tree, self.main, self.origins, sources, self.targets.links, strict=self.strict, house=self.house
        )

    def builder(self, source: Source) -> Builder:
        return self.builders.setdefault(source.label, Builder(source, self.refer, self.budget))

    def reserve(self) -> None:
        """Reserve the names under which the main file lists components of other files."""
        for kind, name, ref in _listed(self.main):
            found = self.targets.find(self.main, ref, ref.value, kind)
            if found and not found.rest and found.target not in self.slots:
                self.own(found.target, (kind, name))

    def own(self, target: Target, slot: tuple[str, str]) -> None:
        self.owners[slot] = target
        self.slots[target] = slot
        self.waiting.append(target)

    def refer(self, source: Source, node: Node, text: str, kind: str) -> str:
        """The text that a reference has in the tree."""
        if kind == "paths":
            return text  # put in place afterwards
        if source is self.main and text.startswith("#"):
            self.links.append(Link(text, text, kind, source, node))
            return text
        found = self.targets.find(source, node, text, kind)
        if found is None:
            return text
        if found.target.source is self.main:
            bundled = fragment([*split(found.target.pointer), *found.rest])
        else:
            bundled = fragment(["components", *self.slot(found.target, found.kind), *found.rest])
        self.links.append(Link(bundled, text, kind, source, node))
        return bundled

    def slot(self, target: Target, kind: str) -> tuple[str, str]:
        """The component that a target becomes; one that is not listed keeps its own name."""
        if target not in self.slots:
            wanted = (kind, target.name)
            other = self.owner(wanted)
            if other is None:
                self.own(target, wanted)
            elif self.house or _is_same(target, other):
                self.slots[target] = wanted
                self.collide(target, other, kind)
            else:
                self.own(target, self.free(kind, target))
        return self.slots[target]

    def free(self, kind: str, target: Target) -> tuple[str, str]:
        """A component's name that nothing else has: that of the file before its own, or with a number."""
        stem = PurePosixPath(target.source.label).stem
        names = [f"{stem}_{target.name}", *(f"{target.name}_{number}" for number in range(2, len(self.slots) + 3))]
        return next((kind, name) for name in names if self.owner((kind, name)) is None)

    def owner(self, slot: tuple[str, str]) -> Target | None:
        """The owner of a component's name: another target, or a component of the main file itself."""
        if slot in self.owners:
            return self.owners[slot]
        node, rest = self.main.nearest(["components", *slot])
        return Target(self.main, join("/components", *slot), node) if node and not rest else None

    def collide(self, target: Target, other: Target, kind: str) -> None:
        """Report two different components of one name; two that are equal, word for word, are one."""
        if not _is_same(target, other):
            elsewhere = other.source.place(other.node.mark)
            message = f"two different {kind} are called {target.name!r} (the other is at {elsewhere})"
            hint = "rename one, or list one under components by another name"
            target.source.report(target.node.mark, message, hint, "component-names")

    def place_items(self, items: dict[str, Any], section: str) -> None:
        """Put the path items of other files in place."""
        for path in items:
            target = self.path_item(section, path)
            if target:
                self.placed.add(target)
                self.origins[join("", section, path)] = Origin(target.source, target.node, target.pointer)
                items[path] = self.builder(target.source).build(target.node.node, PATH_ITEM)

    def path_item(self, section: str, path: str) -> Target | None:
        """The target at the end of the chain of references of a path; None if the path is written in place."""
        target, source = None, self.main
        item = self.main.nearest([section, path])[0]
        seen = set[Target]()
        while item and (ref := child_node(item.node, "$ref")) and is_text(ref.node):
            if len(keys(item.node)) > 1:
                what, hint = "keys beside the $ref of a path item", "move them into the path item"
                source.report(ref.mark, what, hint, "reference")
            found = self.targets.find(source, ref.node, ref.node.value, "pathItems")
            if found is None:
                return None
            if found.target in seen:
                what, hint = f"$ref {ref.node.value!r} leads round in a circle", "write the path item out"
                source.report(ref.mark, what, hint, "reference")
                return None
            target = found.target
            seen.add(target)
            source, item = target.source, target.node
        return target

    def place_components(self, tree: dict[str, Any]) -> None:
        """Put the targets under `components`: where they are listed, the others at the end, sorted by name."""
        built: dict[tuple[str, str], Any] = {}
        while self.waiting:
            target = self.waiting.pop()
            slot = self.slots[target]
            built[slot] = self.builder(target.source).build(target.node.node, Role("object", slot[0]))
            self.origins[join("/components", *slot)] = Origin(target.source, target.node, target.pointer)
        for kind, name in sorted(built):
            tree.setdefault("components", {}).setdefault(kind, {})[name] = built[kind, name]

    def unused(self) -> Iterator[Diagnostic]:
        """Paths and components of other files that nothing refers to: they would be dropped in silence."""
        used = {target.label for target in (*self.slots, *self.placed)}
        families = [one for one in self.targets.sources.values() if one is not self.main and one.root]
        for source in families:
            if source.root is None or not set(keys(source.root)) <= LISTED_UNDER.keys():
                continue
            yield from self.unused_files(source.path.parent)
            for section in keys(source.root):
                entries = child_node(source.root, section)
                for name in keys(entries.node) if entries else ():
                    if f"{source.label}#{join('', section, name)}" not in used:
                        mark = source.nearest([section, name])[0]
                        hint = f"list it under {LISTED_UNDER[section]} in {self.main.label}, or delete it"
                        what = f"nothing refers to {name!r}"
                        yield source.diagnostic(mark.mark if mark else None, what, hint, "left-over")

    def unused_files(self, directory: Path) -> Iterator[Diagnostic]:
        """The files of a directory that nothing refers to."""
        known = {source.path for source in self.targets.sources.values()}
        for path in sorted(directory.iterdir()) if directory != self.main.path.parent else ():
            if path.suffix in (".yaml", ".yml", ".json") and path not in known:
                hint = f"list its contents in {self.main.label}, or delete it"
                place = Place(self.targets.label(path))
                yield Diagnostic(place, "nothing refers to this file", hint, code="left-over")


def _is_same(one: Target, other: Target) -> bool:
    """True if two targets are equal, word for word."""
    return bool(literal(one.source).build(one.node.node, DATA) == literal(other.source).build(other.node.node, DATA))


def _listed(main: Source) -> Iterator[tuple[str, str, ScalarNode]]:
    """Kind, name and reference of the components that the main file takes from other files."""
    components = child_node(main.root, "components") if main.root else None
    for kind in keys(components.node) if components else ():
        section, _ = main.nearest(["components", kind])
        for name in keys(section.node) if section else ():
            ref, rest = main.nearest(["components", kind, name, "$ref"])
            if ref and not rest and is_text(ref.node) and not ref.node.value.startswith("#"):
                yield kind, name, ref.node
