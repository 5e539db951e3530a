# Rendered by `make generate` from spec/openapi.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""`client.menu`: builds the call and sends it, in one step."""

from __future__ import annotations

from ..operations.api import read_menu
from ..runtime.client.resource import AsyncResource, Resource, async_method, method


class MenuResource(Resource):
    """Read the menu.

    `client.menu`: `read`.
    """

    read = method(read_menu)


class AsyncMenuResource(AsyncResource):
    """Read the menu.

    `client.menu`: `read`.
    """

    read = async_method(read_menu)
