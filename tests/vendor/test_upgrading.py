"""`upgrade`: another version in the place of a copy, at once, and no edit lost."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from ezlink.runtime.vendor import swap
from ezlink.runtime.vendor.verify import VendorError, differences, read_manifest

from .conftest import Project, release


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def test_a_copy_becomes_the_next_version_with_the_same_part(project: Project, tmp_path: Path) -> None:
    copy = project.vendored("--only", "chat", "--transport", "urllib3")
    before = {path.relative_to(copy) for path in copy.rglob("*.py")}
    project.distribution = release(tmp_path / "next", "0.2.0")
    looked = project.ezlink("upgrade", "shop/_ezlink", "--dry-run")
    assert (looked.code, looked.out.splitlines()[0]) == (0, "shop/_ezlink: 0.1.0 would become ezlink 0.2.0")
    assert project.status() == ""
    done = project.ezlink("upgrade", "shop/_ezlink")
    assert (done.code, done.out.splitlines()[0]) == (0, "shop/_ezlink: 0.1.0 is now ezlink 0.2.0")
    assert {path.relative_to(copy) for path in copy.rglob("*.py")} == before
    assert not any(differences(copy, read_manifest(copy)))
    again = project.ezlink("upgrade", "shop/_ezlink")
    assert (again.code, again.out) == (0, "shop/_ezlink: it is ezlink 0.2.0 already\n"), again.err


def test_the_copy_upgrades_itself(project: Project, tmp_path: Path) -> None:
    copy = project.vendored()
    wrong = project.python("-m", "shop._ezlink", "upgrade", "--from", str(tmp_path))
    assert (wrong.code, "is neither a wheel of ezlink nor a folder that holds it" in wrong.err) == (2, True)
    done = project.python("-m", "shop._ezlink", "upgrade", "--from", str(release(tmp_path / "next", "0.2.0")))
    assert (done.code, read_manifest(copy)["version"]) == (0, "0.2.0"), done


def test_without_the_distribution_it_says_how_to_get_it(project: Project) -> None:
    copy = project.vendored("--only", "chat")
    edit(copy / "MANIFEST.json", '"name": "ezlink"', '"name": "a_name_that_nobody_has"')
    done = project.python("-m", "shop._ezlink", "upgrade")
    assert (done.code, "(pip install -U a_name_that_nobody_has), or name it: --from WHEEL" in done.err) == (1, True)


def test_edits_are_refused_or_kept_as_a_patch(project: Project, tmp_path: Path) -> None:
    copy = project.vendored()
    edit(copy / "client.py", "_profile = PROFILE", "_profile = PROFILE  # ours\n    ours = 1")
    (copy / "mine.py").write_text("x = 1\n")
    (copy / "models" / "usage.py").unlink()
    project.commit()

    def changed(text: str) -> str:
        return text.replace('"""The clients of', '"""Both clients of')

    project.distribution = release(tmp_path / "next", "0.2.0", {"client.py": changed})
    refused = project.ezlink("upgrade", "shop/_ezlink")
    assert refused.code == 2
    assert refused.err.splitlines()[:4] == [
        "shop/_ezlink was edited here:",
        "  client.py",
        "  mine.py",
        "  models/usage.py",
    ]
    assert project.status() == ""
    done = project.ezlink("upgrade", "shop/_ezlink", "--keep-edits")
    assert (done.code, "_ezlink-edits.patch" in done.out) == (0, True)
    assert not any(differences(copy, read_manifest(copy)))
    project.commit()
    project.git("apply", "-3", "_ezlink-edits.patch")
    text = (copy / "client.py").read_text("utf-8")
    assert "Both clients of" in text
    assert "ours = 1" in text
    assert (copy / "mine.py").read_text() == "x = 1\n"
    assert not (copy / "models" / "usage.py").exists()


def test_edits_that_git_never_saw_are_not_lost(project: Project, tmp_path: Path) -> None:
    assert project.ezlink("vendor", "shop/_ezlink").code == 0
    copy = project.root / "shop" / "_ezlink"
    edit(copy / "client.py", "_profile = PROFILE", "_profile = PROFILE or 1")
    project.commit()
    project.distribution = release(tmp_path / "next", "0.2.0")
    done = project.ezlink("upgrade", "shop/_ezlink", "--keep-edits")
    assert (done.code, "were never committed as they were copied" in done.err) == (2, True)
    assert project.status() == ""
    assert project.ezlink("upgrade", "shop/_ezlink", "--discard-edits").code == 0
    assert not any(differences(copy, read_manifest(copy)))


def test_what_is_no_copy_is_not_upgraded(project: Project) -> None:
    done = project.ezlink("upgrade", "shop")
    assert (done.code, "is not a copy of this package" in done.err) == (2, True)


KILLED = """
import sys
from pathlib import Path
from ezlink.runtime.vendor import swap
if sys.argv[2] == "steps":
    swap._exchange = lambda one, other: False
files = {{f"{{n}}/x.py": sys.argv[3] * 200 for n in range(300)}}
print("ready", flush=True)
swap.install(Path(sys.argv[1]), files)
"""


@pytest.mark.parametrize("way", ["at once", "steps"])
def test_killed_at_any_moment_the_old_or_the_new_copy_is_whole(way: str, tmp_path: Path) -> None:
    target = tmp_path / "copy"
    swap.install(target, {f"{number}/x.py": "a" * 200 for number in range(300)})
    environment = os.environ | {"PYTHONPATH": str(Path(swap.__file__).parents[3])}
    seen = set[str]()
    for number, letter in enumerate("bcdefghijklm"):
        process = subprocess.Popen(
            [sys.executable, "-c", KILLED.format(), str(target), way, letter], stdout=subprocess.PIPE, env=environment
        )
        assert process.stdout
        process.stdout.readline()
        time.sleep(0.004 * number)
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdout.close()
        if way == "steps":
            swap.recover(target)  # as the next command does
        files = sorted(target.rglob("*.py"))
        texts = {path.read_text()[0] for path in files}
        assert (len(files), len(texts)) == (300, 1)
        seen |= texts
    swap.recover(target)
    assert [path.name for path in tmp_path.iterdir()] == ["copy"]


def test_where_it_cannot_be_written_nothing_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "copy"
    swap.install(target, {"x.py": "old"})

    def full(path: Path, data: bytes) -> int:
        raise OSError(28, "No space left on device", str(path))

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(VendorError, match="No space left on device: nothing was changed"):
        swap.install(target, {"x.py": "new"})
    assert (target / "x.py").read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["copy"]


def test_the_manifest_tells_the_blobs_that_git_has(project: Project) -> None:
    copy = project.vendored("--only", "chat")
    blobs = json.loads((copy / "MANIFEST.json").read_text())["blobs"]
    listed = project.git("ls-tree", "-r", "HEAD", "shop/_ezlink").splitlines()
    known = {line.split("\t")[1].removeprefix("shop/_ezlink/"): line.split()[2] for line in listed}
    assert {path: known[path] for path in blobs} == blobs
