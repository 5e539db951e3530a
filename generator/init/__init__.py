"""Start a project that keeps the client of one OpenAPI document: configuration, Makefile, tests and CI around it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import jinja2

from ..diagnostics import Diagnostic, DiagnosticsError, Place
from ..normalize.configuration import FILE
from ..render.manifest import PYTHON, REQUIRES
from ..spec import Document, Operation
from ..spec.operations import Content
from ..spec.pointer import follow, mapping, sequence

_TEMPLATES = jinja2.Environment(
    loader=jinja2.FileSystemLoader(Path(__file__).parent / "templates"),
    undefined=jinja2.StrictUndefined,
    keep_trailing_newline=True,
    trim_blocks=True,
    variable_start_string="[[",  # GitHub's workflows have {{ }}
    variable_end_string="]]",
)
SUFFIX = ".jinja"
DISTRIBUTION = "ezlink-generator"
OUTSIDE = "is outside the document's folder"


def project(document: str, package: str) -> dict[str, bytes]:
    """The files of a project around the client of a document, which is in `spec/` by its name."""
    values = {
        "package": package,
        "spec": f"spec/{document}",
        "config": f"spec/{FILE}",
        "python": PYTHON,
        "requires": json.dumps(REQUIRES),
        "pin": _pin(),
    }
    names = [name.removesuffix(SUFFIX) for name in _TEMPLATES.list_templates()]
    return {name: _TEMPLATES.get_template(name + SUFFIX).render(values).encode() for name in names}


def _pin() -> str:
    """The version of the generator as a requirement, so that what is rendered changes only on purpose."""
    try:
        return f"=={version(DISTRIBUTION)}"
    except PackageNotFoundError:  # run from a checkout
        return ""


def examples(document: Document) -> Iterator[dict[str, Any]]:
    """The example responses of a document that are JSON, each with its endpoint."""
    for operation in document.operations:
        if operation.base is None:
            for content in operation.json_results()[:1]:
                yield from (_example(operation, body) for body in _bodies(document, content))


def _example(operation: Operation, body: Any) -> dict[str, Any]:
    return {"endpoint": f"{operation.method.upper()} {operation.path}", "body": body}


def _bodies(document: Document, content: Content) -> list[Any]:
    """The examples of a response, else those of its schema."""
    node, schema = content.node, mapping(follow(document.tree, content.schema)[1])
    named = [follow(document.tree, one)[1] for one in mapping(node.get("examples")).values()]
    found = [one["value"] for one in map(mapping, named) if "value" in one]
    found += [node["example"]] if "example" in node else []
    return found or [*sequence(schema.get("examples"))]


def spec_files(source: Path, document: Document) -> dict[str, bytes]:
    """The files of the document by their place below `spec/`."""
    folder = source.resolve().parent
    read = [Path(path).resolve() for path, digest in document.inputs() if digest and Path(path).is_file()]
    outside = [path for path in read if not path.is_relative_to(folder)]
    if outside:
        hint = f"move it below {folder}, or bundle the document into one file"
        raise DiagnosticsError([Diagnostic(Place(str(path)), OUTSIDE, hint, code="outside-folder") for path in outside])
    return {f"spec/{path.relative_to(folder).as_posix()}": path.read_bytes() for path in read}
