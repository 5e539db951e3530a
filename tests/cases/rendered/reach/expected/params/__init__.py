# Rendered by `make generate` from spec/openapi.yaml. Do not edit.
"""Parameters: TypedDicts, for type checkers and editors."""

from __future__ import annotations

from typing import TYPE_CHECKING

__all__ = [
    "AddPet",
    "Bundle",
    "CatParam",
    "ChangeParam",
    "DogParam",
    "ExtrasParam",
    "GetPet",
    "GetPetFilterParam",
    "GetPetPageParam",
    "Login",
    "LoginExtraParam",
    "PatchPet",
    "PatchSettings",
    "PetParam",
    "PostBlob",
    "PostNote",
    "PutCount",
    "PutExtras",
    "PutSettings",
    "PutTags",
    "ReceiptParam",
    "ResetSettings",
    "Role",
    "SearchTags",
    "Upload",
    "api",
]

# Checkers see plain imports; at run time each name is imported when it is first used.
if TYPE_CHECKING:
    from . import api
    from .api import (
        AddPet,
        Bundle,
        CatParam,
        ChangeParam,
        DogParam,
        ExtrasParam,
        GetPet,
        GetPetFilterParam,
        GetPetPageParam,
        Login,
        LoginExtraParam,
        PatchPet,
        PatchSettings,
        PetParam,
        PostBlob,
        PostNote,
        PutCount,
        PutExtras,
        PutSettings,
        PutTags,
        ReceiptParam,
        ResetSettings,
        Role,
        SearchTags,
        Upload,
    )
else:
    from ..runtime.lazy import lazy

    __getattr__ = lazy(
        __name__,
        {
            "AddPet": "api",
            "Bundle": "api",
            "CatParam": "api",
            "ChangeParam": "api",
            "DogParam": "api",
            "ExtrasParam": "api",
            "GetPet": "api",
            "GetPetFilterParam": "api",
            "GetPetPageParam": "api",
            "Login": "api",
            "LoginExtraParam": "api",
            "PatchPet": "api",
            "PatchSettings": "api",
            "PetParam": "api",
            "PostBlob": "api",
            "PostNote": "api",
            "PutCount": "api",
            "PutExtras": "api",
            "PutSettings": "api",
            "PutTags": "api",
            "ReceiptParam": "api",
            "ResetSettings": "api",
            "Role": "api",
            "SearchTags": "api",
            "Upload": "api",
            "api": "api:",
        },
    )


def __dir__() -> list[str]:
    return __all__
