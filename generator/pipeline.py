"""The pipeline: read → normalize → check → plan → render. Each is a function of the one before, and writes nothing."""

from __future__ import annotations

from collections import Counter
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import NamedTuple, Protocol

from .diagnostics import Diagnostic, DiagnosticsError
from .limited import within
from .limits import Limits
from .normalize import Settings, normalize
from .spec import Document


class Progress(Protocol):
    """An observer of the stages, such as a console."""

    def stage(self, name: str) -> AbstractContextManager[None]: ...


class Silent:
    """Progress that is not shown."""

    def stage(self, name: str) -> AbstractContextManager[None]:
        return nullcontext()


class Build(NamedTuple):
    """A document, and the text of every file of its client by path."""

    document: Document
    files: dict[str, str]
    diagnostics: tuple[Diagnostic, ...]  # what is unsupported, and warnings
    operations: int

    def counts(self) -> dict[str, int]:
        """The numbers of operations, models and files, and of diagnostics by severity."""
        modules = [text for path, text in self.files.items() if path.startswith(("models/", "params/"))]
        models = sum(text.count("\nclass ") for text in modules)
        found = Counter(one.severity for one in self.diagnostics)
        told = {name: found[name] for name in ("unsupported", "warning") if found[name]}
        return {"operations": self.operations, "models": models, "files": len(self.files), **told}


def build(
    source: Path,
    progress: Progress | None = None,
    strict: bool = False,
    settings: Settings | None = None,
    limits: Limits | None = None,
) -> Build:
    """Build the client of a document. Raises `DiagnosticsError`, also for a mistake in a template."""
    with within(limits or Limits(), source):
        return _build(source, progress or Silent(), strict, settings or Settings(), limits)


def _build(source: Path, progress: Progress, strict: bool, settings: Settings, limits: Limits | None) -> Build:
    # Heavy libraries are imported within the stage that needs them, so that the time shown is the time it takes.
    with progress.stage("read"):
        from .spec import read

        document = read(source, strict, limits, settings.config.parent if settings.config else None)
    with progress.stage("check"):
        from .check import check

        document = check(normalize(document, settings))
    with progress.stage("plan"):
        from .plan import plan

        planned = plan(document)
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
    return Build(document, files, planned.diagnostics, len(planned.endpoints))
