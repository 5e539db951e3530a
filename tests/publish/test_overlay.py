"""The overlay: it adds the x- keys of the spec to the published document."""

from __future__ import annotations

import re
from collections import Counter
from copy import deepcopy
from typing import Any

from generator.publish.tree import mappings
from generator.spec import read

from .test_documents import ROOT, load


def target(document: Any, path: str) -> Any:
    """The node at a JSONPath of plain steps."""
    assert path.startswith("$")
    for name, quoted, index in re.findall(r"\.([\w-]+)|\['([^']*)'\]|\[(\d+)\]", path):
        document = document[int(index) if index else name or quoted]
    return document


def merge(node: dict[str, Any], update: dict[str, Any]) -> None:
    for key, value in update.items():
        if isinstance(value, dict) and isinstance(node.get(key), dict):
            merge(node[key], value)
        else:
            node[key] = value


def test_the_overlay_adds_every_x_key_of_the_spec() -> None:
    document, overlay = deepcopy(load("openapi.json")), load("x-keys.overlay.yaml")
    assert overlay["overlay"] == "1.0.0"
    assert overlay["extends"] == "./openapi.yaml"
    for action in overlay["actions"]:
        merge(target(document, action["target"]), action["update"])
    assert keys(document) == keys(read(ROOT / "spec/openapi.yaml").tree)


def test_the_names_in_x_keys_lead_to_schemas() -> None:
    variants = [one for node in mappings(load("x-keys.overlay.yaml")) for one in node.get("x-variants", ())]
    schemas = load("x-keys.overlay.yaml")["actions"][-1]["update"]
    assert {one["body"] for one in variants} == schemas.keys()


def keys(document: Any) -> Counter[str]:
    return Counter(key for node in mappings(document) for key in node if key.startswith("x-"))
