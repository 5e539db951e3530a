"""Schemas to definitions: the structs of responses and the TypedDicts of parameters.

Only what decides a type is read here. What has no counterpart in Python was refused by `check`, or waived by name; what
limits a value is the server's to enforce: a response that breaks a limit is still read.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from ..diagnostics import Collector
from ..runtime.files.file_model import FileFields
from ..runtime.operation.polling_spec import FollowUpActions
from ..spec import Document
from ..spec.names import TYPES, ClassName, FieldName, ModuleName, unique, words
from ..spec.pointer import follow, join, mapping, resolve, sequence, split, string, strings
from .docs import first_sentence, prose_of
from .hints import shared_name
from .ir import Alias, Definition, Definitions, Field, Record
from .refuse import readable
from .types import (
    ANY,
    FILE,
    NONE,
    ListOf,
    Literals,
    MapOf,
    Ref,
    Scalar,
    Side,
    Type,
    annotation,
    members,
    optional,
    references,
    union,
)

COMPONENTS = "/components/schemas"

# Attributes of every struct: a field of such a name gets another one in Python.
_STRUCT_METHODS = frozenset(["msgspec", "to_dict", "to_json"])
_MEDIA_METHODS = frozenset(["bytes", "save"])
_VECTOR_WORDS = frozenset(["array", "float32s", "property"])

_SCALARS: dict[str, Type] = {
    "string": Scalar("str"),
    "integer": Scalar("int"),
    "number": Scalar("float"),
    "boolean": Scalar("bool"),
    "null": NONE,
}


class Names:
    """The class name of every named schema. One list for both sides, so that a name means one thing."""

    def __init__(self, document: Document) -> None:
        schemas = mapping(mapping(document.tree.get("components")).get("schemas"))
        wanted = {join(COMPONENTS, name): ClassName.of(name) for name in schemas}
        # A name that is one already is kept, whatever else becomes the same name.
        own = {pointer: name for pointer, name in wanted.items() if pointer == join(COMPONENTS, name)}
        made = {pointer: name for pointer, name in wanted.items() if pointer not in own}
        self.components: dict[str, ClassName] = own | unique(made, own.values())
        self.taken: set[str] = set(self.components.values())

    def claim(self, name: ClassName) -> ClassName:
        """A free name for something that the document does not name, numbered if need be."""
        claimed = unique({"": name}, self.taken)[""]
        self.taken.add(claimed)
        return claimed


class Schemas:
    """Reads the schemas of one side. Definitions are in the order in which they were first read."""

    def __init__(
        self, document: Document, side: Side, names: Names, problems: Collector, models: Schemas | None = None
    ) -> None:
        self.document = document
        self.tree: dict[str, Any] = document.tree
        self.side: Side = side
        self.names = names
        self.problems = problems
        self.models = models
        self.given: dict[str, ClassName] = {}  # pointer → name on this side
        self.defined: dict[str, Definition | None] = {}  # pointer → definition; None while it is being read
        self.plain: dict[str, Type] = {}  # pointer → the type of a named schema that needs no definition

    def definitions(self) -> Definitions:
        """All definitions that were read."""
        found = tuple(definition for definition in self.defined.values() if definition is not None)
        return Definitions(self.side, found)

    def put(self, key: str, record: Record | None) -> None:
        """Put a record that is no schema of the document (the parameters of an operation); None keeps its place."""
        self.defined[key] = record

    def through(self, type_: Type) -> Type:
        """The type behind an alias; any other type as it is."""
        aliases = {one.name: one.type for one in self.defined.values() if isinstance(one, Alias)}
        while isinstance(type_, Ref) and type_.name in aliases:
            type_ = aliases[type_.name]
        return type_

    def module(self, pointer: str) -> ModuleName:
        """The module of a node's definition: the family in which it is written."""
        return ModuleName.of(self.document.family(pointer))

    # -- types -----------------------------------------------------------------------------------------------------

    def read(self, node: object, pointer: str, hint: str) -> Type:
        """The type of a schema; `hint` is a name for it if it has none."""
        if node is True or node is None:
            return ANY
        schema = mapping(node)
        if "$ref" in schema:
            return self._referred(schema, pointer)
        return union([*self._parts(schema, pointer, hint), *([NONE] if schema.get("nullable") is True else [])])

    def _parts(self, schema: dict[str, Any], pointer: str, hint: str) -> Iterator[Type]:
        if "const" in schema:
            yield self._literals([schema["const"]], join(pointer, "const"))
        elif "enum" in schema:
            yield self._literals(sequence(schema["enum"]), join(pointer, "enum"))
        elif "discriminator" in schema and self.side == "response":
            name = string(mapping(schema["discriminator"]).get("propertyName"))
            self.problems.unsupported(
                join(pointer, "discriminator"),
                f"a response that is one of several objects, chosen by {name!r}, is not supported",
                "it is read as any value",
                "write one object with the fields of all of them: a new value of the field would not be readable",
                "discriminated-response",
            )
            yield ANY
        elif choice := next((word for word in ("anyOf", "oneOf") if word in schema), None):
            for index, member in enumerate(sequence(schema[choice])):
                yield self.read(member, join(pointer, choice, index), f"{hint}{index + 1}")
        elif "allOf" in schema or "properties" in schema:
            yield self._combined(schema, pointer, hint)
        else:
            kinds = schema.get("type")
            for kind in strings(kinds) or [string(kinds)]:
                yield self._kind(kind, schema, pointer, hint)
        if "properties" in schema and "null" in sequence(schema.get("type")):
            yield NONE

    def _kind(self, kind: str, schema: dict[str, Any], pointer: str, hint: str) -> Type:
        if kind == "array" or (not kind and "items" in schema):
            return ListOf(self.read(schema.get("items"), join(pointer, "items"), f"{hint}Item"))
        if kind == "object" or (not kind and "additionalProperties" in schema):
            values = schema.get("additionalProperties")
            if values is False:
                values = None
            return MapOf(self.read(values, join(pointer, "additionalProperties"), f"{hint}Value"))
        if kind == "string" and schema.get("contentEncoding") == "base64" and self.side == "response":
            return Scalar("bytes")
        if kind == "string" and schema.get("format") == "binary" and self.side == "parameter":
            return FILE
        return _SCALARS.get(kind, ANY)

    def _literals(self, values: list[Any], pointer: str) -> Type:
        """The type of listed values: closed for parameters, open for responses, which may bring new ones."""
        parts: list[Type] = []
        for index, value in enumerate(values):
            if value is None:
                parts.append(NONE)
            elif isinstance(value, (str, int)):
                open_ = [Scalar("str" if isinstance(value, str) else "bool" if isinstance(value, bool) else "int")]
                parts += [Literals((value,)), *(open_ if self.side == "response" else [])]
            else:
                self.problems.unsupported(
                    join(pointer, index),
                    "only strings, integers, booleans and null can be listed",
                    "any value is taken",
                    "write the type, and list the values in the description",
                    "listed-values",
                )
                parts.append(ANY)
        return union(parts) if parts else ANY

    def _combined(self, schema: dict[str, Any], pointer: str, hint: str) -> Type:
        """An object with properties, or the merged parts of `allOf`."""
        parts = sequence(schema.get("allOf"))
        if len(parts) == 1 and "properties" not in schema:
            return self.read(parts[0], join(pointer, "allOf", 0), hint)
        return self._named(pointer, hint)

    # -- definitions -----------------------------------------------------------------------------------------------

    def _referred(self, schema: dict[str, Any], pointer: str) -> Type:
        target, node = follow(self.tree, schema)
        if node == {}:  # no constraint; check reports references that lead nowhere
            return ANY
        type_ = self._named(target, shared_name(target) or split(target)[-1])
        return union([type_, *self._accepted(target)])

    def _named(self, pointer: str, hint: str) -> Type:
        """The type of the schema at a pointer, by its name if it has one in Python."""
        if pointer in self.plain:
            return self.plain[pointer]
        if pointer in self.given:
            return self._again(pointer)
        schema = resolve(self.tree, {"$ref": f"#{pointer}"})
        is_record = _describes_record(schema)
        self.given[pointer] = self._name(pointer, shared_name(pointer) or hint, is_record)
        self.defined[pointer] = None
        if is_record:
            self.defined[pointer] = self._record(schema, pointer)
            return self._taken_too(pointer)
        return self._alias(schema, pointer)

    def _again(self, pointer: str) -> Type:
        if self.defined[pointer] is not None or _describes_record(resolve(self.tree, {"$ref": f"#{pointer}"})):
            return self._taken_too(pointer)
        self.problems.unsupported(
            pointer,
            "this schema contains itself without an object in between",
            "any value is taken",
            "put an object with properties in between",
            "self-containing",
        )
        return ANY

    def _taken_too(self, pointer: str) -> Type:
        """A parameter takes the struct of the same schema too: results can be passed on."""
        name = Ref(self.given[pointer])
        if self.models is not None and pointer in self.models.given and _is_record(self.models.defined[pointer]):
            return union([name, Ref(self.models.given[pointer])])
        return name

    def _alias(self, schema: dict[str, Any], pointer: str) -> Type:
        type_ = self.read(schema, pointer, self.given[pointer])
        if isinstance(type_, (Scalar, Ref)) or pointer not in self.names.components:
            del self.given[pointer], self.defined[pointer]
            self.plain[pointer] = type_
            return type_
        self.defined[pointer] = Alias(
            self.given[pointer], type_, prose_of(self.document, schema, pointer), self.module(pointer)
        )
        return Ref(self.given[pointer])

    def _name(self, pointer: str, hint: str, is_record: bool) -> ClassName:
        """The class name of a definition. A TypedDict is called ...Param, whether or not there is a struct beside it:
        a response that returns the same object renames nothing.
        """
        known = self.names.components.get(pointer)
        if self.models is None or not is_record:
            return known or self.names.claim(ClassName.of(hint))
        name = known or ClassName.of(hint)
        if not name.endswith("Param") or pointer in self.models.given:
            return self.names.claim(ClassName.of(f"{name}Param"))
        return known or self.names.claim(name)

    def _accepted(self, pointer: str) -> Iterator[Type]:
        """The structs that a parameter takes too, read for this if no response has them."""
        if self.models is not None:
            schema = resolve(self.tree, {"$ref": f"#{pointer}"})
            for name in strings(mapping(schema.get("x-client")).get("accepts")):
                yield self.models.read({"$ref": f"#{join(COMPONENTS, name)}"}, pointer, name)

    # -- records ---------------------------------------------------------------------------------------------------

    def _record(self, schema: dict[str, Any], pointer: str) -> Record:
        fields = self.fields(schema, pointer, self.given[pointer])
        client = mapping(schema.get("x-client")) if self.side == "response" else {}
        names = {field.wire: field.name for field in fields}
        return Record(
            name=self.given[pointer],
            fields=fields,
            prose=prose_of(self.document, schema, pointer),
            module=self.module(pointer),
            vectors=tuple((FieldName.of(name), names[wire]) for name, wire in mapping(client.get("vectors")).items()),
            aliases=tuple(self._aliases(mapping(client.get("aliases")), fields, pointer)),
            items=names.get(string(client["items"])) if "items" in client else None,
            file=_file(mapping(client.get("media")), names),
            actions=_actions(mapping(client.get("actions"))),
        )

    def _aliases(
        self, aliases: Mapping[str, Any], fields: Sequence[Field], pointer: str
    ) -> Iterator[tuple[FieldName, str, Type]]:
        """Properties that read fields of an object or of one in it, which are there in each response."""
        records = {one.name: one.fields for one in self.defined.values() if isinstance(one, Record)}
        for name, path in aliases.items():
            here, steps, found = fields, list[str](), list[Field]()
            for token in split(string(path)):
                found = [field for field in here if field.wire == token and field.required]
                steps += [field.name for field in found]
                here = [one for field in found for ref in references(field.type) for one in records.get(ref, ())]
            if len(steps) == len(split(string(path))) and NONE not in members(found[0].type):
                yield FieldName.of(name), ".".join(steps), found[0].type
            else:
                what = f"{path!r} leads to something that a response may leave out"
                self.problems.add(join(pointer, "x-client", "aliases", name), what, "name a required field")

    def fields(self, schema: dict[str, Any], pointer: str, owner: str) -> tuple[Field, ...]:
        """The fields of an object, those of its `allOf` parts first."""
        found = dict(self._gathered(schema, pointer, owner))
        client = mapping(schema.get("x-client"))
        properties = [*mapping(client.get("vectors")), *mapping(client.get("aliases"))]
        reserved = self._reserved(found.values(), properties)
        if self.side == "response" and "media" in client:
            reserved |= _MEDIA_METHODS
        # Names that are the same on the wire take precedence over derived ones.
        names = {wire: field.name.beside(reserved) for wire, field in found.items()}
        own = {wire: name for wire, name in names.items() if name == wire}
        made = unique({wire: name for wire, name in names.items() if wire not in own}, own.values())
        return tuple(replace(field, name={**own, **made}[wire]) for wire, field in found.items())

    def _reserved(self, fields: Iterable[Field], properties: Collection[str]) -> set[str]:
        """Names that no field of a class may have, because its annotations or its body use them."""
        named = " ".join(annotation(field.type, self.side) for field in fields)
        reserved = TYPES.intersection(re.findall(r"\w+", named)) | {*properties}
        if self.side == "response":
            reserved |= _STRUCT_METHODS
        return {*reserved, *_VECTOR_WORDS} if properties else set(reserved)

    def _gathered(self, schema: dict[str, Any], pointer: str, owner: str) -> Iterator[tuple[str, Field]]:
        for index, part in enumerate(sequence(schema.get("allOf"))):
            place, whole = follow(self.tree, part, join(pointer, "allOf", index))
            if not ("properties" in mapping(whole) or "allOf" in mapping(whole)):
                what = "a part of allOf without properties is not supported"
                self.problems.unsupported(
                    place, what, "it adds nothing", "write its properties out", "part-without-properties"
                )
            yield from self._gathered(mapping(whole), place, owner)
        required = strings(schema.get("required"))
        owner = owner.removesuffix("Param") if self.side == "parameter" else owner
        for wire, value in mapping(schema.get("properties")).items():
            place = join(pointer, "properties", wire)
            hint = f"{owner}{ClassName.styled(words(wire))}"
            if self._is_nameable(wire, place):
                yield wire, self._field(value, place, wire, hint, wire in required)

    def _is_nameable(self, wire: str, place: str) -> bool:
        """False, and a diagnostic, for the name of a field that msgspec refuses, but only when the class is created."""
        if self.side == "parameter" or not re.search(r'["\\\x00-\x1f\ud800-\udfff]', wire):
            return True
        what = f"the property name {wire!r} of a response contains a quote, a backslash or a control character"
        hint = "read it through additionalProperties"
        self.problems.unsupported(place, what, "it is left out", hint, "property-name")
        return False

    def _field(self, node: object, place: str, wire: str, hint: str, required: bool) -> Field:
        type_ = self.read(node, place, hint)
        if self.side == "response":
            type_ = readable(type_, self.defined.values(), place, self.problems)
            type_ = type_ if required else optional(type_)
        prose = prose_of(self.document, mapping(node), place)
        if not prose.text and "$ref" in mapping(node):
            full = prose_of(self.document, resolve(self.tree, node), place)
            prose = replace(prose, text=first_sentence(full.text))
        return Field(FieldName.of(wire), wire, type_, required, prose)


def _file(node: dict[str, Any], names: dict[str, FieldName]) -> FileFields | None:
    """The fields with a struct's file."""
    url, base64 = (names.get(string(node[key])) if key in node else None for key in ("url", "base64"))
    return FileFields(node.get("kind", "image"), url, base64) if node else None


def _actions(node: dict[str, Any]) -> FollowUpActions | None:
    """The follow-up actions of a struct: names on the wire, and an operation's id."""
    if not node:
        return None
    by, operation = tuple(strings(node.get("by"))), string(node.get("operation"))
    return FollowUpActions(f"/{node['each']}", by, operation, mapping(node.get("item")), mapping(node.get("whole")))


def _describes_record(schema: dict[str, Any]) -> bool:
    """True for an object with properties of its own; `allOf` with one part is that part."""
    return "properties" in schema or len(sequence(schema.get("allOf"))) > 1


def _is_record(definition: Definition | None) -> bool:
    # A struct that refers to itself is still being read: it is None here, which a finished alias never is.
    return definition is None or isinstance(definition, Record)
