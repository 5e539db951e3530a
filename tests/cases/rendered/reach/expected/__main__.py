# Rendered by `make generate` from spec/openapi.yaml. Do not edit.
"""`python -m reach`: its commands; without one, the client's settings and a call."""

from __future__ import annotations

from .runtime.command_line import command

if __name__ == "__main__":
    if (code := command(__package__ or "")) is None:
        from .client import Reach
        from .operations.api import download as probe
        from .runtime.client.doctor import doctor

        code = doctor(Reach, probe, "api.download")
    raise SystemExit(code)
