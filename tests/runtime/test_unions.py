"""Unions that msgspec cannot read: a tag decides, else the known fields, else the first member that fits."""

from __future__ import annotations

from typing import Any, Literal

import msgspec
import pytest

from generator.runtime.response.decoding import convert_tolerant, decoder, has_kind, resembles
from generator.runtime.response.model import ResponseModel
from generator.runtime.response.unions import is_union, union_of


class Circle(ResponseModel, frozen=True, kw_only=True):
    radius: float
    color: str | None = None
    border: int | None = None


class Square(ResponseModel, frozen=True, kw_only=True):
    side: float
    color: str | None = None


class Note(ResponseModel, frozen=True, kw_only=True):
    text: str | None = None


class Cat(ResponseModel, frozen=True, kw_only=True):
    kind: str | int
    name: str | None = None


class Dog(ResponseModel, frozen=True, kw_only=True):
    kind: str | int
    tricks: list[str]


Shape = union_of(__name__, "Shape", lambda: (Circle, Square))
Figure = union_of(__name__, "Figure", lambda: (dict[str, int], Shape, list[Circle], str))
Pet = union_of(__name__, "Pet", lambda: (Cat, Dog), "kind", lambda: {"cat": Cat, "dog": Dog, 3: Dog})
Perhaps = union_of(__name__, "Perhaps", lambda: (Circle, Square, int | None, list[str] | None))
Loose = union_of(__name__, "Loose", lambda: (dict[str, int], Note))
Whatever = union_of(__name__, "Whatever", lambda: (Circle, Any))


class Drawing(ResponseModel, frozen=True, kw_only=True):
    shape: Shape
    figure: Figure | None = None


@pytest.mark.parametrize(
    ("type", "raw", "value"),
    [
        (Shape, b'{"radius":1}', Circle(radius=1)),
        (Shape, b'{"side":1}', Square(side=1)),
        (Shape, b'{"side":1,"color":"red","radius":2,"border":3}', Circle(radius=2, color="red", border=3)),
        (Shape, b'{"side":1,"radius":2}', Circle(radius=2)),  # both know one
        (
            Shape,
            b'{"side":1,"border":2,"color":"red"}',
            Square(side=1, color="red"),
        ),  # the other knows two, and lacks one
        (Figure, b'{"side":1,"color":"red"}', Square(side=1, color="red")),
        (Figure, b'{"a":1}', {"a": 1}),
        (Figure, b'[{"radius":1}]', [Circle(radius=1)]),
        (Figure, b'"none"', "none"),
        (Pet, b'{"kind":"cat","tricks":[],"name":"x"}', Cat(kind="cat", name="x")),
        (Pet, b'{"kind":"dog","tricks":["sit"]}', Dog(kind="dog", tricks=["sit"])),
        (Pet, b'{"kind":3,"tricks":[],"name":"x"}', Dog(kind=3, tricks=[])),
        (Pet, b'{"kind":"puppy","tricks":[]}', Dog(kind="puppy", tricks=[])),
        (Perhaps, b"5", 5),
        (Perhaps, b'["x"]', ["x"]),
        (Perhaps, b"null", None),
        (Loose, b'{"a":1}', {"a": 1}),
        (Loose, b'{"text":"x"}', Note(text="x")),
        (Whatever, b"5", 5),
        (Whatever, b'{"radius":1}', Circle(radius=1)),
    ],
)
def test_a_value_is_read_as_its_member(type: Any, raw: bytes, value: Any) -> None:
    assert is_union(type)
    read = decoder(type).decode(raw)
    assert (read, read.__class__) == (value, value.__class__)
    assert isinstance(read, type)
    assert convert_tolerant(msgspec.json.decode(raw), type) == (value, [])


@pytest.mark.parametrize(
    ("type", "raw", "kept", "pointers"),
    [
        (Shape, b'{"radius":"x"}', Circle(radius="x"), ["/radius"]),  # type: ignore[arg-type]
        (Shape, b'{"odd":1}', {"odd": 1}, [""]),
        (Shape, b"[1]", [1], [""]),
        (Figure, b'{"side":"x"}', Square(side="x"), ["/side"]),  # type: ignore[arg-type]
        (Figure, b'[{"radius":"x"}]', [Circle(radius="x")], ["/0/radius"]),  # type: ignore[arg-type]
        (Figure, b'{"a":"x"}', {"a": "x"}, ["/a"]),
        (Pet, b'{"kind":"cat","name":[]}', Cat(kind="cat", name=[]), ["/name"]),  # type: ignore[arg-type]
        (Pet, b'{"kind":["cat"],"name":"x"}', Cat(kind=["cat"], name="x"), ["/kind"]),  # type: ignore[arg-type]
    ],
)
def test_what_fits_no_member_is_read_as_the_likeliest(type: Any, raw: bytes, kept: Any, pointers: list[str]) -> None:
    with pytest.raises(msgspec.ValidationError, match=f"it is no {type.__name__}|Expected"):
        decoder(type).decode(raw)
    read, deviations = convert_tolerant(msgspec.json.decode(raw), type)
    assert (read, read.__class__) == (kept, kept.__class__)
    assert [deviation.pointer for deviation in deviations] == pointers


def test_a_union_is_a_type_with_a_name_and_instances() -> None:
    assert (Shape.__name__, Shape.__module__) == ("Shape", __name__)
    assert isinstance(Circle(radius=1), Figure)
    assert not isinstance(5, Figure)
    assert not is_union(Circle)
    assert isinstance("small", union_of(__name__, "Size", lambda: (Circle, Literal["small"])))


@pytest.mark.parametrize(
    ("value", "kinds"),
    [({"radius": 1}, "shape figure"), ([], "figure"), ("x", "figure")],
)
def test_a_value_has_the_kind_of_a_member(value: Any, kinds: str) -> None:
    assert " ".join(name for name in ("shape", "figure") if has_kind(value, Drawing, name)) == kinds


@pytest.mark.parametrize(
    ("type", "document", "likely"),
    [
        (Circle, {"border": "x"}, True),
        (Circle, {"odd": 1}, False),
        (Circle, [], False),
        (Shape, {"side": "x"}, True),
        (Figure, {"side": "x"}, True),
        (Figure, {"odd": 1}, False),
        (Figure, [1], True),
        (Figure, 5, True),
        (list[Circle], [{}], True),
        (list[Circle], {"radius": 1}, False),
        (dict[str, int], {"a": "x"}, True),
        (int, "x", True),
        (Any, {}, True),
    ],
)
def test_a_document_resembles_a_type_by_its_kind_and_a_known_field(type: Any, document: Any, likely: bool) -> None:
    assert resembles(document, type) is likely
