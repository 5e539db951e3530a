"""Plan to `{path: text}`: one printer, Jinja templates, drift against the disk."""
