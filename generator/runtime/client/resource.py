"""Resources: methods that build the call of an endpoint function and send it, in one step.

class Models(Resource, path="models"):
    def retrieve(self, model: str, **options: Unpack[Options]) -> Model:
        return self._client.send(self._call(retrieve_model, locals()))
"""

from __future__ import annotations

from collections.abc import Coroutine
from types import FunctionType
from typing import TYPE_CHECKING, Any, Generic, TypeVar, final

from ..http.headers import hide_headers
from ..lazy import public
from ..operation.endpoint import optional

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Generator

    from ..operation.call import Call
    from .client import AsyncClient, SyncClient
    from .paginator import AsyncPages, Paginator

if TYPE_CHECKING:
    from functools import cached_property as cached_property
else:
    from functools import cached_property as _cached_property

    class cached_property(_cached_property):
        """A resource of a client. Of the class it is the class of the resource: `create_autospec` looks there."""

        def __get__(self, instance: Any, owner: Any = None) -> Any:
            return _awaited(type(self.func(_Unbound))) if instance is None else super().__get__(instance, owner)

    class _Unbound:
        _client = None

    def _awaited(cls: Any) -> Any:
        """Mark the methods that return an `AsyncPaginator` as what mocks await."""
        from asyncio import coroutines

        for member in vars(cls).values():
            if isinstance(member, FunctionType) and "AsyncPaginator" in str(member.__annotations__.get("return")):
                member._is_coroutine = getattr(coroutines, "_is_coroutine", True)
        return cls


S = TypeVar("S")
A = TypeVar("A")
Item = TypeVar("Item")


@final
@public
class Omit:
    """The type of `omit`, the default of every argument that need not be given: it is not sent."""

    def __bool__(self) -> bool:
        return False

    def __repr__(self) -> str:
        return "omit"

    def __reduce__(self) -> str:
        return "omit"  # one object: copies and pickles of it are the same


_BUILDERS = frozenset(["_call", "_paginate"])
"""What a method passes all its arguments to."""

omit = Omit()
NOT_GIVEN = omit
"""`omit`, under its name in other clients."""


class _Resource:
    __slots__ = ("_client",)
    _client: Any
    _path = ""

    def __init_subclass__(cls, path: str = "") -> None:
        """Name the methods as callers do: Python's own errors then say `chat.completions.create()`."""
        cls._path = path or cls.__name__
        for name, member in [*vars(cls).items()]:
            if path and isinstance(member, FunctionType):
                member.__qualname__ = f"{path}.{name}"
                if not _BUILDERS.isdisjoint(member.__code__.co_names):
                    setattr(cls, name, optional(member, omit, first=1))

    @property
    def with_raw_response(self) -> Any:
        """The same methods, which return an `APIResponse`: status, headers, bytes, and the result by `parse()`."""
        from .with_response import RawResource

        return RawResource(self)

    @property
    def with_streaming_response(self) -> Any:
        """The same methods as context managers: a file is not read before it is asked for."""
        from .with_response import StreamingResource

        return StreamingResource(self)

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            from ..migration import cure

            cls = type(self)
            known = [one for one in dir(cls) if not one.startswith(("_", "with_"))]
            known_cure = cure("client", f"{cls._path}.{name}") or "; client.request() calls what has no method here"
            raise AttributeError(f"{cls._path} has no {name!r}, only {', '.join(known)}{known_cure}")

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._client!r})"

    def _call(self, build: Callable[..., Call[S, A]], arguments: dict[str, Any]) -> Call[S, A]:
        """Build a call from the arguments of a method, its `locals()`."""
        return build(**self._given(arguments))

    @staticmethod
    def _given(arguments: dict[str, Any]) -> dict[str, Any]:
        """The arguments of a method that were given, of its `locals()`."""
        given = {name: value for name, value in arguments.items() if value is not omit}
        del given["self"]
        if options := given.pop("options"):
            if "extra_headers" in options:
                hide_headers(options, "extra_headers")  # the dict of the method, whose variables a traceback may show
            given |= options
        return given


class Resource(_Resource):
    """A group of methods of one client."""

    __slots__ = ()

    def __init__(self, client: SyncClient) -> None:
        self._client: SyncClient = client

    def _paginate(self, build: Callable[..., Call[S, Any]], arguments: dict[str, Any]) -> Paginator[S, Any]:
        """Send for the first page of a list."""
        from ..operation.page_request import PageRequest
        from .paginator import Paginator

        request = PageRequest(build, self._given(arguments))
        if not hasattr(self._client, "send_raw"):  # of `with_raw_response`, whose methods return responses
            return self._client.send(request.call())
        return Paginator(self._client, request)


class AsyncResource(_Resource):
    """A group of methods of one async client."""

    __slots__ = ()

    def __init__(self, client: AsyncClient) -> None:
        self._client: AsyncClient = client

    def _paginate(self, build: Callable[..., Call[Any, A]], arguments: dict[str, Any]) -> AsyncPaginator[A, Any]:
        """Prepare to send for the pages of a list."""
        from ..operation.endpoint import operation_of
        from ..operation.page_request import PageRequest
        from .paginator import AsyncPages

        request, name = PageRequest(build, self._given(arguments)), operation_of(build).display_name
        if not hasattr(self._client, "send_raw"):  # of `with_raw_response`, whose methods return responses
            return AsyncPaginator(self._client.send(request.call()), name)
        pages: AsyncPages[A] = AsyncPages(self._client, request)
        return AsyncPaginator(pages.first(), name, pages)


class AsyncPaginator(Coroutine[Any, Any, A], Generic[A, Item]):
    """A call for a list: `await` returns it, or its first page; `async for` iterates over the items of all pages."""

    def __init__(self, call: Coroutine[Any, Any, A], name: str, pages: AsyncPages[A] | None = None) -> None:
        named: Any = call
        named.__qualname__ = name  # Python's warning of a call that nobody awaited says it
        self._call = call
        self._pages = pages

    def send(self, value: Any) -> Any:
        """Go on, as event loops do with a coroutine."""
        return self._call.send(value)

    def throw(self, *error: Any) -> Any:
        """Raise an exception in the call."""
        return self._call.throw(*error)

    def close(self) -> None:
        """Give the call up."""
        self._call.close()

    def __await__(self) -> Generator[Any, Any, A]:
        return self._call.__await__()

    async def __aiter__(self) -> AsyncIterator[Item]:
        async for page in self.iter_pages():
            items: Any = page if self._pages is None else self._pages.items_in(page)
            for item in items:
                yield item

    async def iter_pages(self) -> AsyncIterator[A]:
        """Iterate over the pages, each as the API returns it. A list that comes whole is one page."""
        yield await self._call
        if self._pages is not None:
            async for page in self._pages.behind_first():
                yield page


class StreamManager(Generic[S]):
    """A call that is sent at the beginning of a `with` block, and whose stream is closed at its end."""

    def __init__(self, client: Any, call: Call[S, Any]) -> None:
        self._client = client
        self._call = call
        self._stream: Any = None

    def __enter__(self) -> S:
        self._stream = self._client.send(self._call)
        return self._stream  # type: ignore[no-any-return]

    def __exit__(self, *error: object) -> None:
        self._stream.close()


class AsyncStreamManager(Generic[A]):
    """The same for an `async with` block."""

    def __init__(self, client: Any, call: Call[Any, A]) -> None:
        self._client = client
        self._call = call
        self._stream: Any = None

    async def __aenter__(self) -> A:
        self._stream = await self._client.send(self._call)
        return self._stream  # type: ignore[no-any-return]

    async def __aexit__(self, *error: object) -> None:
        await self._stream.close()
