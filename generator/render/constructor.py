"""The constructor of a client as editors, checkers and the reference see it: every setting, with its type and text.

It is the runtime's own, with the types of the sync or the async client, and with the headers that the API names.
"""

from __future__ import annotations

import ast
import re
import textwrap
from collections.abc import Mapping
from functools import cache

from .docstrings import escaped
from .imports import Origin
from .runtime_source import files

_SOURCE, _CLASS = "client/base.py", "Client"
_WIDTH = 108  # of the text, which stands twelve columns in
_STANDARD = {
    "Any": "typing",
    "Awaitable": "collections.abc",
    "Callable": "collections.abc",
    "Mapping": "collections.abc",
}


def constructor(
    key: str, transport: str, headers: Mapping[str, str], credentials: Mapping[str, str] | None = None
) -> str:
    """The definition, not indented. `key` is what a function returns that is given as the key.

    A client without a mapping of credentials, each with its variable of the environment, has one key.
    """
    types = {"APIKey": f"str | Callable[[], {key}]", "OwnTransport": transport}
    first, *others = (re.sub("|".join(types), lambda found: types[found[0]], one) for one in _parameters())
    keys = [first] if credentials is None else [first.replace("api_key", name, 1) for name in credentials]
    named = [f"{name}: str | None = None" for name in headers]
    signature = ", ".join(
        ["self", *(keys if len(keys) == 1 else []), "*", *(keys if len(keys) > 1 else []), *named, *others]
    )
    text = textwrap.indent(_docstring(headers, credentials), "    ")
    return f"def __init__({signature}) -> None:\n{text}"


def origins() -> dict[str, Origin]:
    """The origin of every name that the definition may use."""
    found = {name: Origin(".runtime.transport") for name in ("AsyncTransport", "Transport")}
    found |= {name: Origin(module) for name, module in _STANDARD.items()} | {"ssl": Origin("")}
    used = set(re.findall(r"\w+", " ".join(_parameters())))
    for one in ast.walk(_module()):
        if isinstance(one, ast.ImportFrom) and one.level == 2:
            found |= {name.name: Origin(f".runtime.{one.module}") for name in one.names if name.name in used}
    return found


@cache
def _module() -> ast.Module:
    return ast.parse(files()[_SOURCE])


@cache
def _definition() -> ast.FunctionDef:
    (owner,) = (one for one in _module().body if isinstance(one, ast.ClassDef) and one.name == _CLASS)
    return next(one for one in owner.body if isinstance(one, ast.FunctionDef) and one.name == "__init__")


def _parameters() -> list[str]:
    """The parameters behind `self`, the key first."""
    arguments = _definition().args
    keywords = zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True)
    pairs = [(arguments.args[1], arguments.defaults[0]), *((one, default) for one, default in keywords if default)]
    return [f"{ast.unparse(one)} = {ast.unparse(default)}" for one, default in pairs]


def _docstring(headers: Mapping[str, str], credentials: Mapping[str, str] | None) -> str:
    """The runtime's text, wrapped anew, with the credentials and the headers at its beginning."""
    text = re.sub(r"\n {5,}", " ", ast.get_docstring(_definition()) or "").split("\n")
    place = next(index for index, line in enumerate(text) if line.startswith("    api_key:"))
    added = [f"    {name}: Sent as {header} with every call." for name, header in headers.items()]
    if credentials is None:
        place += 1
    else:
        del text[place]
        told = "A value, or a function that is called before each request and returns it; read from"
        added = [f"    {name}: {told} {variable} if omitted." for name, variable in credentials.items()] + added
    text[place:place] = added
    lines = [part for line in text for part in _wrapped(line)]
    return "\n".join(['"""' + lines[0], *lines[1:], '"""'])


def _wrapped(line: str) -> list[str]:
    lines = textwrap.wrap(line, _WIDTH, subsequent_indent=" " * 8, break_on_hyphens=False)
    return [escaped(one) for one in lines] or [""]
