# Rendered by `make generate` from spec/openapi.yaml. Do not edit.
"""The Reach as the runtime reads it: addresses, names, and shapes of errors."""

from __future__ import annotations

from .runtime.config import APIProfile
from .runtime.credentials import SecurityScheme

PROFILE = APIProfile(
    package="reach",
    version="1",
    name="Reach",
    env="REACH",
    base_url="https://eu.reach.example/api",
    user_agent="reach-python",
    paths=("/blob", "/bundle", "/count", "/extras", "/login", "/note", "/pet", "/settings", "/tags", "/upload"),
    schemes={
        "token": SecurityScheme(kind="bearer", arguments=("token",), env=("REACH_TOKEN",)),
        "key": SecurityScheme(kind="header", arguments=("key",), env=("REACH_KEY",), name="X-Key"),
        "basic": SecurityScheme(
            kind="basic", arguments=("username", "password"), env=("REACH_USERNAME", "REACH_PASSWORD")
        ),
        "cookie": SecurityScheme(kind="cookie", arguments=("cookie",), env=("REACH_COOKIE",), name="sid"),
        "query": SecurityScheme(kind="query", arguments=("query",), env=("REACH_QUERY",), name="api-key"),
    },
    security=(("token",), ("key",)),
)
