# Rendered by `make generate` from spec/openapi.yaml. Do not edit.
"""The Darkroom as the runtime reads it: addresses, names, and shapes of errors."""

from __future__ import annotations

from .runtime.config import APIProfile

PROFILE = APIProfile(
    package="darkroom",
    version="1",
    name="Darkroom",
    env="DARKROOM",
    base_url="https://darkroom.example",
    user_agent="darkroom-python",
    paths=("/albums", "/captions", "/motto", "/prints", "/tick"),
)
