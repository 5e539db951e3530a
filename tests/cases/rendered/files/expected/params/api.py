# Rendered by `make generate` from spec/openapi.yaml. Do not edit.
"""Api: parameters."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, Required, TypeAlias

from ..runtime.encoding.multipart import FileParam
from ..runtime.operation.operation import Options


class CaptionPrint(Options, total=False):
    """The parameters of `caption_print`."""

    timeout_: int


class MakePrint(Options, total=False):
    """The parameters of `make_print`.

    (印, doc-1)
    """

    x_paper: str
    negative: Required[FileParam]
    """The negative."""
    masks: Sequence[FileParam]
    size: Size
    notes: Sequence[str]
    """Default: `['none']`."""
    gamma: float


Size: TypeAlias = Literal["small", "large"]
