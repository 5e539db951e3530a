"""The styles of parameters, by the examples of OpenAPI's table."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from generator.runtime.encoding.styles import (
    Layout,
    ParameterStyle,
    encode_cookies,
    encode_header_with,
    encode_path_with,
    encode_query_with,
)

EMPTY, STRING, ARRAY, OBJECT = "", "blue", ["blue", "black", "b w"], {"R": 100, "G": 200, "B": "1,5"}


@pytest.mark.parametrize(
    ("layout", "explode", "value", "written"),
    [
        ("form", True, EMPTY, "color="),
        ("form", True, STRING, "color=blue"),
        ("form", True, ARRAY, "color=blue&color=black&color=b%20w"),
        ("form", True, OBJECT, "R=100&G=200&B=1%2C5"),
        ("form", True, {"a": {"b": 1}}, "a=%7B%22b%22%3A1%7D"),
        ("form", True, {"a": [1, 2]}, "a=1&a=2"),
        ("form", True, [{"a": 1}, [2], "c"], "color=%7B%22a%22%3A1%7D&color=%5B2%5D&color=c"),
        ("form", True, {"a": None, "b": 1}, "b=1"),
        ("form", False, {"a": None, "b": [1]}, "color=b,%5B1%5D"),
        ("form", False, STRING, "color=blue"),
        ("form", False, ARRAY, "color=blue,black,b%20w"),
        ("form", False, OBJECT, "color=R,100,G,200,B,1%2C5"),
        ("spaceDelimited", False, ARRAY, "color=blue%20black%20b%20w"),
        ("pipeDelimited", False, ARRAY, "color=blue%7Cblack%7Cb%20w"),
        ("pipeDelimited", False, OBJECT, "color=R%7C100%7CG%7C200%7CB%7C1%2C5"),
        ("deepObject", True, OBJECT, "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=1%2C5"),
        ("deepObject", True, {"a": [{"b": 1}, 2]}, "color%5Ba%5D%5B0%5D%5Bb%5D=1&color%5Ba%5D%5B1%5D=2"),
        ("deepObject", True, ["x"], "color%5B0%5D=x"),
        ("deepObject", True, {"a": None, "b": {"c": None, "d": 1}}, "color%5Bb%5D%5Bd%5D=1"),
        ("deepObject", True, STRING, "color=blue"),
        ("json", True, OBJECT, "color=%7B%22R%22%3A100%2C%22G%22%3A200%2C%22B%22%3A%221%2C5%22%7D"),
        ("json", True, STRING, "color=%22blue%22"),
    ],
)
def test_a_query(layout: Layout, explode: bool, value: Any, written: str) -> None:
    assert encode_query_with({"color": value}, {"color": ParameterStyle(layout, explode)}) == written


def test_a_query_of_several_has_each_in_its_own_style() -> None:
    styles = {"a b": ParameterStyle("form", False), "path": ParameterStyle("form", reserved=True)}
    written = encode_query_with({"a b": [1, 2], "path": "/x?y&z", "more": [True, 1.5]}, styles)
    assert written == "a%20b=1,2&path=/x?y%26z&more=true&more=1.5"


@pytest.mark.parametrize(
    ("layout", "explode", "value", "written"),
    [
        ("simple", False, STRING, "blue"),
        ("simple", False, ARRAY, "blue,black,b%20w"),
        ("simple", False, OBJECT, "R,100,G,200,B,1%2C5"),
        ("simple", True, OBJECT, "R=100,G=200,B=1%2C5"),
        ("label", False, STRING, ".blue"),
        ("label", False, ARRAY, ".blue,black,b%20w"),
        ("label", True, ARRAY, ".blue.black.b%20w"),
        ("label", True, OBJECT, ".R=100.G=200.B=1%2C5"),
        ("matrix", False, STRING, ";color=blue"),
        ("matrix", False, ARRAY, ";color=blue,black,b%20w"),
        ("matrix", True, ARRAY, ";color=blue;color=black;color=b%20w"),
        ("matrix", False, OBJECT, ";color=R,100,G,200,B,1%2C5"),
        ("matrix", True, OBJECT, ";R=100;G=200;B=1%2C5"),
        ("matrix", True, STRING, ";color=blue"),
        ("matrix", True, [{"a": 1}], ";color=%7B%22a%22%3A1%7D"),
        ("json", False, ["a/b"], "%5B%22a%2Fb%22%5D"),
    ],
)
def test_a_path(layout: Layout, explode: bool, value: Any, written: str) -> None:
    assert encode_path_with("color", value, ParameterStyle(layout, explode)) == written


@pytest.mark.parametrize("value", ["", ".", "..", []])
def test_a_path_that_would_be_another_is_refused(value: Any) -> None:
    with pytest.raises(ValueError, match="color must not be"):
        encode_path_with("color", value, ParameterStyle("simple", False))


def test_headers_and_cookies() -> None:
    assert encode_header_with("X-A", ARRAY) == "blue,black,b w"
    assert encode_header_with("X-A", OBJECT) == "R,100,G,200,B,1,5"
    assert encode_header_with("X-A", OBJECT, ParameterStyle("simple")) == "R=100,G=200,B=1,5"
    assert encode_header_with("X-A", [{"a": 1}, [2]]) == '{"a":1},[2]'
    assert encode_header_with("X-A", {"a": [1]}, ParameterStyle("json")) == '{"a":[1]}'
    styles = {"c": ParameterStyle("form", False)}
    assert encode_cookies({"a": "b;c", "c": [1, 2], "d": [1, 2]}, styles) == "a=b%3Bc; c=1,2; d=1; d=2"


def test_structs_are_the_objects_that_they_hold() -> None:
    class Colors(msgspec.Struct, omit_defaults=True):
        red: int
        green: int | None = None

    for explode, written in ((True, "red=1"), (False, "color=red,1")):
        assert encode_query_with({"color": Colors(1)}, {"color": ParameterStyle("form", explode)}) == written
    assert encode_path_with("color", Colors(1), ParameterStyle("matrix")) == ";red=1"
    assert encode_header_with("X-A", Colors(1)) == "red,1"
