"""Render a plan as `{path: text}`: Jinja templates, a literal printer, comparison with the disk."""
