"""The response to a request: the recorded one, or the one of the nearest fixture."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from dataclasses import replace
from typing import Any

import pytest

from generator.mock_server.http import multipart as forms
from generator.mock_server.replay.endpoints import SPEC
from generator.mock_server.replay.fixtures import Chunk, Fixture, Request, Response
from generator.mock_server.replay.series import pointed
from generator.mock_server.simulate.auth import standing
from generator.spec import read

from .player import ALL, Player

PLAYER = Player()
TASKS = {operation.id: operation.node["x-task"] for operation in read(SPEC).operations if "x-task" in operation.node}
CHAT, TEXT, VECTORS, JUDGE = "/v1/chat/completions", "/v1/completions", "/v1/embeddings", "/v1/moderations"
SAY = [{"role": "user", "content": "Something of my own"}]
TOOL = [{"type": "function", "function": {"name": "roll_dice"}}]
RESULT = [*SAY, {"role": "assistant", "tool_calls": []}, {"role": "tool", "tool_call_id": "x", "content": "6"}]


def said(request: Request) -> object:
    """Equal for requests that nothing tells apart but headers which mean nothing."""
    body = request.body if request.form is None else forms.alike(request.form)
    return request.method, request.target, standing(request), request.header("accept"), body


def blotted(answer: Response) -> Response:
    return replace(answer, chunks=(Chunk(0, re.sub(rb"[0-9a-f]", b"0", answer.body)),))


NOV = [fixture for fixture in ALL if fixture.era == "nov"]
RECORDED: dict[object, list[Response]] = defaultdict(list)  # a task that went on gave several responses
for one in NOV:
    RECORDED[said(one.request)].append(one.response)


@pytest.mark.parametrize("operation", sorted({fixture.operation for fixture in NOV}))
def test_what_was_recorded_is_answered_as_recorded(operation: str) -> None:
    assert [f.name for f in NOV if f.operation == operation and not answered_as_recorded(f)] == []


def answered_as_recorded(fixture: Fixture) -> bool:
    answer, twins = PLAYER.select(fixture.request).response, RECORDED[said(fixture.request)]
    if starts_a_task(fixture):
        # Each task that is started has an id of its own.
        if answer.chunks in [twin.chunks for twin in twins]:
            return False
        answer, twins = blotted(answer), [blotted(twin) for twin in twins]
    return answer in twins


def starts_a_task(fixture: Fixture) -> bool:
    """Return True if the response has the id of a new task; a continued task keeps the id in the request."""
    if fixture.operation not in TASKS or fixture.response.status != 200:
        return False
    id = pointed(fixture, TASKS[fixture.operation]["id"])
    return id not in (None, "") and str(id).encode() not in fixture.request.body


def test_bodies_match_as_values_not_as_bytes() -> None:
    spaced = b'{ "messages": [{"content": "Hello!", "role": "user"}],  "model": "gpt-4o" }'
    assert PLAYER.choose("POST", CHAT, spaced).name == "createChatCompletion/minimal"


@pytest.mark.parametrize(
    ("target", "body", "name"),
    [
        (CHAT, {"messages": SAY}, "createChatCompletion/minimal"),
        (CHAT, {"messages": SAY, "stream": True}, "createChatCompletion/stream-minimal"),
        (CHAT, {"messages": SAY, "stream": False}, "createChatCompletion/minimal"),
        (
            CHAT,
            {"messages": SAY, "stream": True, "stream_options": {"include_usage": True}},
            "createChatCompletion/stream-usage",
        ),
        (CHAT, {"messages": SAY, "tools": TOOL}, "createChatCompletion/tools"),
        (CHAT, {"messages": SAY, "tools": TOOL, "tool_choice": "none"}, "createChatCompletion/tools-choice-none"),
        (CHAT, {"messages": SAY, "tools": TOOL, "stream": True}, "createChatCompletion/stream-tools"),
        (CHAT, {"messages": RESULT, "tools": TOOL}, "createChatCompletion/tool-result-weather"),
        (CHAT, {"messages": RESULT, "tools": TOOL, "stream": True}, "createChatCompletion/stream-minimal"),
        (CHAT, {"messages": SAY, "functions": [{"name": "f"}]}, "createChatCompletion/function-call-old-form"),
        (CHAT, {"messages": SAY, "logprobs": True}, "createChatCompletion/logprobs"),
        (CHAT, {"messages": SAY, "response_format": {"type": "json_object"}}, "createChatCompletion/json-schema"),
        (CHAT, {"messages": []}, "createChatCompletion/messages-empty"),
        (CHAT, {"user": "u"}, "createChatCompletion/missing-messages"),
        (TEXT, {"prompt": "Once upon a time"}, "createCompletion/minimal"),
        (TEXT, {"prompt": "Once upon a time", "stream": True}, "createCompletion/stream-minimal"),
        (TEXT, {"prompt": ""}, "createCompletion/prompt-empty"),
        (TEXT, {"user": "u"}, "createCompletion/missing-prompt"),
        (VECTORS, {"input": "one"}, "createEmbedding/minimal"),
        (VECTORS, {"input": "one", "encoding_format": "base64"}, "createEmbedding/base64"),
        (VECTORS, {"user": "u"}, "createEmbedding/missing-input"),
        (JUDGE, {"input": "be nice"}, "createModeration/full"),
        (JUDGE, {"input": "I will kill you"}, "createModeration/flagged"),
    ],
)
def test_what_was_not_recorded_gets_the_sensible_case(target: str, body: dict[str, Any], name: str) -> None:
    choice = PLAYER.choose("POST", target, {"model": "gpt-4o", **body})
    assert choice.name == name


def test_the_answer_names_what_was_asked() -> None:
    whole = json.loads(PLAYER.send("POST", CHAT, {"model": "gpt-4o-mini", "messages": SAY, "tools": TOOL}).body)
    assert whole["model"] == "gpt-4o-mini"
    assert {call["function"]["name"] for call in whole["choices"][0]["message"]["tool_calls"]} == {"roll_dice"}
    streamed = PLAYER.send("POST", CHAT, {"model": "gpt-4o-mini", "messages": SAY, "stream": True})
    assert len(streamed.chunks) > 5
    assert b"gpt-4o-mini" in streamed.body


@pytest.mark.parametrize("count", [1, 2, 3, 7])
def test_as_many_vectors_and_judgements_as_inputs(count: int) -> None:
    texts = [f"text {number}" for number in range(count)]
    for form in ("float", "base64"):
        body = {"model": "text-embedding-3-small", "input": texts, "encoding_format": form}
        answer = PLAYER.send("POST", VECTORS, body)
        items = json.loads(answer.body)["data"]
        assert [item["index"] for item in items] == list(range(count))
        assert isinstance(items[0]["embedding"], str if form == "base64" else list)
        assert dict(answer.headers)["Content-Length"] == str(len(answer.body))
    assert len(json.loads(PLAYER.send("POST", JUDGE, {"input": texts}).body)["results"]) == count


def test_an_unknown_model_is_named() -> None:
    choice = PLAYER.choose("POST", CHAT, {"model": 'gpt-99 "new"', "messages": SAY})
    message = json.loads(choice.response.body)["error"]["message"]
    assert choice.response.status == 503
    assert message.startswith('There are no channels available for model gpt-99 "new" under the current group')
    assert dict(choice.response.headers)["Content-Length"] == str(len(choice.response.body))


@pytest.mark.parametrize(
    ("body", "headers", "status", "message"),
    [
        (b"{not json", {}, 400, "Invalid request"),
        ([1], {}, 400, "Invalid request"),
        ({"model": 7, "messages": SAY}, {}, 400, "Invalid request"),
        ({"messages": SAY}, {}, 503, "for model  under"),
        ({"model": None, "messages": SAY}, {}, 503, "for model  under"),
        ({"model": "gpt-4o", "messages": SAY}, {"Content-Type": "text/plain"}, 503, "for model  under"),
    ],
)
def test_no_model_no_channel(body: Any, headers: dict[str, str], status: int, message: str) -> None:
    answer = PLAYER.send("POST", CHAT, body, headers=headers)
    assert answer.status == status
    assert message in json.loads(answer.body)["error"]["message"]


@pytest.mark.parametrize(
    ("key", "status", "message"),
    [
        (None, 401, "Token not provided"),
        ("Bearer nonsense", 401, "Token not provided"),
        ("bearer sk-KEY", 401, "Token not provided"),
        ("Bearer  sk-KEY", 401, "Token not provided"),
        ("Bearer sk-SPENT-KEY", 401, "quota has been exhausted"),
        ("Bearer sk-DISABLED-KEY", 401, "status is not available"),
        ("Bearer sk-BANNED-KEY", 403, "banned"),
    ],
)
def test_keys_that_do_not_open(key: str | None, status: int, message: str) -> None:
    for choice in (
        PLAYER.choose("POST", CHAT, {"model": "gpt-4o", "messages": SAY}, key=key),
        PLAYER.choose("GET", "/v1/models", key=key),
        PLAYER.choose("GET", "/v1/models/gpt-4o", key=key),
    ):
        assert choice.response.status == status
        assert message in json.loads(choice.response.body)["error"]["message"]


@pytest.mark.parametrize("key", ["Bearer sk-KEY", "Bearer KEY", "sk-KEY", "KEY"])
def test_keys_that_open(key: str) -> None:
    assert PLAYER.send("GET", "/v1/models", key=key).status == 200


def test_a_key_beside_the_header() -> None:
    assert PLAYER.send("GET", "/v1/models", key=None, headers={"mj-api-secret": "sk-KEY"}).status == 200
    assert PLAYER.send("GET", "/v1/models", key="Bearer other", headers={"mj-api-secret": "sk-KEY"}).status == 401


def test_models_by_name() -> None:
    mini = PLAYER.send("GET", "/v1/models/gpt-4o-mini")
    assert json.loads(mini.body)["id"] == "gpt-4o-mini"
    unknown = PLAYER.send("GET", "/v1/models/%E7%8C%AB<b>")
    assert unknown.status == 200
    assert json.loads(unknown.body)["error"]["message"] == "The model '猫<b>' does not exist"
    assert b"<" not in unknown.body


@pytest.mark.parametrize(
    ("method", "target", "shown"),
    [
        ("GET", "/v1/nothing", "/v1/nothing"),
        ("GET", "/v1beta/models", "/v1beta/models"),
        ("POST", "/api/status?x=1", "/api/status"),
        ("PUT", "/v1/models", "/v1/models"),
        ("HEAD", "/v1/models", "/v1/models"),
        ("OPTIONS", "/v1/models", "/v1/models"),
        ("GET", "/v1/models/a%2Fb", "/v1/models/a/b"),
    ],
)
def test_unknown_paths_below_the_api(method: str, target: str, shown: str) -> None:
    answer = PLAYER.send(method, target, key=None)
    assert answer.status == 404
    assert json.loads(answer.body) == {
        "error": {
            "message": f"Invalid URL ({method} {shown})",
            "type": "invalid_request_error",
            "param": "",
            "code": "",
        }
    }
    assert dict(answer.headers)["Cache-Control"] == "max-age=604800"


@pytest.mark.parametrize("target", ["/", "/nothing", "//v1/models", "/mj/nothing"])
def test_unknown_paths_elsewhere(target: str) -> None:
    answer = PLAYER.send("GET", target)
    headers = dict(answer.headers)
    assert (answer.status, answer.body) == (404, b"")
    assert headers["Content-Type"] == "text/html; charset=utf-8"
    assert headers["Content-Length"] == "0"


def test_a_slash_too_many() -> None:
    posted = PLAYER.send("POST", "/v1/embeddings/", {})
    assert (posted.status, dict(posted.headers)["Location"], posted.body) == (307, "/v1/embeddings", b"")
    got = PLAYER.send("GET", "/v1/models/?a=1")
    assert (got.status, dict(got.headers)["Location"]) == (301, "/v1/models")


def test_browsers() -> None:
    asked = {"Origin": "https://a.example", "Access-Control-Request-Method": "POST"}
    asked["Access-Control-Request-Headers"] = "authorization,content-type"
    before = PLAYER.send("OPTIONS", CHAT, key=None, headers=asked)
    headers = dict(before.headers)
    assert before.status == 200
    assert headers["Access-Control-Allow-Headers"] == "Authorization, Content-Type"
    assert headers["Access-Control-Allow-Origin"] == "https://a.example"
    for key, status in (("Bearer KEY", 200), (None, 401)):
        answer = PLAYER.send("GET", "/v1/models", key=key, headers={"Origin": "https://a.example"})
        assert (answer.status, dict(answer.headers)["Access-Control-Allow-Origin"]) == (status, "https://a.example")


def test_a_result_is_never_borrowed_from_another_operation() -> None:
    without = Player(fixtures=[fixture for fixture in ALL if fixture.operation != "createEmbedding"])
    answer = without.send("POST", VECTORS, {"model": "gpt-4o", "input": "one"})
    assert answer.status == 500
    assert b"no fixture of createEmbedding" in answer.body
