"""Output of the command line: console, coverage table, demo."""
