"""Lists that come in pages: they are sent for one after another while somebody iterates."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from ..lazy import public

if TYPE_CHECKING:
    from ..operation.page_request import PageRequest

S = TypeVar("S")
A = TypeVar("A")
Item = TypeVar("Item")


@public
class Paginator(Generic[S, Item]):
    """A list in pages: iterating yields the items of all of them. `page` is the first one, as the API returned it."""

    page: S

    def __init__(self, client: Any, request: PageRequest) -> None:
        self._client = client
        self._request = request
        self._response = client.send_raw(request.call())
        self.page = self._response.value

    def __iter__(self) -> Iterator[Item]:
        items_in = self._request.spec.items_in
        for page in self.iter_pages():
            yield from items_in(page)

    def iter_pages(self) -> Iterator[S]:
        """Iterate over the pages, from the first one on, each as the API returns it."""
        response, request = self._response, self._request
        yield response.value
        while (following := request.following(response.value, response.headers)) is not None:
            request = following
            response = self._client.send_raw(request.call())
            if request.repeats(response.value):
                return
            yield response.value

    def __repr__(self) -> str:
        return f"Paginator(page={self.page!r})"


class AsyncPages(Generic[A]):
    """The pages of an `AsyncPaginator`."""

    def __init__(self, client: Any, request: PageRequest) -> None:
        self._client = client
        self._request = request
        self._response: Any = None

    async def first(self) -> A:
        """Send for the first page."""
        self._response = await self._client.send_raw(self._request.call())
        return self._response.value  # type: ignore[no-any-return]

    async def behind_first(self) -> AsyncIterator[A]:
        """Send for the pages behind the first one."""
        response, request = self._response, self._request
        while (following := request.following(response.value, response.headers)) is not None:
            request = following
            response = await self._client.send_raw(request.call())
            if request.repeats(response.value):
                return
            yield response.value

    def items_in(self, page: Any) -> list[Any]:
        """The items of a page."""
        return self._request.spec.items_in(page)
