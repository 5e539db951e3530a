# Rendered by `make generate` from spec/families/moderations.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""`client.moderations`: builds the call and sends it, in one step."""

from __future__ import annotations

from ..operations.moderations import create_moderation
from ..runtime.client.resource import AsyncResource, Resource, async_method, method


class Moderations(Resource):
    """Whether a text is harmful, by category (审查).

    `client.moderations`: `create`.
    """

    create = method(create_moderation)


class AsyncModerations(AsyncResource):
    """Whether a text is harmful, by category (审查).

    `client.moderations`: `create`.
    """

    create = async_method(create_moderation)
