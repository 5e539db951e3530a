"""Names that are safe to print: each type here can only be built valid, whatever text the document contains.

`of` makes a valid name from any text; the constructor accepts a valid name and refuses everything else. `unique` tells
names apart, in the order of the keys and not of the file.
"""

from __future__ import annotations

import keyword
import re
import unicodedata
from collections.abc import Collection, Mapping
from typing import Self, TypeVar

# A capital (chatCompletion) or the end of an acronym (URLFor) starts a word, and so does a character no identifier has.
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_BREAK = re.compile(r"[\W_]+")

# Modules of these names cannot be written on Windows.
_DEVICES = frozenset(
    ["con", "prn", "aux", "nul", *(f"com{digit}" for digit in range(10)), *(f"lpt{digit}" for digit in range(10))]
)

# File systems allow names of 255 bytes. These many characters have at most 240, which leaves room for a suffix.
_MAX_LENGTH = 60
_MAX_BYTES = 250

# Names that annotations use without an import.
TYPES = frozenset(["bool", "bytes", "dict", "float", "int", "list", "str"])


class PyName(str):
    """A Python identifier that is safe to print. Build it with `PyName.of`."""

    __slots__ = ()
    unnamed = "unnamed"
    prefix = "n"
    max_length: int | None = None  # of names of files

    def __new__(cls, text: str) -> Self:
        if not cls.fits(text):
            raise ValueError(f"not a {cls.__name__}: {text!r}; build it with {cls.__name__}.of")
        return super().__new__(cls, text)

    @classmethod
    def fits(cls, text: str) -> bool:
        """True if `text` is such a name already. Python reads identifiers in NFKC, so other spellings are refused."""
        return (
            text.isidentifier()
            and not keyword.iskeyword(text)
            and not text.startswith("__")
            and (cls.max_length is None or len(text.encode()) <= _MAX_BYTES)
            and unicodedata.normalize("NFKC", text) == text
        )

    @classmethod
    def of(cls, text: str) -> Self:
        """The text itself if it is such a name, otherwise its words in this type's style."""
        if cls.fits(text):
            return cls(text)
        # Capitals may have another spelling, and some small letters have no capital.
        name = unicodedata.normalize("NFKC", cls.styled(words(text)))[: cls.max_length] or cls.unnamed
        spellings = (name, f"{name}_", cls.prefix + name, f"{cls.prefix}{name}_")
        return cls(next(filter(cls.fits, spellings)))

    @classmethod
    def styled(cls, parts: list[str]) -> str:
        """The words joined in this type's style."""
        return "_".join(parts).lower()

    def numbered(self, number: int) -> Self:
        """The same name with a number."""
        return type(self)(f"{self}_{number}")

    def beside(self, reserved: Collection[str]) -> Self:
        """The same name, with an underscore if it is reserved."""
        return type(self)(f"{self}_") if self in reserved else self


class FieldName(PyName):
    """A field of a struct, or a keyword argument: the wire's own name where it is a valid one."""

    __slots__ = ()
    unnamed = "field"

    @classmethod
    def fits(cls, text: str) -> bool:
        # No leading capital: such a name could hide a class in the annotations that follow it.
        return super().fits(text) and not text.startswith("_") and not text[0].isupper()


class SnakeName(PyName):
    """A public name in lower case that is not reserved."""

    __slots__ = ()
    reserved: frozenset[str] = frozenset()

    @classmethod
    def fits(cls, text: str) -> bool:
        return super().fits(text) and text == text.lower() and not text.startswith("_") and text not in cls.reserved


class FunctionName(SnakeName):
    """A function of a module in snake_case: create_chat_completion for createChatCompletion."""

    __slots__ = ()
    unnamed = "call"
    reserved = frozenset(["build_call", "dt", "overload", "signature", *TYPES])


class MethodName(SnakeName):
    """A method of a resource or client. `list` is allowed; names that the class body uses are not."""

    __slots__ = ()
    unnamed = "call"
    max_length = _MAX_LENGTH
    reserved = frozenset(["cached_property", "dt", "omit", "overload"])


class ModuleName(SnakeName):
    """A module: lower case, so that no two differ in case only, and not a reserved name of a file system."""

    __slots__ = ()
    unnamed = "api"
    max_length = _MAX_LENGTH
    reserved = _DEVICES


class ClassName(PyName):
    """A class in PascalCase. Names that the rendered modules import get an underscore."""

    __slots__ = ()
    unnamed = "Unnamed"
    prefix = "N"

    @classmethod
    def fits(cls, text: str) -> bool:
        return super().fits(text) and not text.startswith("_") and not text[0].islower() and text not in _RESERVED

    @classmethod
    def styled(cls, parts: list[str]) -> str:
        return "".join(part[0].upper() + part[1:] for part in parts)

    def numbered(self, number: int) -> Self:
        return type(self)(f"{self}{number}")


class ConstantName(PyName):
    """A module's constant: _CREATE_CHAT_COMPLETION for createChatCompletion."""

    __slots__ = ()
    unnamed = "_OPERATION"

    @classmethod
    def fits(cls, text: str) -> bool:
        return super().fits(text) and text.startswith("_") and text == text.upper()

    @classmethod
    def styled(cls, parts: list[str]) -> str:
        return "_" + "_".join(parts).upper() if parts else ""


# Names that rendered modules import: by module, and those of the runtime.
IMPORTED = {
    "typing": (
        "Any", "ClassVar", "Generic", "Literal", "Required", "TYPE_CHECKING", "TypeAlias", "TypedDict", "Unpack",
        "overload",
    ),
    "collections.abc": ("AsyncIterator", "Iterator", "Mapping", "Sequence"),
    "decimal": ("Decimal",),
    "uuid": ("UUID",),
}  # fmt: skip
RUNTIME_NAMES = frozenset({
    "AsyncBinaryResponse", "AsyncFileModel", "AsyncPaginator", "AsyncParsedStream", "AsyncResource", "AsyncStream",
    "AsyncStreamManager", "AsyncTask", "BinaryResponse", "BodySpec", "Call", "FileFields", "FileModel", "FileParam",
    "FollowUpActions", "FormField", "NotServedHint", "Omit", "Operation", "Options", "PaginationSpec", "Paginator",
    "ParameterStyle", "ParsedStream", "ParsedT", "ParsingSpec", "PollingSpec", "Resource", "ResponseModel",
    "ResponseVariant", "ResponseVariants", "SecurityScheme", "Stream", "StreamManager", "StreamSpec", "Task",
    "ToolCallFields", "TypeSlot",
})  # fmt: skip
_RESERVED = {*(n for names in IMPORTED.values() for n in names), *RUNTIME_NAMES}

N = TypeVar("N", bound=PyName)


def words(text: str) -> list[str]:
    """The words of a text: `self-harm/intent` and `selfHarmIntent` have the same three (but for case).

    Invisible characters (soft hyphens, marks of direction) are left out and separate nothing.
    """
    shown = "".join(c for c in unicodedata.normalize("NFKC", text) if unicodedata.category(c) not in ("Cf", "Cc", "Cs"))
    return [word for part in _BREAK.split(_HUMP.sub("_", shown)) for word in [_storable(part)] if word]


def unique(wanted: Mapping[str, N], taken: Collection[str] = ()) -> dict[str, N]:
    """A distinct name for each key: the first by key keeps its name, the next get numbers from 2."""
    used: set[str] = set()  # beside those that are taken, of which there may be many
    numbers: dict[str, int] = {}  # by name: the last one that it was given
    names: dict[str, N] = {}
    for key in sorted(wanted):
        name, number = wanted[key], numbers.get(wanted[key], 1)
        while name in used or name in taken:
            number += 1
            name = wanted[key].numbered(number)
        numbers[wanted[key]] = number
        used.add(name)
        names[key] = name
    return names


def _storable(part: str) -> str:
    """The characters of a word that are allowed in an identifier: superscripts and the like are left out."""
    return "".join(c for c in part if f"a{c}".isidentifier())
