# Rendered by `make generate` from spec/openapi.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""`client.api`: builds the call and sends it, in one step."""

from __future__ import annotations

from ..operations.api import get_stations_id_reading as build_get_stations_id_reading
from ..operations.api import remove_reading as build_remove_reading
from ..runtime.client.resource import AsyncResource, Resource, async_method, method


class Api(Resource):
    """`client.api`: `get_stations_id_reading`, `remove_reading`."""

    get_stations_id_reading = method(build_get_stations_id_reading)
    remove_reading = method(build_remove_reading)


class AsyncApi(AsyncResource):
    """`client.api`: `get_stations_id_reading`, `remove_reading`."""

    get_stations_id_reading = async_method(build_get_stations_id_reading)
    remove_reading = async_method(build_remove_reading)
