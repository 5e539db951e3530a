# Rendered by `make generate` from spec/openapi.yaml. Do not edit.
"""`python -m reach`: its commands; without one, the client's settings and a call."""

from __future__ import annotations

from .runtime.command_line import command

if __name__ == "__main__":
    raise SystemExit(command(__package__ or "", "search_tags"))
