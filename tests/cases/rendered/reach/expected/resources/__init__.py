# Rendered by `make generate` from spec/openapi.yaml. Do not edit.
"""Resources: the attributes of a client."""
