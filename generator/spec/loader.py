"""Several files to one tree.

A `$ref` to another file becomes '#/components/<kind>/<name>', and what it names moves there; path items of other files
are put in place, because components of that kind are new in 3.1 and little known.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from yaml.nodes import Node, ScalarNode

from ..diagnostics import Diagnostic, DiagnosticsError, Place
from .document import Document, Mount
from .links import Link, broken
from .pointer import fragment, join, mapping, split
from .refs import Target, Targets
from .source import Source, keys, opened, step
from .values import DATA, OBJECT, Builder, Role, is_text, literal, whole

PATH_ITEM = Role("object", "paths")
# What a file of one part of the API holds, and where the main file lists it.
LISTS = {"paths": "paths", **dict.fromkeys(("schemas", "parameters", "responses"), "components")}


def read(source: Path) -> Document:
    """The bundled document. Raises `DiagnosticsError`."""
    path = source.resolve()
    main = opened(path, f"{path.parent.name}/{path.name}" if path.parent.name else path.name)
    return _Bundle(main).document()


class _Bundle:
    """Collects what is referred to until nothing new comes."""

    def __init__(self, main: Source) -> None:
        self.main = main
        self.targets = Targets(main)
        self.slots: dict[Target, tuple[str, str]] = {}  # what is bundled, and the component it becomes
        self.owners: dict[tuple[str, str], Target] = {}
        self.waiting: list[Target] = []
        self.links: list[Link] = []
        self.mounts: dict[str, Mount] = {}
        self.placed: set[Target] = set()
        self.builders: dict[str, Builder] = {}

    def document(self) -> Document:
        """Everything in one tree. Raises `DiagnosticsError`."""
        self.reserve()
        tree = whole(self.main, self.builder(self.main), OBJECT)
        for section in ("paths", "webhooks"):
            self.place_items(mapping(tree.get(section)), section)
        self.place_components(tree)
        sources = self.targets.sources
        problems = [problem for source in sources.values() for problem in source.problems]
        problems += broken(tree, self.links)
        # What is left over may only follow from a reference that is broken: one cause, one problem.
        problems += [] if problems else self.left_over()
        if problems:
            raise DiagnosticsError(problems)
        return Document(tree, self.main, self.mounts, sources)

    def builder(self, source: Source) -> Builder:
        return self.builders.setdefault(source.label, Builder(source, self.refer))

    def reserve(self) -> None:
        """Give what the main file lists under `components` the names it lists it by."""
        for kind, name, ref in _listed(self.main):
            found = self.targets.find(self.main, ref, ref.value, kind)
            if found and not found.rest and found.target not in self.slots:
                self.own(found.target, (kind, name))

    def own(self, target: Target, slot: tuple[str, str]) -> None:
        self.owners[slot] = target
        self.slots[target] = slot
        self.waiting.append(target)

    def refer(self, source: Source, node: Node, text: str, kind: str) -> str:
        """The text of a reference in the tree."""
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
        """The component that a target becomes; one that is not listed goes by its own name."""
        if target not in self.slots:
            wanted = (kind, target.name)
            other = self.owner(wanted)
            if other is None:
                self.own(target, wanted)
            else:
                self.slots[target] = wanted
                self.collide(target, other, kind)
        return self.slots[target]

    def owner(self, slot: tuple[str, str]) -> Target | None:
        """What already goes by the name of a component: something bundled, or written in the main file itself."""
        if slot in self.owners:
            return self.owners[slot]
        spot, rest = self.main.nearest(["components", *slot])
        return Target(self.main, join("/components", *slot), spot) if spot and not rest else None

    def collide(self, target: Target, other: Target, kind: str) -> None:
        """Two of one name are one if they say the same, word for word."""
        if literal(target.source).build(target.spot.node, DATA) != literal(other.source).build(other.spot.node, DATA):
            elsewhere = other.source.place(other.spot.mark)
            what = f"two different {kind} are called {target.name!r} (the other is at {elsewhere})"
            target.source.note(target.spot.mark, what, "rename one, or list one under components by another name")

    def place_items(self, items: dict[str, Any], section: str) -> None:
        """Put the path items of other files in place."""
        for path in items:
            target = self.path_item(section, path)
            if target:
                self.placed.add(target)
                self.mounts[join("", section, path)] = Mount(target.source, target.spot)
                items[path] = self.builder(target.source).build(target.spot.node, PATH_ITEM)

    def path_item(self, section: str, path: str) -> Target | None:
        """The target at the end of the chain of references of a path; None if the path is written where it stands."""
        target, source = None, self.main
        spot = self.main.nearest([section, path])[0]
        seen = set[Target]()
        while spot and (ref := step(spot.node, "$ref")) and is_text(ref.node):
            if len(keys(spot.node)) > 1:
                source.note(ref.mark, "keys beside the $ref of a path item", "move them into the path item")
            found = self.targets.find(source, ref.node, ref.node.value, "pathItems")
            if found is None:
                return None
            if found.target in seen:
                source.note(ref.mark, f"$ref {ref.node.value!r} leads round in a circle", "write the path item out")
                return None
            target = found.target
            seen.add(target)
            source, spot = target.source, target.spot
        return target

    def place_components(self, tree: dict[str, Any]) -> None:
        """Put what was referred to under `components`: where it is listed, or else behind, sorted by name."""
        built: dict[tuple[str, str], Any] = {}
        while self.waiting:
            target = self.waiting.pop()
            slot = self.slots[target]
            built[slot] = self.builder(target.source).build(target.spot.node, Role("object", slot[0]))
            self.mounts[join("/components", *slot)] = Mount(target.source, target.spot)
        for kind, name in sorted(built):
            tree.setdefault("components", {}).setdefault(kind, {})[name] = built[kind, name]

    def left_over(self) -> Iterator[Diagnostic]:
        """What stands in another file under `paths` or a section of components and would be dropped without a word."""
        used = {target.label for target in (*self.slots, *self.placed)}
        families = [one for one in self.targets.sources.values() if one is not self.main and one.root]
        for source in families:
            if source.root is None or not set(keys(source.root)) <= LISTS.keys():
                continue
            yield from self.unread(source.path.parent)
            for section in keys(source.root):
                entries = step(source.root, section)
                for name in keys(entries.node) if entries else ():
                    if f"{source.label}#{join('', section, name)}" not in used:
                        mark = source.nearest([section, name])[0]
                        cure = f"list it under {LISTS[section]} in {self.main.label}, or delete it"
                        yield source.problem(mark.mark if mark else None, f"nothing refers to {name!r}", cure)

    def unread(self, directory: Path) -> Iterator[Diagnostic]:
        """The files beside a family that nothing refers to."""
        known = {source.path for source in self.targets.sources.values()}
        for path in sorted(directory.iterdir()) if directory != self.main.path.parent else ():
            if path.suffix in (".yaml", ".yml", ".json") and path not in known:
                cure = f"list what it holds in {self.main.label}, or delete it"
                yield Diagnostic(Place(self.targets.label(path)), "nothing refers to this file", cure)


def _listed(main: Source) -> Iterator[tuple[str, str, ScalarNode]]:
    """Kind, name and reference of the components that the main file takes from other files."""
    components = step(main.root, "components") if main.root else None
    for kind in keys(components.node) if components else ():
        section, _ = main.nearest(["components", kind])
        for name in keys(section.node) if section else ():
            spot, rest = main.nearest(["components", kind, name, "$ref"])
            if spot and not rest and is_text(spot.node) and not spot.node.value.startswith("#"):
                yield kind, name, spot.node
