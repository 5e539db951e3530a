"""The configuration of a client: `generator.yaml` beside the document, or the file of `--config`.

It says for any maker's document what its own x- keys cannot: names, places in the client, error shapes, streams, tasks.
Every key becomes one of the x- keys that spec/EXTENSIONS.md describes, so that there is one way to say each thing.
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import Any, NamedTuple

from ..diagnostics import Diagnostic, did_you_mean
from ..policy.faults import converted
from ..policy.model import Part
from ..spec import Document, Operation
from ..spec.document import Origin
from ..spec.names import ClassName, words
from ..spec.pointer import join, mapping, strings
from .draft import Draft
from .overlay import overlay

FILE = "generator.yaml"
CODE = "configuration"

# Each key of the file, and where it goes: an x- key and a key within it, or "" for the whole x- key.
OF_DOCUMENT = {
    "package": ("x-client", "package"),
    "class": ("x-client", "class"),
    "environment": ("x-client", "env"),
    "user_agent": ("x-client", "user_agent"),
    "license": ("x-client", "license"),
    "runtime": ("x-client", "runtime"),
    "naming": ("x-client", "naming"),
    "waived": ("x-client", "waived"),
    "aliases": ("x-client", "aliases"),
    "migration": ("x-client", "migration"),
    "errors": ("x-errors", ""),
    "pagination": ("x-pagination", ""),
}
OF_OPERATION = {
    **{key: ("x-client", key) for key in ("resource", "method", "arguments", "returns")},
    **{key: (f"x-{key}", "") for key in ("errors", "retry", "stream", "task", "pagination", "variants", "not-served")},
}
OF_SCHEMA = {key: ("x-client", key) for key in ("accepts", "actions", "fields", "items", "media", "vectors")}


class Own(Part, frozen=True):
    """The keys of the file that are read here."""

    overlays: tuple[str, ...] = ()
    strict: bool = False
    operations: dict[str, dict[str, Any]] | None = None
    schemas: dict[str, dict[str, Any]] | None = None


class OwnOfOperation(Part, frozen=True):
    """The keys of an operation that are read here."""

    id: str = ""
    omit: bool = False


# Variants belong to the file of their operation, after which their module is named.
MODULES_OF_DOCUMENT = ("variants",)


class Settings(NamedTuple):
    """Settings of a client from the command line."""

    config: Path | None = None  # the configuration; None: the one beside the document, if there is one
    package: str = ""  # names the client's class, too
    directory: str = ""  # of the client; its name if nothing else gives one


class Configuration:
    """The configuration of one document, applied to it in two steps."""

    def __init__(self, document: Document, settings: Settings) -> None:
        path = settings.config.resolve().as_posix() if settings.config else FILE
        self.file = document.sibling(path)
        self.settings = settings
        self.tree: dict[str, Any] = self.file.tree if self.file else {}
        self.origins: dict[str, Origin] = {}  # of what it sets, by the pointers in the document

    @property
    def strict(self) -> bool:
        return self.tree.get("strict") is True

    def document(self, draft: Draft) -> None:
        """Apply the overlays, and what is said of the document and its schemas."""
        for index, name in enumerate(strings(self.tree.get("overlays"))):
            changes = draft.source.sibling((self._directory / name).as_posix()) if self.file else None
            if changes is None:
                self._report(draft, join("/overlays", index), f"there is no file {name!r}", "correct the path")
            else:
                overlay(draft, changes)
        self._known(draft, "", self.tree, OF_DOCUMENT, Own)
        self._write(draft, "", "", self.tree, OF_DOCUMENT)
        self._names_of_client(draft)
        known = mapping(mapping(draft.tree.get("components")).get("schemas"))
        for name, about in mapping(self.tree.get("schemas")).items():
            if self._known(draft, "/schemas", {name: about}, known):
                self._known(draft, join("/schemas", name), mapping(about), OF_SCHEMA)
                self._write(draft, join("/components/schemas", name), join("/schemas", name), mapping(about), OF_SCHEMA)

    def _names_of_client(self, draft: Draft) -> None:
        """Name the package and the class: by the command line, else the configuration, else the directory."""
        package, client = self.settings.package, mapping(draft.tree.get("x-client"))
        if package:
            draft.edit("/x-client")["package"] = package
            if "class" not in self.tree:
                draft.edit("/x-client")["class"] = ClassName.styled(words(package))
        elif "package" not in client and self.settings.directory and not draft.source.house:
            draft.edit("/x-client")["package"] = self.settings.directory

    def operations(self, draft: Draft) -> None:
        """Apply what is said of operations, by their ids or by method and path."""
        about = mapping(self.tree.get("operations"))
        if not about:
            return
        operations = [one for one in draft.operations() if not one.base]
        names = {name: one for one in operations for name in self._names(draft, one)}
        for name, keys in about.items():
            if self._known(draft, "/operations", {name: keys}, names):
                self._operation(draft, names[name].pointer, join("/operations", name), mapping(keys))

    def _names(self, draft: Draft, one: Operation) -> tuple[str, ...]:
        method, path = one.method.upper(), one.path
        written = mapping(mapping(mapping(draft.source.source_tree.get("paths")).get(path)).get(one.method))
        return (f"{method} {path}", one.id, str(written.get("operationId") or one.id))

    def _operation(self, draft: Draft, pointer: str, place: str, keys: dict[str, Any]) -> None:
        self._known(draft, place, keys, OF_OPERATION, OwnOfOperation)
        if keys.get("omit") is True:
            owner, _, method = pointer.rpartition("/")
            del draft.edit(owner)[method]
            return
        if "id" in keys:
            draft.edit(pointer)["operationId"] = keys["id"]
        self._write(draft, pointer, place, keys, OF_OPERATION)

    def _write(
        self, draft: Draft, pointer: str, place: str, keys: dict[str, Any], places: dict[str, tuple[str, str]]
    ) -> None:
        for key, (extension, inner) in places.items():
            if key in keys and inner:
                draft.edit(join(pointer, extension))[inner] = keys[key]
            elif key in keys:
                draft.edit(pointer)[extension] = keys[key]
            if key in keys and self.file and key not in MODULES_OF_DOCUMENT:
                written = join(pointer, extension, *([inner] if inner else []))
                self.origins[written] = self.file.origin(join(place, key))

    def _known(
        self, draft: Draft, pointer: str, keys: dict[str, Any], known: Collection[str], own: type[Part] = Part
    ) -> bool:
        """False, and diagnostics, if a key is not known; those that are read here have values of their types."""
        known = (*known, *own.__struct_fields__)
        for fault in converted({key: keys[key] for key in own.__struct_fields__ if key in keys}, own, pointer)[1]:
            self._report(draft, fault.pointer, fault.message, fault.hint)
        wrong = [key for key in keys if key not in known]
        for key in wrong:
            hint = did_you_mean(key, known, "remove it, or correct the name")
            self._report(draft, join(pointer, key), f"unknown name {key!r} in the configuration", hint)
        return not wrong

    def _report(self, draft: Draft, pointer: str, message: str, hint: str) -> None:
        if self.file:
            draft.diagnostics.append(Diagnostic.at(self.file, pointer, message, hint, code=CODE))

    @property
    def _directory(self) -> Path:
        return self.file.directory if self.file else Path()
