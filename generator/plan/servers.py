"""Servers: the address of the API, and those of operations that have another."""

from __future__ import annotations

import re
from typing import Any

from ..diagnostics import Collector
from ..spec import Operation as SpecOperation
from ..spec.pointer import join, mapping, sequence, string

_VARIABLE = re.compile(r"\{([^{}]*)\}")


def base_url(tree: dict[str, Any], problems: Collector) -> str:
    """The address of the first server, its variables filled in with their defaults; empty if callers must pass it."""
    first = mapping(next(iter(sequence(tree.get("servers"))), None))
    return _address(first, "/servers/0", "callers pass base_url", problems)


def server_of(one: SpecOperation, base: str, has_mode: bool, problems: Collector) -> str:
    """The address of an operation, empty if it is that of the API."""
    nodes = one.node.get("servers") or one.path_item.get("servers")
    servers = [mapping(server) for server in sequence(nodes)]
    if not servers or has_mode:
        return ""
    home = one.home if one.node.get("servers") else one.home.rpartition("/")[0]
    found = _address(servers[0], join(home, "servers", 0), "calls go to the base URL", problems)
    return "" if found == base else found


def _address(server: dict[str, Any], pointer: str, instead: str, problems: Collector) -> str:
    variables = mapping(server.get("variables"))

    def filled(match: re.Match[str]) -> str:
        variable = mapping(variables.get(match[1]))
        return str(variable.get("default", next(iter(sequence(variable.get("enum"))), match[0])))

    url = _VARIABLE.sub(filled, string(server.get("url"))).rstrip("/")
    if not url or (url.startswith(("http://", "https://")) and "{" not in url):
        return url
    what = f"the server {url!r} is no whole address"
    problems.unsupported(join(pointer, "url"), what, instead, "write it with https://", "servers")
    return ""
