"""Types are what datamodel-code-generator prints too; docstrings and imports are what the code needs."""

from __future__ import annotations

import ast
import os
import shutil
from dataclasses import replace
from pathlib import Path
from unicodedata import east_asian_width

import pytest
from hypothesis import given
from hypothesis import strategies as st

import generator.evidence.types
import generator.render.formatting
from generator.evidence.types import planned, printed, types
from generator.plan import plan
from generator.plan.docs import first_sentence
from generator.plan.ir import Alias, Definitions, Field, Prose, Record
from generator.plan.types import (
    ANY,
    FILE,
    NONE,
    STR,
    ListOf,
    Literals,
    MapOf,
    Ref,
    Scalar,
    Side,
    Type,
    Union,
    annotation,
    handles,
    optional,
    union,
    walk,
)
from generator.plan.unions import needs_choice
from generator.render.docstrings import docstring
from generator.render.formatting import formatted
from generator.render.imports import Origin, RenderError, import_lines
from generator.render.models import reading_order
from generator.spec import read
from generator.spec.names import ClassName, FieldName, ModuleName

SHOP = ModuleName("shop")
OTHER = Record(ClassName("Other"), (), Prose(), SHOP)


def scalars() -> st.SearchStrategy[Type]:
    plain = st.sampled_from(["str", "int", "float", "bool", "bytes", "Any"])
    values = st.lists(st.one_of(st.text(max_size=5), st.integers(-9, 9)), min_size=1, max_size=3)
    named: list[st.SearchStrategy[Type]] = [
        plain.map(Scalar),  # type: ignore[arg-type]
        values.map(lambda v: Literals(tuple(dict.fromkeys(v)))),
        st.just(Ref(OTHER.name)),
        st.just(FILE),
    ]
    return st.one_of(named)


def drawn_types() -> st.SearchStrategy[Type]:
    def deeper(inner: st.SearchStrategy[Type]) -> st.SearchStrategy[Type]:
        return st.one_of(
            inner.map(ListOf),
            inner.map(MapOf),
            inner.map(optional),
            st.lists(inner, min_size=1, max_size=3).map(union),
        )

    return st.recursive(scalars(), deeper, max_leaves=4)


@pytest.mark.parametrize("side", ["response", "parameter"])
def test_each_type_is_printed_by_datamodel_code_generator_too(side: Side) -> None:
    # One document of many types: what hypothesis finds is worth as much, and each call of the printer costs 40 ms.
    samples: list[Type] = []

    @given(drawn_types())
    def collect(type_: Type) -> None:
        if not (side == "response" and _unreadable(type_)):
            samples.append(type_)

    collect()
    fields = tuple(Field(FieldName(f"x{i}"), f"x{i}", type_, True) for i, type_ in enumerate(samples))
    box = Record(ClassName("Box"), fields, Prose(), SHOP)
    assert printed(Definitions(side, (box, OTHER)))[box.name] == planned(box, side)


def test_a_type_that_is_printed_otherwise_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    document = read(Path(__file__).parents[1] / "cases" / "rendered" / "smallest" / "spec" / "openapi.yaml")
    box = Record(ClassName("Box"), (Field(FieldName("x"), "x", optional(ListOf(STR)), True),), Prose(), SHOP)
    both = replace(plan(document), models=Definitions("response", (box,)), params=Definitions("parameter", ()))
    assert [*types(document, both)] == []
    monkeypatch.setitem(generator.evidence.types.PLAIN, "str", {"type": "integer"})
    (told,) = types(document, both)
    what = "the types of Box are ['list[str] | None'], and ['list[int] | None'] by datamodel-code-generator"
    assert told.message == what


def _unreadable(type_: Type) -> bool:
    # Files go in, and are read in other ways; other unions are printed for the runtime.
    return any(handles(type_)) or any(needs_choice(part, {}) for part in walk(type_))


def test_unions_are_flat_and_say_each_once() -> None:
    ab, b = Literals(("a",)), Literals(("b", "a"))
    assert annotation(union([STR, NONE, ab, union([STR, b])]), "response") == "Literal['a', 'b'] | str | None"
    assert union([STR, ANY]) == ANY
    assert union([STR, STR]) == STR
    assert annotation(union([Literals((1,)), Literals((True,))]), "response") == "Literal[1, True]"
    assert annotation(union([Literals((1, True)), Scalar("bool")]), "response") == "Literal[1] | bool"
    assert annotation(union([Literals((True,)), Scalar("bool"), NONE]), "response") == "bool | None"


def test_an_alias_stands_behind_what_it_names_and_the_rest_keeps_its_order() -> None:
    first, second = (Record(ClassName(name), (), Prose(), SHOP) for name in ("First", "Second"))
    either = Alias(ClassName("Either"), union([Ref(second.name), Ref(first.name)]), Prose(), SHOP)
    assert [one.name for one in reading_order([either, first, second])] == ["Second", "First", "Either"]


@given(st.text(), st.sampled_from([0, 4, 8]))
def test_a_docstring_is_its_text_and_nothing_else(text: str, indent: int) -> None:
    literal = docstring([text], indent)
    if not literal:
        assert not text.strip()
        return
    assert literal.isascii() or all(char.isprintable() or char == "\n" for char in literal)
    tree = ast.parse(literal)
    assert len(tree.body) == 1
    read = ast.literal_eval(literal)
    assert "".join(read.split()) == "".join(text.split())


@given(st.lists(st.text("ab账号。１", min_size=1, max_size=12), min_size=1), st.sampled_from([0, 8]))
def test_a_line_of_a_docstring_fits_where_it_is_shown(said: list[str], indent: int) -> None:
    text = " ".join(said)
    for line in docstring([text], indent).split("\n"):
        assert sum(1 + (east_asian_width(char) in "WF") for char in line) <= 120 - (0 if line[:1] == " " else indent)
    assert "".join(ast.literal_eval(docstring([text], indent)).split()) == "".join(said)


def test_a_first_sentence_is_one_line() -> None:
    assert first_sentence("One\nthing. Another.") == "One thing."
    assert first_sentence("One thing") == "One thing"


def test_imports_are_what_is_used_where_it_is_used() -> None:
    code = 'def f(x: Sequence[A]) -> B:\n    """Unused."""\n    return C(x)\n'
    origins = {
        "Sequence": Origin("collections.abc"),
        "A": Origin(".a"),
        "B": Origin(".a", "Z"),
        "C": Origin("..c"),
        "Unused": Origin("nowhere"),
    }
    text = f"from __future__ import annotations\n\n{import_lines(code, origins)}\n\n{code}"
    names = "    from .a import A\n    from .a import Z as B\n"
    late = f"if TYPE_CHECKING:\n    from collections.abc import Sequence\n\n{names}"
    files = formatted({"operations/x.py": text, "models/x.py": text})
    for early in (".a",), ("..c",), (".a", "..c", "collections"):  # wrongly so, or rightly
        other = f"from __future__ import annotations\n\n{import_lines(code, origins, annotating=early)}\n\n{code}"
        assert formatted({"operations/x.py": other})["operations/x.py"] == files["operations/x.py"]
    assert f"from typing import TYPE_CHECKING\n\nfrom ..c import C\n\n{late}" in files["operations/x.py"]
    needed = "from collections.abc import Sequence\n\nfrom ..c import C\nfrom .a import A\nfrom .a import Z as B\n"
    assert needed in files["models/x.py"]  # msgspec reads the types
    with pytest.raises(RenderError, match=r"x\.py:1:1: F821 Undefined name `unheard_of`"):
        formatted({"x.py": "unheard_of()"})


@pytest.mark.parametrize("enough", [0, 10**9])
def test_files_are_tidied_in_batches_of_any_size(enough: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(generator.render.formatting, "_ENOUGH", enough)
    files = {"a.py": "x=1\n", "models/b.py": "import os\ny = 2\n", "c.py": ""}
    assert formatted(files) == {"a.py": "x = 1\n", "models/b.py": "y = 2\n", "c.py": ""}
    with pytest.raises(RenderError, match="F821 Undefined name `one`"):
        formatted({"a.py": "one()", "b.py": "two()"})


@pytest.mark.skipif(os.name == "nt", reason="the program is a shell script")
def test_a_formatter_that_fails_is_not_run_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "ruff"
    program.write_text(
        '#!/bin/sh\necho "process $$ ran out of its stack" >&2\n[ -e "$0.again" ] && exit 0\n: >"$0.again"\nexit 101\n'
    )
    program.chmod(0o755)
    monkeypatch.setattr(shutil, "which", lambda *_, **__: str(program))
    with pytest.raises(RenderError, match="ran out of its stack"):
        formatted({"x.py": ""})


def test_a_long_union_is_no_chain_of_operators() -> None:
    """Python cannot compile one of thousands of members, and pyright gives up at 256."""
    names = tuple(Ref(ClassName(f"A{number}")) for number in range(256))
    assert annotation(Union(names[:50]), "response").count(" | ") == 49
    assert annotation(Union(names), "response").startswith("typing.Union[A0, A1, ")
