"""Models keep what they came with and behave like other Python objects."""

from __future__ import annotations

import copy
import json
import pickle
import sys
from array import array
from typing import Any

import msgspec
import pydantic
import pytest
from rich.pretty import pretty_repr

from generator.runtime.encoding.arguments import encode_json
from generator.runtime.errors import MissingField, SDKError
from generator.runtime.response.extras import extras
from generator.runtime.response.metadata import response_info
from generator.runtime.response.model import ResponseModel, float32s
from tests.runtime.endpoints import Endpoint
from tests.runtime.fake_json_api import CREATE, ORDER, Line, Order, Server, order, shop, streaming

LACKING = b'{"id":"o1","lines":[{"text":"bread","new":1}],"state":"open"}'


class Tree(ResponseModel, frozen=True, kw_only=True):
    name: str
    branches: list[Tree] = []  # noqa: RUF012 - msgspec copies it


class Cat(ResponseModel, frozen=True, kw_only=True, tag_field="kind", tag="cat"):
    lives: int


class Dog(ResponseModel, frozen=True, kw_only=True, tag_field="kind", tag="dog"):
    tricks: dict[str, Cat] | None = None


class Renamed(ResponseModel, frozen=True, kw_only=True, rename={"from_": "from"}):
    from_: str


def test_to_dict_and_to_json_give_what_came() -> None:
    assert order().to_dict() == json.loads(ORDER)
    assert order().to_json() == ORDER.decode()
    assert Renamed(from_="x").to_dict() == {"from": "x"}


NULLS = (
    b'{"id":"o1","lines":[{"index":0,"text":"bread","note":null},{"index":1,"text":null}],'
    b'"state":"open","tags":null,"x":null}'
)


@pytest.mark.parametrize("again", [lambda o: o, copy.copy, copy.deepcopy, lambda o: pickle.loads(pickle.dumps(o))])
def test_nulls_that_were_sent_are_kept_and_nothing_is_added(again: Any) -> None:
    sent = json.loads(NULLS)
    result = again(order(NULLS))
    assert result.to_dict() == json.loads(result.to_json()) == sent
    assert pydantic.TypeAdapter(Order).dump_python(result) == sent
    # An object within it that is no argument of another call has only the fields with a value.
    assert result.lines[0].to_dict() == {"index": 0, "text": "bread"}
    assert order(NULLS, keep_raw=False).to_dict() == msgspec.to_builtins(result)


def test_nulls_of_an_event_and_of_a_collected_stream_are_kept() -> None:
    data = b'{"id":"o1","lines":[{"index":0,"text":"a","note":null}]}'
    stream = streaming(data)
    assert [event.to_json().encode() for event in stream] == [data]
    assert stream.collect().to_dict()["lines"] == [{"index": 0, "text": "a", "note": None}]


def test_nulls_are_kept_in_dicts_and_in_what_is_read_tolerantly() -> None:
    raw = b'{"tricks":{"jump":{"lives":null,"kind":"cat"}},"kind":"dog"}'
    dog = shop(Server(raw)).request("GET", "/dog", type=Any)
    assert dog == json.loads(raw)
    raw = b'{"id":null,"lines":[{"text":null}],"state":7,"price":null}'
    assert order(raw).to_dict() == json.loads(raw)


class Shelf(ResponseModel, frozen=True, kw_only=True):
    by_name: dict[str, Line]
    nested: list[list[Line]] = []  # noqa: RUF012 - msgspec copies it


def test_a_dump_has_a_none_for_what_was_not_sent_however_deep() -> None:
    line, dumped = Line(index=0, text=None), {"index": 0, "text": None, "note": None}
    shelf = Shelf(by_name={"a": line}, nested=[[line]])
    assert shelf.model_dump() == {"by_name": {"a": dumped}, "nested": [[dumped]]}
    assert shelf.model_dump(exclude_none=True) == {"by_name": {"a": {"index": 0}}, "nested": [[{"index": 0}]]}


def test_nulls_and_unknown_fields_are_kept_however_deep() -> None:
    line = b'{"index":0,"text":null,"note":null,"new":1}'
    raw = b'{"by_name":{"a/b":%b},"nested":[[%b],[]]}' % (line, line)
    shelf = shop(Server(raw)).send(Endpoint(id="x", method="GET", path="/x", result=Shelf)({}))
    assert shelf.to_dict() == json.loads(raw)
    assert extras(shelf) == {"/by_name/a~1b/new": 1, "/nested/0/0/new": 1}
    shelf.by_name["c"] = Line(index=1, text="t")  # changed by its owner
    assert shelf.to_dict()["by_name"]["c"] == {"index": 1, "text": "t"}
    shelf.nested[0].append(Line(index=1, text="t"))
    assert extras(shelf) == {"/by_name/a~1b/new": 1, "/nested/0/0/new": 1}
    assert shelf.to_dict()["nested"][0] == [{"index": 0, "text": None}, {"index": 1, "text": "t"}]


def test_an_optional_field_that_did_not_come_reads_none() -> None:
    assert order().price is None
    assert "price" not in order().to_dict()


def test_repr_is_short() -> None:
    many = Order(id="i" * 500, lines=[Line(index=i, text="t") for i in range(100)], state="open", tags={"a": 1})
    assert len(repr(many)) < 400
    assert "… 97 more" in repr(many)
    assert "(500 characters)" in repr(many)
    assert repr(Order(id="a", lines=[], state="open")) == "Order(id='a', lines=[], state='open')"
    assert "price" not in repr(many)
    assert len(repr(Order(id="a", lines=[], state="o", tags={str(i): i for i in range(99)}))) < 120


@pytest.mark.parametrize("raw", [ORDER, LACKING])
@pytest.mark.parametrize("again", [lambda o: pickle.loads(pickle.dumps(o)), copy.copy, copy.deepcopy])
def test_objects_travel_with_what_they_came_with(raw: bytes, again: Any) -> None:
    before = order(raw)
    after = again(before)
    assert after == before
    assert after is not before
    assert type(after) is type(before)
    assert response_info(after).raw == raw
    assert after.to_json() == before.to_json()


def test_equality_is_of_fields_and_not_of_bytes() -> None:
    assert order() == order(ORDER.replace(b'"open"', b'"open" ,"x":1'))
    assert order() != order(ORDER.replace(b"open", b"done"))
    assert order() == Order(id="o1", lines=[Line(index=0, text="bread")], state="open")


def test_replace_is_another_object_than_the_one_that_came() -> None:
    with pytest.raises(LookupError):
        response_info(msgspec.structs.replace(order(), id="o2"))


def test_models_are_frozen() -> None:
    with pytest.raises(AttributeError):
        order().id = "x"


def test_a_missing_required_field_raises_when_it_is_read_and_only_then() -> None:
    line = order(LACKING).lines[0]
    assert line.text == "bread"
    with pytest.raises(MissingField, match=r"Line\.index") as raised:
        _ = line.index
    assert isinstance(raised.value, (SDKError, AttributeError))
    assert not hasattr(line, "index")
    assert getattr(line, "index", 7) == 7
    assert isinstance(line, Line)
    assert repr(line) == pretty_repr(line) == "Line(text='bread')"


def test_what_did_not_come_is_not_sent_back() -> None:
    assert encode_json({"line": order(LACKING).lines[0]}) == b'{"line":{"text":"bread"}}'
    assert CREATE({"lines": order(LACKING).lines}).content == b'{"lines":[{"text":"bread"}]}'


def test_objects_that_lack_something_are_of_one_class() -> None:
    assert order(LACKING) == order(LACKING)
    kind = type(order(LACKING).lines[0])
    assert (kind, kind.__qualname__) == (type(order(LACKING).lines[0]), "Line")


def test_received_tells_status_headers_request_id_and_bytes() -> None:
    server = Server(ORDER, headers=[("x-request-id", "r2"), ("X-Gateway-Id", "r1"), ("Vary", "a"), ("vary", "b")])
    came = response_info(shop(server).send(CREATE({})))
    assert (came.status, came.request_id, came.raw) == (200, "r1", ORDER)
    assert repr(came) == f"ResponseInfo(status=200, request_id='r1', {len(ORDER)} bytes)"
    assert "raw not kept" in repr(response_info(shop(server, keep_raw=False).send(CREATE({}))))
    assert came.headers["VARY"] == "a, b"
    assert came.headers.get_all("vary") == ("a", "b")
    assert came.headers.get("none") is None
    assert "Vary" in came.headers
    assert len(came.headers) == 3


@pytest.mark.parametrize("ask", [response_info, extras])
def test_only_results_know_what_they_came_with(ask: Any) -> None:
    with pytest.raises(LookupError, match="Line has no response of its own"):
        ask(order().lines[0])
    with pytest.raises(LookupError):
        ask({"a": 1})


def test_extras_are_all_fields_that_the_models_do_not_know() -> None:
    lines = b'[{"index":0,"text":"t","n":null},{"index":1,"text":"u"}]'
    raw = b'{"id":"o1","a/b~":{"x":1},"lines":' + lines + b',"state":"s","z":[]}'
    assert extras(order(raw)) == {"/a~1b~0": {"x": 1}, "/lines/0/n": None, "/z": []}
    assert extras(order()) == {}
    assert extras(order(LACKING)) == {"/lines/0/new": 1}


def test_extras_go_through_maps_tags_and_renamed_fields() -> None:
    def read(raw: bytes, type: Any) -> Any:
        return shop(Server(raw)).send(Endpoint(id="x", method="GET", path="/x", result=type)({}))

    pets = read(b'{"kind":"dog","tricks":{"a/b":{"kind":"cat","lives":9,"x":1}},"y":2}', Cat | Dog)
    assert extras(pets) == {"/tricks/a~1b/x": 1, "/y": 2}
    assert extras(read(b'{"from":"a","from_":"b"}', Renamed)) == {"/from_": "b"}


def test_without_the_bytes_there_are_no_extras() -> None:
    slim = order(ORDER, keep_raw=False)
    assert response_info(slim).raw is None
    assert response_info(slim).status == 200
    with pytest.raises(LookupError, match="keep_raw"):
        extras(slim)


class Blob(ResponseModel, frozen=True, kw_only=True):
    value: Any


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("x" * 60, repr("x" * 60)),
        ("x" * 61, f"{'x' * 60!r}… (61 characters)"),
        (b"x" * 60, repr(b"x" * 60)),
        (b"x" * 61, "<61 bytes>"),
        ([1, 2, 3], "[1, 2, 3]"),
        ([1, 2, 3, 4], "[1, 2, 3, … 1 more]"),
        ({"a": [b"x" * 99], "b": 2}, "{'a': [<99 bytes>], 'b': 2}"),
        (dict.fromkeys("abcde", 0), "{'a': 0, 'b': 0, 'c': 0, … 2 more}"),
    ],
)
def test_repr_shows_the_beginning_of_what_is_long(value: Any, shown: str) -> None:
    assert repr(Blob(value=value)) == f"Blob(value={shown})"


@pytest.mark.parametrize(("begin", "end"), [("[", "]"), ("{'a': ", "}")])
def test_repr_ends_where_a_value_does_not(begin: str, end: str) -> None:
    value: Any = None
    for _ in range(500):
        value = [value] if begin == "[" else {"a": value}
    assert repr(Blob(value=value)) == f"Blob(value={begin * 21}…{end * 21})"


def test_repr_goes_down_a_little_way_only() -> None:
    nested: list[Any] = []
    for _ in range(5000):
        nested = [nested]
    assert "[[[…]]]" in repr(Order(id="o1", lines=nested, state="open"))


def test_vectors() -> None:
    assert float32s([1, 2.5]) == array("f", [1, 2.5])
    assert float32s(b"\x00\x00\x80\x3f\x00\x00\x20\x40") == array("f", [1, 2.5])
    assert float32s(b"") == array("f")
    with pytest.raises(ValueError, match="5 bytes"):
        float32s(b"12345")
    with pytest.raises(ValueError, match="numbers"):
        float32s(json.loads("[1, [2]]"))


def test_vectors_on_a_big_endian_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "byteorder", "big")
    assert float32s(b"\x00\x00\x80\x3f").tobytes() == b"\x3f\x80\x00\x00"


def test_models_are_pydantic_fields() -> None:
    class Basket(pydantic.BaseModel):
        order: Order
        tree: Tree | None = None

    whole = order()
    basket = Basket(order=whole)
    assert basket.order is whole
    assert basket.model_dump() == {"order": json.loads(ORDER), "tree": None}
    assert Basket.model_validate_json(basket.model_dump_json()).order == whole
    with pytest.raises(pydantic.ValidationError):
        Basket.model_validate({"order": {"id": 1}})


@pytest.mark.parametrize("mode", ["validation", "serialization"])
def test_pydantic_knows_their_json_schema(mode: Any) -> None:
    schema = pydantic.TypeAdapter(list[Order]).json_schema(mode=mode)["items"]
    assert schema["properties"]["lines"]["items"]["properties"]["text"]["anyOf"] == [
        {"type": "string"},
        {"type": "null"},
    ]
    recursive = pydantic.TypeAdapter(Tree).json_schema(mode=mode)
    assert recursive["properties"]["branches"]["items"] == {"type": "object"}
