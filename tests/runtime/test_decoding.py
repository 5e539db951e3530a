"""Responses are decoded strictly where they fit their description, and tolerantly where they do not."""

from __future__ import annotations

import base64
import copy
import math
import pickle
from contextlib import suppress
from datetime import datetime
from typing import Annotated, Any, Literal

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.runtime.errors import APIError, MissingField, UnreadableAnswer
from generator.runtime.http.json_pointer import escape
from generator.runtime.response.decoding import Deviation, convert_tolerant, has_kind, parse
from generator.runtime.response.extras import extras
from generator.runtime.response.model import ResponseModel
from tests.runtime.endpoints import Endpoint
from tests.runtime.fake_json_api import ORDER, Line, Order, Server, order, shop


class Cat(ResponseModel, frozen=True, kw_only=True, tag_field="kind", tag="cat"):
    lives: int


class Dog(ResponseModel, frozen=True, kw_only=True, tag_field="kind", tag="dog"):
    tricks: int


class Zoo(ResponseModel, frozen=True, kw_only=True):
    pets: list[Cat | Dog]
    names: dict[str, Line] | None = None
    content: str | list[Line] | None = None
    data: bytes | None = None
    vector: list[float] | bytes | None = None
    opened: datetime | None = None
    size: Literal["s", "m"] | None = None
    open: bool | None = None
    count: int | str | None = None
    few: Annotated[list[int], msgspec.Meta(max_length=3)] | None = None


def zoo(**fields: Any) -> tuple[Any, list[tuple[str, str, str]]]:
    value, deviations = convert_tolerant({"pets": [], **fields}, Zoo)
    return value, [deviation[:3] for deviation in deviations]


def test_a_response_as_described_is_no_deviation() -> None:
    reported: list[Deviation] = []
    assert order(ORDER, reported.append) == Order(id="o1", lines=[Line(index=0, text="bread")], state="open")
    assert reported == []


def test_unknown_values_of_an_open_set_and_unknown_fields_are_no_deviations() -> None:
    reported: list[Deviation] = []
    assert order(ORDER.replace(b'"open"', b'"lost","new":1'), reported.append).state == "lost"
    assert reported == []


def test_everything_that_fits_is_kept_and_the_rest_is_reported() -> None:
    reported: list[Deviation] = []
    lines = b'[{"index":"0","text":"a"},{"text":null},5]'
    raw = b'{"id":7,"lines":' + lines + b',"state":"open","price":"1.50","tags":{"a/b":1.5,"c":2}}'
    read = order(raw, reported.append)
    assert read.id == 7
    assert [type(line).__name__ for line in read.lines] == ["Line", "Line", "int"]
    assert (read.lines[0].index, read.lines[0].text) == ("0", "a")
    assert (read.price, read.tags, read.state) == ("1.50", {"a/b": 1.5, "c": 2}, "open")
    with pytest.raises(MissingField):
        _ = read.lines[1].index
    assert reported == [
        Deviation("/id", "a string", "the number 7", "createOrder"),
        Deviation("/lines/0/index", "an integer", "the string '0'", "createOrder"),
        Deviation("/lines/1/index", "an integer", "nothing", "createOrder"),
        Deviation("/lines/2", "Line", "the number 5", "createOrder"),
        Deviation("/price", "a number or null", "the string '1.50'", "createOrder"),
        Deviation("/tags/a~1b", "an integer", "the number 1.5", "createOrder"),
    ]
    assert str(reported[0]) == "createOrder: /id: expected a string, found the number 7"


def test_what_the_callback_raises_comes_through() -> None:
    def refuse(deviation: Deviation) -> None:
        raise ZeroDivisionError(deviation.pointer)

    with pytest.raises(ZeroDivisionError, match="/id"):
        order(ORDER.replace(b'"o1"', b"1"), refuse)


@pytest.mark.parametrize("zero", [b"0.0", b"0e0", b"-0.0"])
def test_a_whole_number_with_a_point_is_an_integer(zero: bytes) -> None:
    reported: list[Deviation] = []
    index = order(ORDER.replace(b'"index":0', b'"index":' + zero), reported.append).lines[0].index
    assert (index, type(index), reported) == (0, int, [])


@pytest.mark.parametrize(
    ("field", "value", "found"),
    [
        ("pets", None, "null"),
        ("pets", True, "true"),
        ("pets", False, "false"),
        ("pets", 1.5, "the number 1.5"),
        ("pets", "x" * 40, f"the string {'x' * 40!r}"),
        ("pets", "x" * 41, "a string of 41 characters"),
        ("pets", {"a": 1}, "an object"),
        ("open", [1], "an array"),
    ],
)
def test_what_was_found_is_told_in_words(field: str, value: Any, found: str) -> None:
    assert [one[2] for one in zoo(**{field: value})[1]] == [found]


def test_unions_are_read_by_what_fits_best() -> None:
    assert zoo(content=[{"index": 1, "text": None}])[0].content == [Line(index=1, text=None)]
    read, reported = zoo(content=[{"index": "1", "text": None}])
    assert (read.content[0].index, reported) == ("1", [("/content/0/index", "an integer", "the string '1'")])
    read, reported = zoo(content=5)
    assert (read.content, reported) == (5, [("/content", "a string or an array or null", "the number 5")])
    assert zoo(few=[1, "x"])[1] == [("/few/1", "an integer", "the string 'x'")]
    assert zoo(count=2.0)[0].count == 2
    assert zoo(count=2.5)[1] == [("/count", "an integer or a string or null", "the number 2.5")]


def test_tags_choose_and_an_unknown_tag_stays_as_it_came() -> None:
    read, reported = zoo(
        pets=[{"kind": "cat", "lives": "9"}, {"kind": "dog", "tricks": 1}, {"kind": "eel", "x": 1}, {"x": 1}]
    )
    assert [type(pet).__name__ for pet in read.pets] == ["Cat", "Dog", "dict", "dict"]
    assert read.pets[2] == {"kind": "eel", "x": 1}
    assert [place for place, _, _ in reported] == ["/pets/0/lives", "/pets/2", "/pets/3"]


def test_maps_of_objects_are_gone_through() -> None:
    read, reported = zoo(names={"a~b": {"text": "t"}, "c": {"index": 1, "text": "u"}})
    assert read.names["c"] == Line(index=1, text="u")
    assert reported == [("/names/a~0b/index", "an integer", "nothing")]


@pytest.mark.parametrize(
    ("field", "value", "kept", "reported"),
    [
        ("names", [{"text": 1}], [{"text": 1}], 1),
        ("vector", {"a": 1}, {"a": 1}, 1),
        ("few", [1, "x"], [1, "x"], 1),
        ("data", base64.b64encode(b"x").decode(), b"x", 0),
        ("data", "not base64!", "not base64!", 1),
        ("vector", [1, 2.5], [1.0, 2.5], 0),
        ("vector", [1, "x"], [1.0, "x"], 1),
        ("vector", "AAAA", b"\0\0\0", 0),
        ("opened", "yesterday", "yesterday", 1),
        ("opened", "2024-01-02T03:04:05", datetime(2024, 1, 2, 3, 4, 5), 0),
        ("size", "xl", "xl", 1),
        ("open", 1, 1, 1),
        ("open", {"a": 1}, {"a": 1}, 1),
    ],
)
def test_a_value_of_another_type_stays_as_it_came(field: str, value: Any, kept: Any, reported: int) -> None:
    read, deviations = zoo(pets=5, **{field: value})
    assert getattr(read, field) == kept
    assert type(getattr(read, field)) is type(kept)
    assert [place.split("/")[1] for place, _, _ in deviations] == ["pets"] + [field] * reported


def test_what_did_not_fit_is_no_extra_and_unknown_fields_beside_it_are() -> None:
    assert extras(order(b'{"id":7,"lines":[{"new":1}],"state":{"x":1}}')) == {"/lines/0/new": 1}


@pytest.mark.parametrize(
    ("raw", "found"),
    [
        (b"\xef\xbb\xbf" + ORDER, "a byte order mark"),
        (ORDER.replace(b"bread", b"br\xffead"), "bytes that are not UTF-8"),
        (ORDER.replace(b"bread", b"\\ud83d"), "half of a character (a lone surrogate)"),
        (ORDER.replace(b"bread", b"\\uDFFF"), "half of a character (a lone surrogate)"),
        (ORDER.replace(b'"state"', b'"price":NaN,"state"'), "NaN"),
        (ORDER.replace(b'"state"', b'"price":-Infinity,"state"'), "-Infinity"),
    ],
)
def test_faults_of_the_bytes_are_read_over_and_reported(raw: bytes, found: str) -> None:
    reported: list[Deviation] = []
    assert order(raw, reported.append).id == "o1"
    assert reported == [Deviation("", "JSON in UTF-8", found, "createOrder")]


def test_what_cannot_be_printed_or_sent_is_replaced() -> None:
    assert order(ORDER.replace(b"bread", b"a\\ud83db")).lines[0].text == "a\ufffdb"
    assert order(ORDER.replace(b"bread", b"a\xffb")).lines[0].text == "a\ufffdb"
    assert order(b"\xef\xbb\xbf" + ORDER.replace(b"bread", b"\\ud83d\\ude00")).lines[0].text == "\U0001f600"
    nan = order(ORDER.replace(b'"state"', b'"price":NaN,"state"')).price
    assert math.isnan(nan)


def test_of_two_equal_keys_the_last_counts_on_both_paths() -> None:
    twice = ORDER.replace(b'"id":"o1"', b'"id":"o0","id":"o1"')
    assert order(twice).id == order(b"\xef\xbb\xbf" + twice).id == "o1"


@pytest.mark.parametrize("opening", [b"[", b'{"a":'])
def test_endless_nesting_is_an_unreadable_response(opening: bytes) -> None:
    endless = (opening * 200_000, b"\xef\xbb\xbf" + opening * 200_000)
    for raw in (*endless, ORDER.replace(b'"o1"', opening * 5_000 + b"1")):
        with pytest.raises(UnreadableAnswer):
            order(raw)
    for raw in endless:
        with pytest.raises(ValueError, match="it is nested too deeply"):
            parse(raw)


def test_deep_nesting_in_what_nobody_reads_is_no_crash() -> None:
    deep = ORDER.replace(b'"state"', b'"new":' + b"[" * 900 + b"]" * 900 + b',"price":"x","state"')
    with suppress(UnreadableAnswer):  # how deep is too deep depends on the stack of the caller
        assert order(deep).id == "o1"


@pytest.mark.parametrize("depth", [300, 600, 900])
def test_half_a_character_deep_down_is_no_crash(depth: int) -> None:
    nested = b"[" * depth + b'"\\ud83d"' + b"]" * depth
    with suppress(UnreadableAnswer):
        assert order(ORDER.replace(b'"state"', b'"new":' + nested + b',"state"')).id == "o1"


@pytest.mark.parametrize("raw", [b"", b" ", b"<html>", b"{", b'{"a":1}{', b"data: {}", b"nul"])
def test_what_is_no_json_is_a_value_error(raw: bytes) -> None:
    with pytest.raises(ValueError, match=r"JSON|line|char|Extra"):
        parse(raw)


def test_json_is_json_whatever_its_content_type_says() -> None:
    for headers in ([], [("Content-Type", "text/plain; charset=utf-8")], [("Content-Type", "text/html")]):
        server = Server(ORDER, headers=list(headers))
        assert shop(server).send(Endpoint(id="x", method="GET", path="/x", result=Order)({})).id == "o1"


scalars = (
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=8)
)
documents = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner)
)
orders = st.fixed_dictionaries(
    {
        "lines": documents
        | st.lists(st.fixed_dictionaries({}, optional={"index": scalars, "text": documents, "x": scalars}))
    },
    optional={"id": documents, "state": documents, "price": documents, "tags": documents, "/~": documents},
)


@settings(deadline=None, max_examples=80)
@given(orders)
def test_any_document_is_read_and_behaves(document: Any) -> None:
    raw = msgspec.json.encode(document)
    if not isinstance(document["lines"], list):
        with pytest.raises(UnreadableAnswer):
            order(raw)
        return
    read = order(raw)
    assert isinstance(read, Order)
    assert pickle.loads(pickle.dumps(read)) == copy.deepcopy(read) == read
    assert msgspec.json.decode(read.to_json()) == read.to_dict()
    assert len(repr(read)) < 10_000
    assert set(extras(read)) >= {"/~1~0"} & {"/" + escape(key) for key in document}
    assert convert_tolerant(document, Order)[0] == read


@settings(deadline=None, max_examples=80)
@given(
    st.binary(max_size=60)
    | st.builds(lambda cut, put: ORDER[:cut] + put + ORDER[cut:], st.integers(0, 60), st.binary())
)
def test_any_bytes_are_a_response_or_an_error(raw: bytes) -> None:
    read = outcome(raw)
    if isinstance(read, APIError):
        assert read.raw == raw
        assert "\n" not in str(read)
    else:
        assert isinstance(read, Order)
        assert isinstance(extras(read), dict)


def outcome(raw: bytes) -> Any:
    try:
        return order(raw)
    except APIError as error:
        return error


class Kinds(msgspec.Struct):
    array: list[int]
    object: dict[str, int]
    text: str
    anything: Any
    bare: list | dict  # type: ignore[type-arg]
    either: list[int] | str | None
    part: Line


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        ("array", "a"),
        ("object", "o"),
        ("text", "s"),
        ("anything", "aos"),
        ("bare", "aos"),
        ("either", "as"),
        ("part", "o"),
        ("unknown", "aos"),
    ],
)
def test_a_value_has_the_kind_of_its_field(name: str, kinds: str) -> None:
    values: dict[str, Any] = {"a": [1], "o": {"a": 1}, "s": "text"}
    assert "".join(kind for kind, value in values.items() if has_kind(value, Kinds, name)) == kinds
    assert "".join(kind for kind, value in values.items() if has_kind(value, Kinds | Line, name)) == kinds
    assert has_kind([], int, name)


class Filled(ResponseModel, frozen=True, kw_only=True):
    array: list[Line]
    part: Line
    text: str
    number: int


def test_of_an_event_what_holds_others_is_empty_where_it_is_null_or_missing() -> None:
    for document in ({"array": None, "part": None, "text": None, "number": 1.0}, {"text": None, "number": 1}):
        read, reported = convert_tolerant(document, Filled, fill=True)
        assert (read.array, type(read.part).__name__, read.text, read.number) == ([], "Line", None, 1)
        assert [one.pointer for one in reported] == ["/array", "/part", "/text"]
    read, reported = convert_tolerant({"array": None, "text": "", "number": 1.5}, Filled)
    assert (read.array, read.number) == (None, 1.5)
    assert [one.pointer for one in reported] == ["/array", "/part", "/number"]
    with pytest.raises(MissingField):
        _ = read.part
