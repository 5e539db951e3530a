"""JSON pointers into parsed JSON and into structs."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from generator.runtime.http.json_pointer import escape, resolve, select
from generator.runtime.response.model import ResponseModel, build


class Item(ResponseModel, frozen=True, kw_only=True):
    url: str
    class_: str | None = msgspec.field(name="class", default=None)


DOCUMENT = {"a": [{"b": None}, {"b": 2}], "x/y": 1, "m~n": {"": "empty"}, "item": Item(url="u", class_="c")}


@pytest.mark.parametrize(
    ("pointer", "found"),
    [
        ("", DOCUMENT),
        ("/a/1/b", 2),
        ("/a/0/b", None),  # null is there
        ("/x~1y", 1),
        ("/m~0n/", "empty"),
        ("/item/class", "c"),
        ("/item/class_", "absent"),  # a name of Python, not of JSON
        ("/item/b", "absent"),
        ("/a/2", "absent"),
        ("/a/3", "absent"),
        ("/a/-1", "absent"),
        ("/a/0/b/c", "absent"),
        ("/nothing", "absent"),
        (("a", "1", "b"), 2),
    ],
)
def test_a_pointer_leads_to_a_value_or_to_the_default(pointer: Any, found: object) -> None:
    assert resolve(DOCUMENT, pointer, "absent") == found


def test_a_required_field_that_is_missing_is_absent() -> None:
    assert resolve(build(Item, {}), "/url", "absent") == "absent"


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("", [DOCUMENT]),
        ("/a/*/b", [None, 2]),
        ("/a/*/c", []),
        ("/x~1y/*", []),
        ("/item/url", ["u"]),
        ("/m~0n/", ["empty"]),
    ],
)
def test_a_pattern_leads_to_every_value(pattern: str, found: list[object]) -> None:
    assert select(DOCUMENT, pattern) == found


def test_a_key_becomes_one_token() -> None:
    assert resolve({"a/b~c": 1}, f"/{escape('a/b~c')}") == 1
