"""The register of divergences: evidence of the wire is a commit of a known era, and where it was seen, a recording."""

from __future__ import annotations

from typing import Any

ERAS = {"3563e3a2": "Sep", "04a20818": "Nov", "f3e60afa": "head"}
KEYS = {"id", "at", "page_says", "documented", "wire_does", "evidence", "since", "until", "spec"}

# What the register has to hold, whatever else it holds.
KNOWN = {
    "unknown-model-is-200",
    "seed-not-seen",
    "tools-not-required",
    "moderation-model-not-required",
    "models-have-permission-root-parent",
    "model-ids-repeat",
    "usage-rows-are-nested",
    "key-required",
    "answer-has-model",
    "stream-cut-ends-normally",
    "stream-may-be-empty",
    "errors-are-flat",
    "vendor-error-is-200",
}


def test_the_known_divergences_are_there(register: list[dict[str, Any]]) -> None:
    assert {entry["id"] for entry in register} >= KNOWN
    assert {key for entry in register for key in entry} == KEYS


def test_evidence_of_the_wire_says_where_it_was_seen(register: list[dict[str, Any]]) -> None:
    for entry in register:
        gateway = entry["evidence"]["gateway"]
        assert gateway["era"] == ERAS[gateway["commit"]]
        assert gateway["mark"] in {"gateway-source", "gateway-source [wire]"}
        assert bool(gateway.get("fixtures")) or "[wire]" not in gateway["mark"], entry["id"]
