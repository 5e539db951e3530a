"""The cases below tests/cases: `python -m tests.generator.rendered_cases` writes what is expected; read the diff."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from generator.check import check
from generator.diagnostics import Diagnostic, DiagnosticsError
from generator.evidence import registers
from generator.normalize import normalize
from generator.plan import plan
from generator.render.render import render
from generator.spec import Document, read

CASES = Path(__file__).parents[1] / "cases"


def folders(kind: str) -> list[Path]:
    return sorted((CASES / kind).iterdir())


def rendered(case: Path) -> dict[str, str]:
    """Every file of the case's package."""
    document = read(next((case / "spec").glob("openapi.*")))
    return render(plan(check(normalize(document)) if (case / "spec" / "generator.yaml").is_file() else document))


def diagnostics(case: Path) -> list[Diagnostic]:
    """The diagnostics of a case: those of building it, and those for documentation and divergences."""
    spec, found = next((case / "spec").glob("openapi.*")), list[Diagnostic]()
    try:
        found += registers(read(spec))
        found += plan(check(normalize(read(spec)))).diagnostics
    except DiagnosticsError as error:
        found += error.diagnostics
    return DiagnosticsError(found).diagnostics


def names(document: Document) -> str:
    """Each operation with its id and its place in the client."""
    return "".join(
        f"{one.method.upper()} {one.path}: {one.id} → {one.client['resource']}.{one.client['method']}\n"
        for one in document.operations
    )


def text(found: list[Diagnostic]) -> str:
    """Diagnostics as a case keeps them."""
    return "".join(f"{one}\n" for one in found)


def expected(case: Path) -> dict[str, str]:
    root = case / "expected"
    return {path.relative_to(root).as_posix(): path.read_text("utf-8") for path in root.rglob("*") if path.is_file()}


def own(files: dict[str, str]) -> dict[str, str]:
    """Return the files that depend on the document: not the runtime's copy, its part of api.txt and the manifest."""
    decided = {path: text for path, text in files.items() if not path.startswith("runtime/")}
    del decided["MANIFEST.json"]
    lines = decided["api.txt"].splitlines(keepends=True)
    return {**decided, "api.txt": "".join(line for line in lines if "  runtime/" not in line)}


def write(files: dict[str, str], folder: Path) -> None:
    for path, text in files.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(text.encode())


if __name__ == "__main__":
    for case in folders("rendered"):
        shutil.rmtree(case / "expected", ignore_errors=True)
        write(own(rendered(case)), case / "expected")
    for case in folders("problems"):
        (case / "diagnostics.txt").write_text(text(diagnostics(case)), encoding="utf-8")
    for case in folders("normalized"):
        document = normalize(read(next(case.glob("openapi.*"))))
        (case / "expected.txt").write_text(names(document) + text([*document.diagnostics]), encoding="utf-8")
        if (case / "converted.json").is_file():
            tree = {key: value for key, value in document.tree.items() if key != "info"}
            (case / "converted.json").write_text(json.dumps(tree, indent=1) + "\n", encoding="utf-8")
