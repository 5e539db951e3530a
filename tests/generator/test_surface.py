"""The rendered package before any call: help, completion, and the cost of importing it."""

from __future__ import annotations

import ast
import asyncio
import copy
import functools
import inspect
import pickle
import pydoc
import subprocess
import sys
from operator import attrgetter
from pathlib import Path
from typing import Any
from unittest.mock import create_autospec

import pytest

import ezlink
import ezlink.resources.audio
import ezlink.resources.flux
import ezlink.resources.images
import ezlink.resources.stability
from ezlink import AsyncEZLink, EZLink, omit, operations, resources
from generator.render.docstrings import docstring
from generator.runtime.lazy import lazy

ROOT = Path(__file__).parents[2]
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


def shown(function: object) -> list[str]:
    return [str(one).partition(":")[0] for one in inspect.signature(function).parameters.values()]  # type: ignore[arg-type]


@pytest.mark.parametrize("client", [EZLink, AsyncEZLink])
def test_help_shows_every_parameter_required_ones_first(client: type[EZLink] | type[AsyncEZLink]) -> None:
    made = client(api_key="k")
    create = made.chat.completions.create
    assert shown(create)[:3] == ["messages", "model", "frequency_penalty"]
    assert shown(create)[-1] == "**options"
    defaults = {name: one.default for name, one in inspect.signature(create).parameters.items()}
    assert defaults["messages"] is inspect.Parameter.empty
    assert repr(defaults["n"]) == "omit"
    assert (create.__doc__ or "").startswith("Create a chat completion.")
    assert "messages: 'Sequence[" in pydoc.plain(pydoc.render_doc(create))
    assert shown(made.models.retrieve) == ["model", "**options"]
    assert {"accept", "prompt"} <= {*shown(made.stability.generate.ultra)}
    assert "mode" in shown(made.midjourney.imagine)
    assert shown(made.video.resume) == ["id", "**options"]


@pytest.mark.parametrize("prefix", ["", "Async"])
def test_a_docstring_says_what_comes_back_and_what_may_be_raised(prefix: str) -> None:
    made: EZLink = getattr(ezlink, f"{prefix}EZLink")(api_key="k")
    methods = (made.chat.completions.create, made.audio.transcriptions.create)
    chat, words = (" ".join((method.__doc__ or "").split()) for method in methods)
    assert f"`{prefix}Stream[ChatCompletionChunk, ChatCompletion]` for `stream` True" in chat
    assert "StreamTruncated: " in chat
    assert "`str` for `response_format` 'text', 'srt' or 'vtt'" in words
    assert f"A `{prefix}Task`; its `wait()` returns `{prefix}MidjourneyTask`" in (made.midjourney.imagine.__doc__ or "")
    assert "NotServed: " in (made.images.edit.__doc__ or "")


def test_editors_find_the_line_of_each_parameter() -> None:
    # Pyright shows the first line that has the name before a colon or a parenthesis, wherever that is.
    client = EZLink(api_key="k")
    for function in (one for name in dir(operations) if hasattr(one := getattr(operations, name), "operation")):
        method = attrgetter(function.operation.name)(client)
        names = [name for name in inspect.signature(method).parameters if name != "options"]
        lines = [line.strip() for line in (method.__doc__ or "").splitlines()]
        for name in names:
            found = next(line for line in lines if f"{name}: " in line or f"{name} (" in line)
            assert found.partition(":")[0] in names, (function.operation.name, name, found)


def test_methods_are_functions_that_other_tools_can_handle() -> None:
    client = EZLink(api_key="k")
    create = client.embeddings.create
    wrapped = functools.wraps(create)(lambda **given: given)
    assert inspect.signature(wrapped) == inspect.signature(create)
    mocked = create_autospec(client.embeddings, instance=True)
    mocked.create(input="x", model="m")
    with pytest.raises(TypeError, match="missing a required"):
        mocked.create(input="x")
    assert (create.__name__, create.__qualname__) == ("create", "embeddings.create")
    assert copy.deepcopy(omit) is omit is pickle.loads(pickle.dumps(omit))
    assert not omit


def test_each_function_of_the_documentation_hangs_on_both_clients() -> None:
    lines = (ROOT / "generated" / "ezlink" / "api.txt").read_text("utf-8").splitlines()
    for name in ("EZLink", "AsyncEZLink"):
        methods = [line.partition("(")[0] for line in lines if line.startswith(f"{name}.") and "  spec/" in line]
        functions = {line.partition("(")[0] for line in lines if line.startswith("operations.")}
        assert len(methods) == len(functions) == len(set(methods))
        client: object = getattr(ezlink, name)(api_key="k")
        for method in methods:
            found = client
            for part in method.split(".")[1:]:
                found = getattr(found, part)
            assert callable(found)


def test_api_txt_lists_every_public_member_of_both_clients() -> None:
    lines = (ROOT / "generated" / "ezlink" / "api.txt").read_text("utf-8").splitlines()
    for client in (EZLink, AsyncEZLink):
        members = {name: getattr(client, name) for name in dir(client) if not name.startswith("_")}
        # Of the class a resource is its class, whose methods are listed.
        own = {name for name, member in members.items() if callable(member) and not isinstance(member, type)}
        names = {line.removeprefix(f"{client.__name__}.").partition("(")[0] for line in lines}
        assert own | {"__init__"} <= names


def test_missing_and_unknown_arguments_are_a_type_error_that_names_them_and_the_method() -> None:
    arguments: Any = {"messages": [], "model": "m", "modle": "m"}
    begin = r"^chat\.completions\.create\(\) has no parameter 'modle': did you mean 'model'\?"
    with pytest.raises(TypeError, match=begin):
        EZLink(api_key="k").chat.completions.create(**arguments)
    with pytest.raises(TypeError, match=begin):
        asyncio.run(AsyncEZLink(api_key="k").chat.completions.create(**arguments))
    both = r"^chat\.completions\.create\(\) is missing 2 required arguments: 'messages' and 'model'$"
    nothing: Any = {}
    with pytest.raises(TypeError, match=both):
        EZLink(api_key="k").chat.completions.create(**nothing)
    with pytest.raises(TypeError, match=both):
        asyncio.run(AsyncEZLink(api_key="k").chat.completions.create(**nothing))
    with pytest.raises(TypeError, match=r"^chat\.completions\.create\(\) is missing 1 required argument: 'messages'"):
        operations.create_chat_completion(model="m")  # type: ignore[call-overload]


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
    assert texts[0] == "Create images with Flux."
    assert texts[1].startswith("Image generation")
    assert (resources.audio.Speech.__doc__ or "").startswith("Convert text to speech.")
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


FIRST_EVENT = """
import sys
from types import SimpleNamespace as Response
from ezlink import EZLink

chunk = b'data: {"id":"c","object":"chat.completion.chunk","created":1,"model":"m","choices":[]}\\n\\n'
response = Response(status=200, headers=[("Content-Type", "text/event-stream")], chunks=lambda: iter([chunk]))
client = EZLink("k", transport=Response(send=lambda request: response, close=lambda: None))
assert next(iter(client.chat.completions.create(model="m", messages=[], stream=True))).id == "c"
print(*(name.rpartition(".")[2] for name in sys.modules if name.startswith("ezlink.runtime.streaming.")))
"""


def test_the_first_event_waits_for_no_module_that_it_does_not_need() -> None:
    done = subprocess.run(
        [sys.executable, "-c", FIRST_EVENT], cwd=ROOT / "generated", capture_output=True, text=True, check=True
    )
    assert sorted(done.stdout.split()) == ["sse", "state", "stream"]


def test_names_are_found_when_used_and_listed_for_completion() -> None:
    assert set(dir(ezlink)) == set(ezlink.__all__)
    assert all(getattr(ezlink, name) is getattr(ezlink, name) for name in ezlink.__all__)
    assert ezlink.EZLinkError.__name__ == "EZLinkError"
    assert ezlink.models.ChatCompletion.__module__ == "ezlink.models.chat"
    assert operations.chat.create_chat_completion is operations.create_chat_completion
    with pytest.raises(AttributeError, match=r"module 'ezlink' has no attribute 'Typo'"):
        ezlink.Typo  # type: ignore[attr-defined]  # noqa: B018


def test_a_lazy_place_is_a_module_or_a_name_in_one() -> None:
    find = lazy("generator", {"names": "spec.names:", "PyName": "spec.names", "Name": "spec.names:PyName"})
    assert find("Name") is find("PyName") is find("names").PyName
