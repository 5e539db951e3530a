"""Parts of schemas that are combined: discriminators of unions, and circles of `allOf`."""

from __future__ import annotations

from ...diagnostics import did_you_mean
from ...spec import Document, Schema
from ...spec.pointer import fragment, join, mapping, sequence, string, tokens_of
from ...spec.schemas import parts_of
from ..finding import Findings, unsupported, warning
from .supported import waiver


def all_of_circle(document: Document, schema: Schema) -> Findings:
    """No schema is part of its own `allOf`."""
    parts = [part for one in sequence(schema.node.get("allOf")) for part in parts_of(document.tree, one)]
    if any(part is schema.node for part in parts):
        yield warning(join(schema.pointer, "allOf"), "allOf of a schema that contains this one", "break the circle")


def discriminator(document: Document, schema: Schema) -> Findings:
    """It belongs to a union, and its mapping leads to the branches."""
    place = join(schema.pointer, "discriminator")
    if "discriminator" not in schema.node or "discriminator" in document.waived:
        return
    node = mapping(schema.node["discriminator"])
    keyword = next((word for word in ("oneOf", "anyOf") if word in schema.node), "")
    if not keyword:
        hint = f"list the branches in a oneOf, or {waiver('discriminator')}"
        yield unsupported(place, "a discriminator without oneOf or anyOf", hint, "only what it describes is read")
        return
    targets = {string(mapping(branch).get("$ref")) for branch in sequence(schema.node[keyword])}
    for value, target in mapping(node.get("mapping")).items():
        ref = str(target) if "#" in str(target) else fragment(["components", "schemas", str(target)])
        if ref not in targets:
            known = [tokens_of(one[1:])[-1] for one in targets if one]
            message = f"{value!r} leads to {target!r}, which is not one of the branches"
            hint = did_you_mean(str(target).rpartition("/")[2], known, f"name a branch of the {keyword}")
            yield warning(join(place, "mapping", value), message, hint)
