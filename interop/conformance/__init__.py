"""Run the conformance corpus against a client in any language."""
