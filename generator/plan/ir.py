"""What a plan is made of: frozen, finished, ready to print. No template decides anything that could stand here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from ..spec.names import ClassName, ConstantName, FieldName, FunctionName, MethodName, ModuleName
from .types import Side, Type, Value

Kind = Literal["image", "audio", "video"]


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
class FileFields:
    """Where a struct has its file: at an address, or in itself."""

    kind: Kind
    url: FieldName | None
    base64: FieldName | None


@dataclass(frozen=True, slots=True)
class Buttons:
    """What can be done next with an object, as the document says it: names on the wire."""

    each: str
    by: tuple[str, ...]
    operation: str
    item: tuple[tuple[str, str], ...]  # parameter → pointer into the button
    whole: tuple[tuple[str, str], ...]  # parameter → pointer into the object
    pointer: str


@dataclass(frozen=True, slots=True)
class Record:
    """A struct (what comes back) or a TypedDict (what goes in)."""

    name: ClassName
    fields: tuple[Field, ...]
    prose: Prose
    module: ModuleName
    base: str = ""  # the class that it extends, if it is not the usual one
    vectors: tuple[tuple[FieldName, FieldName], ...] = ()  # (property, the field that it reads as floats)
    items: FieldName | None = None  # the list whose items iterating over it gives
    media: FileFields | None = None
    buttons: Buttons | None = None
    twin_of: ClassName | None = None  # the struct whose place it takes in the async client


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
class ResponseVariant:
    """One form of an answer: a content type, and what it is read as."""

    media: str
    answer: Type
    asynchronous: Type
    kind: Kind | None  # of a file


@dataclass(frozen=True, slots=True)
class ResponseVariants:
    """The forms of an answer, by the value of the argument that chooses one; without `by` there is one."""

    by: str | None
    default: str
    cases: tuple[tuple[str, ResponseVariant], ...]


@dataclass(frozen=True, slots=True)
class Other:
    """What a success of another status than the first gives."""

    status: int
    answer: Type
    proof: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Result:
    """What a 2xx gives: its types, and what proves that it is one."""

    answer: Type
    asynchronous: Type
    proof: tuple[str, ...]
    stream: Stream | None
    forms: ResponseVariants | None
    others: tuple[Other, ...]
    accepted: tuple[tuple[str, tuple[Any, ...]], ...]
    media: tuple[str, ...]  # where media objects sit


@dataclass(frozen=True, slots=True)
class FollowUpActions:
    """What can be done next with a finished task: names in Python."""

    each: str
    by: tuple[str, ...]
    operation: FunctionName
    item: tuple[tuple[str, str], ...]
    whole: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class PollingSpec:
    """How the work that an operation starts is followed."""

    constant: ConstantName  # several operations of a module may start the same kind of work
    id: str
    accepted: tuple[tuple[str, tuple[Any, ...]], ...]
    fetch: FunctionName
    parameter: FieldName
    status: str
    states: tuple[tuple[str | int, str], ...]
    failure: str | None
    progress: str | None
    interval: tuple[float, float]
    timeout: float
    expect_unknown: bool
    waiting: str | None
    actions: FollowUpActions | None
    result: Type  # what the task makes
    options: ClassName | None  # the TypedDict of what a look takes beside the id; None: the options of every call


@dataclass(frozen=True, slots=True)
class Part:
    """A field of a form."""

    wire: str
    file: bool
    many: bool
    type: str | None  # the content type of a file whose name tells none


@dataclass(frozen=True, slots=True)
class Modes:
    """Other paths to an operation: a prefix that an argument fills in."""

    values: tuple[str, ...]
    prefix: str
    prose: Prose


@dataclass(frozen=True, slots=True)
class NotServed:
    """That nobody serves an operation, how that is known, and the statuses that say so."""

    evidence: str
    statuses: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Variant:
    """One overload: the field that chooses, as it is typed there, and the types that the two clients return for it."""

    switch: Field
    gives: Type
    asynchronous: Type


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
    undocumented: bool
    arguments: tuple[Argument, ...]
    body: tuple[Field, ...]  # the fields of a JSON body, or of a form
    parts: tuple[Part, ...]  # of a form: how each field is sent
    query: tuple[Field, ...]
    header: tuple[Field, ...]
    controls: tuple[Field, ...]  # what chooses a form of the answer or a mode, and is no parameter of the document
    result: Result
    gives: Type  # in the form that nothing is known of
    asynchronous: Type
    retry: str
    keyless: bool  # it is called without the key
    modes: Modes | None
    not_served: NotServed | None
    empty_hint: str | None
    task: PollingSpec | None
    params: ClassName | None  # all keywords but the one that chooses a variant; None: only the options of every call
    variants: tuple[Variant, ...]  # two or more, the one for all of them last; or none
    section: str  # what the document says of the part of the API that it belongs to
    resource: tuple[MethodName, ...]
    verb: MethodName

    @property
    def keywords(self) -> tuple[Field, ...]:
        """What is passed by keyword, wherever it is sent."""
        return (*self.query, *self.header, *self.body, *self.controls)


@dataclass(frozen=True, slots=True)
class Resumed:
    """A method of a resource that takes up a task by its id."""

    name: MethodName
    operation: Operation  # one that starts such a task


@dataclass(frozen=True, slots=True)
class Resource:
    """A node of `client.chat.completions`: its methods and what lies below it."""

    path: tuple[MethodName, ...]
    name: ClassName
    text: str  # what the document says of it
    methods: tuple[Operation, ...]
    resumed: tuple[Resumed, ...]
    children: tuple[Resource, ...]


@dataclass(frozen=True, slots=True)
class ErrorShape:
    """One way in which the API writes an error."""

    name: str
    where: tuple[tuple[str, Any], ...]  # pointer → a kind of value, or {"const": the value}
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
    versions: tuple[str, ...]  # those that paths begin with, such as v1
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
