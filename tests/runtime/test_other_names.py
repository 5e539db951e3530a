"""Names of the OpenAI SDK, with the meaning that they have there."""

from __future__ import annotations

import ast
import asyncio
import copy
import inspect
import json
import pickle
import re
from pathlib import Path
from typing import Any, cast

import pytest

import ezlink
from ezlink import NOT_GIVEN, AsyncEZLink, EZLink, omit, testing

CLIENT = ast.parse(Path(ezlink.__file__).with_name("client.py").read_text("utf-8"))
CHAT: dict[str, Any] = {
    "id": "x",
    "object": "chat.completion",
    "created": 1,
    "model": "m",
    "choices": [{"index": 0, "message": {"role": "assistant", "content": "Hello!"}, "finish_reason": "stop"}],
    "usage": {"prompt_tokens": 1, "completion_tokens": 2, "total_tokens": 3, "more": 1},
    "new": {"a": None},
}
ASK: dict[str, Any] = {"model": "m", "messages": [{"role": "user", "content": "Hi"}]}


def client(name: str = "chat.completions.create", *replies: Any) -> EZLink:
    mock = testing.MockTransport()
    mock.add(name, *(replies or [testing.json(CHAT, headers={"X-Request-Id": "r1"})]))
    return EZLink("k", transport=mock, max_retries=0)


def test_models_dump_as_pydantic_models_do() -> None:
    result = client().chat.completions.create(**ASK)
    dumped = result.model_dump()
    assert dumped["choices"][0]["message"]["content"] == "Hello!"
    assert (dumped["system_fingerprint"], dumped["choices"][0]["message"]["tool_calls"]) == (None, None)
    assert dumped["new"] == {"a": None}
    assert result.model_dump(exclude_unset=True) == result.to_dict() == CHAT
    assert result.model_dump(exclude_none=True) == {**CHAT, "new": {}}
    assert json.loads(result.model_dump_json()) == dumped
    assert result.model_dump_json(indent=2).startswith('{\n  "id"')
    assert result._request_id == "r1"
    assert result.model_extra == {"new": {"a": None}}
    changed = result.model_copy(update={"model": "n"})
    assert (changed.model, result.model, changed.choices) == ("n", "m", result.choices)
    assert result.model_copy(deep=True) == result.model_copy() == result
    assert result.model_copy().choices is result.choices
    assert result.model_copy(deep=True).choices is not result.choices
    assert dict(result.choices[0].message) == {"role": "assistant", "content": "Hello!"}


def test_parts_of_models_are_dumped() -> None:
    result = client().chat.completions.create(**ASK)
    assert result.model_dump(include={"id", "model"}) == {"id": "x", "model": "m"}
    assert result.model_dump(include={"choices": {0: {"message": {"content"}}}, "usage": True}, exclude_unset=True) == {
        "choices": [{"message": {"content": "Hello!"}}],
        "usage": CHAT["usage"],
    }
    usage = result.usage
    assert usage
    assert usage.model_dump(exclude={"total_tokens"}, exclude_unset=True) == {
        "prompt_tokens": 1,
        "completion_tokens": 2,
    }
    assert result.model_dump(exclude={"choices": {"__all__": ...}}, include=["choices"]) == {"choices": []}
    assert json.loads(result.model_dump_json(include={"id"}, exclude_defaults=True)) == {"id": "x"}
    assert result.model_dump(include={"id": {"part"}, "usage": {"prompt_tokens"}}) == {
        "id": "x",
        "usage": {"prompt_tokens": 1},
    }


def test_unknown_fields_are_attributes() -> None:
    message = {
        **CHAT["choices"][0]["message"],
        "reasoning_content": "I greet.",
        "refusal": None,
        "Mood": "good",
        "_id": 1,
    }
    made = client("chat.completions.create", {**CHAT, "choices": [{**CHAT["choices"][0], "message": message}]})
    result = made.chat.completions.create(**ASK)
    found: Any = result.choices[0].message
    assert found.reasoning_content == "I greet."
    assert found.model_extra == {"reasoning_content": "I greet.", "Mood": "good", "_id": 1}
    assert (cast("Any", result).new, hasattr(found, "thoughts")) == ({"a": None}, False)
    assert (found.Mood, hasattr(found, "_id")) == ("good", False)
    assert found.model_fields_set == {"role", "content", "refusal", "reasoning_content", "Mood", "_id"}
    assert (found.refusal, found.tool_calls) == (None, None)
    with pytest.raises(AttributeError, match=r"^'ChatCompletionMessage' object has no attribute 'thoughts'$"):
        found.thoughts  # noqa: B018


def test_a_required_field_that_was_not_sent_is_still_told() -> None:
    made = client("chat.completions.create", {**CHAT, "choices": [{"index": 0, "finish_reason": "stop"}]})
    choice = made.chat.completions.create(**ASK).choices[0]
    with pytest.raises(ezlink.MissingField, match=r"^ChatCompletionChoice.message is missing in this response$"):
        choice.message  # noqa: B018
    assert "message" not in choice.model_fields_set


def test_raw_and_streaming_responses() -> None:
    made = client()
    raw = made.chat.completions.with_raw_response.create(**ASK)
    assert (raw.status_code, raw.headers["x-request-id"], raw.request_id) == (200, "r1", "r1")
    assert raw.parse().choices[0].message.content == "Hello!"
    assert raw.json() == json.loads(raw.text) == json.loads(raw.content) == CHAT
    assert raw.http_response is raw
    with made.chat.completions.with_streaming_response.create(**ASK) as response:
        assert response.parse().model == "m"
        assert response.json() == json.loads(response.text()) == json.loads(response.read()) == CHAT
        assert b"".join(response.iter_bytes(7)) == response.read() == b"".join(response.iter_bytes())
        assert "".join(response.iter_lines()) == response.text() == "".join(response.iter_text(5))
        assert (response.status_code, response.headers["x-request-id"], response.request_id) == (200, "r1", "r1")
    with pytest.raises(TypeError, match="missing 1 required"):
        made.chat.completions.with_raw_response.create(model="m")
    assert "create" in dir(made.chat.completions.with_raw_response)


def test_raw_and_streaming_responses_of_all_resources() -> None:
    made = client()
    assert made.with_raw_response.chat.completions.create(**ASK).parse().model == "m"
    with made.with_streaming_response.chat.completions.create(**ASK) as response:
        assert response.parse().model == "m"
    with made.chat.with_streaming_response.completions.create(**ASK) as response:
        assert response.parse().model == "m"


def test_a_stream_has_no_body_to_read() -> None:
    chunk = {**CHAT, "object": "chat.completion.chunk", "choices": []}
    made = client("chat.completions.create", testing.events(chunk))
    with made.chat.completions.with_streaming_response.create(**ASK, stream=True) as response:
        with pytest.raises(TypeError, match=r"iterate over parse\(\)"):
            response.read()
        assert [one.id for one in response.parse()] == ["x"]


@pytest.mark.parametrize(
    ("base", "path", "sent"),
    [
        ("https://api.example.com/v1", "/models/m", "/v1/models/m"),
        ("https://api.example.com/v1", "/v1/models/m", "/v1/models/m"),
        ("https://api.example.com/v1", "/new/thing?a=1", "/v1/new/thing"),
        ("https://api.example.com/v1", "/mj/task/1/fetch", "/mj/task/1/fetch"),
        ("https://api.example.com", "/models/m", "/models/m"),
    ],
)
def test_paths_are_below_the_version_in_the_base_url(base: str, path: str, sent: str) -> None:
    mock = testing.MockTransport()
    mock.add(f"GET {path.partition('?')[0]}", {})
    EZLink("k", base_url=base, transport=mock).get(path)
    assert mock.requests[-1].path == sent


def test_a_response_of_an_http_library_is_a_response() -> None:
    import httpx2

    mock = testing.MockTransport()
    mock.add("POST /x", testing.json({"a": 1}, headers={"X-Foo": "1"}))
    response = EZLink("k", transport=mock).post("/x", body={"my_param": True}, cast_to=httpx2.Response)
    assert (response.status_code, response.headers.get("x-foo"), response.json()) == (200, "1", {"a": 1})


def test_files(tmp_path: Path) -> None:
    made = client("audio.speech.create", testing.file(b"ID3sound", "audio/mpeg"))
    speech: Any = {"model": "tts-1", "input": "x", "voice": "alloy"}
    created = made.audio.speech.create(**speech)
    assert (created.content, created.read(), b"".join(created.iter_bytes())) == (b"ID3sound",) * 3
    created.write_to_file(tmp_path / "a.mp3")
    with made.audio.speech.with_streaming_response.create(**speech) as response:
        assert (response.status_code, response.headers["content-type"]) == (200, "audio/mpeg")
        response.stream_to_file(tmp_path / "b.mp3")
    assert (tmp_path / "a.mp3").read_bytes() == (tmp_path / "b.mp3").read_bytes() == b"ID3sound"


def test_the_async_client_has_them_too(tmp_path: Path) -> None:
    mock = testing.AsyncMockTransport()
    mock.add("chat.completions.create", CHAT)
    mock.add("audio.speech.create", testing.file(b"ID3sound", "audio/mpeg"))
    mock.add("POST /x", {"a": 1})
    speech: Any = {"model": "tts-1", "input": "x", "voice": "alloy"}

    async def main() -> None:
        async with AsyncEZLink("k", transport=mock) as made:
            raw = await made.chat.completions.with_raw_response.create(**ASK)
            assert raw.parse().model == "m"
            async with made.chat.completions.with_streaming_response.create(**ASK) as response:
                assert (await response.parse()).model == (await response.json())["model"] == "m"
                assert (await response.text()).encode() == await response.read()
                assert b"".join([one async for one in response.iter_bytes(7)]) == await response.read()
                assert "".join([one async for one in response.iter_text()]) == await response.text()
                assert [one async for one in response.iter_lines()] == (await response.text()).splitlines()
            assert (await made.with_raw_response.chat.completions.create(**ASK)).parse().model == "m"
            async with made.audio.speech.with_streaming_response.create(**speech) as response:
                await response.stream_to_file(tmp_path / "a.mp3")
            created = await made.audio.speech.create(**speech)
            assert await created.read() == await created.aread() == b"ID3sound"
            assert [piece async for piece in created.iter_bytes()] == [b"ID3sound"]
            assert (await made.post("/x", body={"b": 1}, cast_to=type("Response", (), {}))).json() == {"a": 1}
            assert await made.post("/x", body={"b": 2}, cast_to=dict) == {"a": 1}

    asyncio.run(main())
    assert (tmp_path / "a.mp3").read_bytes() == b"ID3sound"
    assert mock.requests[-1].json() == {"b": 2}


def test_errors_have_a_response_and_a_body() -> None:
    made = client("models.retrieve", testing.error(404, "no such model", "model_not_found"), testing.failure())
    with pytest.raises(ezlink.NotFoundError) as told:
        made.models.retrieve("x")
    error = told.value
    assert (error.response.status_code, error.response.json()["error"]["code"]) == (404, "model_not_found")
    assert error.response.headers["content-type"] == "application/json"
    assert "no such model" in error.response.text
    assert error.body["message"] == "no such model"
    with pytest.raises(ezlink.APIConnectionError) as lost:
        made.models.retrieve("x")
    assert (lost.value.response, lost.value.body) == (None, None)


def test_clients_and_arguments() -> None:
    made = client("GET /x", {"a": 1})
    assert NOT_GIVEN is omit
    assert made.copy(max_retries=5).max_retries == 5
    assert (made.base_url, made.timeout.connect, made.api_key) == ("https://api.ezlinkai.com", 5.0, "k")
    assert made.get("/x", cast_to=dict[str, int]) == {"a": 1}
    chunk = {**CHAT, "object": "chat.completion.chunk", "choices": []}
    streaming = client("chat.completions.create", testing.events(chunk))
    with streaming.chat.completions.create(**ASK, stream=True, temperature=NOT_GIVEN) as stream:
        assert stream.response.headers["content-type"] == "text/event-stream"
        assert stream.response.status_code == 200


def test_timeouts_are_made_as_in_other_clients() -> None:
    made = ezlink.Timeout(60.0, connect=5.0, read=20.0, write=10.0, pool=1.0)
    assert made == ezlink.Timeout(total=60, connect=5, read_idle=20)
    assert (made.total, made.connect, made.read_idle, made.read) == (60, 5, 20, 20)
    assert pickle.loads(pickle.dumps(made)) == copy.deepcopy(made) == made
    assert repr(made) == "Timeout(total=60.0, connect=5.0, read_idle=20.0)"
    assert type(made._replace(total=1)) is ezlink.Timeout
    assert client().with_options(timeout=ezlink.Timeout(7)).timeout == ezlink.Timeout(7)


def test_lists_have_one_page() -> None:
    made = client("models.list", {"object": "list", "data": []})
    assert made.models.list().has_next_page() is False


def test_an_async_list_is_awaited_or_iterated_over() -> None:
    mock = testing.AsyncMockTransport()
    model = {
        "id": "m",
        "object": "model",
        "created": 0,
        "owned_by": "tests",
        "permission": [],
        "root": "m",
        "parent": None,
    }
    mock.add("models.list", {"object": "list", "data": [model, model]})
    made = AsyncEZLink("k", transport=mock)

    async def main() -> list[int]:
        one = len([found async for found in made.models.list()])
        two = len([found async for found in await made.models.list()])
        task = asyncio.create_task(made.models.list())
        several = await asyncio.gather(task, made.models.list(), asyncio.wait_for(made.models.list(), 5))
        raw = await made.models.with_raw_response.list()
        return [one, two, *(len(found.data) for found in (*several, raw.parse()))]

    assert asyncio.run(main()) == [2] * 6
    assert len(asyncio.run(made.models.list()).data) == 2
    mock.add("models.list", testing.error(401, "no"))
    with pytest.raises(ezlink.AuthenticationError):
        asyncio.run(made.models.list())
    made.models.list().close()
    with pytest.warns(RuntimeWarning, match=r"'models\.list' was never awaited"):
        made.models.list()
    assert len(mock.requests) == 8


def test_a_file_has_the_names_of_its_fields_at_the_top() -> None:
    recording = Path(__file__).parents[1] / "fixtures/createFile/full.json"
    kept = json.loads(recording.read_text(encoding="utf-8"))
    made = client("files.create", testing.recorded(recording))
    file = made.files.create(file=b"text", purpose="fine-tune")
    found = kept["response"]["body"]["json"]["file"]
    assert (file.id, file.bytes, file.filename) == (found["id"], found["bytes"], found["file_name"])
    assert (file.created_at, file.purpose) == (found["finish_time"], found["purpose"])


def test_what_is_not_here_says_what_to_do() -> None:
    with pytest.raises(
        AttributeError, match=r"chat\.completions has no 'list', only create, .*; client\.request\(\) calls"
    ):
        _ = client().chat.completions.list  # type: ignore[attr-defined]  # pyright: ignore


def test_organization_and_project_are_headers() -> None:
    mock = testing.MockTransport()
    mock.add("models.list", {"object": "list", "data": []})

    def sent(made: EZLink) -> list[str | None]:
        made.models.list()
        return [mock.requests[-1].headers.get(name) for name in ("OpenAI-Organization", "OpenAI-Project", "X-Own")]

    made = EZLink("k", organization="o", transport=mock, default_headers={"X-Own": "x"})
    assert sent(made) == ["o", None, "x"]
    assert sent(made.copy(project="p")) == ["o", "p", "x"]
    own = EZLink("k", organization="o", project="p", transport=mock, default_headers={"OpenAI-Organization": "own"})
    assert sent(own) == ["own", "p", None]
    assert sent(EZLink("k", organization=None, transport=mock)) == [None, None, None]
    with pytest.raises(ezlink.ConfigurationError, match="OpenAI-Organization"):
        EZLink("k", organization=1)  # type: ignore[arg-type]


def test_checkers_know_the_settings_of_a_client() -> None:
    takes = {*inspect.signature(EZLink).parameters} - {"unknown"} | {"organization", "project"}
    for name in ("EZLink", "AsyncEZLink"):
        (owner,) = (one for one in CLIENT.body if isinstance(one, ast.ClassDef) and one.name == name)
        shown = next(one for one in ast.walk(owner) if isinstance(one, ast.FunctionDef) and one.name == "__init__")
        arguments = [one.arg for one in (*shown.args.args, *shown.args.kwonlyargs)]
        assert {*arguments} == {"self", *takes}
        described = re.findall(r"^    (\w+): ", ast.get_docstring(shown) or "", re.MULTILINE)
        assert [one for one in arguments if one not in described] == ["self"]
