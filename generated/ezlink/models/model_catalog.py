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

    def has_next_page(self) -> bool:
        """False: all items are here. For programs that were written for pages."""
        return False


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
    """Permissions of the key for the model; one item, the same for all."""
    root: str
    """Model that this one is an alias of, usually itself."""
    parent: str | None
    """Model that this one is derived from; always null so far."""


class ModelPermission(ResponseModel, frozen=True, kw_only=True):
    """Permissions of a key for a model. A legacy of OpenAI's API; it has no effect.

    (列出模型, api-205931271)
    """

    id: str
    """Id of the permission."""
    object: Literal["model_permission"] | str
    """Always `model_permission`."""
    created: int
    """A Unix time in seconds."""
    allow_create_engine: bool
    """Permission to create an engine from it."""
    allow_sampling: bool
    """Permission to generate text."""
    allow_logprobs: bool
    """Permission to return log probabilities."""
    allow_search_indices: bool
    """Permission to search."""
    allow_view: bool
    """Permission to view it."""
    allow_fine_tuning: bool
    """Permission to fine-tune it."""
    organization: str
    """For whom this holds; `*` is everybody."""
    group: str | None
    """Group that this applies to; always null so far."""
    is_blocking: bool
    """True if this entry blocks."""
