"""Pages of a site, saved: one request at a time, only what has changed, nothing overwritten by what is no page."""

from .command import Options, run

__all__ = ["Options", "run"]
