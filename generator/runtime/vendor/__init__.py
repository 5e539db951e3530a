"""Copies of the package inside other repositories: made, verified and upgraded with the standard library alone."""
