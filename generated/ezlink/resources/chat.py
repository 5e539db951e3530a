# Rendered by `make generate` from spec/families/chat.yaml. Do not edit.
# SPDX-License-Identifier: MIT
# pyright: reportDeprecated=false
"""`client.chat`: methods that build a call and send it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Unpack, overload

from .. import operations as _operations
from ..operations.chat import create_chat_completion
from ..runtime.client.resource import (
    AsyncResource,
    AsyncStreamManager,
    Omit,
    Resource,
    StreamManager,
    cached_property,
    omit,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ..models.chat import ChatCompletion, ChatCompletionChunk
    from ..models.parsed_chat import ParsedChatCompletion
    from ..params.chat import (
        ChatCompletionFunctionCallOptionParam,
        ChatCompletionFunctionParam,
        ChatCompletionMessageParam,
        ChatCompletionStreamOptionsParam,
        ChatCompletionToolChoiceOptionParam,
        ChatCompletionToolParam,
        ChatModel,
        CreateChatCompletion,
        ResponseFormatJSONObjectParam,
        ResponseFormatJSONSchemaParam,
        ResponseFormatTextParam,
    )
    from ..runtime.operation.operation import Options
    from ..runtime.response.model import ParsedT
    from ..runtime.streaming.parsed_stream import AsyncParsedStream, ParsedStream
    from ..runtime.streaming.stream import AsyncStream, Stream


class Completions(Resource, path="chat.completions"):
    """Create a chat completion.

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
        response_format: ResponseFormatTextParam
        | ResponseFormatJSONObjectParam
        | ResponseFormatJSONSchemaParam
        | Omit = omit,
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
        """Create a chat completion.

        Sends the messages to the model and returns its next message, or several to choose from. With `stream` the
        message arrives in pieces while the model writes it. A message can ask for tools to be called; to
        continue, send their results back in messages of the role `tool`.

        Args:
            messages: Messages of the conversation so far, oldest first. At least 1 item.
            model: Id of the model, of any vendor that the gateway serves; `GET /v1/models` lists them.
            frequency_penalty: From -2 to 2. Positive values penalize a token for each time it has been used
                already. 0.1 to 1 has a slight effect, above that quality drops, and negative values encourage
                repetition. Default: `0`.
            logit_bias: Bias to add to the likelihood of tokens, by token id as a string: -100 forbids a token,
                100 practically forces it.
            logprobs: Return the log probability of each output token. Default: `False`.
            top_logprobs: Number of most likely alternatives to return for each token, 0 to 20. Requires
                `logprobs`.
            max_tokens: Maximum number of output tokens; o1 models reject it. Replaced by `max_completion_tokens`.
                From 0 to 1073741824. Deprecated.
            max_completion_tokens: Maximum number of output tokens, including those of hidden reasoning.
            n: Number of choices to generate, 1 to 128. You pay for the tokens of each. Default: `1`.
            presence_penalty: From -2 to 2. Positive values penalize tokens that have been used at all, which
                encourages new topics. Default: `0`.
            response_format: Format of the output: free text, any JSON object, or JSON that follows a schema. JSON
                arrives as a string in `content`, and is cut off if the output is.
            seed: Request the same output for the same request, on a best-effort basis. `system_fingerprint` tells
                when the vendor's system has changed.
            service_tier: Service tier of the vendor; the vendor decides by default.
            stop: Up to four sequences at which generation stops. The sequence itself is not returned.
            stream: Stream the response as events while it is generated. Default: `False`.
            stream_options: Options of the stream. Only with `stream`.
            temperature: Sampling temperature, 0 to 2: 0.2 makes the output focused, 0.8 varied. Change this or
                `top_p`, not both. Default: `1`.
            top_p: Nucleus sampling, 0 to 1: consider only the most likely tokens whose probabilities add up to
                this. Default: `1`.
            tools: Tools that the model may call, at most 128.
            tool_choice: Control over tool calls: `none` forbids them, `auto` leaves them to the model, `required`
                demands one, a name demands that one. The default is `none` without tools and `auto` with tools.
            parallel_tool_calls: Allow several tool calls in one message. Default: `True`.
            user: Your id of the end user, which helps the vendor to trace abuse.
            function_call: Legacy form of `tool_choice`. Deprecated.
            functions: Legacy form of `tools`. From 1 to 128 items. Deprecated.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `ChatCompletion`: A chat completion; `Stream[ChatCompletionChunk, ChatCompletion]` for `stream` True.

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
        response_format: ResponseFormatTextParam
        | ResponseFormatJSONObjectParam
        | ResponseFormatJSONSchemaParam
        | Omit = omit,
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
        """Create a chat completion.

        Sends the messages to the model and returns its next message, or several to choose from. With `stream` the
        message arrives in pieces while the model writes it. A message can ask for tools to be called; to
        continue, send their results back in messages of the role `tool`.

        Args:
            messages: Messages of the conversation so far, oldest first. At least 1 item.
            model: Id of the model, of any vendor that the gateway serves; `GET /v1/models` lists them.
            frequency_penalty: From -2 to 2. Positive values penalize a token for each time it has been used
                already. 0.1 to 1 has a slight effect, above that quality drops, and negative values encourage
                repetition. Default: `0`.
            logit_bias: Bias to add to the likelihood of tokens, by token id as a string: -100 forbids a token,
                100 practically forces it.
            logprobs: Return the log probability of each output token. Default: `False`.
            top_logprobs: Number of most likely alternatives to return for each token, 0 to 20. Requires
                `logprobs`.
            max_tokens: Maximum number of output tokens; o1 models reject it. Replaced by `max_completion_tokens`.
                From 0 to 1073741824. Deprecated.
            max_completion_tokens: Maximum number of output tokens, including those of hidden reasoning.
            n: Number of choices to generate, 1 to 128. You pay for the tokens of each. Default: `1`.
            presence_penalty: From -2 to 2. Positive values penalize tokens that have been used at all, which
                encourages new topics. Default: `0`.
            response_format: Format of the output: free text, any JSON object, or JSON that follows a schema. JSON
                arrives as a string in `content`, and is cut off if the output is.
            seed: Request the same output for the same request, on a best-effort basis. `system_fingerprint` tells
                when the vendor's system has changed.
            service_tier: Service tier of the vendor; the vendor decides by default.
            stop: Up to four sequences at which generation stops. The sequence itself is not returned.
            stream: Stream the response as events while it is generated. Default: `False`.
            stream_options: Options of the stream. Only with `stream`.
            temperature: Sampling temperature, 0 to 2: 0.2 makes the output focused, 0.8 varied. Change this or
                `top_p`, not both. Default: `1`.
            top_p: Nucleus sampling, 0 to 1: consider only the most likely tokens whose probabilities add up to
                this. Default: `1`.
            tools: Tools that the model may call, at most 128.
            tool_choice: Control over tool calls: `none` forbids them, `auto` leaves them to the model, `required`
                demands one, a name demands that one. The default is `none` without tools and `auto` with tools.
            parallel_tool_calls: Allow several tool calls in one message. Default: `True`.
            user: Your id of the end user, which helps the vendor to trace abuse.
            function_call: Legacy form of `tool_choice`. Deprecated.
            functions: Legacy form of `tools`. From 1 to 128 items. Deprecated.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `ChatCompletion`: A chat completion; `Stream[ChatCompletionChunk, ChatCompletion]` for `stream` True.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.
            StreamTruncated: The stream ended before its end marker; raised while it is read.

        POST /v1/chat/completions (创建聊天补全, api-205931265)
        """
        return self._client.send(self._call(create_chat_completion, locals()))

    def parse(
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
        response_format: type[ParsedT]
        | ResponseFormatTextParam
        | ResponseFormatJSONObjectParam
        | ResponseFormatJSONSchemaParam
        | Omit = omit,
        seed: int | Omit | None = omit,
        service_tier: Literal["auto", "default"] | Omit | None = omit,
        stop: str | Sequence[str] | Omit | None = omit,
        stream_options: ChatCompletionStreamOptionsParam | Omit | None = omit,
        temperature: float | Omit | None = omit,
        top_p: float | Omit | None = omit,
        tools: Sequence[ChatCompletionToolParam | type[object]] | Omit = omit,
        tool_choice: ChatCompletionToolChoiceOptionParam | Omit = omit,
        parallel_tool_calls: bool | Omit = omit,
        user: str | Omit = omit,
        function_call: Literal["none", "auto"] | ChatCompletionFunctionCallOptionParam | Omit = omit,
        functions: Sequence[ChatCompletionFunctionParam] | Omit = omit,
        **options: Unpack[Options],
    ) -> ParsedChatCompletion[ParsedT]:
        """Create a chat completion, and parse its output.

        Args:
            response_format: Type of the output: a pydantic model, a msgspec Struct, a dataclass or a TypedDict.
            tools: Tools. Types among them are described as `function_tool` does.
            All others: as those of `create`.

        Returns:
            As `create`, with `parsed` beside each `content`; it is None for a refusal.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            LengthFinishReasonError, ContentFilterFinishReasonError: The output is cut off, or filtered.
            UnreadableAnswer: The output does not fit its type. `completion` of these errors holds the result.
            APIError: The request failed; its `outcome` tells whether it may have been executed.
        """
        return self._client.send(self._call(_operations.parse_chat_completion, locals()))

    def stream(
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
        response_format: type[ParsedT]
        | ResponseFormatTextParam
        | ResponseFormatJSONObjectParam
        | ResponseFormatJSONSchemaParam
        | Omit = omit,
        seed: int | Omit | None = omit,
        service_tier: Literal["auto", "default"] | Omit | None = omit,
        stop: str | Sequence[str] | Omit | None = omit,
        stream_options: ChatCompletionStreamOptionsParam | Omit | None = omit,
        temperature: float | Omit | None = omit,
        top_p: float | Omit | None = omit,
        tools: Sequence[ChatCompletionToolParam | type[object]] | Omit = omit,
        tool_choice: ChatCompletionToolChoiceOptionParam | Omit = omit,
        parallel_tool_calls: bool | Omit = omit,
        user: str | Omit = omit,
        function_call: Literal["none", "auto"] | ChatCompletionFunctionCallOptionParam | Omit = omit,
        functions: Sequence[ChatCompletionFunctionParam] | Omit = omit,
        **options: Unpack[Options],
    ) -> StreamManager[ParsedStream[ChatCompletionChunk, ParsedChatCompletion[ParsedT], ParsedT]]:
        """Create a chat completion as a stream, and parse its output.

        Sent at the beginning of the block: `with ...stream(...) as stream`.

        Args:
            All: as those of `parse`.

        Returns:
            A context manager of a `ParsedStream`. `type` tells its events apart.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
        """
        return StreamManager(self._client, self._call(_operations.stream_chat_completion, locals()))


class AsyncCompletions(AsyncResource, path="chat.completions"):
    """Create a chat completion.

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
        response_format: ResponseFormatTextParam
        | ResponseFormatJSONObjectParam
        | ResponseFormatJSONSchemaParam
        | Omit = omit,
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
        """Create a chat completion.

        Sends the messages to the model and returns its next message, or several to choose from. With `stream` the
        message arrives in pieces while the model writes it. A message can ask for tools to be called; to
        continue, send their results back in messages of the role `tool`.

        Args:
            messages: Messages of the conversation so far, oldest first. At least 1 item.
            model: Id of the model, of any vendor that the gateway serves; `GET /v1/models` lists them.
            frequency_penalty: From -2 to 2. Positive values penalize a token for each time it has been used
                already. 0.1 to 1 has a slight effect, above that quality drops, and negative values encourage
                repetition. Default: `0`.
            logit_bias: Bias to add to the likelihood of tokens, by token id as a string: -100 forbids a token,
                100 practically forces it.
            logprobs: Return the log probability of each output token. Default: `False`.
            top_logprobs: Number of most likely alternatives to return for each token, 0 to 20. Requires
                `logprobs`.
            max_tokens: Maximum number of output tokens; o1 models reject it. Replaced by `max_completion_tokens`.
                From 0 to 1073741824. Deprecated.
            max_completion_tokens: Maximum number of output tokens, including those of hidden reasoning.
            n: Number of choices to generate, 1 to 128. You pay for the tokens of each. Default: `1`.
            presence_penalty: From -2 to 2. Positive values penalize tokens that have been used at all, which
                encourages new topics. Default: `0`.
            response_format: Format of the output: free text, any JSON object, or JSON that follows a schema. JSON
                arrives as a string in `content`, and is cut off if the output is.
            seed: Request the same output for the same request, on a best-effort basis. `system_fingerprint` tells
                when the vendor's system has changed.
            service_tier: Service tier of the vendor; the vendor decides by default.
            stop: Up to four sequences at which generation stops. The sequence itself is not returned.
            stream: Stream the response as events while it is generated. Default: `False`.
            stream_options: Options of the stream. Only with `stream`.
            temperature: Sampling temperature, 0 to 2: 0.2 makes the output focused, 0.8 varied. Change this or
                `top_p`, not both. Default: `1`.
            top_p: Nucleus sampling, 0 to 1: consider only the most likely tokens whose probabilities add up to
                this. Default: `1`.
            tools: Tools that the model may call, at most 128.
            tool_choice: Control over tool calls: `none` forbids them, `auto` leaves them to the model, `required`
                demands one, a name demands that one. The default is `none` without tools and `auto` with tools.
            parallel_tool_calls: Allow several tool calls in one message. Default: `True`.
            user: Your id of the end user, which helps the vendor to trace abuse.
            function_call: Legacy form of `tool_choice`. Deprecated.
            functions: Legacy form of `tools`. From 1 to 128 items. Deprecated.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `ChatCompletion`: A chat completion; `AsyncStream[ChatCompletionChunk, ChatCompletion]` for `stream`
            True.

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
        response_format: ResponseFormatTextParam
        | ResponseFormatJSONObjectParam
        | ResponseFormatJSONSchemaParam
        | Omit = omit,
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
        """Create a chat completion.

        Sends the messages to the model and returns its next message, or several to choose from. With `stream` the
        message arrives in pieces while the model writes it. A message can ask for tools to be called; to
        continue, send their results back in messages of the role `tool`.

        Args:
            messages: Messages of the conversation so far, oldest first. At least 1 item.
            model: Id of the model, of any vendor that the gateway serves; `GET /v1/models` lists them.
            frequency_penalty: From -2 to 2. Positive values penalize a token for each time it has been used
                already. 0.1 to 1 has a slight effect, above that quality drops, and negative values encourage
                repetition. Default: `0`.
            logit_bias: Bias to add to the likelihood of tokens, by token id as a string: -100 forbids a token,
                100 practically forces it.
            logprobs: Return the log probability of each output token. Default: `False`.
            top_logprobs: Number of most likely alternatives to return for each token, 0 to 20. Requires
                `logprobs`.
            max_tokens: Maximum number of output tokens; o1 models reject it. Replaced by `max_completion_tokens`.
                From 0 to 1073741824. Deprecated.
            max_completion_tokens: Maximum number of output tokens, including those of hidden reasoning.
            n: Number of choices to generate, 1 to 128. You pay for the tokens of each. Default: `1`.
            presence_penalty: From -2 to 2. Positive values penalize tokens that have been used at all, which
                encourages new topics. Default: `0`.
            response_format: Format of the output: free text, any JSON object, or JSON that follows a schema. JSON
                arrives as a string in `content`, and is cut off if the output is.
            seed: Request the same output for the same request, on a best-effort basis. `system_fingerprint` tells
                when the vendor's system has changed.
            service_tier: Service tier of the vendor; the vendor decides by default.
            stop: Up to four sequences at which generation stops. The sequence itself is not returned.
            stream: Stream the response as events while it is generated. Default: `False`.
            stream_options: Options of the stream. Only with `stream`.
            temperature: Sampling temperature, 0 to 2: 0.2 makes the output focused, 0.8 varied. Change this or
                `top_p`, not both. Default: `1`.
            top_p: Nucleus sampling, 0 to 1: consider only the most likely tokens whose probabilities add up to
                this. Default: `1`.
            tools: Tools that the model may call, at most 128.
            tool_choice: Control over tool calls: `none` forbids them, `auto` leaves them to the model, `required`
                demands one, a name demands that one. The default is `none` without tools and `auto` with tools.
            parallel_tool_calls: Allow several tool calls in one message. Default: `True`.
            user: Your id of the end user, which helps the vendor to trace abuse.
            function_call: Legacy form of `tool_choice`. Deprecated.
            functions: Legacy form of `tools`. From 1 to 128 items. Deprecated.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `ChatCompletion`: A chat completion; `AsyncStream[ChatCompletionChunk, ChatCompletion]` for `stream`
            True.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.
            StreamTruncated: The stream ended before its end marker; raised while it is read.

        POST /v1/chat/completions (创建聊天补全, api-205931265)
        """
        return await self._client.send(self._call(create_chat_completion, locals()))

    async def parse(
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
        response_format: type[ParsedT]
        | ResponseFormatTextParam
        | ResponseFormatJSONObjectParam
        | ResponseFormatJSONSchemaParam
        | Omit = omit,
        seed: int | Omit | None = omit,
        service_tier: Literal["auto", "default"] | Omit | None = omit,
        stop: str | Sequence[str] | Omit | None = omit,
        stream_options: ChatCompletionStreamOptionsParam | Omit | None = omit,
        temperature: float | Omit | None = omit,
        top_p: float | Omit | None = omit,
        tools: Sequence[ChatCompletionToolParam | type[object]] | Omit = omit,
        tool_choice: ChatCompletionToolChoiceOptionParam | Omit = omit,
        parallel_tool_calls: bool | Omit = omit,
        user: str | Omit = omit,
        function_call: Literal["none", "auto"] | ChatCompletionFunctionCallOptionParam | Omit = omit,
        functions: Sequence[ChatCompletionFunctionParam] | Omit = omit,
        **options: Unpack[Options],
    ) -> ParsedChatCompletion[ParsedT]:
        """Create a chat completion, and parse its output.

        Args:
            response_format: Type of the output: a pydantic model, a msgspec Struct, a dataclass or a TypedDict.
            tools: Tools. Types among them are described as `function_tool` does.
            All others: as those of `create`.

        Returns:
            As `create`, with `parsed` beside each `content`; it is None for a refusal.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            LengthFinishReasonError, ContentFilterFinishReasonError: The output is cut off, or filtered.
            UnreadableAnswer: The output does not fit its type. `completion` of these errors holds the result.
            APIError: The request failed; its `outcome` tells whether it may have been executed.
        """
        return await self._client.send(self._call(_operations.parse_chat_completion, locals()))

    def stream(
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
        response_format: type[ParsedT]
        | ResponseFormatTextParam
        | ResponseFormatJSONObjectParam
        | ResponseFormatJSONSchemaParam
        | Omit = omit,
        seed: int | Omit | None = omit,
        service_tier: Literal["auto", "default"] | Omit | None = omit,
        stop: str | Sequence[str] | Omit | None = omit,
        stream_options: ChatCompletionStreamOptionsParam | Omit | None = omit,
        temperature: float | Omit | None = omit,
        top_p: float | Omit | None = omit,
        tools: Sequence[ChatCompletionToolParam | type[object]] | Omit = omit,
        tool_choice: ChatCompletionToolChoiceOptionParam | Omit = omit,
        parallel_tool_calls: bool | Omit = omit,
        user: str | Omit = omit,
        function_call: Literal["none", "auto"] | ChatCompletionFunctionCallOptionParam | Omit = omit,
        functions: Sequence[ChatCompletionFunctionParam] | Omit = omit,
        **options: Unpack[Options],
    ) -> AsyncStreamManager[AsyncParsedStream[ChatCompletionChunk, ParsedChatCompletion[ParsedT], ParsedT]]:
        """Create a chat completion as a stream, and parse its output.

        Sent at the beginning of the block: `async with ...stream(...) as stream`.

        Args:
            All: as those of `parse`.

        Returns:
            A context manager of a `AsyncParsedStream`. `type` tells its events apart.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
        """
        return AsyncStreamManager(self._client, self._call(_operations.stream_chat_completion, locals()))


class Chat(Resource, path="chat"):
    """Chat completions, whole or as a stream of events (聊天).

    `client.chat`.
    """

    @cached_property
    def completions(self) -> Completions:
        """Create a chat completion."""
        return Completions(self._client)


class AsyncChat(AsyncResource, path="chat"):
    """Chat completions, whole or as a stream of events (聊天).

    `client.chat`.
    """

    @cached_property
    def completions(self) -> AsyncCompletions:
        """Create a chat completion."""
        return AsyncCompletions(self._client)
