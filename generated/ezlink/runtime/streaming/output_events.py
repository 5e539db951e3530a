"""The events of a stream whose outputs are parsed, from its chunks. Does no I/O; sync and async streams share it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from ..http.json_pointer import is_array, is_object, resolve
from ..response.decoding import parse
from ..response.metadata import response_info
from ..response.parsed import OutputParser
from .accumulator import Accumulator, Pieces
from .parsed_events import (
    ChunkEvent,
    ContentDeltaEvent,
    ContentDoneEvent,
    FunctionToolCallArgumentsDeltaEvent,
    FunctionToolCallArgumentsDoneEvent,
    LogprobsContentDeltaEvent,
    LogprobsContentDoneEvent,
    LogprobsRefusalDeltaEvent,
    LogprobsRefusalDoneEvent,
    RefusalDeltaEvent,
    RefusalDoneEvent,
)

if TYPE_CHECKING:
    from .parsed_events import ParsedEvent
    from .state import StreamContext

E = TypeVar("E")
W = TypeVar("W")
T = TypeVar("T")

_Object = dict[str, Any]


class _Progress:
    """Progress of one output: the number of pieces of each text, its log probabilities, and the parts that are done."""

    def __init__(self) -> None:
        self.told: dict[Any, int] = {}
        self.text_logprobs: list[Any] = []
        self.refusal_logprobs: list[Any] = []
        self.done: set[str] = set()
        self.call: tuple[int, _Object] | None = None  # the call of a tool that is being written
        self.ended = False

    def more(self, key: Any, pieces: Any) -> str:
        """Return what came since the last time of a text that comes in pieces."""
        if pieces is None:
            return ""
        told = self.told.setdefault(key, 0)
        if not isinstance(pieces, Pieces) or len(pieces) == told:
            return ""
        self.told[key] = len(pieces)
        return "".join(pieces[told:])

    def first_time(self, what: str) -> bool:
        """Return whether this is not done yet, and note that it is."""
        new = what not in self.done
        self.done.add(what)
        return new


class OutputEvents(Generic[E, W, T]):
    """Turns chunks into events. `rest` is for those that no chunk announces: some servers never send why they end."""

    def __init__(self, context: StreamContext[E, W]) -> None:
        self._context = context
        self.parser = OutputParser(context.parser, context.info, self.snapshot)
        self._spec = self.parser.spec
        self._typed = self.parser.outputs.type is not None
        self._tools = {name for name, _ in self.parser.outputs.tools}
        self._accumulator = Accumulator(context.spec)
        self._join = context.surrogates().join
        self._payloads: list[bytes] = []
        self._progress: dict[int, _Progress] = {}  # by the identity of the output

    def snapshot(self, count: int | None = None) -> W:
        """Return the result of so many chunks, of all that came without a number."""
        return self._context.collect(self._payloads[:count])

    def of(self, chunk: E) -> Iterator[ParsedEvent[E, W, T]]:
        """Iterate the events of a chunk. Raises AnswerError for an output that cannot be parsed."""
        payload = response_info(chunk).raw or b""
        self._payloads.append(payload)
        self._accumulator.add(parse(self._join(payload)).document)
        yield ChunkEvent(chunk=chunk, _snapshot=partial(self.snapshot, len(self._payloads)))
        items = resolve(chunk, (self._spec.each,))
        for index, output in self._outputs():
            progress = self._progress.setdefault(id(output), _Progress())
            yield from self._deltas(index, output, progress)
            for item in items if is_array(items) else ():
                if resolve(item, (self._context.spec.merge_key,), index) == index:
                    yield from self._logprobs(index, item, progress)
            yield from self._done(index, output, progress)

    def rest(self) -> Iterator[ParsedEvent[E, W, T]]:
        """Iterate the events that are due at the end of the stream."""
        for index, output in self._outputs():
            progress = self._progress.setdefault(id(output), _Progress())
            if not progress.ended:
                yield from self._texts_done(index, output, progress)
                yield from self._call_done(index, progress)

    def _outputs(self) -> Iterator[tuple[int, _Object]]:
        for position, output in enumerate(_objects(self._accumulator.whole.get(self._spec.each))):
            index = output.get(self._context.spec.merge_key)
            yield index if isinstance(index, int) else position, output

    def _message(self, output: _Object) -> _Object:
        message = output.get(self._spec.message)
        return message if is_object(message) else {}

    def _calls(self, output: _Object) -> list[_Object]:
        return _objects(self._message(output).get(self._spec.calls.each))

    def _function(self, call: _Object) -> tuple[str, Any]:
        """Return the name and the arguments of a tool's call."""
        function = call.get(self._spec.calls.function)
        if not is_object(function):
            return "", None
        return str(function.get(self._spec.calls.name) or ""), function.get(self._spec.calls.arguments)

    def _deltas(self, index: int, output: _Object, progress: _Progress) -> Iterator[ParsedEvent[E, W, T]]:
        spec, message = self._spec, self._message(output)
        text, refusal = message.get(spec.text), message.get(spec.refusal)
        begins = text is not None and spec.text not in progress.told  # most texts begin with an empty piece
        if (more := progress.more(spec.text, text)) or begins:
            yield ContentDeltaEvent(output_index=index, delta=more, _text=_joined(text), _typed=self._typed)
        if more := progress.more(spec.refusal, refusal):
            yield RefusalDeltaEvent(output_index=index, delta=more, _text=_joined(refusal))
        for position, call in enumerate(self._calls(output)):
            name, arguments = self._function(call)
            begins = id(call) not in progress.told
            if (more := progress.more(id(call), arguments)) or begins:
                yield FunctionToolCallArgumentsDeltaEvent(
                    output_index=index,
                    name=name,
                    index=position,
                    arguments_delta=more,
                    _text=_joined(arguments),
                    _typed=name in self._tools,
                )

    def _logprobs(self, index: int, item: Any, progress: _Progress) -> Iterator[ParsedEvent[E, W, T]]:
        spec = self._spec
        if is_array(more := resolve(item, (spec.logprobs, spec.text))) and more:
            progress.text_logprobs = [*progress.text_logprobs, *more]
            yield LogprobsContentDeltaEvent(output_index=index, content=more, snapshot=progress.text_logprobs)
        if is_array(more := resolve(item, (spec.logprobs, spec.refusal))) and more:
            progress.refusal_logprobs = [*progress.refusal_logprobs, *more]
            yield LogprobsRefusalDeltaEvent(output_index=index, refusal=more, snapshot=progress.refusal_logprobs)

    def _done(self, index: int, output: _Object, progress: _Progress) -> Iterator[ParsedEvent[E, W, T]]:
        calls = self._calls(output)
        begun = 0 if progress.call is None else progress.call[0] + 1
        for position, call in enumerate(calls[begun:], begun):
            yield from self._texts_done(index, output, progress)
            yield from self._call_done(index, progress)
            progress.call = position, call
        if output.get(self._spec.reason) and not progress.ended:
            progress.ended = True
            if self._typed or self._tools:
                self.parser.check_ended(output, index)
            yield from self._texts_done(index, output, progress)
            yield from self._call_done(index, progress)

    def _texts_done(self, index: int, output: _Object, progress: _Progress) -> Iterator[ParsedEvent[E, W, T]]:
        message = self._message(output)
        text, refusal = _whole(message.get(self._spec.text)), _whole(message.get(self._spec.refusal))
        if text and progress.first_time("text"):
            parsed = self.parser.parse_text(text, refusal, index)
            yield ContentDoneEvent(output_index=index, content=text, parsed=parsed)
        if refusal and progress.first_time("refusal"):
            yield RefusalDoneEvent(output_index=index, refusal=refusal)
        if progress.text_logprobs and progress.first_time("text logprobs"):
            yield LogprobsContentDoneEvent(output_index=index, content=progress.text_logprobs)
        if progress.refusal_logprobs and progress.first_time("refusal logprobs"):
            yield LogprobsRefusalDoneEvent(output_index=index, refusal=progress.refusal_logprobs)

    def _call_done(self, index: int, progress: _Progress) -> Iterator[ParsedEvent[E, W, T]]:
        if progress.call is None or not progress.first_time(f"call {progress.call[0]}"):
            return
        position, call = progress.call
        name, arguments = self._function(call)
        written = _whole(arguments)
        yield FunctionToolCallArgumentsDoneEvent(
            output_index=index,
            name=name,
            index=position,
            arguments=written,
            parsed_arguments=self.parser.parse_arguments(name, written),
        )


def _objects(value: Any) -> list[_Object]:
    return [item for item in value if is_object(item)] if is_array(value) else []


def _joined(value: Any) -> partial[str]:
    """Return a function that returns a text as it is now."""
    pieces = value if isinstance(value, Pieces) else Pieces()
    return partial(_join_first, pieces, len(pieces))


def _join_first(pieces: list[str], count: int) -> str:
    return "".join(pieces[:count])


def _whole(value: Any) -> str:
    return "".join(value) if isinstance(value, Pieces) else value if isinstance(value, str) else ""
