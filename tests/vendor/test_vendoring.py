"""`python -m ezlink vendor`: a copy in another repository, or a reason, and nothing written."""

from __future__ import annotations

import ast
import json
import os
import re
import shutil
import tomllib
from pathlib import Path

import pytest

from ezlink.runtime.vendor.leave_out import imported
from ezlink.runtime.vendor.prune import prune
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
    "no list": ("[project]\n", f"[project]\ndependencies = {_ADDED}\n"),
    "CRLF": ("[project]\r\n\r\n[tool.x]\r\n", f"[project]\r\ndependencies = {_ADDED}\r\n\r\n[tool.x]\r\n"),
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
    from ezlink.runtime.vendor.project import additions, edited
    from ezlink.runtime.vendor.target import Target

    (tmp_path / "pyproject.toml").write_bytes(before.encode())
    wanted = additions(Target(tmp_path / "x", "x", None), ["a>=1", "b"])
    dependencies = [one for one in wanted if one.key == "dependencies"]
    assert edited(tmp_path, dependencies) == after


def test_what_cannot_be_edited_is_told(tmp_path: Path) -> None:
    from ezlink.runtime.vendor.project import Addition, edited
    from ezlink.runtime.vendor.verify import VendorError

    text = 'project = { name = "x", dependencies = ["y"] }\n'
    (tmp_path / "pyproject.toml").write_text(text)
    with pytest.raises(VendorError, match=r"cannot be edited\. Add this"):
        edited(tmp_path, [Addition("project", "dependencies", ["a"])])


_ELSEWHERE = {
    "no file": "",
    "Poetry": '[tool.poetry]\nname = "shop"\n[tool.poetry.dependencies]\npython = "^3.11"\n',
    "dynamic": '[project]\nname = "shop"\ndynamic = ["version", "dependencies"]\n',
}


@pytest.mark.parametrize("settings", _ELSEWHERE.values(), ids=_ELSEWHERE)
def test_requirements_that_are_kept_elsewhere_are_only_told(settings: str, project: Project) -> None:
    (project.root / "pyproject.toml").write_text(settings)
    project.commit()
    done = project.ezlink("vendor", "shop/_ezlink", "--apply")
    assert (done.code, "requirements of the project:\n\nmsgspec>=0.19\nurllib3" in done.out) == (0, True), done
    assert tomllib.loads((project.root / "pyproject.toml").read_text()).get("project") == (
        tomllib.loads(settings).get("project")
    )


def test_a_folder_that_cannot_be_written_leaves_everything_as_it_was(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    from ezlink.runtime.vendor import vendor
    from ezlink.runtime.vendor.verify import VendorError

    def fail(*_: object) -> None:
        raise VendorError("no")

    monkeypatch.setattr(vendor, "install", fail)
    with pytest.raises(VendorError):
        vendor.vendor(project.root / "shop" / "_ezlink", None, vendor.Choice(), edit=True, any_tree=False)
    assert project.status() == ""


def test_the_environment_of_a_project_is_no_checkout_of_the_client(project: Project) -> None:
    installed = project.root / ".venv" / "lib"
    shutil.copytree(PACKAGE, installed / "ezlink", ignore=shutil.ignore_patterns("__pycache__"))
    metadata = installed / "ezlink-0.1.0.dist-info"
    (metadata / "extra_metadata").mkdir(parents=True)
    (metadata / "METADATA").write_text("Name: ezlink\nVersion: 0.1.0\n")
    (metadata / "extra_metadata" / "COMMIT").write_text("0123456789012345678901234567890123456789\n")
    (project.root / "LICENSE").write_text("The licence of the shop.\n")
    (project.root / ".gitignore").write_text(".venv\n")
    project.commit()
    done = project.python("-m", "ezlink", "vendor", "shop/_ezlink", path=str(installed))
    assert (done.code, "ezlink 0.1.0 (012345678901)" in done.out) == (0, True), done
    copy = project.root / "shop" / "_ezlink"
    assert read_manifest(copy)["vendored"]["commit"] == "0123456789012345678901234567890123456789"
    assert not (copy / "LICENSE").exists() or "shop" not in (copy / "LICENSE").read_text()


@pytest.mark.parametrize(
    ("folder", "path", "package"),
    [
        (".", "src/store/_ezlink", "store._ezlink"),  # neither has an __init__.py
        (".", "lib/../lib/_ezlink", "_ezlink"),
        ("shop", "_ezlink", "shop._ezlink"),
        (".", "link/ä b/_ezlink", "_ezlink"),  # through a symbolic link
    ],
)
def test_the_path_may_be_written_in_any_way(folder: str, path: str, package: str, project: Project) -> None:
    (project.root / folder).mkdir(exist_ok=True)
    (project.root / "lib").mkdir()
    (project.root / "link").symlink_to(project.root / "lib")
    done = project.python("-m", "ezlink", "vendor", path, cwd=folder, path=str(project.distribution))
    assert (done.code, f"Import it as `{package}`." in done.out) == (0, True), done
    relative = (project.root / folder / path).resolve().relative_to(project.root).as_posix()
    assert f'extend-exclude = ["{relative}"]' in done.out
    again = project.python("-m", "ezlink", "upgrade", path, cwd=folder, path=str(project.distribution))
    assert (again.code, "already" in again.out) == (0, True), again


def test_the_current_directory_is_not_replaced(project: Project) -> None:
    (project.root / "shop" / "_ezlink").mkdir()
    done = project.python("-m", "ezlink", "vendor", ".", cwd="shop/_ezlink", path=str(project.distribution))
    assert (done.code, "would be replaced: run this from the folder above" in done.err) == (2, True), done


def test_settings_outside_the_repository_are_let_alone(project: Project) -> None:
    inner = Project(project.root / "inner")
    (inner.root / "pyproject.toml").unlink()
    inner.commit()
    done = inner.ezlink("vendor", "shop/_ezlink")
    assert (done.code, f"Add to {inner.root / 'pyproject.toml'}" in done.out) == (0, True), done


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
            "--transport: there is no requests. There are: aiohttp, httpx2, urllib3\n",
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
    assert told["license"] == json.loads((ROOT / "generated/ezlink/MANIFEST.json").read_text())["license"]


def test_the_generator_vendors_what_it_rendered(project: Project) -> None:
    path = f"{ROOT}"
    done = project.python(
        "-m", "generator", "vendor", "shop/_ezlink", "--out", str(PACKAGE), "--only", "chat", path=path
    )
    assert (done.code, done.out.splitlines()[0].startswith("shop/_ezlink: ezlink ")) == (0, True), done
    without = project.python("-m", "generator", "vendor", "shop/other", "--out", "shop", path=path)
    assert (without.code, "render it with `runtime: whole`" in without.err) == (2, True), without


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


def test_the_same_copy_has_the_same_files(project: Project) -> None:
    manifests = set[str]()
    for seed in ("0", "1", "2", "3"):
        arguments = ("vendor", f"shop/seed{seed}", "--only", "chat", "--transport", "urllib3", "--any-tree")
        project.python("-m", "ezlink", *arguments, path=str(project.distribution), PYTHONHASHSEED=seed)
        manifests.add(json.dumps(read_manifest(project.root / "shop" / f"seed{seed}")["files"]))
    assert len(manifests) == 1


def test_each_section_alone_is_whole() -> None:
    files = {path.relative_to(PACKAGE).as_posix(): path.read_text("utf-8") for path in PACKAGE.rglob("*.py")}
    sections = sorted(path.stem for path in (PACKAGE / "resources").glob("[a-z]*.py"))
    for section in sections:
        copy = prune(files, [section], [])
        for path, text in copy.items():
            if path.endswith(".py"):
                if text != files.get(path):
                    ast.parse(text, path)
                for other, _ in imported(path, text, files):
                    assert other in copy, (section, path, other)
