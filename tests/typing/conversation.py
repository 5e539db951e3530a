"""What type checkers make of the client. Both read this file strictly; nothing here runs."""

# pyright: reportUnnecessaryTypeIgnoreComment=true

from __future__ import annotations

from typing import assert_type

from ezlink import AsyncEZLink, AsyncStream, Call, EZLink, Stream, operations
from ezlink.models import ChatCompletion, ChatCompletionChunk, CreateEmbeddingResponse, Model, ModelList
from ezlink.params import ChatCompletionMessageParam, ChatCompletionToolParam, CreateChatCompletion


def two_turns(client: EZLink, tools: list[ChatCompletionToolParam]) -> str | None:
    """A message that came back goes in again, beside messages that are written out."""
    messages: list[ChatCompletionMessageParam] = [{"role": "user", "content": "Weather in Paris?"}]
    first = client.chat.completions.create(model="gpt-4o", messages=messages, tools=tools, tool_choice="auto")
    message = assert_type(first, ChatCompletion).choices[0].message
    messages.append(message)
    for call in message.tool_calls or []:
        messages.append({"role": "tool", "tool_call_id": call.id, "content": call.function.arguments})
    # Its parts go in again as well.
    messages.append({"role": "assistant", "tool_calls": message.tool_calls or []})
    return client.chat.completions.create(model="gpt-4o", messages=messages, tools=tools).choices[0].message.content


def streamed(client: EZLink) -> None:
    """The type of the answer follows `stream`."""
    stream = client.chat.completions.create(model="m", messages=[{"role": "user", "content": "Hi"}], stream=True)
    assert_type(stream, Stream[ChatCompletionChunk, ChatCompletion])
    for chunk in stream:
        assert_type(chunk, ChatCompletionChunk)
    assert_type(stream.whole(), ChatCompletion)
    whole = client.chat.completions.create(model="m", messages=[], stream=False)
    assert_type(whole, ChatCompletion)


def either(client: EZLink, stream: bool, params: CreateChatCompletion) -> None:
    """Where nobody knows whether it streams, it may be both."""
    answer = client.chat.completions.create(model="m", messages=[], stream=stream)
    assert_type(answer, ChatCompletion | Stream[ChatCompletionChunk, ChatCompletion])
    assert_type(client.chat.completions.create(**params), ChatCompletion | Stream[ChatCompletionChunk, ChatCompletion])


async def asynchronous(client: AsyncEZLink) -> None:
    """The async client gives the same, awaited."""
    assert_type(await client.chat.completions.create(model="m", messages=[]), ChatCompletion)
    stream = await client.chat.completions.create(model="m", messages=[], stream=True)
    assert_type(stream, AsyncStream[ChatCompletionChunk, ChatCompletion])
    assert_type(await client.models.list(), ModelList)
    assert_type(await client.models.retrieve("gpt-4o", timeout=5), Model)


async def calls(client: EZLink, async_client: AsyncEZLink) -> None:
    """A call is typed by what each client makes of it."""
    assert_type(operations.create_embedding(model="m", input="x"), Call[CreateEmbeddingResponse])
    call = operations.create_chat_completion(model="m", messages=[], stream=True)
    assert_type(client.send(call), Stream[ChatCompletionChunk, ChatCompletion])
    assert_type(await async_client.send(call), AsyncStream[ChatCompletionChunk, ChatCompletion])


def mistakes(client: EZLink) -> None:
    """Each line is wrong, and both checkers say so: an ignore that is not needed is an error."""
    client.chat.completions.create(model="m")  # type: ignore[call-overload]
    client.chat.completions.create(model="m", messages=[], modle="m")  # type: ignore[call-overload]
    client.chat.completions.create(model=1, messages=[])  # type: ignore[call-overload]
    client.embeddings.create(model="m", input="x", encoding_format="hex")  # type: ignore[arg-type]
    client.models.retrieve()  # type: ignore[call-arg]
    client.unheard_of  # type: ignore[attr-defined]  # noqa: B018
