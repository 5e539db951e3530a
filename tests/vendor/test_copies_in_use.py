"""Copies at work: two versions in one process, in a zip file, read-only, under strict checkers, with no warning."""

from __future__ import annotations

import json
import subprocess
import sys
import zipapp
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.mock_server import MockServer

from .conftest import Project, release

BOTH = """
import asyncio, pickle, sys
import one._ezlink as first
from two.vendored import ai as second

def call(ezlink):
    with ezlink.EZLink(api_key="sk-KEY", base_url=sys.argv[1]) as client:
        client.models.list()
        try:
            client.models.retrieve("no-such-model")
        except ezlink.NotFoundError as error:
            assert not isinstance(error, (second if ezlink is first else first).EZLinkError)
            copied = pickle.loads(pickle.dumps(error))
            assert type(copied) is ezlink.NotFoundError, type(copied)
            assert type(error).__module__ == ezlink.__name__
        else:
            raise AssertionError("no error")
    call = ezlink.operations.retrieve_model(model="x")
    assert pickle.loads(pickle.dumps(call)) == call

async def call_async(ezlink):
    async with ezlink.AsyncEZLink(api_key="sk-KEY", base_url=sys.argv[1]) as client:
        models = await client.models.list()
        assert pickle.loads(pickle.dumps(models)) == models
        assert type(models) is ezlink.models.ModelList

for ezlink in (first, second):
    call(ezlink)
    asyncio.run(call_async(ezlink))
print(first.__version__, second.__version__, "ezlink" in sys.modules)
"""
SHORT = """
import sys
from shop._ezlink import EZLink

def main():
    with EZLink(api_key="sk-KEY", base_url=sys.argv[1]) as client:
        print(type(client.models.list()).__name__)

if __name__ == "__main__":
    main()
"""
TYPED = """
from shop._ezlink import AsyncEZLink, EZLink
from shop._ezlink.models import ChatCompletion


def answer(client: EZLink) -> str | None:
    result: ChatCompletion = client.chat.completions.create(model="m", messages=[{"role": "user", "content": "Hi"}])
    return result.choices[0].message.content


async def draw(client: AsyncEZLink) -> str:
    task = await client.midjourney.imagine(prompt="a cat")
    return task.id
"""


@pytest.fixture(scope="module")
def gateway(fixtures: Path) -> Iterator[str]:
    with MockServer(fixtures) as running:
        yield running.url


def test_two_versions_live_in_one_process(project: Project, gateway: str, tmp_path: Path) -> None:
    for package in ("one", "two/vendored"):
        (project.root / package).mkdir(parents=True)
        (project.root / package / "__init__.py").touch()
    (project.root / "two" / "__init__.py").touch()
    project.commit()
    assert project.ezlink("vendor", "one/_ezlink").code == 0
    project.commit()
    project.distribution = release(tmp_path / "next", "0.2.0")
    assert project.ezlink("vendor", "two", "--package", "vendored.ai").code == 0
    done = project.python("-W", "error", "-c", BOTH, gateway)
    assert (done.out, done.err) == ("0.1.0 0.2.0 False\n", "")


def test_a_copy_runs_from_a_zip_file_and_from_a_folder_that_is_read_only(project: Project, gateway: str) -> None:
    copy = project.vendored("--only", "models", "--transport", "urllib3")
    (project.root / "main.py").write_text(SHORT)
    zipapp.create_archive(project.root, project.root.parent / "app.pyz", main="main:main")
    done = project.python("-W", "error", str(project.root.parent / "app.pyz"), gateway, cwd="..")
    assert (done.out, done.err) == ("ModelList\n", "")
    for path in (copy, *copy.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)
    done = project.python("-W", "error", "main.py", gateway)
    assert (done.out, done.err) == ("ModelList\n", "")
    assert project.python("-m", "shop._ezlink", "verify").code == 0
    for path in (copy, *copy.rglob("*")):
        path.chmod(0o755)


def test_parts_of_the_client_are_typed_strictly(project: Project) -> None:
    copy = project.vendored("--only", "chat,midjourney", "--transport", "urllib3")
    assert project.ezlink("vendor", "shop/_chat", "--only", "chat").code == 0
    (project.root / "use.py").write_text(TYPED)
    mypy = [sys.executable, "-m", "mypy", "--strict", "--no-error-summary", "--cache-dir", str(project.root / "cache")]
    pyright = [sys.executable, "-m", "pyright", "--level", "warning", "-p", str(project.root)]
    settings = {"typeCheckingMode": "strict", "venvPath": str(Path(sys.prefix).parent), "venv": Path(sys.prefix).name}
    (project.root / "pyrightconfig.json").write_text(json.dumps(settings))
    for command in ([*mypy, "use.py", str(copy), str(copy.with_name("_chat"))], pyright):
        done = subprocess.run(command, cwd=project.root, capture_output=True, text=True, check=False, timeout=300)
        assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("transport", ["", "urllib3"])
def test_a_copy_of_chat_alone_is_less_than_half_of_the_whole(project: Project, transport: str) -> None:
    copy = project.vendored("--only", "chat", *(["--transport", transport] if transport else []))

    def lines(root: Path) -> int:
        return sum(len(path.read_bytes().splitlines()) for path in root.rglob("*.py"))

    assert lines(copy) <= 0.45 * lines(project.distribution / "ezlink")


LEFT_OUT = {
    "from shop._ezlink import Task": "'Task' from 'shop._ezlink': it is left out of this copy, which was vendored ",
    "from shop._ezlink import TaskFailed": "it is left out of this copy, which was vendored with --only chat",
    "from shop._ezlink import EZLink; EZLink(api_key='k').images": "'images': it is left out of this copy",
    "from shop._ezlink import EZLink; EZLink(api_key='k').fetch('https://a')": "no attribute 'fetch': it is left out ",
    "from shop._ezlink import OpenAI": "cannot import name 'OpenAI' from 'shop._ezlink': here it is EZLink",
    "from shop._ezlink.runtime.left_out import AsyncTask": "this copy lacks tasks: vendor it again with",
    "from shop._ezlink import AsyncEZLink\n"
    "async def main(): await AsyncEZLink(api_key='k').chat.completions.create(model='m', messages=[])\n"
    "import asyncio; asyncio.run(main())": "transport: this copy lacks the transport 'aiohttp'",
}


def test_what_was_left_out_says_so(project: Project) -> None:
    copy = project.vendored("--only", "chat", "--transport", "urllib3")
    uses = "".join(f"try:\n    exec({use!r})\nexcept Exception as error:\n    print(repr(error))\n" for use in LEFT_OUT)
    said = project.python("-c", uses).out.splitlines()
    assert [line for line, wanted in zip(said, LEFT_OUT.values(), strict=True) if wanted not in line] == []
    names = (copy / "api.txt").read_text("utf-8")
    assert [name for name in ("fetch(", "Task", "images.", "BinaryResponse(") if name in names] == []
    done = project.python("-m", "shop._ezlink", EZLINK_API_KEY="sk-KEY")
    assert (done.code, done.out.splitlines()[-1]) == (0, "key         set (from EZLINK_API_KEY)")
    assert "aiohttp" not in done.out
