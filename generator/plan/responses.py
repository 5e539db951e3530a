"""The results of an operation: types of its 2xx responses, their variants, streams and proof fields."""

from __future__ import annotations

from typing import Any, NamedTuple, cast

from ..diagnostics import Collector
from ..runtime.http.media_type import MediaKind
from ..runtime.operation.stream_spec import StreamSpec
from ..spec import Document, Response
from ..spec import Operation as SpecOperation
from ..spec.operations import EVENTS, JSON, essence
from ..spec.pointer import join, mapping, sequence, split, string, strings
from .ir import code
from .refuse import LeftOut, readable
from .schemas import COMPONENTS, Schemas
from .types import BINARY_RESPONSE, NONE, STR, Type, union

KINDS: tuple[MediaKind, ...] = ("image", "audio", "video")


class Case(NamedTuple):
    """One variant of a success."""

    media: str
    type: Type
    kind: MediaKind | None


class Success(NamedTuple):
    """A 2xx response: its variants by the value that chooses one ("" if there is one only), and its events."""

    status: int
    cases: dict[str, Case]
    event: Type | None
    pointer: str


class Read(NamedTuple):
    """The results of an operation, as far as they are known before all responses are read."""

    by: str | None
    default: str
    first: Success
    others: list[Success]
    stream: StreamSpec | None
    proofs: dict[str, tuple[str, ...]]  # by status; "" for all others


class Results:
    """Reads the 2xx responses of operations, and the schemas that they use."""

    def __init__(self, document: Document, models: Schemas, problems: Collector) -> None:
        self.document = document
        self.models = models
        self.problems = problems

    def read(self, one: SpecOperation) -> Read:
        """Read the 2xx responses of an operation."""
        returns = mapping(mapping(one.node.get("x-client")).get("returns"))
        successes = [
            self._success(one, response, mapping(returns.get("cases")) if index == 0 else {})
            for index, response in enumerate(sorted(one.responses, key=lambda response: response.status))
            if response.is_success
        ] or [Success(200, {"": Case("", NONE, None)}, None, one.pointer)]
        first, *rest = successes
        others = [other for other in rest if other.cases != first.cases]
        for other in others:
            if other.event or any(case.kind for case in other.cases.values()):
                what = "events or a file as a second kind of success are not supported"
                raise LeftOut(other.pointer, what, "describe it in the first 2xx")
        stream = self._stream(one, first.event) if first.event else None
        if stream and returns:
            what = "a stream with several media types beside it is not supported"
            raise LeftOut(one.pointer, what, "split the operation")
        by, default = string(returns.get("by")), string(returns.get("default"))
        return Read(by or None, default or "", first, others, stream, _proofs(one.node))

    def _success(self, one: SpecOperation, response: Response, chosen: dict[str, Any]) -> Success:
        place = join(one.pointer, "x-client", "returns", "cases")
        cases = {str(value): self._case(one, mapping(case), join(place, value)) for value, case in chosen.items()} or {
            "": self._only(one, response)
        }
        events = [content for content in response.content if content.media_type == EVENTS]
        event = self._type(events[0].schema, events[0].schema_pointer, f"{one.id}Event") if events else None
        status = int(response.status) if response.status.isdecimal() else 200
        return Success(status, cases, event, response.pointer)

    def _only(self, one: SpecOperation, response: Response) -> Case:
        """The only variant of a response."""
        found = next((content for content in response.content if content.media_type != EVENTS), None)
        if found is None:
            return Case("", NONE, None)
        if found.media_type == JSON:
            return Case(JSON, self._type(found.schema, found.schema_pointer, f"{one.id}Result"), None)
        return _bare(found.media_type)

    def _case(self, one: SpecOperation, case: dict[str, Any], pointer: str) -> Case:
        media = essence(string(case.get("media")))
        if media != JSON:
            return _bare(media)
        ref = {"$ref": f"#{join(COMPONENTS, string(case.get('schema')))}"}
        return Case(media, self._type(ref, pointer, f"{one.id}Result"), None)

    def _type(self, schema: object, pointer: str, hint: str) -> Type:
        type_ = self.models.read(schema, pointer, hint)
        return readable(type_, self.models.defined.values(), pointer, self.problems)

    def _stream(self, one: SpecOperation, event: Type) -> StreamSpec:
        node = mapping(one.node.get("x-stream"))
        whole, text = mapping(node.get("whole")), mapping(node.get("text"))
        return StreamSpec(
            when=next(iter(mapping(node.get("when")).items())),
            event=code(event),
            end=string(node.get("end")) or None,
            proof=tuple(strings(node.get("proof"))),
            text=_text(text) if text else None,
            merge_key=string(whole.get("keyed")) or "index",
            concat_fields=tuple(strings(whole.get("joined"))),
            aliases=mapping(whole.get("renamed")),
            constants=mapping(whole.get("constants")),
        )


def _bare(media: str) -> Case:
    """A response that is not JSON: text or a file."""
    kind: MediaKind | None = next((kind for kind in KINDS if media.startswith(f"{kind}/")), None)
    return Case(media, BINARY_RESPONSE if kind else STR, kind)


def result_type(cases: dict[str, Case]) -> Type:
    """The type of a result of any variant."""
    return union([case.type for case in cases.values()])


def _proofs(node: dict[str, Any]) -> dict[str, tuple[str, ...]]:
    proof = mapping(node.get("x-errors")).get("proof")
    if isinstance(proof, dict):
        return {str(status): tuple(strings(names)) for status, names in mapping(cast("object", proof)).items()}
    return {"": tuple(strings(proof))}


def accepted(node: object) -> dict[str, tuple[Any, ...]]:
    """JSON pointers to the values that a result has there unless it is a refusal."""
    return {pointer: tuple(sequence(words)) for pointer, words in mapping(node).items()}


def _text(node: dict[str, Any]) -> tuple[str, tuple[str, Any] | None, tuple[str, ...]]:
    where = next(iter(mapping(node.get("where")).items()), None)
    return string(node.get("each")), where, tuple(split(string(node.get("value"))))
