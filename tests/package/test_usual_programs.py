"""Programs as they are written for the OpenAI SDK, with another import and class: the same names do the same."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import ezlink
from ezlink import AsyncEZLink, EZLink
from generator.mock_server import MockServer

from .running import SOURCES

HELLO: dict[str, Any] = {"model": "gpt-4o", "messages": [{"role": "user", "content": "Hello!"}]}
GREETING = "Hello! How can I help you today?"
TOOL = {
    "type": "function",
    "function": {
        "name": "get_current_weather",
        "parameters": {"type": "object", "properties": {"location": {"type": "string"}}, "required": ["location"]},
    },
}


@pytest.fixture(scope="module")
def gateway(fixtures: Path) -> Iterator[MockServer]:
    with MockServer(fixtures) as running:
        yield running


@pytest.fixture
def client(gateway: MockServer) -> Iterator[EZLink]:
    # With the version at its end, as the other's base_url has to be.
    with EZLink(api_key="sk-KEY", base_url=f"{gateway.url}/v1") as made:
        yield made


def test_a_chat(client: EZLink) -> None:
    completion = client.chat.completions.create(**HELLO, temperature=0.2)
    assert completion.choices[0].message.content == GREETING
    assert completion.to_dict()["object"] == json.loads(completion.to_json())["object"] == "chat.completion"


def test_a_stream(client: EZLink) -> None:
    stream = client.chat.completions.create(**HELLO, stream=True)
    assert "".join(chunk.choices[0].delta.content or "" for chunk in stream if chunk.choices) == GREETING
    with client.chat.completions.create(**HELLO, stream=True) as stream:
        assert next(stream).choices[0].delta.role == "assistant"


def test_two_turns_with_a_tool(client: EZLink) -> None:
    messages: list[Any] = [{"role": "user", "content": "Weather in Paris?"}]
    message = client.chat.completions.create(model="gpt-4o", messages=messages, tools=[TOOL]).choices[0].message
    messages.append(message)
    assert message.tool_calls
    for call in message.tool_calls:
        assert json.loads(call.function.arguments)["location"] == "Paris"
        messages.append({"tool_call_id": call.id, "role": "tool", "content": "11"})
    assert client.chat.completions.create(model="gpt-4o", messages=messages).choices[0].message.content


def test_embeddings(client: EZLink) -> None:
    data = client.embeddings.create(input=["a", "b"], model="text-embedding-3-small").data
    assert [len(one.embedding) for one in data] == [8, 8]


def test_models(client: EZLink) -> None:
    listed = client.models.list()
    assert [model.id for model in listed] == [model.id for model in listed.data]
    assert "gpt-4o" in {model.id for model in client.models.list()}
    assert client.models.retrieve("gpt-4o") == client.models.retrieve(model="gpt-4o")


def test_moderations_and_completions(client: EZLink) -> None:
    assert client.moderations.create(input="I want to kill them.").results[0].categories.violence
    assert client.completions.create(model="gpt-3.5-turbo-instruct", prompt="Say this is a test").choices[0].text


def test_pictures_and_sounds(client: EZLink, tmp_path: Path) -> None:
    assert client.images.generate(model="dall-e-3", prompt="A cat", n=1, size="1024x1024").data[0].url
    with open(SOURCES / "speech.wav", "rb") as file:
        assert client.audio.transcriptions.create(model="whisper-1", file=file).text


def test_options_of_the_client_and_of_a_call(client: EZLink) -> None:
    assert client.with_options(timeout=5).chat.completions.create(**HELLO).id
    assert client.chat.completions.create(**HELLO, extra_headers={"X-Trace": "1"}, timeout=5).id


def test_what_is_outside_of_the_version_is_found_too(client: EZLink) -> None:
    assert client.midjourney.imagine(prompt="A lighthouse in the fog").id


def test_errors_by_name_and_status(gateway: MockServer) -> None:
    with EZLink(api_key="sk-other", base_url=gateway.url) as client, pytest.raises(ezlink.APIStatusError) as raised:
        client.chat.completions.create(**HELLO)
    assert isinstance(raised.value, ezlink.AuthenticationError)
    assert raised.value.status_code == raised.value.status == 401


def test_an_async_program(gateway: MockServer) -> None:
    async def program() -> None:
        async with AsyncEZLink(api_key="sk-KEY", base_url=gateway.url) as client:
            stream = await client.chat.completions.create(**HELLO, stream=True)
            assert "".join([chunk.choices[0].delta.content or "" async for chunk in stream]) == GREETING
            listed = await client.models.list()
            assert [model.id async for model in listed] == [model.id for model in listed]

    asyncio.run(program())
