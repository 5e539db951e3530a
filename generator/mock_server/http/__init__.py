"""HTTP over a socket: requests in, recorded responses out."""
