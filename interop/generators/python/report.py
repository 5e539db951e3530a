"""Prints what a call returned, or how it failed: one line of JSON for each call."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Sequence
from typing import Any

BASE_URL, API_KEY, UPLOAD = (os.environ[name] for name in ("BASE_URL", "API_KEY", "UPLOAD"))


def run(*calls: Callable[[], dict[str, Any]], by_hand: Sequence[str] = ()) -> None:
    """Make the calls, each named after its function. `by_hand` names those whose body the caller decodes."""
    for call in calls:
        name = call.__name__
        try:
            line = {"call": name, "observed": call(), "by_hand": name in by_hand}
        except Exception as error:
            line = {"call": name, "failed": f"{type(error).__name__}: {error}"[:300]}
        print(json.dumps(line), flush=True)


def events(text: str) -> dict[str, Any]:
    """The text of server-sent events."""
    payloads = [line[6:] for line in text.splitlines() if line.startswith("data: {")]
    choices = [choice for payload in payloads for choice in json.loads(payload)["choices"]]
    return {"text": "".join(choice["delta"].get("content") or "" for choice in choices)}


def picture(raw: bytes) -> dict[str, Any]:
    """The size and the hash of a file."""
    return {"bytes": len(raw), "sha256": hashlib.sha256(raw).hexdigest()}
