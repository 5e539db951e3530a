"""One version: that of the document, of everything that is published from it, and of the wheel."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import ezlink
from generator.compare.semver import parts

ROOT = Path(__file__).parents[2]


def test_the_wheel_and_the_published_documents_have_the_version_of_the_document() -> None:
    found = re.search(r"(?m)^  version: (\S+)$", (ROOT / "spec" / "openapi.yaml").read_text("utf-8"))
    assert found is not None
    published = json.loads((ROOT / "spec" / "published" / "openapi.json").read_text("utf-8"))
    assert ezlink.__version__ == published["info"]["version"] == found[1] == ".".join(map(str, parts(found[1])))
    # The wheel takes its version from the rendered package.
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert settings["project"]["dynamic"][0] == "version"
    assert settings["tool"]["hatch"]["version"] == {"path": "generated/ezlink/__init__.py"}
