# Rendered by `make generate` from spec/families/files.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""Files: every function builds a call and sends nothing; `client.send(call)` sends it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from ..models.files import FileUpload
from ..runtime.encoding.multipart import FormField
from ..runtime.operation.call import Call, build_call
from ..runtime.operation.endpoint import endpoint
from ..runtime.operation.operation import Operation

if TYPE_CHECKING:
    from ..params.files import CreateFile

_CREATE_FILE = Operation(
    id="createFile",
    name="files.create",
    method="POST",
    path="/v1/files",
    multipart=(FormField(name="file", file=True), FormField(name="purpose")),
    required=("file",),
    result=FileUpload,
    proof=("file",),
    empty_hint=(
        "The gateway kept nothing. It answers so to a user's first upload, and to each later one "
        "for as long as it keeps no file of that user; only the provider can fix it."
    ),
)


@endpoint(_CREATE_FILE)
def create_file(**params: Unpack[CreateFile]) -> Call[FileUpload]:
    """Upload a file to the gateway.

    Uploads a file to the gateway's own store and returns where it is. A file of the same name replaces the one
    before, under a new id. What a user may keep in all depends on the user's level, from 100 MiB to 2 GiB. Files
    cannot be listed, fetched by id or deleted.

    **Status 200 with an empty body means that nothing was kept.** A user's first upload ends so, and each after
    it for as long as the gateway keeps no file of that user.

    Args:
        file: File to upload.
        All others: see `CreateFile` in params/files.py.

    POST /v1/files (File)
    """
    return build_call(_CREATE_FILE, params)
