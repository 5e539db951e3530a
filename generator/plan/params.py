"""The arguments of an operation: parameters, fields of its body or form, and the mode of its path."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from msgspec.structs import replace as replace_struct

from ..diagnostics import Collector
from ..policy import Policy
from ..policy.model import Naming
from ..runtime.encoding.styles import ParameterStyle
from ..runtime.operation.operation import OPTIONS
from ..spec import Document, Parameter
from ..spec import Operation as SpecOperation
from ..spec.names import ClassName, FieldName, unique, words
from ..spec.pointer import join, mapping, resolve, sequence, string, strings
from .bodies import Bodies, Body
from .docs import prose_of
from .field_names import field_name
from .ir import Field, Prose
from .schemas import Schemas
from .styles import style_of
from .types import NONE, STR, Literals, handles, without_files, without_none

# Options of every call, and names that methods use: a parameter of such a name gets another one in Python.
_RESERVED = OPTIONS | {"locals", "options", "self"}

LOCATIONS = ("path", "query", "header", "cookie")
# OpenAPI: a header parameter of one of these names "shall be ignored".
IGNORED_HEADERS = {
    "accept": "the client sends the media types of the responses",
    "content-type": "the client sends that of the body",
}

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
    cookie: tuple[Field, ...]
    body: Body
    styles: dict[str, ParameterStyle]
    nullable: tuple[str, ...]
    sent_as: dict[str, str]

    @property
    def keywords(self) -> tuple[Field, ...]:
        """All that is passed by keyword."""
        return (*self.query, *self.header, *self.cookie, *self.body.fields)


class Inputs:
    """Reads the arguments of operations, and the schemas that they use."""

    def __init__(self, document: Document, policy: Policy, parameters: Schemas, problems: Collector) -> None:
        self.document = document
        self.policy = policy
        self.parameters = parameters
        self.problems = problems
        self.bodies = Bodies(document, parameters, problems)

    def read(self, one: SpecOperation) -> Taken:
        """Read the arguments of an operation."""
        naming = _Naming(self.policy.naming, self.policy.of(one).client.arguments, one.parameters)
        found: dict[str, list[Field]] = {location: [] for location in LOCATIONS}
        styles: dict[str, ParameterStyle] = {}
        nullable: list[str] = []
        for parameter in one.parameters:
            if (field := self._parameter(one, parameter, naming)) is None:
                continue
            style = style_of(parameter, field.type, self.parameters)
            if style is not None:
                styles[field.name if parameter.location == "path" else parameter.name] = style
            if NONE in self.parameters.alternatives(field.type) and parameter.location != "path":
                nullable.append(field.wire)
            found[parameter.location].append(field)
        body = _named(self.bodies.read(one), naming)
        nullable += [field.wire for field in body.fields if naming.sent_as.get(field.wire, field.wire) in body.nullable]
        return Taken(
            tuple(self._in_path(one, found["path"], naming)),
            tuple(found["query"]),
            tuple(found["header"]),
            tuple(found["cookie"]),
            body,
            styles | dict(body.styles),
            tuple(nullable),
            naming.sent_as,
        )

    def _in_path(self, one: SpecOperation, declared: list[Field], naming: _Naming) -> Iterator[Field]:
        """The parameters in a path, in its order, those too that it names and nobody describes."""
        names = dict.fromkeys(re.findall(r"\{([^{}]*)\}", one.path))
        known = {field.wire: field for field in declared}
        for field in known.values():
            if field.wire not in names:
                what = f"the path {one.path} has no {{{field.wire}}}"
                self.problems.unsupported(
                    field.prose.pointer, what, "it is left out", "add it to the path", "parameter"
                )
        place = f"{self.document.place(one.pointer).file}#{one.pointer}"
        for wire in names:
            yield known.get(wire) or Field(naming.python("path", wire), wire, STR, True, Prose(place=place))

    def _parameter(self, one: SpecOperation, parameter: Parameter, naming: _Naming) -> Field | None:
        """A parameter outside the body; None for one that is not sent."""
        wire, location = parameter.name, parameter.location
        if location == "header" and wire.lower() in IGNORED_HEADERS:
            what = f"a header parameter named {wire!r} is ignored"
            self.problems.unsupported(parameter.pointer, what, IGNORED_HEADERS[wire.lower()], "remove it", "parameter")
            return None
        if location not in LOCATIONS:
            what = f"a parameter in {location!r}"
            self.problems.unsupported(
                parameter.pointer, what, "it is left out", f"use one of {', '.join(LOCATIONS)}", "parameter"
            )
            return None
        schema, pointer = _schema_of(parameter)
        hint = ClassName.styled([*words(one.id), *words(wire)])
        type_ = self.parameters.read(schema, pointer, hint)
        if any(handles(type_)):
            type_ = without_files(type_)
        if location == "path":
            type_ = without_none(type_)
        prose = prose_of(self.document, parameter.node, parameter.pointer)
        if not prose.text:
            prose = replace(prose, text=prose_of(self.document, resolve(self.document.tree, schema), pointer).text)
        name = naming.python(location, wire)
        key = wire if location == "path" else naming.wire(location, wire)
        return Field(name, key, type_, location == "path" or parameter.node.get("required") is True, prose)

    # -- modes -----------------------------------------------------------------------------------------------------

    def mode(self, one: SpecOperation) -> Mode | None:
        """The mode of an operation whose path has a second server, with a variable in it."""
        nodes = one.node.get("servers") or one.path_item.get("servers")
        servers = [mapping(server) for server in sequence(nodes)]
        place = join(one.home if one.node.get("servers") else one.home.rpartition("/")[0], "servers")
        roots = [string(mapping(server).get("url")) for server in sequence(self.document.tree.get("servers"))]
        base = roots[0].rstrip("/") if roots else ""
        prefixes = [string(server.get("url")).rstrip("/").removeprefix(base) for server in servers]
        others = [(prefix, server) for prefix, server in zip(prefixes, servers, strict=True) if prefix]
        prefix, server = others[0] if len(others) == 1 else ("", {})
        variables = mapping(server.get("variables"))
        if [*variables] != [MODE] or not prefix.startswith("/") or f"{{{MODE}}}" not in prefix:
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


def _named(body: Body, naming: _Naming) -> Body:
    """A body whose arguments have names that no other argument has."""
    fields = tuple(naming.in_body(body.fields))
    parts = [replace_struct(part, name=field.wire) for part, field in zip(body.parts, fields, strict=False)]
    spec = body.spec
    if spec is not None and spec.argument:
        spec = replace_struct(spec, argument=fields[0].wire)
    return body._replace(fields=fields, parts=tuple(parts), spec=spec)


class _Naming:
    """The names of an operation's arguments: in Python, and on the wire where two places have the same one."""

    def __init__(self, style: Naming, given: Mapping[str, str], parameters: Iterable[Parameter]) -> None:
        self.style: Naming = style
        self.given = given  # names in Python, by those on the wire
        self.kept = {one.name for one in parameters if self._wanted(one.name) == one.name}  # whatever else becomes it
        self.taken: dict[str, str] = {}  # names in Python, and the places of their parameters
        self.wires: set[str] = set()
        self.sent_as: dict[str, str] = {}

    def python(self, location: str, wire: str) -> FieldName:
        """A name that is not taken: that of the place goes before one that is."""
        wanted = self._wanted(wire)
        name = wanted.beside(_RESERVED | {"params"} if location == "path" else _RESERVED)
        if self.taken.get(name, location) != location:
            name = FieldName.of(f"{location}_{name}")
        kept = self.kept if wanted != wire and wire not in self.given else ()
        name = unique({"": name}, {*self.taken, *kept})[""]
        self.taken[name] = location
        return name

    def _wanted(self, wire: str) -> FieldName:
        return FieldName.of(self.given[wire]) if wire in self.given else field_name(wire, self.style)

    def wire(self, location: str, wire: str) -> str:
        """A name on the wire that tells a parameter from those in other places."""
        key = wire if wire not in self.wires else f"{location}:{wire}"
        if key != wire:
            self.sent_as[key] = wire
        self.wires.add(key)
        return key

    def in_body(self, fields: Iterable[Field]) -> Iterator[Field]:
        """The fields of a body with names of their own."""
        fields = tuple(fields)
        names = unique({one.wire: self._free(one) for one in fields}, self.taken)
        for field in fields:
            yield replace(field, name=names[field.wire], wire=self.wire("body", field.wire))

    def _free(self, field: Field) -> FieldName:
        name = FieldName.of(self.given.get(field.wire, field.name)).beside(_RESERVED)
        return FieldName.of(f"body_{name}") if name in self.taken else name


def _schema_of(parameter: Parameter) -> tuple[Any, str]:
    """The schema of a parameter, or of its only media type, and where it is."""
    for media_type, content in mapping(parameter.node.get("content")).items():
        if "schema" not in parameter.node:
            return mapping(content).get("schema"), join(parameter.pointer, "content", media_type, "schema")
    return parameter.schema, parameter.schema_pointer
