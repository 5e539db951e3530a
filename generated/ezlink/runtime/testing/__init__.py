"""Transports without a socket, for tests of programs that use a client."""
