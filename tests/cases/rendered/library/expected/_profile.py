# Rendered by `make generate` from spec/openapi.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""The Town Library as the runtime reads it: addresses, names, and shapes of errors."""

from __future__ import annotations

from .runtime.config import APIProfile
from .runtime.response.error_catalog import ErrorCatalog, ErrorCode, ErrorShape

PROFILE = APIProfile(
    package="library",
    version="1",
    name="Library",
    env="TOWN_LIBRARY",
    base_url="https://library.example",
    user_agent="library-python",
    paths=("/answers", "/authors", "/books", "/loans", "/scans", "/search", "/shelves", "/visits"),
    errors=ErrorCatalog(
        request_id=("X-Trace",),
        shapes=(ErrorShape(name="fault", where={"/fault/text": "string"}, message="/fault/text", code="/fault/kind"),),
        codes={"no_such_book": ErrorCode(status=404, outcome="rejected")},
    ),
    schemes={},
)
