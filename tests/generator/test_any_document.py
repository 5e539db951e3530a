"""The page of the documentation about any document: its files are read, and its table says what comes of them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.check import check
from generator.normalize import normalize
from generator.plan import plan
from generator.plan.ir import Endpoint
from generator.spec import read

PAGES = [Path(__file__).parents[2] / "docs" / language / "any-document.md" for language in ("en", "zh")]


def files(page: Path) -> dict[str, str]:
    """The files that a page shows, by the names in their first lines."""
    return dict(re.findall(r"^```yaml\n# (\S+)\n(.*?)^```", page.read_text("utf-8"), re.DOTALL | re.MULTILINE))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.parent.name)
def test_the_table_says_which_methods_a_document_gets(page: Path, tmp_path: Path) -> None:
    (tmp_path / "openapi.yaml").write_text(files(page)["openapi.yaml"])
    planned = plan(check(normalize(read(tmp_path / "openapi.yaml"))))
    made = {
        f"{one.operation.method} {one.operation.path}": f"client.{one.operation.name}({', '.join(_names(one))})"
        for one in planned.endpoints
    }
    assert dict(re.findall(r"^\| `(\w+ /\S+)` \| `(\S+)` \|", page.read_text("utf-8"), re.MULTILINE)) == made


def _names(endpoint: Endpoint) -> list[str]:
    return [one.name for one in endpoint.arguments]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.parent.name)
def test_the_configuration_and_the_overlay_are_read(page: Path, tmp_path: Path) -> None:
    for name, text in files(page).items():
        (tmp_path / name).write_text(text)
    document = check(normalize(read(tmp_path / "openapi.yaml")))
    assert document.diagnostics == ()
    planned = plan(document)
    assert sorted(one.operation.name for one in planned.endpoints) == [
        "disks.create", "disks.list", "disks.read", "disks.rename",
    ]  # fmt: skip
    assert (planned.api.class_name, planned.api.profile.env) == ("Acme", "ACME_CLOUD")
    renamed = next(one for one in planned.endpoints if one.operation.name == "disks.rename")
    assert renamed.prose.text == "Give a disk another name."
