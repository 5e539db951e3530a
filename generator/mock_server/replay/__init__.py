"""Recorded exchanges, and the choice of one for a request."""
