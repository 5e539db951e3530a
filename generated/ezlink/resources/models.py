# Rendered by `make generate` from spec/families/model_catalog.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""`client.models`: methods that build a call and send it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from ..operations.model_catalog import list_models, retrieve_model
from ..runtime.client.resource import AsyncPaginator, AsyncResource, Resource

if TYPE_CHECKING:
    from ..models.model_catalog import Model, ModelList
    from ..runtime.operation.operation import Options


class Models(Resource, path="models"):
    """Models that the gateway lists (模型).

    `client.models`: `list`, `retrieve`.
    """

    def list(self, **options: Unpack[Options]) -> ModelList:
        """List models.

        Returns every model that the gateway knows, for any key and whether or not a channel serves it. The list
        is not paginated and has several hundred items; ids repeat where several vendors offer the same model, and
        the order may change.

        Args:
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `ModelList`: All models that the gateway lists.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        GET /v1/models (列出模型, api-205931271)
        """
        return self._client.send(self._call(list_models, locals()))

    def retrieve(self, model: str, **options: Unpack[Options]) -> Model:
        """Get a model by its id.

        Returns the model as in the list. An id with a slash cannot be looked up: even encoded it counts as two
        path segments. Take such a model from the list.

        Args:
            model: Id of the model, without a slash.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `Model`: A model that the gateway lists.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        GET /v1/models/{model} (检索模型, api-205931272)
        """
        return self._client.send(self._call(retrieve_model, locals()))


class AsyncModels(AsyncResource, path="models"):
    """Models that the gateway lists (模型).

    `client.models`: `list`, `retrieve`.
    """

    def list(self, **options: Unpack[Options]) -> AsyncPaginator[ModelList, Model]:
        """List models.

        Returns every model that the gateway knows, for any key and whether or not a channel serves it. The list
        is not paginated and has several hundred items; ids repeat where several vendors offer the same model, and
        the order may change.

        Args:
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `ModelList`: All models that the gateway lists.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        GET /v1/models (列出模型, api-205931271)
        """
        return AsyncPaginator(self._client.send(self._call(list_models, locals())), "models.list")

    async def retrieve(self, model: str, **options: Unpack[Options]) -> Model:
        """Get a model by its id.

        Returns the model as in the list. An id with a slash cannot be looked up: even encoded it counts as two
        path segments. Take such a model from the list.

        Args:
            model: Id of the model, without a slash.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `Model`: A model that the gateway lists.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        GET /v1/models/{model} (检索模型, api-205931272)
        """
        return await self._client.send(self._call(retrieve_model, locals()))
