# Rendered by `make generate` from spec/openapi.yaml. Do not edit.
"""`python -m evil_pkg`: its commands; without one, the client's settings and a call."""

from __future__ import annotations

from .runtime.command_line import command

if __name__ == "__main__":
    if (code := command(__package__ or "")) is None:
        from .client import N1Class
        from .runtime.client.doctor import doctor

        code = doctor(N1Class)
    raise SystemExit(code)
