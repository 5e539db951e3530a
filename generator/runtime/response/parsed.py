"""Parse the outputs in a result into the types that its call asked for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import msgspec

from ..encoding.json_schema import pydantic_methods
from ..errors import AnswerError, ContentFilterFinishReasonError, LengthFinishReasonError, UnreadableAnswer
from ..http.json_pointer import is_array, resolve
from .decoding import DECODE_ERRORS, decoder

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..operation.parsing_spec import Outputs, ParsingSpec
    from .metadata import ResponseInfo
    from .parser import ResponseParser

_LINKS = re.compile(r"\s+For further information visit \S+")  # in the errors of pydantic

PARSED, PARSED_ARGUMENTS = "parsed", "parsed_arguments"


class OutputParser:
    """Parses the outputs of one call, whose errors hold the result so far. `finish` parses all in a result."""

    def __init__(self, parser: ResponseParser, info: ResponseInfo, result: Callable[[], Any]) -> None:
        self.spec: ParsingSpec = parser.call.operation.parsing  # type: ignore[assignment]
        self.outputs: Outputs = parser.call.outputs  # type: ignore[assignment]
        self._parser = parser
        self._info = info
        self._result = result

    def finish(self, result: Any) -> Any:
        """Return the result with its outputs parsed. Raises AnswerError for one that is cut off, filtered or broken."""
        for index, output in enumerate(items(result, self.spec.each)):
            self.check_ended(output, index)
            message = resolve(output, (self.spec.message,))
            text, refusal = resolve(message, (self.spec.text,)), resolve(message, (self.spec.refusal,))
            keep(message, PARSED, self.parse_text(text, refusal, index))
            for call in items(message, self.spec.calls.each):
                function = resolve(call, (self.spec.calls.function,))
                name, arguments = (resolve(function, (key,)) for key in self.spec.calls[2:])
                keep(function, PARSED_ARGUMENTS, self.parse_arguments(name, arguments))
        return result

    def check_ended(self, output: Any, index: int) -> None:
        """Raise for an output that is cut off or filtered."""
        reason = resolve(output, (self.spec.reason,))
        where = f"output {index} ended with {self.spec.reason} {reason!r}"
        if reason in self.spec.cut:
            raise self._error(LengthFinishReasonError, f"{where}: it is cut off, and was not parsed")
        if reason in self.spec.filtered:
            raise self._error(ContentFilterFinishReasonError, f"{where}: it is filtered, and was not parsed")

    def parse_text(self, text: Any, refusal: Any, index: int) -> Any:
        """Return the text of a message as the type that was asked for, None for a refusal or without a text."""
        if self.outputs.type is None or refusal or not isinstance(text, str) or not text:
            return None
        return self._parsed(text, self.outputs.type, f"the text of output {index}")

    def parse_arguments(self, name: Any, arguments: Any) -> Any:
        """Return the arguments of a tool's call as the type that was given for it, None where none was."""
        type = next((type for tool, type in self.outputs.tools if tool == name), None)
        if type is None or not isinstance(arguments, str):
            return None
        return self._parsed(arguments, type, f"what {name!r} was called with")

    def _parsed(self, text: str, type: Any, what: str) -> Any:
        methods = pydantic_methods(type)
        try:
            return methods[1](text) if methods else decoder(type).decode(text)
        except (*DECODE_ERRORS, ValueError) as error:
            reason = _LINKS.sub("", str(error))
        raise self._error(UnreadableAnswer, f"{what} is no {getattr(type, '__name__', type)}: {reason}")

    def _error(self, kind: type[AnswerError], message: str) -> AnswerError:
        error = self._parser.error(kind, message, self._info, self._info.raw, "executed")
        error.completion = self._result()
        return error


def items(value: Any, name: str) -> list[Any]:
    """Return the items of a list in a result, none if there is no list."""
    found = resolve(value, (name,))
    return found if is_array(found) else []


def keep(model: Any, name: str, value: Any) -> None:
    """Keep what was parsed beside a model, so that it is not sent when the model is."""
    if isinstance(model, msgspec.Struct):
        vars(model)[name] = value
