"""datamodel-code-generator prints exactly the plan, with the docstrings and imports that the code needs."""

from __future__ import annotations

import ast
from unicodedata import east_asian_width

import pytest
from hypothesis import given
from hypothesis import strategies as st

import generator.render.models
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
from generator.render.models import printed, reading_order
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


def types() -> st.SearchStrategy[Type]:
    def deeper(inner: st.SearchStrategy[Type]) -> st.SearchStrategy[Type]:
        return st.one_of(
            inner.map(ListOf),
            inner.map(MapOf),
            inner.map(optional),
            st.lists(inner, min_size=1, max_size=3).map(union),
        )

    return st.recursive(scalars(), deeper, max_leaves=4)


def print_fields(types: list[Type], side: Side) -> dict[str, str]:
    fields = tuple(Field(FieldName(f"x{i}"), f"x{i}", type_, True) for i, type_ in enumerate(types))
    box = Record(ClassName("Box"), fields, Prose(), SHOP)
    text = printed(Definitions(side, (box, OTHER)))[box.name]
    body = ast.parse(text).body[0]
    assert isinstance(body, ast.ClassDef)
    return {
        ast.unparse(line.target): ast.unparse(line.annotation) for line in body.body if isinstance(line, ast.AnnAssign)
    }


@pytest.mark.parametrize("side", ["response", "parameter"])
def test_each_type_is_printed_as_planned(side: Side) -> None:
    # One document of many types: what hypothesis finds is worth as much, and each call of the printer costs 40 ms.
    samples: list[Type] = []

    @given(types())
    def collect(type_: Type) -> None:
        if not (side == "response" and _unreadable(type_)):
            samples.append(type_)

    collect()
    shown = print_fields(samples, side)
    wanted = {f"x{i}": ast.unparse(ast.parse(annotation(t, side), mode="eval")) for i, t in enumerate(samples)}
    assert shown == wanted


def _unreadable(type_: Type) -> bool:
    # Files go in, and are read in other ways; other unions are printed for the runtime.
    return any(handles(type_)) or any(needs_choice(part, {}) for part in walk(type_))


def test_unions_are_flat_and_say_each_once() -> None:
    ab, b = Literals(("a",)), Literals(("b", "a"))
    assert annotation(union([STR, NONE, ab, union([STR, b])]), "response") == "Literal['a', 'b'] | str | None"
    assert union([STR, ANY]) == ANY
    assert union([STR, STR]) == STR
    assert annotation(union([Literals((1,)), Literals((True,))]), "response") == "Literal[1, True]"


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
    assert f"from typing import TYPE_CHECKING\n\nfrom ..c import C\n\n{late}" in files["operations/x.py"]
    needed = "from collections.abc import Sequence\n\nfrom ..c import C\nfrom .a import A\nfrom .a import Z as B\n"
    assert needed in files["models/x.py"]  # msgspec reads the types
    with pytest.raises(RenderError, match=r"x\.py:1:1: F821 Undefined name `unheard_of`"):
        formatted({"x.py": "unheard_of()"})


def test_many_definitions_are_printed_as_few_are(monkeypatch: pytest.MonkeyPatch) -> None:
    names = [ClassName(f"Box{number}") for number in range(4)]
    text = Alias(ClassName("Text"), union([STR, ListOf(STR)]), Prose(), SHOP)
    boxes = [
        Record(name, (Field(FieldName("x"), "x", union([Ref(text.name), Ref(other), NONE]), True),), Prose(), SHOP)
        for name, other in zip(names, [*names[1:], names[0]], strict=True)
    ]
    definitions = Definitions("parameter", (*boxes, text))
    whole = printed(definitions)
    monkeypatch.setattr(generator.render.models, "MOST", 2)
    assert printed(definitions) == whole
