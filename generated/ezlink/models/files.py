# Rendered by `make generate` from spec/families/files.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""Files: models of responses."""

from __future__ import annotations

from ..runtime.response.model import ResponseModel


class FileUpload(ResponseModel, frozen=True, kw_only=True):
    """Result of an upload.

    (File)
    """

    file: File
    """The file as it is kept."""
    message: str
    """Message about the result."""
    success: bool
    """True if the file was stored."""

    @property
    def id(self) -> int:
        """`file.id`."""
        return self.file.id

    @property
    def bytes(self) -> int:
        """`file.bytes`."""
        return self.file.bytes

    @property
    def created_at(self) -> int:
        """`file.finish_time`."""
        return self.file.finish_time

    @property
    def filename(self) -> str:
        """`file.file_name`."""
        return self.file.file_name

    @property
    def purpose(self) -> str:
        """`file.purpose`."""
        return self.file.purpose


class File(ResponseModel, frozen=True, kw_only=True):
    """A file that the gateway keeps. It is not OpenAI's file object.

    (File)
    """

    id: int
    """Id of the file."""
    user_id: int
    """Id of the user who owns it."""
    creat_time: int
    """When the upload began, in Unix seconds. The name is spelt so on the wire."""
    finish_time: int
    """When it was kept, in Unix seconds."""
    bytes: int
    """Its size in bytes."""
    store_url: str
    """Where it is: the store's address, then the user's id and the file's name without anything between. The name is
    not percent-encoded, so the address of one with spaces or Chinese characters must be encoded first.
    """
    purpose: str
    """Purpose of the file; usually ""."""
    file_name: str
    """Its name."""
