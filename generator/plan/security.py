"""Security: the schemes that calls use, the arguments of the client that hold their credentials, and servers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ..diagnostics import Collector
from ..runtime.credentials import SecurityScheme
from ..spec import Document
from ..spec import Operation as SpecOperation
from ..spec.names import FieldName
from ..spec.pointer import join, mapping, resolve, sequence, string

Groups = tuple[tuple[str, ...], ...]

# Their token is sent as `Authorization: Bearer`.
_TOKENS = ("oauth2", "openIdConnect")
_SETTINGS = frozenset(
    [
        "allow_private_hosts", "base_url", "default_headers", "keep_raw", "max_connections", "max_response_bytes",
        "max_retries", "on_deviation", "on_request", "on_response", "on_retry", "proxy", "self", "settings", "timeout",
        "transport", "verify",
    ]
)  # fmt: skip


class Security:
    """The security requirements of a document's operations."""

    def __init__(self, document: Document, problems: Collector) -> None:
        self.document = document
        self.problems = problems
        self.declared = mapping(mapping(document.tree.get("components")).get("securitySchemes"))
        self.nodes: dict[str, dict[str, Any]] = {}  # of the schemes that are used
        self.ignored: set[str] = set()
        self.general = self._groups("/security", document.tree.get("security"))
        self.own: dict[str, Groups] = {}
        for one in document.operations:
            if "security" in one.node:
                self.own[one.id] = self._groups(join(one.home, "security"), one.node["security"])

    @property
    def is_one_key(self) -> bool:
        """True if every call that needs anything needs one key in `Authorization: Bearer`."""
        groups = {self.general, *self.own.values()} - {()}
        return bool(self.general) and groups == {((*self.nodes,),)} and self._kinds() == ["bearer"]

    def schemes(self, env: str) -> dict[str, SecurityScheme] | None:
        """The schemes by their names; None for one key in `Authorization: Bearer`."""
        if self.is_one_key:
            return None
        kinds = dict(zip(self.nodes, self._kinds(), strict=True))
        several_basic = [*kinds.values()].count("basic") > 1
        found: dict[str, SecurityScheme] = {}
        for name, kind in kinds.items():
            base = str(FieldName.of("_".join(re.findall(r"[A-Z]?[^A-Z\W_]+|[A-Z]+(?![a-z])", name)).lower() or "key"))
            base = f"{base}_key" if base in _SETTINGS else base
            arguments: tuple[str, ...] = ("api_key",) if len(kinds) == 1 else (base,)
            if kind == "basic":
                arguments = tuple(f"{base}_{word}" if several_basic else word for word in ("username", "password"))
            variables = tuple(f"{env}_{argument.upper()}" for argument in arguments)
            where = {"name": string(self.nodes[name].get("name"))} if kind in ("header", "query", "cookie") else {}
            found[name] = SecurityScheme(kind, arguments, variables, **where)  # type: ignore[arg-type]
        return found

    def of(self, one: SpecOperation) -> dict[str, Any]:
        """The fields of an `Operation` that say what it requires, where that is not what all others do."""
        own = self.own.get(one.id)
        if own is None or own == self.general:
            return {}
        return {"keyless": not own} if self.is_one_key else {"security": own}

    def _kinds(self) -> list[str]:
        return [_kind(node) for node in self.nodes.values()]

    def _groups(self, pointer: str, node: object) -> Groups:
        """The groups of schemes of which one is enough; none if nothing is required."""
        found = [tuple(self._named(join(pointer, at), one)) for at, one in enumerate(map(mapping, sequence(node)))]
        groups = tuple(dict.fromkeys(found))
        return () if groups == ((),) else groups

    def _named(self, pointer: str, requirement: dict[str, Any]) -> Iterator[str]:
        for name in requirement:
            # One that is not declared is reported by `check`.
            node = resolve(self.document.tree, self.declared[name]) if name in self.declared else {"type": "oauth2"}
            if _kind(node):
                self.nodes.setdefault(name, node)
                yield name
            elif name not in self.ignored:
                self.ignored.add(name)
                what = f"the security scheme {name!r} of the type {string(node.get('type'))!r}"
                instead = "callers set what it needs: a certificate by `verify`, other things by `default_headers`"
                self.problems.unsupported(
                    join("/components/securitySchemes", name),
                    what,
                    instead,
                    "use http, apiKey, oauth2 or openIdConnect",
                    "security",
                )


def _kind(node: dict[str, Any]) -> str:
    """Return how a scheme is sent, empty if the client does not support it."""
    type_, scheme = string(node.get("type")), string(node.get("scheme")).lower()
    if type_ in _TOKENS or (type_ == "http" and scheme == "bearer"):
        return "bearer"
    if type_ == "http" and scheme == "basic":
        return "basic"
    place = string(node.get("in"))
    return place if type_ == "apiKey" and place in ("header", "query", "cookie") else ""
