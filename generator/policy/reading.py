"""Extension keys of a document as a policy; what is wrong in them is a fault with its place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple, TypeVar

from ..spec import Document, Operation
from ..spec.pointer import join, mapping, string
from .faults import Fault, converted
from .model import (
    ClientPolicy,
    ErrorsPolicy,
    MethodPolicy,
    Naming,
    NotServedPolicy,
    OperationPolicy,
    PagePolicy,
    PaginationPolicy,
    ParsePolicy,
    ResultPolicy,
    SchemaPolicy,
    StreamPolicy,
    TaskPolicy,
)

CLIENT, ERRORS, DOCS, PAGINATION = "x-client", "x-errors", "x-docs", "x-pagination"
# The fields of an operation's policy: the key of each, and its type.
OF_OPERATION: dict[str, tuple[str, Any]] = {
    "client": (CLIENT, MethodPolicy),
    "result": (ERRORS, ResultPolicy),
    "stream": ("x-stream", StreamPolicy),
    "parse": ("x-parse", ParsePolicy),
    "task": ("x-task", TaskPolicy),
    "pagination": (PAGINATION, PaginationPolicy),
    "not_served": ("x-not-served", NotServedPolicy),
}
RETRY = "x-retry"

T = TypeVar("T")


class Policy(NamedTuple):
    """The policy of a document, of each operation by its pointer, and what could not be read."""

    client: ClientPolicy
    errors: ErrorsPolicy | None
    operations: Mapping[str, OperationPolicy]
    faults: tuple[Fault, ...]
    naming: Naming

    def of(self, operation: Operation) -> OperationPolicy:
        """The policy of one operation."""
        return self.operations[operation.pointer]


def policy_of(document: Document) -> Policy:
    """The policy of a normalized document."""
    reader = _Reader(document)
    client = reader.part("", document.tree, CLIENT, ClientPolicy) or ClientPolicy()
    errors = reader.part("", document.tree, ERRORS, ErrorsPolicy)
    operations = {one.pointer: reader.operation(one) for one in document.operations}
    for schema in document.schemas:
        if CLIENT in schema.node:
            reader.part(schema.pointer, schema.node, CLIENT, SchemaPolicy)
    # A document that is kept for this generator has the names that its users shall see.
    naming = client.naming or ("wire" if document.house else "snake_case")
    return Policy(client, errors, operations, tuple(reader.faults), naming)


def schema_policy(node: Mapping[str, Any]) -> SchemaPolicy:
    """The policy of a schema; an empty one if it has none that can be read."""
    if CLIENT not in node:
        return _NO_SCHEMA_POLICY
    return converted(node[CLIENT], SchemaPolicy, "")[0] or _NO_SCHEMA_POLICY


_NO_SCHEMA_POLICY = SchemaPolicy()


def place_in(pointer: str, *tokens: str | int) -> str:
    """The pointer of something in the policy of the document ("") or of the schema at a pointer."""
    return join(pointer, CLIENT, *tokens)


def page_of(node: Mapping[str, Any]) -> PagePolicy:
    """The page of the documentation that a node of a document comes from."""
    if DOCS not in node:
        return _NO_PAGE
    about = mapping(node[DOCS])
    undocumented = about.get("undocumented") is True
    return PagePolicy(page=string(about.get("page")), title=string(about.get("title")), undocumented=undocumented)


_NO_PAGE = PagePolicy()


class _Reader:
    def __init__(self, document: Document) -> None:
        self.document = document
        self.faults: list[Fault] = []

    def part(self, pointer: str, node: Mapping[str, Any], key: str, kind: type[T]) -> T | None:
        """The part under a key, None if there is none, or none that can be read."""
        if key not in node or node[key] is False:  # which says that there is nothing to be recognised
            return None
        part, faults = converted(node[key], kind, join(pointer, key))
        self.faults += faults
        return part

    def operation(self, one: Operation) -> OperationPolicy:
        node, pointer = one.node, one.pointer
        found = {
            field: part
            for field, (key, kind) in OF_OPERATION.items()
            if (part := self.part(pointer, node, key, kind)) is not None
        }
        retry = node.get(RETRY, "")
        if retry not in ("safe", "unsent", ""):
            self.faults.append(Fault(join(pointer, RETRY), f"{retry!r} is no class of retries", "use safe or unsent"))
            retry = ""
        places = {field: join(pointer, key) for field, (key, _) in OF_OPERATION.items()}
        return OperationPolicy(**found, retry=retry, places=places)
