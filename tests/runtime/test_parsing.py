"""Outputs that are parsed into types: by each client, of each kind of type, and what cannot be parsed."""

from __future__ import annotations

import dataclasses
import json
import pickle
from collections.abc import Callable, Iterator
from typing import Any, Literal, TypedDict

import msgspec
import pydantic
import pytest

import ezlink
from ezlink import EZLink, function_tool, operations, testing
from ezlink.models import ParsedChatCompletion
from ezlink.runtime.encoding.json_schema import strict_schema
from tests.contract.callers import KINDS, Caller
from tests.runtime.transport.raw_server import Peer, serving

ASK: dict[str, Any] = {"model": "m", "messages": [{"role": "user", "content": "Who?"}]}
ANN = '{"name":"Ann","age":null}'


class Person(pydantic.BaseModel):
    """Somebody."""

    name: str
    age: int | None = None


class PersonStruct(msgspec.Struct):
    name: str
    age: int | None = None


@dataclasses.dataclass
class PersonData:
    name: str
    age: int | None = None


@pydantic.dataclasses.dataclass
class PersonChecked:
    name: str
    age: int | None = None


class PersonDict(TypedDict):
    name: str
    age: int | None


def completion(content: str | None, reason: str = "stop", **message: Any) -> dict[str, Any]:
    answer = {"role": "assistant", "content": content, **message}
    choice = {"index": 0, "finish_reason": reason, "message": answer}
    return {"id": "x", "object": "chat.completion", "created": 1, "model": "m", "choices": [choice]}


def called(name: str, arguments: str) -> dict[str, Any]:
    function = {"name": name, "arguments": arguments}
    return completion(None, "tool_calls", tool_calls=[{"id": "1", "type": "function", "function": function}])


def client(reply: Any, **settings: Any) -> tuple[EZLink, testing.MockTransport]:
    mock = testing.MockTransport()
    mock.add("chat.completions.create", reply)
    return EZLink("k", transport=mock, **settings), mock


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    body = json.dumps(completion(ANN)).encode()
    head = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n" % len(body)

    def script(peer: Peer) -> None:
        while peer.request():
            peer.send(head + body)

    with serving(script) as server:
        yield server.url


@pytest.mark.parametrize("kind", KINDS)
def test_every_client_parses(url: str, kind: str) -> None:
    caller = Caller(kind, url)
    try:
        for name in ("chat.completions.parse", "beta.chat.completions.parse"):
            result = caller.method(name)(**ASK, response_format=Person)
            assert result.choices[0].message.parsed == Person(name="Ann")
        raw = caller.method("chat.completions.with_raw_response.parse")(**ASK, response_format=Person)
        assert raw.parse().choices[0].message.parsed == Person(name="Ann")
        assert caller.run(caller.client.send(operations.parse_chat_completion(**ASK, response_format=Person))) == result
    finally:
        caller.close()


@pytest.mark.parametrize(
    ("name", "sent"),
    [("Page[Person]", "Page_Person_"), ("a-b_C9", "a-b_C9"), ("x" * 64, "x" * 64), ("y" * 65, "y" * 64)],
)
def test_the_name_of_a_type_is_sent_as_the_api_takes_names(name: str, sent: str) -> None:
    made, mock = client(completion("{}"))
    made.chat.completions.parse(**ASK, response_format=pydantic.create_model(name))
    assert mock.requests[0].json()["response_format"]["json_schema"]["name"] == sent


@pytest.mark.parametrize("kind", [Person, PersonStruct, PersonData, PersonChecked, PersonDict])
@pytest.mark.parametrize("keep_raw", [True, False])
def test_types_of_each_kind_are_described_and_parsed(kind: Callable[..., Any], keep_raw: bool) -> None:
    made, mock = client(completion(ANN, more=1), keep_raw=keep_raw)
    result = made.chat.completions.parse(**ASK, response_format=kind)
    assert isinstance(result, ParsedChatCompletion)
    message = result.choices[0].message
    assert message.parsed == kind(name="Ann", age=None)
    sent = mock.requests[0].json()["response_format"]["json_schema"]
    schema = sent["schema"]
    assert (sent["strict"], sent["name"]) == (True, kind.__name__)
    assert (schema["type"], {*schema["required"]}, schema["additionalProperties"]) == ("object", {"name", "age"}, False)
    assert "default" not in schema["properties"]["age"]
    # It is shown, and it is not part of what was sent.
    assert "parsed=" in repr(message)
    assert dict(message)["parsed"] == message.parsed
    made.chat.completions.create(model="m", messages=[message])
    received = {"role": "assistant", "content": ANN, "more": 1}
    assert {**message.to_dict(), "content": ANN} == received == mock.requests[1].json()["messages"][0]
    assert pickle.loads(pickle.dumps(result)).choices[0].message.parsed == message.parsed


def test_a_call_that_parses_is_data() -> None:
    call = operations.parse_chat_completion(**ASK, response_format=PersonStruct, tools=[PersonData])
    assert pickle.loads(pickle.dumps(call)) == call
    assert call != operations.parse_chat_completion(**ASK, response_format=PersonStruct)
    assert call.operation.display_name == "chat.completions.parse"
    assert {call: 1}


def test_a_type_is_needed_only_for_what_is_parsed() -> None:
    made, mock = client(completion(ANN))
    assert made.chat.completions.parse(**ASK).choices[0].message.parsed is None
    asked: Any = {"type": "json_object"}
    assert made.chat.completions.parse(**ASK, response_format=asked).choices[0].message.parsed is None
    assert mock.requests[1].json() == {**ASK, "response_format": asked}


def test_a_refusal_is_not_parsed() -> None:
    message = (
        client(completion(ANN, refusal="No."))[0]
        .chat.completions.parse(**ASK, response_format=Person)
        .choices[0]
        .message
    )
    assert (message.parsed, message.refusal) == (None, "No.")


@pytest.mark.parametrize(
    ("reply", "kind", "told"),
    [
        (
            completion('{"name":', "length"),
            ezlink.LengthFinishReasonError,
            "output 0 ended with finish_reason 'length'",
        ),
        (completion(None, "content_filter"), ezlink.ContentFilterFinishReasonError, "it is filtered"),
        (completion("Ann"), ezlink.UnreadableAnswer, "the text of output 0 is no Person: .*Invalid JSON"),
        (completion('{"name": 1}'), ezlink.UnreadableAnswer, "is no Person: .*name"),
        (
            called("PersonStruct", "{}"),
            ezlink.UnreadableAnswer,
            "what 'PersonStruct' was called with is no PersonStruct",
        ),
    ],
    ids=["cut", "filtered", "no JSON", "another type", "arguments"],
)
def test_what_cannot_be_parsed_is_told_with_the_result(reply: Any, kind: type[ezlink.AnswerError], told: str) -> None:
    made, mock = client(reply)
    with pytest.raises(kind, match=told) as raised:
        made.chat.completions.parse(**ASK, response_format=Person, tools=[PersonStruct])
    error = raised.value
    assert (error.outcome, error.retryable, len(mock.requests)) == ("executed", False, 1)
    assert error.completion.to_dict() == reply == json.loads(error.raw or b"")
    assert "errors.pydantic.dev" not in str(error)
    assert pickle.loads(pickle.dumps(error)).completion == error.completion


STRICT = {"type": "function", "function": {"name": "plain", "strict": True, "parameters": {}}}
LOOSE = {"type": "function", "function": {"name": "loose", "parameters": {}}}
TOOLS = [
    function_tool(Person),
    function_tool(PersonStruct, name="other", description="Another."),
    PersonData,
    STRICT,
    LOOSE,
]


@pytest.mark.parametrize(
    ("name", "parsed"),
    [
        ("Person", Person(name="Ann")),
        ("other", PersonStruct("Ann")),
        ("PersonData", PersonData("Ann")),
        ("plain", {"name": "Ann", "age": None}),
        ("loose", None),
        ("unheard_of", None),
    ],
)
def test_arguments_of_tools_are_parsed(name: str, parsed: Any) -> None:
    made, mock = client(called(name, ANN))
    message = made.chat.completions.parse(**ASK, tools=TOOLS).choices[0].message
    assert message.tool_calls is not None
    assert message.tool_calls[0].function.parsed_arguments == parsed
    described = [tool["function"] for tool in mock.requests[0].json()["tools"]]
    assert [one["name"] for one in described] == ["Person", "other", "PersonData", "plain", "loose"]
    assert [one.get("description") for one in described[:3]] == ["Somebody.", "Another.", None]
    assert described[1]["parameters"]["required"] == ["name", "age"]
    # The same tools are sent by the method that does not parse.
    made.chat.completions.create(**ASK, tools=TOOLS[:2])
    assert mock.requests[1].json()["tools"] == mock.requests[0].json()["tools"][:2]


def test_what_deviates_is_parsed_as_far_as_it_goes() -> None:
    reply = completion(ANN)
    del reply["choices"][0]["message"]["role"]
    reply["choices"].append("odd")
    message = client(reply)[0].chat.completions.parse(**ASK, response_format=Person).choices[0].message
    assert message.parsed == Person(name="Ann")
    with pytest.raises(ezlink.MissingField):
        message.role  # noqa: B018


class Leaf(pydantic.BaseModel):
    kind: Literal["leaf"] = "leaf"


class Tree(pydantic.BaseModel):
    kind: Literal["tree"] = "tree"
    parts: list[Leaf | Tree]
    first: Leaf = pydantic.Field(description="The first.")
    one: Leaf | Tree = pydantic.Field(discriminator="kind")
    counts: dict[str, int] = {}


def test_a_schema_is_strict_at_every_depth() -> None:
    schema = strict_schema(Tree)
    leaf = {
        "type": "object",
        "title": "Leaf",
        "properties": {"kind": {"const": "leaf", "title": "Kind", "type": "string"}},
        "required": ["kind"],
        "additionalProperties": False,
    }
    assert schema["$defs"]["Leaf"] == leaf
    assert schema["$defs"]["Tree"]["required"] == schema["required"] == ["kind", "parts", "first", "one", "counts"]
    assert schema["properties"]["first"] == {**leaf, "description": "The first."}  # nothing stands beside a reference
    assert schema["properties"]["counts"]["additionalProperties"] == {"type": "integer"}
    branches = [{"$ref": "#/$defs/Leaf"}, {"$ref": "#/$defs/Tree"}]
    assert schema["properties"]["one"] == {"title": "One", "anyOf": branches}
    assert "$defs" not in strict_schema(PersonStruct)
    assert strict_schema(PersonStruct)["properties"]["age"] == {"anyOf": [{"type": "integer"}, {"type": "null"}]}


LEAF, REF = {"type": "object", "properties": {"a": {"type": "string", "default": "x"}}}, {"$ref": "#/$defs/A~1B"}
STRICT_LEAF = {
    "type": "object",
    "properties": {"a": {"type": "string"}},
    "required": ["a"],
    "additionalProperties": False,
}


@pytest.mark.parametrize(
    ("schema", "strict"),
    [
        (LEAF, STRICT_LEAF),
        ({"type": "array", "items": LEAF}, {"type": "array", "items": STRICT_LEAF}),
        (
            {"type": "object", "additionalProperties": LEAF},
            {"type": "object", "additionalProperties": STRICT_LEAF},
        ),
        ({"type": "array", "items": True}, {"type": "array", "items": True}),
        (REF, REF),
        ({**REF, "description": "d"}, {**STRICT_LEAF, "description": "d"}),
        ({"allOf": [REF], "description": "d"}, {**STRICT_LEAF, "description": "d"}),
        ({"allOf": [LEAF]}, STRICT_LEAF),
        ({"allOf": [REF, LEAF]}, {"allOf": [REF, STRICT_LEAF]}),
        ({"anyOf": [REF, {"type": "null"}]}, {"anyOf": [REF, {"type": "null"}]}),
        (
            {"oneOf": [REF, LEAF], "discriminator": {"propertyName": "a"}, "default": None},
            {"anyOf": [REF, STRICT_LEAF]},
        ),
    ],
)
def test_any_schema_of_pydantic_becomes_strict(schema: Any, strict: Any) -> None:
    class Described:
        @staticmethod
        def model_json_schema() -> Any:
            return {
                "type": "object",
                "properties": {"field": schema},
                "$defs": {"A/B": LEAF, "Unused": {"type": "object", "properties": {"a": REF}}},
            }

        model_validate_json = None

    made = strict_schema(Described)
    assert made["properties"] == {"field": strict}
    assert made.get("$defs") == ({"A/B": STRICT_LEAF} if "$ref" in str(strict) else None)


class Circle(pydantic.BaseModel):
    inner: Circle = pydantic.Field(description="Without an end.")


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        (int, "^int is no object in JSON: make it a field of a class"),
        (list[int], "^list is no object in JSON"),
        (int | list[int], r"^int \| list\[int\] is no object in JSON"),
        (object(), "^<object object at .* has no JSON Schema"),
        (Circle, "^Circle has no JSON Schema"),
        (type("Odd", (), {}), "^Odd has no JSON Schema"),
    ],
)
def test_what_has_no_schema_is_refused_before_anything_is_sent(wrong: Any, told: str) -> None:
    made, mock = client(completion(ANN))
    with pytest.raises(TypeError, match=told):
        made.chat.completions.parse(**ASK, response_format=wrong)
    with pytest.raises(TypeError, match="has no parameter 'stream'"):
        made.chat.completions.parse(**ASK, stream=True)  # type: ignore[call-overload]
    with pytest.raises(TypeError, match="call the method `parse`"):
        made.chat.completions.create(**ASK, response_format=Person)  # type: ignore[call-overload]
    assert mock.requests == []
