# Rendered by `make generate` from spec/families/images.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""`client.images`: builds the call and sends it, in one step."""

from __future__ import annotations

from ..operations.images import create_image, create_image_edit, create_image_variation
from ..runtime.client.resource import AsyncResource, Resource, async_method, method


class Images(Resource):
    """Pictures from a prompt or from a picture (图像); Flux too.

    `client.images`: `edit`, `generate`, `create_variation`.
    """

    edit = method(create_image_edit)
    generate = method(create_image)
    create_variation = method(create_image_variation)


class AsyncImages(AsyncResource):
    """Pictures from a prompt or from a picture (图像); Flux too.

    `client.images`: `edit`, `generate`, `create_variation`.
    """

    edit = async_method(create_image_edit)
    generate = async_method(create_image)
    create_variation = async_method(create_image_variation)
