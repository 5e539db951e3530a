# Rendered by `make generate` from spec/openapi.yaml. Do not edit.
"""Api: models of responses."""

from __future__ import annotations

import datetime as dt
from typing import Literal

import msgspec

from ..runtime.response.model import ResponseModel


class GetStationsIdReadingResult(ResponseModel, frozen=True, kw_only=True):
    at: dt.datetime
    """When it was read."""
    degrees: float
    wind: GetStationsIdReadingResultWind | None = None


class GetStationsIdReadingResultWind(ResponseModel, frozen=True, kw_only=True):
    speed: float | None = None
    from_: Literal["n", "e", "s", "w"] | str | None = msgspec.field(default=None, name="from")
