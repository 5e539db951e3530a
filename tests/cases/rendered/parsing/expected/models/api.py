# Rendered by `make generate` from spec/openapi.yaml. Do not edit.
"""Api: models of responses."""

from __future__ import annotations

import msgspec

from ..runtime.response.model import ResponseModel


class Letters(ResponseModel, frozen=True, kw_only=True):
    letters: list[Letter]
    seal: Seal

    @property
    def stamp(self) -> str:
        """`seal.stamp`."""
        return self.seal.stamp


class Letter(ResponseModel, frozen=True, kw_only=True):
    number: int | None = None
    ended: str | None = None
    page: Page


class Page(ResponseModel, frozen=True, kw_only=True):
    body: str | None = None
    re_ason: str | None = msgspec.field(default=None, name="re'ason")


class Seal(ResponseModel, frozen=True, kw_only=True):
    stamp: str


class ParsedPage(ResponseModel, frozen=True, kw_only=True):
    pages: list[Page] | None = None
