"""Writing the published files, and finding those that are not current."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from generator.publish.output import drift, write
from generator.publish.page import fetch_script, script_on_disk
from generator.publish.settings import Settings
from generator.spec import read

from .test_documents import PUBLISHED, ROOT

FILES = {"a.yaml": "a\n", "b.json": "b\n"}


def test_what_differs_is_written_and_what_is_no_longer_rendered_goes_but_folders_are_left_alone(tmp_path: Path) -> None:
    assert write(FILES, tmp_path / "new") == (["a.yaml", "b.json"], [], [])
    (tmp_path / "a.yaml").write_text("a\n")
    (tmp_path / "b.json").write_text("old\n")
    (tmp_path / "gone.txt").write_text("")
    (tmp_path / "conformance").mkdir()
    (tmp_path / "conformance" / "sse.json").write_text("{}")
    found = [(one.place.file, one.message) for one in drift(FILES, tmp_path, "published")]
    assert found == [
        ("published/b.json", "differs from the spec and its recordings"),
        ("published/gone.txt", "is not rendered any more"),
    ]
    assert write(FILES, tmp_path) == (["b.json"], ["a.yaml"], ["gone.txt"])
    assert [*drift(FILES, tmp_path, "published")] == []
    assert (tmp_path / "conformance" / "sse.json").is_file()


def test_the_script_of_the_page_is_the_pinned_one(tmp_path: Path) -> None:
    settings = Settings.of(read(ROOT / "spec/openapi.yaml"))
    assert settings
    assert len(script_on_disk(settings, PUBLISHED)) > 1_000_000
    page = (PUBLISHED / "index.html").read_text(encoding="utf-8")
    (tmp_path / "index.html").write_text(page.replace('<script id="redoc">\n', '<script id="redoc">\nalert(1);'))
    assert script_on_disk(settings, tmp_path) == ""


def test_without_npm_there_is_an_error_and_no_page(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = Settings.of(read(ROOT / "spec/openapi.yaml"))
    assert settings
    monkeypatch.setenv("PATH", "")
    with pytest.raises(OSError, match="npm"):
        fetch_script(settings)


def test_a_spec_without_publish_yaml_is_not_published(tmp_path: Path) -> None:
    (tmp_path / "openapi.yaml").write_text("openapi: 3.1.0\ninfo: {title: A, version: '1'}\npaths: {}\n")
    command = [sys.executable, "-m", "generator", "publish", "--spec", tmp_path / "openapi.yaml"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "write publish.yaml beside it" in done.stderr
