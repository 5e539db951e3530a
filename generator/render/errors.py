"""Errors of rendering as diagnostics: a mistake in a template, or a machine that cannot run the formatter."""

from __future__ import annotations

from linecache import getline

from ..diagnostics import Diagnostic, Place

TEMPLATES = "generator/render/templates"


def diagnostic_of(error: Exception) -> Diagnostic | None:
    """The diagnostic for an exception of rendering; None for a bug of ours."""
    from jinja2 import TemplateError, TemplateNotFound, UndefinedError

    from .imports import RenderError

    if isinstance(error, RenderError):
        return Diagnostic(Place(TEMPLATES), f"template: {error}", "fix the template that prints it", code="template")
    if isinstance(error, TemplateNotFound):
        place = Place(f"{TEMPLATES}/{error.name}")
        hint = "correct the name, or write the template"
        return Diagnostic(place, "there is no such template", hint, code="template")
    if isinstance(error, OSError):  # the formatter is not installed, or the disk is full
        missing = isinstance(error, FileNotFoundError)
        hint = "run `make environment`" if missing else "free space on the disk, or set TMPDIR to another directory"
        what = f"cannot be written or run: {error.strerror}"
        return Diagnostic(Place(str(error.filename or "the code")), what, hint, code="formatter")
    hint = "use a name that the plan has" if isinstance(error, UndefinedError) else "fix the template"
    name, line = _template_line(error)
    said = str(error) if isinstance(error, TemplateError) else f"{type(error).__name__}: {error}"
    return _in_template(name, line, said, hint) if name or isinstance(error, TemplateError) else None


def _template_line(error: Exception) -> tuple[str, int]:
    """File and line of the innermost template: jinja2 writes them into the traceback."""
    found, trace = ("", 0), error.__traceback__
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename
        if file.endswith((".jinja", ".jinja2", ".j2")) or file == "<template>":
            found = (file, trace.tb_lineno)
        trace = trace.tb_next
    return found


def _in_template(file: str, line: int, message: str, hint: str = "fix the template") -> Diagnostic:
    excerpt = getline(file, line).rstrip("\n")
    name = file.replace("\\", "/").rpartition("/templates/")[2] or "(a template)"
    column = len(excerpt) - len(excerpt.lstrip()) + 1
    place = Place(f"{TEMPLATES}/{name}", line, column if line else 0)
    return Diagnostic(place, f"template: {message}", hint, excerpt, code="template")
