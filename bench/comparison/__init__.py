"""This generator beside others, on the same documents."""
