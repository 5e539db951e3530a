"""Hover, signature help and completion of the most used methods, in pyright's language server and in jedi."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from operator import attrgetter
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from ezlink import AsyncEZLink, EZLink
from tests.editors.language_server import LanguageServer

GENERATED = Path(__file__).parents[2] / "generated"
# Overloads, a plain one, a file upload, and a task.
METHODS = ("chat.completions.create", "embeddings.create", "images.edit", "midjourney.imagine")
CLIENTS = {"client": EZLink, "async_client": AsyncEZLink}
OPTIONS = ["timeout", "max_retries", "extra_headers", "extra_query", "extra_body"]
CALLS = [f"{client}.{method}" for client in CLIENTS for method in METHODS]


class Place(NamedTuple):
    """Two positions in the document: on the name of the method that is called, and within its parentheses."""

    line: int
    name: int
    inside: int


def signature(call: str) -> inspect.Signature:
    client, _, method = call.partition(".")
    return inspect.signature(attrgetter(method)(CLIENTS[client](api_key="k")))


def keywords(call: str) -> list[str]:
    return [name for name in signature(call).parameters if name != "options"]


def document() -> tuple[str, dict[tuple[str, str], Place]]:
    """Each call without arguments, and once with the beginning of each; and where these are, by call and argument."""
    lines = ["from ezlink import AsyncEZLink, EZLink"]
    lines += [f"{name} = {kind.__name__}()" for name, kind in CLIENTS.items()]
    places: dict[tuple[str, str], Place] = {}
    for call in CALLS:
        for name in ["", *keywords(call)]:
            arguments = f"{name}=" if name else ""
            places[call, name] = Place(len(lines), len(call) - 1, len(call) + 1 + len(arguments))
            lines.append(f"{call}({arguments})")
    return "\n".join(lines), places


TEXT, PLACES = document()


class Editor(NamedTuple):
    """Questions to the language server about a call, or about one of its arguments."""

    server: LanguageServer

    def signature_help(self, call: str, argument: str = "") -> Any:
        """The signature that is shown first: its parameters as text, each with its documentation."""
        place = PLACES[call, argument]
        shown = self.server.at("signatureHelp", place.line, place.inside, context={"triggerKind": 1})
        first = shown["signatures"][0]
        spans = [(*one["label"], one["documentation"]["value"]) for one in first["parameters"]]
        return {first["label"][start:end].partition(":")[0]: text for start, end, text in spans}

    def ask(self, what: str, call: str, position: Callable[[Place], int] = lambda place: place.name) -> Any:
        place = PLACES[call, ""]
        return self.server.at(what, place.line, position(place))


@pytest.fixture(scope="module")
def editor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    path = tmp_path_factory.mktemp("editors") / "document.py"
    path.write_text(TEXT, encoding="utf-8")
    with LanguageServer(path, TEXT, search_paths=[GENERATED]) as server:
        yield Editor(server)


@pytest.mark.parametrize("call", CALLS)
def test_hover_shows_types_and_documentation(editor: Editor, call: str) -> None:
    text = editor.ask("hover", call)["contents"]["value"]
    written, _, docs = text.partition("\n\n")
    assert all(f"\n    {name}: " in written for name in keywords(call))
    assert "Args:" in docs
    assert "Returns:" in docs
    assert "Raises:" in docs


@pytest.mark.parametrize("call", CALLS)
def test_signature_help_lists_the_parameters_required_ones_first(editor: Editor, call: str) -> None:
    shown = [name for name in editor.signature_help(call) if name != "*"]
    assert shown == [*keywords(call), *OPTIONS]
    required = [name for name, one in signature(call).parameters.items() if one.default is one.empty]
    assert shown[: len(required) - 1] == [name for name in required if name != "options"] != []


@pytest.mark.parametrize("call", CALLS)
def test_signature_help_documents_each_parameter(editor: Editor, call: str) -> None:
    for name in keywords(call):
        text = editor.signature_help(call, name)[name]
        assert text.startswith(f"{name}: "), name
        assert len(text) > len(name) + 12, text


@pytest.mark.parametrize("call", CALLS)
def test_completion_offers_every_keyword(editor: Editor, call: str) -> None:
    items = editor.ask("completion", call, lambda place: place.inside)["items"]
    offered = {item["label"] for item in items}
    assert {f"{name}=" for name in (*keywords(call), *OPTIONS)} <= offered


@pytest.mark.parametrize("call", CALLS)
def test_the_first_jump_lands_on_a_definition_with_types_and_documentation(editor: Editor, call: str) -> None:
    first = editor.ask("definition", call)[0]
    lines = (
        Path(first["uri"].removeprefix("file://")).read_text("utf-8").splitlines()[first["range"]["start"]["line"] :]
    )
    check_definition(lines, call)


@pytest.mark.parametrize("call", CALLS)
def test_jedi_shows_parameters_offers_them_and_finds_the_definition(call: str) -> None:
    jedi: Any = pytest.importorskip("jedi", reason="an environment that is older than requirements/dev.txt")
    place = PLACES[call, ""]
    script = jedi.Script(TEXT, project=jedi.Project(GENERATED))
    shown = script.get_signatures(place.line + 1, place.inside)[0]
    assert [one.name for one in shown.params] == [*keywords(call), "options"]
    assert "Args:" in shown.docstring(raw=True)
    offered = {one.name for one in script.complete(place.line + 1, place.inside)}
    assert {f"{name}=" for name in keywords(call)} <= offered
    (found,) = script.goto(place.line + 1, place.name, follow_imports=True)
    assert found.module_path is not None
    check_definition(found.module_path.read_text("utf-8").splitlines()[found.line - 1 :], call)


def check_definition(lines: list[str], call: str) -> None:
    """The definition that the lines begin with has every parameter and a docstring."""
    define = "async def" if call.startswith("async") else "def"
    assert lines[0].startswith(f"    {define} {call.rpartition('.')[2]}(")
    end = next(at for at, line in enumerate(lines) if line.lstrip().startswith('"""'))
    assert all(any(line.lstrip().startswith(f"{name}: ") for line in lines[:end]) for name in keywords(call))
    assert any(line.strip() == "Args:" for line in lines[end : end + 20])
