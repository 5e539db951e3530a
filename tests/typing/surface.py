"""What a checker says of the client's surface: read by pyright and mypy in strict mode, never run.

A line with an ignore comment is one that must not pass; both checkers report a comment that nothing needs.
"""

from __future__ import annotations

from typing import assert_type

import ezlink
from ezlink import AsyncEZLink, AsyncStream, Call, EZLink, Reply, Stream, operations
from ezlink.models import ChatCompletion, ChatCompletionChunk, CreateEmbeddingResponse, Model, ModelList
from ezlink.params import ChatCompletionMessageParam

MESSAGES: list[ChatCompletionMessageParam] = [{"role": "user", "content": "Hello!"}]


def overloads_follow_stream(client: EZLink, stream: bool) -> None:
    whole = client.chat.completions.create(model="gpt-4o", messages=MESSAGES)
    assert_type(whole, ChatCompletion)
    events = client.chat.completions.create(model="gpt-4o", messages=MESSAGES, stream=True)
    assert_type(events, Stream[ChatCompletionChunk, ChatCompletion])
    either = client.chat.completions.create(model="gpt-4o", messages=MESSAGES, stream=stream)
    assert_type(either, ChatCompletion | Stream[ChatCompletionChunk, ChatCompletion])
    assert_type(events.whole(), ChatCompletion)


async def async_twins(client: AsyncEZLink) -> None:
    whole = await client.chat.completions.create(model="gpt-4o", messages=MESSAGES)
    assert_type(whole, ChatCompletion)
    events = await client.chat.completions.create(model="gpt-4o", messages=MESSAGES, stream=True)
    assert_type(events, AsyncStream[ChatCompletionChunk, ChatCompletion])
    async for event in events:
        assert_type(event, ChatCompletionChunk)
    assert_type(await events.whole(), ChatCompletion)
    assert_type(await client.models.retrieve("gpt-4o"), Model)


def calls_know_their_results(client: EZLink) -> None:
    call = operations.list_models()
    assert_type(call, Call[ModelList])
    assert_type(client.send(call), ModelList)
    assert_type(client.exchange(call), Reply[ModelList])
    streamed = operations.create_chat_completion(model="gpt-4o", messages=MESSAGES, stream=True)
    assert_type(client.send(streamed), Stream[ChatCompletionChunk, ChatCompletion])
    assert_type(client.request("GET", "/v1/models", type=ModelList), ModelList)


async def calls_know_their_async_results(client: AsyncEZLink) -> None:
    streamed = operations.create_chat_completion(model="gpt-4o", messages=MESSAGES, stream=True)
    assert_type(await client.send(streamed), AsyncStream[ChatCompletionChunk, ChatCompletion])


def what_came_back_goes_in_again(client: EZLink) -> None:
    reply = client.chat.completions.create(model="gpt-4o", messages=MESSAGES)
    message = reply.choices[0].message
    conversation = [*MESSAGES, message]
    conversation.append(message)
    conversation.append({"role": "tool", "tool_call_id": "call_1", "content": "11 degrees"})
    client.chat.completions.create(model="gpt-4o", messages=conversation)


def mistakes_are_caught(client: EZLink) -> None:
    client.chat.completions.create(  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue]
        model="gpt-4o",
        messages=MESSAGES,
        temprature=1,
    )
    client.chat.completions.create(model="gpt-4o")  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue]
    client.embeddings.create(
        model="text-embedding-3-small",
        input=b"bytes",  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    )
    ezlink.Typo  # type: ignore[attr-defined]  # noqa: B018  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType, reportUnusedExpression]


def options_of_every_call(client: EZLink) -> None:
    result = client.embeddings.create(
        model="text-embedding-3-small",
        input=[[1, 2], [3]],
        timeout=ezlink.Timeout(connect=1, total=10),
        extra_headers={"X-Title": "test"},
        extra_query={"page": 1},
        extra_body={"unknown": None},
    )
    assert_type(result, CreateEmbeddingResponse)
    for item in result.data:
        item.vector.tolist()
