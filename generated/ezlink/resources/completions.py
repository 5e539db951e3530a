# Rendered by `make generate` from spec/families/completions.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""`client.completions`: methods that build a call and send it."""

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


class Completions(Resource, path="completions"):
    """Text completions, the legacy form (自动补全).

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
        """Create a text completion.

        Returns text that continues the prompt. This is the legacy form; most models support chat only. With
        `stream` the text arrives in pieces while the model writes it.

        Args:
            model: Id of the model, of any vendor that the gateway serves.
            prompt: One text, several texts, or the same as lists of token ids. Each gets `n` completions. Null
                starts from an empty document (`<|endoftext|>`), where the vendor allows it. The gateway rejects
                an empty text.
            best_of: Number of texts to generate on the server, at most 20, of which the `n` most likely are
                returned. You pay for all of them. At least `n`, and not in a stream. Default: `1`.
            echo: Repeat the prompt before the text. Default: `False`.
            frequency_penalty: From -2 to 2. Positive values penalize a token for each time it has been used
                already. Default: `0`.
            logit_bias: Bias to add to the likelihood of tokens, by token id as a string: -100 forbids a token,
                100 practically forces it.
            logprobs: Number of most likely alternatives to return for each token, 0 to 5. Null returns no log
                probabilities.
            max_tokens: Maximum number of output tokens. From 0 to 1073741824. Default: `16`.
            n: Number of texts to generate for each prompt, 1 to 128. You pay for the tokens of each. Default:
                `1`.
            presence_penalty: From -2 to 2. Positive values penalize tokens that have been used at all. Default:
                `0`.
            seed: Request the same text for the same request, on a best-effort basis. `system_fingerprint` tells
                when the vendor's system has changed.
            stop: Up to four sequences at which generation stops. The sequence itself is not returned.
            stream: Stream the text as events while it is generated. Default: `False`.
            stream_options: Options of the stream. Only with `stream`.
            suffix: Text that follows the generated text, which is written to fit in between. Only
                `gpt-3.5-turbo-instruct`.
            temperature: Sampling temperature, 0 to 2: 0.2 makes the output focused, 0.8 varied. Change this or
                `top_p`, not both. Default: `1`.
            top_p: Nucleus sampling, 0 to 1: consider only the most likely tokens whose probabilities add up to
                this. Default: `1`.
            user: Your id of the end user, which helps the vendor to trace abuse.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

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
        """Create a text completion.

        Returns text that continues the prompt. This is the legacy form; most models support chat only. With
        `stream` the text arrives in pieces while the model writes it.

        Args:
            model: Id of the model, of any vendor that the gateway serves.
            prompt: One text, several texts, or the same as lists of token ids. Each gets `n` completions. Null
                starts from an empty document (`<|endoftext|>`), where the vendor allows it. The gateway rejects
                an empty text.
            best_of: Number of texts to generate on the server, at most 20, of which the `n` most likely are
                returned. You pay for all of them. At least `n`, and not in a stream. Default: `1`.
            echo: Repeat the prompt before the text. Default: `False`.
            frequency_penalty: From -2 to 2. Positive values penalize a token for each time it has been used
                already. Default: `0`.
            logit_bias: Bias to add to the likelihood of tokens, by token id as a string: -100 forbids a token,
                100 practically forces it.
            logprobs: Number of most likely alternatives to return for each token, 0 to 5. Null returns no log
                probabilities.
            max_tokens: Maximum number of output tokens. From 0 to 1073741824. Default: `16`.
            n: Number of texts to generate for each prompt, 1 to 128. You pay for the tokens of each. Default:
                `1`.
            presence_penalty: From -2 to 2. Positive values penalize tokens that have been used at all. Default:
                `0`.
            seed: Request the same text for the same request, on a best-effort basis. `system_fingerprint` tells
                when the vendor's system has changed.
            stop: Up to four sequences at which generation stops. The sequence itself is not returned.
            stream: Stream the text as events while it is generated. Default: `False`.
            stream_options: Options of the stream. Only with `stream`.
            suffix: Text that follows the generated text, which is written to fit in between. Only
                `gpt-3.5-turbo-instruct`.
            temperature: Sampling temperature, 0 to 2: 0.2 makes the output focused, 0.8 varied. Change this or
                `top_p`, not both. Default: `1`.
            top_p: Nucleus sampling, 0 to 1: consider only the most likely tokens whose probabilities add up to
                this. Default: `1`.
            user: Your id of the end user, which helps the vendor to trace abuse.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

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


class AsyncCompletions(AsyncResource, path="completions"):
    """Text completions, the legacy form (自动补全).

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
        """Create a text completion.

        Returns text that continues the prompt. This is the legacy form; most models support chat only. With
        `stream` the text arrives in pieces while the model writes it.

        Args:
            model: Id of the model, of any vendor that the gateway serves.
            prompt: One text, several texts, or the same as lists of token ids. Each gets `n` completions. Null
                starts from an empty document (`<|endoftext|>`), where the vendor allows it. The gateway rejects
                an empty text.
            best_of: Number of texts to generate on the server, at most 20, of which the `n` most likely are
                returned. You pay for all of them. At least `n`, and not in a stream. Default: `1`.
            echo: Repeat the prompt before the text. Default: `False`.
            frequency_penalty: From -2 to 2. Positive values penalize a token for each time it has been used
                already. Default: `0`.
            logit_bias: Bias to add to the likelihood of tokens, by token id as a string: -100 forbids a token,
                100 practically forces it.
            logprobs: Number of most likely alternatives to return for each token, 0 to 5. Null returns no log
                probabilities.
            max_tokens: Maximum number of output tokens. From 0 to 1073741824. Default: `16`.
            n: Number of texts to generate for each prompt, 1 to 128. You pay for the tokens of each. Default:
                `1`.
            presence_penalty: From -2 to 2. Positive values penalize tokens that have been used at all. Default:
                `0`.
            seed: Request the same text for the same request, on a best-effort basis. `system_fingerprint` tells
                when the vendor's system has changed.
            stop: Up to four sequences at which generation stops. The sequence itself is not returned.
            stream: Stream the text as events while it is generated. Default: `False`.
            stream_options: Options of the stream. Only with `stream`.
            suffix: Text that follows the generated text, which is written to fit in between. Only
                `gpt-3.5-turbo-instruct`.
            temperature: Sampling temperature, 0 to 2: 0.2 makes the output focused, 0.8 varied. Change this or
                `top_p`, not both. Default: `1`.
            top_p: Nucleus sampling, 0 to 1: consider only the most likely tokens whose probabilities add up to
                this. Default: `1`.
            user: Your id of the end user, which helps the vendor to trace abuse.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

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
        """Create a text completion.

        Returns text that continues the prompt. This is the legacy form; most models support chat only. With
        `stream` the text arrives in pieces while the model writes it.

        Args:
            model: Id of the model, of any vendor that the gateway serves.
            prompt: One text, several texts, or the same as lists of token ids. Each gets `n` completions. Null
                starts from an empty document (`<|endoftext|>`), where the vendor allows it. The gateway rejects
                an empty text.
            best_of: Number of texts to generate on the server, at most 20, of which the `n` most likely are
                returned. You pay for all of them. At least `n`, and not in a stream. Default: `1`.
            echo: Repeat the prompt before the text. Default: `False`.
            frequency_penalty: From -2 to 2. Positive values penalize a token for each time it has been used
                already. Default: `0`.
            logit_bias: Bias to add to the likelihood of tokens, by token id as a string: -100 forbids a token,
                100 practically forces it.
            logprobs: Number of most likely alternatives to return for each token, 0 to 5. Null returns no log
                probabilities.
            max_tokens: Maximum number of output tokens. From 0 to 1073741824. Default: `16`.
            n: Number of texts to generate for each prompt, 1 to 128. You pay for the tokens of each. Default:
                `1`.
            presence_penalty: From -2 to 2. Positive values penalize tokens that have been used at all. Default:
                `0`.
            seed: Request the same text for the same request, on a best-effort basis. `system_fingerprint` tells
                when the vendor's system has changed.
            stop: Up to four sequences at which generation stops. The sequence itself is not returned.
            stream: Stream the text as events while it is generated. Default: `False`.
            stream_options: Options of the stream. Only with `stream`.
            suffix: Text that follows the generated text, which is written to fit in between. Only
                `gpt-3.5-turbo-instruct`.
            temperature: Sampling temperature, 0 to 2: 0.2 makes the output focused, 0.8 varied. Change this or
                `top_p`, not both. Default: `1`.
            top_p: Nucleus sampling, 0 to 1: consider only the most likely tokens whose probabilities add up to
                this. Default: `1`.
            user: Your id of the end user, which helps the vendor to trace abuse.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

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
