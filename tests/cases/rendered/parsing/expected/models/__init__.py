# Rendered by `make generate` from spec/openapi.yaml. Do not edit.
"""Models of responses: structs, decoded straight from bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING

__all__ = [
    "Letter",
    "Letters",
    "Page",
    "ParsedLetter",
    "ParsedLetters",
    "ParsedPage",
    "ParsedPage2",
    "Seal",
    "api",
    "parsed_api",
]

# Checkers see plain imports; at run time each name is imported when it is first used.
if TYPE_CHECKING:
    from . import api, parsed_api
    from .api import Letter, Letters, Page, ParsedPage, Seal
    from .parsed_api import ParsedLetter, ParsedLetters, ParsedPage2
else:
    from ..runtime.lazy import lazy

    __getattr__ = lazy(
        __name__,
        {
            "Letter": "api",
            "Letters": "api",
            "Page": "api",
            "ParsedLetter": "parsed_api",
            "ParsedLetters": "parsed_api",
            "ParsedPage": "api",
            "ParsedPage2": "parsed_api",
            "Seal": "api",
            "api": "api:",
            "parsed_api": "parsed_api:",
        },
    )


def __dir__() -> list[str]:
    return __all__
