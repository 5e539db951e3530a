"""The policy of a document can be read: keys are known, values are of their types, and what is named is there."""

from __future__ import annotations

import re

from ...diagnostics import did_you_mean
from ...policy import place_in, policy_of, schema_policy
from ...spec import Document
from ...spec.schemas import properties_of
from ..finding import Finding, Findings, warning
from .fields import known_field


def policy(document: Document) -> Findings:
    """Every key of the configuration and every extension key is one that is known, with a value of its type."""
    found = policy_of(document)
    for fault in () if document.house else found.faults:  # where extension keys have schemas of their own
        if fault.ignored:
            yield warning(fault.pointer, f"{fault.message}: it is ignored", fault.hint)
        else:
            yield Finding(fault.pointer, fault.message, fault.hint)
    env = found.client.env
    if env and not re.fullmatch(r"[A-Za-z_]\w*", env, re.ASCII):
        hint = "use letters, digits and underscores, such as ACME"
        yield Finding(place_in("", "env"), f"{env!r} cannot begin the name of a variable", hint)
    for one in document.operations:
        of = found.of(one)
        body = properties_of(document.tree, one.body.schema) if one.body and of.client.arguments else {}
        known = [*(parameter.name for parameter in one.parameters), *body]
        for name in of.client.arguments:
            if name not in known:
                hint = did_you_mean(name, known, "name one by its name in the document")
                yield Finding(of.place("client", "arguments", name), f"{one.label} has no argument {name!r}", hint)
    for schema in document.schemas:
        for name in schema_policy(schema.node).fields:
            fields = properties_of(document.tree, schema.node)
            yield from known_field(place_in(schema.pointer, "fields", name), name, fields)
