"""Several files to one tree.

A `$ref` to another file becomes '#/components/<kind>/<name>', and its target moves there; path items of other files are
put in place, because components of that kind are new in 3.1 and little known.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path, PurePosixPath
from typing import Any

from yaml.error import Mark
from yaml.nodes import ScalarNode

from ..diagnostics import Diagnostic, DiagnosticsError, Place
from ..limits import Budget, Limits
from .document import Document, Origin
from .pointer import fragment, join, mapping, split
from .refs import Fault, Link, Target, Targets, Unresolved, broken_links
from .source import Source, child_node, keys, open_source
from .unresolved import leave_out
from .values import DATA, OBJECT, OPERATION, Builder, Reference, Role, build_file, is_text, literal

EXTENSIONS = "extensions.yaml"
PATH_ITEM = Role("object", "paths")
# The sections of a file for one part of the API, and where the main file lists them.
LISTED_UNDER = {"paths": "paths", **dict.fromkeys(("schemas", "parameters", "responses"), "components")}


def read(source: Path, strict: bool = False, limits: Limits | None = None, root: Path | None = None) -> Document:
    """Read a document and every file that it refers to, below its directory or `root`. Raises `DiagnosticsError`.

    A document is also strict if the schemas of its extensions are beside it: it is kept for this generator.
    """
    path, budget = source.resolve(), Budget(limits)
    main = open_source(path, f"{path.parent.name}/{path.name}" if path.parent.name else path.name, budget)
    bundle = _Bundle(main, budget, strict, path.with_name(EXTENSIONS).is_file(), root)
    bundle.targets.links[str(source.absolute())] = str(path)
    return bundle.document()


class _Bundle:
    """Collects the targets of references until there are no new ones."""

    def __init__(self, main: Source, budget: Budget, strict: bool, house: bool, root: Path | None) -> None:
        self.main = main
        self.strict = strict
        self.house = house
        self.budget = budget
        self.targets = Targets(main, budget, root)
        self.slots: dict[Target, tuple[str, str]] = {}  # each bundled target, and the component it becomes
        self.owners: dict[tuple[str, str], Target] = {}
        self.waiting: list[Target] = []
        self.links: list[Link] = []
        self.faults: list[Fault] = []
        self.operations: dict[int, Reference] = {}  # by the identity of their holders: references to operations
        self.found: list[Diagnostic] = []  # what is no error
        self.origins: dict[str, Origin] = {}
        self.placed: set[Target] = set()
        self.builders: dict[str, Builder] = {}

    def document(self) -> Document:
        """Everything in one tree. Raises `DiagnosticsError`."""
        self.reserve()
        tree = build_file(self.main, self.builder(self.main), OBJECT)
        for section in ("paths", "webhooks"):
            self.place_items(mapping(tree.get(section)), section)
            self.place_operations(tree, section)
        self.place_components(tree)
        faults = [*self.faults, *broken_links(tree, self.links)]
        if self.is_strict:
            errors = [fault.diagnostic for fault in faults if not fault.is_told]
        else:
            errors, left_out = leave_out(tree, self.main, faults, self.links) if faults else ([], [])
            self.found += left_out
        errors += self.unreadable()
        # Something may be unused only because a reference to it is broken: one cause, one diagnostic.
        errors += self.unused() if self.house and not errors else []
        if errors:
            raise DiagnosticsError(errors)
        sources, links = self.targets.sources, self.targets.links
        document = Document(tree, self.main, self.origins, sources, links, strict=self.strict, house=self.house)
        document.diagnostics = tuple(self.found)
        return document

    @property
    def is_strict(self) -> bool:
        """True if a reference that leads nowhere is an error."""
        return self.strict or self.house

    def unreadable(self) -> Iterator[Diagnostic]:
        """The errors of all files. Another file that is not YAML is left out, unless the document is strict."""
        for source in self.targets.sources.values():
            for one in source.diagnostics:
                if self.is_strict or source is self.main or source.root or one.code == "limits":
                    yield one
                else:
                    instead = "every reference to it is left out, or any value"
                    self.found.append(one._replace(severity="unsupported", instead=instead))

    def builder(self, source: Source) -> Builder:
        return self.builders.setdefault(source.label, Builder(source, self.refer, self.budget))

    def reserve(self) -> None:
        """Reserve the names under which the main file lists components of other files."""
        for kind, name, ref in _listed(self.main):
            with suppress(Unresolved):
                found = self.targets.find(self.main, ref, ref.value, kind)
                if not found.rest and found.target not in self.slots:
                    self.own(found.target, (kind, name))

    def own(self, target: Target, slot: tuple[str, str]) -> None:
        self.owners[slot] = target
        self.slots[target] = slot
        self.waiting.append(target)

    def refer(self, reference: Reference) -> str:
        """The text that a reference has in the tree."""
        source, node, text, kind = reference[:4]
        if kind == "paths":
            return text  # put in place afterwards
        if kind == "operations":
            self.operations[id(reference.holder)] = reference
            return text
        if source is self.main and (text == "#" or text.startswith("#/")):
            self.links.append(Link(text, reference))
            return text
        try:
            found = self.targets.find(source, node, text, kind)
        except Unresolved as error:
            self.faults.append(error.fault(Link(text, reference)))
            return text
        if found.target.source is self.main:
            bundled = fragment([*split(found.target.pointer), *found.rest])
        else:
            bundled = fragment(["components", *self.slot(found.target, found.kind), *found.rest])
        self.links.append(Link(bundled, reference))
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
        places = [["components", *slot]]
        if self.main.root and "swagger" in keys(self.main.root):  # which has them at the top
            places.append(["definitions" if slot[0] == "schemas" else slot[0], slot[1]])
        for place in places:
            node, rest = self.main.nearest(place)
            if node and not rest:
                return Target(self.main, join("", *place), node)
        return None

    def collide(self, target: Target, other: Target, kind: str) -> None:
        """Report two different components of one name; two that are equal, word for word, are one."""
        if not _is_same(target, other):
            elsewhere = other.source.place(other.node.mark)
            message = f"two different {kind} are called {target.name!r} (the other is at {elsewhere})"
            hint = "rename one, or list one under components by another name"
            target.source.report(target.node.mark, message, hint, "component-names")

    def place_items(self, items: dict[str, Any], section: str) -> None:
        """Put the path items of other files in place."""
        for path in [*items]:
            chain = [*self.path_items(items, section, path)]
            if len(chain) < 2:
                continue
            target = chain[-1]
            self.placed.add(target)
            self.origins[join("", section, path)] = Origin(target.source, target.node, target.pointer)
            item = mapping(self.builder(target.source).build(target.node.node, PATH_ITEM))
            for other in chain[-2:0:-1]:
                item |= mapping(self.builder(other.source).build(other.node.node, PATH_ITEM))
            beside = {key: value for key, value in mapping(items[path]).items() if key != "$ref"}
            for key in beside:
                node, _ = self.main.nearest([section, path, key])
                if node:
                    pointer = join("", section, path, key)
                    self.origins[pointer] = Origin(self.main, node, pointer)
            items[path] = {key: value for key, value in {**item, **beside}.items() if key != "$ref"}

    def path_items(self, items: dict[str, Any], section: str, path: str) -> list[Target]:
        """The path item, and what it refers to, one behind the other; nothing if that leads nowhere."""
        node, _ = self.main.nearest([section, path])
        chain = [Target(self.main, join("", section, path), node)] if node else []
        while chain and (ref := child_node(chain[-1].node.node, "$ref")) and is_text(ref.node):
            source = chain[-1].source
            if len(keys(chain[-1].node.node)) > 1:
                hint, instead = "move them into the path item", "they are read as if they stood in it"
                self.tolerate(source, ref.mark, "keys beside the $ref of a path item", hint, instead)
            reference = Reference(source, ref.node, ref.node.value, "pathItems", items, path)
            try:
                target = self.targets.find(*reference[:4]).target
            except Unresolved as error:
                self.faults.append(error.fault(Link("", reference)))
                return []
            if target in chain:
                link = Link("", reference)
                what = f"$ref {reference.text!r} leads round in a circle"
                self.faults.append(link.fault(what, "write the path item out"))
                return []
            chain.append(target)
        return chain

    def place_operations(self, tree: dict[str, Any], section: str) -> None:
        """Put operations of other places where they are referred to, which OpenAPI has only for path items."""
        for path, item in mapping(tree.get(section)).items():
            for method, node in mapping(item).items():
                seen = set[Target]()
                while reference := self.operations.pop(id(node), None):
                    try:
                        target = self.targets.find(*reference[:4]).whole
                        if target in seen:
                            what = f"$ref {reference.text!r} leads round in a circle"
                            raise Unresolved(*reference[:2], what, "write the operation out")
                    except Unresolved as error:
                        self.faults.append(error.fault(Link("", reference)))
                        break
                    seen.add(target)
                    self.placed.add(target)
                    what, hint = "a $ref in place of an operation", "refer to a path item"
                    instead = "it is read as if it were written here"
                    self.tolerate(reference.source, reference.node.start_mark, what, hint, instead)
                    item[method] = node = self.builder(target.source).build(target.node.node, OPERATION)
                    self.origins[join("", section, path, method)] = Origin(target.source, target.node, target.pointer)

    def tolerate(self, source: Source, mark: Mark, what: str, hint: str, instead: str) -> None:
        """Report what is invalid and clear: an error, or how it is read."""
        if self.is_strict:
            source.report(mark, what, hint, "reference")
        else:
            found = source.diagnostic(mark, what, hint, "reference")
            self.found.append(found._replace(severity="warning", instead=instead))

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
