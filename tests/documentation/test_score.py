"""A sample of `make drift-score`: an edit of each kind in each form, and pages that nobody edited."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from .cases import FOLDER
from .edits import KINDS
from .score import FORMS, SCORED, Corpus, precision, recall, table, trials


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    return Corpus(Path("spec/openapi.yaml"), tmp_path_factory.mktemp("pages"))


@pytest.mark.parametrize("form", [*SCORED, "html"])
def test_pages_that_nobody_edited_are_no_difference(corpus: Corpus, form: str) -> None:
    assert [one.message for one in corpus.unchanged(form)] == []


def test_edits_of_every_kind_are_found_and_nothing_else(corpus: Corpus) -> None:
    found = trials(corpus, 2 * len(KINDS), seed=4)
    assert {(one.kind, one.form) for one in found} == {(kind, form) for kind in KINDS for form in SCORED}
    assert recall(found) >= 0.95, "\n".join(table(found))
    assert precision(found) >= 0.9, "\n".join(table(found))


@pytest.fixture(scope="module")
def lamps(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    return Corpus(FOLDER / "spec" / "openapi.yaml", tmp_path_factory.mktemp("lamps"))


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_found_in_every_form(lamps: Corpus, kind: str, form: str) -> None:
    found = lamps.trial(kind, form, Random(kind))
    assert found.right, (found.expected, found.failure, [one.message for one in found.findings])
    assert not found.wrong, (found.expected, [one.message for one in found.wrong])
