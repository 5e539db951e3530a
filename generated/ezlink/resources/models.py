# Rendered by `make generate` from spec/families/model_catalog.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""`client.models`: builds the call and sends it, in one step."""

from __future__ import annotations

from ..operations.model_catalog import list_models, retrieve_model
from ..runtime.client.resource import AsyncResource, Resource, async_method, method


class Models(Resource):
    """The models that the gateway lists (模型).

    `client.models`: `list`, `retrieve`.
    """

    list = method(list_models)
    retrieve = method(retrieve_model)


class AsyncModels(AsyncResource):
    """The models that the gateway lists (模型).

    `client.models`: `list`, `retrieve`.
    """

    list = async_method(list_models)
    retrieve = async_method(retrieve_model)
