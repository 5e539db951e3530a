"""The parts of a policy as frozen structs. spec/EXTENSIONS.md says what each field means."""

from __future__ import annotations

from typing import Any, Literal

import msgspec

from ..runtime.errors import Outcome
from ..runtime.response.error_catalog import Condition, Kind
from ..spec.pointer import join


class Part(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A part of a policy. A key that it does not know is a fault."""


# -- the document ------------------------------------------------------------------------------------------------------


class Replacement(Part, frozen=True):
    """Names of another client, and what to write instead of them."""

    names: list[str]
    write: str


class Migration(Part, frozen=True):
    """Names of another client, for programs that are moved from it."""

    package: str
    names: dict[str, str] = {}
    modules: dict[str, list[str]] = {}
    missing: dict[Literal["package", "client", "options"], list[Replacement]] = {}


Naming = Literal["wire", "snake_case"]


class ClientPolicy(Part, frozen=True, rename={"class_name": "class"}):
    """The names of the package and in it, and its contents."""

    package: str = ""
    class_name: str = ""
    env: str = ""
    user_agent: str = ""
    license: str = ""
    runtime: Literal["needed", "whole"] = "needed"
    naming: Naming | None = None
    headers: dict[str, str] = {}
    aliases: list[str] = []
    waived: dict[str, str] = {}
    migration: Migration | None = None


class ErrorFormat(Part, frozen=True):
    """An error shape, with a note for readers of the document."""

    name: str
    where: dict[str, Kind | Condition]
    message: str
    about: str = ""
    statuses: list[int] = []
    type: str | None = None
    code: str | None = None
    param: str | None = None
    outcome: Outcome | None = None
    temporary: bool = False


class ErrorMeaning(Part, frozen=True):
    """The meaning of an error code."""

    status: int | None = None
    outcome: Outcome | None = None
    temporary: bool = False


class ErrorsPolicy(Part, frozen=True):
    """The formats of errors."""

    request_id: list[str] = []
    shapes: list[ErrorFormat] = []
    codes: dict[str, ErrorMeaning] = {}


# -- operations --------------------------------------------------------------------------------------------------------


class VariantPolicy(Part, frozen=True):
    """One variant of a response: its media type, and the schema of JSON."""

    media: str
    schema: str = ""


class ReturnsPolicy(Part, frozen=True):
    """The argument that chooses a variant of the response, and the variants by its values."""

    by: str
    default: str
    cases: dict[str, VariantPolicy]


class MethodPolicy(Part, frozen=True):
    """The place of an operation in the client, names of its arguments, and the variants of its response."""

    resource: str = ""
    method: str = ""
    arguments: dict[str, str] = {}
    returns: ReturnsPolicy | None = None


class ResultPolicy(Part, frozen=True):
    """The fields and values that prove a result."""

    proof: list[str] | dict[str, list[str]] = []
    accepted: dict[str, list[Any]] = {}
    empty: str = ""


class StreamText(Part, frozen=True):
    """The place of the text in an event."""

    each: str
    value: str
    where: dict[str, Any] = {}


class StreamWhole(Part, frozen=True):
    """The way to merge events into one object."""

    keyed: str = "index"
    joined: list[str] = []
    renamed: dict[str, str] = {}
    constants: dict[str, Any] = {}


class StreamPolicy(Part, frozen=True):
    """The field that asks for a stream, the schema of its events, and its end."""

    event: str = ""  # by now it is that of the response
    when: dict[str, Any] = {}
    end: str = ""
    proof: list[str] = []
    text: StreamText | None = None
    whole: StreamWhole = StreamWhole()


class SlotPolicy(Part, frozen=True):
    """The field in which the description of a type is sent, and the places in what is sent."""

    field: str
    send: dict[str, Any]
    name: str
    schema: str
    description: str = ""


class ToolsPolicy(SlotPolicy, frozen=True, kw_only=True):
    """The same for the types of tools."""

    function: str


class EndedPolicy(Part, frozen=True):
    """The reason for the end of an output, with the values that say it is not whole."""

    by: str
    cut: list[str] = []
    filtered: list[str] = []


class CallsPolicy(Part, frozen=True):
    """The calls of tools in a message."""

    each: str
    function: str
    name: str
    arguments: str


class ParsePolicy(Part, frozen=True):
    """The outputs that can be parsed into types, and how a type is asked for."""

    method: str
    type: SlotPolicy
    each: str
    message: str
    text: str
    ended: EndedPolicy
    stream: str = ""
    tools: ToolsPolicy | None = None
    refusal: str = ""
    calls: CallsPolicy | None = None
    logprobs: str = ""


class FetchPolicy(Part, frozen=True):
    """The operation that fetches the state of a task, and its parameter for the id."""

    operation: str
    parameter: str


class StatesPolicy(Part, frozen=True):
    """The values of a status, by their meaning."""

    running: list[str | int] = []
    waiting: list[str | int] = []
    succeeded: list[str | int] = []
    failed: list[str | int] = []


class IntervalPolicy(Part, frozen=True):
    """Seconds between two polls, and the least that a caller may ask for."""

    default: float = 3.0
    floor: float = 1.0


class TaskPolicy(Part, frozen=True):
    """The polling of a task that an operation starts."""

    id: str
    fetch: FetchPolicy
    status: str
    states: StatesPolicy
    accepted: dict[str, list[Any]] = {}
    refused: dict[str, list[Any]] = {}
    failure: str = ""
    progress: str = ""
    interval: IntervalPolicy = IntervalPolicy()
    timeout: float = 600.0
    expect_unknown: bool = False
    waits_for: str = ""
    grace: float = 0.0


class PaginationPolicy(Part, frozen=True):
    """The way from one page of a list to the next."""

    kind: Literal["cursor", "page", "offset", "link"]
    items: str = ""
    parameter: str = ""
    next: str = ""
    last: str = ""
    more: str = ""
    total: str = ""
    pages: str = ""
    first: int | None = None


class NotServedPolicy(Part, frozen=True):
    """Evidence that no server offers an operation."""

    evidence: str
    status: list[int] = []


class OperationPolicy(msgspec.Struct, frozen=True, kw_only=True):
    """All that is said of one operation; `places` are the pointers of its parts, for diagnostics."""

    client: MethodPolicy = MethodPolicy()
    result: ResultPolicy = ResultPolicy()
    retry: Literal["safe", "unsent", ""] = ""
    stream: StreamPolicy | None = None
    parse: ParsePolicy | None = None
    task: TaskPolicy | None = None
    pagination: PaginationPolicy | None = None
    not_served: NotServedPolicy | None = None
    places: dict[str, str] = {}

    def place(self, part: str, *tokens: str | int) -> str:
        """The pointer of a part, or of something in it."""
        return join(self.places[part], *tokens)


# -- schemas -----------------------------------------------------------------------------------------------------------


class MediaPolicy(Part, frozen=True):
    """The fields with an object's file."""

    kind: Literal["image", "audio", "video"] = "image"
    url: str = ""
    base64: str = ""


class ActionsPolicy(Part, frozen=True):
    """The follow-up actions of an object."""

    each: str
    by: list[str]
    operation: str
    item: dict[str, str] = {}
    whole: dict[str, str] = {}


class SchemaPolicy(Part, frozen=True):
    """The names of an object's fields in the client, and what the object can do there."""

    fields: dict[str, str] = {}
    accepts: list[str] = []
    vectors: dict[str, str] = {}
    aliases: dict[str, str] = {}
    items: str = ""
    media: MediaPolicy | None = None
    actions: ActionsPolicy | None = None


class PagePolicy(msgspec.Struct, frozen=True, kw_only=True):
    """The page of the documentation that a node comes from."""

    page: str = ""
    title: str = ""
    undocumented: bool = False
