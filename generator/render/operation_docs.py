"""Docstrings of operations: of the endpoint functions, in brief, and of the methods that call them, in full."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ..plan.docs import first_sentence
from ..plan.ir import Endpoint, Field, Overload, Resumed
from ..plan.types import Handle, Literals, annotation, members

# The first sentence about each struct, by its name.
Summaries = Mapping[str, str]

_OPTIONS = "    **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`."


def function_paragraphs(one: Endpoint) -> list[str]:
    """The docstring of an endpoint function: its required parameters, and where the others are described."""
    switch = one.overloads[-1].switch if one.overloads else None
    named: list[Field] = [*one.arguments, *(field for field in one.keywords if field.required)]
    if switch and not switch.required:
        named.append(switch)
    lines = [f"    {each.name}: {text}" for each in named if (text := first_sentence(each.prose.text))]
    if one.params and len(one.keywords) > len(named) - len(one.arguments):
        lines.append(f"    {'All others' if lines else 'All'}: see `{one.params}` in params/{one.module}.py.")
    return [*_about(one), *_section("Args", lines), _reference(one)]


def method_paragraphs(one: Endpoint, keywords: Iterable[Field], summaries: Summaries, prefix: str) -> list[str]:
    """The docstring of a method with these keywords; `prefix` begins the names of the async client's classes."""
    taken: list[Field] = [*one.arguments, *keywords]
    arguments = [f"    {each.name}: {text}" for each in taken if (text := _indented(each.prose.text))]
    return [
        *_about(one),
        *_section("Args", [*arguments, _OPTIONS]),
        *_section("Returns", [f"    {'; '.join(_returns(one, summaries, prefix))}."]),
        *_section("Raises", [f"    {error}" for error in _raises(one)]),
        _reference(one),
    ]


def resume_paragraphs(one: Resumed, prefix: str) -> list[str]:
    """The docstring of a method that resumes a task."""
    result = annotation(one.endpoint.async_returns if prefix else one.endpoint.returns, "response")
    return [
        "Resume a task by its id. Sends nothing until the task is polled.",
        *_section("Args", ["    id: Id of the task, from `task.id`.", "    **options: Options of each poll."]),
        *_section("Returns", [f"    `{result}`, as the call that started the task returned it."]),
    ]


def _about(one: Endpoint) -> list[str]:
    not_served = one.operation.not_served
    hint = f"Not served. {not_served.evidence}" if not_served else ""
    return [one.summary, one.prose.text, hint]


def _reference(one: Endpoint) -> str:
    """The endpoint, and where the documentation describes it."""
    page = f" ({one.prose.source})" if one.prose.source else " (undocumented)" if one.undocumented else ""
    return f"{one.operation.method} {one.operation.path}{page}"


def _section(title: str, lines: list[str]) -> list[str]:
    return ["\n".join([f"{title}:", *lines])] if lines else []


def _indented(text: str) -> str:
    first, *rest = [line for line in text.splitlines() if line.strip()] or [""]
    return "\n".join([first, *(f"        {line}" for line in rest)])


def _returns(one: Endpoint, summaries: Summaries, prefix: str) -> Iterator[str]:
    """The results of a method: the usual one, and those for which an argument asks."""
    usual, *others = one.overloads[:-1] or [one]
    type_ = usual.async_returns if prefix else usual.returns
    if one.operation.pagination and one.item is not None:
        item, page = annotation(one.item, "response"), annotation(type_, "response")
        first = "`await` returns" if prefix else "`page` is"
        yield f"A `{prefix}Paginator`: iterating over it yields each `{item}` of all pages; {first} the first `{page}`"
    elif one.task and isinstance(type_, Handle):
        made = ", ".join(annotation(part, "response") for part in type_.of)
        yield f"A `{prefix}Task`; its `wait()` returns {_described(made, summaries)}"
    else:
        yield _described(annotation(type_, "response"), summaries)
    for other in others:
        if isinstance(other, Overload):
            result = annotation(other.async_returns if prefix else other.returns, "response")
            yield f"`{result}` for `{other.switch.name}` {_values(other)}"


def _described(type_: str, summaries: Summaries) -> str:
    """A type, and what its own docstring says first."""
    summary = summaries.get(type_, "").rstrip(".")
    return f"`{type_}`: {summary}" if summary else f"`{type_}`"


def _values(variant: Overload) -> str:
    """The values of the argument that ask for a variant, as words: one, two or three."""
    parts = [part.values for part in members(variant.switch.type) if isinstance(part, Literals)]
    *first, last = [repr(value) for values in parts for value in values]
    return f"{', '.join(first)} or {last}" if first else last


def _raises(one: Endpoint) -> Iterator[str]:
    yield "TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent."
    yield "APIError: The request failed; its `outcome` tells whether it may have been executed."
    if one.operation.not_served:
        yield "NotServed: The service does not serve this operation."
    if one.operation.stream:
        yield "StreamTruncated: The stream ended before its end marker; raised while it is read."
    if one.task:
        yield "TaskFailed, TaskTimeout: The task failed or took too long; raised by `wait()`."
