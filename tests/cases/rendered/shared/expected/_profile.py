# Rendered by `make generate` from spec/openapi.yaml. Do not edit.
"""The Shop as the runtime reads it: addresses, names, and shapes of errors."""

from __future__ import annotations

from .runtime.config import APIProfile
from .runtime.response.error_catalog import ErrorCatalog, ErrorCode, ErrorShape

PROFILE = APIProfile(
    package="shop",
    version="0.3.0",
    name="Shop",
    env="SHOP",
    base_url="https://shop.example",
    user_agent="shop-python",
    paths=("/orders",),
    errors=ErrorCatalog(
        request_id=("X-Request-Id",),
        shapes=(ErrorShape(name="plain", where={"/error": "string"}, message="/error", outcome="rejected"),),
        codes={"sold_out": ErrorCode(status=409, outcome="rejected")},
    ),
    schemes={},
)
