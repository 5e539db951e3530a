"""The disk against what was rendered."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator.render.output import MARK, Drift, compare, problems, write

ROOT = Path(__file__).parents[2]
MARKED = f"# {MARK.decode()} from spec/families/chat.yaml. Do not edit.\n"
FILES = {"__init__.py": MARKED, "models/chat.py": MARKED + "A = 1\nB = 2\n", "py.typed": ""}
CLEAN = Drift([], [], [], [])


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    """A directory as it was generated."""
    written = write(FILES, tmp_path / "generated" / "pkg")
    assert (written.written, written.unchanged, written.removed) == (sorted(FILES), [], [])
    return tmp_path / "generated" / "pkg"


def snapshot(directory: Path) -> dict[str, bytes]:
    files = [path for path in directory.rglob("*") if path.is_file()]
    return {path.relative_to(directory).as_posix(): path.read_bytes() for path in files}


def put(directory: Path, files: dict[str, str | None]) -> None:
    """Write files below the directory, and remove those that are None."""
    for path, text in files.items():
        (directory / path).parent.mkdir(exist_ok=True)
        if text is None:
            (directory / path).unlink()
        else:
            (directory / path).write_bytes(text.encode())


CHAT = FILES["models/chat.py"]


@pytest.mark.parametrize(
    ("changes", "drift"),
    [
        ({}, CLEAN),
        ({"py.typed": None}, Drift(["py.typed"], [], [], [])),
        ({"models/chat.py": CHAT[:-1]}, Drift([], ["models/chat.py"], [], [])),
        ({"models/chat.py": CHAT.replace("\n", "\r\n")}, Drift([], ["models/chat.py"], [], [])),
        ({"models/old.py": MARKED, "models/hand.py": "mine\n"}, Drift([], [], ["models/old.py"], ["models/hand.py"])),
        ({"models/__pycache__/chat.cpython-311.pyc": "", "stray.pyc": ""}, CLEAN),
    ],
)
def test_all_three_kinds_of_drift_are_told_and_what_is_not_ours(
    directory: Path, changes: dict[str, str | None], drift: Drift
) -> None:
    put(directory, changes)
    assert compare(FILES, directory) == drift
    assert drift.clean == (drift == CLEAN)
    assert [path.name for path in directory.parent.iterdir()] == ["pkg"]


def test_an_absent_directory_misses_everything_and_is_one_problem(tmp_path: Path) -> None:
    assert compare(FILES, tmp_path / "none").missing == sorted(FILES)
    assert [str(told.place) for told in problems(FILES, tmp_path / "none", "generated/none")] == ["generated/none"]


def test_drift_is_told_with_its_source_its_first_line_and_its_cure(directory: Path) -> None:
    changed = CHAT.replace("B = 2", "B = 3")
    put(directory, {"models/chat.py": changed, "py.typed": None, "models/old.py": MARKED, "hand.py": "mine\n"})
    told = "\n".join(map(str, sorted(problems(FILES, directory, "generated/pkg"))))
    assert told == (
        "generated/pkg/hand.py: was not made by the generator [drift]\n"
        "   hint: move it out, or delete it\n"
        "generated/pkg/models/chat.py:3:1: differs from spec/families/chat.yaml [drift]\n"
        "    3 | B = 3\n"
        "      | ^\n"
        "   hint: run `generate` again and commit the result\n"
        "generated/pkg/models/old.py: is not rendered any more [drift]\n"
        "   hint: run `generate` again and commit the result\n"
        "generated/pkg/py.typed: is missing [drift]\n"
        "   hint: run `generate` again and commit the result"
    )


def test_a_file_that_ends_too_early_differs_at_its_end(directory: Path) -> None:
    put(directory, {"models/chat.py": MARKED + "A = 1"})
    (told,) = problems(FILES, directory, "pkg")
    assert told.place.line == 3
    put(directory, {"models/chat.py": CHAT + "C = 3\n"})
    (told,) = problems(FILES, directory, "pkg")
    assert (told.place.line, told.excerpt) == (4, "C = 3")


def test_what_is_unchanged_keeps_its_time_stamp(directory: Path) -> None:
    for path in FILES:
        os.utime(directory / path, (1, 1))
    written = write({**FILES, "py.typed": "partial\n"}, directory)
    assert (written.written, written.unchanged) == (["py.typed"], ["__init__.py", "models/chat.py"])
    assert (directory / "__init__.py").stat().st_mtime == 1
    assert (directory / "py.typed").stat().st_mtime > 1


def test_only_what_generation_made_is_removed(directory: Path) -> None:
    copied = {"runtime/calls.py": "a copy carries no mark\n", "MANIFEST.json": '{"files": {"runtime/calls.py": ""}}'}
    put(directory, {**copied, "models/old.py": MARKED, "models/hand.py": "mine\n"})
    written = write({"py.typed": ""}, directory)
    assert written.removed == ["MANIFEST.json", "__init__.py", "models/chat.py", "models/old.py", "runtime/calls.py"]
    assert snapshot(directory) == {"py.typed": b"", "models/hand.py": b"mine\n"}
    assert not (directory / "runtime").exists()


@pytest.mark.parametrize("manifest", ["{", "[]", '{"files": 5}', '{"files": [1, "../hand.py", "/etc/passwd"]}', "\xff"])
def test_a_broken_manifest_makes_nothing_ours(directory: Path, manifest: str) -> None:
    (directory.parent / "hand.py").write_text("mine\n")
    (directory / "MANIFEST.json").write_bytes(manifest.encode("latin-1"))
    (directory / "hand.py").write_text("mine\n")
    write(FILES, directory)
    assert (directory / "hand.py").exists()
    assert (directory.parent / "hand.py").exists()


def test_a_failure_leaves_everything_as_it_was(directory: Path) -> None:
    (directory / "models" / "old.py").write_text(MARKED)
    before = snapshot(directory)
    with pytest.raises(OSError, match="long"):
        write({**FILES, "__init__.py": MARKED + "new\n", "x" * 300 + ".py": ""}, directory)
    assert snapshot(directory) == before
    assert [path.name for path in directory.parent.iterdir()] == ["pkg"]


NEXT = {"__init__.py": MARKED + "new\n", "models/new.py": MARKED, "py.typed": ""}
KILLED = """
import os, sys
from pathlib import Path
from generator.render import output as drift
from tests.generator.test_output import FILES, NEXT

calls, last = 0, int(sys.argv[2])
rename, write_bytes = os.rename, Path.write_bytes

def counted(call):
    def run(*args):
        global calls
        calls += 1
        if calls == last:
            os._exit(9)
        return call(*args)
    return run

os.rename, Path.write_bytes = counted(rename), counted(write_bytes)
drift.write(NEXT, Path(sys.argv[1]))
"""


@pytest.mark.parametrize(("call", "left"), [(1, FILES), (2, FILES), (3, FILES), (4, {}), (5, NEXT)])
def test_killed_in_the_middle_it_leaves_no_mixture(directory: Path, call: int, left: dict[str, str]) -> None:
    done = subprocess.run([sys.executable, "-c", KILLED, directory, str(call)], cwd=ROOT, check=False)
    assert done.returncode == (0 if left is NEXT else 9)
    assert snapshot(directory) == {path: text.encode() for path, text in left.items()}
    write(NEXT, directory)
    assert compare(NEXT, directory).clean


@pytest.mark.parametrize("failing", [1, 2])
@pytest.mark.parametrize("error", [KeyboardInterrupt(), OSError("no")])
def test_stopped_while_it_takes_its_place_it_leaves_everything_as_it_was(
    directory: Path, monkeypatch: pytest.MonkeyPatch, failing: int, error: BaseException
) -> None:
    rename, calls = os.rename, [0]

    def stopped(source: Path, target: Path) -> None:
        calls[0] += 1
        if calls[0] == failing:
            raise error
        rename(source, target)

    monkeypatch.setattr(os, "rename", stopped)
    with pytest.raises(type(error)):
        write(NEXT, directory)
    assert snapshot(directory) == {path: text.encode() for path, text in FILES.items()}
    assert [path.name for path in directory.parent.iterdir()] == ["pkg"]


@pytest.mark.parametrize("path", ["../out.py", "/etc/out.py", "a/../../out.py", "a\\b.py", "c:out.py", ""])
def test_a_rendered_path_cannot_leave_the_directory(directory: Path, path: str) -> None:
    with pytest.raises(ValueError, match="leave its directory"):
        write({path: ""}, directory)
    assert compare(FILES, directory).clean


def test_a_module_can_become_a_package_and_back(directory: Path) -> None:
    package = {**FILES, "models/chat.py/__init__.py": MARKED}
    del package["models/chat.py"]
    write(package, directory)
    assert compare(package, directory).clean
    write(FILES, directory)
    assert compare(FILES, directory).clean


def test_somebody_elses_file_in_the_way_stops_everything(directory: Path) -> None:
    (directory / "params").write_text("mine\n")
    before = snapshot(directory)
    for files in ({"params/chat.py": MARKED}, {"py.typed": "new", "params/chat.py": MARKED}):
        with pytest.raises(OSError, match="in the way"):
            write(files, directory)
        assert snapshot(directory) == before


def test_a_link_is_never_ours_and_never_followed(directory: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "kept.py").write_text(MARKED)
    (directory / "link").symlink_to(tmp_path / "elsewhere")
    (directory / "link.py").symlink_to(tmp_path / "elsewhere" / "kept.py")
    assert compare(FILES, directory).foreign == ["link", "link.py"]
    write(FILES, directory)
    assert (tmp_path / "elsewhere" / "kept.py").exists()
    assert (directory / "link.py").is_symlink()
