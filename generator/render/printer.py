"""Plan to the words that templates insert: types as text, data as literals, docstrings escaped."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from typing import Any

from ..plan.docs import first_sentence
from ..plan.ir import (
    Api,
    ErrorShape,
    Field,
    FollowUpActions,
    NotServed,
    Operation,
    Part,
    PollingSpec,
    Resource,
    ResponseVariant,
    ResponseVariants,
    Result,
    Resumed,
    Stream,
    Variant,
)
from ..plan.types import annotation
from .docstrings import docstring

Pairs = Iterable[tuple[str, Any]]

# What each of the two clients says where the other says something else.
TWINS: tuple[dict[str, str], ...] = (
    {"prefix": "", "kind": "sync", "define": "def", "wait": "", "bind": "method"},
    {"prefix": "Async", "kind": "asynchronous", "define": "async def", "wait": "await ", "bind": "async_method"},
)


def operation_view(one: Operation) -> dict[str, Any]:
    """An operation as the templates of operations and resources need it."""
    forms = [_form(one, variant) for variant in one.variants]
    plain = _form(one)
    taken = "".join(f"{argument.name}: {annotation(argument.type, 'parameter')}, " for argument in one.arguments)
    passed = "".join(f", {argument.name}={argument.name}" for argument in one.arguments)
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
        "docstring": docstring(said := _described(one), 4),
        # Editors run nothing. They show a bound method with the text of its function; one with overloads needs its own.
        "inner_docstring": docstring(said, 8) if forms else "",
        "passed": f"{'params' if one.keywords else 'options'}{passed}",
        "forwarded": "".join(f"{argument.name}, " for argument in one.arguments) + "**params",
    }


def bound_name(one: Operation) -> str:
    """What a resource's module calls the function: inside of the class a method of the same name would stand for it."""
    return f"build_{one.name}" if one.name == one.verb else str(one.name)


def _form(one: Operation, variant: Variant | None = None) -> dict[str, str]:
    """One way to call an operation: what it takes, and what comes of it in each client."""
    taken = "".join(f"{argument.name}: {annotation(argument.type, 'parameter')}, " for argument in one.arguments)
    if variant:
        taken += f"*, {keyword(variant.switch, '...')}, "
    word = "params" if one.params or variant else "options"
    given = variant or one
    gives = {
        twin["kind"]: annotation(type_, "answer")
        for twin, type_ in zip(TWINS, (given.gives, given.asynchronous), strict=True)
    }
    both = list(dict.fromkeys(gives.values()))
    return {"takes": f"{taken}**{word}: Unpack[{one.params or 'Options'}]", "call": f"Call[{', '.join(both)}]", **gives}


def keyword(field: Field, default: str) -> str:
    """A field as a keyword argument."""
    return f"{field.name}: {annotation(field.type, 'parameter')}{'' if field.required else f' = {default}'}"


def _data(one: Operation) -> Iterator[tuple[str, str]]:
    """The arguments of `Operation(...)`: those that differ from its defaults."""
    yield "id", repr(one.id)
    yield "name", repr(".".join((*one.resource, one.verb)))
    yield "method", repr(one.method)
    yield "path", repr(one.path)
    for name, fields in (("query", one.query), ("header", one.header), ("body", () if one.parts else one.body)):
        if fields:
            yield name, repr(tuple(field.wire for field in fields))
    if one.parts:
        yield "multipart", _tuple(_positional("FormField", repr(part.wire), _part(part)) for part in one.parts)
    if required := tuple(str(field.name) for field in one.keywords if field.required):
        yield "required", repr(required)
    if renamed := {str(field.name): field.wire for field in one.keywords if field.name != field.wire}:
        yield "wire_names", repr(renamed)
    yield from _result(one.result)
    yield "retry", repr(one.retry)
    if one.result.stream:
        yield "stream", _call("StreamSpec", _stream_data(one.result.stream))
    if one.keyless:
        yield "keyless", "True"
    if one.modes:
        yield "modes", repr(one.modes.values)
        yield "mode_prefix", repr(one.modes.prefix)
    if one.task:
        yield "polling", one.task.constant
    if one.not_served:
        yield "not_served", _call("NotServedHint", _not_served(one.not_served))
    if one.empty_hint:
        yield "empty_hint", _long(one.empty_hint)


def _part(part: Part) -> Iterator[tuple[str, str]]:
    if part.file:
        yield "file", "True"
    if part.many:
        yield "many", "True"
    if part.type:
        yield "type", repr(part.type)


def _not_served(hint: NotServed) -> Iterator[tuple[str, str]]:
    yield "evidence", _long(hint.evidence)
    if hint.statuses:
        yield "statuses", repr(hint.statuses)


def _result(result: Result) -> Iterator[tuple[str, str]]:
    """What an answer is read as, and what proves it."""
    if result.forms:
        yield "variants", _call("ResponseVariants", _forms(result.forms))
    else:
        yield "result", annotation(result.answer, "answer")
        if result.asynchronous != result.answer:
            yield "async_result", annotation(result.asynchronous, "answer")
    if result.proof:
        yield "proof", repr(result.proof)
    if result.others:
        yield "results", _dict((str(other.status), annotation(other.answer, "answer")) for other in result.others)
        yield "proofs", repr({other.status: other.proof for other in result.others})
    if result.accepted:
        yield "accepted", repr(dict(result.accepted))
    if result.media:
        yield "file_models", repr(result.media)


def _forms(forms: ResponseVariants) -> Iterator[tuple[str, str]]:
    if forms.by is not None:
        yield "by", repr(forms.by)
        yield "default", repr(forms.default)
    yield (
        "cases",
        _dict((repr(value), _positional("ResponseVariant", repr(f.media), _answer(f))) for value, f in forms.cases),
    )


def _answer(form: ResponseVariant) -> Iterator[tuple[str, str]]:
    """The type that a form is read as, or the kind of a file."""
    yield "result", repr(form.kind) if form.kind else annotation(form.answer, "answer")
    if form.kind is None and form.asynchronous != form.answer:
        yield "async_result", annotation(form.asynchronous, "answer")


def task_plans(operations: Iterable[Operation]) -> list[dict[str, Any]]:
    """The plans that some operations name, each once."""
    plans = {one.task.constant: one.task for one in operations if one.task}
    return [{"constant": name, "data": list(_plan(plan))} for name, plan in sorted(plans.items())]


def _plan(plan: PollingSpec) -> Iterator[tuple[str, str]]:
    yield "id", repr(plan.id)
    if plan.accepted:
        yield "accepted", repr(dict(plan.accepted))
    yield "fetch", repr(str(plan.fetch))
    yield "parameter", repr(str(plan.parameter))
    yield "status", repr(plan.status)
    yield "states", repr(dict(plan.states))
    if plan.failure:
        yield "failure", repr(plan.failure)
    if plan.progress:
        yield "progress", repr(plan.progress)
    yield "interval", repr(plan.interval)
    yield "timeout", repr(plan.timeout)
    if plan.expect_unknown:
        yield "expect_unknown", "True"
    if plan.waiting:
        yield "waiting", repr(plan.waiting)
    if plan.actions:
        yield "actions", _call("FollowUpActions", _actions(plan.actions))


def _actions(actions: FollowUpActions) -> Iterator[tuple[str, str]]:
    yield "each", repr(actions.each)
    yield "by", repr(actions.by)
    yield "operation", repr(str(actions.operation))
    yield "item", repr(dict(actions.item))
    yield "whole", repr(dict(actions.whole))


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
        yield "merge_key", repr(stream.keyed)
    if stream.joined:
        yield "concat_fields", repr(stream.joined)
    if stream.renamed:
        yield "aliases", repr(dict(stream.renamed))
    if stream.constants:
        yield "constants", repr(dict(stream.constants))


def _described(one: Operation) -> list[str]:
    """What an operation does, what it needs and gives, and where the documentation has it."""
    required = [(one.name, one.prose.text) for one in one.arguments]
    required += [(field.name, field.prose.text) for field in one.keywords if field.required]
    lines = [f"    {name}: {first_sentence(text)}".rstrip(": ") for name, text in required]
    if any(not field.required for field in one.keywords):
        lines.append(f"    {'All others' if lines else 'All'}: see `{one.params}` in params/{one.module}.py.")
    page = f" ({one.prose.source})" if one.prose.source else " (undocumented)" if one.undocumented else ""
    return [
        one.summary,
        one.prose.text,
        f"Not served. {one.not_served.evidence}" if one.not_served else "",
        "\n".join(["Args:", *lines]) if lines else "",
        *_returns(one),
        f"{one.method} {one.path}{page}",
    ]


def _returns(one: Operation) -> Iterator[str]:
    result = one.result
    if result.stream:
        name, value = result.stream.when
        whole, event = annotation(result.answer, "answer"), annotation(result.stream.event, "answer")
        yield f"Gives `{whole}`; with `{name}={value!r}` a `Stream` of `{event}`."
    elif one.task:
        yield f"Gives a `Task`; `wait()` gives its result, `{annotation(one.task.result, 'answer')}`."
    elif result.forms and result.forms.by:
        cases: dict[str, list[str]] = {}
        for value, form in result.forms.cases:
            cases.setdefault(annotation(form.answer, "answer"), []).append(repr(value))
        said = [f"`{type_}` for {_either(values)}" for type_, values in cases.items()]
        yield f"`{result.forms.by}` says what it gives: {', '.join(said)}."


def _either(values: list[str]) -> str:
    """Some values as words: one, two or three."""
    *first, last = values
    return f"{', '.join(first)} or {last}" if first else last


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
            "resumed": [_resumed(one) for one in root.resumed],
            "children": [resource_name(child) for child in root.children],
        },
    ]


def _resumed(one: Resumed) -> dict[str, Any]:
    """A method that takes up a task by its id."""
    task = one.operation.task
    assert task is not None
    said = [
        "Take up a task that was started before, by the id that it had. Sends nothing until it is looked at.",
        f"`wait()` of the task gives `{annotation(task.result, 'answer')}`. The options are those of each look.",
    ]
    return {
        "name": one.name,
        "bound": bound_name(one.operation),
        "options": task.options or "Options",
        "sync": annotation(one.operation.gives, "answer"),
        "asynchronous": annotation(one.operation.asynchronous, "answer"),
        "docstring": docstring(said, 8),
    }


def resource_name(one: Resource) -> dict[str, str]:
    """How a resource is called, and where."""
    verbs = ", ".join(f"`{name}`" for name in (*(m.verb for m in one.methods), *(r.name for r in one.resumed)))
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


def about_view(api: Api, operations: Iterable[Operation]) -> dict[str, str]:
    """What `python -m` of the package shows, and the call that it tries.

    That is the first read that shows whether the key is taken, needs nothing, and is documented; perhaps there is none.
    """
    found = next((one for one in operations if _is_probe(one)), None)
    if found is None:
        return {"arguments": api.class_name, "module": "", "probe": ""}
    name = ".".join((*found.resource, found.verb))
    return {"arguments": f"{api.class_name}, probe, {name!r}", "module": found.module, "probe": found.name}


def _is_probe(one: Operation) -> bool:
    needs = bool(one.arguments) or any(field.required for field in one.keywords)
    reads = one.method == "GET" and one.retry == "safe" and one.not_served is None
    return reads and not (needs or one.keyless or one.undocumented)


def _profile(api: Api) -> Iterator[tuple[str, str]]:
    yield "package", repr(str(api.package))
    yield "version", repr(api.version)
    yield "name", repr(str(api.class_name))
    yield "env", repr(api.env)
    yield "base_url", repr(api.base_url)
    yield "user_agent", repr(api.user_agent)
    yield "versions", repr(api.versions)
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


def _long(text: str) -> str:
    """A text as a literal, in as many lines as it needs."""
    pieces = textwrap.wrap(text, 90, drop_whitespace=False, break_on_hyphens=False)
    return repr(text) if len(pieces) < 2 else f"({' '.join(map(repr, pieces))})"


def _positional(name: str, first: str, arguments: Iterable[tuple[str, str]]) -> str:
    """A call whose first argument goes without its name."""
    return f"{name}({', '.join([first, *(f'{key}={value}' for key, value in arguments)])})"


def _dict(items: Iterable[tuple[str, str]]) -> str:
    return f"{{{', '.join(f'{key}: {value}' for key, value in items)}}}"


def _tuple(items: Iterable[str]) -> str:
    return f"({''.join(f'{item}, ' for item in items)})"
