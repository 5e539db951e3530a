"""`verify` in a copy: what was edited there, and what only looks so."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from ezlink.runtime.vendor.verify import code_digest

from .conftest import PACKAGE, ROOT, Project


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Project:
    project = Project(tmp_path_factory.mktemp("verify") / "project")
    project.vendored()
    return project


@pytest.fixture
def copy(copied: Project) -> Iterator[Path]:
    yield copied.root / "shop" / "_ezlink"
    copied.git("checkout", "-q", ".")
    copied.git("clean", "-qfdx")


def verify(copy: Path) -> tuple[int, dict[str, list[str]]]:
    """Run the file by its path, without the package and its requirements."""
    command = [sys.executable, "-I", str(copy / "runtime" / "vendor" / "verify.py"), "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    said = json.loads(done.stdout)
    return done.returncode, {name: said[name] for name in ("edited", "reformatted", "missing", "extra") if said[name]}


def test_edits_are_found(copy: Path) -> None:
    client = copy / "client.py"
    client.write_text(client.read_text("utf-8").replace("_profile = PROFILE", "_profile = PROFILE or None", 1), "utf-8")
    (copy / "models" / "audio.py").unlink()
    (copy / "mine.py").write_text("x = 1\n")
    (copy / ".env").touch()
    (copy / ".mypy_cache").mkdir()
    (copy / ".mypy_cache" / "x.json").touch()
    (copy / "__pycache__").mkdir()
    (copy / "__pycache__" / "client.cpython-311.pyc").touch()
    assert verify(copy) == (1, {"edited": ["client.py"], "missing": ["models/audio.py"], "extra": [".env", "mine.py"]})


def test_another_layout_is_no_edit(copy: Path) -> None:
    ruff = [
        "ruff",
        "format",
        "--quiet",
        "--line-length",
        "60",
        "--config",
        'format.quote-style = "single"',
        "--no-cache",
    ]
    subprocess.run([sys.executable, "-m", *ruff, str(copy)], check=True, cwd=copy)
    code, found = verify(copy)
    assert (code, list(found)) == (0, ["reformatted"])
    assert len(found["reformatted"]) > 100


def test_a_checkout_with_crlf_is_as_it_was_copied(copy: Path) -> None:
    for path in copy.rglob("*.py"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert verify(copy) == (0, {})


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("import b\nimport a  #x\n", "import a    # x\nimport b\n", True),
        ("x = 1\n", "x = 1  # ours\n", False),
        ("x = '# a'\n", "x = '# b'\n", False),
        ("x = '''\"# a'''  # b\n", "# b\nx = '\"# a'\n", True),
        ("from a import c, b\n", "from a import (\n    b,\n    c,\n)\n", True),
        ("x = 'a' 'b'\n", 'x = "ab"\n', True),
        ('def f():\n    """A.\n\n    B.\n    """\n', 'def f():\n    """A.\n\n    B."""\n', True),
        ("x = (1)\n", "x = 1\n", True),
        ("import a\nx = 1\nimport b\n", "import b\nx = 1\nimport a\n", False),
        ("from a import b\n", "from .a import b\n", False),
        ("x = 'a'\n", "x = 'a '\n", False),
        ("x = None\n", "x = ''\n", False),
        ("x: int\n", "x: int = None\n", False),
        ("a(b, c)\n", "a(c, b)\n", False),
        ("if a:\n    b\n    c\n", "if a:\n    b\nc\n", False),
        ("a()(b)\n", "a(b)()\n", False),
        ("x = 1\n", "x = 1.0\n", False),
        ("x = (", "x = (1", True),  # no Python: both have no digest, which is never taken for the same
    ],
)
def test_code_is_the_same_whatever_its_layout(one: str, other: str, same: bool) -> None:
    assert (code_digest(one.encode()) == code_digest(other.encode())) is same


def test_a_file_that_is_no_python_any_more_is_edited(copy: Path) -> None:
    (copy / "client.py").write_text("class (")
    assert verify(copy) == (1, {"edited": ["client.py"]})


def test_what_is_no_copy_is_told(copied: Project, tmp_path: Path) -> None:
    script = copied.root / "shop" / "_ezlink" / "runtime" / "vendor" / "verify.py"
    done = copied.python(str(script), str(tmp_path))
    assert (done.code, f"{tmp_path} is not a copy of this package" in done.err) == (2, True)
    (tmp_path / "MANIFEST.json").write_text("{")
    done = copied.python(str(script), str(tmp_path))
    assert (done.code, "cannot be read: take it from version control again" in done.err) == (2, True)


def test_the_distribution_can_be_verified_too(tmp_path: Path) -> None:
    package = tmp_path / "ezlink"
    shutil.copytree(PACKAGE, package)
    assert verify(package) == (0, {})


def test_the_hook_and_the_action_run_verify(copied: Project, copy: Path) -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
    action = yaml.safe_load((ROOT / ".github" / "actions" / "verify" / "action.yml").read_text())
    program, *arguments = hooks[0]["entry"].split()
    assert program == "python"
    step = action["runs"]["steps"][0]
    assert step["env"] == {"COPY": "${{ inputs.path }}"}
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"

    def codes() -> tuple[int, int]:
        hook = copied.python(*arguments, "shop/_ezlink", path=str(PACKAGE.parent))
        environment = os.environ | {"PATH": path, "COPY": "shop/_ezlink"}
        run = subprocess.run(
            ["bash", "-e", "-c", step["run"]], cwd=copied.root, env=environment, check=False, capture_output=True
        )
        return hook.code, run.returncode

    assert codes() == (0, 0)
    (copy / "client.py").write_text("x = 1\n")
    assert codes() == (1, 1)
