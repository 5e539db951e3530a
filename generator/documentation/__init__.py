"""Saved pages of the documentation, in any form, against the spec.

    pages = forms.read(Path("blend.txt"), document)     # any form: text, HTML, Markdown, an export
    findings = check.check(pages, document)             # what a page says otherwise than the spec

A page becomes an OpenAPI fragment. What it states is applied to a copy of the spec, and `generator.compare` says what
that changes; so nothing that a page cuts off is ever taken for removed.
"""
