# Rendered by `make generate` from spec/openapi.yaml. Do not edit.
"""Api: parameters."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Literal, Required, TypeAlias, TypedDict
from uuid import UUID

from ..models.api import Cat, Dog, Extras, Receipt
from ..runtime.encoding.multipart import FileParam
from ..runtime.operation.operation import Options


class PostBlob(Options):
    """The parameters of `post_blob`."""

    body: FileParam
    """The body, sent as application/octet-stream."""


class Bundle(Options, total=False):
    """The parameters of `bundle`."""

    note: str


class PutCount(Options, total=False):
    """The parameters of `put_count`."""

    body: int
    """The body, sent as application/json."""


class PutExtras(Options):
    """The parameters of `put_extras`."""

    body: ExtrasParam
    """The body, sent as application/json."""


ExtrasParam: TypeAlias = Mapping[str, object] | Extras


class Login(Options, total=False):
    """The parameters of `login`.

    Fields of a form.
    """

    user: Required[str]
    roles: Sequence[str]
    role: Role
    level: Role | int | None
    extra: LoginExtraParam
    deep: Mapping[str, object]
    any: object


Role: TypeAlias = Literal["admin", "user"]


class LoginExtraParam(TypedDict, total=False):
    a: int


class PostNote(Options):
    """The parameters of `post_note`."""

    body: str
    """The body, sent as text/plain."""


class AddPet(Options):
    """The parameters of `add_pet`."""

    body: PetParam
    """A cat or a dog."""


class CatParam(TypedDict, total=False):
    petType: Required[str]
    born: str | dt.datetime
    lives: Required[int]


class DogParam(TypedDict, total=False):
    petType: Required[str]
    born: str | dt.datetime
    friend: PetParam
    """A cat or a dog."""
    kennel: str | UUID


PetParam: TypeAlias = CatParam | Cat | DogParam | Dog
"""A cat or a dog."""


class GetPet(Options, total=False):
    """The parameters of `get_pet`."""

    q: str | None
    fields: Sequence[str]
    piped: Sequence[str]
    spaced: Sequence[str]
    filter: GetPetFilterParam
    page: GetPetPageParam
    where: Mapping[str, object]
    since: str | dt.date
    path: str
    x_ids: Sequence[int]
    session: str


class GetPetFilterParam(TypedDict, total=False):
    age: int
    tags: Sequence[str]


class GetPetPageParam(TypedDict, total=False):
    size: int
    after: str


class PatchPet(Options):
    """The parameters of `patch_pet`."""

    body: Sequence[ChangeParam]
    """The changes, one after the other."""


class ChangeParam(TypedDict, total=False):
    op: Required[Literal["add", "remove"]]
    path: Required[str]
    value: object


class PutSettings(Options, total=False):
    """The parameters of `put_settings`."""

    dark: bool


class ResetSettings(Options):
    """The parameters of `reset_settings`."""

    body: Mapping[str, object]
    """The body, sent as application/json."""


class PatchSettings(Options, total=False):
    """The parameters of `patch_settings`."""

    dark: bool


class PutTags(Options):
    """The parameters of `put_tags`."""

    body: Sequence[str]
    """The body, sent as application/json."""


class SearchTags(Options, total=False):
    """The parameters of `search_tags`."""

    q: str


class Upload(Options, total=False):
    """The parameters of `upload`."""

    kind: str
    file: Required[FileParam]
    body_kind: str
    about: ReceiptParam | Receipt
    more: Sequence[ReceiptParam | Receipt]
    note: str | None
    level: Role | int
    either: Role | ReceiptParam | Receipt


class ReceiptParam(TypedDict, total=False):
    id: Required[int]
    price: str | Decimal
    data: str
    undescribed: Required[object]
