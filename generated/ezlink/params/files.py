# Rendered by `make generate` from spec/families/files.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""Files: parameters."""

from __future__ import annotations

from typing import Required

from ..runtime.encoding.multipart import FileParam
from ..runtime.operation.operation import Options


class CreateFile(Options, total=False):
    """The parameters of `create_file`.

    A file to keep.

    (File)
    """

    file: Required[FileParam]
    """File to upload. Its name becomes part of its URL unchanged; an empty file is stored too."""
    purpose: str
    """Purpose of the file, such as `fine-tune`. The gateway drops it and returns "", because it looks for a part
    named `Purpose`.
    """
