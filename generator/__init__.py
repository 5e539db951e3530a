"""Generate a typed Python client from a hand-kept OpenAPI document: read → check → plan → render (see `pipeline`)."""
