"""The stages of generation one by one, so that a console can show where it is."""

from __future__ import annotations

from contextlib import AbstractContextManager
from pathlib import Path
from typing import NamedTuple, Protocol

from .diagnostics import Diagnostic, DiagnosticsError, Place
from .spec import Document

TEMPLATES = "generator/templates"


class Stages(Protocol):
    """Whoever shows the stages."""

    def stage(self, name: str) -> AbstractContextManager[None]: ...


class Drawing(NamedTuple):
    """What was rendered, and what from."""

    document: Document
    files: dict[str, str]

    def counts(self) -> dict[str, int]:
        """How much was rendered."""
        from .spec.functions import functions_of

        models = sum(
            text.count("\nclass ") for path, text in self.files.items() if path.startswith(("models/", "params/"))
        )
        return {"operations": len(functions_of(self.document.tree)), "models": models, "files": len(self.files)}


def draw(source: Path, stages: Stages) -> Drawing:
    """Read, check, plan and render. Raises `DiagnosticsError`; a template's mistake is one too."""
    # Heavy libraries are imported within the stage that needs them, so that the time shown is the time it takes.
    with stages.stage("read"):
        from .spec import read

        document = read(source)
    with stages.stage("check"):
        from .check import check

        check(document)
    with stages.stage("plan"):
        from .plan import plan

        planned = plan(document)
    with stages.stage("render"):
        from .render.render import render

        try:
            files = render(planned)
        except Exception as error:
            problem = template_problem(error) or system_problem(error)
            if problem is None:
                raise
            raise DiagnosticsError([problem]) from error
    return Drawing(document, files)


def system_problem(error: Exception) -> Diagnostic | None:
    """The problem with the machine that an exception tells of: the formatter is not there, the disk is full."""
    if not isinstance(error, OSError):
        return None
    missing = isinstance(error, FileNotFoundError)
    cure = "run `make environment`" if missing else "make room, or name another directory by TMPDIR"
    return Diagnostic(Place(str(error.filename or "the code")), f"cannot be written or run: {error.strerror}", cure)


def template_problem(error: Exception) -> Diagnostic | None:
    """The problem with a template that an exception tells of; None if it tells of none."""
    from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError, UndefinedError

    from .render.imports import Misprint

    if isinstance(error, Misprint):
        return Diagnostic(Place(TEMPLATES), f"template: {error}", "mend the template that prints it")
    if not isinstance(error, TemplateError):
        name, line = _template_line(error)
        return _in_template(name, line, f"{type(error).__name__}: {error}") if name else None
    if isinstance(error, TemplateNotFound):
        return Diagnostic(Place(f"{TEMPLATES}/{error.name}"), "there is no such template", "mend the name, or write it")
    if isinstance(error, TemplateSyntaxError):
        return _in_template(error.filename or error.name or "", error.lineno, error.message or "not a template")
    name, line = _template_line(error)
    cure = "name what the plan holds" if isinstance(error, UndefinedError) else "mend the template"
    return _in_template(name, line, error.message or type(error).__name__, cure)


def _template_line(error: Exception) -> tuple[str, int]:
    """File and line of the innermost template: jinja2 writes them into the traceback."""
    found, trace = ("", 0), error.__traceback__
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename
        if file.endswith((".jinja", ".jinja2", ".j2")) or file == "<template>":
            found = (file, trace.tb_lineno)
        trace = trace.tb_next
    return found


def _in_template(file: str, line: int, what: str, cure: str = "mend the template") -> Diagnostic:
    path = Path(file)
    try:
        excerpt = path.read_text(encoding="utf-8").split("\n")[line - 1] if line else ""
    except (OSError, IndexError):
        excerpt = ""
    name = file.replace("\\", "/").rpartition("/templates/")[2] or "(a template)"
    column = len(excerpt) - len(excerpt.lstrip()) + 1
    return Diagnostic(Place(f"{TEMPLATES}/{name}", line, column if line else 0), f"template: {what}", cure, excerpt)
