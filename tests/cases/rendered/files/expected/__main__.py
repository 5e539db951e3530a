# Rendered by `make generate` from spec/openapi.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""`python -m darkroom`: shows the client's settings, and tries a call."""

from __future__ import annotations

from .client import Darkroom
from .operations.api import list_prints as probe
from .runtime.client.doctor import doctor

if __name__ == "__main__":
    raise SystemExit(doctor(Darkroom, probe, "prints.list"))
