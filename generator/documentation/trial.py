"""A copy of the spec in which edits are tried: is it valid, and does it still fit what was recorded?"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Any

from ..check import check
from ..compare.schemas import Trees
from ..diagnostics import Collector, DiagnosticsError
from ..evidence import registers
from ..evidence.documentation import PAGES
from ..evidence.recordings import NO_JSON, load
from ..plan import plan
from ..spec import Content, Document, Operation, read
from ..spec.pointer import mapping, string
from .captured import accept
from .draft import Draft
from .editor import Editor
from .page import Page
from .register import entries

PUBLISHED = "published"


class Trial:
    """A copy of the spec's folder, as long as the context lasts."""

    def __init__(self, document: Document, fixtures: Path) -> None:
        self.before, self.fixtures = document, fixtures
        self.main = document.source_of("")[0]
        self.documents: dict[frozenset[tuple[Path, bytes]], Document] = {}

    def __enter__(self) -> Trial:
        self.temporary = Path(tempfile.mkdtemp())
        self.folder = self.temporary / self.main.parent.name
        shutil.copytree(self.main.parent, self.folder, ignore=shutil.ignore_patterns(PUBLISHED))
        for entry in entries(self.before):  # they name headings of our own documentation
            guide = Path(string(entry.node.get("guide")).partition("#")[0])
            source, target = self.main.parent.parent / guide, self.temporary / guide
            if guide.name and not guide.is_absolute() and source.is_file() and not target.exists():
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(source, target)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        shutil.rmtree(self.temporary, ignore_errors=True)

    def document(self, draft: Draft) -> Document:
        """The document with the edits of a draft. Raises `DiagnosticsError`."""
        changed = draft.changed()
        key = frozenset(changed.items())
        if key not in self.documents:
            for path, content in changed.items():
                (self.folder / path.relative_to(self.main.parent)).write_bytes(content)
            try:
                document = check(read(self.folder / self.main.name))
                plan(document)
                for name in ("documentation.yaml", "divergences.yaml"):
                    document.sibling(name)
            finally:
                for path in changed:
                    shutil.copy(path, self.folder / path.relative_to(self.main.parent))
            self.documents[key] = document
        return self.documents[key]

    def fault(self, draft: Draft) -> str:
        """Why the edits of a draft cannot stand, "" if they can."""
        try:
            document = self.document(draft)
        except DiagnosticsError as error:
            return error.diagnostics[0].message
        faults = self._faults(document)
        known = self._faults(self.document(Draft(self.before))) if faults else set[str]()
        return next(iter(sorted(faults - known)), "") or next(clashes(self.before, document, self.fixtures), "")

    def record(self, draft: Draft, pages: list[Page]) -> int:
        """Write the state of pages into the register of a draft. Returns of how many it was another one."""
        register = self.main.parent / PAGES
        if not pages or not register.is_file():
            return 0
        copy = self.folder / PAGES
        copy.write_bytes(draft.editor(register).content)
        count = accept(pages, self.document(draft), copy)
        draft.editors[register] = Editor.open(copy)
        return count

    def _faults(self, document: Document) -> set[str]:
        return {one.message for one in (*document.diagnostics, *registers(document))}


def clashes(old: Document, new: Document, fixtures: Path) -> Iterator[str]:
    """The recordings that fit the old document and not the new one, each with what does not fit."""
    trees = Trees.of(old.tree, new.tree)
    known = old.operations_by_id
    for now in new.operations:
        was = known.get(now.id)
        pairs = list(_changed(was, now, trees)) if was else []
        for recording in load(now, fixtures, Collector(new)) if pairs else ():
            for before, after in pairs:
                value: Any = recording.sent if not after.status else recording.value
                fits = recording.is_complete and (not after.status or str(recording.status) == after.status)
                if not fits or value is NO_JSON or not value or _fault(old, before, value):
                    continue
                if fault := _fault(new, after, value):
                    yield f"a recording of {now.id} says otherwise: {fault}"


def _changed(was: Operation, now: Operation, trees: Trees) -> Iterator[tuple[Content, Content]]:
    """The JSON contents of both versions whose schemas differ."""
    bodies = [one.request_body.content if one.request_body else () for one in (was, now)]
    for olds, news in (bodies, (was.results, now.results)):
        for new in news:
            for old in olds:
                if (old.media_type, old.status) == (new.media_type, new.status) and not trees.same(
                    old.schema, new.schema
                ):
                    yield old, new


def _fault(document: Document, content: Content, value: Any) -> str:
    from jsonschema import Draft202012Validator

    schema = {**mapping(content.schema), "components": document.tree.get("components")}
    errors = Draft202012Validator(schema).iter_errors(value)  # pyright: ignore[reportUnknownMemberType]
    return next((f"/{'/'.join(map(str, one.absolute_path))}: {one.message[:200]}" for one in errors), "")
