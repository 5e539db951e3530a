"""Plan to the words that templates insert: types as text, data as literals, docstrings escaped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from .docstrings import docstring, first_sentence
from .plan.shapes import Api, ErrorShape, Operation, Resource, Stream, Variant
from .types import annotation

Pairs = Iterable[tuple[str, Any]]

# What each of the two clients says where the other says something else.
TWINS: tuple[dict[str, str], ...] = (
    {"prefix": "", "kind": "sync", "define": "def", "wait": "", "bind": "method"},
    {"prefix": "Async", "kind": "asynchronous", "define": "async def", "wait": "await ", "bind": "async_method"},
)


def operation_view(one: Operation) -> dict[str, Any]:
    """An operation as the templates of operations and resources need it."""
    forms = [_form(one, variant) for variant in one.variants] if len(one.variants) > 1 else []
    plain = _form(one, one.variants[-1] if one.variants else None)
    taken = "".join(f"{argument.name}: {annotation(argument.type, 'parameter')}, " for argument in one.arguments)
    passed = "".join(f", {argument.name}={argument.name}" for argument in one.arguments)
    required = [field.name for field in one.keywords if field.required]
    return {
        "name": one.name,
        "verb": one.verb,
        "bound": bound_name(one),
        "constant": one.constant,
        "data": list(_data(one)),
        "overloads": forms,
        "general": forms[-1] if forms else plain,
        "takes": f"{taken}**params: Any" if forms else plain["takes"],
        "call": "Call[Any]" if forms else plain["call"],
        "shown": ", ".join([one.constant, *map(repr, map(str, required))]),
        "docstring": docstring(_described(one), 4),
        "passed": f"{'params' if one.params else 'options'}{passed}",
        "forwarded": "".join(f"{argument.name}, " for argument in one.arguments) + "**params",
    }


def bound_name(one: Operation) -> str:
    """What a resource's module calls the function: inside of the class a method of the same name would stand for it."""
    return f"build_{one.name}" if one.name == one.verb else str(one.name)


def _form(one: Operation, variant: Variant | None) -> dict[str, str]:
    """One way to call an operation: what it takes, and what comes of it in each client."""
    taken = "".join(f"{argument.name}: {annotation(argument.type, 'parameter')}, " for argument in one.arguments)
    params = variant.params if variant else "Options"
    word = "params" if variant else "options"
    gives = {twin["kind"]: _gives(one, variant, twin["prefix"]) for twin in TWINS}
    both = list(dict.fromkeys(gives.values()))
    return {"takes": f"{taken}**{word}: Unpack[{params}]", "call": f"Call[{', '.join(both)}]", **gives}


def _gives(one: Operation, variant: Variant | None, prefix: str) -> str:
    whole = annotation(one.answer, "answer")
    if one.stream is None or variant is None or variant.kind == "whole":
        return whole
    streamed = f"{prefix}Stream[{annotation(one.stream.event, 'answer')}, {whole}]"
    return streamed if variant.kind == "streamed" else f"{whole} | {streamed}"


def _data(one: Operation) -> Iterator[tuple[str, str]]:
    """The arguments of `Operation(...)`: those that differ from its defaults."""
    yield "id", repr(one.id)
    yield "method", repr(one.method)
    yield "path", repr(one.path)
    for name, fields in (("query", one.query), ("header", one.header), ("body", one.body)):
        if fields:
            yield name, repr(tuple(field.wire for field in fields))
    if renamed := {str(field.name): field.wire for field in one.keywords if field.name != field.wire}:
        yield "renamed", repr(renamed)
    yield "answer", annotation(one.answer, "answer")
    if one.proof:
        yield "proof", repr(one.proof)
    yield "retry", repr(one.retry)
    if one.stream:
        yield "stream", _call("EventStream", _stream_data(one.stream))


def _stream_data(stream: Stream) -> Iterator[tuple[str, str]]:
    yield "when", repr(stream.when)
    yield "event", annotation(stream.event, "answer")
    if stream.end is not None:
        yield "end", repr(stream.end)
    if stream.proof:
        yield "proof", repr(stream.proof)
    if stream.text:
        yield "text", repr(stream.text)
    if stream.keyed:
        yield "keyed", repr(stream.keyed)
    if stream.joined:
        yield "joined", repr(stream.joined)
    if stream.renamed:
        yield "renamed", repr(dict(stream.renamed))
    if stream.constants:
        yield "constants", repr(dict(stream.constants))


def _described(one: Operation) -> list[str]:
    """What an operation does, what it needs and gives, and where the documentation has it."""
    required = [(one.name, one.prose.text) for one in one.arguments]
    required += [(field.name, field.prose.text) for field in one.keywords if field.required]
    lines = [f"    {name}: {first_sentence(text)}".rstrip(": ") for name, text in required]
    if one.params:
        lines.append(f"    All others: see `{one.params}` in params/{one.module}.py.")
    page = f" ({one.prose.source})" if one.prose.source else ""
    return [
        one.summary,
        one.prose.text,
        "\n".join(["Args:", *lines]) if lines else "",
        *_returns(one),
        f"{one.method} {one.path}{page}",
    ]


def _returns(one: Operation) -> Iterator[str]:
    if one.stream:
        name, value = one.stream.when
        whole, event = annotation(one.answer, "answer"), annotation(one.stream.event, "answer")
        yield f"Gives `{whole}`; with `{name}={value!r}` a `Stream` of `{event}`."


# -- resources and client ------------------------------------------------------------------------------------------


def resource_views(root: Resource) -> list[dict[str, Any]]:
    """The resources of one module: the one at the top last, since it names the others."""
    below = [view for child in root.children for view in resource_views(child)]
    views = [operation_view(one) for one in root.methods]
    return [
        *below,
        {
            **resource_name(root),
            "bound": [view for view in views if not view["overloads"]],
            "overloaded": [view for view in views if view["overloads"]],
            "children": [resource_name(child) for child in root.children],
        },
    ]


def resource_name(one: Resource) -> dict[str, str]:
    """How a resource is called, and where."""
    verbs = ", ".join(f"`{method.verb}`" for method in one.methods)
    said = f"`client.{'.'.join(one.path)}`"
    return {
        "name": one.name,
        "attribute": one.path[-1],
        "module": one.path[0],
        "docstring": docstring([one.text, said + (f": {verbs}." if verbs else ".")], 4),
        "hint": docstring([first_sentence(one.text) or said], 8),
    }


def client_view(api: Api, resources: Iterable[Resource]) -> dict[str, Any]:
    """The clients: their names, their resources, and what the runtime knows of the API."""
    key = (
        f"The key is `api_key`, or else the environment's {api.env}_API_KEY; the address is `base_url`, or else "
        f"{api.env}_BASE_URL, or else {api.base_url}."
    )
    said = (
        [f"The client of the {api.title}.", f"{key} Use it in a `with` block, or `close()` it."],
        [f"The async client of the {api.title}.", f"{key} Use it in an `async with` block, or `await close()`."],
    )
    bases = ("SyncClient", "AsyncClient")
    return {
        "name": api.class_name,
        "profile": list(_profile(api)),
        "resources": [resource_name(one) for one in resources],
        "twins": [
            {**twin, "base": base, "docstring": docstring(text, 4)}
            for twin, base, text in zip(TWINS, bases, said, strict=True)
        ],
    }


def _profile(api: Api) -> Iterator[tuple[str, str]]:
    yield "package", repr(str(api.package))
    yield "version", repr(api.version)
    yield "name", repr(str(api.class_name))
    yield "env", repr(api.env)
    yield "base_url", repr(api.base_url)
    yield "user_agent", repr(api.user_agent)
    shapes = _tuple(_call("ErrorShape", _shape(shape)) for shape in api.errors.shapes)
    codes = [f"{code!r}: {_call('ErrorCode', _literals(meaning))}" for code, meaning in api.errors.codes]
    errors = [("request_id", repr(api.errors.request_id)), ("shapes", shapes), ("codes", f"{{{', '.join(codes)}}}")]
    yield "errors", _call("ErrorCatalog", errors)


def _shape(shape: ErrorShape) -> Iterator[tuple[str, str]]:
    yield "name", repr(shape.name)
    yield "where", repr(dict(shape.where))
    yield from _literals(shape.members)


def _literals(pairs: Pairs) -> Iterator[tuple[str, str]]:
    return ((name, repr(value)) for name, value in pairs)


def _call(name: str, arguments: Iterable[tuple[str, str]]) -> str:
    return f"{name}({', '.join(f'{key}={value}' for key, value in arguments)})"


def _tuple(items: Iterable[str]) -> str:
    return f"({''.join(f'{item}, ' for item in items)})"
