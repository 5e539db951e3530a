"""Spec, fixtures and client, held against each other; what is expected is said here, not computed by what is tested."""
