# Rendered by `make generate` from spec/openapi.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""Api: what goes in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, Required, TypeAlias

from ..runtime.encoding.multipart import FileParam
from ..runtime.operation.operation import Options


class CaptionPrintBase(Options, total=False):
    """What every form of `caption_print` takes."""

    timeout_: int


class CaptionPrintPlain(CaptionPrintBase, total=False):
    """The parameters of `caption_print` for 'plain'."""

    style: Literal["plain"] | None


class CaptionPrintLong(CaptionPrintBase):
    """The parameters of `caption_print` for 'long'."""

    style: Literal["long"]


class CaptionPrintPoem(CaptionPrintBase):
    """The parameters of `caption_print` for 'poem' or 'song'."""

    style: Literal["poem", "song"]


class CaptionPrint(CaptionPrintBase, total=False):
    """The parameters of `caption_print`."""

    style: Literal["plain", "long", "poem", "song"] | None


class MakePrintBase(Options, total=False):
    """What every form of `make_print` takes.

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


class MakePrintFile(MakePrintBase, total=False):
    """The parameters of `make_print` for 'image/*'.

    (印, doc-1)
    """

    accept: Literal["image/*"]
    """The form of the answer, which the header Accept asks for."""


class MakePrintJson(MakePrintBase):
    """The parameters of `make_print` for 'application/json'.

    (印, doc-1)
    """

    accept: Literal["application/json"]
    """The form of the answer, which the header Accept asks for."""


class MakePrint(MakePrintBase, total=False):
    """The parameters of `make_print`.

    (印, doc-1)
    """

    accept: Literal["image/*", "application/json"]
    """The form of the answer, which the header Accept asks for."""


Size: TypeAlias = Literal["small", "large"]
