"""Fixtures for pytest."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from .mock import AsyncMockTransport, MockTransport


@pytest.fixture
def mock_transport() -> MockTransport:
    """A transport without a socket for a client."""
    from .mock import MockTransport

    return MockTransport()


@pytest.fixture
def async_mock_transport() -> AsyncMockTransport:
    """A transport without a socket for an async client."""
    from .mock import AsyncMockTransport

    return AsyncMockTransport()
