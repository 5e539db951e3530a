"""Bytes to a result or an error: decoding, models, the error catalog."""
