# Rendered by `make generate` from spec/families/moderations.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""Moderations: parameters."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, Required

from ..runtime.operation.operation import Options


class CreateModeration(Options, total=False):
    """The parameters of `create_moderation`.

    Texts to judge.

    (创建内容审核)
    """

    input: Required[str | Sequence[str]]
    """One text or several. The gateway rejects an empty one."""
    model: Literal["text-moderation-latest", "text-moderation-stable"] | str
    """Id of the model. If omitted, the gateway uses a channel of `text-moderation-stable` and leaves the model to
    the vendor. Default: `'text-moderation-latest'`.
    """
