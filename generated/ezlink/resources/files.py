# Rendered by `make generate` from spec/families/files.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""`client.files`: builds the call and sends it, in one step."""

from __future__ import annotations

from ..operations.files import create_file
from ..runtime.client.resource import AsyncResource, Resource, async_method, method


class Files(Resource):
    """Files kept at the gateway.

    `client.files`: `create`.
    """

    create = method(create_file)


class AsyncFiles(AsyncResource):
    """Files kept at the gateway.

    `client.files`: `create`.
    """

    create = async_method(create_file)
