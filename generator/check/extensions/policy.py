"""The policy of a document can be read: its keys are known, and its values are of their types."""

from __future__ import annotations

from ...policy import policy_of
from ...spec import Document
from ..finding import Finding, Findings, warning


def policy(document: Document) -> Findings:
    """Every key of the configuration and every extension key is one that is known, with a value of its type."""
    if document.house:  # whose extension keys have schemas of their own
        return
    for fault in policy_of(document).faults:
        if fault.ignored:
            yield warning(fault.pointer, f"{fault.message}: it is ignored", fault.hint)
        else:
            yield Finding(fault.pointer, fault.message, fault.hint)
