"""The description of a list that comes in pages."""

from __future__ import annotations

from typing import Any, Literal, NamedTuple

from ..http.json_pointer import is_array, resolve


class PaginationSpec(NamedTuple):
    """The way from one page to the next. JSON pointers go into the result; "" is all of it, or says nothing.

    `parameter` is the argument, by its name in Python, that selects a page: by a cursor, the number of the page or that
    of its first item (`offset`). A `link` is the URL of the next page, in the header Link unless `next` points to it.
    """

    kind: Literal["cursor", "page", "offset", "link"]
    items: str = ""
    parameter: str = ""
    next: str = ""  # the next cursor, or the URL of the next page
    last: str = ""  # the next cursor, in the last item
    more: str = ""  # true if there is another page
    total: str = ""  # the number of all items
    pages: str = ""  # the number of pages
    first: int = 0  # the number of the first page

    def items_in(self, page: Any) -> list[Any]:
        """The items of a page."""
        found = resolve(page, self.items)
        return found if is_array(found) else []
