"""Measures the client against openai-python and against the bare transport: `make bench`."""
