"""Schemas to definitions: the structs of responses and the TypedDicts of parameters.

Only what decides a type is read here. What has no counterpart in Python was refused by `check`, or waived by name; what
limits a value is the server's to enforce: a response that breaks a limit is still read.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Any

from ..diagnostics import Collector
from ..policy import SchemaPolicy, schema_policy
from ..policy.model import Naming
from ..spec import Document
from ..spec.names import ClassName, FieldName, ModuleName
from ..spec.pointer import follow, join, mapping, resolve, sequence, split, string, strings
from ..spec.schemas import parts_of
from .class_names import COMPONENTS, Names
from .docs import first_sentence, prose_of
from .field_names import UNREADABLE, field_name, field_names
from .hints import shared_name
from .ir import Alias, Choice, Definition, Definitions, Field, Prose, Record
from .objects import Property, Shapes, undescribed
from .record_policy import field_aliases, file_fields, follow_up_actions
from .scalars import literals, scalar
from .types import (
    ANY,
    NONE,
    ListOf,
    MapOf,
    Ref,
    Scalar,
    Side,
    Type,
    members,
    optional,
    union,
    without_none,
)
from .unions import component_name, needs_choice, with_cases

# Keywords that describe an object beside its properties.
_DESCRIBING = frozenset({"allOf", "anyOf", "oneOf", "required"})


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
        self.aliases: dict[ClassName, Alias] = {}
        self.open: list[tuple[str, bool]] = []  # what is being read, and if that is an object with properties
        self.awaited: set[str] = set()  # what was named while it was being read
        self.nullable: set[str] = set()  # unions with a name, without the None that they may be
        self.shapes: Shapes = models.shapes if models is not None else Shapes(self.tree)

    def definitions(self) -> Definitions:
        """All definitions that were read."""
        found = {one.name: one for one in self.defined.values() if one is not None}
        for one in found.values():
            if isinstance(one, Alias) and one.choice is not None:
                found[one.name] = with_cases(one, found, self._type_at)
        return Definitions(self.side, tuple(found.values()))

    def _type_at(self, pointer: str) -> Type | None:
        """The type that was read at a pointer."""
        return Ref(self.given[pointer]) if pointer in self.given else self.plain.get(pointer)

    def put(self, key: str, record: Record | None) -> None:
        """Put a record that is no schema of the document (the parameters of an operation); None keeps its place."""
        self.defined[key] = record

    def through(self, type_: Type) -> Type:
        """The type behind an alias; any other type as it is."""
        while isinstance(type_, Ref) and type_.name in self.aliases:
            type_ = self.aliases[type_.name].type
        return type_

    def alternatives(self, type_: Type) -> list[Type]:
        """The members of a union, with those of the unions that it names."""
        found, waiting = dict[Type, None](), [*members(type_)]
        while waiting:
            part = waiting.pop(0)
            whole = self.through(part)
            if part not in found:
                found[part] = None
                waiting[:0] = members(whole) if whole != part else ()
        return [part for part in found if self.through(part) == part]

    def module(self, pointer: str) -> ModuleName:
        """The module of a node's definition: the family in which it is written."""
        return _module(self.document.family(pointer))

    # -- types -----------------------------------------------------------------------------------------------------

    def read(self, node: object, pointer: str, hint: str) -> Type:
        """The type of a schema; `hint` is a name for it if it has none."""
        if node is True or node is None:
            return ANY
        schema = mapping(node)
        nothing = [NONE] if schema.get("nullable") is True else []
        if "$ref" in schema:
            return union([self._referred(schema, pointer), *nothing])
        type_ = union([*self._parts(schema, pointer, hint), *nothing])
        is_alias = pointer in self.defined and self.defined[pointer] is None  # which is made by who reads it
        if self.side == "response" and not is_alias and needs_choice(type_, self.aliases):
            name = self.given.get(pointer) or self.names.claim(ClassName.of(shared_name(pointer) or hint))
            return self._choice(schema, type_, pointer, name)
        return type_

    def _parts(self, schema: dict[str, Any], pointer: str, hint: str) -> Iterator[Type]:
        if "const" in schema:
            yield literals([schema["const"]], schema, self.side, join(pointer, "const"), self.problems)
        elif "enum" in schema:
            yield literals(sequence(schema["enum"]), schema, self.side, join(pointer, "enum"), self.problems)
        elif self._is_open(schema):
            yield MapOf(ANY)
            yield from self._struct(pointer)
        elif self.shapes.is_record(schema):
            yield self._named(pointer, hint)
            if "null" in sequence(schema.get("type")):
                yield NONE
        elif self.shapes.takes_anything(schema):
            yield ANY
        elif branches := self.shapes.branches(schema):
            for word, index, member in branches:
                yield self.read(member, join(pointer, word, index), f"{hint}{index + 1}")
        elif parts := self.shapes.deciding(schema):
            yield self._merged(schema, parts, pointer, hint)
        else:
            kinds = schema.get("type")
            for kind in strings(kinds) or [string(kinds)]:
                yield self._kind(kind, schema, pointer, hint)

    def _merged(self, schema: dict[str, Any], parts: list[int], pointer: str, hint: str) -> Type:
        """The type of an `allOf` that is no object with properties: that of the only part, or of the narrowest."""
        whole = sequence(schema["allOf"])
        found = [self.read(whole[at], join(pointer, "allOf", at), hint) for at in parts]
        narrow = [type_ for type_ in found if type_ not in (ANY, MapOf(ANY), ListOf(ANY))] or found
        if len(set(narrow)) > 1:
            what = "allOf of types that are no objects with properties"
            self.problems.unsupported(
                join(pointer, "allOf"), what, "the first of them is read", "write one type", "all-of"
            )
        return narrow[0]

    def _kind(self, kind: str, schema: dict[str, Any], pointer: str, hint: str) -> Type:
        if kind == "array" or (not kind and "items" in schema):
            return ListOf(self.read(schema.get("items"), join(pointer, "items"), f"{hint}Item"))
        if kind == "object" or (not kind and "additionalProperties" in schema):
            values = schema.get("additionalProperties")
            if values is False:
                values = None
            return MapOf(self.read(values, join(pointer, "additionalProperties"), f"{hint}Value"))
        return scalar(kind, schema, self.side)

    # -- definitions -----------------------------------------------------------------------------------------------

    def _referred(self, schema: dict[str, Any], pointer: str) -> Type:
        target, node = follow(self.tree, schema)
        if node == {}:  # no constraint; check reports references that lead nowhere
            return ANY
        type_ = self._named(target, shared_name(target) or split(target)[-1])
        return union([type_, *self._accepted(target), *([NONE] if self._may_be_null(target, mapping(node)) else [])])

    def _may_be_null(self, pointer: str, schema: dict[str, Any]) -> bool:
        """True if a schema that has a name may be null, which the name does not say."""
        named = schema.get("nullable") is True or "null" in sequence(schema.get("type"))
        return pointer in self.nullable or (named and self.shapes.is_record(schema))

    def _is_open(self, schema: dict[str, Any]) -> bool:
        """True for a parameter that is an object of which nothing is described: it takes any keys."""
        says_nothing = schema.get("properties") == {} and _DESCRIBING.isdisjoint(schema)
        says_nothing = says_nothing and schema_policy(schema) == SchemaPolicy()
        return self.side == "parameter" and says_nothing and schema.get("additionalProperties") is not False

    def _named(self, pointer: str, hint: str) -> Type:
        """The type of the schema at a pointer, by its name if it has one in Python."""
        if pointer in self.plain:
            return self.plain[pointer]
        if pointer in self.given:
            return self._again(pointer)
        schema = resolve(self.tree, {"$ref": f"#{pointer}"})
        is_record = self.shapes.is_record(schema) and not self._is_open(schema)
        self.given[pointer] = self._name(pointer, shared_name(pointer) or hint, schema)
        self.defined[pointer] = None
        self.open.append((pointer, is_record))
        try:
            if not is_record:
                return self._alias(schema, pointer)
            self.defined[pointer] = self._record(schema, pointer)
        finally:
            self.open.pop()
        return self._taken_too(pointer)

    def _again(self, pointer: str) -> Type:
        if self.defined[pointer] is not None or self.shapes.is_record({"$ref": f"#{pointer}"}):
            return self._taken_too(pointer)
        inner = self.open[[place for place, _ in self.open].index(pointer) + 1 :]
        if any(is_record for _, is_record in inner):
            # An object in between: it can name what is still being read.
            self.awaited.add(pointer)
            prose, name = prose_of(self.document, {}, pointer), self.given[pointer]
            self.aliases[name] = Alias(name, ANY, prose, self.module(pointer), Choice({}, {}))
            return Ref(name)
        what, instead = "this schema contains itself without an object in between", "the inner one is any value"
        cure = "put an object with properties in between"
        self.problems.unsupported(pointer, what, instead, cure, "self-containing")
        return ANY

    def _taken_too(self, pointer: str) -> Type:
        """A parameter takes the struct of the same schema too: results can be passed on."""
        return union([Ref(self.given[pointer]), *self._struct(pointer)])

    def _struct(self, pointer: str) -> Iterator[Ref]:
        """The struct of a schema, for a parameter."""
        if self.models is not None and pointer in self.models.given and _is_record(self.models.defined[pointer]):
            yield Ref(self.models.given[pointer])

    def _alias(self, schema: dict[str, Any], pointer: str) -> Type:
        name = self.given[pointer]
        type_ = self.read(schema, pointer, name)
        if self.side == "response" and needs_choice(type_, self.aliases):
            return self._choice(schema, type_, pointer, name)
        is_named = pointer in self.names.components and not isinstance(type_, (Scalar, Ref))
        if not is_named and pointer not in self.awaited:
            del self.given[pointer], self.defined[pointer]
            self.plain[pointer] = type_
            return type_
        return self._put_alias(
            Alias(name, type_, prose_of(self.document, schema, pointer), self.module(pointer)), pointer
        )

    def _choice(self, schema: dict[str, Any], type_: Type, pointer: str, name: ClassName) -> Type:
        """A union that the runtime tells apart, as an alias of its members; with None, if it may be that."""
        is_awaited = pointer in self.awaited
        whole = type_ if is_awaited else without_none(type_)
        refs = {str(mapping(one).get("$ref", ""))[1:] for _, _, one in self.shapes.branches(schema)}
        names = {self.given[ref]: component_name(ref) for ref in sorted(refs & self.given.keys())}
        choice = Choice(self._discriminator(schema), names)
        prose = prose_of(self.document, schema, pointer)
        self.given[pointer] = name
        named = self._put_alias(Alias(name, whole, prose, self.module(pointer), choice), pointer)
        if NONE not in members(type_) or is_awaited:
            return named
        self.nullable.add(pointer)
        return optional(named)

    def _discriminator(self, schema: dict[str, Any]) -> dict[str, Any]:
        """The discriminator of a union, or that of an object which its branches extend."""
        parts = (part for _, _, one in self.shapes.branches(schema) for part in parts_of(self.tree, one))
        found = (mapping(node.get("discriminator")) for node in (schema, *parts) if "discriminator" in node)
        empty: dict[str, Any] = {}
        return next(found, empty)

    def _put_alias(self, alias: Alias, pointer: str) -> Type:
        self.defined[pointer] = self.aliases[alias.name] = alias
        return Ref(alias.name)

    def _name(self, pointer: str, hint: str, schema: dict[str, Any]) -> ClassName:
        """The class name of a definition. A TypedDict is called ...Param, whether or not there is a struct beside it:
        a response that returns the same object renames nothing.
        """
        known = self.names.components.get(pointer)
        if self.models is None or not (self._has_parts(schema) or pointer in self.models.given):
            return known or self.names.claim(ClassName.of(hint))
        name = known or ClassName.of(hint)
        if not name.endswith("Param") or pointer in self.models.given:
            return self.names.claim(ClassName.of(f"{name}Param"))
        return known or self.names.claim(name)

    def _has_parts(self, schema: dict[str, Any]) -> bool:
        """True for an object with properties, a union and a list: what they hold has another type on each side."""
        branches = [one for _, _, one in self.shapes.branches(schema)]
        return self.shapes.is_record(schema) or any(
            "items" in node or self.shapes.kind(node) == "record"
            for node in (resolve(self.tree, one) for one in (schema, *branches))
        )

    def _accepted(self, pointer: str) -> Iterator[Type]:
        """The structs that a parameter takes too, read for this if no response has them."""
        if self.models is not None:
            schema = resolve(self.tree, {"$ref": f"#{pointer}"})
            for name in schema_policy(schema).accepts:
                yield self.models.read({"$ref": f"#{join(COMPONENTS, name)}"}, pointer, name)

    # -- records ---------------------------------------------------------------------------------------------------

    def _record(self, schema: dict[str, Any], pointer: str) -> Record:
        naming = self.names.naming if self.side == "response" else None
        fields = self.fields(schema, pointer, self.given[pointer], naming)
        policy = schema_policy(schema) if self.side == "response" else SchemaPolicy()
        names = {field.wire: field.name for field in fields}
        return Record(
            name=self.given[pointer],
            fields=fields,
            prose=prose_of(self.document, schema, pointer),
            module=self.module(pointer),
            vectors=tuple((FieldName.of(name), names[wire]) for name, wire in policy.vectors.items()),
            aliases=field_aliases(policy.aliases, fields, pointer, self.defined.values(), self.problems),
            items=names.get(policy.items) if policy.items else None,
            file=file_fields(policy.media, names),
            actions=follow_up_actions(policy.actions),
        )

    def fields(self, schema: dict[str, Any], pointer: str, owner: str, naming: Naming | None) -> tuple[Field, ...]:
        """The fields of an object, those of its `allOf` parts first."""
        found = dict(self._fields(schema, pointer, owner))
        names = field_names(found, schema_policy(schema), self.side, naming)
        return tuple(
            field if field.name == names[wire] else replace(field, name=names[wire]) for wire, field in found.items()
        )

    def _fields(self, schema: dict[str, Any], pointer: str, owner: str) -> Iterator[tuple[str, Field]]:
        owner = owner.removesuffix("Param") if self.side == "parameter" else owner
        found = self.shapes.properties(schema, pointer, owner)
        for one in found:
            if self.side == "response" and UNREADABLE.search(one.wire):
                what = f"the property name {one.wire!r} contains a quote, a backslash or a control character"
                self.problems.unsupported(
                    one.nodes[0][1], what, "it is read through extras()", "use another name", "property-name"
                )
            else:
                yield one.wire, self._field(one)
        for wire in undescribed(self.tree, schema, {one.wire for one in found}):
            if not (self.side == "response" and UNREADABLE.search(wire)):
                prose = Prose(place=f"{self.document.place(pointer).file}#{pointer}")
                yield wire, Field(field_name(wire, "wire"), wire, ANY, True, prose)

    def _field(self, one: Property) -> Field:
        node, place = one.nodes[0]
        type_ = union(self.read(each, at, one.hint) for each, at in one.nodes)
        if len(one.nodes) > 1 and self.side == "response" and needs_choice(type_, self.aliases):
            self.problems.unsupported(
                place,
                f"{one.wire!r} has another type in each branch",
                "any value is read",
                "give it one type in all",
                "branches",
            )
            type_ = ANY
        # What is only read need not be sent, and what is only written need not come.
        foreign = "readOnly" if self.side == "parameter" else "writeOnly"
        required = one.required and resolve(self.tree, node).get(foreign) is not True
        if self.side == "response" and not required:
            type_ = optional(type_)
        prose = prose_of(self.document, mapping(node), place)
        if not prose.text and "$ref" in mapping(node):
            full = prose_of(self.document, resolve(self.tree, node), place)
            prose = replace(prose, text=first_sentence(full.text))
        return Field(field_name(one.wire, "wire"), one.wire, type_, required, prose)


@lru_cache(maxsize=2**10)
def _module(family: str) -> ModuleName:
    return ModuleName.of(family)


def _is_record(definition: Definition | None) -> bool:
    # A struct that refers to itself is still being read: it is None here, which a finished alias never is.
    return definition is None or isinstance(definition, Record)
