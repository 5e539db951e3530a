"""The API as a whole: what its client is called, where it is, and how it says that something went wrong."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from ..spec import Document
from ..spec.names import ClassName, ModuleName
from ..spec.pointer import mapping, sequence, string, strings
from .ir import Api, Errors, ErrorShape

_MEMBERS = ("message", "type", "code", "param", "outcome")


def api_of(document: Document) -> Api:
    """The names of the client, from `x-client` or else from the title."""
    tree = document.tree
    info, client = mapping(tree.get("info")), mapping(tree.get("x-client"))
    title = string(info.get("title"))
    package = ModuleName.of(string(client.get("package")) or title or "client")
    server = mapping(next(iter(sequence(tree.get("servers"))), None))
    return Api(
        title=title,
        version=str(info.get("version", "0")),
        package=package,
        class_name=ClassName.of(string(client.get("class")) or title or "Client"),
        env=string(client.get("env")) or package.upper(),
        user_agent=string(client.get("user_agent")) or f"{package}-python",
        base_url=string(server.get("url")).rstrip("/"),
        versions=tuple(sorted(_versions(mapping(tree.get("paths"))))),
        file=document.place("").file,
        errors=_errors(mapping(tree.get("x-errors"))),
    )


def _versions(paths: Iterable[str]) -> set[str]:
    heads = {path.split("/")[1] for path in paths if path.startswith("/")}
    return {head for head in heads if re.fullmatch(r"v[0-9]+", head)}


def _errors(node: dict[str, Any]) -> Errors:
    shapes = [mapping(shape) for shape in sequence(node.get("shapes"))]
    return Errors(
        request_id=tuple(strings(node.get("request_id"))),
        shapes=tuple(
            ErrorShape(
                string(shape.get("name")),
                tuple(mapping(shape.get("where")).items()),
                tuple((name, string(shape[name])) for name in _MEMBERS if name in shape),
            )
            for shape in shapes
        ),
        codes=tuple((code, tuple(mapping(meaning).items())) for code, meaning in mapping(node.get("codes")).items()),
    )
