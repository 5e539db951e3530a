# Rendered by `make generate` from spec/openapi.yaml. Do not edit.
"""Api: every function builds a call and sends nothing; `client.send(call)` sends it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, Unpack, overload

from ..models.api import Album, AsyncAlbum, AsyncPrint, Caption, LongCaption, Print, Waiting
from ..runtime.encoding.bodies import BodySpec
from ..runtime.encoding.multipart import FormField
from ..runtime.operation.call import Call, build_call
from ..runtime.operation.endpoint import endpoint
from ..runtime.operation.operation import NotServedHint, Operation, Options
from ..runtime.operation.response_variants import ResponseVariant, ResponseVariants

if TYPE_CHECKING:
    from ..params.api import CaptionPrint, MakePrint
    from ..runtime.files.binary_response import AsyncBinaryResponse, BinaryResponse

_LIST_PRINTS = Operation(
    id="listPrints",
    name="prints.list",
    method="GET",
    path="/albums",
    retry="safe",
    result=list[Album],
    async_result=list[AsyncAlbum],
    file_models=("/*/prints/*", "/*/cover"),
)


@endpoint(_LIST_PRINTS)
def list_prints(**options: Unpack[Options]) -> Call[list[Album], list[AsyncAlbum]]:
    """GET /albums"""
    return build_call(_LIST_PRINTS, options)


_CAPTION_PRINT = Operation(
    id="captionPrint",
    name="prints.captions.create",
    method="POST",
    path="/captions",
    body=("style", "timeout"),
    content=BodySpec(kind="json", media_type="application/json"),
    wire_names={"timeout_": "timeout"},
    proof=("text",),
    accepted={"/text": ("a", "b")},
    variants=ResponseVariants(
        by="style",
        default="plain",
        cases={
            "plain": ResponseVariant(media_type="application/json", result=Caption),
            "long": ResponseVariant(media_type="application/json", result=LongCaption),
            "poem": ResponseVariant(media_type="text/plain", result=str),
            "song": ResponseVariant(media_type="text/plain", result=str),
        },
    ),
    empty_hint="Nobody had an idea.",
)


@overload
def caption_print(*, style: Literal["plain"] | None = ..., **params: Unpack[CaptionPrint]) -> Call[Caption]: ...


@overload
def caption_print(*, style: Literal["long"], **params: Unpack[CaptionPrint]) -> Call[LongCaption]: ...


@overload
def caption_print(*, style: Literal["poem", "song"], **params: Unpack[CaptionPrint]) -> Call[str]: ...


@overload
def caption_print(
    *, style: Literal["plain", "long", "poem", "song"] | None = ..., **params: Unpack[CaptionPrint]
) -> Call[Caption | LongCaption | str]: ...


@endpoint(_CAPTION_PRINT)
def caption_print(**params: Any) -> Call[Any]:
    """Args:
        All: see `CaptionPrint` in params/api.py.

    POST /captions
    """
    return build_call(_CAPTION_PRINT, params)


_READ_MOTTO = Operation(
    id="readMotto",
    name="api.read_motto",
    method="GET",
    path="/motto",
    keyless=True,
    retry="safe",
    variants=ResponseVariants(cases={"*": ResponseVariant(media_type="text/plain", result=str)}),
)


@endpoint(_READ_MOTTO)
def read_motto(**options: Unpack[Options]) -> Call[str]:
    """GET /motto (undocumented)"""
    return build_call(_READ_MOTTO, options)


_MAKE_PRINT = Operation(
    id="makePrint",
    name="prints.create",
    method="POST",
    path="/prints",
    header=("X-Paper",),
    multipart=(
        FormField(name="negative", file=True, type="image/png"),
        FormField(name="masks[]", file=True, many=True),
        FormField(name="size"),
        FormField(name="notes[]"),
        FormField(name="gamma"),
    ),
    required=("negative",),
    wire_names={"x_paper": "X-Paper", "masks": "masks[]", "notes": "notes[]"},
    results={202: Waiting},
    proof=("picture",),
    proofs={202: ("queue",)},
    variants=ResponseVariants(
        by="accept",
        default="image/*",
        cases={
            "image/*": ResponseVariant(media_type="image/*", result="image"),
            "application/json": ResponseVariant(media_type="application/json", result=Print, async_result=AsyncPrint),
        },
    ),
    file_models=("",),
    not_served=NotServedHint(evidence="The darkroom is closed.", statuses=(501, 503)),
)


@overload
def make_print(
    *, accept: Literal["image/*"] = ..., **params: Unpack[MakePrint]
) -> Call[BinaryResponse | Waiting, AsyncBinaryResponse | Waiting]: ...


@overload
def make_print(
    *, accept: Literal["application/json"], **params: Unpack[MakePrint]
) -> Call[Print | Waiting, AsyncPrint | Waiting]: ...


@overload
def make_print(
    *, accept: Literal["image/*", "application/json"] = ..., **params: Unpack[MakePrint]
) -> Call[BinaryResponse | Print | Waiting, AsyncBinaryResponse | AsyncPrint | Waiting]: ...


@endpoint(_MAKE_PRINT)
def make_print(**params: Any) -> Call[Any]:
    """Print a negative.

    Not served. The darkroom is closed.

    Args:
        negative: The negative.
        accept: Media type of the response, sent as the header Accept.
        All others: see `MakePrint` in params/api.py.

    POST /prints (印, doc-1)
    """
    return build_call(_MAKE_PRINT, params)


_HEAR_TICK = Operation(
    id="hearTick",
    name="api.hear_tick",
    method="GET",
    path="/tick",
    retry="safe",
    results={204: None},
    proofs={204: ()},
    variants=ResponseVariants(cases={"*": ResponseVariant(media_type="audio/*", result="audio")}),
)


@endpoint(_HEAR_TICK)
def hear_tick(**options: Unpack[Options]) -> Call[BinaryResponse, AsyncBinaryResponse]:
    """GET /tick"""
    return build_call(_HEAR_TICK, options)
