"""Methods that parse outputs into types : their parameters, and the classes of what they return."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import msgspec

from ..diagnostics import Collector
from ..policy import Policy
from ..policy.model import ParsePolicy, SlotPolicy
from ..runtime.operation.parsing_spec import ParsingSpec, ToolCallFields, TypeSlot
from ..spec import Document
from ..spec.names import ClassName, FunctionName, MethodName, words
from .class_names import Names
from .ir import Definition, Definitions, Endpoint, Field, ParsedModel, Parsing, Record
from .types import ANY, PARSED, Handle, ListOf, MapOf, Type, Union, optional, references, union

_PARSED_TEXT = "`{}` as the type that was asked for; None for a refusal, and where no type was."
_PARSED_ARGUMENTS = "`{}` as the type that was given for the tool; None where none was."


def with_parsing(
    document: Document,
    policy: Policy,
    endpoints: Sequence[Endpoint],
    models: Definitions,
    names: Names,
    problems: Collector,
) -> tuple[Endpoint, ...]:
    """The endpoints, each with its methods that parse if its policy describes them."""
    described = {one.id: policy.of(one) for one in document.operations if policy.of(one).parse}
    records = {one.name: one for one in models.all}
    taken = {str(one.name) for one in endpoints} | {one.operation.name for one in endpoints}
    planned: list[Endpoint] = []
    for one in endpoints:
        if (found := described.get(one.operation.id)) is not None and found.parse:
            reader, place = _Reader(one, found.parse, records, names), found.place("parse")
            try:
                one = replace(one, parsing=(parsing := reader.read()))
            except LookupError as error:
                what = f"what is parsed is not there: {error.args[0]}"
                problems.add(place, what, "correct it", code="parsing")
            else:
                for name in taken.intersection(_names(one, parsing)):
                    what = f"there is a {name} already"
                    problems.add(place, what, "use another name", code="parsing")
        planned.append(one)
    return tuple(planned)


def _names(one: Endpoint, parsing: Parsing) -> list[str]:
    """The names of methods and of functions that the methods that parse bring."""
    verbs = [verb for verb in (parsing.verb, parsing.stream_verb) if verb]
    functions = [parsing.function, parsing.stream_function, parsing.tool_function or ""]
    return [*(".".join((*one.resource, verb)) for verb in verbs), *map(str, functions)]


class _Reader:
    def __init__(
        self, one: Endpoint, policy: ParsePolicy, records: Mapping[ClassName, Definition], names: Names
    ) -> None:
        self.one = one
        self.policy = policy
        self.records = records
        self.names = names
        self.models: list[ParsedModel] = []

    def read(self) -> Parsing:
        """The methods. Raises LookupError for a field that does not exist."""
        policy, spec = self.policy, self._spec()
        tools = [_keyword(self.one, spec.tools.field)] if spec.tools else []
        result = self._models(spec)
        verb, *rest = (policy.method, *words(self.one.operation.id)[1:])
        output = _keyword(self.one, spec.output.field)
        typed = {output.wire: union((Handle("type", (PARSED,)), output.type))}
        typed |= {tool.wire: _or_type(tool.type) for tool in tools}
        stream = self.one.operation.stream
        when = None if stream is None else stream.when
        chosen = None if when is None else (_keyword(self.one, when[0]).name, when[1])
        return Parsing(
            spec=spec,
            verb=MethodName.of(verb),
            function=FunctionName.of("_".join([verb, *rest])),
            stream_verb=MethodName.of(policy.stream) if policy.stream and chosen else None,
            stream_function=FunctionName.of("_".join([policy.stream, *rest])),
            chosen=chosen,
            tool_function=FunctionName.of(policy.tools.function) if policy.tools else None,
            tool=next((tool.type.item for tool in tools if isinstance(tool.type, ListOf)), ANY),
            keywords=tuple(
                replace(field, type=typed.get(field.wire, field.type))
                for field in self.one.keywords
                if chosen is None or field.name != chosen[0]
            ),
            result=result,
            event=self._event(),
            models=tuple(self.models),
        )

    def _spec(self) -> ParsingSpec:
        policy, calls = self.policy, self.policy.calls
        return ParsingSpec(
            output=_slot(self.one, policy.type),
            tools=_slot(self.one, policy.tools) if policy.tools else None,
            each=policy.each,
            message=policy.message,
            text=policy.text,
            refusal=policy.refusal,
            reason=policy.ended.by,
            cut=tuple(policy.ended.cut),
            filtered=tuple(policy.ended.filtered),
            calls=ToolCallFields(**msgspec.structs.asdict(calls)) if calls else ToolCallFields("", ""),
            logprobs=policy.logprobs,
        )

    def _models(self, spec: ParsingSpec) -> ClassName:
        """Plan the class of the result, after those of the parts in it, and return its name."""
        result = self._only(self.one.operation.result)
        output = self._below(result, spec.each)
        message = self._below(output, spec.message)
        self._below(message, spec.text, scalar=True)
        self._below(output, spec.reason, scalar=True)
        parts: dict[str, Type] = {}
        if spec.calls.each:
            call = self._below(message, spec.calls.each)
            function = self._below(call, spec.calls.function)
            name = spec.calls.arguments
            self._below(function, name, scalar=True)
            read = ("parsed_arguments", ANY, _PARSED_ARGUMENTS.format(name))
            made = self._model(function, {}, generic=False, parsed=read)
            parts[spec.calls.each] = self._model(call, {spec.calls.function: made}, generic=False)
        text = ("parsed", optional(PARSED), _PARSED_TEXT.format(spec.text))
        made = self._model(message, parts, parsed=text)
        self._model(result, {spec.each: self._model(output, {spec.message: made})})
        return self.models[-1].name

    def _model(
        self,
        record: Record,
        parts: Mapping[str, Type],
        generic: bool = True,
        parsed: tuple[str, Type, str] | None = None,
    ) -> Type:
        """Plan a class derived from that of a result, with other types of some fields, and return its type."""
        name = self.names.claim(ClassName.of(f"Parsed{record.name}"))
        fields = [
            replace(field, type=_replaced(field.type, parts[field.wire]))
            for field in record.fields
            if field.wire in parts
        ]
        self.models.append(ParsedModel(name, record, tuple(fields), generic, parsed))
        return Handle(name, (PARSED,) if generic else ())

    def _only(self, name: str) -> Record:
        record = self.records.get(ClassName(name)) if ClassName.fits(name) else None
        if not isinstance(record, Record):
            raise LookupError(f"{name} is no object")
        return record

    def _below(self, record: Record, wire: str, scalar: bool = False) -> Record:
        """The object in a field of another, or in its items."""
        field = next((field for field in record.fields if field.wire == wire), None)
        if field is None:
            raise LookupError(f"{record.name} has no field {wire!r}")
        return record if scalar else self._only(next(iter(references(field.type)), ""))

    def _event(self) -> Type:
        stream = self.one.operation.stream
        return Handle(str(stream.event)) if stream else ANY


def _keyword(one: Endpoint, name: str) -> Field:
    """A keyword by its name on the wire or in Python."""
    field = next((field for field in one.keywords if name in (field.wire, field.name)), None)
    if field is None:
        raise LookupError(f"the body has no field {name!r}")
    return field


def _slot(one: Endpoint, policy: SlotPolicy) -> TypeSlot:
    return TypeSlot(
        field=_keyword(one, policy.field).name,
        constants=policy.send,
        name=policy.name,
        schema=policy.schema,
        description=policy.description,
    )


def _or_type(type_: Type) -> Type:
    """The type of a list of tools in which types may stand too."""
    return ListOf(union((type_.item, Handle("type", (ANY,))))) if isinstance(type_, ListOf) else type_


def _replaced(type_: Type, new: Type) -> Type:
    """A type with another in place of the struct that it names."""
    match type_:
        case ListOf(inner):
            return ListOf(_replaced(inner, new))
        case MapOf(inner):
            return MapOf(_replaced(inner, new))
        case Union(parts):
            return Union(tuple(_replaced(part, new) for part in parts))
        case _:
            return new if next(iter(references(type_)), None) else type_
