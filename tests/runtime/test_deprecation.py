"""Deprecated names warn once for each line of the caller, in both clients, and are marked for checkers."""

from __future__ import annotations

import asyncio
import warnings
from collections.abc import Callable
from typing import Any

import pytest

from ezlink import AsyncEZLink, EZLink, operations, params
from generator.runtime.deprecation import deprecated
from generator.runtime.operation.call import build_call
from generator.runtime.operation.operation import Operation

OLD = Operation(
    id="old",
    name="old.way",
    method="POST",
    path="/old",
    body=("a", "b"),
    deprecated={"": "deprecated: Use `new.way` instead.", "b": "deprecated"},
)


def warned(make: Callable[[], Any], action: Any = "always") -> list[str]:
    with warnings.catch_warnings(record=True) as found:
        warnings.simplefilter(action)
        make()
    assert all(one.category is DeprecationWarning and one.filename == __file__ for one in found)
    return [str(one.message) for one in found]


def test_a_deprecated_call_and_its_deprecated_parameters_warn() -> None:
    call = "old.way() is deprecated: Use `new.way` instead."
    assert warned(lambda: build_call(OLD, {"a": 1})) == [call]
    assert warned(lambda: build_call(OLD, {"b": 1})) == [call, "old.way(): 'b' is deprecated"]


def test_python_shows_it_once_for_each_line() -> None:
    assert len(warned(lambda: [build_call(OLD, {"a": 1}) for _ in range(3)], "default")) == 1


@pytest.mark.parametrize("client", [EZLink, AsyncEZLink])
def test_the_line_is_that_of_the_caller(client: Any) -> None:
    messages = [{"role": "user", "content": "Hi"}]
    made = client(api_key="k", base_url="http://127.0.0.1:9", max_retries=0)

    def call(**given: Any) -> None:
        try:
            sent = made.chat.completions.create(model="m", messages=messages, **given)
            asyncio.run(awaited(sent)) if asyncio.iscoroutine(sent) else None
        except ConnectionError:
            pass

    async def awaited(sent: Any) -> None:
        try:
            await sent
        finally:
            await made.close()

    says = "chat.completions.create(): 'max_tokens' is deprecated: Replaced by `max_completion_tokens`."
    assert warned(lambda: failing(lambda: call(max_tokens=1))) == [says]
    assert warned(lambda: operations.create_chat_completion(model="m", messages=messages, max_tokens=1)) == [says]  # type: ignore[arg-type]
    assert warned(lambda: operations.create_chat_completion(model="m", messages=messages)) == []  # type: ignore[arg-type]


def failing(call: Callable[[], Any]) -> None:
    with pytest.raises(Exception, match="no connection"):
        call()


def test_what_is_marked_tells_so_at_run_time() -> None:
    assert params.ChatCompletionFunctionParam.__deprecated__.endswith("deprecated: Legacy form of a tool.")  # type: ignore[attr-defined]

    @deprecated("gone soon")
    def function() -> int:
        return 1

    assert (function(), function.__deprecated__) == (1, "gone soon")  # type: ignore[attr-defined]
