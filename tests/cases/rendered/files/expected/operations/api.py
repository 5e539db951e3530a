# Rendered by `make generate` from spec/openapi.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""Api: every function builds a call and sends nothing; `client.send(call)` sends it."""

from __future__ import annotations

from typing import TYPE_CHECKING, overload

from ..models.api import Album, AsyncAlbum, AsyncPrint, Caption, LongCaption, Print, Waiting
from ..runtime.encoding.multipart import Part
from ..runtime.operation.operation import NotServedHint, Operation
from ..runtime.operation.response_variants import ResponseVariant, ResponseVariants
from ..runtime.operation.signature import signature

if TYPE_CHECKING:
    from typing import Any, Unpack

    from ..params.api import (
        CaptionPrint,
        CaptionPrintLong,
        CaptionPrintPlain,
        CaptionPrintPoem,
        MakePrint,
        MakePrintFile,
        MakePrintJson,
    )
    from ..runtime.files.binary_response import AsyncBinaryResponse, BinaryResponse
    from ..runtime.operation.operation import Call, Options

_LIST_PRINTS = Operation(
    id="listPrints",
    method="GET",
    path="/albums",
    answer=list[Album],
    async_answer=list[AsyncAlbum],
    media=("/*/prints/*", "/*/cover"),
    retry="safe",
)


@signature(_LIST_PRINTS)
def list_prints(**options: Unpack[Options]) -> Call[list[Album], list[AsyncAlbum]]:
    """GET /albums"""
    return _LIST_PRINTS(options)


_CAPTION_PRINT = Operation(
    id="captionPrint",
    method="POST",
    path="/captions",
    body=("style", "timeout"),
    renamed={"timeout_": "timeout"},
    forms=ResponseVariants(
        by="style",
        default="plain",
        cases={
            "plain": ResponseVariant("application/json", answer=Caption),
            "long": ResponseVariant("application/json", answer=LongCaption),
            "poem": ResponseVariant("text/plain", answer=str),
            "song": ResponseVariant("text/plain", answer=str),
        },
    ),
    proof=("text",),
    accepted={"/text": ("a", "b")},
    retry="unsent",
    empty_hint="Nobody had an idea.",
)


@overload
def caption_print(**params: Unpack[CaptionPrintPlain]) -> Call[Caption]: ...


@overload
def caption_print(**params: Unpack[CaptionPrintLong]) -> Call[LongCaption]: ...


@overload
def caption_print(**params: Unpack[CaptionPrintPoem]) -> Call[str]: ...


@overload
def caption_print(**params: Unpack[CaptionPrint]) -> Call[Caption | LongCaption | str]: ...


@signature(_CAPTION_PRINT)
def caption_print(**params: Any) -> Call[Any]:
    """Args:
        All: see `CaptionPrint` in params/api.py.

    `style` says what it gives: `Caption` for 'plain', `LongCaption` for 'long', `str` for 'poem' or 'song'.

    POST /captions
    """
    return _CAPTION_PRINT(params)


_READ_MOTTO = Operation(
    id="readMotto",
    method="GET",
    path="/motto",
    forms=ResponseVariants(cases={"*": ResponseVariant("text/plain", answer=str)}),
    retry="safe",
    keyless=True,
)


@signature(_READ_MOTTO)
def read_motto(**options: Unpack[Options]) -> Call[str]:
    """GET /motto (undocumented)"""
    return _READ_MOTTO(options)


_MAKE_PRINT = Operation(
    id="makePrint",
    method="POST",
    path="/prints",
    header=("X-Paper",),
    multipart=(
        Part("negative", file=True, type="image/png"),
        Part("masks[]", file=True, many=True),
        Part("size"),
        Part("notes[]"),
        Part("gamma"),
    ),
    renamed={"x_paper": "X-Paper", "masks": "masks[]", "notes": "notes[]"},
    forms=ResponseVariants(
        by="accept",
        default="image/*",
        cases={
            "image/*": ResponseVariant("image/*", answer="image"),
            "application/json": ResponseVariant("application/json", answer=Print, async_answer=AsyncPrint),
        },
    ),
    proof=("picture",),
    answers={202: Waiting},
    proofs={202: ("queue",)},
    media=("",),
    retry="unsent",
    not_served=NotServedHint(evidence="The darkroom is closed.", statuses=(501, 503)),
)


@overload
def make_print(**params: Unpack[MakePrintFile]) -> Call[BinaryResponse | Waiting, AsyncBinaryResponse | Waiting]: ...


@overload
def make_print(**params: Unpack[MakePrintJson]) -> Call[Print | Waiting, AsyncPrint | Waiting]: ...


@overload
def make_print(
    **params: Unpack[MakePrint],
) -> Call[BinaryResponse | Print | Waiting, AsyncBinaryResponse | AsyncPrint | Waiting]: ...


@signature(_MAKE_PRINT, "negative")
def make_print(**params: Any) -> Call[Any]:
    """Print a negative.

    Not served. The darkroom is closed.

    Args:
        negative: The negative.
        All others: see `MakePrint` in params/api.py.

    `accept` says what it gives: `BinaryResponse` for 'image/*', `Print` for 'application/json'.

    POST /prints (印, doc-1)
    """
    return _MAKE_PRINT(params)


_HEAR_TICK = Operation(
    id="hearTick",
    method="GET",
    path="/tick",
    forms=ResponseVariants(cases={"*": ResponseVariant("audio/*", answer="audio")}),
    answers={204: None},
    proofs={204: ()},
    retry="safe",
)


@signature(_HEAR_TICK)
def hear_tick(**options: Unpack[Options]) -> Call[BinaryResponse, AsyncBinaryResponse]:
    """GET /tick"""
    return _HEAR_TICK(options)
