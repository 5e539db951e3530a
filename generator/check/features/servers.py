"""Servers: where requests go, and the words of a path that a caller chooses."""

from __future__ import annotations

import re
from typing import Any

from ...diagnostics import Collector, did_you_mean
from ...spec import Document
from ...spec.pointer import join, mapping, sequence, string
from ...spec.walk import operations_of
from .supported import waived, waiver


def servers(document: Document, problems: Collector) -> None:
    """The first server is where requests go; those of a path add to its address what its variable says."""
    tree = document.tree
    allowed = waived(tree)
    if "servers" in allowed:
        return
    base = string(mapping(next(iter(sequence(tree.get("servers"))), None)).get("url")).rstrip("/")
    if "{" in base:
        what = f"the address {base!r} has a variable, and a client has one address"
        problems.add("/servers/0/url", what, f"write it out: whoever needs another gives it; or {waiver('servers')}")
    for path, item in mapping(tree.get("paths")).items():
        if "servers" in mapping(item):
            _of_path(problems, join("/paths", path, "servers"), sequence(mapping(item)["servers"]), base)
    for operation in operations_of(tree):
        if "servers" in operation.node:
            cure = f"write them at the path, or {waiver('servers')}"
            problems.add(join(operation.pointer, "servers"), "servers of one operation cannot be expressed", cure)


def _of_path(problems: Collector, pointer: str, listed: list[Any], base: str) -> None:
    prefixes = 0
    for index, server in enumerate(map(mapping, listed)):
        place, url = join(pointer, index), string(server.get("url"))
        names = re.findall(r"\{([^{}]*)\}", url)
        if not url.startswith(base) or url[len(base) :].rstrip("/")[:1] not in ("", "/"):
            what = f"the server {url!r} is another than that of the document, {base!r}"
            problems.add(join(place, "url"), what, f"begin it with that address, or {waiver('servers')}")
        elif url.rstrip("/") != base and len(names) != 1:
            what = f"the server {url!r} has {len(names)} variables"
            cure = f"write one variable after the document's address, or {waiver('servers')}"
            problems.add(join(place, "url"), what, cure)
        else:
            prefixes += bool(names)
        if prefixes > 1:
            what = "two servers with a variable, and one argument to choose by"
            problems.add(join(place, "url"), what, "keep one of the two")
        _variables(problems, join(place, "variables"), names, mapping(server.get("variables")))


def _variables(problems: Collector, pointer: str, names: list[str], variables: dict[str, Any]) -> None:
    """What stands in braces is described with its words, and the other way round."""
    for name in names:
        if name not in variables:
            cure = did_you_mean(name, variables, f"add `{name}: {{default: …, enum: […]}}` to variables")
            problems.add(pointer, f"the variable {name!r} is not described", cure)
    for name, variable in variables.items():
        words, default = sequence(mapping(variable).get("enum")), mapping(variable).get("default")
        if name not in names:
            problems.add(join(pointer, name), f"the address has no {{{name}}}", did_you_mean(name, names, "remove it"))
        elif not words:
            problems.add(join(pointer, name), f"nothing says what {name!r} may be", "list its words under enum")
        elif default not in words:
            what = f"the default {default!r} is none of {', '.join(map(str, words))}"
            problems.add(join(pointer, name, "default"), what, "write one of them")
