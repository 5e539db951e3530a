"""The plan: immutable and complete. Templates decide nothing that could be decided here.

What the runtime reads as data is planned as the runtime's own structs (`Operation`, `PollingSpec`, `APIProfile`, ...),
in which a `Code` stands for a type or a constant.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from ..diagnostics import Diagnostic
from ..runtime.config import APIProfile
from ..runtime.files.file_model import FileFields
from ..runtime.operation.operation import Operation
from ..runtime.operation.parsing_spec import ParsingSpec
from ..runtime.operation.polling_spec import FollowUpActions, PollingSpec
from ..spec.names import ClassName, ConstantName, FieldName, FunctionName, MethodName, ModuleName
from .types import Side, Type, annotation, references


class Code(str):
    """Text that is printed as it is: a type, or the name of a constant. Never text of the document."""

    __slots__ = ()


def code(type_: Type) -> Code:
    """The type of a result as the runtime's structs hold it."""
    return Code(annotation(type_, "response"))


@dataclass(frozen=True, slots=True)
class Prose:
    """The description of a node, and the page of the documentation that it comes from."""

    text: str = ""
    source: str = ""  # the page of the documentation: its title and id
    place: str = ""  # where in the spec: file and JSON pointer
    deprecated: str = ""  # "deprecated", and what to do about it

    @property
    def pointer(self) -> str:
        """The JSON pointer of the place."""
        return self.place.partition("#")[2]


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a record or a parameter of an operation: its name in Python and on the wire."""

    name: FieldName
    wire: str
    type: Type
    required: bool
    prose: Prose = Prose()


@dataclass(frozen=True, slots=True)
class Record:
    """A struct, for responses, or a TypedDict, for parameters."""

    name: ClassName
    fields: tuple[Field, ...]
    prose: Prose
    module: ModuleName
    base: str = ""  # the base class of a TypedDict, if not TypedDict
    vectors: tuple[tuple[FieldName, FieldName], ...] = ()  # (property, the field that it returns as floats)
    aliases: tuple[tuple[FieldName, str, Type], ...] = ()  # (property, what it reads, its type)
    items: FieldName | None = None  # the list that iterating over it goes through
    file: FileFields | None = None  # the fields with its file
    actions: FollowUpActions | None = None  # its follow-up actions, by wire names and operation id
    async_of: ClassName | None = None  # the struct whose place it takes in the async client
    reusable: tuple[tuple[FieldName, tuple[str, ...]], ...] = ()  # fields with structs that parameters take: pointers


@dataclass(frozen=True, slots=True)
class Choice:
    """The way the runtime tells the members of a union apart: by the values of a field, if there are cases."""

    discriminator: Mapping[str, Any]  # as the document writes it
    names: Mapping[ClassName, str]  # of its members in the document
    tag: str = ""
    cases: tuple[tuple[Any, ClassName], ...] = ()


@dataclass(frozen=True, slots=True)
class Alias:
    """A name for a type that is no record."""

    name: ClassName
    type: Type
    prose: Prose
    module: ModuleName
    choice: Choice | None = None  # of a union that msgspec cannot read


Definition = Record | Alias


def types_of(definition: Definition) -> list[Type]:
    """The types in a definition."""
    return [definition.type] if isinstance(definition, Alias) else [field.type for field in definition.fields]


def references_of(definitions: Iterable[Definition]) -> dict[ClassName, list[ClassName]]:
    """The names to which each definition refers."""
    return {one.name: [name for type_ in types_of(one) for name in references(type_)] for one in definitions}


N = TypeVar("N", bound=str)


def reachable(names: Iterable[N], edges: Mapping[N, Iterable[N]]) -> set[N]:
    """The names to which some names lead, these included."""
    reached: set[N] = set()
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached.add(name)
            waiting += edges.get(name, ())
    return reached


def leading_to(names: Iterable[N], edges: Mapping[N, Iterable[N]]) -> set[N]:
    """The names that lead to some names, these included."""
    reversed_: dict[N, list[N]] = {}
    for name, others in edges.items():
        for other in others:
            reversed_.setdefault(other, []).append(name)
    return reachable(names, reversed_)


@dataclass(frozen=True, slots=True)
class Definitions:
    """All definitions of one side, in reading order: what an operation names, then its parts."""

    side: Side
    all: tuple[Definition, ...]


@dataclass(frozen=True, slots=True)
class Task:
    """The work that an operation starts, and how it is followed."""

    constant: ConstantName  # several operations of a module may start the same kind of work
    polling: PollingSpec
    result: Type
    options: ClassName | None  # the TypedDict of a poll's arguments beside the id; None: the options of every call


@dataclass(frozen=True, slots=True)
class Overload:
    """One overload: the field that chooses, as it is typed there, and the types that the two clients return for it."""

    switch: Field
    returns: Type
    async_returns: Type


@dataclass(frozen=True, slots=True)
class ParsedModel:
    """A struct derived from that of a result: with derived structs in it, and with something that is parsed."""

    name: ClassName
    base: Record
    fields: tuple[Field, ...]  # those of other types than in the base
    generic: bool  # by the type that the output is parsed into
    parsed: tuple[str, Type, str] | None  # an attribute, its type and its description


@dataclass(frozen=True, slots=True)
class Parsing:
    """Methods that return the result of an operation with its outputs parsed, and its events likewise."""

    spec: ParsingSpec
    verb: MethodName
    function: FunctionName
    stream_verb: MethodName | None
    stream_function: FunctionName
    chosen: tuple[str, Any] | None  # the field of the body that asks for a stream, and its value
    tool_function: FunctionName | None  # describes a type as a tool
    tool: Type
    keywords: tuple[Field, ...]
    result: ClassName  # of the models
    event: Type
    models: tuple[ParsedModel, ...]  # parts first


@dataclass(frozen=True, slots=True)
class Endpoint:
    """One operation as the runtime reads it, with its function, its parameters and its method."""

    operation: Operation
    name: FunctionName
    constant: ConstantName
    module: ModuleName
    summary: str
    prose: Prose
    undocumented: bool
    arguments: tuple[Field, ...]  # path parameters, taken by position or by name
    keywords: tuple[Field, ...]  # all that is passed by keyword, wherever it is sent
    returns: Type  # whatever the arguments are
    async_returns: Type
    task: Task | None
    params: ClassName | None  # all keywords but the one that chooses an overload; None: only the options of every call
    overloads: tuple[Overload, ...]  # two or more, the one for all of them last; or none
    section: str  # the description of the part of the API that it belongs to
    resource: tuple[MethodName, ...]
    verb: MethodName
    parsing: Parsing | None = None
    item: Type | None = None  # what iterating over the result yields


@dataclass(frozen=True, slots=True)
class Resumed:
    """A method of a resource that resumes a task by its id."""

    name: MethodName
    endpoint: Endpoint  # one that starts such a task


@dataclass(frozen=True, slots=True)
class Resource:
    """A node of `client.chat.completions`: its methods and its child resources."""

    path: tuple[MethodName, ...]
    name: ClassName
    text: str
    methods: tuple[Endpoint, ...]
    resumed: tuple[Resumed, ...]
    children: tuple[Resource, ...]


@dataclass(frozen=True, slots=True)
class Api:
    """The API as a whole, and the names of its client."""

    title: str
    package: ModuleName
    class_name: ClassName
    file: str
    profile: APIProfile
    missing: Mapping[str, Mapping[str, str]]
    """Names that another client has and this one does not, by where they are looked for: what to write instead."""
    aliases: tuple[MethodName, ...] = ()  # attributes that are the client itself
    license: str = ""  # its SPDX expression, empty if the document names none
    whole_runtime: bool = False  # also what no operation needs


@dataclass(frozen=True, slots=True)
class Plan:
    """A package to render."""

    api: Api
    endpoints: tuple[Endpoint, ...]
    resources: tuple[Resource, ...]
    models: Definitions  # structs, from responses
    params: Definitions  # TypedDicts, for what callers pass
    sources: Mapping[ModuleName, str]  # module → the file of the spec that it comes from
    digest: str  # SHA-256 of the document
    changes: Mapping[str, Any]  # the accounts of releases, empty if there are none
    diagnostics: tuple[Diagnostic, ...]  # what is unsupported, and warnings; sorted by place
