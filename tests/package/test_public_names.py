"""Public classes carry the name of the package that offers them, whatever it is called."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

GENERATED = Path(__file__).resolve().parents[2] / "generated"

PROGRAM = """
import pickle, sys, {package} as package
for name in package.__all__:
    value = getattr(package, name)
    if isinstance(value, type):
        assert (value.__module__, value.__qualname__) == (package.__name__, name), (value, name)
        assert pickle.loads(pickle.dumps(value)) is value
from {package}.runtime.errors import status_error
error = pickle.loads(pickle.dumps(status_error(404)("no such model", outcome="rejected")))
assert isinstance(error, package.NotFoundError) and error.outcome == "rejected"
call = package.operations.list_models()
assert pickle.loads(pickle.dumps(call)) == call
class Mine(package.APIError):
    pass
assert Mine.__module__ == "__main__"
raise error
"""


@pytest.mark.parametrize("package", ["ezlink", "acme", "vendored.acme"])
def test_classes_are_of_the_package(package: str, tmp_path: Path) -> None:
    folder = tmp_path.joinpath(*package.split("."))
    shutil.copytree(GENERATED / "ezlink", folder, ignore=shutil.ignore_patterns("__pycache__"))
    command = [sys.executable, "-c", PROGRAM.format(package=package)]
    done = subprocess.run(command, cwd=tmp_path, env={"PYTHONPATH": str(tmp_path)}, capture_output=True, text=True)
    assert done.stderr.splitlines()[-1] == f"{package}.NotFoundError: no such model [outcome rejected]"


def test_a_class_is_named_before_the_package_was_asked_for_it() -> None:
    program = "from ezlink.runtime import errors; raise errors.SDKError"
    done = subprocess.run(
        [sys.executable, "-c", program], env={"PYTHONPATH": str(GENERATED)}, capture_output=True, text=True
    )
    assert done.stderr.splitlines()[-1] == "ezlink.EZLinkError"
