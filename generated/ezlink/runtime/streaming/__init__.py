"""Server-sent events: decoder, stream state, accumulator, streams."""
