"""Responses that no recording can give: authentication, task progress, synthetic ids."""
