# Rendered by `make generate` from spec/openapi.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""`python -m library`: its commands; without one, the client's settings and a call."""

from __future__ import annotations

from .runtime.command_line import command

if __name__ == "__main__":
    raise SystemExit(command(__package__ or "", "list_authors"))
