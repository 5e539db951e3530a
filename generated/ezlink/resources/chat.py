# Rendered by `make generate` from spec/families/chat.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""`client.chat`: builds the call and sends it, in one step."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Literal, Unpack, overload

from ..operations.chat import create_chat_completion
from ..runtime.client.resource import AsyncResource, Omit, Resource, omit

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ..models.chat import ChatCompletion, ChatCompletionChunk
    from ..params.chat import (
        ChatCompletionFunctionCallOptionParam,
        ChatCompletionFunctionParam,
        ChatCompletionMessageParam,
        ChatCompletionStreamOptionsParam,
        ChatCompletionToolChoiceOptionParam,
        ChatCompletionToolParam,
        ChatModel,
        CreateChatCompletion,
        ResponseFormatJSONObject,
        ResponseFormatJSONSchema,
        ResponseFormatText,
    )
    from ..runtime.operation.operation import Options
    from ..runtime.streaming.stream import AsyncStream, Stream


class Completions(Resource):
    """Answer a conversation.

    `client.chat.completions`: `create`.
    """

    @overload
    def create(
        self,
        *,
        messages: Sequence[ChatCompletionMessageParam],
        model: ChatModel,
        frequency_penalty: float | Omit | None = omit,
        logit_bias: Mapping[str, int] | Omit | None = omit,
        logprobs: bool | Omit | None = omit,
        top_logprobs: int | Omit | None = omit,
        max_tokens: int | Omit | None = omit,
        max_completion_tokens: int | Omit | None = omit,
        n: int | Omit | None = omit,
        presence_penalty: float | Omit | None = omit,
        response_format: ResponseFormatText | ResponseFormatJSONObject | ResponseFormatJSONSchema | Omit = omit,
        seed: int | Omit | None = omit,
        service_tier: Literal["auto", "default"] | Omit | None = omit,
        stop: str | Sequence[str] | Omit | None = omit,
        stream: Literal[False] | Omit | None = omit,
        stream_options: ChatCompletionStreamOptionsParam | Omit | None = omit,
        temperature: float | Omit | None = omit,
        top_p: float | Omit | None = omit,
        tools: Sequence[ChatCompletionToolParam] | Omit = omit,
        tool_choice: ChatCompletionToolChoiceOptionParam | Omit = omit,
        parallel_tool_calls: bool | Omit = omit,
        user: str | Omit = omit,
        function_call: Literal["none", "auto"] | ChatCompletionFunctionCallOptionParam | Omit = omit,
        functions: Sequence[ChatCompletionFunctionParam] | Omit = omit,
        **options: Unpack[Options],
    ) -> ChatCompletion:
        """Answer a conversation.

        Sends the messages to the model and returns its next message, or several to choose from. With `stream` the
        answer comes in pieces, as the model writes it. A message can ask for tools to be called; send their
        results back in messages of the role `tool` to go on.

        Args:
            messages: The conversation so far, oldest message first. At least 1 item.
            model: Id of the model that answers, of any vendor that the gateway serves; `GET /v1/models` lists
                them.
            frequency_penalty: From -2 to 2. Positive values make a token less likely each time it has been used
                already; 0.1 to 1 is a slight effect, above that quality falls, and negative values invite
                repetition. Default: `0`.
            logit_bias: Token ids, written as strings, and what to add to their likelihood: -100 forbids a token,
                100 all but enforces it.
            logprobs: Whether each token of the answer comes with its log probability. Default: `False`.
            top_logprobs: How many of the likeliest alternatives to list for each token, 0 to 20. Needs
                `logprobs`.
            max_tokens: The most tokens to write; o1 models refuse it. `max_completion_tokens` is its successor.
                From 0 to 1073741824. Deprecated.
            max_completion_tokens: The most tokens to write, those of hidden reasoning included.
            n: How many answers to write, 1 to 128. Each costs its tokens. Default: `1`.
            presence_penalty: From -2 to 2. Positive values make a token less likely once it has been used at all,
                which invites new topics. Default: `0`.
            response_format: The form of the text: free text, any JSON object, or JSON that follows a schema. JSON
                comes as a string in `content`, and may be cut if the answer is.
            seed: Asks for the same answer to the same request, as well as the vendor can. `system_fingerprint`
                tells when its system has changed. From -9223372036854775808 to 9223372036854775807.
            service_tier: Which of the vendor's service tiers to use; without it the vendor decides.
            stop: Up to four strings at which writing stops. The string itself is not returned.
            stream: Whether the answer comes as events while it is written. Default: `False`.
            stream_options: What else a stream should tell. Only with `stream`.
            temperature: How freely to choose among likely tokens, 0 to 2: 0.2 is sober, 0.8 varied. Change this
                or `top_p`, not both. Default: `1`.
            top_p: Choose only among the likeliest tokens whose probabilities add up to this much, 0 to 1.
                Default: `1`.
            tools: The functions that the model may ask to be called, at most 128.
            tool_choice: Which tool to call: `none` forbids calls, `auto` leaves it to the model, `required`
                demands one, a name demands that one. Without tools it is `none`, with tools `auto`.
            parallel_tool_calls: Whether one answer may ask for several calls at once. Default: `True`.
            user: A name of yours for the end user, which helps the vendor to trace abuse.
            function_call: As `tool_choice`, in the form before tools. Deprecated.
            functions: As `tools`, in the form before tools. From 1 to 128 items. Deprecated.
            **options: `timeout` in seconds, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `ChatCompletion`: The answer to a conversation; `Stream[ChatCompletionChunk, ChatCompletion]` for
            `stream` True.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.
            StreamTruncated: The stream ended before its end marker; raised while it is read.

        POST /v1/chat/completions (创建聊天补全, api-205931265)
        """

    @overload
    def create(
        self, *, stream: Literal[True], **params: Unpack[CreateChatCompletion]
    ) -> Stream[ChatCompletionChunk, ChatCompletion]: ...

    @overload
    def create(
        self, *, stream: bool | Omit | None = omit, **params: Unpack[CreateChatCompletion]
    ) -> ChatCompletion | Stream[ChatCompletionChunk, ChatCompletion]: ...

    def create(
        self,
        *,
        messages: Sequence[ChatCompletionMessageParam],
        model: ChatModel,
        frequency_penalty: float | Omit | None = omit,
        logit_bias: Mapping[str, int] | Omit | None = omit,
        logprobs: bool | Omit | None = omit,
        top_logprobs: int | Omit | None = omit,
        max_tokens: int | Omit | None = omit,
        max_completion_tokens: int | Omit | None = omit,
        n: int | Omit | None = omit,
        presence_penalty: float | Omit | None = omit,
        response_format: ResponseFormatText | ResponseFormatJSONObject | ResponseFormatJSONSchema | Omit = omit,
        seed: int | Omit | None = omit,
        service_tier: Literal["auto", "default"] | Omit | None = omit,
        stop: str | Sequence[str] | Omit | None = omit,
        stream: bool | Omit | None = omit,
        stream_options: ChatCompletionStreamOptionsParam | Omit | None = omit,
        temperature: float | Omit | None = omit,
        top_p: float | Omit | None = omit,
        tools: Sequence[ChatCompletionToolParam] | Omit = omit,
        tool_choice: ChatCompletionToolChoiceOptionParam | Omit = omit,
        parallel_tool_calls: bool | Omit = omit,
        user: str | Omit = omit,
        function_call: Literal["none", "auto"] | ChatCompletionFunctionCallOptionParam | Omit = omit,
        functions: Sequence[ChatCompletionFunctionParam] | Omit = omit,
        **options: Unpack[Options],
    ) -> ChatCompletion | Stream[ChatCompletionChunk, ChatCompletion]:
        """Answer a conversation.

        Sends the messages to the model and returns its next message, or several to choose from. With `stream` the
        answer comes in pieces, as the model writes it. A message can ask for tools to be called; send their
        results back in messages of the role `tool` to go on.

        Args:
            messages: The conversation so far, oldest message first. At least 1 item.
            model: Id of the model that answers, of any vendor that the gateway serves; `GET /v1/models` lists
                them.
            frequency_penalty: From -2 to 2. Positive values make a token less likely each time it has been used
                already; 0.1 to 1 is a slight effect, above that quality falls, and negative values invite
                repetition. Default: `0`.
            logit_bias: Token ids, written as strings, and what to add to their likelihood: -100 forbids a token,
                100 all but enforces it.
            logprobs: Whether each token of the answer comes with its log probability. Default: `False`.
            top_logprobs: How many of the likeliest alternatives to list for each token, 0 to 20. Needs
                `logprobs`.
            max_tokens: The most tokens to write; o1 models refuse it. `max_completion_tokens` is its successor.
                From 0 to 1073741824. Deprecated.
            max_completion_tokens: The most tokens to write, those of hidden reasoning included.
            n: How many answers to write, 1 to 128. Each costs its tokens. Default: `1`.
            presence_penalty: From -2 to 2. Positive values make a token less likely once it has been used at all,
                which invites new topics. Default: `0`.
            response_format: The form of the text: free text, any JSON object, or JSON that follows a schema. JSON
                comes as a string in `content`, and may be cut if the answer is.
            seed: Asks for the same answer to the same request, as well as the vendor can. `system_fingerprint`
                tells when its system has changed. From -9223372036854775808 to 9223372036854775807.
            service_tier: Which of the vendor's service tiers to use; without it the vendor decides.
            stop: Up to four strings at which writing stops. The string itself is not returned.
            stream: Whether the answer comes as events while it is written. Default: `False`.
            stream_options: What else a stream should tell. Only with `stream`.
            temperature: How freely to choose among likely tokens, 0 to 2: 0.2 is sober, 0.8 varied. Change this
                or `top_p`, not both. Default: `1`.
            top_p: Choose only among the likeliest tokens whose probabilities add up to this much, 0 to 1.
                Default: `1`.
            tools: The functions that the model may ask to be called, at most 128.
            tool_choice: Which tool to call: `none` forbids calls, `auto` leaves it to the model, `required`
                demands one, a name demands that one. Without tools it is `none`, with tools `auto`.
            parallel_tool_calls: Whether one answer may ask for several calls at once. Default: `True`.
            user: A name of yours for the end user, which helps the vendor to trace abuse.
            function_call: As `tool_choice`, in the form before tools. Deprecated.
            functions: As `tools`, in the form before tools. From 1 to 128 items. Deprecated.
            **options: `timeout` in seconds, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `ChatCompletion`: The answer to a conversation; `Stream[ChatCompletionChunk, ChatCompletion]` for
            `stream` True.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.
            StreamTruncated: The stream ended before its end marker; raised while it is read.

        POST /v1/chat/completions (创建聊天补全, api-205931265)
        """
        return self._client.send(self._call(create_chat_completion, locals()))


class AsyncCompletions(AsyncResource):
    """Answer a conversation.

    `client.chat.completions`: `create`.
    """

    @overload
    async def create(
        self,
        *,
        messages: Sequence[ChatCompletionMessageParam],
        model: ChatModel,
        frequency_penalty: float | Omit | None = omit,
        logit_bias: Mapping[str, int] | Omit | None = omit,
        logprobs: bool | Omit | None = omit,
        top_logprobs: int | Omit | None = omit,
        max_tokens: int | Omit | None = omit,
        max_completion_tokens: int | Omit | None = omit,
        n: int | Omit | None = omit,
        presence_penalty: float | Omit | None = omit,
        response_format: ResponseFormatText | ResponseFormatJSONObject | ResponseFormatJSONSchema | Omit = omit,
        seed: int | Omit | None = omit,
        service_tier: Literal["auto", "default"] | Omit | None = omit,
        stop: str | Sequence[str] | Omit | None = omit,
        stream: Literal[False] | Omit | None = omit,
        stream_options: ChatCompletionStreamOptionsParam | Omit | None = omit,
        temperature: float | Omit | None = omit,
        top_p: float | Omit | None = omit,
        tools: Sequence[ChatCompletionToolParam] | Omit = omit,
        tool_choice: ChatCompletionToolChoiceOptionParam | Omit = omit,
        parallel_tool_calls: bool | Omit = omit,
        user: str | Omit = omit,
        function_call: Literal["none", "auto"] | ChatCompletionFunctionCallOptionParam | Omit = omit,
        functions: Sequence[ChatCompletionFunctionParam] | Omit = omit,
        **options: Unpack[Options],
    ) -> ChatCompletion:
        """Answer a conversation.

        Sends the messages to the model and returns its next message, or several to choose from. With `stream` the
        answer comes in pieces, as the model writes it. A message can ask for tools to be called; send their
        results back in messages of the role `tool` to go on.

        Args:
            messages: The conversation so far, oldest message first. At least 1 item.
            model: Id of the model that answers, of any vendor that the gateway serves; `GET /v1/models` lists
                them.
            frequency_penalty: From -2 to 2. Positive values make a token less likely each time it has been used
                already; 0.1 to 1 is a slight effect, above that quality falls, and negative values invite
                repetition. Default: `0`.
            logit_bias: Token ids, written as strings, and what to add to their likelihood: -100 forbids a token,
                100 all but enforces it.
            logprobs: Whether each token of the answer comes with its log probability. Default: `False`.
            top_logprobs: How many of the likeliest alternatives to list for each token, 0 to 20. Needs
                `logprobs`.
            max_tokens: The most tokens to write; o1 models refuse it. `max_completion_tokens` is its successor.
                From 0 to 1073741824. Deprecated.
            max_completion_tokens: The most tokens to write, those of hidden reasoning included.
            n: How many answers to write, 1 to 128. Each costs its tokens. Default: `1`.
            presence_penalty: From -2 to 2. Positive values make a token less likely once it has been used at all,
                which invites new topics. Default: `0`.
            response_format: The form of the text: free text, any JSON object, or JSON that follows a schema. JSON
                comes as a string in `content`, and may be cut if the answer is.
            seed: Asks for the same answer to the same request, as well as the vendor can. `system_fingerprint`
                tells when its system has changed. From -9223372036854775808 to 9223372036854775807.
            service_tier: Which of the vendor's service tiers to use; without it the vendor decides.
            stop: Up to four strings at which writing stops. The string itself is not returned.
            stream: Whether the answer comes as events while it is written. Default: `False`.
            stream_options: What else a stream should tell. Only with `stream`.
            temperature: How freely to choose among likely tokens, 0 to 2: 0.2 is sober, 0.8 varied. Change this
                or `top_p`, not both. Default: `1`.
            top_p: Choose only among the likeliest tokens whose probabilities add up to this much, 0 to 1.
                Default: `1`.
            tools: The functions that the model may ask to be called, at most 128.
            tool_choice: Which tool to call: `none` forbids calls, `auto` leaves it to the model, `required`
                demands one, a name demands that one. Without tools it is `none`, with tools `auto`.
            parallel_tool_calls: Whether one answer may ask for several calls at once. Default: `True`.
            user: A name of yours for the end user, which helps the vendor to trace abuse.
            function_call: As `tool_choice`, in the form before tools. Deprecated.
            functions: As `tools`, in the form before tools. From 1 to 128 items. Deprecated.
            **options: `timeout` in seconds, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `ChatCompletion`: The answer to a conversation; `AsyncStream[ChatCompletionChunk, ChatCompletion]` for
            `stream` True.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.
            StreamTruncated: The stream ended before its end marker; raised while it is read.

        POST /v1/chat/completions (创建聊天补全, api-205931265)
        """

    @overload
    async def create(
        self, *, stream: Literal[True], **params: Unpack[CreateChatCompletion]
    ) -> AsyncStream[ChatCompletionChunk, ChatCompletion]: ...

    @overload
    async def create(
        self, *, stream: bool | Omit | None = omit, **params: Unpack[CreateChatCompletion]
    ) -> ChatCompletion | AsyncStream[ChatCompletionChunk, ChatCompletion]: ...

    async def create(
        self,
        *,
        messages: Sequence[ChatCompletionMessageParam],
        model: ChatModel,
        frequency_penalty: float | Omit | None = omit,
        logit_bias: Mapping[str, int] | Omit | None = omit,
        logprobs: bool | Omit | None = omit,
        top_logprobs: int | Omit | None = omit,
        max_tokens: int | Omit | None = omit,
        max_completion_tokens: int | Omit | None = omit,
        n: int | Omit | None = omit,
        presence_penalty: float | Omit | None = omit,
        response_format: ResponseFormatText | ResponseFormatJSONObject | ResponseFormatJSONSchema | Omit = omit,
        seed: int | Omit | None = omit,
        service_tier: Literal["auto", "default"] | Omit | None = omit,
        stop: str | Sequence[str] | Omit | None = omit,
        stream: bool | Omit | None = omit,
        stream_options: ChatCompletionStreamOptionsParam | Omit | None = omit,
        temperature: float | Omit | None = omit,
        top_p: float | Omit | None = omit,
        tools: Sequence[ChatCompletionToolParam] | Omit = omit,
        tool_choice: ChatCompletionToolChoiceOptionParam | Omit = omit,
        parallel_tool_calls: bool | Omit = omit,
        user: str | Omit = omit,
        function_call: Literal["none", "auto"] | ChatCompletionFunctionCallOptionParam | Omit = omit,
        functions: Sequence[ChatCompletionFunctionParam] | Omit = omit,
        **options: Unpack[Options],
    ) -> ChatCompletion | AsyncStream[ChatCompletionChunk, ChatCompletion]:
        """Answer a conversation.

        Sends the messages to the model and returns its next message, or several to choose from. With `stream` the
        answer comes in pieces, as the model writes it. A message can ask for tools to be called; send their
        results back in messages of the role `tool` to go on.

        Args:
            messages: The conversation so far, oldest message first. At least 1 item.
            model: Id of the model that answers, of any vendor that the gateway serves; `GET /v1/models` lists
                them.
            frequency_penalty: From -2 to 2. Positive values make a token less likely each time it has been used
                already; 0.1 to 1 is a slight effect, above that quality falls, and negative values invite
                repetition. Default: `0`.
            logit_bias: Token ids, written as strings, and what to add to their likelihood: -100 forbids a token,
                100 all but enforces it.
            logprobs: Whether each token of the answer comes with its log probability. Default: `False`.
            top_logprobs: How many of the likeliest alternatives to list for each token, 0 to 20. Needs
                `logprobs`.
            max_tokens: The most tokens to write; o1 models refuse it. `max_completion_tokens` is its successor.
                From 0 to 1073741824. Deprecated.
            max_completion_tokens: The most tokens to write, those of hidden reasoning included.
            n: How many answers to write, 1 to 128. Each costs its tokens. Default: `1`.
            presence_penalty: From -2 to 2. Positive values make a token less likely once it has been used at all,
                which invites new topics. Default: `0`.
            response_format: The form of the text: free text, any JSON object, or JSON that follows a schema. JSON
                comes as a string in `content`, and may be cut if the answer is.
            seed: Asks for the same answer to the same request, as well as the vendor can. `system_fingerprint`
                tells when its system has changed. From -9223372036854775808 to 9223372036854775807.
            service_tier: Which of the vendor's service tiers to use; without it the vendor decides.
            stop: Up to four strings at which writing stops. The string itself is not returned.
            stream: Whether the answer comes as events while it is written. Default: `False`.
            stream_options: What else a stream should tell. Only with `stream`.
            temperature: How freely to choose among likely tokens, 0 to 2: 0.2 is sober, 0.8 varied. Change this
                or `top_p`, not both. Default: `1`.
            top_p: Choose only among the likeliest tokens whose probabilities add up to this much, 0 to 1.
                Default: `1`.
            tools: The functions that the model may ask to be called, at most 128.
            tool_choice: Which tool to call: `none` forbids calls, `auto` leaves it to the model, `required`
                demands one, a name demands that one. Without tools it is `none`, with tools `auto`.
            parallel_tool_calls: Whether one answer may ask for several calls at once. Default: `True`.
            user: A name of yours for the end user, which helps the vendor to trace abuse.
            function_call: As `tool_choice`, in the form before tools. Deprecated.
            functions: As `tools`, in the form before tools. From 1 to 128 items. Deprecated.
            **options: `timeout` in seconds, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `ChatCompletion`: The answer to a conversation; `AsyncStream[ChatCompletionChunk, ChatCompletion]` for
            `stream` True.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.
            StreamTruncated: The stream ended before its end marker; raised while it is read.

        POST /v1/chat/completions (创建聊天补全, api-205931265)
        """
        return await self._client.send(self._call(create_chat_completion, locals()))


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
