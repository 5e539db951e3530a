"""The cases of the corpus, and the comparison of what a client observed with what is expected."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple, cast

from generator.mock_server.http import multipart

CORPUS = Path(__file__).parents[2] / "spec" / "published" / "conformance"
SUITES = ("sse", "errors", "accumulate", "multipart", "tasks", "retries")


class Case(NamedTuple):
    """One case: what a client is given, and what it has to make of it."""

    suite: str
    name: str
    given: dict[str, Any]
    expected: dict[str, Any]


def load(suites: tuple[str, ...] = SUITES) -> Iterator[Case]:
    """All cases of some suites."""
    for suite in suites:
        for case in json.loads((CORPUS / f"{suite}.json").read_text(encoding="utf-8"))["cases"]:
            yield Case(suite, case["name"], case["given"], case["expected"])


def differences(case: Case, observed: Any) -> list[str]:
    """The places where a client observed something else; empty if it conforms."""
    if not isinstance(observed, dict):
        return [f"the observation is no object: {observed!r}"]
    seen = cast("dict[str, Any]", observed)
    if case.suite == "multipart":
        seen = {"parts": _parts(seen)}
    if "error" in seen and "error" not in case.expected:
        return [f"/error: none is expected, observed {_short(seen['error'])}"]
    if case.suite == "retries":
        ignored = {"pauses": None}
        return [*_pauses(case.expected, seen), *_compare(case.expected | ignored, seen | ignored)]
    return list(_compare(case.expected, seen))


def _compare(expected: Any, seen: Any, place: str = "") -> Iterator[str]:
    """Each key of an expected object must be there with its value; other keys are the client's own."""
    if isinstance(expected, dict) and isinstance(seen, dict):
        known = cast("dict[str, Any]", seen)
        for name, value in cast("dict[str, Any]", expected).items():
            if name not in known and value is not None:
                yield f"{place}/{name}: missing"
            else:
                yield from _compare(value, known.get(name), f"{place}/{name}")
    elif isinstance(expected, list) and isinstance(seen, list):
        wanted, found = cast("list[Any]", expected), cast("list[Any]", seen)
        if len(wanted) != len(found):
            yield f"{place}: {len(wanted)} items are expected, observed {len(found)}"
        for number, (one, other) in enumerate(zip(wanted, found, strict=False)):
            yield from _compare(one, other, f"{place}/{number}")
    elif expected != seen or isinstance(expected, bool) != isinstance(seen, bool):
        yield f"{place}: expected {_short(expected)}, observed {_short(seen)}"


def _pauses(expected: dict[str, Any], seen: dict[str, Any]) -> Iterator[str]:
    wanted, found = expected["pauses"], seen.get("pauses", [])
    if len(wanted) != len(found) or not all(
        least <= pause <= most for (least, most), pause in zip(wanted, found, strict=True)
    ):
        yield f"/pauses: expected within {wanted}, observed {found}"


def _parts(seen: dict[str, Any]) -> list[dict[str, Any]]:
    """The parts of a form as a server sees them, in the order of their names."""
    form = multipart.read(seen["content_type"], base64.b64decode(seen["body"]["base64"])) or ()
    return by_name(
        {"name": part.name, "text": part.text}
        if part.filename is None
        else {"name": part.name, "filename": part.filename, "bytes": part.size, "sha256": part.sha256}
        for part in form
    )


def by_name(parts: Any) -> list[dict[str, Any]]:
    """Parts in the order of their names; those of one name keep theirs."""
    return sorted(parts, key=lambda part: str(part["name"]))


def _short(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, default=repr)
    return text if len(text) <= 120 else text[:120] + "…"
