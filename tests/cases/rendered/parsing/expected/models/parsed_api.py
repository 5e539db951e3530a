# Rendered by `make generate` from spec/openapi.yaml. Do not edit.
"""Api: models of responses whose outputs are parsed."""

from __future__ import annotations

from typing import Generic

from ..models.api import Letter, Letters, Page
from ..runtime.response.model import ParsedT


class ParsedPage2(Page, Generic[ParsedT], frozen=True, kw_only=True):
    """`Page` of a call whose output is parsed."""

    @property
    def parsed(self) -> ParsedT | None:
        """`body` as the type that was asked for; None for a refusal, and where no type was."""
        return vars(self).get("parsed")


class ParsedLetter(Letter, Generic[ParsedT], frozen=True, kw_only=True):
    """`Letter` of a call whose output is parsed."""

    page: ParsedPage2[ParsedT]


class ParsedLetters(Letters, Generic[ParsedT], frozen=True, kw_only=True):
    """`Letters` of a call whose output is parsed."""

    letters: list[ParsedLetter[ParsedT]]  # type: ignore[assignment]
