"""Forms with files: built from arguments as plain data, and read in pieces when they are sent."""

from __future__ import annotations

import datetime
import io
import pickle
from decimal import Decimal
from enum import Enum
from pathlib import Path
from typing import Any

import pytest

from generator.runtime.encoding.multipart import Multipart
from generator.runtime.operation.call import Call
from tests.runtime.multipart_form import DRAW, PNG, form, parts, sent


class Colour(str, Enum):  # noqa: UP042  its str() is not its value
    RED = "red"


def test_fields_come_in_the_operations_order() -> None:
    assert [name for name, *_ in parts(form(scale=1, title="x", sketch=PNG))] == ["sketch", "title", "scale"]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("naïve 会议\r\n", "naïve 会议\r\n"),
        ("", ""),
        (5, "5"),
        (1.8, "1.8"),
        (True, "true"),
        (False, "false"),
        (Colour.RED, "red"),
        (Decimal("0.10"), "0.10"),
        (datetime.date(2024, 11, 30), "2024-11-30"),
    ],
)
def test_values_are_text(value: Any, text: str) -> None:
    assert parts(form(title=value)) == [("title", None, None, text.encode())]


def test_a_sequence_is_parts_of_the_same_name() -> None:
    found = parts(form(layers=("roads", 2), title=["a", "b"]))
    assert [(name, content) for name, _, _, content in found] == [
        ("title", b"a"),
        ("title", b"b"),
        ("layers[]", b"roads"),
        ("layers[]", b"2"),
    ]


def test_a_sequence_of_files_is_parts_of_the_same_name(png: Path) -> None:
    for several in ([png, str(png)], (png, b"x"), [b"x"], [("a.png", PNG), ("b.png", PNG, "image/x")]):
        assert [part[0] for part in parts(form(photos=several))] == ["photos"] * len(several)
    for one in (png, str(png), ("a.png", PNG), ("a.png", PNG, "image/png")):
        assert [part[1:] for part in parts(form(photos=one))] == [("a.png", "image/png", PNG)]
    assert form(photos=()) == form(photos=[]) == form()


def test_an_empty_sequence_is_no_part() -> None:
    assert sent(form(layers=[])).count(b"Content-Disposition") == 0


@pytest.mark.parametrize(
    ("arguments", "error", "said"),
    [
        ({"title": None}, TypeError, "title must be text, .*, not None \\(omit an optional argument instead\\)"),
        ({"title": float("nan")}, ValueError, "title must not be nan"),
        ({"title": {"a": 1}}, TypeError, "title must be text, .*, not dict"),
        ({"title": b"x"}, TypeError, "title must be text, .*, not bytes"),
        ({"title": "\ud800"}, ValueError, "title: .*surrogate"),
        ({"layers": ["a", None]}, TypeError, r"layers\[1\] must be .*None"),
        ({"sketch": None}, TypeError, "sketch must be .*not None \\(omit an optional argument instead\\)"),
        ({"sketch": 7}, TypeError, "sketch must be a path, bytes or a file open in mode 'rb', not int"),
        ({"sketch": ""}, ValueError, "sketch: '' is not a path"),
        ({"sketch": "a\0b"}, ValueError, "sketch: .* is not a path"),
        ({"sketch": (PNG, "a.png")}, TypeError, r"sketch: a tuple must be \(name, content\)"),
        ({"sketch": ("a.png", PNG, "image/png", {})}, TypeError, "sketch: a tuple must be"),
        ({"sketch": ("a.png", PNG, "image/png\r\nX-Evil: 1")}, ValueError, "sketch: its content type contains a line"),
        ({"sketch": ("\ud800.png", PNG)}, ValueError, "sketch: .*surrogate"),
        ({"sketch": io.StringIO("x")}, TypeError, "sketch: the file is open as text; open it in mode 'rb'"),
        ({"photos": [PNG, 7]}, TypeError, r"photos\[1\] must be a path"),
        ({"sktech": PNG}, TypeError, "did you mean 'sketch'"),
    ],
)
def test_what_cannot_be_sent_is_refused_with_its_place(arguments: Any, error: type[Exception], said: str) -> None:
    with pytest.raises(error, match=said):
        DRAW(arguments)


def test_extra_body_adds_text_and_replaces_parameters() -> None:
    found = parts(form(title="x", sketch=PNG, extra_body={"title": "y", "tags": ["a", "b"], "sketch": "just text"}))
    assert [(name, filename, content) for name, filename, _, content in found] == [
        ("title", None, b"y"),
        ("tags", None, b"a"),
        ("tags", None, b"b"),
        ("sketch", None, b"just text"),
    ]


def test_extra_body_adds_files_where_nothing_else_can_be_meant(png: Path) -> None:
    extra = {"bytes": b"x", "path": png, "named": ("n.bin", b"y"), "open": io.BytesIO(b"z")}
    assert [part[1] for part in parts(form(extra_body=extra))] == ["bytes", "a.png", "n.bin", "open"]
    typed = {
        "typed": ("n.bin", b"y", "audio/x"),
        "pair": ("a", "b"),
        "three": ["a", "b", "c"],
        "one": ("a",),
        "none": (),
    }
    assert [part[:3] for part in parts(form(extra_body=typed))] == [
        ("typed", "n.bin", "audio/x"),
        *[(name, None, None) for name, count in (("pair", 2), ("three", 3), ("one", 1)) for _ in range(count)],
    ]


def test_a_field_cannot_break_its_line() -> None:
    assert b'name="a%22%0D%0Ab"\r\n\r\nx' in sent(form(extra_body={'a"\r\nb': "x"}))


def test_calls_with_paths_and_bytes_compare_hash_and_pickle(png: Path) -> None:
    one, other = DRAW({"sketch": png, "photos": [PNG]}), DRAW({"sketch": str(png), "photos": [PNG]})
    assert one == other
    assert len({one, other}) == 1
    assert one != DRAW({"sketch": png, "photos": [PNG + b"."]})
    again: Call[Any, Any] = pickle.loads(pickle.dumps(one))
    assert again == one
    assert isinstance(again.content, Multipart)
    assert [part[3] for part in parts(again.content)] == [PNG, PNG]


def test_a_call_over_an_open_file_says_that_it_cannot_be_pickled(png: Path) -> None:
    with open(png, "rb") as file:
        call = DRAW({"sketch": file})
        assert call == DRAW({"sketch": file})
        assert hash(call) == hash(DRAW({"sketch": file}))
        for other in (io.BytesIO(PNG), png):
            assert call != DRAW({"sketch": other})
        file.seek(1)
        assert call != DRAW({"sketch": file})
        with pytest.raises(TypeError, match="sketch: a call over an open file cannot be pickled; pass a path or bytes"):
            pickle.dumps(call)


def test_repr_shows_no_content() -> None:
    call = DRAW({"title": "secret", "sketch": b"secret"})
    assert repr(call) == "Call(POST /v1/maps, Multipart(sketch, title))"
    assert "secret" not in repr(call.content)
    assert "secret" not in repr(form(sketch=b"secret").parts[0])
