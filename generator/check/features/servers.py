"""Servers: one base URL, and at most one variable that a path adds to it."""

from __future__ import annotations

import re
from typing import Any

from ...diagnostics import did_you_mean
from ...spec import Document
from ...spec.operations import path_items
from ...spec.pointer import join, mapping, sequence, string
from ..finding import Findings, unsupported, warning
from .supported import waiver

BASE_URL = "calls go to the base URL"


def servers(document: Document) -> Findings:
    """The first server is the base URL; those of a path extend it by a variable."""
    tree = document.tree
    if "servers" in document.waived:
        return
    base = string(mapping(next(iter(sequence(tree.get("servers"))), None)).get("url")).rstrip("/")
    if "{" in base:
        message = f"the base URL {base!r} has a variable, and a client has one base URL"
        hint = f"write it out: a caller can pass another base URL; or {waiver('servers')}"
        yield unsupported("/servers/0/url", message, hint, "callers pass a base URL")
    for path, item in path_items(tree).items():
        if "servers" in item:
            yield from _of_path(join("/paths", path, "servers"), sequence(item["servers"]), base)
    for operation in document.operations:
        if "servers" in operation.node and not operation.base:
            hint = f"move them to the path, or {waiver('servers')}"
            yield unsupported(
                join(operation.pointer, "servers"),
                "servers of an operation are not supported",
                hint,
                BASE_URL,
            )


def _of_path(pointer: str, listed: list[Any], base: str) -> Findings:
    extended = 0
    for index, server in enumerate(map(mapping, listed)):
        place, url = join(pointer, index), string(server.get("url"))
        names = re.findall(r"\{([^{}]*)\}", url)
        if not url.startswith(base) or url[len(base) :].rstrip("/")[:1] not in ("", "/"):
            message = f"the server {url!r} does not extend the base URL {base!r}"
            yield unsupported(
                join(place, "url"),
                message,
                f"start it with the base URL, or {waiver('servers')}",
                BASE_URL,
            )
        elif url.rstrip("/") != base and len(names) != 1:
            message = f"the server {url!r} has {len(names)} variables"
            hint = f"write one variable after the base URL, or {waiver('servers')}"
            yield unsupported(join(place, "url"), message, hint, BASE_URL)
        else:
            extended += bool(names)
        if extended > 1:
            message = "two servers with a variable, and one argument to choose by"
            yield unsupported(join(place, "url"), message, "keep one of the two", BASE_URL)
        yield from _variables(join(place, "variables"), names, mapping(server.get("variables")))


def _variables(pointer: str, names: list[str], variables: dict[str, Any]) -> Findings:
    """Every variable in braces is described, and every one that is described is used."""
    for name in names:
        if name not in variables:
            hint = did_you_mean(name, variables, f"add `{name}: {{default: …, enum: […]}}` to variables")
            yield warning(pointer, f"the variable {name!r} is not described", hint)
    for name, variable in variables.items():
        values, default = sequence(mapping(variable).get("enum")), mapping(variable).get("default")
        if name not in names:
            hint = did_you_mean(name, names, "remove it")
            yield warning(join(pointer, name), f"the URL has no {{{name}}}", hint)
        elif not values:
            yield warning(join(pointer, name), f"the variable {name!r} has no enum", "list its values under enum")
        elif default not in values:
            message = f"the default {default!r} is not one of {', '.join(map(str, values))}"
            yield warning(join(pointer, name, "default"), message, "use one of them")
