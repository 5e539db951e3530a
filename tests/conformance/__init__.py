"""The conformance corpus: rendered from the fixtures, and run by our own client."""
