"""Error shapes are data: matching them, reading them, and their outcomes."""

from __future__ import annotations

from typing import Any

import pytest

from generator.runtime.response.error_catalog import ErrorCatalog, ErrorShape, same
from tests.runtime.fake_json_api import ERRORS


@pytest.mark.parametrize(
    ("document", "name", "message", "code"),
    [
        ({"error": {"message": "m", "type": "t"}}, "refused before work", "m", None),
        ({"error": {"message": "m", "type": "t", "code": None}}, "nested", "m", None),
        ({"error": {"message": "m", "type": "t", "code": 7, "param": "p"}}, "nested", "m", 7),
        ({"error": "m"}, "bare", "m", None),
        ({"message": "m", "type": "t", "code": "c", "param": ""}, "flat", "m", "c"),
        ({"message": "", "type": "t", "code": "c", "param": ""}, "flat", "", "c"),
    ],
)
def test_each_shape_is_known_and_read(document: Any, name: str, message: str, code: Any) -> None:
    reported = ERRORS.classify(document)
    assert reported is not None
    assert (reported.shape.name, reported.message, reported.code) == (name, message, code)


@pytest.mark.parametrize(
    "document",
    [
        None,
        [],
        "error",
        {},
        {"error": None},
        {"error": {}},
        {"error": {"message": 1, "type": "t"}},
        {"message": "m", "type": "t", "code": 1},
        {"message": "m", "type": "t", "param": ""},
        {"id": "o1", "lines": []},
    ],
)
def test_what_has_no_shape_is_no_error(document: Any) -> None:
    assert ERRORS.classify(document) is None


@pytest.mark.parametrize(
    ("kind", "value", "fits"),
    [
        ("number", 1.5, True),
        ("number", True, False),
        ("boolean", True, True),
        ("boolean", 1, False),
        ("array", [], True),
        ("object", {}, True),
        ("object", [], False),
        ("null", None, True),
        ("any", None, True),
        ("absent", None, False),
    ],
)
def test_kinds(kind: Any, value: Any, fits: bool) -> None:
    shape = ErrorShape(name="x", where={"/a~1b/0/c~0": kind}, message="/m")
    assert shape.matches({"a/b": [{"c~": value}]}) is fits


def test_an_absent_value_is_only_absent() -> None:
    assert ErrorShape(name="x", where={"/a/0": "absent"}, message="/m").matches({"a": []})
    assert not ErrorShape(name="x", where={"/a/0": "any"}, message="/m").matches({"a": []})


@pytest.mark.parametrize(
    ("value", "fits"), [("no row", True), (" no row: x", True), ("lost", True), ("a no row", False), (5, False)]
)
def test_a_text_that_begins_so(value: Any, fits: bool) -> None:
    shape = ErrorShape(name="x", where={"/m": {"starts": ["no row", "lost"]}}, message="/m")
    assert shape.matches({"m": value}) is fits


@pytest.mark.parametrize(
    ("value", "other", "equal"),
    [("a", "A", True), ("b", "A", False), ("a", "B", False), (1, 1.0, True), (1, True, False)],
)
def test_words_are_the_same_whatever_their_case(value: Any, other: Any, equal: bool) -> None:
    assert same(value, other) is equal


def test_a_shape_may_come_with_some_statuses_only() -> None:
    shape = ErrorShape(name="x", where={"/m": "string"}, message="/m", statuses=[200])
    catalog = ErrorCatalog(shapes=(shape,))
    assert catalog.classify({"m": "a"}, 200) is not None
    assert catalog.classify({"m": "a"}, 400) is None


@pytest.mark.parametrize(
    ("found", "message"),
    [(5, "5"), (["no", "money", {"more": 1}], "no; money; {'more': 1}"), ([], ""), ("no", "no")],
)
def test_a_message_that_is_no_text_becomes_text_and_a_list_one_line(found: Any, message: str) -> None:
    catalog = ErrorCatalog(shapes=(ErrorShape(name="x", where={"/m": "any"}, message="/m", param="/p"),))
    reported = catalog.classify({"m": found, "p": 6})
    assert reported is not None
    assert (reported.message, reported.param) == (message, "6")


@pytest.mark.parametrize(
    ("status", "document", "kind", "outcome"),
    [
        (400, None, "BadRequestError", "rejected"),
        (429, None, "RateLimitError", "rejected"),
        (500, None, "InternalServerError", "unknown"),
        (503, {"error": {"message": "m", "type": "t"}}, "InternalServerError", "rejected"),
        (503, {"error": "m"}, "InternalServerError", "unknown"),
        (200, {"error": "m"}, "APIStatusError", "rejected"),
        (200, {"message": "m", "type": "t", "param": "", "code": "order_not_found"}, "NotFoundError", "rejected"),
        (500, {"message": "m", "type": "t", "param": "", "code": "order_not_found"}, "NotFoundError", "unknown"),
        (400, {"message": "m", "type": "t", "param": "", "code": "vendor_lost"}, "BadRequestError", "rejected"),
        (200, {"message": "m", "type": "t", "param": "", "code": "vendor_lost"}, "APIStatusError", "unknown"),
        (200, {"message": "m", "type": "t", "param": "", "code": ["order_not_found"]}, "APIStatusError", "rejected"),
        (201, {"error": "m"}, "APIStatusError", "rejected"),
        (299, {"error": "m"}, "APIStatusError", "rejected"),
        (299, {"message": "m", "type": "t", "param": "", "code": "vendor_lost"}, "APIStatusError", "unknown"),
        (300, {"message": "m", "type": "t", "param": "", "code": "vendor_lost"}, "APIStatusError", "rejected"),
        (301, None, "APIStatusError", "rejected"),
        (408, None, "APIStatusError", "unknown"),
        (499, {"error": "m"}, "APIStatusError", "unknown"),
        (408, {"error": {"message": "m", "type": "t"}}, "APIStatusError", "rejected"),
        (101, None, "APIStatusError", "unknown"),
    ],
)
def test_class_and_outcome(status: int, document: Any, kind: str, outcome: str) -> None:
    reported = ERRORS.classify(document)
    assert ERRORS.kind(status, reported).__name__ == kind
    assert ERRORS.outcome(status, reported) == outcome


def test_a_shape_may_say_that_a_4xx_is_no_refusal() -> None:
    lost = ErrorShape(name="lost", where={"/error": {"const": "failed"}}, message="/error", outcome="unknown")
    catalog = ErrorCatalog(shapes=(lost, *ERRORS.shapes), codes=ERRORS.codes)
    assert catalog.outcome(400, catalog.classify({"error": "failed"})) == "unknown"
    assert catalog.outcome(400, catalog.classify({"error": "no"})) == "rejected"
