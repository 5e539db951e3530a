"""Saved pages of the documentation, in any form, against the spec.

    pages = read(Path("blend.txt"), document)     # any form: text, HTML, Markdown, an export
    findings = check(pages, document)             # what a page says otherwise than the spec

A page becomes an OpenAPI fragment. What it states is applied to a copy of the spec, and `generator.compare` says what
that changes; so nothing that a page cuts off is ever taken for removed.
"""

from .check import Finding, check
from .content import Unreadable
from .forms import read
from .page import Page

__all__ = ["Finding", "Page", "Unreadable", "check", "read"]
