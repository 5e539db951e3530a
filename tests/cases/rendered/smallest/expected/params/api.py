# Rendered by `make generate` from spec/openapi.yaml. Do not edit.
"""Api: parameters."""

from __future__ import annotations

from typing import Literal

from ..runtime.operation.operation import Options


class GetStationsIdReading(Options, total=False):
    """The parameters of `get_stations_id_reading`."""

    unit: Literal["celsius", "kelvin"]
    """Deprecated."""
