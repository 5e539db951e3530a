"""Arguments become bytes, and what JSON cannot say is refused with its place."""

from __future__ import annotations

import io
from collections import ChainMap, OrderedDict, deque
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from enum import Enum
from pathlib import Path
from types import MappingProxyType
from typing import Any
from uuid import UUID

import msgspec
import pydantic
import pytest

from generator.runtime.encoding.arguments import encode_json, encode_query
from generator.runtime.encoding.bodies import BodySpec, build_body
from generator.runtime.encoding.multipart import WholeFile
from generator.runtime.encoding.multipart_body import FileBody
from tests.runtime.multipart_form import PNG


class Text(str):
    pass


class Real(float):
    pass


class Whole(int):
    pass


class Kind(str, Enum):  # noqa: UP042 - as people still write them
    A = "a"


@dataclass
class Point:
    x: int


class Part(pydantic.BaseModel):
    type: str = "text"
    text: str = ""
    cache: str | None = None


class Message(pydantic.BaseModel):
    role: str = "user"
    content: list[Part] | None = None
    name: str | None = pydantic.Field(default=None, alias="as")


class Array:
    """As numpy's."""

    def tolist(self) -> list[int]:
        return [1, 2]


@pytest.mark.parametrize(
    ("value", "encoded"),
    [
        ({"a": None, "b": True}, b'{"a":null,"b":true}'),
        ((1, 2), b"[1,2]"),
        (Text("x"), b'"x"'),
        (Real(1.5), b"1.5"),
        (Whole(7), b"7"),
        (Kind.A, b'"a"'),
        (2**80, str(2**80).encode()),
        (Decimal("0.70"), b"0.70"),
        (Point(1), b'{"x":1}'),
        (Message(), b'{"role":"user"}'),
        (Message(**{"as": None}), b'{"role":"user","as":null}'),
        (Message(content=[Part(text="x")]), b'{"role":"user","content":[{"type":"text","text":"x"}]}'),
        (Message(content=[Part(cache=None)]), b'{"role":"user","content":[{"type":"text","text":"","cache":null}]}'),
        (pydantic.RootModel[list[Part]]([Part()]), b'[{"type":"text","text":""}]'),
        (b"\x00\x01", b'"AAE="'),
        (memoryview(b"ab"), b'"YWI="'),
        (Array(), b"[1,2]"),
        (MappingProxyType({"a": 1}), b'{"a":1}'),
        (OrderedDict(a=1), b'{"a":1}'),
        (ChainMap({"a": 1}), b'{"a":1}'),
        (deque([1]), b"[1]"),
        (range(2), b"[0,1]"),
        (frozenset([1]), b"[1]"),
        ({"k": 1}.keys(), b'["k"]'),
        (datetime(2024, 1, 1, tzinfo=UTC), b'"2024-01-01T00:00:00Z"'),
        (UUID(int=0), b'"00000000-0000-0000-0000-000000000000"'),
        ("模型 \U0001f600 \u2028", '"模型 \U0001f600 \u2028"'.encode()),
        ("null", b'"null"'),
        (["NaN", Decimal("1E+400"), None], b'["NaN",1E+400,null]'),
    ],
)
def test_whatever_an_argument_is_made_of_is_taken(value: Any, encoded: bytes) -> None:
    assert encode_json(value) == encoded


def holding_itself() -> list[Any]:
    value: list[Any] = []
    value.append(value)
    return value


@pytest.mark.parametrize(
    ("value", "error", "place"),
    [
        (float("nan"), ValueError, "the body: nan"),
        (Decimal("NaN"), ValueError, "the body: NaN"),
        (Decimal("Infinity"), ValueError, "the body: Infinity"),
        ({"a": float("nan")}, ValueError, "a: nan"),
        ({"a": [None, {"b": float("inf")}]}, ValueError, r"a\[1\].b: inf"),
        ({"a": [Point(1), float("-inf")]}, ValueError, r"a\[1\]: -inf"),
        ({"a": [Decimal("NaN")]}, ValueError, r"a\[0\]: NaN"),
        ({"a": Decimal("sNaN")}, ValueError, "a: sNaN"),
        ({"a": {"b": Decimal("-Infinity")}}, ValueError, "a.b: -Infinity"),
        ({"a": {"b": [1, object()]}}, TypeError, r"a.b\[1\].*object"),
        ({"a": {1, (2, object())}}, TypeError, "a: .*object"),
        ({"a": iter([1])}, TypeError, "a: .*list_iterator"),
        ({"a": (x for x in [1])}, TypeError, "a: .*generator"),
        ({"a": msgspec.UNSET}, TypeError, "a: UNSET"),
        ({"a": {"schema": Message}}, TypeError, r"a\.schema: .*Message\.model_json_schema\(\).*`parse`"),
        ({"a": [int]}, TypeError, r"a\[0\]: .*int is a class: pass an instance"),
        ({"a": ["x", "\ud800"]}, ValueError, r"a\[1\]: .*surrogate"),
        ({"a": {"\ud800": 1}}, ValueError, "a: .*surrogate"),
        ({"a": holding_itself()}, ValueError, "nested too deeply, or contains itself"),
        ({"a": {None: 1}}, TypeError, "a: "),
    ],
)
def test_what_json_cannot_say_is_refused_with_its_place(value: Any, error: type[Exception], place: str) -> None:
    with pytest.raises(error, match=place) as raised:
        encode_json(value)
    assert raised.type is error
    assert raised.value.__cause__ is None
    assert raised.value.__suppress_context__ or raised.value.__context__ is None  # one traceback, not two


def test_nan_is_found_in_other_peoples_objects() -> None:
    with pytest.raises(ValueError, match="nan"):
        encode_json({"a": Real("nan")})


@pytest.mark.parametrize(
    ("parameters", "query"),
    [
        ({}, ""),
        ({"a": 1, "b": 1.5, "c": True, "d": False}, "a=1&b=1.5&c=true&d=false"),
        ({"a b": "c d&e=f/ü"}, "a%20b=c%20d%26e%3Df%2F%C3%BC"),
        ({"a": ["x", 2, True]}, "a=x&a=2&a=true"),
        ({"a": []}, ""),
        ({"a": ""}, "a="),
    ],
)
def test_query(parameters: dict[str, Any], query: str) -> None:
    assert encode_query(parameters) == query


@pytest.mark.parametrize(
    ("value", "error"), [(None, TypeError), ({}, TypeError), (b"x", TypeError), (float("nan"), ValueError)]
)
def test_what_a_query_cannot_say_is_refused(value: Any, error: type[Exception]) -> None:
    with pytest.raises(error, match="colour"):
        encode_query({"colour": value})


@pytest.mark.parametrize(
    ("name", "error"),
    [(None, TypeError), (b"x", TypeError), ("\ud800", ValueError), pytest.param(10**5000, ValueError, id="digits")],
)
def test_what_a_querys_name_cannot_be_is_refused(name: Any, error: type[Exception]) -> None:
    with pytest.raises(error, match=r"name|surrogate|digits") as raised:
        encode_query({name: 1})
    assert raised.type is error


JSON, FORM, ANY = "application/json", "application/x-www-form-urlencoded", "*/*"


@pytest.mark.parametrize(
    ("kind", "media_type", "value", "extra", "content", "sent_as"),
    [
        ("json", JSON, Point(1), {}, b'{"x":1}', JSON),
        ("json", JSON, Point(1), {"x": 2, "y": 3}, b'{"x":2,"y":3}', JSON),
        ("json", JSON, MappingProxyType({"a": 1}), {"b": 2}, b'{"a":1,"b":2}', JSON),
        ("json", JSON, msgspec.UNSET, {"y": 3}, b'{"y":3}', JSON),
        ("json", JSON, msgspec.UNSET, {}, None, None),
        ("form", FORM, Point(1), {}, b"x=1", FORM),
        ("form", FORM, {"a": [1, 2]}, {"b": "c d"}, b"a=1&a=2&b=c%20d", FORM),
        ("text", "text/plain", "h\xe9", {}, "h\xe9".encode(), "text/plain"),
        ("text", "text/plain", b"h\xe9", {}, b"h\xe9", "text/plain"),
        ("file", "application/pdf", PNG, {}, PNG, "application/pdf"),
        ("file", "image/*", PNG, {}, PNG, "image/png"),
        ("file", ANY, b"\0\1", {}, b"\0\1", "application/octet-stream"),
        ("file", ANY, ("a.wav", b"\0\1"), {}, b"\0\1", "audio/wav"),
        ("file", ANY, ("a.wav", b"\0\1", "audio/x"), {}, b"\0\1", "audio/x"),
    ],
)
def test_an_argument_that_is_the_whole_body(
    kind: Any, media_type: str, value: Any, extra: dict[str, Any], content: bytes | None, sent_as: str | None
) -> None:
    given = {} if value is msgspec.UNSET else {"body": value}
    assert build_body(BodySpec(kind, media_type, "body"), given, extra, {}) == (content, sent_as)


@pytest.mark.parametrize(
    ("kind", "value", "extra", "said"),
    [
        ("text", 5, {}, "body must be text or bytes, not int"),
        ("json", [1], {"a": 1}, "body must be a mapping of names to values here, not list"),
        ("form", [1], {}, "body must be a mapping of names to values here, not list"),
        ("file", 5, {}, "body must be a path, bytes or a file open in mode 'rb', not int"),
    ],
)
def test_a_whole_body_of_another_kind_is_refused(kind: Any, value: Any, extra: dict[str, Any], said: str) -> None:
    with pytest.raises(TypeError, match=said):
        build_body(BodySpec(kind, "a/b", "body"), {"body": value}, extra, {})


def test_a_file_that_is_the_whole_body_has_a_type_and_may_be_sent_again(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(PNG)
    for media_type, source, declared, sent_as in (
        ("image/*", path, "image/png", "image/png"),
        ("application/pdf", path, "application/pdf", "application/pdf"),
        ("image/*", io.BytesIO(PNG), None, "image/png"),
        (ANY, io.BytesIO(b"\0\1"), None, "application/octet-stream"),
    ):
        content, kind = build_body(BodySpec("file", media_type, "body"), {"body": source}, {}, {})
        assert isinstance(content, WholeFile)
        assert kind == declared
        body = FileBody(content.part)
        assert body.content_type == sent_as
        assert content.repeatable
        sending = iter(body)
        next(sending)
        assert content.repeatable is (source is path)  # an open file is still being read
        assert list(sending) == []
        assert content.repeatable
