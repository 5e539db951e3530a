# Rendered by `make generate` from spec/families/files.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""`client.files`: methods that build a call and send it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from ..operations.files import create_file
from ..runtime.client.resource import AsyncResource, Omit, Resource, omit

if TYPE_CHECKING:
    from ..models.files import FileUpload
    from ..runtime.encoding.multipart import FileParam
    from ..runtime.operation.operation import Options


class Files(Resource, path="files"):
    """Files stored at the gateway.

    `client.files`: `create`.
    """

    def create(self, *, file: FileParam, purpose: str | Omit = omit, **options: Unpack[Options]) -> FileUpload:
        """Upload a file to the gateway.

        Uploads a file to the gateway's own store and returns where it is. A file of the same name replaces the
        one before, under a new id. What a user may keep in all depends on the user's level, from 100 MiB to 2
        GiB. Files cannot be listed, fetched by id or deleted.

        **Status 200 with an empty body means that nothing was kept.** A user's first upload ends so, and each
        after it for as long as the gateway keeps no file of that user.

        Args:
            file: File to upload. Its name becomes part of its URL unchanged; an empty file is stored too.
            purpose: Purpose of the file, such as `fine-tune`. The gateway drops it and returns "", because it
                looks for a part named `Purpose`.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `FileUpload`: Result of an upload.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        POST /v1/files (File)
        """
        return self._client.send(self._call(create_file, locals()))


class AsyncFiles(AsyncResource, path="files"):
    """Files stored at the gateway.

    `client.files`: `create`.
    """

    async def create(self, *, file: FileParam, purpose: str | Omit = omit, **options: Unpack[Options]) -> FileUpload:
        """Upload a file to the gateway.

        Uploads a file to the gateway's own store and returns where it is. A file of the same name replaces the
        one before, under a new id. What a user may keep in all depends on the user's level, from 100 MiB to 2
        GiB. Files cannot be listed, fetched by id or deleted.

        **Status 200 with an empty body means that nothing was kept.** A user's first upload ends so, and each
        after it for as long as the gateway keeps no file of that user.

        Args:
            file: File to upload. Its name becomes part of its URL unchanged; an empty file is stored too.
            purpose: Purpose of the file, such as `fine-tune`. The gateway drops it and returns "", because it
                looks for a part named `Purpose`.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `FileUpload`: Result of an upload.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        POST /v1/files (File)
        """
        return await self._client.send(self._call(create_file, locals()))
