"""`python -m ezlink vendor`: a copy in another repository, or a reason, and nothing written."""

from __future__ import annotations

import json
import os
import re
import shutil
import tomllib
from pathlib import Path

import pytest

from ezlink.runtime.vendor.verify import read_manifest
from generator.render import manifest as rendered

from .conftest import PACKAGE, ROOT, Project, release


def test_a_copy_says_where_it_comes_from_and_what_the_project_needs(project: Project) -> None:
    done = project.ezlink("vendor", "shop/_ezlink")
    assert done.code == 0, done.err
    copy = project.root / "shop" / "_ezlink"
    assert (copy / "LICENSE").read_bytes() == (ROOT / "LICENSE").read_bytes()
    assert (copy / "client.py").read_bytes() == (PACKAGE / "client.py").read_bytes()
    assert not (copy / "runtime" / "vendor" / "commands.py").exists(), "a copy does not copy itself"
    manifest = json.loads((copy / "MANIFEST.json").read_text())
    assert manifest["vendored"]["purl"] == f"pkg:pypi/ezlink@{manifest['version']}"
    assert manifest["vendored"]["sbom"]["licenses"] == [{"license": {"id": "MIT"}}]
    assert manifest["spec"] == json.loads((PACKAGE / "MANIFEST.json").read_text())["spec"]
    assert done.out.splitlines()[2:] == [
        f"Add to {project.root / 'pyproject.toml'}:",
        "",
        "[project]",
        'dependencies = ["msgspec>=0.19", "urllib3>=2.2,<3", "aiohttp>=3.10,<4"]',
        "",
        "[tool.ruff]",
        'extend-exclude = ["shop/_ezlink"]',
        "",
        "Import it as `shop._ezlink`. Verify it with: python -m shop._ezlink verify",
    ]
    assert project.python("-m", "shop._ezlink", "verify").code == 0


def test_apply_edits_pyproject_and_keeps_its_other_lines(project: Project) -> None:
    done = project.ezlink(
        "vendor", "shop", "--package", "_client", "--only", "chat", "--transport", "urllib3", "--apply"
    )
    assert done.code == 0, done.err
    assert (project.root / "pyproject.toml").read_text() == (
        '[project]\nname = "shop"\nversion = "1"\ndependencies = [\n  "flask>=3",  # the [web]\n  "msgspec>=0.19",\n'
        '  "urllib3>=2.2,<3",\n]\n\n[tool.ruff]\nextend-exclude = ["shop/_client"]\n'
    )


_ADDED = '["a>=1", "b"]'
_LAYOUTS = {
    "no file": ("", f"[project]\ndependencies = {_ADDED}\n"),
    "no list": ("[project]\n", f"[project]\ndependencies = {_ADDED}\n"),
    "empty list": ("[project]\ndependencies = []\n", f"[project]\ndependencies = {_ADDED}\n"),
    "required already": (
        '[project]\ndependencies = ["A==2"] # "]"\n',
        '[project]\ndependencies = ["A==2", "b"] # "]"\n',
    ),
    "tabs": (
        "[project]\ndependencies = [\n\t'x]', # ]\n]\n",
        '[project]\ndependencies = [\n\t\'x]\', # ]\n\t"a>=1",\n\t"b",\n]\n',
    ),
    "no last comma": (
        "[project]\ndependencies = [\n  'x' # y\n]\n",
        '[project]\ndependencies = [\n  \'x\', # y\n  "a>=1",\n  "b",\n]\n',
    ),
    "the key of another table": (
        '[project]\nx = 1\n[tool.x]\ndependencies = ["c"]\n',
        f'[project]\ndependencies = {_ADDED}\nx = 1\n[tool.x]\ndependencies = ["c"]\n',
    ),
}


@pytest.mark.parametrize(("before", "after"), _LAYOUTS.values(), ids=_LAYOUTS)
def test_requirements_are_added_in_any_layout(before: str, after: str, tmp_path: Path) -> None:
    from ezlink.runtime.vendor.project import additions, apply
    from ezlink.runtime.vendor.target import Target

    (tmp_path / "pyproject.toml").write_text(before)
    wanted = additions(Target(tmp_path / "x", "x", None), ["a>=1", "b"])
    dependencies = [one for one in wanted if one.key == "dependencies"]
    apply(tmp_path, dependencies)
    assert (tmp_path / "pyproject.toml").read_text() == after


def test_what_cannot_be_edited_is_told(tmp_path: Path) -> None:
    from ezlink.runtime.vendor.project import Addition, apply
    from ezlink.runtime.vendor.verify import VendorError

    text = 'project = { name = "x", dependencies = ["y"] }\n'
    (tmp_path / "pyproject.toml").write_text(text)
    with pytest.raises(VendorError, match=r"cannot be edited\. Add this"):
        apply(tmp_path, [Addition("project", "dependencies", ["a"])])
    assert (tmp_path / "pyproject.toml").read_text() == text


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["shop"], "shop is a package of its own: add --package NAME"),
        (["shop", "--package", "my-client"], "'my-client' cannot be imported: it is no Python identifier"),
        (["shop", "--package", "class"], "'class' cannot be imported"),
        (["json"], "would hide the standard library's module"),
        (["msgspec"], "would hide the library that it needs itself"),
        (["pyproject.toml"], "pyproject.toml is a file"),
        (["shop/_ezlink", "--only", "chats"], "--only: there is no chats. There are: audio, chat, "),
        (
            ["shop/_ezlink", "--transport", "requests"],
            "--transport: there is no requests. There are: aiohttp, httpx2, ",
        ),
    ],
)
def test_bad_input_is_told_and_nothing_is_written(project: Project, arguments: list[str], said: str) -> None:
    done = project.ezlink("vendor", *arguments)
    assert (done.code, said in done.err) == (2, True), done
    assert "Traceback" not in done.err
    assert project.status() == ""


def test_a_dirty_tree_and_a_folder_without_git_are_refused(project: Project, tmp_path: Path) -> None:
    (project.root / "shop" / "__init__.py").write_text("x = 1\n")
    done = project.ezlink("vendor", "shop/_ezlink")
    assert (done.code, "shop/__init__.py" in done.err, project.status()) == (2, True, " M shop/__init__.py\n")
    (tmp_path / "plain").mkdir()
    outside = project.ezlink("vendor", str(tmp_path / "plain" / "client"))
    assert (outside.code, "is in no git repository" in outside.err) == (2, True)
    assert list((tmp_path / "plain").iterdir()) == []
    assert project.ezlink("vendor", str(tmp_path / "plain" / "client"), "--any-tree").code == 0


def test_a_copy_is_not_vendored_over_or_from(project: Project) -> None:
    project.vendored()
    again = project.ezlink("vendor", "shop/_ezlink")
    assert (again.code, "is a copy already: use `upgrade shop/_ezlink`" in again.err) == (2, True)
    copy = project.python("-m", "shop._ezlink", "vendor", "shop/other")
    assert (copy.code, "This copy of the package has no vendor" in copy.err) == (2, True)


def test_the_manifest_says_what_the_distribution_requires() -> None:
    told = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    assert (told["dependencies"], told["requires-python"]) == (list(rendered.REQUIRES), rendered.PYTHON)
    assert told["optional-dependencies"] == {name: list(extra) for name, extra in rendered.OPTIONAL.items()}
    assert told["license"] == rendered.LICENSE


def test_the_generator_vendors_what_it_rendered(project: Project) -> None:
    path = f"{ROOT}"
    done = project.python(
        "-m", "generator", "vendor", "shop/_ezlink", "--out", str(PACKAGE), "--only", "chat", path=path
    )
    assert (done.code, done.out.splitlines()[0].startswith("shop/_ezlink: ezlink ")) == (0, True), done


def test_the_commands_of_the_documentation_work(project: Project, tmp_path: Path) -> None:
    page = (ROOT / "docs" / "en" / "vendoring.md").read_text("utf-8")
    commands = re.findall(r"^\$ python (.*)$", page, re.MULTILINE)
    assert len(commands) == 6
    (project.root / "src").mkdir()
    (project.root / "shop").rename(project.root / "src" / "shop")
    copy = project.root / "src" / "shop" / "_ezlink"
    next_version = release(tmp_path / "next", "0.2.0")
    for command in commands:
        project.commit()
        if command.startswith("-m ezlink") and copy.exists():
            shutil.rmtree(copy)
            project.commit()
        path = os.pathsep.join(["src", str(next_version if "upgrade" in command else project.distribution)])
        done = project.python(*command.split(), path=path)
        assert (done.code, done.err) == (0, ""), command
    assert read_manifest(copy)["version"] == "0.2.0"
    assert not (copy / "resources" / "images.py").exists()
