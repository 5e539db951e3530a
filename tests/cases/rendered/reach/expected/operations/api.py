# Rendered by `make generate` from spec/openapi.yaml. Do not edit.
"""Api: every function builds a call and sends nothing; `client.send(call)` sends it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Unpack

from ..models.api import Amounts, Extras, Pair, Pet, Receipt, Shape
from ..runtime.encoding.bodies import BodySpec
from ..runtime.encoding.multipart import FormField
from ..runtime.encoding.styles import ParameterStyle
from ..runtime.operation.call import Call, build_call
from ..runtime.operation.endpoint import endpoint
from ..runtime.operation.operation import Operation, Options
from ..runtime.operation.response_variants import ResponseVariant, ResponseVariants
from ..runtime.operation.stream_spec import StreamSpec

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from ..params.api import (
        AddPet,
        Bundle,
        GetPet,
        Login,
        PatchPet,
        PatchSettings,
        PostBlob,
        PostNote,
        PutCount,
        PutExtras,
        PutSettings,
        PutTags,
        ResetSettings,
        SearchTags,
        Upload,
    )
    from ..runtime.files.binary_response import AsyncBinaryResponse, BinaryResponse
    from ..runtime.streaming.stream import AsyncStream, Stream

_POST_BLOB = Operation(
    id="postBlob",
    name="api.post_blob",
    method="POST",
    path="/blob",
    content=BodySpec(kind="file", media_type="application/octet-stream", argument="body"),
    required=("body",),
    variants=ResponseVariants(cases={"*": ResponseVariant(media_type="application/pdf", result="file")}),
)


@endpoint(_POST_BLOB)
def post_blob(**params: Unpack[PostBlob]) -> Call[BinaryResponse, AsyncBinaryResponse]:
    """Args:
        body: The body, sent as application/octet-stream.

    POST /blob
    """
    return build_call(_POST_BLOB, params)


_BUNDLE = Operation(
    id="bundle",
    name="api.bundle",
    method="POST",
    path="/bundle",
    multipart=(FormField(name="note"),),
    multipart_type="multipart/related",
    result=None,
)


@endpoint(_BUNDLE)
def bundle(**params: Unpack[Bundle]) -> Call[None]:
    """Args:
        All: see `Bundle` in params/api.py.

    POST /bundle
    """
    return build_call(_BUNDLE, params)


_PUT_COUNT = Operation(
    id="putCount",
    name="api.put_count",
    method="PUT",
    path="/count",
    content=BodySpec(kind="json", media_type="application/json", argument="body"),
    result=dict[str, int],
)


@endpoint(_PUT_COUNT)
def put_count(**params: Unpack[PutCount]) -> Call[dict[str, int]]:
    """Args:
        All: see `PutCount` in params/api.py.

    PUT /count
    """
    return build_call(_PUT_COUNT, params)


_PUT_EXTRAS = Operation(
    id="putExtras",
    name="api.put_extras",
    method="PUT",
    path="/extras",
    content=BodySpec(kind="json", media_type="application/json", argument="body"),
    required=("body",),
    result=Extras,
)


@endpoint(_PUT_EXTRAS)
def put_extras(**params: Unpack[PutExtras]) -> Call[Extras]:
    """Args:
        body: The body, sent as application/json.

    PUT /extras
    """
    return build_call(_PUT_EXTRAS, params)


_LOGIN = Operation(
    id="login",
    name="api.login",
    method="POST",
    path="/login",
    body=("user", "roles", "role", "level", "extra", "deep", "any"),
    content=BodySpec(kind="form", media_type="application/x-www-form-urlencoded"),
    styles={
        "extra": ParameterStyle(layout="mixed"),
        "deep": ParameterStyle(layout="deepObject"),
        "any": ParameterStyle(layout="mixed"),
    },
    nullable=("level",),
    required=("user",),
    security=(("basic",),),
    result=None,
)


@endpoint(_LOGIN)
def login(**params: Unpack[Login]) -> Call[None]:
    """Args:
        All: see `Login` in params/api.py.

    POST /login
    """
    return build_call(_LOGIN, params)


_POST_NOTE = Operation(
    id="postNote",
    name="api.post_note",
    method="POST",
    path="/note",
    content=BodySpec(kind="text", media_type="text/plain", argument="body"),
    required=("body",),
    stream=StreamSpec(when=None, event=Receipt),
)


@endpoint(_POST_NOTE)
def post_note(**params: Unpack[PostNote]) -> Call[Stream[Receipt, Any], AsyncStream[Receipt, Any]]:
    """Args:
        body: The body, sent as text/plain.

    POST /note
    """
    return build_call(_POST_NOTE, params)


_ADD_PET = Operation(
    id="addPet",
    name="api.add_pet",
    method="POST",
    path="/pet",
    content=BodySpec(kind="json", media_type="application/json", argument="body"),
    required=("body",),
    result=Pet,
    results={201: Receipt},
    proofs={201: ()},
)


@endpoint(_ADD_PET)
def add_pet(**params: Unpack[AddPet]) -> Call[Pet | Receipt]:
    """Args:
        body: A cat or a dog.

    POST /pet
    """
    return build_call(_ADD_PET, params)


_GET_PET = Operation(
    id="getPet",
    name="pets.get_pet",
    method="GET",
    path="/pets/{pet}",
    query=("q", "fields", "piped", "spaced", "filter", "page", "where", "since", "path"),
    header=("X-Ids",),
    cookie=("session",),
    styles={
        "fields": ParameterStyle(layout="form", explode=False),
        "piped": ParameterStyle(layout="pipeDelimited", explode=False),
        "spaced": ParameterStyle(layout="spaceDelimited", explode=False),
        "filter": ParameterStyle(layout="deepObject"),
        "page": ParameterStyle(layout="form"),
        "where": ParameterStyle(layout="json"),
        "since": ParameterStyle(layout="form"),
        "path": ParameterStyle(layout="form", reserved=True),
        "X-Ids": ParameterStyle(layout="simple", explode=False),
        "session": ParameterStyle(layout="form"),
    },
    nullable=("q",),
    wire_names={"x_ids": "X-Ids"},
    retry="safe",
    result=Pet,
)


@endpoint(_GET_PET)
def get_pet(pet: int, **params: Unpack[GetPet]) -> Call[Pet]:
    """Args:
        pet: Number of the pet.
        All others: see `GetPet` in params/api.py.

    GET /pets/{pet}
    """
    return build_call(_GET_PET, params, pet=pet)


_PATCH_PET = Operation(
    id="patchPet",
    name="pets.patch_pet",
    method="PATCH",
    path="/pets/{pet}",
    content=BodySpec(kind="json", media_type="application/json-patch+json", argument="body"),
    required=("body",),
    result=None,
)


@endpoint(_PATCH_PET)
def patch_pet(pet: int, **params: Unpack[PatchPet]) -> Call[None]:
    """Args:
        pet: Number of the pet.
        body: The changes, one after the other.

    PATCH /pets/{pet}
    """
    return build_call(_PATCH_PET, params, pet=pet)


_PUT_SETTINGS = Operation(
    id="putSettings",
    name="api.put_settings",
    method="PUT",
    path="/settings",
    body=("dark",),
    content=BodySpec(kind="json", media_type="application/merge-patch+json", required=True),
    result=None,
)


@endpoint(_PUT_SETTINGS)
def put_settings(**params: Unpack[PutSettings]) -> Call[None]:
    """Args:
        All: see `PutSettings` in params/api.py.

    PUT /settings
    """
    return build_call(_PUT_SETTINGS, params)


_RESET_SETTINGS = Operation(
    id="resetSettings",
    name="api.reset_settings",
    method="POST",
    path="/settings",
    content=BodySpec(kind="json", media_type="application/json", argument="body"),
    required=("body",),
    result=Amounts,
)


@endpoint(_RESET_SETTINGS)
def reset_settings(**params: Unpack[ResetSettings]) -> Call[Amounts]:
    """Args:
        body: The body, sent as application/json.

    POST /settings
    """
    return build_call(_RESET_SETTINGS, params)


_PATCH_SETTINGS = Operation(
    id="patchSettings",
    name="api.patch_settings",
    method="PATCH",
    path="/settings",
    body=("dark",),
    content=BodySpec(kind="json", media_type="application/json"),
    result=None,
)


@endpoint(_PATCH_SETTINGS)
def patch_settings(**params: Unpack[PatchSettings]) -> Call[None]:
    """Args:
        All: see `PatchSettings` in params/api.py.

    PATCH /settings
    """
    return build_call(_PATCH_SETTINGS, params)


_READ_STYLES = Operation(
    id="readStyles",
    name="api.read_styles",
    method="GET",
    path="/styles/{label}/{matrix}/{list}/{id}",
    styles={
        "label": ParameterStyle(layout="label", explode=False),
        "matrix": ParameterStyle(layout="matrix"),
        "list": ParameterStyle(layout="simple", explode=False),
        "id": ParameterStyle(layout="simple", explode=False),
    },
    security=(),
    retry="safe",
    variants=ResponseVariants(cases={"*": ResponseVariant(media_type="text/csv", result=str)}),
)


@endpoint(_READ_STYLES)
def read_styles(
    label: Sequence[int], matrix: Sequence[int], list: Sequence[str], id: str | UUID, **options: Unpack[Options]
) -> Call[str]:
    """GET /styles/{label}/{matrix}/{list}/{id}"""
    return build_call(_READ_STYLES, options, label=label, matrix=matrix, list=list, id=id)


_PUT_TAGS = Operation(
    id="putTags",
    name="api.put_tags",
    method="PUT",
    path="/tags",
    content=BodySpec(kind="json", media_type="application/json", argument="body"),
    required=("body",),
    result=int,
)


@endpoint(_PUT_TAGS)
def put_tags(**params: Unpack[PutTags]) -> Call[int]:
    """Args:
        body: The body, sent as application/json.

    PUT /tags
    """
    return build_call(_PUT_TAGS, params)


_SEARCH_TAGS = Operation(
    id="searchTags", name="api.search_tags", method="GET", path="/tags", query=("q",), retry="safe", result=Pair
)


@endpoint(_SEARCH_TAGS)
def search_tags(**params: Unpack[SearchTags]) -> Call[Pair]:
    """Args:
        All: see `SearchTags` in params/api.py.

    GET /tags
    """
    return build_call(_SEARCH_TAGS, params)


_DOWNLOAD = Operation(
    id="download",
    name="api.download",
    method="GET",
    path="/upload",
    security=(("query",), ()),
    server="https://files.reach.example",
    retry="safe",
    result=list[Shape],
)


@endpoint(_DOWNLOAD)
def download(**options: Unpack[Options]) -> Call[list[Shape]]:
    """GET /upload"""
    return build_call(_DOWNLOAD, options)


_UPLOAD = Operation(
    id="upload",
    name="api.upload",
    method="POST",
    path="/upload",
    query=("kind",),
    multipart=(
        FormField(name="file", file=True),
        FormField(name="body:kind"),
        FormField(name="about", json=True),
        FormField(name="more", many=True, json=True),
        FormField(name="note"),
        FormField(name="level"),
        FormField(name="either", json=True, text=True),
    ),
    nullable=("note",),
    sent_as={"body:kind": "kind"},
    required=("file",),
    wire_names={"body_kind": "body:kind"},
    security=(("cookie",),),
    result=str,
)


@endpoint(_UPLOAD)
def upload(**params: Unpack[Upload]) -> Call[str]:
    """Args:
        All: see `Upload` in params/api.py.

    POST /upload
    """
    return build_call(_UPLOAD, params)
