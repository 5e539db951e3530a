# Rendered by `make generate` from spec/openapi.yaml. Do not edit.
# pyright: reportDeprecated=false
"""Api: every function builds a call and sends nothing; `client.send(call)` sends it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from ..models.api import GetStationsIdReadingResult
from ..runtime.deprecation import deprecated
from ..runtime.operation.call import Call, build_call
from ..runtime.operation.endpoint import endpoint
from ..runtime.operation.operation import Operation, Options

if TYPE_CHECKING:
    from ..params.api import GetStationsIdReading

_GET_STATIONS_ID_READING = Operation(
    id="get /stations/{id}/reading",
    name="api.get_stations_id_reading",
    method="GET",
    path="/stations/{id}/reading",
    query=("unit",),
    deprecated={"unit": "deprecated"},
    retry="safe",
    result=GetStationsIdReadingResult,
)


@endpoint(_GET_STATIONS_ID_READING)
def get_stations_id_reading(id: str, **params: Unpack[GetStationsIdReading]) -> Call[GetStationsIdReadingResult]:
    """Args:
        All: see `GetStationsIdReading` in params/api.py.

    GET /stations/{id}/reading
    """
    return build_call(_GET_STATIONS_ID_READING, params, id=id)


_REMOVE_READING = Operation(
    id="removeReading",
    name="api.remove_reading",
    method="DELETE",
    path="/stations/{id}/reading",
    deprecated={"": "deprecated: Use the archive instead."},
    result=None,
)


@deprecated("remove_reading is deprecated: Use the archive instead.")
@endpoint(_REMOVE_READING)
def remove_reading(id: str, **options: Unpack[Options]) -> Call[None]:
    """Removes it for ever. Use the archive instead. Deprecated.

    DELETE /stations/{id}/reading
    """
    return build_call(_REMOVE_READING, options, id=id)
