"""The small project that tests of `documentation apply` work in."""

from __future__ import annotations

from pathlib import Path

import pytest

from .apply_cases import Project


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path)
