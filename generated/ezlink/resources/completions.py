# Rendered by `make generate` from spec/families/completions.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""`client.completions`: builds the call and sends it, in one step."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Unpack, overload

from ..operations.completions import create_completion
from ..runtime.client.resource import AsyncResource, Omit, Resource, omit

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ..models.completions import Completion
    from ..params.chat import ChatCompletionStreamOptionsParam
    from ..params.completions import CreateCompletion
    from ..runtime.operation.operation import Options
    from ..runtime.streaming.stream import AsyncStream, Stream


class Completions(Resource):
    """Text that goes on from a prompt, the older form (自动补全).

    `client.completions`: `create`.
    """

    @overload
    def create(
        self,
        *,
        model: Literal["gpt-3.5-turbo-instruct", "davinci-002", "babbage-002"] | str,
        prompt: str | Sequence[str] | Sequence[int] | Sequence[Sequence[int]] | None,
        best_of: int | Omit | None = omit,
        echo: bool | Omit | None = omit,
        frequency_penalty: float | Omit | None = omit,
        logit_bias: Mapping[str, int] | Omit | None = omit,
        logprobs: int | Omit | None = omit,
        max_tokens: int | Omit | None = omit,
        n: int | Omit | None = omit,
        presence_penalty: float | Omit | None = omit,
        seed: int | Omit | None = omit,
        stop: str | Sequence[str] | Omit | None = omit,
        stream: Literal[False] | Omit | None = omit,
        stream_options: ChatCompletionStreamOptionsParam | Omit | None = omit,
        suffix: str | Omit | None = omit,
        temperature: float | Omit | None = omit,
        top_p: float | Omit | None = omit,
        user: str | Omit = omit,
        **options: Unpack[Options],
    ) -> Completion:
        """Go on from a prompt.

        Returns text that continues the prompt. This is the older form; most models answer conversations only.
        With `stream` the text comes in pieces, as the model writes it.

        Args:
            model: Id of the model that writes, of any vendor that the gateway serves.
            prompt: One text, several texts, or the same as lists of token ids. Each text gets `n` answers. Null
                begins a text without one (`<|endoftext|>`), where the vendor allows it. The gateway refuses an
                empty text.
            best_of: How many texts to write in secret, at most 20, of which the `n` likeliest are returned. All
                are paid for. Not less than `n`, and not in a stream. Default: `1`.
            echo: Whether the prompt is repeated before the text. Default: `False`.
            frequency_penalty: From -2 to 2. Positive values make a token less likely each time it has been used
                already. Default: `0`.
            logit_bias: Token ids, written as strings, and what to add to their likelihood: -100 forbids a token,
                100 all but enforces it.
            logprobs: How many of the likeliest alternatives to list for each token, 0 to 5. Null lists no token
                at all.
            max_tokens: The most tokens to write. From 0 to 1073741824. Default: `16`.
            n: How many texts to write for each prompt, 1 to 128. Each costs its tokens. Default: `1`.
            presence_penalty: From -2 to 2. Positive values make a token less likely once it has been used at all.
                Default: `0`.
            seed: Asks for the same text to the same request, as well as the vendor can. `system_fingerprint`
                tells when its system has changed. From -9223372036854775808 to 9223372036854775807.
            stop: Up to four strings at which writing stops. The string itself is not returned.
            stream: Whether the text comes as events while it is written. Default: `False`.
            stream_options: What else a stream should tell. Only with `stream`.
            suffix: What comes after the text, so that it is written to fit in between. Only
                `gpt-3.5-turbo-instruct`.
            temperature: How freely to choose among likely tokens, 0 to 2: 0.2 is sober, 0.8 varied. Change this
                or `top_p`, not both. Default: `1`.
            top_p: Choose only among the likeliest tokens whose probabilities add up to this much, 0 to 1.
                Default: `1`.
            user: A name of yours for the end user, which helps the vendor to trace abuse.
            **options: `timeout` in seconds, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `Completion`: Text that goes on from a prompt; in a stream, a piece of it; `Stream[Completion,
            Completion]` for `stream` True.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.
            StreamTruncated: The stream ended before its end marker; raised while it is read.

        POST /v1/completions (创建完成, api-205931266)
        """

    @overload
    def create(
        self, *, stream: Literal[True], **params: Unpack[CreateCompletion]
    ) -> Stream[Completion, Completion]: ...

    @overload
    def create(
        self, *, stream: bool | Omit | None = omit, **params: Unpack[CreateCompletion]
    ) -> Completion | Stream[Completion, Completion]: ...

    def create(
        self,
        *,
        model: Literal["gpt-3.5-turbo-instruct", "davinci-002", "babbage-002"] | str,
        prompt: str | Sequence[str] | Sequence[int] | Sequence[Sequence[int]] | None,
        best_of: int | Omit | None = omit,
        echo: bool | Omit | None = omit,
        frequency_penalty: float | Omit | None = omit,
        logit_bias: Mapping[str, int] | Omit | None = omit,
        logprobs: int | Omit | None = omit,
        max_tokens: int | Omit | None = omit,
        n: int | Omit | None = omit,
        presence_penalty: float | Omit | None = omit,
        seed: int | Omit | None = omit,
        stop: str | Sequence[str] | Omit | None = omit,
        stream: bool | Omit | None = omit,
        stream_options: ChatCompletionStreamOptionsParam | Omit | None = omit,
        suffix: str | Omit | None = omit,
        temperature: float | Omit | None = omit,
        top_p: float | Omit | None = omit,
        user: str | Omit = omit,
        **options: Unpack[Options],
    ) -> Completion | Stream[Completion, Completion]:
        """Go on from a prompt.

        Returns text that continues the prompt. This is the older form; most models answer conversations only.
        With `stream` the text comes in pieces, as the model writes it.

        Args:
            model: Id of the model that writes, of any vendor that the gateway serves.
            prompt: One text, several texts, or the same as lists of token ids. Each text gets `n` answers. Null
                begins a text without one (`<|endoftext|>`), where the vendor allows it. The gateway refuses an
                empty text.
            best_of: How many texts to write in secret, at most 20, of which the `n` likeliest are returned. All
                are paid for. Not less than `n`, and not in a stream. Default: `1`.
            echo: Whether the prompt is repeated before the text. Default: `False`.
            frequency_penalty: From -2 to 2. Positive values make a token less likely each time it has been used
                already. Default: `0`.
            logit_bias: Token ids, written as strings, and what to add to their likelihood: -100 forbids a token,
                100 all but enforces it.
            logprobs: How many of the likeliest alternatives to list for each token, 0 to 5. Null lists no token
                at all.
            max_tokens: The most tokens to write. From 0 to 1073741824. Default: `16`.
            n: How many texts to write for each prompt, 1 to 128. Each costs its tokens. Default: `1`.
            presence_penalty: From -2 to 2. Positive values make a token less likely once it has been used at all.
                Default: `0`.
            seed: Asks for the same text to the same request, as well as the vendor can. `system_fingerprint`
                tells when its system has changed. From -9223372036854775808 to 9223372036854775807.
            stop: Up to four strings at which writing stops. The string itself is not returned.
            stream: Whether the text comes as events while it is written. Default: `False`.
            stream_options: What else a stream should tell. Only with `stream`.
            suffix: What comes after the text, so that it is written to fit in between. Only
                `gpt-3.5-turbo-instruct`.
            temperature: How freely to choose among likely tokens, 0 to 2: 0.2 is sober, 0.8 varied. Change this
                or `top_p`, not both. Default: `1`.
            top_p: Choose only among the likeliest tokens whose probabilities add up to this much, 0 to 1.
                Default: `1`.
            user: A name of yours for the end user, which helps the vendor to trace abuse.
            **options: `timeout` in seconds, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `Completion`: Text that goes on from a prompt; in a stream, a piece of it; `Stream[Completion,
            Completion]` for `stream` True.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.
            StreamTruncated: The stream ended before its end marker; raised while it is read.

        POST /v1/completions (创建完成, api-205931266)
        """
        return self._client.send(self._call(create_completion, locals()))


class AsyncCompletions(AsyncResource):
    """Text that goes on from a prompt, the older form (自动补全).

    `client.completions`: `create`.
    """

    @overload
    async def create(
        self,
        *,
        model: Literal["gpt-3.5-turbo-instruct", "davinci-002", "babbage-002"] | str,
        prompt: str | Sequence[str] | Sequence[int] | Sequence[Sequence[int]] | None,
        best_of: int | Omit | None = omit,
        echo: bool | Omit | None = omit,
        frequency_penalty: float | Omit | None = omit,
        logit_bias: Mapping[str, int] | Omit | None = omit,
        logprobs: int | Omit | None = omit,
        max_tokens: int | Omit | None = omit,
        n: int | Omit | None = omit,
        presence_penalty: float | Omit | None = omit,
        seed: int | Omit | None = omit,
        stop: str | Sequence[str] | Omit | None = omit,
        stream: Literal[False] | Omit | None = omit,
        stream_options: ChatCompletionStreamOptionsParam | Omit | None = omit,
        suffix: str | Omit | None = omit,
        temperature: float | Omit | None = omit,
        top_p: float | Omit | None = omit,
        user: str | Omit = omit,
        **options: Unpack[Options],
    ) -> Completion:
        """Go on from a prompt.

        Returns text that continues the prompt. This is the older form; most models answer conversations only.
        With `stream` the text comes in pieces, as the model writes it.

        Args:
            model: Id of the model that writes, of any vendor that the gateway serves.
            prompt: One text, several texts, or the same as lists of token ids. Each text gets `n` answers. Null
                begins a text without one (`<|endoftext|>`), where the vendor allows it. The gateway refuses an
                empty text.
            best_of: How many texts to write in secret, at most 20, of which the `n` likeliest are returned. All
                are paid for. Not less than `n`, and not in a stream. Default: `1`.
            echo: Whether the prompt is repeated before the text. Default: `False`.
            frequency_penalty: From -2 to 2. Positive values make a token less likely each time it has been used
                already. Default: `0`.
            logit_bias: Token ids, written as strings, and what to add to their likelihood: -100 forbids a token,
                100 all but enforces it.
            logprobs: How many of the likeliest alternatives to list for each token, 0 to 5. Null lists no token
                at all.
            max_tokens: The most tokens to write. From 0 to 1073741824. Default: `16`.
            n: How many texts to write for each prompt, 1 to 128. Each costs its tokens. Default: `1`.
            presence_penalty: From -2 to 2. Positive values make a token less likely once it has been used at all.
                Default: `0`.
            seed: Asks for the same text to the same request, as well as the vendor can. `system_fingerprint`
                tells when its system has changed. From -9223372036854775808 to 9223372036854775807.
            stop: Up to four strings at which writing stops. The string itself is not returned.
            stream: Whether the text comes as events while it is written. Default: `False`.
            stream_options: What else a stream should tell. Only with `stream`.
            suffix: What comes after the text, so that it is written to fit in between. Only
                `gpt-3.5-turbo-instruct`.
            temperature: How freely to choose among likely tokens, 0 to 2: 0.2 is sober, 0.8 varied. Change this
                or `top_p`, not both. Default: `1`.
            top_p: Choose only among the likeliest tokens whose probabilities add up to this much, 0 to 1.
                Default: `1`.
            user: A name of yours for the end user, which helps the vendor to trace abuse.
            **options: `timeout` in seconds, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `Completion`: Text that goes on from a prompt; in a stream, a piece of it; `AsyncStream[Completion,
            Completion]` for `stream` True.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.
            StreamTruncated: The stream ended before its end marker; raised while it is read.

        POST /v1/completions (创建完成, api-205931266)
        """

    @overload
    async def create(
        self, *, stream: Literal[True], **params: Unpack[CreateCompletion]
    ) -> AsyncStream[Completion, Completion]: ...

    @overload
    async def create(
        self, *, stream: bool | Omit | None = omit, **params: Unpack[CreateCompletion]
    ) -> Completion | AsyncStream[Completion, Completion]: ...

    async def create(
        self,
        *,
        model: Literal["gpt-3.5-turbo-instruct", "davinci-002", "babbage-002"] | str,
        prompt: str | Sequence[str] | Sequence[int] | Sequence[Sequence[int]] | None,
        best_of: int | Omit | None = omit,
        echo: bool | Omit | None = omit,
        frequency_penalty: float | Omit | None = omit,
        logit_bias: Mapping[str, int] | Omit | None = omit,
        logprobs: int | Omit | None = omit,
        max_tokens: int | Omit | None = omit,
        n: int | Omit | None = omit,
        presence_penalty: float | Omit | None = omit,
        seed: int | Omit | None = omit,
        stop: str | Sequence[str] | Omit | None = omit,
        stream: bool | Omit | None = omit,
        stream_options: ChatCompletionStreamOptionsParam | Omit | None = omit,
        suffix: str | Omit | None = omit,
        temperature: float | Omit | None = omit,
        top_p: float | Omit | None = omit,
        user: str | Omit = omit,
        **options: Unpack[Options],
    ) -> Completion | AsyncStream[Completion, Completion]:
        """Go on from a prompt.

        Returns text that continues the prompt. This is the older form; most models answer conversations only.
        With `stream` the text comes in pieces, as the model writes it.

        Args:
            model: Id of the model that writes, of any vendor that the gateway serves.
            prompt: One text, several texts, or the same as lists of token ids. Each text gets `n` answers. Null
                begins a text without one (`<|endoftext|>`), where the vendor allows it. The gateway refuses an
                empty text.
            best_of: How many texts to write in secret, at most 20, of which the `n` likeliest are returned. All
                are paid for. Not less than `n`, and not in a stream. Default: `1`.
            echo: Whether the prompt is repeated before the text. Default: `False`.
            frequency_penalty: From -2 to 2. Positive values make a token less likely each time it has been used
                already. Default: `0`.
            logit_bias: Token ids, written as strings, and what to add to their likelihood: -100 forbids a token,
                100 all but enforces it.
            logprobs: How many of the likeliest alternatives to list for each token, 0 to 5. Null lists no token
                at all.
            max_tokens: The most tokens to write. From 0 to 1073741824. Default: `16`.
            n: How many texts to write for each prompt, 1 to 128. Each costs its tokens. Default: `1`.
            presence_penalty: From -2 to 2. Positive values make a token less likely once it has been used at all.
                Default: `0`.
            seed: Asks for the same text to the same request, as well as the vendor can. `system_fingerprint`
                tells when its system has changed. From -9223372036854775808 to 9223372036854775807.
            stop: Up to four strings at which writing stops. The string itself is not returned.
            stream: Whether the text comes as events while it is written. Default: `False`.
            stream_options: What else a stream should tell. Only with `stream`.
            suffix: What comes after the text, so that it is written to fit in between. Only
                `gpt-3.5-turbo-instruct`.
            temperature: How freely to choose among likely tokens, 0 to 2: 0.2 is sober, 0.8 varied. Change this
                or `top_p`, not both. Default: `1`.
            top_p: Choose only among the likeliest tokens whose probabilities add up to this much, 0 to 1.
                Default: `1`.
            user: A name of yours for the end user, which helps the vendor to trace abuse.
            **options: `timeout` in seconds, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `Completion`: Text that goes on from a prompt; in a stream, a piece of it; `AsyncStream[Completion,
            Completion]` for `stream` True.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.
            StreamTruncated: The stream ended before its end marker; raised while it is read.

        POST /v1/completions (创建完成, api-205931266)
        """
        return await self._client.send(self._call(create_completion, locals()))
