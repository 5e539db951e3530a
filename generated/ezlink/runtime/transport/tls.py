"""The TLS context that a client's `verify` stands for."""

from __future__ import annotations

import os
import ssl

from .base import Verify


def context(verify: Verify) -> ssl.SSLContext:
    """True: the system's certificates; a path: that file's or directory's; False: no check; a context: itself."""
    if isinstance(verify, ssl.SSLContext):
        return verify
    if verify is True:
        return ssl.create_default_context()
    if verify is False:
        unchecked = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        unchecked.check_hostname = False
        unchecked.verify_mode = ssl.CERT_NONE
        return unchecked
    if os.path.isdir(verify):
        return ssl.create_default_context(capath=verify)
    return ssl.create_default_context(cafile=verify)
