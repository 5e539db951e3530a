"""Names that are safe to print: each type here can only be built valid, whatever text the document holds.

`of` makes a valid name from any text; the constructor takes a valid name as it is and refuses everything else. What a
name may not collide with is decided once, by `unique`, in the order of the keys and not of the file.
"""

from __future__ import annotations

import keyword
import re
import unicodedata
from collections.abc import Collection, Mapping
from typing import Self, TypeVar

# A hump (chatCompletion) or the end of an acronym (URLFor) begins a word; so does anything that no identifier holds.
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_BREAK = re.compile(r"[\W_]+")

# Modules of these names cannot be written on Windows.
_DEVICES = frozenset(
    ["con", "prn", "aux", "nul", *(f"com{digit}" for digit in range(10)), *(f"lpt{digit}" for digit in range(10))]
)


# A file system takes names of 255 bytes. So many characters have no more than 240, and then room for an ending.
_LONGEST = 60
_MOST_BYTES = 250

# What annotations call by name without an import.
TYPES = frozenset(["bool", "bytes", "dict", "float", "int", "list", "str"])


class PyName(str):
    """A Python identifier that is safe to print. Build it with `PyName.of`."""

    __slots__ = ()
    unnamed = "unnamed"
    before_digits = "n"
    longest: int | None = None  # of those that become the name of a file

    def __new__(cls, text: str) -> Self:
        if not cls.fits(text):
            raise ValueError(f"not a {cls.__name__}: {text!r}; build it with {cls.__name__}.of")
        return super().__new__(cls, text)

    @classmethod
    def fits(cls, text: str) -> bool:
        """Whether `text` is such a name already. Python reads identifiers in NFKC: other spellings would be a trap."""
        return (
            text.isidentifier()
            and not keyword.iskeyword(text)
            and not text.startswith("__")
            and (cls.longest is None or len(text.encode()) <= _MOST_BYTES)
            and unicodedata.normalize("NFKC", text) == text
        )

    @classmethod
    def of(cls, text: str) -> Self:
        """The name that `text` gives: the text itself where it is one, else its words in this type's style."""
        if cls.fits(text):
            return cls(text)
        name = cls.styled(words(text))[: cls.longest] or cls.unnamed
        if not name.isidentifier():
            name = cls.before_digits + name
        return cls(name if cls.fits(name) else f"{name}_")

    @classmethod
    def styled(cls, parts: list[str]) -> str:
        """The words joined in this type's style."""
        return "_".join(parts).lower()

    def numbered(self, number: int) -> Self:
        """The same name, told apart from others by a number."""
        return type(self)(f"{self}_{number}")

    def beside(self, reserved: Collection[str]) -> Self:
        """The same name, with an underscore if it is one of those."""
        return type(self)(f"{self}_") if self in reserved else self


class FieldName(PyName):
    """A field of a struct, or a keyword argument: the wire's own name where Python can say it."""

    __slots__ = ()
    unnamed = "field"

    @classmethod
    def fits(cls, text: str) -> bool:
        # No capital in front: such a name could stand for a class in the annotations that follow it.
        return super().fits(text) and not text.startswith("_") and not text[0].isupper()


class FunctionName(PyName):
    """A function of a module in snake_case: createChatCompletion gives create_chat_completion."""

    __slots__ = ()
    unnamed = "call"
    reserved = frozenset(["build_call", "overload", "signature", *TYPES])

    @classmethod
    def fits(cls, text: str) -> bool:
        return super().fits(text) and text == text.lower() and not text.startswith("_") and text not in cls.reserved


class MethodName(FunctionName):
    """An attribute of a resource or client: `list` is fine here, what the class body itself calls is not."""

    __slots__ = ()
    longest = _LONGEST
    reserved = frozenset(
        ["async_method", "cached_property", "method", "operation_of", "overload", "same_as", "without_overloads"]
    )


class ModuleName(PyName):
    """A module: lower case, so that no two differ in case only, and no name that a file system keeps for itself."""

    __slots__ = ()
    unnamed = "api"
    longest = _LONGEST

    @classmethod
    def fits(cls, text: str) -> bool:
        return super().fits(text) and text == text.lower() and not text.startswith("_") and text not in _DEVICES


class ClassName(PyName):
    """A class in PascalCase. Names that the printed modules import for themselves get an underscore."""

    __slots__ = ()
    unnamed = "Unnamed"
    before_digits = "N"

    @classmethod
    def fits(cls, text: str) -> bool:
        return super().fits(text) and not text.startswith("_") and not text[0].islower() and text not in _IMPORTED

    @classmethod
    def styled(cls, parts: list[str]) -> str:
        return "".join(part[0].upper() + part[1:] for part in parts)

    def numbered(self, number: int) -> Self:
        return type(self)(f"{self}{number}")


class ConstantName(PyName):
    """A module's constant: createChatCompletion gives _CREATE_CHAT_COMPLETION."""

    __slots__ = ()
    unnamed = "_OPERATION"

    @classmethod
    def fits(cls, text: str) -> bool:
        return super().fits(text) and text.startswith("_") and text == text.upper()

    @classmethod
    def styled(cls, parts: list[str]) -> str:
        return "_" + "_".join(parts).upper() if parts else ""


# Names that printed modules import: from typing, the runtime, and msgspec under its own name. `Model` may be a schema's
# name: the base class gives way there.
_TYPING = frozenset(
    ["Any", "ClassVar", "Literal", "NotRequired", "Required", "TYPE_CHECKING", "TypeAlias", "TypedDict", "Unpack"]
)
RUNTIME_NAMES = frozenset({
    "AsyncBinaryResponse", "AsyncFileModel", "AsyncResource", "AsyncStream", "AsyncTask", "BinaryResponse",
    "Call", "FileFields", "FileModel", "FileParam", "FollowUpActions", "FormField", "NotServedHint", "Operation",
    "Options", "PollingSpec", "Resource", "ResponseVariant", "ResponseVariants", "Stream", "StreamSpec", "Task",
})  # fmt: skip
_OTHERS = frozenset(["AsyncIterator", "Iterator", "Mapping", "Sequence", "Struct", "Union"])
_IMPORTED = _TYPING | RUNTIME_NAMES | _OTHERS

N = TypeVar("N", bound=PyName)


def words(text: str) -> list[str]:
    """The words of a text: `self-harm/intent` and `selfHarmIntent` have the same three (but for case).

    Characters that are not shown (soft hyphens, marks of direction) are no break: they vanish.
    """
    shown = "".join(c for c in unicodedata.normalize("NFKC", text) if unicodedata.category(c) not in ("Cf", "Cc", "Cs"))
    return [word for part in _BREAK.split(_HUMP.sub("_", shown)) for word in [_storable(part)] if word]


def unique(wanted: Mapping[str, N], taken: Collection[str] = ()) -> dict[str, N]:
    """A name of its own for each key: who comes first by key keeps the name, the next get the numbers from 2."""
    used = set(taken)
    names: dict[str, N] = {}
    for key in sorted(wanted):
        name, number = wanted[key], 1
        while name in used:
            number += 1
            name = wanted[key].numbered(number)
        used.add(name)
        names[key] = name
    return names


def _storable(part: str) -> str:
    """The characters of a word that an identifier can hold after its first: superscripts and the like fall out."""
    return "".join(c for c in part if f"a{c}".isidentifier())
