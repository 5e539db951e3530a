"""Whatever is rendered is deterministic, formatted, importable, strictly typed, and does what it says."""

from __future__ import annotations

import ast
import json
import os
import re
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from generator.render.formatting import formatted
from generator.render.runtime_source import RUNTIME
from tests.generator.rendered_cases import expected, folders, own, rendered, write

ROOT = Path(__file__).parents[2]
CASES = folders("rendered")
REMAKE = "if the change is meant, run `python -m tests.generator.rendered_cases` and read the diff"

USE = """
import importlib, inspect, operator, pickle, pkgutil, sys, types, typing
import msgspec
package = importlib.import_module(sys.argv[1])
for found in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
    if ".transport." not in found.name:
        importlib.import_module(found.name)
made = next(value for value in vars(package.client).values() if hasattr(value, "_profile"))
schemes = made._profile.schemes
keys = ["api_key"] if schemes is None else [name for scheme in schemes.values() for name in scheme.arguments]
client = made(**dict.fromkeys(keys, "key"), base_url="https://a.example")
client.send = lambda call: call
client.send_raw = lambda call: types.SimpleNamespace(value=call, headers={})
for folder in ("models", "operations", "params"):
    part = getattr(package, folder, None)
    for name in part.__all__ if part else ():
        value = getattr(part, name)
        if isinstance(value, types.ModuleType):
            continue
        if folder == "models":
            msgspec.json.Decoder(value)
        elif folder == "operations" and hasattr(value, "operation"):
            count = value.__code__.co_argcount
            call = value(*["a/b"] * count, **dict.fromkeys(value.operation.required, "a"))
            assert pickle.loads(pickle.dumps(call)) == call
            method = operator.attrgetter(value.operation.name)(client)
            bound = inspect.signature(method).bind(*["a/b"] * count, **dict.fromkeys(value.operation.required, "a"))
            bound.apply_defaults()
            made = method(*bound.args, **bound.kwargs)
            assert getattr(made, "page", made) == call
        elif isinstance(value, type):
            typing.get_type_hints(value)
assert set(package.__all__) <= set(dir(package)) | {name for name in package.__all__ if getattr(package, name, None)}
"""


def run(*command: str | Path, cwd: Path, **environment: str) -> str:
    """Run a program that has to succeed, and return what it prints."""
    settings = {**os.environ, **environment}
    done = subprocess.run(command, cwd=cwd, env=settings, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every case as a package of its own, in one folder."""
    folder = tmp_path_factory.mktemp("packages")
    for case in CASES:
        write(rendered(case), folder / case.name)
    return folder


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_document_gives_the_expected_files(case: Path) -> None:
    files = own(rendered(case))
    wanted = expected(case)
    assert sorted(files) == sorted(wanted), REMAKE
    for path, text in files.items():
        assert text == wanted[path], REMAKE


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_is_rendered_can_be_imported_decoded_and_called(case: Path, packages: Path) -> None:
    run(sys.executable, "-c", USE, case.name, cwd=packages)


def test_what_is_rendered_satisfies_both_strict_checkers(packages: Path) -> None:
    config = {"typeCheckingMode": "strict", "pythonVersion": "3.11", "include": [case.name for case in CASES]}
    # The runtime is checked where it is written; here where the most of it is left out.
    whole = [case.name for case in CASES if case.name != "smallest"]
    config |= {"exclude": [f"{name}/runtime" for name in whole], "venvPath": str(ROOT), "venv": ".venv"}
    (packages / "pyrightconfig.json").write_text(json.dumps(config))
    scripts = Path(sys.executable).parent
    run(scripts / "pyright", cwd=packages)
    ignored = "".join(f"[mypy-{name}.runtime.*]\nignore_errors = true\n" for name in whole)
    (packages / "mypy.ini").write_text(f"[mypy]\nstrict = true\n{ignored}")
    names = [argument for case in CASES for argument in ("-p", case.name)]
    run(scripts / "mypy", *names, cwd=packages)


def test_what_is_rendered_passes_the_house_s_own_linter(packages: Path) -> None:
    ruff, config = Path(sys.executable).parent / "ruff", ROOT / "pyproject.toml"
    run(ruff, "check", "--config", config, "--no-cache", "--exclude", "runtime", ".", cwd=packages)


def test_the_same_document_gives_the_same_bytes_whatever_the_hash_seed() -> None:
    script = (
        "import hashlib, json, sys; from pathlib import Path; from tests.generator.rendered_cases import own, rendered;"
        "print(hashlib.sha256(json.dumps(own(rendered(Path(sys.argv[1])))).encode()).hexdigest())"
    )
    hostile = ROOT / "tests/cases/rendered/hostile"
    seeds = ("0", "1", "77")
    assert len({run(sys.executable, "-c", script, hostile, cwd=ROOT, PYTHONHASHSEED=seed) for seed in seeds}) == 1


def test_the_manifest_lists_every_other_file_by_its_bytes() -> None:
    files = rendered(CASES[0])
    manifest = json.loads(files.pop("MANIFEST.json"))
    assert manifest["files"] == {path: sha256(text.encode()).hexdigest() for path, text in files.items()}


PARTS = {"files": "polling", "tasks": "streaming", "parsing": "polling", "smallest": "files"}


@pytest.mark.parametrize(("case", "part"), PARTS.items())
def test_a_client_has_the_runtime_that_its_operations_need(case: str, part: str) -> None:
    files = rendered(CASES[0].with_name(case))
    paths = {path.relative_to(RUNTIME).as_posix() for path in RUNTIME.rglob("*.py")}
    missing = {path.partition("/")[0] for path in paths if f"runtime/{path}" not in files}
    assert {part, "vendor"} <= missing
    assert "batch" not in missing
    importers = [path for path, text in files.items() if re.search(rf"^ *from [.\w]*\.{part}\b", text, re.MULTILINE)]
    assert importers == []


def test_nothing_of_a_hostile_document_becomes_code() -> None:
    hostile = next(case for case in CASES if case.name == "hostile")
    files = own(rendered(hostile))
    assert all(Path(path).as_posix() == path and ".." not in path and path.isascii() for path in files)
    for path, text in files.items():
        assert all(char.isprintable() or char == "\n" for char in text), path
        if path.endswith(".py"):
            tree = ast.parse(text)
            imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
            assert imported <= {"msgspec", "ssl"}
            assert [type(node).__name__ for node in tree.body if not _is_ours(node)] == [], path


def _is_ours(node: ast.stmt) -> bool:
    """A statement of a kind that we print at the level of a module."""
    if isinstance(node, ast.Expr):
        return isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
    if isinstance(node, ast.If):
        return ast.unparse(node.test) in ("TYPE_CHECKING", "__name__ == '__main__'")
    return isinstance(node, (ast.ImportFrom, ast.Import, ast.Assign, ast.AnnAssign, ast.ClassDef, ast.FunctionDef))


def test_an_operation_can_be_read_at_a_glance() -> None:
    """At most about 25 lines with its docstring, its data and overloads apart."""
    for path in (ROOT / "generated" / "ezlink" / "operations").glob("*.py"):
        for node in ast.parse(path.read_text("utf-8")).body:
            if isinstance(node, ast.FunctionDef) and node.end_lineno is not None:
                assert node.end_lineno - node.lineno <= 28, f"{path.name}: {node.name}"


def test_a_module_with_more_to_fix_than_ruff_mends_at_once_is_fixed() -> None:
    names = [f"Name{number}" for number in range(300)]
    imports = "\n".join(f"from .module{name.lower()} import {name}" for name in names)
    module = f"from __future__ import annotations\n\n{imports}\n\n\ndef use(a: {' | '.join(names)}) -> None: ...\n"
    others = {f"module{name.lower()}.py": f"class {name}: ...\n" for name in names}
    done = formatted({"__init__.py": "", "client.py": module, **others})["client.py"]
    assert done.count("    from .module") == 300
    assert "if TYPE_CHECKING:" in done
