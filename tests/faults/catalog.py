"""Every fault of the matrix, in the order of its table."""

from __future__ import annotations

from tests.faults.connections import CONNECTION, CUTS, FRAMING, KEPT, UPLOADS
from tests.faults.responses import BODIES, ERRORS, STATUSES

FAULTS = [*CONNECTION, *CUTS, *FRAMING, *KEPT, *BODIES, *ERRORS, *STATUSES, *UPLOADS]
