# Rendered by `make generate` from spec/families/images.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""`client.flux`: builds the call and sends it, in one step."""

from __future__ import annotations

from ..operations.images import create_flux_image
from ..runtime.resources import AsyncResource, Resource, async_method, method


class Flux(Resource):
    """Pictures from a prompt or from a picture (图像); Flux too.

    `client.flux`: `generate`.
    """

    generate = method(create_flux_image)


class AsyncFlux(AsyncResource):
    """Pictures from a prompt or from a picture (图像); Flux too.

    `client.flux`: `generate`.
    """

    generate = async_method(create_flux_image)
