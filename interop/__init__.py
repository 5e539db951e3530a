"""Clients in other languages: a conformance runner, and what generators make of the published document."""
