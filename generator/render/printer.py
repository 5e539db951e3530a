"""Plan to the words that templates insert: types as text, data as literals, docstrings escaped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from ..plan.docs import first_sentence
from ..plan.ir import Api, Endpoint, Field, Resource, Resumed, Variant
from ..plan.types import MEDIA, annotation
from .docstrings import docstring
from .literals import literal

# What each of the two clients says where the other says something else.
TWINS: tuple[dict[str, str], ...] = (
    {"prefix": "", "kind": "sync", "define": "def", "wait": "", "bind": "method"},
    {"prefix": "Async", "kind": "asynchronous", "define": "async def", "wait": "await ", "bind": "async_method"},
)


def endpoint_view(one: Endpoint) -> dict[str, Any]:
    """An endpoint as the templates of operations and resources need it."""
    forms = [_form(one, variant) for variant in one.variants]
    plain = _form(one)
    taken = "".join(f"{argument.name}: {annotation(argument.type, 'parameter')}, " for argument in one.arguments)
    passed = "".join(f", {argument.name}={argument.name}" for argument in one.arguments)
    return {
        "name": one.name,
        "verb": one.verb,
        "bound": bound_name(one),
        "constant": one.constant,
        "value": literal(one.operation),
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


def bound_name(one: Endpoint) -> str:
    """What a resource's module calls the function: inside of the class a method of the same name would stand for it."""
    return f"build_{one.name}" if one.name == one.verb else str(one.name)


def _form(one: Endpoint, variant: Variant | None = None) -> dict[str, str]:
    """One way to call an operation: what it takes, and what comes of it in each client."""
    taken = "".join(f"{argument.name}: {annotation(argument.type, 'parameter')}, " for argument in one.arguments)
    if variant:
        taken += f"*, {keyword(variant.switch, '...')}, "
    word = "params" if one.params or variant else "options"
    given = variant or one
    gives = {
        twin["kind"]: annotation(type_, "answer")
        for twin, type_ in zip(TWINS, (given.returns, given.async_returns), strict=True)
    }
    both = list(dict.fromkeys(gives.values()))
    return {"takes": f"{taken}**{word}: Unpack[{one.params or 'Options'}]", "call": f"Call[{', '.join(both)}]", **gives}


def keyword(field: Field, default: str) -> str:
    """A field as a keyword argument."""
    return f"{field.name}: {annotation(field.type, 'parameter')}{'' if field.required else f' = {default}'}"


def pollings(endpoints: Iterable[Endpoint]) -> list[dict[str, Any]]:
    """The polling specs that some endpoints name, each once."""
    specs = {one.task.constant: one.task.polling for one in endpoints if one.task}
    return [{"constant": name, "value": literal(spec)} for name, spec in sorted(specs.items())]


def _described(one: Endpoint) -> list[str]:
    """What an operation does, what it needs and gives, and where the documentation has it."""
    operation = one.operation
    required = [(one.name, one.prose.text) for one in one.arguments]
    required += [(field.name, field.prose.text) for field in one.keywords if field.required]
    lines = [f"    {name}: {first_sentence(text)}".rstrip(": ") for name, text in required]
    if any(not field.required for field in one.keywords):
        lines.append(f"    {'All others' if lines else 'All'}: see `{one.params}` in params/{one.module}.py.")
    page = f" ({one.prose.source})" if one.prose.source else " (undocumented)" if one.undocumented else ""
    return [
        one.summary,
        one.prose.text,
        f"Not served. {operation.not_served.evidence}" if operation.not_served else "",
        "\n".join(["Args:", *lines]) if lines else "",
        *_returns(one),
        f"{operation.method} {operation.path}{page}",
    ]


def _returns(one: Endpoint) -> Iterator[str]:
    stream, variants = one.operation.stream, one.operation.variants
    if stream:
        name, value = stream.when
        yield f"Returns `{one.operation.result}`; with `{name}={value!r}` a `Stream` of `{stream.event}`."
    elif one.task:
        yield f"Returns a `Task`; its `wait()` returns the result, `{annotation(one.task.result, 'answer')}`."
    elif variants and variants.by:
        cases: dict[str, list[str]] = {}
        for value, variant in variants.cases.items():
            cases.setdefault(MEDIA.name if variant.kind else variant.result, []).append(repr(value))
        said = [f"`{type_}` for {_either(values)}" for type_, values in cases.items()]
        yield f"`{variants.by}` chooses what it returns: {', '.join(said)}."


def _either(values: list[str]) -> str:
    """Some values as words: one, two or three."""
    *first, last = values
    return f"{', '.join(first)} or {last}" if first else last


# -- resources and client ------------------------------------------------------------------------------------------


def resource_views(root: Resource) -> list[dict[str, Any]]:
    """The resources of one module: the one at the top last, since it names the others."""
    below = [view for child in root.children for view in resource_views(child)]
    views = [endpoint_view(one) for one in root.methods]
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
    task = one.endpoint.task
    assert task is not None
    said = [
        "Take up a task that was started before, by the id that it had. Sends nothing until it is looked at.",
        f"`wait()` of the task gives `{annotation(task.result, 'answer')}`. The options are those of each look.",
    ]
    return {
        "name": one.name,
        "bound": bound_name(one.endpoint),
        "options": task.options or "Options",
        "sync": annotation(one.endpoint.returns, "answer"),
        "asynchronous": annotation(one.endpoint.async_returns, "answer"),
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
    env, base_url = api.profile.env, api.profile.base_url
    key = (
        f"The key is `api_key`, or else the environment's {env}_API_KEY; the address is `base_url`, or else "
        f"{env}_BASE_URL, or else {base_url}."
    )
    said = (
        [f"The client of the {api.title}.", f"{key} Use it in a `with` block, or `close()` it."],
        [f"The async client of the {api.title}.", f"{key} Use it in an `async with` block, or `await close()`."],
    )
    bases = ("SyncClient", "AsyncClient")
    return {
        "name": api.class_name,
        "resources": [resource_name(one) for one in resources],
        "twins": [
            {**twin, "base": base, "docstring": docstring(text, 4)}
            for twin, base, text in zip(TWINS, bases, said, strict=True)
        ],
    }


def about_view(api: Api, endpoints: Iterable[Endpoint]) -> dict[str, str]:
    """What `python -m` of the package shows, and the call that it tries.

    That is the first read that shows whether the key is taken, needs nothing, and is documented; perhaps there is none.
    """
    found = next((one for one in endpoints if _is_probe(one)), None)
    if found is None:
        return {"arguments": api.class_name, "module": "", "probe": ""}
    name = ".".join((*found.resource, found.verb))
    return {"arguments": f"{api.class_name}, probe, {name!r}", "module": found.module, "probe": found.name}


def _is_probe(one: Endpoint) -> bool:
    needs = bool(one.arguments) or any(field.required for field in one.keywords)
    operation = one.operation
    reads = operation.method == "GET" and operation.retry == "safe" and operation.not_served is None
    return reads and not (needs or operation.keyless or one.undocumented)
