"""The spec as everything else reads it: bundled, and the registers beside it."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from generator.spec.operations import Operation
from tests.contract import document


@pytest.fixture(scope="session")
def tree() -> dict[str, Any]:
    """The bundled document."""
    return document.tree()


@pytest.fixture(scope="session")
def schemas(tree: dict[str, Any]) -> dict[str, Any]:
    named: dict[str, Any] = tree["components"]["schemas"]
    return named


@pytest.fixture(scope="session")
def operations() -> dict[str, Operation]:
    """Every operation by its operationId, variants too."""
    return document.operations()


@pytest.fixture(scope="session")
def documentation() -> dict[str, Any]:
    """The register of pages."""
    return _load("documentation.yaml")


@pytest.fixture(scope="session")
def pages(documentation: dict[str, Any]) -> list[dict[str, Any]]:
    """The entries of the documentation's navigation."""
    entries: list[dict[str, Any]] = documentation["entries"]
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
    loaded: dict[str, Any] = yaml.safe_load((document.SPEC / name).read_text(encoding="utf-8"))
    return loaded
