"""The runtime's own part of api.txt: what a changed line means."""

from __future__ import annotations

import pytest

from generator.compare.client import runtime


@pytest.mark.parametrize(
    ("old", "new", "ids"),
    [
        ("f(a: int) -> str", "f(a: int) -> str", []),
        ("f(a: int) -> str", "", ["name-removed"]),
        ("", "f(a: int) -> str", ["name-added"]),
        ("f(a: int) -> str", "f(a: int, b: int=1) -> str", ["signature-extended"]),
        ("f(a: int) -> str", "f(a: int, *, b: int=1, **more: Any) -> str", ["signature-extended"]),
        ("f(a: int) -> str", "f(a: int=1) -> str", ["signature-extended"]),
        ("f(a: int) -> str", "f(a: int, b: int) -> str", ["signature-changed"]),
        ("f(a: int) -> str", "f(a: int, *, b: int) -> str", ["signature-changed"]),
        ("f(a: int, b: int=1) -> str", "f(a: int) -> str", ["signature-changed"]),
        ("f(a: int, b: str) -> str", "f(b: str, a: int) -> str", ["signature-changed"]),
        ("f(a: int=1) -> str", "f(a: int) -> str", ["signature-changed"]),
        ("f(a: int) -> str", "f(a: str) -> str", ["signature-changed"]),
        ("f(a: int) -> str", "f(a: int) -> str | None", ["signature-changed"]),
        ("f(**more: Any) -> str", "f() -> str", ["signature-changed"]),
        ("f: int", "f: str", ["signature-changed"]),
        ("F(Base, _Own)", "F(Base)", ["signature-extended"]),
        ("F(Base)", "F(Base, Closing)", ["signature-extended"]),
        ("F(Base)", "F(Other)", ["signature-changed"]),
    ],
)
def test_what_a_changed_line_means(old: str, new: str, ids: list[str]) -> None:
    lines = [[f"{line}  runtime/f.py"] if line else [] for line in (old, new)]
    assert [one.id for one in runtime(*lines)] == ids


def test_lines_of_the_document_are_not_of_the_runtime() -> None:
    assert list(runtime(["f() -> int  spec/openapi.yaml#/paths"], [])) == []
