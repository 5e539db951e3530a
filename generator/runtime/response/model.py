"""Models: the objects that an API returns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Self

import msgspec

from ..http.json_pointer import is_array, is_object
from .partial import UNSET, build, declared_class
from .reusable import ReusableField, source_of

if TYPE_CHECKING:
    from array import array
    from collections.abc import Iterable

    from typing_extensions import TypeVar

    # The type that an output is parsed into. The default is for checkers only: see `Call`.
    ParsedT = TypeVar("ParsedT", default=None)
else:
    from typing import TypeVar

    ParsedT = TypeVar("ParsedT")

_LONGEST_TEXT = 60
_MOST_ITEMS = 3
_DEEPEST = 20  # a server may nest more deeply than Python can call


class ResponseModel(msgspec.Struct, frozen=True, kw_only=True, dict=True, omit_defaults=True):
    """Base of every object that an API returns.

    An optional field that was not sent reads None. Reading a required one that was not sent raises `MissingField`.
    `extras(obj)` returns the fields that the description does not know, `response_info(obj)` status, headers and bytes.
    """

    _reusable: ClassVar[dict[str, tuple[str, ...]]] = {}
    """Fields with objects that can be arguments of another call, and the JSON pointers to these."""

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        for name, pointers in cls._reusable.items():
            member = getattr(cls, name)  # of a derived class that of its base
            setattr(cls, name, member if isinstance(member, ReusableField) else ReusableField(member, pointers))

    def to_dict(self) -> dict[str, Any]:
        """Return the fields that were sent as dicts, lists and plain values, under their names in JSON.

        A field that was sent as null is None, one that was not sent is left out; one that the description does not know
        is there. Nulls and unknown fields are kept of what a call returned, of the events of a stream, and of objects
        that can be arguments of another call, such as messages. Of any other object within a result, and with
        `keep_raw=False`, they are left out.
        """
        plain: dict[str, Any] = msgspec.to_builtins(self)
        if (document := source_of(self)) is not None:
            from .extras import restore

            restore(self, plain, document)
        return plain

    def to_json(self) -> str:
        """Return the fields that were sent as compact JSON. See `to_dict`."""
        return msgspec.json.encode(self.to_dict()).decode()

    # -- the same under the names of other clients

    def model_dump(
        self,
        *,
        include: Any = None,
        exclude: Any = None,
        exclude_unset: bool = False,
        exclude_defaults: bool = False,
        exclude_none: bool = False,
        **_: Any,
    ) -> dict[str, Any]:
        """Return `to_dict()`, with a None for each optional field that was not sent unless `exclude_unset`.

        `include` and `exclude` are names in JSON, as a set, or as a dict that goes on below them.
        """
        from .aliases import chosen, dump

        dumped = dump(self, self.to_dict(), unset=not exclude_unset, none=not (exclude_none or exclude_defaults))
        return chosen(dumped, include, exclude)  # type: ignore[no-any-return]

    def model_dump_json(self, *, indent: int | None = None, **options: Any) -> str:
        """Return `model_dump(**options)` as JSON."""
        content = msgspec.json.encode(self.model_dump(**options))
        return (content if indent is None else msgspec.json.format(content, indent=indent)).decode()

    def model_copy(self, *, update: dict[str, Any] | None = None, deep: bool = False) -> Self:
        """Return a copy, with some fields replaced."""
        from copy import copy, deepcopy

        made = deepcopy(self) if deep else copy(self)
        return msgspec.structs.replace(made, **update) if update else made

    @property
    def model_extra(self) -> dict[str, Any]:
        """The fields of this object that its description does not know; `extras(obj)` has those below it too."""
        from .aliases import extra_of

        return extra_of(self)

    @property
    def model_fields_set(self) -> set[str]:
        """The names of the fields that were sent, as null too; of objects within a result see `to_dict`."""
        from .aliases import sent_names

        return sent_names(self)

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            """Return a field that the description does not know, of an object that keeps it: see `to_dict`."""
            from .aliases import unknown_field

            return unknown_field(self, name)

    @property
    def _request_id(self) -> str | None:
        """The id by which the server's operators find the call."""
        from .metadata import response_info

        return response_info(self).request_id

    def __iter__(self) -> Any:
        from .aliases import fields_of

        return fields_of(self)

    def __repr__(self) -> str:
        shown = [f"{name}={_short(value)}" for name, value in self.__rich_repr__()]
        return f"{type(self).__name__}({', '.join(shown)})"

    def __rich_repr__(self) -> list[tuple[str, Any]]:
        fields = [(name, object.__getattribute__(self, name)) for name in self.__struct_fields__]
        sent = [(name, value) for name, value in fields if value is not None and value is not UNSET]
        return sent + [(name, value) for name, value in vars(self).items() if name[0] != "_"]  # what was parsed

    def __copy__(self) -> Self:
        restore, content = self.__reduce__()
        return restore(*content)  # type: ignore[no-any-return]

    def __reduce__(self) -> tuple[Any, ...]:
        fields = {name: object.__getattribute__(self, name) for name in self.__struct_fields__}
        sent = {name: value for name, value in fields.items() if value is not UNSET}
        return _restore, (declared_class(type(self)), sent, dict(vars(self)))

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:
        """Let pydantic take an instance or a dict, and dump a dict."""
        from importlib import import_module

        from .decoding import convert

        schema: Any = import_module("pydantic_core.core_schema")

        def validate(value: Any) -> Any:
            # The ValidationError of msgspec is a ValueError, which pydantic reports.
            return value if isinstance(value, cls) else convert(value, cls)

        def serialize(value: Any) -> dict[str, Any]:
            return value.to_dict()  # type: ignore[no-any-return]

        serialization = schema.plain_serializer_function_ser_schema(serialize, return_schema=schema.dict_schema())
        return schema.no_info_plain_validator_function(validate, serialization=serialization)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: Any, handler: Any) -> Any:
        """Return the JSON Schema without references: pydantic would look for them among its own."""
        (root,), components = msgspec.json.schema_components((cls,), schema_hook=_title, ref_template="{name}")
        return _without_refs(root, components, ())


def _title(type: type) -> dict[str, Any]:
    return {"title": type.__name__}  # of a union of ours


def _restore(cls: type[Any], fields: dict[str, Any], beside: dict[str, Any]) -> Any:
    made: ResponseModel = build(cls, fields)
    vars(made).update(beside)
    return made


def _without_refs(node: Any, components: dict[str, Any], inside: tuple[str, ...]) -> Any:
    if is_array(node):
        return [_without_refs(item, components, inside) for item in node]
    if not is_object(node):
        return node
    name: str | None = node.get("$ref")
    if name is None:
        return {key: _without_refs(value, components, inside) for key, value in node.items()}
    if name in inside:  # an object within itself has no end
        return {"type": "object"}
    return _without_refs(components[name], components, (*inside, name))


def float32s(value: Iterable[float] | bytes) -> array[float]:
    """Return a vector as `array('f')`, from numbers or from little-endian float32 bytes.

    Raises ValueError for bytes that are no whole number of floats, and for anything that is not a number.
    """
    import sys
    from array import array

    if not isinstance(value, (bytes, bytearray, memoryview)):
        try:
            return array("f", value)
        except TypeError as error:  # in a response that differs from its description
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
