"""Fixtures for pytest."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from .mock import AsyncMockTransport, MockTransport

_F = TypeVar("_F", bound=Callable[..., Any])


def _fixture(function: _F) -> _F:
    # Not an import statement: type checkers of programs without pytest do not find it.
    return import_module("pytest").fixture(function)  # type: ignore[no-any-return]


@_fixture
def mock_transport() -> MockTransport:
    """A transport without a socket for a client."""
    from .mock import MockTransport

    return MockTransport()


@_fixture
def async_mock_transport() -> AsyncMockTransport:
    """A transport without a socket for an async client."""
    from .mock import AsyncMockTransport

    return AsyncMockTransport()
