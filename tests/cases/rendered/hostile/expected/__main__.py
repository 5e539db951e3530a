# Rendered by `make generate` from spec/openapi.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""`python -m evil_pkg`: shows the client's settings, and tries a call."""

from __future__ import annotations

from .client import N1Class
from .operations.api import get_v1_i_d_class as probe
from .runtime.client.doctor import doctor

if __name__ == "__main__":
    raise SystemExit(doctor(N1Class, probe, "api.get_v1_i_d_class"))
