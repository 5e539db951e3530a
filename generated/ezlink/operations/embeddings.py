# Rendered by `make generate` from spec/families/embeddings.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""Embeddings: every function builds a call and sends nothing; `client.send(call)` sends it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from ..models.embeddings import CreateEmbeddingResponse
from ..runtime.operation.call import Call, build_call
from ..runtime.operation.endpoint import endpoint
from ..runtime.operation.operation import Operation

if TYPE_CHECKING:
    from ..params.embeddings import CreateEmbedding

_CREATE_EMBEDDING = Operation(
    id="createEmbedding",
    name="embeddings.create",
    method="POST",
    path="/v1/embeddings",
    body=("input", "model", "encoding_format", "dimensions", "user"),
    required=("input", "model"),
    result=CreateEmbeddingResponse,
    proof=("data",),
)


@endpoint(_CREATE_EMBEDDING)
def create_embedding(**params: Unpack[CreateEmbedding]) -> Call[CreateEmbeddingResponse]:
    """Create embeddings.

    Returns one vector for each text; texts of similar meaning have vectors close to each other. As `base64` a
    vector takes less than half the bytes of its JSON form and is read many times faster.

    Args:
        input: One text, up to 2048 texts, or the same as lists of token ids.
        model: Id of the model, of any vendor that the gateway serves.
        All others: see `CreateEmbedding` in params/embeddings.py.

    POST /v1/embeddings (创建嵌入, api-205931267)
    """
    return build_call(_CREATE_EMBEDDING, params)
