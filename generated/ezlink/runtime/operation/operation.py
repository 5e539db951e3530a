"""Calls: what is to be sent, as plain data. Nothing here sends anything."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from math import isfinite
from typing import TYPE_CHECKING, Any, Generic, Literal, NamedTuple, TypedDict

import msgspec

from ..encoding.arguments import encode_json, encode_query, encode_segment
from ..http.headers import TOKEN, check_headers
from ..http.timeout import Limit, Timeout, check_timeout

if TYPE_CHECKING:
    from typing_extensions import TypeVar

    from ..encoding.multipart import Multipart, Part
    from .polling_spec import PollingSpec
    from .response_variants import ResponseVariant, ResponseVariants
    from .stream_spec import StreamSpec

    S_co = TypeVar("S_co", covariant=True)
    A_co = TypeVar("A_co", covariant=True, default=S_co)
else:
    # `default` is for checkers only: before Python 3.13 it would need a dependency.
    from typing import TypeVar

    S_co = TypeVar("S_co", covariant=True)
    A_co = TypeVar("A_co", covariant=True)

UNSET = msgspec.UNSET


class Options(TypedDict, total=False):
    """What every call takes beside its own parameters."""

    timeout: float | Timeout | None
    """Seconds for the whole call, None for no limit (connecting keeps its own), or each limit by itself."""
    extra_headers: Mapping[str, str]
    """Headers to add; one that the client sets itself is replaced."""
    extra_query: Mapping[str, str | int | float | bool | Sequence[str | int | float | bool]]
    """Query parameters to add."""
    extra_body: Mapping[str, object]
    """Fields to add to the body; they win over parameters of the same name."""


_OPTIONS = frozenset({"timeout", "extra_headers", "extra_query", "extra_body"})
_JSON = "application/json"


class NotServedHint(NamedTuple):
    """That an operation is described and yet not served, as far as is known, and the statuses that say so."""

    evidence: str
    statuses: tuple[int, ...] = (501,)


class Operation(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """One endpoint, as data. Calling it with arguments gives a `Call`.

    `body`, `query` and `header` hold wire names; `renamed` maps the Python names that differ to them. `proof` holds the
    top-level fields that show that a 2xx is a result. `retry` is "safe" (a read) or "unsent" (send again only what
    provably was not executed). `multipart` holds the fields of a form, instead of `body`. `forms` are the answer's, if
    there are several, or if it is a file. With `modes` there is an argument `mode`, which puts `mode_prefix` before the
    path, its `{mode}` filled in. A `keyless` operation is called without the key, which it does not ask for.

    `answers` and `proofs` are for the 2xx statuses whose answer is another than `answer` with `proof`. The async client
    reads `async_answer` instead, if there is one. `accepted` maps JSON pointers to what an answer must say there, or
    else it is a refusal. `media` says where in the answer media models sit. `task` makes the call the start of a task.
    `empty_hint` says what an empty answer means.
    """

    id: str
    method: str
    path: str
    answer: Any = Any
    body: tuple[str, ...] = ()
    query: tuple[str, ...] = ()
    header: tuple[str, ...] = ()
    renamed: dict[str, str] = {}
    proof: tuple[str, ...] = ()
    retry: Literal["safe", "unsent"] = "unsent"
    stream: StreamSpec | None = None
    multipart: tuple[Part, ...] = ()
    forms: ResponseVariants | None = None
    keyless: bool = False
    modes: tuple[str, ...] = ()
    mode_prefix: str = ""
    answers: dict[int, Any] = {}
    proofs: dict[int, tuple[str, ...]] = {}
    async_answer: Any = None
    accepted: dict[str, tuple[Any, ...]] = {}
    media: tuple[str, ...] = ()
    task: PollingSpec | None = None
    not_served: NotServedHint | None = None
    empty_hint: str | None = None

    def __call__(self, params: Mapping[str, Any], /, **path: str) -> Call[Any, Any]:
        """The call with these arguments, path parameters by keyword.

        Raises TypeError for an unknown name and for what cannot be encoded, ValueError for NaN and for values that
        cannot be sent. A required argument that is missing is not an error here: the server answers that.
        """
        if not params.keys() <= self._known:
            raise self._unknown(params)
        if path or not self._only_body or not _OPTIONS.isdisjoint(params):
            return self._assemble(params, path)
        return Call(self, self.path, (), encode_json(params), _JSON, self._streams(params))

    def __hash__(self) -> int:
        return hash((self.id, self.method, self.path))

    @cached_property
    def ordinary(self) -> bool:
        """Whether every answer to it is one object of one type, and nothing more is to be done with it."""
        special = self.forms or self.answers or self.proofs or self.async_answer or self.conditions
        return not (special or self.task or self.media or self.answer is bytes)

    @cached_property
    def conditions(self) -> dict[str, tuple[Any, ...]]:
        """What an answer must say, by JSON pointer, not to be a refusal."""
        return {**self.accepted, **(self.task.accepted if self.task is not None else {})}

    @cached_property
    def parameters(self) -> tuple[str, ...]:
        """What it takes by keyword beside the options of every call, as Python names it."""
        python = {wire: name for name, wire in self.renamed.items()}
        names = [*self.query, *self.header, *self.body, *(part.name for part in self.multipart)]
        names += ["accept"] * self._by_accept + ["mode"] * bool(self.modes)
        return tuple(python.get(name, name) for name in names)

    @cached_property
    def proof_suffices(self) -> bool:
        """Whether a 2xx needs nothing but its fields to be known as a result."""
        return bool(self.proof) and self.ordinary

    @cached_property
    def _known(self) -> frozenset[str]:
        return _OPTIONS.union(self.parameters)

    @cached_property
    def _by_accept(self) -> bool:
        return self.forms is not None and self.forms.by == "accept"

    @cached_property
    def _only_body(self) -> bool:
        return bool(self.body) and not (self.query or self.header or self.renamed or self.forms or self.modes)

    def _streams(self, body: Mapping[str, Any]) -> bool:
        if self.stream is None:
            return False
        name, value = self.stream.when
        return bool(body.get(name, UNSET) == value)

    def _assemble(self, params: Mapping[str, Any], path: Mapping[str, str]) -> Call[Any, Any]:
        wire = {self.renamed.get(name, name): value for name, value in params.items() if name not in _OPTIONS}
        body = {name: wire[name] for name in wire if name in self.body}
        body.update(_mapping(params, "extra_body"))
        query = {name: wire[name] for name in wire if name in self.query}
        query.update(_mapping(params, "extra_query"))
        headers = {name: _header_text(name, wire[name]) for name in wire if name in self.header}
        headers.update(_mapping(params, "extra_headers"))
        form, accept = self._form(wire, body)
        if accept is not None and "accept" not in map(str.lower, headers):
            headers["Accept"] = accept
        has_json = bool(self.body or body) and not self.multipart
        return Call(
            self,
            self._target(path, query, wire),
            check_headers(headers.items()),
            self._compose(wire, body) if self.multipart else encode_json(body) if has_json else None,
            _JSON if has_json else None,
            self._streams(body),
            check_timeout(params.get("timeout", UNSET)),
            form,
        )

    def _form(self, values: Mapping[str, Any], body: Mapping[str, Any]) -> tuple[ResponseVariant | None, str | None]:
        """The form of the answer, and the header that asks for it where the client's usual one does not."""
        if self.forms is None:
            return None, None
        if self._by_accept:
            if not isinstance(accept := values.get("accept", self.forms.default), str):
                raise TypeError(f"accept: text, not {type(accept).__name__}")
            return self.forms.choose(accept), accept
        form = self.forms.choose({**values, **body}.get(self.forms.by or ""))
        return form, None if form.media == _JSON else form.media

    def _compose(self, values: Mapping[str, Any], extra: Mapping[str, Any]) -> Multipart:
        from ..encoding.multipart import compose

        return compose(self.multipart, values, extra, {wire: name for name, wire in self.renamed.items()})

    def _target(self, path: Mapping[str, str], query: Mapping[str, Any], values: Mapping[str, Any]) -> str:
        target = self.path
        if self.modes and "mode" in values:
            target = self.mode_prefix.replace("{mode}", encode_segment("mode", values["mode"])) + target
        for name, value in path.items():
            target = target.replace(f"{{{name}}}", encode_segment(name, value))
        encoded = encode_query(query) if query else ""
        return f"{target}?{encoded}" if encoded else target

    def _unknown(self, params: Mapping[str, Any]) -> TypeError:
        from difflib import get_close_matches

        name = next(name for name in params if name not in self._known)
        near = get_close_matches(name, sorted(self._known), 1)
        cure = f"did you mean {near[0]!r}?" if near else "pass what is not described in extra_body or extra_query"
        # The endpoint function has written its name here: callers know no other.
        return TypeError(f"{vars(self).get('function', self.id)}() has no parameter {name!r}: {cure}")


class Call(msgspec.Struct, Generic[S_co, A_co], frozen=True):
    """One call, ready to be sent by any client: `client.send(call)`.

    `S_co` is what the sync client returns for it and `A_co` what the async one does. `target` is path and query,
    encoded, without an origin. `headers` are the call's own; the client adds its own and the key when it sends. A form
    is held as its parts: its `content_type` comes with the boundary of each sending. `form` is the answer's, where
    there are several. Calls compare by what they would send, and can be pickled and sent later.
    """

    operation: Operation
    target: str
    headers: tuple[tuple[str, str], ...] = ()
    content: bytes | Multipart | None = None
    content_type: str | None = None
    streams: bool = False
    timeout: Limit = UNSET
    form: ResponseVariant | None = None

    @property
    def method(self) -> str:
        """The HTTP method."""
        return self.operation.method

    def __repr__(self) -> str:
        said = [f"{self.method} {self.target.partition('?')[0]}"]
        if "?" in self.target:
            said.append("?…")
        if self.headers:
            said.append(f"headers {', '.join(name for name, _ in self.headers)}")  # a value may be a secret
        if isinstance(self.content, bytes):
            said.append(f"{len(self.content)} bytes of {self.content_type}")
        elif self.content is not None:
            said.append(repr(self.content))
        if self.streams:
            said.append("streamed")
        return f"Call({', '.join(said)})"

    if not TYPE_CHECKING:

        def __class_getitem__(cls, types: Any) -> Any:
            # `Call[T]` means `Call[T, T]`, as the default of the second parameter tells checkers.
            return super().__class_getitem__(types if isinstance(types, tuple) else (types, types))


def ad_hoc(
    method: str, path: str, *, json: Any, type: Any, query: Any, headers: Mapping[str, str] | None, timeout: Limit
) -> Call[Any, Any]:
    """A call of an endpoint that has no operation. Raises TypeError or ValueError for what cannot be sent."""
    if not path.startswith("/") or not path.isascii() or not path.isprintable() or " " in path or "#" in path:
        raise ValueError(f"path: {path!r} must begin with / and be encoded, without a fragment")
    if not method or not TOKEN.issuperset(method):
        raise ValueError(f"method: {method!r} is no HTTP method")
    plain = path.partition("?")[0]
    encoded = encode_query(query) if query else ""
    added = dict(headers or {})
    if type is bytes and "accept" not in map(str.lower, added):
        added["Accept"] = "*/*"
    return Call(
        Operation(id=f"{method} {plain}", method=method, path=plain, answer=type),
        f"{path}{'&' if '?' in path else '?'}{encoded}" if encoded else path,
        check_headers(added.items()),
        None if json is UNSET else encode_json(json),
        None if json is UNSET else _JSON,
        False,
        check_timeout(timeout),
    )


def _mapping(params: Mapping[str, Any], option: str) -> Mapping[str, Any]:
    value = params.get(option)
    if value is None:
        return {}
    if not isinstance(value, Mapping):
        raise TypeError(f"{option}: a mapping of names to values, not {type(value).__name__}")
    return value  # pyright: ignore[reportUnknownVariableType]


def _header_text(name: str, value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)) and isfinite(value):
        return str(value)
    return value  # type: ignore[no-any-return]  # anything but text is refused with the other headers
