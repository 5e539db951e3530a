"""HTTP values without I/O: headers, URLs, timeouts, media types, JSON pointers."""
