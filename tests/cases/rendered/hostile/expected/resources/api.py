# Rendered by `make generate` from spec/openapi.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""`client.api`: builds the call and sends it, in one step."""

from __future__ import annotations

from ..operations.api import get_v1_i_d_class
from ..runtime.resources import AsyncResource, Resource, async_method, method


class Api(Resource):
    """`client.api`: `get_v1_i_d_class`."""

    get_v1_i_d_class = method(get_v1_i_d_class)


class AsyncApi(AsyncResource):
    """`client.api`: `get_v1_i_d_class`."""

    get_v1_i_d_class = async_method(get_v1_i_d_class)
