"""The calls for the pages of a list, one after another. Nothing here does I/O."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

import msgspec

from ..http.json_pointer import resolve
from .call import Call
from .endpoint import operation_of
from .pagination_spec import PaginationSpec

_LINK = re.compile(r"<([^>]*)>([^<]*)")
_NEXT = re.compile(r';\s*rel\s*=\s*"?[^";]*\bnext\b', re.IGNORECASE)


class PageRequest(NamedTuple):
    """The request for one page: the arguments of the call, or the query of a link."""

    build: Callable[..., Call[Any, Any]]
    arguments: Mapping[str, Any]
    query: str = ""
    before: int = 0  # items on the pages before
    previous: list[Any] = []  # noqa: RUF012 - the items of the page before; nobody changes it

    @property
    def spec(self) -> PaginationSpec:
        """How the list comes in pages."""
        found: Any = operation_of(self.build).pagination
        return found  # type: ignore[no-any-return]

    def call(self) -> Call[Any, Any]:
        """Build the call. Of a link only the query is taken: no server chooses where a key is sent."""
        call = self.build(**self.arguments)
        if not self.query:
            return call
        return msgspec.structs.replace(call, target=f"{call.target.partition('?')[0]}?{self.query}")

    def repeats(self, page: Any) -> bool:
        """True for the page before once more: an API that counts nothing does not read a number behind the last."""
        spec = self.spec
        if spec.kind not in ("page", "offset") or any(
            _is_count(resolve(page, one)) for one in (spec.total, spec.pages)
        ):
            return False
        return bool(self.previous) and spec.items_in(page) == self.previous

    def following(self, page: Any, headers: Mapping[str, str]) -> PageRequest | None:
        """The request for the page behind one, None behind the last."""
        spec, items = self.spec, self.spec.items_in(page)
        seen = len(items) + (self._number - spec.first if spec.kind == "offset" else self.before)
        if spec.more and not resolve(page, spec.more):
            return None
        if _reached(resolve(page, spec.total), seen):
            return None
        if spec.kind == "link":
            url = resolve(page, spec.next) if spec.next else next_link(headers.get("link", ""))
            query = url.partition("#")[0].partition("?")[2] if isinstance(url, str) else ""
            return self._replace(query=query, before=seen) if query and query != self.query else None
        value = self._value(page, items)
        if value is None or value == self.arguments.get(spec.parameter):
            return None
        return self._replace(arguments={**self.arguments, spec.parameter: value}, before=seen, previous=items)

    @property
    def _number(self) -> Any:
        """The number of the page, or that of its first item."""
        given = self.arguments.get(self.spec.parameter)
        return self.spec.first if given is None else given

    def _value(self, page: Any, items: list[Any]) -> Any:
        """The argument for the next page, None if there is none."""
        spec = self.spec
        if spec.kind == "cursor":
            value = resolve(items[-1] if items else None, spec.last) if spec.last else resolve(page, spec.next)
            return value if value != "" else None
        if not items:
            return None
        if spec.kind == "offset":
            return self._number + len(items)
        return None if _reached(resolve(page, spec.pages), self._number - spec.first + 1) else self._number + 1


def next_link(header: str) -> str:
    """The URL of the next page in a header Link (RFC 8288); empty if there is none."""
    return next((url for url, parameters in _LINK.findall(header) if _NEXT.search(parameters)), "")


def _reached(total: Any, seen: int) -> bool:
    return _is_count(total) and seen >= total


def _is_count(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)
