# Rendered by `make generate` from spec/openapi.yaml. Do not edit.
"""The Weather as the runtime reads it: addresses, names, and shapes of errors."""

from __future__ import annotations

from .runtime.config import APIProfile

PROFILE = APIProfile(
    package="weather",
    version="2.1",
    name="Weather",
    env="WEATHER",
    base_url="",
    user_agent="weather-python",
    schemes={},
)
