"""The results of an operation: types of its 2xx responses, their variants, streams and proof fields."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from ..diagnostics import Collector
from ..policy import Policy
from ..policy.model import ResultPolicy, StreamPolicy, VariantPolicy
from ..runtime.http.media_type import MediaKind
from ..runtime.operation.stream_spec import StreamSpec
from ..spec import Content, Response
from ..spec import Operation as SpecOperation
from ..spec.operations import EVENTS, JSON, essence
from ..spec.pointer import join, split
from .bodies import is_json, left_out, written
from .class_names import COMPONENTS
from .ir import code
from .refuse import LeftOut
from .schemas import Schemas
from .types import ANY, BINARY_RESPONSE, NONE, STR, Handle, Scalar, Type, union

_CHOICE = "let an argument choose: `returns: {by: …, default: …, cases: {…}}`"
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

    def __init__(self, policy: Policy, models: Schemas, problems: Collector) -> None:
        self.policy = policy
        self.models = models
        self.problems = problems

    def read(self, one: SpecOperation) -> Read:
        """Read the 2xx responses of an operation; without one, that for all others."""
        policy = self.policy.of(one)
        returns = policy.client.returns
        successes = [
            self._success(one, response, returns.cases if returns and index == 0 else {})
            for index, response in enumerate(self._responses(one))
        ] or [Success(200, {"": Case("", NONE, None)}, None, one.pointer)]
        first, *rest = successes
        others = [one for one in rest if one.cases != first.cases and one.status != first.status and self._is_read(one)]
        stream = _stream(policy.stream or StreamPolicy(), first.event) if first.event else None
        if stream and returns:
            what = "a stream with several media types beside it is not supported"
            raise LeftOut(one.pointer, what, "split the operation")
        by, default = (returns.by or None, returns.default) if returns else (None, "")
        return Read(by, default, first, others, stream, _proofs(policy.result))

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

    def _success(self, one: SpecOperation, response: Response, chosen: Mapping[str, VariantPolicy]) -> Success:
        policy = self.policy.of(one)
        status = int(response.status) if response.status.isdecimal() else 200
        if chosen:
            place = policy.place("client", "returns", "cases")
            cases = {value: self._case(one, case, join(place, value)) for value, case in chosen.items()}
            return Success(status, cases, None, response.pointer)
        found = sorted(response.content, key=_preference)
        events = next((content for content in found if content.media_type == EVENTS), None)
        streams = policy.stream is not None or (events is not None and len(found) == 1)
        plain = [content for content in found if content.media_type != EVENTS]
        if left := [*left_out(plain), *([events] if events is not None and not streams else [])]:
            what = f"{one.label} responds in {written(left)} too"
            instead = f"it is asked for {plain[0].media_type}"
            self.problems.unsupported(left[0].pointer, what, instead, _CHOICE, "media-type")
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

    def _case(self, one: SpecOperation, case: VariantPolicy, pointer: str) -> Case:
        media = essence(case.media)
        if media != JSON:
            return _bare(media)
        ref = {"$ref": f"#{join(COMPONENTS, case.schema)}"}
        return Case(media, self._type(ref, pointer, f"{one.id}Result"), None)

    def _type(self, schema: object, pointer: str, hint: str) -> Type:
        return self.models.read(schema, pointer, hint)


def _stream(policy: StreamPolicy, event: Type) -> StreamSpec:
    whole, text = policy.whole, policy.text
    where = next(iter(text.where.items()), None) if text else None
    return StreamSpec(
        when=next(iter(policy.when.items()), None),
        event=code(event),
        end=policy.end or None,
        proof=tuple(policy.proof),
        text=(text.each, where, tuple(split(text.value))) if text else None,
        merge_key=whole.keyed,
        concat_fields=tuple(whole.joined),
        aliases=whole.renamed,
        constants=whole.constants,
    )


def _preference(content: Content) -> tuple[int, bool]:
    """JSON first, then media, text and other files: what is read into objects is asked for. Parameters come last."""
    media = content.media_type
    rank = 0 if media == JSON else 1 if is_json(media) else 3 if _is_text(media) else 4 if _kind(media) == "file" else 2
    return rank, media != content.written


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


def _proofs(policy: ResultPolicy) -> dict[str, tuple[str, ...]]:
    by_status = policy.proof if isinstance(policy.proof, dict) else {"": policy.proof}
    return {status: tuple(names) for status, names in by_status.items()}


def accepted(values: Mapping[str, Sequence[Any]]) -> dict[str, tuple[Any, ...]]:
    """JSON pointers to the values that a result has there unless it is a refusal."""
    return {pointer: tuple(listed) for pointer, listed in values.items()}
