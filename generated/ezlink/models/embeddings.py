# Rendered by `make generate` from spec/families/embeddings.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""Embeddings: models of responses."""

from __future__ import annotations

from array import array
from typing import Literal

from ..runtime.response.model import ResponseModel, float32s


class CreateEmbeddingResponse(ResponseModel, frozen=True, kw_only=True):
    """The vectors of a request's texts.

    (创建嵌入, api-205931267)
    """

    data: list[Embedding]
    """One vector for each text, in the order of the texts."""
    model: str
    """The model that made the vectors."""
    object: Literal["list"] | str
    """Always `list`."""
    usage: EmbeddingUsage
    """Token usage of the request."""


class Embedding(ResponseModel, frozen=True, kw_only=True):
    """The vector of one text.

    (嵌入对象, doc-4994291)
    """

    index: int
    """Index of the text within the request, from 0."""
    embedding: list[float] | bytes
    """The vector as numbers; with `encoding_format` `base64` as base64 text, whose bytes are 32-bit floats, little
    end first.
    """
    object: Literal["embedding"] | str
    """Always `embedding`."""

    @property
    def vector(self) -> array[float]:
        """`embedding` as 32-bit floats, whether it came as numbers or as base64."""
        return float32s(self.embedding)


class EmbeddingUsage(ResponseModel, frozen=True, kw_only=True):
    """Token usage of a request.

    (创建嵌入, api-205931267)
    """

    prompt_tokens: int
    """Tokens of the texts."""
    total_tokens: int
    """The same, since nothing is written."""
