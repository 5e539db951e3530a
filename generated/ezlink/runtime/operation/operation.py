"""One endpoint as plain data, and the options of every call."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypedDict

import msgspec

from ..http.timeout import Timeout

if TYPE_CHECKING:
    from ..encoding.bodies import BodySpec
    from ..encoding.multipart import FormField
    from ..encoding.styles import ParameterStyle
    from .pagination_spec import PaginationSpec
    from .parsing_spec import ParsingSpec
    from .polling_spec import PollingSpec
    from .response_variants import ResponseVariants
    from .stream_spec import StreamSpec


class Options(TypedDict, total=False):
    """Options that every call takes beside its own parameters."""

    timeout: float | Timeout | None
    """Seconds for the whole call, None for no limit (connecting keeps its own), or each limit by itself."""
    max_retries: int
    """How often the call may be sent again after a failure that cannot be paid for twice."""
    extra_headers: Mapping[str, str]
    """Headers to add; one that the client sets itself is replaced."""
    extra_query: Mapping[str, str | int | float | bool | Sequence[str | int | float | bool]]
    """Query parameters to add."""
    extra_body: Mapping[str, object]
    """Fields to add to the body; they win over parameters of the same name."""


OPTIONS = frozenset(["timeout", "max_retries", "extra_headers", "extra_query", "extra_body"])


class NotServedHint(NamedTuple):
    """Evidence that a described operation is not served, and the statuses with which a server says so."""

    evidence: str
    statuses: tuple[int, ...] = (501,)


class Operation(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """One endpoint, as data: its request, its results, and how to poll the task that it starts."""

    id: str
    name: str = ""
    """The method as callers write it, such as `chat.completions.create`."""

    # -- the request
    method: str
    path: str
    query: tuple[str, ...] = ()
    """Query parameters, by their names on the wire; `header`, `cookie`, `body` and `multipart` likewise."""
    header: tuple[str, ...] = ()
    cookie: tuple[str, ...] = ()
    body: tuple[str, ...] = ()
    multipart: tuple[FormField, ...] = ()
    """Fields of a form, instead of a JSON body."""
    multipart_type: str = "multipart/form-data"
    content: BodySpec | None = None
    """A body of another kind than these two."""
    styles: dict[str, ParameterStyle] = {}
    """How parameters are written, by their names on the wire, those of the path by their Python names; as text, or as
    repeated names, where it is not said."""
    nullable: tuple[str, ...] = ()
    """Parameters that are not sent if they are None, by their names on the wire."""
    sent_as: dict[str, str] = {}
    """Names on the wire of parameters that have the same in two places, by those that tell them apart here."""
    required: tuple[str, ...] = ()
    """Arguments that a call needs, by their Python names."""
    model_params: tuple[str, ...] = ()
    """Fields of the body that take objects of results, such as messages, by their names on the wire."""
    wire_names: dict[str, str] = {}
    """Names on the wire, by the Python names that differ from them."""
    modes: tuple[str, ...] = ()
    """Values of an argument `mode`, which puts `mode_prefix` before the path, its `{mode}` filled in."""
    mode_prefix: str = ""
    deprecated: dict[str, str] = {}
    """How to warn of deprecated parameters, by their Python names; "" stands for the whole call."""
    keyless: bool = False
    """Send no key: the endpoint does not ask for one."""
    security: tuple[tuple[str, ...], ...] | None = None
    """The schemes of which one group is enough, instead of those of the API; an empty group is no credential."""
    server: str = ""
    """The address of this endpoint, where it is not that of the API."""
    retry: Literal["safe", "unsent"] = "unsent"
    """"safe" for reads; "unsent": send again only what provably was not executed."""

    # -- the result
    result: Any = Any
    async_result: Any = None
    """The type that the async client reads instead, if it is another."""
    results: dict[int, Any] = {}
    """Types of 2xx statuses that bring something else than `result`; `proofs` likewise."""
    proof: tuple[str, ...] = ()
    """Top-level fields that show that a 2xx is a result."""
    proofs: dict[int, tuple[str, ...]] = {}
    accepted: dict[str, tuple[Any, ...]] = {}
    """JSON pointers to the values that a result must have there; any other value is a refusal."""
    variants: ResponseVariants | None = None
    """The results among which an argument chooses, or the file that comes."""
    stream: StreamSpec | None = None
    parsing: ParsingSpec | None = None
    """What in the result is parsed into types that a call names."""
    file_models: tuple[str, ...] = ()
    """JSON pointers to file models in the result: `/data/*` is each item of `data`."""
    pagination: PaginationSpec | None = None
    """The way from one page of a list to the next."""
    polling: PollingSpec | None = None
    """How to follow the task that a call starts."""
    not_served: NotServedHint | None = None
    empty_hint: str | None = None
    """What an empty response means."""

    def __hash__(self) -> int:
        return hash((self.id, self.method, self.path))

    @property
    def display_name(self) -> str:
        """The name for messages."""
        return self.name or self.id

    @cached_property
    def parameters(self) -> tuple[str, ...]:
        """Keyword parameters by their Python names, without the options of every call."""
        python = {wire: name for name, wire in self.wire_names.items()}
        names = [*self.query, *self.header, *self.cookie, *self.body, *(part.name for part in self.multipart)]
        names += [self.content.argument] if self.content is not None and self.content.argument else []
        names += ["accept"] * self.accept_chooses + ["mode"] * bool(self.modes)
        return tuple(python.get(name, name) for name in names)

    @cached_property
    def keywords(self) -> frozenset[str]:
        """All that a call takes by keyword."""
        return OPTIONS.union(self.parameters)

    @cached_property
    def required_set(self) -> frozenset[str]:
        """The required arguments, as a set."""
        return frozenset(self.required)

    @cached_property
    def accept_chooses(self) -> bool:
        """True if an argument `accept` chooses the variant of the response."""
        return self.variants is not None and self.variants.by == "accept"

    @cached_property
    def has_only_a_body(self) -> bool:
        """True if all arguments go into a JSON body under their own names."""
        others = self.query or self.header or self.cookie or self.wire_names or self.variants or self.modes
        return bool(self.body) and not (others or self.content or self.nullable or self.sent_as)

    @cached_property
    def returns_plain_object(self) -> bool:
        """True if every result is one object of one type that needs no further handling."""
        several = self.variants or self.results or self.proofs or self.async_result
        several = several or self.parsing or self.result is bytes
        return not (several or self.conditions or self.polling or self.file_models)

    @cached_property
    def conditions(self) -> dict[str, tuple[Any, ...]]:
        """JSON pointers to the values that a result must have there, those of a started task too."""
        return {**self.accepted, **(self.polling.accepted if self.polling is not None else {})}

    @cached_property
    def proof_suffices(self) -> bool:
        """True if the proof fields alone make a 2xx a result."""
        return bool(self.proof) and self.returns_plain_object
