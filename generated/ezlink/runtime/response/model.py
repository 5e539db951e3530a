"""What comes back: structs that keep what they came with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

import msgspec

from ..errors import MissingField
from ..http.json_pointer import is_array, is_object

if TYPE_CHECKING:
    from array import array
    from collections.abc import Iterable

    from .metadata import ResponseInfo

UNSET = msgspec.UNSET

# Where an object keeps what it came with: beside its fields, so that it is in neither `==`, repr nor JSON.
RECEIVED = "_received"

_LONGEST_TEXT = 60
_MOST_ITEMS = 3
_DEEPEST = 20  # a server may nest more deeply than Python can call


class Model(msgspec.Struct, frozen=True, kw_only=True, dict=True, omit_defaults=True):
    """Base of every object that an API returns.

    An optional field that did not come reads None and is not sent back. Reading a required one that did not come raises
    `MissingField`. `extras(obj)` gives the fields that the description does not know, `response_info(obj)` the bytes.
    """

    def to_dict(self) -> dict[str, Any]:
        """The fields that came, as plain dicts, lists and values, under their names on the wire."""
        return msgspec.to_builtins(self)  # type: ignore[no-any-return]

    def to_json(self) -> str:
        """The fields that came, as compact JSON under their names on the wire."""
        return msgspec.json.encode(self).decode()

    def __repr__(self) -> str:
        shown = [f"{name}={_short(value)}" for name, value in self.__rich_repr__()]
        return f"{type(self).__name__}({', '.join(shown)})"

    def __rich_repr__(self) -> list[tuple[str, Any]]:
        fields = [(name, object.__getattribute__(self, name)) for name in self.__struct_fields__]
        return [(name, value) for name, value in fields if value is not None and value is not UNSET]

    def __copy__(self) -> Self:
        restore, content = self.__reduce__()
        return restore(*content)  # type: ignore[no-any-return]

    def __reduce__(self) -> tuple[Any, ...]:
        fields = {name: object.__getattribute__(self, name) for name in self.__struct_fields__}
        came = {name: value for name, value in fields.items() if value is not UNSET}
        return _restore, (whole_type(type(self)), came, dict(vars(self)))

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:
        from .pydantic_schema import core_schema

        return core_schema(cls)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: Any, handler: Any) -> Any:
        from .pydantic_schema import json_schema

        return json_schema(cls)


_PARTIAL: dict[type[Any], type[Any]] = {}
_WHOLE: dict[type[Any], type[Any]] = {}


def build(cls: type[Any], fields: dict[str, Any]) -> Any:
    """An object with these fields; required ones that are not among them raise `MissingField` when read."""
    absent = [name for name in _required(cls) if name not in fields]
    if not absent:
        return cls(**fields)
    return _partial_type(cls)(**fields, **dict.fromkeys(absent, UNSET))


def whole_type(cls: type[Any]) -> type[Any]:
    """The class as it is declared, of an object that may lack required fields."""
    return _WHOLE.get(cls, cls)


def _required(cls: type[Any]) -> tuple[str, ...]:
    # With keyword-only fields the defaults are those of the last fields; NODEFAULT marks a required one.
    fields, defaults = cls.__struct_fields__, cls.__struct_defaults__
    padded = (msgspec.NODEFAULT,) * (len(fields) - len(defaults)) + tuple(defaults)
    return tuple(name for name, default in zip(fields, padded, strict=True) if default is msgspec.NODEFAULT)


def _partial_type(cls: type[Any]) -> type[Any]:
    """A subclass whose fields may be missing. Only objects that lack something pay for the check on reading."""
    if cls not in _PARTIAL:

        def read(self: Any, name: str) -> Any:
            value = object.__getattribute__(self, name)
            if value is UNSET:
                raise MissingField(f"{cls.__name__}.{name} did not come with this answer")
            return value

        namespace = {"__qualname__": cls.__qualname__, "__doc__": cls.__doc__, "__getattribute__": read}
        made: type[Any] = msgspec.defstruct(
            cls.__name__, (), bases=(cls,), module=cls.__module__, namespace=namespace, frozen=True, kw_only=True
        )
        _WHOLE[made] = cls
        # Of two threads that make it at once, one class stays: `==` compares classes.
        return _PARTIAL.setdefault(cls, made)
    return _PARTIAL[cls]


def _restore(cls: type[Any], fields: dict[str, Any], beside: dict[str, Any]) -> Any:
    made: Model = build(cls, fields)
    vars(made).update(beside)
    return made


def attach(value: Any, came: tuple[Any, ...]) -> None:
    """Keep beside a result what it came with: the fields of a `ResponseInfo`, which is made when somebody asks for it.

    Results of other kinds (dicts, lists) have no room for it.
    """
    # Not isinstance(): models are of a metaclass that makes it cost as much as decoding them does.
    try:
        beside: dict[str, Any] = value.__dict__
    except AttributeError:
        return
    beside[RECEIVED] = came


def response_info(obj: Any) -> ResponseInfo:
    """Status, headers, request id and raw bytes of the answer that this object is.

    Raises LookupError for an object that is not itself an answer: a part of one, or one made by hand.
    """
    from .metadata import ResponseInfo

    came = getattr(obj, "__dict__", {}).get(RECEIVED)
    if came is not None:
        return ResponseInfo(*came)
    raise LookupError(
        f"this {type(obj).__name__} is not itself an answer: what came is kept with the whole object that a call "
        "returned (or with the event of a stream), not with its parts"
    )


def float32s(value: Iterable[float] | bytes) -> array[float]:
    """A vector as `array('f')`, from numbers or from little-endian float32 bytes.

    Raises ValueError when the bytes are no whole number of floats, and for what is no number.
    """
    import sys
    from array import array

    if not isinstance(value, (bytes, bytearray, memoryview)):
        try:
            return array("f", value)
        except TypeError as error:  # in an answer that is not as described
            raise ValueError(f"not all of it is numbers: {error}") from None
    if len(value) % 4:
        raise ValueError(f"{len(value)} bytes are no whole number of 4-byte floats")
    vector = array("f")
    vector.frombytes(value)
    if sys.byteorder == "big":
        vector.byteswap()
    return vector


def _short(value: Any, depth: int = 0) -> str:
    if isinstance(value, str) and len(value) > _LONGEST_TEXT:
        return f"{value[:_LONGEST_TEXT]!r}… ({len(value)} characters)"
    if isinstance(value, bytes) and len(value) > _LONGEST_TEXT:
        return f"<{len(value)} bytes>"
    if depth > _DEEPEST and isinstance(value, (list, dict)):
        return "…"
    if is_array(value):
        return f"[{_few([_short(item, depth + 1) for item in value[:_MOST_ITEMS]], len(value))}]"
    if is_object(value):
        pairs = list(value.items())[:_MOST_ITEMS]
        return f"{{{_few([f'{key!r}: {_short(item, depth + 1)}' for key, item in pairs], len(value))}}}"
    return repr(value)


def _few(shown: list[str], all: int) -> str:
    return ", ".join(shown if all <= len(shown) else [*shown, f"… {all - len(shown)} more"])
