"""Values are printed as Python that makes them again, whatever text they hold."""

from __future__ import annotations

from typing import Any

import pytest

from generator.plan.ir import Code
from generator.render.literals import literal
from generator.runtime.operation.operation import NotServedHint, Operation
from generator.runtime.operation.stream_spec import StreamSpec
from generator.spec.names import FieldName

STREAM = StreamSpec(when=("stream", True), event=Code("Piece"), aliases={"a": "b"})
OPERATION = Operation(id="x", method="GET", path="/x", query=("q",), result=Code("list[Piece]"), stream=STREAM)


class Piece:
    pass


@pytest.mark.parametrize(
    "value",
    [
        None,
        True,
        -1.5,
        (),
        (1,),
        [[], {}],
        {1: "a", "b": (True, None)},
        FieldName("name"),
        '"""\\\'\n\t{{ x }}\0\u202e\ud800',
        "word " * 60 + "\n\ttabs  and   spaces " * 20,
        "x" * 400,
        NotServedHint("Why. " * 40, ()),
    ],
    ids=lambda value: repr(value)[:20],
)
def test_a_value_is_printed_as_what_makes_it(value: Any) -> None:
    text = literal(value)
    assert eval(text, {"NotServedHint": NotServedHint}) == value


def test_a_struct_is_printed_with_what_differs_from_its_defaults_and_names_as_they_are() -> None:
    assert literal(OPERATION) == (
        "Operation(id='x', method='GET', path='/x', query=('q',), result=list[Piece], "
        "stream=StreamSpec(when=('stream', True), event=Piece, aliases={'a': 'b'}))"
    )
    known = {"Operation": Operation, "StreamSpec": StreamSpec, "Piece": Piece}
    assert eval(literal(OPERATION), known).stream.event is Piece


def test_a_long_text_is_printed_in_pieces() -> None:
    assert literal("one two " * 30).count("' '") == 2


def test_one_is_not_true_where_that_is_the_default() -> None:
    assert literal(Operation(id="", method="", path="", keyless=0)) == (  # type: ignore[arg-type]
        "Operation(id='', method='', path='', keyless=0)"
    )


def test_what_nothing_prints_is_refused() -> None:
    with pytest.raises(TypeError, match="a plan holds a object"):
        literal({"a": object()})
