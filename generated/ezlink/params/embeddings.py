# Rendered by `make generate` from spec/families/embeddings.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""Embeddings: parameters."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, Required

from ..runtime.operation.operation import Options


class CreateEmbedding(Options, total=False):
    """The parameters of `create_embedding`.

    Texts, and the form of their vectors.

    (创建嵌入, api-205931267)
    """

    input: Required[str | Sequence[str] | Sequence[int] | Sequence[Sequence[int]]]
    """One text, up to 2048 texts, or the same as lists of token ids. A text must not be empty, nor longer than the
    model's context (8192 tokens for `text-embedding-ada-002`).
    """
    model: Required[Literal["text-embedding-ada-002", "text-embedding-3-small", "text-embedding-3-large"] | str]
    """Id of the model, of any vendor that the gateway serves. Vectors of different models cannot be compared."""
    encoding_format: Literal["float", "base64"] | None
    """Format of the vectors: lists of numbers, or base64 text, which is smaller and faster to read. Default:
    `'float'`.
    """
    dimensions: int | None
    """Length of the vectors, to shorten them. Only `text-embedding-3` and later. At least 1."""
    user: str | None
    """Your id of the end user, which helps the vendor to trace abuse."""
