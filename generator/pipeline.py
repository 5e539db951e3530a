"""The pipeline: read → normalize → check → plan → render. Each is a function of the one before, and writes nothing."""

from __future__ import annotations

import gc
from collections import Counter
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

from .diagnostics import Diagnostic, DiagnosticsError
from .limited import within
from .limits import Limits
from .normalize import Settings, normalize
from .spec import Document

if TYPE_CHECKING:
    from .plan import Plan


# Models of a document that takes so much memory that it is worth the time to look for it.
LARGE = 5_000


class Progress(Protocol):
    """An observer of the stages, such as a console."""

    def stage(self, name: str) -> AbstractContextManager[None]: ...


class Silent:
    """Progress that is not shown."""

    def stage(self, name: str) -> AbstractContextManager[None]:
        return nullcontext()


class Client(NamedTuple):
    """The text of every file of a client by path."""

    files: dict[str, str]
    diagnostics: tuple[Diagnostic, ...]  # what is unsupported, and warnings
    operations: int
    inputs: list[tuple[str, str]]  # of the document, as it lists them

    def counts(self) -> dict[str, int]:
        """The numbers of operations, models and files, and of diagnostics by severity."""
        modules = [text for path, text in self.files.items() if path.startswith(("models/", "params/"))]
        models = sum(text.count("\nclass ") for text in modules)
        found = Counter(one.severity for one in self.diagnostics)
        told = {name: found[name] for name in ("unsupported", "warning") if found[name]}
        return {"operations": self.operations, "models": models, "files": len(self.files), **told}


def build(
    source: Path, progress: Progress | None = None, strict: bool = False, settings: Settings | None = None
) -> tuple[Document, Client]:
    """Build the client of a document. Raises `DiagnosticsError`, also for a mistake in a template."""
    progress = progress or Silent()
    with within(Limits(), source):
        document, planned = _planned(source, progress, strict, settings or Settings(), None)
        return document, _rendered(planned, progress, document.inputs())


def build_alone(source: Path, progress: Progress, strict: bool, settings: Settings, limits: Limits) -> Client:
    """Build the client of a document that is not needed any more: its memory is used for rendering."""
    with within(limits, source):
        document, planned = _planned(source, progress, strict, settings, limits)
        inputs = document.inputs()
        del document
        if len(planned.models.all) > LARGE:
            gc.collect()  # the text of the document, and the places of what is in it
        return _rendered(planned, progress, inputs)


def _planned(
    source: Path, progress: Progress, strict: bool, settings: Settings, limits: Limits | None
) -> tuple[Document, Plan]:
    # Heavy libraries are imported within the stage that needs them, so that the time shown is the time it takes.
    with progress.stage("read"):
        from .spec import read

        document = read(source, strict, limits, settings.config.parent if settings.config else None)
    with progress.stage("check"):
        from .check import check

        document = check(normalize(document, settings))
    with progress.stage("plan"):
        from .plan import plan

        return document, plan(document)


def _rendered(planned: Plan, progress: Progress, inputs: list[tuple[str, str]]) -> Client:
    with progress.stage("render"):
        from .render.errors import diagnostic_of
        from .render.render import render

        try:
            files = render(planned)
        except Exception as error:
            diagnostic = diagnostic_of(error)
            if diagnostic is None:
                raise
            raise DiagnosticsError([diagnostic]) from error
    return Client(files, planned.diagnostics, len(planned.endpoints), inputs)
