# Rendered by `make generate` from spec/openapi.yaml. Do not edit.
"""Endpoint functions: each builds a call and sends nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

__all__ = [
    "add_pet",
    "api",
    "bundle",
    "download",
    "get_pet",
    "login",
    "patch_pet",
    "patch_settings",
    "post_blob",
    "post_note",
    "put_count",
    "put_extras",
    "put_settings",
    "put_tags",
    "read_styles",
    "reset_settings",
    "search_tags",
    "upload",
]

# Checkers see plain imports; at run time each name is imported when it is first used.
if TYPE_CHECKING:
    from . import api
    from .api import (
        add_pet,
        bundle,
        download,
        get_pet,
        login,
        patch_pet,
        patch_settings,
        post_blob,
        post_note,
        put_count,
        put_extras,
        put_settings,
        put_tags,
        read_styles,
        reset_settings,
        search_tags,
        upload,
    )
else:
    from ..runtime.lazy import lazy

    __getattr__ = lazy(
        __name__,
        {
            "add_pet": "api",
            "api": "api:",
            "bundle": "api",
            "download": "api",
            "get_pet": "api",
            "login": "api",
            "patch_pet": "api",
            "patch_settings": "api",
            "post_blob": "api",
            "post_note": "api",
            "put_count": "api",
            "put_extras": "api",
            "put_settings": "api",
            "put_tags": "api",
            "read_styles": "api",
            "reset_settings": "api",
            "search_tags": "api",
            "upload": "api",
        },
    )


def __dir__() -> list[str]:
    return __all__
