"""Strings of a document that try to become code: `python -m tests.hostile [COUNT]` renders so many."""
