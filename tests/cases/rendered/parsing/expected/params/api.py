# Rendered by `make generate` from spec/openapi.yaml. Do not edit.
"""Api: parameters."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Required

from ..runtime.operation.operation import Options


class WriteLetter(Options, total=False):
    """The parameters of `write_letter`."""

    to: Required[str]
    form_at: Mapping[str, object]
