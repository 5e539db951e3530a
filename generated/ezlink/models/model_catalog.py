# Rendered by `make generate` from spec/families/model_catalog.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""Model catalog: models of responses."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from typing import Literal

from ..runtime.response.model import ResponseModel


class ModelList(ResponseModel, frozen=True, kw_only=True):
    """All models that the gateway lists.

    (列出模型, api-205931271)
    """

    object: Literal["list"] | str
    """Always `list`."""
    data: list[Model]
    """The models. The same id may come more than once."""

    def __iter__(self) -> Iterator[Model]:
        """The items of `data`, one by one."""
        return iter(self.data)

    async def __aiter__(self) -> AsyncIterator[Model]:
        """The same, for `async for`."""
        for item in self.data:
            yield item


class Model(ResponseModel, frozen=True, kw_only=True):
    """A model that the gateway lists.

    (模型对象, doc-4994294)
    """

    id: str
    """The id that requests name as `model`."""
    created: int
    """A Unix time in seconds; the gateway sends the same one for every model."""
    object: Literal["model"] | str
    """Always `model`."""
    owned_by: str
    """The vendor, such as `openai` or `anthropic`."""
    permission: list[ModelPermission]
    """What the key may do with the model; one item, the same for all."""
    root: str
    """The model that this one stands for, as a rule itself."""
    parent: str | None
    """The model that this one is made from; so far always null."""


class ModelPermission(ResponseModel, frozen=True, kw_only=True):
    """What a key may do with a model. A left-over of OpenAI's older form; it decides nothing.

    (列出模型, api-205931271)
    """

    id: str
    """Id of the permission."""
    object: Literal["model_permission"] | str
    """Always `model_permission`."""
    created: int
    """A Unix time in seconds."""
    allow_create_engine: bool
    """Whether an engine may be made from it."""
    allow_sampling: bool
    """Whether it may write."""
    allow_logprobs: bool
    """Whether it may tell log probabilities."""
    allow_search_indices: bool
    """Whether it may search."""
    allow_view: bool
    """Whether it may be seen."""
    allow_fine_tuning: bool
    """Whether it may be tuned."""
    organization: str
    """For whom this holds; `*` is everybody."""
    group: str | None
    """For which group this holds; so far always null."""
    is_blocking: bool
    """Whether this forbids."""
