# Rendered by `make generate` from spec/families/moderations.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""Moderations: every function builds a call and sends nothing; `client.send(call)` sends it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from ..models.moderations import ModerationCreateResponse
from ..runtime.operation.call import Call, build_call
from ..runtime.operation.endpoint import endpoint
from ..runtime.operation.operation import Operation

if TYPE_CHECKING:
    from ..params.moderations import CreateModeration

_CREATE_MODERATION = Operation(
    id="createModeration",
    name="moderations.create",
    method="POST",
    path="/v1/moderations",
    body=("input", "model"),
    required=("input",),
    result=ModerationCreateResponse,
    proof=("results",),
)


@endpoint(_CREATE_MODERATION)
def create_moderation(**params: Unpack[CreateModeration]) -> Call[ModerationCreateResponse]:
    """Classify texts as harmful or not.

    Returns for each text a flag, the categories that it violates, and the model's scores.

    Args:
        input: One text or several.
        All others: see `CreateModeration` in params/moderations.py.

    POST /v1/moderations (创建内容审核)
    """
    return build_call(_CREATE_MODERATION, params)
