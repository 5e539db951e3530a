# Rendered by `make generate` from spec/families/embeddings.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""`client.embeddings`: builds the call and sends it, in one step."""

from __future__ import annotations

from ..operations.embeddings import create_embedding
from ..runtime.client.resource import AsyncResource, Resource, async_method, method


class Embeddings(Resource):
    """Texts as vectors (嵌入).

    `client.embeddings`: `create`.
    """

    create = method(create_embedding)


class AsyncEmbeddings(AsyncResource):
    """Texts as vectors (嵌入).

    `client.embeddings`: `create`.
    """

    create = async_method(create_embedding)
