"""A call is plain data: built from arguments, compared, pickled, printed, and sent later."""

from __future__ import annotations

import pickle
from enum import Enum
from typing import Any

import msgspec
import pytest

from generator.runtime.credentials import SecurityScheme
from generator.runtime.encoding.bodies import BodySpec, build_body
from generator.runtime.http.headers import Headers
from generator.runtime.http.timeout import Timeout
from generator.runtime.operation.call import UNSET, Call, build_request
from generator.runtime.operation.polling_spec import PollingSpec, Progress
from generator.runtime.operation.response_variants import ResponseVariant, ResponseVariants
from generator.runtime.response.metadata import APIResponse, ResponseInfo
from generator.runtime.streaming import parsed_events
from tests.runtime.endpoints import Endpoint
from tests.runtime.fake_json_api import CREATE, ERRORS, PROFILE, RETRIEVE, SEARCH, Line, order
from tests.runtime.multipart_form import DRAW, PNG


class Size(str, Enum):  # noqa: UP042 - as people still write them
    LARGE = "large"


CHANGE = Endpoint(id="changeOrder", method="POST", path="/v1/orders/{order}", body=("name",))


@pytest.mark.parametrize(
    ("call", "method", "target", "content"),
    [
        (CREATE({"name": "x", "price": None}), "POST", "/v1/orders", b'{"name":"x","price":null}'),
        (CREATE({}), "POST", "/v1/orders", b"{}"),
        (
            CREATE({"name": "x", "price": 1, "extra_body": {"price": 2, "n": [1]}}),
            "POST",
            "/v1/orders",
            b'{"name":"x","price":2,"n":[1]}',
        ),
        (CREATE({"lines": [Line(index=0, text=None)]}), "POST", "/v1/orders", b'{"lines":[{"index":0,"text":null}]}'),
        (RETRIEVE({}, order="o1"), "GET", "/v1/orders/o1", None),
        (CHANGE({"name": "x"}, order="o1"), "POST", "/v1/orders/o1", b'{"name":"x"}'),
        (CHANGE({"name": "x", "extra_query": {}}, order="o1"), "POST", "/v1/orders/o1", b'{"name":"x"}'),
        (RETRIEVE({"extra_body": {"a": 1}}, order="o"), "GET", "/v1/orders/o", b'{"a":1}'),
    ],
)
def test_the_body_holds_what_was_passed_and_nothing_else(
    call: Call[Any, Any], method: str, target: str, content: bytes | None
) -> None:
    assert (call.method, call.target, call.content, call.headers) == (method, target, content, ())
    assert call.content_type == (None if content is None else "application/json")


def test_only_none_is_left_out_where_it_means_nothing() -> None:
    operation = Endpoint(id="x", method="POST", path="/x", body=("a", "b", "c"), nullable=("b", "c"))
    assert operation({"a": None, "b": None, "c": 2}).content == b'{"a":null,"c":2}'


def test_calls_compare_by_what_they_send() -> None:
    assert CREATE({"name": "x"}) == CREATE({"name": "x"})
    assert CREATE({"name": "x"}) != CREATE({"name": "y"})
    assert len({CREATE({"name": "x"}), CREATE({"name": "x"})}) == 1


def test_a_call_can_be_pickled_and_is_the_same_call_afterwards() -> None:
    call = CREATE(
        {"name": "x", "stream": True, "timeout": Timeout(2, connect=1, read_idle=3), "extra_headers": {"X-A": "b"}}
    )
    again = pickle.loads(pickle.dumps(call))
    assert again == call
    assert again.streams
    assert again.timeout == Timeout(2, connect=1, read_idle=3)


def test_repr_is_short_and_hides_what_may_be_secret() -> None:
    call = CREATE({"name": "x" * 5000, "extra_headers": {"X-Token": "hush"}, "extra_query": {"key": "hush"}})
    assert len(repr(call)) < 200
    assert "hush" not in repr(call)
    assert "POST /v1/orders" in repr(call)
    assert "X-Token" in repr(call)
    assert repr(Call(CREATE, "/x?a=b")) == "Call(POST /x, ?…)"
    assert repr(CREATE({"stream": True})) == "Call(POST /v1/orders, 15 bytes of application/json, streamed)"


CHAT = Endpoint(
    id="createChat",
    name="chats.create",
    method="POST",
    path="/chats",
    query=("dry-run",),
    header=("X-Branch",),
    body=("model", "response_format", "top_p", "messages"),
    required=("dry_run", "branch", "model", "messages"),
    wire_names={"dry_run": "dry-run", "branch": "X-Branch"},
)
NEEDED: dict[str, Any] = {"dry_run": True, "branch": "n", "model": "m", "messages": []}


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("messges", "messages"),
        ("mdoel", "model"),
        ("extra_header", "extra_headers"),
        ("reasoning_effort", None),
        ("top_k", None),
        ("zzzzzz", None),
    ],
)
def test_an_unknown_parameter_is_reported_with_where_it_can_go(name: str, meant: str | None) -> None:
    hint = f": did you mean {meant!r}?" if meant else "."
    cure = "To send it all the same, use extra_body or extra_query."
    with pytest.raises(TypeError) as raised:
        CHAT({**NEEDED, name: 1})
    assert str(raised.value) == f"chats.create() has no parameter {name!r}{hint} {cure}"


def test_of_several_names_the_nearest_is_meant() -> None:
    with pytest.raises(TypeError, match="did you mean 'limits'"):
        Endpoint(id="x", method="GET", path="/x", query=("limit", "limits"))({"limitss": 1})


@pytest.mark.parametrize(
    ("arguments", "missing"),
    [
        ({}, "4 required arguments: 'dry_run', 'branch', 'model' and 'messages'"),
        ({**NEEDED, "extra_body": {}}, ""),
        ({name: value for name, value in NEEDED.items() if name != "model"}, "1 required argument: 'model'"),
        (
            {"dry_run": 1, "branch": "n", "messages": None, "extra_body": {"model": "m", "messages": None}},
            "1 required argument: 'model'; extra_body adds to a call: pass what is required as an argument",
        ),
        ({"extra_body": {"x": "m"}, "messages": 1, "model": 1}, "2 required arguments: 'dry_run' and 'branch'"),
        (
            {"model": 1, "messages": 1, "branch": "n", "extra_query": {"dry-run": 1}},
            "1 required argument: 'dry_run'; extra_query adds to a call: pass what is required as an argument",
        ),
        ({**NEEDED, "extra_body": {"model": "another"}}, ""),
    ],
)
def test_required_arguments_are_given_as_arguments(arguments: dict[str, Any], missing: str) -> None:
    if not missing:
        CHAT(arguments)
        return
    with pytest.raises(TypeError) as raised:
        CHAT(arguments)
    assert str(raised.value) == f"chats.create() is missing {missing}"


@pytest.mark.parametrize(
    ("arguments", "streams"),
    [
        ({}, False),
        ({"stream": False}, False),
        ({"stream": None}, False),
        ({"stream": True}, True),
        ({"extra_body": {"stream": True}}, True),
        ({"stream": True, "extra_body": {"stream": False}}, False),
    ],
)
def test_the_body_decides_whether_a_call_streams(arguments: dict[str, Any], streams: bool) -> None:
    assert CREATE(arguments).streams is streams


def test_query_header_and_renamed_parameters_go_to_their_places() -> None:
    call = SEARCH({"from_": "2024-01-01", "state": ["open", "done"], "branch": "north", "extra_query": {"n": 1}})
    assert call.target == "/v1/orders?from=2024-01-01&state=open&state=done&n=1"
    assert call.headers == (("X-Branch", "north"),)
    with pytest.raises(TypeError, match="'from'"):
        SEARCH({"from": "x"})


@pytest.mark.parametrize(
    ("places", "target", "headers"),
    [
        ({"query": ("a",)}, "/x?a=1", ()),
        ({"header": ("a",)}, "/x", (("a", "1"),)),
        ({"cookie": ("a",)}, "/x", (("Cookie", "a=1"),)),
        ({"wire_names": {"a": "A"}, "query": ("A",)}, "/x?A=1", ()),
        ({"sent_as": {"a": "b"}, "query": ("a",)}, "/x?b=1", ()),
        ({"modes": ("1",), "mode_prefix": "/in-{mode}", "arguments": {"mode": "1"}}, "/in-1/x", ()),
        ({"nullable": ("c",), "query": ("a",), "arguments": {"a": 1, "c": None}}, "/x?a=1", ()),
        ({"nullable": ("c",), "arguments": {"c": None}}, "/x", ()),
        ({"variants": ResponseVariants(default="*", cases={"*": ResponseVariant("text/csv", str)}), "arguments": {}},
         "/x", (("Accept", "text/csv"),)),
    ],
)  # fmt: skip
def test_only_what_belongs_there_is_in_the_body(places: dict[str, Any], target: str, headers: Any) -> None:
    described = {"arguments": {"a": 1}, **places}
    arguments = described.pop("arguments")
    call = Endpoint(id="x", method="POST", path="/x", body=("b", "c"), **described)({"b": True, **arguments})
    assert (call.target, call.headers, call.content) == (target, headers, b'{"b":true}')


@pytest.mark.parametrize(
    ("value", "target"),
    [
        ("o1", "/v1/orders/o1"),
        ("a/b", "/v1/orders/a%2Fb"),
        ("a?b#c", "/v1/orders/a%3Fb%23c"),
        ("{order}", "/v1/orders/%7Border%7D"),
        ("模型", "/v1/orders/%E6%A8%A1%E5%9E%8B"),
        ("...", "/v1/orders/..."),
        ("%2e", "ValueError"),
        (".", "ValueError"),
        ("..", "ValueError"),
        ("%2E.", "ValueError"),
        ("", "ValueError"),
        ("\ud800", "ValueError"),
        (None, "TypeError"),
        (True, "TypeError"),
        (7, "/v1/orders/7"),
        (Size.LARGE, "/v1/orders/large"),
        pytest.param(10**5000, "ValueError", id="digits"),
    ],
)
def test_a_path_parameter_cannot_change_the_path(value: Any, target: str) -> None:
    if target.endswith("Error"):
        with pytest.raises((TypeError, ValueError), match="order") as raised:
            RETRIEVE({}, order=value)
        assert raised.type.__name__ == target
    else:
        assert RETRIEVE({}, order=value).target == target


@pytest.mark.parametrize(
    ("value", "sent"), [(True, "true"), (False, "false"), (7, "7"), (1.5, "1.5"), (" north\t", "north"), ("", "")]
)
def test_a_header_is_text_a_number_or_a_boolean(value: Any, sent: str) -> None:
    assert SEARCH({"branch": value}).headers == (("X-Branch", sent),)


@pytest.mark.parametrize("value", [None, b"x", float("nan"), float("inf"), ["a"]])
def test_what_a_header_cannot_be_is_refused(value: Any) -> None:
    with pytest.raises(TypeError, match="header 'X-Branch': its value must be text"):
        SEARCH({"branch": value})


@pytest.mark.parametrize(("name", "value"), [("X:Y", "1"), ("X-A", "hush\n"), ("X-A", 3), (3, "1")])
def test_a_header_that_cannot_be_sent_is_refused_and_its_value_is_not_shown(name: Any, value: Any) -> None:
    with pytest.raises((TypeError, ValueError), match="header") as raised:
        CREATE({"extra_headers": {name: value}})
    assert "hush" not in str(raised.value)


@pytest.mark.parametrize("option", ["extra_headers", "extra_query", "extra_body"])
def test_extras_that_are_no_mapping_are_type_errors(option: str) -> None:
    with pytest.raises(TypeError, match=option):
        CREATE({option: [1]})


@pytest.mark.parametrize("timeout", [0, "5", Timeout(total=0)])
def test_a_timeout_that_makes_no_sense_is_refused(timeout: Any) -> None:
    with pytest.raises((TypeError, ValueError), match="timeout"):
        CREATE({"timeout": timeout})


def test_an_argument_for_results_that_contains_itself_is_refused() -> None:
    endless: list[Any] = []
    endless.append(endless)
    converse = Endpoint(id="x", method="POST", path="/x", body=("messages",), model_params=("messages",))
    with pytest.raises(ValueError, match=r"messages.*nested too deeply, or contains itself"):
        converse({"messages": endless})


@pytest.mark.parametrize("kind", [list, tuple, lambda results: {"a": results[0]}])
def test_an_argument_for_results_goes_with_all_that_the_server_sent(kind: Any) -> None:
    converse = Endpoint(id="x", method="POST", path="/x", body=("messages",), model_params=("messages",))
    raw = b'{"id":"o1","lines":[{"index":0,"text":"bread","crust":"hard"}],"state":"open","gift":true}'
    sent = msgspec.json.decode(converse({"messages": kind([order(raw)])}).content)["messages"]  # type: ignore[arg-type]
    assert [*(sent.values() if isinstance(sent, dict) else sent)] == [msgspec.json.decode(raw)]


def test_call_takes_one_type_or_two_at_run_time() -> None:
    assert Call[int] == Call[int, int]


@pytest.mark.parametrize(
    "one",
    [
        CREATE,
        CREATE({}),
        PROFILE,
        SecurityScheme("bearer", ("api_key",), ("SHOP_KEY",)),
        ERRORS,
        ERRORS.shapes[0],
        ERRORS.codes["vendor_lost"],
        DRAW.multipart[0],
        DRAW({"title": "x", "sketch": PNG}).content,
        *DRAW({"title": "x", "sketch": PNG}).content.parts,  # type: ignore[union-attr]
        BodySpec("file", "a/b", "body"),
        build_body(BodySpec("file", "a/b", "body"), {"body": "a.png"}, {}, {})[0],
        ResponseVariant("a/b"),
        ResponseVariants(cases={}),
        ResponseInfo(200, [], b""),
        APIResponse(1, 200, Headers(), None, b""),
        PollingSpec(id="/id", fetch="f", parameter="id", status="/s", states={}),
        Progress(id="1", state="running", status=None, progress=None, elapsed=0, value=1),
    ],
    ids=lambda one: type(one).__name__,
)
def test_what_is_described_stays_so(one: Any) -> None:
    with pytest.raises(AttributeError, match="immutable"):
        setattr(one, one.__struct_fields__[0], None)


def test_events_stay_as_they_came() -> None:
    kinds = [one for one in vars(parsed_events).values() if isinstance(one, type) and issubclass(one, msgspec.Struct)]
    assert len(kinds) > 10
    assert all(kind.__struct_config__.frozen for kind in kinds)


@pytest.mark.parametrize(("value", "content", "media_type"), [(UNSET, None, None), (None, b"null", "application/json")])
def test_a_call_without_an_operation_has_a_body_in_json_or_none(value: Any, content: Any, media_type: Any) -> None:
    options: dict[str, Any] = {"type": Any, "query": None, "headers": None, "timeout": UNSET, "max_retries": UNSET}
    call = build_request("POST", "/x", json=value, **options)
    assert (call.content, call.content_type) == (content, media_type)


def test_operations_are_data() -> None:
    assert pickle.loads(pickle.dumps(CREATE)) == CREATE
    assert Endpoint(id="a", method="GET", path="/a").retry == "unsent"
