"""Events of a stream whose outputs are parsed. `type` tells them apart; what is costly is computed when it is read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, Literal, TypeAlias, TypeVar

import msgspec

from .partial_json import parse_partial

if TYPE_CHECKING:
    from collections.abc import Callable

E = TypeVar("E")
W = TypeVar("W")
T = TypeVar("T")


class _Event(msgspec.Struct, frozen=True, kw_only=True):
    """`output_index` is the index of the output, where several were asked for."""

    output_index: int = 0

    def __repr__(self) -> str:
        fields = [name for name in self.__struct_fields__ if name[0] != "_"]
        return f"{type(self).__name__}({', '.join(f'{name}={getattr(self, name)!r}' for name in fields)})"


class ChunkEvent(_Event, Generic[E, W], frozen=True, kw_only=True):
    """An event as the server sent it. `snapshot` is the result so far."""

    type: Literal["chunk"] = "chunk"
    chunk: E
    _snapshot: Callable[[], W]

    @property
    def snapshot(self) -> W:
        """The result so far."""
        return self._snapshot()


class ContentDeltaEvent(_Event, frozen=True, kw_only=True):
    """More of the text."""

    type: Literal["content.delta"] = "content.delta"
    delta: str
    _text: Callable[[], str]
    _typed: bool

    @property
    def snapshot(self) -> str:
        """The text so far."""
        return self._text()

    @property
    def parsed(self) -> Any:
        """Parse the complete part of the text's JSON so far, if a type was asked for."""
        return parse_partial(self._text()) if self._typed else None


class ContentDoneEvent(_Event, Generic[T], frozen=True, kw_only=True):
    """The whole text, and the same as the type that was asked for."""

    type: Literal["content.done"] = "content.done"
    content: str
    parsed: T | None


class RefusalDeltaEvent(_Event, frozen=True, kw_only=True):
    """More of a refusal."""

    type: Literal["refusal.delta"] = "refusal.delta"
    delta: str
    _text: Callable[[], str]

    @property
    def snapshot(self) -> str:
        """The refusal so far."""
        return self._text()


class RefusalDoneEvent(_Event, frozen=True, kw_only=True):
    """The whole refusal."""

    type: Literal["refusal.done"] = "refusal.done"
    refusal: str


class FunctionToolCallArgumentsDeltaEvent(_Event, frozen=True, kw_only=True):
    """More of the arguments of a tool's call; `index` is that of the call."""

    type: Literal["tool_calls.function.arguments.delta"] = "tool_calls.function.arguments.delta"
    name: str
    index: int
    arguments_delta: str
    _text: Callable[[], str]
    _typed: bool

    @property
    def arguments(self) -> str:
        """The arguments so far."""
        return self._text()

    @property
    def parsed_arguments(self) -> Any:
        """Parse the complete part of the arguments so far, if the tool has a type."""
        return parse_partial(self._text()) if self._typed else None


class FunctionToolCallArgumentsDoneEvent(_Event, frozen=True, kw_only=True):
    """The arguments of a tool's call, and the same as the type that was given for the tool."""

    type: Literal["tool_calls.function.arguments.done"] = "tool_calls.function.arguments.done"
    name: str
    index: int
    arguments: str
    parsed_arguments: Any


class LogprobsContentDeltaEvent(_Event, frozen=True, kw_only=True):
    """More log probabilities of the text, and all so far."""

    type: Literal["logprobs.content.delta"] = "logprobs.content.delta"
    content: list[Any]
    snapshot: list[Any]


class LogprobsContentDoneEvent(_Event, frozen=True, kw_only=True):
    """The log probabilities of the whole text."""

    type: Literal["logprobs.content.done"] = "logprobs.content.done"
    content: list[Any]


class LogprobsRefusalDeltaEvent(_Event, frozen=True, kw_only=True):
    """More log probabilities of a refusal, and all so far."""

    type: Literal["logprobs.refusal.delta"] = "logprobs.refusal.delta"
    refusal: list[Any]
    snapshot: list[Any]


class LogprobsRefusalDoneEvent(_Event, frozen=True, kw_only=True):
    """The log probabilities of the whole refusal."""

    type: Literal["logprobs.refusal.done"] = "logprobs.refusal.done"
    refusal: list[Any]


ParsedEvent: TypeAlias = (
    ChunkEvent[E, W]
    | ContentDeltaEvent
    | ContentDoneEvent[T]
    | RefusalDeltaEvent
    | RefusalDoneEvent
    | FunctionToolCallArgumentsDeltaEvent
    | FunctionToolCallArgumentsDoneEvent
    | LogprobsContentDeltaEvent
    | LogprobsContentDoneEvent
    | LogprobsRefusalDeltaEvent
    | LogprobsRefusalDoneEvent
)
