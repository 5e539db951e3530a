"""A conversation with tools, as people write it. Both checkers read it strictly; nothing here runs."""

from __future__ import annotations

from typing import Unpack, assert_type

from ezlink import AsyncEZLink, AsyncStream, EZLink, Stream
from ezlink.models import ChatCompletion, ChatCompletionChunk
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


def either(client: EZLink, stream: bool, params: CreateChatCompletion) -> None:
    """The result may be either if the checker does not know whether it streams."""
    answer = client.chat.completions.create(model="m", messages=[], stream=stream)
    assert_type(answer, ChatCompletion | Stream[ChatCompletionChunk, ChatCompletion])
    answer = client.chat.completions.create(**params, stream=stream)
    assert_type(answer, ChatCompletion | Stream[ChatCompletionChunk, ChatCompletion])


def ask(client: EZLink, **params: Unpack[CreateChatCompletion]) -> str | None:
    """A function of one's own around `create` takes what it takes, and chooses what it returns."""
    params.setdefault("temperature", 0.2)
    assert_type(client.chat.completions.create(**params), ChatCompletion)
    events = client.chat.completions.create(**params, stream=True)
    return assert_type(events, Stream[ChatCompletionChunk, ChatCompletion]).collect().choices[0].message.content


async def tell(client: AsyncEZLink, **params: Unpack[CreateChatCompletion]) -> None:
    """The same with the async client."""
    events = await client.chat.completions.create(stream=True, **params)
    assert_type(events, AsyncStream[ChatCompletionChunk, ChatCompletion])
    ask(EZLink(), model="m", messages=params["messages"], temprature=1)  # type: ignore[call-arg]
