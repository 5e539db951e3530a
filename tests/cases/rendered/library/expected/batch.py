# Rendered by `make generate` from spec/openapi.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""Thousands of calls with a memory of what was paid: `batch.run`."""

from __future__ import annotations

from .runtime.batch.calls import BatchError
from .runtime.batch.engine import BatchOptions, Summary, run, run_async

__all__ = ["BatchError", "BatchOptions", "Summary", "run", "run_async"]
