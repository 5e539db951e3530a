"""What people see of the rendered package before they call anything: help, completion, and the cost of importing it."""

from __future__ import annotations

import ast
import asyncio
import inspect
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import ezlink
import ezlink.resources.audio
import ezlink.resources.flux
import ezlink.resources.images
import ezlink.resources.stability
from ezlink import AsyncEZLink, EZLink, operations, resources
from generator.render.docstrings import docstring
from generator.runtime.lazy import lazy
from generator.runtime.operation.operation import Operation
from generator.runtime.operation.signature import same_as, signature

ROOT = Path(__file__).parents[2]
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
OPTIONS = ["timeout", "extra_headers", "extra_query", "extra_body"]


def shown(function: object) -> list[str]:
    return [str(parameter) for parameter in inspect.signature(function).parameters.values()]  # type: ignore[arg-type]


@pytest.mark.parametrize("client", [EZLink, AsyncEZLink])
def test_help_shows_every_parameter(client: type[EZLink] | type[AsyncEZLink]) -> None:
    create = client(api_key="k").chat.completions.create
    assert shown(create)[:3] == ["messages", "model", "frequency_penalty=None"]
    assert [name.partition("=")[0] for name in shown(create)[-4:]] == OPTIONS
    assert shown(create) == shown(operations.create_chat_completion)
    assert (create.__doc__ or "").startswith("Answer a conversation.")
    assert shown(client(api_key="k").models.retrieve)[0] == "model"


@pytest.mark.parametrize("client", [EZLink, AsyncEZLink])
def test_help_shows_files_forms_and_modes(client: type[EZLink] | type[AsyncEZLink]) -> None:
    made = client(api_key="k")
    ultra = made.stability.generate.ultra
    assert "accept=None" in shown(ultra)
    assert shown(ultra)[0] == "prompt"
    words = made.audio.transcriptions.create
    assert {"file", "model", "timestamp_granularities=None"} <= set(shown(words))
    assert "'srt'" in (words.__doc__ or "")
    imagine = made.midjourney.imagine
    assert shown(imagine)[-len(OPTIONS) - 1] == "mode=None"
    assert "`wait()` returns the result, `MidjourneyTask`" in (imagine.__doc__ or "")
    assert [*inspect.signature(made.video.resume).parameters] == ["id", "options"]


def test_each_function_of_the_documentation_hangs_on_both_clients() -> None:
    lines = (ROOT / "generated" / "ezlink" / "api.txt").read_text("utf-8").splitlines()
    for name in ("EZLink", "AsyncEZLink"):
        methods = [line.partition("(")[0] for line in lines if line.startswith(f"{name}.") and "  spec/" in line]
        assert len(methods) == sum(line.startswith("operations.") for line in lines) == len(set(methods))
        client: object = getattr(ezlink, name)(api_key="k")
        for method in methods:
            found = client
            for part in method.split(".")[1:]:
                found = getattr(found, part)
            assert callable(found)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({}, "is missing 2 required arguments: 'messages' and 'model'"),
        ({"model": "m"}, "is missing 1 required argument: 'messages'"),
        ({"modle": "m"}, "has no parameter 'modle': did you mean 'model'?"),
    ],
)
def test_a_wrong_argument_is_told_with_the_method_that_was_called(arguments: Any, message: str) -> None:
    begin = f"^{re.escape(f'chat.completions.create() {message}')}"
    with pytest.raises(TypeError, match=begin):
        EZLink(api_key="k").chat.completions.create(**arguments)
    with pytest.raises(TypeError, match=begin):
        asyncio.run(AsyncEZLink(api_key="k").chat.completions.create(**arguments))


def test_a_signature_has_the_path_first_then_the_required_and_python_s_names() -> None:
    operation = Operation(
        id="x",
        method="POST",
        path="/{a}",
        query=("q",),
        body=("n", "from"),
        wire_names={"from_": "from"},
        required=("from_",),
    )

    @signature(operation)
    def call(a: str, **params: object) -> None:
        """Text."""

    class Resource:
        @same_as(call)
        def create(self, **params: object) -> None: ...

    assert shown(call)[:4] == ["a", "from_", "q=None", "n=None"]
    assert shown(Resource().create) == shown(call)


@pytest.mark.parametrize("folder", ["operations", "resources", "models", "params", "."])
def test_editors_find_a_text_of_all_that_has_a_name_without_running_anything(folder: str) -> None:
    for path in (ROOT / "generated" / "ezlink" / folder).glob("*.py"):
        tree = ast.parse(path.read_text("utf-8"))
        assert ast.get_docstring(tree), path
        named = [node for node in ast.walk(tree) if isinstance(node, (ast.ClassDef, *FUNCTIONS))]
        bare = {node.name for node in named if not ast.get_docstring(node)}
        # A function with overloads has its text in the last form.
        assert bare <= {node.name for node in named if ast.get_docstring(node)} | {"__dir__"}, path


def test_a_resource_says_what_it_is_for_and_not_what_its_neighbour_is_for() -> None:
    texts = [(one.__doc__ or "").partition("\n")[0] for one in (resources.flux.Flux, resources.images.Images)]
    assert texts[0] == "Make pictures with Flux."
    assert texts[1].startswith("Pictures from a prompt")
    assert (resources.audio.Speech.__doc__ or "").startswith("Speak a text.")
    assert (resources.stability.Control.__doc__ or "").startswith("`client.stability.control`: `sketch`")


@pytest.mark.parametrize("client", [EZLink, AsyncEZLink])
def test_a_resource_shows_whose_it_is(client: type[EZLink] | type[AsyncEZLink]) -> None:
    made = client(api_key="k", base_url="https://api.example.com")
    prefix = client.__name__.removesuffix("EZLink")
    shown = f"{prefix}Completions({prefix}EZLink(base_url='https://api.example.com'))"
    assert repr(made.chat.completions) == shown


def test_a_list_of_arguments_reads_as_one() -> None:
    lines = (operations.create_video_generation.__doc__ or "").splitlines()
    at = next(index for index, line in enumerate(lines) if line.startswith("        model: "))
    assert lines[at + 1].startswith("            `kling`")
    assert "All: see `ListMidjourneyTasks`" in (operations.list_midjourney_tasks.__doc__ or "")
    assert "All others" not in (operations.create_minimax_video.__doc__ or "")
    assert docstring(["- one " + "word " * 30, "1. one " + "word " * 30], 4).splitlines()[1].startswith("      word")


def test_importing_the_package_imports_nothing_else() -> None:
    script = "import sys, ezlink; print(*(n for n in sys.modules if n.startswith(('ezlink', 'msgspec', 'urllib3'))))"
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT / "generated", capture_output=True, text=True, check=True
    )
    assert sorted(done.stdout.split()) == ["ezlink", "ezlink.runtime", "ezlink.runtime.lazy"]


def test_names_are_found_when_used_and_listed_for_completion() -> None:
    assert set(dir(ezlink)) == set(ezlink.__all__)
    assert all(getattr(ezlink, name) is getattr(ezlink, name) for name in ezlink.__all__)
    assert ezlink.EZLinkError.__name__ == "SDKError"
    assert ezlink.models.ChatCompletion.__module__ == "ezlink.models.chat"
    assert operations.chat.create_chat_completion is operations.create_chat_completion
    with pytest.raises(AttributeError, match=r"module 'ezlink' has no attribute 'Typo'"):
        ezlink.Typo  # type: ignore[attr-defined]  # noqa: B018


def test_a_lazy_place_is_a_module_or_a_name_in_one() -> None:
    find = lazy("generator", {"names": "spec.names:", "PyName": "spec.names", "Name": "spec.names:PyName"})
    assert find("Name") is find("PyName") is find("names").PyName
