"""The rules of OpenAPI itself."""
