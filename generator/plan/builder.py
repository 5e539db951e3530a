"""Endpoints: the operation of each as data, its parameters, and its overloads."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any, TypeVar

from ..diagnostics import Collector
from ..policy import Policy, page_of, schema_policy
from ..policy.model import NotServedPolicy
from ..runtime.operation.operation import NotServedHint, Operation
from ..runtime.operation.response_variants import ResponseVariant, ResponseVariants
from ..spec import Document
from ..spec import Operation as SpecOperation
from ..spec.names import ClassName, ConstantName, FunctionName, MethodName, ModuleName, unique, words
from ..spec.operations import EVENTS, JSON, METHODS
from ..spec.pointer import join, mapping, resolve, sequence, string, strings
from .async_models import Places, async_models
from .class_names import Names
from .docs import prose_of
from .ir import Code, Definition, Definitions, Endpoint, Field, Prose, Record, code
from .overloads import overloads_of, typed, with_other
from .pages import with_items
from .params import ACCEPT, Inputs, Mode, Taken, control
from .received import read_unreached
from .refuse import LeftOut
from .responses import Case, Read, Results, accepted, result_type
from .schemas import Schemas
from .security import Security
from .servers import base_url, server_of
from .tasks import Tasks, name_constants
from .types import NONE, Handle, Type, async_type, union

T = TypeVar("T")

_ACCEPT_PROSE = Prose("Media type of the response, sent as the header Accept.")


class Operations:
    """Reads the operations of a document; the schemas that they use are read on the way."""

    def __init__(self, document: Document, policy: Policy, problems: Collector) -> None:
        self.document = document
        self.policy = policy
        self.problems = problems
        # Sorted by path, not in the order of the file: moving an operation must not change what is printed.
        self.found = sorted(document.operations, key=lambda one: (one.path, METHODS.index(one.method)))
        self.names = Names(document, policy.naming)
        self.models = Schemas(document, "response", self.names, problems)
        self.params = Schemas(document, "parameter", self.names, problems, self.models)
        self.inputs = Inputs(document, policy, self.params, problems)
        self.security = Security(document, problems)
        self.base_url = base_url(document.tree, Collector(document))  # whose faults are those of the whole API
        # The package of functions has its modules by name as well.
        modules = {self._module(one) for one in self.found}
        self.functions = unique({one.id: FunctionName.of(one.id).beside(modules) for one in self.found})
        self.constants = unique({one.id: ConstantName.of(self.functions[one.id]) for one in self.found})
        tags = [mapping(tag) for tag in sequence(document.tree.get("tags"))]
        self.sections = {string(tag.get("name")): string(tag.get("description")).strip() for tag in tags}
        self.async_models: dict[ClassName, Definition] = {}
        self.async_names: dict[ClassName, ClassName] = {}

    def read(self) -> tuple[Endpoint, ...]:
        """All endpoints. Responses are read first: parameters take their models too, and some models do I/O."""
        results = Results(self.policy, self.models, self.problems)
        reads = self._expressible(self.found, results.read)
        self._read_accepted()
        self.async_models = async_models(self.models, (type_ for read in reads.values() for type_ in _types(read)))
        self.async_names = {name: one.name for name, one in self.async_models.items()}
        places = Places(self.models, self.problems)
        tasks = Tasks(self.policy, reads)
        found = [one for one in self.found if one.id in reads]
        endpoints = self._expressible(found, lambda one: self._endpoint(one, reads[one.id], tasks.result(one), places))
        models = {definition.name: definition for definition in self.models.definitions().all}
        found = [one for one in found if one.id in endpoints]
        planned = self._expressible(
            found, lambda one: replace(endpoints[one.id], task=tasks.plan(one, endpoints, models))
        )
        read_unreached(self.document, self.policy, self.models, self.params)
        policies = {one.id: self.policy.of(one) for one in found}
        return name_constants([with_items(one, policies[id], models, self.problems) for id, one in planned.items()])

    def _expressible(self, operations: Iterable[SpecOperation], read: Callable[[SpecOperation], T]) -> dict[str, T]:
        """Return the operations by id, without those that cannot be expressed."""
        found: dict[str, T] = {}
        for one in operations:
            try:
                found[one.id] = read(one)
            except LeftOut as reason:
                instead = f"{one.label} is left out"
                self.problems.unsupported(reason.pointer, reason.message, instead, reason.hint, "operation")
        return found

    def definitions(self) -> tuple[Definitions, Definitions]:
        """The definitions that were read: of responses, async counterparts behind their originals, and parameters."""
        models = self.models.definitions()
        both = ((one, self.async_models.get(one.name)) for one in models.all)
        return replace(models, all=tuple(one for pair in both for one in pair if one)), self.params.definitions()

    def _read_accepted(self) -> None:
        """Read the structs that `accepts` names before any parameter is read."""
        for pointer in sorted(self.names.components):
            schema = resolve(self.document.tree, {"$ref": f"#{pointer}"})
            for name in schema_policy(schema).accepts:
                if join("/components/schemas", name) in self.names.components:
                    self.models.read({"$ref": f"#{join('/components/schemas', name)}"}, pointer, name)

    def _endpoint(self, one: SpecOperation, read: Read, made: Type | None, places: Places) -> Endpoint:
        mode = self.inputs.mode(one)
        extra = [mode.field] if mode else []
        if read.by == ACCEPT:
            said = replace(_ACCEPT_PROSE, place=f"{self.document.place(one.pointer).file}#{one.pointer}")
            extra.insert(0, control(ACCEPT, tuple(read.first.cases), said))
        always = union([result_type(other.cases) for other in read.others]) if read.others else NONE
        returns = Handle("Task", (made,)) if made is not None else with_other(result_type(read.first.cases), always)
        # The TypedDict of an operation is printed before its parts, which are read first.
        self.params.put(f"{one.pointer}#params", None)
        taken = self.inputs.read(one)
        keywords = (*taken.keywords, *extra)
        switch = self._switch(one, read, keywords)
        overloads = overloads_of(read, switch, always, self.async_names) if made is None else ()
        if overloads:
            returns = overloads[-1].returns
        overloads = overloads if len(overloads) > 1 else ()
        chooses = switch.wire if switch is not None and overloads else None
        policy, module = self.policy.of(one), self._module(one)
        resource = policy.client.resource or next(iter(strings(one.node.get("tags"))), module)
        path = tuple(MethodName.of(part) for part in resource.split("."))
        verb = MethodName.of(policy.client.method or self.functions[one.id])
        return Endpoint(
            operation=Operation(
                id=one.id,
                name=".".join((*path, verb)),
                **self._request(one, taken, keywords, mode),
                **self._response(one, read, places),
            ),
            name=self.functions[one.id],
            constant=self.constants[one.id],
            module=module,
            summary=string(one.node.get("summary")).strip(),
            prose=prose_of(self.document, one.node, one.pointer),
            undocumented=page_of(one.node).undocumented,
            arguments=taken.arguments,
            keywords=keywords,
            returns=returns,
            async_returns=async_type(returns, self.async_names),
            task=None,
            params=self._params(one, [field for field in keywords if field.wire != chooses], taken.body.text),
            overloads=overloads,
            section=self._section(one),
            resource=path,
            verb=verb,
        )

    def _request(
        self, one: SpecOperation, taken: Taken, keywords: tuple[Field, ...], mode: Mode | None
    ) -> dict[str, Any]:
        """The fields of an `Operation` that say how a call is sent."""
        spec = taken.body.spec
        return {
            "method": one.method.upper(),
            # A fragment tells operations of one place apart, and is not sent.
            "path": _with_names(one.path.partition("#")[0], taken.arguments),
            "query": _wires(taken.query),
            "header": _wires(taken.header),
            "cookie": _wires(taken.cookie),
            "body": () if taken.body.parts or (spec and spec.argument) else _wires(taken.body.fields),
            "multipart": taken.body.parts,
            "multipart_type": taken.body.multipart_type,
            "content": spec,
            "styles": taken.styles,
            "nullable": taken.nullable,
            "sent_as": taken.sent_as,
            "required": tuple(field.name for field in keywords if field.required),
            "wire_names": {field.name: field.wire for field in keywords if field.name != field.wire},
            "deprecated": _deprecated(prose_of(self.document, one.node, one.pointer), (*taken.arguments, *keywords)),
            "modes": mode.values if mode else (),
            "mode_prefix": mode.prefix if mode else "",
            **self.security.of(one),
            "server": server_of(one, self.base_url, mode is not None, self.problems),
            "retry": self.policy.of(one).retry or ("safe" if one.method in ("get", "head") else "unsent"),
        }

    def _module(self, one: SpecOperation) -> ModuleName:
        return ModuleName.of(self.document.family(one.pointer))

    def _section(self, one: SpecOperation) -> str:
        """The description of the operation's first tag."""
        return self.sections.get(next(iter(strings(one.node.get("tags"))), ""), "")

    # -- responses -------------------------------------------------------------------------------------------------

    def _response(self, one: SpecOperation, read: Read, places: Places) -> dict[str, Any]:
        """The fields of an `Operation` that say how its responses are read."""
        for other in read.others:
            if places.of([result_type(other.cases)]):
                what = "a second kind of success that contains a file is not supported"
                raise LeftOut(other.pointer, what, "describe it first")
        if read.first.event is not None and places.of([read.first.event]):
            what = "an event that contains a file is not supported"
            raise LeftOut(one.pointer, what, "remove `media` of its schema")
        policy, default = self.policy.of(one), read.proofs.get("", ())
        return {
            **self._result(read),
            "results": {other.status: code(result_type(other.cases)) for other in read.others},
            "proof": read.proofs.get(str(read.first.status), default),
            "proofs": {other.status: read.proofs.get(str(other.status), default) for other in read.others},
            "accepted": accepted(policy.result.accepted),
            "stream": read.stream,
            "file_models": places.of([case.type for case in read.first.cases.values()]),
            "not_served": _not_served(policy.not_served),
            "empty_hint": " ".join(policy.result.empty.split()) or None,
        }

    def _result(self, read: Read) -> dict[str, Any]:
        """The type of the result, or its variants where there are several or it is a file or text."""
        usual = read.first.cases.get(read.default) or next(iter(read.first.cases.values()))
        if usual.media == EVENTS:
            return {}
        if read.by is None and usual.media in ("", JSON):
            return {"result": code(usual.type), "async_result": self._async_code(usual.type)}
        cases = {value or "*": self._variant(case) for value, case in read.first.cases.items()}
        return {"variants": ResponseVariants(by=read.by, default=read.default or "*", cases=cases)}

    def _variant(self, case: Case) -> ResponseVariant:
        if case.kind:
            return ResponseVariant(case.media, case.kind)
        return ResponseVariant(case.media, code(case.type), self._async_code(case.type))

    def _async_code(self, type_: Type) -> Code | None:
        """The type that the async client reads, if it is another."""
        other = async_type(type_, self.async_names)
        return code(other) if other != type_ else None

    # -- keywords --------------------------------------------------------------------------------------------------

    def _switch(self, one: SpecOperation, read: Read, fields: Iterable[Field]) -> Field | None:
        """The field that chooses the result: a stream, or a variant of the response."""
        if read.stream is not None and read.stream.when is not None:
            wire, place = read.stream.when[0], self.policy.of(one).place("stream", "when", read.stream.when[0])
        elif read.by is not None:
            wire, place = read.by, self.policy.of(one).place("client", "returns", "by")
        else:
            return None
        switch = next((field for field in fields if field.wire == wire), None)
        if switch is None:
            raise LeftOut(place, f"the body has no field {wire!r}", "name the field that chooses")
        return typed(switch, self.params.through(switch.type), required=switch.required)

    def _params(self, one: SpecOperation, fields: Iterable[Field], text: str) -> ClassName | None:
        """The TypedDict of an operation's keywords, None if it has none."""
        if not (own := _by_name(fields)):
            return None
        name = self.names.claim(ClassName.of(ClassName.styled(words(one.id))))
        page = prose_of(self.document, one.node, one.pointer)
        summary = f"The parameters of `{self.functions[one.id]}`."
        prose = Prose(f"{summary}\n\n{text}" if text else summary, page.source, page.place)
        self.params.put(f"{one.pointer}#params", Record(name, own, prose, self._module(one), "Options"))
        return name


def _types(read: Read) -> list[Type]:
    """Every type that an operation may return."""
    return [case.type for success in (read.first, *read.others) for case in success.cases.values()]


def _not_served(policy: NotServedPolicy | None) -> NotServedHint | None:
    if policy is None:
        return None
    evidence = " ".join(policy.evidence.split())
    return NotServedHint(evidence, tuple(policy.status)) if policy.status else NotServedHint(evidence)


def _deprecated(whole: Prose, fields: Iterable[Field]) -> dict[str, str]:
    """Return the warnings for deprecated parameters, and under "" the one for the whole call."""
    found = {"": whole.deprecated, **{str(field.name): field.prose.deprecated for field in fields}}
    return {name: words for name, words in found.items() if words}


def _wires(fields: Iterable[Field]) -> tuple[str, ...]:
    return tuple(field.wire for field in fields)


def _by_name(fields: Iterable[Field]) -> tuple[Field, ...]:
    """Parameters as their TypedDict has them: its keys are the names in Python, whatever the wire calls them."""
    return tuple(replace(field, wire=field.name) for field in fields)


def _with_names(path: str, arguments: Iterable[Field]) -> str:
    """The path with the Python names of its parameters, which is how they are passed."""
    for argument in arguments:
        path = path.replace(f"{{{argument.wire}}}", f"{{{argument.name}}}")
    return path
