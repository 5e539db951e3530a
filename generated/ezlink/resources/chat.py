# Rendered by `make generate` from spec/families/chat.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""`client.chat`: builds the call and sends it, in one step."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, overload

from ..operations.chat import create_chat_completion
from ..runtime.client.resource import AsyncResource, Resource
from ..runtime.operation.signature import same_as, without_overloads

if TYPE_CHECKING:
    from typing import Any, Literal, Unpack

    from ..models.chat import ChatCompletion, ChatCompletionChunk
    from ..params.chat import CreateChatCompletion
    from ..runtime.streaming.stream import AsyncStream, Stream


class Completions(Resource):
    """Answer a conversation.

    `client.chat.completions`: `create`.
    """

    @overload
    def create(
        self, *, stream: Literal[False] | None = ..., **params: Unpack[CreateChatCompletion]
    ) -> ChatCompletion: ...

    @overload
    def create(
        self, *, stream: Literal[True], **params: Unpack[CreateChatCompletion]
    ) -> Stream[ChatCompletionChunk, ChatCompletion]: ...

    @overload
    def create(
        self, *, stream: bool | None = ..., **params: Unpack[CreateChatCompletion]
    ) -> ChatCompletion | Stream[ChatCompletionChunk, ChatCompletion]: ...

    @same_as(create_chat_completion)
    def create(self, **params: Any) -> Any:
        """Answer a conversation.

        Sends the messages to the model and returns its next message, or several to choose from. With `stream` the
        answer comes in pieces, as the model writes it. A message can ask for tools to be called; send their
        results back in messages of the role `tool` to go on.

        Args:
            messages: The conversation so far, oldest message first.
            model: Id of the model that answers, of any vendor that the gateway serves; `GET /v1/models` lists
                them.
            All others: see `CreateChatCompletion` in params/chat.py.

        Returns `ChatCompletion`; with `stream=True` a `Stream` of `ChatCompletionChunk`.

        POST /v1/chat/completions (创建聊天补全, api-205931265)
        """
        return self._client.send(without_overloads(create_chat_completion)(**params))


class AsyncCompletions(AsyncResource):
    """Answer a conversation.

    `client.chat.completions`: `create`.
    """

    @overload
    async def create(
        self, *, stream: Literal[False] | None = ..., **params: Unpack[CreateChatCompletion]
    ) -> ChatCompletion: ...

    @overload
    async def create(
        self, *, stream: Literal[True], **params: Unpack[CreateChatCompletion]
    ) -> AsyncStream[ChatCompletionChunk, ChatCompletion]: ...

    @overload
    async def create(
        self, *, stream: bool | None = ..., **params: Unpack[CreateChatCompletion]
    ) -> ChatCompletion | AsyncStream[ChatCompletionChunk, ChatCompletion]: ...

    @same_as(create_chat_completion)
    async def create(self, **params: Any) -> Any:
        """Answer a conversation.

        Sends the messages to the model and returns its next message, or several to choose from. With `stream` the
        answer comes in pieces, as the model writes it. A message can ask for tools to be called; send their
        results back in messages of the role `tool` to go on.

        Args:
            messages: The conversation so far, oldest message first.
            model: Id of the model that answers, of any vendor that the gateway serves; `GET /v1/models` lists
                them.
            All others: see `CreateChatCompletion` in params/chat.py.

        Returns `ChatCompletion`; with `stream=True` a `Stream` of `ChatCompletionChunk`.

        POST /v1/chat/completions (创建聊天补全, api-205931265)
        """
        return await self._client.send(without_overloads(create_chat_completion)(**params))


class Chat(Resource):
    """Answers in a conversation, whole or as a stream of events (聊天).

    `client.chat`.
    """

    @cached_property
    def completions(self) -> Completions:
        """Answer a conversation."""
        return Completions(self._client)


class AsyncChat(AsyncResource):
    """Answers in a conversation, whole or as a stream of events (聊天).

    `client.chat`.
    """

    @cached_property
    def completions(self) -> AsyncCompletions:
        """Answer a conversation."""
        return AsyncCompletions(self._client)
