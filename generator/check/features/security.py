"""Security: whoever is asked for a key is told how to send it."""

from __future__ import annotations

from typing import Any

from ...diagnostics import Collector, did_you_mean
from ...spec import Document
from ...spec.pointer import join, mapping, sequence
from ...spec.walk import operations_of


def security(document: Document, problems: Collector) -> None:
    """Every security requirement names a declared scheme."""
    declared = mapping(mapping(document.tree.get("components")).get("securitySchemes"))
    _declared(problems, "/security", document.tree.get("security"), declared)
    for operation in operations_of(document.tree):
        _declared(problems, join(operation.pointer, "security"), operation.node.get("security"), declared)


def _declared(problems: Collector, pointer: str, requirements: object, declared: dict[str, Any]) -> None:
    for index, requirement in enumerate(sequence(requirements)):
        for name in mapping(requirement):
            if name not in declared:
                cure = did_you_mean(name, declared, f"declare {name!r} under components/securitySchemes")
                problems.add(join(pointer, index, name), f"the security scheme {name!r} is not declared", cure)
