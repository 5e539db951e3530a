"""The results of an operation: types of its 2xx responses, their variants, streams and proof fields."""

from __future__ import annotations

from typing import Any, NamedTuple, cast

from ..diagnostics import Collector
from ..runtime.http.media_type import MediaKind
from ..runtime.operation.stream_spec import StreamSpec
from ..spec import Content, Document, Response
from ..spec import Operation as SpecOperation
from ..spec.operations import EVENTS, JSON, essence
from ..spec.pointer import join, mapping, sequence, split, string, strings
from .bodies import is_json
from .class_names import COMPONENTS
from .ir import code
from .refuse import LeftOut
from .schemas import Schemas
from .types import ANY, BINARY_RESPONSE, NONE, STR, Handle, Scalar, Type, union

_CHOICE = "let an argument choose: `x-client: {returns: {by: …, default: …, cases: {…}}}`"
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
        """Read the 2xx responses of an operation; without one, that for all others."""
        returns = mapping(mapping(one.node.get("x-client")).get("returns"))
        successes = [
            self._success(one, response, mapping(returns.get("cases")) if index == 0 else {})
            for index, response in enumerate(self._responses(one))
        ] or [Success(200, {"": Case("", NONE, None)}, None, one.pointer)]
        first, *rest = successes
        others = [one for one in rest if one.cases != first.cases and one.status != first.status and self._is_read(one)]
        stream = self._stream(one, first.event) if first.event else None
        if stream and returns:
            what = "a stream with several media types beside it is not supported"
            raise LeftOut(one.pointer, what, "split the operation")
        by, default = string(returns.get("by")), string(returns.get("default"))
        return Read(by or None, default or "", first, others, stream, _proofs(one.node))

    def _responses(self, one: SpecOperation) -> list[Response]:
        found = sorted((each for each in one.responses if each.is_success), key=lambda each: each.status)
        if not found and one.responses:
            found = [each for each in one.responses if each.status == "default"]
            if not found:
                what = f"{one.label} describes no success: every other response is an error"
                hint = "describe a 2xx status, such as 200"
                self.problems.unsupported(join(one.pointer, "responses"), what, "it returns None", hint, "responses")
        return found

    def _is_read(self, other: Success) -> bool:
        """True for a second success that is an object or nothing: only the first may be a file, text or events."""
        if not other.event and all(case.media in ("", JSON) for case in other.cases.values()):
            return True
        what = "events, text or a file as a second kind of success"
        self.problems.unsupported(
            other.pointer, what, "it is read as the first", "describe it in the first 2xx", "responses"
        )
        return False

    def _success(self, one: SpecOperation, response: Response, chosen: dict[str, Any]) -> Success:
        place = join(one.pointer, "x-client", "returns", "cases")
        status = int(response.status) if response.status.isdecimal() else 200
        if chosen:
            cases = {str(value): self._case(one, mapping(case), join(place, value)) for value, case in chosen.items()}
            return Success(status, cases, None, response.pointer)
        found = sorted(response.content, key=_preference)
        events = next((content for content in found if content.media_type == EVENTS), None)
        streams = "x-stream" in one.node or (events is not None and len(found) == 1)
        plain = [content for content in found if content.media_type != EVENTS]
        for other in (*plain[1:], *([events] if events is not None and not streams else [])):
            what = f"{one.label} responds in the media type {other.written!r} too"
            self.problems.unsupported(other.pointer, what, f"it is asked for {plain[0].written}", _CHOICE, "media-type")
        case = self._only(one, plain[0]) if plain else Case("", NONE, None)
        event = None
        if events is not None and streams:
            event = self._type(events.schema, events.schema_pointer, f"{one.id}Event")
            case = case if plain else Case(EVENTS, Handle("Stream", (event, ANY)), None)
        return Success(status, {"": case}, event, response.pointer)

    def _only(self, one: SpecOperation, content: Content) -> Case:
        """The only variant of a response."""
        if not is_json(content.media_type):
            return _bare(content.media_type)
        type_ = self._type(content.schema, content.schema_pointer, f"{one.id}Result")
        return Case(content.media_type, STR if type_ == Scalar("bytes") else type_, None)

    def _case(self, one: SpecOperation, case: dict[str, Any], pointer: str) -> Case:
        media = essence(string(case.get("media")))
        if media != JSON:
            return _bare(media)
        ref = {"$ref": f"#{join(COMPONENTS, string(case.get('schema')))}"}
        return Case(media, self._type(ref, pointer, f"{one.id}Result"), None)

    def _type(self, schema: object, pointer: str, hint: str) -> Type:
        return self.models.read(schema, pointer, hint)

    def _stream(self, one: SpecOperation, event: Type) -> StreamSpec:
        node = mapping(one.node.get("x-stream"))
        whole, text = mapping(node.get("whole")), mapping(node.get("text"))
        return StreamSpec(
            when=next(iter(mapping(node.get("when")).items()), None),
            event=code(event),
            end=string(node.get("end")) or None,
            proof=tuple(strings(node.get("proof"))),
            text=_text(text) if text else None,
            merge_key=string(whole.get("keyed")) or "index",
            concat_fields=tuple(strings(whole.get("joined"))),
            aliases=mapping(whole.get("renamed")),
            constants=mapping(whole.get("constants")),
        )


def _preference(content: Content) -> int:
    """JSON first, then media, text and other files: what is read into objects is asked for."""
    if is_json(content.media_type):
        return 0 if content.media_type == JSON else 1
    return 3 if _is_text(content.media_type) else 4 if _kind(content.media_type) == "file" else 2


def _is_text(media: str) -> bool:
    return media.startswith("text/") or media.endswith(("/xml", "+xml", "/x-ndjson", "/jsonl", "/yaml", "/javascript"))


def _kind(media: str) -> MediaKind:
    """The kind of file: of a drawing in text the first bytes tell nothing."""
    found: list[MediaKind] = [kind for kind in KINDS if media.startswith(f"{kind}/") and not media.endswith("+xml")]
    return found[0] if found else "file"


def _bare(media: str) -> Case:
    """A response that is not JSON: text or a file."""
    return Case(media, STR, None) if _is_text(media) else Case(media, BINARY_RESPONSE, _kind(media))


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
