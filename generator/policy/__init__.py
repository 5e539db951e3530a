"""The policy of a client: what no keyword of OpenAPI says about names, errors, streams, tasks and pages.

`policy_of(document)` reads it from the extension keys of a normalized document. Its maker's own keys, the configuration
file, overlays and what is recognised have all become such keys by then, so nothing behind this stage reads them.
"""

from __future__ import annotations

from .model import ClientPolicy, ErrorsPolicy, OperationPolicy, SchemaPolicy
from .reading import Policy, page_of, place_in, policy_of, schema_policy

__all__ = [
    "ClientPolicy",
    "ErrorsPolicy",
    "OperationPolicy",
    "Policy",
    "SchemaPolicy",
    "page_of",
    "place_in",
    "policy_of",
    "schema_policy",
]
