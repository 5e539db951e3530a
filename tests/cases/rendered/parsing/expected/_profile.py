# Rendered by `make generate` from spec/openapi.yaml. Do not edit.
"""The Clerks as the runtime reads it: addresses, names, and shapes of errors."""

from __future__ import annotations

from .runtime.config import APIProfile

PROFILE = APIProfile(
    package="clerks",
    version="1",
    name="Clerks",
    env="CLERKS",
    base_url="https://clerks.example",
    user_agent="clerks-python",
)
