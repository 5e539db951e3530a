"""The claims of the spec against the recordings: each is shown by one, or listed in spec/unrecorded.yaml."""

from __future__ import annotations

import re
from functools import cache

import pytest
import yaml

from .claims import claimed, claimed_of_requests, left_to_default, shown
from .document import SPEC, operations

_CURE = "record an exchange that shows it, correct the spec, or list it with its evidence in spec/unrecorded.yaml"


@cache
def listed(section: str) -> list[str]:
    """The claims of one section of the register."""
    register = yaml.safe_load((SPEC / "unrecorded.yaml").read_text(encoding="utf-8"))
    return [claim for entry in register[section] for claim in entry["claims"]]


def is_listed(claim: str, section: str) -> bool:
    return any(matches(entry, claim) for entry in listed(section))


def matches(entry: str, claim: str) -> bool:
    return re.fullmatch(re.escape(entry).replace(r"\*", ".*"), claim) is not None


def test_each_claim_is_recorded_or_listed() -> None:
    assert [claim for claim in sorted(claimed() - shown()) if not is_listed(claim, "unrecorded")] == [], _CURE


def test_each_recorded_status_is_described_or_listed() -> None:
    assert [claim for claim in sorted(left_to_default()) if not is_listed(claim, "left_to_default")] == [], (
        "describe the status in the operation's responses, or list it in spec/unrecorded.yaml"
    )


@pytest.mark.parametrize("section", ["unrecorded", "left_to_default"])
def test_no_listed_claim_is_out_of_date(section: str) -> None:
    open_claims = claimed() - shown() if section == "unrecorded" else left_to_default()
    stale = [entry for entry in listed(section) if not any(matches(entry, claim) for claim in open_claims)]
    assert stale == [], "a recording shows it, or the spec no longer says so: take it out of spec/unrecorded.yaml"


def test_objects_within_a_recorded_request_have_no_field_that_the_spec_does_not_know() -> None:
    """A body itself may have some, which a typed caller puts into `extra_body`."""
    bodies = {one.body.schema["$ref"].rpartition("/")[2] for one in operations().values() if one.body}
    inner = {claim.partition(".")[0] for claim in claimed_of_requests()} - bodies
    assert [claim for claim in shown() if claim.endswith(" unknown") and claim.partition(".")[0] in inner] == []
