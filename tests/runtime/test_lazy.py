"""Names of a package: each class carries the one by which it is offered, and the error for a missing one is chosen."""

from __future__ import annotations

from typing import Any

import pytest

import ezlink
from generator.runtime.lazy import lazy, public


@pytest.mark.parametrize(
    ("module", "name", "expected"),
    [
        ("orders", "Order", ("shop", "Order")),
        ("orders", "_Line", ("shop", "Line")),
        ("orders", "Other", ("shop.orders", "Other")),
        ("other", "Order", ("shop.other", "Order")),
    ],
)
def test_a_class_carries_the_name_by_which_a_package_offers_it(
    module: str, name: str, expected: tuple[str, str]
) -> None:
    lazy("shop", {"Order": "orders", "Line": "orders:_Line", "orders": "orders:"})
    made: Any = public(type(name, (), {"__module__": f"shop.{module}"}))
    assert (made.__module__, made.__name__) == expected
    assert made.__qualname__ == expected[1]


@pytest.mark.parametrize("asker", ["a", "z", None])
def test_only_an_import_statement_gets_an_import_error(asker: str | None) -> None:
    with pytest.raises(AttributeError):
        exec("ezlink.OpenAI", {"ezlink": ezlink, **({"__name__": asker} if asker else {})})
