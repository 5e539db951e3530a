"""Thousands of calls, many at a time, with a journal of what was sent and what may have been paid for."""
