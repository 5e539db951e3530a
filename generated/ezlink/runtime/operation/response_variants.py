"""Which of an answer's forms comes: an object, text, or a file, as an argument of the call chose."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    from ..http.media_type import Kind

__all__ = ["ResponseVariant", "ResponseVariants"]

ACCEPT = "accept"


class ResponseVariant(msgspec.Struct, frozen=True):
    """One form of an answer.

    `media` is what its content type should be, perhaps a range such as `image/*`. `answer` is the type that the body is
    read as: `str` for bare text, a struct for JSON; or the kind of a file, "image", "audio" or "video".
    """

    media: str
    answer: Any = Any
    async_answer: Any = None
    """What the async client reads instead, where its objects do I/O."""

    @property
    def kind(self) -> Kind | None:
        """The kind of file that comes, None if none does."""
        return self.answer if isinstance(self.answer, str) else None  # type: ignore[return-value]


class ResponseVariants(msgspec.Struct, frozen=True, dict=True):
    """The forms of an operation's answer, by the value that chooses one.

    `by` is the field of the body that chooses, or `accept`: then the operation has an argument of that name, which is
    sent as the header. Without `by` there is one form, the default.
    """

    cases: dict[str, ResponseVariant]
    default: str = "*"
    by: str | None = None

    def choose(self, value: Any = None) -> ResponseVariant:
        """The form for a value of the argument, the default for None.

        A value that is not described is sent all the same: its form is what the server makes of it, `Any`.
        """
        if value is None or self.by is None:
            return self.cases[self.default]
        if not isinstance(value, str):
            return ResponseVariant("*/*")
        found = self.cases.get(value)
        if found is not None or self.by != ACCEPT:
            return found or ResponseVariant("*/*")
        # A type may lie within a range that is described, as `image/webp` does within `image/*`.
        within = self.cases.get(f"{value.partition('/')[0]}/*", ResponseVariant("*/*"))
        return ResponseVariant(value, within.answer, within.async_answer)

    def __hash__(self) -> int:
        return hash((self.by, self.default, *self.cases))
