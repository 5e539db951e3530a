# Rendered by `make generate` from spec/openapi.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""`python -m ezlink`: shows the client's settings, and tries a call."""

from __future__ import annotations

from .client import EZLink
from .operations.model_catalog import list_models as probe
from .runtime.client.doctor import doctor

if __name__ == "__main__":
    raise SystemExit(doctor(EZLink, probe, "models.list"))
