"""Print the corpus: a JSON file per suite, and beside them their schemas and the README."""

from __future__ import annotations

import json
from pathlib import Path

from .suites import SUITES

CORPUS = Path(__file__).parents[2] / "spec" / "published" / "conformance"
_STATIC = Path(__file__).parent / "static"


def rendered() -> dict[str, str]:
    """The files of the corpus, by name."""
    static = {path.name: path.read_text(encoding="utf-8") for path in sorted(_STATIC.iterdir())}
    return static | {f"{name}.json": _text(name) for name in SUITES}


def _text(name: str) -> str:
    about, cases = SUITES[name]
    head = {"$schema": f"{name}.schema.json", "suite": name, "about": about}
    lines = ",\n".join(json.dumps(case, ensure_ascii=False) for case in cases())
    opened = json.dumps(head, ensure_ascii=False, indent=1).removesuffix("\n}")
    return f'{opened},\n "cases": [\n{lines}\n ]\n}}\n'
