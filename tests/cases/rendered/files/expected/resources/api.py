# Rendered by `make generate` from spec/openapi.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""`client.api`: builds the call and sends it, in one step."""

from __future__ import annotations

from ..operations.api import hear_tick as build_hear_tick
from ..operations.api import read_motto as build_read_motto
from ..runtime.client.resource import AsyncResource, Resource, async_method, method


class Api(Resource):
    """`client.api`: `read_motto`, `hear_tick`."""

    read_motto = method(build_read_motto)
    hear_tick = method(build_hear_tick)


class AsyncApi(AsyncResource):
    """`client.api`: `read_motto`, `hear_tick`."""

    read_motto = async_method(build_read_motto)
    hear_tick = async_method(build_hear_tick)
