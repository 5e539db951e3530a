"""The published document with the x- keys of its overlay, as one JSON file: what a client by hand reads."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import yaml

_STEP = re.compile(r"\['((?:[^']|'')*)'\]|\.([\w-]+)")


def described(documents: Path) -> dict[str, Any]:
    """Apply the overlay. Its targets are paths without filters."""
    document: dict[str, Any] = json.loads((documents / "openapi.json").read_text(encoding="utf-8"))
    overlay = yaml.load((documents / "x-keys.overlay.yaml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    for action in overlay["actions"]:
        _merge(_target(document, action["target"]), action["update"])
    return document


def _target(document: Any, path: str) -> Any:
    for quoted, plain in _STEP.findall(path):
        document = document[quoted or plain]
    return document


def _merge(into: dict[str, Any], update: dict[str, Any]) -> None:
    for name, value in update.items():
        if isinstance(value, dict) and isinstance(into.get(name), dict):
            _merge(into[name], value)
        else:
            into[name] = value
