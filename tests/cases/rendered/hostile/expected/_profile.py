# Rendered by `make generate` from spec/openapi.yaml. Do not edit.
"""The T\"\"\" \\ {{ x }} {% endraw %}\u202e

import os as the runtime reads it: addresses, names, and shapes of errors.
"""

from __future__ import annotations

from .runtime.config import APIProfile
from .runtime.response.error_catalog import ErrorCatalog, ErrorCode, ErrorShape

PROFILE = APIProfile(
    package="evil_pkg",
    version="1'\"0",
    name="N1Class",
    env="E'\"",
    base_url="",
    user_agent="u'\"\r\n",
    versions=("v1",),
    paths=("/kind", "/resource"),
    errors=ErrorCatalog(
        request_id=("X'\"",),
        shapes=(ErrorShape(name="e\"'", where={"/a'\"": "string"}, message="/m'\""),),
        codes={"c'\"": ErrorCode(status=400)},
    ),
    schemes={},
)
