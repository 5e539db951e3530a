"""Arguments to bytes: JSON, query strings, path parameters, multipart bodies."""
