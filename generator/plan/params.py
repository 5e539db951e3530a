"""The arguments of an operation: parameters, fields of its body or form, and the mode of its path."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import replace
from typing import Any, NamedTuple

from ..diagnostics import Collector
from ..runtime.encoding.multipart import FormField
from ..runtime.operation.operation import OPTIONS
from ..spec import Document
from ..spec import Operation as SpecOperation
from ..spec.names import ClassName, FieldName, unique, words
from ..spec.operations import FORM, JSON
from ..spec.pointer import follow, join, mapping, sequence, split, string, strings
from .docs import prose_of
from .ir import Field, Prose
from .refuse import LeftOut
from .schemas import Schemas
from .types import FILE, ListOf, Literals, Scalar, Type, handles, members

# Options of every call, and names that methods use: a parameter of such a name gets another one in Python.
_RESERVED = OPTIONS | {"locals", "options", "self"}

# Types that can be sent as text, unlike null and objects.
_TEXTS = (Scalar("str"), Scalar("int"), Scalar("float"), Scalar("bool"))

ACCEPT = "accept"
MODE = "mode"


class Mode(NamedTuple):
    """Another path to an operation: its prefix, the values that it may hold, and the argument that fills one in."""

    prefix: str
    values: tuple[str, ...]
    field: Field


class Taken(NamedTuple):
    """The arguments of an operation, by where they are sent."""

    arguments: tuple[Field, ...]
    query: tuple[Field, ...]
    header: tuple[Field, ...]
    body: tuple[Field, ...]
    parts: tuple[FormField, ...]


class Inputs:
    """Reads the arguments of operations, and the schemas that they use."""

    def __init__(self, document: Document, parameters: Schemas, problems: Collector) -> None:
        self.document = document
        self.parameters = parameters
        self.problems = problems

    def read(self, one: SpecOperation) -> Taken:
        """Read the arguments of an operation."""
        found = self._parameters(one)
        body, parts = self._body(one, {field.name for fields in found.values() for field in fields})
        return Taken(found["path"], found["query"], found["header"], body, parts)

    def refuse_doubles(self, one: SpecOperation, fields: tuple[Field, ...]) -> None:
        """Refuse two parameters with one name on the wire: a call sorts its arguments by these names."""
        for wire, count in Counter(field.wire for field in fields).items():
            if count > 1:
                hint = "rename one; callers can send it with extra_query"
                raise LeftOut(one.pointer, f"two parameters are called {wire!r}", hint)

    # -- parameters ------------------------------------------------------------------------------------------------

    def _parameters(self, one: SpecOperation) -> dict[str, tuple[Field, ...]]:
        """The parameters outside the body, by location."""
        found: dict[str, tuple[Field, ...]] = {"path": (), "query": (), "header": ()}
        taken: set[str] = set()
        for parameter in one.parameters:
            wire = parameter.name
            name = unique({"": FieldName.of(wire).beside(_RESERVED)}, taken)[""]
            taken.add(name)
            hint = ClassName.styled([*words(one.id), *words(wire)])
            type_ = self.parameters.read(parameter.schema, parameter.schema_pointer, hint)
            prose = prose_of(self.document, parameter.node, parameter.pointer)
            field = Field(name, wire, type_, parameter.node.get("required") is True, prose)
            found[parameter.location] = (*found.get(parameter.location, ()), field)
        return found

    # -- bodies ----------------------------------------------------------------------------------------------------

    def _body(self, one: SpecOperation, taken: Collection[str]) -> tuple[tuple[Field, ...], tuple[FormField, ...]]:
        """The fields of the body, each a parameter of its own; for a form, its `FormField`s too."""
        content = one.request_body.content if one.request_body else ()
        known = [body for body in content if body.media_type in (JSON, FORM)]
        if not known:
            return (), ()
        place, schema = follow(self.document.tree, known[0].schema, known[0].schema_pointer)
        if not ("properties" in mapping(schema) or "allOf" in mapping(schema)):
            what = "a body that is not an object with properties has no names for its parameters"
            raise LeftOut(place, what, "write an object")
        components = self.parameters.names.components
        owner = ClassName.of(split(place)[-1]) if place in components else ClassName.of(one.id)
        fields = self.parameters.fields(mapping(schema), place, owner)
        names = unique({field.wire: field.name.beside(_RESERVED) for field in fields}, taken)
        body = tuple(replace(field, name=names[field.wire]) for field in fields)
        if known[0].media_type == FORM:
            encoding = mapping(known[0].node.get("encoding"))
            return body, tuple(self._part(field, mapping(encoding.get(field.wire))) for field in body)
        for field in body:
            if any(handles(field.type)):
                hint = f"send it as {FORM}, or as text with contentEncoding: base64"
                raise LeftOut(field.prose.pointer, "a file in a JSON body is not supported", hint)
        return body, ()

    def _part(self, field: Field, encoding: dict[str, Any]) -> FormField:
        """A field of a form, as the runtime reads it."""
        whole = self.parameters.through(field.type)
        many = isinstance(whole, ListOf)
        item = self.parameters.through(whole.item) if isinstance(whole, ListOf) else whole
        is_file = item == FILE
        if not is_file and not _is_text(item):
            what = f"the part {field.wire!r} is neither text nor a file, nor a list of them"
            raise LeftOut(field.prose.pointer, what, "write `type: string`, and describe the content")
        type_ = string(encoding.get("contentType"))
        has_type = is_file and "," not in type_ and "*" not in type_
        typed = {"type": type_} if type_ and has_type else {}
        return FormField(field.wire, is_file, many and is_file, **typed)

    # -- modes -----------------------------------------------------------------------------------------------------

    def mode(self, one: SpecOperation) -> Mode | None:
        """The mode of an operation whose path has a second server, with a variable in it."""
        nodes = one.node.get("servers") or one.path_item.get("servers")
        servers = [mapping(server) for server in sequence(nodes)]
        if not servers:
            return None
        place = join(one.home if one.node.get("servers") else one.home.rpartition("/")[0], "servers")
        roots = [string(mapping(server).get("url")) for server in sequence(self.document.tree.get("servers"))]
        base = roots[0].rstrip("/") if roots else ""
        prefixes = [string(server.get("url")).rstrip("/").removeprefix(base) for server in servers]
        others = [(prefix, server) for prefix, server in zip(prefixes, servers, strict=True) if prefix]
        if not others:
            return None
        prefix, server = others[0]
        variables = mapping(server.get("variables"))
        if len(others) > 1 or [*variables] != [MODE] or not prefix.startswith("/") or f"{{{MODE}}}" not in prefix:
            self.problems.unsupported(
                place,
                "the servers of a path must be the base URL, and the base URL with a mode",
                "calls go to the base URL",
                f"write two: {base or 'the base'} and {base or 'the base'}/x-{{{MODE}}} with a variable {MODE!r}",
                "servers",
            )
            return None
        variable = mapping(variables[MODE])
        prose = prose_of(self.document, variable, join(place, servers.index(server), "variables", MODE))
        # The default of the document is the server's: without an argument no mode is sent.
        help_text = Prose(string(variable.get("description")).strip(), prose.source, prose.place)
        values = tuple(strings(variable.get("enum")))
        return Mode(prefix, values, control(MODE, values, help_text))


def control(name: str, values: tuple[str, ...], prose: Prose) -> Field:
    """An argument without a parameter in the document."""
    return Field(FieldName(name), name, Literals(values), False, prose)


def _is_text(type_: Type) -> bool:
    return all(isinstance(part, Literals) or part in _TEXTS for part in members(type_))
