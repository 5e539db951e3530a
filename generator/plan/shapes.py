"""What a plan is made of: frozen, finished, ready to print. No template decides anything that could stand here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from ..names import ClassName, ConstantName, FieldName, FunctionName, MethodName, ModuleName
from ..types import Side, Type, Value


@dataclass(frozen=True, slots=True)
class Prose:
    """What the document says about a node, and where the documentation says it."""

    text: str = ""
    source: str = ""  # the page of the documentation: its title and id
    place: str = ""  # where in the spec: file and JSON pointer


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a record: its name in Python and on the wire."""

    name: FieldName
    wire: str
    type: Type
    required: bool
    prose: Prose = Prose()


@dataclass(frozen=True, slots=True)
class Record:
    """A struct (what comes back) or a TypedDict (what goes in)."""

    name: ClassName
    fields: tuple[Field, ...]
    prose: Prose
    module: ModuleName
    base: str = ""  # the class that a TypedDict extends, if it is not TypedDict itself
    vectors: tuple[tuple[FieldName, FieldName], ...] = ()  # (property, the field that it reads as floats)


@dataclass(frozen=True, slots=True)
class Alias:
    """A name for a type that is no record."""

    name: ClassName
    type: Type
    prose: Prose
    module: ModuleName


Definition = Record | Alias


def types_of(definition: Definition) -> list[Type]:
    """The types that a definition is made of."""
    return [definition.type] if isinstance(definition, Alias) else [field.type for field in definition.fields]


@dataclass(frozen=True, slots=True)
class Definitions:
    """All definitions of one side, in reading order: what an operation names first, then its parts."""

    side: Side
    all: tuple[Definition, ...]
    structs: Mapping[ClassName, ModuleName]  # those of the answers, which parameters may take too


@dataclass(frozen=True, slots=True)
class Stream:
    """How an operation answers in events, and how they make the whole."""

    when: tuple[str, Value]
    event: Type
    end: str | None
    proof: tuple[str, ...]
    text: tuple[str, tuple[str, Value] | None, tuple[str, ...]] | None
    keyed: str | None
    joined: tuple[str, ...]
    renamed: tuple[tuple[str, str], ...]
    constants: tuple[tuple[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Variant:
    """One overload: the TypedDict it takes and what its call gives."""

    params: ClassName
    kind: Literal["whole", "streamed", "either"]


@dataclass(frozen=True, slots=True)
class Argument:
    """A path parameter, taken by position or by name."""

    name: FieldName
    wire: str
    type: Type
    prose: Prose


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation: its function, its data, its parameters."""

    id: str
    name: FunctionName
    constant: ConstantName
    module: ModuleName
    method: str
    path: str
    summary: str
    prose: Prose
    arguments: tuple[Argument, ...]
    body: tuple[Field, ...]
    query: tuple[Field, ...]
    header: tuple[Field, ...]
    answer: Type
    proof: tuple[str, ...]
    retry: str
    stream: Stream | None
    params: ClassName | None  # None: nothing but the options of every call
    variants: tuple[Variant, ...]
    section: str  # what the document says of the part of the API that it belongs to
    resource: tuple[MethodName, ...]
    verb: MethodName

    @property
    def keywords(self) -> tuple[Field, ...]:
        """What is passed by keyword, wherever it is sent."""
        return (*self.query, *self.header, *self.body)


@dataclass(frozen=True, slots=True)
class Resource:
    """A node of `client.chat.completions`: its methods and what lies below it."""

    path: tuple[MethodName, ...]
    name: ClassName
    text: str  # what the document says of it
    methods: tuple[Operation, ...]
    children: tuple[Resource, ...]


@dataclass(frozen=True, slots=True)
class ErrorShape:
    """One way in which the API writes an error."""

    name: str
    where: tuple[tuple[str, str], ...]
    members: tuple[tuple[str, str], ...]  # message, type, code, param, outcome: those that it has


@dataclass(frozen=True, slots=True)
class Errors:
    """How the API says what went wrong."""

    request_id: tuple[str, ...]
    shapes: tuple[ErrorShape, ...]
    codes: tuple[tuple[str, tuple[tuple[str, Any], ...]], ...]


@dataclass(frozen=True, slots=True)
class Api:
    """The API as a whole, and what its client is called."""

    title: str
    version: str
    package: ModuleName
    class_name: ClassName
    env: str
    user_agent: str
    base_url: str
    file: str
    errors: Errors


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything that is printed."""

    api: Api
    operations: tuple[Operation, ...]
    resources: tuple[Resource, ...]
    answers: Definitions
    parameters: Definitions
    sources: Mapping[ModuleName, str]  # module → the file of the spec that it comes from
    digest: str  # SHA-256 of the document
