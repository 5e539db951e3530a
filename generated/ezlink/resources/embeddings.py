# Rendered by `make generate` from spec/families/embeddings.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""`client.embeddings`: methods that build a call and send it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Unpack

from ..operations.embeddings import create_embedding
from ..runtime.client.resource import AsyncResource, Omit, Resource, omit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..models.embeddings import CreateEmbeddingResponse
    from ..runtime.operation.operation import Options


class Embeddings(Resource, path="embeddings"):
    """Embeddings: texts as vectors (嵌入).

    `client.embeddings`: `create`.
    """

    def create(
        self,
        *,
        input: str | Sequence[str] | Sequence[int] | Sequence[Sequence[int]],
        model: Literal["text-embedding-ada-002", "text-embedding-3-small", "text-embedding-3-large"] | str,
        encoding_format: Literal["float", "base64"] | Omit | None = omit,
        dimensions: int | Omit | None = omit,
        user: str | Omit | None = omit,
        **options: Unpack[Options],
    ) -> CreateEmbeddingResponse:
        """Create embeddings.

        Returns one vector for each text; texts of similar meaning have vectors close to each other. As `base64` a
        vector takes less than half the bytes of its JSON form and is read many times faster.

        Args:
            input: One text, up to 2048 texts, or the same as lists of token ids. A text must not be empty, nor
                longer than the model's context (8192 tokens for `text-embedding-ada-002`).
            model: Id of the model, of any vendor that the gateway serves. Vectors of different models cannot be
                compared.
            encoding_format: Format of the vectors: lists of numbers, or base64 text, which is smaller and faster
                to read. Default: `'float'`.
            dimensions: Length of the vectors, to shorten them. Only `text-embedding-3` and later. At least 1.
            user: Your id of the end user, which helps the vendor to trace abuse.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `CreateEmbeddingResponse`: The vectors of a request's texts.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        POST /v1/embeddings (创建嵌入, api-205931267)
        """
        return self._client.send(self._call(create_embedding, locals()))


class AsyncEmbeddings(AsyncResource, path="embeddings"):
    """Embeddings: texts as vectors (嵌入).

    `client.embeddings`: `create`.
    """

    async def create(
        self,
        *,
        input: str | Sequence[str] | Sequence[int] | Sequence[Sequence[int]],
        model: Literal["text-embedding-ada-002", "text-embedding-3-small", "text-embedding-3-large"] | str,
        encoding_format: Literal["float", "base64"] | Omit | None = omit,
        dimensions: int | Omit | None = omit,
        user: str | Omit | None = omit,
        **options: Unpack[Options],
    ) -> CreateEmbeddingResponse:
        """Create embeddings.

        Returns one vector for each text; texts of similar meaning have vectors close to each other. As `base64` a
        vector takes less than half the bytes of its JSON form and is read many times faster.

        Args:
            input: One text, up to 2048 texts, or the same as lists of token ids. A text must not be empty, nor
                longer than the model's context (8192 tokens for `text-embedding-ada-002`).
            model: Id of the model, of any vendor that the gateway serves. Vectors of different models cannot be
                compared.
            encoding_format: Format of the vectors: lists of numbers, or base64 text, which is smaller and faster
                to read. Default: `'float'`.
            dimensions: Length of the vectors, to shorten them. Only `text-embedding-3` and later. At least 1.
            user: Your id of the end user, which helps the vendor to trace abuse.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `CreateEmbeddingResponse`: The vectors of a request's texts.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        POST /v1/embeddings (创建嵌入, api-205931267)
        """
        return await self._client.send(self._call(create_embedding, locals()))
