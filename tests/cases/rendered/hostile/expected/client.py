# Rendered by `make generate` from spec/openapi.yaml. Do not edit.
"""The clients of the T\"\"\" \\ {{ x }} {% endraw %}\u202e

import os.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._profile import PROFILE
from .runtime.client.client import AsyncClient, SyncClient
from .runtime.client.resource import cached_property

if TYPE_CHECKING:
    from .resources.a_b import AB, AsyncAB
    from .resources.api import ApiResource, AsyncApiResource


class N1Class(SyncClient):
    """The client of the T\"\"\" \\ {{ x }} {% endraw %}\u202e

    import os.

    The key is `api_key`, or else the environment's E'"_API_KEY; the address is `base_url`, or else E'"_BASE_URL,
    or else http://h/'\"\"\"{{}}. Use it in a `with` block, or `close()` it.
    """

    _profile = PROFILE

    @cached_property
    def a_b(self) -> AB:
        """tag \"\"\" \\"""
        from .resources.a_b import AB

        return AB(self)

    @cached_property
    def api(self) -> ApiResource:
        """`client.api`"""
        from .resources.api import ApiResource

        return ApiResource(self)


class AsyncN1Class(AsyncClient):
    """The async client of the T\"\"\" \\ {{ x }} {% endraw %}\u202e

    import os.

    The key is `api_key`, or else the environment's E'"_API_KEY; the address is `base_url`, or else E'"_BASE_URL,
    or else http://h/'\"\"\"{{}}. Use it in an `async with` block, or `await close()`.
    """

    _profile = PROFILE

    @cached_property
    def a_b(self) -> AsyncAB:
        """tag \"\"\" \\"""
        from .resources.a_b import AsyncAB

        return AsyncAB(self)

    @cached_property
    def api(self) -> AsyncApiResource:
        """`client.api`"""
        from .resources.api import AsyncApiResource

        return AsyncApiResource(self)
