"""The bytes that every contender is served: one chat completion, one stream, two forms of embeddings."""

from __future__ import annotations

import base64
import json
import random
import struct

EVENTS = 20_000
TIMED_STREAMS, TIMED_EVENTS = 1000, 15
TIMED_PAUSE = 1.0
"""Streams that are open at once; the events that each has, and the seconds between two of them."""

VECTORS, DIMENSIONS = 2048, 1536

CHAT = json.dumps(
    {
        "id": "chatcmpl-3c25dd41f75347ae5a9ecdd059154",
        "object": "chat.completion",
        "created": 1733011200,
        "model": "gpt-4o",
        "choices": [
            {
                "index": 0,
                "message": {"role": "assistant", "content": "Hello! How can I help you today?", "refusal": None},
                "logprobs": None,
                "finish_reason": "stop",
            }
        ],
        "usage": {
            "prompt_tokens": 19,
            "completion_tokens": 10,
            "total_tokens": 29,
            "completion_tokens_details": {"reasoning_tokens": 0},
        },
        "system_fingerprint": "fp_44709d6fcb",
    },
    indent=2,
).encode()

EVENT = (
    b"data: %s\n\n"
    % json.dumps(
        {
            "id": "chatcmpl-292a25403b74607d43217084ffd66",
            "object": "chat.completion.chunk",
            "created": 1733011200,
            "model": "gpt-4o",
            "system_fingerprint": "fp_44709d6fcb",
            "choices": [{"index": 0, "delta": {"content": " today"}, "logprobs": None, "finish_reason": None}],
        },
        separators=(",", ":"),
    ).encode()
)

TIMED = "timed"
"""The model whose streams are slow, and whose text is the time at which it was sent."""


def timed_event(seconds: float) -> bytes:
    return EVENT.replace(b" today", b"%.6f" % seconds)


END = b"data: [DONE]\n\n"


def embeddings(*, packed: bool) -> bytes:
    """2048 vectors of 1536 floats, as JSON numbers or packed as base64 of little-endian float32."""
    numbers = random.Random(7)
    row = [struct.unpack("<f", struct.pack("<f", numbers.uniform(-0.1, 0.1)))[0] for _ in range(DIMENSIONS)]
    vector = base64.b64encode(struct.pack(f"<{DIMENSIONS}f", *row)).decode() if packed else row
    return json.dumps(
        {
            "object": "list",
            "data": [{"object": "embedding", "index": i, "embedding": vector} for i in range(VECTORS)],
            "model": "text-embedding-3-small",
            "usage": {"prompt_tokens": 8, "total_tokens": 8},
        }
    ).encode()


# One short vector: a first call for everything that is made once.
SMALL = (
    b'{"object": "list", "data": [{"object": "embedding", "index": 0, "embedding": "AACgvQ=="}], '
    b'"model": "text-embedding-3-small", "usage": {"prompt_tokens": 1, "total_tokens": 1}}'
)
