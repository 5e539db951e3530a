# Rendered by `make generate` from spec/openapi.yaml. Do not edit.
"""The Kitchen as the runtime reads it: addresses, names, and shapes of errors."""

from __future__ import annotations

from .runtime.config import APIProfile

PROFILE = APIProfile(
    package="kitchen",
    version="1",
    name="Kitchen",
    env="KITCHEN",
    base_url="https://kitchen.example",
    user_agent="kitchen-python",
    paths=("/ask", "/film", "/order"),
)
