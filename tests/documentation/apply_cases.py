"""A copy of the small project below tests/cases/documentation/apply, and its documentation as an OpenAPI export."""

from __future__ import annotations

import contextlib
import copy
import io
import json
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from generator.cli_output.console import Console, Failure
from generator.documentation.apply_command import run_undo
from generator.documentation.check import Finding, check
from generator.documentation.command import run_apply
from generator.documentation.forms import read as read_pages
from generator.spec import Document, read
from generator.spec.pointer import mapping

SOURCE = Path(__file__).parents[1] / "cases" / "documentation" / "apply"
Tree = dict[str, Any]


class Project:
    """The copy, and the verb in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        shutil.copytree(SOURCE / "spec", folder / "spec")
        self.fixtures = folder / "fixtures"
        shutil.copytree(SOURCE / "fixtures", self.fixtures)
        self.spec = folder / "spec" / "openapi.yaml"

    @property
    def document(self) -> Document:
        return read(self.spec)

    def files(self) -> dict[str, bytes]:
        found = (path for path in (self.folder / "spec").rglob("*") if path.is_file())
        return {path.relative_to(self.folder / "spec").as_posix(): path.read_bytes() for path in found}

    def text(self, name: str) -> str:
        return (self.folder / "spec" / name).read_text("utf-8")

    def export(self, edit: Callable[[Tree], Any] = lambda tree: None, name: str = "export.json") -> Path:
        """Save the documentation as an export, with an edit of it."""
        tree = export(self.document)
        edit(tree)
        path = self.folder / name
        path.write_text(json.dumps(tree), "utf-8")
        return path

    def apply(
        self, *pages: Path, dry_run: bool = False, undo: bool = False, follow: Sequence[int] = ()
    ) -> tuple[int, Tree]:
        """The exit code of `documentation apply`, and what it says for machines."""
        console = Console("documentation apply", machine=True)
        with contextlib.redirect_stdout(io.StringIO()) as output:
            try:
                if undo:
                    run_undo(self.spec, console)
                else:
                    run_apply([*pages], self.spec, self.fixtures, console, dry_run, follow)
            except SystemExit as end:
                return int(str(end.code)), json.loads(output.getvalue())
            except Failure as failure:
                return failure.code, {"failure": failure.what}
        return 0, json.loads(output.getvalue())

    def said(self, page: Path) -> str:
        """Return the text that a run prints."""
        with contextlib.redirect_stdout(io.StringIO()) as output, contextlib.suppress(SystemExit):
            run_apply([page], self.spec, self.fixtures, Console("documentation apply"), False)
        return output.getvalue()

    def check(self, page: Path) -> list[Finding]:
        document = self.document
        return check(read_pages(page, document), document)


def export(document: Document) -> Tree:
    """The document as the documentation's site exports it: titles and groups of pages, ids behind an address."""
    tree: Tree = json.loads(json.dumps(document.tree, default=str))
    register = document.sibling("documentation.yaml")
    entries = [mapping(one) for one in register.tree["entries"]] if register else []
    for operation in document.operations:
        entry = next((one for one in entries if operation.id in one.get("covers", ())), None)
        if entry and operation.base is None:
            node = tree["paths"][operation.path][operation.method]
            node["summary"], node["x-apifox-folder"] = entry["title"], "/".join(entry["section"])
            if entry["page"]:
                node["x-run-in-apifox"] = f"https://app.apifox.com/web/project/1/apis/{entry['page']}-run"
    return tree


def schemas(tree: Tree) -> Tree:
    found: Tree = tree["components"]["schemas"]
    return found


def operation(tree: Tree, path: str, method: str) -> Tree:
    found: Tree = tree["paths"][path][method]
    return found


def switch(tree: Tree) -> None:
    """Another endpoint of the group of colours."""
    node = copy.deepcopy(operation(tree, "/v1/lamps/{id}/paint", "post"))
    node |= {"summary": "Dim a lamp", "x-run-in-apifox": "https://app.apifox.com/web/project/1/apis/api-16-run"}
    steps = {"type": "array", "items": {"type": "object", "properties": {"level": {"type": "integer"}}}}
    body = {"type": "object", "properties": {"level": {"type": "integer", "description": "多亮"}, "steps": steps}}
    node["requestBody"]["content"]["application/json"]["schema"] = body | {"required": ["level"]}
    tree["paths"]["/v1/lamps/{id}/dim"] = {"post": node}
