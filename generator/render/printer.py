"""The values that templates insert: types as text, data as literals, docstrings escaped."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ..plan.ir import Api, Endpoint, Overload, Resource
from ..plan.types import annotation
from .constructor import constructor
from .docstrings import docstring
from .literals import deprecation, literal
from .methods import resource_name
from .operation_docs import function_paragraphs
from .signatures import SIDES, keyword


def endpoint_view(one: Endpoint) -> dict[str, Any]:
    """An endpoint as the template of endpoint functions needs it."""
    taken = "".join(f"{argument.name}: {annotation(argument.type, 'parameter')}, " for argument in one.arguments)
    passed = "".join(f", {argument.name}={argument.name}" for argument in one.arguments)
    word = "params" if one.keywords else "options"
    rest = f"**{word}: Unpack[{one.params or 'Options'}]"
    overloads = [
        {"takes": f"{taken}*, {keyword(each.switch, '...')}, {rest}", "call": _call_type(each)}
        for each in one.overloads
    ]
    return {
        "name": one.name,
        "constant": one.constant,
        "deprecated": deprecation(one.name, one.prose.deprecated),
        "value": literal(one.operation),
        "overloads": overloads,
        "takes": f"{taken}**params: Any" if overloads else f"{taken}{rest}",
        "call": "Call[Any]" if overloads else _call_type(one),
        "docstring": docstring(function_paragraphs(one), 4),
        "passed": f"{word}{passed}",
    }


def _call_type(given: Endpoint | Overload) -> str:
    """The type of a call, by the results of the sync and the async client."""
    return f"Call[{', '.join(dict.fromkeys(side.returned(given) for side in SIDES))}]"


def pollings(endpoints: Iterable[Endpoint]) -> list[dict[str, Any]]:
    """The polling specs of some endpoints, each once."""
    specs = {one.task.constant: one.task.polling for one in endpoints if one.task}
    return [{"constant": name, "value": literal(spec)} for name, spec in sorted(specs.items())]


def client_view(api: Api, resources: Iterable[Resource]) -> dict[str, Any]:
    """The clients: their names, docstrings and resources."""
    settings, headers = _settings(api), api.profile.headers
    named = [f"`{name}` is sent as {header}." for name, header in headers.items()]
    printed = (
        [f"The client of the {api.title}.", f"{settings} Use it in a `with` block, or `close()` it.", " ".join(named)],
        [
            f"The async client of the {api.title}.",
            f"{settings} Use it in an `async with` block, or `await close()`.",
            " ".join(named),
        ],
    )
    bases = (("SyncClient", "str", "Transport"), ("AsyncClient", "str | Awaitable[str]", "AsyncTransport"))
    credentials = credentials_of(api)
    return {
        "name": api.class_name,
        "aliases": api.aliases,
        "credentials": credentials,
        "options": {
            **{name: "str | Callable[[], Any] | None" for name in credentials or () if name != "api_key"},
            **dict.fromkeys(headers, "str | None"),
        },
        "resources": [resource_name(one) for one in resources],
        "clients": [
            {
                "prefix": side.prefix,
                "base": base,
                "docstring": docstring(text, 4),
                "constructor": constructor(key, transport, headers, credentials),
            }
            for side, (base, key, transport), text in zip(SIDES, bases, printed, strict=True)
        ],
    }


def _settings(api: Api) -> str:
    """Return the sources of a client's credentials and address."""
    env, base_url, schemes = api.profile.env, api.profile.base_url, api.profile.schemes
    address = f"`base_url`, or else {env}_BASE_URL" + (f", or else {base_url}" if base_url else "")
    if schemes is None:
        return f"The key is `api_key`, or else the environment's {env}_API_KEY; the address is {address}."
    named = [pair for one in schemes.values() for pair in zip(one.arguments, one.env, strict=True)]
    listed = "; ".join(f"`{argument}`, or else the environment's {variable}" for argument, variable in named)
    return f"{f'Credentials: {listed}. ' if named else ''}The address is {address}."


def credentials_of(api: Api) -> dict[str, str] | None:
    """The credentials of a client, each with its variable of the environment; None if it has one key."""
    if api.profile.schemes is None:
        return None
    return dict(pair for one in api.profile.schemes.values() for pair in zip(one.arguments, one.env, strict=True))


def about_view(endpoints: Iterable[Endpoint]) -> dict[str, str]:
    """The call that `python -m` of the package tries: a documented read that needs the key and no argument.

    Of several the one with the shortest path, so that no new endpoint takes its place.
    """
    probes = sorted(filter(_is_probe, endpoints), key=lambda one: one.operation.path.count("/"))
    return {"probe": repr(str(probes[0].name) if probes else "")}


def _is_probe(one: Endpoint) -> bool:
    needs = bool(one.arguments) or any(field.required for field in one.keywords)
    operation = one.operation
    reads = operation.method == "GET" and operation.retry == "safe" and operation.not_served is None
    return reads and not (needs or operation.keyless or one.undocumented)
