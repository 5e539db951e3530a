# Rendered by `make generate` from spec/openapi.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""What hangs on a client."""
