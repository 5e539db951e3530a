"""Operations: what each takes, what it gives, and the overloads that say so."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Any, NamedTuple

from ..names import ClassName, ConstantName, FieldName, FunctionName, MethodName, ModuleName, unique, words
from ..nodes import follow, join, mapping, resolve, sequence, split, string, strings
from ..problems import Collector
from ..read import Document
from ..types import NONE, Literals, Scalar, Type, Value, members, optional, union
from .prose import prose_of
from .schemas import Names, Schemas
from .shapes import Argument, Field, Operation, Prose, Record, Stream, Variant
from .unions import refuse_unreadable

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
JSON = "application/json"
EVENTS = "text/event-stream"

# The TypedDicts of an operation: what all its forms share, the form for a whole answer, for one in events, for either.
VARIANTS = {
    "Base": "What every form of `{}` takes.",
    "Whole": "The parameters of `{}` for a whole answer.",
    "Streamed": "The parameters of `{}` for an answer in events.",
    "": "The parameters of `{}`.",
}

# The options of every call: a parameter of such a name takes another one in Python.
OPTIONS = frozenset(["timeout", "max_retries", "extra_headers", "extra_query", "extra_body"])


class Found(NamedTuple):
    """An operation where it is written."""

    id: str
    method: str
    path: str
    pointer: str
    node: dict[str, Any]
    shared: dict[str, Any]  # the path item, whose parameters every operation of it has


def found(document: Document) -> list[Found]:
    """Every operation, sorted by path and method: moving one within a file changes nothing that is printed."""
    paths = mapping(document.tree.get("paths"))
    return [
        Found(
            string(node.get("operationId")) or f"{method} {path}",
            method,
            path,
            join("/paths", path, method),
            node,
            item,
        )
        for path, item in sorted((path, resolve(document.tree, item)) for path, item in paths.items())
        for method in METHODS
        if (node := mapping(item.get(method)))
    ]


class Operations:
    """Reads the operations of a document; the schemas that they use are read on the way."""

    def __init__(self, document: Document, problems: Collector) -> None:
        self.document = document
        self.problems = problems
        self.found = found(document)
        self.names = Names(document)
        self.answers = Schemas(document, "answer", self.names, problems)
        self.parameters = Schemas(document, "parameter", self.names, problems, self.answers)
        # The package of functions has its modules by name as well.
        modules = {self._module(one) for one in self.found}
        self.functions = unique({one.id: FunctionName.of(one.id).beside(modules) for one in self.found})

    def read(self) -> tuple[Operation, ...]:
        """All operations. Answers come first: only then is it known what can go in again."""
        results = [self._result(one) for one in self.found]
        self._rest_of_the_answers()
        return tuple(self._operation(one, *result) for one, result in zip(self.found, results, strict=True))

    def _rest_of_the_answers(self) -> None:
        """Structs for the schemas that `accepts` names before any parameter is read: those count as answers too."""
        for pointer in sorted(self.names.components):
            schema = resolve(self.document.tree, {"$ref": f"#{pointer}"})
            for name in strings(mapping(schema.get("x-client")).get("accepts")):
                if join("/components/schemas", name) in self.names.components:
                    self.answers.read({"$ref": f"#{join('/components/schemas', name)}"}, pointer, name)

    def _operation(self, one: Found, answer: Type, proof: tuple[str, ...], stream: Stream | None) -> Operation:
        for suffix in VARIANTS:
            self.parameters.reserve(f"{one.pointer}{suffix}")
        arguments, query, header = self._parameters(one)
        body = self._body(one, {field.name for field in (*query, *header)} | {argument.name for argument in arguments})
        self._refuse_doubles(one, [*query, *header, *body])
        module = self._module(one)
        prose = prose_of(self.document, one.node, one.pointer)
        fields = (*query, *header, *body)
        variants = self._variants(one, fields, stream, module)
        client = mapping(one.node.get("x-client"))
        resource = string(client.get("resource")) or next(iter(strings(one.node.get("tags"))), module)
        return Operation(
            id=one.id,
            name=self.functions[one.id],
            constant=ConstantName.of(self.functions[one.id]),
            module=module,
            method=one.method.upper(),
            path=_with_names(one.path, arguments),
            summary=string(one.node.get("summary")).strip(),
            prose=prose,
            arguments=arguments,
            body=body,
            query=query,
            header=header,
            answer=answer,
            proof=proof,
            retry=string(one.node.get("x-retry")) or ("safe" if one.method in ("get", "head") else "unsent"),
            stream=stream,
            params=variants[-1].params if variants else None,
            variants=variants,
            section=self._section(one),
            resource=tuple(MethodName.of(part) for part in resource.split(".")),
            verb=MethodName.of(string(client.get("method")) or self.functions[one.id]),
        )

    def _module(self, one: Found) -> ModuleName:
        return ModuleName.of(self.document.family(one.pointer))

    def _section(self, one: Found) -> str:
        """What the document says of the operation's first tag."""
        tags = {string(mapping(tag).get("name")): mapping(tag) for tag in sequence(self.document.tree.get("tags"))}
        own = next(iter(strings(one.node.get("tags"))), "")
        return string(tags.get(own, {}).get("description")).strip()

    # -- what comes back -------------------------------------------------------------------------------------------

    def _result(self, one: Found) -> tuple[Type, tuple[str, ...], Stream | None]:
        """What a 2xx gives: the type, the fields that prove it, and its other form as a stream."""
        proof = tuple(strings(mapping(one.node.get("x-errors")).get("proof")))
        found: dict[tuple[Type, Type | None], str] = {}
        for status, response in sorted(mapping(one.node.get("responses")).items()):
            if str(status).startswith("2"):
                pointer, node = follow(self.document.tree, response, join(one.pointer, "responses", status))
                content = mapping(mapping(node).get("content"))
                whole = self._content(content, JSON, pointer, f"{one.id}Result")
                event = self._content(content, EVENTS, pointer, f"{one.id}Event")
                found.setdefault((whole or NONE, event), join(one.pointer, "responses", status))
        if len(found) > 1:
            self.problems.add(
                list(found.values())[-1], "a success of another type than the one before it", "give both one schema"
            )
        whole, event = next(iter(found), (NONE, None))
        return whole, proof, self._stream(one, event) if event else None

    def _content(self, content: dict[str, Any], wanted: str, pointer: str, hint: str) -> Type | None:
        for media, value in content.items():
            if _essence(media) == wanted:
                schema = join(pointer, "content", media, "schema")
                type_ = self.answers.read(mapping(value).get("schema"), schema, hint)
                refuse_unreadable(type_, self.answers.defined.values(), schema, self.problems)
                return type_
        return None

    def _stream(self, one: Found, event: Type) -> Stream | None:
        node = mapping(one.node.get("x-stream"))
        when = [(name, value) for name, value in mapping(node.get("when")).items() if isinstance(value, (str, int))]
        if len(when) != 1:
            self.problems.add(
                join(one.pointer, "x-stream"),
                "an operation that can answer in events must say what asks for them",
                "write x-stream: {when: {stream: true}, ...}",
            )
            return None
        whole, text = mapping(node.get("whole")), mapping(node.get("text"))
        return Stream(
            when=when[0],
            event=event,
            end=string(node.get("end")) or None,
            proof=tuple(strings(node.get("proof"))),
            text=_text(text) if text else None,
            keyed=string(whole.get("keyed")) or None,
            joined=tuple(strings(whole.get("joined"))),
            renamed=tuple((key, string(value)) for key, value in mapping(whole.get("renamed")).items()),
            constants=tuple(mapping(whole.get("constants")).items()),
        )

    # -- what goes in ----------------------------------------------------------------------------------------------

    def _parameters(self, one: Found) -> tuple[tuple[Argument, ...], tuple[Field, ...], tuple[Field, ...]]:
        arguments: list[Argument] = []
        query: list[Field] = []
        header: list[Field] = []
        taken: set[str] = set()
        for pointer, node in self._parameter_nodes(one):
            wire = string(node.get("name"))
            name = unique({"": FieldName.of(wire).beside(OPTIONS)}, taken)[""]
            taken.add(name)
            hint = ClassName.styled([*words(one.id), *words(wire)])
            type_ = self.parameters.read(node.get("schema"), join(pointer, "schema"), hint)
            prose = prose_of(self.document, node, pointer)
            match node.get("in"):
                case "path":
                    arguments.append(Argument(name, wire, type_, prose))
                case "query":
                    query.append(Field(name, wire, type_, node.get("required") is True, prose))
                case "header":
                    header.append(Field(name, wire, type_, node.get("required") is True, prose))
                case where:
                    self.problems.add(pointer, f"a parameter in {where!r} cannot be sent", "use path, query or header")
        return tuple(arguments), tuple(query), tuple(header)

    def _parameter_nodes(self, one: Found) -> Iterator[tuple[str, dict[str, Any]]]:
        """The operation's own parameters, and those of its path that it does not replace."""
        item = one.pointer.rpartition("/")[0]
        found: dict[tuple[str, str], tuple[str, dict[str, Any]]] = {}
        for base, nodes in ((item, one.shared), (one.pointer, one.node)):
            for index, node in enumerate(sequence(nodes.get("parameters"))):
                pointer, whole = follow(self.document.tree, node, join(base, "parameters", index))
                parameter = mapping(whole)
                found[string(parameter.get("in")), string(parameter.get("name"))] = (pointer, parameter)
        yield from found.values()

    def _body(self, one: Found, taken: Collection[str]) -> tuple[Field, ...]:
        """The fields of the JSON body, each a parameter of its own."""
        pointer, node = follow(self.document.tree, one.node.get("requestBody"), join(one.pointer, "requestBody"))
        content = mapping(mapping(node).get("content"))
        media = next((media for media in content if _essence(media) == JSON), None)
        if media is None:
            return ()
        place, schema = follow(
            self.document.tree, mapping(content[media]).get("schema"), join(pointer, "content", media, "schema")
        )
        if not ("properties" in mapping(schema) or "allOf" in mapping(schema)):
            self.problems.add(
                place, "a body that is no object with properties has no names for its parameters", "write one object"
            )
            return ()
        owner = ClassName.of(split(place)[-1]) if place in self.names.components else ClassName.of(one.id)
        fields = self.parameters.fields(mapping(schema), place, owner)
        names = unique({field.wire: field.name.beside(OPTIONS) for field in fields}, taken)
        return tuple(Field(names[f.wire], f.wire, f.type, f.required, f.prose) for f in fields)

    def _refuse_doubles(self, one: Found, fields: list[Field]) -> None:
        """A call sorts its parameters by their names on the wire: one name cannot go to two places."""
        seen: set[str] = set()
        for field in fields:
            if field.wire in seen:
                self.problems.add(
                    one.pointer, f"two parameters called {field.wire!r}", "pass one of them in extra_query"
                )
            seen.add(field.wire)

    def _variants(
        self, one: Found, fields: tuple[Field, ...], stream: Stream | None, module: ModuleName
    ) -> tuple[Variant, ...]:
        """The TypedDicts of an operation. One that can stream has a class for what all forms share, and three more."""
        if not fields:
            return ()

        def add(suffix: str, own: Iterable[Field], base: str) -> ClassName:
            name = self.names.claim(ClassName.of(ClassName.styled(words(one.id)) + suffix))
            page = prose_of(self.document, one.node, one.pointer)
            prose = Prose(VARIANTS[suffix].format(self.functions[one.id]), page.source, page.place)
            self.parameters.add(f"{one.pointer}{suffix}", Record(name, _by_name(own), prose, module, base))
            return name

        if stream is None:
            return (Variant(add("", fields, "Options"), "whole"),)
        wire, value = stream.when
        switch = next((field for field in fields if field.wire == wire), None)
        if switch is None:
            self.problems.add(
                join(one.pointer, "x-stream", "when", wire),
                f"the body has no field {wire!r}",
                "name the field that asks",
            )
            return ()
        base = add("Base", (field for field in fields if field is not switch), "Options")
        rest = _without(switch.type, value)
        if rest is None:
            # Nothing tells the forms apart by type: one form, which may give either.
            return (Variant(add("", fields, "Options"), "either"),)
        whole = _typed(switch, rest, required=False)
        streamed = _typed(switch, Literals((value,)), required=True)
        return (
            Variant(add("Whole", [whole], base), "whole"),
            Variant(add("Streamed", [streamed], base), "streamed"),
            Variant(add("", [_typed(switch, _general(switch.type), required=False)], base), "either"),
        )


def _general(type_: Type) -> Type:
    """The type of the field that asks for a stream where nobody knows which it will be."""
    return optional(Scalar("bool")) if type_ in (Scalar("bool"), optional(Scalar("bool"))) else type_


def _without(type_: Type, value: Value) -> Type | None:
    """A type without one of its values; None if it cannot be told by type."""
    if Scalar("bool") in members(type_) and isinstance(value, bool):
        return optional(Literals((not value,)))
    literals = next((part for part in members(type_) if isinstance(part, Literals)), Literals(()))
    left = [Literals(tuple(other for other in literals.values if other != value))]
    others = [part for part in members(type_) if part != literals]
    if value not in literals.values or any(part != NONE for part in others):
        return None
    return union([*(part for part in left if part.values), NONE])


def _typed(field: Field, type_: Type, *, required: bool) -> Field:
    return Field(field.name, field.wire, type_, required, field.prose)


def _by_name(fields: Iterable[Field]) -> tuple[Field, ...]:
    """Parameters as their TypedDict has them: its keys are the names in Python, whatever the wire calls them."""
    return tuple(Field(field.name, field.name, field.type, field.required, field.prose) for field in fields)


def _with_names(path: str, arguments: Iterable[Argument]) -> str:
    """The path with the Python names of its parameters, which is how they are passed."""
    for argument in arguments:
        path = path.replace(f"{{{argument.wire}}}", f"{{{argument.name}}}")
    return path


def _text(node: dict[str, Any]) -> tuple[str, tuple[str, Any] | None, tuple[str, ...]]:
    where = next(iter(mapping(node.get("where")).items()), None)
    return string(node.get("each")), where, tuple(split(string(node.get("value"))))


def _essence(media: str) -> str:
    """A media type without its parameters."""
    return media.partition(";")[0].strip().lower()
