"""Check that a document is valid OpenAPI and that a client can be generated from it. All faults are reported together.

`check(document)` is the second stage: it returns the document without the operations that cannot be expressed, or
raises `DiagnosticsError`. A rule is a function that yields a `Finding` for each fault; registering one is a line below.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from ..diagnostics import Collector, DiagnosticsError
from ..spec import Document, Operation
from .extensions.models import action_fields, alias_fields, file_fields, item_fields, parameter_models, vector_fields
from .extensions.names import client_names, operation_ids, python_names, retry_declared
from .extensions.pagination import pagination
from .extensions.placement import extensions
from .extensions.policy import policy
from .extensions.proof import proof
from .extensions.returns import returns
from .extensions.streams import streams
from .extensions.tasks import tasks
from .features.parts import declared_security, links, parameter_places
from .features.schemas import enum_values, keywords, nullable, required_properties
from .features.unions import all_of_circle, discriminator
from .finding import LEFT_OUT, Finding, Findings
from .openapi.validity import validity

DOCUMENT_RULES = (
    validity,
    declared_security,
    client_names,
    extensions,
    policy,
)
# For a document that is kept for this generator; names are filled in for any other.
HOUSE_RULES = (operation_ids, python_names)
# For each operation, not for its variants.
OPERATION_RULES = (
    links,
    parameter_places,
    streams,
)
# For each operation and each variant.
VARIANT_RULES = (
    retry_declared,
    proof,
    returns,
    tasks,
    pagination,
)
SCHEMA_RULES = (
    keywords,
    required_properties,
    enum_values,
    nullable,
    all_of_circle,
    discriminator,
    parameter_models,
    vector_fields,
    item_fields,
    alias_fields,
    file_fields,
    action_fields,
)


def check(document: Document) -> Document:
    """Return the document with its diagnostics, without what cannot be expressed. Raises `DiagnosticsError`."""
    collector = Collector(document)
    left_out: set[str] = set()
    try:
        for rule, operation, finding in _findings(document):
            severity, instead = finding.severity, finding.instead
            if operation and instead == LEFT_OUT:
                left_out.add(operation.home)
                instead = f"{operation.label} is left out"
            collector.add(*finding[:3], severity=severity, instead=instead, code=_code(rule))
    except DiagnosticsError as unreadable:  # a file beside the spec that is not YAML
        collector.diagnostics += unreadable.diagnostics
    if document.strict and document.diagnostics:  # those of the stages before, which the configuration may refuse
        raise DiagnosticsError([*document.diagnostics, *collector.diagnostics])
    collector.raise_any(document.strict)
    return document.having(collector.diagnostics, without=left_out)


Found: TypeAlias = Iterator[tuple[Callable[..., Findings], Operation | None, Finding]]


def _findings(document: Document) -> Found:
    """Every finding with its rule and the operation that it is about."""
    for rule in DOCUMENT_RULES + (HOUSE_RULES if document.house else ()):
        yield from ((rule, None, finding) for finding in rule(document))
    for operation in document.operations:
        for operation_rule in VARIANT_RULES if operation.base else OPERATION_RULES + VARIANT_RULES:
            yield from ((operation_rule, operation, finding) for finding in operation_rule(document, operation))
    for schema in document.schemas:
        for schema_rule in SCHEMA_RULES:
            yield from ((schema_rule, None, finding) for finding in schema_rule(document, schema))


def _code(rule: Callable[..., Findings]) -> str:
    """The code of a rule's diagnostics: `path-parameters` for `path_parameters`."""
    return rule.__name__.replace("_", "-")
