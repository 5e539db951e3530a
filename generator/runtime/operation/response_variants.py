"""The variants of a response: an object, text or a file, chosen by an argument of the call."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    from ..http.media_type import MediaKind

__all__ = ["ResponseVariant", "ResponseVariants"]

ACCEPT = "accept"


class ResponseVariant(msgspec.Struct, frozen=True):
    """One variant of a response.

    `media_type` is the content type to expect, perhaps a range such as `image/*`. `result` is the type that the body is
    read as: `str` for bare text, a struct for JSON; or the kind of a file, "image", "audio", "video" or "file".
    """

    media_type: str
    result: Any = Any
    async_result: Any = None
    """The type that the async client reads instead, if it is another."""

    @property
    def kind(self) -> MediaKind | None:
        """The kind of file that comes, None if none does."""
        return self.result if isinstance(self.result, str) else None  # type: ignore[return-value]


class ResponseVariants(msgspec.Struct, frozen=True, kw_only=True):
    """The variants of an operation's response, by the value that chooses one.

    `by` is the field of the body that chooses, or `accept`: then the operation has an argument of that name, which is
    sent as the header. Without `by` there is one variant, the default.
    """

    by: str | None = None
    default: str = "*"
    cases: dict[str, ResponseVariant]

    def choose(self, value: Any = None) -> ResponseVariant:
        """The variant for a value of the argument, the default for None.

        A value that is not described is sent all the same; its variant takes whatever the server makes of it.
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
        return ResponseVariant(value, within.result, within.async_result)

    def __hash__(self) -> int:
        return hash((self.by, self.default, *self.cases))
