# Rendered by `make generate` from spec/families/model_catalog.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""Model catalog: every function builds a call and sends nothing; `client.send(call)` sends it."""

from __future__ import annotations

from typing import Unpack

from ..models.model_catalog import Model, ModelList
from ..runtime.operation.call import Call, build_call
from ..runtime.operation.endpoint import endpoint
from ..runtime.operation.operation import Operation, Options

_LIST_MODELS = Operation(
    id="listModels",
    name="models.list",
    method="GET",
    path="/v1/models",
    retry="safe",
    result=ModelList,
    proof=("data",),
)


@endpoint(_LIST_MODELS)
def list_models(**options: Unpack[Options]) -> Call[ModelList]:
    """List models.

    Returns every model that the gateway knows, for any key and whether or not a channel serves it. The list is
    not paginated and has several hundred items; ids repeat where several vendors offer the same model, and the
    order may change.

    GET /v1/models (列出模型, api-205931271)
    """
    return build_call(_LIST_MODELS, options)


_RETRIEVE_MODEL = Operation(
    id="retrieveModel",
    name="models.retrieve",
    method="GET",
    path="/v1/models/{model}",
    retry="safe",
    result=Model,
    proof=("id",),
)


@endpoint(_RETRIEVE_MODEL)
def retrieve_model(model: str, **options: Unpack[Options]) -> Call[Model]:
    """Get a model by its id.

    Returns the model as in the list. An id with a slash cannot be looked up: even encoded it counts as two path
    segments. Take such a model from the list.

    Args:
        model: Id of the model, without a slash.

    GET /v1/models/{model} (检索模型, api-205931272)
    """
    return build_call(_RETRIEVE_MODEL, options, model=model)
