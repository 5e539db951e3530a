# Rendered by `make generate` from spec/families/images.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""`client.flux`: builds the call and sends it, in one step."""

from __future__ import annotations

from ..operations.images import create_flux_image
from ..runtime.client.resource import AsyncResource, Resource, async_method, method


class Flux(Resource):
    """Make pictures with Flux.

    `client.flux`: `generate`.
    """

    generate = method(create_flux_image)


class AsyncFlux(AsyncResource):
    """Make pictures with Flux.

    `client.flux`: `generate`.
    """

    generate = async_method(create_flux_image)
