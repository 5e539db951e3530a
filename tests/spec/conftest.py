"""The spec as everything else reads it: bundled, and the registers beside it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.spec import read
from generator.spec.operations import METHODS

SPEC = Path(__file__).parents[2] / "spec"


@pytest.fixture(scope="session")
def tree() -> dict[str, Any]:
    """The bundled document."""
    return read(SPEC / "openapi.yaml").tree


@pytest.fixture(scope="session")
def schemas(tree: dict[str, Any]) -> dict[str, Any]:
    named: dict[str, Any] = tree["components"]["schemas"]
    return named


@pytest.fixture(scope="session")
def operations(tree: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Every operation by its operationId."""
    return {
        operation["operationId"]: operation
        for item in tree["paths"].values()
        for method, operation in item.items()
        if method in METHODS
    }


@pytest.fixture(scope="session")
def pages() -> list[dict[str, Any]]:
    """The entries of the documentation's navigation."""
    entries: list[dict[str, Any]] = _load("documentation.yaml")["entries"]
    return entries


@pytest.fixture(scope="session")
def register() -> list[dict[str, Any]]:
    """The divergences of wire and documentation."""
    entries: list[dict[str, Any]] = _load("divergences.yaml")["divergences"]
    return entries


@pytest.fixture(scope="session")
def extensions() -> dict[str, Any]:
    """The JSON Schema of each x- key."""
    return _load("extensions.yaml")


def _load(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((SPEC / name).read_text(encoding="utf-8"))
    return loaded
