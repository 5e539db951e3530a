"""No string of a document becomes code (`make hostile` tries a hundred thousand)."""

from __future__ import annotations

import pytest

import generator.render.docstrings
import generator.render.models
from tests.hostile.cases import attempt_case
from tests.hostile.documents import attempt


@pytest.mark.parametrize(("seed", "names"), [(1, False), (2, False), (3, True)])
def test_no_string_becomes_code(seed: int, names: bool) -> None:
    tried = attempt(seed, names)
    assert tried.strings > 10
    assert tried.faults == []


@pytest.mark.parametrize("seed", range(6))
def test_no_string_of_a_feature_or_a_configuration_becomes_code(seed: int) -> None:
    assert not attempt_case(seed).faults


def test_what_escapes_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    def unescaped(paragraphs: list[str], indent: int) -> str:
        return f'"""{" ".join(paragraphs)}"""'

    monkeypatch.setattr(generator.render.models, "docstring", unescaped)
    assert attempt(1, names=False).faults
