"""Rules for what a generated client supports."""
