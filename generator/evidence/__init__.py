"""This project's own quality rules: coverage, recordings, documentation, divergences."""
